"""The elements at the paths of a dialect, and the fields of an article that they state (`kit.fieldmap`)."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

import attrs

from newsparse.kit import bodies, xml
from newsparse.kit.build import ArticleBuilder, clean
from newsparse.kit.dates import parse_date
from newsparse.kit.fieldmap import Path, Step, path_of
from newsparse.kit.inline import collapsed
from newsparse.kit.names import credited
from newsparse.kit.xml import Element
from newsparse.model.agents import Agent, Byline, Dateline
from newsparse.model.metadata import Rights, Subject
from newsparse.model.text import Text

_SINGLE: Final = frozenset(
    (
        "lang",
        "source",
        "credit",
        "category",
        "slugline",
        "priority",
        "service",
        "version",
        "sequence",
        "status",
        "take_key",
        "uid",
    )
)
_STAMPS: Final = frozenset(("created", "updated", "published", "embargoed", "released", "expires"))
_LISTS: Final = frozenset(("keywords", "ed_notes", "signals"))
_TOPICS: Final = frozenset(("subjects", "genres"))
_TEXTS: Final = frozenset(("title", "summary", "deck", "body"))
_RIGHTS: Final = frozenset(("usage", "holder", "notice"))


@attrs.define
class Found:
    """What a dialect's paths find below an element: values by field, and the elements that are read by that."""

    values: dict[str, list[str]] = attrs.field(factory=dict)
    taken: set[Any] = attrs.field(factory=set)

    @classmethod
    def of(cls, element: Element, fields: Mapping[str, Any]) -> "Found":
        """The values of all paths in `fields`, in the order of the dialect."""
        made = cls()
        below: _Below = {}
        for written, field in fields.items():
            path = path_of(written)
            for one in elements(element, path, below):
                value = one.get(path.attribute) if path.attribute else xml.text(one)
                made.taken.add(one)
                if value and value.strip():
                    made.values.setdefault(str(field), []).append(value.strip())
        return made

    def put(self, build: ArticleBuilder) -> None:
        """Give every field that was found what was found for it."""
        for field, values in self.values.items():
            put(build, field, values)


_Below: TypeAlias = dict[Any, dict[str, list[Element]]]
"""Children by name, of the elements that paths lead through: most paths of a dialect begin alike."""


def elements(element: Element, path: Path, below: _Below) -> list[Element]:
    """The elements at a path below `element`, in document order; `below` is for all paths of a dialect together."""
    first, *rest = path.steps
    level = list(xml.descendants(element, first.name)) if path.deep else _children(element, first.name, below)
    if first.attribute is not None:
        level = [one for one in level if _fits(one, first)]
    for step in rest:
        level = [inner for one in level for inner in _children(one, step.name, below) if _fits(inner, step)]
    return level


def _children(element: Element, name: str, below: _Below) -> list[Element]:
    known = below.get(element)
    if known is None:
        known = below[element] = {}
        for other, inner in xml.named(element):
            known.setdefault(other, []).append(inner)
    return known.get(name, [])


def _fits(element: Element, step: Step) -> bool:
    return step.attribute is None or element.get(step.attribute) == step.value


def texts(element: Element, written: str) -> Iterator[str]:
    """The texts, or the attribute's values, at a path below the element; those of white space alone are left out."""
    path = path_of(written)
    for one in elements(element, path, {}):
        value = one.get(path.attribute) if path.attribute else xml.text(one)
        if value and value.strip():
            yield value.strip()


def values_in(value: Any, written: str) -> list[str]:
    """The strings and numbers at a path in JSON: names are keys, each of a list is looked into, `[@key=value]` picks objects."""
    path = path_of(written)
    steps = (*path.steps, *((Step(path.attribute),) if path.attribute else ()))
    level: list[Any] = [value]
    for step in steps:
        inner = [one[step.name] for one in level if isinstance(one, Mapping) and step.name in one]
        level = [each for one in inner for each in (one if isinstance(one, list | tuple) else (one,))]
        if step.attribute is not None:
            level = [one for one in level if isinstance(one, Mapping) and str(one.get(step.attribute)) == step.value]
    said = (str(one).strip() for one in level if isinstance(one, str | int | float) and not isinstance(one, bool))
    return [one for one in said if one]


def put(build: ArticleBuilder, field: str, values: list[str]) -> None:
    """Give `field` what an agency's own elements say, which goes before what the standard ones do; lists grow."""
    lines = [clean(collapsed(value)) for value in values]
    if field in _SINGLE:
        setattr(build, field, lines[0])
    elif field in _LISTS:
        getattr(build, field).extend(lines)
    elif field in _TOPICS:
        getattr(build, field).extend(Subject(label=line) for line in lines)
    elif field in _STAMPS:
        _stamp(build, field, lines[0])
    elif field in _RIGHTS:
        build.rights = attrs.evolve(build.rights or Rights(), **{field: lines[0]})
    elif field in _TEXTS:
        _put_texts(build, field, values)
    elif field == "byline":
        build.bylines[:] = [Byline(raw=line, agents=credited(line)) for line in lines]
    elif field == "place":
        build.dateline = Dateline(raw=lines[0], place=lines[0])
    elif field == "provider":
        build.provider = Agent(name=lines[0], kind="organisation")
    elif field == "urgency" and lines[0].isascii() and lines[0].isdigit() and len(lines[0]) < 3:
        build.urgency = int(lines[0])


def _put_texts(build: ArticleBuilder, field: str, values: list[str]) -> None:
    """Texts, which may be HTML: title and summary, the lines of the deck, or paragraphs."""
    if field == "body":
        bodies.plain("\n\n".join(map(clean, values)), build)
    elif field == "deck":
        build.deck.extend(_line(value, build) for value in values)
    else:
        setattr(build, field, _line(values[0], build))


def _stamp(build: ArticleBuilder, kind: str, raw: str) -> None:
    value = parse_date(raw)
    if value is None:
        build.ctx.report(f"{build.format}.bad-date", f"{raw[:60]!r} is no date; kept raw", data={"kind": kind})
    build.stamps[:] = [stamp for stamp in build.stamps if stamp.kind != kind]
    build.stamp(kind, raw, value)


def _line(value: str, build: ArticleBuilder) -> Text:
    return bodies.line(clean(value), build) if bodies.is_html(value) else Text(clean(collapsed(value)))
