"""From the container's tree to a flat run of blocks, nothing judged yet.

One loop without recursion. A block is a run of text between the edges of block elements or a doubled `<br>`, or one thing
that is read whole (a picture, a table). Marks stay tuples until a block is kept: most of a page is not.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, TypeAlias

import attrs

from newsparse.context import Context
from newsparse.kit.html import words_of
from newsparse.readers.html import tables
from newsparse.readers.html.candidates import Found
from newsparse.readers.html.datatables import holds_data
from newsparse.readers.html.habits import Habits
from newsparse.readers.html.hints import hint_at, is_break, is_named, meant_by, names_of
from newsparse.readers.html.runs import RawMark, Run
from newsparse.readers.html.tables import ELEMENTS, EMBEDS, HEADINGS, MARKS, SENTENCE, SIDE_TAGS

_Way: TypeAlias = "Callable[[_Walk, Any, str, Any], bool]"
"""What the walk does with an element, its tag and the siblings that follow: whether it was gone into."""
_State: TypeAlias = "tuple[Any, str, Trail, Any, Any, tuple[Any, ...]]"
"""What the blocks that come next stand in: element, tag, trail, group, item, articles."""
Trail: TypeAlias = tuple[tuple[str, Any], ...]
"""Hints and the elements that give them, from the container inwards."""

_FRAMES = ("table", "blockquote", "figure")  # what frames the page as often as it holds what such hold


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
    wrapper: Any = None
    """On a page that wraps its paragraphs: the outermost element that holds this one, or its list, and nothing else."""
    lead: bool = False
    """Known to be the first paragraph, whatever it stands in."""
    dropped: str | None = None
    """Why the block is not the story's."""


def walk(found: Found, ctx: Context, habits: Habits) -> list[Block]:
    """The blocks of the container in reading order; asides without any running text are not gone into.

    `habits` name elements to keep and to leave out. LimitExceeded where there are more of them than an article may have.
    """
    return _Walk(found, ctx, habits).blocks


def _by_tag(ways: dict[str, _Way]) -> dict[str, _Way]:
    return {tag: ways[what] for tag, what in ELEMENTS.items()}


