"""The lossless JSON form of articles: one table of fields, used in both directions.

Defaults are left out; a span is `[holder, start, end]`; a date is `2024-03-05` and a datetime has a `T`; bytes are base64.
Keys that a newer minor version added are kept in `extras["newsparse"]` and written back at their places.
"""

import base64
import datetime as dt
from collections.abc import Callable
from json.encoder import encode_basestring as quoted
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
from newsparse.model.frozen import FrozenMap
from newsparse.model.metadata import Link, Metadata, Rights, Stamp, Subject
from newsparse.model.place import Origin, Provenance, Span
from newsparse.model.quotes import Annotation, Quote
from newsparse.model.text import Mark, Text
from newsparse.schema.style import UNKNOWN, Out, Parts, Style

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
TAGS = {kind: word for word, kind in BLOCKS.items()}

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
    """How one kind of value is written and read, and its JSON Schema.

    `out` makes what writes it in a style. `items` and `keys` make what writes the parts of a list and of an object, each of which
    may have a line of its own then; a value that has none (a text without marks) has no parts either.
    """

    out: Callable[[Style], Out]
    read: In
    schema: dict[str, Any]
    items: Callable[[Style], Parts] | None = None
    keys: Callable[[Style], Parts] | None = None


def _always(out: Out) -> Callable[[Style], Out]:
    """The same in every style."""
    return lambda _: out


def _plain(kind: type, out: Out, wanted: str, name: str) -> Form:
    def read(value: Any, path: str) -> Any:
        if isinstance(value, kind) and not (isinstance(value, bool) and kind is not bool):
            return value
        raise MisfitError(path, wanted, value)

    return Form(_always(out), read, {"type": name})


def _read_string(value: Any, path: str) -> str:
    if type(value) is not str:
        raise MisfitError(path, "a string", value)
    if not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
        raise MisfitError(path, "text without lone surrogates", value)
    return value


STRING = Form(_always(quoted), _read_string, {"type": "string"})
INTEGER = _plain(int, int.__repr__, "a whole number", "integer")
BOOLEAN = _plain(bool, lambda value: "true" if value else "false", "true or false", "boolean")


def _read_number(value: Any, path: str) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise MisfitError(path, "a number", value)


NUMBER = Form(lambda style: style.encode, _read_number, {"type": "number"})


def _read_moment(value: Any, path: str) -> dt.datetime | dt.date:
    try:
        return dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise MisfitError(path, "an ISO 8601 date or time", value) from None


_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T.+)?$"}
MOMENT = Form(_always(lambda value: f'"{value.isoformat()}"'), _read_moment, _MOMENT)


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


def _out_day(style: Style) -> Out:
    return lambda value: quoted(value) if isinstance(value, str) else f'{{{style.part("iso")}"{value.isoformat()}"}}'


DAY = Form(_out_day, _read_day, _DAY)


def _read_bytes(value: Any, path: str) -> bytes:
    try:
        return base64.b64decode(_read_string(value, path), validate=True)
    except ValueError:
        raise MisfitError(path, "base64", value) from None


BYTES = Form(
    _always(lambda value: f'"{base64.b64encode(value).decode("ascii")}"'),
    _read_bytes,
    {"type": "string", "contentEncoding": "base64"},
)


def _read_json(value: Any, path: str) -> Any:
    if isinstance(value, dict):
        return FrozenMap({_read_string(k, path): _read_json(v, f"{path}/{k}") for k, v in value.items()})
    if isinstance(value, list):
        return tuple(_read_json(item, f"{path}/{n}") for n, item in enumerate(value))
    if isinstance(value, str):
        return _read_string(value, path)
    return value


JSON = Form(lambda style: style.encode, _read_json, {})


