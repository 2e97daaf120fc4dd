"""The lossless JSON form of the model: its version, its envelope, its JSON Schema.

`{"newsparse": "1.0", "articles": […]}` for a file, `{"newsparse": "1.0", …the article's fields}` for one line of JSON
Lines. A newer major version is refused; of a newer minor version unknown keys are kept and written back.
"""

import json
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

from newsparse.model.article import Article
from newsparse.model.blocks import Section
from newsparse.model.frozen import FrozenMap
from newsparse.schema.codec import (
    FIELDS,
    JSON,
    MAP,
    SECTIONS,
    Form,
    MisfitError,
    fields_of,
    from_dict,
    listed,
)
from newsparse.schema.style import Out, Style

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
    if not indent:
        return f'{{"{KEY}":"{VERSION}","articles":[{text_of(article, None)}]}}'
    within = "\n" + " " * indent
    item = within + " " * indent
    return f'{{{within}"{KEY}": "{VERSION}",{within}"articles": [{item}{text_of(article, indent, item)}{within}]\n}}'


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
    return f"{{{','.join([_VERSION_PART, *fields_of(Article, _DENSE)(article)])}}}"


def text_of(article: Article, indent: int | None, newline: str = "\n") -> str:
    """The JSON text of an article, without the envelope and with its characters as they are.

    With `indent` every field of an article and a section has a line of its own, and so has every item in it (a block, a
    quote, a byline): a page to read, a change to compare. `newline` is what an outer line begins with.
    """
    return _opened(Article, " " * indent, newline)(article) if indent else _DENSE.keyed(fields_of(Article, _DENSE))(article)


def to_dict(article: Article) -> dict[str, Any]:
    """An article as plain JSON values, without the envelope."""
    values: dict[str, Any] = json.loads(text_of(article, None))
    return values


_DENSE = Style(",", ":")
_SPACED = Style(", ", ": ")
_VERSION_PART = f'"{KEY}":"{VERSION}"'
_SHORT = 100  # characters of an object that has one line


@lru_cache(maxsize=64)
def _opened(kind: type[Any], indent: str, newline: str) -> Out:
    """What writes an article or a section with a line for each of its fields, and for each item in them."""
    inner = newline + indent
    outs = {name: _field(form, indent, inner) for name, form in FIELDS[kind].items()}
    fields = _SPACED.fields(kind, outs, None, _unknown(indent, inner))
    return lambda value: _lines("{", fields(value), "}", inner, newline)


def _field(form: Form, indent: str, newline: str) -> Out:
    """What writes a field: its items or its keys each on a line, but those of a short object."""
    inner = newline + indent
    if form is SECTIONS:
        section = _opened(Section, indent, inner)
        return lambda value: _lines("[", list(map(section, value)), "]", inner, newline)
    out = form.out(_SPACED)
    if form.items is not None:
        items = form.items(_SPACED)
        return lambda value: _lines("[", items(value), "]", inner, newline)
    if form.keys is None:
        return out
    keys = form.keys(_SPACED)

    def write(value: Any) -> str:
        made = keys(value)
        if sum(map(len, made)) + 2 * len(made) <= _SHORT:
            return f"{{{', '.join(made)}}}" if made else out(value)
        return _lines("{", made, "}", inner, newline)

    return write


def _unknown(indent: str, newline: str) -> Out:
    """What writes a value of any kind as a field is written."""
    as_map, as_list = _field(MAP, indent, newline), _field(listed(JSON), indent, newline)

    def write(value: Any) -> str:
        if isinstance(value, FrozenMap):
            return as_map(value)
        return as_list(value) if isinstance(value, tuple) else _SPACED.encode(value)

    return write


def _lines(opening: str, parts: list[str], closing: str, inner: str, newline: str) -> str:
    return f"{opening}{inner}{f',{inner}'.join(parts)}{newline}{closing}" if parts else opening + closing


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
