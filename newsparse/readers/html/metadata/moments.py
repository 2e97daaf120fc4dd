"""When: publication and last change, out of what JSON-LD, meta tags, `<time>` and the visible lines say."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, takewhile

import attrs

from newsparse.kit.datelines import find_dateline
from newsparse.kit.dates import Moment as Value
from newsparse.kit.dates import find_date, parse_date, parse_iso
from newsparse.readers.html.metadata import retold, zones
from newsparse.readers.html.metadata.facts import Candidate, Findings, Moment
from newsparse.readers.html.metadata.header import Line
from newsparse.readers.html.metadata.marked import CHANGED, Later, of_change, since_publication
from newsparse.readers.html.metadata.site import host_of
from newsparse.readers.html.metadata.tables import (
    DATED,
    DATED_BEHIND,
    DATED_IN_BRACKETS,
    DATED_LEAD,
    ORDER,
    UPDATE_WORDS,
    VAGUE,
    YEAR,
)
from newsparse.readers.html.page import Page

_URL_DATE = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>0[1-9]|1[0-2])[/-]?(?P<d>0[1-9]|[12]\d|3[01])(?=[/_.-]|\b)")
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d{1,2}\.[ ]?\d{1,2}\.)(\d\d)(?![\d.])")  # "7.11.23": on a web page, of this century
_PIPED = re.compile(r"(?<!\d)(\d\d)\s?\|\s?(\d\d)\s?\|\s?((?:19|20)\d\d)(?!\d)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?\Z")  # seconds, or thousandths of them, since 1970
_NOTHING = dt.timedelta(0)
_SCRIPTED = re.compile(
    rb'"(datePublished|publishedAt|published_at|publicationDate|publishDate|publish_date|publishingDate|publishedDate|createdAt)'
    rb'"\s?:\s?"((?:19|20)\d\d-\d\d-\d\d[^"]{0,25})"'
)
_WRITTEN = re.compile(
    rb"<script(?: [^<>]{1,60})?>\s{0,9}[A-Za-z_$][\w.$]{1,40}\(\s?[\"']"
    rb"((?:19|20)\d\d([-/.])\d\d?\2\d\d?(?:[ T]\d\d?:\d\d[\d:]{0,6})?)"
)
_LEAD = 60  # characters of a first paragraph, and how many are looked at
_LEADS = 3
_LONGEST_PRINTED, _LONGEST_LABEL = 100, 30  # characters of a line that is a date, and of one that says what the next is
_LONGEST_BYLINE = 160
_MOST_LINES = 16  # by the headline that are looked at for its date
_NEIGHBOURS = 2  # days
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


_Stamp = tuple[Moment, Candidate]


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
    paragraph that begins with a date, a list of stories that has this one, dates elsewhere on the page, scripts that hold
    data, and last of a date of creation.
    """
    order = day_first(lang)
    lines = [line for line in near if "date" in line.hint]
    changed = [line for line in lines if _of_change(line)]
    shown = [
        Candidate(line.moment or line.text, "time" if line.moment else "class date") for line in lines if line not in changed
    ]
    shown += [Candidate(said, "class date") for line in changed if (said := since_publication(line.text)) != line.text]
    stamps: list[_Stamp] = []
    published, share = _published(found, near, page, later, shown, order)
    if published:
        stamps.append(_in_zone(published, lang, page.url, found, order))
    changes = [Candidate(line.moment or line.text, "time") for line in changed]
    if published is None:
        changes += _in_bylines(near, order, changed=True)
        changes += [candidate for candidate in later.of("date") if candidate.by == CHANGED]
    for kind, candidates in (("updated", sorted(found.of("updated"), key=_rank) + changes), ("created", found.of("created"))):
        if stamp := _first(candidates, kind, order, shown):
            stamps.append(stamp)
    printed = tuple(dict.fromkeys(line.text for line in lines if line.text))
    return Dates(tuple(moment for moment, _ in stamps), tuple(candidate for _, candidate in stamps), share, printed)


def _published(
    found: Findings, near: list[Line], page: Page, later: Later, shown: list[Candidate], order: bool | None
) -> tuple[_Stamp | None, float]:
    """The publication's date, and how surely it is that."""
    said = sorted(found.of("published"), key=_rank)
    sure = [candidate for candidate in said if candidate.by.lower() not in VAGUE]
    if stated := _first([*sure, *(c for c in shown if c.by == "time")], "published", order, shown):
        printed = _as_printed(stated[0].value, said, near, found.of("updated", "created"), order)
        return (printed, 0.85) if printed else (stated, 0.97)
    vague = [candidate for candidate in said if candidate.by.lower() in VAGUE]
    ladder: tuple[tuple[float, Callable[[], list[Candidate]]], ...] = (
        (0.85, lambda: _shown_with(_in_url(page.url, *(c.value for c in found.of("canonical", "url"))), near, shown)),
        (
            0.8,
            lambda: _with_time(
                [
                    *later.close("date"),
                    *_in_bylines(near, order, changed=False),
                    *vague,
                    *_in_titles(found),
                    *_in_leads(near),
                ],
                later,
                order,
            ),
        ),
        (0.8, lambda: list(retold.dates(*later.page, _headlines(found)))),
        (0.8, lambda: list(takewhile(lambda candidate: candidate.by != CHANGED, later.of("date")))),
        (0.7, lambda: _in_script(page.data)),
        (0.6, lambda: found.of("created")),
    )
    for share, rung in ladder:
        if published := _first(rung(), "published", order, shown):
            return published, share
    return None, 0.97