class _Walk:
    """The loop and its state: what stands open, and the run of text that is being collected."""

    __slots__ = ("_ctx", "_frames", "_habits", "_most", "_openers", "_prose", "_run", "_state", "_worded", "blocks")

    def __init__(self, found: Found, ctx: Context, habits: Habits) -> None:
        self._habits = habits if habits.keep or habits.leave_out else None
        container = found.container
        self._ctx, self._most = ctx, ctx.limits.blocks
        self._prose = found.prose
        self.blocks: list[Block] = []
        self._run = Run()
        self._openers: list[Any] = []
        self._worded: set[str] = set()
        self._state: _State = (container, container.tag, (), None, None, ())
        self._frames: list[tuple[Any, Any, _State | None, bool]] = []
        if container.text:
            self._run.put(container.text)
        self._loop(iter(container))
        if len(self._openers) == 1:
            self._shut_box(self._openers[0])

    def _shut_box(self, heading: Any) -> None:
        """Leave out the only heading that is a button: several open the parts of a story, one a box."""
        for block in self.blocks:
            if block.element is heading:
                block.dropped = "control"

    def _loop(self, rest: Any) -> None:
        """Each element once: `rest` are the children still to come of the element that is open."""
        unknown: _Way = _Walk._unknown
        run, frames, ways = self._run, self._frames, self._WAYS
        while True:
            for child in rest:
                tag = child.tag
                if ways.get(tag, unknown)(self, child, tag, rest):
                    rest = iter(child)
                    break
                if (tail := child.tail) and not (run.spaced and tail.isspace()):
                    run.put(tail)
            else:
                if not frames:
                    break
                child, rest, state, marked = frames.pop()
                if state is not None:
                    if run.size:
                        self._flush()
                    self._state = state
                elif marked:
                    run.end()
                if (tail := child.tail) and not (run.spaced and tail.isspace()):
                    run.put(tail)
        if run.size:
            self._flush()

    def _unknown(self, child: Any, tag: Any, rest: Any) -> bool:
        """An element of no table is inline where a line is open, else it holds others."""
        if not isinstance(tag, str):
            return False
        return self._inline(child, tag, rest) if self._run.size else self._holder(child, tag, rest)

    def _inline(self, child: Any, tag: str, rest: Any) -> bool:
        """Go into an element inside a line that means nothing, or read it at once where it holds characters alone."""
        if tag == "span" and (classes := child.get("class")) and (meant := self._meant(child, classes)):
            return meant == "strong" and self._mark(child, meant, rest)
        if text := child.text:
            self._run.put(text)
        if not len(child):
            return False
        self._frames.append((child, rest, None, False))
        return True

    def _mark(self, child: Any, tag: str, rest: Any) -> bool:
        """Go into an element that marks what it holds, or read it at once where that is characters alone."""
        run, text = self._run, child.text
        if len(child):
            run.begin(MARKS[tag], child)
            self._frames.append((child, rest, None, True))
            if text:
                run.put(text)
            return True
        if text:
            start = run.size
            run.put(text)
            run.mark(MARKS[tag], start, child)
        return False

    def _meant(self, span: Any, classes: str) -> str | None:
        """What a span is by its names: a line break, which is read, words for screen readers, which are not, or a mark."""
        if not len(span) and not span.text and is_break(classes):
            self._run.newline()
            return "break"
        meant = meant_by(classes)
        if meant == "hidden":
            self._pass(span, "span", "hidden")
        return meant

    def _text(self, child: Any, tag: str, rest: Any) -> bool:
        """Go into an element of text, or read it at once."""
        if self._run.size:
            self._flush()
        if self._habits is not None and self._leaves_out(child, tag):
            return False
        _, _, trail, group, item, articles = self._state
        hint = hint_at(child)
        if hint is not None and (hint not in _NOT_OF_TEXT or "newsletter" in names_of(child).lower()):
            trail = (*trail, (hint, child))
        if item is None and tag in _ITEMS:
            item = child
        return self._enter(child, rest, (child, tag, trail, group, item, articles))

    def _holder(self, child: Any, tag: str, rest: Any) -> bool:
        """Go into an element that holds others, but not into an aside without running text."""
        if self._run.size:
            self._flush()
        if self._habits is not None and self._leaves_out(child, tag):
            return False
        _, _, trail, group, item, articles = self._state
        hint = None if self._habits is not None and is_named(child, self._habits.keep) else hint_at(child) or SIDE_TAGS.get(tag)
        if hint is not None:
            if hint in _PASSED and self._is_bare(child):
                self._pass(child, tag, hint)
                return False
            trail = (*trail, (hint, child))
        if group is None and tag in _GROUPS:
            group = child
        elif tag == "article":
            articles = (*articles, child)
        return self._enter(child, rest, (child, tag, trail, group, item, articles))

    def _framed(self, child: Any, tag: str, rest: Any) -> bool:
        """Read a table of data, a picture or a post whole; go into what is only made as such are."""
        kind = _KINDS_WHOLE[tag](child)
        if kind is None:
            return self._holder(child, tag, rest)
        if self._run.size:
            self._flush()
        self._whole(child, kind)
        return False

    def _enter(self, child: Any, rest: Any, state: _State) -> bool:
        """Make a block element the one that stands open, or add what it holds where that is characters alone."""
        text = child.text
        if len(child):
            self._frames.append((child, rest, self._state, False))
            self._state = state
            if text and not text.isspace():
                self._run.put(text)
            return True
        if text:
            self._add(state, *self._run.line(text))
        return False

    def _is_bare(self, child: Any) -> bool:
        """Whether an element that is named as an aside holds no running text, nor did one before it of the same names."""
        names = child.get("class")
        if child in self._prose:
            if names:
                self._worded.add(names)
            return False
        return names not in self._worded and next(child.iter(*_TOLD), None) is None

    def _leaves_out(self, child: Any, tag: str) -> bool:
        """Whether the habits leave an element out."""
        assert self._habits is not None
        reasons = self._habits.leave_out
        reason = next((str(reasons[name]) for name in names_of(child).split() if name in reasons), None)
        if reason is not None:
            self._pass(child, tag, reason)
        return reason is not None

    def _pass(self, child: Any, tag: str, hint: str) -> None:
        if words := words_of(child):
            self.blocks.append(Block("aside", child, tag, words, linked=len(words), group=self._state[3], dropped=hint))

    def _break(self, child: Any, tag: str, rest: Any) -> bool:  # noqa: ARG002
        """A `<br>`; one that the next follows ends the block."""
        if self._run.size:
            after = child.getnext()
            if after is not None and after.tag == "br" and not (child.tail and child.tail.strip()):
                self._flush()
            else:
                self._run.newline()
        return False

    def _unit(self, child: Any, tag: str, rest: Any) -> bool:  # noqa: ARG002
        """What is read whole as what it is."""
        if self._run.size:
            self._flush()
        self._whole(child, tag)
        return False

    def _medium(self, child: Any, tag: str, rest: Any) -> bool:
        """A picture or the like."""
        if _was_never_closed(child, tag):
            return self._holder(child, tag, rest)
        if self._run.size:
            self._flush()
        self._whole(child, tables.MEDIA)
        return False

    def _control(self, child: Any, tag: str, rest: Any) -> bool:
        """A button or field: its words are told."""
        if _was_never_closed(child, tag):
            return self._holder(child, tag, rest)
        words = words_of(child)
        if words and tag == "button" and self._state[1] in HEADINGS:
            self._run.put(words)
            self._openers.append(self._state[0])
        elif words:
            self.blocks.append(Block("control", child, tag, words, dropped="control"))
        return False

    def _left_out(self, child: Any, tag: str, rest: Any) -> bool:
        """What no reader of the page sees."""
        return _was_never_closed(child, tag) and self._holder(child, tag, rest)

    def _whole(self, child: Any, kind: str) -> None:
        _, _, trail, group, item, articles = self._state
        self.blocks.append(Block(kind, child, child.tag, "", [], 0, 0, trail, group, item, articles))

    def _flush(self) -> None:
        self._add(self._state, *self._run.take())

    def _add(self, state: _State, text: str, marks: list[RawMark], linked: int, strong: int) -> None:
        """A block of text, or several; none where there is no text."""
        if not text:
            return
        if len(self.blocks) > self._most:
            self._ctx.charge("blocks", len(self.blocks))
        element, tag, trail, group, item, articles = state
        kind = "heading" if tag in HEADINGS else "text"
        block = Block(kind, element, tag, text, marks, linked, strong, trail, group, item, articles)
        if "\n" in text and kind == "text":
            self.blocks.extend(_parted(block))
        else:
            self.blocks.append(block)

    _WAYS: ClassVar[dict[str, _Way]] = {
        **_by_tag(
            {
                tables.INLINE: _inline,
                tables.MARK: _mark,
                tables.TEXT: _text,
                tables.HOLDER: _holder,
                tables.BREAK: _break,
                tables.UNIT: _unit,
                tables.MEDIA: _medium,
                tables.CONTROL: _control,
                tables.LEFT_OUT: _left_out,
            }
        ),
        **dict.fromkeys(_FRAMES, _framed),
    }


