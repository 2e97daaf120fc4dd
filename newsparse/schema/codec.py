"""The lossless JSON form of articles: one table of fields, used in both directions.

Defaults are left out; a span is `[holder, start, end]`; a date is `2024-03-05` and a datetime has a `T`; bytes are base64.
Keys that a newer minor version added are kept in `extras["newsparse"]` and written back at their places.
"""

import base64
import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from newsparse.model.agents import Agent, Byline, Dateline, Identifier
from newsparse.model.article import Article, DocumentInfo
from newsparse.model.blocks import (
    Blockquote,
    Break,
    Cell,
    ListBlock,
    Media,
    Paragraph,
    Preformatted,
    Raw,
    Rendition,
    Section,
    Table,
)
from newsparse.model.frozen import FrozenMap, thaw
from newsparse.model.metadata import Link, Metadata, Rights, Stamp, Subject
from newsparse.model.place import Origin, Provenance, Span
from newsparse.model.quotes import Annotation, Quote
from newsparse.model.text import Mark, Text

UNKNOWN = "newsparse"
"""The key of `extras` under which keys of a newer minor version are kept."""

BLOCKS: dict[str, type[Any]] = {
    "paragraph": Paragraph,
    "blockquote": Blockquote,
    "list": ListBlock,
    "table": Table,
    "media": Media,
    "preformatted": Preformatted,
    "break": Break,
    "raw": Raw,
}
"""The `type` of a block in JSON."""

Out = Callable[[Any], Any]
In = Callable[[Any, str], Any]


class MisfitError(Exception):
    """A value of the wrong shape, at `path` (a JSON pointer)."""

    def __init__(self, path: str, wanted: str, found: object) -> None:
        super().__init__(f"{path or '/'}: {wanted} wanted, not {_kind(found)}")
        self.path = path


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, list) else repr(value)[:60]


@attrs.frozen
class Form:
    """How one kind of value is written and read, and its JSON Schema."""

    out: Out
    read: In
    schema: dict[str, Any]


def _same(value: Any) -> Any:
    return value


def _plain(kind: type, wanted: str, name: str) -> Form:
    def read(value: Any, path: str) -> Any:
        if isinstance(value, kind) and not (isinstance(value, bool) and kind is not bool):
            return value
        raise MisfitError(path, wanted, value)

    return Form(_same, read, {"type": name})


def _read_string(value: Any, path: str) -> str:
    if type(value) is not str:
        raise MisfitError(path, "a string", value)
    if not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
        raise MisfitError(path, "text without lone surrogates", value)
    return value


STRING = Form(_same, _read_string, {"type": "string"})
INTEGER = _plain(int, "a whole number", "integer")
BOOLEAN = _plain(bool, "true or false", "boolean")


def _read_number(value: Any, path: str) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise MisfitError(path, "a number", value)


NUMBER = Form(_same, _read_number, {"type": "number"})


def _read_moment(value: Any, path: str) -> dt.datetime | dt.date:
    try:
        return dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise MisfitError(path, "an ISO 8601 date or time", value) from None


_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T.+)?$"}
MOMENT = Form(lambda value: value.isoformat(), _read_moment, _MOMENT)


def _read_day(value: Any, path: str) -> dt.date | str:
    """A dateline's date: ISO where it is one, else the words."""
    if isinstance(value, dict) and set(value) == {"iso"}:
        return _read_moment(value["iso"], f"{path}/iso")
    return _read_string(value, path)


_DAY = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "properties": {"iso": _MOMENT}, "required": ["iso"], "additionalProperties": False},
    ]
}
DAY = Form(lambda value: value if isinstance(value, str) else {"iso": value.isoformat()}, _read_day, _DAY)


def _read_bytes(value: Any, path: str) -> bytes:
    try:
        return base64.b64decode(_read_string(value, path), validate=True)
    except ValueError:
        raise MisfitError(path, "base64", value) from None


BYTES = Form(lambda value: base64.b64encode(value).decode("ascii"), _read_bytes, {"type": "string", "contentEncoding": "base64"})


def _read_json(value: Any, path: str) -> Any:
    if isinstance(value, dict):
        return FrozenMap({_read_string(k, path): _read_json(v, f"{path}/{k}") for k, v in value.items()})
    if isinstance(value, list):
        return tuple(_read_json(item, f"{path}/{n}") for n, item in enumerate(value))
    if isinstance(value, str):
        return _read_string(value, path)
    return value


JSON = Form(thaw, _read_json, {})


