"""The items of a document, and the article of each."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from newsparse.context import Context
from newsparse.kit import xml, xmlitems
from newsparse.kit.nitfhead import PROSE, WHOLE
from newsparse.model.article import Article
from newsparse.plugin import Document, Frame
from newsparse.readers.newsmlg2.habits import FAMILY
from newsparse.readers.newsmlg2.item import Reading

_ITEMS: Final = ("newsItem", "packageItem")
_WHOLE: Final = frozenset(
    ("creator", "contributor", "provider", "copyrightHolder", "infoSource", "located", "subject", "genre", "by", "service",
     "link", "edNote", "itemRef", "copyrightNotice", "usageTerms")
)  # fmt: skip


def frames(document: Document, ctx: Context) -> Iterator[Frame]:
    """A frame for each item, packages last."""
    return xmlitems.split(document, ctx, _ITEMS, last=("packageItem",))


def article(frame: Frame, dialect_name: str | None, ctx: Context) -> Article:
    """The article of an item; ParseError `newsmlg2.no-article` where there is no news or package item."""
    item = xmlitems.item_of(frame, ctx, _ITEMS)
    if item is None:
        raise ctx.fail("newsmlg2.no-article", "no newsItem or packageItem in the document")
    if item.loaded.end:
        xml.drop_cut(item.loaded, ctx, PROSE | {"contentSet"}, WHOLE | _WHOLE)
    dialect = FAMILY.choose(partial(xmlitems.signs_of, frame.data), ctx, dialect_name)
    return Reading(item, ctx, dialect).article()
