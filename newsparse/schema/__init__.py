"""The lossless JSON form of the model: its version, its envelope, its JSON Schema.

`{"newsparse": "1.0", "articles": […]}` for a file, `{"newsparse": "1.0", …the article's fields}` for one line of JSON
Lines. A newer major version is refused; of a newer minor version unknown keys are kept and written back.
"""

import json
import re
from collections.abc import Callable, Iterable
from importlib.resources import files
from json.encoder import encode_basestring
from typing import Any

from newsparse.model.article import Article
from newsparse.schema.codec import MisfitError, from_dict, to_dict

VERSION = "1.0"
KEY = "newsparse"
MAJOR = int(VERSION.partition(".")[0])
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""By major version: what makes an article object of the next major version of it."""

_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})\Z")


class SchemaError(ValueError):
    """JSON that is no article of this schema; the text says where (a JSON pointer) and why."""


def to_json(article: Article, *, indent: int | None = None) -> str:
    """One article in the envelope."""
    return dumps({KEY: VERSION, "articles": [to_dict(article)]}, indent)


def from_json(text: str | bytes) -> Article:
    """The one article of an envelope, a JSON line, or a bare object; SchemaError otherwise.

    For JSON from outside use the `json` reader, which keeps the limits.
    """
    try:
        value = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise SchemaError(f"not JSON: {error}") from error
    found = article_objects(value)
    if len(found) != 1:
        raise SchemaError(f"{len(found)} articles where one is wanted")
    return load(*found[0])


def line(article: Article) -> str:
    """One article as a line of JSON Lines, with the version on it."""
    return dumps({KEY: VERSION, **to_dict(article)}, None)


def dumps(value: Any, indent: int | None) -> str:
    """JSON text with its characters as they are; NaN is refused by the model already.

    With `indent` every field of an article and a section has a line of its own, and so has every item in it (a block, a
    quote, a byline): a page to read, a change to compare, and inside a line the encoder in C does the work.
    """
    if not indent:
        return _ENCODE(value)
    return _laid_out(value, " " * indent, "\n", _LEVELS)


_LEVELS = 2  # a field, and the items in it
_OPENED = {"articles": 3, "sections": 3}  # where an item has levels of its own: these, and those in it
_SHORT = 100  # characters of a field that has one line
_OPENING = frozenset((dict, list))


def _encoder(item_separator: str, key_separator: str) -> Callable[[Any], str]:
    """What `JSONEncoder.encode` does, with the encoder in C made once and not for each value, where there is one."""
    separators = (item_separator, key_separator)
    encoder = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=separators, allow_nan=False)
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return encoder.encode
    chunks = make(None, encoder.default, encode_basestring, None, key_separator, item_separator, False, False, False)

    def encode(value: Any) -> str:
        return "".join(chunks(value, 0))

    return encode


_ENCODE = _encoder(",", ":")
_ENCODE_LINE = _encoder(", ", ": ")


def _laid_out(value: Any, indent: str, newline: str, levels: int) -> str:
    """The value, opened into lines down to so many levels."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if not levels or not value or kind not in _OPENING:
        return _ENCODE_LINE(value)
    inner = newline + indent
    below = levels - 1
    if kind is list:
        items = [_laid_out(item, indent, inner, below) for item in value] if below else list(map(_ENCODE_LINE, value))
        return f"[{inner}{f',{inner}'.join(items)}{newline}]"
    if below:
        items = [
            f"{encode_basestring(key)}: {_laid_out(item, indent, inner, _OPENED.get(key, below))}" for key, item in value.items()
        ]
    else:
        items = [f"{encode_basestring(key)}: {_ENCODE_LINE(item)}" for key, item in value.items()]
        if sum(map(len, items)) + 2 * len(items) <= _SHORT:
            return f"{{{', '.join(items)}}}"
    return f"{{{inner}{f',{inner}'.join(items)}{newline}}}"


def article_objects(value: Any) -> list[tuple[dict[str, Any], str]]:
    """(article object, its JSON pointer) of an envelope, a line's object or a bare article; SchemaError for other values.

    Objects come migrated to this major version.
    """
    if not isinstance(value, dict):
        raise SchemaError("/: an object wanted")
    major = _major(value.get(KEY, VERSION))
    if "articles" in value:
        items = value["articles"]
        if not isinstance(items, list):
            raise SchemaError("/articles: a list wanted")
        placed: Iterable[tuple[Any, str]] = ((item, f"/articles/{n}") for n, item in enumerate(items))
    else:
        placed = [({k: v for k, v in value.items() if k != KEY}, "")]
    return [(_migrated(item, major), path) for item, path in placed]


def load(item: Any, path: str = "") -> Article:
    """The article of one object; SchemaError with the pointer of what does not fit."""
    try:
        article = from_dict(item, path)
    except MisfitError as error:
        raise SchemaError(str(error)) from error
    assert isinstance(article, Article)
    return article


def schema_text(kind: str) -> str:
    """The published schema: `json` (JSON Schema 2020-12), `rng` or `xsd` of the XML form; KeyError for others."""
    return _SCHEMAS[kind]()


def _json_schema_text() -> str:
    from newsparse.schema.jsonschema import json_schema

    return json.dumps(json_schema(VERSION, KEY), indent=2) + "\n"


def _relax_ng_text() -> str:
    return files(__package__).joinpath("xmlform.rng").read_text(encoding="utf-8")


def _xsd_text() -> str:
    from newsparse.schema.xsd import xsd

    return xsd()


_SCHEMAS = {"json": _json_schema_text, "rng": _relax_ng_text, "xsd": _xsd_text}


def _major(stated: Any) -> int:
    found = _VERSION.match(stated) if isinstance(stated, str) else None
    if found is None:
        raise SchemaError(f"/{KEY}: a version like {VERSION!r} wanted, not {stated!r}"[:200])
    major = int(found[1])
    if major > MAJOR:
        raise SchemaError(f"/{KEY}: version {stated} is newer than {VERSION}; a newer newsparse reads it")
    return major


def _migrated(item: Any, major: int) -> Any:
    while major < MAJOR and isinstance(item, dict):
        step = MIGRATIONS.get(major)
        if step is None:
            raise SchemaError(f"version {major} is not read any more")
        item, major = step(item), major + 1
    return item


def _refuse(constant: str) -> None:
    raise SchemaError(f"{constant} is not JSON")
