"""IPTC 7901: the wire of European and world agencies since 1979, and its captures.

Reads header, keywords, take key, headline, byline, notes, dateline, paragraphs, tables, notebook and the time in the trailer;
with its control characters, without STX, or without any. What belongs to no story is reported.
"""

import re
from collections.abc import Iterator

import attrs

from newsparse.context import Context
from newsparse.errors import OtherFormat
from newsparse.kit import anpa, heads, iptc, telegraph, wire
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.charset import decode
from newsparse.kit.iptclines import FAMILY, dialect_of
from newsparse.model.article import Article
from newsparse.model.quick import new_origin
from newsparse.plugin import Document, Frame, Head, Match, Reader, option
from newsparse.readers.iptc7901.body import read_body
from newsparse.readers.iptc7901.head import read_head

_SURE = re.compile(rb"\x01[\x00\x07\x7f\r\n]{0,8}[A-Za-z]{1,5} ?\d{3,5} +\d +[A-Za-z]{1,3} +\d{1,5}[ \r\n]")
_LIKE = re.compile(rb"\x01[\x00\x07\x7f\r\n]{0,8}[A-Za-z]{2,5} ?\d{3,5} ")
_LIKE_AT_START = re.compile(
    rb"(?:[\s\x7f\x00\x07]|\xef\xbb\xbf)*+"
    rb"(?:[a-z]{2,4}\d{3,5} +[1-6] +[a-z]{1,3} +\d{1,4} .{0,40}[a-z]{2,8} +\d{2,5}\s*\n|\x01[A-Za-z]{0,5}\d{0,5}\Z)"
)
_BEFORE = "\r\n\x00\x07\x7f "
_NEAR = 200  # bytes behind SOH within which the header of the other format shows
_START = 32  # bytes of which some have a parity bit where there are any
_PASTED = re.compile(rb"(?m)^[A-Za-z]{2,4}\d{3,5} +[1-6] +[A-Za-z]{1,3} +\d{1,4}(?: [^\r\n]{0,60})?\r?$")
_NOISE = b"\x7f\x00\x07 \t\r\n\xef\xbb\xbf"
_KEYWORDS = re.compile(r"/?[^/=]+(?:/[^/=]*)+\Z")


@attrs.frozen(kw_only=True)
class Options:
    """How a message is read."""

    dialect: str | None = option(None, help="the agency's habits by name, instead of by their signs")


def sniff(head: Head) -> Match:
    """CERTAIN for the header line behind the first SOH; LIKELY behind another, for its beginning, for such a line at the very
    start, or rubouts alone.
    """
    data = head.data
    if not data[:_START].isascii():
        data = wire.seven_bits(data) or data
    start = data.lstrip(_NOISE)[:1]
    if b"\x01" not in data and not start.isalpha():  # what most documents are asked: be quick
        return Match.LIKELY if not start and b"\x7f" in data else Match.NO
    if heads.packing(data) is not None:
        return Match.NO
    if wire.begins_story(data, _SURE):
        return Match.CERTAIN if wire.opens_with(data, _SURE) else Match.LIKELY
    return Match.LIKELY if _LIKE_AT_START.match(data) or wire.begins_story(data, _LIKE) else Match.NO


