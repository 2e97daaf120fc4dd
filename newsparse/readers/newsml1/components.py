"""The tree of NewsComponents: which stories an item holds, and what each of their content items is for."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newsparse.kit import xml
from newsparse.kit.xml import XML_LANG, Element, Loaded
from newsparse.kit.xmlitems import Item

BODY_ROLES = frozenset(
    "main maincontent maintext mainbody body bodytext bodycontent text textbody story article content fulltext".split()  # noqa: SIM905
) | {""}
CAPTION_ROLES = frozenset(("caption", "picturecaption", "photocaption", "legend"))
SUMMARY_ROLES = frozenset(("abstract", "summary", "lead", "leadin", "ingress", "teaser", "preamble"))
TITLE_ROLES = frozenset(("headline", "title"))
_TELLING = frozenset(("MediaType", "MimeType", "Format"))
_FORMATS = ("nitf", "xhtml", "html", "text")  # the best of equivalents first
_ENDINGS = frozenset(("jpeg", "jpg", "gif", "png", "tiff", "tif", "eps", "webp"))
_MEDIA = {
    "video": ("video", "mpeg", "mp4", "quicktime", "animation"),
    "audio": ("audio", "mp3", "sound", "wav"),
    "graphic": ("graphic",),
    "picture": ("photo", "image", "picture", "logo", "illustration", *_ENDINGS),
}
"""Kinds by what their types are called; the first that is named in them."""


class Story(NamedTuple):
    """One story: its item, the component that holds it (None: the item has none), and the document around."""

    item: Element
    component: Element | None
    loaded: Loaded
    frame: int | None


class Piece(NamedTuple):
    """A content item, with the components above it inside the story, outermost first, and its role in lower case."""

    element: Element
    chain: tuple[Element, ...]
    role: str
    kind: str
    """`text`, `picture`, `graphic`, `video`, `audio` or `other`."""
    data: Element | None
    """The DataContent."""


def stories(item: Item, index: int) -> Iterator[Story]:
    """The stories of a NewsItem, `index` the first one's frame: one, or one for each language that its component holds."""
    main = xml.child(item.element, "NewsComponent")
    apart = [] if main is None else _told_apart(main)
    if len({language_of(component) for component in apart}) > 1:
        for number, component in enumerate(apart, index):
            frame = None if item.frame is None else number
            yield Story(item=item.element, component=component, loaded=item.loaded, frame=frame)
        return
    yield Story(item=item.element, component=main, loaded=item.loaded, frame=None if item.frame is None else index)


def _told_apart(main: Element) -> list[Element]:
    """The components right below that state a language and hold a body."""
    below = list(xml.children(main, "NewsComponent"))
    return [c for c in below if language_of(c) and _has_body(c)] if len(below) > 1 else []


def _has_body(component: Element) -> bool:
    return any(piece.kind == "text" and piece.role in BODY_ROLES for piece in pieces(component))


def language_of(component: Element) -> str | None:
    """The language that a component states for itself."""
    stated = component.get(XML_LANG)
    metadata = xml.child(component, "DescriptiveMetadata")
    language = xml.child(metadata, "Language") if metadata is not None else None
    name: str | None = language.get("FormalName") if language is not None else None
    return name or stated


def pieces(component: Element) -> list[Piece]:
    """The content items in and below a component, in document order."""
    found: list[Piece] = []
    stack: list[tuple[Iterator[Element], tuple[Element, ...], str]] = [(iter(component), (component,), role_of(component))]
    while stack:
        rest, chain, role = stack[-1]
        for element in rest:
            name = xml.local(element)
            if name == "ContentItem":
                data = data_of(element)
                found.append(Piece(element=element, chain=chain, role=role, kind=kind_of(element, data), data=data))
            elif name == "NewsComponent":
                stack.append((iter(element), (*chain, element), role_of(element) or role))
                break
        else:
            stack.pop()
    return found


def role_of(component: Element) -> str:
    """The role of a component in lower case, letters only; empty where it states none."""
    role = xml.child(component, "Role")
    return "" if role is None else _letters(role.get("FormalName") or "")


@lru_cache(maxsize=1024)
def _letters(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalpha())


def kind_of(content: Element, data: Element | None) -> str:
    """What a content item is, by its media type, MIME type, format, and address; a text if it has `data` and is nothing else."""
    stated: dict[str, str] = {}
    for inner in content:
        if (name := xml.local(inner)) in _TELLING and name not in stated:
            stated[name] = inner.get("FormalName") or inner.text or ""
    kind = _kind_named(" ".join(stated.values()).lower())
    if kind is not None:
        return kind
    if (content.get("Href") or "").lower().rpartition(".")[2] in _ENDINGS:
        return "picture"
    return "text" if data is not None else "other"


@lru_cache(maxsize=1024)
def _kind_named(words: str) -> str | None:
    return next((kind for kind, names in _MEDIA.items() if any(name in words for name in names)), None)


def data_of(content: Element) -> Element | None:
    """The DataContent of a content item, inside of its Encoding too."""
    return next(xml.descendants(content, "DataContent"), None)


def goodness(piece: Piece) -> int:
    """The rank of a text among its equivalents: what has most markup first."""
    stated = [xml.child(piece.element, name) for name in ("Format", "MimeType")]
    words = " ".join((e.get("FormalName") or "").lower() for e in stated if e is not None)
    return next((rank for rank, name in enumerate(_FORMATS) if name in words), len(_FORMATS))


def are_equivalents(component: Element) -> bool:
    """Whether the children of a component are alternatives of one another."""
    return bool(component.get("EquivalentsList") == "yes")
