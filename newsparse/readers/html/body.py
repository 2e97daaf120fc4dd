"""The body: find where the story is, walk it, judge its blocks, hand them on."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from newsparse.kit.build import ArticleBuilder
from newsparse.readers.html.blocks import Block, walk
from newsparse.readers.html.candidates import find
from newsparse.readers.html.cuts import report
from newsparse.readers.html.discards import Known, judge
from newsparse.readers.html.folding import folded
from newsparse.readers.html.habits import Habits
from newsparse.readers.html.page import Page
from newsparse.readers.html.sections import Sink, write
from newsparse.readers.html.tables import ELEMENTS, LEFT_OUT


def read_body(
    page: Page, build: ArticleBuilder, frame: int, habits: Habits, titles: Iterable[str], repeats: Iterable[str]
) -> None:
    """Add the sections of the page to `build`, read by `habits`.

    `titles` are the headlines that the page states and `repeats` other strings that stand elsewhere in the article; the
    body repeats neither.
    """
    found = find(page.root, habits.story)
    blocks = walk(found, build.ctx, habits)
    judge(blocks, Known.of(titles, repeats), one=habits.articles == "one")
    _settle_deck(blocks, build)
    write(blocks, Sink(build=build, base=page.base, frame=frame))
    report(chain(blocks, _outside(found.container)), build.ctx)


_OUTSIDE = 1_000  # characters told of what stands outside; a page has ten thousand of menus


def _outside(container: Any) -> Iterator[Block]:
    """What a reader of the page sees outside the container, as one block; its beginning, where that is much."""
    words: list[str] = []
    room = _OUTSIDE
    for characters in _around(container):
        if characters.isspace():
            continue
        text = " ".join(characters.split())
        words.append(text)
        room -= len(text)
        if room < 0:
            break
    if words:
        yield Block("aside", container, container.tag, " ".join(words), dropped="outside")


def _around(container: Any) -> Iterator[str]:
    """The characters of the page that are not in the container, those of the nearest elements first."""
    at = container
    while at is not None and at.tag != "body":
        if at.tail:
            yield at.tail
        for beside in chain(at.itersiblings(preceding=True), at.itersiblings()):
            for element in beside.iter():
                if (text := element.text) and ELEMENTS.get(element.tag) is not LEFT_OUT:
                    yield text
                if tail := element.tail:
                    yield tail
        at = at.getparent()
        if at is not None and at.text:
            yield at.text


def _settle_deck(blocks: list[Block], build: ArticleBuilder) -> None:
    """Take a standfirst that the body begins with for the summary: it is not said twice."""
    first = next((b for b in blocks if b.dropped is None and b.text), None)
    if first is None or not build.deck or folded(build.deck[0].text) != folded(first.text):
        return
    line = build.deck.pop(0)
    build.resay("deck", "summary")
    build.summary = build.summary or line
