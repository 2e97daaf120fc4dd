"""NewsML 1.0 to 1.2 (IPTC): an article for each NewsItem, or for each language that an item holds side by side.

Bodies are NITF, bare NITF paragraphs, XHTML, HTML in CDATA, or text. Names are matched without their namespace; the DTD is
never loaded. See docs/formats/newsml1.md for the mapping.
"""

from collections.abc import Iterator

import attrs

from newsparse.context import Context
from newsparse.kit.wrappers import inside
from newsparse.model.article import Article
from newsparse.plugin import Document, Frame, Head, Match, Reader, option
from newsparse.readers.newsml1.habits import FAMILY


@attrs.frozen(kw_only=True)
class Options:
    """How documents are read."""

    dialect: str | None = option(None, help="the agency's habits to read by, instead of those that the document shows")


def sniff(head: Head) -> Match:
    """CERTAIN for `NewsML` as the first element, LIKELY for a bare `NewsItem`, for `NEWSML`, or in a wrapper that is no other
    format's.
    """
    name, _ = head.first_element
    if name == "NewsML":
        return Match.CERTAIN
    return Match.LIKELY if name == "NewsItem" or name.lower() == "newsml" or inside(head) == "NewsML" else Match.NO


def split(document: Document, options: Options, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each story; what is broken is cut at its items and not looked into."""
    from newsparse.readers.newsml1.read import frames

    return frames(document, ctx)


def parse(frame: Frame, options: Options, ctx: Context) -> Article:
    """The article; ParseError `newsml1.no-article` where there is none."""
    from newsparse.readers.newsml1.read import article

    return article(frame, options.dialect, ctx)


READER = Reader(
    name="newsml1",
    title="NewsML 1",
    sniff=sniff,
    split=split,
    parse=parse,
    options=Options,
    dialects=FAMILY.listed,
    elements=("NewsML",),
    extensions=("xml", "newsml"),
    media_types=("text/vnd.iptc.newsml", "application/newsml+xml"),
    spec="https://iptc.org/standards/newsml-1/",
)
