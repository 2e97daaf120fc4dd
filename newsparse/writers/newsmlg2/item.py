"""Writes one article as a newsItem: rights, item metadata, content metadata, content, in the order of the schema."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any, Final

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit import uris
from newsparse.kit.datelines import is_moment, read_dateline
from newsparse.kit.losses import Losses
from newsparse.kit.names import creators, credited
from newsparse.kit.xhtml import Xhtml
from newsparse.kit.xmlout import XmlOut
from newsparse.model.agents import Agent, Dateline, Identifier
from newsparse.model.article import Article
from newsparse.model.frozen import EMPTY, FrozenMap
from newsparse.model.metadata import Link, Metadata, Stamp, Subject
from newsparse.model.text import Text

NAMESPACE: Final = "http://iptc.org/std/nar/2006-10-01/"
_CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
_QCODE = re.compile(r"[^\s:]+:[^\s]+\Z")
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*\Z")
_SPACES = re.compile(r"\s+")
_KINDS = {"person": "cpnat:person", "organisation": "cpnat:organisation", "group": "cpnat:group"}
_STATUSES = frozenset(("usable", "withheld", "canceled"))
_EPOCH = "1970-01-01T00:00:00Z"
_VERSION_TIMES = ("updated", "created", "published", "released", "sent")  # what versionCreated may be, the best first
_PRIORITIES = frozenset("123456789")
_WIDEST_ZONE = dt.timedelta(hours=14)  # of xs:dateTime


def item(article: Article, ctx: Context, *, message: bool = False, headline_marks: bool = False) -> bytes:
    """The item in UTF-8, or the message around it; what does not fit is reported."""
    out, losses = XmlOut(indent=" ", parted=True), Losses(ctx=ctx, writer="newsmlg2")
    lines = Xhtml(ctx=ctx, name="newsmlg2", apart=True)
    made = ItemWriter(article=article, out=out, losses=losses, markup=lines if headline_marks else None)
    out.markup('<?xml version="1.0" encoding="UTF-8"?>')
    if message:
        out.open("newsMessage", {"xmlns": NAMESPACE})
        made.header(article.metadata)
        out.open("itemSet")
        made.item(namespace=None)
        out.close()
        out.close()
    else:
        made.item()
    out.report(ctx, "newsmlg2")
    losses.tell()
    lines.tell()
    return out.take() + b"\n"


def plain(text: str) -> str:
    """`text` on one line, as the normalised strings of the schema want it."""
    return _SPACES.sub(" ", text)


@attrs.frozen(kw_only=True, eq=False)
class ItemWriter:
    """Writes one item."""

    article: Article
    out: XmlOut
    losses: Losses
    markup: Xhtml | None = None
    """What makes markup of headlines; None: their words alone are written."""

    def header(self, metadata: Metadata) -> None:
        """The header of a message: when it was sent, its priority, and what a reader kept of the header that it had."""
        out, kept = self.out, self.article.extras.get("newsmlg2", EMPTY)
        out.open("header")
        sent = self._once("sent", [stamp for stamp in metadata.stamps if stamp.kind == "sent"], dates=False)
        if sent is None:
            moments = (_moment(stamp) for kind in _VERSION_TIMES for stamp in metadata.stamps if stamp.kind == kind)
            sent = next((moment for moment in moments if moment is not None), None)
            told = "the article does not say when it was sent; the header has the time of its version, or the epoch"
            self.losses.ctx.report("newsmlg2.no-sent", told, severity=Severity.INFO)
        out.leaf("sent", sent or _EPOCH)
        for tag in ("sender", "transmitId"):
            for value in _strings(kept, tag)[:1]:
                out.leaf(tag, value)
        if metadata.priority is not None and metadata.priority in _PRIORITIES:
            out.leaf("priority", metadata.priority)
        elif metadata.priority is not None:
            self.losses.lose("metadata.priority", "that is none of 1 to 9 has no place in")
        for tag in ("origin", "destination", "channel"):
            for value in _strings(kept, tag)[: 1 if tag == "origin" else None]:
                out.leaf(tag, value)
        out.close()

    def item(self, namespace: str | None = NAMESPACE) -> None:
        """All of it; `namespace` is None where an element around it states it."""
        out, article, metadata = self.out, self.article, self.article.metadata
        uid = self.losses.said("uid", article.uid)
        version = metadata.version
        if version is not None and not re.fullmatch(r"[1-9][0-9]{0,17}", version):
            self.losses.lose("metadata.version", "that is no number has no place in")
            version = None
        attributes = {
            "xmlns": namespace,
            "guid": uid or uris.unnamed(article.text + (article.headline or "")),
            "version": version or "1",
            "standard": "NewsML-G2",
            "standardversion": "2.35",
            "conformance": "power",
            "xml:lang": self._lang(metadata.lang),
        }
        out.open("newsItem", attributes)
        out.empty("catalogRef", {"href": _CATALOG})
        self._rights(metadata)
        self._item_meta(metadata)
        self._content_meta(metadata)
        self._content(metadata)
        out.close()

    def _lang(self, lang: str | None) -> str | None:
        if lang is None or _LANGUAGE.match(lang):
            return lang
        self.losses.lose("metadata.lang", "that is no language code has no place in")
        return None

    def _rights(self, metadata: Metadata) -> None:
        rights = metadata.rights
        if rights is None:
            return
        self.out.open("rightsInfo")
        if holder := self.losses.said("metadata.rights.holder", rights.holder):
            self._named("copyrightHolder", holder)
        if notice := self.losses.said("metadata.rights.notice", rights.notice):
            self.out.leaf("copyrightNotice", notice)
        if usage := self.losses.said("metadata.rights.usage", rights.usage):
            self.out.leaf("usageTerms", usage)
        self.out.close()

    def _named(self, tag: str, name: str, attributes: dict[str, str | None] | None = None) -> None:
        self.out.open(tag, attributes)
        self.out.leaf("name", plain(name))
        self.out.close()

    # Item metadata

    def _item_meta(self, metadata: Metadata) -> None:
        out = self.out
        out.open("itemMeta")
        out.empty("itemClass", {"qcode": "ninat:text"})
        if metadata.provider is not None and metadata.provider.name.strip():
            self._agent("provider", metadata.provider, "metadata.provider")
        else:
            for field in ("metadata.provider", "metadata.provider.kind", "metadata.provider.ids") if metadata.provider else ():
                self.losses.lose(field, "without a name has no place in")
            out.empty("provider")
        self._version_created(metadata)
        self._time("firstCreated", "created")
        self._time("embargoed", "embargoed")
        self._status(metadata.status)
        if service := self.losses.said("metadata.service", metadata.service):
            self._named("service", service)
        for note in metadata.ed_notes:
            if self.losses.said("metadata.ed_notes", note):
                out.leaf("edNote", note)
        for signal in metadata.signals:
            if self.losses.said("metadata.signals", signal):
                out.empty("signal", {"qcode": signal} if _QCODE.match(signal) else {"literal": plain(signal)})
        self._time("expires", "expires", date=True)
        for link in metadata.links:
            self._link(link)
        out.close()

    def _version_created(self, metadata: Metadata) -> None:
        """The schema wants a time; the last change, else the best that is stated, else the epoch, with a warning."""
        moments = {kind: _moment(stamp) for kind in _VERSION_TIMES for stamp in metadata.stamps if stamp.kind == kind}
        found = next((moment for kind in _VERSION_TIMES if (moment := moments.get(kind)) is not None), None)
        if found is None:
            told = "no time of this version is stated; versionCreated, which must be there, is the epoch"
            self.losses.ctx.report("newsmlg2.no-version-created", told, severity=Severity.WARNING)
        self.out.leaf("versionCreated", found or _EPOCH)
        self._once("updated", [stamp for stamp in metadata.stamps if stamp.kind == "updated"], dates=False)

    def _time(self, tag: str, kind: str, *, date: bool = False) -> None:
        """The first time of a kind; with `date`, a date alone will do."""
        stamps = [stamp for stamp in self.article.metadata.stamps if stamp.kind == kind]
        found = self._once(kind, stamps, dates=date)
        if found is not None:
            self.out.leaf(tag, found)

    def _once(self, kind: str, stamps: Sequence[Stamp], *, dates: bool) -> str | None:
        said: str | None = None
        for stamp in stamps:
            value = _moment(stamp)
            if value is None and dates and isinstance(stamp.value, dt.date) and not isinstance(stamp.value, dt.datetime):
                value = stamp.value.isoformat()
            if value is None:
                self.losses.lose(f"metadata.stamps.{kind}", "without date and time has no place in")
            elif said is not None:
                self.losses.lose(f"metadata.stamps.{kind}", "is said once in")
            else:
                said = value
        return said

    def _status(self, status: str | None) -> None:
        if status is None:
            return
        known = status.lower() if status.lower() in _STATUSES else status
        if known != status:
            self.losses.change("metadata.status", "is in lower case in")
        qcode = f"stat:{known}"
        if _QCODE.match(qcode) and "/" not in known:
            self.out.empty("pubStatus", {"qcode": qcode})
        else:
            self.losses.lose("metadata.status", "that is no code has no place in")

    def _link(self, link: Link) -> None:
        if not link.href.strip():
            self.losses.said("metadata.links", link.href)
            return
        rel = f"irel:{link.rel}" if link.rel else None
        if rel is not None and (not _QCODE.match(rel) or ":" in (link.rel or "")):
            self.losses.lose("metadata.links.rel", "that is no code has no place in")
            rel = None
        title = self.losses.said("metadata.links.title", link.title)
        where = "href" if uris.is_uri(link.href) else "residref"
        self.out.open("link", {"rel": rel, where: link.href, "contenttype": link.media_type})
        if title is not None:
            self.out.leaf("title", title)
        self.out.close()

    # Content metadata

    def _content_meta(self, metadata: Metadata) -> None:
        out, article = self.out, self.article
        out.open("contentMeta")
        if metadata.urgency is not None and 1 <= metadata.urgency <= 9:
            out.leaf("urgency", str(metadata.urgency))
        elif metadata.urgency is not None:
            self.losses.lose("metadata.urgency", "beyond 1 to 9 has no place in")
        self._time("contentCreated", "contentCreated", date=True)
        self._time("contentModified", "contentModified", date=True)
        self._places(metadata)
        if source := self.losses.said("metadata.source", metadata.source):
            self._named("infoSource", source)
        self._creators()
        for one in metadata.alt_ids:
            self._alt_id(one)
        if (lang := metadata.lang) is not None and _LANGUAGE.match(lang):
            out.empty("language", {"tag": lang})
        for tag, topics in (("genre", metadata.genres), ("subject", metadata.subjects)):
            for topic in topics:
                self._topic(tag, topic, f"metadata.{tag}s")
        for word in metadata.keywords:
            if self.losses.said("metadata.keywords", word):
                out.leaf("keyword", plain(word))
        self._lines()
        if article.dateline is not None:
            self._dateline(article.dateline)
        out.close()

    def _lines(self) -> None:
        out, article = self.out, self.article
        if slugline := self.losses.said("slugline", article.slugline):
            out.leaf("slugline", plain(slugline))
        if article.title is not None and self.losses.said("title", article.title.text):
            self._headline(article.title, "title", {})
        for number, deck in enumerate(article.deck, 1):
            if self.losses.said("deck", deck.text):
                self._headline(deck, f"deck{number}", {"role": "hld:subHeadline"})
        for byline in article.bylines:
            if self.losses.said("bylines", byline.raw):
                out.leaf("by", byline.raw)
        if credit := self.losses.said("metadata.credit", article.metadata.credit):
            out.leaf("creditline", plain(credit))
        if article.summary is not None and self.losses.said("summary", article.summary.text):
            out.leaf("description", article.summary.text, {"role": "drol:summary"})

    def _headline(self, text: Text, holder: str, attributes: dict[str, str | None]) -> None:
        """A headline; one with marks has its words as XHTML."""
        if not text.marks or self.markup is None:
            self.out.leaf("headline", text.text, attributes)
            return
        self.out.open("headline", attributes, mixed=True)
        self.out.markup(f'<span xmlns="http://www.w3.org/1999/xhtml">{self.markup.text(holder, text)}</span>')
        self.out.close()

    def _creators(self) -> None:
        """The people of the first byline are creators; those of others are what the lines themselves say. What a reader would
        make of both is compared with the authors.
        """
        bylines, metadata = self.article.bylines, self.article.metadata
        first = tuple(agent for agent in bylines[0].agents if agent.name.strip()) if bylines else ()
        for agent in first:
            self._agent("creator", agent, "authors")
        stated = tuple({agent.name.strip().casefold(): agent for agent in reversed(first)}.values())[::-1]
        houses = {name.strip().casefold() for name in (metadata.source, metadata.provider and metadata.provider.name) if name}
        lines = [credited(byline.raw) for byline in bylines if byline.raw.strip()]
        own = creators(stated, lines[0] if lines else None, houses)
        read = [*(own or (lines[0] if lines else stated)), *(agent for line in lines[1:] for agent in line)]
        self.losses.people(self.article.authors, read, ("authors", "authors.kind", "authors.role", "authors.ids"))

    def _agent(self, tag: str, agent: Agent, field: str) -> None:
        first = agent.ids[0] if agent.ids else None
        codes: dict[str, str | None] = {}
        if first is not None and first.scheme == "uri" and uris.is_uri(first.value):
            codes["uri"] = first.value
        elif first is not None and _is_pair(first.scheme, first.value):
            codes["qcode"] = f"{first.scheme}:{first.value}"
        for _ in agent.ids[1:] if codes else agent.ids:
            self.losses.lose(f"{field}.ids", "other than one code has no place in")
        codes["type"] = _KINDS.get(agent.kind)
        if tag == "creator" and agent.role:
            role = f"crol:{agent.role}"
            if _QCODE.match(role) and re.fullmatch(r"[^:/A-Z]+", agent.role):
                codes["role"] = role
            else:
                self.losses.lose(f"{field}.role", "that is no code has no place in")
        self._named(tag, agent.name, codes)

    def _places(self, metadata: Metadata) -> None:
        """The dateline's place first, as readers look there for it."""
        dateline = self.article.dateline
        place = self.losses.said("dateline.place", dateline.place) if dateline is not None else None
        if place is not None and (not metadata.places or metadata.places[0].label != place):
            self._named("located", place)
            if metadata.places:
                self.losses.change("metadata.places", "begins with the dateline's in")
        for topic in metadata.places:
            self._topic("located", topic, "metadata.places")

    def _topic(self, tag: str, topic: Subject, field: str) -> None:
        """A concept: its code as QCode, URI or literal, its name, its type."""
        scheme, code = topic.scheme, (topic.code or "").strip() and topic.code
        codes: dict[str, str | None] = {}
        whole = _uri_of(scheme, code) if scheme and code else None
        if whole is not None:
            codes["uri"] = whole
            if scheme == "uri" and uris.concept_of(whole, None)[0] is not None:
                self.losses.change(f"{field}.scheme", "is cut out of the URI in")
        elif code and scheme and scheme != "uri" and _is_pair(scheme, code):
            codes["qcode"] = f"{scheme}:{code}"
        elif code:
            codes["literal"] = plain(code)
        if scheme is not None and ("literal" in codes or not codes):
            self.losses.lose(f"{field}.scheme", "that makes no QCode has no place in")
        label = self.losses.said(f"{field}.label", topic.label) if topic.label is not None else None
        if not codes and label is None:
            for part in ("", ".kind"):
                self.losses.lose(f"{field}{part}", "without code and name has no place in")
            return
        if topic.kind is not None and _QCODE.match(topic.kind):
            codes["type"] = topic.kind
        elif topic.kind is not None:
            self.losses.lose(f"{field}.kind", "that is no QCode has no place in")
        if label is None:
            self.out.empty(tag, codes)
        else:
            self._named(tag, label, codes)

    def _alt_id(self, one: Identifier) -> None:
        if not one.value.strip():
            for field in ("metadata.alt_ids", "metadata.alt_ids.scheme"):
                self.losses.lose(field, "of white space alone has no place in")
            return
        kind = None
        if _QCODE.match(one.scheme):
            kind = one.scheme
        elif one.scheme != "altId":
            self.losses.lose("metadata.alt_ids.scheme", "that is no QCode has no place in")
        self.out.leaf("altId", one.value, {"type": kind})

    def _dateline(self, dateline: Dateline) -> None:
        raw = dateline.raw
        if not raw.strip() or is_moment(raw):
            for field in ("dateline", "dateline.date", "dateline.agency"):
                self.losses.lose(field, "that names no place has no place in")
            return
        self.out.leaf("dateline", raw)
        seen = read_dateline(raw, place=dateline.place)
        if dateline.date is not None and seen.date != dateline.date:
            self.losses.lose("dateline.date", "that the line does not name has no place in")
        if dateline.agency and seen.agency != dateline.agency:
            self.losses.lose("dateline.agency", "that the line does not name has no place in")

    # Content

    def _content(self, metadata: Metadata) -> None:
        out = self.out
        words = str(metadata.words_declared) if metadata.words_declared is not None and metadata.words_declared >= 0 else None
        if metadata.words_declared == 0:
            self.losses.lose("metadata.words_declared", "of nought has no place in")
        out.open("contentSet")
        out.open("inlineXML", {"contenttype": "application/xhtml+xml", "wordcount": words})
        body = Xhtml(ctx=self.losses.ctx, name="newsmlg2", apart=True)
        made = body.sections(self.article.sections)
        title = body.safe(self.article.headline or "")
        out.markup(
            f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head>\n<body>\n{made}</body></html>'
        )
        out.close()
        out.close()
        body.tell()


