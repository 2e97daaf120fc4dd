"""Datelines: "GENEVA, Jan. 10 (Agency) --" at the head of a story, as agencies write them, and in a field of their own.

Their `date` is in the words of the line.
"""

import re

from newsparse.kit.dates import parse_date
from newsparse.kit.datetables import MONTHS
from newsparse.kit.eastsigns import FIRST, may_begin
from newsparse.kit.names import AGENCIES
from newsparse.model.agents import Dateline
from newsparse.model.quick import maker

_new_dateline = maker(Dateline)
_LONGEST = 160
_LONGEST_PLACE = 48
_LONGEST_TOWN = 4  # words
# What ends a dateline: an agency in brackets or between slashes, with or without a dash; or a dash alone.
_ANCHOR = re.compile(
    r"\s?(?:[-–—]{1,2}\s?)?\((?P<round>[^()]{2,40})\)(?P<dash>\.?\s*(?:--?|—|–|_|=)(?=\s|\Z|[A-ZÀ-Þ“\"])|:(?=\s))?"
    r"|\s/(?P<slash>[^/()]{2,40})/(?P<slashed>\s*(?:--?|—|–|_)(?=\s|\Z)|[.:](?=\s))?"
    r"|(?:\s*--|\s*[—–]|\s[-_])(?=\s|\Z)|:(?=\s)"
)
_SIGN = re.compile("[-–—(/_:]")
_SIGNS = ("(", " /", " -", "--", "—", "–", ": ", " _")
_DATE = re.compile(
    r"(?:\A|[.,]? )(?P<date>(?P<month>[^\W\d_]{3,10})\.? \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?"
    r"|\d{1,2}(?:\.|er|º)? (?P<later>[^\W\d_]{3,10})\.?(?: \d{4})?"
    r"|(?P<numbers>\d{1,2}[/.]\d{1,2}(?:[/.]\d{2}(?:\d\d)?)?))"
    r"[.,]?(?: (?P<bare>[A-Z]\w{1,15}))?\Z"
)
_PLACE = re.compile(r"[^\W\d_][\w.'’/\- ]*(?:, ?[^\W\d_][\w.'’/\- ]*){0,2}\Z")
_SMALL = frozenset(
    "de del de la las los do da dos das am an der die den dem im in of the on upon sur les le du van het and und et".split()  # noqa: SIM905
)
_ROUND_PLACE = re.compile(r"\((?P<place>[A-ZÀ-Þ][\w.'’ \-]{1,30}(?:, [A-Z][\w. ]{1,20})?)\)\s+(?:--|—|–)\s")
# "(AGENCY) - PLACE, 12 MAR - ": who has it, before where and when.
_AGENCY_FIRST = re.compile(r"\((?P<agency>[^\W\d_][\w./ \-]{1,30})\)\s?[-–—] (?P<words>[^()–—]{2,60}?)(?P<end> [-–—]|--)(?=\s)")
_WORD = re.compile(r"[^\W\d_]+")
_EASTERN_DAY = re.compile("[0-9０-９] ?[月日월일]")


def find_dateline(text: str) -> Dateline | None:
    """The dateline that `text`, a story's first paragraph, begins with; None where it is not certain to be one.

    An agency in brackets makes a dateline with a dash behind it, or alone when it is a
    known one (`Paris (ats afp) Les …`); without an agency a place in capitals or a date must stand before the dash. A date
    with an agency and no place is a dateline too. In Chinese, Japanese and Korean what stands between the parts makes it certain.
    """
    if may_begin(text):
        from newsparse.kit.eastdatelines import begun_eastern

        eastern = begun_eastern(text[:_LONGEST].lstrip())
        if eastern is not None:
            raw, place, date, agency = eastern
            return Dateline(raw=raw, place=place, date=date, agency=agency)
    head = text[:_LONGEST]
    for sign in _SIGNS:
        if sign in head:
            break
    else:  # most paragraphs; a tenth of the pattern's time
        return None
    found = _anchor(head)
    if found is None or not found.start():
        return _in_brackets(head) if head.startswith("(") else None
    place, date, agency = _before(head[: found.start()])
    agency = found["round"] or found["slash"] or agency
    if not _is_place(place) and (place or date is None or agency is None):
        return None
    if not _certain(place, date, agency, found):
        return None
    raw = head[: found.end()].strip()
    return _new_dateline(raw=raw, place=place or None, date=date, agency=agency.strip() if agency else None)


def _anchor(head: str) -> re.Match[str] | None:
    """What ends a dateline, sought from the first of its signs on, and the white space before that."""
    first = _SIGN.search(head)
    return None if first is None else _ANCHOR.search(head, len(head[: first.start()].rstrip()))


def begun_dateline(text: str) -> Dateline | None:
    """As `find_dateline` for a paragraph that was cut off: one with words behind it, for before them it may be a part."""
    found = find_dateline(text)
    return found if found is not None and any(map(str.isalnum, text[len(found.raw) :])) else None


def _before(words: str) -> tuple[str, str | None, str | None]:
    """(place, date, agency without brackets) of what stands before the anchor."""
    found = _DATE.search(words)
    if found is None or (found["numbers"] is None and not _names_month(found)):
        return words.strip(" ,"), None, None
    return words[: found.start()].strip(" ,"), found["date"], found["bare"]


def _names_month(found: re.Match[str]) -> bool:
    return (found["month"] or found["later"] or "").lower() in MONTHS


