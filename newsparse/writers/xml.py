"""Our own XML form, lossless: everything that an article is, as a tree that validates against `schema/xmlform.rng`.

Marks that nest are nested elements; those that cross others stand at the end of their text as `crossing`. Characters that
XML cannot hold are kept by an escape of the vocabulary's own (`schema.xmlform.armour`).
"""

import base64
import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.kit.carry import EVERYTHING
from newsparse.kit.xmlout import XmlOut
from newsparse.model.agents import Agent, Byline, Dateline
from newsparse.model.article import Article, DocumentInfo
from newsparse.model.blocks import Block, Blockquote, Break, ListBlock, Media, Paragraph, Preformatted, Raw, Section, Table
from newsparse.model.frozen import FrozenMap, JsonMap, Value, thaw
from newsparse.model.metadata import Metadata
from newsparse.model.quotes import Annotation, Quote
from newsparse.model.text import MARK_KINDS, Mark, Text
from newsparse.plugin import Writer, option
from newsparse.schema import xmlform as form

_DEEP = 190  # elements; readers refuse 200
_NO_METADATA = Metadata()


@attrs.frozen(kw_only=True)
class Options:
    """How the document is laid out."""

    indent: bool = option(True, help="one element a line, indented")


def write(articles: Iterable[Article], options: Options, ctx: Context) -> Iterator[bytes]:
    """One document with all the articles, a piece for each."""
    out = XmlOut(indent="  " if options.indent else "", mend=form.armour)
    out.markup('<?xml version="1.0" encoding="UTF-8"?>')
    out.open("articles", {"xmlns": form.NAMESPACE, "version": form.VERSION})
    for article in articles:
        _article(out, article, ctx)
        yield out.take()
    out.close()
    yield out.take() + b"\n"


def _article(out: XmlOut, article: Article, ctx: Context) -> None:
    out.open("article", {"uid": article.uid, "xml:lang": article.metadata.lang})
    if article.document is not None:
        _document(out, article.document)
    _text(out, "title", article.title)
    for deck in article.deck:
        _text(out, "deck", deck)
    _text(out, "summary", article.summary)
    _leaf(out, "slugline", article.slugline)
    for byline in article.bylines:
        _byline(out, byline)
    if article.dateline is not None:
        _dateline(out, article.dateline)
    _metadata(out, article.metadata)
    for section in article.sections:
        _section(out, section, ctx)
    for quote in article.quotes:
        _quote(out, quote)
    for annotation in article.annotations:
        _annotation(out, annotation)
    for field, provenance in article.provenance.items():
        out.empty("provenance", {"field": field, **_flat(provenance, form.PROVENANCE)})
    _extras(out, article.extras)
    out.close()


def _document(out: XmlOut, document: DocumentInfo) -> None:
    if document.raw is None:
        out.empty("document", _flat(document, form.DOCUMENT))
        return
    out.open("document", _flat(document, form.DOCUMENT))
    out.leaf("raw", base64.b64encode(document.raw).decode("ascii"))
    out.close()


def _byline(out: XmlOut, byline: Byline) -> None:
    out.open("byline", {"raw": byline.raw, "title": byline.title})
    for agent in byline.agents:
        _agent(out, "agent", agent)
    out.close()


def _dateline(out: XmlOut, dateline: Dateline) -> None:
    date = dateline.date
    out.empty(
        "dateline",
        {
            "raw": dateline.raw,
            "place": dateline.place,
            "date": None if date is None or isinstance(date, str) else _moment(date),
            "date-text": date if isinstance(date, str) else None,
            "agency": dateline.agency,
        },
    )


def _metadata(out: XmlOut, metadata: Metadata) -> None:
    if attrs.evolve(metadata, lang=None) == _NO_METADATA:
        return
    out.open("metadata", _flat(metadata, form.METADATA))
    for stamp in metadata.stamps:
        value = None if stamp.value is None else _moment(stamp.value)
        out.empty("stamp", {"kind": stamp.kind, "value": value, "raw": stamp.raw})
    if metadata.provider is not None:
        _agent(out, "provider", metadata.provider)
    _leaf(out, "source", metadata.source)
    _leaf(out, "credit", metadata.credit)
    if metadata.rights is not None:
        out.open("rights")
        _leaf(out, "holder", metadata.rights.holder)
        _leaf(out, "notice", metadata.rights.notice)
        _leaf(out, "usage", metadata.rights.usage)
        out.close()
    for field, element in form.SUBJECTS:
        for subject in getattr(metadata, field):
            out.empty(element, _flat(subject, form.SUBJECT))
    for field, element in form.TEXTS:
        for words in getattr(metadata, field):
            out.leaf(element, words)
    for link in metadata.links:
        out.empty("link", _flat(link, form.LINK))
    for identifier in metadata.alt_ids:
        out.empty("alt-id", _flat(identifier, form.IDENTIFIER))
    out.close()


