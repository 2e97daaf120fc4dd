"""Our own XML form, read back as it was written (`writers/xml`, `schema/xmlform.rng`).

A document in the usual shape is cut into its articles by their tags, so that a damaged one costs only itself; any other
is parsed whole. Elements and attributes that the vocabulary does not know are reported; a version with a newer first number
is refused.
"""

import base64
import binascii
import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from newsparse.context import Context
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
from newsparse.model.check import problems
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap, Value
from newsparse.model.metadata import Link, Metadata, Rights, Stamp, Subject
from newsparse.model.place import Origin, Provenance, Span
from newsparse.model.quotes import Annotation, Quote
from newsparse.model.text import MARK_KINDS, Mark, Text
from newsparse.plugin import Document, Frame, Head, Match, NoOptions, Reader
from newsparse.schema import xmlform as form

Element = Any
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(<articles\b[^<>]*>)")
_OPEN = re.compile(rb"<article[\s>/]")
_CLOSE = b"</article>"
_UNUSUAL = (b"<![CDATA[", b"<!--", b"<!DOCTYPE", b"<?xml-")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# How readers of one field know its allowed words.
_KINDS = {"agent": ("person", "organisation", "group", "unknown"), "quote": ("direct", "indirect", "mixed")}
_CUES = ("speech", "attitude", "document")
_HOW = ("asserted", "rule", "model")


def sniff(head: Head) -> Match:
    """CERTAIN for our namespace on the first element."""
    name, attributes = head.first_element
    return Match.CERTAIN if name in {"articles", "article"} and form.NAMESPACE in attributes else Match.NO


