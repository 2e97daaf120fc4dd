"""When: publication and last change, out of what JSON-LD, meta tags, `<time>` and the visible lines say."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from itertools import islice

import attrs

from newsparse.kit.datelines import find_dateline
from newsparse.kit.dates import Moment as Value
from newsparse.kit.dates import parse_date
from newsparse.readers.html.metadata.facts import Candidate, Findings, Moment
from newsparse.readers.html.metadata.header import Line
from newsparse.readers.html.metadata.marked import Later, of_change
from newsparse.readers.html.metadata.tables import DATED, DATED_LEAD, ORDER, VAGUE
from newsparse.readers.html.page import Page

_URL_DATE = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>0[1-9]|1[0-2])[/-]?(?P<d>0[1-9]|[12]\d|3[01])(?=[/_.-]|\b)")
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d{1,2}\.[ ]?\d{1,2}\.)(\d\d)(?![\d.])")  # "7.11.23": on a web page, of this century
_MINUTE, _HOUR, _NOTHING = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(0)
_SCRIPTED = re.compile(
    rb'"(datePublished|publishedAt|published_at|publicationDate|publishDate|publish_date|publishingDate|publishedDate|createdAt)'
    rb'"\s?:\s?"((?:19|20)\d\d-\d\d-\d\d[^"]{0,25})"'
)
_LEAD = 60  # characters of a first paragraph, and how many are looked at
_LEADS = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 40  # candidates that are tried
_CLOCK = re.compile(r"\d[:.hH時点]\s?\d\d")
_IN_UTC = ("Z", "+00:00", "+0000")
_MOST_TOLD = 12  # candidates that may tell an instant in local time
_LONGEST = 250  # characters of one
_EARLIEST, _LATEST = 1980, 2100  # years of a web page's news
_MONTH_FIRST = ("en-us", "en-ph")


def day_first(lang: str | None) -> bool | None:
    """Whether 01/02/2022 is the first of February on a page in this language; None where that is open.

    Every language but English writes the day first; American English the month; English of no country may be either.
    """
    if lang is None:
        return None
    tag = lang.lower().replace("_", "-")
    if tag in _MONTH_FIRST:
        return False
    return None if tag == "en" else True


@attrs.frozen(eq=False)
class Dates:
    """The chosen points in time, the candidates behind them, and how surely the first is the publication's, 0 to 1."""

    stamps: tuple[Moment, ...]
    voters: tuple[Candidate, ...]
    share: float
    printed: tuple[str, ...]
    """The dates as they stand by the headline."""


def choose(found: Findings, near: list[Line], page: Page, later: Later, lang: str | None) -> Dates:
    """Publication, change and creation of the story.

    The publication's date is asked for, in this order, of JSON-LD and the meta tags made for it, a `<time>` by the headline, the
    URL's path, what is marked as a date by the headline, meta tags that do not say whose date they give, a title or a first
    paragraph that begins with a date, dates elsewhere on the page, scripts that hold data, and last of a date of creation.
    """
    order = day_first(lang)
    lines = [line for line in near if "date" in line.hint]
    shown = [Candidate(line.moment or line.text, "time" if line.moment else "class date") for line in lines]
    said = sorted(found.of("published"), key=_rank)
    sure = [candidate for candidate in said if candidate.by.lower() not in VAGUE]
    vague = [candidate for candidate in said if candidate.by.lower() in VAGUE]
    ladder: tuple[tuple[float, Callable[[], list[Candidate]]], ...] = (
        (0.97, lambda: [*sure, *(c for c in shown if c.by == "time")]),
        (0.85, lambda: _in_url(page.url, *(c.value for c in found.of("canonical", "url")))),
        (0.8, lambda: [*later.close("date"), *vague, *_in_titles(found), *_in_leads(near), *later.of("date")]),
        (0.7, lambda: _in_script(page.data)),
        (0.6, lambda: found.of("created")),
    )
    stamps: list[tuple[Moment, Candidate]] = []
    share = 0.97
    for confidence, rung in ladder:
        if published := _first(rung(), "published", order, shown):
            stamps.append(published)
            share = confidence
            break
    changes = [Candidate(line.moment or line.text, "time") for line in lines if of_change(line.text)]
    for kind, candidates in (("updated", sorted(found.of("updated"), key=_rank) + changes), ("created", found.of("created"))):
        if stamp := _first(candidates, kind, order, shown):
            stamps.append(stamp)
    printed = tuple(dict.fromkeys(line.text for line in lines if line.text))
    return Dates(tuple(moment for moment, _ in stamps), tuple(candidate for _, candidate in stamps), share, printed)


