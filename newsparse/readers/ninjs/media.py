"""Media of an item: its own renditions, where it is a picture or a film, and those associated with it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsparse.kit import bodies
from newsparse.kit.build import ArticleBuilder, clean, cleaned
from newsparse.model.blocks import Media, Rendition
from newsparse.model.frozen import EMPTY
from newsparse.model.metadata import Link
from newsparse.readers.ninjs.fields import HREF_ORDER, MEDIA_TYPES

_NUMBERED = re.compile(r"_\d+\Z")
_UNNAMED = re.compile(r"(?:rendition_\d+)?\Z")  # as our writer fills in what 1.x cannot leave out
_OURS = re.compile(r"media\d+\Z")


def add(item: dict[str, Any], build: ArticleBuilder) -> None:
    """Take the media out of `item` (keys in lower case): Media blocks behind the text, or more on those it shows already.

    Associated items of other types become links.
    """
    own = _own(item, build)
    made: list[tuple[Media, tuple[str, ...]]] = [(own, ())] if own is not None else []
    left = []
    found = item.pop("associations", None)
    names = {name for name, _ in _named(found)}
    for key, one in _named(found):
        stem = _NUMBERED.sub("", key)
        name = stem if stem in names else key  # an object of 1.x cannot hold two of one name
        inner = {key.lower(): value for key, value in one.items() if value not in (None, "", [], {})}
        if _string(inner, "type") in MEDIA_TYPES or ("type" not in inner and "renditions" in inner):
            address = _first(inner, "uri", "guid")
            made.append((_associated(name, inner, build), (address,) if address else ()))
        elif not _linked(name, inner, build):
            left.append(one)
    if left or (found and not isinstance(found, dict | list)):
        item["associations"] = left or found
    bodies.media(made, build)


def _own(item: dict[str, Any], build: ArticleBuilder) -> Media | None:
    """The medium that the item itself is."""
    kind = _string(item, "type")
    renditions = tuple(_renditions(item.get("renditions")))
    if kind is None or kind not in MEDIA_TYPES or not renditions:
        return None
    left = _left(item.pop("renditions"))
    if left:
        item["renditions"] = left
    return Media(
        id="",
        kind=kind,
        href=_main(renditions),
        caption=build.summary,
        credit=build.bylines[0].raw if build.bylines else None,
        media_type=_string(item, "mimetype"),
        renditions=renditions,
    )


def _associated(name: str, inner: dict[str, Any], build: ArticleBuilder) -> Media:
    """The medium that an associated item is; what it says beside that is kept in the medium's extras."""
    found = inner.pop("renditions", None)
    renditions, left = tuple(_renditions(found)), _left(found)
    kind, uri = _take(inner, "type") or "picture", _take(inner, "uri", "guid")
    caption = _take(inner, "description_text", "descriptions", "body_text", "headline", "headlines")
    lang, main = _take(inner, "language"), _main(renditions) or uri
    credit, media_type = _take(inner, "byline", "by"), _take(inner, "mimetype")
    inner.pop("name", None)
    ours = _OURS.match(name) and uri == main
    named = {} if ours else {key: value for key, value in (("name", name), ("uri", uri)) if value}
    kept = {**named, **inner, **({"renditions": left} if left else {})}
    return Media(
        id="",
        kind=kind,
        href=main,
        caption=bodies.line(caption, build) if caption else None,
        credit=credit or _string(inner, "copyrightholder"),
        media_type=media_type or next((one.media_type for one in renditions if one.href == main), None),
        renditions=renditions,
        lang=lang if lang != build.lang else None,
        extras=cleaned({"ninjs": kept}) if kept else EMPTY,
    )


def _linked(name: str, inner: Mapping[str, Any], build: ArticleBuilder) -> bool:
    """Whether a link says all that the associated item is good for: an item with a body of its own is more."""
    uri = _first(inner, "uri", "guid")
    if uri is None:
        return False
    title = _first(inner, "headline", "headlines")
    build.links.append(Link(href=uri, rel=name or "association", title=title, media_type=_first(inner, "mimetype")))
    return not any(key.startswith(("body", "bodies")) for key in inner)


def _named(found: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """(name, object) of an object of objects (1.x) or a list of objects with a name (2.x)."""
    pairs = found.items() if isinstance(found, dict) else ((None, one) for one in found) if isinstance(found, list) else ()
    for name, one in pairs:
        if isinstance(one, dict):
            yield clean(str(name if name is not None else one.get("name") or "")), one


def _renditions(found: Any) -> Iterator[Rendition]:
    for name, one in _named(found):
        href = one.get("href")
        if isinstance(href, str) and href.strip():
            yield Rendition(
                href=clean(href.strip()),
                name=None if _UNNAMED.match(name) else name,
                media_type=_string(one, "mimetype") or _string(one, "contenttype") or _string(one, "contentType"),
                width=_number(one.get("width")),
                height=_number(one.get("height")),
                size=_number(one.get("sizeinbytes", one.get("sizeInBytes"))),
            )


_RENDITION = frozenset(
    {"name", "href", "mimetype", "contenttype", "contentType", "width", "height", "sizeinbytes", "sizeInBytes"}
)


def _left(found: Any) -> dict[str, dict[str, Any]]:
    """What renditions say beside what the model holds, by name: points of interest, durations."""
    left = {name: {key: value for key, value in one.items() if key not in _RENDITION} for name, one in _named(found)}
    return {name: more for name, more in left.items() if more}


def _main(renditions: tuple[Rendition, ...]) -> str | None:
    """The address that stands for them all: of the original, else of the largest."""
    if not renditions:
        return None
    order = {name: place for place, name in enumerate(HREF_ORDER)}
    best = min(renditions, key=lambda r: (order.get((r.name or "").lower(), order[""]), -(r.width or 0)))
    return best.href


def _string(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return clean(value.strip()) if isinstance(value, str) and value.strip() else None


def _take(item: dict[str, Any], *keys: str) -> str | None:
    """As `_first`, and what it is found under is taken out; a list of several values stays."""
    for key in keys:
        found = _first(item, key)
        if found is not None:
            if not isinstance(item[key], list) or len(item[key]) == 1:
                del item[key]
            return found
    return None


def _first(item: Mapping[str, Any], *keys: str) -> str | None:
    """The first string under one of the keys, or in the values of a list of 2.x."""
    for key in keys:
        found = item.get(key)
        if isinstance(found, list):
            found = next((value for one in found if isinstance(one, dict) and (value := _string(one, "value"))), None)
        if isinstance(found, str) and found.strip():
            return clean(found.strip())
    return None


def _number(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e12 else None
