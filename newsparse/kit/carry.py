"""What an article holds, field by field, and which of it a target format can carry.

`held` names every field of the model that an article uses, with its values. A writer declares in `Writer.carries` which of
those names its format has a place for; the difference is what a conversion loses, and `tell` reports it, each field by
name. One vocabulary serves the writers, the reports, the laws of `newsparse.testing` and the tables in the docs.

What says how an article was read, and not what it says, is left out: ids, origins, provenance, DocumentInfo.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Final

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.model import walk
from newsparse.model.agents import Agent, Byline, Dateline
from newsparse.model.article import Article
from newsparse.model.blocks import Block, Blockquote, Break, ListBlock, Media, Paragraph, Preformatted, Raw, Section, Table
from newsparse.model.frozen import FrozenMap
from newsparse.model.metadata import Metadata, Subject
from newsparse.model.text import Text

Fields = dict[str, tuple[Any, ...]]
"""Name of a field to its values, in the article's order; a name is there only if it has a value."""

EVERYTHING: Final = frozenset({"*"})
"""For a writer that loses nothing."""
INFERRED: Final = frozenset({"quotes", "annotations"})
"""What enrichers add and can add again; its loss is worth knowing and no more."""
PAGES: Final = frozenset({"extras.html", "blocks.extras.html"})
"""What only a page has names for: how it is laid out and what it says of itself. No other format misses it."""
WORDS: Final = frozenset({"title", "deck", "summary", "sections.title", "paragraphs", "preformatted"})
"""The words of the story, without which no format is worth writing."""

_PLAIN = ("lang", "source", "credit", "urgency", "priority", "category", "service", "version", "sequence", "status", "take_key",
          "words_declared")  # fmt: skip
_LISTS = ("keywords", "signals", "ed_notes")
_TOPICS = ("subjects", "genres", "places")


def held(article: Article) -> Fields:
    """Every field that the article uses, by its name (see docs/plugins.md), with its values."""
    fields: dict[str, list[Any]] = {}
    for name, value in _everything(article):
        if value is not None and value not in ("", ()):
            fields.setdefault(name, []).append(value)
    return {name: tuple(values) for name, values in fields.items()}


def carried(name: str, carries: Collection[str]) -> bool:
    """Whether a field of that name is among `carries`: by name, or by `front.*` or `*`."""
    if name in carries or "*" in carries:
        return True
    front = name
    while "." in front:
        front = front.rpartition(".")[0]
        if f"{front}.*" in carries:
            return True
    return False


def lost(article: Article, carries: Collection[str]) -> dict[str, int]:
    """The fields that the article uses and a target with these `carries` has no place for, with how many values each."""
    if "*" in carries:
        return {}
    return {name: len(values) for name, values in held(article).items() if not carried(name, carries)}


def tell(article: Article, carries: Collection[str], ctx: Context, writer: str) -> None:
    """Report each field that `writer` cannot carry, as `<writer>.lost-field`."""
    for name, count in lost(article, carries).items():
        if name in PAGES:
            own = article.extras.get("html") if name == "extras.html" else None
            keys = f" ({', '.join(sorted(own))[:120]})" if isinstance(own, FrozenMap) and own else ""
            tell_field(ctx, writer, name, count, f"{keys}, which only pages have names for, has no place in".lstrip())
        else:
            tell_field(ctx, writer, name, count)


def tell_field(
    ctx: Context,
    writer: str,
    name: str,
    count: int = 1,
    why: str = "has no place in",
    *,
    severity: Severity | None = None,
) -> None:
    """Report one loss: `name` is the field's, `why` what a value of a field that is carried otherwise did wrong.

    With a `count` of 0 nothing is left out, only changed.
    """
    if severity is None:
        severity = Severity.INFO if name in INFERRED or name in PAGES else Severity.ERROR
    values = "nothing" if count == 0 else "a value" if count == 1 else f"{count:,} values"
    told = f"{name} {why} {writer}; {values} left out"
    ctx.report(f"{writer}.lost-field", told, severity=severity, data={"field": name, "count": count})


def tell_left_out(article: Article, carries: Collection[str], ctx: Context, writer: str) -> None:
    """Report in one line all that a page for people leaves out, as `<writer>.left-out`: what a format for machines would lose.

    Information only, because leaving things out is what such a page is for.
    """
    fields = lost(article, carries)
    if fields:
        told = f"left out of what people read: {', '.join(fields)}"
        ctx.report(f"{writer}.left-out", told, severity=Severity.INFO, data={"fields": fields})


def _everything(article: Article) -> Iterator[tuple[str, Any]]:
    yield "uid", article.uid
    yield from _line("title", article.title)
    for deck in article.deck:
        yield from _line("deck", deck)
    yield from _line("summary", article.summary)
    yield "slugline", article.slugline
    for byline in article.bylines:
        yield from _byline(byline)
    if article.dateline is not None:
        yield from _dateline(article.dateline)
    for quote in article.quotes:
        yield "quotes", quote.text
    for annotation in article.annotations:
        yield "annotations", annotation.kind
    yield from _metadata(article.metadata)
    for section in article.sections:
        yield from _section(section)
    yield from _extras("extras", article)


def _line(name: str, text: Text | None) -> Iterator[tuple[str, Any]]:
    if text is not None:
        yield name, text.text
        for mark in text.marks:
            yield f"{name}.marks", (mark.kind, text.text[mark.start : mark.end])


def _byline(byline: Byline) -> Iterator[tuple[str, Any]]:
    yield "bylines", byline.raw
    yield "bylines.title", byline.title
    for agent in byline.agents:
        yield from _agent("authors", agent)


