"""Inline Markdown to a Text with marks: CommonMark 0.31.2 section 6, and GitHub's strikethrough.

One pass from left to right makes pieces; emphasis is settled by the standard's delimiter stack, so the cost is linear. What
has a limit in other parsers (the length of a label, of a tag, of an address) is matched inside a window here.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping
from html.entities import html5
from typing import Any, Final

import attrs

from newsparse.kit.build import text_with
from newsparse.kit.lines import visible
from newsparse.model.frozen import FrozenMap
from newsparse.model.text import Mark, Text

Reference = tuple[str, str | None]
"""(address, title) of a link reference definition."""

_SPECIAL = re.compile(r"[\\`*_~\[\]!<&\n]")
_CLOSING: Final = {"[": "]", "<": ">", "&": ";", "!": "]"}
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x20]*)>")
_MAIL = re.compile(r"<([\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8})>")
_TAG = re.compile(
    r"<(?:(/)([A-Za-z][A-Za-z0-9-]*)\s*|([A-Za-z][A-Za-z0-9-]*)"
    r"(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?)>"
)
_ODD_TAGS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))
_DESTINATION = re.compile(r"[ \t\n]*(?:<((?:[^<>\\\n]|\\.)*)>|((?:[^\s\\()\x00-\x1f]|\\.|\((?:[^\s\\()\x00-\x1f]|\\.)*\))*))")
_TITLE = re.compile(r"[ \t\n]+(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))", re.DOTALL)
_CLOSE = re.compile(r"[ \t\n]*\)")
_WINDOW: Final = 4_000  # characters that a tag, an address with its title, or a label may take
_LABEL: Final = 999  # CommonMark's own bound
_TAG_KINDS: Final = {
    "em": "emphasis", "i": "emphasis", "strong": "strong", "b": "strong", "u": "underline", "ins": "underline", "s": "strike",
    "del": "strike", "strike": "strike", "code": "code", "sub": "sub", "sup": "sup", "q": "q",
}  # fmt: skip


@attrs.define(eq=False)
class _Mark:
    """A mark that is being made; its places are known when the pieces are laid out."""

    kind: str
    attrs: dict[str, Any]
    start: int = 0
    end: int = 0


@attrs.define(eq=False)
class _Piece:
    """Characters, with the marks that end before them and those that begin behind them."""

    text: str
    closes: list[_Mark] = attrs.field(factory=list)
    opens: list[_Mark] = attrs.field(factory=list)


@attrs.define(eq=False)
class _Run:
    """A run of delimiters on the stack; `size` is what is left of it."""

    piece: _Piece
    char: str
    size: int
    whole: int
    opens: bool
    closes: bool
    place: int
    """Its number among the pieces, which orders runs."""
    before: "_Run | None" = None
    after: "_Run | None" = None


@attrs.define(eq=False)
class _Bracket:
    """An opening `[` or `![`."""

    piece: _Piece
    image: bool
    start: int
    """Where its label begins in the source."""
    run: _Run | None
    live: bool = True
    inner: bool = False
    """Whether another bracket follows, so that its label is none."""


def read_inline(source: str, references: Mapping[str, Reference]) -> Text:
    """The text of a paragraph, heading or cell, whose lines are joined by LF."""
    if not _SPECIAL.search(source):
        return Text(source)
    return _Inline(source, references).read()


def unescaped(text: str) -> str:
    """`text` with backslash escapes and entities resolved, as in addresses and titles."""
    if "\\" not in text and "&" not in text:
        return text
    return re.sub(rf"{_ESCAPED.pattern}|{_ENTITY.pattern}", _resolved, text)


def _resolved(found: re.Match[str]) -> str:
    return found[1] or _character(found[2], found[3], found[4]) or found[0]


def _character(hexadecimal: str | None, decimal: str | None, name: str | None) -> str | None:
    """What an entity stands for; None for a name that does not exist. Control characters become U+FFFD."""
    if name:
        return html5.get(f"{name};")
    number = int(hexadecimal, 16) if hexadecimal else int(decimal or "0")
    if not 0 < number < 0x110000 or 0xD800 <= number < 0xE000:
        return "\ufffd"
    return visible(chr(number))[0] if number not in {10, 13} else " "


def label_key(label: str) -> str:
    """A reference's label as labels are compared."""
    return " ".join(label.split()).casefold()


