"""NewsML-G2 (IPTC, 2.x): newsMessage, newsItem and packageItem, with XHTML, NITF, text or escaped bodies.

An article for each item of a message; packages, which only list others, come after the stories. Names are matched without
regard to namespace and case, since agencies get both wrong. See docs/formats/newsmlg2.md for the mapping.
"""

from collections.abc import Iterator
from typing import Final

import attrs

from newsparse.context import Context
from newsparse.kit.wrappers import inside
from newsparse.model.article import Article
from newsparse.plugin import Document, Frame, Head, Match, Reader, option
from newsparse.readers.newsmlg2.habits import FAMILY

_ROOTS: Final = ("newsMessage", "newsItem", "packageItem")
_SMALL: Final = frozenset(name.lower() for name in _ROOTS)


@attrs.frozen(kw_only=True)
class Options:
    """How documents are read."""

    dialect: str | None = option(None, help="the agency's habits to read by, instead of those that the document shows")


def sniff(head: Head) -> Match:
    """CERTAIN for the first element of a message or an item; LIKELY where it is spelt otherwise, in other letters, or one stands
    in a wrapper that is no other format's.
    """
    name = head.first_element[0]
    if name in _ROOTS:
        return Match.CERTAIN
    if name != "NewsItem" and name.lower() in _SMALL:  # that one is of NewsML 1
        return Match.LIKELY
    return Match.LIKELY if inside(head) in _ROOTS else Match.NO


def split(document: Document, options: Options, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each item, packages last."""
    from newsparse.readers.newsmlg2.read import frames

    return frames(document, ctx)


def parse(frame: Frame, options: Options, ctx: Context) -> Article:
    """The article of an item; ParseError `newsmlg2.no-article` where there is no news or package item."""
    from newsparse.readers.newsmlg2.read import article

    return article(frame, options.dialect, ctx)


READER = Reader(
    name="newsmlg2",
    title="NewsML-G2",
    sniff=sniff,
    split=split,
    parse=parse,
    options=Options,
    dialects=FAMILY.listed,
    elements=_ROOTS,
    extensions=("xml",),
    media_types=("application/vnd.iptc.g2.newsmessage+xml", "application/vnd.iptc.g2.newsitem+xml"),
    spec="https://iptc.org/standards/newsml-g2/",
)