def _section(out: XmlOut, section: Section, ctx: Context) -> None:
    out.open("section", {**_placed(section), "level": str(section.level)})
    _text(out, "title", section.title)
    _blocks(out, section.blocks, ctx)
    _extras(out, section.extras)
    out.close()


def _blocks(out: XmlOut, blocks: tuple[Block, ...], ctx: Context) -> None:
    """All blocks and those inside them, in order; a stack instead of recursion, holding what is still to be written.

    On the stack: a block, the inner blocks of a list's item, or a container whose end is due.
    """
    todo: list[Block | tuple[Block, ...] | _End] = list(reversed(blocks))
    depth, told = 3, False
    while todo:
        step = todo.pop()
        if isinstance(step, _End):
            step.write(out)
            depth -= 1
        elif isinstance(step, tuple):
            out.open("item")
            depth += 1
            todo.append(_END_OF_ITEM)
            todo.extend(reversed(step))
        elif isinstance(step, Blockquote | ListBlock):
            depth += 1
            if depth > _DEEP and not told:
                told = True
                ctx.report("xml.too-deep", f"blocks nest so deep at {step.id} that readers refuse the document")
            todo.append(_End(step))
            todo.extend(reversed(_opened(out, step)))
        else:
            _BLOCKS[type(step)](out, step)


@attrs.frozen
class _End:
    """The end of a container; None is a list's item."""

    block: Blockquote | ListBlock | None

    def write(self, out: XmlOut) -> None:
        if self.block is not None:
            if isinstance(self.block, Blockquote):
                _text(out, "attribution", self.block.attribution)
            _extras(out, self.block.extras)
        out.close()


_END_OF_ITEM = _End(None)


def _opened(out: XmlOut, block: Blockquote | ListBlock) -> tuple[Block, ...] | tuple[tuple[Block, ...], ...]:
    """What is inside, after the start tag has been written."""
    if isinstance(block, Blockquote):
        out.open("blockquote", _placed(block))
        return block.blocks
    start = None if block.start is None else str(block.start)
    out.open("list", {**_placed(block), "ordered": "true" if block.ordered else None, "start": start})
    return block.items


def _paragraph(out: XmlOut, block: Paragraph) -> None:
    attributes = _placed(block)
    if block.role is not None:
        attributes["role"] = block.role
    _text(out, "p", block.text, attributes, block.extras)


def _preformatted(out: XmlOut, block: Preformatted) -> None:
    _text(out, "pre", block.text, _placed(block), block.extras)


def _table(out: XmlOut, block: Table) -> None:
    out.open("table", _placed(block))
    _text(out, "caption", block.caption)
    for row in block.rows:
        out.open("row")
        for cell in row:
            attributes = {
                "header": "true" if cell.header else None,
                "colspan": None if cell.colspan == 1 else str(cell.colspan),
                "rowspan": None if cell.rowspan == 1 else str(cell.rowspan),
            }
            _text(out, "cell", cell.text, attributes)
        out.close()
    _extras(out, block.extras)
    out.close()


def _media(out: XmlOut, block: Media) -> None:
    out.open("media", {**_placed(block), **_flat(block, form.MEDIA)})
    _text(out, "caption", block.caption)
    for rendition in block.renditions:
        out.empty("rendition", _flat(rendition, form.RENDITION))
    _extras(out, block.extras)
    out.close()


def _break(out: XmlOut, block: Break) -> None:
    _text(out, "rule", Text(""), _placed(block), block.extras)


def _raw(out: XmlOut, block: Raw) -> None:
    _text(out, "raw", Text(block.data), {**_placed(block), "format": block.format}, block.extras)


_BLOCKS: dict[type, Any] = {
    Paragraph: _paragraph,
    Preformatted: _preformatted,
    Table: _table,
    Media: _media,
    Break: _break,
    Raw: _raw,
}


def _quote(out: XmlOut, quote: Quote) -> None:
    out.open(
        "quote",
        {
            "id": quote.id,
            "kind": quote.kind,
            "cue": quote.cue,
            "cue-class": quote.cue_class,
            **_flat(quote.provenance, form.PROVENANCE),
        },
    )
    out.leaf("text", quote.text)
    if quote.speaker is not None:
        _agent(out, "speaker", quote.speaker)
    for element, spans in (("span", quote.spans), ("speaker-span", quote.speaker_spans), ("cue-span", quote.cue_spans)):
        for span in spans:
            out.empty(element, _flat(span, form.SPAN))
    out.close()


def _annotation(out: XmlOut, annotation: Annotation) -> None:
    out.open("annotation", {"id": annotation.id, "kind": annotation.kind, **_flat(annotation.provenance, form.PROVENANCE)})
    for span in annotation.spans:
        out.empty("span", _flat(span, form.SPAN))
    if annotation.value is not None:
        _values(out, [(None, annotation.value)])
    out.close()


