"""The stories of a document, and the article of each."""

from collections.abc import Iterator
from functools import partial
from typing import Final

import attrs

from newsparse.context import Context
from newsparse.kit import xml, xmlitems
from newsparse.kit.nitfhead import PROSE, WHOLE
from newsparse.kit.xml import Loaded
from newsparse.kit.xmlitems import new_frame
from newsparse.model.article import Article
from newsparse.plugin import Document, Frame
from newsparse.readers.newsml1.components import Story, data_of, stories
from newsparse.readers.newsml1.habits import FAMILY
from newsparse.readers.newsml1.story import Reading

_ITEMS: Final = ("NewsItem",)
_WHOLE: Final = frozenset(("HeadLine", "SubHeadLine", "Location", "Party", "NewsLine", "TopicOccurrence"))


def frames(document: Document, ctx: Context) -> Iterator[Frame]:
    """A frame for each story; what is broken is cut at its items and not looked into."""
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
            yield new_frame(data=frame.data, index=index, charset=frame.charset, item=story)
            index += 1


def article(frame: Frame, dialect_name: str | None, ctx: Context) -> Article:
    """The article; ParseError `newsml1.no-article` where there is none."""
    story = frame.item
    if not isinstance(story, Story):
        item = xmlitems.item_of(frame, ctx, _ITEMS)
        if item is None:
            raise ctx.fail("newsml1.no-article", "no NewsItem in the document")
        story = next(stories(item, frame.index))
    if story.loaded.end:
        xml.drop_cut(story.loaded, ctx, PROSE | {"DataContent"}, WHOLE | _WHOLE)
        _drop_half_file(story.loaded)
    dialect = FAMILY.choose(partial(xmlitems.signs_of, frame.data), ctx, dialect_name)
    return Reading(story, ctx, dialect).article()


def _drop_half_file(loaded: Loaded) -> None:
    """Take out the content item in which the document breaks off, if it is a file whose description may have followed."""
    for element in xml.broken(loaded):
        parent = element.getparent()
        if xml.local(element) == "ContentItem" and parent is not None and data_of(element) is None:
            parent.remove(element)
