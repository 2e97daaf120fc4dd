"""The body: find where the story is, walk it, judge its blocks, hand them on."""

from collections.abc import Iterable

from newsparse.kit.build import ArticleBuilder
from newsparse.readers.html.blocks import walk
from newsparse.readers.html.candidates import find
from newsparse.readers.html.cuts import report
from newsparse.readers.html.discards import Known, judge
from newsparse.readers.html.page import Page
from newsparse.readers.html.sections import Sink, write


def read_body(page: Page, build: ArticleBuilder, frame: int, titles: Iterable[str], repeats: Iterable[str]) -> None:
    """Add the sections of the page to `build`.

    `titles` are the headlines that the page states and `repeats` other strings that stand elsewhere in the article; the
    body repeats neither.
    """
    blocks = walk(find(page.root), build.ctx)
    judge(blocks, Known.of(titles, repeats))
    report(blocks, build.ctx)
    write(blocks, Sink(build=build, base=page.base, frame=frame))
