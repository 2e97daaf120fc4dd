"""What the elements of an item mean: a function for each kind of value, and the table of names."""

from collections.abc import Callable
from typing import Final

import attrs

from newsparse.kit import bodies, xml
from newsparse.kit.dates import parse_iso
from newsparse.kit.names import creator
from newsparse.kit.uris import absolute
from newsparse.kit.xml import Element
from newsparse.model.agents import Agent, Byline, Identifier
from newsparse.model.metadata import Link, Subject
from newsparse.readers.rss import media
from newsparse.readers.rss.state import NO_DATE, Item, attribute_of, said, stamped


def _uid(item: Item, element: Element) -> None:
    item.build.uid = said(element) or item.build.uid


def _alt_id(scheme: str) -> Callable[[Item, Element], None]:
    def handle(item: Item, element: Element) -> None:
        value = said(element)
        if value is not None:
            item.build.alt_ids.append(Identifier(scheme, value))

    return handle


def _link(item: Item, element: Element) -> None:
    href = said(element) or attribute_of(element, "href")
    if href is not None:
        item.build.links.append(Link(href=href, rel="canonical"))


def _address(element: Element, attribute: str) -> str | None:
    """An address of Atom, joined to the `xml:base` that holds there (RFC 4287, 2)."""
    href = attribute_of(element, attribute)
    return href if href is None else absolute(href, element.base)


def _is_text(media_type: str | None) -> bool:
    """Whether what an enclosure points at is the story in another form, and no medium."""
    kind = media_type or ""
    return kind.startswith("text/") or kind.endswith(("xml", "json", "html"))


def _atom_link(item: Item, element: Element) -> None:
    href, rel = _address(element, "href"), attribute_of(element, "rel") or "alternate"
    if href is None:
        return
    if rel == "enclosure" and not _is_text(attribute_of(element, "type")):
        item.media.append(media.of(element, href, attribute_of(element, "type"), size=attribute_of(element, "length")))
        return
    title, kind = attribute_of(element, "title"), attribute_of(element, "type")
    item.build.links.append(Link(href=href, rel="canonical" if rel == "alternate" else rel, title=title, media_type=kind))


def _related(rel: str) -> Callable[[Item, Element], None]:
    def handle(item: Item, element: Element) -> None:
        href = said(element)
        if href is not None:
            item.build.links.append(Link(href=href, rel=rel))

    return handle


def _stamp(kind: str) -> Callable[[Item, Element], None]:
    def handle(item: Item, element: Element) -> None:
        raw = said(element)
        if raw is not None:
            stamped(item, kind, raw)

    return handle


def _stamp_gmt(kind: str) -> Callable[[Item, Element], None]:
    """WordPress says beside the local time what it is in GMT; that one has a zone and counts."""

    def handle(item: Item, element: Element) -> None:
        raw = said(element)
        if raw is None or raw.startswith(NO_DATE):
            return
        if parse_iso(f"{raw}Z") is not None and len(raw) > 10:
            local = next((stamp.raw for stamp in item.build.stamps if stamp.kind == kind), None)
            if local is not None and local != raw:
                item.extras[item.feed.names.of(element).removesuffix("_gmt")] = local
            item.build.stamps[:] = [stamp for stamp in item.build.stamps if stamp.kind != kind]
            item.build.stamp(kind, raw, parse_iso(f"{raw}Z"))
        else:
            stamped(item, kind, raw)

    return handle


def _creator(item: Item, element: Element) -> None:
    raw = said(element)
    if raw is None or raw in item.named:
        return
    item.named.add(raw)
    shown = item.feed.authors.get(raw)
    named = creator(raw) if shown is None else (Agent(name=shown, ids=(Identifier("wordpress", raw),)),)
    item.build.bylines.append(Byline(raw=raw, agents=named))


def _author(item: Item, element: Element) -> None:
    """RSS has an address with a name in brackets: `mail@example.org (A Name)`."""
    raw = said(element)
    if raw is None:
        return
    mail, bracket, name = raw.partition(" (")
    if bracket and name.endswith(")") and "@" in mail:
        agent = Agent(name=name[:-1].strip() or mail, ids=(Identifier("mailto", mail.strip()),))
        if agent.name not in item.named:
            item.build.bylines.append(Byline(raw=agent.name, agents=(agent,)))
            return
        for n, byline in enumerate(item.build.bylines):  # the same writer once more, now with her address
            if byline.raw == agent.name:
                item.build.bylines[n] = attrs.evolve(byline, agents=(agent,))
    else:
        _creator(item, element)


def _person(role: str | None) -> Callable[[Item, Element], None]:
    """An Atom person: name, email, uri."""

    def handle(item: Item, element: Element) -> None:
        parts = {name: value for name, part in xml.named(element) if (value := said(part)) is not None}
        name = parts.get("name") or parts.get("email") or said(element)
        if name is not None:
            ids = tuple(Identifier(scheme, parts[key]) for key, scheme in (("email", "mailto"), ("uri", "uri")) if key in parts)
            item.build.bylines.append(Byline(raw=name, agents=(Agent(name=name, role=role, ids=ids),)))

    return handle


