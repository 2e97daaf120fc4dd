"""Families: the elements that most of the story stands in, by tag and class and those of what they stand in.

Found anew on each page, because they are what pages differ in: `<p>` in one `<div>`, `<div>` in thirty of one class, bare text
between breaks.
"""

from collections import Counter
from typing import Any

import attrs

from newsparse.readers.html.blocks import Block, Trail
from newsparse.readers.html.folding import says
from newsparse.readers.html.metadata.tables import NOTICES
from newsparse.readers.html.tables import ELEMENTS, HEADINGS, INLINE, MARK, SENTENCE

_WIDE = 0.5  # a name that stands over more of the story than this says nothing about it
_NAMED = 3  # times the text of other blocks: where all have so much, what the blocks themselves are named says nothing
_MANY = 5  # blocks that are named, at least
_FAMILY = 0.3  # of the largest family's text: the others that are the story too
_LEAST = 25  # characters of a paragraph that counts for its family
_PART = 60  # characters of a paragraph that stands alone
_SIGN = 40  # characters of a paragraph that shows where the story begins and ends
_LINES_ABOVE = 5  # lines between the headline of a teaser and its text: author, date, a picture
_LINE = 50  # characters of a line above a teaser's text that is not its headline, at most
_HEADLINE = 20  # characters of a headline, at least
_LINKED = 0.6  # of a headline: as much is a link where it leads to another story
_FEW = _LINKED * _HEADLINE  # characters of a link that is too short for one
_LED = 0.6  # of a family: as many follow a linked headline where they are teasers
_BROKEN_OFF = 0.3  # of a family: as many break off where they are teasers
_CUT = ("…", "...")  # where a teaser's text breaks off
_BRACKETS = "]) "
_WRAPPED = 3  # paragraphs, at least, that stand alone in elements of their own
_MOSTLY = 0.8  # of a family: as many do where it is so made
_DEEP = 3  # elements around a paragraph that hold nothing else
_WRAPPERS = frozenset({"div", "section"})
_WORDED = frozenset({"text", "heading"})
_UNITS = frozenset({"p", "li", "dt", "dd", *HEADINGS})
_WITHIN = frozenset({INLINE, MARK})
_FOLLOWERS = frozenset({"ul", "ol", "dl", "table", "blockquote", "pre", *HEADINGS})


@attrs.define(eq=False)
class Family:
    """What elements of one family have in common; there is one of a kind on a page, so that it is told by identity."""

    tag: str
    name: str | None
    """Its classes, as they stand."""
    outer: str | None
    """The tag of what it stands in."""
    outer_name: str | None


@attrs.define(eq=False)
class Story:
    """The families that most of the text is in, where their elements stand, and from where to where they reach."""

    families: set[Family]
    kin: set[tuple[str, str | None]]
    """Tags and classes of the families' elements, where they have a class."""
    holders: set[Any]
    alike: set[Any]
    """Tags and classes of the holders, where they have a class: what is like them holds the story too."""
    spine: set[Any]
    """The holders and all that they stand in."""
    first: int
    last: int
    size: int
    """Characters."""
    teasers: set[Any]
    """Families that tell other stories."""

    def holds(self, element: Any) -> bool:
        """Whether the story's blocks stand in the element, or in one like it."""
        return element in self.holders or (element is not None and self.is_like_a_holder(element))

    def is_like_a_holder(self, element: Any) -> bool:
        """Whether the element has tag and class of one that the story's blocks stand in."""
        return (element.tag, element.get("class")) in self.alike

    def has(self, block: Block) -> bool:
        """Whether the block is of one of the families, or a heading among them."""
        if block.kind == "heading":
            return self.holds(parent_of(block))
        if block.kind != "text":
            return False
        family = block.signature
        return family in self.families or (family.tag == "p" and (family.tag, family.name) in self.kin)