def _rank(candidate: Candidate) -> int:
    """How early a place counts: JSON-LD, then the meta tags in the order of their table."""
    return ORDER.get(candidate.by.lower(), 99) if candidate.by.startswith("meta") else -1


def _first(
    candidates: list[Candidate], kind: str, order: bool | None, shown: Sequence[Candidate]
) -> tuple[Moment, Candidate] | None:
    """The first candidate that is a date; one of the same day with a time beats one without.

    An instant in UTC takes the site's own zone from a candidate, or a line `shown` on the page, that tells it in local time.
    """
    first: tuple[Moment, Candidate] | None = None
    for candidate in candidates[:_MOST]:
        value = _value(candidate, order)
        if value is None or not _EARLIEST <= value.year <= _LATEST:
            continue
        if not isinstance(value, dt.datetime):
            first = first or (Moment(kind=kind, raw=candidate.value, value=value), candidate)
        elif first is None or first[0].value == value.date():
            return Moment(kind=kind, raw=candidate.value, value=_local(value, [*candidates, *shown], order)), candidate
    return first


def _value(candidate: Candidate, order: bool | None) -> Value | None:
    if len(candidate.value) > _LONGEST:
        return None
    return parse_date(_SHORT_YEAR.sub(r"\g<1>20\2", candidate.value), day_first=order)


def _local(value: dt.datetime, others: list[Candidate], order: bool | None) -> dt.datetime:
    """The same instant in the site's own zone, where it is in UTC and another candidate tells it so."""
    if value.utcoffset() != _NOTHING:
        return value
    for candidate in others[:_MOST_TOLD]:
        if candidate.value.endswith(_IN_UTC) or not _CLOCK.search(candidate.value):
            continue
        other = _value(candidate, order)
        if isinstance(other, dt.datetime) and (zone := _zone(value, other)):
            return value.astimezone(zone)
    return value


def _zone(instant: dt.datetime, other: dt.datetime) -> dt.timezone | None:
    """The zone in which `other` is the same instant: its own, or for a time without one whole hours away to the minute."""
    if offset := other.utcoffset():
        return dt.timezone(offset) if abs(other - instant) < _MINUTE else None
    if other.tzinfo is not None:
        return None
    away = other.replace(second=0, microsecond=0) - instant.replace(second=0, microsecond=0, tzinfo=None)
    exact = other.second == instant.second or not other.second
    return dt.timezone(away) if exact and not away % _HOUR and away and abs(away) <= 12 * _HOUR else None


def _in_url(*urls: str | None) -> list[Candidate]:
    """The date in the path of the first address that has one."""
    hits = (_URL_DATE.search(url) for url in urls if url)
    return next(([Candidate(f"{hit['y']}-{hit['m']}-{hit['d']}", "url")] for hit in hits if hit), [])


def _in_titles(found: Findings) -> list[Candidate]:
    """Headlines that begin with a date."""
    return [Candidate(dated[0], c.by) for c in found.of("h1", "title", "title-tag") if (dated := DATED.match(c.value))]


def _in_leads(near: Sequence[Line]) -> list[Candidate]:
    """The dates of datelines, or alone, that the first paragraphs begin with; a year must stand in them."""
    found = []
    for lead in islice((line.text for line in near if line.element.tag == "p" and len(line.text) > _LEAD), _LEADS):
        dateline = find_dateline(lead)
        dated = DATED_LEAD.match(lead)
        words = dateline.date if dateline else dated and dated[dated.lastgroup or 0]
        if isinstance(words, str) and _YEAR.search(words):
            found.append(Candidate(words, "p below the headline"))
    return found


def _in_script(data: bytes) -> list[Candidate]:
    """The first date of publication that a script of the page states as data."""
    found = _SCRIPTED.search(data)
    return [Candidate(found[2].decode("ascii", "replace"), f"script {found[1].decode()}")] if found else []
