"""Entry points: discover, load late, settle collisions, isolate what is broken.

Discovery reads metadata only, once per process and on first need; asking for a built-in by name needs none. A built-in
keeps its name; a third party's plug-in of the same name is reachable as `distribution/name`. A plug-in that fails to load
becomes `Broken` and harms nobody else.
"""

import importlib
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, TypeAlias

import attrs

from newsparse.builtin import BUILTIN
from newsparse.errors import PluginError, UnknownFormat
from newsparse.plugin import Enricher, Head, Match, Reader, Writer

Kind = Literal["readers", "writers", "enrichers"]
Record: TypeAlias = Reader[Any] | Writer[Any] | Enricher[Any]
Claim: TypeAlias = tuple[str, Reader[Any], Match, str | None]
RECORD_OF: dict[Kind, type[Record]] = {"readers": Reader, "writers": Writer, "enrichers": Enricher}
KINDS: tuple[Kind, ...] = ("readers", "writers", "enrichers")
HOME = "newsparse"


@attrs.frozen(kw_only=True, cache_hash=True)
class Entry:
    """A plug-in that is announced, not yet loaded. `alias` is the name to ask for it by."""

    kind: Kind
    name: str
    alias: str
    distribution: str
    value: str
    """`module:attribute`."""
    record: Record | None = attrs.field(default=None, eq=False)


@attrs.frozen(kw_only=True)
class Broken:
    """A plug-in that does not load, and why, in one line."""

    name: str
    distribution: str
    reason: str
    cause: BaseException | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class Registry:
    """The plug-ins that a pipeline may use: immutable, passed in, changed by making another."""

    records: tuple[Entry, ...] = ()
    """Records put in by hand; they win over everything of the same name."""
    plugins: bool = True
    """False: built-ins and `records` only."""

    def entries(self, kind: Kind) -> tuple[Entry, ...]:
        """All that is announced of this kind, by alias."""
        if not self.records:
            return _announced(kind, self.plugins)
        own = {entry.alias: entry for entry in self.records if entry.kind == kind}
        others = (*_builtin(kind), *(_discovered(kind) if self.plugins else ()))
        return tuple(sorted((*own.values(), *(e for e in others if e.alias not in own)), key=lambda e: e.alias))

    def replacing(self, *records: Record) -> "Registry":
        """A registry in which these records are what their names stand for."""
        made = (
            Entry(kind=kind, name=r.name, alias=r.name, distribution="(given)", value="", record=r)
            for r in records
            for kind in KINDS
            if isinstance(r, RECORD_OF[kind])
        )
        return attrs.evolve(self, records=(*self.records, *made))

    def without_plugins(self) -> "Registry":
        """A registry without third-party plug-ins."""
        return attrs.evolve(self, plugins=False)

    def reader(self, name: str) -> Reader[Any]:
        """The reader of this name; UnknownFormat if there is none, PluginError if it does not load."""
        record = self._named("readers", name)
        assert isinstance(record, Reader)
        return record

    def writer(self, name: str) -> Writer[Any]:
        """The writer of this name; errors as for `reader`."""
        record = self._named("writers", name)
        assert isinstance(record, Writer)
        return record

    def enricher(self, name: str) -> Enricher[Any]:
        """The enricher of this name; errors as for `reader`."""
        record = self._named("enrichers", name)
        assert isinstance(record, Enricher)
        return record

    def readers(self) -> Iterable[tuple[str, Reader[Any]]]:
        """(alias, reader) of all that load; each broken one is warned of once per process."""
        return _whole(self.entries("readers")) if self.records else _announced_readers(self.plugins)

    def readers_of(self, element: str) -> Iterable[tuple[str, Reader[Any]]]:
        """(alias, reader) of those that may be certain of a document whose first element has this local name.

        They name it among their `elements`, or do not say what theirs are. None at all where nobody names it.
        """
        table = _by_element(tuple(self.readers())) if self.records else _announced_by_element(self.plugins)
        return table.get(element, ())

    def _named(self, kind: Kind, name: str) -> Record:
        entry = self._find(kind, name)
        if entry is None:
            known = ", ".join(e.alias for e in self.entries(kind))
            raise UnknownFormat(f"no {kind[:-1]} is called {name!r}; there are: {known or 'none'}")
        loaded = load(entry)
        if isinstance(loaded, Broken):
            raise PluginError(entry.alias, f"{loaded.reason} (from {loaded.distribution})") from loaded.cause
        return loaded

    def _find(self, kind: Kind, name: str) -> Entry | None:
        for entry in reversed(self.records):
            if entry.kind == kind and entry.alias == name:
                return entry
        for entry in _builtin(kind):
            if entry.alias == name:
                return entry
        return next((e for e in self.entries(kind) if e.alias == name), None)


