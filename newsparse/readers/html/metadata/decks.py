"""The standfirst: the line below the headline that is marked as one, or that the page's description repeats."""

import re
from collections.abc import Iterable
from itertools import islice

from newsparse.kit.names import people, strip_by
from newsparse.readers.html.metadata.facts import Candidate, key
from newsparse.readers.html.metadata.header import Line, text_of
from newsparse.readers.html.metadata.tables import PICTURES

_SHORTEST, _LONGEST = 25, 700
_SHORTEST_HEADING = 30
_FIRST_PARAGRAPH = 80
_LONGEST_CREDIT = 90
_HEADINGS = frozenset(["h2", "h3"])
_UP = 4  # elements between a caption's text and its figure
_MOST_BESIDE = 24  # elements beside a paragraph that are looked at
_FEW_PARAGRAPHS = 3
_CUT_OFF = re.compile(r"\s*(?:\.\.\.|…|\[\.\.\.\]|\[…\])\s*$")


def choose(near: list[Line], descriptions: list[Candidate], titles: Iterable[str]) -> tuple[Line | None, Line | None]:
    """The standfirst; or, where the description is the story's first paragraph, cut or not, that paragraph.

    `titles` are strings that a standfirst must not merely repeat.
    """
    heads = {key(title) for title in titles} - {""}
    described = [(key(_CUT_OFF.sub("", c.value)), bool(_CUT_OFF.search(c.value))) for c in descriptions]
    above = True  # no paragraph of the story yet
    for line in near:
        size = len(line.text)
        if size < _SHORTEST:
            continue
        name = key(line.text)
        marked = line.hint == "deck" and size <= _LONGEST
        repeated = not marked and any(_repeats(name, text, cut) for text, cut in described)
        headed = above and not line.hint and line.element.tag in _HEADINGS and _SHORTEST_HEADING <= size <= _LONGEST
        if (marked or repeated or headed) and not _is_other(line, name, heads):
            return (None, line) if repeated and _of_the_story(line) else (line, None)
        above = above and not (line.element.tag == "p" and size > _FIRST_PARAGRAPH)
    return None, None


def _is_other(line: Line, name: str, heads: set[str]) -> bool:
    """Whether a line is a headline again, a byline, a credit, a caption, or the headline of another story."""
    if any(name in head or (head in name and len(name) < 2 * len(head)) for head in heads):
        return True
    if len(line.text) <= _LONGEST_CREDIT and (strip_by(line.text) or people(line.text)):
        return True
    if PICTURES.search(line.text) or (
        line.element.tag in _HEADINGS and "title" in (line.element.get("class") or "").lower().split("-")
    ):
        return line.hint != "deck" or bool(PICTURES.search(line.text))
    node = line.element.getparent()
    for _ in range(_UP):
        if node is None:
            return False
        if node.tag in ("figure", "figcaption"):
            return True
        node = node.getparent()
    return False


def _of_the_story(line: Line) -> bool:
    """Whether a line is a paragraph of the story itself: others of the very same kind stand beside it."""
    element, outer = line.element, line.element.getparent()
    if element.tag != "p" or outer is None:
        return False
    kind = element.get("class")
    beside = (p for p in islice(outer, _MOST_BESIDE) if p.tag == "p" and p.get("class") == kind)
    return sum(len(text_of(p, _FIRST_PARAGRAPH)) >= _FIRST_PARAGRAPH for p in beside) >= _FEW_PARAGRAPHS


def _repeats(line: str, description: str, cut: bool) -> bool:
    """Whether a line says what the description says: all of it, with a place name before it, or with the end it lacks."""
    if len(description) < 20:
        return False
    if line == description or (line.endswith(description) and len(line) <= len(description) + 25):
        return True
    return line.startswith(description) and (cut or len(description) >= 100) and len(line) < 3 * len(description) + 60
