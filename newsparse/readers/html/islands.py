"""Islands: what stands beside the story's elements in subtrees of its own, and why it is left out."""

from itertools import islice, takewhile
from typing import Any

import attrs

from newsparse.readers.html.blocks import Block
from newsparse.readers.html.families import Story
from newsparse.readers.html.folding import says
from newsparse.readers.html.hints import names_of
from newsparse.readers.html.tables import LABEL, RECIPE, SENTENCE

_LARGE = 0.3  # of the story: an island of running text that is larger is part of it
_PROSE = 80  # characters of a paragraph, in the mean
_SMALL = 120  # characters: labels and teasers are shorter, paragraphs of the lead are not
_COUNT = 8  # characters of a number beside a heading, at most
_CAPTION = 400  # characters of what is told below a picture, at most
_STRINGS = 100  # of a table, and of a link, that are looked at
_SEVERAL = 3
_SLIGHTLY = 0.1
_OPENING = 200  # characters of a paragraph in a header
_LINKED = 0.3  # of an island's text
_LEAD = 12  # blocks before the first paragraph among which its picture may be
_OF_PICTURES = frozenset({"caption", "box", "player"})  # hints that a picture with its caption may stand under
_INSIDE = frozenset({"header", "widget"})  # hints that say nothing of what is inside the story: sections have headers
_OF_TITLE = frozenset({None, "title"})
_PLAIN = frozenset({"ul", "ol", "dl", "blockquote", "p"})


@attrs.define(eq=False)
class Island:
    """A subtree beside the story's elements, and what is in it."""

    top: Any
    start: int
    members: list[Block]
    media: bool
    headed: bool

    @property
    def size(self) -> int:
        """Characters."""
        return sum([len(block.text) for block in self.members])

    @property
    def linked(self) -> int:
        """Characters that are links."""
        return sum([block.linked for block in self.members])


@attrs.define(eq=False)
class Islands:
    """All islands of a page, by their tops."""

    story: Story
    found: dict[Any, list[Block]] = attrs.field(factory=dict, init=False)
    _starts: list[int] = attrs.field(factory=list, init=False)
    _tops: dict[Any, Any] = attrs.field(init=False)
    """Elements of the story, whose top is None, and those that were climbed through."""

    def __attrs_post_init__(self) -> None:
        self._tops = dict.fromkeys((None, *self.story.spine))

    def take(self, block: Block, index: int) -> None:
        """Put a block that is not the story's own into its island."""
        top = self._top_at(block.element.getparent())
        if top is None:
            top = block.element
        elif top is block.wrapper:
            top = block.element if block.group is None else block.group
        members = self.found.get(top)
        if members is None:
            self.found[top] = [block]
            self._starts.append(index)
        else:
            members.append(block)

    def _top_at(self, at: Any) -> Any:
        """The top of the island that an element stands in, None for one of the story's; each is climbed through once."""
        tops, passed = self._tops, []
        while at not in tops:
            if self.story.is_like_a_holder(at):
                tops[at] = None
                break
            passed.append(at)
            at = at.getparent()
        top = tops[at]
        if passed:
            top = passed[-1] if top is None else top
            tops.update(dict.fromkeys(passed, top))
        return top

    def judge(self) -> None:
        """Set `dropped` on what of the islands is not the story's."""
        for (top, members), start in zip(self.found.items(), self._starts, strict=True):
            kinds = {block.kind for block in members}
            _judge(Island(top, start, members, media="media" in kinds, headed="heading" in kinds), self.story)


def _judge(island: Island, story: Story) -> None:
    if island.headed and len(island.members) > 1:
        _drop_counts(island.members)
    reason = _against(island, story)
    if reason == "box" and island.start >= story.first:
        if island.start <= story.last and not island.linked and _is_quoted([b for b in island.members if b.text]):
            return  # a quotation that nothing repeats, which `drop_pull_quotes` sees to
        if RECIPE.search(names_of(island.top)):
            reason = None
    waiting = [b for b in island.members if b.dropped is None and not b.lead]
    if reason == "caption":
        shown = next((b for b in waiting if b.kind == "media"), None)
        told = next((b for b in waiting if b.kind == "text"), None)
        if shown is not None:
            shown.caption = told
            waiting.remove(shown)
    if reason == "header" and island.headed:
        waiting = [b for b in waiting if not _is_opening(b)]
    for block in waiting:
        block.dropped = reason or next((hint for hint, _ in block.trail if hint not in _INSIDE), None)


def _drop_counts(members: list[Block]) -> None:
    """Drop the numbers beside a heading that has nothing else beside it: "2/5", "3."."""
    worded = [b for b in members if b.text and b.dropped is None]
    counts = [b for b in worded if b.kind == "text" and len(b.text) < _COUNT and not any(map(str.isalpha, b.text))]
    if counts and len(counts) == len(worded) - 1:
        for block in counts:
            block.dropped = "ornament"


