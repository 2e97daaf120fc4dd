"""HTML news pages: what a reader sees of the story, and what the page states of it.

The page is parsed once by `kit.html`; the body is inferred from the tree. Nothing is fetched.
"""

import re
from collections.abc import Callable

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.openings import infer_lines
from newsparse.model.article import Article
from newsparse.model.frozen import JsonMap
from newsparse.plugin import Frame, Head, Match, Reader, option
from newsparse.readers.html import metadata
from newsparse.readers.html.body import read_body
from newsparse.readers.html.habits import FAMILY, signs_of
from newsparse.readers.html.page import Page

_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}\?>\s*|<!--[^>]{0,2000}-->\s*){0,20}"
    r"(?:(?P<sure><!doctype\s+html\b|<html\b)|<(?:head|body|meta|title|link|script|style|article|section|main|div|h1|h2|p)\b)",
    re.IGNORECASE,
)
_CELL = re.compile(rb"<t[dh]\b", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Options:
    """How a page is read."""

    dialect: str | None = option(None, help="the habits to read by, instead of those that the page shows")


def sniff(head: Head) -> Match:
    """CERTAIN for a document type or root element of HTML, LIKELY for a page that begins with one of its common elements."""
    found = _START.match(head.text)
    if not found:
        return Match.NO
    return Match.CERTAIN if found["sure"] else Match.LIKELY


def parse(frame: Frame, options: Options, ctx: Context) -> Article:
    """The article; ParseError `html.no-article` for a page without any text."""
    from newsparse.kit import html

    _check_cells(frame.data, ctx)
    loaded = html.load(frame.data, ctx, charset=frame.charset)
    page = Page(root=loaded.root, data=loaded.data, url=ctx.url, charset=loaded.charset, charset_from=loaded.charset_from)
    build = ArticleBuilder(ctx=ctx, format="html", charset=page.charset, charset_from=page.charset_from)
    facts = metadata.read(page, ctx)
    metadata.fill(facts, build)
    dialect = FAMILY.choose(signs_of(page, facts), ctx, options.dialect)
    found = read_body(page, build, frame.index, dialect.habits, facts)
    if found:
        build.say("sections", "html")
    found = metadata.add_stated_body(facts, build) or found
    infer_lines(build, byline=False, by="html")
    metadata.judge_stub(facts, build)
    if build.empty:
        raise ctx.fail("html.no-article", "the page has no text")
    if not found:
        ctx.report("html.no-story", "no story was found on the page", severity=Severity.WARNING)
    return build.finish()


def _check_cells(data: bytes, ctx: Context) -> None:
    """LimitExceeded for a page with more cells than an article may have, before their tree takes its 250 bytes for each."""
    if len(data) > len(b"<td>") * ctx.limits.cells:
        count = sum(1 for _ in _CELL.finditer(data))
        if count > ctx.limits.cells:
            ctx.charge("cells", count)


def refined(*, name: str, title: str, sniff: Callable[[Head], Match], dialect: JsonMap) -> Reader[Options]:
    """A reader for a plug-in: pages that `sniff` knows, read as HTML by the habits of `dialect` (`kit.dialect.read`)."""

    def read(frame: Frame, options: Options, ctx: Context) -> Article:
        return parse(frame, options, attrs.evolve(ctx, dialects=(dialect, *ctx.dialects)))

    return attrs.evolve(READER, name=name, title=title, sniff=sniff, parse=read, refines="html")


READER = Reader(
    name="html",
    title="HTML news page",
    sniff=sniff,
    parse=parse,
    options=Options,
    dialects=FAMILY.listed,
    extensions=("html", "htm", "xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
)
