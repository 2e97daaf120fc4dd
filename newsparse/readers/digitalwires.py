"""Reads the JSON of dpa's digital wires (`"format": "digitalwires@…"`): an entry, or a list or envelope of them.

The story is in `article_html`; an info box follows it as sections of its own, the links of a link box become links. The
notepad is said twice, as HTML and as `ednotes`: the notes are read, and both are kept in the extras, where the roles and what
is not for publication can be told apart.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.kit import bodies, openings
from newsparse.kit import html as kit_html
from newsparse.kit import json as kit_json
from newsparse.kit.build import ArticleBuilder, clean
from newsparse.kit.dates import parse_iso
from newsparse.kit.inline import collapsed
from newsparse.kit.names import credited
from newsparse.model.agents import Agent, Byline, Dateline, Identifier
from newsparse.model.article import Article
from newsparse.model.blocks import Media, Rendition
from newsparse.model.metadata import Link, Rights, Subject
from newsparse.model.place import Origin
from newsparse.model.text import Text
from newsparse.plugin import Document, Frame, Head, Match, NoOptions, Reader

_FORMAT = '"digitalwires@'
_TEXT = '"article_html"'  # a key that no other JSON has, for a document whose long text stands before the name of its format
_IDENTITY = frozenset(("urn", "entry_id", "headline", "article_html"))
_STRINGS = {
    "urn": "uid",
    "language": "lang",
    "pubstatus": "status",
    "version": "version",
    "creditline": "credit",
}
_STAMPS = {"version_created": "updated", "content_created": "content-created", "embargoed": "embargoed", "updated": "sent"}
# "Berlin/Peine (dpa/lni) - ": the place is certain where an agency in brackets follows it.
_DATELINE = re.compile(r"([^()]{1,80}?)\s*\(([^()]{1,40})\)\s*[-–—]?\s*\Z")
# What `categories` says once more by name.
_REPEATED = (
    "dpasubject_names", "geosubject_names", "keyword_names", "desk_names", "genre_names", "poi_names", "scope_names", "format",
)  # fmt: skip


def sniff(head: Head) -> Match:
    """CERTAIN for the format's name in front, LIKELY for its text in HTML where that hides the name."""
    text = head.text
    if not kit_json.begins(text):
        return Match.NO
    if _FORMAT in text:
        return Match.CERTAIN
    return Match.LIKELY if _TEXT in text else Match.NO


