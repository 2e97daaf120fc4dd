"""What is known of words: worked out once, as the words of a language come again in every text."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")

_MOST = 16_384
_LONGEST = 40


class Memory(dict[str, K]):
    """What `find` tells of a word, by word: to be asked with `[]`, by which `map` looks many words up in C.

    It forgets all that it has learnt when it holds 16,384 words, and long words at once.
    """

    def __init__(self, find: Callable[[str], K]) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, word: str) -> K:
        """What is told of a word that is new."""
        known = self.find(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = known
        return known
