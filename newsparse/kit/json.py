"""The only JSON parser for bytes from outside: bounded in depth and digits, strict about what JSON is.

Used by every reader of a JSON format. Depth and digits are looked at before `json` sees the text, so neither its recursion
nor Python's quadratic integers can be reached.
"""

import json
import re
from collections.abc import Set
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.errors import LimitExceeded, ParseError
from newsparse.kit.charset import decode
from newsparse.kit.lines import line_ends
from newsparse.model.place import Origin
from newsparse.plugin import Document, Frame

_OPENING = frozenset(b"[{")
_CONTENT = bytes(set(range(256)) - set(b'[]{}"'))  # all that neither nests nor quotes
_STRING = re.compile(rb'"[^"]*"?')
# An escaped surrogate without its other half.
_LONE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_LINE = re.compile(rb"[^\r\n]+")
_BEFORE = re.compile(r"[\s\x1e\x00]*+")
_BETWEEN = re.compile(r"[\s\x1e,;\x00\x1a]*+")
_GUARD = re.compile(
    r"[\s\x1e\x00\ufeff]*+(?:\)\]\}'?,?|//|(?:for|while)\s*+\([;\w\s]{0,8}\)\s*+[;{]?+"
    r"|(?:/\*[^*]{0,200}\*/)?(?:\s*+(?:(?:var|let|const)\s++)?[A-Za-z_$][\w$.]{0,80}+\s*+(?P<call>\(|=)))\s*+(?=[\[{])"
)
_ENVELOPES = 4  # "response", "data", "items", "item": as deep as interfaces go
_NAMED = ("items", "_items", "item", "entries", "data", "results")
_ENVELOPE = re.compile(
    rf"""(?:\{{\s*+(?:"\w{{1,40}}"\s*+:\s*+(?:"[^"\\]{{0,200}}"|[\w.-]{{1,40}})\s*+,\s*+){{0,20}}"(?:{"|".join(_NAMED)})"\s*+:\s*+)?\["""
)
_SEEN = 20  # of a list, the first items that are looked at
_BRACKETS = frozenset("{[]")
_VALUES = frozenset("{[")
_PAIR = re.compile(r"\d\d")


@attrs.frozen
class Loaded:
    """A value of JSON, and the charset of the document it was in (as `kit.charset.Decoded`)."""

    value: Any
    charset: str
    charset_from: str


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


_DECODER = json.JSONDecoder(parse_constant=_refuse)
_LENIENT = json.JSONDecoder(parse_constant=_refuse, strict=False)


def begins(text: str) -> bool:
    """Whether the text begins as JSON, or with what interfaces put in front so that no page runs it: `)]}'`, `//`, a call."""
    return text.lstrip()[:1] in _VALUES or _GUARD.match(text) is not None


def _bare(text: str) -> str:
    """The text without what guards it from being run, and without what closes a call; blanks in its place, so that lines and
    columns stay.
    """
    guard = _GUARD.match(text)
    if guard is None:
        return text
    end = len(text.rstrip(" \t\r\n\x00);")) if guard["call"] else len(text)
    return re.sub(r"\S", " ", guard[0]) + text[guard.end() : end]


def load(data: bytes, ctx: Context, code: str, *, charset: str | None = None, line: int = 1) -> Any:
    """The JSON value in `data`; ParseError `code` where it is none, LimitExceeded for depth and digits.

    A lone surrogate escape becomes U+FFFD. Duplicate keys: the last one counts, as everywhere. `line` is where the data begins.
    """
    text = decode(data, charset).text
    try:
        return loads(text, ctx)
    except ValueError as error:
        raise _no_json(error, ctx, code, line) from error


def load_all(data: bytes, ctx: Context, code: str, *, charset: str | None = None, line: int = 1) -> list[Loaded]:
    """The JSON values that stand one behind the other in `data`, as agencies glue them; an array is one value.

    Of an array that goes wrong, and of values of which the last breaks off, the whole ones before that place are read, and an
    error `code` is told. ParseError and LimitExceeded as for `load`, where there are none, or words stand behind them.
    """
    decoded = decode(data, charset)
    text = decoded.text if decoded.text.lstrip()[:1] in _VALUES else _bare(decoded.text)
    _check(text, ctx)
    values: list[Any] = []
    lone = _has_lone(text)
    at = _next(text, 0, _BEFORE)
    while at < len(text):
        try:
            value, end = _DECODER.raw_decode(text, at)
        except ValueError as error:
            values.extend(_begun(text, at))
            if not values or text[at] not in _BRACKETS:
                raise _no_json(error, ctx, code, line) from error
            ctx.report(code, f"{_said(error)}; read up to there", at=_place(error, line), severity=Severity.ERROR)
            break
        values.append(value)
        at = _next(text, end, _BETWEEN)
    return [Loaded(_mended(value) if lone else value, decoded.charset, decoded.charset_from) for value in values]


def _begun(text: str, at: int) -> list[Any]:
    """The whole values of an array that breaks off or goes wrong, bare or under a name of envelopes; none where none begins
    at `at`.
    """
    values: list[Any] = []
    envelope = _ENVELOPE.match(text, at)
    if envelope is None:
        return values
    at = _next(text, envelope.end(), _BETWEEN)
    while at < len(text):
        try:
            value, at = _DECODER.raw_decode(text, at)
        except ValueError:
            break
        if not isinstance(value, dict | list):  # half a number is one too
            break
        values.append(value)
        at = _next(text, at, _BETWEEN)
    return values


