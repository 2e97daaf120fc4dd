"""What class names, ids and roles hint at. A hint never decides alone: rules ask for more than a name."""

from functools import lru_cache
from typing import Any

from newsparse.readers.html.tables import BREAK_NAME, HIDDEN, HINT, KINDS

_LONGEST = 200  # characters of a name that are looked at


def names_of(element: Any) -> str:
    """The beginning of class and id in one string; empty for an element with neither."""
    classes, name = element.get("class"), element.get("id")
    if classes and name:
        return f"{classes[:_LONGEST]} {name[:_LONGEST]}"
    return (classes or name or "")[:_LONGEST]


@lru_cache(maxsize=4096)
def hint_of(names: str) -> str | None:
    """The kind that a string of names hints at, the first in the table's order; None for most."""
    rank = min(map(_rank, names.split()), default=_NONE)
    return KINDS[rank] if rank < _NONE else None


@lru_cache(maxsize=8192)  # pages share names more than strings of them; a search of a string takes ten times as long
def _rank(name: str) -> int:
    found = HINT.search(name.lower())
    return KINDS.index(found.lastgroup) if found and found.lastgroup else _NONE


_NONE = len(KINDS)


@lru_cache(maxsize=1024)
def _is_hidden(classes: str) -> bool:
    return HIDDEN.search(classes) is not None


def is_hidden(classes: str) -> bool:
    """Whether an element of these classes is there for screen readers alone."""
    return _is_hidden(classes[:_LONGEST])


def is_break(classes: str) -> bool:
    """Whether an empty inline element of these classes stands for a line break."""
    return BREAK_NAME.search(classes[:_LONGEST]) is not None
