"""HTML news pages: what a reader sees of the story, and what the page states of it.

The page is parsed once by `kit.html`; the body is inferred from the tree. Nothing is fetched.
"""

import re
from collections.abc import Callable

import attrs

from newsparse.context import Context
from newsparse.model.article import Article
from newsparse.model.frozen import JsonMap
from newsparse.plugin import Frame, Head, Match, Reader, option

_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}\?>\s*|<!--[^>]{0,2000}-->\s*){0,20}"
    r"(?:(?P<sure><!doctype\s+html\b|<html\b)|<(?:head|body|meta|title|link|script|style|article|section|main|div|h1|h2|p)\b)",
    re.IGNORECASE,
)


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
    from newsparse.readers.html.read import article

    return article(frame, options.dialect, ctx)


def dialects(given: tuple[JsonMap, ...]) -> tuple[tuple[str, str], ...]:
    """(name, title) of each kind of page."""
    from newsparse.readers.html.habits import FAMILY

    return FAMILY.listed(given)


def refined(*, name: str, title: str, sniff: Callable[[Head], Match], dialect: JsonMap) -> Reader[Options]:
    """A reader for a plug-in: pages that `sniff` knows, read as HTML by the habits of `dialect` (`kit.dialect.read`)."""

    def read(frame: Frame, options: Options, ctx: Context) -> Article:
        return parse(frame, options, attrs.evolve(ctx, dialects=(dialect, *ctx.dialects)))

    return attrs.evolve(READER, name=name, title=title, sniff=sniff, parse=read, refines="html", elements=None)


READER = Reader(
    name="html",
    title="HTML news page",
    sniff=sniff,
    parse=parse,
    options=Options,
    dialects=dialects,
    elements=("html", "HTML"),
    extensions=("html", "htm", "xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
)
