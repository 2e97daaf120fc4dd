"""What envelope, identification, management and the metadata of components state, by tables of their elements."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import ClassVar

import attrs

from newsparse.context import Context
from newsparse.kit import bodies, markup, wirebody, xml
from newsparse.kit.attributes import attributes_of
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.datelines import is_moment, read_dateline
from newsparse.kit.dates import parse_date
from newsparse.kit.fieldpaths import Found
from newsparse.kit.inline import collapsed
from newsparse.kit.names import credited
from newsparse.kit.xml import Element
from newsparse.model.agents import Agent, Byline
from newsparse.model.metadata import Link
from newsparse.model.quick import new_agent, new_identifier, new_subject
from newsparse.model.text import Text

_STAMPS = {"FirstCreated": "created", "ThisRevisionCreated": "updated", "DateAndTime": "sent", "DateLineDate": "DateLineDate"}
_SHARED = 500  # elements of an envelope or a catalogue that go with every item
_URGENCIES = frozenset("12345678")
_ADVISORIES = ("advisory", "ednote", "editor", "note")  # how types of lines for editors begin, without blanks
_WORDS = frozenset(("words", "wordcount", "numberofwords"))
_SUMMARIES = ("summary", "abstract", "lead", "teaser")
_SECTIONS = ("NewsLines", "AdministrativeMetadata", "RightsMetadata", "DescriptiveMetadata")
_STRUCTURE = frozenset(("NewsComponent", "ContentItem", "Role", "BasisForChoice", "NewsItem", *_SECTIONS))
_CONTENT = frozenset(("DataContent", "Encoding"))
_GROUPS = frozenset(("Copyright", "SubjectCode", "NewsIdentifier"))


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    """A formal name in small letters, without what agencies put between its words."""
    return name.lower().replace(" ", "").replace("-", "").replace("_", "")


def formal(element: Element | None) -> str:
    """The formal name of an element, or else its text."""
    return "" if element is None else (element.get("FormalName") or "").strip() or xml.words(element)


class Stated:
    """Reads into the builder; what several elements say together is left to the story."""

    def __init__(self, builder: ArticleBuilder, ctx: Context, frame: int | None) -> None:
        self.builder = builder
        self.keep = builder.keep
        self.ctx = ctx
        self.frame = frame
        self.rights: dict[str, str] = {}
        self.label: str | None = None
        self.sender = ""
        self.place: str | None = None
        self.creators: list[Agent] = []
        self.codes: set[str] = set()
        self.found = Found()  # by the dialect's paths; its elements are left out here
        self.root: Element | None = None
        self.of: Element | None = None  # the item that it is about
        self._known_topics: dict[str, Element] | None = None
        self._update = "N"

    def envelope(self, root: Element) -> None:
        """The NewsEnvelope, and the version of the document."""
        self.keep("Version", root.get("Version"))
        self.root = root
        for part in root:  # the envelope stands before the items, of which there may be too many to count for each
            name = xml.local(part)
            if name == "NewsItem":
                return
            if self.frame and len(part) > _SHARED:
                continue  # too much to go with every item; the first has it
            if name == "NewsEnvelope":
                self._all(part)
            elif name in {"Catalog", "TopicSet"}:
                self.keep(name, xml.plain(part), many=True)

    def item(self, item: Element) -> None:
        """Identification and management of a NewsItem."""
        self.of = item
        for name, part in xml.named(item):
            if name in {"Identification", "NewsManagement"}:
                self._all(part)
            elif name != "NewsComponent":
                self.keep(name, xml.plain(part), many=True)

    def component(self, component: Element) -> None:
        """The lines and metadata of a component."""
        for name, part in xml.named(component):
            if name in _SECTIONS:
                self._all(part)
            elif name == "NewsItemRef" and (href := (part.get("NewsItem") or "").strip()):
                title = (part.get("Comment") or "").strip() or collapsed(xml.text(part)) or None
                self.builder.links.append(Link(href=href, rel="item", title=title))
            elif name not in _STRUCTURE:
                self.keep(name, xml.plain(part), many=True)

    def _all(self, part: Element) -> None:
        elements, taken = self._ELEMENTS, self.found.taken
        for element in xml.each(part):
            if taken and element in taken:
                continue
            handle = elements[element.tag]
            if handle is not None:
                handle(self, element)
                continue
            name = xml.local(element)
            if name in _GROUPS:
                self._all(element)
            elif not name:
                continue
            elif element.keys() or len(element) or (element.text or "").strip():
                self.keep(name, formal(element) if _is_bare(element) else xml.plain(element), many=True)

    # Envelope and identification

    def _stamp(self, element: Element) -> None:
        raw = xml.text(element).strip()
        if not raw:
            return
        value = parse_date(raw)
        if value is None:
            told = f"{xml.local(element)} {raw[:40]!r} is no date; kept as it stands"
            self.ctx.report("newsml1.bad-date", told, at=xml.origin(element, self.frame or 0))
        self.builder.stamp(_STAMPS[xml.local(element)], raw, value)

    def _priority(self, element: Element) -> None:
        self.builder.priority = formal(element) or None

    def _service(self, element: Element) -> None:
        name = formal(element)
        if self.builder.service is None:
            self.builder.service = name or None
        else:
            self.keep("NewsService", name, many=True)

    def _sent_from(self, element: Element) -> None:
        name = self._party(element)
        self.sender = name
        self.keep("SentFrom", xml.plain(element))

    def _party(self, element: Element) -> str:
        party = xml.child(element, "Party")
        if party is None:
            return ""
        stated = {p.get("FormalName"): p.get("Value") or "" for p in xml.children(party, "Property")}
        return (stated.get("Organization") or stated.get("FullName") or formal(party)).strip()

    def _uid(self, element: Element) -> None:
        self.builder.uid = xml.words(element) or None

    def name_by_parts(self) -> None:
        """Give an item without a public identifier the one that the standard makes of its parts, else its own number."""
        parts = {one.scheme: one.value for one in self.builder.alt_ids}
        stated = [parts[name] for name in ("ProviderId", "DateId", "NewsItemId") if name in parts]
        if self.builder.uid is not None or "NewsItemId" not in parts:
            return
        revision = [f"{self.builder.version}{self._update}"] if self.builder.version else []
        self.builder.uid = ":".join(("urn", "newsml", *stated, *revision)) if len(stated) == 3 else parts["NewsItemId"]
        self.builder.say("uid", "newsml1", "rule")

    def _revision(self, element: Element) -> None:
        self.builder.version = collapsed(element.text) or None
        self._update = element.get("Update") or "N"
        self.keep("RevisionId", attributes_of(element))

    def _part_of_id(self, element: Element) -> None:
        value = xml.words(element)
        if value:
            self.builder.alt_ids.append(new_identifier(xml.local(element), value))

    def _name_label(self, element: Element) -> None:
        self.label = xml.words(element) or None
        self.keep("NameLabel", self.label)

    # Management

    def _status(self, element: Element) -> None:
        self.builder.status = formal(element) or None

    def _will_change(self, element: Element) -> None:
        """A status that will be usable at a time is an embargo until then."""
        date, future = xml.child(element, "DateAndTime"), xml.child(element, "FutureStatus")
        raw = xml.words(date) if date is not None else ""
        if raw and formal(future).lower() == "usable" and (self.builder.status or "").lower() in {"embargoed", "withheld"}:
            self.builder.stamp("embargoed", raw, parse_date(raw))
        self.keep("StatusWillChange", xml.plain(element))

    def _urgency(self, element: Element) -> None:
        raw = formal(element)
        if raw in _URGENCIES:
            self.builder.urgency = int(raw)
        elif raw:
            at = xml.origin(element, self.frame or 0)
            self.ctx.report("newsml1.bad-urgency", f"urgency {raw[:40]!r} is none of 1 to 8; kept in the extras", at=at)
            self.keep("Urgency", raw)

    def _related(self, element: Element) -> None:
        href = (element.get("NewsItem") or element.get("NewsItemRef") or "").strip()
        if href:
            rel = {"AssociatedWith": "related", "DerivedFrom": "derivedFrom"}[xml.local(element)]
            comment = xml.words(element) or (element.get("Comment") or "").strip()
            self.builder.links.append(Link(href=href, rel=rel, title=comment or None))

    def _instruction(self, element: Element) -> None:
        name = formal(element) if element.get("FormalName") else ""
        if name:
            self.builder.signals.append(name)
        if len(element):
            self.keep("Instruction", xml.plain(element), many=True)

    # Lines

    def _headline(self, element: Element) -> None:
        text = self._line(element)
        if text.text and self.builder.title is None:
            self.builder.title = text
        elif text.text and self.builder.title is not None and text.text != self.builder.title.text:
            self.builder.deck.append(text)

    def _line(self, element: Element) -> Text:
        """The words of a line, which may be markup in a string."""
        if len(element) == 0 and bodies.is_html(said := element.text or ""):
            return bodies.line(said, self.builder)
        return markup.text(element, wirebody.XHTML, self.ctx)

    def _sub_headline(self, element: Element) -> None:
        text = self._line(element)
        if text.text:
            self.builder.deck.append(text)

    def _by_line(self, element: Element) -> None:
        words = xml.words(element)
        if words:
            self.builder.bylines.append(Byline(raw=words, agents=credited(words)))

    def _by_line_title(self, element: Element) -> None:
        words = xml.words(element)
        if words and self.builder.bylines:
            self.builder.bylines[-1] = attrs.evolve(self.builder.bylines[-1], title=words)
        else:
            self.keep("ByLineTitle", words)

    def _date_line(self, element: Element) -> None:
        words = xml.words(element)
        if not words:
            return
        if is_moment(words):
            self.keep("DateLine", words)
        else:
            self.builder.dateline = read_dateline(words)

    def _credit_line(self, element: Element) -> None:
        self.builder.credit = xml.words(element) or self.builder.credit

    def _copyright_line(self, element: Element) -> None:
        if words := xml.words(element):
            self.rights["notice"] = words

    def _rights_line(self, element: Element) -> None:
        if words := xml.words(element):
            self.rights["usage"] = words

    def _slug_line(self, element: Element) -> None:
        self.builder.slugline = xml.words(element) or self.builder.slugline

    def _keyword_line(self, element: Element) -> None:
        words = (word.strip() for word in re.split("[,;]", xml.words(element)))
        self.builder.keywords.extend(word for word in words if word and word not in self.builder.keywords)

    def _news_line(self, element: Element) -> None:
        """A line of a type that the standard leaves open: advisories are notes, a summary is the summary."""
        kind = _folded(formal(xml.child(element, "NewsLineType")))
        lines = [line for part in xml.children(element, "NewsLineText") if (line := xml.words(part))]
        if lines and kind.startswith(_ADVISORIES):
            self.builder.ed_notes.extend(lines)
        elif lines and self.builder.summary is None and kind.startswith(_SUMMARIES):
            self.builder.summary = Text(" ".join(lines))
        else:
            self.keep("NewsLine", xml.plain(element), many=True)

    # Who

    def _provider(self, element: Element) -> None:
        if name := self._party(element):
            self.builder.provider = new_agent(name=name, kind="organisation")

    def _creator(self, element: Element) -> None:
        for party in xml.children(element, "Party"):
            name = formal(party)
            if name:
                found = credited(name)
                self.creators.extend(found or (new_agent(name=name),))
            if len(party):
                self.keep("Party", xml.plain(party), many=True)

    def _source(self, element: Element) -> None:
        name = self._party(element)
        if name and self.builder.source is None:
            self.builder.source = name
        elif name:
            self.keep("Source", name, many=True)

    # Rights

    def _holder(self, element: Element) -> None:
        if name := formal(element) or self._party(element):
            self.rights.setdefault("holder", name)

    def _usage(self, element: Element) -> None:
        words = "; ".join(w for child in xml.children(element) if (w := xml.words(child) or formal(child)))
        if words and "usage" not in self.rights:
            self.rights["usage"] = words
        elif words:
            self.keep("UsageRights", words, many=True)

    # What about

    def _language(self, element: Element) -> None:
        self.builder.lang = self.builder.lang or formal(element) or None

    def _genre(self, element: Element) -> None:
        """A genre: a code where its vocabulary is named, else a label."""
        name, scheme = formal(element), element.get("Scheme") or element.get("Vocabulary")
        if name:
            self.builder.genres.append(new_subject(code=name, scheme=scheme) if scheme else new_subject(label=name))

    def _subject(self, element: Element) -> None:
        code = formal(element)
        if not code or code in self.codes:
            return
        self.codes.add(code)
        scheme = element.get("Scheme") or element.get("Vocabulary") or ("iptc" if len(code) == 8 and code.isdigit() else None)
        self.builder.subjects.append(new_subject(code=code, scheme=scheme))
        self.keep("SubjectCode", attributes_of(element, but=("FormalName", "Scheme", "Vocabulary")), many=True)

    def _occurrence(self, element: Element) -> None:
        """A topic that the item is about, as a TopicSet of the document describes it; elsewhere described ones are kept."""
        pointer = (element.get("Topic") or "").removeprefix("#")
        topic = self._topics().get(pointer)
        if topic is None:
            self.keep("TopicOccurrence", xml.plain(element), many=True)
            return
        name = xml.child(topic, "FormalName")
        code = xml.words(name) if name is not None else ""
        label = next((words for e in xml.children(topic, "Description") if (words := xml.words(e))), None)
        kind = formal(xml.child(topic, "TopicType")) or None
        if (code or label) and code not in self.codes:
            self.codes.add(code)
            scheme = (name.get("Scheme") or name.get("Vocabulary")) if name is not None else None
            self.builder.subjects.append(new_subject(code=code or None, scheme=scheme, label=label, kind=kind))

    def _topics(self) -> dict[str, Element]:
        """Topics by the identifier that occurrences point at: those of the document's own sets, and of all in the item."""
        if self._known_topics is None:
            sets = list(xml.children(self.root, "TopicSet")) if self.root is not None else []
            sets = [part for part in sets if not self.frame or len(part) <= _SHARED]
            sets.extend(xml.descendants(self.of, "TopicSet") if self.of is not None else ())
            topics = (topic for part in sets for topic in xml.children(part, "Topic"))
            self._known_topics = {name: topic for topic in topics if (name := topic.get("Duid"))}
        return self._known_topics

    def _location(self, element: Element) -> None:
        properties = list(xml.children(element, "Property"))
        stated = {p.get("FormalName") or "": (p.get("Value") or "").strip() for p in properties}
        present = element.get("HowPresent")
        label = next((stated[name] for name in ("City", "Area", "CountryArea", "Country") if stated.get(name)), None)
        code = stated.get("Country") or None
        if present == "Origin" and stated.get("City"):
            self.place = self.place or stated["City"]
        if label is not None:
            label = None if label == code else label
            self.builder.places.append(new_subject(code=code, scheme="iso-cc" if code else None, label=label, kind=present))
        if len(stated) > 2 or any(len(p.keys()) > 2 for p in properties):
            self.keep("Location", xml.plain(element), many=True)

    def _property(self, element: Element) -> None:
        name, value = element.get("FormalName") or "", (element.get("Value") or "").strip()
        if name.lower() in {"keyword", "keywords"} and value:
            if value not in self.builder.keywords:
                self.builder.keywords.append(value)
            if len(element.keys()) > 2:
                self.keep("Keyword", xml.plain(element), many=True)
        elif value:
            self.keep("Property", xml.plain(element), many=True)
        else:  # several in one, as the standard has them
            for inner in xml.children(element, "Property"):
                self._property(inner)

    # Content

    def characteristics(self, content: Element) -> None:
        """The format of a body and its size in words."""
        for name, part in xml.named(content):
            if name in _CONTENT:
                continue
            if name == "Format":
                self.keep("Format", formal(part))
            for element in (part, *xml.descendants(part, "Property")) if len(part) else (part,):
                if _folded(element.get("FormalName") or "") in _WORDS and self.builder.words_declared is None:
                    self.builder.words_declared = wirebody.number(element.get("Value"))

    def file(self, content: Element) -> None:
        """A file that is neither text nor a medium: a link."""
        href = (content.get("Href") or "").strip()
        if not href:
            return
        mime = xml.child(content, "MimeType")
        title = next((p.get("Value") for p in xml.descendants(content, "Property") if p.get("FormalName") == "Title"), None)
        self.builder.links.append(Link(href=href, rel="enclosure", title=title, media_type=formal(mime) or None))

    _STATED: ClassVar[dict[str, "Callable[[Stated, Element], None]"]] = {
        **dict.fromkeys(_STAMPS, _stamp),
        "Priority": _priority,
        "NewsService": _service,
        "SentFrom": _sent_from,
        "PublicIdentifier": _uid,
        "RevisionId": _revision,
        "ProviderId": _part_of_id,
        "DateId": _part_of_id,
        "NewsItemId": _part_of_id,
        "NameLabel": _name_label,
        "Status": _status,
        "StatusWillChange": _will_change,
        "Urgency": _urgency,
        "AssociatedWith": _related,
        "DerivedFrom": _related,
        "Instruction": _instruction,
        "HeadLine": _headline,
        "SubHeadLine": _sub_headline,
        "ByLine": _by_line,
        "ByLineTitle": _by_line_title,
        "DateLine": _date_line,
        "CreditLine": _credit_line,
        "CopyrightLine": _copyright_line,
        "RightsLine": _rights_line,
        "SlugLine": _slug_line,
        "KeywordLine": _keyword_line,
        "NewsLine": _news_line,
        "Provider": _provider,
        "Creator": _creator,
        "Source": _source,
        "CopyrightHolder": _holder,
        "UsageRights": _usage,
        "Language": _language,
        "Genre": _genre,
        "Subject": _subject,
        "SubjectMatter": _subject,
        "SubjectDetail": _subject,
        "SubjectQualifier": _subject,
        "TopicOccurrence": _occurrence,
        "Location": _location,
        "Property": _property,
    }
    _ELEMENTS: ClassVar[xml.ByTag["Callable[[Stated, Element], None]"]] = xml.ByTag(_STATED)


def _is_bare(element: Element) -> bool:
    """Whether a formal name or its text is all that an element has."""
    return len(element) == 0 and ((keys := element.keys()) == [] or (keys == ["FormalName"] and not (element.text or "").strip()))
