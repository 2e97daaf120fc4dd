"""What the attributes of an element hint that its text is: words in class, itemprop, rel, id, property and data-testid."""

from functools import lru_cache
from typing import Any

from newsparse.readers.html.metadata.tables import AUTHOR_WORDS, CAPTION_WORDS, DATE_WORDS, DECK, DECK_WORDS

_NAMING = frozenset(["class", "itemprop", "rel", "id", "property", "data-testid"])
_LONGEST = 2_000  # characters of class names looked at


def named(element: Any) -> str:
    """The names that an element goes by, empty where it has none."""
    return " ".join([value for name, value in element.items() if name in _NAMING])[:_LONGEST]


@lru_cache(maxsize=2048)  # pages of one site have the same classes, and one page has each of them many times
def hint_of(names: str) -> str:
    """`caption`, `author`, `author date`, `deck`, `date`, or nothing.

    Words are looked for one by one: that is ten times as fast as one expression, and this runs for every element.
    """
    if not names:
        return ""
    spaced = f" {names} ".lower().replace("-", " ").replace("_", " ")
    if _holds(spaced, CAPTION_WORDS):
        return "caption"
    dated = _holds(spaced, DATE_WORDS)
    if _holds(spaced, AUTHOR_WORDS):
        return "author date" if dated else "author"
    if _holds(spaced, DECK_WORDS) and DECK.search(spaced):
        return "deck"
    return "date" if dated else ""


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
