"""The three carriers of where: Span (in our text), Origin (in their bytes), Provenance (who says so)."""

from typing import Literal

import attrs

How = Literal["asserted", "rule", "model"]


@attrs.frozen
class Span:
    """A half-open stretch of one text of the article, in code points.

    `holder` is a block id, a section id (its title), `"title"`, `"summary"`, `"deck1"` (counted from 1), `"b7.caption"`
    (a Media's or Table's caption), `"b7.r2c3"` (a table cell, counted from 1), or `"text"` for a bare string.
    """

    holder: str
    start: int
    end: int


@attrs.frozen(kw_only=True)
class Origin:
    """A place in the undecoded input; what is unknown is None, never guessed."""

    frame: int = 0
    """The frame's index in its document, from 0."""
    byte_start: int | None = None
    """Bytes from the start of the document."""
    byte_end: int | None = None
    line: int | None = None
    """Lines from 1."""
    column: int | None = None
    """Bytes from 1."""
    path: str | None = None
    """An element path or JSON pointer, where bytes are not known."""


@attrs.frozen
class Provenance:
    """Who says so: the plug-in or field (`by`), in what way (`how`), and how surely.

    `confidence` is 0 to 1 and exists only for `rule` and `model`; what the document asserts has none.
    """

    by: str
    how: How = "asserted"
    confidence: float | None = None
