"""One item of NewsML-G2 as an article: each part of the item by a table of its elements."""

import datetime as dt
from collections.abc import Callable, Set
from typing import ClassVar

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity, counted
from newsparse.kit import bodies, markup, openings, uris, wirebody, xml
from newsparse.kit.attributes import attributes_of
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.datelines import is_moment, read_dateline
from newsparse.kit.dates import parse_date
from newsparse.kit.dialect import Dialect
from newsparse.kit.fieldmap import Habits
from newsparse.kit.fieldpaths import Found
from newsparse.kit.inline import collapsed
from newsparse.kit.names import creators, credited
from newsparse.kit.wire import apply_constants
from newsparse.kit.xml import XML_LANG, Element
from newsparse.kit.xmlitems import Item
from newsparse.model.agents import Agent, AgentKind, Byline
from newsparse.model.article import Article
from newsparse.model.metadata import Link, Rights, Subject
from newsparse.model.quick import new_agent, new_identifier, new_subject
from newsparse.model.text import Text
from newsparse.readers.newsmlg2.content import read_content_set, read_group_set

_STAMPS = {
    "versioncreated": "updated", "firstcreated": "created", "embargoed": "embargoed", "contentcreated": "contentCreated",
    "contentmodified": "contentModified", "sent": "sent", "expires": "expires",
}  # fmt: skip
_SHARED = 500  # elements of a header that go with every item; the first has more
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_SUMMARIES = ("summary", "teaser", "abstract", "lead", "intro", "synopsis", "")  # roles of a description that is the story's own
_MAIN = ("", "main", "headline")  # roles of a headline that is the story's own
_ORIGINAL = ("origprov", "originfo", "source", "")  # roles of an information source, the most telling first
_TOLD_OF_PARTY = frozenset(("literal", XML_LANG))
_TOLD_OF_CREATOR = _TOLD_OF_PARTY | {"qcode", "type"}
_TOLD_OF_PROVIDER = _TOLD_OF_PARTY | {"qcode", "uri"}
_BARE = frozenset(("name", "qcode", "literal", "uri", "type"))


def coded(element: Element) -> tuple[str | None, str | None]:
    """(scheme, code) of a concept: of its QCode the alias and the rest; a URI; a literal, which has no scheme."""
    qcode = (element.get("qcode") or "").strip()
    if qcode:
        alias, colon, code = qcode.partition(":")
        return (alias, code) if colon and code else (None, qcode)
    if uri := (element.get("uri") or "").strip():
        return "uri", uri
    return None, (element.get("literal") or "").strip() or None


def code_of(element: Element) -> str:
    """The code of a concept without its scheme; empty where there is none."""
    return coded(element)[1] or ""


def tail_of(value: str | None) -> str:
    """A role's or relation's last part, in lower case: `subheadline` of `hld:subHeadline`."""
    return (value or "").rpartition(":")[2].rpartition("/")[2].lower()


