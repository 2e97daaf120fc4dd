"""A feed: what it says for all its items, and its elements by names that do not depend on prefixes."""

import html
import re
from collections.abc import Iterator, Set
from typing import Any, Final

from newsparse.context import Context
from newsparse.kit import xml
from newsparse.kit.fieldpaths import texts
from newsparse.kit.inline import collapsed
from newsparse.kit.xml import Element
from newsparse.readers.rss.habits import Habits

# Namespace to the prefix that everybody gives it; the core of RSS and Atom have none.
_PREFIXES: Final = {
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://news.yandex.ru": "yandex",
}
_WORDPRESS: Final = re.compile(r"https?://wordpress\.org/export/[\d.]+/(excerpt/)?\Z")
_ATOM: Final = frozenset({"feed", "entry"})
_ITEMS: Final = frozenset({"item", "entry"})
PROSE: Final = frozenset({"encoded", "content", "div", "p"})
"""Local names of elements whose text is worth reading even where the document breaks off in it."""
_WHOLE: Final = frozenset({"title", "summary", "author", "creator", "group", "category"})


class Names:
    """The names of elements: `title`, `dc:creator`, `wp:post_id`, `atom:title`; another namespace's as `prefix:local`."""

    def __init__(self, root: Element) -> None:
        self._known: dict[str, str] = {}
        self._own = xml.namespace(root) or ""
        self._core = "atom" if xml.local(root) in _ATOM else ""

    def of(self, element: Element) -> str:
        """The element's name; an attribute of the document's own prefixes never counts."""
        tag = element.tag
        found = self._known.get(tag)
        if found is None:
            found = self._known[tag] = self._made(element, tag)
        return found

    def _made(self, element: Element, tag: str) -> str:
        if tag[:1] != "{":
            # An undeclared prefix is part of the tag.
            return tag if not self._core or self._own or ":" in tag else f"{self._core}:{tag}"
        namespace, _, local = tag[1:].partition("}")
        prefix = _PREFIXES.get(namespace.lower().replace("https:", "http:", 1))
        if prefix is None and namespace == self._own:  # a namespace that nobody knows, of the whole feed
            prefix = self._core
        if prefix is None:
            wordpress = _WORDPRESS.match(namespace)
            prefix = ("excerpt" if wordpress[1] else "wp") if wordpress else element.prefix or "ns"
        return f"{prefix}:{local}" if prefix else local


class Feed:
    """What is said once: `values` by name, `authors` by WordPress login, `attachments` by WordPress post id."""

    def __init__(self, habits: Habits, names: Names, charset: str, charset_from: str) -> None:
        self.habits = habits
        self.names = names
        self.charset = charset
        self.charset_from = charset_from
        self.lang: str | None = None
        self.atom = False
        self.values: dict[str, str] = {}
        self.own: dict[str, list[str]] = {}  # values that the dialect reads from the feed
        self.authors: dict[str, str] = {}
        self.attachments: dict[str, str] = {}
        self.last: Element | None = None  # the item in which the document breaks off; None where it is whole
        self.broken: Set[Any] = frozenset()  # the elements in which it does

    @property
    def wordpress(self) -> bool:
        """Whether it is an export of WordPress."""
        return "wp:wxr_version" in self.values


def feeds(data: bytes) -> Iterator[bytes]:
    """The feeds of a document: itself, or those that somebody put one behind the other."""
    at = 0
    for tag in _ENDS:
        while (end := data.find(tag, at)) >= 0 and _ANOTHER.match(data, end + len(tag)) is not None:
            yield data[at : end + len(tag)]
            at = end + len(tag)
    yield data[at:]


_ENDS: Final = (b"</rss>", b"</feed>")
_ANOTHER = re.compile(rb"\s*+(?:<\?xml\s[^<>]{0,200}\?>\s*+)?(?:<!--(?:(?!-->).){0,4000}-->\s*+)*+<(?:rss|feed)[\s>]", re.DOTALL)


def load(data: bytes, charset: str | None, ctx: Context, habits: Habits) -> tuple[Feed, list[Element]]:
    """The feed and its items, in document order; none where the root is of no feed."""
    loaded = xml.load(data, ctx, charset=charset, trim=True)
    xml.drop_cut(loaded, ctx, PROSE, _WHOLE)
    root = _feed_in(loaded.root)
    names = Names(root)
    feed = Feed(habits, names, loaded.charset, loaded.charset_from)
    feed.broken = xml.broken(loaded)
    top = xml.local(root)
    if top in _ITEMS:
        feed.atom = top == "entry"
        feed.last = root if loaded.end else None
        return feed, [root]
    channel = xml.child(root, "channel")
    holder = root if channel is None else channel
    feed.atom = top == "feed"
    feed.lang = root.get(xml.XML_LANG) or holder.get(xml.XML_LANG)
    items = [item for place in dict.fromkeys((holder, root)) for item in xml.children(place, *_ITEMS)]
    feed.last = items[-1] if loaded.end and items else None
    _read(feed, holder)
    feed.own = {field: list(texts(holder, path)) for path, field in habits.feed.items() if isinstance(field, str)}
    for item in items if feed.wordpress else ():
        _attachment(feed, item)
    return feed, items


def _feed_in(root: Element) -> Element:
    """The root of the feed: the document's, or the first feed inside of an envelope that is none."""
    if xml.local(root).lower() in _ROOTS:
        return root
    return next((inner for inner in xml.descendants(root, *_IN_ENVELOPES)), root)


_IN_ENVELOPES: Final = ("rss", "feed", "RDF")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_ROOTS: Final = frozenset({"rss", "rdf", "feed", "channel", "item", "entry"})


def _read(feed: Feed, holder: Element) -> None:
    for element in xml.children(holder):
        name = feed.names.of(element)
        if name == "wp:author":
            login, shown = (xml.child(element, part) for part in ("author_login", "author_display_name"))
            if login is not None and shown is not None and xml.text(shown).strip():
                feed.authors[xml.text(login).strip()] = xml.text(shown).strip()
        elif name == "atom:author":
            person = xml.child(element, "name")
            if person is not None:
                feed.values.setdefault("author", xml.text(person).strip())
        elif name == "atom:link" and element.get("rel", "alternate") == "alternate":
            feed.values.setdefault("link", (element.get("href") or "").strip())
        elif xml.local(element) not in _ITEMS and len(element) == 0:
            local = name.removeprefix("atom:")
            feed.values.setdefault(local, _plain(element))
        elif name == "atom:title":
            feed.values.setdefault("title", collapsed(xml.words(element)))


def _plain(element: Element) -> str:
    """The words of a value of the feed; tags are none where Atom says that it is HTML."""
    said = (element.text or "").strip()
    return html.unescape(_TAG.sub("", said)) if element.get("type") == "html" else said


def _attachment(feed: Feed, item: Element) -> None:
    """WordPress writes pictures as posts of their own, which others name by number."""
    url = xml.child(item, "attachment_url")
    number = xml.child(item, "post_id") if url is not None else None
    if url is not None and number is not None:
        feed.attachments[xml.text(number).strip()] = xml.text(url).strip()
