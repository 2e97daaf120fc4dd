"""The head of a NITF document: `title`, `meta`, `tobject`, `docdata`, `pubdata`, in the order of the schema."""

import re
from collections.abc import Sequence
from typing import Any

import attrs

from newsparse.kit.dates import parse_date
from newsparse.kit.losses import Losses
from newsparse.kit.times import compact
from newsparse.kit.xmlout import XmlOut
from newsparse.model.article import Article
from newsparse.model.frozen import FrozenMap
from newsparse.model.metadata import Metadata, Stamp, Subject

_NMTOKEN = re.compile(r"[A-Za-z0-9._:-]+\Z")  # the ASCII part, which is enough
_META = (
    ("slugline", "slugline"), ("credit", "credit"), ("priority", "priority"), ("category", "category"), ("service", "service"),
    ("anpa-sequence", "sequence"), ("anpa-takekey", "take_key"),
)  # fmt: skip
_DATES = {"created": "date.issue", "released": "date.release", "expires": "date.expire"}
_TOPICS = ("person", "org", "event")  # subjects that have elements of their own
_RESTORED = {
    "doc-scope": ("scope", "value"), "fixture": ("fix-id",), "series": ("series.name", "series.part", "series.totalpart"),
}  # fmt: skip
_TOKENS = frozenset(("series.part", "series.totalpart", "generation", "part", "year"))
KNOWN = frozenset(
    ("meta", "title", "tobject.type", "version", "change.date", "change.time", "du-key", "doc.copyright", *_RESTORED)
)
"""What of `extras["nitf"]` is written back."""


