"""The zone in which a site tells its time, where a page states an instant in UTC."""

import datetime as dt
from collections.abc import Callable, Iterable

_MINUTE, _HOUR, _NOTHING = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(0)
_FARTHEST = 13 * _HOUR
_MIDNIGHT = dt.time(0)
_MARCH, _OCTOBER = 3, 10
_CHANGE = 1  # the hour, in UTC, of the last Sunday in March and October
_EUROPE = {
    "en-gb": 0, "en-ie": 0, "pt-pt": 0, "ga": 0, "cy": 0,
    "de": 1, "it": 1, "nl": 1, "pl": 1, "cs": 1, "sk": 1, "sl": 1, "hu": 1, "hr": 1, "bs": 1, "sr": 1, "mk": 1, "sq": 1, "mt": 1,
    "da": 1, "sv": 1, "no": 1, "nb": 1, "nn": 1, "lb": 1, "rm": 1, "ca": 1, "eu": 1, "gl": 1, "es-es": 1, "fr-fr": 1, "fr-be": 1,
    "fr-ch": 1, "fr-lu": 1,
    "fi": 2, "et": 2, "lv": 2, "lt": 2, "el": 2, "bg": 2, "ro": 2, "uk": 2,
}  # fmt: skip
"""Hours of winter time ahead of UTC, by language, where nearly all who write it share one zone, with Europe's summer time."""
_ASIA = {"ja": 9, "ko": 9, "zh": 8, "th": 7, "vi": 7}
"""The same of languages whose countries keep no summer time."""
_AMERICAS = frozenset([
    "us", "ca", "mx", "br", "ar", "cl", "pe", "uy", "py", "bo", "ec", "ve", "cr", "pa", "gt", "sv", "hn", "ni", "do", "cu",
    "pr", "jm", "tt",
])  # fmt: skip
_ANYWHERE = frozenset([
    "co", "io", "tv", "me", "ai", "fm", "ly", "to", "cc", "ws", "nu", "la", "gg", "eu", "im", "sh", "st", "gl", "is",
    "vc", "ms", "tk",
])  # fmt: skip
"""Domains of countries that sites anywhere go by."""


def shown(instant: dt.datetime, lang: str | None, days: Callable[[], Iterable[dt.date]]) -> dt.datetime:
    """An instant in UTC in the zone of the page's language, if that is borne out: it is midnight there, or one of `days`.

    `days` gives those that the page's addresses name. Both concern an instant whose day is another one in UTC.
    """
    hours = None if instant.utcoffset() != _NOTHING else _hours(instant, lang or "")
    if not hours:
        return instant
    there = instant.astimezone(dt.timezone(hours * _HOUR))
    return there if there.date() != instant.date() and (there.time() == _MIDNIGHT or there.date() in days()) else instant


def between(instant: dt.datetime, other: dt.datetime) -> dt.timezone | None:
    """The zone in which `other` is the same instant: its own, or for a time without one whole hours away to the minute."""
    if offset := other.utcoffset():
        return dt.timezone(offset) if abs(other - instant) < _MINUTE else None
    if other.tzinfo is not None:
        return None
    away = other.replace(second=0, microsecond=0) - instant.replace(second=0, microsecond=0, tzinfo=None)
    exact = other.second == instant.second or not other.second
    return dt.timezone(away) if exact and not away % _HOUR and away and abs(away) <= 12 * _HOUR else None


def of_two(one: dt.datetime, other: dt.datetime, lang: str | None, host: str) -> dt.datetime | None:
    """The instant of two that both claim to be in UTC and are whole hours apart: one is local time under the wrong name.

    East of Greenwich clocks are ahead, so it is the earlier, and how far apart they are is the zone; in the Americas it is
    the later. None where that is not so, or the site is nobody knows where.
    """
    if one.utcoffset() != _NOTHING or other.utcoffset() != _NOTHING:
        return None
    away = abs(one - other)
    if not away or away % _HOUR or away > _FARTHEST:
        return None
    west = _is_west(lang or "", host)
    if west is None:
        return None
    return max(one, other).astimezone(dt.timezone(-away)) if west else min(one, other).astimezone(dt.timezone(away))


def _is_west(lang: str, host: str) -> bool | None:
    """Whether the site is in the Americas, by its domain, else by the region or the language that its pages state."""
    domain = host.rpartition(".")[2]
    if len(domain) == 2 and domain not in _ANYWHERE:
        return domain in _AMERICAS
    tag = lang.lower().replace("_", "-")
    language, _, region = tag.partition("-")
    if len(region) == 2:
        return region in _AMERICAS
    return False if language in _EUROPE or language in _ASIA else None


def _hours(instant: dt.datetime, lang: str) -> int | None:
    """How far ahead of UTC the clocks are at that instant where the language is written."""
    tag = lang.lower().replace("_", "-")
    language = tag.split("-")[0]
    if language in _ASIA:
        return _ASIA[language]
    hours = _EUROPE.get(tag, _EUROPE.get(language))
    return None if hours is None else hours + _is_summer(instant)


def _is_summer(instant: dt.datetime) -> bool:
    return _change(instant.year, _MARCH) <= instant < _change(instant.year, _OCTOBER)


def _change(year: int, month: int) -> dt.datetime:
    """When the clocks change in that month of 31 days: on its last Sunday."""
    last = dt.datetime(year, month, 31, _CHANGE, tzinfo=dt.UTC)
    return last - dt.timedelta(days=(last.weekday() + 1) % 7)
