"""An item of ninjs 2.2 in the names and shapes of another version."""

import html
import re
from collections.abc import Callable
from typing import Any, Final

from newsparse.kit.bodies import is_html
from newsparse.writers.ninjs.tables import CAMEL, SINGULAR, WHOLENESS_1

_KEY = re.compile(r"[a-zA-Z0-9_]")  # what a name in 1.x begins with


def as_version(item: dict[str, Any], version: str) -> dict[str, Any]:
    """The item as that version has it."""
    if version == "1.6":
        return _flat(item)
    made: dict[str, Any] = _camel(item) if version == "3.1" else item
    return made


def _camel(value: Any) -> Any:
    """All names as in 3.1; the depth is that of ninjs, and ours to know."""
    if isinstance(value, dict):
        return {CAMEL.get(key, key): _camel(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_camel(inner) for inner in value]
    return value


def _flat(item: dict[str, Any]) -> dict[str, Any]:
    """1.6: lists of texts become keys with suffixes, lists of named things objects."""
    made: dict[str, Any] = {}
    for key, value in item.items():
        shape = _SHAPES.get(key)
        if shape is not None:
            made.update(shape(value))
        elif key in SINGULAR:
            made[SINGULAR[key]] = [_concept(one) for one in value]
        elif key != "name":
            made[key] = value
    return made


def _headlines(values: list[dict[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    names = _Names()
    for value in values:
        name = "headline" if value["role"] == "main" else f"headline_{value['role']}"
        # 1.x does not say what is plain: what a reader may take for markup is escaped as such
        made[names.free(name)] = html.escape(value["value"], quote=False) if is_html(value["value"]) else value["value"]
    return made


def _concept(one: dict[str, Any]) -> dict[str, Any]:
    """`literal` and `uri` of 2.x are `code` and `scheme`: the part of the URI before the code."""
    made = {key: value for key, value in one.items() if key not in {"literal", "uri", "role", "_scheme"}}
    if "literal" in one:
        made["code"] = one["literal"]
    if "_scheme" in one:
        made["scheme"] = one["_scheme"]
    if "role" in one:
        made["rel"] = one["role"]
    return made


def _named(values: list[dict[str, Any]], stem: str) -> dict[str, dict[str, Any]]:
    """An object by name; a name that begins with no letter or digit, or comes twice, gets a number."""
    names = _Names()
    return {names.free(name if _KEY.match(name := value.get("name", "")) else f"{stem}_1"): value for value in values}


class _Names:
    """Gives out names that are free: `a`, `a_2`, `a_3`."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.numbers: dict[str, int] = {}

    def free(self, name: str) -> str:
        """The name, with a number where it is taken."""
        stem = re.sub(r"_\d{1,9}\Z", "", name)
        while name in self.taken:
            number = self.numbers[stem] = self.numbers.get(stem, 1) + 1
            name = f"{stem}_{number}"
        self.taken.add(name)
        return name


def _rendition(one: dict[str, Any]) -> dict[str, Any]:
    renamed = {"contenttype": "mimetype"}
    return {renamed.get(key, key): value for key, value in one.items() if key != "name"}


def _bodies(values: list[dict[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {"body_xhtml": values[0]["value"]}
    return made | ({"wordcount": values[0]["wordcount"]} if "wordcount" in values[0] else {})


_SHAPES: Final[dict[str, Callable[[Any], dict[str, Any]]]] = {
    "standard": lambda value: {"$standard": value},
    "headlines": _headlines,
    "by": lambda value: {"byline": value},
    "descriptions": lambda values: {"description_text": values[0]["value"]},
    "bodies": _bodies,
    "representationtype": lambda value: {"representationtype": WHOLENESS_1[value]},
    "altids": lambda values: {"altids": {one["role"]: one["value"] for one in values}},
    "renditions": lambda values: {"renditions": {k: _rendition(v) for k, v in _named(values, "rendition").items()}},
    "associations": lambda values: {"associations": {k: _flat(v) for k, v in _named(values, "association").items()}},
}
