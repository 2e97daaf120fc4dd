"""What agencies' text wires share: control characters, stories in a capture, raw bytes as text, wrapped lines, trailers.

A wire of the 7-bit age fills gaps with NUL, DEL and SYN and rings BEL, and old files end with SUB; these carry nothing and go.
Every other control character that a format gives no meaning becomes U+FFFD and is reported.
"""

import codecs
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from operator import add
from typing import Any, Final

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity, counted
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.charset import CHARSETS, Decoded, decode
from newsparse.kit.datetables import MONTHS, ZONES
from newsparse.kit.inline import is_spaced
from newsparse.kit.names import people, strip_by
from newsparse.kit.shapes import Pattern
from newsparse.model.agents import Agent, Byline
from newsparse.model.article import Article
from newsparse.model.blocks import Cell, Table
from newsparse.model.place import Origin
from newsparse.model.quick import maker, new_cell, new_origin, new_text
from newsparse.plugin import Document, Frame

SOH, STX, ETX, EOT = "\x01", "\x02", "\x03", "\x04"
_SOH = re.compile(
    rb"\x01++(?P<start>(?=[\x00\x07\x7f\r\n]{0,8}[^\x00-\x20\x7f]))?"
)  # a run of them, and whether something follows
_NUMBERED = re.compile(rb"\x01++[\x00\x07\x7f\r\n]{0,8}[!-~]{1,5}? ?\d{3}")
_FILL = re.compile("[\x00\x07\x16\x1a\x7f]+")
_C1 = frozenset(bytes((n,)) for n in range(0x80, 0xA0) if n != 0x85)  # behind C2 in UTF-8
_SURROGATES = frozenset(bytes((n,)) for n in range(0xA0, 0xC0))  # behind ED
_NOISE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_C0 = bytes((*range(9), 0x0B, *range(0x0E, 0x20), 0x7F))
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_FILL_BYTES = b"\x00\x03\x04\x07\x16\x1a\x7f \t\r\n\x0c\xef\xbb\xbf"
_ESCAPED = re.compile(r"\\([rnt\\]|x[0-9a-f]{2})")
_CONTROLS = {"r": "\r", "n": "\n", "t": "\t", "\\": "\\"}
_LONGEST_NOISE = 2_000
# A hyphen at the end of a line and no "Ein- und Ausfuhr".
_CUT_WORD = re.compile(r"(?<=[^\W\d_])-\n[ \t]*+(?!(?:und|oder|and|or|et|ou|bzw\.) )(?=[^\W\d_])")
_PIVOT = 70  # two-digit years below it are of the 2000s: ANPA 1312 is of 1979 and older than any file of it
_CONSTANTS = ("provider", "source", "credit", "lang")
_CLOCK = ("hour", "minute", "second")
_SHORT_CELL = 12  # characters of cells that are remembered
_MOST_CELLS = 4_096
_ITEMS = ("- ", "* ", "• ", "– ")
_SYN = b"\x16"
_MOST_SYNCS = 8


@attrs.define
class Line:
    """A line without its end and trailing blanks, its first byte and the byte behind it."""

    text: str
    start: int
    end: int


_frame: Final = maker(Frame)


def escaped(data: bytes) -> str:
    r"""Bytes as printable ASCII, one to one: `\r`, `\n`, `\t`, `\\` and `\xNN` for what is not printable."""
    return codecs.unicode_escape_encode(data.decode("latin-1"))[0].decode("ascii")  # by name it is a module to be imported


def unescaped(text: str) -> bytes:
    """The bytes that `escaped` made `text` of; characters beyond ASCII, which it never makes, are left out."""
    ascii_only = text if text.isascii() else text.encode("ascii", "ignore").decode("ascii")
    return _ESCAPED.sub(lambda m: _CONTROLS.get(m[1]) or chr(int(m[1][1:], 16)), ascii_only).encode("latin-1")


def begins_story(data: bytes, header: re.Pattern[bytes]) -> bool:
    """Whether a `header` begins at one of the SOHs; a search for one byte is far quicker than one for a pattern."""
    at = data.find(b"\x01")
    while at >= 0:
        if header.match(data, at):
            return True
        at = data.find(b"\x01", at + 1)
    return False


def opens_with(data: bytes, header: re.Pattern[bytes]) -> bool:
    """Whether a `header` begins at the first SOH with a number behind it: of a capture of several formats, that story tells."""
    at = data.find(b"\x01")
    while at >= 0:
        if _NUMBERED.match(data, at):
            return header.match(data, at) is not None
        at = data.find(b"\x01", at + 1)
    return False


