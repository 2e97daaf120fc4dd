"""Writes NewsML-G2 2.35 (power conformance): a newsItem with an XHTML body, valid by the IPTC's schema for any article.

QCodes use the aliases that the article has; the IPTC's catalogue is referred to. What NewsML-G2 has no place for is reported.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from newsparse.context import Context
from newsparse.kit.xhtml import CARRIES as BODY
from newsparse.model.article import Article
from newsparse.plugin import NoOptions, Writer

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


def write(articles: Iterable[Article], options: NoOptions, ctx: Context) -> Iterator[bytes]:  # noqa: ARG001
    """The item, in UTF-8."""
    from newsparse.writers.newsmlg2.item import item

    for article in articles:
        yield item(article, ctx)


WRITER = Writer(
    name="newsmlg2",
    title="NewsML-G2 2.35",
    write=write,
    holds="one",
    carries=CARRIES,
    extension="xml",
    media_type="application/vnd.iptc.g2.newsitem+xml",
    spec="https://iptc.org/std/NewsML-G2/2.35/",
)
