"""The JSON Schema (draft 2020-12) of our own JSON, made from the codec's table so that the two cannot differ."""

from typing import Any

import attrs

from newsparse.schema.codec import BLOCKS, FIELDS, STRING

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(version: str, key: str) -> dict[str, Any]:
    """The schema of an envelope, of a JSON Lines object, and of everything in them.

    Unknown keys are allowed: a newer minor version may add some.
    """
    major = version.partition(".")[0]
    stated = {"type": "string", "pattern": f"^{major}[.][0-9]+$"}
    article = {"$ref": "#/$defs/Article"}
    return {
        "$schema": _DIALECT,
        "$id": f"https://newsparse.org/schema/{version}/article.json",
        "title": f"newsparse articles, version {version}",
        "anyOf": [
            {
                "type": "object",
                "properties": {key: stated, "articles": {"type": "array", "items": article}},
                "required": [key, "articles"],
            },
            {"type": "object", "properties": {key: stated, "articles": False}, "required": [key], "allOf": [article]},
        ],
        "$defs": {
            "Text": {"anyOf": [STRING.schema, _marked()]},
            "Block": {"anyOf": [{"$ref": f"#/$defs/{kind.__name__}"} for kind in BLOCKS.values()]},
            **{kind.__name__: _record(kind) for kind in FIELDS},
        },
    }


def _marked() -> dict[str, Any]:
    marks = {"type": "array", "items": {"$ref": "#/$defs/Mark"}}
    return {
        "type": "object",
        "properties": {"text": STRING.schema, "marks": marks},
        "required": ["text"],
        "additionalProperties": False,
    }


def _record(kind: type[Any]) -> dict[str, Any]:
    properties = {name: form.schema for name, form in FIELDS[kind].items()}
    required = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]
    tag = next((word for word, block in BLOCKS.items() if block is kind), None)
    if tag is not None:
        properties, required = {"type": {"const": tag}, **properties}, ["type", *required]
    return {"type": "object", "properties": properties, **({"required": required} if required else {})}
