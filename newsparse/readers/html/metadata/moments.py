"""When: publication and last change, out of what JSON-LD, meta tags, `<time>` and the visible lines say."""

import datetime as dt
import re

from newsparse.kit.dates import Moment as Value
from newsparse.kit.dates import find_date, parse_date
from newsparse.readers.html.metadata.facts import Candidate, Moment

_URL_DATE = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>0[1-9]|1[0-2])[/-]?(?P<d>0[1-9]|[12]\d|3[01])(?=[/_.-]|\b)")
_MONTH_FIRST = ("en-us", "en_us", "en-ph", "en_ph")


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


def choose(candidates: list[Candidate], order: bool | None) -> tuple[Moment, Candidate] | None:
    """The first candidate that is a date; one of the same day with a time beats one without."""
    first: tuple[Moment, Candidate] | None = None
    for candidate in candidates[:12]:
        value = parse_date(candidate.value, day_first=order) if len(candidate.value) < 200 else None
        if value is None or not 1980 <= value.year <= 2100:
            continue
        found = Moment(kind="published", raw=candidate.value, value=value), candidate
        if isinstance(value, dt.datetime):
            if first is None or first[0].value == value.date():
                return found
        elif first is None:
            first = found
    return first


def from_url(url: str | None) -> dt.date | None:
    """The date in a URL's path; None where there is none."""
    found = _URL_DATE.search(url or "")
    if found is None:
        return None
    try:
        return dt.date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None


def printed(text: str, order: bool | None) -> tuple[Value, int, int] | None:
    """The date in a line of the page."""
    return find_date(text, day_first=order)
