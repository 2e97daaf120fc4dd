"""Which blocks are the story's: what is dropped keeps its reason.

Most of a story stands in one family of elements: same tag and class, same kind of parent. What stands beside it, in
subtrees of its own ("islands": boxes, teasers, captions, forms), needs a reason to be kept; what stands in it needs one to
be dropped. A class name alone is never that reason.
"""

from collections import Counter
from collections.abc import Container, Iterable
from itertools import pairwise
from typing import Any

import attrs

from newsparse.readers.html.blocks import Block
from newsparse.readers.html.tables import ADDRESS, HEADINGS, LABEL, SENTENCE

_WIDE = 0.5  # a name that stands over more of the story than this says nothing about it
_LARGE = 0.3  # of the story: an island of running text that is larger is part of it
_FAMILY = 0.3  # of the largest family's text: the others that are the story too
_LEAST = 25  # characters of a paragraph that counts for its family
_SIGN = 40  # characters of a paragraph that shows where the story begins and ends
_WORDED = frozenset({"text", "heading"})
_UNITS = frozenset({"p", "li", "dt", "dd", *HEADINGS})
_STORY = 300  # characters of an article that is one
_LABELLED = frozenset({"related", "newsletter", "box", "share", "player"})
_FOLLOWERS = frozenset({"ul", "ol", "dl", "table", "blockquote", "pre", *HEADINGS})
_LINES_ABOVE = 5  # lines between the headline of a teaser and its text: author, date, a picture
_LINE = 50
_HEADLINE = 20
_LOOSE = 50  # characters by which white space and quotation marks may make a string longer
_MARK_SIZE = 12  # characters of a line of asterisks or the like between paragraphs
_SHORT = 30  # characters of a line that is a link and still may be the story's: a price, a name
_SEVERAL = 4  # links in a line that is a list of them
_CAPTION = 150
_FEW = 4  # lines of a story; in a shorter one a line below a picture may be all there is
_DOUBTFUL = frozenset({"related", "label", "caption", "meta", "author", "box", "outside", "repeat"})
_NOTES = 500
_CLOSING = '.!?…。！？।؟۔:;,"”’»“)'
_SMALL = 120  # characters: labels and teasers are shorter, paragraphs of the lead are not


def folded(text: str) -> str:
    """The letters and digits of a text, in one case: for seeing whether two are the same."""
    return "".join(filter(str.isalnum, text.casefold()))


@attrs.define(eq=False)
class _Story:
    """The families that most of the text is in, where their elements stand, and from where to where they reach."""

    families: set[Any]
    kin: set[Any]
    """Tags and classes of the families' elements, where they have a class."""
    holders: set[Any]
    alike: set[Any]
    """Tags and classes of the holders, where they have a class: what is like them holds the story too."""
    spine: set[Any]
    """The holders and all that they stand in."""
    first: int
    last: int
    size: int


@attrs.define(eq=False)
class _Island:
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
        self.members.append(block)
        self.size += len(block.text)
        self.linked += block.linked
        self.media = self.media or block.kind == "media"
        self.headed = self.headed or block.kind == "heading"


@attrs.frozen(eq=False)
class Known:
    """Strings that stand elsewhere in the article, folded: headlines of the page, and standfirst, byline and dates."""

    titles: Container[str]
    repeats: Container[str]
    longest: int
    """Characters of the longest, before folding, or more."""

    @classmethod
    def of(cls, titles: Iterable[str], repeats: Iterable[str]) -> "Known":
        """The strings, as they are stated."""
        headlines, others = tuple(titles), tuple(repeats)
        longest = max(map(len, (*headlines, *others)), default=0) + _LOOSE
        return cls(frozenset(map(folded, headlines)), frozenset(map(folded, others)), longest)


def judge(blocks: list[Block], known: Known, *, one: bool = True) -> None:
    """Set `dropped` on the blocks that are not the story's. `one`: the page has one story, in one `<article>` if in any."""
    texts = Counter(b.text for b in blocks if b.text and b.dropped is None)
    story = _story(blocks, texts)
    islands: dict[Any, _Island] = {}
    for index, block in enumerate(blocks):
        if block.dropped is not None:
            continue
        main = _is_main(block, story)
        if not main:
            _island(block, index, story, islands).take(block)
        if block.text:
            among = main or _holder(block) in story.holders
            block.dropped = _own_reason(block, main, among, texts, known)
    _lead(blocks)
    for island in islands.values():
        _judge_island(island, story)
    _captions(blocks)
    _end_notes(blocks)
    if one:
        _other_articles(blocks)
    _pull_quotes(blocks, islands)
    _above_title(blocks)
    _label_headings(blocks)
    _lone_headings(blocks)
    _nothing_left(blocks)


