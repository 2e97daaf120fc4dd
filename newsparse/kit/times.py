"""Dates and times as formats write them; the way back is `kit.dates`."""

import datetime as dt


def compact(value: dt.datetime | dt.date) -> str:
    """ISO 8601 without hyphens and colons, as NITF and NewsML norm it: `20240417T081500+0200`."""
    if not isinstance(value, dt.datetime):
        return value.isoformat().replace("-", "")
    date, _, time = value.isoformat().partition("T")
    return f"{date.replace('-', '')}T{time.replace(':', '')}"
