"""Reads feeds: RSS 2.0 and 0.9x, RSS 1.0 (RDF), Atom (RFC 4287), and WordPress exports (WXR). An item or entry is an article.

Modules that matter for news are read (`names` has the table): content, Dublin Core, Media RSS, iTunes, WordPress. What no
table knows is kept in `extras["rss"]`. What an agency adds in a namespace of its own is read by a dialect.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from newsparse.context import Context
from newsparse.kit.wrappers import inside
from newsparse.model.article import Article
from newsparse.plugin import Document, Frame, Head, Match, Reader, option
from newsparse.readers.rss.habits import FAMILY

if TYPE_CHECKING:
    from newsparse.readers.rss.feed import Feed

_ROOTS = ("<rss", "<feed", "<rdf:rdf", "<atom:feed", "<entry", "<channel")
_NAMES = frozenset(("feed", "rdf", "entry", "channel"))
_ATOM = "http://www.w3.org/2005/Atom"
_CERTAIN = ("<channel", "://www.w3.org/2005/atom", "://purl.org/rss/1.0/", "://purl.org/atom/ns#")


@attrs.frozen(kw_only=True)
class Options:
    """How a feed is read."""

    dialect: str | None = option(None, help="the dialect, by name; else the feed shows it")


def sniff(head: Head) -> Match:
    """CERTAIN for a feed's root with a channel or the namespace of a feed format, LIKELY for an entry alone, for a feed without a
    namespace, or for one in a wrapper that is no other format's.
    """
    name = head.first_element[0].lower()
    if name == "rss":
        return Match.CERTAIN
    if name in _NAMES:  # `channel` and `entry` are elements of other formats too
        text = head.text.lower()
        sure = any(sign in text for sign in _CERTAIN)
        likely = sure if name == "entry" else name == "feed" and "<entry" in text
        return Match.CERTAIN if sure and name != "entry" else Match.LIKELY if likely else Match.NO
    if name and name != "html":
        wrapped = inside(head)
        return Match.LIKELY if wrapped == "rss" or (not wrapped and _ATOM in head.text and "<feed" in head.text) else Match.NO
    if name or not head.text.lstrip().startswith("<"):
        return Match.NO
    text = head.text.lower()
    at = min((found for root in _ROOTS if (found := text.find(root)) >= 0), default=-1)
    if at < 0 or "<html" in text[:at]:
        return Match.NO
    if text.startswith("<rss", at):
        return Match.CERTAIN
    if not any(sign in text for sign in _CERTAIN):
        return Match.NO
    return Match.LIKELY if text.startswith("<entry", at) else Match.CERTAIN


def split(document: Document, options: Options, ctx: Context) -> Iterator[Frame]:
    """A frame for each item or entry, with what its feed says for all of them."""
    from newsparse.kit.xmlitems import signs_of
    from newsparse.readers.rss.feed import feeds, load

    if not document.data.strip():
        return
    index = 0
    for data in feeds(document.data):
        habits = FAMILY.choose(signs_of(data), ctx, options.dialect).habits
        feed, items = load(data, document.charset, ctx, habits)
        for item in items:
            yield Frame(data=b"", index=index, charset=document.charset, item=(item, feed))
            index += 1


def parse(frame: Frame, options: Options, ctx: Context) -> Article:
    """The article; ParseError `rss.no-article` where the frame holds no item, or one that says nothing."""
    from newsparse.readers.rss.item import article

    pair: tuple[Any, Feed] | None = frame.item
    if pair is None:
        document = Document(data=frame.data, charset=frame.charset)
        first = next(split(document, options, ctx), None)
        if first is None:
            raise ctx.fail("rss.no-article", "no item or entry")
        pair = first.item
        assert pair is not None
    return article(pair[0], pair[1], frame.index, ctx)


READER = Reader(
    name="rss",
    title="RSS, Atom and WordPress exports",
    sniff=sniff,
    split=split,
    parse=parse,
    options=Options,
    elements=("rss", "RDF", "feed", "channel", "entry"),
    extensions=("rss", "atom", "rdf", "xml"),
    media_types=("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    spec="https://www.rssboard.org/rss-specification, RFC 4287",
    dialects=FAMILY.listed,
)
"""The reader."""
