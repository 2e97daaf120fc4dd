"""What the attributes of an element hint that its text is: words in class, itemprop, rel, id, property and data-testid."""

import re
from functools import lru_cache
from typing import Any

from newsparse.readers.html.metadata.tables import AUTHOR_WORDS, CAPTION_WORDS, DATE_WORDS, DECK_BEFORE, DECK_WORDS
from newsparse.readers.html.metadata.words import any_of

_NAMING = frozenset(["class", "itemprop", "rel", "id", "property", "data-testid"])


def _spelt(word: str) -> str:
    """The pattern of a word; spaces are where a name, or a part of one, begins and ends."""
    letter, rest = word.strip()[0], word.strip()[1:]
    begins = rf"(?<![^-_\s]{letter})" if word.startswith(" ") else ""
    ends = r"(?![^-_\s])" if word.endswith(" ") else ""
    return letter + begins + rest.replace(" ", "[-_]") + ends


def _any_of(*words: str) -> str:
    return any_of(map(_spelt, words))


_CAPTION = re.compile(_any_of(*CAPTION_WORDS))
_OTHERS = (
    ("author", re.compile(_any_of(*AUTHOR_WORDS))),
    ("date", re.compile(_any_of(*DATE_WORDS))),
    ("deck", re.compile(rf"(?:{DECK_BEFORE})(?:{_any_of(*DECK_WORDS)})(?![a-z]{{3}})")),
)
_ANY = re.compile(_any_of(*CAPTION_WORDS, *AUTHOR_WORDS, *DATE_WORDS, *DECK_WORDS))
_NOTHING: frozenset[str] = frozenset()
_BESIDE = frozenset(["caption"])
_LONGEST = 2_000  # characters of class names looked at


def named(element: Any) -> str:
    """The names that an element goes by, empty where it has none."""
    names, attributes = "", element.keys()
    for attribute in attributes:
        if attribute in _NAMING:
            value = element.get(attribute)
            names = f"{names} {value}" if names else value
    return names[:_LONGEST]


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
    """What the names hint at: `caption`, else all of `author`, `date` and `deck`. Most hint at nothing, which one look tells."""
    names = names.lower()
    if not _ANY.search(names):
        return _NOTHING
    return _BESIDE if _CAPTION.search(names) else frozenset([hint for hint, words in _OTHERS if words.search(names)])
