"""Writes NITF 3.6, valid by the IPTC's schema for any article.

The head has what NITF has a place for; what it has none for but readers of NITF look for in `meta` is there, in the names of
`readers/nitf`'s default dialect. Quotes are marked as `q` where their spans lie in one paragraph and cross no other mark.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from newsparse.context import Context
from newsparse.model.article import Article
from newsparse.plugin import NoOptions, Writer

CARRIES: Final = frozenset(
    {
        *("uid", "title", "title.marks", "deck", "deck.marks", "summary", "summary.marks"),
        *("slugline", "bylines", "bylines.title"),
        *("authors", "authors.kind", "authors.role", "authors.affiliation"),
        *("dateline", "dateline.place", "dateline.date", "dateline.agency"),
        *(
            f"metadata.{name}"
            for name in ("lang", "source", "credit", "urgency", "priority", "category", "service", "version", "sequence",
                         "status", "take_key", "words_declared", "keywords", "signals", "ed_notes", "provider",
                         "provider.kind", "provider.ids")
        ),
        *(f"metadata.stamps.{kind}" for kind in ("created", "released", "embargoed", "expires", "published", "updated")),
        *(f"metadata.rights.{name}" for name in ("holder", "notice", "usage")),
        *(f"metadata.{name}{part}" for name in ("subjects", "places") for part in ("", ".scheme", ".label", ".kind")),
        *("metadata.genres", "metadata.alt_ids", "metadata.alt_ids.scheme"),
        *("sections.title", "sections.title.marks", "sections.level", "paragraphs", "paragraphs.role", "preformatted", "breaks"),
        *("blockquotes", "blockquotes.attribution", "lists", "lists.start", "blocks.lang"),
        *("tables", "tables.caption", "tables.headers", "tables.spans"),
        *("media", "media.kind", "media.caption", "media.credit", "media.alt", "media.media_type", "media.renditions"),
        *(
            f"marks.{kind}"
            for kind in ("emphasis", "strong", "underline", "strike", "code", "sub", "sup", "link", "q", "person", "org", "place",
                         "event", "date", "money", "break", "lang")
        ),
        "extras.nitf",
    }
)  # fmt: skip
"""What NITF has a place for; single values that do not fit are reported when they are written."""


def write(articles: Iterable[Article], options: NoOptions, ctx: Context) -> Iterator[bytes]:  # noqa: ARG001
    """The document, in UTF-8."""
    from newsparse.writers.nitf.document import document

    for article in articles:
        yield document(article, ctx)


WRITER = Writer(
    name="nitf",
    title="NITF 3.6",
    write=write,
    holds="one",
    carries=CARRIES,
    extension="xml",
    media_type="application/nitf+xml",
    spec="https://iptc.org/std/NITF/3.6/",
)