def _agent(out: XmlOut, element: str, agent: Agent) -> None:
    if not agent.ids:
        out.empty(element, _flat(agent, form.AGENT))
        return
    out.open(element, _flat(agent, form.AGENT))
    for identifier in agent.ids:
        out.empty("id", _flat(identifier, form.IDENTIFIER))
    out.close()


# Text with marks


def _leaf(out: XmlOut, element: str, text: str | None) -> None:
    if text is not None:
        out.leaf(element, text)


def _text(
    out: XmlOut,
    element: str,
    text: Text | None,
    attributes: dict[str, str | None] | None = None,
    extras: JsonMap | None = None,
) -> None:
    if text is None:
        return
    if not text.marks and not extras:
        out.leaf(element, text.text, attributes)
        return
    out.open(element, attributes, mixed=True)
    crossing = _marked(out, text)
    for index, mark in crossing:
        place = {"kind": mark.kind, "start": str(mark.start), "end": str(mark.end), "at": str(index)}
        out.empty("crossing", {**place, **_mark_attributes(mark)})
    if extras:
        _extras(out, extras)
    out.close()


def _marked(out: XmlOut, text: Text) -> list[tuple[int, Mark]]:
    """Write the characters with the marks that nest, in their order; gives back the others with their index.

    A mark nests where reading the elements in document order gives it back at its index: it begins no earlier than the
    one before it and ends no later than those that are open.
    """
    characters = text.text
    crossing: list[tuple[int, Mark]] = []
    ends: list[int] = []
    at = 0

    def advance(to: int) -> None:
        nonlocal at
        while ends and ends[-1] <= to:
            end = ends.pop()
            if end > at:
                out.text(characters[at:end])
                at = end
            out.close()
        if to > at:
            out.text(characters[at:to])
            at = to

    for index, mark in enumerate(text.marks):
        open_after = next((end for end in reversed(ends) if end > mark.start), None)
        if mark.start < at or (open_after is not None and mark.end > open_after):
            crossing.append((index, mark))
            continue
        advance(mark.start)
        element = mark.kind if mark.kind in MARK_KINDS else "mark"
        kind = {"kind": mark.kind} if element == "mark" else {}
        out.open(element, {**kind, **_mark_attributes(mark)})
        ends.append(mark.end)
    advance(len(characters))
    return crossing


def _mark_attributes(mark: Mark) -> dict[str, str | None]:
    if not mark.attrs:
        return {}
    plain: dict[str, str | None] = {}
    others: dict[str, Any] = {}
    for key, value in mark.attrs.items():
        if key in form.MARK and isinstance(value, str):
            plain[key] = value
        else:
            others[key] = value
    if others:
        plain["data"] = _json(others)
    return plain


# Values


def _extras(out: XmlOut, extras: JsonMap) -> None:
    if extras:
        out.open("extras")
        _values(out, list(extras.items()))
        out.close()


def _values(out: XmlOut, items: "list[tuple[str | None, Value]]") -> None:
    """JSON values in the names of XPath's `json-to-xml`: map, array, string, number, boolean, null."""
    todo: list[tuple[str | None, Value] | None] = list(reversed(items))
    depth = 0
    while todo:
        item = todo.pop()
        if item is None:
            out.close()
            depth -= 1
            continue
        key, value = item
        attributes = {"key": key}
        if isinstance(value, FrozenMap | tuple) and depth >= form.DEEPEST_VALUE:
            out.leaf("json", _json(thaw(value)), attributes)
        elif isinstance(value, FrozenMap):
            out.open("map", attributes)
            depth += 1
            todo.append(None)
            todo.extend(reversed(list(value.items())))
        elif isinstance(value, tuple):
            out.open("array", attributes)
            depth += 1
            todo.append(None)
            todo.extend((None, inner) for inner in reversed(value))
        else:
            _scalar(out, attributes, value)


def _scalar(out: XmlOut, attributes: dict[str, str | None], value: bool | float | str | None) -> None:
    if value is None:
        out.empty("null", attributes)
    elif isinstance(value, bool):
        out.leaf("boolean", "true" if value else "false", attributes)
    elif isinstance(value, str):
        out.leaf("string", value, attributes)
    else:
        out.leaf("number", repr(value), attributes)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), default=thaw)


# Attributes


def _flat(record: Any, fields: tuple[str, ...]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for field in fields:
        value = getattr(record, field)
        if value is not None:
            found[form.name(field)] = value if isinstance(value, str) else repr(value)
    return found


def _placed(block: Block | Section) -> dict[str, str | None]:
    attributes: dict[str, str | None] = {"id": block.id}
    if block.lang is not None:
        attributes["xml:lang"] = block.lang
    if block.origin is not None:
        attributes.update(_flat(block.origin, form.ORIGIN))
    return attributes


def _moment(value: dt.datetime | dt.date) -> str:
    return value.isoformat()


WRITER = Writer(
    name="xml",
    title="newsparse XML, lossless",
    write=write,
    holds="many",
    carries=EVERYTHING,
    options=Options,
    extension="xml",
    media_type="application/xml",
    spec=form.NAMESPACE,
)
