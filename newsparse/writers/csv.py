"""A table of articles in CSV (RFC 4180), a row each, for spreadsheets and statistics: what a study of news begins with.

Bodies are plain text in one cell; marks, pictures and most of the metadata have no column, and JSON Lines has all of them.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import attrs

from newsparse.context import Context
from newsparse.diagnostics import counted
from newsparse.kit.carry import tell_left_out
from newsparse.kit.cells import cell
from newsparse.kit.lines import visible
from newsparse.model.article import Article
from newsparse.plugin import Writer, option

SHOWN: Final = frozenset(
    "uid title deck summary authors metadata.stamps.published metadata.stamps.updated metadata.lang metadata.provider "  # noqa: SIM905
    "metadata.source metadata.category metadata.keywords sections.title paragraphs blockquotes lists tables preformatted".split()
)
"""The fields that have a column, in the words of `kit.carry`."""


def _document(article: Article) -> str | None:
    return article.document.label if article.document else None


def _address(article: Article) -> str | None:
    """The address that the document came from, else the one that it states for itself."""
    if article.document is not None and article.document.url:
        return article.document.url
    return next((link.href for link in article.metadata.links if link.rel == "canonical"), None)


def _publisher(article: Article) -> str | None:
    return article.metadata.provider.name if article.metadata.provider else article.metadata.source


COLUMNS: Final[dict[str, Callable[[Article], Any]]] = {
    "document": _document,
    "uid": lambda article: article.uid,
    "headline": lambda article: article.headline,
    "deck": lambda article: "; ".join(deck.text for deck in article.deck),
    "summary": lambda article: article.summary.text if article.summary else None,
    "authors": lambda article: "; ".join(author.name for author in article.authors),
    "published": lambda article: article.published.isoformat() if article.published else None,
    "updated": lambda article: article.updated.isoformat() if article.updated else None,
    "lang": lambda article: article.lang,
    "publisher": _publisher,
    "url": _address,
    "category": lambda article: article.metadata.category,
    "keywords": lambda article: "; ".join(article.metadata.keywords),
    "words": lambda article: len(article.text.split()),
    "quotes": lambda article: len(article.quotes),
    "text": lambda article: article.text,
}
"""What each column holds."""


def _known(instance: Any, attribute: Any, value: str) -> None:  # noqa: ARG001
    unknown = [name for name in value.split() if name not in COLUMNS]
    if unknown:
        raise ValueError(f"there is no column {unknown[0]!r}; there are: {' '.join(COLUMNS)}")


@attrs.frozen(kw_only=True)
class Options:
    """Which columns, and how cells are written."""

    columns: str = attrs.field(default="", validator=_known, metadata={"help": "their names, parted by blanks; all by default"})
    guard: bool = option(True, help="put an apostrophe before what a spreadsheet would take for a formula")


def write(articles: Iterable[Article], options: Options, ctx: Context) -> Iterator[bytes]:
    """The names of the columns, and a row for each article as it comes, in UTF-8."""
    chosen = options.columns.split() or list(COLUMNS)
    yield _row(chosen, guard=False)
    for article in articles:
        values, replaced = [], 0
        for name in chosen:
            value = COLUMNS[name](article)
            text, odd = visible("" if value is None else str(value))
            values.append(text)
            replaced += odd
        if replaced:
            ctx.report(
                "csv.control-characters", counted(replaced, "control character") + " became U+FFFD", data={"count": replaced}
            )
        tell_left_out(article, SHOWN, ctx, "csv")
        yield _row(values, guard=options.guard)


def _row(values: list[str], *, guard: bool) -> bytes:
    sheet = io.StringIO(newline="")
    csv.writer(sheet).writerow([cell(value) for value in values] if guard else values)
    return sheet.getvalue().encode("utf-8")


WRITER = Writer(
    name="csv",
    title="Table of articles in CSV",
    write=write,
    holds="many",
    options=Options,
    extension="csv",
    media_type="text/csv",
    spec="RFC 4180",
)