def _moment(stamp: Stamp) -> str | None:
    """A date and time as xs:dateTime; None for what is none."""
    value = stamp.value
    if not isinstance(value, dt.datetime):
        return None
    offset = value.utcoffset()
    if offset is not None and (abs(offset) > _WIDEST_ZONE or offset.seconds % 60 or offset.microseconds):
        return None
    return value.isoformat()


def _strings(kept: Any, name: str) -> list[str]:
    """The strings that a reader kept under a name, one or several, some with attributes."""
    values = kept.get(name, ()) if isinstance(kept, FrozenMap) else ()
    values = values if isinstance(values, tuple) else (values,)
    words = [value.get("#text") if isinstance(value, FrozenMap) else value for value in values]
    return [plain(word).strip() for word in words if isinstance(word, str) and word.strip()]


def _uri_of(scheme: str, code: str) -> str | None:
    """The URI that scheme and code make; None where they make none, or one that is cut into others."""
    if scheme == "uri":
        return code if uris.is_uri(code) else None
    whole = scheme + code
    return whole if uris.is_uri(whole) and uris.concept_of(whole, None) == (scheme, code) else None


def _is_pair(scheme: str, code: str) -> bool:
    """Whether scheme and code make a QCode that reads as them again."""
    return ":" not in scheme and _QCODE.match(f"{scheme}:{code}") is not None
