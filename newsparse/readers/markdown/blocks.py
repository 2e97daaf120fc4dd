"""The block structure of Markdown: CommonMark 0.31.2 sections 4 and 5, and GitHub's tables.

Line by line, as the standard's appendix has it: a line goes on with the containers that are open as far as it can, opens
new ones, and its rest is added to the leaf at the end. No line is looked at twice, and containers nest 32 deep at most.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

import attrs

from newsparse.kit.lines import Line
from newsparse.readers.markdown.inline import Reference, label_key, read_address, read_title

DEEPEST: Final = 32  # markdown-it's CommonMark preset allows 20; a live blog's nested lists reach 5

_BREAK = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_ATX = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
_ATX_END = re.compile(r"(?:\A|[ \t])#+[ \t]*\Z")
_SETEXT = re.compile(r"(?:=+|-+)[ \t]*\Z")
_FENCE = re.compile(r"(`{3,})([^`]*)\Z|(~{3,})(.*)\Z")
_BULLET = re.compile(r"([-+*])(?=[ \t]|\Z)")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=[ \t]|\Z)")
_DELIMITER_CELL = re.compile(r"\s*:?-+:?\s*\Z")
_HTML_TAGS: Final = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|"
    "figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|"
    "noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul"
)
_ANY_TAG: Final = (
    r"<(?:/[A-Z][A-Z0-9-]*\s*|[A-Z][A-Z0-9-]*"
    r"(?:\s+[A-Z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?)>\s*\Z"
)
_HTML: Final = tuple(
    (re.compile(begin, re.IGNORECASE), re.compile(end, re.IGNORECASE) if end else None)
    for begin, end in (
        (r"<(?:script|pre|style|textarea)(?:\s|>|\Z)", r"</(?:script|pre|style|textarea)>"),
        (r"<!--", r"-->"),
        (r"<\?", r"\?>"),
        (r"<![A-Z]", r">"),
        (r"<!\[CDATA\[", r"\]\]>"),
        (rf"</?(?:{_HTML_TAGS})(?:\s|/?>|\Z)", ""),
        (
            _ANY_TAG,
            "",
        ),
    )
)  # fmt: skip
_WINDOW: Final = 2_000  # characters of a line in which the beginning of an HTML block must show
_LABEL = re.compile(r"[ \t]{0,3}\[((?:[^\[\]\\]|\\.){1,999})\]:")
_MAYBE: Final = frozenset("#`~*+_=<>|:-0123456789")  # what a line begins with that begins a block
_BLANKS_THEN_END = re.compile(r"[ \t]*(?:\n|\Z)")


@attrs.define(eq=False)
class Node:
    """A block of the document; containers have children, leaves have lines.

    `kind` is document, quote, list, item, paragraph, heading, code, html, break or table. `level` is a heading's, `mark` a
    list's bullet or delimiter, `start` an ordered list's first number, `info` what stands behind a fence.
    """

    kind: str
    first: Line
    last: Line
    children: "list[Node]" = attrs.field(factory=list)
    lines: list[str] = attrs.field(factory=list)
    level: int = 0
    mark: str = ""
    start: int | None = None
    info: str = ""
    indent: int = 0
    fence: str = ""
    until: "re.Pattern[str] | None" = None
    done: bool = False


_CONTAINERS = frozenset({"document", "quote", "list", "item"})


class _Cursor:
    """One line while its prefixes are taken off: `rest` is what is left, `indent` the columns of white space before `inner`."""

    def __init__(self, text: str) -> None:
        self.rest = text
        self.column = 0
        self._look()

    def _look(self) -> None:
        self.inner = self.rest.lstrip(" \t")
        space = self.rest[: len(self.rest) - len(self.inner)]
        self.indent = _columns(space, self.column)
        self.blank = not self.inner

    def indented(self, columns: int) -> None:
        """Take `columns` of white space off, as many as there are; a tab that is wider leaves spaces behind."""
        at = 0
        while columns > 0 and self.rest[at : at + 1] in {" ", "\t"}:
            width = _columns(self.rest[at], self.column)
            taken = min(width, columns)
            columns -= taken
            self.column += taken
            at += 1
            if taken < width:
                self.rest = " " * (width - taken) + self.rest[at:]
                at = 0
                break
        self.rest = self.rest[at:]
        self._look()

    def marked(self, count: int) -> None:
        """Take the indent and a marker of `count` characters off."""
        self.column += self.indent + count
        self.rest = self.inner[count:]
        self._look()

    def finish(self) -> None:
        """Leave nothing of the line."""
        self.rest = ""
        self._look()


def _columns(space: str, column: int) -> int:
    """How many columns white space takes that begins at `column`."""
    if "\t" not in space:
        return len(space)
    at = column
    for char in space:
        at += 4 - at % 4 if char == "\t" else 1
    return at - column


class Blocks:
    """The parser: `read` the lines, then take `document` and `references`."""

    def __init__(self, lines: Iterable[Line]) -> None:
        every = list(lines) or [Line("", 1, 0, 0)]
        if len(every) > 1 and not every[-1].text:
            every.pop()  # what a final line end leaves behind it
        self.document = Node("document", every[0], every[-1])
        self.references: dict[str, Reference] = {}
        self.open: list[Node] = [self.document]
        self.too_deep = 0
        self._starts = (
            self._quote, self._atx, self._fence, self._html, self._setext, self._table, self._break, self._item,
        )  # fmt: skip
        for line in every:
            self._line(line)
        self._close_to(0)

    def _line(self, line: Line) -> None:
        cursor = _Cursor(line.text)
        depth = self._go_on(cursor, line)
        if depth is None:
            return
        before = len(self.open)
        verbatim = depth == before and self.open[-1].kind in {"code", "html"}
        opened = None if verbatim else self._open_blocks(cursor, line, depth)
        tip = self.open[-1]
        if opened is None and depth < before and tip.kind == "paragraph" and not cursor.blank:
            tip.lines.append(cursor.inner)  # a lazy line goes on with the paragraph
            tip.last = line
        else:
            self._close_to(depth if opened is None else opened)
            self._rest(cursor, line)

    def _go_on(self, cursor: _Cursor, line: Line) -> int | None:
        """How many open blocks the line goes on with; None where that was all of it (a closing fence)."""
        depth = 1
        while depth < len(self.open):
            node = self.open[depth]
            going = _GOES_ON[node.kind](node, cursor)
            if node.done:
                node.last = line
                self._close_to(depth)
                return None
            if not going:
                break
            node.last = line
            depth += 1
        return depth

    def _open_blocks(self, cursor: _Cursor, line: Line, depth: int) -> int | None:
        """Open the blocks that begin on the line; how many are open then, None where none began."""
        opened = None
        while not cursor.blank:
            if cursor.indent >= 4:
                if self.open[-1].kind != "paragraph":
                    opened = self._begin(Node("code", line, line), depth)
                    cursor.indented(4)
                break
            if cursor.inner[0] not in _MAYBE:
                break
            begun = next((n for start in self._starts if (n := start(cursor, line, depth)) is not None), None)
            if begun is None:
                break
            opened = depth = begun
            if self.open[-1].kind not in _CONTAINERS:
                break
        return opened

    def _begin(self, node: Node, depth: int) -> int:
        """Put a node below those of the `depth` open blocks that can hold it; how many are open then."""
        while self.open[depth - 1].kind not in _CONTAINERS or (self.open[depth - 1].kind == "list" and node.kind != "item"):
            depth -= 1
        self._close_to(depth)
        self.open[-1].children.append(node)
        self.open.append(node)
        return depth + 1

    def _close_to(self, depth: int) -> None:
        while len(self.open) > depth:
            node = self.open.pop()
            if node.kind == "paragraph":
                self._take_references(node)
                if not node.lines:
                    self.open[-1].children.pop()
            elif node.kind == "code" and not node.fence:
                while node.lines and not node.lines[-1].strip():
                    node.lines.pop()

    def _rest(self, cursor: _Cursor, line: Line) -> None:
        """Add what is left of the line to the leaf at the end."""
        tip = self.open[-1]
        if tip.kind == "code":
            if tip.first is not line or not tip.fence:
                tip.lines.append(cursor.rest)
        elif tip.kind == "html":
            tip.lines.append(cursor.rest)
            if tip.until is not None and tip.until.search(cursor.rest):
                self._close_to(len(self.open) - 1)
        elif cursor.blank:
            return
        elif tip.kind in _CONTAINERS:
            self._begin(Node("paragraph", line, line, lines=[cursor.inner]), len(self.open))
        else:
            tip.lines.append(cursor.inner)

    def _take_references(self, node: Node) -> None:
        """Move link reference definitions from the head of a paragraph to the table."""
        if not node.lines or not node.lines[0].startswith("["):
            return
        text = "\n".join(node.lines)
        at = 0
        while (found := _LABEL.match(text, at)) is not None:
            end = self._define(text, found)
            if end is None:
                break
            at = end
        if at:
            left = text[at:]
            node.lines = left.split("\n") if left else []

    def _define(self, text: str, found: "re.Match[str]") -> int | None:
        """Take one definition; where it ends, None where it is none."""
        address = read_address(text, found.end())
        if address is None or not label_key(found[1]):
            return None
        title = read_title(text, address[1])
        closed = _BLANKS_THEN_END.match(text, title[1]) if title else None
        if closed is None:  # what looked like a title is text of the next line
            title, closed = None, _BLANKS_THEN_END.match(text, address[1])
        if closed is None:
            return None
        self.references.setdefault(label_key(found[1]), (address[0], title[0] if title else None))
        return closed.end()

    # What may begin a block: each returns how many blocks are open then, or None.

    def _quote(self, cursor: _Cursor, line: Line, depth: int) -> int | None:
        if not cursor.inner.startswith(">") or self._is_too_deep(depth):
            return None
        cursor.marked(1)
        cursor.indented(1)
        return self._begin(Node("quote", line, line), depth)

    def _is_too_deep(self, depth: int) -> bool:
        if depth <= 2 * DEEPEST:  # a list and its item are two
            return False
        self.too_deep += 1
        return True

    def _atx(self, cursor: _Cursor, line: Line, depth: int) -> int | None:
        found = _ATX.match(cursor.inner)
        if found is None:
            return None
        title = _ATX_END.sub("", cursor.inner[found.end() :].rstrip(" \t")).strip(" \t")
        depth = self._begin(Node("heading", line, line, level=len(found[1]), lines=[title]), depth)
        cursor.finish()
        return depth

    def _fence(self, cursor: _Cursor, line: Line, depth: int) -> int | None:
        found = _FENCE.match(cursor.inner)
        if found is None:
            return None
        fence, info = (found[1], found[2]) if found[1] else (found[3], found[4])
        return self._begin(Node("code", line, line, fence=fence, info=info.strip(), indent=cursor.indent), depth)

    def _html(self, cursor: _Cursor, line: Line, depth: int) -> int | None:
        if not cursor.inner.startswith("<"):
            return None
        inner = cursor.inner[:_WINDOW]
        number = next((n for n, (begin, _) in enumerate(_HTML, 1) if begin.match(inner)), None)
        if number is None or (number == 7 and self.open[-1].kind == "paragraph"):
            return None
        return self._begin(Node("html", line, line, until=_HTML[number - 1][1]), depth)

    def _setext(self, cursor: _Cursor, line: Line, depth: int) -> int | None:
        tip = self.open[-1]
        if tip.kind != "paragraph" or depth != len(self.open) or not _SETEXT.match(cursor.inner):
            return None
        self._take_references(tip)
        if not tip.lines:
            tip.lines = [cursor.inner]
            cursor.finish()
            return None
        tip.kind, tip.level, tip.last = "heading", 1 if cursor.inner[0] == "=" else 2, line
        cursor.finish()
        return depth

    def _break(self, cursor: _Cursor, line: Line, depth: int) -> int | None:
        if not _BREAK.match(cursor.inner):
            return None
        depth = self._begin(Node("break", line, line), depth)
        cursor.finish()
        return depth

    def _item(self, cursor: _Cursor, line: Line, depth: int) -> int | None:
        inner = cursor.inner
        bullet = _BULLET.match(inner)
        found = bullet or _NUMBER.match(inner)
        if found is None or self._is_too_deep(depth):
            return None
        empty = not inner[found.end() :].strip(" \t")
        in_paragraph = self.open[-1].kind == "paragraph" and depth == len(self.open)
        if in_paragraph and (empty or (bullet is None and int(found[1]) != 1)):  # only some items may break a paragraph
            return None
        mark, start = (found[1], None) if bullet else (found[2], int(found[1]))
        outer = cursor.indent
        cursor.marked(found.end())
        inside = cursor.indent if 1 <= cursor.indent <= 4 and not empty else 1
        cursor.indented(inside)
        if self.open[depth - 1].kind != "list" or self.open[depth - 1].mark != mark:
            depth = self._begin(Node("list", line, line, mark=mark, start=start), depth)
        return self._begin(Node("item", line, line, indent=outer + found.end() + inside), depth)

    def _table(self, cursor: _Cursor, line: Line, depth: int) -> int | None:
        """A row of dashes below a paragraph's last line makes that line a table's head."""
        tip = self.open[-1]
        if tip.kind != "paragraph" or depth != len(self.open) or "|" not in cursor.inner or "-" not in cursor.inner:
            return None
        cells = split_row(cursor.inner)
        if not all(_DELIMITER_CELL.match(cell) for cell in cells) or len(split_row(tip.lines[-1])) != len(cells):
            return None
        head = tip.lines.pop()
        table = Node("table", line, line, lines=[head])
        if not tip.lines:
            self.open.pop()
            self.open[-1].children.pop()
            depth -= 1
        depth = self._begin(table, depth)
        cursor.finish()
        return depth


def split_row(row: str) -> list[str]:
    """The cells of a table's row: parted by pipes, of which an escaped one is a character."""
    row = row.strip()
    row = row.removeprefix("|")
    cells, start, at = [], 0, 0
    while (at := row.find("|", at)) >= 0:
        if row[at - 1 : at] != "\\" or at == 0:
            cells.append(row[start:at])
            start = at + 1
        at += 1
    if row[start:].strip() or not cells:
        cells.append(row[start:])
    return [cell.replace("\\|", "|").strip() for cell in cells]


