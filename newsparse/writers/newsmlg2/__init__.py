"""Writes NewsML-G2 2.35 (power conformance): a newsItem with an XHTML body, valid by the IPTC's schema for any article.

With the option `message` the item stands in a newsMessage, whose header says what only a header can; with `headline_marks`
headlines keep their marks.
QCodes use the aliases that the article has; the IPTC's catalogue is referred to. What NewsML-G2 has no place for is reported.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from newsparse.context import Context
from newsparse.kit.xhtml import CARRIES as BODY
from newsparse.model.article import Article
from newsparse.plugin import Writer, option

CARRIES: Final = BODY | {
    *("uid", "title", "deck", "summary", "slugline", "bylines", "authors", "authors.kind", "authors.role", "authors.ids"),
    *("dateline", "dateline.place", "dateline.date", "dateline.agency"),
    *(
        f"metadata.{name}"
        for name in ("lang", "source", "credit", "urgency", "service", "version", "status", "words_declared", "keywords",
                     "signals", "ed_notes", "provider", "provider.kind", "provider.ids")
    ),
    *(
        f"metadata.stamps.{kind}"
        for kind in ("updated", "created", "embargoed", "expires", "contentCreated", "contentModified")
    ),
    *(f"metadata.rights.{name}" for name in ("holder", "notice", "usage")),
    *(f"metadata.{name}{part}" for name in ("subjects", "genres", "places") for part in ("", ".scheme", ".label", ".kind")),
    *("metadata.links", "metadata.links.rel", "metadata.links.title", "metadata.links.media_type"),
    *("metadata.alt_ids", "metadata.alt_ids.scheme"),
}  # fmt: skip
"""What NewsML-G2 has a place for; single values that do not fit are reported when they are written."""


HEADER: Final = frozenset(("metadata.stamps.sent", "metadata.priority"))
"""What the header of a message has a place for besides."""
MARKS: Final = frozenset(("title.marks", "deck.marks"))
"""What headlines in XHTML have a place for."""


@attrs.frozen(kw_only=True)
class Options:
    """How an item is written."""

    message: bool = option(False, help="in a newsMessage, with what the article has for its header")
    headline_marks: bool = option(False, help="headlines with marks are XHTML, which not every program reads")


def write(articles: Iterable[Article], options: Options, ctx: Context) -> Iterator[bytes]:
    """The item, in UTF-8."""
    from newsparse.writers.newsmlg2.item import item

    for article in articles:
        yield item(article, ctx, message=options.message, headline_marks=options.headline_marks)


def carries_more(options: Options) -> frozenset[str]:
    """What a message and headlines in XHTML carry, and a bare item does not."""
    return (HEADER if options.message else frozenset()) | (MARKS if options.headline_marks else frozenset())


WRITER = Writer(
    name="newsmlg2",
    title="NewsML-G2 2.35",
    write=write,
    holds="one",
    carries=CARRIES,
    carries_more=carries_more,
    options=Options,
    extension="xml",
    media_type="application/vnd.iptc.g2.newsitem+xml",
    spec="https://iptc.org/std/NewsML-G2/2.35/",
)
