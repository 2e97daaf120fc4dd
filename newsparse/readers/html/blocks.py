"""From the container's tree to a flat run of blocks, nothing judged yet.

One loop without recursion. A block is a run of text between the edges of block elements or a doubled `<br>`, or one thing
that is read whole (a picture, a table). Marks stay tuples until a block is kept: most of a page is not.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import attrs

from newsparse.readers.html import tables
from newsparse.readers.html.hints import hint_of, is_break, is_hidden, names_of
from newsparse.readers.html.tables import ELEMENTS, EMBEDS, HEADINGS, MARKS, SENTENCE, SIDE_TAGS

RawMark: TypeAlias = tuple[str, int, int, Any]
"""Kind, start, end, and the element that makes it."""
Trail: TypeAlias = tuple[tuple[str, Any], ...]
"""Hints and the elements that give them, from the container inwards."""

_SPACES = re.compile("[ \t\n\r\f]+")
_WIDEST_CELL = 300  # characters of a cell of a table; what holds more is layout


@attrs.define(eq=False)
class Block:
    """A run of text, or one thing that stands between runs."""

    kind: str
    """`text`, `heading`, `table`, `media`, `pre`, `hr`."""
    element: Any
    tag: str
    text: str = ""
    marks: list[RawMark] = attrs.field(factory=list)
    linked: int = 0
    """Characters that are links."""
    strong: int = 0
    trail: Trail = ()
    group: Any = None
    """The outermost list or quote that the block stands in."""
    item: Any = None
    """The item of that list."""
    articles: tuple[Any, ...] = ()
    """The `<article>` elements that the block stands in, from the container inwards."""
    caption: "Block | None" = None
    """Of a medium: the text beside it that describes it."""
    lead: bool = False
    """Known to be the first paragraph, whatever it stands in."""
    dropped: str | None = None
    """Why the block is not the story's."""


class Run:
    """A run of text in the making: white space collapses, marks open and close."""

    __slots__ = ("_linked", "_marks", "_open", "_parts", "_spaced", "_strong", "size")

    def __init__(self) -> None:
        self.size = 0
        self._parts: list[str] = []
        self._marks: list[RawMark] = []
        self._open: list[tuple[str, int, Any]] = []
        self._spaced = True
        self._linked = self._strong = 0

    def put(self, characters: str) -> None:
        """Add characters."""
        if "\n" in characters or "  " in characters or "\t" in characters or "\r" in characters:
            characters = _SPACES.sub(" ", characters)
        if self._spaced and characters[0] == " ":
            characters = characters[1:]
            if not characters:
                return
        self._parts.append(characters)
        self.size += len(characters)
        self._spaced = characters[-1] == " "

    def begin(self, kind: str, element: Any) -> None:
        """Open a mark."""
        self._open.append((kind, self.size, element))

    def end(self) -> None:
        """Close the mark that was opened last."""
        kind, start, element = self._open.pop()
        if self.size > start:
            self._mark(kind, start, element)

    def _mark(self, kind: str, start: int, element: Any) -> None:
        if kind == "link":
            self._linked += self.size - start
        elif kind == "strong":
            self._strong += self.size - start
        self._marks.append((kind, start, self.size, element))

    def newline(self) -> None:
        """A single `<br>`: a newline with a mark over it, once, and not at the beginning."""
        parts = self._parts
        if not parts or parts[-1] == "\n":
            return
        if self._spaced:
            parts[-1] = parts[-1][:-1]
            self.size -= 1
        parts.append("\n")
        self._marks.append(("break", self.size, self.size + 1, None))
        self.size += 1
        self._spaced = True

    def take(self) -> tuple[str, list[RawMark], int, int]:
        """Text, marks, linked and strong characters; marks that are open go on in the next run."""
        for kind, start, element in self._open:
            if self.size > start:
                self._mark(kind, start, element)
        self._open = [(kind, 0, element) for kind, _, element in self._open]
        raw = "".join(self._parts)
        text = raw.strip()
        marks = self._marks
        if marks and len(text) < len(raw):
            marks = list(_moved(marks, len(raw) - len(raw.lstrip()), len(text)))
        taken = text, marks, self._linked, self._strong
        self._parts, self._marks = [], []
        self.size = self._linked = self._strong = 0
        self._spaced = True
        return taken


def _moved(marks: list[RawMark], lead: int, size: int) -> Iterator[RawMark]:
    """The marks for a text that lost `lead` characters at its start and is `size` long."""
    for kind, start, end, element in marks:
        left, right = max(start - lead, 0), min(end - lead, size)
        if left < right:
            yield kind, left, right, element


@attrs.define(eq=False)
class _State:
    """What the blocks that come next stand in."""

    element: Any
    tag: str
    trail: Trail = ()
    group: Any = None
    item: Any = None
    articles: tuple[Any, ...] = ()


def walk(container: Any) -> list[Block]:
    """The blocks of the container in reading order."""
    return _Walk(container).blocks


