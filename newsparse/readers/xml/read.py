"""One article of our XML form, element by element; nothing recurses."""

import base64
import binascii
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.kit.json import loads
from newsparse.model.agents import Agent, Byline, Dateline, Identifier
from newsparse.model.article import Article, DocumentInfo
from newsparse.model.blocks import (
    Block,
    Blockquote,
    Break,
    Cell,
    ListBlock,
    Media,
    Paragraph,
    Preformatted,
    Raw,
    Rendition,
    Section,
    Table,
)
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap, Value
from newsparse.model.metadata import Link, Metadata, Rights, Stamp, Subject
from newsparse.model.place import Origin, Provenance, Span
from newsparse.model.quotes import Annotation, Quote
from newsparse.model.text import MARK_KINDS, Mark, Text
from newsparse.readers.xml.values import SCALARS, characters, first, integer, moment, name_of, string
from newsparse.schema import xmlform as form

Element = Any
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# How readers of one field know its allowed words.
_KINDS = {"agent": ("person", "organisation", "group", "unknown"), "quote": ("direct", "indirect", "mixed")}
_CUES = ("speech", "attitude", "document")
_HOW = ("asserted", "rule", "model")


@attrs.define(eq=False)
class _Level:
    """A container that is being read: its element, the children still to come, and what they have given."""

    element: Element
    rest: Iterator[Element]
    blocks: list[Block] = attrs.field(factory=list)
    items: list[tuple[Block, ...]] = attrs.field(factory=list)
    attribution: Text | None = None
    extras: JsonMap = EMPTY