def _category(item: Item, element: Element) -> None:
    """A tag of WordPress is a keyword; anything else a subject, and the first of them the category."""
    term, label = attribute_of(element, "term"), attribute_of(element, "label") or said(element)
    domain = attribute_of(element, "domain") or attribute_of(element, "scheme")
    if domain == "post_tag":
        item.build.keywords.extend([label] if label else [])
        return
    code = term or attribute_of(element, "nicename")
    if code is None and label is None:
        return
    item.build.category = item.build.category or label or code
    if label == code and element.get("label") is None:
        label = None  # WordPress has it as the text and as the nicename
    item.build.subjects.append(Subject(code=code, scheme=domain, label=label))


def _labelled(field: str) -> Callable[[Item, Element], None]:
    """A concept that has nothing but a name."""

    def handle(item: Item, element: Element) -> None:
        label = said(element)
        if label is not None:
            getattr(item.build, field).append(Subject(label=label))

    return handle


def _keywords(item: Item, element: Element) -> None:
    item.build.keywords.extend(word.strip() for word in (said(element) or "").split(",") if word.strip())


def _field(name: str) -> Callable[[Item, Element], None]:
    """A plain field of the builder; the first value counts."""

    def handle(item: Item, element: Element) -> None:
        if getattr(item.build, name) is None:
            setattr(item.build, name, said(element))

    return handle


def _publisher(item: Item, element: Element) -> None:
    name = said(element)
    if name is not None:
        item.build.provider = Agent(name=name, kind="organisation")


def _source(item: Item, element: Element) -> None:
    """The feed that the item was first in."""
    inner = xml.child(element, "title")
    name = said(inner) if inner is not None else said(element) if len(element) == 0 else None  # of Atom's, only the title
    url = attribute_of(element, "url")
    item.build.source = name or item.build.source
    author = None if inner is None else xml.child(element, "author")
    if author is not None and (person := xml.child(author, "name")) is not None:
        item.writer = said(person)
    if url is not None:
        item.build.links.append(Link(href=url, rel="source", title=name))


def _rights(item: Item, element: Element) -> None:
    notice = said(element)
    if notice is not None and (element.get("type") or "").lower() == "html":
        notice = bodies.line(notice, item.build).text or None
    item.notice = notice or item.notice


def _holder(item: Item, element: Element) -> None:
    item.holder = said(element) or item.holder


def _usage(item: Item, element: Element) -> None:
    item.usage = said(element) or item.usage


def _enclosure(item: Item, element: Element) -> None:
    href, kind = attribute_of(element, "url"), attribute_of(element, "type")
    if href is not None and _is_text(kind):
        item.build.links.append(Link(href=href, rel="enclosure", media_type=kind))
    elif href is not None:
        item.media.append(media.of(element, href, kind, size=attribute_of(element, "length")))


def _media(item: Item, element: Element) -> None:
    item.media.extend(media.contents(element))


def _thumbnail(item: Item, element: Element) -> None:
    href = attribute_of(element, "url")
    if href is not None and not item.media:
        item.media.append(media.of(element, href, "image/*", name="thumbnail"))


def _picture(item: Item, element: Element) -> None:
    """The picture of an episode, beside its sound."""
    href = attribute_of(element, "href")
    if href is not None:
        item.media.append(media.of(element, href, "image/*"))


def _attachment(item: Item, element: Element) -> None:
    href = said(element)
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
        item.media.append(media.of(element, href, None))
    item.extras.setdefault("wp:postmeta", {})[name] = said


def _zero(item: Item, element: Element) -> None:
    """WordPress writes numbers that mean nothing as 0."""
    if said(element) not in {None, "0"}:
        item.keep(item.feed.names.of(element), element)


def _title(item: Item, element: Element) -> None:
    item.titles.append(element)


def _content(item: Item, element: Element) -> None:
    src = _address(element, "src")
    if src is not None:
        item.build.links.append(Link(href=src, rel="content", media_type=attribute_of(element, "type")))
    if len(element) or (element.text or "").strip():
        item.contents.append(element)


def _summary(item: Item, element: Element) -> None:
    if len(element) or (element.text or "").strip():
        item.summaries.append(element)


HANDLERS: Final[dict[str, Callable[[Item, Element], None]]] = {
    "title": _title,
    "atom:title": _title,
    "dc:title": _title,
    "media:title": _title,
    "content:encoded": _content,
    "atom:content": _content,
    "xhtml:body": _content,
    **dict.fromkeys(("body", "content", "fullitem", "fulltext", "full-text", "yandex:full-text"), _content),
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
    "itunes:image": _picture,
    "wp:attachment_url": _attachment,
    "wp:post_name": _field("slugline"),
    "wp:status": _field("status"),
    "wp:postmeta": _postmeta,
    "wp:post_parent": _zero,
    "wp:menu_order": _zero,
    "wp:is_sticky": _zero,
}
"""By the names of `feed.Names`."""
BARE: Final = {name.partition(":")[2]: name for name in reversed(HANDLERS) if name.partition(":")[2] not in {"", "id", *HANDLERS}}
"""Names that stand without their prefix, where a program took the namespaces out."""
