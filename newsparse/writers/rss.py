"""Writes RSS 2.0: a channel with an item for each article, the full text in `content:encoded`.

What RSS has no element for is said in those modules that readers of feeds know: Dublin Core (`dc`, `dcterms`), Media RSS and
Atom. Times with a zone are `pubDate`; those that RFC 822 cannot say exactly are `dc:date`.
"""

import datetime as dt
import html
from collections.abc import Iterable, Iterator
from email.utils import format_datetime
from itertools import chain
from typing import Final

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit.bodies import is_html
from newsparse.kit.carry import OF_LINES, tell_field, unread
from newsparse.kit.datelines import marked_dateline
from newsparse.kit.names import creator
from newsparse.kit.xhtml import CARRIES as BODY
from newsparse.kit.xhtml import Xhtml, shows
from newsparse.kit.xmlout import XmlOut
from newsparse.model import walk
from newsparse.model.agents import Agent, Byline, Identifier
from newsparse.model.article import Article
from newsparse.model.blocks import Media, Rendition
from newsparse.model.frozen import FrozenMap
from newsparse.model.metadata import Link, Metadata, Stamp, Subject
from newsparse.plugin import Writer, option

_NAMESPACES: Final = {
    "version": "2.0",
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}
_STAMPS: Final = {
    "published": "dc:date",
    "created": "dcterms:created",
    "updated": "dcterms:modified",
    "embargoed": "dcterms:available",
    "expires": "dcterms:valid",
}
_MEDIUMS: Final = {"picture": "image", "video": "video", "audio": "audio"}
_UNTITLED: Final = "News"
"""The title of a channel of nobody known."""
_PARTS: Final = OF_LINES | {"authors.ids"}
_THUMBNAIL: Final = "thumbnail"
_OLD = 1900  # years that mail has no sure way to write


@attrs.frozen(kw_only=True)
class Options:
    """What the channel says of itself."""

    title: str = option("", help="the channel's title; else the first article's provider")
    link: str = option("", help="the address of the site; else that of the feed read, or of the first article")
    description: str = option("", help="what the channel is about; else its title")


def write(articles: Iterable[Article], options: Options, ctx: Context) -> Iterator[bytes]:
    """The feed, an item at a time, in UTF-8."""
    remaining = iter(articles)
    first = next(remaining, None)
    out = XmlOut()
    out.markup('<?xml version="1.0" encoding="UTF-8"?>')
    out.open("rss", _NAMESPACES)
    out.open("channel")
    title = options.title or (_provider(first.metadata) if first else None) or _UNTITLED
    out.leaf("title", title)
    out.leaf("link", options.link or (_site(first) if first else None) or "about:blank")
    out.leaf("description", options.description or title)
    for article in chain(() if first is None else (first,), remaining):
        _Item(article=article, out=out, ctx=ctx, titled=title != _UNTITLED).write()
        yield out.take()
    out.close()
    out.close()
    out.report(ctx, "rss")
    yield out.take() + b"\n"


def _provider(metadata: Metadata) -> str | None:
    return _said(metadata.provider.name) if metadata.provider else None


def _site(article: Article) -> str | None:
    """The address of the feed that was read, else the article's own."""
    own = article.extras.get("rss")
    feed = own.get("feed") if isinstance(own, FrozenMap) else None
    link = feed.get("link") if isinstance(feed, FrozenMap) else None
    return link if isinstance(link, str) else next((one.href for one in article.metadata.links if one.rel == "canonical"), None)