def even_ends(data: bytes) -> bytes:
    """A message whose lines end with LF, in as many bytes as before, where they end with LF CR, CR alone, or CR, fill and LF.

    How the first line ends tells it.
    """
    at = data.find(b"\n")
    if at < 0:
        return data.replace(b"\r", b"\n")
    if data[at + 1 : at + 2] == b"\r" and data[at - 1 : at] != b"\r" and data.count(b"\n\r") >= data.count(b"\n") - 1:
        return data.replace(b"\n\r", b"\r\n")
    if data[at - 1 : at] in _FILLED:
        return _ENDS.sub(lambda found: b" " * (len(found[0]) - 2) + b"\r\n", data)
    return data


_FILLED = (b"\x7f", b"\x00")
_ENDS = re.compile(rb"\r[\x00\x7f]{1,8}\n")


def seven_bits(data: bytes) -> bytes | None:
    """A message without the parity bits that it was caught with; None where not all of its bytes have one, or it has no SOH."""
    start = data[:_SAMPLE]
    if start.isascii():
        return None
    for parity in _PARITIES:
        if not start.translate(None, parity) and not data.translate(None, parity):
            bare = data.translate(_LOW_BITS)
            return bare if b"\x01" in bare else None
    return None


_SAMPLE = 512
_LOW_BITS = bytes(byte & 0x7F for byte in range(256))
_PARITIES = (
    bytes(byte for byte in range(256) if byte.bit_count() % 2 == 0),
    bytes(byte for byte in range(256) if byte.bit_count() % 2),
    bytes(range(0x80, 0x100)),
)


def stories(document: Document, ctx: Context, name: str, header: re.Pattern[bytes] | None = None) -> Iterator[Frame]:
    """A frame from each SOH (and SYNs before it) to its EOT, to the next start, or to the end; what lies outside is reported.

    Ranges do not overlap. `<name>.outside-story` (error) gives the words that belong to no story: a capture may begin in the
    middle of one. In a document without control characters, as somebody pasted it, stories begin where the `header` does.
    """
    data = document.data
    if (bare := seven_bits(data)) is not None:
        ctx.report(f"{name}.parity-bits", "each byte has a parity bit; they are left out")
        data = bare
    at = index = 0
    found = _start(data, 0)
    if found is None:
        if data.strip(_FILL_BYTES):
            yield from _pasted(document, header)
        return
    end = 0  # where the next EOT is; -1 where none is left
    while found is not None:
        begin = _with_syncs(data, found.start(), at)
        tell_outside(data[at:begin], at, ctx, name)
        if 0 <= end < found.end():
            end = data.find(b"\x04", found.end())
        following = _next_start(data, found.end(), end)
        limit = _with_syncs(data, following.start(), found.end()) if following else len(data)
        at = limit if end < 0 or end >= limit else end + 1
        yield _frame(data=data[begin:at], index=index, byte_start=begin, charset=document.charset)
        index += 1
        found = following
    tell_outside(data[at:], at, ctx, name)


def _pasted(document: Document, header: re.Pattern[bytes] | None) -> Iterator[Frame]:
    """A frame from each header to the next; all in one where the document does not begin with one."""
    data = document.data
    starts = [found.start() for found in header.finditer(data)] if header is not None else []
    if not starts or data[: starts[0]].strip(_FILL_BYTES):
        starts = [0]
    for index, (begin, end) in enumerate(pairwise([0, *starts[1:], len(data)])):
        yield Frame(data=data[begin:end], index=index, byte_start=begin, charset=document.charset)


def _next_start(data: bytes, at: int, end: int) -> re.Match[bytes] | None:
    """The next start; inside a story that is still open (`end` is its EOT) only one with a number, for noise may hold an SOH."""
    found = _start(data, at)
    while found is not None and (end < 0 or found.start() < end) and not _NUMBERED.match(data, found.start()):
        found = _start(data, found.end())
    return found


def _start(data: bytes, at: int) -> re.Match[bytes] | None:
    """The next run of SOHs that something follows; a search for one byte is far quicker than one for a pattern."""
    at = data.find(b"\x01", at)
    while at >= 0:
        found = _SOH.match(data, at)
        if found is None or found["start"] is not None:
            return found
        at = data.find(b"\x01", found.end())
    return None


def _with_syncs(data: bytes, start: int, least: int) -> int:
    """Where the SYNs that stand right before `start` begin."""
    before = data[max(least, start - _MOST_SYNCS) : start]
    return start - len(before) + len(before.rstrip(_SYN))