@attrs.frozen(kw_only=True, eq=False)
class HeadWriter:
    """Writes the head of one article. `own` is what its extras have of NITF."""

    article: Article
    out: XmlOut
    losses: Losses
    own: Any

    def write(self, metadata: Metadata) -> None:
        """All of it."""
        out, article = self.out, self.article
        out.open("head")
        title = self.own.get("title")
        if isinstance(title, str) or article.title is not None:
            out.leaf("title", title if isinstance(title, str) else article.title.text)  # type: ignore[union-attr]
        self._metas(metadata)
        self._tobject(metadata)
        self._docdata(metadata)
        self._pubdata(metadata)
        for stamp in self._first("updated"):
            out.empty("revision-history", {"norm": stamp})
        out.close()

    def _metas(self, metadata: Metadata) -> None:
        stated: list[tuple[str, str]] = []
        for name, field in _META:
            holder, full = (self.article, field) if field == "slugline" else (metadata, f"metadata.{field}")
            if value := self.losses.said(full, getattr(holder, field)):
                stated.append((name, value))
        if metadata.version and not _NMTOKEN.match(metadata.version) and self.losses.said("metadata.version", metadata.version):
            stated.append(("version", metadata.version))
        provider = metadata.provider.name if metadata.provider else None
        if metadata.source != provider and (source := self.losses.said("metadata.source", metadata.source)):
            stated.append(("source", source))
        stated.extend(("signal", signal) for signal in metadata.signals if self.losses.said("metadata.signals", signal))
        kept = self.own.get("meta")
        for name, content in kept.items() if isinstance(kept, FrozenMap) else ():
            if _NMTOKEN.match(name) and isinstance(content, str):
                stated.append((name, content))
            else:
                self.losses.lose("extras.nitf", "is written in part by")
        for name, content in stated:
            self.out.empty("meta", {"name": name, "content": content})

    def _tobject(self, metadata: Metadata) -> None:
        out = self.out
        coded = [s for s in metadata.subjects if self._is_coded(s)]
        kind = self.own.get("tobject.type")
        if not coded and not metadata.genres and not isinstance(kind, str):
            return
        out.open("tobject", {"tobject.type": kind if isinstance(kind, str) else "news"})
        for genre in metadata.genres:
            if value := self.losses.said("metadata.genres", genre.label if genre.code is None else genre.code):
                out.empty("tobject.property", {"tobject.property.type": value})
        for topic in coded:
            scheme = "IPTC" if topic.scheme == "iptc" else topic.scheme or ""
            out.empty(
                "tobject.subject",
                {
                    "tobject.subject.ipr": scheme,
                    "tobject.subject.refnum": topic.code,
                    "tobject.subject.matter": topic.label or None,
                },
            )
        out.close()
        rest = [s for s in metadata.subjects if not self._is_coded(s)]
        if coded and rest and metadata.subjects != (*coded, *rest):
            self.losses.change("metadata.subjects", "is in another order in")

    def _is_coded(self, topic: Subject) -> bool:
        return bool(topic.code and topic.kind is None and _NMTOKEN.match(topic.code) and topic.scheme != "")

    def _docdata(self, metadata: Metadata) -> None:
        out = self.out
        embargoed = [s for s in metadata.stamps if s.kind == "embargoed"]
        status = self.losses.said("metadata.status", metadata.status)
        if embargoed and status is None:
            status = "embargoed"
        out.open("docdata", {"management-status": status})
        for place in metadata.places:
            if place.kind == "evloc" and place.scheme in {None, "iso-cc"}:
                out.empty("evloc", {"iso-cc": place.code or None, "city": place.label or None})
        self._ids(metadata)
        if metadata.urgency is not None and 1 <= metadata.urgency <= 8:
            out.empty("urgency", {"ed-urg": str(metadata.urgency)})
        elif metadata.urgency is not None:
            self.losses.lose("metadata.urgency", "beyond 1 to 8 has no place in")
        self._times(metadata, embargoed, status)
        for name, allowed in _RESTORED.items():
            self._restore(name, allowed)
        for note in metadata.ed_notes:
            if self.losses.said("metadata.ed_notes", note):
                out.empty("ed-msg", {"info": note})
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

    def _use_key(self, metadata: Metadata) -> None:
        kept = self.own.get("du-key")
        stated = {name: value for name, value in kept.items() if isinstance(value, str)} if isinstance(kept, FrozenMap) else {}
        made: dict[str, str | None] = {
            name: stated[name] for name in ("generation", "part", "key") if name in stated and _fits(name, stated[name])
        }
        if metadata.version and _NMTOKEN.match(metadata.version):
            made["version"] = metadata.version
        if made:
            self.out.empty("du-key", made)

    def _rights(self, metadata: Metadata) -> None:
        if metadata.rights is None:
            return
        kept = self.own.get("doc.copyright")
        year = kept.get("year") if isinstance(kept, FrozenMap) else None
        holder = self.losses.said("metadata.rights.holder", metadata.rights.holder)
        if holder is not None:
            self.out.empty(
                "doc.copyright", {"holder": holder, "year": year if isinstance(year, str) and _fits("year", year) else None}
            )
        usage = self.losses.said("metadata.rights.usage", metadata.rights.usage)
        if usage is not None:
            self.out.empty("doc.rights", {"limitations": usage})

    def _restore(self, name: str, allowed: tuple[str, ...]) -> None:
        kept = self.own.get(name)
        for value in kept if isinstance(kept, tuple) else (kept,):
            if not isinstance(value, FrozenMap):
                continue
            made: dict[str, str | None] = {
                key: said for key, said in value.items() if key in allowed and isinstance(said, str) and _fits(key, said)
            }
            if made:
                self.out.empty(name, made)

    def _identified(self, metadata: Metadata) -> None:
        places = [p for p in metadata.places if not (p.kind == "evloc" and p.scheme in {None, "iso-cc"})]
        topics = [s for s in metadata.subjects if not self._is_coded(s)]
        if len(places) not in {0, len(metadata.places)}:
            self.losses.change("metadata.places", "is in another order in")
        if not places and not topics:
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
        out.close()

    def _pubdata(self, metadata: Metadata) -> None:
        norms = self._first("published")
        words = metadata.words_declared
        if norms or words:
            length = {"item-length": str(words), "unit-of-measure": "word"} if words else {}
            self.out.empty("pubdata", {"date.publication": norms[0] if norms else None, **length})
        elif words == 0:
            self.losses.lose("metadata.words_declared", "of nought has no place in")


def _norm(stamp: Stamp) -> str | None:
    """The time as NITF norms it: as it stands if that reads the same, else compact; None where it is no time."""
    if stamp.value is None:
        return stamp.raw if stamp.raw.strip() and parse_date(stamp.raw) is None else None
    return stamp.raw if parse_date(stamp.raw) == stamp.value else compact(stamp.value)


def _fits(name: str, value: str) -> bool:
    return name not in _TOKENS or _NMTOKEN.match(value) is not None
