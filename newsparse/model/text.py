"""Text and Mark: a line of characters with inline markup standing off over it."""

from typing import Final

import attrs

from newsparse.model.frozen import EMPTY, JsonMap

MARK_KINDS: Final = frozenset(
    "emphasis strong underline strike link code sub sup q person org place event date money break lang".split()  # noqa: SIM905
)
"""Kinds that every writer knows; others are open and spelt `format:kind`."""


def unwritable(characters: str) -> bool:
    """Whether there is a NUL or a lone surrogate, which no text of an article may hold.

    An ASCII string says so by a flag, and encoding finds a surrogate several times quicker than a character class.
    """
    if "\x00" in characters:
        return True
    if characters.isascii():
        return False
    try:
        characters.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


@attrs.frozen(kw_only=True)
class Mark:
    """Inline markup over `[start, end)` of one Text, in code points.

    Marks may cross. `break` is a line break: it lies over the newline it stands for. A `link` has `href` in `attrs`.
    """

    kind: str
    start: int
    end: int
    attrs: JsonMap = EMPTY


@attrs.frozen
class Text:
    """Characters with marks; `str(text)` is the characters alone."""

    text: str
    marks: tuple[Mark, ...] = ()

    def __str__(self) -> str:
        return self.text