_DEFAULT = Registry()


def default() -> Registry:
    """Built-ins and everything installed."""
    return _DEFAULT


def load(entry: Entry) -> Record | Broken:
    """The record behind an entry, or why there is none; loaded once per process."""
    return entry.record if entry.record is not None else _load(entry)


def sniffed(readers: Iterable[tuple[str, Reader[Any]]], head: Head, least: Match) -> list[Claim]:
    """(alias, reader, rung, None) of those that claim at least so much; of one whose sniffer raises, NO and why in one line."""
    claims: list[Claim] = []
    for alias, reader in readers:
        error = None
        try:
            match = reader.sniff(head)
            if type(match) is not Match:  # a plug-in's own word for it
                match = Match(match)
        except (Exception, SystemExit) as raised:  # it must not end detection for the others
            match, error = Match.NO, f"{type(raised).__name__}: {raised}"
        if match >= least:
            claims.append((alias, reader, match, error))
    return claims


@cache
def _load(entry: Entry) -> Record | Broken:
    def broken(reason: str, cause: BaseException | None = None) -> Broken:
        return Broken(name=entry.alias, distribution=entry.distribution, reason=reason, cause=cause)

    module, _, attribute = entry.value.partition(":")
    try:
        found: Any = importlib.import_module(module)
        for part in attribute.split("."):
            found = getattr(found, part)
    except (Exception, SystemExit) as error:  # a module that calls sys.exit on import would end the host
        return broken(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__, error)
    wanted = RECORD_OF[entry.kind]
    if not isinstance(found, wanted):
        return broken(f"{entry.value} is a {type(found).__name__}, not a {wanted.__name__}")
    if found.name != entry.name:
        return broken(f"its record is named {found.name!r}, its entry point {entry.name!r}")
    return found


def _whole(entries: Iterable[Entry]) -> Iterator[tuple[str, Reader[Any]]]:
    """(alias, reader) of the entries that load; each broken one is warned of once per process."""
    for entry in entries:
        loaded = load(entry)
        if isinstance(loaded, Broken):
            _warn(entry, loaded.reason)
        elif isinstance(loaded, Reader):
            yield entry.alias, loaded


@cache
def _announced_readers(plugins: bool) -> tuple[tuple[str, Reader[Any]], ...]:
    """The readers of a registry without records of its own: asked for with every document."""
    return tuple(_whole(_announced("readers", plugins)))


@cache
def _announced_by_element(plugins: bool) -> Mapping[str, tuple[tuple[str, Reader[Any]], ...]]:
    return _by_element(_announced_readers(plugins))


def _by_element(readers: tuple[tuple[str, Reader[Any]], ...]) -> Mapping[str, tuple[tuple[str, Reader[Any]], ...]]:
    """By the name of a first element, the readers that may be certain of it."""
    names = {name for _, reader in readers for name in reader.elements or ()}
    return {name: tuple([(a, r) for a, r in readers if r.elements is None or name in r.elements]) for name in names}


@cache
def _announced(kind: Kind, plugins: bool) -> tuple[Entry, ...]:
    """Built-in and discovered entries, by alias."""
    return tuple(sorted((*_builtin(kind), *(_discovered(kind) if plugins else ())), key=lambda e: e.alias))


@cache
def _builtin(kind: Kind) -> tuple[Entry, ...]:
    table = BUILTIN[f"newsparse.{kind}"]
    return tuple(Entry(kind=kind, name=n, alias=n, distribution=HOME, value=v) for n, v in sorted(table.items()))


@cache
def _discovered(kind: Kind) -> tuple[Entry, ...]:
    """Third-party entries; equal names come back in filesystem order, so the distribution's name decides."""
    from importlib.metadata import entry_points  # ten milliseconds that a named format is spared

    found = sorted(
        (_normal(point.dist.name if point.dist else "unknown"), point.name, point.value)
        for point in entry_points(group=f"newsparse.{kind}")
    )
    taken = {entry.alias for entry in _builtin(kind)}
    entries = []
    for distribution, name, value in dict.fromkeys(found):
        if distribution == HOME:
            continue
        alias = name if name not in taken else f"{distribution}/{name}"
        taken.add(alias)
        entries.append(Entry(kind=kind, name=name, alias=alias, distribution=distribution, value=value))
    return tuple(entries)


def _normal(distribution: str) -> str:
    """The distribution's name as PyPI compares them (PEP 503)."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


@cache
def _warn(entry: Entry, reason: str) -> None:
    warnings.warn(f"newsparse plug-in {entry.alias} ({entry.distribution}) is skipped: {reason}", RuntimeWarning, stacklevel=4)