def story_of(blocks: list[Block], texts: "Counter[str]") -> Story:
    """The story among the blocks; `texts` counts how often each text stands on the page."""
    signed, teasers, counted, weight = _weighed(blocks, texts)
    if weight:
        largest = max(weight, key=weight.__getitem__)
        if _are_wrapped([b for b, signature in counted if signature is largest]):
            _find_wrappers(blocks)
            signed, teasers, counted, weight = _weighed(blocks, texts)
            largest = max(weight, key=weight.__getitem__)
        if _forget_wide_hints(blocks, [b for b, signature in counted if signature == largest]):
            weight = _weights(counted)
    most = max(weight.values(), default=0)
    families = {signature for signature, size in weight.items() if size >= _FAMILY * most}
    families |= _with_several(counted, families)
    ours = [(i, b) for i, b, signature in signed if signature in families]
    holders = {holder_of(b) for _, b in ours}
    if None not in {b.group for _, b in ours}:  # a story of quotations is what stands between them, too
        families |= {signature for b, signature in counted if b.tag == "p" and b.element.getparent() in holders}
        ours = [(i, b) for i, b, signature in signed if signature in families]
    signs = [i for i, b in ours if len(b.text) > _SIGN or says(b.text) > _SIGN]
    return Story(
        families=families,
        kin={(family.tag, family.name) for family in families if family.name and family.tag == "p"},
        holders=holders,
        alike={(h.tag, name) for h in holders if (name := h.get("class"))},
        spine=_spine(holders),
        first=signs[0] if signs else 0,
        last=_last(blocks, signs[-1], holders, families) if signs else len(blocks),
        size=sum([len(b.text) for _, b in ours]),
        teasers=teasers,
    )


def _weighed(
    blocks: list[Block], texts: "Counter[str]"
) -> tuple[list[tuple[int, Block, Family]], set[Family], list[tuple[Block, Family]], dict[Family, int]]:
    """The blocks of text with their families, the families of teasers, the blocks that count, and what each family weighs."""
    signed = _signed(blocks)
    teasers = _teasers(blocks, signed)
    counted = _counted(signed, teasers, texts)
    return signed, teasers, counted, _weights(counted)


def _are_wrapped(family: list[Block]) -> bool:
    """Whether paragraphs stand alone, each in an element of its own."""
    alone = 0
    for block in family:
        if block.tag == "p" and len(block.element.getparent()) == 1:
            alone += 1
        elif not alone:
            return False
    return alone >= _WRAPPED and alone > _MOSTLY * len(family)


def _with_several(counted: list[tuple[Block, Family]], families: set[Family]) -> set[Family]:
    """The families that stand in elements of the kind of the wrappers, several to one or with other things in it.

    A kind without a name counts beside the wrappers alone; those with a name are what builders of pages fill.
    """
    kinds: set[tuple[str, str | None]] = set()
    tops = set()
    for block, signature in counted:
        if block.wrapper is not None and signature in families:
            around = block.element.getparent()
            kinds.add((around.tag, around.get("class")))
            tops.add(block.wrapper.getparent())
    return {
        signature
        for block, signature in (counted if kinds else ())
        if (signature.outer, signature.outer_name) in kinds and (signature.outer_name or parent_of(block).getparent() in tops)
    }


def _find_wrappers(blocks: list[Block]) -> None:
    """Tell the blocks what holds them and nothing else, so that they stand where it stands."""
    for block in blocks:
        if block.kind not in _WORDED or (block.tag not in _UNITS and block.group is None):
            continue
        within = block.element if block.group is None else block.group
        for _ in range(_DEEP):
            around = within.getparent()
            if around is None or around.tag not in _WRAPPERS or len(around) != 1 or _has_text(around, within):
                break
            block.wrapper = within = around


def _has_text(around: Any, within: Any) -> bool:
    return bool((around.text and not around.text.isspace()) or (within.tail and not within.tail.isspace()))


