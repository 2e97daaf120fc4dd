"""One-line functions over the pipeline: parse, parse_one, read, render, convert, find_quotes."""

import datetime as dt
import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.errors import InputError, NewsparseError, ParseError, UsageError
from newsparse.kit import dialect
from newsparse.limits import DEFAULT as DEFAULT_LIMITS
from newsparse.limits import Limits
from newsparse.model.article import Article
from newsparse.model.frozen import JsonMap
from newsparse.model.quotes import Quote
from newsparse.pipeline import Outcome, Pipeline, write
from newsparse.plugin import Document
from newsparse.registry import Registry, default

Dialect: TypeAlias = "str | bytes | os.PathLike[str]"
"""A dialect file of the caller's: TOML, or the path of a file that holds it."""
DEFAULT: tuple[str, ...] = ("quotes",)
"""The enrichers that run unless the caller says otherwise."""


def parse(
    data: bytes | str,
    *,
    format: str | None = None,  # noqa: A002  the word that everyone types
    url: str | None = None,
    enrich: Sequence[str] = DEFAULT,
    label: str | None = None,
    media_type: str | None = None,
    charset: str | None = None,
    limits: Limits | None = None,
    reference_date: dt.date | None = None,
    raise_at: Severity = Severity.FATAL,
    keep_raw: bool = False,
    dialects: Sequence[Dialect] = (),
    registry: Registry | None = None,
) -> list[Article]:
    """Every article in the content, in order; those that cannot be read are left out.

    A `str` is content, never a path; so it is in `dialects`, the caller's dialect files, which may be a `Path` too. The first
    error is raised where no article can be read at all. To see what became of each frame, use `Pipeline.iter`.
    """
    document = _document(data, url=url, label=label, media_type=media_type, charset=charset)
    pipeline = Pipeline(
        format=format,
        enrich=enrich,
        registry=registry or default(),
        limits=limits or DEFAULT_LIMITS,
        reference_date=reference_date,
        raise_at=raise_at,
        keep_raw=keep_raw,
        dialects=read_dialects(dialects, registry or default()),
    )
    return articles_of(pipeline.iter(document))


def parse_one(
    data: bytes | str,
    *,
    format: str | None = None,  # noqa: A002
    url: str | None = None,
    enrich: Sequence[str] = DEFAULT,
    label: str | None = None,
    media_type: str | None = None,
    charset: str | None = None,
    limits: Limits | None = None,
    reference_date: dt.date | None = None,
    raise_at: Severity = Severity.FATAL,
    keep_raw: bool = False,
    dialects: Sequence[Dialect] = (),
    registry: Registry | None = None,
) -> Article:
    """The article of content that holds one; raises what went wrong, UsageError when there are several."""
    document = _document(data, url=url, label=label, media_type=media_type, charset=charset)
    pipeline = Pipeline(
        format=format,
        enrich=enrich,
        registry=registry or default(),
        limits=limits or DEFAULT_LIMITS,
        reference_date=reference_date,
        raise_at=raise_at,
        keep_raw=keep_raw,
        dialects=read_dialects(dialects, registry or default()),
    )
    found: Article | None = None
    for outcome in pipeline.iter(document):
        if outcome.error is not None:
            raise outcome.error
        if outcome.article is not None:
            if found is not None:
                raise UsageError("the document holds several articles; use parse")
            found = outcome.article
    if found is None:
        raise UsageError("the document holds no article")
    return found


def read(
    path: str | os.PathLike[str],
    format: str | None = None,  # noqa: A002
    *,
    url: str | None = None,
    enrich: Sequence[str] = DEFAULT,
    media_type: str | None = None,
    charset: str | None = None,
    limits: Limits | None = None,
    reference_date: dt.date | None = None,
    raise_at: Severity = Severity.FATAL,
    keep_raw: bool = False,
    dialects: Sequence[Dialect] = (),
    registry: Registry | None = None,
) -> list[Article]:
    """Every article in the file, as `parse`; InputError where the path is no readable plain file."""
    return parse(
        read_bytes(path, limits),
        format=format,
        url=url,
        enrich=enrich,
        label=os.fspath(path),
        media_type=media_type,
        charset=charset,
        limits=limits,
        reference_date=reference_date,
        raise_at=raise_at,
        keep_raw=keep_raw,
        dialects=dialects,
        registry=registry,
    )


