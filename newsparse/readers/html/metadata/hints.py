"""What the attributes of an element hint that its text is: words in class, itemprop, rel, id, property and data-testid."""

import re
from functools import lru_cache
from itertools import groupby
from typing import Any

from newsparse.readers.html.metadata.tables import AUTHOR_WORDS, CAPTION_WORDS, DATE_WORDS, DECK, DECK_WORDS

_NAMING = frozenset(["class", "itemprop", "rel", "id", "property", "data-testid"])
_WORDS = (("caption", CAPTION_WORDS), ("author", AUTHOR_WORDS), ("date", DATE_WORDS), ("deck", DECK_WORDS))
_BEGINNING: dict[str, list[tuple[str, str]]] = {}
for _hint, _words in _WORDS:
    for _word in _words:
        _BEGINNING.setdefault(_word[:3], []).append((_word, _hint))
_NONE: list[tuple[str, str]] = []
_BY_LETTER = groupby(sorted(word for _, words in _WORDS for word in words), key=lambda word: word[0])
_ANY = re.compile("|".join(f"{letter}(?:{'|'.join(word[1:] for word in words)})" for letter, words in _BY_LETTER))
"""Any of the words; by letters, since that is three times as fast as one list."""
_NOTHING: frozenset[str] = frozenset()
_LONGEST = 2_000  # characters of class names looked at


def named(element: Any) -> str:
    """The names that an element goes by, empty where it has none."""
    return " ".join([value for name, value in element.items() if name in _NAMING])[:_LONGEST]


def hint_of(names: str) -> str:
    """The one thing that the names hint at: `caption`, `author`, `author date`, `deck`, `date`, or nothing."""
    said = hints_of(names)
    if not said:
        return ""
    if "caption" in said:
        return "caption"
    if "author" in said:
        return "author date" if "date" in said else "author"
    return "deck" if "deck" in said else "date"


@lru_cache(maxsize=4096)  # the elements of a page share their names
def hints_of(names: str) -> frozenset[str]:
    """All that the names hint at: of `caption`, `author`, `date` and `deck`.

    Most hint at nothing, which one expression tells. Words of the others are looked up by how they begin, because they overlap.
    """
    spaced = f" {'  '.join(names.split())} ".lower().replace("-", " ").replace("_", " ")
    if not _ANY.search(spaced):
        return _NOTHING
    said = {
        hint
        for at in range(len(spaced) - 2)
        for word, hint in _BEGINNING.get(spaced[at : at + 3], _NONE)
        if spaced.startswith(word, at)
    }
    if "deck" in said and not DECK.search(spaced):
        said.discard("deck")
    return frozenset(said)
