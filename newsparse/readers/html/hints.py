"""What class names, ids and roles hint at. A hint never decides alone: rules ask for more than a name."""

import re
from collections.abc import Container
from functools import lru_cache
from itertools import pairwise, product
from typing import Any

from newsparse.readers.html.tables import BOLD_NAME, BREAK_NAME, FILED_UNDER, HIDDEN, NAMES, NO_HINTS, POST_NAMES

_LONGEST = 200  # characters of a name that are looked at


def names_of(element: Any) -> str:
    """The beginning of class and id in one string; empty for an element with neither."""
    classes, name = element.get("class"), element.get("id")
    if classes and name:
        return f"{classes[:_LONGEST]} {name[:_LONGEST]}"
    return (classes or name or "")[:_LONGEST]


def hint_at(element: Any) -> str | None:
    """The kind that the class and id of an element hint at; None for most."""
    classes, name = element.get("class"), element.get("id")
    if name is None:
        return None if classes is None else hint_of(classes[:_LONGEST])
    return hint_of(f"{classes[:_LONGEST]} {name[:_LONGEST]}" if classes else name[:_LONGEST])


def is_named(element: Any, names: Container[str]) -> bool:
    """Whether one of the element's classes, or its id, is among `names`."""
    return any(name in names for name in names_of(element).split())


@lru_cache(maxsize=4096)
def hint_of(names: str) -> str | None:
    """The kind that a string of names hints at, the first in the table's order; None for most."""
    if _FILED in names or _TAGGED in names:
        names = _without_files(names)
    words = _PARTS.findall(names)
    rank = min(map(_rank_of_word, words), default=_NONE)
    if rank == _AD:
        words = _PARTS_OF_HASH.findall(names)
        rank = min(map(_rank_of_word, words), default=_NONE)
    if not _PAIRS_SPELT.isdisjoint(pairwise(words)):
        rank = min(rank, *map(_rank_of_pairs, names.split()))
    return _KINDS[rank] if rank < _NONE else None


def _without_files(names: str) -> str:
    """The names of a post without those that say what it is filed under."""
    each = names.split()
    return names if POST_NAMES.isdisjoint(each) else " ".join([name for name in each if not name.startswith(FILED_UNDER)])


@lru_cache(maxsize=8192)  # pages share words more than names
def _rank_of_word(word: str) -> int:
    """The place of the kind that a word hints at. It is looked up: one expression of all words takes five times as long."""
    word = word.lower()
    rank = _WORDS.get(word)
    if rank is not None:
        return rank
    for stem, place in _STEMS.get(word[:3], ()):
        if word.startswith(stem):
            return place
    return _NONE


def _rank_of_pairs(name: str) -> int:
    """The same for the words of one name that stand side by side."""
    words = [part.lower() for part in _PARTS.findall(name)]
    return min((_PAIRS.get(pair, _NONE) for pair in pairwise(words)), default=_NONE)


_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_PARTS_OF_HASH = re.compile(r"(?<![0-9])[A-Z]?[a-z]+|[A-Z]?[a-z]{4,}|[A-Z]+(?![a-z])")
"""The same, but for a few letters behind a digit and for capitals within a word: there is no `ad` in `9a0ad8` and in `ADeq`."""
_KINDS = tuple(NAMES)
_NONE = len(_KINDS)
_AD = _KINDS.index("ad")


def _tables() -> tuple[dict[str, int], dict[str, list[tuple[str, int]]], dict[tuple[str, ...], int]]:
    words = dict.fromkeys(NO_HINTS, _NONE)
    stems: dict[str, list[tuple[str, int]]] = {}
    pairs: dict[tuple[str, ...], int] = {}
    for place, (whole, begun, paired) in enumerate(NAMES.values()):
        for word in whole.split():
            words.setdefault(word, place)
        for stem in begun.split():
            stems.setdefault(stem[:3], []).append((stem, place))
        for pair in filter(None, paired.split("|")):
            pairs.setdefault(tuple(pair.split()), place)
    return words, stems, pairs


def _spelt(word: str) -> tuple[str, str, str]:
    """A word as `_PARTS` finds it."""
    return word, word.capitalize(), word.upper()


_WORDS, _STEMS, _PAIRS = _tables()
_PAIRS_SPELT = frozenset(pair for one, other in _PAIRS for pair in product(_spelt(one), _spelt(other)))
_FILED, _TAGGED = FILED_UNDER


@lru_cache(maxsize=1024)
def _meant_by(classes: str) -> str | None:
    if HIDDEN.search(classes) is not None:
        return "hidden"
    return "strong" if BOLD_NAME.search(classes) is not None else None


def meant_by(classes: str) -> str | None:
    """What an inline element of these classes is: `hidden` if it is there for screen readers alone, `strong` if it is bold."""
    return _meant_by(classes[:_LONGEST])


def is_break(classes: str) -> bool:
    """Whether an empty inline element of these classes stands for a line break."""
    return BREAK_NAME.search(classes[:_LONGEST]) is not None
