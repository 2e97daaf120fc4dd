"""Pipeline: detect, split, parse, enrich. The only place where a failure is contained, one frame at a time."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeVar

import attrs

from newsparse import detect
from newsparse.context import Context
from newsparse.diagnostics import Diagnostic, Severity
from newsparse.errors import AmbiguousFormat, NewsparseError, OtherFormat, ParseError, PluginError, UnknownFormat, UsageError
from newsparse.kit.carry import tell
from newsparse.limits import DEFAULT, Limits
from newsparse.model.article import Article, DocumentInfo
from newsparse.model.frozen import JsonMap
from newsparse.model.quick import maker, new_document
from newsparse.plugin import Document, Enricher, Frame, Reader, Writer
from newsparse.registry import Registry, default

T = TypeVar("T")


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)


@attrs.frozen(kw_only=True)
class Outcome:
    """What became of one frame: an article, or the error that stands for it; and its diagnostics either way."""

    index: int
    article: Article | None = None
    error: NewsparseError | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    label: str | None = None


_new_outcome: Final = maker(Outcome)


@attrs.define
class _Reading:
    """What became of one frame before it is enriched, its own context, and how many bytes it has (of an item: a whole run's)."""

    index: int
    ctx: Context
    size: int = 0
    article: Article | None = None
    error: NewsparseError | None = None


_RAISED = (Exception, SystemExit)
"""What a plug-in may raise without ending its host: `sys.exit` in one is a failure like others."""
_RUN = 32
"""Short frames that are read before the first of them is enriched: a processor has one kind of work at hand, and not three."""
_RUN_BYTES = 16_384
"""Of a run, at which it ends: where a frame is long there is nothing to gain, and no article waits for long ones."""


@attrs.frozen(kw_only=True)
class Pipeline:
    """How to read documents: which reader, which enrichers, under which limits. Reusable, immutable, thread-safe.

    `format` is `name` or `name:option=value,…`; None detects it for each document. `enrich` names enrichers, in the same
    form, in any order: they run as their needs and gives say. `raise_at` makes a diagnostic of that severity an error.
    `dialects` are dialect files of the caller's, as `kit.dialect.read` gives them.
    """

    format: str | None = None
    enrich: tuple[str, ...] = attrs.field(default=(), converter=_names)
    registry: Registry = attrs.field(factory=default)
    limits: Limits = DEFAULT
    reference_date: dt.date | None = None
    raise_at: Severity = Severity.FATAL
    keep_raw: bool = False
    dialects: tuple[JsonMap, ...] = ()

    def iter(self, document: Document) -> Iterator[Outcome]:
        """Outcomes in document order, one for each frame; a broken frame costs only itself.

        What concerns the whole document (no reader, too large, a splitter that fails) is one outcome with an error.
        """
        ctx = self._context(document)
        try:
            if len(document.data) > self.limits.document_bytes:
                ctx.charge("document_bytes", len(document.data))
            reader, options = self.reader_for(document)
            enrichers = self._enrichers()
        except NewsparseError as error:
            yield Outcome(index=0, error=error, diagnostics=ctx.finish(), label=document.label)
            return
        ctx.document = _known_of(document, reader, self.keep_raw)
        yield from self._frames(document, reader, options, enrichers, ctx)

    def reader_for(self, document: Document) -> tuple[Reader[Any], Any]:
        """The reader and its options; errors as in `detect.choose` and `Registry.reader`."""
        if self.format is None:
            reader = detect.choose(document, self.registry).reader
            return reader, _made(reader.options)
        name, options = split_options(self.format)
        reader = self.registry.reader(name)
        return reader, make_options(name, reader.options, options)

    def _context(self, document: Document) -> Context:
        return Context(
            limits=self.limits,
            reference_date=self.reference_date,
            url=document.url,
            label=document.label,
            dialects=self.dialects,
            raise_at=self.raise_at,
        )

    def _frames(
        self,
        document: Document,
        reader: Reader[Any],
        options: Any,
        enrichers: "list[tuple[Enricher[Any], Any]]",
        ctx: Context,
    ) -> Iterator[Outcome]:
        for run in _runs(self._readings(document, reader, options, ctx)):
            yield from [_outcome(reading, enrichers, document.label) for reading in run]

    def _readings(self, document: Document, reader: Reader[Any], options: Any, ctx: Context) -> "Iterator[_Reading]":
        """What the reader makes of each frame; and the end, where something has to be told of it."""
        index = -1
        frames = _split(reader, document, options, ctx)
        while True:
            frame = error = None
            try:
                frame = next(frames, None)
            except _RAISED as raised:
                error = _failure(reader.name, raised)
            if frame is None:
                if error is None and index < 0:
                    error = _no_article(reader, document, ctx)
                if error is not None or ctx.finish():
                    yield _Reading(index + 1, ctx, error=error)
                return
            index = frame.index
            yield self._read(frame, reader, options, ctx)
            try:
                ctx.charge("frames")
            except NewsparseError as raised:
                yield _Reading(index + 1, ctx, error=raised)
                return

    def _read(self, frame: Frame, reader: Reader[Any], options: Any, whole: Context) -> "_Reading":
        """The frame's article, in a context of its own: what the `whole` document's has found up to here is told with it."""
        ctx = Context(
            document=whole.document,
            limits=self.limits,
            reference_date=self.reference_date,
            url=whole.url,
            label=whole.label,
            dialects=self.dialects,
            raise_at=self.raise_at,
            diagnostics=[*whole.finish()],
        )
        whole.diagnostics = []
        reading = _Reading(frame.index, ctx, len(frame.data) if frame.item is None else _RUN_BYTES)
        asked = reader.name  # whose failure it is
        try:
            try:
                made = reader.parse(frame, options, ctx)
            except OtherFormat as raised:
                other = self._other(frame, reader, raised)
                asked, made = other.name, other.parse(frame, _made(other.options), ctx)
            reading.article = _completed(_article(made, asked, "parse"), whole.document)
        except _RAISED as raised:
            reading.error = _failure(asked, raised)
        return reading

    def _other(self, frame: Frame, reader: Reader[Any], raised: OtherFormat) -> Reader[Any]:
        """The reader that a frame's own bytes ask for; `raised` again where that is none, or the caller has named the format."""
        if self.format is not None:
            raise raised
        try:
            found = detect.choose(Document(data=frame.data, charset=frame.charset), self.registry).reader
        except (UnknownFormat, AmbiguousFormat):
            raise raised from None
        if found.name == reader.name:
            raise raised
        return found

    def _enrichers(self) -> "list[tuple[Enricher[Any], Any]]":
        if not self.enrich:
            return []
        chosen = []
        for asked in self.enrich:
            name, options = split_options(asked)
            enricher = self.registry.enricher(name)
            chosen.append((enricher, make_options(name, enricher.options, options)))
        return in_order(chosen)


def _runs(readings: Iterable[_Reading]) -> Iterator[list[_Reading]]:
    """The readings in order, by runs of short ones."""
    run: list[_Reading] = []
    size = 0
    for reading in readings:
        run.append(reading)
        size += reading.size
        if len(run) == _RUN or size >= _RUN_BYTES:
            yield run
            run, size = [], 0
    if run:
        yield run


def _outcome(reading: _Reading, enrichers: "list[tuple[Enricher[Any], Any]]", label: str | None) -> Outcome:
    """The outcome for a frame, its article enriched."""
    ctx, article, error = reading.ctx, reading.article, reading.error
    if article is not None:
        asked = ""
        try:
            for enricher, its in enrichers:
                asked = enricher.name
                article = _article(enricher.enrich(article, its, ctx), asked, "enrich")
        except _RAISED as raised:
            article, error = None, _failure(asked, raised)
    return _new_outcome(index=reading.index, article=article, error=error, diagnostics=ctx.finish(), label=label)


def write(
    articles: Iterable[Article], to: str, *, registry: Registry | None = None, ctx: Context | None = None
) -> Iterator[bytes]:
    """The articles in the format `to` (`name` or `name:option=value,…`), in pieces.

    UsageError when a writer that holds one article is given none or several; what the format cannot carry is reported to
    `ctx`. PluginError if the writer raises what it may not.
    """
    name, options = split_options(to)
    writer = (registry or default()).writer(name)
    made = make_options(name, writer.options, options)
    ctx = ctx or Context()
    if writer.holds == "one":
        articles = _only(articles, name)
    if writer.carries is not None and "*" not in writer.carries:
        more = writer.carries_more(made) if writer.carries_more is not None else frozenset()
        articles = _told(articles, writer.carries | more, ctx, writer.name)
    pieces = _pieces(writer, articles, made, ctx)
    while True:
        try:
            piece = next(pieces, None)
        except NewsparseError:
            raise
        except _RAISED as error:
            raise _failure(name, error) from error
        if piece is None:
            return
        yield piece


def _pieces(writer: Writer[Any], articles: Iterable[Article], options: Any, ctx: Context) -> Iterator[bytes]:
    """What the writer makes, if it is bytes; whatever else happens in it happens when a piece is asked for."""
    for piece in writer.write(articles, options, ctx):
        if not isinstance(piece, bytes):
            raise PluginError(writer.name, f"write made a {type(piece).__name__}, not bytes")
        yield piece


def _told(articles: Iterable[Article], carries: frozenset[str], ctx: Context, writer: str) -> Iterator[Article]:
    """The articles as they pass, each with a report of what the writer cannot carry of it."""
    for article in articles:
        tell(article, carries, ctx, writer)
        yield article


def split_options(asked: str) -> tuple[str, dict[str, str]]:
    """`name:key=value,key=value` as (name, options); a key alone means `true`. A comma in a value is doubled."""
    name, _, rest = asked.partition(":")
    options: dict[str, str] = {}
    if rest:
        for part in rest.replace(",,", "\x00").split(","):
            key, given, value = part.replace("\x00", ",").partition("=")
            options[key.strip().replace("-", "_")] = value if given else "true"
    return name, options


def make_options(name: str, options: type[T], given: dict[str, str]) -> T:
    """The options record with `given` converted by the types of its fields; UsageError names what does not fit."""
    if not given:
        return _made(options)
    fields = {field.name: field for field in attrs.fields(options)}  # type: ignore[arg-type]
    values = {}
    for key, value in given.items():
        if key not in fields:
            raise UsageError(f"{name} has no option {key!r}; it has: {', '.join(fields) or 'none'}")
        values[key] = _converted(name, key, value, fields[key].type)
    try:
        return options(**values)
    except (TypeError, ValueError) as error:
        raise UsageError(f"{name}: {error}") from error


_TRUTH = {"true": True, "yes": True, "1": True, "on": True, "false": False, "no": False, "0": False, "off": False}


def _converted(name: str, key: str, value: str, kind: Any) -> Any:
    try:
        if kind in (bool, "bool"):
            return _TRUTH[value.lower()]
        if kind in (int, "int", int | None, "int | None"):
            return int(value)
        if kind in (float, "float"):
            return float(value)
    except (KeyError, ValueError):
        wanted = getattr(kind, "__name__", str(kind))
        raise UsageError(f"{name}: option {key} must be {wanted}, not {value!r}") from None
    return value


def _made(options: type[T]) -> T:
    return options()


def in_order(chosen: "list[tuple[Enricher[Any], Any]]") -> "list[tuple[Enricher[Any], Any]]":
    """Enrichers so that what one needs is given before; UsageError where that cannot be."""
    given_by_some = {what for enricher, _ in chosen for what in enricher.gives}
    done: set[str] = set()
    ordered = []
    waiting = list(chosen)
    while waiting:
        ready = next((c for c in waiting if all(n in done or n not in given_by_some for n in c[0].needs)), None)
        if ready is None:
            raise UsageError(f"enrichers need each other in a circle: {', '.join(e.name for e, _ in waiting)}")
        waiting.remove(ready)
        ordered.append(ready)
        done.update(ready[0].gives)
    return ordered


def _split(reader: Reader[Any], document: Document, options: Any, ctx: Context) -> Iterator[Frame]:
    """The reader's frames, if they are frames; whatever else happens in it happens when a frame is asked for."""
    for frame in reader.split(document, options, ctx):
        if not isinstance(frame, Frame):
            raise PluginError(reader.name, f"split made a {type(frame).__name__}, not a Frame")
        yield frame


def _failure(plugin: str, error: Exception | SystemExit) -> NewsparseError:
    """The error to hand on: what a plug-in raises that it may not becomes PluginError."""
    if isinstance(error, NewsparseError):
        return error
    told = PluginError(plugin, f"{type(error).__name__}: {error}")
    told.__cause__ = error
    return told


def _article(made: object, plugin: str, step: str) -> Article:
    """What a plug-in gave back, if it is an article."""
    if not isinstance(made, Article):
        raise PluginError(plugin, f"{step} returned a {type(made).__name__}, not an Article")
    return made


def _known_of(document: Document, reader: Reader[Any], keep_raw: bool) -> DocumentInfo:
    """What is known of the document before a frame of it is read."""
    return new_document(
        format=reader.name,
        reader=reader.name,
        label=document.label,
        media_type=document.media_type,
        sha256=hashlib.sha256(document.data).hexdigest(),
        size=len(document.data),
        url=document.url,
        raw=document.data if keep_raw else None,
    )


def _completed(article: Article, known: DocumentInfo | None) -> Article:
    """The article with what is known of its document.

    Nothing is to do where its digest is stated: a builder put it in by itself, or our own forms brought along the document that
    the article was once read from, which its origins are places in.
    """
    stated = article.document
    if known is None or (stated is not None and stated.sha256 is not None):
        return article
    if stated is None:
        return attrs.evolve(article, document=known)
    info = attrs.evolve(
        known,
        format=stated.format,
        reader=stated.reader,
        media_type=stated.media_type or known.media_type,
        charset=stated.charset,
        charset_from=stated.charset_from,
        url=known.url or stated.url,
    )
    return attrs.evolve(article, document=info)


def _no_article(reader: Reader[Any], document: Document, ctx: Context) -> ParseError:
    what = "the document is empty" if not document.data.strip() else "no article in the document"
    return ctx.fail(f"{reader.name}.no-article", what)


def _only(articles: Iterable[Article], name: str) -> tuple[Article]:
    one = list(articles)
    if len(one) != 1:
        raise UsageError(f"{name} holds one article, not {len(one)}; write each to a file of its own (-o DIR/)")
    return (one[0],)


__all__ = ["Outcome", "Pipeline", "Writer", "in_order", "make_options", "split_options", "write"]
