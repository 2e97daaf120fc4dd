"""One page as an article: what the page states, then the story, then what stands for it where there is none."""

import re

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit import html
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.openings import infer_lines
from newsparse.model.article import Article
from newsparse.plugin import Frame
from newsparse.readers.html import metadata
from newsparse.readers.html.body import read_body
from newsparse.readers.html.habits import FAMILY, signs_of
from newsparse.readers.html.page import Page

_CELL = re.compile(rb"<t[dh]\b", re.IGNORECASE)


def article(frame: Frame, dialect_name: str | None, ctx: Context) -> Article:
    """The article of a page, read by the dialect of that name or by the one that the page shows; errors as of `parse`."""
    _check_cells(frame.data, ctx)
    loaded = html.load(frame.data, ctx, charset=frame.charset)
    page = Page(root=loaded.root, data=loaded.data, url=ctx.url, charset=loaded.charset, charset_from=loaded.charset_from)
    build = ArticleBuilder(ctx=ctx, format="html", charset=page.charset, charset_from=page.charset_from)
    facts = metadata.read(page, ctx)
    metadata.fill(facts, build)
    dialect = FAMILY.choose(signs_of(page, facts), ctx, dialect_name)
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