# What the story is


def _signature(block: Block) -> Any:
    """What the elements of one family have in common."""
    element = block.element
    parent = element.getparent()
    if parent is None:
        return (block.tag, element.get("class"))
    return (block.tag, element.get("class"), parent.tag, parent.get("class"))


def _story(blocks: list[Block], texts: Any) -> _Story:
    signed = []
    for index, block in enumerate(blocks):
        if block.kind in _WORDED:
            block.signature = _signature(block)
            if block.kind == "text":
                signed.append((index, block, block.signature))
    teasers = _teasers(blocks, signed)
    plain = [(b, signature) for _, b, signature in signed if not (b.trail and b.trail[-1][1] is b.element)]
    counted = [
        (b, signature)
        for b, signature in plain
        if len(b.text) > _LEAST and b.linked * 2 < len(b.text) and texts[b.text] == 1 and signature not in teasers
    ] or plain
    weight = _weights(counted)
    if weight:
        _forget_wide_hints(blocks, [b for b, signature in counted if signature == max(weight, key=weight.__getitem__)])
        weight = _weights(counted)
    most = max(weight.values(), default=0)
    families = {signature for signature, size in weight.items() if size >= _FAMILY * most}
    ours = [(i, b) for i, b, signature in signed if signature in families]
    holders = {_holder(b) for _, b in ours}
    signs = [i for i, b in ours if len(b.text) > _SIGN]
    return _Story(
        families=families,
        kin={(tag, name) for tag, name, *_ in families if name and tag == "p"},
        holders=holders,
        alike={(h.tag, name) for h in holders if (name := h.get("class"))},
        spine=_spine(holders),
        first=signs[0] if signs else 0,
        last=_last(blocks, signs[-1], holders) if signs else len(blocks),
        size=sum(len(b.text) for _, b in ours),
    )


def _weights(counted: list[tuple[Block, Any]]) -> Counter[Any]:
    """What each family weighs: its text, less under names that hint at something else, less for one of its kind."""
    weight: Counter[Any] = Counter()
    members: Counter[Any] = Counter()
    for block, signature in counted:
        weight[signature] += (len(block.text) - block.linked) // (1 + 3 * (len(block.trail) + (block.tag == "li")))
        members[signature] += 1
    for signature, count in members.items():
        if count == 1:
            weight[signature] //= 2
    return weight


def _forget_wide_hints(blocks: list[Block], family: list[Block]) -> None:
    """Take from the trails the names that stand over much of the largest family: they say nothing about it."""
    under: Counter[Any] = Counter()
    total = 0
    for block in family:
        size = len(block.text)
        total += size
        for key in {(what, element.tag, element.get("class")) for what, element in block.trail}:
            under[key] += size
    wide = {key for key, size in under.items() if size > _WIDE * total}
    if wide:
        for block in blocks:
            if block.trail:
                block.trail = tuple((w, e) for w, e in block.trail if (w, e.tag, e.get("class")) not in wide)


def _last(blocks: list[Block], last: int, holders: set[Any]) -> int:
    """Where the story ends: its last paragraph, or the lists and headings that follow it without a gap."""
    for index in range(last + 1, len(blocks)):
        block = blocks[index]
        top = block.group if block.group is not None else block.element
        if top.tag not in _FOLLOWERS or top.getparent() not in holders or block.linked * 2 > len(block.text):
            break
        last = index
    return last


def _teasers(blocks: list[Block], signed: list[tuple[int, Block, Any]]) -> set[Any]:
    """Families whose members mostly follow a headline that is a link: what they tell is other stories."""
    members: Counter[Any] = Counter()
    led: Counter[Any] = Counter()
    seen: set[Any] = set()
    for index, _, signature in signed:
        members[signature] += 1
        for line in reversed(blocks[max(index - _LINES_ABOVE, 0) : index]):
            if line.kind == "text" and len(line.text) > _LINE and line.linked * 2 < len(line.text):
                break
            if line.text and len(line.text) > _HEADLINE and line.linked > 0.6 * len(line.text):
                led[signature] += (signature, line.element) not in seen
                seen.add((signature, line.element))
                break
    return {signature for signature, count in led.items() if count > 2 and count > 0.6 * members[signature]}


def _holder(block: Block) -> Any:
    """What the block's siblings stand in, or its list's or quote's; bare text between breaks is its own element's."""
    if block.group is not None:
        return block.group.getparent()
    return block.element.getparent() if block.tag in _UNITS else block.element


def _spine(holders: set[Any]) -> set[Any]:
    spine: set[Any] = set()
    for holder in holders:
        at = holder
        while at is not None and at not in spine:
            spine.add(at)
            at = at.getparent()
    return spine


