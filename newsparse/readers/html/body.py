"""The body: find where the story is, walk it, judge its blocks, hand them on."""

from collections.abc import Iterable

from newsparse.kit.build import ArticleBuilder
from newsparse.readers.html.blocks import walk
from newsparse.readers.html.candidates import find
from newsparse.readers.html.discards import folded, judge
from newsparse.readers.html.page import Page


def read_body(page: Page, build: ArticleBuilder, titles: Iterable[str], repeats: Iterable[str], told: str | None) -> None:
    """Add the sections of the page to `build`.

    `titles` are the headlines that the page states and `repeats` other strings that stand elsewhere in the article; the
    body repeats neither. `told` is the body as the page states it in its metadata, which has lost its paragraphs.
    """
    blocks = walk(find(page.root))
    judge(blocks, {folded(title) for title in titles}, {folded(text): "repeat" for text in repeats})
    for block in blocks:
        if block.dropped or not block.text:
            continue
        if block.kind == "heading":
            build.heading(block.text, int(block.tag[1]))
        else:
            build.paragraph(block.text)
