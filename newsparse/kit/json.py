"""The only JSON parser for bytes from outside: bounded in depth and digits, strict about what JSON is.

Used by every reader of a JSON format. Depth and digits are looked at before `json` sees the text, so neither its recursion
nor Python's quadratic integers can be reached.
"""

import json
import re
from typing import Any

from newsparse.context import Context
from newsparse.errors import LimitExceeded
from newsparse.kit.charset import decode
from newsparse.model.place import Origin

_OPENING = frozenset(b"[{")
_CONTENT = bytes(set(range(256)) - set(b'[]{}"'))  # all that neither nests nor quotes
_STRING = re.compile(rb'"[^"]*"?')
# An escaped surrogate without its other half.
_LONE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_LINE = re.compile(rb"[^\r\n]+")
_PAIR = re.compile(r"\d\d")


def load(data: bytes, ctx: Context, code: str, *, charset: str | None = None) -> Any:
    """The JSON value in `data`; ParseError `code` where it is none, LimitExceeded for depth and digits.

    A lone surrogate escape becomes U+FFFD. Duplicate keys: the last one counts, as everywhere.
    """
    text = decode(data, charset).text
    try:
        return loads(text, ctx)
    except json.JSONDecodeError as error:
        at = Origin(line=error.lineno, column=error.colno)
        raise ctx.fail(code, f"not JSON: {error.msg}", at=at) from error
    except ValueError as error:
        raise ctx.fail(code, f"not JSON: {error}") from error


def loads(text: str, ctx: Context, *, strict: bool = True) -> Any:
    """The JSON value in `text`; ValueError where it is none, LimitExceeded for depth and digits.

    Without `strict`, strings may hold raw control characters: scripts in pages do.
    """
    _check(text, ctx)
    value = json.loads(text, parse_constant=_refuse, strict=strict)
    return _mended(value) if ("\\ud" in text or "\\uD" in text) and _LONE.search(text) else value


def lines(data: bytes) -> list[tuple[int, bytes]]:
    """(where it starts, line) of JSON Lines: an object on each of the first two lines; empty for anything else."""
    found = _LINE.finditer(data)
    first, second = next(found, None), next(found, None)
    if first is None or second is None or not second[0].lstrip().startswith(b"{"):
        return []
    if not (first[0].lstrip().startswith(b"{") and first[0].rstrip().endswith(b"}")):
        return []
    return [(line.start(), line[0]) for line in _LINE.finditer(data) if line[0].strip()]


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


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


def _mended(value: Any) -> Any:
    """Lone surrogates as U+FFFD; recursion is bounded by the depth that `_check` allowed."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    return value