def _holds(element: Any, story: _Story) -> bool:
    return element in story.holders or (element is not None and (element.tag, element.get("class")) in story.alike)


def _is_main(block: Block, story: _Story) -> bool:
    if block.kind == "heading":
        return _holds(block.element.getparent(), story)
    return block.kind == "text" and (block.signature in story.families or (block.tag, block.element.get("class")) in story.kin)


# Blocks, one by one


def _own_reason(block: Block, main: bool, among: bool, texts: Any, known: Known) -> str | None:
    """Why the block is none of the story's, whatever stands around it.

    `main`: it is of the story's family; `among`: at least its siblings are, so that a standfirst is the first paragraph.
    """
    text = block.text
    size = len(text)
    if size <= known.longest:
        same = folded(text)
        if not same:
            return None if main and size < _MARK_SIZE else "ornament"
        if same in known.titles:
            return "title"
        if same in known.repeats and (size < _LINE or not among or block.kind == "heading"):
            return "repeat"
    if block.trail and block.trail[-1][0] == "hidden":
        return "hidden"
    if not main and texts[text] > (2 if size < _SMALL else 1):
        return "label"
    linked = block.linked / size
    if block.kind == "heading":
        return "related" if linked > 0.6 else None
    if linked > 0.6 and not SENTENCE.search(text) and not (main and _shows_address(block)):
        return "related"
    return "related" if linked > 0.3 and LABEL.match(text) else None


def _shows_address(block: Block) -> bool:
    """Whether links in running text are there for what they are: addresses, a price, a list of names."""
    text = block.text
    if len(text) < _SHORT or ADDRESS.search(text):
        return not LABEL.match(text)
    return sum(kind == "link" for kind, *_ in block.marks) >= _SEVERAL


def _lead(blocks: list[Block]) -> None:
    """Keep a standfirst that stands below date, byline or picture: it is the first paragraph."""
    title = next((i for i, b in enumerate(blocks) if b.dropped == "title" and b.kind == "heading"), None)
    if title is None:
        return
    for index in range(title + 2, min(title + 40, len(blocks))):
        block = blocks[index]
        if block.dropped == "repeat" and block.kind == "text" and len(block.text) > 60 and SENTENCE.search(block.text):
            block.dropped = None
            block.lead = True


# Islands


def _island(block: Block, index: int, story: _Story, islands: dict[Any, _Island]) -> _Island:
    top = block.element
    parent = top.getparent()
    while parent is not None and parent not in story.spine and (parent.tag, parent.get("class")) not in story.alike:
        top, parent = parent, parent.getparent()
    island = islands.get(top)
    if island is None:
        island = islands[top] = _Island(top, _holds(parent, story), index)
    return island


def _judge_island(island: _Island, story: _Story) -> None:
    reason = _against(island, story)
    waiting = [b for b in island.members if b.dropped is None and not b.lead]
    if reason == "caption":
        shown = next((b for b in waiting if b.kind == "media"), None)
        told = next((b for b in waiting if b.kind == "text"), None)
        if shown is not None:
            shown.caption = told
            waiting.remove(shown)
    for block in waiting:
        block.dropped = reason


def _against(island: _Island, story: _Story) -> str | None:
    """Why the blocks of an island are not the story's; None if they are."""
    members = [b for b in island.members if b.text and b.dropped is None]
    sides = _shared_hints(members or island.members)
    inside = story.first <= island.start <= story.last
    if not members:
        return _against_things(island, sides, inside, story)
    size = sum(len(b.text) for b in members)
    mean = size / len(members)
    linked = island.linked / island.size
    if (
        size > _LARGE * story.size
        and island.start <= story.last
        and not sides
        and mean > 80
        and linked < 0.2
        and not island.media
    ):
        return None
    if sides and not (island.media and len(members) == 1 and not island.headed and _OF_PICTURES.issuperset(sides)):
        return sides[-1]
    first = members[0]
    if island.direct and inside and island.top.tag in _PLAIN:
        return _against_direct(island.top.tag, linked, first, island.media)
    if inside and len(members) == 1 and island.headed and not island.linked and not island.media:
        return None
    if linked > 0.3 or (island.headed and len(members) > 1) or island.media:
        return "related" if linked > 0.3 else "box" if island.headed else "caption"
    if island.start > story.last:
        return None if mean > 100 and island.top.tag == "p" and island.direct else "label"
    return None if mean > _SMALL and SENTENCE.search(first.text) else "label"


_OF_PICTURES = frozenset({"caption", "box", "player"})  # hints that a picture with its caption may stand under
_PLAIN = frozenset({"ul", "ol", "dl", "blockquote", "p"})