@attrs.define(kw_only=True, eq=False)
class _Item:
    """One item in the making; `titled` is whether the channel has a name, which readers take for the provider's."""

    article: Article
    out: XmlOut
    ctx: Context
    titled: bool
    lost: dict[tuple[str, str], int] = attrs.field(factory=dict)

    def write(self) -> None:
        """The item's elements in the order that feeds have them; what does not fit is reported."""
        article, metadata = self.article, self.article.metadata
        markup = Xhtml(ctx=self.ctx, name="rss")
        self.out.open("item")
        title = _said(article.title.text) if article.title else None
        self.out.leaf("title", html.escape(title, quote=False) if title and is_html(title) else title or "")
        self._links(metadata.links)
        if article.summary is not None:
            self._leaf("description", markup.text("summary", article.summary))
        self._leaf("content:encoded", markup.body(article))
        self._bylines(article)
        self._dateline(article)
        self._topics(metadata)
        if (uid := _said(article.uid)) is not None:
            self.out.leaf("guid", uid, {"isPermaLink": "false"})
        self._stamps(metadata.stamps)
        self._about(metadata)
        for media in (block for block in walk.blocks(article) if isinstance(block, Media)):
            self._media(media)
        self.out.close()
        markup.tell()
        self._own()
        for (name, why), count in self.lost.items():
            tell_field(self.ctx, "rss", name, count, why)

    def lose(self, name: str, why: str) -> None:
        """Count a value that does not fit; `why` ends in a word before "rss"."""
        self.lost[name, why] = self.lost.get((name, why), 0) + 1

    def _leaf(self, tag: str, value: str | None, attributes: dict[str, str | None] | None = None) -> None:
        said = _said(value)
        if said is not None:
            self.out.leaf(tag, said, attributes)

    def _own(self) -> None:
        own = self.article.extras.get("rss")
        if own is not None and (not isinstance(own, FrozenMap) or set(own) - {"feed"}):
            names = sorted(set(own) - {"feed"}) if isinstance(own, FrozenMap) else []
            self.lose("extras.rss", f"({', '.join(names)[:120]}) is not written by")

    def _links(self, links: tuple[Link, ...]) -> None:
        """The first canonical one is the item's; all others are Atom's."""
        main = next((link for link in links if link.rel == "canonical" and not link.title and not link.media_type), None)
        if main is not None:
            self._leaf("link", main.href)
        for link in links:
            if link is main or not link.href.strip():
                continue
            if link.rel == "source" and link.title and link.title == self.article.metadata.source:
                self.out.leaf("source", link.title.strip(), {"url": link.href.strip()})
                continue
            if link.rel == "enclosure":
                for part, value in (
                    ("", link.href),
                    (".rel", link.rel),
                    (".title", link.title),
                    (".media_type", link.media_type),
                ):
                    if value:
                        self.lose(f"metadata.links{part}", "of rel 'enclosure' would be a medium in")
                continue
            rel = "alternate" if link.rel == "canonical" else _said(link.rel) or "related"
            said = {"rel": rel, "href": link.href.strip(), "title": _said(link.title), "type": _said(link.media_type)}
            self.out.empty("atom:link", said)

    def _bylines(self, article: Article) -> None:
        """Each line once, as readers have it; what they find in the lines is compared with the authors."""
        read: dict[str, tuple[Agent, ...]] = {}
        for byline in article.bylines:
            raw = _said(byline.raw)
            if raw is not None and raw not in read:
                read[raw] = self._byline(byline, raw)
        for name, count in unread(article.authors, chain.from_iterable(read.values()), _PARTS):
            tell_field(self.ctx, "rss", name, count, "that the lines do not name has no place in")

    def _dateline(self, article: Article) -> None:
        """The text marks the line; parts that readers do not find in it have no place."""
        dateline = article.dateline
        read = marked_dateline(" ".join(dateline.raw.split())) if dateline is not None else None
        for name in ("place", "date", "agency"):
            if getattr(dateline, name, None) is not None and getattr(dateline, name) != getattr(read, name):
                self.lose(f"dateline.{name}", "that the line does not name has no place in")

    def _byline(self, byline: Byline, raw: str) -> tuple[Agent, ...]:
        agent = byline.agents[0] if len(byline.agents) == 1 else None
        mail = next((one.value for one in agent.ids if one.scheme == "mailto"), None) if agent else None
        if agent is not None and agent.name == raw and mail and "@" in mail and not set(mail) & set(" ()"):
            self.out.leaf("author", f"{mail} ({raw})")
            return (Agent(name=raw, ids=(Identifier("mailto", mail),)),)
        self.out.leaf("dc:creator", raw)
        return creator(raw)

    def _topics(self, metadata: Metadata) -> None:
        """The category first; a subject with a code is Atom's category, which can hold a label too."""
        first = next(iter(metadata.subjects), None)
        if metadata.category is not None and (first is None or metadata.category not in {first.label, first.code}):
            self._leaf("category", metadata.category)
            why = "and the category are one list in"
            tell_field(self.ctx, "rss", "metadata.subjects", 0, why, severity=Severity.WARNING)
        for topic in metadata.subjects:
            self._subject(topic)
        for tag, topics in (("dc:type", metadata.genres), ("dc:coverage", metadata.places)):
            for topic in topics:
                self._leaf(tag, topic.label if topic.code is None else topic.code)
        words = [word.strip() for word in metadata.keywords if word.strip()]
        for word in words:
            if "," in word:
                self.lose("metadata.keywords", "with a comma has no place in")
        self._leaf("media:keywords", ", ".join(word for word in words if "," not in word))

    def _subject(self, topic: Subject) -> None:
        code, label, scheme = _said(topic.code), _said(topic.label), _said(topic.scheme)
        if code is not None:
            self.out.empty("atom:category", {"term": code, "scheme": scheme, "label": label})
        elif label is not None and scheme != "post_tag":
            self.out.leaf("category", label, {"domain": scheme})
        elif label is not None:
            self.lose("metadata.subjects", "of WordPress's scheme for keywords is a keyword in")

    def _stamps(self, stamps: tuple[Stamp, ...]) -> None:
        said: set[str] = set()
        for stamp in stamps:
            tag = _STAMPS.get(stamp.kind)
            if tag is None:
                continue  # reported by the pipeline: no place for that kind
            if stamp.kind in said or stamp.value is None or _odd(stamp.value):
                why = "is said once in" if stamp.kind in said else "that is no date, or whose zone has seconds, has no place in"
                self.lose(f"metadata.stamps.{stamp.kind}", why)
                continue
            said.add(stamp.kind)
            if stamp.kind == "published" and _mailable(stamp.value):
                assert isinstance(stamp.value, dt.datetime)
                self.out.leaf("pubDate", format_datetime(stamp.value))
            else:
                self.out.leaf(tag, stamp.value.isoformat())

    def _about(self, metadata: Metadata) -> None:
        self._leaf("dc:language", metadata.lang)
        provider = _provider(metadata)
        if self.titled or provider != _UNTITLED:
            self._leaf("dc:publisher", provider)
        if metadata.provider is not None and metadata.provider.kind in {"person", "group"}:
            self.lose("metadata.provider.kind", "other than organisation has no place in")
        if not any(link.rel == "source" and link.title == metadata.source for link in metadata.links):
            self._leaf("dc:source", metadata.source)
        self._leaf("media:credit", metadata.credit)
        rights = metadata.rights
        if rights is not None:
            for tag, value in (
                ("dc:rights", rights.notice),
                ("dcterms:rightsHolder", rights.holder),
                ("dcterms:license", rights.usage),
            ):
                self._leaf(tag, value)
        for one in metadata.alt_ids:
            self._leaf("dc:identifier", one.value)

    def _media(self, media: Media) -> None:
        """What a figure in the text cannot say: type, sizes, other forms."""
        href = _said(media.href)
        forms = [one for one in media.renditions if _said(one.name) is None and _said(one.href)]
        thumbnails = [one for one in media.renditions if one.name == _THUMBNAIL and _said(one.href)]
        if len(forms) + len(thumbnails) < len(media.renditions):
            self.lose("media.renditions", f"of another name than {_THUMBNAIL} has no place in")
        if forms and all(one.href.strip() != href for one in forms):
            self.lose("media.renditions", "without the medium itself has no place in")
            forms = []
        if href is None or media.kind not in _MEDIUMS or not shows(media):
            for part in ("media_type", "renditions"):
                if getattr(media, part):
                    self.lose(f"media.{part}", "of such a medium has no place in")
            return
        if not (forms or thumbnails or media.media_type):
            return
        if len(forms) > 1:
            self.out.open("media:group")
        for one in forms or [Rendition(href=href)]:
            main = one.href.strip() == href
            self._content(one, media, media.media_type if main else one.media_type, default=main and len(forms) > 1)
            for thumbnail in thumbnails if main else ():
                self.out.empty("media:thumbnail", _size(thumbnail))
            thumbnails = [] if main else thumbnails
            self.out.close()
        if len(forms) > 1:
            self.out.close()

    def _content(self, one: Rendition, media: Media, media_type: str | None, *, default: bool) -> None:
        said = {
            **_size(one),
            "fileSize": None if one.size is None else str(one.size),
            "type": _said(media_type),
            "medium": _MEDIUMS[media.kind],
            "isDefault": "true" if default else None,
        }
        self.out.open("media:content", said)