def _was_never_closed(child: Any, tag: str) -> bool:
    """Whether an element that holds no paragraph has one in it, which would have ended it."""
    return tag in _BROKEN_BY and next(child.iter("p"), None) is not None


def _parted(block: Block) -> Iterator[Block]:
    """The block, cut at line breaks that stand between sentences of running text."""
    parts = list(_parts(block.text))
    return iter((block,)) if len(parts) == 1 else cut(block, parts)


def cut(block: Block, parts: list[tuple[int, int]]) -> Iterator[Block]:
    """A block for each of the `parts`, which begin and end at these characters; each mark is looked at once."""
    starts = [start for start, _ in parts]
    marks: list[list[RawMark]] = [[] for _ in parts]
    for kind, begin, stop, element in block.marks:
        for at in range(max(bisect_right(starts, begin) - 1, 0), bisect_left(starts, stop)):
            start, end = parts[at]
            left, right = max(begin, start), min(stop, end)
            if left < right:
                marks[at].append((kind, left - start, right - start, element))
    for (start, end), within in zip(parts, marks, strict=True):
        linked, strong = (sum(right - left for kind, left, right, _ in within if kind == what) for what in ("link", "strong"))
        yield attrs.evolve(block, text=block.text[start:end], marks=within, linked=linked, strong=strong)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts begin and end."""
    start = at = 0
    while (at := text.find("\n", at)) >= 0:
        after = text.find("\n", at + 1)
        rest = (len(text) if after < 0 else after) - at
        if at - start >= _PROSE and rest >= _PROSE and SENTENCE.search(text, max(start, at - 8), at):
            yield start, at
            start = at + 1
        at += 1
    yield start, len(text)


_PROSE = 40  # characters of a line that may be a paragraph; those of addresses and verse are shorter
_GROUPS = frozenset({"ul", "ol", "dl", "menu", "blockquote"})
_ITEMS = frozenset({"li", "dt", "dd"})
_BROKEN_BY = frozenset({"svg", "button", "select", "canvas", "embed", "source", "track"})
_TOLD = ("table", *HEADINGS)
_PASSED = frozenset(
    {"hidden", "comment", "consent", "newsletter", "share", "related", "ad", "author", "meta", "nav", "footer", "widget"}
)
_NOT_OF_TEXT = frozenset({"newsletter", "player", "box"})  # marked paragraphs that are behind a paywall, or beside a player


def _table(table: Any) -> str | None:
    """`table` if it holds data."""
    return "table" if holds_data(table) else None


def _quote(quote: Any) -> str | None:
    """`media` for a quote that a platform's script makes into a post."""
    return "media" if EMBEDS.search(names_of(quote)) else None


def _figure(figure: Any) -> str | None:
    """`media` for a figure that shows something, and is not the frame of a table."""
    shown = next(figure.iterdescendants(*_SHOWN), None)
    return "media" if shown is not None and shown.tag != "table" else None


_SHOWN = ("table", *(tag for tag, what in ELEMENTS.items() if what is tables.MEDIA))
_KINDS_WHOLE: dict[str, Callable[[Any], str | None]] = {"table": _table, "blockquote": _quote, "figure": _figure}