def _against(island: Island, story: Story) -> str | None:
    """Why the blocks of an island are not the story's; None if they are."""
    members = [b for b in island.members if b.text and b.dropped is None]
    sides = _shared_hints(members or island.members)
    inside = story.first <= island.start <= story.last
    if inside:  # page builders call each piece of a story a widget
        sides = [side for side in sides if side != "widget"]
    if not members:
        return _against_things(island, sides, inside, story)
    if sides and not (island.media and len(members) == 1 and not island.headed and _OF_PICTURES.issuperset(sides)):
        return sides[-1]
    first = members[0]
    size = sum([len(b.text) for b in members])
    mean = sum(map(says, [b.text for b in members])) / len(members)
    linked = island.linked / island.size
    prose = mean > _PROSE and linked < 0.2 and not sides and (not island.media or len(members) > 1 or size > _CAPTION)
    opening = island.start < story.first and first.kind != "heading" and _open(members)
    if prose and (opening or size > _LARGE * story.size) and island.start <= story.last:
        return None
    direct = story.holds(_outermost(island).getparent())  # among the story's paragraphs
    line = direct and (inside or _follows(island, first, story)) and _is_line_of(story, island.top)
    if line or (direct and inside and island.top.tag in _PLAIN):
        return _against_direct(island.top.tag, linked, first, island.media)
    if inside and (_is_of_the_story(island, members, linked) or _shows_data(island, linked)):
        return None
    if linked > _LINKED or (island.headed and len(members) > 1) or island.media:
        return "related" if linked > _LINKED else "box" if island.headed else "caption"
    if (
        mean > _PROSE
        and not LABEL.match(first.text)
        and ((island.top.tag == "p" and direct) or (linked < 0.1 and all(b.tag == "li" for b in members)))
    ):
        return None
    return None if island.start < story.last and mean > _SMALL and SENTENCE.search(first.text) else "label"


def _outermost(island: Island) -> Any:
    """The island's top, or the wrapper around it that its first block stands alone in."""
    wrapper = island.members[0].wrapper
    return island.top if wrapper is None or wrapper not in island.top.iterancestors() else wrapper


def _is_line_of(story: Story, top: Any) -> bool:
    """Whether a bare `<div>` stands among the bare text that the story is: editors of blogs make one of some paragraphs."""
    outer = top.getparent()
    if (
        top.tag != "div"
        or top.keys()
        or len(top) > _SEVERAL
        or next(top.iterdescendants("div", "p", "table", "ul"), None) is not None
    ):
        return False
    return any(family.tag == outer.tag and family.name == outer.get("class") for family in story.families)


def _follows(island: Island, first: Block, story: Story) -> bool:
    """Whether an island says a sentence right below the story."""
    return story.last < island.start <= story.last + _SEVERAL and first.kind == "text" and SENTENCE.search(first.text) is not None


def _open(members: list[Block]) -> bool:
    """Whether there are several paragraphs under no name, as a story begins with."""
    plain = [b for b in members if b.kind == "text" and all(hint in _INSIDE for hint, _ in b.trail)]
    return len(plain) >= _SEVERAL and sum(len(b.text) for b in plain) > _PROSE * len(plain)


def _is_of_the_story(island: Island, members: list[Block], linked: float) -> bool:
    """Whether something inside the story is a list of it, or one of its headings, in whatever it stands."""
    if linked < _SLIGHTLY and (island.top.tag == "details" or _is_quoted(members)):
        return True
    if len(members) > 1:
        return linked < _SLIGHTLY and all(b.tag == "li" for b in members)
    return island.headed and not island.linked and not island.media


def _shows_data(island: Island, linked: float) -> bool:
    """Whether a table inside the story stands there with a note alone: whence its numbers are, of when."""
    tables = [b for b in island.members if b.kind == "table"]
    return bool(tables) and not island.headed and linked < _LINKED and island.size < _CAPTION and not any(map(_links, tables))


def _is_opening(block: Block) -> bool:
    """Whether a paragraph of a story's header is the first one: no line there that is none is so long."""
    return block.tag == "p" and len(block.text) > _OPENING and not block.linked and SENTENCE.search(block.text) is not None


def _is_quoted(members: list[Block]) -> bool:
    """Whether all of it is one quotation that says a sentence."""
    group = members[0].group if members else None
    return (
        group is not None
        and group.tag == "blockquote"
        and all(b.group is group for b in members)
        and SENTENCE.search(members[-1].text) is not None
    )


def _shared_hints(members: list[Block]) -> list[str]:
    """The hints that hold for all of the blocks, the innermost last."""
    if not members[0].trail:
        return []
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
    if any(b.dropped not in _OF_TITLE for b in island.members if b.text):
        return "related"
    if any(b.kind == "table" and _links(b) for b in island.members):
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
