"""What the attributes of an element of markup say: of a mark, a paragraph's role, a cell's span, the extras of a block."""

import re
from functools import lru_cache

from newsparse.kit.elements import MARK_KIND, Rule
from newsparse.kit.xml import XML_LANG, Element, known_line
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap
from newsparse.model.place import Origin

_WIDEST = 1000  # columns or rows that a cell may span, as in HTML


def attributes_of(element: Element, *, but: tuple[str, ...] = ()) -> dict[str, str]:
    """The attributes by local name, those of `but` and the language left out."""
    found: dict[str, str] = {}
    for key, value in element.items():
        name = key if key[0] != "{" else key.rpartition("}")[2]
        if name != "lang" and name not in but:
            found[name] = value
    return found


@lru_cache(maxsize=1024)
def origin_at(frame: int, number: int | None) -> Origin:
    """Origins are alike from document to document, and as frozen values can be shared."""
    return Origin(frame=frame, line=known_line(number))


@lru_cache(maxsize=1024)
def extras_of(format_name: str, items: tuple[tuple[str, str], ...]) -> JsonMap:
    """Attributes as extras; those of one kind of paragraph are the same throughout a document."""
    kept = all_of(items)
    return FrozenMap({format_name: kept}) if kept else EMPTY


@lru_cache(maxsize=1024)
def all_of(items: tuple[tuple[str, str], ...]) -> JsonMap:
    """Attributes as a mark has them; what is named in a text is often named again."""
    return FrozenMap({name: value for key, value in items if key != XML_LANG and (name := key.rpartition("}")[2]) != "lang"})


def mark_of(element: Element, rule: Rule) -> tuple[str | None, JsonMap]:
    """(kind, attributes) of an element that is a mark; no kind for one that its rule takes for none.

    Such a one may say itself which it is (`data-mark`, as `kit.xhtml` writes it).
    """
    attributes = kept_of(element, rule)
    if attributes is not None:
        return rule.name, attributes
    kind = element.get("data-mark")
    return kind if kind is not None and MARK_KIND.match(kind) else None, EMPTY


def kept_of(element: Element, rule: Rule) -> JsonMap | None:
    """The attributes of a mark; None if it lacks the one that it needs."""
    names = rule.attributes
    if not names:
        items = element.items() if names is None else ()
        return all_of(tuple(items)) if items else EMPTY
    kept = {name: value.strip() for name in names if (value := element.get(name) or (name == "lang" and element.get(XML_LANG)))}
    if rule.needs and names[0] not in kept:
        return None
    return FrozenMap(kept) if kept else EMPTY


def role_of(element: Element, rule: Rule) -> str | None:
    """What the element says of itself (`data-role`, as `kit.xhtml` writes it), else which of the rule's flags it has set."""
    if not element.keys():
        return rule.name
    told = element.get("data-role")
    if told is None and rule.attributes:
        told = next((name for name in rule.attributes if element.get(name) == "true"), None)
    return told or rule.name


def number_of(value: str | None) -> int | None:
    """A whole number of up to six digits; None where it is none."""
    return int(value) if value and re.fullmatch(r"\s*-?[0-9]{1,6}\s*", value) else None


def span_of(value: str | None) -> int:
    """The columns or rows that a cell spans: 1 to 1,000, as in HTML."""
    return min(max(number_of(value) or 1, 1), _WIDEST)
