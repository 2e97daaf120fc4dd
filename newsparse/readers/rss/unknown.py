"""Elements that no table knows, as JSON for the extras, without what a dialect has read of them."""

from collections.abc import Iterable
from typing import Any

from newsparse.kit import xml
from newsparse.kit.xml import Element

_DEEPEST = 8  # levels of an element that are kept apart


def by_first(paths: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """The paths of a dialect by the element that they begin with, as the names below it; an attribute's with its `@`."""
    made: dict[str, list[tuple[str, ...]]] = {}
    for path in paths:
        names, _, attribute = path.partition("@")
        first, *rest = names.split("/")
        made.setdefault(first, []).append((*rest, *([f"@{attribute}"] if attribute else [])))
    return made


def plain_value(element: Element, depth: int = 0) -> Any:
    """An unknown element as JSON: its text, or its attributes and children by name; text alone from a depth on."""
    if depth > _DEEPEST:
        return xml.text(element).strip()
    text = (element.text or "").strip()
    attributes = {f"@{key.rpartition('}')[2]}": value for key, value in element.items()}
    if len(element) == 0:
        return {**attributes, "text": text} if attributes and text else attributes or text
    several: dict[str, list[Any]] = {}
    for name, child in xml.named(element):
        value = plain_value(child, depth + 1)
        if value not in ("", {}):
            several.setdefault(name, []).append(value)
    return {**attributes, **{name: values if len(values) > 1 else values[0] for name, values in several.items()}}


def without(value: Any, path: tuple[str, ...]) -> Any:
    """`value` without what is at the path in it, and without what is empty then."""
    if not path:
        return {} if not isinstance(value, dict) else {key: inner for key, inner in value.items() if key[:1] == "@"}
    if isinstance(value, list):
        left = [inner for one in value if (inner := without(one, path)) not in ("", {})]
        return left or {}
    if not isinstance(value, dict) or path[0] not in value:
        return value
    inner = {} if path[0][:1] == "@" else without(value[path[0]], path[1:])
    return {key: one if key != path[0] else inner for key, one in value.items() if key != path[0] or inner not in ("", {})}
