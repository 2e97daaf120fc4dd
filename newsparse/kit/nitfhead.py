"""A `nitf` element as an article: the head and the body's head by tables of their elements; the body is `kit.wirebody`'s.

NITF stands by itself and inside of NewsML, so this belongs to no reader.
"""

import datetime as dt
import re
from collections.abc import Callable, Set
from typing import Any, ClassVar, Final

import attrs

from newsparse.kit import fieldmap, markup, wire, wirebody, xml
from newsparse.kit.attributes import attributes_of
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.datelines import read_dateline
from newsparse.kit.dates import parse_date
from newsparse.kit.dialect import map_names, pattern
from newsparse.kit.inline import collapsed
from newsparse.kit.shapes import Pattern
from newsparse.kit.xml import Element
from newsparse.model.agents import Byline, Dateline
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap
from newsparse.model.metadata import Rights
from newsparse.model.quick import new_agent, new_identifier, new_subject
from newsparse.model.text import Text

PROSE: Final = frozenset(("body.content",))
"""Where text is worth reading as far as it goes, if the document breaks off in it."""
WHOLE: Final = frozenset(
    (
        "byline", "tagline", "dateline", "rights", "copyrite", "distributor", "abstract", "note", "h1", "hl1", "hl2", "person",
        "org", "event", "location", "classifier", "BYLINE", "RUBRIK",
    )
)  # fmt: skip
"""What means nothing, if the document breaks off in it."""
FIELDS: Final = (
    "category", "credit", "ed_note", "keyword", "lang", "priority", "sequence", "service", "signal", "slugline", "source",
    "subject", "take_key", "version", "words_declared",
)  # fmt: skip
"""Fields that a `meta` or `classifier` may be for; `subject` is an IPTC subject code."""
_STAMPS = {"date.issue": "created", "date.release": "released", "date.expire": "expires"}
_NEWEST = "-//IPTC//DTD NITF 3.6//EN"
_OF_THE_FORMAT = ("baselang", "schemaLocation", "version", "change.date", "change.time")
_CONTAINERS = frozenset(("docdata", "key-list", "identified-content", "del-list", "tobject"))
_LEGAL = frozenset(("cpyrt", "copyright", "trademk", "trademark"))  # classes of notes that tell an editor nothing
_PREFIX = re.compile(r"[a-z]{2,5}-")  # of an agency, before a name of ANPA's
_URGENCIES = frozenset("12345678")
# Words, and no number of a machine's.
_SLUG = re.compile(r"(?!.{0,60}[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-)(?=.{0,60}[^\W\d_]{3}).{3,60}\Z")
_LISTS = {"ed_note": "ed_notes", "signal": "signals"}


def _fields(instance: Any, attribute: Any, value: JsonMap) -> None:  # noqa: ARG001
    map_names(value, FIELDS)


def _byline(instance: Any, attribute: Any, value: str) -> None:  # noqa: ARG001
    if value not in {"byline", "deck", "creator"}:
        raise ValueError(f"byline is {value!r}: known are byline, deck, creator")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Habits:
    """Where an agency puts fields that NITF has other places for, or none.

    `meta` and `classifier`: their name or type to a field. `byline`: what the byline element really holds: a byline, a
    deck, or the initials of the creator. `pre`: what `pre` holds: lines, whose breaks and spaces matter, or prose.
    `head_title`: a pattern for head/title, whose groups `slugline`, `sequence`, `headline` are these fields. `fields`: paths
    below `nitf` to fields (`kit.fieldmap`), which go before the standard elements. `constants`: what holds for every story.
    """

    meta: JsonMap = attrs.field(default=EMPTY, converter=FrozenMap, validator=_fields)
    classifier: JsonMap = attrs.field(default=EMPTY, converter=FrozenMap, validator=_fields)
    byline: str = attrs.field(default="byline", validator=_byline)
    pre: str = attrs.field(default="lines", validator=attrs.validators.in_(("lines", "prose")))
    head_title: Pattern | None = pattern()
    fields: JsonMap = attrs.field(default=EMPTY, converter=FrozenMap, validator=fieldmap.known)
    constants: JsonMap = attrs.field(default=EMPTY, validator=wire.known_constants)


