"""The header of an IPTC 7901 message (IPTC 7901, 1979, version 5 of 1995): a line behind SOH, and a line of keywords.

SOH | source 1-5 letters | number 3-5 | SP | priority 1-6 | SP | category 1-3 | SP | words 1-4 | SP | optional | CR LF
[CR LF] keywords parted by / | CR LF | STX
"""

import re
from collections.abc import Iterable

import attrs

from newsparse.kit.names import AGENCIES
from newsparse.model.quick import maker

_LINE = re.compile(
    r"(?P<service>[A-Za-z]{1,5}) ?(?P<number>\d{3,5})\s+(?P<priority>\d)\s+(?P<category>[A-Za-z]{1,3})"
    r"(?:\s+(?P<words>\d{1,5}))?(?:\s+(?P<option>\S.*))?\Z"
)
_AGENCY = re.compile(r"(?P<agency>[A-Za-z]{2,8})\s+(?P<number>\d{2,5})\Z")
_LONGEST_LINE = 200


_SIGNAL = re.compile(
    r"\b(?:(?P<kill>kill|storno|annulation|zurückgezogen)|(?P<correction>berichtigung|correct(?:ion|ed|ive)|rectificatif)"
    r"|(?P<embargo>embargo(?:ed)?|sperrfrist))\b",
    re.IGNORECASE,
)

_SIGNAL_WORDS = ("kill", "storno", "annulation", "zurück", "bericht", "correct", "rectif", "embargo", "sperr")
_LONGEST_SAID = 1_000


@attrs.frozen(kw_only=True)
class Header:
    """The fields as they stood; None for what is missing. `agency` is the name at the end of the optional information."""

    service: str | None = None
    number: str | None = None
    priority: str | None = None
    category: str | None = None
    words: int | None = None
    option: str | None = None
    agency: str | None = None

    @property
    def source(self) -> str | None:
        """The agency, if it is one that signs so."""
        return self.agency if self.agency is not None and self.agency.lower() in AGENCIES else None


_header = maker(Header)


def read_header(line: str) -> Header | None:
    """The header line's fields; None where it is no such line."""
    found = _LINE.match(line.strip("\x00\x07\x7f \t\r\n")[:_LONGEST_LINE])
    if found is None:
        return None
    option = found["option"]
    agency = _AGENCY.search(option) if option else None
    return _header(
        service=found["service"],
        number=found["number"],
        priority=found["priority"],
        category=found["category"],
        words=int(found["words"]) if found["words"] else None,
        option=option,
        agency=agency["agency"] if agency else None,
    )


def signals(take_key: str | None, notes: Iterable[str]) -> list[str]:
    """What take key and notes say: kill, correction, embargo; each once, in order."""
    said = " ".join([take_key or "", *notes])[:_LONGEST_SAID].lower()
    if not any(word in said for word in _SIGNAL_WORDS):  # most say nothing
        return []
    return list(dict.fromkeys(found.lastgroup for found in _SIGNAL.finditer(said) if found.lastgroup))


def header_line(header: Header) -> str:
    """The header line; what is None takes the least that the standard allows."""
    option = f" {header.option}" if header.option else ""
    line = f"{header.service or 'xxx'}{header.number or '0000'} {header.priority or '4'} {header.category or 'xx'}"
    return f"{line} {header.words or 0}{option}"
