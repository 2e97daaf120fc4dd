"""An article as an item of ninjs 2.2; `versions` makes the others of it."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit import uris
from newsparse.kit.carry import tell_field, unread
from newsparse.kit.names import credited
from newsparse.kit.xhtml import Xhtml, shows
from newsparse.model import walk
from newsparse.model.article import Article
from newsparse.model.blocks import Media, Rendition
from newsparse.model.frozen import FrozenMap
from newsparse.model.metadata import Link, Metadata, Stamp, Subject
from newsparse.model.text import Text
from newsparse.writers.ninjs.tables import CONCEPTS, KEPT, LINKED, SHOWN, STAMPS, STATUSES, TYPES, WHOLENESS


@attrs.define(kw_only=True, eq=False)
class Item:
    """The item in the making.

    `lost` counts values that do not fit, by field; `changed` says of others how they are written; `shown` has the renditions of
    each medium's address.
    """

    article: Article
    ctx: Context
    version: str
    lost: dict[tuple[str, str], int] = attrs.field(factory=dict)
    changed: dict[str, str] = attrs.field(factory=dict)
    shown: dict[str | None, tuple[Rendition, ...]] = attrs.field(factory=dict)
    markup: Xhtml = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.markup = Xhtml(ctx=self.ctx, name="ninjs")

    def make(self) -> dict[str, Any]:
        """The item; what does not fit is reported."""
        article, metadata = self.article, self.article.metadata
        found: dict[str, Any] = {
            **self._own(),
            "version": _said(metadata.version),
            **self._stamps(metadata.stamps),
            "pubstatus": self._status(metadata.status),
            "urgency": self._urgency(metadata.urgency),
            **self._rights(metadata),
            "ednote": self._joined("metadata.ed_notes", metadata.ed_notes, "\n"),
            "language": _said(metadata.lang),
            "slugline": _said(article.slugline),
            "headlines": list(self._headlines()),
            "by": self._byline(),
            "located": _said(article.dateline.place) if article.dateline else None,
            "descriptions": self._descriptions(),
            "bodies": self._bodies(),
            **self._concepts(metadata),
            "infosources": list(self._sources(metadata)),
            "altids": list(self._alt_ids(metadata)),
            "associations": [*self._media(), *self._links(metadata.links)],
        }
        said = {key: value for key, value in found.items() if value not in (None, "", [])}
        self.markup.tell()
        for (name, why), count in self.lost.items():
            tell_field(self.ctx, "ninjs", name, count, why)
        for name, why in self.changed.items():
            tell_field(self.ctx, "ninjs", name, 0, why, severity=Severity.WARNING)
        return {**self._standard(), "uri": self._uri(said), **said}

    def lose(self, name: str, why: str) -> None:
        """Count a value that does not fit; `why` ends in a word before "ninjs"."""
        self.lost[name, why] = self.lost.get((name, why), 0) + 1

    def _standard(self) -> dict[str, Any]:
        schema = f"http://www.iptc.org/std/ninjs/ninjs-schema_{self.version}.json"
        return {"standard": {"name": "ninjs", "version": self.version, "schema": schema}}

    def _uri(self, said: dict[str, Any]) -> str:
        uid = _said(self.article.uid)
        if uid is not None:
            return uris.named("id", uid)
        return uris.unnamed(json.dumps(said, sort_keys=True))

    def _own(self) -> dict[str, Any]:
        """What a reader of ninjs kept: type, profile, title, completeness. Other keys have no certain place in this version."""
        kept = self.article.extras.get("ninjs")
        own: dict[str, Any] = dict(kept) if isinstance(kept, FrozenMap) else {}
        made: dict[str, Any] = {}
        kind = own.pop("type", None)
        if isinstance(kind, str) and kind in TYPES[self.version]:
            made["type"] = kind
        else:
            made["type"] = "text"
            own |= {} if kind is None else {"type": kind}
        whole = own.get("representationtype", own.get("representationType"))
        if isinstance(whole, str) and whole in WHOLENESS:
            made["representationtype"] = WHOLENESS[whole]
            if WHOLENESS[whole] != whole or "representationType" in own:
                self.changed["extras.ninjs"] = "(representationtype) is spelt otherwise in"
            own = {key: value for key, value in own.items() if key.lower() != "representationtype"}
        for key in ("profile", "title"):
            value = own.get(key)
            if isinstance(value, str) and value.strip():
                made[key] = value.strip()
                del own[key]
        if own or (kept is not None and not isinstance(kept, FrozenMap)):
            self.lose("extras.ninjs", f"({', '.join(sorted(own))[:120]}) is not written by")
        return made

    # Metadata

    def _stamps(self, stamps: tuple[Stamp, ...]) -> dict[str, str]:
        """Times by key, in the order that readers give them back in."""
        said: dict[str, str] = {}
        for stamp in stamps:
            key = STAMPS.get(stamp.kind)
            if key is None:
                continue  # reported by the pipeline: no place for that kind
            value = _moment(stamp.value)
            if value is None:
                self.lose(f"metadata.stamps.{stamp.kind}", "without time and zone has no place in")
            elif key in said:
                self.lose(f"metadata.stamps.{stamp.kind}", "is said once in")
            else:
                said[key] = value
        return {key: said[key] for key in STAMPS.values() if key in said}

    def _status(self, status: str | None) -> str | None:
        if status is not None and status not in STATUSES:
            self.lose("metadata.status", f"{status[:40]!r} is no status of")
            return None
        return status

    def _urgency(self, urgency: int | None) -> int | None:
        if urgency is not None and not 1 <= urgency <= 9:
            self.lose("metadata.urgency", f"{urgency} is no urgency of")
            return None
        return urgency

    def _rights(self, metadata: Metadata) -> dict[str, str | None]:
        rights = metadata.rights
        if rights is None:
            return {}
        return {
            "copyrightholder": _said(rights.holder),
            "copyrightnotice": _said(rights.notice),
            "usageterms": _said(rights.usage),
        }

    def _joined(self, name: str, values: tuple[str, ...], between: str) -> str | None:
        """One string of several, as there is one place for them; the words stay."""
        values = tuple(said for value in values if (said := _said(value)) is not None)
        if len(values) > 1:
            why = f"is one string, {len(values)} values joined, in"
            tell_field(self.ctx, "ninjs", name, 0, why, severity=Severity.WARNING)
        return between.join(values) or None

    def _byline(self) -> str | None:
        """One line for all; what a reader finds in it is compared with the authors."""
        line = self._joined("bylines", tuple(byline.raw for byline in self.article.bylines), "; ")
        for name, count in unread(self.article.authors, credited(line) if line else ()):
            tell_field(self.ctx, "ninjs", name, count, "that the line does not name has no place in")
        return line

    def _concepts(self, metadata: Metadata) -> dict[str, Any]:
        made: dict[str, list[dict[str, Any]]] = {}
        for name in ("subjects", "genres", "places"):
            for topic in getattr(metadata, name):
                key = name
                if topic.kind is not None:
                    key = CONCEPTS.get(topic.kind, name) if name == "subjects" else name
                    if key == name:
                        self.lose(f"metadata.{name}.kind", f"{topic.kind[:40]!r} is no kind of")
                concept = self._concept(topic, name)
                if concept:
                    made.setdefault(key, []).append(concept)
        words = [said for word in metadata.keywords if (said := _said(word)) is not None]
        if words:
            made.setdefault("subjects", []).extend({"name": word} for word in words)
            for name in ("metadata.keywords", "metadata.subjects"):
                tell_field(self.ctx, "ninjs", name, 0, "are one list, of subjects, in", severity=Severity.WARNING)
        return made

    def _concept(self, topic: Subject, name: str) -> dict[str, Any]:
        """Name, code as `literal`, and the URI that scheme and code make."""
        code, scheme = _said(topic.code), _said(topic.scheme)
        made: dict[str, Any] = {"name": _said(topic.label), "literal": code}
        if scheme is not None and code is not None:
            scheme, made["uri"] = uris.concept(scheme, code)
            if self.version == "1.6":
                made["_scheme"] = scheme
        elif scheme is not None:
            self.lose(f"metadata.{name}.scheme", "without a code has no place in")
        return {key: value for key, value in made.items() if value is not None}

    def _sources(self, metadata: Metadata) -> Iterator[dict[str, str]]:
        source, provider = _said(metadata.source), _said(metadata.provider.name if metadata.provider else None)
        if source is not None:
            yield {"name": source}
        if provider is not None:
            yield {"name": provider, "role": "provider"}
        if metadata.provider is not None and metadata.provider.kind in {"person", "group"}:
            self.lose("metadata.provider.kind", "other than organisation has no place in")

    def _alt_ids(self, metadata: Metadata) -> Iterator[dict[str, str]]:
        said: set[str] = set()
        for one in metadata.alt_ids:
            if self.version == "1.6" and one.scheme in said:
                for part in ("", ".scheme"):
                    self.lose(f"metadata.alt_ids{part}", "is one for each scheme in")
                continue
            said.add(one.scheme)
            if one.scheme.strip() and one.value.strip():
                yield {"role": one.scheme.strip(), "value": one.value.strip()}

    def _links(self, links: tuple[Link, ...]) -> Iterator[dict[str, Any]]:
        """Related items as associations; links of other relations have no place."""
        for link in links:
            href = uris.address(link.href) if link.rel in LINKED else None
            if href is None:
                for part, value in (("", link.href), (".rel", link.rel), (".title", link.title)):
                    if value:
                        self.lose(f"metadata.links{part}", f"of relation {str(link.rel)[:40]!r} has no place in")
                continue
            title = _said(link.title)
            titled = {"headlines": [{"role": "main", "contenttype": "text/plain", "value": title}]} if title else {}
            yield {"name": str(link.rel), "uri": href, **titled}

    # Words

    def _headlines(self) -> Iterator[dict[str, str]]:
        titled = [] if self.article.title is None else [("title", "main", self.article.title)]
        decks = [(f"deck{number}", "subtitle", deck) for number, deck in enumerate(self.article.deck, 1)]
        for holder, role, text in (*titled, *decks):
            if made := self._line(holder, text):
                yield {"role": role, **made}

    def _descriptions(self) -> list[dict[str, str]]:
        summary = self.article.summary
        made = {} if summary is None else self._line("summary", summary)
        return [{"role": "summary", **made}] if made else []

    def _line(self, holder: str, text: Text) -> dict[str, str]:
        """Content type and value: HTML for a text with marks, which 1.6 has no place for; empty where nothing is said."""
        value = _said(text.text)
        if value is None:
            return {}
        if not text.marks:
            return {"contenttype": "text/plain", "value": value}
        if self.version == "1.6":
            self.lose(f"{holder.rstrip('0123456789')}.marks", "has no place in 1.6 of")
            return {"contenttype": "text/plain", "value": value}
        return {"contenttype": "text/html", "value": self.markup.text(holder, text).strip()}

    def _bodies(self) -> list[dict[str, Any]]:
        value = self.markup.body(self.article)
        words = self.article.metadata.words_declared
        if words is not None and not self.article.text.strip():
            self.lose("metadata.words_declared", "without a text has no place in")
            words = None
        if not value:
            return []
        body: dict[str, Any] = {"role": "main", "contenttype": "application/xhtml+xml", "value": value}
        return [body | ({"wordcount": words} if words is not None else {})]

    # Media

    def _media(self) -> Iterator[dict[str, Any]]:
        """Each medium that has more to say than its figure in the body, as an associated item."""
        for number, media in enumerate((block for block in walk.blocks(self.article) if isinstance(block, Media)), 1):
            made = self._associated(media, number)
            if made is not None:
                yield made

    def _associated(self, media: Media, number: int) -> dict[str, Any] | None:
        named = media.extras.get("ninjs")
        own = named if isinstance(named, FrozenMap) else {}
        href = uris.address(media.href) if media.href else None
        renditions = [made for one in media.renditions if (made := self._rendition(one)) is not None]
        if media.kind not in SHOWN or not shows(media):
            self._lose_media(media)
            if own:
                self.lose("blocks.extras.ninjs", f"of {media.kind[:40]!r} has no place in")
            return None
        if not (renditions or media.media_type or own or media.kind == "graphic"):
            return None
        uri, name = own.get("uri"), own.get("name")
        if uri is not None and not (isinstance(uri, str) and uris.is_uri(uri)):
            self.lose("blocks.extras.ninjs", "(a uri that is none) is not written by")
        if media.renditions and self.shown.setdefault(href, media.renditions) != media.renditions:
            self.lose("media.renditions", "of an address that is shown before with others has no place in")
        if not renditions and href is not None:
            renditions = [{"name": "", "href": href}]
        names = [given for one in renditions if (given := one.get("name"))]
        if self.version == "1.6" and len(set(names)) < len(names):
            self.lose("media.renditions", "have a name each in")
        if media.media_type and renditions:
            main = next((one for one in renditions if one["href"] == href), renditions[0])
            main.setdefault("contenttype", media.media_type.strip())
        return {
            "name": name.strip() if isinstance(name, str) and name.strip() else f"media{number}",
            "uri": uri if isinstance(uri, str) and uris.is_uri(uri) else href or renditions[0]["href"],
            "type": media.kind,
            **self._said_of(own),
            "renditions": renditions,
        }

    def _said_of(self, own: Mapping[str, Any]) -> dict[str, Any]:
        """What a reader of ninjs kept of an associated item, as far as it is as the standard has it."""
        made: dict[str, Any] = {}
        left = [key for key in own if key not in {"name", "uri"}]
        for key in list(left):
            value = own[key]
            check = KEPT.get(key)
            if check is not None and isinstance(value, str | int) and check(value):
                made[key] = value
                left.remove(key)
        if left:
            self.lose("blocks.extras.ninjs", f"({', '.join(sorted(left))[:120]}) is not written by")
        return made

    def _lose_media(self, media: Media) -> None:
        said = {"media_type": media.media_type, "renditions": media.renditions or None}
        for part, value in said.items():
            if value is not None:
                self.lose(f"media.{part}", f"of {media.kind[:40]!r} has no place in")

    def _rendition(self, one: Rendition) -> dict[str, Any] | None:
        href = uris.address(one.href)
        if href is None:
            self.lose("media.renditions", f"{one.href[:60]!r} is no address in")
            return None
        if href != one.href.strip():
            self.changed["media.renditions"] = "is percent-encoded in"
        made = {
            "name": _said(one.name) or "",
            "href": href,
            "contenttype": _said(one.media_type),
            "width": one.width,
            "height": one.height,
            "sizeinbytes": one.size,
        }
        return {key: value for key, value in made.items() if value is not None}


def _said(value: str | None) -> str | None:
    """The value without white space around it; None where nothing is left, as a reader would have it."""
    return None if value is None else value.strip() or None


def _moment(value: dt.datetime | dt.date | None) -> str | None:
    """RFC 3339; None for a date, a time without a zone, or a zone with seconds."""
    if not isinstance(value, dt.datetime) or (offset := value.utcoffset()) is None or offset.seconds % 60 or offset.microseconds:
        return None
    return value.isoformat().replace("+00:00", "Z")