def tell_outside(data: bytes, at: int, ctx: Context, name: str) -> None:
    """Report `<name>.outside-story` for bytes at `at` that belong to no story, unless they are fill."""
    if not data.strip(_FILL_BYTES):
        return
    text, _ = plain(decode(data).text)
    ctx.report(
        f"{name}.outside-story",
        counted(len(data), "byte") + " outside of any story",
        at=new_origin(byte_start=at, byte_end=at + len(data)),
        severity=Severity.ERROR,
        data={"text": text.strip()[:_LONGEST_NOISE]},
    )


def plain(text: str, keep: str = "") -> tuple[str, int]:
    """(`text` without fill characters and with other control characters but those to `keep` as U+FFFD, how many of these)."""
    if not _noisy(text, keep):
        return text, 0
    text = _FILL.sub("", text)
    odd = {ord(char) for char in set(_NOISE.findall(text)) - set(keep)}
    return text.translate(dict.fromkeys(odd, "\ufffd")), sum(text.count(chr(number)) for number in odd)


def _noisy(text: str, keep: str) -> bool:
    """Whether there is a control character to look after: C0 in the bytes, which is far quicker than in the characters."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _unkept(keep))) < len(data):
        return True
    if len(data) == len(text):  # all of it is ASCII
        return False
    return _follows(data, b"\xc2", _C1) or _follows(data, b"\xed", _SURROGATES)


def _follows(data: bytes, lead: bytes, trails: frozenset[bytes]) -> bool:
    """Whether one of `trails` stands behind a `lead`: as characters of UTF-8, which are looked for in its bytes."""
    return lead in data and not trails.isdisjoint([part[:1] for part in data.split(lead)[1:]])


@cache
def _unkept(keep: str) -> bytes:
    return _C0.translate(None, keep.encode("ascii"))


def clean_lines(decoded: Decoded, base: int, ctx: Context, name: str, keep: str = "") -> list[Line]:
    """The lines, each cleaned by `plain`; what had to become U+FFFD is reported as `<name>.undecodable`."""
    lines = lines_at(decoded, base)
    replaced = 0
    if _noisy(decoded.text, keep):
        for line in lines:
            if line.text.isprintable():
                continue
            line.text, count = plain(line.text, keep)
            line.text = line.text.rstrip()
            replaced += count
    tell_undecodable(decoded, replaced, ctx, name)
    return lines


def printable(text: str) -> str:
    """`text` without control characters, for a writer: line ends and odd spaces are spaces, the rest is left out."""
    return text if text.isprintable() else _UNPRINTABLE.sub("", text)


def charset_for(article: Article, asked: str) -> str:
    """The charset to write in: what is asked for, else what the article was read in, if a wire may have it, else cp1252."""
    read = article.document.charset if article.document is not None else None
    return asked or (read if read in {"utf-8", "cp1252"} else "cp1252")


def encoded(text: str, charset: str) -> bytes:
    """`text` in `charset` where it has all the characters and cannot be taken for UTF-8; else in UTF-8."""
    codec = CHARSETS.get(charset.lower(), "utf-8")
    try:
        data = text.encode(codec)
        if text.isascii() or codec == "utf-8" or decode(data).text == text:
            return data
    except UnicodeEncodeError:
        pass
    return text.encode("utf-8", "replace")


def known_constants(instance: object, attribute: object, value: Mapping[str, Any]) -> None:  # noqa: ARG001
    """ValueError for a constant that no story has: a validator of habits."""
    for name, given in value.items():
        if name not in _CONSTANTS or not isinstance(given, str):
            raise ValueError(f"constants: {name!r} = {given!r}: known are {', '.join(_CONSTANTS)}, each a string")


def apply_constants(constants: Mapping[str, Any], build: ArticleBuilder) -> None:
    """Fill what the document left open with what a dialect says of all its stories: provider, source, credit, lang."""
    for name, value in constants.items():
        if getattr(build, name) is None:
            setattr(build, name, Agent(name=value, kind="organisation") if name == "provider" else value)
            build.say(f"metadata.{name}", "dialect")


def tell_undecodable(decoded: Decoded, replaced: int, ctx: Context, name: str) -> None:
    """Report `<name>.undecodable` where characters had to become U+FFFD."""
    count = decoded.replaced + replaced
    if count:
        what = counted(count, "character") + " unfit for text became U+FFFD"
        ctx.report(f"{name}.undecodable", what, severity=Severity.ERROR, data={"count": count})


def lines_at(decoded: Decoded, base: int) -> list[Line]:
    """The lines in order; `base` is where the text's bytes begin in the document."""
    text = decoded.text
    lines = text.split("\n" if "\n" in text else "\r")
    if text.isascii() or decoded.charset != "utf-8":
        sizes = list(map(len, lines))
    else:
        end = b"\n" if "\n" in text else b"\r"
        sizes = list(map(len, text.encode("utf-8", "replace").split(end)))
    # The sizes before a line, and one for each line's end: all of it runs in C, for a wire is all lines.
    starts = list(map(add, accumulate(sizes, initial=base + decoded.start), range(len(lines))))
    return list(map(Line, map(str.rstrip, lines), starts, map(add, starts, sizes)))


