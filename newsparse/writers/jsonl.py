"""Writes our own JSON as JSON Lines: an article and the version on each line."""

from collections.abc import Iterable, Iterator

from newsparse.context import Context
from newsparse.kit.carry import EVERYTHING
from newsparse.model.article import Article
from newsparse.plugin import NoOptions, Writer
from newsparse.schema import line


def write(articles: Iterable[Article], options: NoOptions, ctx: Context) -> Iterator[bytes]:  # noqa: ARG001
    """A line for each article."""
    for article in articles:
        yield f"{line(article)}\n".encode()


WRITER = Writer(
    name="jsonl",
    title="newsparse JSON Lines",
    write=write,
    holds="many",
    carries=EVERYTHING,
    extension="jsonl",
    media_type="application/x-ndjson",
    spec="docs/schema.md",
)
