"""Lines with their places in the bytes, without the characters that no article holds."""

import re
from collections.abc import Iterator
from typing import AnyStr

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity, counted
from newsparse.kit.charset import Decoded

# C0 but tab and line ends, DEL, C1 but NEL; NEL, LS and PS are white space inside a line here.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_SEPARATOR = str.maketrans({"\x0b": " ", "\x0c": " ", "\x85": " ", "\u2028": " ", "\u2029": " "})
_LINE = re.compile("([^\r\n]*)(\r\n|\r|\n|\\Z)")
_WIDE = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}  # bytes of a line end's character
_ASCII_BASED = frozenset({"utf-8", "cp1252"})  # the common ones in which an ASCII character is one byte
_ODD_SPACE = re.compile("[\x0b\x0c\x85\u2028\u2029]")
# Control characters that a damaged text may hold: so many in any case, so large a share of a long one.
_FEW = 100
_BINARY = 0.05


@attrs.define
class Line:
    """A line without its end; `start` and `end` are byte offsets, `number` counts from 1.

    Not frozen, as a text has a hundred: that is a twentieth of the time to read it.
    """

    text: str
    number: int
    start: int
    end: int


def visible(text: str) -> tuple[str, int]:
    """(the text with control characters as U+FFFD and odd separators as spaces, how many were replaced)."""
    if _ODD_SPACE.search(text):
        text = text.translate(_SEPARATOR)
    if not _CONTROL.search(text):
        return text, 0
    return _CONTROL.subn("\ufffd", text)


def lines_of(decoded: Decoded, base: int = 0, first: int = 1) -> Iterator[Line]:
    """The lines of a decoded document; only LF, CR LF and CR end one. `base` is where its bytes begin, on the line `first`."""
    text, codec, at = decoded.text, decoded.charset, base + decoded.start
    plain = text.isascii() and codec not in _WIDE
    unit = _WIDE.get(codec, 1)
    narrow = codec in _ASCII_BASED
    for number, (line, end) in enumerate(_cut(text), first):
        size = len(line) if plain or (narrow and line.isascii()) else len(line.encode(codec, "replace"))
        yield Line(line, number, at, at + size)
        at += size + end * unit


def _cut(text: str) -> Iterator[tuple[str, int]]:
    """(line, characters of its end) in order."""
    if "\r" not in text:
        for line in text.split("\n"):
            yield line, 1
        return
    for found in _LINE.finditer(text):
        yield found[1], len(found[2])
        if not found[2]:  # the end of the text; another, empty match would follow
            return


def clean_lines(decoded: Decoded, base: int, ctx: Context, reader: str, first: int = 1) -> list[Line]:
    """The lines of a text, `visible`; charges `lines` and `text_chars`. `base` and `first` as in `lines_of`.

    What was replaced is reported as `<reader>.undecodable`; ParseError `<reader>.binary` where it is too much for a text.
    """
    ctx.charge("text_chars", len(decoded.text))
    ctx.charge("lines", line_ends(decoded.text, "\r", "\n"))
    text, replaced = visible(decoded.text)
    if replaced > max(_FEW, _BINARY * len(text)):
        raise ctx.fail(f"{reader}.binary", "this is no text: too many control characters", hint="name its format with --from")
    if replaced or decoded.replaced:
        count = replaced + decoded.replaced
        told = counted(count, "character") + " unfit for text became U+FFFD"
        ctx.report(f"{reader}.undecodable", told, severity=Severity.ERROR, data={"count": count})
    if replaced or text is not decoded.text:
        return [Line(visible(line.text)[0], line.number, line.start, line.end) for line in lines_of(decoded, base, first)]
    return list(lines_of(decoded, base, first))


def line_ends(text: AnyStr, carriage: AnyStr, feed: AnyStr) -> int:
    """How many lines end in the text, which is characters or bytes as the two signs are."""
    carriages = text.count(carriage)
    return text.count(feed) + (carriages - text.count(carriage + feed) if carriages else 0)
