"""A `nitf` element of a document as an article. What its elements mean is the kit's, as NITF stands inside of NewsML too."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from newsparse.context import Context
from newsparse.kit import openings, wire, wirebody, xml, xmlitems
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.dialect import Family
from newsparse.kit.fieldpaths import Found
from newsparse.kit.nitfhead import PROSE, WHOLE, Habits, Story
from newsparse.model.article import Article
from newsparse.plugin import Document, Frame

_NAMES = ("nitf",)
FAMILY: Final = Family("nitf", "newsparse.readers.nitf", Habits)
"""The dialects of NITF."""


def frames(document: Document, ctx: Context) -> Iterator[Frame]:
    """A frame for each `nitf` element."""
    return xmlitems.split(document, ctx, _NAMES)


def article(frame: Frame, dialect_name: str | None, ctx: Context) -> Article:
    """The article; ParseError `nitf.no-article` where there is no `nitf` element, or nothing in it."""
    item = xmlitems.item_of(frame, ctx, _NAMES)
    if item is None:
        raise ctx.fail("nitf.no-article", "no nitf element in the document")
    loaded = item.loaded
    xml.drop_cut(loaded, ctx, PROSE, WHOLE)
    dialect = FAMILY.choose(partial(xmlitems.signs_of, frame.data, _start(frame)), ctx, dialect_name)
    habits = dialect.habits
    builder = ArticleBuilder(ctx=ctx, format="nitf", charset=loaded.charset, charset_from=loaded.charset_from, clean=False)
    if loaded.ampersands:
        wirebody.unescape(item.element, builder)
    found = Found.of(item.element, habits.fields)
    story = Story(builder, habits, item.frame, cut=bool(loaded.end), taken=found.taken)
    story.read(item.element)
    given = {"pre": habits.pre}
    wirebody.read_content(item.element, builder, frame=item.frame, given=given, ampersands=False)
    found.put(builder)
    openings.infer_lines(builder, byline=habits.byline == "byline", cut=bool(loaded.end))
    if builder.silent:
        raise ctx.fail("nitf.no-article", "the nitf element says nothing", at=xml.origin(item.element))
    if dialect.name != "default":
        story.keep("dialect", dialect.name)
    wire.apply_constants(habits.constants, builder)
    return builder.finish()


def _start(frame: Frame) -> int:
    """Where the frame's item begins, behind the head that it shares with others."""
    return 0 if frame.byte_start == 0 else max(frame.data.find(b"<nitf"), 0)