def _shared_hints(members: list[Block]) -> list[str]:
    """The hints that hold for all of the blocks, the innermost last."""
    last = members[-1].trail
    return [hint[0] for hint in members[0].trail if hint in last]


def _against_direct(tag: str, linked: float, first: Block, media: bool) -> str | None:
    """For what stands among the story's paragraphs as one of them would."""
    if tag == "blockquote":
        return None
    if tag == "p":
        return "caption" if media else "label" if LABEL.match(first.text) else None
    return None if linked < 0.35 else "related"


def _against_things(island: _Island, sides: list[str], inside: bool, story: _Story) -> str | None:
    """For pictures, tables and rules without words of their own beside them."""
    if any(side not in _OF_PICTURES and side != "header" for side in sides):
        return sides[-1]
    if any(b.dropped for b in island.members if b.text):
        return "related"
    return None if inside or (island.start < story.first and story.first - island.start < 12) else "outside"


# The whole


def _captions(blocks: list[Block]) -> None:
    """Take for captions the short lines right below a medium that are no sentence and announce nothing."""
    if sum(b.dropped is None and bool(b.text) for b in blocks) < _FEW:
        return
    for shown, line in pairwise(blocks):
        if shown.kind == "media" and shown.dropped is None and line.kind == "text" and line.dropped is None:
            text = line.text
            if len(text) < _CAPTION and text[-1] not in _CLOSING and line.strong * 2 < len(text) and line.group is None:
                line.dropped = "caption"
                shown.caption = shown.caption or line


def _end_notes(blocks: list[Block]) -> None:
    """Drop the short lines below an agency's end mark, a line of underscores."""
    kept = [b for b in blocks if b.dropped is None and b.text]
    for at in range(len(kept) - 1, max(len(kept) - 6, 0), -1):
        if kept[at].text.strip("_") == "" and sum(len(b.text) for b in kept[at + 1 :]) < _NOTES:
            for block in kept[at + 1 :]:
                block.dropped = "note"


def _other_articles(blocks: list[Block]) -> None:
    """Drop what stands in another `<article>` than the headline does, where that one holds a story."""
    ours = next((b.articles[-1] for b in blocks if b.dropped == "title" and b.kind == "heading" and b.articles), None)
    if ours is None or sum(len(b.text) for b in blocks if b.dropped is None and ours in b.articles) < _STORY:
        return
    for block in blocks:
        if block.articles and ours not in block.articles and block.dropped is None:
            block.dropped = "other"


def _pull_quotes(blocks: list[Block], islands: dict[Any, _Island]) -> None:
    """Drop quotations set apart that repeat what a paragraph says."""
    short = [b for i in islands.values() for b in i.members if b.dropped is None and b.kind == "text" and 20 < len(b.text) < 400]
    if short:
        beside = set(map(id, short))
        told = "\n".join(folded(b.text) for b in blocks if b.dropped is None and b.text and id(b) not in beside)
        for block in short:
            if folded(block.text) in told:
                block.dropped = "pull"


def _label_headings(blocks: list[Block]) -> None:
    """Drop headings of what was dropped: the next line went, and no heading of their kind stands above a paragraph."""
    followed = [(a, b) for a, b in pairwise(b for b in blocks if b.text) if a.kind == "heading" and a.dropped is None]
    good = {a.signature for a, b in followed if b.dropped is None and b.kind != "heading"}
    for heading, line in followed:
        if line.dropped in _LABELLED and heading.signature not in good:
            heading.dropped = line.dropped


def _above_title(blocks: list[Block]) -> None:
    """Drop what stands above the title, where the title stands above much of the text."""
    at = next((i for i, b in enumerate(blocks) if b.dropped == "title" and b.kind == "heading"), None)
    if at is None:
        return
    above = sum(len(b.text) for b in blocks[:at] if b.dropped is None)
    below = sum(len(b.text) for b in blocks[at:] if b.dropped is None)
    if above < 0.5 * below or (below > _STORY and above < 2 * below):
        for block in blocks[:at]:
            if block.dropped is None:
                block.dropped = "above"


def _nothing_left(blocks: list[Block]) -> None:
    """Take back what was dropped beside the story where no story is left: a poor page is better than none."""
    if not any(b.dropped is None and b.text for b in blocks):
        for block in blocks:
            if block.dropped in _DOUBTFUL and block.kind == "text":
                block.dropped = None


def _lone_headings(blocks: list[Block]) -> None:
    """Drop headings that have nothing below them."""
    below = False
    for block in reversed(blocks):
        if block.dropped is not None:
            continue
        if block.kind != "heading":
            below = below or block.kind != "media"
        elif below:
            below = False
        else:
            block.dropped = "heading"
