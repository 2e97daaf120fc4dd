"""ANPA 1312: the wire of North American agencies since 1979, and its captures.

Reads header, keyword line, headline, notes, byline, dateline, paragraphs, table rows and trailer. Stories begin at SOH (SYNs
before it are optional) and end at EOT, at the next SOH, or with the file. What belongs to no story is reported. It does not
read the 7-bit typesetting codes of the machines behind the wire.
"""

import re
from collections.abc import Iterator

import attrs

from newsparse.context import Context
from newsparse.errors import OtherFormat
from newsparse.kit import anpa, heads, iptc, telegraph, wire
from newsparse.kit.anpalines import FAMILY
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.charset import decode
from newsparse.model.article import Article
from newsparse.model.quick import new_origin
from newsparse.plugin import Document, Frame, Head, Match, Reader, option
from newsparse.readers.anpa1312.parts import parts_of
from newsparse.readers.anpa1312.story import read_story, take_end_mark

_SURE = re.compile(
    rb"\x01[\x00\x07\x7f\r\n]{0,8}[!-~]\d{3,4}[^\x01\x1f]{0,40}\x1f[ -~]{0,8}\r?\n[A-Za-z] ?[A-Za-z0-9][\x13\x14][\x11\x12]"
)
_LIKE = re.compile(rb"\x01[\x00\x07\x7f\r\n]{0,8}[!-~]\d{3,4}(?:[^\x01\x1f\r\n]{0,40}\x1f)?")
_LIKE_AT_START = re.compile(rb"\x16{1,8}(?:\x01|\Z)")
_BEFORE = "\r\n\x00\x07\x7f "
_START = 32  # bytes of which some have a parity bit where there are any
_PASTED = re.compile(
    rb"(?m)^ {0,4}[A-Za-z]\d{3,4}[ \x1f-]?[^\r\n]{0,30}\r?\n"
    rb"[A-Za-z] [A-Za-z][\x11-\x14]{0,2} {1,3}\S[^\r\n]{0,70} \d\d?-\d\d?(?: +\d{1,4})? *\r?$"
)


@attrs.frozen(kw_only=True)
class Options:
    """How a message is read."""

    dialect: str | None = option(None, help="the agency's habits by name, instead of by their signs")


def sniff(head: Head) -> Match:
    """CERTAIN for both header lines with their format bytes behind the first SOH, LIKELY for such behind another, and for the
    beginning of the first line.
    """
    data = head.data
    if not data[:_START].isascii():
        data = wire.seven_bits(data) or data
    if b"\x01" not in data and b"\x16" not in data:
        start = data[:200].lstrip()
        return Match.LIKELY if start[1:4].isdigit() and _PASTED.match(data.lstrip()) else Match.NO
    if heads.packing(data) is not None:
        return Match.NO
    if wire.begins_story(data, _SURE):
        return Match.CERTAIN if wire.opens_with(data, _SURE) else Match.LIKELY
    likely = (found[0][-1] == 0x1F or data[found.start() - 1 : found.start()] == b"\x16" for found in _LIKE.finditer(data))
    return Match.LIKELY if _LIKE_AT_START.match(data) or any(likely) else Match.NO


def split(document: Document, options: Options, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each story; see `kit.wire.stories`."""
    return wire.stories(document, ctx, "anpa1312", _PASTED)


def parse(frame: Frame, options: Options, ctx: Context) -> Article:
    """The article; ParseError `anpa1312.no-text` where no word follows the header, OtherFormat for a message of IPTC 7901.

    Of a message that was cut off, the last line is believed to be text and no more: half a headline is none.
    """
    data = wire.even_ends(frame.data)
    stx = data.find(b"\x02")
    soh = data.rfind(b"\x01", 0, stx if stx >= 0 else len(data))
    begin = stx + 1 if stx >= 0 else _behind_header(data, soh + 1)
    end, trailer = telegraph.text_end(data, begin)
    cut = not trailer and end == len(data)
    decoded = decode(data[begin:end], frame.charset)
    ctx.charge("text_chars", len(decoded.text))
    header = data[soh + 1 : stx if stx >= 0 else begin][: telegraph.MOST_HEADER * 2].decode("latin-1")
    if soh >= 0 and "\x1f" not in header and iptc.read_header(header.lstrip(_BEFORE).partition("\n")[0]) is not None:
        raise OtherFormat(
            ctx.diagnostic("anpa1312.other-format", "a message of IPTC 7901", at=new_origin(byte_start=frame.byte_start))
        )
    dialect = FAMILY.choose(header, ctx, options.dialect)
    build = ArticleBuilder(ctx=ctx, format="anpa1312", charset=decoded.charset, charset_from=decoded.charset_from)
    anpa.apply(anpa.read_header(header, whole=stx >= 0 or begin < len(data)), build)
    lines = wire.clean_lines(decoded, frame.byte_start + begin, ctx, "anpa1312", keep="\x08\x10\x1f")
    if not trailer:
        lines, trailer = telegraph.plain_trailer(lines, dialect.habits.trailers, ended=not cut)
        cut = cut and not trailer
    telegraph.keep_raw(frame.data[:begin], trailer, dialect.name, build)
    at = new_origin(frame=frame.index, byte_start=frame.byte_start)
    if not any(line.text for line in lines):  # which has no blanks at its end
        raise ctx.fail("anpa1312.no-text", "no text follows the header", at=at)
    if cut:
        ctx.report("anpa1312.cut-off", "the message ends without ETX and EOT; it may be a part", at=at)
    parts = parts_of(lines, dialect.habits.sign_off)
    if not cut:
        take_end_mark(parts, build, dialect.habits)
    read_story(parts, build, dialect.habits, frame.index, cut=cut)
    said = trailer[: telegraph.MOST_HEADER].translate(None, b"\x00\x07\x16\x7f").decode("latin-1").lstrip("\x03")
    telegraph.read_trailer(said, dialect.habits.trailers, build)
    telegraph.add_signals(anpa.signals(build.take_key, build.slugline), build)
    wire.apply_constants(dialect.habits.constants, build)
    return build.finish()


def _behind_header(data: bytes, at: int) -> int:
    """Where the text begins in a message without STX: behind the second line."""
    for _ in range(2):
        end = data.find(b"\n", at)
        at = len(data) if end < 0 else end + 1
    return at


READER = Reader(
    name="anpa1312",
    title="ANPA 1312, the wire of North American agencies",
    sniff=sniff,
    split=split,
    parse=parse,
    options=Options,
    elements=(),
    extensions=("anpa", "anp"),
    spec="ANPA Technical Bulletin 1312",
    dialects=FAMILY.listed,
)
