"""What writers of text wires share: what an article kept of its own message, and what cannot be said in another.

A text wire marks little, so a writer asks the functions by which its reader reads what would become of a line, and tells each
field that would come back otherwise.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit import carry
from newsparse.kit.datelines import find_dateline
from newsparse.model.agents import Agent, Dateline
from newsparse.model.article import Article
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap
from newsparse.model.metadata import Stamp
from newsparse.plugin import option

_CENTURY = (1970, 2069)  # of two-digit years
_WITHIN = 3  # paragraphs in which a dateline is looked for


@attrs.frozen(kw_only=True)
class Options:
    """How a message of a telegraph wire is written."""

    header: bool = option(True, help="give back the header and trailer that the article was read with, where they still hold")
    charset: str = option("", help="of the text; by default that of the document read, else cp1252; UTF-8 where that has not all")


@attrs.frozen
class Kept:
    """What a reader of the format put into the article's extras."""

    values: JsonMap

    @classmethod
    def of(cls, article: Article, name: str) -> "Kept":
        """The extras under the format's name; empty where there are none."""
        own = article.extras.get(name)
        return cls(own if isinstance(own, FrozenMap) else EMPTY)

    def __bool__(self) -> bool:
        return bool(self.values)

    def string(self, name: str) -> str | None:
        """The value, if it is a string."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def strings(self, name: str) -> list[str]:
        """The strings that are listed."""
        value = self.values.get(name)
        return [item for item in value if isinstance(item, str)] if isinstance(value, tuple) else []

    def number(self, name: str) -> int | None:
        """The value, if it is an integer."""
        value = self.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None


@attrs.define(eq=False)
class Losses:
    """Tells of each field once what becomes of it: lost, or changed in a way that loses nothing."""

    ctx: Context
    writer: str
    told: set[str] = attrs.field(factory=set)

    def add(self, *names: str, why: str = "has a value that does not fit") -> None:
        """The fields do not come back as they are."""
        for name in names:
            if name not in self.told:
                self.told.add(name)
                carry.tell_field(self.ctx, self.writer, name, why=why)

    def changed(self, field: str, code: str, message: str) -> None:
        """The field comes back otherwise, and nothing is lost: `<writer>.<code>`."""
        if field not in self.told:
            self.told.add(field)
            self.ctx.report(f"{self.writer}.{code}", message, severity=Severity.INFO, data={"field": field})

    def fitting(self, wanted: Mapping[str, tuple[str, str | None]], forms: Mapping[str, re.Pattern[str]]) -> dict[str, Any]:
        """Values of a header by their names in it, those alone that have its form; `wanted` says which field each is of."""
        found: dict[str, Any] = {}
        for name, (field, value) in wanted.items():
            if value is not None and not forms[name].match(value):
                self.add(field)
            elif value is not None:
                found[name] = value
        return found

    def renewed(self, own: Kept) -> None:
        """What was kept of header or trailer is replaced."""
        if own:
            what = "header or trailer are made anew; those that were kept are replaced"
            self.changed(f"extras.{self.writer}", "renewed", what)

    def last_change(self, article: Article) -> Stamp | None:
        """The first time of an update, for which a trailer has a place; it has none for others."""
        stamps = [stamp for stamp in article.metadata.stamps if stamp.kind == "updated"]
        if len(stamps) > 1:
            self.add("metadata.stamps.updated")
        return stamps[0] if stamps else None

    def said(self, stamp: Stamp | None, form: Callable[[dt.datetime | dt.date | None], str]) -> str:
        """The stamp in the form of a trailer; empty for none, and for what that cannot say."""
        time = "" if stamp is None else form(stamp.value)
        if stamp is not None and not time:
            self.add(f"metadata.stamps.{stamp.kind}")
        return time

    def people(self, stated: Iterable[Agent], read: Iterable[Agent]) -> None:
        """Authors that are read otherwise than stated."""
        self.add(*(name for name, _ in carry.unread(stated, read)))

    def provider(self, stated: Agent | None, constant: object) -> None:
        """A provider that is not what the dialect says of all its stories."""
        if stated is not None and stated.name != constant:
            self.add("metadata.provider")
        if stated is not None and stated.kind != "unknown" and (stated.name, stated.kind) != (constant, "organisation"):
            self.add("metadata.provider.kind")


def spaced(text: str) -> str:
    """`text` with single spaces."""
    return " ".join(text.split())


def dateline_of(paragraphs: Sequence[str]) -> Dateline | None:
    """The dateline that a reader finds in the text."""
    return next((found for text in paragraphs[:_WITHIN] if (found := find_dateline(text)) is not None), None)


def tell_dateline(
    wanted: Dateline | None, paragraphs: Sequence[str], prefixed: Callable[[str], Dateline | None], losses: Losses
) -> None:
    """See that the text states the dateline. `prefixed` puts words in front of the first paragraph where it does not."""
    if wanted is None:
        return
    found = dateline_of(paragraphs)
    if found is None and paragraphs:
        found = prefixed(spaced(wanted.raw))
    for name in ("place", "date", "agency"):
        if getattr(wanted, name) is not None and (found is None or getattr(found, name) != getattr(wanted, name)):
            losses.add(f"dateline.{name}")
    if (found is None or found.raw != spaced(wanted.raw)) and wanted.raw != wanted.place:
        losses.add("dateline")


def joined_dateline(raw: str, text: str, dash: str) -> str:
    """`raw` in front of `text`, with a dash between unless it ends in one."""
    return f"{raw} {text}" if raw.endswith(("_", "-", "—", "–", ":")) else f"{raw} {dash} {text}"


def minute_of(value: dt.datetime | dt.date | None) -> tuple[dt.datetime, bool] | None:
    """(the time, in UTC if its zone is known; whether it is), for wires that send minutes and years of two digits."""
    if not isinstance(value, dt.datetime):
        return None
    aware = value.tzinfo is not None
    at = value.astimezone(dt.UTC) if aware and _CENTURY[0] < value.year < _CENTURY[1] else value
    if not _CENTURY[0] <= at.year <= _CENTURY[1] or at.second or at.microsecond:
        return None
    return at, aware