def read_dialects(given: Sequence[Dialect], registry: Registry) -> tuple[JsonMap, ...]:
    """Dialect files for `Pipeline(dialects=…)`: TOML as bytes or str, or a path; UsageError where no reader can use one."""
    made = []
    for one in given:
        if isinstance(one, str | bytes):
            table = dialect.read(one.encode() if isinstance(one, str) else one, "the dialect")
        else:
            table = dialect.read(read_bytes(one), os.fspath(one))
        name = str(table["format"])
        known = registry.reader(name).dialects
        if known is None:
            raise UsageError(f"the reader {name} has no dialects")
        known((table,))
        made.append(table)
    return tuple(made)


def read_bytes(path: str | os.PathLike[str], limits: Limits | None = None) -> bytes:
    """A plain file's bytes, opened so that a FIFO or a device can neither block nor flood; InputError otherwise."""
    most = (limits or DEFAULT_LIMITS).document_bytes
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise InputError(f"{os.fspath(path)}: {_reason(error)}") from error
    except ValueError as error:
        raise InputError(f"{os.fspath(path)!r}: {error}") from error
    try:
        _refuse_odd(os.fspath(path), os.fstat(handle), most)
    except InputError:
        os.close(handle)
        raise
    with os.fdopen(handle, "rb") as file:
        return file.read(most + 1)


def _refuse_odd(name: str, status: os.stat_result, most: int) -> None:
    """InputError for what is no plain file of a size that the limits allow."""
    if stat.S_ISDIR(status.st_mode):
        raise InputError(f"{name}: is a directory; name its files, or give the directory to convert")
    if not stat.S_ISREG(status.st_mode):
        raise InputError(f"{name}: is not a plain file; pipe it in and name it '-'")
    if status.st_size > most:
        raise InputError(f"{name}: {status.st_size:,} bytes are more than {most:,}; raise it with --limit document_bytes=N")


def render(article: Article, to: str, *, registry: Registry | None = None, ctx: Context | None = None) -> str:
    """One article in the format `to`, as text; what that format cannot carry is reported to `ctx`.

    UsageError where a wire is in a charset of its own: `pipeline.write` gives its bytes.
    """
    data = b"".join(write([article], to, registry=registry, ctx=ctx))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"what {to} writes is not in UTF-8 and no text; newsparse.pipeline.write gives its bytes") from error


def convert(
    data: bytes | str,
    to: str,
    *,
    format: str | None = None,  # noqa: A002
    url: str | None = None,
    enrich: Sequence[str] = DEFAULT,
    dialects: Sequence[Dialect] = (),
    registry: Registry | None = None,
    ctx: Context | None = None,
) -> bytes:
    """The content in another format, all its articles; UsageError when they are several and `to` holds one.

    What that format cannot carry is reported to `ctx`.
    """
    articles = parse(data, format=format, url=url, enrich=enrich, dialects=dialects, registry=registry)
    return b"".join(write(articles, to, registry=registry, ctx=ctx))


def find_quotes(text: str, lang: str | None = None, table: str | None = None) -> tuple[Quote, ...]:
    """The quotes of a bare text, in reading order; the holder of their spans is "text".

    `lang` is a BCP 47 code, as `en-GB`; None finds out. UsageError where there is no table for the language. `table` is a
    language table of one's own, as TOML (see docs/quotes-languages).
    """
    from newsparse.enrichers import quotes

    return quotes.find_quotes(text, lang, table)


def articles_of(outcomes: Iterable[Outcome]) -> list[Article]:
    """The articles; the first error is raised where there are none."""
    found = []
    first: NewsparseError | None = None
    for outcome in outcomes:
        if outcome.article is not None:
            found.append(outcome.article)
        elif first is None:
            first = outcome.error
    if not found and first is not None:
        raise first
    return found


def _document(data: bytes | str, *, url: str | None, label: str | None, media_type: str | None, charset: str | None) -> Document:
    if isinstance(data, str):
        data, charset = data.encode("utf-8", "surrogatepass"), "utf-8"
    elif isinstance(data, bytearray | memoryview):
        data = bytes(data)
    elif not isinstance(data, bytes):
        raise TypeError(f"the content must be bytes or str, not {type(data).__name__}; a file is read with newsparse.read")
    return Document(data=data, url=url, label=label, media_type=media_type, charset=charset)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


__all__ = ["DEFAULT", "ParseError", "Path", "convert", "find_quotes", "parse", "parse_one", "read", "read_bytes", "render"]