def _size(one: Rendition) -> dict[str, str | None]:
    return {
        "url": one.href.strip(),
        "width": None if one.width is None else str(one.width),
        "height": None if one.height is None else str(one.height),
    }


def _said(value: str | None) -> str | None:
    """The value without white space around it; None where nothing is left, as a reader would have it."""
    return None if value is None else value.strip() or None


def _odd(value: dt.datetime | dt.date) -> bool:
    """Whether the zone has seconds, which no form of time in XML can say."""
    offset = value.utcoffset() if isinstance(value, dt.datetime) else None
    return offset is not None and bool(offset.seconds % 60 or offset.microseconds)


def _mailable(value: dt.datetime | dt.date) -> bool:
    """Whether RFC 822 can say it, exactly."""
    return isinstance(value, dt.datetime) and value.tzinfo is not None and not value.microsecond and value.year >= _OLD


CARRIES: Final = BODY | {
    *("uid", "title", "summary", "summary.marks", "bylines", *_PARTS, "dateline.place", "dateline.date", "dateline.agency"),
    *(f"metadata.stamps.{kind}" for kind in _STAMPS),
    *(f"metadata.{name}" for name in ("lang", "source", "credit", "category", "keywords", "genres", "places", "provider")),
    "metadata.provider.kind",
    *("metadata.subjects", "metadata.subjects.scheme", "metadata.subjects.label", "metadata.alt_ids"),
    *("metadata.rights.holder", "metadata.rights.notice", "metadata.rights.usage"),
    *("metadata.links", "metadata.links.rel", "metadata.links.title", "metadata.links.media_type"),
    *("media.media_type", "media.renditions", "extras.rss"),
}
"""What RSS and its modules have a place for; single values that do not fit are reported when they are written."""

WRITER = Writer(
    name="rss",
    title="RSS 2.0 with full text",
    write=write,
    holds="many",
    carries=CARRIES,
    options=Options,
    extension="rss",
    media_type="application/rss+xml",
    spec="https://www.rssboard.org/rss-specification",
)