def _quote_goes_on(node: Node, cursor: _Cursor) -> bool:  # noqa: ARG001  one signature for all
    if cursor.indent > 3 or not cursor.inner.startswith(">"):
        return False
    cursor.marked(1)
    cursor.indented(1)
    return True


def _item_goes_on(node: Node, cursor: _Cursor) -> bool:
    going = bool(node.children) if cursor.blank else cursor.indent >= node.indent  # no second blank line at an item's head
    if going:
        cursor.indented(node.indent)
    return going


def _code_goes_on(node: Node, cursor: _Cursor) -> bool:
    if not node.fence:
        going = cursor.indent >= 4 or cursor.blank
        cursor.indented(4)
        return going
    closing = cursor.inner.rstrip(" \t")
    if cursor.indent <= 3 and len(closing) >= len(node.fence) and not closing.strip(node.fence[0]):
        node.done = True
        return True
    cursor.indented(node.indent)
    return True


def _goes_on_until_blank(node: Node, cursor: _Cursor) -> bool:
    return not cursor.blank or (node.kind == "html" and node.until is not None)


def _never(node: Node, cursor: _Cursor) -> bool:  # noqa: ARG001
    return False


def _always(node: Node, cursor: _Cursor) -> bool:  # noqa: ARG001
    return True


_GOES_ON: Final[dict[str, Callable[[Node, _Cursor], bool]]] = {
    "quote": _quote_goes_on,
    "list": _always,
    "item": _item_goes_on,
    "code": _code_goes_on,
    "html": _goes_on_until_blank,
    "table": _goes_on_until_blank,
    "paragraph": _goes_on_until_blank,
    "heading": _never,
    "break": _never,
}
