"""What class names, ids and roles hint at. A hint never decides alone: rules ask for more than a name."""

from functools import lru_cache
from typing import Any

from newsparse.readers.html.tables import BREAK_NAME, HIDDEN, HINT

_LONGEST = 200  # characters of a name that are looked at


def names_of(element: Any) -> str:
    """The beginning of class and id in one string; empty for an element with neither."""
    classes, name = element.get("class"), element.get("id")
    if classes and name:
        return f"{classes[:_LONGEST]} {name[:_LONGEST]}"
    return (classes or name or "")[:_LONGEST]


@lru_cache(maxsize=4096)
def hint_of(names: str) -> str | None:
    """The kind that a string of names hints at; None for most."""
    found = HINT.search(names)
    return found.lastgroup if found else None


@lru_cache(maxsize=1024)
def _is_hidden(classes: str) -> bool:
    return HIDDEN.search(classes) is not None


def is_hidden(classes: str) -> bool:
    """Whether an element of these classes is there for screen readers alone."""
    return _is_hidden(classes[:_LONGEST])


def is_break(classes: str) -> bool:
    """Whether an empty inline element of these classes stands for a line break."""
    return BREAK_NAME.search(classes[:_LONGEST]) is not None
