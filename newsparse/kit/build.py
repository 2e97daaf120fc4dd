"""ArticleBuilder: the one mutable thing on the way from bytes to a frozen article.

It gives out block ids, keeps the open section, charges the limits, and checks and freezes at `finish()`.
"""

import re
from collections.abc import Callable
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.errors import PluginError
from newsparse.model import walk
from newsparse.model.agents import Agent, Byline, Dateline, Identifier
from newsparse.model.article import Article, DocumentInfo
from newsparse.model.blocks import Block, Paragraph, Section
from newsparse.model.check import problems
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap, freeze
from newsparse.model.metadata import Link, Metadata, Rights, Stamp, Subject
from newsparse.model.place import How, Origin, Provenance
from newsparse.model.quick import (
    new_article,
    new_document,
    new_metadata,
    new_paragraph,
    new_provenance,
    new_section,
    new_stamp,
    new_text,
)
from newsparse.model.text import Mark, Text, unwritable

_RUN = 50  # blocks
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` without what no article may hold: NUL and lone surrogates become U+FFFD."""
    return _UNWRITABLE.sub("\ufffd", text) if unwritable(text) else text


@attrs.define(kw_only=True, eq=False)
class ArticleBuilder:
    """Collects one article. Set fields as they are found, add blocks in reading order, then `finish()`.

    Fields have the names of Article and Metadata, with lists where those have tuples.
    """

    ctx: Context
    format: str
    reader: str | None = None
    """None: the same as `format`."""
    charset: str | None = None
    charset_from: str | None = None
    clean: bool = True
    """Whether the extras have to be cleaned; strings out of XML cannot hold what no article may."""

    uid: str | None = None
    title: Text | None = None
    deck: list[Text] = attrs.field(factory=list, init=False)
    summary: Text | None = None
    slugline: str | None = None
    bylines: list[Byline] = attrs.field(factory=list, init=False)
    dateline: Dateline | None = None
    extras: dict[str, Any] = attrs.field(factory=dict, init=False)
    """Format name to that format's own values."""

    lang: str | None = None
    stamps: list[Stamp] = attrs.field(factory=list, init=False)
    provider: Agent | None = None
    source: str | None = None
    credit: str | None = None
    rights: Rights | None = None
    subjects: list[Subject] = attrs.field(factory=list, init=False)
    keywords: list[str] = attrs.field(factory=list, init=False)
    genres: list[Subject] = attrs.field(factory=list, init=False)
    places: list[Subject] = attrs.field(factory=list, init=False)
    urgency: int | None = None
    priority: str | None = None
    category: str | None = None
    service: str | None = None
    version: str | None = None
    sequence: str | None = None
    status: str | None = None
    signals: list[str] = attrs.field(factory=list, init=False)
    take_key: str | None = None
    ed_notes: list[str] = attrs.field(factory=list, init=False)
    links: list[Link] = attrs.field(factory=list, init=False)
    alt_ids: list[Identifier] = attrs.field(factory=list, init=False)
    words_declared: int | None = None

    letters: int = attrs.field(default=0, init=False)
    """Characters of the paragraphs added so far, those in lists and quotations left out."""

    _provenance: dict[str, Provenance] = attrs.field(factory=dict, init=False)
    _sections: list[Section] = attrs.field(factory=list, init=False)
    _blocks: list[Block] = attrs.field(factory=list, init=False)
    _open: tuple[str, Text | None, int, Origin | None, JsonMap] | None = attrs.field(default=None, init=False)
    _ids: int = attrs.field(default=0, init=False)
    _charged: int = attrs.field(default=0, init=False)

    def set_title(self, title: Text | str) -> None:
        """Set the headline, cleaned."""
        self.title = _text(title)

    def new_id(self) -> str:
        """The next block id: `b1`, `b2`, …; charges `blocks`, a run of them at once."""
        self._ids += 1
        if self._ids - self._charged >= _RUN:
            self._charge()
        return f"b{self._ids}"

    def heading(self, title: Text | str, level: int = 1, *, origin: Origin | None = None, extras: JsonMap = EMPTY) -> None:
        """Close the open section and begin one under this heading; `level` is 1 or more."""
        self._close()
        self._open = (self._section_id(), _text(title), max(level, 1), origin, extras)

    def add(self, block: Block) -> None:
        """Put a block (with an id from `new_id`) into the open section; the lead opens by itself."""
        if self._open is None:
            self._open_lead()
        self._blocks.append(block)
        if isinstance(block, Paragraph):
            self.letters += len(block.text.text)

    def paragraph(
        self,
        text: Text | str,
        *,
        role: str | None = None,
        origin: Origin | None = None,
        lang: str | None = None,
        extras: JsonMap = EMPTY,
    ) -> None:
        """Add a paragraph to the open section."""
        made = text if isinstance(text, Text) else new_text(clean(text))
        if self._open is None:
            self._open_lead()
        self._blocks.append(new_paragraph(id=self.new_id(), text=made, role=role, origin=origin, lang=lang, extras=extras))
        self.letters += len(made.text)

    def change_blocks(self, change: Callable[[Block], Block | None]) -> None:
        """Replace every block that was added so far by `change(block)`, inner ones first; None removes it."""
        self._sections = [attrs.evolve(s, blocks=walk.mapped(s.blocks, change)) for s in self._sections]
        self._blocks = list(walk.mapped(tuple(self._blocks), change))

    def stamp(self, kind: str, raw: str, value: Any) -> None:
        """Add a point in time; `value` None where `raw` is not understood."""
        self.stamps.append(new_stamp(kind=kind, raw=clean(raw), value=value))

    def keep(self, name: str, value: Any, *, many: bool = False) -> None:
        """Put into the extras of the format what has no field: the first value of a name, or with `many` a list of them."""
        if not value:
            return
        own = self.extras.get(self.format)
        if own is None:
            own = self.extras[self.format] = {}
        if not many:
            own.setdefault(name, value)
        elif name in own:
            own[name].append(value)
        else:
            own[name] = [value]

    def say(self, field: str, by: str, how: How = "rule", confidence: float | None = None) -> None:
        """Record who inferred a field (`title`, `bylines`, `metadata.stamps`)."""
        self._provenance[field] = new_provenance(by, how, confidence)

    def opening(self, most: int) -> list[Block]:
        """The first blocks so far, at most so many."""
        found: list[Block] = []
        for section in self._sections:
            found.extend(section.blocks[:most])
        return [*found, *self._blocks[:most]][:most]

    def resay(self, field: str, other: str) -> None:
        """Record that the finding for `field` has become that of `other`."""
        if field in self._provenance:
            self._provenance[other] = self._provenance.pop(field)

    @property
    def empty(self) -> bool:
        """Whether neither a title nor any block has been found."""
        return self.title is None and not self._blocks and not self._sections and self._open is None

    @property
    def silent(self) -> bool:
        """Whether nothing at all is stated: no title, no block, no other field of the article but extras and language."""
        return self.empty and not any(getattr(self, name) for name in _SAYING)

    def finish(self) -> Article:
        """The frozen article. PluginError if it is unsound: that is the reader's fault, not the input's."""
        self._close()
        self._charge()
        article = new_article(
            uid=self.uid,
            title=self.title,
            deck=tuple(self.deck),
            summary=self.summary,
            slugline=self.slugline,
            bylines=tuple(self.bylines),
            dateline=self.dateline,
            sections=tuple(self._sections),
            metadata=self._metadata(),
            provenance=FrozenMap.of(dict(self._provenance)) if self._provenance else EMPTY,
            document=self._document(),
            extras=EMPTY if not self.extras else cleaned(self.extras) if self.clean else FrozenMap(self.extras),
        )
        found = problems(article)
        if found:
            raise PluginError(self.reader or self.format, f"unsound article: {found[0]}")
        return article

    def _charge(self) -> None:
        """Charge the blocks that have got an id since the last time."""
        count, self._charged = self._ids - self._charged, self._ids
        self.ctx.charge("blocks", count)

    def _document(self) -> DocumentInfo:
        """What the pipeline knows of the document, and who read it and how."""
        reader = self.reader or self.format
        known = self.ctx.document
        if known is None:
            return new_document(format=self.format, reader=reader, charset=self.charset, charset_from=self.charset_from)
        return new_document(
            format=self.format,
            reader=reader,
            label=known.label,
            media_type=known.media_type,
            charset=self.charset,
            charset_from=self.charset_from,
            sha256=known.sha256,
            size=known.size,
            url=known.url,
            raw=known.raw,
        )

    def _metadata(self) -> Metadata:
        return new_metadata(
            lang=self.lang,
            stamps=tuple(self.stamps),
            provider=self.provider,
            source=self.source,
            credit=self.credit,
            rights=self.rights,
            subjects=tuple(self.subjects),
            keywords=tuple(self.keywords),
            genres=tuple(self.genres),
            places=tuple(self.places),
            urgency=self.urgency,
            priority=self.priority,
            category=self.category,
            service=self.service,
            version=self.version,
            sequence=self.sequence,
            status=self.status,
            signals=tuple(self.signals),
            take_key=self.take_key,
            ed_notes=tuple(self.ed_notes),
            links=tuple(self.links),
            alt_ids=tuple(self.alt_ids),
            words_declared=self.words_declared,
        )

    def _open_lead(self) -> None:
        self._open = (self._section_id(), None, 0, None, EMPTY)

    def _section_id(self) -> str:
        self.ctx.charge("blocks")
        return f"s{len(self._sections) + 1}"

    def _close(self) -> None:
        if self._open is None:
            return
        name, title, level, origin, extras = self._open
        self._sections.append(
            new_section(id=name, title=title, level=level, blocks=tuple(self._blocks), origin=origin, extras=extras)
        )
        self._blocks = []
        self._open = None


_SAYING = (
    "uid", "deck", "summary", "slugline", "bylines", "dateline", "stamps", "provider", "source", "credit", "rights", "subjects",
    "keywords", "genres", "places", "urgency", "priority", "category", "service", "version", "sequence", "status", "signals",
    "take_key", "ed_notes", "links", "alt_ids", "words_declared",
)  # fmt: skip


def text_with(text: str, marks: list[Mark]) -> Text:
    """A Text whose marks are in their one order: by start, longer before shorter."""
    start = end = -1
    for mark in marks:
        if mark.start < end or mark.start == start:
            marks = sorted(marks, key=lambda m: (m.start, -m.end))
            break
        start, end = mark.start, mark.end  # one behind the other, as nearly always
    return new_text(text, tuple(marks))


def _text(value: Text | str) -> Text:
    if isinstance(value, Text):
        return value
    return new_text(clean(value))


def cleaned(value: Any) -> Any:
    """JSON without what no article may hold, and frozen; every level is built once."""
    kind = type(value)
    if kind is str:
        return clean(value)
    if kind is dict or kind is FrozenMap:
        made: dict[str, Any] = {}
        for key, item in value.items():
            name = key if key.isascii() and "\0" not in key else clean(key)
            if type(item) is str:  # most are, and most of them are plain
                made[name] = item if item.isascii() and "\0" not in item else clean(item)
            else:
                made[name] = cleaned(item)
        return FrozenMap.of(made)
    if kind is list or kind is tuple:
        return tuple([cleaned(item) for item in value])
    return freeze(value)