class _Walk:
    """The loop and its state: what stands open, and the run of text that is being collected."""

    def __init__(self, container: Any) -> None:
        self.blocks: list[Block] = []
        self.run = Run()
        self.state = _State(container, container.tag)
        self.frames: list[tuple[Any, Any, _State | None, bool]] = []
        if container.text:
            self.run.put(container.text)
        self._loop(iter(container))

    def _loop(self, rest: Any) -> None:
        """Each element once: `rest` are the children still to come of the element that is open."""
        frames, run = self.frames, self.run
        while True:
            child = next(rest, None)
            if child is None:
                if run.size and (not frames or frames[-1][2] is not None):
                    self._flush()
                if not frames:
                    return
                child, rest, state, marked = frames.pop()
                if marked:
                    run.end()
                if state is not None:
                    self.state = state
            else:
                inner = self._enter(child, rest)
                if inner is not None:
                    rest = inner
                    continue
            if child.tail:
                run.put(child.tail)

    def _enter(self, child: Any, rest: Any) -> Any:
        """The iterator over the inside of an element that opens; None for one that is done."""
        tag = child.tag
        what = ELEMENTS.get(tag)
        if what is None:
            if not isinstance(tag, str):
                return None
            what = tables.INLINE if self.run.size else tables.HOLDER
        if what in _INSIDE:
            return self._enter_inline(child, tag, what, rest)
        if what == tables.LEFT_OUT:
            return None
        if what == tables.BREAK:
            self._break(child)
            return None
        if self.run.size:
            self._flush()
        if what in _BLOCKS:
            kind = _KINDS_WHOLE[tag](child) if tag in _KINDS_WHOLE else None
            if kind is not None:
                self._whole(child, kind)
                return None
            return self._enter_block(child, tag, what, rest)
        self._whole(child, what if what != tables.UNIT else tag)
        return None

    def _enter_inline(self, child: Any, tag: str, what: str, rest: Any) -> Any:
        if tag == "span":
            if is_hidden(child):
                return None
            if not child.text and not len(child) and is_break(child):
                self.run.newline()
                return None
        marked = what == tables.MARK
        if marked:
            self.run.begin(MARKS[tag], child)
        self.frames.append((child, rest, None, marked))
        if child.text:
            self.run.put(child.text)
        return iter(child)

    def _enter_block(self, child: Any, tag: str, what: str, rest: Any) -> Any:
        state = self.state
        self.frames.append((child, rest, state, False))
        names = names_of(child)
        hint = hint_of(names) if names else None
        if hint in _NOT_OF_TEXT and what == tables.TEXT:
            hint = None
        trail = state.trail
        if hint is None and what == tables.HOLDER:
            hint = SIDE_TAGS.get(tag)
        if hint is not None:
            trail = (*trail, (hint, child))
        group, item = state.group, state.item
        if group is None and tag in _GROUPS:
            group = child
        elif item is None and tag in _ITEMS:
            item = child
        articles = (*state.articles, child) if tag == "article" else state.articles
        self.state = _State(child, tag, trail, group, item, articles)
        if child.text:
            self.run.put(child.text)
        return iter(child)

    def _break(self, child: Any) -> None:
        """A `<br>`; one that the next follows, or that follows one, ends the block."""
        if not self.run.size:
            return
        after = child.getnext()
        if after is not None and after.tag == "br" and not (child.tail and child.tail.strip()):
            self._flush()
        else:
            self.run.newline()

    def _whole(self, child: Any, kind: str) -> None:
        state = self.state
        self.blocks.append(
            Block(kind, child, child.tag, trail=state.trail, group=state.group, item=state.item, articles=state.articles)
        )

    def _flush(self) -> None:
        text, marks, linked, strong = self.run.take()
        if not text:
            return
        state = self.state
        kind = "heading" if state.tag in HEADINGS else "text"
        block = Block(
            kind, state.element, state.tag, text, marks, linked, strong, state.trail, state.group, state.item, state.articles
        )
        if "\n" in text and kind == "text":
            self.blocks.extend(_parted(block))
        else:
            self.blocks.append(block)


def _parted(block: Block) -> Iterator[Block]:
    """The block, cut at line breaks that stand between sentences of running text."""
    text = block.text
    start = at = 0
    while (at := text.find("\n", at)) >= 0:
        after = text.find("\n", at + 1)
        rest = (len(text) if after < 0 else after) - at
        if at - start >= _PROSE and rest >= _PROSE and SENTENCE.search(text, max(start, at - 8), at):
            yield _part(block, start, at)
            start = at + 1
        at += 1
    yield _part(block, start, len(text)) if start else block


def _part(block: Block, start: int, end: int) -> Block:
    marks = list(_moved(block.marks, start, end - start))
    linked = sum(right - left for kind, left, right, _ in marks if kind == "link")
    return attrs.evolve(block, text=block.text[start:end], marks=marks, linked=linked)


_PROSE = 40  # characters of a line that may be a paragraph; those of addresses and verse are shorter
_INSIDE = frozenset({tables.INLINE, tables.MARK})
_BLOCKS = frozenset({tables.TEXT, tables.HOLDER})
_GROUPS = frozenset({"ul", "ol", "dl", "menu", "blockquote"})
_ITEMS = frozenset({"li", "dt", "dd"})
_NOT_OF_TEXT = frozenset({"newsletter", "player", "box"})  # marked paragraphs that are behind a paywall, or beside a player
_LAYOUT = ("table", "h1", "h2", "h3", "h4", "form", "article", "section", "blockquote")


def _table(table: Any) -> str | None:
    """`table` if it holds data, not the page: no tables, headings or forms inside, no long cell."""
    if next(table.iterdescendants(*_LAYOUT), None) is not None:
        return None
    rows = 0
    for cell in table.iter("tr", "p", "div", "td"):
        if cell.tag == "tr":
            rows += 1
        elif len(cell.text or "") > _WIDEST_CELL:
            return None
    return "table" if rows else None


def _quote(quote: Any) -> str | None:
    """`media` for a quote that a platform's script makes into a post."""
    return "media" if EMBEDS.search(names_of(quote)) else None


_KINDS_WHOLE: dict[str, Callable[[Any], str | None]] = {"table": _table, "blockquote": _quote}
