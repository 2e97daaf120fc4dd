"""Text and Mark: a line of characters with inline markup standing off over it."""

from typing import Final

import attrs

from newsparse.model.frozen import EMPTY, JsonMap

MARK_KINDS: Final = frozenset(
    "emphasis strong underline strike link code sub sup q person org place event date money break lang".split()  # noqa: SIM905
)
"""Kinds that every writer knows; others are open and spelt `format:kind`."""


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