class Story:
    """One story in the reading; what has no field is kept for the extras.

    `cut`: the document breaks off, and before the content is reached, nothing stands in for what may have followed. `taken`
    are elements that a dialect's paths have read.
    """

    def __init__(
        self, builder: ArticleBuilder, habits: Habits, frame: int | None, *, cut: bool = False, taken: Set[Any] = frozenset()
    ) -> None:
        self.builder = builder
        self.keep = builder.keep
        self.habits = habits
        self.ctx = builder.ctx
        self.frame = frame
        self.cut = cut
        self.taken = taken
        self.rights: dict[str, str] = {}
        self._title: str | None = None
        self._holder: str | None = None
        self._key = ""  # by which the story is known until it is over: a slug, if words are made of it
        self._revised: Element | None = None  # the last revision that has a time

    def read(self, nitf: Element) -> None:
        """Read all but the body's content."""
        builder = self.builder
        builder.lang = nitf.get("baselang") or nitf.get(xml.XML_LANG)
        for name, value in attributes_of(nitf, but=_OF_THE_FORMAT).items():
            self.keep(name, value)
        if nitf.get("version", _NEWEST) != _NEWEST:
            self.keep("version", nitf.get("version"))
        head, body = xml.child(nitf, "head"), xml.child(nitf, "body")
        reached = not self.cut or (body is not None and xml.child(body, "body.content") is not None)
        if head is not None:
            self._head(head)
        if body is not None:
            builder.lang = builder.lang or body.get(xml.XML_LANG)
            body_head = xml.child(body, "body.head")
            if body_head is not None:
                self.body_head(body_head)
        if reached:
            self._headline()
        if reached and self._holder:
            self.rights.setdefault("notice", self._holder)
        if reached and builder.slugline is None and _SLUG.match(self._key):
            builder.slugline = self._key
            builder.say("slugline", "nitf", "rule")
        if self.rights:
            builder.rights = Rights(**self.rights)
        if reached and builder.source is None and (holder := self.rights.get("holder")):
            builder.source = holder
            builder.say("metadata.source", "nitf", "rule")
        if body is not None:
            self._body_end(body)

    # The head

    def _head(self, head: Element) -> None:
        kept: Element | None = None  # the last that is kept with all that is in it
        elements = self._HEAD
        for element in head.iterdescendants("*"):
            handle = elements[element.tag]
            if self.taken and element in self.taken:
                continue
            if handle is not None:
                handle(self, element)
                continue
            if kept is not None and element.getparent() is kept:
                continue
            name, words = xml.local(element), len(element) == 0 and (element.text or "").strip()
            if name not in _CONTAINERS and (element.keys() or words):
                kept = element
                bare = len(element) == 0 and not words
                self.keep(name, attributes_of(element) if bare else xml.plain(element), many=True)
        if self._revised is not None and not (self.cut and head.getnext() is None):
            self.stamp("updated", self._revised)

    def _title_of_head(self, element: Element) -> None:
        self._title = xml.words(element) or None

    def _meta(self, element: Element) -> None:
        name, content = element.get("name") or element.get("http-equiv") or "", (element.get("content") or "").strip()
        field = self.habits.meta.get(name) or self.habits.meta.get(_PREFIX.sub("anpa-", name.lower(), count=1))
        if content and (field is None or not self._set(str(field), content)):
            self.builder.extras.setdefault("nitf", {}).setdefault("meta", {})[name] = content

    def _set(self, field: str, value: str) -> bool:
        """Give a field that is not stated yet its value; False where it has one or does not fit."""
        builder = self.builder
        if field == "keyword":
            builder.keywords.extend(word for part in re.split("[,;]", value) if (word := part.strip()))
        elif field in _LISTS:
            getattr(builder, _LISTS[field]).append(value)
        elif field == "subject":
            builder.subjects.append(new_subject(code=value, scheme="iptc"))
        elif field == "words_declared":
            builder.words_declared = wirebody.number(value)
            return builder.words_declared is not None
        elif getattr(builder, field) is None:
            setattr(builder, field, value)
        else:
            return False
        return True

    def _tobject(self, element: Element) -> None:
        self.keep("tobject.type", element.get("tobject.type"))

    def _property(self, element: Element) -> None:
        label = (element.get("tobject.property.type") or "").strip()
        if label:
            self.builder.genres.append(new_subject(label=label))

    def _subject(self, element: Element) -> None:
        stated = {name.removeprefix("tobject.subject."): value for name, value in attributes_of(element).items() if value.strip()}
        code = stated.get("refnum") or stated.get("code")
        labels = [stated[name] for name in ("detail", "matter", "type") if name in stated]
        if code is None and not labels:
            return
        scheme = element.get("tobject.subject.ipr", "IPTC" if "refnum" in stated else None) or None
        if code is None or scheme == "":
            scheme = None
        elif scheme is not None and scheme.upper() == "IPTC":
            scheme = "iptc"
        self.builder.subjects.append(new_subject(code=code, scheme=scheme, label=labels[0] if labels else None))
        if len(labels) > 1 or ("code" in stated and "refnum" in stated):
            self.keep("tobject.subject", stated, many=True)

    def _docdata(self, element: Element) -> None:
        self.builder.status = element.get("management-status") or self.builder.status
        for name, value in attributes_of(element, but=("management-status",)).items():
            self.keep(name, value)

    def _doc_id(self, element: Element) -> None:
        name, source = (element.get("id-string") or "").strip(), (element.get("regsrc") or "").strip()
        first = self.builder.uid is None
        self.builder.uid = self.builder.uid or name or None
        if name and (source or not first):
            self.builder.alt_ids.append(new_identifier(source or "doc-id", name))
        elif source:
            self.keep("regsrc", source)

    def _urgency(self, element: Element) -> None:
        raw = (element.get("ed-urg") or element.text or "").strip()
        if raw in _URGENCIES:
            self.builder.urgency = int(raw)
        elif raw:
            at = xml.origin(element, self.frame or 0)
            self.ctx.report("nitf.bad-urgency", f"urgency {raw[:40]!r} is none of 1 to 8; kept in the extras", at=at)
            self.keep("urgency", raw)

    def _date(self, element: Element) -> None:
        self.stamp(_STAMPS[xml.local(element)], element)

    def stamp(self, kind: str, element: Element, attribute: str = "norm") -> None:
        """Add the time that an element states in its attribute, or else in its text."""
        raw = (element.get(attribute) or xml.text(element)).strip()
        if not raw:
            return
        value = parse_date(raw)
        if value is None:
            told = f"{xml.local(element)} {raw[:40]!r} is no date; kept as it stands"
            self.ctx.report("nitf.bad-date", told, at=xml.origin(element, self.frame or 0))
        self.builder.stamp(kind, raw, value)
        if kind == "released" and self.builder.status == "embargoed":
            self.builder.stamp("embargoed", raw, value)

    def _message(self, element: Element) -> None:
        note = collapsed(element.get("info") or xml.text(element))
        if note:
            self.builder.ed_notes.append(note)
            self.keep("ed-msg", attributes_of(element, but=("info",)), many=True)

    def _use_key(self, element: Element) -> None:
        self.builder.version = element.get("version") or self.builder.version
        self._key = (element.get("key") or "").strip()
        self.keep("du-key", attributes_of(element, but=("version",)))

    def _copyright(self, element: Element) -> None:
        holder = collapsed(element.get("holder") or xml.text(element))
        if holder:
            self.rights.setdefault("holder", holder)
            self._holder = self._holder or holder
        self.keep("doc.copyright", attributes_of(element, but=("holder",)))

    def _rights(self, element: Element) -> None:
        stated = attributes_of(element)
        if owner := collapsed(stated.pop("owner", "")):
            self.rights.setdefault("holder", owner)
        if usage := collapsed(stated.pop("limitations", "") or xml.text(element)):
            self.rights.setdefault("usage", usage)
        self.keep("doc.rights", {name: value for name, value in stated.items() if value})

    def _keyword(self, element: Element) -> None:
        word = collapsed(element.get("key") or xml.text(element))
        if word:
            self.builder.keywords.append(word)

    def _place(self, element: Element) -> None:
        stated = {name: value.strip() for name, value in attributes_of(element).items() if value.strip()}
        label = next((stated[name] for name in ("city", "county-dist", "state-prov", "region") if name in stated), None)
        label = label or xml.words(element) or None
        code = stated.get("iso-cc")
        if label or code:
            self.builder.places.append(new_subject(code=code, scheme="iso-cc" if code else None, label=label, kind="evloc"))
        if len(stated) > (code is not None) + (label is not None):
            self.keep("evloc", stated, many=True)

    def _identified(self, element: Element) -> None:
        """What `identified-content` names, inside or out of it."""
        name = xml.local(element)
        if name == "classifier" and (field := self.habits.classifier.get(element.get("type") or "")):
            value = element.get("value") or xml.words(element)
            if value and self._set(str(field), value):
                return
        code = element.get("value") or element.get("location-code") or None
        scheme = element.get("idsrc") or element.get("code-source") or None
        kind = element.get("type") or element.get("class") or (name if name in {"person", "org", "event"} else None)
        topic = new_subject(code=code, scheme=scheme, label=xml.words(element) or None, kind=kind)
        if topic.code or topic.label:
            (self.builder.places if name == "location" else self.builder.subjects).append(topic)

    def _pubdata(self, element: Element) -> None:
        if element.get("date.publication"):
            self.stamp("published", element, "date.publication")
        length = wirebody.number(element.get("item-length"))
        counted = (element.get("unit-of-measure") or "").lower() in {"word", "words"}
        if length and counted and self.builder.words_declared is None:
            self.builder.words_declared = length
        rest = attributes_of(element, but=("date.publication", *(("item-length", "unit-of-measure") if counted else ())))
        self.keep("pubdata", {name: value for name, value in rest.items() if value}, many=True)

    def _revision(self, element: Element) -> None:
        self.keep("revision-history", attributes_of(element), many=True)
        if element.get("norm"):
            self._revised = element

    # The body's head

    def body_head(self, element: Element) -> None:
        """Read headline, byline, dateline and the like of a `body.head`."""
        elements = self._BODY_HEAD
        for child in element:
            handle = elements[child.tag]
            if self.taken and child in self.taken:
                continue
            if handle is not None:
                handle(self, child)
            elif name := xml.local(child):
                self.keep(name, xml.plain(child), many=True)

    def _hedline(self, element: Element) -> None:
        children = [*xml.children(element, "hl1"), *xml.children(element, "hl2", "hl3", "hl4")]
        lines = [markup.text(child, wirebody.NITF, self.ctx) for child in children]
        if not any(True for _ in xml.children(element)):
            lines.append(Text(collapsed(element.text)))
        first_is_main = xml.child(element, "hl1") is not None or len(element) == 0
        for index, text in enumerate(lines):
            if index == 0 and first_is_main and text.text and self.builder.title is None:
                self.builder.title = text
            elif text.text and not (self.builder.title is not None and text.text == self.builder.title.text):
                self.builder.deck.append(text)

    def _note(self, element: Element) -> None:
        if (element.get("noteclass") or "").lower() in _LEGAL:
            self.keep("note", xml.plain(element), many=True)
            return
        note = markup.text(element, wirebody.NITF, self.ctx).text
        if note:
            self.builder.ed_notes.append(note)
            self.builder.extras.setdefault("nitf", {}).setdefault("note", []).append(attributes_of(element))

    def _printed_rights(self, element: Element) -> None:
        for owner in xml.children(element, "rights.owner"):
            if holder := xml.words(owner):
                self.rights["holder"] = holder
        if notice := xml.words(element):
            self.rights["notice"] = notice

    def _copyrite(self, element: Element) -> None:
        """The copyright as it is printed, in the words of older versions."""
        if (owner := xml.child(element, "copyrite.holder")) is not None and (holder := xml.words(owner)):
            self.rights["holder"] = holder
        if notice := xml.words(element):
            self.rights["notice"] = notice

    def _byline(self, element: Element) -> None:
        byline = wirebody.read_byline(element)
        if byline is None:
            return
        if self.habits.byline == "deck":
            self.builder.deck.append(Text(byline.raw))
        elif self.habits.byline == "creator":
            self.keep("byline", byline.raw)
        else:
            self._add_byline(byline, only_title=byline.title is None and xml.child(element, "byttl") is not None)

    def _add_byline(self, byline: Byline, *, only_title: bool) -> None:
        """Add a byline, or give the one above the title that stands on a line of its own."""
        above = self.builder.bylines[-1] if self.builder.bylines else None
        title = None
        if above is not None and above.title is None:
            title = byline.raw if only_title else wirebody.title_below(above, byline)
        if above is not None and title is not None:
            self.builder.bylines[-1] = attrs.evolve(above, title=title)
        else:
            self.builder.bylines.append(byline)

    def _distributor(self, element: Element) -> None:
        name = xml.words(element)
        if not name:
            return
        org = xml.child(element, "org")
        code = org.get("value") if org is not None else None
        ids = (new_identifier((org.get("idsrc") or "nitf"), code),) if org is not None and code else ()
        self.builder.provider = new_agent(name=name, kind="organisation" if org is not None else "unknown", ids=ids)
        self.builder.source = self.builder.source or name

    def _dateline(self, element: Element) -> None:
        where = next(xml.descendants(element, "city"), None)
        where = next(xml.descendants(element, "location"), None) if where is None else where
        place = xml.words(where) if where is not None else ""
        date = next(xml.descendants(element, "story.date"), None)
        if date is None:
            printed = xml.words(element)
            if printed:
                self.builder.dateline = read_dateline(printed, place=place or None)
            return
        norm, words = (date.get("norm") or "").strip(), xml.words(date)
        self.keep("story.date", norm)
        stated = parse_date(norm)
        value = (stated.date() if isinstance(stated, dt.datetime) else stated) or words or None
        printed = wirebody.line_of(element)
        if words and words == norm and printed.endswith(words):
            printed = printed.removesuffix(words).strip(" ,")  # a number where words should be
        if printed or place:
            before = read_dateline(printed.removesuffix(words), place=place or None)
            raw = printed or place
            self.builder.dateline = Dateline(raw=raw, place=before.place, date=value, agency=before.agency)

    def _abstract(self, element: Element) -> None:
        text = markup.text(element, wirebody.NITF, self.ctx)
        if text.text and self.builder.summary is None:
            self.builder.summary = text
        elif text.text or any(inner.keys() for inner in xml.descendants(element)):
            self.keep("abstract", xml.plain(element), many=True)

    def _headline(self) -> None:
        """The title of the head, where the body has no headline and as far as the dialect says."""
        title, builder = self._title, self.builder
        if title is None:
            return
        found = self.habits.head_title.match(title) if self.habits.head_title else None
        stated = found.groupdict() if found else {}
        for field in ("slugline", "sequence"):
            if stated.get(field):
                self._set(field, stated[field])
        if builder.title is None:
            builder.set_title(stated.get("headline") or title)
            builder.say("title", "nitf", "rule")
        if builder.title is None or title != builder.title.text:
            self.keep("title", title)

    def _body_end(self, body: Element) -> None:
        """A tagline that is no sentence is a byline at the end, where there is one only if it names others; the rest is kept."""
        end = xml.child(body, "body.end")
        provider = self.builder.provider
        names = (provider.name if provider is not None else None, self.builder.source, self.rights.get("holder"))
        for name, child in xml.named(end) if end is not None else ():
            byline = wirebody.read_byline(child) if name == "tagline" and self.habits.byline == "byline" else None
            if byline is not None and wirebody.signs(byline.raw, byline.agents, above=self.builder.bylines, names=names):
                self.builder.bylines.append(byline)
            else:
                self.keep(name, xml.plain(child), many=True)

    _IN_HEAD: ClassVar[dict[str, "Callable[[Story, Element], Any]"]] = {
        "title": _title_of_head,
        "meta": _meta,
        "tobject": _tobject,
        "tobject.property": _property,
        "tobject.subject": _subject,
        "docdata": _docdata,
        "doc-id": _doc_id,
        "urgency": _urgency,
        "date.issue": _date,
        "date.release": _date,
        "date.expire": _date,
        "ed-msg": _message,
        "du-key": _use_key,
        "doc.copyright": _copyright,
        "doc.rights": _rights,
        "keyword": _keyword,
        "evloc": _place,
        "person": _identified,
        "org": _identified,
        "location": _identified,
        "event": _identified,
        "classifier": _identified,
        "pubdata": _pubdata,
        "revision-history": _revision,
    }
    _HEAD: ClassVar[xml.ByTag["Callable[[Story, Element], Any]"]] = xml.ByTag(_IN_HEAD)
    _IN_BODY_HEAD: ClassVar[dict[str, "Callable[[Story, Element], None]"]] = {
        "hedline": _hedline,
        "headline": _hedline,
        "note": _note,
        "rights": _printed_rights,
        "copyrite": _copyrite,
        "byline": _byline,
        "bytag": _byline,
        "distributor": _distributor,
        "dateline": _dateline,
        "abstract": _abstract,
    }
    _BODY_HEAD: ClassVar[xml.ByTag["Callable[[Story, Element], None]"]] = xml.ByTag(_IN_BODY_HEAD)