def _of_change(line: Line) -> bool:
    """Whether a line gives the date of a change: by its words, its attributes, or what stands right before it."""
    if of_change(line.text):
        return True
    if line.moment is None:
        return False
    element = line.element
    before, outer = element.getprevious(), element.getparent()
    label = (before.tail if before is not None else outer.text if outer is not None else None) or ""
    return "modif" in (element.get("itemprop") or "").lower() or UPDATE_WORDS.search(label[-_LONGEST_LABEL:]) is not None


def _shown_with(day: list[Candidate], near: list[Line], shown: list[Candidate]) -> list[Candidate]:
    """The day and, if there is one, the dates by the headline, of which one may have the time of that day."""
    return [*day, *shown, *_dated(near)] if day else []


def _with_time(candidates: list[Candidate], later: Later, order: bool | None) -> list[Candidate]:
    """The candidates and, if one is a date, those farther away, of which one may have the time of that day."""
    dated = any(_value(candidate.value, order) is not None for candidate in candidates)
    return [*candidates, *(c for c in later.of("date") if c.by != CHANGED)] if dated else []


def _as_printed(
    stated: Value, said: list[Candidate], near: list[Line], changes: list[Candidate], order: bool | None
) -> _Stamp | None:
    """The date by the headline, where it shows what `stated` is not: another that is `said`, or a `<time>` that no place knows.

    A date that is labelled, or stated, as that of a change proves nothing; nor does the neighbouring day, which may be the
    same instant in another zone.
    """
    printed: list[tuple[Candidate, Value]] = []
    for line in _dated(near):
        if (told := _value(line.value, order)) is not None:
            if _days(stated, told) < _NEIGHBOURS:
                return None
            printed.append((line, told))
    if not printed:
        return None
    line, value = printed[0]
    others = [(other, told) for other in said if (told := _value(other.value, order)) and not _days(told, value)]
    if others:
        line, value = others[0]
    elif line.by != "time" or any((told := _value(c.value, order)) and _days(told, value) < _NEIGHBOURS for c in changes):
        return None
    return Moment(kind="published", raw=line.value, value=value), line


def _dated(near: list[Line]) -> Iterator[Candidate]:
    """The lines above the story that give a date, up to one that is labelled as the date of a change."""
    label = ""
    for line in near[:_MOST_LINES]:
        text = line.text
        if len(text) > _LONGEST_PRINTED:
            if line.hint not in ("deck", "caption"):
                return
        elif line.moment or YEAR.search(text):
            if UPDATE_WORDS.search(f"{label} {text}"):
                return
            timed = line.moment or next((time.get("datetime") for time in line.element.iter("time")), None)
            yield Candidate(line.moment or text, "time" if timed else "line by the headline")
        label = text if len(text) <= _LONGEST_LABEL else ""


def _days(one: Value, other: Value) -> int:
    """How many days apart two points in time are, each in its own zone."""
    return abs(_day(one) - _day(other)).days


def _day(value: Value) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _in_zone(stamp: _Stamp, lang: str | None, url: str | None, found: Findings, order: bool | None) -> _Stamp:
    """An instant in UTC in the zone that another place, or the language and the page's address bear out."""
    moment, candidate = stamp
    instant = moment.value
    if not isinstance(instant, dt.datetime) or instant.utcoffset() != _NOTHING:
        return stamp
    for other in found.of("updated")[:_MOST_TOLD]:  # plug-ins print local time with an offset of zero, and again with its own
        told = _value(other.value, order)
        if isinstance(told, dt.datetime) and told.utcoffset() and told.replace(tzinfo=dt.UTC) == instant:
            return attrs.evolve(moment, value=told), candidate
    for other in found.of("published")[:_MOST_TOLD]:
        told = _value(other.value, order) if other.value.endswith(_IN_UTC) and other.value != candidate.value else None
        if not isinstance(told, dt.datetime) or told == instant:
            continue
        if value := zones.of_two(instant, told, lang, host_of(found, url)):
            by = candidate if value == instant else other
            return Moment(kind=moment.kind, raw=by.value, value=value), by
    value = zones.shown(instant, lang, lambda: _days_in_url(url, found))
    return (moment if value is instant else attrs.evolve(moment, value=value)), candidate


