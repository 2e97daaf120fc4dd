"""One item or entry as an article: a table of element names, a function for each kind of value."""

import re
from collections.abc import Callable, Collection, Iterable
from typing import Any, Final

import attrs

from newsparse.context import Context
from newsparse.kit import bodies, markup, xml
from newsparse.kit.build import ArticleBuilder, clean
from newsparse.kit.dates import parse_date, parse_iso
from newsparse.kit.inline import collapsed
from newsparse.kit.xml import Element
from newsparse.model.agents import Agent, Byline, Dateline, Identifier
from newsparse.model.article import Article
from newsparse.model.blocks import Media
from newsparse.model.metadata import Link, Rights, Subject
from newsparse.model.text import Text
from newsparse.readers.rss import media
from newsparse.readers.rss.feed import Feed, found

_NO_DATE = "0000-00-00"
_DEEPEST = 8  # levels of an unknown element that are kept apart
# WordPress's own markup in its text, and it alone stands for a figure: [caption id="…" width="…"]<img …> Words[/caption]
_CAPTION = re.compile(r"\[caption\b[^\]]{0,500}\]([^\[]{1,5000})\[/caption\]")
_PLAIN = frozenset({"text", "text/plain"})
_MARKED_UP = ("<p", "<br", "<div")
_SINGLE = frozenset(
    ("lang", "source", "credit", "category", "slugline", "priority", "service", "version", "sequence", "status")
)  # fmt: skip
_STAMPS = frozenset({"created", "updated", "published", "embargoed", "expires"})


@attrs.define(kw_only=True, eq=False)
class Item:
    """An item that is being read. `bodies` and `summaries` are candidates, the first of them wins."""

    build: ArticleBuilder
    feed: Feed
    frame: int
    own: dict[str, list[str]] = attrs.field(factory=dict)
    contents: list[Element] = attrs.field(factory=list)
    summaries: list[Element] = attrs.field(factory=list)
    titles: list[Element] = attrs.field(factory=list)
    media: list[tuple[Media, tuple[str, ...]]] = attrs.field(factory=list)
    extras: dict[str, Any] = attrs.field(factory=dict)
    named: set[str] = attrs.field(factory=set)
    """Bylines that are there already."""
    holder: str | None = None
    notice: str | None = None
    usage: str | None = None

    @property
    def ctx(self) -> Context:
        """The context of the builder."""
        return self.build.ctx

    def keep(self, name: str, element: Element, but: Collection[tuple[str, ...]] = ()) -> None:
        """Keep an element that no table knows, several of a name as a list; what is at the paths of `but` is read already."""
        value = _plain_value(element)
        for path in but:
            value = _without(value, path)
        if value in ("", {}):
            return
        if name not in self.extras:
            self.extras[name] = value
        elif isinstance(self.extras[name], list):
            self.extras[name].append(value)
        else:
            self.extras[name] = [self.extras[name], value]


