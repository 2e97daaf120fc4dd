"""Which blocks are the story's: what is dropped keeps its reason.

Most of a story stands in one family of elements: same tag and class, same kind of parent. What stands beside it, in
subtrees of its own ("islands": boxes, teasers, captions, forms), needs a reason to be kept; what stands in it needs one to
be dropped. A class name alone is never that reason.
"""

import re
from collections import Counter
from typing import Any

import attrs

from newsparse.readers.html.blocks import Block

_SENTENCE = re.compile(r"[.!?…。！？।؟][\"”’»“)\]]*\s*\Z")
_SIDE = frozenset({"comment", "consent", "newsletter", "share", "related", "ad", "nav", "player", "author", "meta", "footer", "aside", "box", "caption"})
_UNITS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt"})
_LABEL = re.compile(
    r"(?:read (?:more|also|next|too)|also read|see also|related|more on|watch|listen|advertisement|anzeige|werbung|lesen sie (?:auch|mehr|hierzu)"
    r"|mehr zum thema|lire aussi|à lire|lea también|leer más|lee también|leia (?:mais|também)|leggi anche|lees ook|les også|läs (?:också|mer|även)|læs også|recommended"
    r"|читайте также|czytaj (?:też|także|również|więcej)|zobacz (?:też|także)|olvassa el|sign up|subscribe|follow us|click here|photo|image credit|source|sponsored)\b",
    re.IGNORECASE,
)


def folded(text: str) -> str:
    """The letters and digits of a text, in one case: for seeing whether two are the same."""
    return "".join(filter(str.isalnum, text.casefold()))


@attrs.define(eq=False)
class _Body:
    """The families that most of the text is in, where their elements stand, and from where to where they reach."""

    families: set[Any]
    kin: set[Any]
    """Tags and classes of the families' elements, where they have a class."""
    holders: set[Any]
    spine: set[Any]
    """The holders and all that they stand in."""
    first: int
    last: int
    size: int


@attrs.define(eq=False)
class _Island:
    top: Any
    direct: bool
    """Its top stands directly beside the story's paragraphs."""
    members: list[Block] = attrs.field(factory=list)
    start: int = 0
    size: int = 0
    linked: int = 0
    media: bool = False
    headed: bool = False


def judge(blocks: list[Block], titles: set[str], known: dict[str, str]) -> None:
    """Set `dropped` on the blocks that are not the story's. `titles` and `known` are folded; `known` maps text to reason."""
    _forget_wide_hints(blocks)
    texts = Counter(b.text for b in blocks if b.text)
    body = _body(blocks, texts)
    islands: dict[Any, _Island] = {}
    for index, block in enumerate(blocks):
        island = None if _is_main(block, body) else _island(block, index, body, islands)
        if block.text:
            block.dropped = _own_reason(block, island is None, texts, titles, known)
            if block.dropped is None and island is not None:
                island.members.append(block)
    for island in islands.values():
        reason = _against(island, body)
        for block in island.members:
            block.dropped = reason
    _above_title(blocks)
    _lone_headings(blocks)


def _above_title(blocks: list[Block]) -> None:
    """Drop what stands above the title, where the title stands above most of the text."""
    at = next((i for i, b in enumerate(blocks) if b.dropped == "title" and b.kind == "heading"), None)
    if at is None:
        return
    above = sum(len(b.text) for b in blocks[:at] if b.dropped is None)
    if above and above < 0.5 * sum(len(b.text) for b in blocks[at:] if b.dropped is None):
        for block in blocks[:at]:
            if block.text and block.dropped is None:
                block.dropped = "above"


def signature(block: Block) -> Any:
    element = block.element
    parent = element.getparent()
    if parent is None:
        return (block.tag, element.get("class"))
    return (block.tag, element.get("class"), parent.tag, parent.get("class"))


def _forget_wide_hints(blocks: list[Block]) -> None:
    """A hinted name that stands over much of the text says nothing about it."""
    under: Counter[Any] = Counter()
    total = 0
    for block in blocks:
        size = len(block.text) - block.linked
        total += size
        for key in {(what, element.tag, element.get("class")) for what, element in block.trail}:
            under[key] += size
    wide = {key for key, size in under.items() if size > 0.3 * total}
    if wide:
        for block in blocks:
            if block.trail:
                block.trail = tuple((w, e) for w, e in block.trail if (w, e.tag, e.get("class")) not in wide)