def _counted(signed: list[tuple[int, Block, Family]], teasers: set[Family], texts: "Counter[str]") -> list[tuple[Block, Family]]:
    """The blocks that count for their families: paragraphs said once, in no teaser, and under no name of their own.

    Names of the blocks themselves mean nothing where many have one and they hold most of all text.
    """
    plain = [(b, family) for _, b, family in signed if not (b.trail and b.trail[-1][1] is b.element)]
    many = len(signed) - len(plain) >= _MANY
    if many and sum([len(b.text) for _, b, _ in signed]) > _NAMED * sum([len(b.text) for b, _ in plain]):
        plain = [(b, family) for _, b, family in signed]
    return [
        (b, family)
        for b, family in plain
        if (size := len(b.text)) > _LEAST and b.linked * 2 < size and texts[b.text] == 1 and family not in teasers
    ] or plain


def _signed(blocks: list[Block]) -> list[tuple[int, Block, Family]]:
    """The blocks of text, each with its place and its family, which they and the headings are told."""
    known: dict[tuple[str | None, ...], Family] = {}
    signed = []
    beside = outer = name = None
    for index, block in enumerate(blocks):
        if block.kind not in _WORDED:
            continue
        element = block.element
        wrapper = block.wrapper
        parent = (element if wrapper is None else wrapper).getparent()
        if parent is not beside:  # most blocks follow a sibling
            beside = parent
            outer, name = (None, None) if parent is None else (parent.tag, parent.get("class"))
            if name is None and outer == "div" and len(above := parent.getparent()) == 1:
                name = above.get("class")  # an element without a name is its parent's inside
        classes = element.get("class")
        key = (block.tag, classes, outer, name, None if wrapper is None else wrapper.get("class") or "")
        family = known.get(key)
        if family is None:
            family = known[key] = Family(block.tag, classes, outer, name)
        block.signature = family
        if block.kind == "text":
            signed.append((index, block, family))
    return signed


