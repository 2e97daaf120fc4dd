"""The header of an ANPA 1312 message (ANPA Technical Bulletin 1312, 1979): two lines between SOH and STX.

    SYN SYN SOH | service level 1 | number 3-4 | [free] US | selector 5 | CR LF
    priority 1 | SP | category 1 | format 2 | SP | keyword ≤24 | SP | version | SP | reference | SP | MM-DD | SP | words 4 | CR LF

The reader and the writer of the format use it, and readers of archives that keep such headers inside other forms.
"""

import re
from typing import Any, Final

import attrs

from newsparse.kit.build import ArticleBuilder
from newsparse.kit.heads import holds
from newsparse.model.quick import maker

URGENCY: Final = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 6}
"""IPTC urgency of the priorities flash, bulletin, urgent, regular and deferred; advances (a, s) have none."""
FLAGS: Final = {"\x13": "text", "\x14": "table"}
"""What the first format byte means; a table's lines are to be kept."""
FORMATS: Final = {"text": "\x13\x11", "table": "\x14\x12"}
"""The two bytes that a writer puts."""

_FIRST = re.compile(r"(?P<service>[!-~])(?P<number>\d{3,4})(?P<free>[^\x1f]{0,40})\x1f(?P<selector>[ -~]{0,8})\Z")
_SHORT = re.compile(r"(?P<service>[!-~])(?P<number>\d{3,4})(?!\d)")
_SECOND = re.compile(
    r" {0,4}(?P<priority>[A-Za-z]) ?(?P<category>[A-Za-z0-9])(?: ?(?P<format>[\x13\x14][\x11\x12]?))?(?: +|\Z)(?P<rest>.*)"
)
_DATED = re.compile(r"(?P<names>.*?)(?<!\S)(?P<date>\d\d?-\d\d?)(?: +(?P<words>\d{1,5}))?\s*\Z")
_SIGNAL = re.compile(
    r"\b(?:(?P<kill>kill|eliminat\w*)|(?P<withhold>withhold)|(?P<correction>correct(?:ion|ive)?|clarification)"
    r"|(?P<advance>advance|adv ?\d+|hfr)|(?P<embargo>embargo(?:ed)?))\b",
    re.IGNORECASE,
)

_SIGNAL_WORDS = ("kill", "elimin", "withhold", "correct", "clarif", "adv", "hfr", "embargo")
_FIELDS: Final = ("selector", "format_flag", "keyword", "date", "free")
_LONGEST_LINE = 200
_FILL: Final = ("\x00", "\x07", "\x7f")
_NO_FILL: Final = str.maketrans("", "", "".join(_FILL))
_NO_DATE = "00-00"


@attrs.frozen(kw_only=True)
class Header:
    """The header's fields as they stood; None for what is missing or was cut off."""

    service: str | None = None
    number: str | None = None
    free: str | None = None
    selector: str | None = None
    priority: str | None = None
    category: str | None = None
    format_flag: str | None = None
    keyword: str | None = None
    take_key: str | None = None
    date: str | None = None
    words: int | None = None


_header = maker(Header)


def read_header(text: str, *, whole: bool = True) -> Header:
    """The fields of the two lines after SOH. Without `whole` the last line was cut off somewhere and is not believed."""
    text = text.translate(_NO_FILL) if holds(text, *_FILL) else text
    lines = [line.rstrip("\r") for line in text.lstrip("\r\n ").split("\n", 2)]
    if not whole:
        lines = lines[:-1]
    first = _first(lines[0][:_LONGEST_LINE]) if lines else {}
    second = _second(lines[1][:_LONGEST_LINE]) if len(lines) > 1 else {}
    return _header(**first, **second)


def is_header(text: str) -> bool:
    """Whether the two lines after SOH are certainly those of this format: they have its separator and its format bytes."""
    lines = text.split("\n", 2)
    return len(lines) > 1 and "\x1f" in lines[0] and _MARKED.match(lines[1]) is not None


_MARKED = re.compile(r" {0,4}[A-Za-z] ?[A-Za-z0-9] ?[\x13\x14][\x11\x12]")


def _first(line: str) -> dict[str, Any]:
    found = _FIRST.match(line.rstrip()) or _SHORT.match(line)
    return {name: value or None for name, value in found.groupdict().items()} if found else {}


def _second(line: str) -> dict[str, Any]:
    """The second line, read from its right end: version and reference may be empty and leave runs of spaces."""
    found = _SECOND.match(line.rstrip())
    if found is None:
        return {}
    dated = _DATED.match(found["rest"])
    names = (dated["names"] if dated else found["rest"]).split()
    return {
        "priority": found["priority"],
        "category": found["category"],
        "format_flag": FLAGS[found["format"][0]] if found["format"] else None,
        "keyword": names[0] if names else None,
        "take_key": " ".join(names[1:]) or None,
        "date": dated["date"] if dated and dated["date"] != _NO_DATE else None,
        "words": int(dated["words"]) if dated and dated["words"] else None,
    }


def apply(header: Header, build: ArticleBuilder) -> None:
    """Put the fields where the model has them, and the others into `extras["anpa1312"]`."""
    build.service, build.sequence = header.service, header.number
    build.priority, build.category = header.priority, header.category
    build.take_key, build.words_declared = header.take_key, header.words
    if header.priority is not None and (urgency := URGENCY.get(header.priority.lower())):
        build.urgency = urgency
        build.say("metadata.urgency", "anpa1312")
    own = {name: value for name in _FIELDS if (value := getattr(header, name)) is not None}
    if own:
        build.extras.setdefault("anpa1312", {}).update(own)


def header_bytes(header: Header) -> bytes:
    """The header from SYN to STX; a field that is None leaves its place empty or takes the default of the standard."""
    selector = (header.selector or "-----")[:8]
    first = f"\x16\x16\x01{header.service or 'a'}{header.number or '0000'}{header.free or ''}\x1f{selector}\r\n"
    marks = FORMATS.get(header.format_flag or "text", FORMATS["text"])
    names = f"{header.keyword or ''} {header.take_key or ''}".rstrip()
    second = f"{header.priority or 'r'} {header.category or 'v'}{marks} {names}   {header.date or _NO_DATE} "
    words = f"{header.words:04d}" if header.words is not None else ""
    return f"{first}{second}{words}\r\n\x02".encode("cp1252", "replace")


def signals(take_key: str | None, slugline: str | None) -> list[str]:
    """What take key and slug say: kill, withhold, correction, advance, embargo; each once, in order."""
    said = f"{take_key or ''} {slugline or ''}".replace("-", " ").lower()
    if True not in [word in said for word in _SIGNAL_WORDS]:  # most say nothing
        return []
    return list(dict.fromkeys(found.lastgroup for found in _SIGNAL.finditer(said) if found.lastgroup))
