"""What the reader keeps of NITF in `extras["nitf"]`, on its way back: taken name by name, and what was not taken is told."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias

import attrs

from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap

_NMTOKEN = re.compile(r"[A-Za-z0-9._:-]+\Z")  # the ASCII part, which is enough
_TOKENS: Final = frozenset(("series.part", "series.totalpart", "generation", "part", "year", "refnum", "num", "ver"))
_ADVISORY = frozenset(("std", "pa", "npa"))
_CLOSED: Final[dict[tuple[str, str], frozenset[str]]] = {
    ("pubdata", "type"): frozenset(("print", "audio", "video", "web", "appliance", "other")),
    ("revision-history", "function"): frozenset(
        ("writer-author", "editor", "producer", "archivist", "videographer", "graphic-artist", "photographer", "statistician",
         "other")
    ),
    ("note", "noteclass"): frozenset(("cpyrt", "end", "hd", "editorsnote", "trademk", "undef")),
    ("note", "type"): _ADVISORY,
    ("tagline", "type"): _ADVISORY,
}  # fmt: skip
"""Attributes of which the schema knows all values."""

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
    "note": ("noteclass", "type"),
    "tagline": ("type",),
    "bibliography": (),
    **dict.fromkeys(("function", "object.title", "virtloc"), ("idsrc", "value")),
}  # fmt: skip
"""Elements that are kept as their attributes, and which of these NITF 3.6 knows."""


Note: TypeAlias = tuple[tuple[str, ...], dict[str, str | None]]
"""The paragraphs and attributes of a note."""
_LEGAL = frozenset(("cpyrt", "trademk"))


def _is_legal(note: Any) -> bool:
    return isinstance(note, FrozenMap) and "@noteclass" in note


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

    def notes(self, said: Sequence[str]) -> tuple[list[str], list[Note]]:
        """(what of an editor's notes was an `ed-msg`, the notes of the head of the body): these were read last.

        A copyright note, which is no editor's, is kept whole, and comes back where it is plain paragraphs.
        """
        found = self.values("note")
        own = [note for note in found if not _is_legal(note)]
        first = len(said) - len(own)
        if first < 0:  # which of the notes they are of is not kept
            self.partial, found, first = True, [note for note in found if _is_legal(note)], len(said)
        rest = iter(said[first:])
        made = [self._legal(note) if _is_legal(note) else ((next(rest),), self.fitting("note", note)) for note in found]
        return list(said[:first]), [note for note in made if note is not None]

    def _legal(self, note: JsonMap) -> Note | None:
        content = note.get("body.content")
        words = content["p"] if isinstance(content, FrozenMap) and set(content) == {"p"} else content
        lines = words if isinstance(words, tuple) else (words,)
        bare = FrozenMap.of({key.removeprefix("@"): said for key, said in note.items() if key != "body.content"})
        attributes = self.fitting("note", bare)
        if attributes.get("noteclass") in _LEGAL and all(isinstance(line, str) for line in lines):
            return tuple(str(line) for line in lines), attributes
        self.partial = True
        return None

    def lose(self) -> None:
        """Note that something cannot be written back."""
        self.partial = True


def is_token(value: str) -> bool:
    """Whether the schema takes the string where it wants a name token."""
    return _NMTOKEN.match(value) is not None


def _fits(name: str, key: str, value: str) -> bool:
    if key in _TOKENS:
        return is_token(value)
    return (name, key) not in _CLOSED or value in _CLOSED[name, key]
