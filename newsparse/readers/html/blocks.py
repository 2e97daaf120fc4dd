"""From the container's tree to a flat run of blocks, nothing judged yet.

One loop without recursion. A block is a run of text between the edges of block elements or a doubled `<br>`, or one thing
that is read whole (a picture, a table). Marks stay tuples until a block is kept: most of a page is not.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, TypeAlias

import attrs

from newsparse.context import Context
from newsparse.kit.html import words_of
from newsparse.readers.html import tables
from newsparse.readers.html.candidates import Found
from newsparse.readers.html.habits import Habits
from newsparse.readers.html.hints import hint_at, is_break, is_hidden, is_named, names_of
from newsparse.readers.html.runs import RawMark, Run, moved
from newsparse.readers.html.tables import ELEMENTS, EMBEDS, HEADINGS, MARKS, SENTENCE, SIDE_TAGS

_State: TypeAlias = "tuple[Any, str, Trail, Any, Any, tuple[Any, ...]]"
"""What the blocks that come next stand in: element, tag, trail, group, item, articles."""
Trail: TypeAlias = tuple[tuple[str, Any], ...]
"""Hints and the elements that give them, from the container inwards."""

_CELLS = 2_000  # of a table that are looked at; what has more is data
_WIDEST_CELL = 300  # characters of a cell of a table; what holds more is layout


@attrs.define(eq=False)
class Block:
    """A run of text, or one thing that stands between runs."""

    kind: str
    """`text`, `heading`, `table`, `media`, `pre`, `hr`; `control` and `aside`, which were never looked into."""
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
    signature: Any = None
    """What it has in common with the others of its family."""
    lead: bool = False
    """Known to be the first paragraph, whatever it stands in."""
    dropped: str | None = None
    """Why the block is not the story's."""


def walk(found: Found, ctx: Context, habits: Habits) -> list[Block]:
    """The blocks of the container in reading order; asides without any running text are not gone into.

    `habits` name elements to keep and to leave out. LimitExceeded where there are more of them than an article may have.
    """
    return _Walk(found, ctx, habits).blocks


class _Walk:
    """The loop and its state: what stands open, and the run of text that is being collected."""

    __slots__ = ("_ctx", "_frames", "_habits", "_most", "_prose", "_run", "_state", "blocks")

    def __init__(self, found: Found, ctx: Context, habits: Habits) -> None:
        self._habits = habits if habits.keep or habits.leave_out else None
        container = found.container
        self._ctx, self._most = ctx, ctx.limits.blocks
        self._prose = found.prose
        self.blocks: list[Block] = []
        self._run = Run()
        self._state: _State = (container, container.tag, (), None, None, ())
        self._frames: list[tuple[Any, Any, _State | None, bool]] = []
        if container.text:
            self._run.put(container.text)
        self._loop(iter(container))

    def _loop(self, rest: Any) -> None:
        """Each element once: `rest` are the children still to come of the element that is open."""
        run = self._run
        while rest is not None:
            for child in rest:
                tag = child.tag
                what = ELEMENTS.get(tag) or self._unknown(tag)
                if what in _OPENED or (tag in _BROKEN_BY and next(child.iter("p"), None) is not None):
                    if self._inside(child, tag, what, rest) if what in _INSIDE else self._open(child, tag, what, rest):
                        rest = iter(child)
                        if (text := child.text) and not (run.spaced and text.isspace()):
                            run.put(text)
                        break
                elif what is not tables.LEFT_OUT:
                    self._leaf(child, tag, what)
                if (tail := child.tail) and not (run.spaced and tail.isspace()):
                    run.put(tail)
            else:
                rest, child = self._leave()
                if child is not None and (tail := child.tail) and not (run.spaced and tail.isspace()):
                    run.put(tail)

    def _leave(self) -> tuple[Any, Any]:
        """End the element that stands open: the children to come of the one around it, and the one that ended."""
        if not self._frames:
            if self._run.size:
                self._flush()
            return None, None
        child, rest, state, marked = self._frames.pop()
        if state is not None:
            if self._run.size:
                self._flush()
            self._state = state
        elif marked:
            self._run.end()
        return rest, child

    def _unknown(self, tag: Any) -> str:
        if not isinstance(tag, str):
            return tables.LEFT_OUT
        return tables.INLINE if self._run.size else tables.HOLDER

    def _open(self, child: Any, tag: str, what: str, rest: Any) -> bool:
        """Go into a block element; False for one that turns out to be read whole, or not at all."""
        if self._run.size:
            self._flush()
        if tag in _KINDS_WHOLE and (kind := _KINDS_WHOLE[tag](child)) is not None:
            self._whole(child, kind)
            return False
        return self._enter(child, tag, what, rest)

    def _inside(self, child: Any, tag: str, what: str, rest: Any) -> bool:
        """Go into an element inside a line, or read it at once where it holds nothing but characters."""
        if tag == "span" and self._stands_for_something(child):
            return False
        marked = what is tables.MARK
        if len(child):
            if marked:
                self._run.begin(MARKS[tag], child)
            self._frames.append((child, rest, None, marked))
            return True
        if text := child.text:
            start = self._run.size
            self._run.put(text)
            if marked:
                self._run.mark(MARKS[tag], start, child)
        return False

    def _stands_for_something(self, span: Any) -> bool:
        """Whether a span is a line break by its name, or speaks to screen readers alone."""
        classes = span.get("class")
        if not classes:
            return False
        if not len(span) and not span.text and is_break(classes):
            self._run.newline()
            return True
        if is_hidden(classes):
            self._pass(span, "span", "hidden")
            return True
        return False

    def _enter(self, child: Any, tag: str, what: str, rest: Any) -> bool:
        """Make a block element the one that stands open; False for an aside that holds no running text."""
        children, text = len(child), child.text
        if not children and not text:
            return False
        state = self._state
        _, _, trail, group, item, articles = state
        if self._habits is not None and (reason := self._left_out(child)) is not None:
            self._pass(child, tag, reason)
            return False
        hint = self._hint(child, tag, what)
        if what is tables.TEXT:
            if item is None and tag in _ITEMS:
                item = child
        else:
            if hint in _PASSED and child not in self._prose and next(child.iter(*_TOLD), None) is None:
                self._pass(child, tag, hint)
                return False
            if group is None and tag in _GROUPS:
                group = child
            elif tag == "article":
                articles = (*articles, child)
        if hint is not None:
            trail = (*trail, (hint, child))
        self._state = (child, tag, trail, group, item, articles)
        if children:
            self._frames.append((child, rest, state, False))
            return True
        self._run.put(text)
        self._flush()
        self._state = state
        return False

    def _hint(self, child: Any, tag: str, what: str) -> str | None:
        """What a block element hints at, by name or tag."""
        hint = hint_at(child)
        if what is tables.TEXT:
            return None if hint in _NOT_OF_TEXT and "newsletter" not in names_of(child).lower() else hint
        if self._habits is not None and is_named(child, self._habits.keep):
            return None
        return hint or SIDE_TAGS.get(tag)

    def _left_out(self, child: Any) -> str | None:
        """The reason for which the habits leave an element out."""
        assert self._habits is not None
        reasons = self._habits.leave_out
        return next((str(reasons[name]) for name in names_of(child).split() if name in reasons), None)

    def _pass(self, child: Any, tag: str, hint: str) -> None:
        if words := words_of(child):
            self.blocks.append(Block("aside", child, tag, words, linked=len(words), dropped=hint))

    def _leaf(self, child: Any, tag: str, what: str) -> None:
        """An element that is read whole, where it is read at all."""
        if what is tables.BREAK:
            self._break(child)
        elif what is tables.CONTROL:
            if words := words_of(child):
                self.blocks.append(Block("control", child, tag, words, dropped="control"))
        else:
            if self._run.size:
                self._flush()
            self._whole(child, tag if what is tables.UNIT else what)

    def _break(self, child: Any) -> None:
        """A `<br>`; one that the next follows ends the block."""
        if not self._run.size:
            return
        after = child.getnext()
        if after is not None and after.tag == "br" and not (child.tail and child.tail.strip()):
            self._flush()
        else:
            self._run.newline()

    def _whole(self, child: Any, kind: str) -> None:
        _, _, trail, group, item, articles = self._state
        self.blocks.append(Block(kind, child, child.tag, "", [], 0, 0, trail, group, item, articles))

    def _flush(self) -> None:
        text, marks, linked, strong = self._run.take()
        if not text:
            return
        if len(self.blocks) > self._most:
            self._ctx.charge("blocks", len(self.blocks))
        element, tag, trail, group, item, articles = self._state
        kind = "heading" if tag in HEADINGS else "text"
        block = Block(kind, element, tag, text, marks, linked, strong, trail, group, item, articles)
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
    marks = list(moved(block.marks, start, end - start))
    linked = sum(right - left for kind, left, right, _ in marks if kind == "link")
    return attrs.evolve(block, text=block.text[start:end], marks=marks, linked=linked)


