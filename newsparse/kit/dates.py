"""Dates and times as standards, agencies and newspapers write them. No clock, no locale: what is not stated stays out.

A time without a zone is naive; a named zone counts only where its offset is certain. A date whose order of day and month
is open (`01/02/2022`) is None unless the caller knows the order.
"""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from newsparse.kit.datetables import AM_PM, ERAS, HALVES, MONTHS, PERSIAN_MONTHS, ZONES

Moment = dt.datetime | dt.date

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[Tt ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|z|[A-Z]{3,4}|[+-]\d\d(?::?\d\d)?)?)?\Z"
)
_RUN = re.compile(r"((?:19|20)\d{6})(\d{4}(?:\d\d)?)([+-]\d\d:?\d\d|[Zz])?\Z")  # digits throughout, with no T between them
_CTIME = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (?:([A-Z]{3,4}|[+-]\d{4}) )?(\d{4})\Z")
# Lengths of 20240501T100000 and 2024-05-01T10:00:00, bare, with Z and with +02:00; the latter with thousandths too.
_COMMON = frozenset((15, 16, 19, 20, 23, 24, 25, 29))
_RFC = re.compile(r"(?:[A-Za-z]{3}, *)?\d{1,2} [A-Za-z]{3} \d{2,4} \d\d:\d\d")
# Zones that RFC 822 does not know and its parser leaves out: CET, +01:00, GMT+1. Those of +0100 and -0000 are as it has them.
_ODD_ZONE = re.compile(r":\d\d ?([A-Z]{3,4}|(?:GMT|UTC)?[+-]\d\d?(?::\d\d)?|(?:GMT|UTC)[+-]\d{4})\Z")
# Any word here, looked up in MONTHS afterwards: an alternation of 300 names would be tried at every letter.
# It begins with a letter; vowel signs of Indic scripts are none.
_WORD_MONTH = r"(?P<month>[^\W\d_][^\s\d_.,;:/|()<>-]{1,15})\.?"
_ARABIC = r"[\u0621-\u064a]{2,10}"
_ALIAS = rf"[^\W\d_]{{3,10}} / |{_ARABIC}(?: {_ARABIC})? ?/ ?"  # months of two names: "4 آب/أغسطس 2013"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|[º°ª.])?"
_YEAR = r"(?P<year>\d{4})"
# Each form, and a character of which its dates have one.
_FORMS = tuple(
    (re.compile(form, re.IGNORECASE), frozenset(signs))
    for form, signs in (
        (r"(?<!\d)(?P<year>\d{4})(?:[-/.]|\.[ ](?=\d\d?\.[ ]\d))(?P<month>\d{1,2})[-/.][ ]?(?P<day>\d{1,2})(?!\d)", "-/."),
        (rf"(?<![\w]){_DAY}[ \u00a0]*(?:de |d'|of |{_ALIAS})?{_WORD_MONTH}[ \u00a0,]*(?:de |del |พ\.ศ\. ?)?{_YEAR}(?!\d)", ""),
        (rf"(?<![\w]){_WORD_MONTH}[ \u00a0]+{_DAY},?[ \u00a0]+{_YEAR}(?!\d)", ""),
        (rf"(?<!\d){_YEAR}\.?(?: m\.)?[ \u00a0]+{_WORD_MONTH}[ \u00a0]+{_DAY}(?!\d)", ""),
        (rf"(?<!\d){_YEAR}\. gada {_DAY} {_WORD_MONTH}", "g"),
        (rf"(?<![\w]){_DAY}[ ]?(?P<month>(?:ม|มี|มิ|เม|ก|พ|ส|ต|ธ)\.[คพย])\.?[ ]?(?:พ\.ศ\.[ ]?)?{_YEAR}(?!\d)", "คพย"),
        (
            rf"(?P<era>{'|'.join(ERAS)})[ ]?(?P<year>\d{{1,3}}|元)年[ ]?(?P<month>\d{{1,2}})月[ ]?(?P<day>\d{{1,2}})日",
            "年",
        ),
        (r"(?P<year>\d{4})[ ]?[年년][ ]?(?P<month>\d{1,2})[ ]?[月월][ ]?(?P<day>\d{1,2})[ ]?[日일]", "年년"),
        (r"(?<!\d)(?P<day>\d{1,2})[ ]tháng[ ](?P<month>\d{1,2}),?[ ](?:năm[ ])?(?P<year>\d{4})(?!\d)", "á"),
        (r"(?<![\d.])(?P<day>\d{1,2})\.[ ]?(?P<month>\d{1,2})\.[ ]?(?P<year>\d{4})(?!\d)", "."),
        (r"(?<![\d/])(?P<day>\d{1,2})(?P<sign>[/-])(?P<month>[^\W\d_]{3,9})(?P=sign)(?P<year>\d{4})(?!\d)", "/-"),
        (r"(?<![\d/])(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>\d{4})(?!\d)", "/-"),
    )
)
_FORMS_ASCII = tuple((form, signs) for form, signs in _FORMS if not signs or any(map(str.isascii, signs)))
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4])(?:(?:[:.h][ ]?|[ \u00a0]h[ \u00a0])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
    r"[ \u00a0]*(?P<half>[ap]\.?[ ]?m\b\.?|(?<=\d)[ap]\b|Uhr|h(?=[\s,.)]|$)|[صم]\b|[πμ]\.?μ\b\.?|এএম|পিএম)?[ \u00a0]*\(?"
    r"(?P<zone>(?:GMT|UTC)[+-]\d\d?(?::?\d\d)?|[A-Z]{2,5}|мск|Z|[+-]\d\d:?\d\d)?\b",
    re.IGNORECASE,
)
_CJK_TIME = re.compile(r"(?P<hour>\d{1,2})[时時시点點](?P<minute>\d{1,2})?[分분]?")
_YEARISH = re.compile(r"\d{4}")  # every form has one, but those of eras
_ZEROS = "\u0660\u06f0\u0966\u09e6\u0ae6\u0be6\u0c66\u0e50\u1040\u17e0\uff10"
_PLAIN = (
    {ord(zero) + digit: str(digit) for zero in _ZEROS for digit in range(10)}
    | dict.fromkeys((0xA0, 0x202F, 0x2009), " ")
    | {0xFF1A: ":"}
)
_FOREIGN = re.compile(f"[{''.join(map(chr, _PLAIN))}]")  # digits of other scripts, and spaces at which no line ends
_DIRECTIONS = {0x200E: None, 0x200F: None}  # marks of the direction in which to write
# Words for "at" that have more than three letters, and weekdays that stand between a date and its time.
_AT = re.compile(
    r"\b(?:alle|kello|klokken|orele|saat|godz|kell|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|hétfő|kedd|szerda|csütörtök|"
    r"péntek|szombat|vasárnap)\b|\([^()\d]{2,20}\)",
    re.IGNORECASE,
)
_APART = re.compile(r"[A-Za-z]{4}|\d")
_BUDDHIST, _LAST_COMMON = 543, 2400  # how far Thai years are ahead, and from where on a year is such a one
_PERSIAN = range(1300, 1500)  # years of the solar calendar of Iran that are in use; in others' dates they are long past
_NOWRUZ = dt.date(2024, 3, 20), 1403  # a new year's day of it, and that year
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? {0,2}\Z", re.IGNORECASE)
_WEEKDAYS = {name: at for at, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_NO_HALVES = frozenset(["", "a", "p"])  # of an hour alone: "3a" may be the third
_NEAR = 40  # characters between a date and the time that belongs to it


def parse_iso(raw: str) -> Moment | None:
    """The date or datetime of ISO 8601 and its compact agency forms (`20131020T192751+1100`), or None."""
    raw = raw.strip()
    if len(raw) in _COMMON and (raw[10] in "T " or raw[8] == "T"):  # nearly every time there is, in a tenth of the pattern's
        try:
            return dt.datetime.fromisoformat(raw)
        except ValueError:
            pass
    found = _ISO.match(raw) or ((run := _RUN.match(raw)) and _ISO.match(f"{run[1]}T{run[2]}{run[3] or ''}"))
    if not found:
        return None
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    try:
        date = dt.date(int(year), int(month), int(day))
        if hour is None:
            return date
        micro = int((fraction or "0").ljust(6, "0")[:6])
        return dt.datetime(
            date.year, date.month, date.day, int(hour), int(minute), int(second or 0), micro, _offset(zone) if zone else None
        )
    except ValueError:
        return None


def parse_rfc822(raw: str) -> dt.datetime | None:
    """The datetime of mail and RSS (`Tue, 05 Mar 2024 09:40:00 GMT`), also in the order of C; naive for `-0000`; else None."""
    if (found := _CTIME.match(raw.strip())) is not None:
        month, day, time, zone, year = found.groups("")
        raw = f"{day} {month} {year} {time} {zone}"
    if not _RFC.search(raw):
        return None
    raw = raw.strip()
    try:
        value = parsedate_to_datetime(raw)
        odd = _ODD_ZONE.search(raw) if value.tzinfo is None else None
        certain = odd is not None and (odd[1] in ZONES or odd[1][-1].isdigit())
        return value.replace(tzinfo=_offset(odd[1])) if odd is not None and certain else value
    except (ValueError, IndexError, TypeError):
        return None


def parse_date(raw: str, *, day_first: bool | None = None) -> Moment | None:
    """What `raw`, a field that holds a date and perhaps a time, states; None where that is not certain."""
    if not raw.isascii():
        raw = raw.translate(_DIRECTIONS)
    found = parse_iso(raw) or parse_rfc822(raw)
    if found is None and (hit := find_date(raw, day_first=day_first)) is not None:
        found = hit[0]
    return found


def find_date(text: str, start: int = 0, *, day_first: bool | None = None) -> tuple[Moment, int, int] | None:
    """(moment, start, end) of the first date in `text`, with the time that stands by it; None where there is none.

    `day_first` settles `01/02/2022`; such a date is read without it only where one number is above 12, or the English weekday
    before it is that of one of the two days.
    """
    if not _YEARISH.search(text, start) and "年" not in text:
        return None
    among = _FORMS_ASCII
    if not text.isascii():
        among = _FORMS
        if _FOREIGN.search(text):
            text = text.translate(_PLAIN)
    characters = frozenset(text)
    forms = [form for form, signs in among if not signs or not signs.isdisjoint(characters)]
    hits = [hit for form in forms if (hit := _first(form, text, start, day_first)) is not None]
    if not hits:
        return None
    date, begin, end = min(hits, key=lambda hit: (hit[1], -hit[2]))
    return _with_time(text, date, begin, end)


def _first(form: re.Pattern[str], text: str, start: int, day_first: bool | None) -> tuple[dt.date, int, int] | None:
    for found in form.finditer(text, start):
        date = _date_of(found, day_first)
        if date is None and day_first is None and "first" in form.groupindex:
            date = _by_weekday(found, text)
        if date is not None:
            return date, found.start(), found.end()
    return None


def _by_weekday(found: re.Match[str], text: str) -> dt.date | None:
    """The day of two numbers that either may be, whose weekday stands before it: "Mon, 02/05/2024"."""
    named = _WEEKDAY.search(text, max(0, found.start() - 12), found.start())
    if named is None:
        return None
    days = [_date_of(found, day_first) for day_first in (True, False)]
    return next((day for day in days if day is not None and day.weekday() == _WEEKDAYS[named[1].lower()]), None)


def _date_of(found: re.Match[str], day_first: bool | None) -> dt.date | None:
    parts = found.groupdict()
    if "first" in parts:
        day, month = int(parts["first"]), int(parts["second"])
        if day_first is None and day <= 12 and month <= 12 and day != month:
            return None
        if (day_first is False and month > 12 >= day) or (day_first is None and month > 12) or day_first is False:
            day, month = month, day
    else:
        word = parts["month"].lower()
        month = int(word) if word.isdigit() else MONTHS.get(word) or MONTHS.get(word.rstrip("."), 0)
        day = int(parts["day"])
        if parts["year"][0] == "1" and int(parts["year"]) in _PERSIAN and (word.isdigit() or word in PERSIAN_MONTHS):
            return _persian(int(parts["year"]), month or PERSIAN_MONTHS[word], day)
    year = 1 if parts["year"] == "元" else int(parts["year"])
    if era := parts.get("era"):
        year += ERAS[era]
    elif year > _LAST_COMMON:
        year -= _BUDDHIST
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _persian(year: int, month: int, day: int) -> dt.date | None:
    """The day of Iran's solar calendar: six months of 31 days, five of 30, and 29, or 30 in 8 years of 33."""
    leap = _leaps(year + 1) - _leaps(year)
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30 if month < 12 or leap else 29)):
        return None
    begins, first = _NOWRUZ
    days = 365 * (year - first) + _leaps(year) - _leaps(first) + 30 * (month - 1) + min(month - 1, 6) + day - 1
    return begins + dt.timedelta(days)


