"""NewsML 1.0 to 1.2 (IPTC): an article for each NewsItem, or for each language that an item holds side by side.

Bodies are NITF, bare NITF paragraphs, XHTML, HTML in CDATA, or text. Names are matched without their namespace; the DTD is
never loaded. See docs/formats/newsml1.md for the mapping.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from newsparse.context import Context
from newsparse.kit.dialect import Family
from newsparse.kit.fieldmap import Habits
from newsparse.model.article import Article
from newsparse.plugin import Document, Frame, Head, Match, Reader, option

if TYPE_CHECKING:
    from newsparse.kit.xml import Loaded

_ITEMS: Final = ("NewsItem",)
_WHOLE: Final = frozenset(("HeadLine", "SubHeadLine", "Location", "Party", "NewsLine", "TopicOccurrence"))
_FAMILY: Final = Family("newsml1", "newsparse.readers.newsml1", Habits)


@attrs.frozen(kw_only=True)
class Options:
    """How documents are read."""

    dialect: str | None = option(None, help="the agency's habits to read by, instead of those that the document shows")


def sniff(head: Head) -> Match:
    """CERTAIN for `NewsML` as the first element, LIKELY for a bare `NewsItem`."""
    name, _ = head.first_element
    return Match.CERTAIN if name == "NewsML" else Match.LIKELY if name == "NewsItem" else Match.NO


def split(document: Document, options: Options, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each story; what is broken is cut at its items and not looked into."""
    from newsparse.kit import xmlitems
    from newsparse.readers.newsml1.components import stories

    index = 0
    for frame in xmlitems.split(document, ctx, _ITEMS):
        if frame.byte_start:
            yield attrs.evolve(frame, index=index)
            index += 1
            continue
        item = xmlitems.item_of(frame, ctx, _ITEMS)
        if item is None:
            raise ctx.fail("newsml1.no-article", "no NewsItem in the document")
        for story in stories(item, index):
            yield Frame(data=frame.data, index=index, charset=frame.charset, item=story)
            index += 1


def parse(frame: Frame, options: Options, ctx: Context) -> Article:
    """The article; ParseError `newsml1.no-article` where there is none."""
    from newsparse.kit import xml, xmlitems
    from newsparse.kit.nitfhead import PROSE, WHOLE
    from newsparse.readers.newsml1.components import Story, stories
    from newsparse.readers.newsml1.story import Reading

    story = frame.item
    if not isinstance(story, Story):
        item = xmlitems.item_of(frame, ctx, _ITEMS)
        if item is None:
            raise ctx.fail("newsml1.no-article", "no NewsItem in the document")
        story = next(stories(item, frame.index))
    if story.loaded.end:
        xml.drop_cut(story.loaded, ctx, PROSE | {"DataContent"}, WHOLE | _WHOLE)
        _drop_half_file(story.loaded)
    dialect = _FAMILY.choose(frame.data[:4096].decode("utf-8", "replace"), ctx, options.dialect)
    return Reading(story, ctx, dialect).article()


def _drop_half_file(loaded: "Loaded") -> None:
    """Take out the content item in which the document breaks off, if it is a file whose description may have followed."""
    from newsparse.kit import xml
    from newsparse.readers.newsml1.components import data_of

    for element in xml.broken(loaded):
        parent = element.getparent()
        if xml.local(element) == "ContentItem" and parent is not None and data_of(element) is None:
            parent.remove(element)


READER = Reader(
    name="newsml1",
    title="NewsML 1",
    sniff=sniff,
    split=split,
    parse=parse,
    options=Options,
    dialects=_FAMILY.listed,
    elements=("NewsML",),
    extensions=("xml", "newsml"),
    media_types=("text/vnd.iptc.newsml", "application/newsml+xml"),
    spec="https://iptc.org/standards/newsml-1/",
)
