"""The content of an item: inline XML and text, remote files with their renditions, and the references of a package."""

from typing import TYPE_CHECKING

from newsparse.diagnostics import Severity, counted
from newsparse.kit import wirebody, xml
from newsparse.kit.nitfhead import fill_from_nitf
from newsparse.kit.xml import XML_LANG, Element
from newsparse.model.blocks import Media, Rendition
from newsparse.model.frozen import FrozenMap
from newsparse.model.metadata import Link

if TYPE_CHECKING:
    from newsparse.readers.newsmlg2.item import Reading

_INLINE = frozenset(("inlineXML", "inlineData"))
_CAPTIONS = ("caption", "videocaption", "")


def read_content_set(reading: "Reading", content_set: Element) -> None:
    """Read the best of the alternatives that a contentSet holds: inline XML before text, and all remote files as one medium."""
    inline: list[Element] = []
    remote: list[Element] = []
    others: list[tuple[str, Element]] = []
    for name, part in xml.named(content_set):
        if name == "remoteContent":
            remote.append(part)
        elif name not in _INLINE:
            others.append((name, part))
        elif len(part) or (part.text or "").strip():
            inline.append(part)
    inline.sort(key=lambda e: (xml.local(e) != "inlineXML", e.get(XML_LANG) not in {None, reading.builder.lang}))
    if inline:
        _read_inline(reading, inline[0])
    if len(inline) > 1:
        told = f"left out {counted(len(inline) - 1, 'alternative')} of the content"
        reading.ctx.report("newsmlg2.alternative", told, at=xml.origin(inline[1], reading.frame or 0), severity=Severity.INFO)
    if remote:
        _read_remote(reading, remote)
    for name, other in others:
        reading.keep(name, xml.plain(other), many=True)


def _read_inline(reading: "Reading", element: Element) -> None:
    builder = reading.builder
    builder.words_declared = wirebody.number(element.get("wordcount"))
    if element.get("contenttype"):
        reading.keep("contenttype", element.get("contenttype"))
    nitf = wirebody.read_content(element, builder, frame=reading.frame, ampersands=reading.ampersands)
    if nitf is not None:
        fill_from_nitf(nitf, builder, reading.frame, cut=reading.cut)


def _read_remote(reading: "Reading", remote: list[Element]) -> None:
    """The files of a picture, video or the like: one medium in several renditions."""
    renditions = [r for element in remote if (r := _rendition(element)) is not None]
    best = wirebody.full_size(renditions)
    if not renditions or (reading.cut and best is None):  # a better file may have followed
        return
    best = best or renditions[0]
    first = remote[0]
    caption = next((text for role, text in reading.descriptions if role.rpartition(":")[2].lower() in _CAPTIONS), None)
    kind = reading.item_class if reading.item_class not in {"", "text", "composite"} else _kind(first.get("contenttype"))
    reading.builder.add(
        Media(
            id=reading.builder.new_id(),
            kind=wirebody.MEDIA_KINDS.get(kind.lower(), kind),
            href=best.href,
            caption=caption,
            credit=reading.builder.credit,
            media_type=best.media_type,
            renditions=tuple(renditions),
            origin=None if reading.frame is None else xml.origin(first, reading.frame),
            extras=FrozenMap({"newsmlg2": {"remoteContent": [xml.plain(element) for element in remote]}}),
        )
    )


def _kind(media_type: str | None) -> str:
    return (media_type or "other").partition("/")[0]


def _rendition(element: Element) -> Rendition | None:
    href = (element.get("href") or element.get("residref") or "").strip()
    if not href:
        return None
    return Rendition(
        href=href,
        name=(element.get("rendition") or "").rpartition(":")[2] or None,
        media_type=element.get("contenttype"),
        width=wirebody.number(element.get("width")),
        height=wirebody.number(element.get("height")),
        size=wirebody.number(element.get("size")),
    )


def read_group_set(reading: "Reading", group_set: Element) -> None:
    """The items that a package refers to, as links; its groups are kept."""
    for reference in xml.descendants(group_set, "itemRef"):
        href = (reference.get("residref") or reference.get("href") or "").strip()
        title = xml.child(reference, "headline", "title")
        if href:
            reading.builder.links.append(
                Link(
                    href=href,
                    rel="item",
                    title=None if title is None else xml.words(title) or None,
                    media_type=reference.get("contenttype"),
                )
            )
    reading.keep("groupSet", xml.plain(group_set))