@attrs.frozen
class Reading:
    """The reading of one article, under its context; what was parsed begins on the document's line `first_line`."""

    ctx: Context
    first_line: int = 1

    def article(self, element: Element) -> Article:
        """All of it; children in any order."""
        by: dict[str, list[Element]] = {}
        for child in element.iterchildren("*"):
            by.setdefault(name_of(child), []).append(child)
        for name in by.keys() - _ARTICLE:
            self._unknown(by[name][0])
        document = by.get("document")
        dateline = by.get("dateline")
        slugline = by.get("slugline")
        extras = by.get("extras")
        lang = string(element, _LANG)
        return Article(
            uid=string(element, "uid"),
            title=self._one_text(by.get("title")),
            deck=tuple(self.text(e) for e in by.get("deck", ())),
            summary=self._one_text(by.get("summary")),
            slugline=characters(slugline[0]) if slugline else None,
            bylines=tuple(self._byline(e) for e in by.get("byline", ())),
            dateline=self._dateline(dateline[0]) if dateline else None,
            sections=tuple(self._section(e) for e in by.get("section", ())),
            quotes=tuple(self._quote(e) for e in by.get("quote", ())),
            annotations=tuple(self._annotation(e) for e in by.get("annotation", ())),
            metadata=self._metadata(by.get("metadata"), lang),
            provenance=FrozenMap({self._need(e, "field"): self._provenance(e) for e in by.get("provenance", ())}),
            document=self._document(document[0]) if document else None,
            extras=self.map(extras[0]) if extras else EMPTY,
        )

    def at(self, element: Element) -> Origin:
        """The line of the element in the document."""
        from newsparse.kit.xml import line

        known = line(element)
        return Origin(line=None if known is None else known + self.first_line - 1)

    def _unknown(self, element: Element) -> None:
        at = self.at(element)
        self.ctx.report("xml.unknown-element", f"<{name_of(element)}> is not of this vocabulary; left out", at=at)

    # Values in attributes

    def _need(self, element: Element, attribute: str) -> str:
        value = element.get(attribute)
        if value is None:
            at = self.at(element)
            raise self.ctx.fail("xml.missing-attribute", f"<{name_of(element)}> has no {attribute}", at=at)
        return form.disarm(value)

    def _bad(self, element: Element, attribute: str, value: str) -> None:
        at = self.at(element)
        self.ctx.report("xml.bad-value", f"{attribute} of <{name_of(element)}> cannot be {value[:80]!r}; left out", at=at)

    def _read(self, element: Element, attribute: str, convert: Callable[[str], Any]) -> Any:
        """The attribute's value, converted; None where it is absent or, reported, does not convert."""
        value = element.get(attribute)
        if value is None:
            return None
        try:
            return convert(value)
        except ValueError:
            self._bad(element, attribute, value)
            return None

    def _choice(self, element: Element, attribute: str, words: tuple[str, ...], otherwise: Any) -> Any:
        value = element.get(attribute)
        if value is None or value in words:
            return value or otherwise
        self._bad(element, attribute, value)
        return otherwise

    def _flat(self, element: Element, fields: tuple[str, ...]) -> dict[str, Any]:
        """The attributes of these fields that are there, by field."""
        found: dict[str, Any] = {}
        for field in fields:
            value = element.get(form.name(field))
            if value is None:
                continue
            if field not in form.INTEGERS:
                found[field] = form.disarm(value)
            elif (number := self._read(element, form.name(field), integer)) is not None:
                found[field] = number
        return found

    def _record(self, kind: Callable[..., Any], element: Element, fields: tuple[str, ...]) -> Any:
        """An object of the attributes; ParseError where one that it needs is missing."""
        try:
            return kind(**self._flat(element, fields))
        except TypeError:
            message = f"<{name_of(element)}> lacks an attribute that it needs"
            raise self.ctx.fail("xml.missing-attribute", message, at=self.at(element)) from None

    def _placed(self, element: Element) -> dict[str, Any]:
        self.ctx.charge("blocks")
        placed: dict[str, Any] = {"id": self._need(element, "id"), "lang": string(element, _LANG)}
        if element.get("frame") is not None:
            placed["origin"] = Origin(**self._flat(element, form.ORIGIN))
        return placed

    # The head

    def _document(self, element: Element) -> DocumentInfo:
        info: DocumentInfo = self._record(DocumentInfo, element, form.DOCUMENT)
        for child in element.iterchildren("*"):
            if name_of(child) != "raw":
                self._unknown(child)
                continue
            try:
                info = attrs.evolve(info, raw=base64.b64decode(child.text or "", validate=True))
            except (binascii.Error, ValueError):
                self._bad(element, "raw", child.text or "")
        return info

    def _byline(self, element: Element) -> Byline:
        agents = tuple(self._agent(child) for child in element.iterchildren("*"))
        return Byline(raw=self._need(element, "raw"), agents=agents, title=string(element, "title"))

    def _agent(self, element: Element) -> Agent:
        flat = self._flat(element, form.AGENT)
        flat["kind"] = self._choice(element, "kind", _KINDS["agent"], "unknown")
        flat["name"] = self._need(element, "name")
        ids = tuple(self._record(Identifier, child, form.IDENTIFIER) for child in element.iterchildren("*"))
        return Agent(**flat, ids=ids)

    def _dateline(self, element: Element) -> Dateline:
        date = self._read(element, "date", moment)
        return Dateline(
            raw=self._need(element, "raw"),
            place=string(element, "place"),
            date=date if date is not None else string(element, "date-text"),
            agency=string(element, "agency"),
        )

    def _metadata(self, elements: list[Element] | None, lang: str | None) -> Metadata:
        if not elements:
            return Metadata(lang=lang)
        element = elements[0]
        by: dict[str, list[Element]] = {}
        for child in element.iterchildren("*"):
            by.setdefault(name_of(child), []).append(child)
        for name in by.keys() - _METADATA:
            self._unknown(by[name][0])
        made: dict[str, Any] = {}
        for field, name in form.SUBJECTS:
            made[field] = tuple(self._record(Subject, e, form.SUBJECT) for e in by.get(name, ()))
        for field, name in form.TEXTS:
            made[field] = tuple(characters(e) for e in by.get(name, ()))
        provider = by.get("provider")
        rights = by.get("rights")
        return Metadata(
            lang=lang,
            **self._flat(element, form.METADATA),
            **made,
            stamps=tuple(self._stamp(e) for e in by.get("stamp", ())),
            provider=self._agent(provider[0]) if provider else None,
            source=first(by.get("source")),
            credit=first(by.get("credit")),
            rights=self._rights(rights[0]) if rights else None,
            links=tuple(self._record(Link, e, form.LINK) for e in by.get("link", ())),
            alt_ids=tuple(self._record(Identifier, e, form.IDENTIFIER) for e in by.get("alt-id", ())),
        )

    def _stamp(self, element: Element) -> Stamp:
        value = self._read(element, "value", moment)
        return Stamp(kind=self._need(element, "kind"), raw=self._need(element, "raw"), value=value)

    def _rights(self, element: Element) -> Rights:
        found = {name_of(child): characters(child) for child in element.iterchildren("*")}
        return Rights(holder=found.get("holder"), notice=found.get("notice"), usage=found.get("usage"))

    def _provenance(self, element: Element) -> Provenance:
        how = self._choice(element, "how", _HOW, "asserted")
        return Provenance(self._need(element, "by"), how, self._read(element, "confidence", float))

    # The body

    def _section(self, element: Element) -> Section:
        placed = self._placed(element)
        level = self._read(element, "level", integer)
        title: Text | None = None
        inner: list[Element] = []
        for child in element.iterchildren("*"):
            name = name_of(child)
            if name == "title":
                title = self.text(child)
            elif name == "extras":
                placed["extras"] = self.map(child)
            else:
                inner.append(child)
        if level is None:
            level = 0 if title is None else 1
        return Section(**placed, title=title, level=level, blocks=self._blocks(element, inner))

    def _blocks(self, section: Element, inner: list[Element]) -> tuple[Block, ...]:
        """The blocks of a section; containers are closed when their children are through, so nothing recurses."""
        bottom = _Level(section, iter(inner))
        levels = [bottom]
        while True:
            level = levels[-1]
            element = next(level.rest, None)
            if element is None:
                levels.pop()
                if level is bottom:
                    return tuple(bottom.blocks)
                self._finish(level, levels[-1])
                continue
            name = name_of(element)
            leaf = _LEAVES.get(name)
            if leaf is not None:
                level.blocks.append(leaf(self, element))
            elif name in _CONTAINERS:
                levels.append(_Level(element, element.iterchildren("*")))
            elif name == "attribution" and level is not bottom:
                level.attribution = self.text(element)
            elif name == "extras" and level is not bottom:
                level.extras = self.map(element)
            else:
                self._unknown(element)

    def _finish(self, level: _Level, outer: _Level) -> None:
        name = name_of(level.element)
        if name == "item":
            outer.items.append(tuple(level.blocks))
            return
        placed = self._placed(level.element)
        if name == "blockquote":
            made: Block = Blockquote(**placed, extras=level.extras, blocks=tuple(level.blocks), attribution=level.attribution)
        else:
            ordered = level.element.get("ordered") == "true"
            start = self._read(level.element, "start", integer)
            made = ListBlock(**placed, extras=level.extras, items=tuple(level.items), ordered=ordered, start=start)
        outer.blocks.append(made)

    def paragraph(self, element: Element) -> Block:
        """`p`."""
        return Paragraph(**self._placed(element), **self._with_extras(element), role=string(element, "role"))

    def preformatted(self, element: Element) -> Block:
        """`pre`."""
        return Preformatted(**self._placed(element), **self._with_extras(element))

    def rule(self, element: Element) -> Block:
        """`rule`."""
        return Break(**self._placed(element), extras=self._with_extras(element).get("extras", EMPTY))

    def raw(self, element: Element) -> Block:
        """`raw`."""
        inner = self._with_extras(element)
        data, extras = inner["text"].text, inner.get("extras", EMPTY)
        return Raw(**self._placed(element), format=self._need(element, "format"), data=data, extras=extras)

    def table(self, element: Element) -> Block:
        """`table`."""
        rows: list[tuple[Cell, ...]] = []
        caption: Text | None = None
        extras = EMPTY
        for child in element.iterchildren("*"):
            name = name_of(child)
            if name == "row":
                rows.append(tuple(self._cell(cell) for cell in child.iterchildren("*")))
            elif name == "caption":
                caption = self.text(child)
            elif name == "extras":
                extras = self.map(child)
            else:
                self._unknown(child)
        return Table(**self._placed(element), rows=tuple(rows), caption=caption, extras=extras)

    def _cell(self, element: Element) -> Cell:
        self.ctx.charge("cells")
        spans = self._flat(element, ("colspan", "rowspan"))
        return Cell(text=self.text(element), header=element.get("header") == "true", **spans)

    def media(self, element: Element) -> Block:
        """`media`."""
        renditions = []
        caption: Text | None = None
        extras = EMPTY
        for child in element.iterchildren("*"):
            name = name_of(child)
            if name == "rendition":
                renditions.append(self._record(Rendition, child, form.RENDITION))
            elif name == "caption":
                caption = self.text(child)
            elif name == "extras":
                extras = self.map(child)
            else:
                self._unknown(child)
        placed = self._placed(element)
        flat = {"kind": self._need(element, "kind"), **self._flat(element, form.MEDIA)}
        return Media(**placed, **flat, caption=caption, renditions=tuple(renditions), extras=extras)

    # Text

    def _one_text(self, elements: list[Element] | None) -> Text | None:
        return self.text(elements[0]) if elements else None

    def text(self, element: Element) -> Text:
        """The element's characters with its marks."""
        text: Text = self._with_extras(element)["text"]
        return text

    def _with_extras(self, element: Element) -> dict[str, Any]:
        """`text`, and `extras` where the element has some."""
        if len(element) == 0:
            plain = characters(element)
            self.ctx.charge("text_chars", len(plain))
            return {"text": Text(plain)}
        return self._marked(element)

    def _marked(self, element: Element) -> dict[str, Any]:
        """Marks in the order in which their elements begin; `crossing` ones then go where `at` says."""
        found: dict[str, Any] = {}
        parts = [form.disarm(element.text or "")]
        at = len(parts[0])
        marks: list[Mark | None] = []
        crossing: list[tuple[int, Mark]] = []
        stack: list[tuple[Element, Iterator[Element], int, int]] = [(element, iter(element), 0, 0)]
        while stack:
            outer, rest, number, start = stack[-1]
            inner = next(rest, None)
            if inner is None:
                stack.pop()
                if stack:
                    marks[number] = self._mark(outer, start, at)
                    ended: Element = outer
                else:
                    break
            elif (name := name_of(inner)) == "crossing":
                crossing.append(self._crossing(inner))
                ended = inner
            elif name == "extras" and len(stack) == 1:
                found["extras"] = self.map(inner)
                ended = inner
            elif name:
                marks.append(None)
                stack.append((inner, iter(inner), len(marks) - 1, at))
                words = form.disarm(inner.text or "")
                parts.append(words)
                at += len(words)
                continue
            else:
                ended = inner
            words = form.disarm(ended.tail or "")
            parts.append(words)
            at += len(words)
        made = [mark for mark in marks if mark is not None]
        self.ctx.charge("marks", len(made) + len(crossing))
        self.ctx.charge("text_chars", at)
        found["text"] = Text("".join(parts), tuple(_merged(made, crossing)))
        return found

    def _mark(self, element: Element, start: int, end: int) -> Mark | None:
        name = name_of(element)
        if name == "mark":
            name = self._need(element, "kind")
        elif name not in MARK_KINDS:
            self._unknown(element)
            return None
        return Mark(kind=name, start=start, end=end, attrs=self._mark_attributes(element))

    def _crossing(self, element: Element) -> tuple[int, Mark]:
        place = self._flat(element, ("start", "end", "at"))
        kind = self._need(element, "kind")
        if len(place) < 3:
            raise self.ctx.fail("xml.missing-attribute", "<crossing> lacks its place", at=self.at(element))
        mark = Mark(kind=kind, start=place["start"], end=place["end"], attrs=self._mark_attributes(element))
        return place["at"], mark

    def _mark_attributes(self, element: Element) -> JsonMap:
        if not element.attrib:
            return EMPTY
        found: dict[str, Any] = {key: form.disarm(element.get(key)) for key in form.MARK if element.get(key) is not None}
        data = self._read(element, "data", self._json)
        if isinstance(data, FrozenMap):
            found.update(data)
        return FrozenMap(found) if found else EMPTY

    # Annotations, quotes and JSON values

    def _quote(self, element: Element) -> Quote:
        spans: dict[str, list[Span]] = {"span": [], "speaker-span": [], "cue-span": []}
        speaker: Agent | None = None
        words = ""
        for child in element.iterchildren("*"):
            name = name_of(child)
            if name in spans:
                spans[name].append(self._record(Span, child, form.SPAN))
            elif name == "speaker":
                speaker = self._agent(child)
            elif name == "text":
                words = characters(child)
            else:
                self._unknown(child)
        return Quote(
            id=self._need(element, "id"),
            text=words,
            spans=tuple(spans["span"]),
            kind=self._choice(element, "kind", _KINDS["quote"], "direct"),
            provenance=self._provenance(element),
            speaker=speaker,
            speaker_spans=tuple(spans["speaker-span"]),
            cue=string(element, "cue"),
            cue_spans=tuple(spans["cue-span"]),
            cue_class=self._choice(element, "cue-class", _CUES, None),
        )

    def _annotation(self, element: Element) -> Annotation:
        spans: list[Span] = []
        value: Value = None
        for child in element.iterchildren("*"):
            if name_of(child) == "span":
                spans.append(self._record(Span, child, form.SPAN))
            else:
                value = self._values([child])[0][1]
        name, kind = self._need(element, "id"), self._need(element, "kind")
        return Annotation(id=name, kind=kind, provenance=self._provenance(element), spans=tuple(spans), value=value)

    def map(self, element: Element) -> JsonMap:
        """The keyed values inside, as a map."""
        return FrozenMap(dict(self._values(element.iterchildren("*"))))

    def _values(self, elements: Iterable[Element]) -> "list[tuple[str, Value]]":
        """(key, value) of each element; containers are closed when their children are through."""
        bottom: list[tuple[str, Any]] = []
        stack: list[tuple[Element | None, Iterator[Element], list[tuple[str, Any]]]] = [(None, iter(elements), bottom)]
        while stack:
            container, rest, collected = stack[-1]
            element = next(rest, None)
            if element is not None:
                if name_of(element) in {"map", "array"}:
                    stack.append((element, element.iterchildren("*"), []))
                else:
                    collected.append((form.disarm(element.get("key") or ""), self._scalar(element)))
                continue
            stack.pop()
            if container is not None:
                key = form.disarm(container.get("key") or "")
                whole = FrozenMap(dict(collected)) if name_of(container) == "map" else tuple(v for _, v in collected)
                stack[-1][2].append((key, whole))
        return bottom

    def _json(self, text: str) -> Any:
        return FrozenMap({"": loads(text, self.ctx)})[""]

    def _scalar(self, element: Element) -> Any:
        words = characters(element)
        name = name_of(element)
        convert = self._json if name == "json" else SCALARS.get(name)
        if convert is None:
            self._unknown(element)
            return None
        try:
            return convert(words)
        except ValueError:
            self._bad(element, "content", words)
            return None


def _merged(made: list[Mark], crossing: list[tuple[int, Mark]]) -> list[Mark]:
    """All marks in their order: each crossing one at its index."""
    for index, mark in sorted(crossing, key=lambda c: c[0]):
        made.insert(min(max(index, 0), len(made)), mark)
    return made


_LEAVES: dict[str, Callable[[Reading, Element], Block]] = {
    "p": Reading.paragraph,
    "pre": Reading.preformatted,
    "rule": Reading.rule,
    "raw": Reading.raw,
    "table": Reading.table,
    "media": Reading.media,
}
_CONTAINERS = frozenset({"blockquote", "list", "item"})
_ARTICLE = frozenset(
    "document title deck summary slugline byline dateline metadata section quote annotation provenance extras".split()  # noqa: SIM905
)
_METADATA = frozenset(
    (
        *("stamp", "provider", "source", "credit", "rights", "link", "alt-id"),
        *(name for _, name in form.SUBJECTS),
        *(name for _, name in form.TEXTS),
    )
)
