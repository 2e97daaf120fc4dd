"""Writes our own JSON (see docs/schema.md): one object with the version and every article, nothing lost."""

from collections.abc import Iterable, Iterator

import attrs

from newsparse.context import Context
from newsparse.kit.carry import EVERYTHING
from newsparse.model.article import Article
from newsparse.plugin import Writer, option
from newsparse.schema import KEY, VERSION, text_of


@attrs.frozen
class Options:
    """How the JSON is laid out."""

    indent: int = option(2, help="spaces of indentation; 0 puts each article on one line")


def write(articles: Iterable[Article], options: Options, ctx: Context) -> Iterator[bytes]:  # noqa: ARG001
    """The envelope, an article at a time."""
    yield f'{{"{KEY}": "{VERSION}", "articles": ['.encode()
    before = "\n"
    for article in articles:
        yield (before + text_of(article, options.indent or None)).encode()
        before = ",\n"
    yield b"\n]}\n"


WRITER = Writer(
    name="json",
    title="newsparse JSON",
    write=write,
    holds="many",
    carries=EVERYTHING,
    options=Options,
    extension="json",
    media_type="application/json",
    spec="docs/schema.md",
)