def objects(found: Any, identity: Set[str], own: Set[str]) -> list[Any]:
    """The items of a document: `found`, those of a list, or those in the envelopes that an interface puts around them.

    An object with a key of `identity` is an item. One without is an envelope if it has a list or an object under a name that
    envelopes have, or else one that leads to an object with such a key and two of `own`, which has those of `identity` too.
    """
    items = found if isinstance(found, list) else [found]
    for _ in range(_ENVELOPES):
        items = [inner for item in items for inner in _unwrapped(item, identity, own)]
    return items


def _unwrapped(item: Any, identity: Set[str], own: Set[str]) -> list[Any]:
    if not isinstance(item, dict) or not identity.isdisjoint(item):
        return [item]
    spelt = {name.lower() for name in item}
    if not identity.isdisjoint(spelt) or len(own & spelt) > 1:
        return [item]
    named = [value for name in _NAMED if isinstance(value := item.get(name), list | dict)]
    for deeper in range(_ENVELOPES):
        led = [value for value in item.values() if isinstance(value, list | dict) and _leads(value, identity, own, deeper)]
        named = named or led
    return (named[0] if isinstance(named[0], list) else [named[0]]) if named else [item]


def _leads(value: Any, identity: Set[str], own: Set[str], deeper: int) -> bool:
    """Whether an item is in a value, so many envelopes down at most."""
    if isinstance(value, list):
        return any(_leads(one, identity, own, deeper) for one in value[:_SEEN] if isinstance(one, dict))
    if not identity.isdisjoint(value) and len(own & value.keys()) > 1:
        return True
    return deeper > 0 and any(_leads(one, identity, own, deeper - 1) for one in value.values() if isinstance(one, list | dict))


def _has_lone(text: str) -> bool:
    return ("\\ud" in text or "\\uD" in text) and _LONE.search(text) is not None


def _next(text: str, at: int, between: re.Pattern[str]) -> int:
    """Where the next value begins, behind white space, record separators (RFC 7464) and fill."""
    found = between.match(text, at)
    return found.end() if found else at


def _no_json(error: ValueError, ctx: Context, code: str, line: int) -> ParseError:
    return ctx.fail(code, _said(error), at=_place(error, line))


def _said(error: ValueError) -> str:
    return f"not JSON: {error.msg if isinstance(error, json.JSONDecodeError) else error}"


def _place(error: ValueError, line: int) -> Origin | None:
    return Origin(line=error.lineno + line - 1, column=error.colno) if isinstance(error, json.JSONDecodeError) else None


def loads(text: str, ctx: Context, *, strict: bool = True) -> Any:
    """The JSON value in `text`; ValueError where it is none, LimitExceeded for depth and digits.

    Without `strict`, strings may hold raw control characters: scripts in pages do.
    """
    _check(text, ctx)
    value = (_DECODER if strict else _LENIENT).decode(text)
    return _mended(value) if _has_lone(text) else value


def frames(document: Document) -> list[Frame]:
    """A frame for each line of JSON Lines: an object on each of the first two lines; empty for anything else."""
    data = document.data
    found = _LINE.finditer(data)
    first, second = next(found, None), next(found, None)
    if first is None or second is None or not second[0].lstrip().startswith(b"{") or second[0].strip() == b"{":
        return []
    if not (first[0].lstrip().startswith(b"{") and first[0].rstrip().endswith(b"}")) or b"}{" in _STRING.sub(b"", first[0]):
        return []
    made: list[Frame] = []
    number, before = 1, 0
    for line in _LINE.finditer(data):
        start, end = line.span()
        number += start - before if start - before < 2 else line_ends(data[before:start], b"\r", b"\n")
        before = end
        if (text := line[0]).strip():
            made.append(Frame(data=text, index=len(made), byte_start=start, charset=document.charset, line=number))
    return made


def load_line(frame: Frame, ctx: Context, code: str) -> Loaded | None:
    """The value of a line of JSON Lines; None for an empty one. A second value on it is reported as `code`, an error."""
    found = load_all(frame.data, ctx, code, charset=frame.charset, line=frame.line)
    if len(found) > 1:
        at = Origin(line=frame.line)
        ctx.report(code, f"{len(found)} values on one line; only the first is read", severity=Severity.ERROR, at=at)
    return found[0] if found else None


def _check(text: str, ctx: Context) -> None:
    digits = ctx.limits.digits
    # A number of too many digits shows twice in a row in every so many-th character; the search itself is slow.
    if len(text) > digits and _PAIR.search(text[:: max(digits // 2, 1)]) and re.search(rf"(?<!\d)\d{{{digits + 1}}}", text):
        raise LimitExceeded(ctx.diagnostic("limit.exceeded", f"a number of more than {digits:,} digits"))
    most = ctx.limits.depth
    if text.count("[") + text.count("{") > most and _depth(text, most) > most:
        raise LimitExceeded(ctx.diagnostic("limit.exceeded", f"nested deeper than {most}", data={"limit": "depth"}))


def _depth(text: str, most: int) -> int:
    """How deep brackets nest outside strings; past `most` it stops counting."""
    bare = text.replace("\\\\", "").replace('\\"', "").encode("utf-8", "surrogatepass").translate(None, _CONTENT)
    depth = deepest = 0
    for byte in _STRING.sub(b"", bare):
        depth += 1 if byte in _OPENING else -1
        deepest = max(deepest, depth)
        if deepest > most:
            break
    return deepest


def _mended(value: Any) -> Any:
    """Lone surrogates as U+FFFD; recursion is bounded by the depth that `_check` allowed."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    return value
