"""Sections and the blocks inside them.

Sections are flat, in reading order; the tree that their levels make is derived (`walk.outline`). Every block has an `id`
that is unique in its article and stays when others are inserted, so spans hold.
"""

from typing import TypeAlias

import attrs

from newsparse.model.frozen import EMPTY, JsonMap
from newsparse.model.place import Origin
from newsparse.model.text import Text


@attrs.frozen(kw_only=True)
class _Placed:
    """What every block and section carries."""

    id: str
    origin: Origin | None = None
    lang: str | None = None
    """BCP 47, where it differs from the article's."""
    extras: JsonMap = EMPTY
    """Keys are format names; a writer reads only its own format's."""


@attrs.frozen(kw_only=True)
class Paragraph(_Placed):
    """Running text; `role` is the format's own word for a special one (`lede`, `correction`), else None."""

    text: Text
    role: str | None = None


@attrs.frozen(kw_only=True)
class Blockquote(_Placed):
    """Text set apart as a quotation: layout, where `Quote` is speech."""

    blocks: tuple["Block", ...]
    attribution: Text | None = None


@attrs.frozen(kw_only=True)
class ListBlock(_Placed):
    """A list; each item is a tuple of blocks. `start` is the first number of an ordered list that begins elsewhere than at 1."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    start: int | None = None


@attrs.frozen(kw_only=True)
class Cell:
    """One cell of a table, at its first row and column."""

    text: Text
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


@attrs.frozen(kw_only=True)
class Table(_Placed):
    """Rows of cells; a cell that spans stands only where it begins."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: Text | None = None


@attrs.frozen(kw_only=True)
class Rendition:
    """One form of a medium: `name` is the format's own (`preview`), sizes are in pixels, `size` in bytes."""

    href: str
    name: str | None = None
    media_type: str | None = None
    width: int | None = None
    height: int | None = None
    size: int | None = None


@attrs.frozen(kw_only=True)
class Media(_Placed):
    """A picture, video, audio, graphic or embed that stands in the text; `href` None means the document names no address."""

    kind: str
    href: str | None = None
    caption: Text | None = None
    credit: str | None = None
    alt: str | None = None
    media_type: str | None = None
    renditions: tuple[Rendition, ...] = ()


@attrs.frozen(kw_only=True)
class Preformatted(_Placed):
    """Text whose lines and spaces matter: an agency's tabular body, code, verse."""

    text: Text


@attrs.frozen(kw_only=True)
class Break(_Placed):
    """A thematic break: asterisks or a rule between paragraphs."""


@attrs.frozen(kw_only=True)
class Raw(_Placed):
    """What we understand no further, as it stood; `format` says what `data` is (`html`, `nitf`)."""

    format: str
    data: str


Block: TypeAlias = Paragraph | Blockquote | ListBlock | Table | Media | Preformatted | Break | Raw


@attrs.frozen(kw_only=True)
class Section(_Placed):
    """A heading and the blocks below it.

    The lead before the first heading has `title=None` and `level=0`; a headed section's level is 1 or more, as deep as the
    document says.
    """

    title: Text | None = None
    level: int = 0
    blocks: tuple[Block, ...] = ()
