"""What the reader keeps of NITF in `extras["nitf"]`, on its way back: taken name by name, and what was not taken is told."""

import re
from collections.abc import Iterable
from typing import Any, Final

import attrs

from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap

_NMTOKEN = re.compile(r"[A-Za-z0-9._:-]+\Z")  # the ASCII part, which is enough
_TOKENS: Final = frozenset(("series.part", "series.totalpart", "generation", "part", "year", "refnum", "num", "ver"))
_WORDS: Final = {
    "type": frozenset(("print", "audio", "video", "web", "appliance", "other")),
    "function": frozenset(
        ("writer-author", "editor", "producer", "archivist", "videographer", "graphic-artist", "photographer", "statistician",
         "other")
    ),
}  # fmt: skip
_CLOSED: Final = {"pubdata": ("type",), "revision-history": ("function",)}

ATTRIBUTES: Final[dict[str, tuple[str, ...]]] = {
    "correction": ("info", "id-string", "regsrc"),
    "evloc": ("iso-cc", "state-prov", "county-dist", "city"),
    "from-src": ("src-name", "level-number"),
    "fixture": ("fix-id",),
    "doc-scope": ("scope",),
    "series": ("series.name", "series.part", "series.totalpart"),
    "ed-msg": ("msg-type",),
    "du-key": ("generation", "part", "key"),
    "doc.copyright": ("year",),
    "doc.rights": ("owner", "startdate", "enddate", "agent", "geography", "location-code", "code-source", "type"),
    "tobject.subject": ("ipr", "refnum", "code", "type", "matter", "detail"),
    "pubdata": (
        "type", "item-length", "unit-of-measure", "name", "issn", "volume", "number", "issue", "edition.name", "edition.area",
        "position.section", "position.sequence", "ex-ref",
    ),
    "revision-history": ("name", "function", "norm", "comment"),
    **dict.fromkeys(("function", "object.title", "virtloc"), ("idsrc", "value")),
}  # fmt: skip
"""Elements that are kept as their attributes, and which of these NITF 3.6 knows."""


@attrs.define(eq=False)
class Kept:
    """The extras of NITF. What is `taken` is as the reader kept it; `partial` is set where something could not be taken whole."""

    own: Any
    partial: bool = attrs.field(default=False, init=False)
    _taken: set[str] = attrs.field(factory=set, init=False)

    @classmethod
    def of(cls, own: Any) -> "Kept":
        """What there is; anything but a map cannot be taken."""
        made = cls(own if isinstance(own, FrozenMap) else EMPTY)
        made.partial = not isinstance(own, FrozenMap)
        return made

    @property
    def left(self) -> bool:
        """Whether anything is not written back."""
        return self.partial or not self._taken.issuperset(self.own)

    def string(self, name: str) -> str | None:
        """The string kept under a name, taken; None where there is none."""
        value = self.own.get(name)
        if not isinstance(value, str):
            return None
        self._taken.add(name)
        return value

    def map(self, name: str) -> JsonMap:
        """The map kept under a name, taken; empty where there is none."""
        value = self.own.get(name)
        if not isinstance(value, FrozenMap):
            return EMPTY
        self._taken.add(name)
        return value

    def values(self, name: str) -> list[Any]:
        """What is kept under a name, each of a list, taken."""
        value = self.own.get(name)
        if value is None:
            return []
        self._taken.add(name)
        return list(value) if isinstance(value, tuple) else [value]

    def attributes(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of each element that is kept under a name, taken; what fits no attribute is left out and `partial`."""
        return [self.fitting(name, value) for value in self.values(name)]

    def fitting(self, name: str, value: Any) -> dict[str, str | None]:
        """What of a map are attributes of the element `name`; sets `partial` for the rest."""
        if not isinstance(value, FrozenMap):
            self.partial = True
            return {}
        made: dict[str, str | None] = {
            key: said
            for key, said in value.items()
            if key in ATTRIBUTES[name] and isinstance(said, str) and _fits(name, key, said)
        }
        self.partial = self.partial or len(made) < len(value)
        return made

    def words(self, name: str) -> Iterable[tuple[str, dict[str, str | None]]]:
        """(words, attributes) of each element kept under a name as a string, or a map of `#text` and `@attribute`."""
        for value in self.values(name):
            if isinstance(value, str):
                yield value, {}
            elif isinstance(value, FrozenMap):
                words = value.get("#text", "")
                bare = FrozenMap.of({key.removeprefix("@"): said for key, said in value.items() if key != "#text"})
                made = self.fitting(name, bare)
                if isinstance(words, str):
                    yield words, made
                else:
                    self.partial = True
            else:
                self.partial = True

    def lose(self) -> None:
        """Note that something cannot be written back."""
        self.partial = True


def is_token(value: str) -> bool:
    """Whether the schema takes the string where it wants a name token."""
    return _NMTOKEN.match(value) is not None


def _fits(name: str, key: str, value: str) -> bool:
    if key in _TOKENS:
        return is_token(value)
    return key not in _CLOSED.get(name, ()) or value in _WORDS[key]
