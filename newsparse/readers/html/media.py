"""Pictures, video, audio and embeds: address, caption, credit, and the sizes they come in."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urljoin

import attrs

from newsparse.kit.build import ArticleBuilder
from newsparse.kit.elements import HTML
from newsparse.kit.html import words_of
from newsparse.kit.markup import text as text_of
from newsparse.model.blocks import Media, Rendition
from newsparse.model.quick import new_media, new_origin, new_rendition
from newsparse.model.text import Text
from newsparse.readers.html.hints import names_of
from newsparse.readers.html.tables import CREDIT

_KINDS = {
    "img": "picture", "picture": "picture", "amp-img": "picture", "video": "video", "amp-video": "video", "audio": "audio",
    "amp-audio": "audio", "amp-youtube": "video", "amp-brightcove": "video",
}  # fmt: skip
_SHOWN = ("img", "amp-img", "video", "amp-video", "audio", "amp-audio", "iframe", "embed", "object", "amp-youtube", "blockquote")
_ADDRESSES = ("src", "data-src", "data-original", "data-lazy-src", "data-url", "data", "href")
_PACKED = re.compile(r"(?<=\d[wx]),")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_MOST_SIZES = 12
_LEAST = 3  # pixels; what is smaller counts readers, it shows nothing
_DEEP = 40  # elements looked through for a credit


def read(element: Any, build: ArticleBuilder, base: str | None, frame: int, told: Text | None = None) -> Media | None:
    """The medium that an element is or holds; None for what shows nothing. `told` is a caption that stands beside it."""
    shown = _shown(element)
    if shown is None:
        return None
    href = _address(shown, base)
    if href is None and shown.tag in {"img", "iframe", "embed", "object"}:
        return None
    caption, credit = _told(element, build)
    return new_media(
        id=build.new_id(),
        origin=new_origin(frame=frame, line=element.sourceline),
        kind=_KINDS.get(shown.tag, "embed"),
        href=href,
        caption=caption or told,
        credit=credit,
        alt=" ".join((shown.get("alt") or "").split()) or None,
        media_type=shown.get("type") or None,
        renditions=tuple(_renditions(shown if shown.get("poster") else element, base)),
    )


def _shown(element: Any) -> Any:
    itself = element.tag in _SHOWN or element.tag.startswith("amp-")
    found = element if itself else next(element.iter(*_SHOWN), None)
    if found is None or _pixels(found.get("width")) < _LEAST or _pixels(found.get("height")) < _LEAST:
        return None
    return found


def _pixels(value: str | None) -> int:
    return int(value) if value and len(value) < 6 and value.isascii() and value.isdigit() else 1000


def _address(shown: Any, base: str | None) -> str | None:
    """The first address that is no placeholder; an embedded post is at its last link, which is the permanent one."""
    if shown.tag == "blockquote":
        links = [a.get("href") for a in shown.iter("a") if a.get("href")]
        return resolved(links[-1], base) if links else None
    if shown.tag == "amp-youtube" and shown.get("data-videoid"):
        return f"https://www.youtube.com/watch?v={shown.get('data-videoid')}"
    for name in _ADDRESSES:
        value = shown.get(name)
        if value and value.lstrip()[:5].lower() != "data:" and "about:blank" not in value:
            return resolved(value, base)
    source = next((s for s in shown.iter("source") if s.get("src")), None)
    if source is not None:
        return resolved(source.get("src"), base)
    sets = next((_sizes(value) for name in _SETS if (value := shown.get(name))), [])
    return resolved(max(sets, key=lambda s: s[1])[0], base) if sets else None


def resolved(address: str, base: str | None) -> str | None:
    """The address, against the page's own where it is relative; None if it is empty or malformed."""
    address = address.strip()
    if not address:
        return None
    if base is None or address[:4].lower() == "http":
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _renditions(element: Any, base: str | None) -> Iterator[Rendition]:
    seen: set[str] = set()
    poster = resolved(element.get("poster") or "", base)
    if poster:
        yield new_rendition(href=poster, name="poster")
    for source in element.iter("img", "source", "amp-img"):
        for name in _SETS:
            for address, width in _sizes(value) if (value := source.get(name)) else ():
                href = resolved(address, base)
                if href and href not in seen and len(seen) < _MOST_SIZES:
                    seen.add(href)
                    yield new_rendition(href=href, width=width, media_type=source.get("type") or None)


def _sizes(value: str) -> list[tuple[str, int]]:
    """The `url 640w` pairs of a srcset, the first of them."""
    if len(value) > 20_000:
        return []
    sizes = []
    for part in _candidates(" ".join(value.split())):
        address, _, width = part.strip(" ,").rpartition(" ")
        if width[-1:] == "w" and width[:-1].isascii() and width[:-1].isdigit() and address[:5] != "data:":
            sizes.append((address.strip(), int(width[:5].rstrip("w"))))
    return sizes


def _candidates(value: str) -> list[str]:
    """The parts of a srcset on one line, the first of them; commas within addresses part nothing."""
    parts = value.replace(", ", "\n")
    if "w," in parts or "x," in parts:
        parts = _PACKED.sub("\n", parts)
    return parts.split("\n", _MOST_SIZES)[:_MOST_SIZES]


def _told(element: Any, build: ArticleBuilder) -> tuple[Text | None, str | None]:
    """Caption and credit as they stand inside the element; the caption without the credit where that is its end."""
    if element.tag not in {"blockquote", "figure"} or not words_of(element):
        return None, None
    told = text_of(element, HTML, build.ctx)
    credit = _credit(element) if element.tag == "figure" else None
    if credit is not None and told.text.endswith(credit):
        told = _cut(told, len(told.text) - len(credit))
    return (told if told.text else None), credit


def _credit(holder: Any) -> str | None:
    for below in islice(holder.iterdescendants("*"), _DEEP):
        if CREDIT.search(names_of(below)):
            return words_of(below) or None
    return None


def _cut(text: Text, size: int) -> Text:
    characters = text.text[:size].rstrip()
    size = len(characters)
    return Text(characters, tuple(attrs.evolve(m, end=min(m.end, size)) for m in text.marks if m.start < size))
