"""What stands around the headline on the page: standfirst, byline and date lines, in document order.

A bounded walk: at most so many elements after `<h1>`, a few before it, however large the page is.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import attrs

from newsparse.readers.html.metadata.hints import hint_of, named
from newsparse.readers.html.metadata.tables import INLINE, LEAVES, SKIPPED

_MOST = 140  # elements looked at after the headline
_MOST_BEFORE = 30
_PIECES = 60  # text nodes of one line
_LONGEST = 900  # characters of one line; a standfirst has 300
_LONGEST_BYLINE = 200


@attrs.frozen(eq=False)
class Line:
    """A piece of text near the headline, the element that holds it, and what its attributes hint at."""

    element: Any
    text: str
    hint: str
    """`author`, `date`, `deck`, `caption`, or nothing."""
    moment: str | None = None
    """The `datetime` attribute of a `<time>`."""


def text_of(element: Any, most: int = _LONGEST, *, glue: str | None = None) -> str:
    """The words of an element in one line, of so many characters or a few more; neighbouring blocks are set apart.

    `glue` stands between neighbouring runs of text, where that is not to be told from the elements.
    """
    parts = []
    room = most
    for piece in islice(element.itertext(), _PIECES):
        parts.append(piece)
        room -= len(piece.strip())
        if room < 0:
            break
    if glue is None:
        glue = "" if all(child.tag in INLINE for child in element) else " "
    return " ".join(glue.join(parts).split())


def lines(heading: Any) -> Iterator[Line]:
    """The lines after the headline, until the story is under way."""
    node, descend, prose = heading, False, 0
    for _ in range(_MOST):
        node = _next(node, descend)
        if node is None or prose > 2:
            return
        descend = False
        if node.tag in SKIPPED or not isinstance(node.tag, str):
            continue
        line = _line(node)
        if line is None:
            descend = True
            continue
        if line.text or line.moment:
            yield line
        descend = "author" in line.hint and len(node) > 0
        prose = prose + 1 if node.tag == "p" and len(line.text) > 80 else prose


def lines_before(heading: Any) -> Iterator[Line]:
    """The lines shortly before the headline, the nearest first."""
    node = heading
    for _ in range(_MOST_BEFORE):
        node = _previous(node)
        if node is None:
            return
        if (
            isinstance(node.tag, str)
            and node.tag not in SKIPPED
            and len(node) < 8
            and (line := _line(node)) is not None
            and line.text
        ):
            yield line


def _line(node: Any) -> Line | None:
    """The line that the element is; None for one to be looked into."""
    outer = node.getparent()
    moment = node.get("datetime") if node.tag == "time" else None
    hint = hint_of(named(node))
    if not hint and outer is not None and len(outer) <= 3:
        around = hint_of(outer.get("class") or "")
        hint = around if around in ("deck", "caption") else ""
    if moment:
        return Line(node, text_of(node, 100), "date", moment)
    if "author" in hint:
        text = text_of(node, _LONGEST_BYLINE)
        return Line(node, text, hint) if len(text) <= _LONGEST_BYLINE else None
    if node.tag in LEAVES or (node.text and node.text.strip()) or (len(node) and all(child.tag in INLINE for child in node)):
        if node.tag in ("span", "a", "strong", "b", "em", "i") and any(child.tag not in INLINE for child in node):
            return None
        if node.tag not in ("p", "h2", "h3", "h4") and any(child.get("datetime") for child in node):
            return None
        return Line(node, text_of(node), hint)
    if hint in ("date", "deck"):
        text = text_of(node)
        return (
            Line(node, text, hint)
            if 0 < len(text) < (120 if hint == "date" else _LONGEST) and len(node) <= 3 and hint == "deck"
            else None
        )
    return None


def _next(node: Any, descend: bool) -> Any:
    if descend and len(node):
        return node[0]
    following = node.getnext()
    while following is None:
        node = node.getparent()
        if node is None:
            return None
        following = node.getnext()
    return following


def _previous(node: Any) -> Any:
    previous = node.getprevious()
    if previous is None:
        return node.getparent()
    while len(previous):
        previous = previous[-1]
    return previous