def read_address(source: str, at: int) -> tuple[str, int] | None:
    """(address, end) of a link's address from `at`, white space before it skipped; None where there is none."""
    found = _DESTINATION.match(source, at, min(len(source), at + _WINDOW))
    if found is None or (found[1] is None and not found[2]):
        return None
    return unescaped(found[1] if found[1] is not None else found[2]), found.end()


def read_title(source: str, at: int) -> tuple[str, int] | None:
    """(title, end) of a quoted title that white space parts from what stands before `at`; None where there is none."""
    found = _TITLE.match(source, at, min(len(source), at + _WINDOW))
    if found is None:
        return None
    return unescaped(next(words for words in found.groups() if words is not None)), found.end()


class _Inline:
    """One text on its way; the source never changes."""

    def __init__(self, source: str, references: Mapping[str, Reference]) -> None:
        self.source = source
        self.references = references
        self.pieces: list[_Piece] = []
        self.marks: list[_Mark] = []
        self.last: _Run | None = None
        self.brackets: list[_Bracket] = []
        self.absent: set[str] = set()
        self.tags: dict[str, list[tuple[_Piece, str]]] = {}
        self.ticks: dict[int, list[int]] | None = None
        self.closing = {char: source.rfind(end) for char, end in _CLOSING.items()}

    def read(self) -> Text:
        """The text with all its marks."""
        at = 0
        while (found := _SPECIAL.search(self.source, at)) is not None:
            if found.start() > at:
                self.add(self.source[at : found.start()])
            at = self.special(found[0], found.start())
        self.add(self.source[at:])
        self.settle_emphasis(None)
        for piece, tag in (left for unclosed in self.tags.values() for left in unclosed):
            mark = _Mark("markdown:html", {"data": tag})
            self.marks.append(mark)
            piece.opens.append(mark)
            piece.closes.append(mark)
        return self.laid_out()

    def add(self, text: str) -> _Piece:
        piece = _Piece(text)
        self.pieces.append(piece)
        return piece

    def special(self, char: str, at: int) -> int:
        """Read what begins with `char` at `at`; where reading goes on."""
        if at > self.closing.get(char, at):  # nothing behind it can end what it begins
            end = at + 1
            while self.source[end : end + 1] == char:
                end += 1
            self.add(self.source[at:end])
            return end
        if char in "*_~":
            return self.delimiters(char, at)
        return {"\\": self.backslash, "`": self.code, "[": self.bracket, "!": self.exclamation, "]": self.close_bracket,
                "<": self.angle, "&": self.entity, "\n": self.line_end}[char](at)  # fmt: skip

    def backslash(self, at: int) -> int:
        following = self.source[at + 1 : at + 2]
        if following == "\n":
            return self.hard_break(at + 2)
        if following and following in _PUNCTUATION:
            self.add(following)
            return at + 2
        self.add("\\")
        return at + 1

    def line_end(self, at: int) -> int:
        """A soft break is a space; two spaces before it make it a hard one."""
        before = self.pieces[-1] if self.pieces else None
        hard = before is not None and before.text.endswith("  ")
        if before is not None:
            before.text = before.text.rstrip(" ")
        if hard:
            return self.hard_break(at + 1)
        self.add(" ")
        return self.skip_spaces(at + 1)

    def hard_break(self, at: int) -> int:
        mark = self.begin("break")
        self.add("\n")
        self.finish(mark)
        return self.skip_spaces(at)

    def skip_spaces(self, at: int) -> int:
        while self.source[at : at + 1] == " ":
            at += 1
        return at

    def begin(self, kind: str, values: dict[str, Any] | None = None) -> _Mark:
        mark = _Mark(kind, values or {})
        self.marks.append(mark)
        self.add("").opens.append(mark)
        return mark

    def finish(self, mark: _Mark) -> None:
        self.add("").closes.append(mark)

    def code(self, at: int) -> int:
        """A code span, if a run of as many backticks follows."""
        if self.ticks is None:
            self.ticks = {}
            for found in re.finditer("`+", self.source):
                self.ticks.setdefault(len(found[0]), []).append(found.start())
        size = 1
        while self.source[at + size : at + size + 1] == "`":
            size += 1
        runs = self.ticks.get(size, [])
        following = bisect_left(runs, at + size)
        if following == len(runs):
            self.add("`" * size)
            return at + size
        inner = self.source[at + size : runs[following]].replace("\n", " ")
        if inner.startswith(" ") and inner.endswith(" ") and inner.strip(" "):
            inner = inner[1:-1]
        mark = self.begin("code")
        self.add(inner)
        self.finish(mark)
        return runs[following] + size

    def entity(self, at: int) -> int:
        found = _ENTITY.match(self.source, at)
        character = _character(found[1], found[2], found[3]) if found else None
        if found is None or character is None:
            self.add("&")
            return at + 1
        self.add(character)
        return found.end()

    def angle(self, at: int) -> int:
        """An autolink, or inline HTML: known pairs of tags are marks, others are kept as marks without length."""
        limit = min(len(self.source), at + _WINDOW)
        for pattern, scheme in ((_AUTOLINK, ""), (_MAIL, "mailto:")):
            if found := pattern.match(self.source, at, limit):
                mark = self.begin("link", {"href": f"{scheme}{found[1]}"})
                self.add(found[1])
                self.finish(mark)
                return found.end()
        if found := _TAG.match(self.source, at, limit):
            self.tag(found)
            return found.end()
        end = self.odd_tag(at)
        if end is None:
            self.add("<")
            return at + 1
        self.keep_html(self.source[at:end])
        return end

    def tag(self, found: re.Match[str]) -> None:
        name = (found[2] or found[3]).lower()
        kind = _TAG_KINDS.get(name)
        if name == "br":
            self.hard_break(found.end())
        elif kind is None:
            self.keep_html(found[0])
        elif found[2] is None:
            self.tags.setdefault(name, []).append((self.add(""), found[0]))
        elif opened := self.tags.get(name):
            mark = _Mark(kind, {})
            self.marks.append(mark)
            opened.pop()[0].opens.append(mark)
            self.finish(mark)
        else:
            self.keep_html(found[0])

    def keep_html(self, data: str) -> None:
        self.finish(self.begin("markdown:html", {"data": data}))

    def odd_tag(self, at: int) -> int | None:
        """The end of a comment, instruction, declaration or CDATA section; an end that is missing once is not sought again."""
        for opening, closing in _ODD_TAGS:
            letter = self.source[at + 2 : at + 3]
            if self.source.startswith(opening, at) and (opening != "<!" or (letter.isascii() and letter.isalpha())):
                end = -1 if closing in self.absent else self.source.find(closing, at + len(opening))
                if end < 0:
                    self.absent.add(closing)
                    return None
                return end + len(closing)
        return None

    def delimiters(self, char: str, at: int) -> int:
        size = 1
        while self.source[at + size : at + size + 1] == char:
            size += 1
        opens, closes = _flanking(self.source, at, at + size, char)
        run = _Run(self.add(char * size), char, size, size, opens, closes, len(self.pieces), before=self.last)
        if char != "~" or size == 2:
            if self.last is not None:
                self.last.after = run
            self.last = run
        return at + size

    def bracket(self, at: int, *, image: bool = False) -> int:
        if self.brackets:
            self.brackets[-1].inner = True
        start = at + (2 if image else 1)
        self.brackets.append(_Bracket(self.add(self.source[at:start]), image, start, self.last))
        return start

    def exclamation(self, at: int) -> int:
        if self.source[at + 1 : at + 2] == "[":
            return self.bracket(at, image=True)
        self.add("!")
        return at + 1

    def close_bracket(self, at: int) -> int:
        opened = self.brackets.pop() if self.brackets else None
        target = self.target(opened, at) if opened is not None and opened.live else None
        if opened is None or target is None:
            self.add("]")
            return at + 1
        address, title, end = target
        values = {"href": address} if title is None else {"href": address, "title": title}
        opened.piece.text = ""
        mark = _Mark("markdown:image" if opened.image else "link", values)
        self.marks.append(mark)
        opened.piece.opens.append(mark)
        self.finish(mark)
        self.settle_emphasis(opened.run)
        if not opened.image:  # no link inside a link
            for outer in self.brackets:
                outer.live = outer.live and outer.image
        return end

    def target(self, opened: _Bracket, at: int) -> tuple[str, str | None, int] | None:
        """(address, title, end) of the link whose label ends at `at`: inline, else by reference."""
        source = self.source
        if source[at + 1 : at + 2] == "(":
            address, end = read_address(source, at + 2) or ("", at + 2)
            title, end = read_title(source, end) or (None, end)
            if (closed := _CLOSE.match(source, end)) is not None:
                return address, title, closed.end()
        if not self.references:
            return None
        label = None if opened.inner or at - opened.start > _LABEL else source[opened.start : at]
        end = at + 1
        if source[end : end + 1] == "[":
            close = source.find("]", end, end + _LABEL)
            given = source[end + 1 : close] if close > 0 else None
            if given is not None and "[" not in given:
                label, end = given or label, close + 1
        reference = self.references.get(label_key(label)) if label else None
        return None if reference is None else (*reference, end)

    def settle_emphasis(self, bottom: _Run | None) -> None:
        """Match closing runs with opening ones above `bottom` (the standard's "process emphasis")."""
        floor = bottom.place if bottom is not None else -1
        lowest: dict[tuple[str, int, bool], int] = {}
        closer = self.first_above(floor)
        while closer is not None:
            if not closer.closes:
                closer = closer.after
                continue
            key = (closer.char, closer.whole % 3, closer.opens)
            opener = self.opener_for(closer, lowest.get(key, floor))
            if opener is not None:
                closer = self.match(opener, closer)
                continue
            lowest[key] = closer.before.place if closer.before is not None else -1
            following = closer.after
            if not closer.opens:
                self.remove(closer)
            closer = following
        while self.last is not None and self.last.place > floor:
            self.remove(self.last)

    def first_above(self, floor: int) -> _Run | None:
        """The lowest run above `floor`; those passed on the way are taken off the stack by the caller."""
        found, run = None, self.last
        while run is not None and run.place > floor:
            found, run = run, run.before
        return found

    def opener_for(self, closer: _Run, lowest: int) -> _Run | None:
        run = closer.before
        while run is not None and run.place > lowest:
            odd = (closer.opens or run.closes) and closer.whole % 3 != 0 and (run.whole + closer.whole) % 3 == 0
            if run.char == closer.char and run.opens and (not odd or run.char == "~"):
                return run
            run = run.before
        return None

    def match(self, opener: _Run, closer: _Run) -> _Run | None:
        """Mark what stands between the two; the run to go on with."""
        size = 2 if opener.size >= 2 and closer.size >= 2 else 1
        kind = "strike" if closer.char == "~" else "strong" if size == 2 else "emphasis"
        mark = _Mark(kind, {})
        self.marks.append(mark)
        opener.piece.opens.append(mark)
        closer.piece.closes.append(mark)
        for run in (opener, closer):
            run.size -= size
            run.piece.text = run.piece.text[size:]
        opener.after, closer.before = closer, opener  # the runs between open nothing
        if not opener.size:
            self.remove(opener)
        if closer.size:
            return closer
        following = closer.after
        self.remove(closer)
        return following

    def remove(self, run: _Run) -> None:
        if run.before is not None:
            run.before.after = run.after
        if run.after is not None:
            run.after.before = run.before
        else:
            self.last = run.before

    def laid_out(self) -> Text:
        """The pieces as one text, and the marks at their places in it."""
        size = 0
        parts: list[str] = []
        for piece in self.pieces:
            for mark in piece.closes:
                mark.end = size
            parts.append(piece.text)
            size += len(piece.text)
            for mark in piece.opens:
                mark.start = size
        made = [Mark(kind=m.kind, start=m.start, end=m.end, attrs=FrozenMap(m.attrs)) for m in self.marks]
        return text_with("".join(parts), made)


def _flanking(source: str, start: int, end: int, char: str) -> tuple[bool, bool]:
    """(can open, can close) of a delimiter run (CommonMark section 6.2)."""
    before, after = source[start - 1 : start] or " ", source[end : end + 1] or " "
    space_before, space_after = before.isspace(), after.isspace()
    punctuation_before, punctuation_after = _is_punctuation(before), _is_punctuation(after)
    left = not space_after and (not punctuation_after or space_before or punctuation_before)
    right = not space_before and (not punctuation_before or space_after or punctuation_after)
    if char == "_":
        return left and (not right or punctuation_before), right and (not left or punctuation_after)
    return left, right


def _is_punctuation(char: str) -> bool:
    return char in _PUNCTUATION or unicodedata.category(char)[0] in "PS"
