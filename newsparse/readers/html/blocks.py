"""From the container's tree to a flat run of blocks, nothing judged yet."""

import re
from typing import Any, TypeAlias

import attrs

from newsparse.readers.html.hints import hint_of

RawMark: TypeAlias = tuple[str, int, int, Any]
"""Kind, start, end and the element that says so; only kept blocks get real marks."""

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s samp small span strike strong"
    " sub sup time tt u var wbr math amp-text o:p g-emoji".split()
)
_MARK = {
    "a": "link", "b": "strong", "strong": "strong", "em": "emphasis", "i": "emphasis", "cite": "emphasis", "u": "underline", "ins": "underline",
    "s": "strike", "strike": "strike", "del": "strike", "code": "code", "kbd": "code", "samp": "code", "tt": "code", "sub": "sub",
    "sup": "sup", "q": "q",
}  # fmt: skip
INVISIBLE = frozenset("script style noscript template head title meta link base svg canvas map object applet datalist colgroup col param source track area math-annotation".split())
CONTROLS = frozenset("button input select textarea option optgroup form progress meter dialog menu".split())
MEDIA = frozenset("img picture video audio iframe embed amp-img amp-video amp-youtube amp-iframe figure amp-instagram amp-twitter".split())
HEADINGS = {f"h{n}": n for n in range(1, 7)}
_SPACES = re.compile("[ \t\n\r\f]+")


@attrs.define(eq=False)
class Block:
    """A run of text, or one thing that stands between runs.

    `holder` is the nearest element that is no inline one and no paragraph; `trail` the hinted elements from the container
    down to it.
    """

    kind: str
    """`text`, `heading`, `list`, `table`, `quote`, `pre`, `media`, `rule`."""
    element: Any
    holder: Any
    text: str = ""
    marks: list[RawMark] = attrs.field(factory=list)
    tag: str = ""
    linked: int = 0
    strong: int = 0
    trail: tuple[tuple[str, Any], ...] = ()
    dropped: str | None = None
    lists: Any = None
    quote: Any = None


class Line:
    """A line in the making: white space collapsed, marks over it."""

    __slots__ = ("linked", "marks", "open", "parts", "size", "spaced", "strong")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.spaced = True
        self.marks: list[RawMark] = []
        self.open: list[tuple[str, int, Any]] = []
        self.linked = 0
        self.strong = 0

    def put(self, text: str) -> None:
        piece = _SPACES.sub(" ", text)
        if self.spaced and piece[:1] == " ":
            piece = piece[1:]
        if not piece:
            return
        self.parts.append(piece)
        self.size += len(piece)
        self.spaced = piece[-1] == " "

    def begin(self, kind: str, element: Any) -> None:
        self.open.append((kind, self.size, element))

    def end(self) -> None:
        kind, start, element = self.open.pop()
        if self.size > start:
            self._mark(kind, start, element)

    def _mark(self, kind: str, start: int, element: Any) -> None:
        if kind == "link":
            self.linked += self.size - start
        elif kind == "strong":
            self.strong += self.size - start
        self.marks.append((kind, start, self.size, element))

    def newline(self) -> None:
        if self.size and not (self.parts and self.parts[-1] == "\n"):
            if self.spaced and self.parts and self.parts[-1].endswith(" "):
                self.parts[-1] = self.parts[-1][:-1]
                self.size -= 1
            self.parts.append("\n")
            self.size += 1
            self.spaced = True

    def take(self) -> tuple[str, list[RawMark], int, int]:
        """The finished text, marks, linked and strong characters; open marks go on in the next line."""
        for kind, start, element in self.open:
            if self.size > start:
                self._mark(kind, start, element)
        raw = "".join(self.parts)
        text = raw.strip()
        marks = self.marks
        if marks and text:
            lead = len(raw) - len(raw.lstrip())
            size = len(text)
            moved = []
            for kind, start, end, element in marks:
                a, b = max(start - lead, 0), min(end - lead, size)
                if a < b:
                    moved.append((kind, a, b, element))
            marks = moved
        linked, strong = self.linked, self.strong
        self.open = [(kind, 0, element) for kind, _, element in self.open]
        self.parts, self.marks = [], []
        self.size = self.linked = self.strong = 0
        self.spaced = True
        return text, marks, linked, strong


def walk(container: Any) -> list[Block]:
    """The blocks of the container in reading order."""
    return _Walker().run(container)


class _Walker:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.line = Line()
        self.breaks = 0

    def run(self, container: Any) -> list[Block]:
        line = self.line
        blocks = self.blocks
        stack: list[tuple[Any, Any, str, Any, Any]] = []
        holder = container
        tag = container.tag if isinstance(container.tag, str) else "div"
        trail: tuple[tuple[str, Any], ...] = ()
        block = container
        lists = quote = None
        if container.text:
            line.put(container.text)
        it = iter(container)
        frames = []
        while True:
            child = next(it, None)
            if child is None:
                if not frames:
                    break
                element, it, mode, saved = frames.pop()
                if mode == "inline":
                    pass
                elif mode == "mark":
                    line.end()
                else:
                    if line.size:
                        self.flush(tag, block, holder, trail, lists, quote)
                    holder, tag, trail, block, lists, quote = saved
                if element.tail:
                    line.put(element.tail)
                continue
            name = child.tag
            if not isinstance(name, str):
                if child.tail:
                    line.put(child.tail)
                continue
            if name in INLINE:
                kind = _MARK.get(name)
                if kind:
                    line.begin(kind, child)
                    frames.append((child, it, "mark", None))
                else:
                    frames.append((child, it, "inline", None))
                if child.text:
                    line.put(child.text)
                it = iter(child)
                continue
            if name == "br":
                tail = child.tail
                following = child.getnext()
                if following is not None and following.tag == "br" and not (tail and tail.strip()):
                    if line.size:
                        self.flush(tag, block, holder, trail, lists, quote)
                elif line.size:
                    line.newline()
                if tail:
                    line.put(tail)
                continue
            if name in INVISIBLE or name in CONTROLS:
                if child.tail:
                    line.put(child.tail)
                continue
            if line.size:
                self.flush(tag, block, holder, trail, lists, quote)
            if name in MEDIA:
                blocks.append(Block("media", child, holder, tag=name, trail=trail))
                if child.tail:
                    line.put(child.tail)
                continue
            if name == "hr":
                blocks.append(Block("rule", child, holder, tag=name, trail=trail))
                if child.tail:
                    line.put(child.tail)
                continue
            frames.append((child, it, "block", (holder, tag, trail, block, lists, quote)))
            block = child
            if name == "p" or name in HEADINGS:
                tag = name
                names = child.get("class")
                if names:
                    what = hint_of(names)
                    if what:
                        trail = (*trail, (what, child))
            else:
                holder = child
                tag = name
                names = f"{child.get('class') or ''} {child.get('id') or ''}"
                what = hint_of(names) or (name if name in {"aside", "footer", "nav", "header"} else None)
                if what:
                    trail = (*trail, (what, child))
                if name in {"ul", "ol", "dl"}:
                    lists = child
                elif name == "blockquote":
                    quote = child
            if child.text:
                line.put(child.text)
            it = iter(child)
        if line.size:
            self.flush(tag, block, holder, trail, lists, quote)
        return blocks

    def flush(self, tag: str, element: Any, holder: Any, trail: Any, lists: Any, quote: Any) -> None:
        text, marks, linked, strong = self.line.take()
        if text:
            kind = "heading" if tag in HEADINGS else "text"
            self.blocks.append(Block(kind, element, holder, text, marks, tag, linked, strong, trail, None, lists, quote))