def article(element: Element, feed: Feed, frame: int, ctx: Context) -> Article:
    """The article; ParseError `rss.no-article` where the item says nothing of one."""
    build = ArticleBuilder(ctx=ctx, format="rss", charset=feed.charset, charset_from=feed.charset_from)
    item = Item(build=build, feed=feed, frame=frame)
    for path, field in feed.habits.fields.items():
        if values := list(found(element, path)):
            item.own.setdefault(str(field), []).extend(values)
    taken = _by_first(feed.habits.fields)
    build.uid = _value(element, "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
    for child in xml.children(element):
        name = feed.names.of(child)
        handle = _HANDLERS.get(name)
        if handle is not None:
            handle(item, child)
        else:
            item.keep(name, child, taken.get(name.rpartition(":")[2], ()))
    _from_feed(item, element)
    _from_dialect(item)
    _words(item)
    if build.empty and build.uid is None and build.summary is None and not build.links:
        raise ctx.fail("rss.no-article", "an item without title, text and address", at=xml.origin(element, frame))
    if item.extras:
        build.extras["rss"] = item.extras
    return build.finish()


def _value(element: Element, attribute: str) -> str | None:
    return clean(value.strip()) or None if (value := element.get(attribute)) else None


def _said(element: Element) -> str | None:
    """The element's characters, trimmed; None where there are none."""
    return clean(xml.text(element).strip()) or None


def _by_first(paths: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """The paths of a dialect by the element that they begin with, as the names below it; an attribute's with its `@`."""
    made: dict[str, list[tuple[str, ...]]] = {}
    for path in paths:
        names, _, attribute = path.partition("@")
        first, *rest = names.split("/")
        made.setdefault(first, []).append((*rest, *([f"@{attribute}"] if attribute else [])))
    return made


def _plain_value(element: Element, depth: int = 0) -> Any:
    """An unknown element as JSON: its text, or its attributes and children by name; text alone from a depth on."""
    if depth > _DEEPEST:
        return xml.text(element).strip()
    text = (element.text or "").strip()
    attributes = {f"@{key.rpartition('}')[2]}": value for key, value in element.items()}
    if len(element) == 0:
        return {**attributes, "text": text} if attributes and text else attributes or text
    several: dict[str, list[Any]] = {}
    for child in xml.children(element):
        value = _plain_value(child, depth + 1)
        if value not in ("", {}):
            several.setdefault(xml.local(child), []).append(value)
    return {**attributes, **{name: values if len(values) > 1 else values[0] for name, values in several.items()}}


def _without(value: Any, path: tuple[str, ...]) -> Any:
    """`value` without what is at the path in it, and without what is empty then."""
    if not path:
        return {} if not isinstance(value, dict) else {key: inner for key, inner in value.items() if key[:1] == "@"}
    if isinstance(value, list):
        left = [inner for one in value if (inner := _without(one, path)) not in ("", {})]
        return left or {}
    if not isinstance(value, dict) or path[0] not in value:
        return value
    inner = {} if path[0][:1] == "@" else _without(value[path[0]], path[1:])
    return {key: one if key != path[0] else inner for key, one in value.items() if key != path[0] or inner not in ("", {})}


# What the elements mean


def _uid(item: Item, element: Element) -> None:
    item.build.uid = _said(element) or item.build.uid


def _alt_id(scheme: str) -> Callable[[Item, Element], None]:
    def handle(item: Item, element: Element) -> None:
        value = _said(element)
        if value is not None:
            item.build.alt_ids.append(Identifier(scheme, value))

    return handle


def _link(item: Item, element: Element) -> None:
    href = _said(element) or _value(element, "href")
    if href is not None:
        item.build.links.append(Link(href=href, rel="canonical"))


def _atom_link(item: Item, element: Element) -> None:
    href, rel = _value(element, "href"), _value(element, "rel") or "alternate"
    if href is None:
        return
    if rel == "enclosure":
        item.media.append(media.of(element, href, _value(element, "type"), size=_value(element, "length")))
        return
    title, kind = _value(element, "title"), _value(element, "type")
    item.build.links.append(Link(href=href, rel="canonical" if rel == "alternate" else rel, title=title, media_type=kind))


def _related(rel: str) -> Callable[[Item, Element], None]:
    def handle(item: Item, element: Element) -> None:
        href = _said(element)
        if href is not None:
            item.build.links.append(Link(href=href, rel=rel))

    return handle


def _stamp(kind: str) -> Callable[[Item, Element], None]:
    def handle(item: Item, element: Element) -> None:
        raw = _said(element)
        if raw is not None:
            _stamped(item, kind, raw)

    return handle


def _stamp_gmt(kind: str) -> Callable[[Item, Element], None]:
    """WordPress says beside the local time what it is in GMT; that one has a zone and counts."""

    def handle(item: Item, element: Element) -> None:
        raw = _said(element)
        if raw is None or raw.startswith(_NO_DATE):
            return
        if parse_iso(f"{raw}Z") is not None and len(raw) > 10:
            local = next((stamp.raw for stamp in item.build.stamps if stamp.kind == kind), None)
            if local is not None and local != raw:
                item.extras[item.feed.names.of(element).removesuffix("_gmt")] = local
            item.build.stamps[:] = [stamp for stamp in item.build.stamps if stamp.kind != kind]
            item.build.stamp(kind, raw, parse_iso(f"{raw}Z"))
        else:
            _stamped(item, kind, raw)

    return handle


def _stamped(item: Item, kind: str, raw: str) -> None:
    if raw.startswith(_NO_DATE) or any(stamp.kind == kind for stamp in item.build.stamps):
        return
    value = parse_date(raw)
    if value is None:
        item.ctx.report("rss.bad-date", f"{raw[:60]!r} is no date; kept raw", data={"kind": kind})
    item.build.stamp(kind, raw, value)


def _creator(item: Item, element: Element) -> None:
    raw = _said(element)
    if raw is None or raw in item.named:
        return
    item.named.add(raw)
    shown = item.feed.authors.get(raw)
    ids = (Identifier("wordpress", raw),) if shown is not None else ()
    item.build.bylines.append(Byline(raw=raw, agents=(Agent(name=clean(shown or raw), ids=ids),)))


def _author(item: Item, element: Element) -> None:
    """RSS has an address with a name in brackets: `mail@example.org (A Name)`."""
    raw = _said(element)
    if raw is None:
        return
    mail, bracket, name = raw.partition(" (")
    if bracket and name.endswith(")") and "@" in mail:
        agent = Agent(name=name[:-1].strip() or mail, ids=(Identifier("mailto", mail.strip()),))
        item.build.bylines.append(Byline(raw=agent.name, agents=(agent,)))
    else:
        _creator(item, element)


def _person(role: str | None) -> Callable[[Item, Element], None]:
    """An Atom person: name, email, uri."""

    def handle(item: Item, element: Element) -> None:
        parts = {xml.local(part): value for part in xml.children(element) if (value := _said(part)) is not None}
        name = parts.get("name") or parts.get("email") or _said(element)
        if name is not None:
            ids = tuple(Identifier(scheme, parts[key]) for key, scheme in (("email", "mailto"), ("uri", "uri")) if key in parts)
            item.build.bylines.append(Byline(raw=name, agents=(Agent(name=name, role=role, ids=ids),)))

    return handle


def _category(item: Item, element: Element) -> None:
    """A tag of WordPress is a keyword; anything else a subject, and the first of them the category."""
    term, label = _value(element, "term"), _value(element, "label") or _said(element)
    domain = _value(element, "domain") or _value(element, "scheme")
    if domain == "post_tag":
        item.build.keywords.extend([label] if label else [])
        return
    code = term or _value(element, "nicename")
    if code is None and label is None:
        return
    item.build.category = item.build.category or label or code
    item.build.subjects.append(Subject(code=code, scheme=domain, label=label if label != code else None))


def _labelled(field: str) -> Callable[[Item, Element], None]:
    """A concept that has nothing but a name."""

    def handle(item: Item, element: Element) -> None:
        label = _said(element)
        if label is not None:
            getattr(item.build, field).append(Subject(label=label))

    return handle


def _keywords(item: Item, element: Element) -> None:
    item.build.keywords.extend(word.strip() for word in (_said(element) or "").split(",") if word.strip())


def _field(name: str) -> Callable[[Item, Element], None]:
    """A plain field of the builder; the first value counts."""

    def handle(item: Item, element: Element) -> None:
        if getattr(item.build, name) is None:
            setattr(item.build, name, _said(element))

    return handle


def _publisher(item: Item, element: Element) -> None:
    name = _said(element)
    if name is not None:
        item.build.provider = Agent(name=name, kind="organisation")


def _source(item: Item, element: Element) -> None:
    """The feed that the item was first in."""
    inner = xml.child(element, "title")
    name, url = _said(element) if inner is None else _said(inner), _value(element, "url")
    item.build.source = name or item.build.source
    if url is not None:
        item.build.links.append(Link(href=url, rel="source", title=name))


def _rights(item: Item, element: Element) -> None:
    item.notice = _said(element) or item.notice


def _holder(item: Item, element: Element) -> None:
    item.holder = _said(element) or item.holder


def _usage(item: Item, element: Element) -> None:
    item.usage = _said(element) or item.usage


def _enclosure(item: Item, element: Element) -> None:
    href = _value(element, "url")
    if href is not None:
        item.media.append(media.of(element, href, _value(element, "type"), size=_value(element, "length")))


def _media(item: Item, element: Element) -> None:
    item.media.extend(media.contents(element))


def _thumbnail(item: Item, element: Element) -> None:
    href = _value(element, "url")
    if href is not None and not item.media:
        item.media.append(media.of(element, href, "image/*", name="thumbnail"))


def _attachment(item: Item, element: Element) -> None:
    href = _said(element)
    if href is not None:
        item.media.append(media.of(element, href, None))


def _postmeta(item: Item, element: Element) -> None:
    """WordPress's own pairs; the number of a thumbnail is that of a post with its address."""
    key, value = (xml.child(element, part) for part in ("meta_key", "meta_value"))
    if key is None or value is None:
        return
    name, said = xml.text(key).strip(), xml.text(value).strip()
    href = item.feed.attachments.get(said) if name == "_thumbnail_id" else None
    if href:
        item.media.append(media.of(element, clean(href), None))
    item.extras.setdefault("wp:postmeta", {})[name] = said


def _zero(item: Item, element: Element) -> None:
    """WordPress writes numbers that mean nothing as 0."""
    if _said(element) not in {None, "0"}:
        item.keep(item.feed.names.of(element), element)


def _title(item: Item, element: Element) -> None:
    item.titles.append(element)


def _content(item: Item, element: Element) -> None:
    if element.get("src"):
        item.build.links.append(Link(href=element.get("src").strip(), rel="content", media_type=_value(element, "type")))
    if len(element) or (element.text or "").strip():
        item.contents.append(element)


def _summary(item: Item, element: Element) -> None:
    if len(element) or (element.text or "").strip():
        item.summaries.append(element)


_HANDLERS: Final[dict[str, Callable[[Item, Element], None]]] = {
    "title": _title,
    "atom:title": _title,
    "media:title": _title,
    "content:encoded": _content,
    "atom:content": _content,
    "xhtml:body": _content,
    "description": _summary,
    "atom:summary": _summary,
    "excerpt:encoded": _summary,
    "dc:description": _summary,
    "itunes:summary": _summary,
    "guid": _uid,
    "atom:id": _uid,
    "dc:identifier": _alt_id("dc:identifier"),
    "wp:post_id": _alt_id("wp:post_id"),
    "link": _link,
    "atom:link": _atom_link,
    "comments": _related("comments"),
    "wfw:commentRss": _related("replies"),
    "pubDate": _stamp("published"),
    "atom:published": _stamp("published"),
    "atom:issued": _stamp("published"),
    "dc:date": _stamp("published"),
    "dcterms:issued": _stamp("published"),
    "dcterms:created": _stamp("created"),
    "atom:created": _stamp("created"),
    "atom:updated": _stamp("updated"),
    "atom:modified": _stamp("updated"),
    "dcterms:modified": _stamp("updated"),
    "dcterms:available": _stamp("embargoed"),
    "dcterms:valid": _stamp("expires"),
    "wp:post_date": _stamp("created"),
    "wp:post_date_gmt": _stamp_gmt("created"),
    "wp:post_modified": _stamp("updated"),
    "wp:post_modified_gmt": _stamp_gmt("updated"),
    "dc:creator": _creator,
    "author": _author,
    "itunes:author": _creator,
    "atom:author": _person(None),
    "atom:contributor": _person("contributor"),
    "category": _category,
    "atom:category": _category,
    "dc:subject": _labelled("subjects"),
    "media:keywords": _keywords,
    "itunes:keywords": _keywords,
    "dc:language": _field("lang"),
    "language": _field("lang"),
    "dc:publisher": _publisher,
    "source": _source,
    "atom:source": _source,
    "dc:source": _field("source"),
    "dc:rights": _rights,
    "atom:rights": _rights,
    "copyright": _rights,
    "dcterms:rightsHolder": _holder,
    "dcterms:license": _usage,
    "dc:type": _labelled("genres"),
    "dc:coverage": _labelled("places"),
    "enclosure": _enclosure,
    "media:content": _media,
    "media:group": _media,
    "media:thumbnail": _thumbnail,
    "media:credit": _field("credit"),
    "wp:attachment_url": _attachment,
    "wp:post_name": _field("slugline"),
    "wp:status": _field("status"),
    "wp:postmeta": _postmeta,
    "wp:post_parent": _zero,
    "wp:menu_order": _zero,
    "wp:is_sticky": _zero,
}


# Behind the elements


def _from_feed(item: Item, element: Element) -> None:
    """What the feed says for every item that does not say it itself."""
    build, values = item.build, item.feed.values
    own_lang = element.get(xml.XML_LANG) or next((c.get(xml.XML_LANG) for c in item.contents if c.get(xml.XML_LANG)), None)
    build.lang = build.lang or own_lang or values.get("language") or values.get("dc:language") or item.feed.lang or None
    name = values.get("title")
    if name and build.provider is None:
        build.provider = Agent(name=clean(name), kind="organisation")
    writer = values.get("author")
    if writer and not build.bylines and item.feed.atom:
        build.bylines.append(Byline(raw=clean(writer), agents=(Agent(name=clean(writer)),)))
    notice = item.notice or values.get("copyright") or values.get("rights") or values.get("dc:rights")
    if notice or item.holder or item.usage:
        build.rights = Rights(notice=clean(notice) if notice else None, holder=item.holder, usage=item.usage)
    shown = {key: clean(values[key]) for key in ("link",) if values.get(key)}
    if shown:
        item.extras["feed"] = shown


def _from_dialect(item: Item) -> None:
    """What the agency's own elements say goes before what the standard ones do."""
    build = item.build
    for field, values in {**item.feed.own, **item.own}.items():
        if not values:
            continue
        if field in _SINGLE:
            setattr(build, field, clean(values[0]))
        elif field in _STAMPS:
            build.stamps[:] = [stamp for stamp in build.stamps if stamp.kind != field]
            _stamped(item, field, clean(values[0]))
        elif field in {"keywords", "ed_notes"}:
            getattr(build, field).extend(clean(value) for value in values)
        elif field in {"subjects", "genres"}:
            getattr(build, field).extend(Subject(label=clean(value)) for value in values)
        elif field == "deck":
            build.deck.extend(bodies.line(clean(value), build) for value in values)
        elif field == "byline":
            build.bylines[:] = [Byline(raw=clean(value)) for value in values]
        elif field == "place":
            build.dateline = Dateline(raw=clean(values[0]), place=clean(values[0]))
        elif field == "provider":
            build.provider = Agent(name=clean(values[0]), kind="organisation")
        elif field == "urgency" and values[0].isascii() and values[0].isdigit() and len(values[0]) < 3:
            build.urgency = int(values[0])


def _words(item: Item) -> None:
    """Title, summary and body. A description that has paragraphs, where there is no content, is the body."""
    build = item.build
    own_title = item.own.get("title")
    if own_title:
        build.title = bodies.line(clean(own_title[0]), build)
    elif item.titles:
        build.title = _line(item, item.titles[0])
    own_body, own_summary = item.own.get("body"), item.own.get("summary")
    contents, summaries = list(item.contents), list(item.summaries)
    if not contents and not own_body and summaries and _has_paragraphs(summaries[0]):
        contents.append(summaries.pop(0))
    if own_summary:
        build.summary = bodies.line(clean(own_summary[0]), build)
    for element in summaries:
        made = _line(item, element)
        if build.summary is None:
            build.summary = made
        elif made is not None and made.text != build.summary.text:
            item.keep(item.feed.names.of(element), element)
    if own_body:
        bodies.plain("\n\n".join(clean(value) for value in own_body), build)
        for element in contents:
            item.keep(item.feed.names.of(element), element)
    elif contents:
        _body(item, contents[0])
        for element in contents[1:]:
            item.keep(item.feed.names.of(element), element)
    bodies.media(item.media, build)


def _has_paragraphs(element: Element) -> bool:
    text = xml.text(element).lower()
    return any(text.count(tag) >= 2 for tag in _MARKED_UP)


def _line(item: Item, element: Element) -> Text | None:
    """An Atom text construct, or a string of RSS, which may be HTML."""
    kind = (element.get("type") or "").lower()
    if len(element):
        made = markup.text(element, bodies.BODY, item.ctx)
        return made if made.text else None
    raw = _said(element)
    if raw is None:
        return None
    if kind in _PLAIN or (kind not in {"html", "text/html"} and not bodies.is_html(raw)):
        return Text(collapsed(raw))
    made = bodies.line(raw, item.build)
    return made if made.text else None


def _body(item: Item, element: Element) -> None:
    at = xml.origin(element, item.frame)
    kind = (element.get("type") or "").lower()
    if len(element):
        inner = xml.child(element, "div") if kind == "xhtml" else None
        markup.body(element if inner is None else inner, bodies.BODY, item.build, frame=item.frame)
    elif kind in _PLAIN:
        bodies.plain(clean(xml.text(element)), item.build, at=at)
    else:
        source, wordpress = clean(xml.text(element)), "wp:wxr_version" in item.feed.values
        if wordpress:
            source = _CAPTION.sub(r"<figure>\1</figure>", source)
        bodies.html(source, item.build, loose=True if wordpress else None, at=at)