class Reading:
    """One item in the reading."""

    def __init__(self, item: Item, ctx: Context, dialect: Dialect[Habits]) -> None:
        loaded = item.loaded
        self.item = item.element
        self.root = xml.around(item.element, "newsMessage", loaded.root)
        self.builder = ArticleBuilder(
            ctx=ctx, format="newsmlg2", charset=loaded.charset, charset_from=loaded.charset_from, clean=False
        )
        self.keep = self.builder.keep
        self.ctx = ctx
        self.frame = item.frame
        self.cut = bool(loaded.end)
        self.ampersands = loaded.ampersands
        self.open = self.cut and xml.child(item.element, "contentSet") is None  # it breaks off before the content
        self.dialect = dialect
        self.found = Found.of(item.element, dialect.habits.fields)
        self.rights: dict[str, str] = {}
        self.translated: dict[str, Element] = {}  # rights that are stated in another language than the item's
        self.located: str | None = None
        self.sources: list[tuple[int, str]] = []
        self.creators: dict[str, Agent] = {}
        self.notes: list[str] = []
        self.descriptions: list[tuple[str, Text]] = []
        self.headlines: list[tuple[str, Text, str | None]] = []  # role, words and language of each
        self.title = ""  # what the item calls itself
        self.dateline = ""
        self.item_class = ""
        self.sender = ""

    def article(self) -> Article:
        """The article of it all."""
        item, builder = self.item, self.builder
        builder.uid = (item.get("guid") or "").strip() or None
        builder.version = (item.get("version") or "").strip() or None
        builder.lang = item.get(XML_LANG)
        for name, value in attributes_of(item, but=("guid", "version", "schemaLocation")).items():
            self.keep(name, value)
        if xml.local(item) != "newsItem":
            self.keep("item", xml.local(item))
        if self.dialect.name != "default":
            self.keep("dialect", self.dialect.name)
        self._message()
        content_sets: list[Element] = []
        group_sets: list[Element] = []
        for stated, part in xml.named(item):
            name = stated.lower()
            if name in _PARTS:
                if self.ampersands:
                    wirebody.unescape(part, builder)
                self._part(part)
            elif name == "contentset":
                content_sets.append(part)
            elif name == "groupset":
                group_sets.append(part)
            else:
                self.keep(stated, xml.plain(part), many=True)
        self._settle()
        for part in content_sets:
            read_content_set(self, part)
        for part in group_sets:
            read_group_set(self, part)
        self.found.put(builder)
        openings.infer_lines(builder, place=self.located, cut=self.cut)
        self._creators_last()
        apply_constants(self.dialect.habits.constants, builder)
        if builder.silent:
            raise self.ctx.fail("newsmlg2.no-article", "the item says nothing", at=xml.origin(item, self.frame or 0))
        return builder.finish()

    def keep_rest(self, element: Element, told: Set[str]) -> None:
        """Keep an element that has more than the attributes `told` and one name."""
        if len(element) > 1 or not told >= set(element.keys()):
            self.keep(xml.local(element), xml.plain(element), many=True)

    def _message(self) -> None:
        """The header of the message around the item."""
        if self.root is self.item:
            return
        self.builder.lang = self.builder.lang or self.root.get(XML_LANG) or self.root.get("lang")
        for stated, part in xml.named(self.root):
            name = stated.lower()
            if name == "header" and (not self.frame or len(part) <= _SHARED):
                self._part(part)
            elif name == "itemset" and not self.frame:
                others = [other for other, _ in xml.named(part) if other not in {"newsItem", "packageItem"}]
                if others:
                    told = f"left out {counted(len(others), 'item')} of other kinds ({', '.join(sorted(set(others))[:5])})"
                    self.ctx.report("newsmlg2.other-item", told, at=xml.origin(part), severity=Severity.ERROR)

    def _part(self, part: Element) -> None:
        elements, taken = self._ELEMENTS, self.found.taken
        for element in xml.each(part):
            if taken and element in taken:
                continue
            handle = elements[element.tag]
            if handle is not None:
                handle(self, element)
            elif (name := xml.local(element)) and (element.keys() or len(element) or (element.text or "").strip()):
                self.keep(name, xml.plain(element), many=True)

    def _settle(self) -> None:
        """Make of what several elements say together the fields that they are about."""
        builder = self.builder
        for field in self.translated if self.open else ():
            del self.rights[field]  # those in the item's own language may have followed
        if self.rights:
            builder.rights = Rights(**self.rights)
        if self.sources:
            builder.source = min(self.sources, key=lambda pair: pair[0])[1]
            rest = list(dict.fromkeys(name for _, name in self.sources if name != builder.source))
            self.keep("infoSources", rest)
        elif self.sender and not self.open:
            builder.source = self.sender
            builder.say("metadata.source", "newsmlg2", "rule")
        if not builder.ed_notes:
            builder.ed_notes.extend(self.notes)
        else:
            self.keep("edNote", self.notes)
        self._settle_headlines()
        if self.dateline:
            builder.dateline = read_dateline(self.dateline, place=self.located)
        for role, text in self.descriptions:
            if builder.summary is None and tail_of(role) in _SUMMARIES:
                builder.summary = text
            else:
                self.keep("description", {"@role": role, "#text": text.text}, many=True)

    def _settle_headlines(self) -> None:
        """The main headline is the title, else the first that is no sub-headline; one for another use (short, web) is kept.

        One in another language than the item's is the title where there is no other, else it is kept.
        """
        above = [line for line in self.headlines if "sub" not in tail_of(line[0])]
        above.sort(key=lambda line: (self._is_translated(line[2]), tail_of(line[0]) not in _MAIN))
        main = above[0] if above else None
        if main is not None and self.open and (self._is_translated(main[2]) or tail_of(main[0]) not in _MAIN):
            main = None  # the one that is may have followed
        for line in self.headlines:
            role, text, lang = line
            if line is main:
                self.builder.title = text
            elif self._is_translated(lang):
                self.keep("headline", {"@xml:lang": lang, **({"@role": role} if role else {}), "#text": text.text}, many=True)
            elif not role or "sub" in tail_of(role) or tail_of(role) in _MAIN:
                self.builder.deck.append(text)
            else:
                self.keep("headline", {"@role": role, "#text": text.text}, many=True)
        if self.title and main is None and not self.open:
            self.builder.title = Text(self.title)
            self.builder.say("title", "newsmlg2", "rule")
        elif self.title and (main is None or main[1].text != self.title):
            self.keep("title", self.title)

    @property
    def _is_short(self) -> bool:
        """Whether the document breaks off before the paragraphs among which a byline may stand."""
        return self.cut and len(self.builder.opening(openings.OPENING)) < openings.OPENING

    def _creators_last(self) -> None:
        """Creators are the authors, unless they are the source once more, or no people where a byline names some."""
        if not self.creators:
            return
        builder = self.builder
        names = {name.casefold() for _, name in self.sources} | {builder.provider.name.casefold() if builder.provider else ""}
        own = creators(self.creators.values(), builder.bylines[0].agents if builder.bylines else None, names)
        if own and builder.bylines:
            builder.bylines[0] = attrs.evolve(builder.bylines[0], agents=own)
        elif (own or not builder.bylines) and not self._is_short:
            agents = own or tuple(self.creators.values())
            builder.bylines.append(Byline(raw=", ".join(agent.name for agent in agents), agents=agents))
        else:
            self.keep("creators", [agent.name for agent in self.creators.values()])

    # Concepts

    def name(self, element: Element) -> str | None:
        """The name of a concept in the item's language, or the first."""
        if len(element) == 0:
            return None
        if len(element) == 1 and xml.local(only := element[0]) == "name":
            return (collapsed(only.text) if len(only) == 0 else xml.words(only)) or None
        names = [e for e in xml.children(element, "name") if (e.text or "").strip()]
        best = next((e for e in names if e.get(XML_LANG) in {None, self.builder.lang}), None)
        if best is None:
            best = next((e for e in names if not self._is_translated(e.get(XML_LANG))), names[0] if names else None)
        return None if best is None else xml.words(best)

    def called(self, element: Element) -> str | None:
        """What a party is called: its literal, its name, or else its code; a URI is no name."""
        stated = (element.get("literal") or "").strip() or self.name(element) or collapsed(element.text)
        if stated:
            return stated
        scheme, code = coded(element)
        return code if scheme != "uri" else None

    def agent(self, element: Element) -> Agent | None:
        """A party as an agent; None where it is empty."""
        name = self.called(element)
        if name is None:
            return None
        scheme, code = coded(element)
        ids = (new_identifier(scheme, code),) if scheme is not None and code is not None else ()
        kind = _KINDS.get(tail_of(element.get("type")), "unknown")
        return new_agent(name=name, kind=kind, role=tail_of(element.get("role")) or None, ids=ids)

    def topic(self, element: Element) -> Subject | None:
        """A concept as a subject; what it has beyond code, name and type is kept."""
        scheme, code = coded(element)
        if scheme == "uri" and code is not None:
            before, rest = uris.concept_of(code, None)
            scheme, code = (before, rest) if before is not None else (scheme, code)
        label = self.name(element)
        if code is None and label is None:
            return None
        keys = element.keys()
        if len(element) > (label is not None) or len(keys) > 2 or not _BARE.issuperset(keys):
            self.keep(xml.local(element), xml.plain(element), many=True)
        return new_subject(code=code, scheme=scheme, label=label, kind=element.get("type"))

    # Elements of header, rightsInfo, itemMeta and contentMeta

    def _stamp(self, element: Element) -> None:
        raw = xml.text(element).strip()
        if not raw:
            return
        value = parse_date(raw)
        if value == _EPOCH:  # what stands in required elements where nothing is known
            return
        if value is None:
            told = f"{xml.local(element)} {raw[:40]!r} is no date; kept as it stands"
            self.ctx.report("newsmlg2.bad-date", told, at=xml.origin(element, self.frame or 0))
        self.builder.stamp(_STAMPS[xml.local(element).lower()], raw, value)

    def _priority(self, element: Element) -> None:
        self.builder.priority = collapsed(element.text) or None

    def _sender(self, element: Element) -> None:
        self.sender = xml.words(element)
        self.keep("sender", self.sender)

    def _holder(self, element: Element) -> None:
        if name := self.called(element):
            self.rights.setdefault("holder", name)
        self.keep_rest(element, _TOLD_OF_PARTY)

    def _right(self, element: Element) -> None:
        field = "notice" if xml.local(element).lower() == "copyrightnotice" else "usage"
        words = (
            xml.words(element)
            if len(element)
            else "\n".join(line for part in (element.text or "").split("\n") if (line := collapsed(part)))
        )
        if not words:
            return
        if field == "usage" and "\n" in words and field not in self.rights:
            words = collapsed(words)
        before = self.translated.pop(field, None) if field in self.rights else None
        if field in self.rights and before is None:
            self.keep(xml.local(element), xml.plain(element), many=True)
            return
        if before is not None:
            self.keep(xml.local(before), xml.plain(before), many=True)
        if self._is_translated(element.get(XML_LANG)):
            self.translated[field] = element
        self.rights[field] = words

    def _item_class(self, element: Element) -> None:
        self.item_class = code_of(element)
        simple = len(element) == 0 and element.keys() == ["qcode"]
        self.keep("itemClass", element.get("qcode") if simple else xml.plain(element))

    def _provider(self, element: Element) -> None:
        agent = self.agent(element)
        if agent is None and (uri := (element.get("uri") or "").strip()):
            agent = new_agent(name=uris.concept_of(uri, None)[1], ids=(new_identifier("uri", uri),))
        self.builder.provider = agent or self.builder.provider
        self.keep_rest(element, _TOLD_OF_PROVIDER)

    def _status(self, element: Element) -> None:
        self.builder.status = code_of(element).rpartition("/")[2] or self.name(element) or self.builder.status

    def _service(self, element: Element) -> None:
        name = self.name(element) or code_of(element)
        if name and self.builder.service is None:
            self.builder.service = name
        if name:
            self.keep("service", xml.plain(element), many=True)

    def _note(self, element: Element) -> None:
        """A plain note is a note; one with markup is told in plain ones too, where there are any."""
        note = xml.words(element) if len(element) == 0 else markup.text(element, wirebody.XHTML, self.ctx).text
        if note:
            (self.notes if len(element) else self.builder.ed_notes).append(note)
            self.keep("edNote.attributes", attributes_of(element), many=True)

    def _signal(self, element: Element) -> None:
        signal = element.get("qcode") or self.called(element)
        if signal:
            self.builder.signals.append(signal)
        if len(element):
            self.keep("signal", xml.plain(element), many=True)

    def _link(self, element: Element) -> None:
        href = (element.get("href") or element.get("residref") or element.get("guidref") or "").strip()
        title = xml.child(element, "title")
        if href:
            link = Link(
                href=href,
                rel=(element.get("rel") or "").rpartition(":")[2] or None,
                title=xml.words(title) or None if title is not None else None,
                media_type=element.get("contenttype"),
            )
            self.builder.links.append(link)
        if len(element) > (title is not None) or len(element.keys()) > 2:
            self.keep("link", xml.plain(element), many=True)

    def _urgency(self, element: Element) -> None:
        raw = (element.text or "").strip()
        if raw in _URGENCIES:
            self.builder.urgency = int(raw)
        elif raw:
            at = xml.origin(element, self.frame or 0)
            self.ctx.report("newsmlg2.bad-urgency", f"urgency {raw[:40]!r} is none of 1 to 9; kept in the extras", at=at)
            self.keep("urgency", raw)

    def _located(self, element: Element) -> None:
        topic = self.topic(element)
        if topic is not None:
            self.builder.places.append(topic)
        self.located = self.located or (topic.label if topic is not None else None) or self.called(element)

    def _creator(self, element: Element) -> None:
        agent = self.agent(element)
        if agent is not None:
            self.creators.setdefault(agent.name.casefold(), agent)
        self.keep_rest(element, _TOLD_OF_CREATOR)

    def _source(self, element: Element) -> None:
        name = self.called(element)
        role = tail_of(element.get("role"))
        if name:
            self.sources.append((_ORIGINAL.index(role) if role in _ORIGINAL else len(_ORIGINAL), name))
        self.keep_rest(element, _TOLD_OF_PARTY)

    def _language(self, element: Element) -> None:
        self.builder.lang = self.builder.lang or element.get("tag")

    def _subject(self, element: Element) -> None:
        topic = self.topic(element)
        if topic is not None:
            self.builder.subjects.append(topic)

    def _genre(self, element: Element) -> None:
        topic = self.topic(element)
        if topic is not None:
            self.builder.genres.append(topic)

    def _keyword(self, element: Element) -> None:
        if word := xml.words(element):
            self.builder.keywords.append(word)

    def _alt_id(self, element: Element) -> None:
        if value := xml.words(element):
            scheme = element.get("type") or element.get("environment") or "altId"
            self.builder.alt_ids.append(new_identifier(scheme, value))
            self.keep_rest(element, {"type" if element.get("type") else "environment", XML_LANG})

    def _slugline(self, element: Element) -> None:
        words = xml.words(element)
        if words and self.builder.slugline is None:
            self.builder.slugline = words
        elif words:
            self.keep("slugline", {**attributes_of(element), "#text": words}, many=True)

    def _headline(self, element: Element) -> None:
        text = markup.text(element, wirebody.XHTML, self.ctx)
        if text.text:
            self.headlines.append((element.get("role") or "", text, element.get(XML_LANG)))

    def _is_translated(self, lang: str | None) -> bool:
        """Whether a line is in another language than the item."""
        own = self.builder.lang
        if not lang or not own:
            return False
        return lang.partition("-")[0].lower() != own.partition("-")[0].lower()

    def _title(self, element: Element) -> None:
        self.title = self.title or xml.words(element)

    def _dateline(self, element: Element) -> None:
        words = xml.words(element)
        if words and is_moment(words):
            self.keep("dateline", words)
        else:
            self.dateline = self.dateline or words

    def _by(self, element: Element) -> None:
        words = xml.words(element)
        if words:
            self.builder.bylines.append(Byline(raw=words, agents=credited(words)))

    def _credit(self, element: Element) -> None:
        self.builder.credit = self.builder.credit or xml.words(element) or None

    def _description(self, element: Element) -> None:
        said = (element.text or "").strip() if len(element) == 0 else ""
        escaped = said.startswith("<p") and said.endswith("</p>")
        text = bodies.line(said, self.builder) if escaped else markup.text(element, wirebody.XHTML, self.ctx)
        if text.text:
            self.descriptions.append((element.get("role") or "", text))

    _STATED: ClassVar[dict[str, "Callable[[Reading, Element], None]"]] = {
        **dict.fromkeys(_STAMPS, _stamp),
        "priority": _priority,
        "sender": _sender,
        "copyrightholder": _holder,
        "copyrightnotice": _right,
        "usageterms": _right,
        "itemclass": _item_class,
        "provider": _provider,
        "pubstatus": _status,
        "service": _service,
        "ednote": _note,
        "signal": _signal,
        "link": _link,
        "urgency": _urgency,
        "located": _located,
        "creator": _creator,
        "infosource": _source,
        "language": _language,
        "subject": _subject,
        "genre": _genre,
        "keyword": _keyword,
        "altid": _alt_id,
        "slugline": _slugline,
        "headline": _headline,
        "title": _title,
        "dateline": _dateline,
        "by": _by,
        "creditline": _credit,
        "description": _description,
    }
    _ELEMENTS: ClassVar[xml.ByTag["Callable[[Reading, Element], None]"]] = xml.ByTag(_STATED, fold=True)


_KINDS: dict[str, AgentKind] = {"person": "person", "organisation": "organisation", "group": "group"}
_PARTS = frozenset(("rightsinfo", "itemmeta", "contentmeta"))
_URGENCIES = frozenset("123456789")