def _is_place(place: str) -> bool:
    if not 2 <= len(place) <= _LONGEST_PLACE or not _PLACE.match(place) or _EASTERN_DAY.search(place):
        return False
    return place.isupper() or all(not word[0].islower() or word in _SMALL for word in _WORD.findall(place) if len(word) > 1)


def _certain(place: str, date: str | None, agency: str | None, found: re.Match[str]) -> bool:
    town = place.split(",", maxsplit=1)[0]
    capitals = town.isupper()
    if found["round"] is None and found["slash"] is None:
        return date is not None or (capitals and not found[0].startswith(":") and len(town.split()) <= _LONGEST_TOWN)
    assert agency is not None
    if not (agency.isalpha() or any(char.isalpha() for char in agency)) or "http" in agency:
        return False
    colon = found["dash"] == ":"
    if (found["dash"] and not colon) or found["slashed"]:
        return True
    whole = found.end() == len(found.string)
    known = not AGENCIES.isdisjoint(_WORD.findall(agency.lower()))
    return known or ((capitals or date is not None) and (whole or colon or found["slash"] is not None))


def _in_brackets(head: str) -> Dateline | None:
    """The dateline of radio wires, "(Fresno, California) -- …", and one that begins with the agency."""
    found = _AGENCY_FIRST.match(head)
    if found is not None:
        place, date, _ = _before(found["words"])
        if _is_place(place) and (date is not None or place.isupper()):
            return Dateline(raw=found[0].strip(), place=place, date=date, agency=found["agency"].strip())
    found = _ROUND_PLACE.match(head)
    if found is None:
        return None
    signed = found["place"].lower() in AGENCIES
    return Dateline(raw=found[0].strip(), place=None if signed else found["place"], agency=found["place"] if signed else None)


# A field that is a dateline and nothing else

_DASHED = re.compile(r"\.?\s*[-–—_:=]+\s*\Z")
_AGENCY = re.compile(r"[\s,]*[(/\[]([^()/\[\]]{1,60})[)/\]][\s,]*\Z")
_YEAR_FIRST = re.compile(r"(?<=\w)\s+(?:19|20)\d\d-\d\d-\d\d\b")
_LONGEST_FIELD = 200
_DASHES = frozenset("-–—_:=")
_CLOSING = frozenset(")/]")


def marked_dateline(raw: str) -> Dateline:
    """What a text marks as its dateline, with the parts that would be found if nothing marked it; `raw` is single-spaced."""
    found = find_dateline(f"{raw} …")
    return found if found is not None and found.raw == raw else Dateline(raw=raw)


def read_dateline(raw: str, *, place: str | None = None) -> Dateline:
    """A field that a format calls the dateline, with what is certain in it; `place` is the place as stated elsewhere."""
    raw = " ".join(raw.split())
    if len(raw) > _LONGEST_FIELD:
        return Dateline(raw=raw, place=place)
    if raw and max(raw) >= FIRST:
        from newsparse.kit.eastdatelines import read_eastern  # whose expressions take 2 ms to compile

        if (eastern := read_eastern(raw)) is not None:
            where, date, agency = eastern
            return Dateline(raw=raw, place=place or where, date=date, agency=agency)
    rest, agency = _signed(_DASHED.sub("", raw) if raw[-1:] in _DASHES else raw)
    where, date = _split(rest)
    return Dateline(raw=raw, place=place or where, date=date, agency=agency)


def _signed(line: str) -> tuple[str, str | None]:
    """(a line without the agency at its end, the agency). What has neither its brackets nor its capital is told by that."""
    if line.rstrip(" ,")[-1:] in _CLOSING and (found := _AGENCY.search(line)) is not None:
        return line[: found.start()], found[1].strip()
    if "A" <= line.rpartition(" ")[2][:1] <= "Z":  # "CITY, March 12 Agency -"
        found = _DATE.search(line)
        if found is not None and found.start() and found["bare"] and _names_month(found):
            return line[: found.end("date")], found["bare"]
    return line, None


# Numbers that are a date, a time, and the zone: by far the quickest to tell.
_MOMENT = re.compile(
    r"(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{4}) \d\d?:\d\d(?::\d\d)?(?: ?(?:[A-Z]{3,4})?(?:[+-]\d\d:?\d\d)?)?\Z"
)


def is_moment(raw: str) -> bool:
    """Whether a field that a format calls the dateline is a date and time and no more, as some programs fill it in."""
    raw = " ".join(raw.split())
    if not raw[:1].isdigit():
        return False
    return _MOMENT.match(raw) is not None or (parse_date(raw) is not None and _split(raw)[0] is None)


def _split(text: str) -> tuple[str | None, str | None]:
    """(place, date): the date begins at the first part with a digit in it."""
    words = text.split(", ")
    for index, word in enumerate(words):
        if any(map(str.isdigit, word)):
            before, stated = _apart(word)  # "CITY 2004-03-12 10:15:00"
            place = ", ".join([*words[:index], *before]).strip(" ,")
            return place or None, ", ".join([stated, *words[index + 1 :]]).strip(" ,")
    return text.strip(" ,") or None, None


def _apart(words: str) -> tuple[list[str], str]:
    """(what stands before a date with its year first, or one with no comma before it, the rest)."""
    found = _DATE.search(words)
    if found is not None and found.start() and (found["numbers"] or _names_month(found)) and _is_place(words[: found.start()]):
        return [words[: found.start()]], words[found.start("date") :]
    found = _YEAR_FIRST.search(words) if "-" in words else None
    return ([], words) if found is None else ([words[: found.start()].strip()], words[found.start() :].strip())
