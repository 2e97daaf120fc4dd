"""THE CONTRACT: what a reader, a writer and an enricher are. Imports the model, never lxml.

A plug-in is a record of functions, published as an entry point whose name equals the record's `name`, in the group
`newsparse.readers`, `newsparse.writers` or `newsparse.enrichers`. Optional parts have defaults; a new capability is a new
field with a default. A record checks itself when it is built.
"""

import enum
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

import attrs

from newsparse.context import Context
from newsparse.model.article import Article
from newsparse.model.frozen import JsonMap

CONTRACT = 1
HEAD_BYTES = 4096


class Match(enum.IntEnum):
    """How surely a document is of a format: four rungs, which independent authors can agree on."""

    NO = 0
    FALLBACK = 1
    """Could be, like almost anything: plain text."""
    LIKELY = 2
    """Has the marks of the format, as a person would see them."""
    CERTAIN = 3
    """Has what nothing else has: a signature, a root element with its namespace."""


@attrs.frozen(kw_only=True)
class Head:
    """What `sniff` sees: the first 4 KiB and what the outside says of the document."""

    data: bytes
    size: int
    label: str | None = None
    media_type: str | None = None
    """As transported or declared, lower case, without parameters."""
    extension: str | None = None
    """Lower case, without the dot."""
    first_element: tuple[str, str] = attrs.field(init=False, eq=False, repr=False)
    """(local name, the attributes as they stand) of the first element of XML, seen without parsing; the name of the
    document type where a long prolog hides the element; empty strings where neither is seen.
    """

    @cached_property
    def text(self) -> str:
        """The head as characters for looking at: BOM honoured, else UTF-8 with replacements; starts behind the BOM, or several.

        XML and JSON in UTF-16 show as such without one.
        """
        for bom, codec in _BOMS:
            if self.data.startswith(bom):
                return self.data[len(bom) :].decode(codec, "replace").lstrip("\ufeff")
        wide = _WIDE.get(self.data[:2])
        if wide is not None:
            return self.data.decode(wide, "replace")
        return self.data.decode("utf-8", "replace")

    @first_element.default
    def _first_element(self) -> tuple[str, str]:
        if self.data[:1] == b"<" and self.data[:2] not in _WIDE:  # most of XML; the rest of its head nobody looks at
            glance = self.data[:_GLANCE].decode("utf-8", "replace")
            start = _FIRST.match(glance)
            if start is not None and start.end() < len(glance):
                return start[1], start[2]
        start = _FIRST.match(self.text)
        if start is not None:
            return start[1], start[2]
        declared = _DOCTYPE.search(self.text) if "<!DOCTYPE" in self.text else None
        return (declared[1], "") if declared else ("", "")


_GLANCE = 1024  # bytes in which the first element mostly stands with all its attributes
_FIRST = re.compile(
    r"[\s\ufeff\x00-\x1f]*+(?:<\?[^>]*+>\s*+|<!--(?:(?!-->).)*+(?:-->|\Z)\s*+|<!DOCTYPE\b[^>\[]*+(?:\[[^\]]*+\]\s*+)?(?:>|\Z)\s*+)*+"
    r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)([^<>]*)",
    re.DOTALL,
)
_DOCTYPE = re.compile(r"<!DOCTYPE\s+(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_WIDE = {
    **{bytes((first, 0)): "utf-16-le" for first in b"<{["},
    **{bytes((0, first)): "utf-16-be" for first in b"<{["},
}


@attrs.frozen(kw_only=True)
class Document:
    """Bytes to read, with what is known of them from outside. `charset` is what the transport declared."""

    data: bytes
    label: str | None = None
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None

    def head(self) -> Head:
        """The view that `sniff` gets."""
        name = self.label or self.url
        suffix = re.search(r"\.([A-Za-z0-9]{1,10})$", name.split("?")[0]) if name else None
        return Head(
            data=first_bytes(self.data),
            size=len(self.data),
            label=self.label,
            media_type=self.media_type,
            extension=suffix[1].lower() if suffix else None,
        )


def first_bytes(data: bytes) -> bytes:
    """The first 4 KiB; where a comment goes on behind them, those before the comment and those behind it."""
    head = data[:HEAD_BYTES]
    opened = head.rfind(b"!")  # one byte is sought much faster
    while opened > 0 and head[opened - 1 : opened + 3] != b"<!--":
        opened = head.rfind(b"!", 0, opened)
    opened -= 1
    if opened < 0 or head.find(b"-->", opened) >= 0:
        return head
    closed = data.find(b"-->", HEAD_BYTES - 2, _LONGEST_COMMENT)
    return head if closed < 0 else head[:opened] + data[closed + 3 : closed + 3 + HEAD_BYTES - opened]


_LONGEST_COMMENT = 65_536