def split(document: Document, options: NoOptions, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each entry; a line of JSON Lines that is no JSON fails alone."""
    lines = kit_json.frames(document)
    yield from lines
    if lines or not document.data.strip():
        return
    found = kit_json.load_all(document.data, ctx, "digitalwires.bad-syntax", charset=document.charset)
    entries = [attrs.evolve(one, value=entry) for one in found for entry in kit_json.objects(one.value, _IDENTITY, _IDENTITY)]
    for index, entry in enumerate(entries):
        yield Frame(data=b"", index=index, charset=document.charset, item=entry)


def parse(frame: Frame, options: NoOptions, ctx: Context) -> Article:  # noqa: ARG001
    """The article; ParseError `digitalwires.no-article` for what is no object, or states nothing of one."""
    entry = frame.item
    if entry is None:
        entry = kit_json.load_line(frame, ctx, "digitalwires.bad-syntax")
    if entry is None or not isinstance(entry.value, dict):
        what = "nothing" if entry is None else f"a {type(entry.value).__name__}"
        raise ctx.fail("digitalwires.no-article", f"{what} where an entry was looked for")
    rest = {key: value for key, value in entry.value.items() if value not in (None, "", [], {})}
    build = ArticleBuilder(ctx=ctx, format="digitalwires", charset=entry.charset, charset_from=entry.charset_from)
    _strings(rest, build)
    _lines(rest, build)
    _categories(rest, build)
    _notes(rest, build)
    _body(rest, build, frame.index)
    openings.infer_lines(build, by="digitalwires")
    if build.empty and build.uid is None:
        raise ctx.fail("digitalwires.no-article", "an object without identifier, headline and body")
    for key in _REPEATED:
        rest.pop(key, None)
    if rest:
        build.extras["digitalwires"] = rest
    return build.finish()


def _take(rest: dict[str, Any], key: str, ctx: Context) -> str | None:
    """The string or number under `key`, taken out; a value of another type is reported and stays for the extras."""
    value = rest.get(key)
    if value is None:
        return None
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        del rest[key]
        return clean(str(value).strip()) or None
    told = f"{key} is a {type(value).__name__} where a string was looked for; kept in the extras"
    ctx.report("digitalwires.wrong-type", told, data={"key": key})
    return None


def _strings(rest: dict[str, Any], build: ArticleBuilder) -> None:
    ctx = build.ctx
    for key, field in _STRINGS.items():
        setattr(build, field, _take(rest, key, ctx))
    entry_id = _take(rest, "entry_id", ctx)
    if entry_id is not None:
        build.alt_ids.append(Identifier("entry_id", entry_id))
    for key, kind in _STAMPS.items():
        raw = _take(rest, key, ctx)
        if raw is not None:
            value = parse_iso(raw)
            if value is None:
                ctx.report("digitalwires.bad-date", f"{key} {raw!r} is no date; kept raw", data={"key": key})
            build.stamp(kind, raw, value)
    urgency = rest.get("urgency")
    if isinstance(urgency, str) and urgency.strip().isdecimal():
        urgency = int(urgency)
    if isinstance(urgency, int) and not isinstance(urgency, bool) and 0 < urgency < 10:
        del rest["urgency"]
        build.urgency = urgency
    notice, usage = _take(rest, "copyrightnotice", ctx), _take(rest, "usageterms", ctx)
    if notice or usage:
        build.rights = Rights(notice=notice, usage=usage)
    signal = rest.pop("signal", None)
    build.signals.extend(clean(str(one)) for one in (signal if isinstance(signal, list) else [signal]) if one)


def _lines(rest: dict[str, Any], build: ArticleBuilder) -> None:
    """Headline, subhead, teaser, byline, dateline. The kicker above the headline stays an extra."""
    ctx = build.ctx
    headline, subhead, teaser = (_take(rest, key, ctx) for key in ("headline", "subhead", "teaser"))
    build.title = None if headline is None else bodies.line(headline, build)
    build.deck.extend([] if subhead is None else [bodies.line(subhead, build)])
    build.summary = None if teaser is None else bodies.line(teaser, build)
    byline = _take(rest, "byline", ctx)
    if byline is not None:
        build.bylines.append(Byline(raw=byline, agents=credited(byline)))
    dateline = _take(rest, "dateline", ctx)
    if dateline is not None:
        found = _DATELINE.match(dateline)
        place, agency = (found[1].strip(), found[2].strip()) if found else (None, None)
        build.dateline = Dateline(raw=dateline, place=place or None, agency=agency)


def _topic(one: Mapping[str, Any]) -> Subject:
    """Name and qcode; a qcode is scheme and code."""
    label = one.get("name")
    scheme, colon, code = str(one.get("qcode") or "").partition(":")
    return Subject(
        code=clean(code if colon else scheme) or None,
        scheme=clean(scheme) if colon and scheme else None,
        label=clean(label.strip()) or None if isinstance(label, str) else None,
    )


def _subject(build: ArticleBuilder, topic: Subject) -> None:
    build.subjects.append(topic)


def _place(build: ArticleBuilder, topic: Subject) -> None:
    build.places.append(topic)


def _genre(build: ArticleBuilder, topic: Subject) -> None:
    build.genres.append(topic)


def _keyword(build: ArticleBuilder, topic: Subject) -> None:
    build.keywords.extend([topic.label] if topic.label else [])


def _provider(build: ArticleBuilder, topic: Subject) -> None:
    if build.provider is None and topic.label:
        ids = (Identifier(topic.scheme, topic.code),) if topic.scheme and topic.code else ()
        build.provider = Agent(name=topic.label, kind="organisation", ids=ids)


def _desk(build: ArticleBuilder, topic: Subject) -> None:
    build.category = build.category or topic.label


def _wire(build: ArticleBuilder, topic: Subject) -> None:
    build.service = build.service or topic.label


_CATEGORIES: dict[str, Callable[[ArticleBuilder, Subject], None]] = {
    "dpasubject": _subject,
    "subject": _subject,
    "geosubject": _place,
    "poi": _place,
    "genre": _genre,
    "keyword": _keyword,
    "provider": _provider,
    "desk": _desk,
    "wire": _wire,
}


_NAMED: dict[str, tuple[str, Callable[[ArticleBuilder, Subject], None]]] = {
    "dpasubject_names": ("subjects", _subject),
    "geosubject_names": ("places", _place),
    "genre_names": ("genres", _genre),
    "keyword_names": ("keywords", _keyword),
    "desk_names": ("category", _desk),
}
"""Lists of names that say once more what `categories` does, to the field that they are read for where it does not."""


def _categories(rest: dict[str, Any], build: ArticleBuilder) -> None:
    """The categories by their type; all of them are kept too, with ranks, codes of desks and coordinates."""
    found = rest.get("categories")
    for one in found if isinstance(found, list) else []:
        kind = str(one.get("type") or "").rpartition(":")[2] if isinstance(one, dict) else ""
        if kind in _CATEGORIES:
            _CATEGORIES[kind](build, _topic(one))
    for key, (field, put) in _NAMED.items():
        names = rest.get(key)
        if not getattr(build, field) and isinstance(names, list):
            for name in names:
                put(build, _topic({"name": name}))


def _notes(rest: dict[str, Any], build: ArticleBuilder) -> None:
    """The editor's notes, all of them; their roles and whether they may be published stay in the extras."""
    found = rest.get("ednotes")
    for one in found if isinstance(found, list) else ():
        note = one.get("ednote") if isinstance(one, dict) else one
        if isinstance(note, str) and note.strip():
            build.ed_notes.append(clean(note.strip()))


def _body(rest: dict[str, Any], build: ArticleBuilder, frame: int) -> None:
    for key in ("article_html", "infobox_html"):
        value = rest.get(key)
        if isinstance(value, str):
            del rest[key]
            bodies.html(clean(value), build, at=Origin(frame=frame, path=f"/{key}"))
    links = rest.get("linkbox_html")
    if isinstance(links, str):
        _linkbox(links, build)
    found = rest.get("associations")
    media = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    for one in media:
        _association(one, build)
    if media:
        rest["associations"] = found  # ranks, crops and rights of each


def _linkbox(source: str, build: ArticleBuilder) -> None:
    for link in kit_html.fragment(clean(source), build.ctx).iter("a"):
        href = (link.get("href") or "").strip()
        if href:
            build.links.append(Link(href=href, rel="related", title=collapsed("".join(link.itertext())) or None))


def _association(one: Mapping[str, Any], build: ArticleBuilder) -> None:
    """A picture or film with its renditions."""
    found = one.get("renditions")
    renditions = tuple(_renditions(found if isinstance(found, list) else []))
    href = next((value for key in ("url", "href", "urn") if isinstance(value := one.get(key), str) and value), None)
    caption = next((value for key in ("caption", "headline") if isinstance(value := one.get(key), str) and value), None)
    credit = next((value for key in ("creditline", "byline") if isinstance(value := one.get(key), str) and value), None)
    kind = str(one.get("type") or "picture").rpartition(":")[2]
    href = max(renditions, key=lambda r: r.width or 0).href if renditions else href
    if href is None and caption is None:
        return
    build.add(
        Media(
            id=build.new_id(),
            kind=clean({"image": "picture"}.get(kind, kind)),
            href=None if href is None else clean(href),
            caption=Text(clean(caption)) if caption else None,
            credit=None if credit is None else clean(credit),
            renditions=renditions,
        )
    )


def _renditions(found: list[Any]) -> Iterator[Rendition]:
    for one in found:
        href = (one.get("url") or one.get("href")) if isinstance(one, dict) else None
        if isinstance(href, str) and href.strip():
            width, height = one.get("width"), one.get("height")
            yield Rendition(
                href=clean(href.strip()),
                name=clean(str(one["name"])) if one.get("name") else None,
                media_type=clean(str(one["mimetype"])) if one.get("mimetype") else None,
                width=width if isinstance(width, int) else None,
                height=height if isinstance(height, int) else None,
            )


READER = Reader(
    name="digitalwires",
    title="dpa digital wires (JSON)",
    sniff=sniff,
    split=split,
    parse=parse,
    elements=(),
    extensions=("json",),
    media_types=("application/json",),
    spec="https://api-portal.dpa-newslab.com/",
)