_PROSE = 40  # characters of a line that may be a paragraph; those of addresses and verse are shorter
_INSIDE = frozenset({tables.INLINE, tables.MARK})
_OPENED = frozenset({tables.INLINE, tables.MARK, tables.TEXT, tables.HOLDER})
_GROUPS = frozenset({"ul", "ol", "dl", "menu", "blockquote"})
_ITEMS = frozenset({"li", "dt", "dd"})
_BROKEN_BY = frozenset(
    {"svg", "button", "select", "canvas", "embed", "source", "track"}
)  # a paragraph ends these, where they were never closed
_TOLD = ("table", *HEADINGS)
_PASSED = frozenset(
    {"hidden", "comment", "consent", "newsletter", "share", "related", "ad", "author", "meta", "nav", "footer", "widget"}
)
_NOT_OF_TEXT = frozenset({"newsletter", "player", "box"})  # marked paragraphs that are behind a paywall, or beside a player
_LAYOUT = ("table", "h1", "h2", "h3", "h4", "form", "article", "section", "blockquote")


def _table(table: Any) -> str | None:
    """`table` if it holds data, not the page: no tables, headings or forms inside, and most of it not in long cells."""
    if next(table.iterdescendants(*_LAYOUT), None) is not None:
        return None
    rows = long = size = 0
    for cell in islice(table.iter("tr", "td", "th"), _CELLS):
        if cell.tag == "tr":
            rows += 1
            continue
        characters = sum(map(len, cell.itertext())) if len(cell) else len(cell.text or "")
        size += characters
        long += characters if characters > _WIDEST_CELL else 0
    return "table" if rows and long * 2 <= size else None


def _quote(quote: Any) -> str | None:
    """`media` for a quote that a platform's script makes into a post."""
    return "media" if EMBEDS.search(names_of(quote)) else None


def _figure(figure: Any) -> str | None:
    """`media` for a figure that shows something, and is not the frame of a table."""
    shown = next(figure.iterdescendants(*_SHOWN), None)
    return "media" if shown is not None and shown.tag != "table" else None


_SHOWN = ("table", *(tag for tag, what in ELEMENTS.items() if what is tables.MEDIA))
_KINDS_WHOLE: dict[str, Callable[[Any], str | None]] = {"table": _table, "blockquote": _quote, "figure": _figure}
