"""Islands: what stands beside the story's elements in subtrees of its own, and why it is left out."""

from itertools import islice, takewhile
from typing import Any

import attrs

from newsparse.readers.html.blocks import Block
from newsparse.readers.html.families import Story
from newsparse.readers.html.tables import LABEL, SENTENCE

_LARGE = 0.3  # of the story: an island of running text that is larger is part of it
_PROSE = 80  # characters of a paragraph, in the mean
_SMALL = 120  # characters: labels and teasers are shorter, paragraphs of the lead are not
_CAPTION = 400  # characters of what is told below a picture, at most
_STRINGS = 100  # of a table, and of a link, that are looked at
_SEVERAL = 3
_LEAD = 12  # blocks before the first paragraph among which its picture may be
_OF_PICTURES = frozenset({"caption", "box", "player"})  # hints that a picture with its caption may stand under
_INSIDE = frozenset({"header", "widget"})  # hints that say nothing of what is inside the story: sections have headers
_PLAIN = frozenset({"ul", "ol", "dl", "blockquote", "p"})


@attrs.define(eq=False)
class Island:
    """A subtree beside the story's elements, and what is in it."""

    top: Any
    direct: bool
    """Its top stands among the story's paragraphs."""
    start: int
    members: list[Block] = attrs.field(factory=list)
    size: int = 0
    linked: int = 0
    media: bool = False
    headed: bool = False

    def take(self, block: Block) -> None:
        """Put a block here."""
        self.members.append(block)
        self.size += len(block.text)
        self.linked += block.linked
        self.media = self.media or block.kind == "media"
        self.headed = self.headed or block.kind == "heading"


@attrs.define(eq=False)
class Islands:
    """All islands of a page, by their tops."""

    story: Story
    found: dict[Any, Island] = attrs.field(factory=dict, init=False)
    _tops: dict[Any, Any] = attrs.field(factory=dict, init=False)
    _ends: dict[Any, bool] = attrs.field(factory=dict, init=False)

    def take(self, block: Block, index: int) -> None:
        """Put a block that is not the story's own into its island."""
        parent = block.element.getparent()
        top = block.element if self._ends_at(parent) else self._climbed(parent)
        island = self.found.get(top)
        if island is None:
            island = self.found[top] = Island(top, self.story.holds(top.getparent()), index)
        island.take(block)

    def _ends_at(self, parent: Any) -> bool:
        ends = self._ends.get(parent)
        if ends is None:
            story = self.story
            ends = parent is None or parent in story.spine or (parent.tag, parent.get("class")) in story.alike
            self._ends[parent] = ends
        return ends

    def _climbed(self, at: Any) -> Any:
        """The top of the island that an element stands in; each is climbed through once."""
        passed = []
        while at not in self._tops:
            passed.append(at)
            parent = at.getparent()
            if self._ends_at(parent):
                self._tops[at] = at
            else:
                at = parent
        top = self._tops[at]
        self._tops.update(dict.fromkeys(passed, top))
        return top

    def judge(self) -> None:
        """Set `dropped` on what of the islands is not the story's."""
        for island in self.found.values():
            _judge(island, self.story)


def _judge(island: Island, story: Story) -> None:
    reason = _against(island, story)
    waiting = [b for b in island.members if b.dropped is None and not b.lead]
    if reason == "caption":
        shown = next((b for b in waiting if b.kind == "media"), None)
        told = next((b for b in waiting if b.kind == "text"), None)
        if shown is not None:
            shown.caption = told
            waiting.remove(shown)
    for block in waiting:
        block.dropped = reason or next((hint for hint, _ in block.trail if hint not in _INSIDE), None)


def _against(island: Island, story: Story) -> str | None:
    """Why the blocks of an island are not the story's; None if they are."""
    members = [b for b in island.members if b.text and b.dropped is None]
    sides = _shared_hints(members or island.members)
    inside = story.first <= island.start <= story.last
    if inside:  # page builders call each piece of a story a widget
        sides = [side for side in sides if side != "widget"]
    if not members:
        return _against_things(island, sides, inside, story)
    first = members[0]
    size = sum(len(b.text) for b in members)
    mean = size / len(members)
    linked = island.linked / island.size
    prose = mean > _PROSE and linked < 0.2 and not sides and (not island.media or len(members) > 1 or size > _CAPTION)
    opening = island.start < story.first and first.kind != "heading" and _open(members)
    if prose and (opening or size > _LARGE * story.size) and island.start <= story.last:
        return None
    if sides and not (island.media and len(members) == 1 and not island.headed and _OF_PICTURES.issuperset(sides)):
        return sides[-1]
    if island.direct and inside and island.top.tag in _PLAIN:
        return _against_direct(island.top.tag, linked, first, island.media)
    if inside and _is_of_the_story(island, members, linked):
        return None
    if linked > 0.3 or (island.headed and len(members) > 1) or island.media:
        return "related" if linked > 0.3 else "box" if island.headed else "caption"
    if mean > _PROSE and ((island.top.tag == "p" and island.direct) or (linked < 0.1 and all(b.tag == "li" for b in members))):
        return None
    return None if island.start < story.last and mean > _SMALL and SENTENCE.search(first.text) else "label"


def _open(members: list[Block]) -> bool:
    """Whether there are several paragraphs under no name, as a story begins with."""
    plain = [b for b in members if b.kind == "text" and all(hint in _INSIDE for hint, _ in b.trail)]
    return len(plain) >= _SEVERAL and sum(len(b.text) for b in plain) > _PROSE * len(plain)


def _is_of_the_story(island: Island, members: list[Block], linked: float) -> bool:
    """Whether something inside the story is a list of it, or one of its headings, in whatever it stands."""
    if len(members) > 1:
        return linked < 0.1 and all(b.tag == "li" for b in members)
    return island.headed and not island.linked and not island.media


def _shared_hints(members: list[Block]) -> list[str]:
    """The hints that hold for all of the blocks, the innermost last."""
    shared = takewhile(lambda pair: pair[0][1] is pair[1][1], zip(members[0].trail, members[-1].trail, strict=False))
    return [hint for (hint, _), _ in shared]


def _against_direct(tag: str, linked: float, first: Block, media: bool) -> str | None:
    """For what stands among the story's paragraphs as one of them would."""
    if tag == "blockquote":
        return None
    if tag == "p":
        return "caption" if media else "label" if LABEL.match(first.text) else None
    return None if linked < 0.35 else "related"


def _against_things(island: Island, sides: list[str], inside: bool, story: Story) -> str | None:
    """For pictures, tables and rules without words of their own beside them."""
    if any(side not in _OF_PICTURES and side != "header" for side in sides):
        return sides[-1]
    if any(b.dropped for b in island.members if b.text) or any(b.kind == "table" and _links(b) for b in island.members):
        return "related"
    if island.start == story.last + 1 and any(map(_told, island.members)):
        return None
    return None if inside or (island.start < story.first and story.first - island.start < _LEAD) else "outside"


def _links(block: Block) -> bool:
    """Whether what stands in a table is links for the most part, as its beginning tells."""
    links = islice(block.element.iter("a"), _STRINGS)
    linked = sum(len(text) for a in links for text in islice(a.itertext(), _STRINGS))
    return linked > 0 and linked * 2 > sum(map(len, islice(block.element.itertext(), 4 * _STRINGS)))


def _told(block: Block) -> bool:
    """Whether a picture is described: one that closes the story is, one without words there is somebody else's."""
    return block.tag == "figure" and block.element.find(".//figcaption") is not None