def _body(blocks: list[Block], texts: Any) -> _Body:
    weight: Counter[Any] = Counter()
    for block in blocks:
        if block.kind == "text" and len(block.text) > 25 and block.linked < 0.5 * len(block.text) and texts[block.text] == 1:
            doubts = sum(what in _SIDE for what, _ in block.trail) + (block.tag == "li")
            weight[signature(block)] += (len(block.text) - block.linked) // (1 + 3 * doubts)
    most = weight.most_common(1)[0][1] if weight else 0
    families = {sig for sig, n in weight.items() if n >= 0.3 * most}
    holders = set()
    inside = []
    size = 0
    for index, block in enumerate(blocks):
        if block.kind == "text" and signature(block) in families:
            holders.add(_holder(block))
            size += len(block.text)
            if len(block.text) > 40:
                inside.append(index)
    first, last = (inside[0], inside[-1]) if inside else (0, len(blocks))
    spine: set[Any] = set()
    for holder in holders:
        at = holder
        while at is not None and at not in spine:
            spine.add(at)
            at = at.getparent()
    kin = {(tag, name) for tag, name, *_ in families if name and tag == "p"}
    return _Body(families, kin, holders, spine, first, last, size)


def _holder(block: Block) -> Any:
    """What the block's siblings stand in: bare text between breaks is its own element's."""
    return block.element.getparent() if block.tag in _UNITS else block.element


def _is_main(block: Block, body: _Body) -> bool:
    if block.kind == "heading":
        return block.element.getparent() in body.holders
    return block.kind == "text" and (
        signature(block) in body.families or (block.tag, block.element.get("class")) in body.kin
    )


def _island(block: Block, index: int, body: _Body, islands: dict[Any, _Island]) -> _Island:
    top = block.element
    parent = top.getparent()
    while parent is not None and parent not in body.spine:
        top, parent = parent, parent.getparent()
    island = islands.get(top)
    if island is None:
        island = islands[top] = _Island(top, parent in body.holders, start=index)
    if block.kind == "media":
        island.media = True
    elif block.kind == "heading":
        island.headed = True
    island.size += len(block.text)
    island.linked += block.linked
    return island


def _own_reason(block: Block, main: bool, texts: Any, titles: set[str], known: dict[str, str]) -> str | None:
    text = block.text
    size = len(text)
    same = folded(text)
    if not same:
        return None if size > 3 and block.kind == "text" else "ornament"
    if same in titles:
        return "title"
    if same in known:
        return known[same]
    if texts[text] > (2 if size < 120 else 1) and not main:
        return "label"
    linked = block.linked / size
    if block.kind == "heading":
        return "related" if linked > 0.6 else None
    if linked > 0.6 and not _SENTENCE.search(text):
        return "related"
    if linked > 0.3 and _LABEL.match(text):
        return "related"
    return None


def _against(island: _Island, body: _Body) -> str | None:
    """Why the blocks of an island are not the story's; None if they are."""
    members = island.members
    if not members:
        return None
    sides = [what for b in members[:1] for what, _ in b.trail if what in _SIDE]
    tag = island.top.tag
    size = sum(len(b.text) for b in members)
    mean = size / len(members)
    linked = island.linked / island.size if island.size else 0
    inside = body.first <= island.start <= body.last
    if size > 0.3 * body.size and not sides and mean > 80 and linked < 0.2 and not island.media:
        return None
    if island.direct and not sides and inside:
        if tag in {"ul", "ol", "dl"}:
            return None if linked < 0.35 else "related"
        if tag == "blockquote":
            return None
        if tag == "p" and not island.media:
            return None if not _LABEL.match(members[0].text) else "label"
    if sides:
        return sides[-1]
    if inside and len(members) == 1 and island.headed and not island.linked:
        return None
    if linked > 0.3:
        return "related"
    if island.media or (island.headed and len(members) > 1):
        return "caption" if not island.headed else "box"
    if not inside:
        if island.start < body.first:
            return None if mean > 120 and _SENTENCE.search(members[0].text) else "label"
        return None if mean > 100 and tag == "p" else "label"
    return None if mean > 100 and _SENTENCE.search(members[0].text) else "label"


def _lone_headings(blocks: list[Block]) -> None:
    below = False
    for block in reversed(blocks):
        if block.kind == "heading" and block.dropped is None:
            if not below:
                block.dropped = "heading"
            else:
                below = False
        elif block.text and block.dropped is None:
            below = True
