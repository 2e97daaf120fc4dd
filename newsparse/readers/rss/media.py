"""Media of an item: enclosures, Media RSS, attachments of WordPress."""

import re
from collections.abc import Iterator

from newsparse.kit import xml
from newsparse.kit.xml import Element
from newsparse.model.blocks import Media, Rendition
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap
from newsparse.model.text import Text

_KINDS = {"image": "picture", "video": "video", "audio": "audio"}
_SUFFIXES = {
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "svg", "avif"), "picture"),
    **dict.fromkeys(("mp4", "webm", "mov", "m4v"), "video"),
    **dict.fromkeys(("mp3", "m4a", "ogg", "wav"), "audio"),
}
_SUFFIX = re.compile(r"\.([A-Za-z0-9]{2,4})(?:[?#]|\Z)")


def of(
    element: Element, href: str, media_type: str | None, *, size: str | None = None, name: str | None = None
) -> tuple[Media, tuple[str, ...]]:
    """A medium at this address; sizes are those that the element states."""
    width, height, size_found = _number(element.get("width")), _number(element.get("height")), _number(size)
    rendition = Rendition(href=href, name=name, width=width, height=height, size=size_found)
    stated = any(value is not None for value in (name, width, height, size_found))
    kind = _kind(href, media_type, element.get("medium"))
    exact = media_type if media_type and not media_type.endswith("*") else None
    return Media(id="", kind=kind, href=href, media_type=exact, renditions=(rendition,) if stated else ()), ()


def contents(element: Element) -> Iterator[tuple[Media, tuple[str, ...]]]:
    """The medium of a `media:content` or, of several forms, a `media:group`."""
    forms = list(xml.children(element, "content")) if xml.local(element) == "group" else [element]
    forms = [form for form in forms if (form.get("url") or "").strip()]
    if not forms:
        return
    best = next((form for form in forms if form.get("isDefault") == "true"), forms[0])
    href = best.get("url").strip()
    renditions = [_rendition(form, None) for form in forms] if len(forms) > 1 or _sized(best) else []
    renditions += [_rendition(one, "thumbnail") for holder in dict.fromkeys((element, best)) for one in _thumbnails(holder)]
    yield (
        Media(
            id="",
            kind=_kind(href, best.get("type"), best.get("medium")),
            href=href,
            caption=_told(element, best, "description"),
            alt=_string(_told(element, best, "title")),
            credit=_string(_told(element, best, "credit") or _told(element, best, "copyright")),
            media_type=best.get("type") or None,
            renditions=tuple(renditions),
            extras=_extras(best),
        ),
        (),
    )


_ATTRIBUTES = frozenset({"url", "type", "medium", "width", "height", "fileSize", "isDefault"})
_ELEMENTS = frozenset({"description", "title", "credit", "copyright", "thumbnail", "content"})


def _extras(form: Element) -> JsonMap:
    """What the model has no place for: duration, language, rating."""
    kept = {key.rpartition("}")[2]: value for key, value in form.items() if key not in _ATTRIBUTES and value.strip()}
    kept.update((name, xml.text(one).strip()) for name, one in xml.named(form) if name not in _ELEMENTS)
    kept = {key: value for key, value in kept.items() if value}
    return FrozenMap({"rss": kept}) if kept else EMPTY


def _thumbnails(holder: Element) -> Iterator[Element]:
    return (one for one in xml.children(holder, "thumbnail") if (one.get("url") or "").strip())


def _sized(form: Element) -> bool:
    return any(form.get(key) for key in ("width", "height", "fileSize"))


def _rendition(form: Element, name: str | None) -> Rendition:
    return Rendition(
        href=form.get("url").strip(),
        name=name,
        media_type=form.get("type") or None,
        width=_number(form.get("width")),
        height=_number(form.get("height")),
        size=_number(form.get("fileSize")),
    )


def _told(outer: Element, inner: Element, name: str) -> Text | None:
    for holder in (inner, outer):
        found = xml.child(holder, name)
        if found is not None and xml.text(found).strip():
            return Text(" ".join(xml.text(found).split()))
    return None


def _string(text: Text | None) -> str | None:
    return None if text is None else text.text


def _kind(href: str, media_type: str | None, medium: str | None) -> str:
    """By what is stated, else by the address's ending; `picture`, `video`, `audio`, else `document`."""
    stated = _KINDS.get((medium or "").lower()) or _KINDS.get((media_type or "").partition("/")[0].lower())
    if stated is not None:
        return stated
    suffix = _SUFFIX.search(href)
    return _SUFFIXES.get(suffix[1].lower(), "document") if suffix else "document"


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 13 else None