def _weights(counted: list[tuple[Block, Family]]) -> dict[Family, int]:
    """What each family weighs: its text, less under names that hint at something else, less for one of its kind."""
    sizes: dict[Family, list[int]] = {}
    for block, family in counted:
        doubt = (3 if block.tag == "li" else 0) + (_doubt(block.trail) if block.trail else 0)
        sizes.setdefault(family, []).append((len(block.text) - block.linked) // (1 + doubt))
    return {family: sum(each) if len(each) > 1 else each[0] // 2 for family, each in sizes.items()}


def _doubt(trail: Trail) -> int:
    """How much the names that a block stands under speak against it: those of boxes, which much is laid out in, little."""
    boxes = sum(hint == "box" for hint, _ in trail)
    return 3 * (len(trail) - boxes) + (boxes > 0)


def _forget_wide_hints(blocks: list[Block], family: list[Block]) -> bool:
    """Take from the trails the names that stand over much of the largest family: they say nothing about it.

    Whether there are such.
    """
    named = [block for block in family if block.trail]
    if not named:
        return False
    total = sum([len(block.text) for block in family])
    under: Counter[Any] = Counter()
    for block in named:
        for key in set(map(_name, block.trail)):
            under[key] += len(block.text)
    wide = {key for key, size in under.items() if size > _WIDE * total}
    if wide:
        kin = {_place(hint) for block in family for hint in block.trail if _name(hint) in wide}
        for block in blocks:
            if block.trail:
                beside = kin if _place(block.trail[-1]) in kin and _is_part(block) else ()
                block.trail = tuple(hint for hint in block.trail if _name(hint) not in wide and _place(hint) not in beside)
    return bool(wide)


def _place(hint: tuple[str, Any]) -> tuple[str, str, Any]:
    """What a hint has in common with those of the elements beside its own: "subscriber-only" is beside "subscriber-preview"."""
    what, element = hint
    return what, element.tag, element.getparent()


def _is_part(block: Block) -> bool:
    """Whether a paragraph that stands alone in an element of its own speaks of the story, and not of the site."""
    text = block.text
    if block.tag != "p" or block.linked or len(text) < _PART or block.element.getparent() is not block.trail[-1][1]:
        return False
    words = text.lower()
    return SENTENCE.search(text) is not None and not any(word in words for word in NOTICES)


def _name(hint: tuple[str, Any]) -> tuple[str, str, str]:
    """What a hint has in common with those of the same parts of the page: kind, tag and the first class."""
    what, element = hint
    return what, element.tag, (element.get("class") or "").partition(" ")[0]


def _last(blocks: list[Block], last: int, holders: set[Any], families: set[Any]) -> int:
    """Where the story ends: its last paragraph, or the lists and headings that follow it without a gap, short lines between."""
    for index in range(last + 1, len(blocks)):
        block = blocks[index]
        if block.dropped == "ad":
            continue
        top = block.group if block.group is not None else block.element
        holder = (top if block.wrapper is None else block.wrapper).getparent()
        if top.tag not in _FOLLOWERS or holder not in holders or block.linked * 2 > len(block.text):
            if block.signature in families and not block.linked:
                continue
            break
        if block.kind == "heading" and block.group is not None:  # cards
            break
        last = index
    return last


def _teasers(blocks: list[Block], signed: list[tuple[int, Block, Family]]) -> set[Family]:
    """Families whose members mostly follow a headline that is a link, or break off, each in a card of its own.

    What they tell is other stories.
    """
    led, broken = _led(blocks), _broken_off(signed)
    if not led and not broken:
        return set()
    members = Counter([family for _, _, family in signed])
    teasers = {family for family, count in led.items() if count > 2 and count > _LED * members[family]}
    teasers |= {family for family, count in broken.items() if count > 2 and count > _BROKEN_OFF * members[family]}
    if not teasers:
        return teasers
    cards: dict[tuple[str | None, str | None], int] = {
        (family.outer, family.outer_name): count for family, count in members.items() if family.outer_name and family in teasers
    }
    return teasers | {family for family, count in members.items() if count <= cards.get((family.outer, family.outer_name), 0)}


def _broken_off(signed: list[tuple[int, Block, Family]]) -> dict[Family, int]:
    """In how many cards the members of each family break off."""
    cards: dict[Family, set[Any]] = {}
    for _, block, family in signed:
        if block.text.rstrip(_BRACKETS).endswith(_CUT):
            cards.setdefault(family, set()).add(block.element.getparent())
    return {family: len(each) for family, each in cards.items()}


def _led(blocks: list[Block]) -> dict[Family, int]:
    """How many members of each family follow a linked headline, a few lines below it, with no running text between."""
    led: dict[Family, set[Any]] = {}
    headlines = [at for at, block in enumerate(blocks) if block.linked > _FEW and _is_linked_headline(block)]
    for at in headlines:
        for block in blocks[at + 1 : at + 1 + _LINES_ABOVE]:
            if block.kind == "text":
                led.setdefault(block.signature, set()).add(blocks[at].element)
                if len(block.text) > _LINE and block.linked * 2 < len(block.text):
                    break
            if _is_linked_headline(block):
                break
    return {family: len(each) for family, each in led.items()}


def _is_linked_headline(block: Block) -> bool:
    size = len(block.text)
    return size > _HEADLINE and block.linked > _LINKED * size


def holder_of(block: Block) -> Any:
    """What the block's siblings stand in, or its list's or quote's; bare text between breaks is its own element's."""
    if block.wrapper is not None:
        return block.wrapper.getparent()
    if block.group is not None:
        return block.group.getparent()
    return block.element.getparent() if block.tag in _UNITS or _is_line(block.element) else block.element


def _is_line(element: Any) -> bool:
    """Whether an element holds one run of text and nothing else, as a paragraph does."""
    return all(ELEMENTS.get(child.tag) in _WITHIN for child in element)


def parent_of(block: Block) -> Any:
    """What the block's element stands in, or its wrapper."""
    return (block.element if block.wrapper is None else block.wrapper).getparent()


def _spine(holders: set[Any]) -> set[Any]:
    spine: set[Any] = set()
    for holder in holders:
        at = holder
        while at is not None and at not in spine:
            spine.add(at)
            at = at.getparent()
    return spine