def split(document: Document, options: Options, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each story; see `kit.wire.stories`."""
    return wire.stories(document, ctx, "iptc7901", _PASTED)


def parse(frame: Frame, options: Options, ctx: Context) -> Article:
    """The article; ParseError `iptc7901.no-text` where no word follows the header, OtherFormat for a message of ANPA 1312.

    Of a message that was cut off, the last line is believed to be text and no more.
    """
    data = wire.even_ends(frame.data)
    begin = data.find(b"\x01") + 1
    if data.find(b"\x1f", begin, begin + _NEAR) >= 0 and anpa.is_header(
        data[begin : begin + _NEAR].decode("latin-1").lstrip(_BEFORE)
    ):
        raise OtherFormat(
            ctx.diagnostic("iptc7901.other-format", "a message of ANPA 1312", at=new_origin(byte_start=frame.byte_start))
        )
    end, trailer = telegraph.text_end(data, begin)
    decoded = decode(data[begin:end], frame.charset)
    ctx.charge("text_chars", len(decoded.text))
    build = ArticleBuilder(ctx=ctx, format="iptc7901", charset=decoded.charset, charset_from=decoded.charset_from)
    dialect = dialect_of(decoded.text[: 2 * telegraph.MOST_HEADER], ctx, options.dialect)
    lines = wire.clean_lines(decoded, frame.byte_start + begin, ctx, "iptc7901", keep=wire.STX)
    stx = data.find(b"\x02")
    header, lines = _apart(lines, several=data.find(b"\x02", stx + 1) >= 0)
    raw = data[: stx + 1] if stx >= 0 else data[: lines[0].start - frame.byte_start if lines else len(data)]
    if not trailer:
        lines, trailer = telegraph.plain_trailer(lines, dialect.habits.trailers, ended=data.endswith(b"\x04"))
    cut = not trailer and not data.endswith(b"\x04")
    _read_header(header if lines or stx >= 0 else header[:-1], build)
    telegraph.keep_raw(raw, trailer, dialect.name, build)
    at = new_origin(frame=frame.index, byte_start=frame.byte_start)
    if not any(line.text for line in lines):
        raise ctx.fail("iptc7901.no-text", "no text follows the header", at=at)
    if cut:
        ctx.report("iptc7901.cut-off", "the message ends without ETX, EOT and time; it may be a part", at=at)
    lines = read_head(lines, build, dialect.habits, cut=cut)
    read_body(lines, build, dialect.habits, frame.index, cut=cut)
    telegraph.read_trailer(_said(trailer), dialect.habits.trailers, build)
    telegraph.add_signals(iptc.signals(build.take_key, build.ed_notes), build)
    wire.apply_constants(dialect.habits.constants, build)
    return build.finish()


def _apart(lines: list[wire.Line], *, several: bool) -> tuple[list[str], list[wire.Line]]:
    """(header lines, the lines below): parted by STX, `several` of which are noise but the first; without it the header is its
    line and one of keywords.
    """
    for n, line in enumerate(lines):
        if wire.STX in line.text:
            before, _, after = line.text.partition(wire.STX)
            head = [above.text for above in lines[:n]] + [before]
            first = wire.Line(after.replace(wire.STX, "\ufffd").rstrip(), line.start + len(before) + 1, line.end)
            rest = lines[n + 1 :]
            if several:
                for other in [line for line in rest if wire.STX in line.text]:
                    other.text = other.text.replace(wire.STX, "\ufffd")
            return _with_keywords(head, [first, *rest])
    at = next((n for n, line in enumerate(lines) if line.text), len(lines))
    if at == len(lines) or iptc.read_header(lines[at].text) is None:
        return [], lines
    below = next((n for n in range(at + 1, len(lines)) if lines[n].text), len(lines))
    if below < len(lines) and _KEYWORDS.match(lines[below].text):
        at = below
    return [line.text for line in lines[: at + 1]], lines[at + 1 :]


def _with_keywords(head: list[str], below: list[wire.Line]) -> tuple[list[str], list[wire.Line]]:
    """Keywords that stand behind STX and not before it belong to the header."""
    at = next((n for n, line in enumerate(below) if line.text), None)
    if at is None or sum(bool(line) for line in head) != 1:
        return head, below
    first = below[at].text
    if not first.endswith("/") or " " in first or not _KEYWORDS.match(first):
        return head, below
    return [*head, first], below[at + 1 :]


def _read_header(lines: list[str], build: ArticleBuilder) -> None:
    """The header line, which is the first that can be one, and the keywords below it."""
    told = [line for line in lines if line]
    found = next(((n, header) for n, line in enumerate(told) if (header := iptc.read_header(line))), None)
    if found is None:
        build.ctx.report("iptc7901.bad-header", f"no header line in {' '.join(told)[:60]!r}; kept raw")
        return
    at, header = found
    build.service, build.sequence, build.category = header.service, header.number, header.category
    build.urgency = int(header.priority) if header.priority else None
    build.words_declared = header.words
    build.source = header.source
    if header.option:
        build.extras.setdefault("iptc7901", {})["option"] = header.option
    slug = " ".join(told[at + 1 :]).strip("/ ")
    if slug:
        build.slugline = slug
        build.keywords = [word for part in slug.split("/") if (word := part.strip())]


def _said(trailer: bytes) -> str:
    """The words of the trailer; the end of a line stands for what ended it."""
    text = decode(trailer[: telegraph.MOST_HEADER].translate(None, b"\x00\x07")).text.strip("\x03\r\n ")
    return text + "\n" if trailer.endswith((b"\n", b"\x04", b"\x7f", b"\x00")) else text


READER = Reader(
    name="iptc7901",
    title="IPTC 7901, the wire of European and world agencies",
    sniff=sniff,
    split=split,
    parse=parse,
    options=Options,
    elements=(),
    extensions=("iptc", "7901"),
    spec="IPTC 7901",
    dialects=FAMILY.listed,
)
