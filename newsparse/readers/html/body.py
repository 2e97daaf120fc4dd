"""The body: find where the story is, walk it, judge its blocks, hand them on."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from newsparse.context import Context
from newsparse.kit.build import ArticleBuilder
from newsparse.readers.html.blocks import Block, walk
from newsparse.readers.html.candidates import Found, find
from newsparse.readers.html.cuts import report
from newsparse.readers.html.discards import Known, judge
from newsparse.readers.html.folding import folded
from newsparse.readers.html.habits import Habits
from newsparse.readers.html.metadata import Facts
from newsparse.readers.html.order import tells
from newsparse.readers.html.page import Page
from newsparse.readers.html.sections import Sink, write
from newsparse.readers.html.signed import take_names
from newsparse.readers.html.tables import ELEMENTS, LEFT_OUT


def read_body(page: Page, build: ArticleBuilder, frame: int, habits: Habits, facts: Facts) -> bool:
    """Add the sections of the page to `build`, read by `habits`; they do not repeat what `facts` have said already.

    False for a page on which no story was found.
    """
    found = find(page, habits.story, facts.headline)
    blocks = walk(found, build.ctx, habits)
    authors = [agent.name for credit in facts.credits for agent in credit.agents if agent.name]
    known = Known.of(facts.titles, facts.repeats, facts.deck, facts.headline, authors)
    judge(blocks, known, one=habits.articles == "one")
    if facts.lead is not None:
        blocks = _with_lead(blocks, Found(facts.lead, found.prose), build.ctx, habits)
    _settle_deck(blocks, build)
    take_names(blocks, facts, build)
    write(blocks, Sink(build=build, base=page.base, frame=frame))
    report(chain(blocks, _outside(found.container)), build.ctx)
    return any(map(tells, blocks))


def _with_lead(blocks: list[Block], lead: Found, ctx: Context, habits: Habits) -> list[Block]:
    """The blocks with those of the first paragraph, which may stand apart, kept; unless the others say the same."""
    inside = set(lead.container.iter())
    ours = [b for b in blocks if b.element in inside]
    others = [b for b in blocks if b.dropped is None and b.text and b.element not in inside]
    apart = [] if ours else walk(lead, ctx, habits)
    opening = folded(" ".join(b.text for b in ours or apart if b.dropped is None or b.dropped in _DOUBTED))
    if opening and not any(folded(b.text).startswith(opening) for b in others[:_OPENING]):
        for block in ours or apart:
            if block.dropped in _DOUBTED:
                block.dropped = None
            if block.kind == "heading":
                block.kind = "text"
        return [*apart, *blocks]
    return blocks


_DOUBTED = frozenset({"repeat", "label", "caption", "related", "box", "meta", "author", "above", "header", "outside"})
_OPENING = 3  # blocks of the story that may say what the standfirst says
_OUTSIDE = 300  # characters told of what stands outside, the nearest: a page has ten thousand of menus


def _outside(container: Any) -> Iterator[Block]:
    """What a reader of the page sees outside the container, as one block; its beginning, where that is much."""
    words: list[str] = []
    room = _OUTSIDE
    for characters in _around(container):
        text = " ".join(characters.split())
        words.append(text)
        room -= len(text)
        if room < 0:
            break
    if words:
        yield Block("aside", container, container.tag, " ".join(words), dropped="outside")


def _around(container: Any) -> Iterator[str]:
    """The characters of the page that are not in the container and no mere space, those of the nearest elements first."""
    at = container
    while at is not None and at.tag != "body":
        if (tail := at.tail) and not tail.isspace():
            yield tail
        for beside in chain(at.itersiblings(preceding=True), at.itersiblings()):
            for element in beside.iter():
                if ELEMENTS.get(element.tag) is not LEFT_OUT and (text := element.text) and not text.isspace():
                    yield text
                if (tail := element.tail) and not tail.isspace():
                    yield tail
        at = at.getparent()
        if at is not None and (text := at.text) and not text.isspace():
            yield text


def _settle_deck(blocks: list[Block], build: ArticleBuilder) -> None:
    """Take a standfirst that the body begins with for the summary: it is not said twice."""
    first = next((b for b in blocks if b.dropped is None and b.text), None)
    if first is None or not build.deck or folded(build.deck[0].text) != folded(first.text):
        return
    line = build.deck.pop(0)
    build.resay("deck", "summary")
    build.summary = build.summary or line