def _read_map(value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise MisfitError(path, "an object", value)
    return _read_json(value, path)


MAP = Form(thaw, _read_map, {"type": "object"})


def _out_text(text: Text) -> Any:
    if not text.marks:
        return text.text
    return {"text": text.text, "marks": [_WRITERS[Mark](mark) for mark in text.marks]}


def _read_text(value: Any, path: str) -> Text:
    if type(value) is str:
        return Text(_read_string(value, path))
    if not isinstance(value, dict) or not set(value) <= {"text", "marks"}:
        raise MisfitError(path, "a string or an object of text and marks", value)
    marks = listed(record(Mark)).read(value.get("marks", []), f"{path}/marks")
    return Text(_read_string(value.get("text"), f"{path}/text"), marks)


TEXT = Form(_out_text, _read_text, {"$ref": "#/$defs/Text"})


def _read_span(value: Any, path: str) -> Span:
    if isinstance(value, list) and len(value) == 3 and type(value[1]) is int and type(value[2]) is int:
        return Span(_read_string(value[0], f"{path}/0"), value[1], value[2])
    raise MisfitError(path, "[holder, start, end]", value)


_SPAN = {
    "type": "array",
    "prefixItems": [{"type": "string"}, {"type": "integer"}, {"type": "integer"}],
    "minItems": 3,
    "maxItems": 3,
}
SPAN = Form(lambda span: [span.holder, span.start, span.end], _read_span, _SPAN)


def listed(form: Form) -> Form:
    """A tuple of such values."""
    out, read = form.out, form.read

    def read_list(value: Any, path: str) -> Any:
        if not isinstance(value, list):
            raise MisfitError(path, "a list", value)
        return tuple([read(item, f"{path}/{n}") for n, item in enumerate(value)])

    return Form(lambda values: [out(value) for value in values], read_list, {"type": "array", "items": form.schema})


def choice(*words: str) -> Form:
    """One of a closed set of words."""
    allowed = frozenset(words)

    def read(value: Any, path: str) -> str:
        if isinstance(value, str) and value in allowed:
            return value
        raise MisfitError(path, f"one of {', '.join(words)}", value)

    return Form(_same, read, {"enum": list(words)})


def record(kind: type[Any]) -> Form:
    """An attrs class by its table of fields; resolved on use, since blocks hold blocks."""

    def out(value: Any) -> Any:
        return _WRITERS[kind](value)

    def read(value: Any, path: str) -> Any:
        return _READERS[kind](value, path)

    return Form(out, read, {"$ref": f"#/$defs/{kind.__name__}"})


def _out_block(block: Any) -> Any:
    return _WRITERS[type(block)](block)


def _read_block(value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise MisfitError(path, "an object", value)
    kind = BLOCKS.get(value.get("type", ""))
    if kind is None:
        raise MisfitError(f"{path}/type", f"one of {', '.join(BLOCKS)}", value.get("type"))
    return _READERS[kind](value, path)


BLOCK = Form(_out_block, _read_block, {"$ref": "#/$defs/Block"})


def _read_provenances(value: Any, path: str) -> FrozenMap[Provenance]:
    if not isinstance(value, dict):
        raise MisfitError(path, "an object", value)
    read = _READERS[Provenance]
    return FrozenMap({_read_string(k, path): read(v, f"{path}/{k}") for k, v in value.items()})


PROVENANCES = Form(
    lambda value: {k: _WRITERS[Provenance](v) for k, v in value.items()},
    _read_provenances,
    {"type": "object", "additionalProperties": {"$ref": "#/$defs/Provenance"}},
)

_PLACED = {"id": STRING, "origin": record(Origin), "lang": STRING, "extras": MAP}
FIELDS: dict[type[Any], dict[str, Form]] = {
    Article: {
        "uid": STRING, "title": TEXT, "deck": listed(TEXT), "summary": TEXT, "slugline": STRING,
        "bylines": listed(record(Byline)), "dateline": record(Dateline), "sections": listed(record(Section)),
        "quotes": listed(record(Quote)), "annotations": listed(record(Annotation)), "metadata": record(Metadata),
        "provenance": PROVENANCES, "document": record(DocumentInfo), "extras": MAP,
    },
    DocumentInfo: {
        "format": STRING, "reader": STRING, "label": STRING, "media_type": STRING, "charset": STRING, "charset_from": STRING,
        "sha256": STRING, "size": INTEGER, "url": STRING, "raw": BYTES,
    },
    Section: {**_PLACED, "title": TEXT, "level": INTEGER, "blocks": listed(BLOCK)},
    Paragraph: {**_PLACED, "text": TEXT, "role": STRING},
    Blockquote: {**_PLACED, "blocks": listed(BLOCK), "attribution": TEXT},
    ListBlock: {**_PLACED, "items": listed(listed(BLOCK)), "ordered": BOOLEAN, "start": INTEGER},
    Table: {**_PLACED, "rows": listed(listed(record(Cell))), "caption": TEXT},
    Cell: {"text": TEXT, "header": BOOLEAN, "colspan": INTEGER, "rowspan": INTEGER},
    Media: {
        **_PLACED, "kind": STRING, "href": STRING, "caption": TEXT, "credit": STRING, "alt": STRING, "media_type": STRING,
        "renditions": listed(record(Rendition)),
    },
    Rendition: {"href": STRING, "name": STRING, "media_type": STRING, "width": INTEGER, "height": INTEGER, "size": INTEGER},
    Preformatted: {**_PLACED, "text": TEXT},
    Break: _PLACED,
    Raw: {**_PLACED, "format": STRING, "data": STRING},
    Mark: {"kind": STRING, "start": INTEGER, "end": INTEGER, "attrs": MAP},
    Agent: {
        "name": STRING, "kind": choice("person", "organisation", "group", "unknown"), "role": STRING, "affiliation": STRING,
        "ids": listed(record(Identifier)), "raw": STRING,
    },
    Identifier: {"scheme": STRING, "value": STRING},
    Byline: {"raw": STRING, "agents": listed(record(Agent)), "title": STRING},
    Dateline: {"raw": STRING, "place": STRING, "date": DAY, "agency": STRING},
    Quote: {
        "id": STRING, "text": STRING, "spans": listed(SPAN), "kind": choice("direct", "indirect", "mixed"),
        "provenance": record(Provenance), "speaker": record(Agent), "speaker_spans": listed(SPAN), "cue": STRING,
        "cue_spans": listed(SPAN), "cue_class": choice("speech", "attitude", "document"),
    },
    Annotation: {"id": STRING, "kind": STRING, "provenance": record(Provenance), "spans": listed(SPAN), "value": JSON},
    Metadata: {
        "lang": STRING, "stamps": listed(record(Stamp)), "provider": record(Agent), "source": STRING, "credit": STRING,
        "rights": record(Rights), "subjects": listed(record(Subject)), "keywords": listed(STRING),
        "genres": listed(record(Subject)), "places": listed(record(Subject)), "urgency": INTEGER, "priority": STRING,
        "category": STRING, "service": STRING, "version": STRING, "sequence": STRING, "status": STRING,
        "signals": listed(STRING), "take_key": STRING, "ed_notes": listed(STRING), "links": listed(record(Link)),
        "alt_ids": listed(record(Identifier)), "words_declared": INTEGER,
    },
    Stamp: {"kind": STRING, "raw": STRING, "value": MOMENT},
    Subject: {"code": STRING, "scheme": STRING, "label": STRING, "kind": STRING},
    Rights: {"holder": STRING, "notice": STRING, "usage": STRING},
    Link: {"href": STRING, "rel": STRING, "title": STRING, "media_type": STRING},
    Provenance: {"by": STRING, "how": choice("asserted", "rule", "model"), "confidence": NUMBER},
    Origin: {
        "frame": INTEGER, "byte_start": INTEGER, "byte_end": INTEGER, "line": INTEGER, "column": INTEGER, "path": STRING,
    },
}  # fmt: skip
"""Every class of the model with the forms of its fields, in the order they are written."""


def _make_writer(kind: type[Any]) -> Out:
    defaults = {field.name: field.default for field in attrs.fields(kind)}
    alone = (None, attrs.NOTHING)  # nothing else equals them, so that identity tells
    plan = [
        (name, None if form.out is _same else form.out, defaults[name], defaults[name] in alone)
        for name, form in FIELDS[kind].items()
    ]
    tag = next((word for word, block in BLOCKS.items() if block is kind), None)
    keeps = "extras" in FIELDS[kind]

    def write(value: Any) -> dict[str, Any]:
        made: dict[str, Any] = {} if tag is None else {"type": tag}
        for name, out, default, told in plan:
            found = getattr(value, name)
            if found is not default and (told or found != default or type(found) is not type(default)):
                made[name] = found if out is None else out(found)
        if keeps and UNKNOWN in made.get("extras", ()):
            _write_back(made)
        return made

    return write


def _write_back(made: dict[str, Any]) -> None:
    """Move what a newer version's keys held from `extras` to where they stood."""
    kept = made["extras"].pop(UNKNOWN)
    if not isinstance(kept, dict):
        made["extras"][UNKNOWN] = kept
        return
    if not made["extras"]:
        del made["extras"]
    for key, value in kept.items():
        made.setdefault(key, value)


def _make_reader(kind: type[Any]) -> In:
    forms = {name: form.read for name, form in FIELDS[kind].items()}
    required = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]
    tag = kind in BLOCKS.values()
    keeps = "extras" in forms

    def read(value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            raise MisfitError(path, "an object", value)
        made: dict[str, Any] = {}
        unknown: dict[str, Any] = {}
        for key, item in value.items():
            form = forms.get(key)
            if form is not None:
                made[key] = form(item, f"{path}/{key}")
            elif not (tag and key == "type"):
                unknown[key] = item
        for name in required:
            if name not in made:
                raise MisfitError(f"{path}/{name}", "a value", None)
        if unknown and keeps:
            kept = {_read_string(k, path): _read_json(v, f"{path}/{k}") for k, v in unknown.items()}
            made["extras"] = FrozenMap({**made.get("extras", {}), UNKNOWN: kept})
        return kind(**made)

    return read


_WRITERS: dict[type[Any], Out] = {kind: _make_writer(kind) for kind in FIELDS}
_READERS: dict[type[Any], In] = {kind: _make_reader(kind) for kind in FIELDS}
to_dict = _WRITERS[Article]
"""An article as plain JSON values, without the envelope."""
from_dict = _READERS[Article]
"""The article of plain JSON values found at `path`; MisfitError where a value has the wrong shape."""