def split(document: Document, options: NoOptions, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each article: cut out by its tags, or, in an unusual document, as a parsed element."""
    data = document.data
    root = _ROOT.match(data, 0, 4096)
    if root is None or document.charset not in {None, "utf-8"} or any(mark in data for mark in _UNUSUAL):
        yield from _elements(document, ctx)
        return
    _check_version(re.search(rb"\sversion=[\"']([^\"']*)", root[1]), ctx)
    at, index = root.end(), 0
    while (found := _OPEN.search(data, at)) is not None:
        end = data.find(_CLOSE, found.end())
        following = _OPEN.search(data, found.end(), end if end >= 0 else len(data))
        stop = following.start() if following else (len(data) if end < 0 else end + len(_CLOSE))
        framed = root[1] + data[found.start() : stop] + b"</articles>"
        yield Frame(data=framed, index=index, byte_start=found.start(), charset="utf-8")
        at, index = stop, index + 1


def _elements(document: Document, ctx: Context) -> Iterator[Frame]:
    from newsparse.kit import xml

    root = xml.parse(document.data, ctx, charset=document.charset)
    if xml.local(root) == "article":
        yield Frame(data=document.data, item=root)
        return
    _check_version(re.match(rb"(.*)", (root.get("version") or "").encode()), ctx)
    for index, element in enumerate(xml.children(root, "article")):
        yield Frame(data=document.data, index=index, item=element)


def _check_version(found: "re.Match[bytes] | None", ctx: Context) -> None:
    stated = found[1].decode("ascii", "replace") if found and found[1] else form.VERSION
    ours = form.VERSION.partition(".")[0]
    if stated.partition(".")[0] != ours:
        raise ctx.fail("xml.newer-version", f"version {stated!r} of the form; this newsparse reads {ours}.x")


def parse(frame: Frame, options: NoOptions, ctx: Context) -> Article:  # noqa: ARG001
    """The article; ParseError if there is none or it breaks a rule of the model (`xml.unsound-article`)."""
    from newsparse.kit import xml

    element = frame.item
    if element is None:
        root = xml.parse(frame.data, ctx, charset=frame.charset)
        element = root if xml.local(root) == "article" else xml.child(root, "article")
    if element is None:
        raise ctx.fail("xml.no-article", "no article element in our namespace")
    article = _Reading(ctx).article(element)
    found = problems(article)
    if found:
        raise ctx.fail("xml.unsound-article", found[0])
    return article


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


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
class _Reading:
    """The reading of one article, under its context."""

    ctx: Context

    def article(self, element: Element) -> Article:
        """All of it; children in any order."""
        by: dict[str, list[Element]] = {}
        for child in element.iterchildren("*"):
            by.setdefault(_name(child), []).append(child)
        for name in by.keys() - _ARTICLE:
            self._unknown(by[name][0])
        document = by.get("document")
        dateline = by.get("dateline")
        slugline = by.get("slugline")
        extras = by.get("extras")
        lang = _string(element, _LANG)
        return Article(
            uid=_string(element, "uid"),
            title=self._one_text(by.get("title")),
            deck=tuple(self.text(e) for e in by.get("deck", ())),
            summary=self._one_text(by.get("summary")),
            slugline=_characters(slugline[0]) if slugline else None,
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

    def _unknown(self, element: Element) -> None:
        at = Origin(line=element.sourceline)
        self.ctx.report("xml.unknown-element", f"<{_name(element)}> is not of this vocabulary; left out", at=at)

    # Values in attributes

    def _need(self, element: Element, attribute: str) -> str:
        value = element.get(attribute)
        if value is None:
            at = Origin(line=element.sourceline)
            raise self.ctx.fail("xml.missing-attribute", f"<{_name(element)}> has no {attribute}", at=at)
        return form.disarm(value)

    def _bad(self, element: Element, attribute: str, value: str) -> None:
        at = Origin(line=element.sourceline)
        self.ctx.report("xml.bad-value", f"{attribute} of <{_name(element)}> cannot be {value[:80]!r}; left out", at=at)

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
            elif (number := self._read(element, form.name(field), _integer)) is not None:
                found[field] = number
        return found

    def _record(self, kind: Callable[..., Any], element: Element, fields: tuple[str, ...]) -> Any:
        """An object of the attributes; ParseError where one that it needs is missing."""
        try:
            return kind(**self._flat(element, fields))
        except TypeError:
            message = f"<{_name(element)}> lacks an attribute that it needs"
            raise self.ctx.fail("xml.missing-attribute", message, at=Origin(line=element.sourceline)) from None

    def _placed(self, element: Element) -> dict[str, Any]:
        self.ctx.charge("blocks")
        placed: dict[str, Any] = {"id": self._need(element, "id"), "lang": _string(element, _LANG)}
        if element.get("frame") is not None:
            placed["origin"] = Origin(**self._flat(element, form.ORIGIN))
        return placed

    # The head

    def _document(self, element: Element) -> DocumentInfo:
        info: DocumentInfo = self._record(DocumentInfo, element, form.DOCUMENT)
        for child in element.iterchildren("*"):
            if _name(child) != "raw":
                self._unknown(child)
                continue
            try:
                info = attrs.evolve(info, raw=base64.b64decode(child.text or "", validate=True))
            except (binascii.Error, ValueError):
                self._bad(element, "raw", child.text or "")
        return info

    def _byline(self, element: Element) -> Byline:
        agents = tuple(self._agent(child) for child in element.iterchildren("*"))
        return Byline(raw=self._need(element, "raw"), agents=agents, title=_string(element, "title"))

    def _agent(self, element: Element) -> Agent:
        flat = self._flat(element, form.AGENT)
        flat["kind"] = self._choice(element, "kind", _KINDS["agent"], "unknown")
        flat["name"] = self._need(element, "name")
        ids = tuple(self._record(Identifier, child, form.IDENTIFIER) for child in element.iterchildren("*"))
        return Agent(**flat, ids=ids)

    def _dateline(self, element: Element) -> Dateline:
        date = self._read(element, "date", _moment)
        return Dateline(
            raw=self._need(element, "raw"),
            place=_string(element, "place"),
            date=date if date is not None else _string(element, "date-text"),
            agency=_string(element, "agency"),
        )

    def _metadata(self, elements: list[Element] | None, lang: str | None) -> Metadata:
        if not elements:
            return Metadata(lang=lang)
        element = elements[0]
        by: dict[str, list[Element]] = {}
        for child in element.iterchildren("*"):
            by.setdefault(_name(child), []).append(child)
        for name in by.keys() - _METADATA:
            self._unknown(by[name][0])
        made: dict[str, Any] = {}
        for field, name in form.SUBJECTS:
            made[field] = tuple(self._record(Subject, e, form.SUBJECT) for e in by.get(name, ()))
        for field, name in form.TEXTS:
            made[field] = tuple(_characters(e) for e in by.get(name, ()))
        provider = by.get("provider")
        rights = by.get("rights")
        return Metadata(
            lang=lang,
            **self._flat(element, form.METADATA),
            **made,
            stamps=tuple(self._stamp(e) for e in by.get("stamp", ())),
            provider=self._agent(provider[0]) if provider else None,
            source=_first(by.get("source")),
            credit=_first(by.get("credit")),
            rights=self._rights(rights[0]) if rights else None,
            links=tuple(self._record(Link, e, form.LINK) for e in by.get("link", ())),
            alt_ids=tuple(self._record(Identifier, e, form.IDENTIFIER) for e in by.get("alt-id", ())),
        )

    def _stamp(self, element: Element) -> Stamp:
        value = self._read(element, "value", _moment)
        return Stamp(kind=self._need(element, "kind"), raw=self._need(element, "raw"), value=value)

    def _rights(self, element: Element) -> Rights:
        found = {_name(child): _characters(child) for child in element.iterchildren("*")}
        return Rights(holder=found.get("holder"), notice=found.get("notice"), usage=found.get("usage"))

    def _provenance(self, element: Element) -> Provenance:
        how = self._choice(element, "how", _HOW, "asserted")
        return Provenance(self._need(element, "by"), how, self._read(element, "confidence", float))

    # The body

    def _section(self, element: Element) -> Section:
        placed = self._placed(element)
        level = self._read(element, "level", _integer)
        title: Text | None = None
        inner: list[Element] = []
        for child in element.iterchildren("*"):
            name = _name(child)
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
            name = _name(element)
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
        name = _name(level.element)
        if name == "item":
            outer.items.append(tuple(level.blocks))
            return
        placed = self._placed(level.element)
        if name == "blockquote":
            made: Block = Blockquote(**placed, extras=level.extras, blocks=tuple(level.blocks), attribution=level.attribution)
        else:
            ordered = level.element.get("ordered") == "true"
            start = self._read(level.element, "start", _integer)
            made = ListBlock(**placed, extras=level.extras, items=tuple(level.items), ordered=ordered, start=start)
        outer.blocks.append(made)

    def paragraph(self, element: Element) -> Block:
        """`p`."""
        return Paragraph(**self._placed(element), **self._with_extras(element), role=_string(element, "role"))

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
            name = _name(child)
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
            name = _name(child)
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
            characters = _characters(element)
            self.ctx.charge("text_chars", len(characters))
            return {"text": Text(characters)}
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
            elif (name := _name(inner)) == "crossing":
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
        name = _name(element)
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
            raise self.ctx.fail("xml.missing-attribute", "<crossing> lacks its place", at=Origin(line=element.sourceline))
        mark = Mark(kind=kind, start=place["start"], end=place["end"], attrs=self._mark_attributes(element))
        return place["at"], mark

    def _mark_attributes(self, element: Element) -> JsonMap:
        if not element.attrib:
            return EMPTY
        found: dict[str, Any] = {key: form.disarm(element.get(key)) for key in form.MARK if element.get(key) is not None}
        data = self._read(element, "data", _json)
        if isinstance(data, dict):
            found.update(data)
        return FrozenMap(found) if found else EMPTY

    # Annotations, quotes and JSON values

    def _quote(self, element: Element) -> Quote:
        spans: dict[str, list[Span]] = {"span": [], "speaker-span": [], "cue-span": []}
        speaker: Agent | None = None
        words = ""
        for child in element.iterchildren("*"):
            name = _name(child)
            if name in spans:
                spans[name].append(self._record(Span, child, form.SPAN))
            elif name == "speaker":
                speaker = self._agent(child)
            elif name == "text":
                words = _characters(child)
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
            cue=_string(element, "cue"),
            cue_spans=tuple(spans["cue-span"]),
            cue_class=self._choice(element, "cue-class", _CUES, None),
        )

    def _annotation(self, element: Element) -> Annotation:
        spans: list[Span] = []
        value: Value = None
        for child in element.iterchildren("*"):
            if _name(child) == "span":
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
                if _name(element) in {"map", "array"}:
                    stack.append((element, element.iterchildren("*"), []))
                else:
                    collected.append((form.disarm(element.get("key") or ""), self._scalar(element)))
                continue
            stack.pop()
            if container is not None:
                key = form.disarm(container.get("key") or "")
                whole = FrozenMap(dict(collected)) if _name(container) == "map" else tuple(v for _, v in collected)
                stack[-1][2].append((key, whole))
        return bottom

    def _scalar(self, element: Element) -> Any:
        words = _characters(element)
        convert = _SCALARS.get(_name(element))
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


def _string(element: Element, attribute: str) -> str | None:
    value = element.get(attribute)
    return None if value is None else form.disarm(value)


def _characters(element: Element) -> str:
    """The element's own characters; those of comments left out, those of unexpected elements too."""
    if len(element) == 0:
        return form.disarm(element.text or "")
    return form.disarm((element.text or "") + "".join(child.tail or "" for child in element))


def _first(elements: list[Element] | None) -> str | None:
    return _characters(elements[0]) if elements else None


def _integer(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,4000}", text):
        raise ValueError(text)
    return int(text)


def _moment(text: str) -> dt.datetime | dt.date:
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


def _number(text: str) -> int | float:
    if re.fullmatch(r"-?[0-9]{1,4000}", text):
        return int(text)
    number = float(text)
    if number - number != 0:  # NaN and the infinities
        raise ValueError(text)
    return number


def _json(text: str) -> Any:
    if _json_depth(text) > 200:
        raise ValueError(text)
    return json.loads(text, parse_constant=_no_constant, parse_int=_number)


def _json_depth(text: str) -> int:
    """The deepest nesting of brackets, those in strings counted too: an upper bound."""
    depth = deepest = 0
    for found in re.finditer(r"[\[{]|[\]}]", text):
        depth += 1 if found[0] in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _no_constant(word: str) -> Any:
    raise ValueError(word)


def _boolean(text: str) -> bool:
    if text not in {"true", "false"}:
        raise ValueError(text)
    return text == "true"


_SCALARS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "number": _number,
    "boolean": _boolean,
    "null": lambda _: None,
    "json": lambda text: _frozen(_json(text)),
}


def _frozen(value: Any) -> Any:
    return FrozenMap({"": value})[""]


_LEAVES: dict[str, Callable[[_Reading, Element], Block]] = {
    "p": _Reading.paragraph,
    "pre": _Reading.preformatted,
    "rule": _Reading.rule,
    "raw": _Reading.raw,
    "table": _Reading.table,
    "media": _Reading.media,
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

READER = Reader(
    name="xml",
    title="newsparse XML, lossless",
    sniff=sniff,
    split=split,
    parse=parse,
    elements=("articles", "article"),
    extensions=("xml",),
    media_types=("application/xml", "text/xml"),
    spec=form.NAMESPACE,
)
