"""Single values of our XML form: what an attribute or the characters of an element say. ValueError where they do not."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, Final

from newsparse.schema import xmlform as form

Element = Any


def name_of(element: Element) -> str:
    """The local name; empty for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def string(element: Element, attribute: str) -> str | None:
    """The attribute, disarmed; None where it is absent."""
    value = element.get(attribute)
    return None if value is None else form.disarm(value)


def characters(element: Element) -> str:
    """The element's own characters; those of comments left out, those of unexpected elements too."""
    if len(element) == 0:
        return form.disarm(element.text or "")
    return form.disarm((element.text or "") + "".join(child.tail or "" for child in element))


def first(elements: list[Element] | None) -> str | None:
    """The characters of the first; None for none."""
    return characters(elements[0]) if elements else None


def integer(text: str) -> int:
    """Digits, with a sign or not."""
    if not re.fullmatch(r"-?[0-9]{1,4000}", text):
        raise ValueError(text)
    return int(text)


def moment(text: str) -> dt.datetime | dt.date:
    """A day, or a time of one, by ISO 8601."""
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


def number(text: str) -> int | float:
    """An integer as one, any other number as a float; neither NaN nor an infinity."""
    if re.fullmatch(r"-?[0-9]{1,4000}", text):
        return int(text)
    value = float(text)
    if value - value != 0:  # NaN and the infinities
        raise ValueError(text)
    return value


def boolean(text: str) -> bool:
    """`true` or `false`."""
    if text not in {"true", "false"}:
        raise ValueError(text)
    return text == "true"


SCALARS: Final[dict[str, Callable[[str], Any]]] = {"string": str, "number": number, "boolean": boolean, "null": lambda _: None}
"""The elements of single values, and what their characters say."""