@attrs.frozen(kw_only=True)
class Frame:
    """The bytes of one article inside a document, from `split` to `parse`.

    `byte_start` counts from the start of the document, and `line` is the one that it begins on, from 1. `item` is the reader's
    own: what `split` has parsed already (an element, a JSON object); the pipeline never looks at it.
    """

    data: bytes
    index: int = 0
    byte_start: int = 0
    charset: str | None = None
    item: Any = attrs.field(default=None, eq=False, repr=False)
    line: int = 1


@attrs.frozen
class NoOptions:
    """For plug-ins without options."""


def option(default: Any, *, help: str) -> Any:  # noqa: A002  the word that argparse uses
    """A field of an options class, with the sentence that `--help` and `formats NAME` show."""
    return attrs.field(default=default, metadata={"help": help})


O = TypeVar("O")  # noqa: E741  O is for options, as in the docs


def whole(document: Document, options: Any, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """The document as its only frame: the default `split`."""
    yield Frame(data=document.data, charset=document.charset)


_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")


def _named(instance: Any, attribute: Any, value: str) -> None:  # noqa: ARG001
    if not isinstance(value, str) or not _NAME.match(value):
        raise ValueError(f"name {value!r} must be lower-case letters, digits and hyphens")


def _callable(instance: Any, attribute: Any, value: Any) -> None:
    if not callable(value):
        raise TypeError(f"{type(instance).__name__} {instance.name!r}: {attribute.name} must be a function, not {value!r}")


def _options(instance: Any, attribute: Any, value: Any) -> None:  # noqa: ARG001
    if not (isinstance(value, type) and attrs.has(value)):
        raise TypeError(f"{type(instance).__name__} {instance.name!r}: options must be an attrs class, not {value!r}")


def _contract(instance: Any, attribute: Any, value: int) -> None:  # noqa: ARG001
    if value != CONTRACT:
        raise ValueError(f"{type(instance).__name__} {instance.name!r}: contract {value}; this newsparse speaks {CONTRACT}")


@attrs.frozen(kw_only=True)
class Reader(Generic[O]):
    """A format that can be read.

    `sniff` is pure and sees the first 4 KiB. `elements` are the local names of all first elements of a document that it may
    be CERTAIN of, none for a format that begins with no element; None says nothing, and the reader is asked of every document.
    `split` yields frames in document order, cheaply. `parse` returns one article
    or raises ParseError, for any bytes. `refines` names the reader whose dialect this one is and over whom it wins a tie.
    `dialects` gives (name, title) of the agencies' habits it knows as data, those that the caller brings first
    (`kit.dialect.Family.listed`); UsageError for one that is not as it should be.
    """

    name: str = attrs.field(validator=_named)
    title: str
    sniff: Callable[[Head], Match] = attrs.field(validator=_callable)
    parse: Callable[[Frame, O, Context], Article] = attrs.field(validator=_callable)
    split: Callable[[Document, O, Context], Iterator[Frame]] = attrs.field(default=whole, validator=_callable)
    options: type[O] = attrs.field(default=NoOptions, validator=_options)  # type: ignore[assignment]
    elements: tuple[str, ...] | None = None
    extensions: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    refines: str | None = None
    spec: str = ""
    dialects: Callable[[tuple[JsonMap, ...]], tuple[tuple[str, str], ...]] | None = None
    contract: int = attrs.field(default=CONTRACT, validator=_contract)


@attrs.frozen(kw_only=True)
class Writer(Generic[O]):
    """A format that can be written.

    `write` yields bytes for the articles; a writer that `holds` "one" gets exactly one. `carries` names the fields of the
    model that the format has a place for, in the words of `kit.carry`; the pipeline reports every other field that an
    article uses. None: not declared, and nothing is reported but what `write` reports. `carries_more` gives what it carries
    besides under some of its options. A value that does not fit a field which is carried otherwise is for `write` to report
    (`kit.carry.tell_field`).
    """

    name: str = attrs.field(validator=_named)
    title: str
    write: Callable[[Iterable[Article], O, Context], Iterator[bytes]] = attrs.field(validator=_callable)
    extension: str
    media_type: str
    holds: Literal["one", "many"] = "one"
    carries: frozenset[str] | None = None
    carries_more: Callable[[O], frozenset[str]] | None = None
    options: type[O] = attrs.field(default=NoOptions, validator=_options)  # type: ignore[assignment]
    spec: str = ""
    contract: int = attrs.field(default=CONTRACT, validator=_contract)


@attrs.frozen(kw_only=True)
class Enricher(Generic[O]):
    """A step from article to article that adds and never overwrites what is asserted.

    `gives` and `needs` name what it adds and what must be there before (`quotes`, `lang`, any word of its own).
    """

    name: str = attrs.field(validator=_named)
    title: str
    enrich: Callable[[Article, O, Context], Article] = attrs.field(validator=_callable)
    needs: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    options: type[O] = attrs.field(default=NoOptions, validator=_options)  # type: ignore[assignment]
    contract: int = attrs.field(default=CONTRACT, validator=_contract)
