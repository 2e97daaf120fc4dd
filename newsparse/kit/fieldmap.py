"""Fields that an agency states in elements of its own: what a dialect may map, and the paths that it maps from.

A path names elements by their local names from the item down: `ContentMetadata/body`, `ContentMetadata@lang` for an attribute,
`**/Property[@FormalName=Desk]@Value` for elements at any depth whose attribute has a value. No lxml is here, since dialects are
listed without it.
"""

import re
from functools import lru_cache
from typing import Any, Final

import attrs

from newsparse.kit import wire
from newsparse.kit.dialect import map_names
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap

FIELDS: Final = frozenset(
    (
        "title", "deck", "summary", "body", "byline", "place", "lang", "source", "provider", "credit", "category", "keywords",
        "subjects", "genres", "slugline", "urgency", "priority", "service", "version", "sequence", "status", "take_key", "uid",
        "ed_notes", "signals", "usage", "holder", "notice",
        "created", "updated", "published", "embargoed", "released", "expires", "ignore",
    )
)  # fmt: skip
"""The fields that an element may be mapped to; `ignore` leaves it out."""
_STEP = re.compile(r"([^\W\d][\w.:-]*)(?:\[@([\w.:-]+)=([^\]]*)\])?")
_ANYWHERE = "**/"


@attrs.frozen
class Step:
    """One element of a path: its local name, and the attribute that has to have a value."""

    name: str
    attribute: str | None = None
    value: str | None = None


@attrs.frozen
class Path:
    """A path: `deep` if it begins anywhere below, its steps, and the attribute whose value is meant (None: the text)."""

    deep: bool
    steps: tuple[Step, ...]
    attribute: str | None = None


@lru_cache(maxsize=1024)
def path_of(written: str) -> Path:
    """A path as a dialect writes it; ValueError where it is none."""
    deep = written.startswith(_ANYWHERE)
    at = len(_ANYWHERE) if deep else 0
    steps: list[Step] = []
    while (found := _STEP.match(written, at)) is not None:
        steps.append(Step(found[1], found[2], found[3]))
        at = found.end()
        if written[at : at + 1] != "/":
            break
        at += 1
    rest = written[at:]
    if not steps or written[at - 1] == "/" or (rest and not re.fullmatch(r"@[\w.:-]+", rest)):
        raise ValueError(f"{written!r} is no path: a/b, a/b@attribute, a[@attribute=value]/b, **/a")
    return Path(deep, tuple(steps), rest[1:] or None)


def known(instance: Any, attribute: Any, value: JsonMap) -> None:  # noqa: ARG001
    """ValueError for a path that is none, or a field that no story has: a validator of habits."""
    map_names(value, FIELDS)
    for path in value:
        path_of(path)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Habits:
    """What a dialect may say of a format that states all by elements or keys, as NewsML, NewsML-G2 and ninjs do.

    `fields`: paths below the item to fields, which go before the standard elements; `constants` of every item.
    """

    fields: JsonMap = attrs.field(default=EMPTY, converter=FrozenMap, validator=known)
    constants: JsonMap = attrs.field(default=EMPTY, validator=wire.known_constants)