def is_next_item(line: str, item: str) -> bool:
    """Whether a line begins the next item of a list, of which `item` is the beginning of one; both may be indented."""
    line = line.lstrip()
    return line.startswith(_ITEMS) and item.lstrip().startswith(line[:2])


def joined(lines: Sequence[str]) -> str:
    """Hard-wrapped lines as running text, single-spaced; a word that was cut at its hyphen is whole again."""
    text = unwrapped(lines)
    return text if is_spaced(text) else " ".join(text.split())


def unwrapped(lines: Sequence[str]) -> str:
    """As `joined`, with the white space that there is within the lines."""
    if len(lines) == 1:
        return lines[0].strip()
    text = "\n".join(lines)
    if "-\n" in text:
        text = _CUT_WORD.sub("-", text)
    return text.strip().replace("\n", " ")


def byline(line: str) -> Byline:
    """The byline with its agents; an agency after a person's name (`Jane Doe, dpa`) is no author."""
    credit = strip_by(line) or line
    return Byline(raw=line, agents=authors(credit))


def authors(credit: str) -> tuple[Agent, ...]:
    """The agents of a credit line without its "By"; organisations only where no person is named."""
    found = people(credit)
    persons = tuple(agent for agent in found if agent.kind != "organisation")
    return persons or found


def moment(parts: dict[str, str | None], reference: dt.date | None = None) -> dt.datetime | None:
    """The time that the groups year, month (a number or name), day, hour, minute, second and zone state; None if none does.

    Two-digit years from 70 are of the 1900s. A month that is not stated is the last one whose `day` is not after
    `reference`; without a reference there is no value. A zone that is not certain leaves the time without value.
    """
    try:
        day = int(parts["day"] or "")
        year, month = _month(parts, day, reference)
        zone = parts.get("zone")
        hour, minute, second = [int(parts.get(name) or 0) for name in _CLOCK]
        return dt.datetime(year, month, day, hour, minute, second, tzinfo=_zone(zone.upper()) if zone else None)
    except (ValueError, KeyError):
        return None


@cache
def _zone(name: str) -> dt.timezone:
    """The zone of this name; KeyError for one that is not certain."""
    offset = dt.timedelta(minutes=ZONES[name])
    return dt.timezone(offset) if offset else dt.UTC


def _month(parts: dict[str, str | None], day: int, reference: dt.date | None) -> tuple[int, int]:
    name, year = parts.get("month"), parts.get("year")
    if name and year:
        number = int(name) if name.isdigit() else MONTHS[name.lower().rstrip(".")]
        return (int(year) + (1900 if int(year) >= _PIVOT else 2000) if len(year) == 2 else int(year)), number
    if name or year or reference is None:
        raise ValueError("month and year are not stated")
    back = reference if day <= reference.day else reference.replace(day=1) - dt.timedelta(days=1)
    return back.year, back.month


def first_moment(raw: str, forms: Iterable[Pattern], reference: dt.date | None = None) -> tuple[str, dt.datetime | None] | None:
    """(what matched, its time or None) of the first of `forms` that is found and states a time, else that is found."""
    seen = None
    for form in forms:
        found = form.search(raw)
        if found is not None:
            value = moment(found.groupdict(), reference)
            if value is not None:
                return found[0], value
            seen = seen or found[0]
    return None if seen is None else (seen, None)


def table(block_id: str, rows: Sequence[Sequence[str]], headers: Sequence[bool], origin: Origin | None) -> Table:
    """A table of plain cells; `headers` says which rows are of headings."""
    made = [tuple(map(_CELLS[header].__getitem__, row)) for row, header in zip(rows, headers, strict=True)]
    return Table(id=block_id, rows=tuple(made), origin=origin)


class _Cells(dict[str, Cell]):
    """Plain cells by their text, made when they are asked for: scores and prices are few numbers, which come in every table."""

    def __init__(self, *, header: bool) -> None:
        self.header = header

    def __missing__(self, text: str) -> Cell:
        made = new_cell(text=new_text(text), header=self.header)
        if len(text) <= _SHORT_CELL:
            if len(self) >= _MOST_CELLS:
                self.clear()
            self[text] = made
        return made


_CELLS: Final = {header: _Cells(header=header) for header in (False, True)}