def _read_map(value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise MisfitError(path, "an object", value)
    return _read_json(value, path)


def _keys_of_map(style: Style) -> Parts:
    return lambda value: [style.part(key, style.encode(item)) for key, item in value.items()]


MAP = Form(lambda style: style.encode, _read_map, {"type": "object"}, keys=_keys_of_map)


def _keys_of_text(style: Style) -> Parts:
    marks = listed(record(Mark)).out(style)

    def keys(text: Text) -> list[str]:
        return [style.part("text", quoted(text.text)), style.part("marks", marks(text.marks))] if text.marks else []

    return keys


def _out_text(style: Style) -> Out:
    marked = style.keyed(_keys_of_text(style))
    return lambda text: marked(text) if text.marks else quoted(text.text)


def _read_text(value: Any, path: str) -> Text:
    if type(value) is str:
        return Text(_read_string(value, path))
    if not isinstance(value, dict) or not set(value) <= {"text", "marks"}:
        raise MisfitError(path, "a string or an object of text and marks", value)
    marks = listed(record(Mark)).read(value.get("marks", []), f"{path}/marks")
    return Text(_read_string(value.get("text"), f"{path}/text"), marks)


TEXT = Form(_out_text, _read_text, {"$ref": "#/$defs/Text"}, keys=_keys_of_text)


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


def _out_span(style: Style) -> Out:
    comma = style.comma
    return lambda span: f"[{quoted(span.holder)}{comma}{span.start}{comma}{span.end}]"


SPAN = Form(_out_span, _read_span, _SPAN)


def listed(form: Form) -> Form:
    """A tuple of such values."""
    read = form.read

    def items(style: Style) -> Parts:
        out = form.out(style)
        return lambda values: list(map(out, values))

    def read_list(value: Any, path: str) -> Any:
        if not isinstance(value, list):
            raise MisfitError(path, "a list", value)
        return tuple([read(item, f"{path}/{n}") for n, item in enumerate(value)])

    return Form(lambda style: style.listed(form.out(style)), read_list, {"type": "array", "items": form.schema}, items=items)


def choice(*words: str) -> Form:
    """One of a closed set of words."""
    allowed = frozenset(words)

    def read(value: Any, path: str) -> str:
        if isinstance(value, str) and value in allowed:
            return value
        raise MisfitError(path, f"one of {', '.join(words)}", value)

    return Form(_always(quoted), read, {"enum": list(words)})


def record(kind: type[Any]) -> Form:
    """An attrs class by its table of fields; resolved on use, since blocks hold blocks."""

    def keys(style: Style) -> Parts:
        return fields_of(kind, style)

    def out(style: Style) -> Out:
        return style.keyed(fields_of(kind, style))

    def read(value: Any, path: str) -> Any:
        return _READERS[kind](value, path)

    return Form(out, read, {"$ref": f"#/$defs/{kind.__name__}"}, keys=keys)


def _out_block(style: Style) -> Out:
    comma = style.comma
    return lambda block: f"{{{comma.join(fields_of(type(block), style)(block))}}}"


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


def _keys_of_provenances(style: Style) -> Parts:
    out = record(Provenance).out(style)
    return lambda value: [style.part(key, out(item)) for key, item in value.items()]


PROVENANCES = Form(
    lambda style: style.keyed(_keys_of_provenances(style)),
    _read_provenances,
    {"type": "object", "additionalProperties": {"$ref": "#/$defs/Provenance"}},
    keys=_keys_of_provenances,
)

SECTIONS = listed(record(Section))
_PLACED = {"id": STRING, "origin": record(Origin), "lang": STRING, "extras": MAP}
FIELDS: dict[type[Any], dict[str, Form]] = {
    Article: {
        "uid": STRING, "title": TEXT, "deck": listed(TEXT), "summary": TEXT, "slugline": STRING,
        "bylines": listed(record(Byline)), "dateline": record(Dateline), "sections": SECTIONS,
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


def fields_of(kind: type[Any], style: Style) -> Parts:
    """What writes the fields of a `kind` in a style."""
    made = style.made.get(kind)
    if made is None:
        outs = {name: form.out(style) for name, form in FIELDS[kind].items()}
        made = style.made[kind] = style.fields(kind, outs, TAGS.get(kind), style.encode)
    return made


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


_READERS: dict[type[Any], In] = {kind: _make_reader(kind) for kind in FIELDS}
from_dict = _READERS[Article]
"""The article of plain JSON values found at `path`; MisfitError where a value has the wrong shape."""
