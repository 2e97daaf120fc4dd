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


class Component:
    """A NewsComponent in the reading. It has no role until the Role in it is met."""

    __slots__ = ("element", "role")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.role: str | None = None


class Piece(NamedTuple):
    """A content item, with the components above it inside the story, outermost first."""

    element: Element
    chain: tuple[Component, ...]
    kind: str
    """`text`, `picture`, `graphic`, `video`, `audio` or `other`."""
    data: Element | None
    """The DataContent."""

    @property
    def role(self) -> str:
        """The role of the innermost component that states one, in lower case; empty where none does."""
        for component in reversed(self.chain):
            if component.role:
                return component.role
        return ""


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
    """The content items in and below a component, in document order, by one look at each element."""
    found: list[Piece] = []
    stack: list[tuple[Iterator[Element], tuple[Component, ...]]] = [(iter(component), (Component(component),))]
    while stack:
        rest, chain = stack[-1]
        for element in rest:
            name = xml.local(element)
            if name == "ContentItem":
                found.append(_piece(element, chain))
            elif name == "NewsComponent":
                stack.append((iter(element), (*chain, Component(element))))
                break
            elif name == "Role" and chain[-1].role is None:
                chain[-1].role = _letters(element.get("FormalName") or "")
        else:
            stack.pop()
    return found


@lru_cache(maxsize=1024)
def _letters(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalpha())


def _piece(content: Element, chain: tuple[Component, ...]) -> Piece:
    """A content item: what it is by its media type, MIME type, format, and address; a text if it has data and is nothing else."""
    stated: dict[str, str] = {}
    data: Element | None = None
    for inner in content:
        name = xml.local(inner)
        if name in _TELLING and name not in stated:
            stated[name] = inner.get("FormalName") or inner.text or ""
        elif data is None:
            data = inner if name == "DataContent" else data_of(inner) if len(inner) else None
    kind = _kind_named(" ".join(stated.values()).lower())
    if kind is None and (content.get("Href") or "").lower().rpartition(".")[2] in _ENDINGS:
        kind = "picture"
    return Piece(content, chain, kind or ("other" if data is None else "text"), data)


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


def are_equivalents(component: Component) -> bool:
    """Whether the children of a component are alternatives of one another."""
    return bool(component.element.get("EquivalentsList") == "yes")
