"""Plain text, as a person sees it at a glance.

Reads headline, standfirst, outlet, editor, byline, date, dateline, sections and lists out of texts that mark none of them:
blank-line, indented, hard-wrapped and one-line-a-paragraph layouts, Markdown-like marks, header fields, and the exports of
news databases. All of it is inferred, so every field has its provenance; what is left out is reported. It reads no wire
headers and no Markdown (readers of their own do).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

from newsparse.context import Context
from newsparse.kit import heads
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.charset import Decoded, decode
from newsparse.kit.lines import Line, clean_lines, line_ends
from newsparse.model.article import Article
from newsparse.plugin import Document, Frame, Head, Match, NoOptions, Reader
from newsparse.readers.text.body import cut_tail, read_body, read_dateline
from newsparse.readers.text.exports import read_export
from newsparse.readers.text.fields import read_fields
from newsparse.readers.text.head import read_head
from newsparse.readers.text.layout import layout_of, units_of

# What stands between the documents of a database export: "2 of 17 DOCUMENTS", "End of Document", "Document ABCD000020…".
_BOUNDARY = re.compile(
    rb"^[ \t]*(?:\d{1,5} of \d{1,5} DOCUMENTS?|End of Document|"
    rb"(?:AN[ \t]+)?Document [A-Za-z]{3,8}\d{6,}[A-Za-z0-9]*)[ \t]*\r?$",
    re.MULTILINE,
)
_FIELDS = re.compile(r"\s*(?:headline|title|subject|titel|titre|HD {2,})\s*:?\s+\S", re.IGNORECASE)


def sniff(head: Head) -> Match:
    """LIKELY for header fields, FALLBACK for any text without NULs that begins neither as JSON or XML nor as an archive."""
    if not head.data.strip():
        return Match.FALLBACK
    if heads.is_no_text(head.text) or heads.packing(head.data):
        return Match.NO
    if b"\x00" in head.data and not head.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Match.NO if head.data.count(0) < len(head.data) * 0.3 else Match.FALLBACK
    return Match.LIKELY if _FIELDS.match(head.text) else Match.FALLBACK


def split(document: Document, options: NoOptions, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """One frame; or one for each document of a database export. Boundary lines stay at the end of the frame they close."""
    cuts = list(_BOUNDARY.finditer(document.data)) if _exported(document.data) else []
    if len(cuts) < 2:
        yield Frame(data=document.data, charset=document.charset)
        return
    opening = b"DOCUMENT" in cuts[0][0]
    edges = [m.start() for m in cuts] if opening else [m.end() for m in cuts]
    bounds = [0, *edges, len(document.data)]
    index, line = 0, 1
    for start, end in pairwise(bounds):
        data = document.data[start:end]
        if data.strip():
            yield Frame(data=data, index=index, byte_start=start, charset=document.charset, line=line)
            index += 1
        line += line_ends(data, b"\r", b"\n")


def _exported(data: bytes) -> bool:
    return heads.holds(data, b"End of Document", b" DOCUMENT", b"\nDocument ", b"\nAN ")


def parse(frame: Frame, options: NoOptions, ctx: Context) -> Article:  # noqa: ARG001
    """The article; ParseError `text.no-article` for a blank text and `text.binary` for what is no text.

    Where nothing is a body, and the last line has no end, it may be a part: its block is text and no more.
    """
    decoded = decode(frame.data, frame.charset)
    lines = clean_lines(decoded, frame.byte_start, ctx, "text", frame.line)
    if not any(line.text.strip() for line in lines):
        raise ctx.fail("text.no-article", "the text is empty")
    lines = _unquoted(lines)
    build, rest = _above(lines, decoded, ctx)
    if not rest and lines[-1].text.strip():
        at = next((n for n in range(len(lines) - 1, 0, -1) if not lines[n].text.strip()), 0)
        build, rest = _above(lines[:at], decoded, ctx)
        rest = [*rest, *lines[at:]]
    units = units_of(rest, layout_of(rest))
    if units:
        read_dateline(units[0].text, build)
    read_body(units, build, frame.index)
    return build.finish()


def _above(lines: list[Line], decoded: Decoded, ctx: Context) -> tuple[ArticleBuilder, list[Line]]:
    """(what stands above the body, the body's lines)."""
    build = ArticleBuilder(ctx=ctx, format="text", charset=decoded.charset, charset_from=decoded.charset_from)
    rest = read_export(lines, build)
    if rest is None:
        lines = cut_tail(lines, build)
        rest = read_fields(lines, build)
        if rest is None or build.title is None:
            rest = lines if rest is None else rest
            rest = rest[read_head(rest, build) :]
    else:
        rest = cut_tail(rest, build)
    return build, rest


def _unquoted(lines: list[Line]) -> list[Line]:
    """The lines without the `>` that a mail puts before each line of a text that it quotes whole."""
    if any(line.text and not line.text.startswith(">") for line in lines):
        return lines
    return [attrs.evolve(line, text=line.text[1:].removeprefix(" ")) for line in lines]


READER = Reader(
    name="text",
    title="plain text",
    sniff=sniff,
    split=split,
    parse=parse,
    elements=(),
    extensions=("txt", "text"),
    media_types=("text/plain",),
)