def _rank(candidate: Candidate) -> int:
    """How early a place counts: JSON-LD, then the meta tags in the order of their table."""
    return ORDER.get(candidate.by.lower(), 99) if candidate.by.startswith("meta") else -1


def _first(candidates: list[Candidate], kind: str, order: bool | None, shown: Sequence[Candidate]) -> _Stamp | None:
    """The first candidate that is a date; one of the same day with a time beats one without.

    An instant in UTC takes the site's own zone from a candidate, or a line `shown` on the page, that tells it in local time.
    """
    first: _Stamp | None = None
    for candidate in candidates[:_MOST]:
        value = _value(candidate.value, order)
        if value is None:
            continue
        if not isinstance(value, dt.datetime):
            first = first or (Moment(kind=kind, raw=candidate.value, value=value), candidate)
        elif first is None or first[0].value in (value.date(), _utc_day(value)):
            return Moment(kind=kind, raw=candidate.value, value=_local(value, [*candidates, *shown], order)), candidate
    return first


def _utc_day(instant: dt.datetime) -> dt.date:
    """The day of an instant in UTC, which a tag without a time gives."""
    return (instant if instant.tzinfo is None else instant.astimezone(dt.UTC)).date()


@lru_cache(maxsize=256)  # places say the same, and the ladder and the search for a zone ask for the same ones
def _value(text: str, order: bool | None) -> Value | None:
    """The point in time; None for what is none, or not of the time of the web."""
    if len(text) > _LONGEST:
        return None
    if _EPOCH.match(text):
        return dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)
    if text.count(".") > 1:
        text = _SHORT_YEAR.sub(r"\g<1>20\2", text)
    value = parse_date(_PIPED.sub(r"\1.\2.\3", text) if "|" in text else text, day_first=order)
    return value if value is not None and _EARLIEST <= value.year <= _LATEST else None


def _local(value: dt.datetime, others: list[Candidate], order: bool | None) -> dt.datetime:
    """The same instant in the site's own zone, where it is in UTC and another candidate tells it so."""
    if value.utcoffset() != _NOTHING:
        return value
    for candidate in others[:_MOST_TOLD]:
        if candidate.value.endswith(_IN_UTC) or not _CLOCK.search(candidate.value):
            continue
        other = _value(candidate.value, order)
        if isinstance(other, dt.datetime) and (zone := zones.between(value, other)):
            return value.astimezone(zone)
    return value


def _in_url(*urls: str | None) -> list[Candidate]:
    """The date in the path of the first address that has one."""
    hits = (_URL_DATE.search(url) for url in urls if url)
    return next(([Candidate(f"{hit['y']}-{hit['m']}-{hit['d']}", "url")] for hit in hits if hit), [])


def _days_in_url(url: str | None, found: Findings) -> list[Value]:
    said = _in_url(url, *(c.value for c in found.of("canonical", "url")))
    return [day for candidate in said if (day := parse_iso(candidate.value))]


def _headlines(found: Findings) -> list[str]:
    return [candidate.value for candidate in found.of("title", "h1", "title-tag")]


def _in_titles(found: Findings) -> list[Candidate]:
    """Headlines that begin with a date, and title tags that have one behind."""
    begun = [Candidate(dated[0], c.by) for c in found.of("h1", "title", "title-tag") if (dated := DATED.match(c.value))]
    behind = [(c, DATED_BEHIND.search(c.value) or DATED_IN_BRACKETS.search(c.value)) for c in found.of("title-tag")]
    return begun + [Candidate(dated["date"], c.by) for c, dated in behind if dated]


def _in_bylines(near: Sequence[Line], order: bool | None, *, changed: bool) -> list[Candidate]:
    """The dates that stand in bylines, of a change or not."""
    found = []
    for line in near[:_MOST_LINES]:
        if line.hint == "author" and len(line.text) <= _LONGEST_BYLINE and YEAR.search(line.text):
            text = since_publication(line.text)
            if of_change(text) is changed and (hit := find_date(text, day_first=order)):
                found.append(Candidate(text[hit[1] : hit[2]], "byline"))
    return found


def _in_leads(near: Sequence[Line]) -> list[Candidate]:
    """The dates of datelines, or alone, that the first paragraphs begin with; a year must stand in them."""
    found = []
    for lead in islice((line.text for line in near if line.element.tag == "p" and len(line.text) > _LEAD), _LEADS):
        dateline = find_dateline(lead)
        dated = DATED_LEAD.match(lead)
        words = dateline.date if dateline else dated and dated[dated.lastgroup or 0]
        if isinstance(words, str) and YEAR.search(words):
            found.append(Candidate(words, "p below the headline"))
    return found


def _in_script(data: bytes) -> list[Candidate]:
    """The first date of publication that a script of the page states as data."""
    if found := _SCRIPTED.search(data):
        return [Candidate(found[2].decode("ascii", "replace"), f"script {found[1].decode()}")]
    written = _WRITTEN.search(data)
    return [Candidate(written[1].decode("ascii", "replace"), "script that writes a date")] if written else []