def _leaps(year: int) -> int:
    """How many years of 366 days there were before that year of the solar calendar."""
    return (8 * year + 21) // 33


def _with_time(text: str, date: dt.date, begin: int, end: int) -> tuple[Moment, int, int]:
    """The date with a time right after it ("…, 14:05 GMT") or right before it ("14:05 GMT, …")."""
    after = text[end : end + _NEAR]
    for form in (_TIME, _CJK_TIME):
        found = form.search(after)
        if found is not None and not _APART.search(_AT.sub("", after[: found.start()])) and (moment := _moment(date, found)):
            moment = _in_half(moment, after[: found.start()])
            return moment, begin, end + found.end()
    before = text[max(0, begin - _NEAR) : begin]
    for found in _TIME.finditer(before):
        if not re.search(r"\d|[A-Za-z]{5}", before[found.end() :]) and (moment := _moment(date, found)):
            return moment, max(0, begin - _NEAR) + found.start(), end
    return date, begin, end


def _in_half(moment: dt.datetime, before: str) -> dt.datetime:
    """The time in the half of the day that stands before it, as in East Asia: "午後 9:40"."""
    half = None if before.isascii() else HALVES.get(before.rstrip()[-2:])
    if half is None:
        return moment
    return moment.replace(hour=moment.hour % 12 + half) if moment.hour <= 12 else moment


def _moment(date: dt.date, found: re.Match[str]) -> dt.datetime | None:
    parts = found.groupdict()
    half = (parts.get("half") or "").lower().replace(".", "").replace(" ", "")
    if parts.get("minute") is None and half in _NO_HALVES:
        return None
    hour = int(parts["hour"])
    if half in AM_PM:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + AM_PM[half]
    zone = parts.get("zone")
    try:
        offset = _offset(zone) if zone and (zone[-1].isdigit() or zone.upper() in ZONES) else None
        return dt.datetime(
            date.year, date.month, date.day, hour, int(parts.get("minute") or 0), int(parts.get("second") or 0), tzinfo=offset
        )
    except ValueError:
        return None


def _offset(zone: str) -> dt.timezone | None:
    minutes = ZONES.get(zone.upper())
    if minutes is None:
        zone = zone.lstrip("GMTUCgmtuc")
        digits = zone[1:].replace(":", "")
        digits = (digits if len(digits) % 2 == 0 else f"0{digits}").ljust(4, "0")
        minutes = int(digits[:2]) * 60 + int(digits[2:4])
        minutes = -minutes if zone[0] == "-" else minutes
    return dt.UTC if minutes == 0 else dt.timezone(dt.timedelta(minutes=minutes))
