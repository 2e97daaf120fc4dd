"""NITF, the News Industry Text Format (IPTC, 2.5 to 3.6), with a namespace or without, valid or not.

The head's fields, the body and its inline markup; what agencies put into `meta` and misuse is in the dialects beside this
module. DTDs are never loaded. See docs/formats/nitf.md for the mapping.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from newsparse.context import Context
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.dialect import Family
from newsparse.model.article import Article
from newsparse.model.frozen import JsonMap
from newsparse.plugin import Document, Frame, Head, Match, Reader, option

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = ("nitf",)
_INSIDE = re.compile(r"<(?:\w+:)?nitf[\s>]")
_BY_OTHERS = ("NewsML", "newsMessage", "newsItem", "packageItem")


@attrs.frozen(kw_only=True)
class Options:
    """How documents are read."""

    dialect: str | None = option(None, help="the agency's habits to read by, instead of those that the document shows")


def sniff(head: Head) -> Match:
    """CERTAIN where `nitf` is the first element; LIKELY where it stands in a wrapper that is no other format's."""
    name, _ = head.first_element
    if name == "nitf":
        return Match.CERTAIN
    return Match.LIKELY if name and name not in _BY_OTHERS and "nitf" in head.text and _INSIDE.search(head.text) else Match.NO


def split(document: Document, options: Options, ctx: Context) -> "Iterator[Frame]":  # noqa: ARG001
    """A frame for each `nitf` element."""
    from newsparse.kit import xmlitems

    return xmlitems.split(document, ctx, _NAMES)


def parse(frame: Frame, options: Options, ctx: Context) -> Article:
    """The article; ParseError `nitf.no-article` where there is no `nitf` element, or nothing in it."""
    from newsparse.kit import openings, wire, wirebody, xml, xmlitems
    from newsparse.kit.fieldpaths import Found
    from newsparse.kit.nitfhead import PROSE, WHOLE, Story

    item = xmlitems.item_of(frame, ctx, _NAMES)
    if item is None:
        raise ctx.fail("nitf.no-article", "no nitf element in the document")
    xml.drop_cut(item.loaded, ctx, PROSE, WHOLE)
    dialect = _family().choose(head_text(frame), ctx, options.dialect)
    builder = ArticleBuilder(
        ctx=ctx, format="nitf", charset=item.loaded.charset, charset_from=item.loaded.charset_from, clean=False
    )
    found = Found.of(item.element, dialect.habits.fields)
    story = Story(builder, dialect.habits, item.frame, cut=bool(item.loaded.end), taken=found.taken)
    story.read(item.element)
    given = {"pre": dialect.habits.pre}
    wirebody.read_content(item.element, builder, frame=item.frame, given=given, references=item.loaded.references)
    found.put(builder)
    openings.infer_lines(builder, byline=dialect.habits.byline == "byline", cut=bool(item.loaded.end))
    if builder.silent:
        raise ctx.fail("nitf.no-article", "the nitf element says nothing", at=xml.origin(item.element))
    if dialect.name != "default":
        story.keep("dialect", dialect.name)
    wire.apply_constants(dialect.habits.constants, builder)
    return builder.finish()


@cache
def _family() -> "Family[Any]":
    from newsparse.kit.nitfhead import Habits

    return Family("nitf", "newsparse.readers.nitf", Habits)


def dialects(given: tuple[JsonMap, ...]) -> tuple[tuple[str, str], ...]:
    """(name, title) of each dialect."""
    return _family().listed(given)


def head_text(frame: Frame) -> str:
    """The first 4 KiB of the frame's item, for the signs of dialects."""
    start = 0 if frame.byte_start == 0 else max(frame.data.find(b"<nitf"), 0)
    return frame.data[start : start + 4096].decode("utf-8", "replace")


READER = Reader(
    name="nitf",
    title="NITF",
    sniff=sniff,
    split=split,
    parse=parse,
    options=Options,
    elements=_NAMES,
    extensions=("nitf", "xml"),
    media_types=("application/nitf+xml", "text/vnd.iptc.nitf"),
    dialects=dialects,
    spec="https://iptc.org/standards/nitf/",
)