def fill_from_nitf(nitf: Element, builder: ArticleBuilder, frame: int | None, *, cut: bool = False) -> None:
    """Give `builder` what a `nitf` element inside of another format states and the format itself does not."""
    if _is_body_alone(nitf):
        return
    inner = ArticleBuilder(ctx=builder.ctx, format="nitf")
    Story(inner, _NO_HABITS, frame, cut=cut).read(nitf)
    for field in _FILLED:
        if getattr(builder, field) in (None, []):
            setattr(builder, field, getattr(inner, field))
    kinds = {stamp.kind for stamp in builder.stamps}
    builder.stamps.extend(stamp for stamp in inner.stamps if stamp.kind not in kinds)
    said_already = _said(builder)
    other = {name: said for name, said in _said(inner).items() if said != said_already.get(name)}
    if other or inner.extras:
        builder.extras["nitf"] = {**inner.extras.get("nitf", {}), **other}


_NO_HABITS: Final = Habits()


def _is_body_alone(nitf: Element) -> bool:
    """Whether a `nitf` element has no head and nothing around its content, as in many envelopes that say it all themselves."""
    if nitf.keys() or xml.child(nitf, "head") is not None:
        return False
    body = xml.child(nitf, "body")
    return body is None or not (body.keys() or any(xml.local(part) != "body.content" for part in xml.children(body)))


def _said(builder: ArticleBuilder) -> dict[str, Any]:
    """The lines of a head as strings."""
    lines = {
        "hl1": builder.title.text if builder.title else None,
        "hl2": [deck.text for deck in builder.deck],
        "byline": [byline.raw for byline in builder.bylines],
        "dateline": builder.dateline.raw if builder.dateline else None,
        "abstract": builder.summary.text if builder.summary else None,
    }
    return {name: said for name, said in lines.items() if said}


_FILLED = (
    "title", "deck", "summary", "slugline", "bylines", "dateline", "lang", "provider", "source", "rights", "subjects", "keywords",
    "genres", "places", "urgency", "status", "ed_notes", "words_declared",
)  # fmt: skip
