"""The head of a NITF document: `title`, `meta`, `tobject`, `docdata`, `pubdata`, in the order of the schema."""

from collections.abc import Sequence

import attrs

from newsparse.kit.dates import parse_date
from newsparse.kit.losses import Losses
from newsparse.kit.times import compact
from newsparse.kit.xmlout import XmlOut
from newsparse.model.article import Article
from newsparse.model.frozen import FrozenMap
from newsparse.model.metadata import Metadata, Rights, Stamp, Subject
from newsparse.writers.nitf.kept import Kept, is_token

_META = (
    ("slugline", "slugline"), ("credit", "credit"), ("priority", "priority"), ("category", "category"), ("service", "service"),
    ("anpa-sequence", "sequence"), ("anpa-takekey", "take_key"),
)  # fmt: skip
_DATES = {"created": "date.issue", "released": "date.release", "expires": "date.expire"}
_LABELS = ("detail", "matter", "type")
_TOPICS = ("person", "org", "event")  # subjects that have elements of their own
_KEPT_IN_DOCDATA = ("correction", "doc-scope", "fixture", "series")
_KEPT_TOPICS = ("function", "object.title", "virtloc")


@attrs.frozen(kw_only=True, eq=False)
class HeadWriter:
    """Writes the head of one article. `kept` is what its extras have of NITF."""

    article: Article
    out: XmlOut
    losses: Losses
    kept: Kept

    def write(self, metadata: Metadata, messages: Sequence[str]) -> None:
        """All of it; `messages` are the editor's notes that stand in the head."""
        out, article = self.out, self.article
        out.open("head")
        title = self.kept.string("title") or (article.title.text if article.title is not None else None)
        if title is not None:
            out.leaf("title", title)
        self._metas(metadata)
        self._tobject(metadata)
        self._iim()
        self._docdata(metadata, messages)
        self._pubdata(metadata)
        self._revisions()
        out.close()

    def _metas(self, metadata: Metadata) -> None:
        stated: list[tuple[str, str]] = []
        for name, field in _META:
            holder, full = (self.article, field) if field == "slugline" else (metadata, f"metadata.{field}")
            if value := self.losses.said(full, getattr(holder, field)):
                stated.append((name, value))
        if metadata.version and not is_token(metadata.version) and self.losses.said("metadata.version", metadata.version):
            stated.append(("version", metadata.version))
        provider = metadata.provider.name if metadata.provider else None
        if metadata.source != provider and (source := self.losses.said("metadata.source", metadata.source)):
            stated.append(("source", source))
        stated.extend(("signal", signal) for signal in metadata.signals if self.losses.said("metadata.signals", signal))
        for name, content in self.kept.map("meta").items():
            if is_token(name) and isinstance(content, str):
                stated.append((name, content))
            else:
                self.kept.lose()
        for name, content in stated:
            self.out.empty("meta", {"name": name, "content": content})

    def _tobject(self, metadata: Metadata) -> None:
        out = self.out
        coded = [s for s in metadata.subjects if self._is_coded(s)]
        kind, details = self.kept.string("tobject.type"), self.kept.attributes("tobject.subject")
        if not coded and not metadata.genres and kind is None:
            if details:
                self.kept.lose()
            return
        out.open("tobject", {"tobject.type": kind or "news"})
        for genre in metadata.genres:
            if value := self.losses.said("metadata.genres", genre.label if genre.code is None else genre.code):
                out.empty("tobject.property", {"tobject.property.type": value})
        for topic in coded:
            scheme = "IPTC" if topic.scheme == "iptc" else topic.scheme or ""
            stated: dict[str, str | None] = {"ipr": scheme, "refnum": topic.code, "matter": topic.label or None}
            if details and _same(details[0], stated):
                stated = details.pop(0)
            out.empty("tobject.subject", {f"tobject.subject.{name}": value for name, value in stated.items()})
        if details:
            self.kept.lose()
        out.close()
        rest = [s for s in metadata.subjects if not self._is_coded(s)]
        if coded and rest and metadata.subjects != (*coded, *rest):
            self.losses.change("metadata.subjects", "is in another order in")

    def _is_coded(self, topic: Subject) -> bool:
        return bool(topic.code and topic.kind is None and is_token(topic.code) and topic.scheme != "")

    def _docdata(self, metadata: Metadata, messages: Sequence[str]) -> None:
        out = self.out
        embargoed = [s for s in metadata.stamps if s.kind == "embargoed"]
        status = self.losses.said("metadata.status", metadata.status)
        if embargoed and status is None:
            status = "embargoed"
        of_management = {name: self.kept.string(name) for name in ("management-doc-idref", "management-idref-status")}
        out.open("docdata", {"management-status": status, **of_management})
        self._places(metadata)
        self._ids(metadata)
        if metadata.urgency is not None and 1 <= metadata.urgency <= 8:
            out.empty("urgency", {"ed-urg": str(metadata.urgency)})
        elif metadata.urgency is not None:
            self.losses.lose("metadata.urgency", "beyond 1 to 8 has no place in")
        self._times(metadata, embargoed, status)
        self._kept_elements()
        self._messages(messages)
        self._use_key(metadata)
        self._rights(metadata)
        words = [word for word in metadata.keywords if self.losses.said("metadata.keywords", word)]
        if words:
            out.open("key-list")
            for word in words:
                out.empty("keyword", {"key": word})
            out.close()
        self._identified(metadata)
        out.close()

    def _ids(self, metadata: Metadata) -> None:
        uid = self.losses.said("uid", self.article.uid)
        if uid is not None:
            self.out.empty("doc-id", {"id-string": uid})
        for one in metadata.alt_ids:
            if uid is None or not one.value.strip() or not one.scheme.strip():
                self.losses.lose("metadata.alt_ids", "beside no identifier of the story's own has no place in")
                self.losses.lose("metadata.alt_ids.scheme", "beside no identifier of the story's own has no place in")
            else:
                self.out.empty("doc-id", {"regsrc": one.scheme, "id-string": one.value})

    def _times(self, metadata: Metadata, embargoed: Sequence[Stamp], status: str | None) -> None:
        for kind, tag in _DATES.items():
            for norm in self._first(kind):
                self.out.empty(tag, {"norm": norm})
        released = next((s for s in metadata.stamps if s.kind == "released"), None)
        if not embargoed:
            return
        if released is None:
            for norm in self._first("embargoed"):
                self.out.empty("date.release", {"norm": norm})
        if status != "embargoed" or (released is not None and released.value != embargoed[0].value):
            self.losses.lose("metadata.stamps.embargoed", "beside another status or release has no place in")

    def _first(self, kind: str) -> list[str]:
        """The first time of a kind as NITF norms it, in a list; an empty one where there is none."""
        found = [stamp for stamp in self.article.metadata.stamps if stamp.kind == kind]
        norms = [norm for stamp in found if (norm := _norm(stamp)) is not None]
        for _ in range(len(found) - min(len(norms), 1)):
            self.losses.lose(f"metadata.stamps.{kind}", "is said once and as a date in")
        return norms[:1]

    def _places(self, metadata: Metadata) -> None:
        """Where it happened, each with the parts of the place that are kept."""
        details = self.kept.attributes("evloc")
        for place in metadata.places:
            if place.kind == "evloc" and place.scheme in {None, "iso-cc"}:
                stated: dict[str, str | None] = {"iso-cc": place.code or None, "city": place.label or None}
                if details and details[0].get("iso-cc") == place.code and place.label in details[0].values():
                    stated = details.pop(0)
                self.out.empty("evloc", stated)
        if details:
            self.kept.lose()

    def _kept_elements(self) -> None:
        for name in _KEPT_IN_DOCDATA:
            for made in self.kept.attributes(name):
                if made:
                    self.out.empty(name, made)
        sources = self.kept.attributes("from-src")
        if sources:
            self.out.open("del-list")
            for made in sources:
                self.out.empty("from-src", made)
            self.out.close()

    def _messages(self, notes: Sequence[str]) -> None:
        kinds = self.kept.attributes("ed-msg")
        if kinds and len(kinds) != len(notes):  # which of the notes they are of is not kept
            self.kept.lose()
            kinds = []
        for number, note in enumerate(notes):
            self.out.empty("ed-msg", {**(kinds[number] if kinds else {}), "info": note})

    def _use_key(self, metadata: Metadata) -> None:
        made = self.kept.fitting("du-key", self.kept.map("du-key"))
        if metadata.version and is_token(metadata.version):
            made["version"] = metadata.version
        if made:
            self.out.empty("du-key", made)

    def _rights(self, metadata: Metadata) -> None:
        rights = metadata.rights or Rights()
        holder = self.losses.said("metadata.rights.holder", rights.holder)
        copyright_ = {"holder": holder, **self.kept.fitting("doc.copyright", self.kept.map("doc.copyright"))}
        if any(copyright_.values()):
            self.out.empty("doc.copyright", copyright_)
        usage = self.losses.said("metadata.rights.usage", rights.usage)
        more = self.kept.fitting("doc.rights", self.kept.map("doc.rights"))
        if usage is not None or more:
            self.out.empty("doc.rights", {**more, "limitations": usage})

    def _iim(self) -> None:
        """The older header of the IPTC, as its datasets."""
        for value in self.kept.values("iim")[:1]:
            sets = value.get("ds", ()) if isinstance(value, FrozenMap) else ()
            made = [
                {key.removeprefix("@"): said for key, said in one.items()}
                for one in (sets if isinstance(sets, tuple) else (sets,))
                if isinstance(one, FrozenMap)
            ]
            version = value.get("@ver") if isinstance(value, FrozenMap) else None
            sound = all(is_token(str(one.get("num", ""))) and isinstance(one.get("value", ""), str) for one in made)
            if not made or not sound or any(not {"num", "value"}.issuperset(one) for one in made):
                self.kept.lose()
                continue
            self.out.open("iim", {"ver": version if isinstance(version, str) and is_token(version) else None})
            for one in made:
                self.out.empty("ds", one)
            self.out.close()
        if len(self.kept.values("iim")) > 1:
            self.kept.lose()

    def _revisions(self) -> None:
        """The revisions that are kept, where the last of them is the time of the update; else the update alone."""
        updated, kept = self._first("updated"), self.kept.attributes("revision-history")
        norms = [norm for made in kept if (norm := made.get("norm"))]
        if norms[-1:] == updated:
            for made in kept:
                self.out.empty("revision-history", made)
            return
        if kept:
            self.kept.lose()
        for norm in updated:
            self.out.empty("revision-history", {"norm": norm})

    def _identified(self, metadata: Metadata) -> None:
        places = [p for p in metadata.places if not (p.kind == "evloc" and p.scheme in {None, "iso-cc"})]
        topics = [s for s in metadata.subjects if not self._is_coded(s)]
        if len(places) not in {0, len(metadata.places)}:
            self.losses.change("metadata.places", "is in another order in")
        more = [(name, words, made) for name in _KEPT_TOPICS for words, made in self.kept.words(name)]
        if not places and not topics and not more:
            return
        out = self.out
        out.open("identified-content")
        for place in places:
            names = {"location-code": place.code, "code-source": place.scheme, "class": place.kind}
            out.leaf("location", place.label or "", names)
        for topic in topics:
            if topic.kind in _TOPICS:
                out.leaf(topic.kind, topic.label or "", {"value": topic.code, "idsrc": topic.scheme})
            else:
                out.leaf("classifier", topic.label or "", {"type": topic.kind, "value": topic.code, "idsrc": topic.scheme})
        for name, words, made in more:
            out.leaf(name, words, made)
        out.close()

    def _pubdata(self, metadata: Metadata) -> None:
        norms = self._first("published")
        words = metadata.words_declared
        length = {"item-length": str(words), "unit-of-measure": "word"} if words else {}
        stated: dict[str, str | None] = {"date.publication": norms[0] if norms else None, **length}
        kept = self.kept.attributes("pubdata")
        if kept and not set(kept[0]).intersection(length):
            stated.update(kept.pop(0))
        for made in (stated, *kept):
            if any(made.values()):
                self.out.empty("pubdata", made)
        if norms or words:
            return
        if words == 0:
            self.losses.lose("metadata.words_declared", "of nought has no place in")


def _norm(stamp: Stamp) -> str | None:
    """The time as NITF norms it: as it stands if that reads the same, else compact; None where it is no time."""
    if stamp.value is None:
        return stamp.raw if stamp.raw.strip() and parse_date(stamp.raw) is None else None
    return stamp.raw if parse_date(stamp.raw) == stamp.value else compact(stamp.value)


def _same(details: dict[str, str | None], stated: dict[str, str | None]) -> bool:
    """Whether what is kept of a subject is about the subject as it is."""
    scheme = (details.get("ipr") or "IPTC").upper()
    label = next((details[name] for name in _LABELS if details.get(name)), None)
    return (details.get("refnum"), label, scheme) == (stated["refnum"], stated["matter"], (stated["ipr"] or "").upper())
