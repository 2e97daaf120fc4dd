"""What two strings that say the same have in common, whatever their marks, spaces and case; and how much a string says."""

import re
from typing import Final

_ASCII_MARKS: Final = bytes(code for code in range(128) if not chr(code).isalnum())
_LOWER: Final = bytes(range(256)).lower()
_BEFORE_POINTS: Final = b"\xe2\x80"
_POINTS: Final = re.compile(rb"\xe2\x80[\x80-\xaf]")
"""U+2000 to U+202F in UTF-8: quotation marks, dashes, dots and spaces, nearly all that goes beside ASCII."""
_MARKS: Final = re.compile(r"[\W_]+")
_DENSE: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def folded(text: str) -> str:
    """The letters and digits of a text, in one case: for seeing whether two are the same.

    Nearly all that goes is ASCII or a few points beside it, which bytes lose ten times as fast as characters do.
    """
    if text.isascii():
        return text.encode().translate(_LOWER, _ASCII_MARKS).decode()
    coded = text.encode("utf-8", "surrogatepass").translate(_LOWER, _ASCII_MARKS)
    if _BEFORE_POINTS in coded:
        coded = _POINTS.sub(b"", coded)
    if coded.isascii():
        return coded.decode()
    bare = coded.decode("utf-8", "surrogatepass").casefold()
    return bare if bare.isalnum() else _MARKS.sub("", bare)


def says(text: str) -> int:
    """How much a text says, in letters: characters of East Asia say as much as two and a half."""
    return len(text) if text.isascii() or not _DENSE.search(text) else len(text) * 5 // 2
