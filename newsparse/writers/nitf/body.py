"""The body of a NITF document: headlines, byline, dateline, and the blocks of the content."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import partial

import attrs

from newsparse.kit.datelines import read_dateline
from newsparse.kit.dates import parse_date
from newsparse.kit.inline import collapsed
from newsparse.kit.losses import Losses
from newsparse.kit.names import credited
from newsparse.kit.times import compact
from newsparse.kit.wirebody import signs, title_below
from newsparse.kit.xmlout import XmlOut
from newsparse.model.agents import Agent, Byline, Dateline
from newsparse.model.article import Article
from newsparse.model.blocks import (
    Block,
    Blockquote,
    Break,
    ListBlock,
    Media,
    Paragraph,
    Preformatted,
    Raw,
    Rendition,
    Section,
    Table,
)
from newsparse.model.metadata import Metadata
from newsparse.model.text import Mark, Text
from newsparse.writers.nitf.inline import LANGUAGE, crosses, inline
from newsparse.writers.nitf.kept import Kept, Note

_MEDIA_TYPES = {"picture": "image"}


@attrs.frozen(kw_only=True, eq=False)
class BodyWriter:
    """Writes the body of one article. `quotes` are marks of its quotes, by the holder that they lie in."""

    article: Article
    out: XmlOut
    losses: Losses
    quotes: Mapping[str, list[Mark]]
    kept: Kept

    def end(self) -> None:
        """The `body.end`: taglines and a bibliography that are kept."""
        found = [(tag, *said) for tag in ("tagline", "bibliography") for said in self.kept.words(tag)]
        whole = [said for said in found if said[1].strip() and not (said[0] == "tagline" and self._signs(said[1]))]
        first = {said[0]: said for said in reversed(whole)}
        if len(first) < len(found):
            self.kept.lose()
        if not first:
            return
        self.out.open("body.end")
        for tag in ("tagline", "bibliography"):
            if tag in first:
                self.out.leaf(*first[tag])
        self.out.close()

    def _signs(self, line: str) -> bool:
        """Whether a tagline would be read as a byline."""
        metadata = self.article.metadata
        provider, holder = metadata.provider, metadata.rights.holder if metadata.rights is not None else None
        names = (provider.name if provider is not None else None, metadata.source, holder)
        return signs(line, above=self.article.bylines, names=names)

    def head(self, metadata: Metadata, notes: Iterable[Note]) -> None:
        """The `body.head`, with the notes that stood there."""
        out, article = self.out, self.article
        out.open("body.head")
        if article.title is not None or article.deck:
            out.open("hedline")
            self.losses.said("title", article.title.text if article.title else None)
            self._text("hl1", article.title or Text(""), "title", marks="title.marks")
            for number, deck in enumerate(article.deck, 1):
                self.losses.said("deck", deck.text)
                if article.title is not None and collapsed(deck.text) == collapsed(article.title.text):
                    self.losses.lose("deck", "that says what the title does has no place in")
                    for _ in deck.marks:
                        self.losses.lose("deck.marks", "that says what the title does has no place in")
                self._text("hl2", deck, f"deck{number}", marks="deck.marks")
            out.close()
        self._notes(notes)
        if metadata.rights and (notice := self.losses.said("metadata.rights.notice", metadata.rights.notice)):
            out.leaf("rights", notice)
        for above, byline in zip((None, *article.bylines), article.bylines, strict=False):
            if above is not None and title_below(above, byline):
                for field in ("bylines", "bylines.title", "authors", "authors.kind", "authors.affiliation"):
                    self.losses.lose(field, "that reads as the title of the one above has no place in")
            self._byline(byline)
        if metadata.provider is not None:
            self._provider(metadata.provider)
        if article.dateline is not None:
            self._dateline(article.dateline)
        if article.summary is not None and self.losses.said("summary", article.summary.text):
            out.open("abstract")
            self._text("p", article.summary, "summary", marks="summary.marks")
            out.close()
        out.close()

    def _notes(self, notes: Iterable[Note]) -> None:
        for lines, attributes in notes:
            self.out.open("note", attributes)
            self.out.open("body.content")
            for line in lines:
                self.out.leaf("p", line)
            self.out.close()
            self.out.close()

    def _byline(self, byline: Byline) -> None:
        """The line with its people marked where it names them; what a reader would read otherwise is told."""
        raw, names = byline.raw, [agent.name for agent in byline.agents]
        if not raw.strip():
            for field in ("bylines", "bylines.title", "authors", "authors.kind", "authors.role", "authors.affiliation"):
                self.losses.lose(field, "without a line has no place in")
            return
        out = self.out
        out.open("byline", mixed=True)
        plain = [attrs.evolve(agent, role=None, ids=(), raw=None) for agent in byline.agents]
        marked = bool(names) and list(credited(" and ".join(names), persons=True)) == plain
        placed = _places_of(raw, names) if marked else None
        at = 0
        for start, end in placed or ():
            out.text(raw[at:start])
            out.leaf("person", raw[start:end])
            at = end
        out.text(raw[at:])
        if title := self.losses.said("bylines.title", byline.title):
            out.leaf("byttl", title)
        out.close()
        read = credited(raw) if placed is None else plain
        self.losses.people(byline.agents, read)

    def _provider(self, provider: Agent) -> None:
        out = self.out
        if not provider.name.strip():
            self.losses.lose("metadata.provider", "of white space alone has no place in")
            return
        if provider.kind in {"person", "group"}:
            self.losses.lose("metadata.provider.kind", "other than an organisation has no place in")
        for _ in provider.ids[1:] if provider.kind == "organisation" else provider.ids:
            self.losses.lose("metadata.provider.ids", "is one, of an organisation, in")
        out.open("distributor", mixed=True)
        if provider.kind == "organisation":
            first = provider.ids[0] if provider.ids else None
            out.leaf("org", provider.name, {"idsrc": first.scheme if first else None, "value": first.value if first else None})
        else:
            out.text(provider.name)
        out.close()

    def _dateline(self, dateline: Dateline) -> None:
        out, raw = self.out, dateline.raw
        if not raw.strip():
            for field in ("dateline", "dateline.place", "dateline.date", "dateline.agency"):
                self.losses.lose(field, "without a line has no place in")
            return
        out.open("dateline", mixed=True)
        at = raw.find(dateline.place) if dateline.place and dateline.place.strip() else -1
        if at >= 0 and dateline.place:
            out.text(raw[:at])
            out.open("location", mixed=True)
            out.leaf("city", dateline.place)
            out.close()
            out.text(raw[at + len(dateline.place) :])
        else:
            out.text(raw)
        if isinstance(dateline.date, dt.date):
            out.empty("story.date", {"norm": self._story_date(dateline.date)})
        out.close()
        seen = read_dateline(raw, place=dateline.place if at >= 0 else None)
        if dateline.place and seen.place != dateline.place:
            self.losses.lose("dateline.place", "that the line does not name has no place in")
        if isinstance(dateline.date, str) and seen.date != dateline.date:
            self.losses.lose("dateline.date", "that the line does not name has no place in")
        if dateline.agency and seen.agency != dateline.agency:
            self.losses.lose("dateline.agency", "that the line does not name has no place in")

    def _story_date(self, date: dt.date) -> str:
        """The date as it is kept, if that is the same day."""
        kept = self.kept.own.get("story.date")
        stated = parse_date(kept) if isinstance(kept, str) else None
        if stated is not None and (stated.date() if isinstance(stated, dt.datetime) else stated) == date:
            return self.kept.string("story.date") or ""
        return compact(date)

    # The content

    def section(self, section: Section) -> None:
        """A heading and the blocks below it."""
        if section.title is not None:
            if not section.title.text.strip():
                self.losses.lose("sections.title", "of white space alone has no place in")
            self._text("hl2", section.title, section.id, marks="sections.title.marks")
            if section.level != 1:
                self.losses.lose("sections.level", "beyond 1 has no place in")
        if section.lang is not None:
            self.losses.lose("blocks.lang", "of a section has no place in")
        self._blocks(section.blocks)

    def _blocks(self, blocks: tuple[Block, ...]) -> None:
        """All blocks, those inside others too; the stack holds blocks, and steps that are still to be taken."""
        todo: list[Block | Callable[[], None]] = list(reversed(blocks))
        while todo:
            step = todo.pop()
            if isinstance(step, Blockquote):
                self._blockquote(step, todo)
            elif isinstance(step, ListBlock):
                self._list(step, todo)
            elif callable(step):
                step()
            else:
                self._leaf(step)

    def _blockquote(self, quote: Blockquote, todo: "list[Block | Callable[[], None]]") -> None:
        if not quote.blocks and quote.attribution is None:
            self.losses.lose("blockquotes", "that is empty has no place in")
            return
        self.out.open("bq", self._common(quote))
        self.out.open("block")
        todo.append(partial(self._end_blockquote, quote))
        todo.extend(reversed(quote.blocks))

    def _end_blockquote(self, quote: Blockquote) -> None:
        self.out.close()
        if quote.attribution is not None:
            self._text("credit", quote.attribution, f"{quote.id}.attribution")
        self.out.close()

    def _list(self, block: ListBlock, todo: "list[Block | Callable[[], None]]") -> None:
        items = [item for item in block.items if item]
        if len(items) < len(block.items) or not items:
            self.losses.lose("lists", "with empty items has no place in")
        if not items:
            return
        start = block.start if block.ordered and block.start is not None and abs(block.start) <= 999_999 else None
        if block.start is not None and start in {None, 1}:
            self.losses.lose("lists.start", "of this kind has no place in")
        self.out.open("ol" if block.ordered else "ul", {**self._common(block), "seqnum": None if start is None else str(start)})
        todo.append(self.out.close)
        for item in reversed(items):
            todo.append(self.out.close)
            todo.extend(reversed(item))
            todo.append(partial(self.out.open, "li"))

    def _common(self, block: Block) -> dict[str, str | None]:
        if block.lang is None or LANGUAGE.match(block.lang):
            return {"xml:lang": block.lang}
        self.losses.lose("blocks.lang", "that is no language code has no place in")
        return {}

    def _text(
        self, tag: str, text: Text, holder: str, attributes: dict[str, str | None] | None = None, *, marks: str = ""
    ) -> None:
        """An element of the text; its marks are losses of the field `marks`, or of those of their kinds."""
        self.out.open(tag, attributes, mixed=True)
        extra = tuple(m for m in self.quotes.get(holder, ()) if not crosses(m, text.marks))
        inline(self.out, self.losses, text, extra, field=marks)
        self.out.close()

    def _leaf(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._paragraph(block)
            case Preformatted():
                if not block.text.text.strip():
                    self.losses.lose("preformatted", "of white space alone has no place in")
                for mark in block.text.marks:
                    self.losses.lose(f"marks.{mark.kind}", "over preformatted text has no place in")
                self.out.leaf("pre", block.text.text, self._common(block))
            case Table():
                self._table(block)
            case Media():
                self._media(block)
            case Break():
                self.out.empty("hr", self._common(block))
            case Raw() | _:
                pass  # reported by the pipeline

    def _paragraph(self, block: Paragraph) -> None:
        if block.text.text and not block.text.text.strip():
            self.losses.lose("paragraphs", "of white space alone has no place in")
        role = {block.role: "true"} if block.role in {"lede", "summary"} else {}
        if block.role and not role:
            self.losses.lose("paragraphs.role", "other than lede and summary has no place in")
        self._text("p", block.text, block.id, {**self._common(block), **role})

    def _table(self, table: Table) -> None:
        rows = [row for row in table.rows if row]
        if len(rows) < len(table.rows) or not rows:
            self.losses.lose("tables", "with empty rows has no place in")
        if not rows:
            return
        self.out.open("table", self._common(table))
        if table.caption is not None:
            self._text("caption", table.caption, f"{table.id}.caption")
        for r, row in enumerate(rows, 1):
            self.out.open("tr")
            for c, cell in enumerate(row, 1):
                spans = {
                    "colspan": str(cell.colspan) if cell.colspan > 1 else None,
                    "rowspan": str(cell.rowspan) if cell.rowspan > 1 else None,
                }
                self._text("th" if cell.header else "td", cell.text, f"{table.id}.r{r}c{c}", spans)
            self.out.close()
        self.out.close()

    def _media(self, media: Media) -> None:
        out = self.out
        out.open("media", {**self._common(media), "media-type": _MEDIA_TYPES.get(media.kind, media.kind)})
        renditions = list(media.renditions)
        first: dict[str, str | None] = {}
        if renditions and renditions[0].href == media.href and (renditions[0].width or renditions[0].name):
            first = _sizes(renditions.pop(0))
        out.empty(
            "media-reference",
            {"source": media.href, **first, "mime-type": media.media_type, "alternate-text": media.alt},
        )
        for rendition in renditions:
            out.empty("media-reference", {"source": rendition.href, "mime-type": rendition.media_type, **_sizes(rendition)})
        if media.caption is not None:
            self._text("media-caption", media.caption, f"{media.id}.caption")
        if credit := self.losses.said("media.credit", media.credit):
            out.leaf("media-producer", credit)
        out.close()


def _sizes(rendition: Rendition) -> dict[str, str | None]:
    return {
        "name": rendition.name,
        "width": None if rendition.width is None or rendition.width < 0 else str(rendition.width),
        "height": None if rendition.height is None or rendition.height < 0 else str(rendition.height),
    }


def _places_of(raw: str, names: list[str]) -> list[tuple[int, int]] | None:
    """Where the names stand in the line, in order; None where one does not."""
    found: list[tuple[int, int]] = []
    at = 0
    for name in names:
        start = raw.find(name, at)
        if start < 0:
            return None
        at = start + len(name)
        found.append((start, at))
    return found
