"""The standfirst: the line below the headline that is marked as one, or that the page's description repeats."""

import re
from collections.abc import Iterable

from newsparse.readers.html.metadata.facts import Candidate, key
from newsparse.readers.html.metadata.header import Line

_SHORTEST, _LONGEST = 25, 700
_SHORTEST_HEADING = 30
_FIRST_PARAGRAPH = 80
_CUT_OFF = re.compile(r"\s*(?:\.\.\.|…|\[\.\.\.\]|\[…\])\s*$")


def choose(near: list[Line], descriptions: list[Candidate], titles: Iterable[str]) -> Line | None:
    """The first line after the headline that is a standfirst; `titles` are strings that it must not merely repeat."""
    heads = {key(title) for title in titles} - {""}
    described = [(key(_CUT_OFF.sub("", c.value)), bool(_CUT_OFF.search(c.value))) for c in descriptions]
    above = True  # no paragraph of the story yet
    for line in near:
        size = len(line.text)
        if size < _SHORTEST:
            continue
        name = key(line.text)
        if any(name in head or (head in name and len(name) < 2 * len(head)) for head in heads):
            continue
        if size <= _LONGEST and line.hint == "deck":
            return line
        if any(_repeats(name, text, cut) for text, cut in described):
            return None if _first_of_many(line) else line
        if above and line.element.tag in ("h2", "h3", "h4") and not line.hint and _SHORTEST_HEADING <= size <= _LONGEST:
            return line
        above = above and not (line.element.tag == "p" and size > _FIRST_PARAGRAPH)
    return None


def _first_of_many(line: Line) -> bool:
    """Whether a line is a paragraph of the story itself: others of the very same kind follow."""
    element = line.element
    follower = element.getnext()
    if element.tag != "p" or follower is None or follower.tag != "p" or follower.get("class") != element.get("class"):
        return False
    third = follower.getnext()
    return third is not None and third.tag == "p" and third.get("class") == element.get("class")


def _repeats(line: str, description: str, cut: bool) -> bool:
    """Whether a line says what the description says: all of it, with a place name before it, or with the end it lacks."""
    if len(description) < 20:
        return False
    if line == description or (line.endswith(description) and len(line) <= len(description) + 25):
        return True
    return line.startswith(description) and (cut or len(description) >= 100) and len(line) < 3 * len(description) + 60
