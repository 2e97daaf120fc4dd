"""Article: one story, whole; and DocumentInfo: the bytes it was read from."""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

import attrs

from newsparse.model.agents import Agent, Byline, Dateline
from newsparse.model.blocks import Block, Blockquote, ListBlock, Media, Paragraph, Preformatted, Section, Table
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap
from newsparse.model.metadata import Metadata
from newsparse.model.place import Provenance
from newsparse.model.quotes import Annotation, Quote
from newsparse.model.text import Text

_NO_METADATA = Metadata()


@attrs.frozen(kw_only=True)
class DocumentInfo:
    """The document behind an article: who read it and what it was.

    `charset_from` is `bom`, `declared`, `sniffed`, `fallback` or `caller`; `raw` is kept only on request (`keep_raw`).
    `sha256` and `size` (bytes) are of the whole document, of which the article may be one frame.
    """

    format: str
    reader: str
    label: str | None = None
    media_type: str | None = None
    charset: str | None = None
    charset_from: str | None = None
    sha256: str | None = None
    size: int | None = None
    url: str | None = None
    raw: bytes | None = None


@attrs.frozen(kw_only=True)
class Article:
    """One story as it was told: lines, sections, quotes and metadata, with where each inferred value comes from.

    `provenance` maps the names of fields (`title`, `bylines`, `metadata.stamps`) to `Provenance`; a field that it does not
    name is asserted by the format. `deck` is the standfirst or sub-headlines in their order.
    """

    uid: str | None = None
    title: Text | None = None
    deck: tuple[Text, ...] = ()
    summary: Text | None = None
    slugline: str | None = None
    bylines: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    sections: tuple[Section, ...] = ()
    quotes: tuple[Quote, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    metadata: Metadata = _NO_METADATA
    provenance: FrozenMap[Provenance] = EMPTY
    document: DocumentInfo | None = None
    extras: JsonMap = EMPTY

    @property
    def headline(self) -> str | None:
        """The title's characters; None when the document has no headline."""
        return None if self.title is None else self.title.text

    @property
    def authors(self) -> tuple[Agent, ...]:
        """The agents of all bylines, in their order."""
        return tuple(agent for byline in self.bylines for agent in byline.agents)

    @property
    def published(self) -> dt.datetime | dt.date | None:
        """The first `published` stamp with a value, else the first `released` one."""
        return self._stamp("published") or self._stamp("released")

    @property
    def updated(self) -> dt.datetime | dt.date | None:
        """The first `updated` stamp with a value."""
        return self._stamp("updated")

    @property
    def lang(self) -> str | None:
        """The article's language, BCP 47."""
        return self.metadata.lang

    @cached_property
    def text(self) -> str:
        """The body as plain text: headings, paragraphs, list items and table rows, in reading order, one a line."""
        return "\n".join(_lines(self.sections))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Every paragraph in reading order, those in lists and blockquotes too."""
        return tuple(p for section in self.sections for p in _paragraphs(section.blocks))

    @property
    def media(self) -> tuple[Media, ...]:
        """Every Media block in reading order."""
        return tuple(m for section in self.sections for m in _media(section.blocks))

    def _stamp(self, kind: str) -> dt.datetime | dt.date | None:
        return next((s.value for s in self.metadata.stamps if s.kind == kind and s.value is not None), None)


def _lines(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        if section.title is not None:
            yield section.title.text
        yield from _block_lines(section.blocks)


def _block_lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Preformatted():
                yield block.text.text
            case Blockquote():
                yield from _block_lines(block.blocks)
            case ListBlock():
                for item in block.items:
                    yield from _block_lines(item)
            case Table():
                yield from ("\t".join(cell.text.text for cell in row) for row in block.rows)
            case _:
                pass


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text.text
            case Blockquote():
                yield from _paragraphs(block.blocks)
            case ListBlock():
                for item in block.items:
                    yield from _paragraphs(item)
            case _:
                pass


def _media(blocks: tuple[Block, ...]) -> Iterator[Media]:
    for block in blocks:
        match block:
            case Media():
                yield block
            case Blockquote():
                yield from _media(block.blocks)
            case ListBlock():
                for item in block.items:
                    yield from _media(item)
            case _:
                pass