def _agent(name: str, agent: Agent) -> Iterator[tuple[str, Any]]:
    yield name, agent.name
    yield f"{name}.kind", agent.kind if agent.kind != "unknown" else None
    yield f"{name}.role", agent.role
    yield f"{name}.affiliation", agent.affiliation
    for one in agent.ids:
        yield f"{name}.ids", (one.scheme, one.value)


OF_LINES: Final = frozenset({"authors", "authors.kind", "authors.role", "authors.affiliation"})
"""What a byline may say of its authors in words."""


def unread(stated: Iterable[Agent], read: Iterable[Agent], parts: Collection[str] = OF_LINES) -> Iterator[tuple[str, int]]:
    """(field, how many values) of what `stated` authors are and those that a reader makes of the lines are not."""
    seen = _people(read)
    for name, values in _people(stated).items():
        if name in parts and seen.get(name) != values:
            yield name, len(values)


def _people(agents: Iterable[Agent]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for agent in agents:
        for name, value in _agent("authors", agent):
            if value not in {None, ""}:
                found.setdefault(name, []).append(value)
    return found


def _dateline(dateline: Dateline) -> Iterator[tuple[str, Any]]:
    yield "dateline", dateline.raw if dateline.raw != dateline.place else None
    yield "dateline.place", dateline.place
    yield "dateline.date", dateline.date
    yield "dateline.agency", dateline.agency


def _metadata(metadata: Metadata) -> Iterator[tuple[str, Any]]:
    for name in _PLAIN:
        yield f"metadata.{name}", getattr(metadata, name)
    for name in _LISTS:
        for value in getattr(metadata, name):
            yield f"metadata.{name}", value
    for stamp in metadata.stamps:
        yield f"metadata.stamps.{stamp.kind}", stamp.raw if stamp.value is None else stamp.value
    if metadata.provider is not None:
        yield from _agent("metadata.provider", metadata.provider)
    if metadata.rights is not None:
        for name in ("holder", "notice", "usage"):
            yield f"metadata.rights.{name}", getattr(metadata.rights, name)
    for name in _TOPICS:
        for topic in getattr(metadata, name):
            yield from _topic(f"metadata.{name}", topic)
    yield from _references(metadata)


def _references(metadata: Metadata) -> Iterator[tuple[str, Any]]:
    for link in metadata.links:
        yield "metadata.links", link.href
        for name in ("rel", "title", "media_type"):
            yield f"metadata.links.{name}", getattr(link, name)
    for one in metadata.alt_ids:
        yield "metadata.alt_ids", one.value
        yield "metadata.alt_ids.scheme", one.scheme


def _topic(name: str, topic: Subject) -> Iterator[tuple[str, Any]]:
    yield name, topic.label if topic.code is None else topic.code
    yield f"{name}.scheme", topic.scheme
    yield f"{name}.label", topic.label if topic.code is not None else None
    yield f"{name}.kind", topic.kind


def _section(section: Section) -> Iterator[tuple[str, Any]]:
    if section.title is not None:
        yield from _line("sections.title", section.title)
        yield "sections.level", section.level
    yield "sections.lang", section.lang
    yield from _extras("sections.extras", section)
    for block in walk.below(section.blocks):
        yield "blocks.lang", block.lang
        yield from _extras("blocks.extras", block)
        yield from _BLOCKS[type(block)](block)
        for _, text in walk.block_texts(block):
            for mark in text.marks:
                yield f"marks.{mark.kind}", text.text[mark.start : mark.end]


def _extras(name: str, holder: Article | Section | Block) -> Iterator[tuple[str, Any]]:
    for format_name, values in holder.extras.items():
        yield f"{name}.{format_name}", values


def _paragraph(block: Paragraph) -> Iterator[tuple[str, Any]]:
    yield "paragraphs", block.text.text
    yield "paragraphs.role", block.role


def _blockquote(block: Blockquote) -> Iterator[tuple[str, Any]]:
    yield "blockquotes", len(block.blocks)
    yield "blockquotes.attribution", block.attribution.text if block.attribution is not None else None


def _list(block: ListBlock) -> Iterator[tuple[str, Any]]:
    yield "lists", (block.ordered, len(block.items))
    yield "lists.start", block.start


def _table(block: Table) -> Iterator[tuple[str, Any]]:
    yield "tables", tuple(tuple(cell.text.text for cell in row) for row in block.rows)
    yield "tables.caption", block.caption.text if block.caption is not None else None
    if any(cell.header for row in block.rows for cell in row):
        yield "tables.headers", tuple(tuple(cell.header for cell in row) for row in block.rows)
    if any(cell.colspan > 1 or cell.rowspan > 1 for row in block.rows for cell in row):
        yield "tables.spans", tuple(tuple((cell.colspan, cell.rowspan) for cell in row) for row in block.rows)


def _media(block: Media) -> Iterator[tuple[str, Any]]:
    yield "media", block.href or block.kind
    yield "media.kind", block.kind
    yield "media.caption", block.caption.text if block.caption is not None else None
    for name in ("credit", "alt", "media_type"):
        yield f"media.{name}", getattr(block, name)
    for one in block.renditions:
        yield "media.renditions", (one.href, one.name, one.width, one.height)


def _preformatted(block: Preformatted) -> Iterator[tuple[str, Any]]:
    yield "preformatted", block.text.text


def _break(block: Break) -> Iterator[tuple[str, Any]]:
    yield "breaks", type(block).__name__


def _raw(block: Raw) -> Iterator[tuple[str, Any]]:
    yield f"raw.{block.format}", block.data


_BLOCKS: dict[type, Callable[[Any], Iterator[tuple[str, Any]]]] = {
    Paragraph: _paragraph,
    Blockquote: _blockquote,
    ListBlock: _list,
    Table: _table,
    Media: _media,
    Preformatted: _preformatted,
    Break: _break,
    Raw: _raw,
}
