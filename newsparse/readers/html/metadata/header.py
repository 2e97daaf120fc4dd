"""What stands around the headline on the page: standfirst, byline and date lines, in document order.

A bounded walk: at most so many elements after the headline, however large the page is.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from newsparse.kit.html import texts_of, words_of
from newsparse.kit.inline import one_line
from newsparse.readers.html.metadata.hints import hint_of, named
from newsparse.readers.html.metadata.tables import INLINE, LEAVES, SKIPPED

_MOST = 140  # elements looked at after the headline
_PIECES = 60  # runs of text of what is no line
_LARGE = 40  # elements; of more, not all text is fetched
_LONGEST = 900  # characters of one line; a standfirst has 300
_LONGEST_BYLINE = 200
_LONGEST_DATE = 100
_PROSE = 2  # paragraphs of this many characters after which the story is under way
_PARAGRAPH = 80
_WITHIN = 16  # elements within a line that are looked at for names and dates
_YEAR = re.compile(r"(?:19|20)(?<!\d\d\d)\d\d(?!\d)")  # looked behind when it has begun: a search skips to a 1 or a 2
_FEW = 3  # children of an element that is still about one thing
_RUNS = frozenset(["span", "a", "strong", "b", "em", "i"])
_BLOCKS = frozenset(["p", "h2", "h3", "h4"])
_SET_APART = ("br", "li", "div", "p", "td")  # blocks within a `<span>`, and lines
_UNMARKED = frozenset(["", "date"])
_STYLES = ("style", "script")
_PLAIN, _OF_RUNS, _OF_BLOCKS = range(3)


class Line(NamedTuple):
    """A piece of text near the headline, the element that holds it, and what its attributes hint at."""

    element: Any
    text: str
    hint: str
    """`author`, `date`, `deck`, `caption`, or nothing."""
    moment: str | None = None
    """The `datetime` attribute of a `<time>`."""
    holds: bool = False
    """Whether lines with a `<time>` or a marked name stand within it, which follow."""


def text_of(element: Any, most: int = _LONGEST, *, glue: str | None = None) -> str:
    """The words of an element in one line, of so many characters or a few more; neighbouring blocks are set apart.

    `glue` stands between neighbouring runs of text, where that is not to be told from the elements.
    """
    if not len(element):
        return one_line((element.text or "")[: 4 * most])
    return _inner_text(element, most, _shape(element)) if glue is None else _joined(element, most, glue)


def _inner_text(element: Any, most: int, shape: int) -> str:
    """The same, set apart with blanks unless it is a line without blocks in any inline element of it."""
    if shape == _OF_BLOCKS:
        return _joined(element, most, " ")
    if shape == _PLAIN or next(element.iterdescendants(*_SET_APART, *_STYLES), None) is None:
        words = words_of(element, 4 * most)
        return words if len(words) <= most else _joined(element, most, "")
    return _joined(element, most, "" if next(element.iterdescendants(*_SET_APART), None) is None else " ")


def _joined(element: Any, most: int, glue: str) -> str:
    is_large = next(islice(element.iter(), _LARGE, None), None) is not None  # what holds the story is no line
    pieces = list(islice(element.itertext(), _PIECES)) if is_large else texts_of(element)[:_PIECES]
    if sum(map(len, pieces)) > most:
        pieces = list(_first(pieces, most))
    line = one_line(glue.join(pieces))
    return line.replace(" ,", ",") if glue else line  # a comma stands by the run before it


def _first(pieces: list[str], room: int) -> Iterator[str]:
    """The pieces up to the one that goes past `room`, blanks around them not counted, and of that one four times as much."""
    longest = 4 * room
    for piece in pieces:
        yield piece[:longest]
        room -= len(piece.strip())
        if room < 0:
            return


def lines(heading: Any) -> Iterator[Line]:
    """The lines after the headline, until the story is under way."""
    node, descend, prose = heading, False, 0
    for _ in range(_MOST):
        node = _next(node, descend)
        if node is None or prose > _PROSE or (prose and node.tag == "article" and _is_teaser(node)):
            return
        descend = False
        if node.tag in SKIPPED and (prose or node.tag != "footer" or node.getnext() is None):  # a foot comes last
            continue
        line = _line(node)
        if line is None:
            descend = True
            continue
        holds = len(node) > 0 and _holds_marks(node, line)
        if line.text or line.moment:
            yield line._replace(holds=True) if holds else line
        descend = holds or ("author" in line.hint and len(node) > 0)
        prose += node.tag == "p" and len(line.text) > _PARAGRAPH


def _is_teaser(article: Any) -> bool:
    """Whether an article tells another story: its headline is a link."""
    heading = next(article.iter("h2", "h3", "h4"), None)
    return heading is not None and (heading.getparent().tag == "a" or next(heading.iter("a"), None) is not None)


def _line(node: Any) -> Line | None:
    """The line that the element is; None for one to be looked into."""
    tag, own, children = node.tag, node.text, len(node)
    if tag == "time" and (moment := node.get("datetime")):
        return Line(node, text_of(node, _LONGEST_DATE), "date", moment)
    has_text = bool(own) and not own.isspace()
    if not children and not has_text:
        return None
    names = named(node)
    hint = hint_of(names) if names else ""
    if "author" in hint:
        text = text_of(node, _LONGEST_BYLINE, glue=" ")
        return Line(node, text, hint) if len(text) <= _LONGEST_BYLINE else None
    if not children:
        return Line(node, text_of(node), hint or _hint_around(node))
    shape = _shape(node)
    if tag in LEAVES or has_text or shape != _OF_BLOCKS:
        if (tag in _RUNS and shape == _OF_BLOCKS) or (tag not in _BLOCKS and _is_timed(node)):
            return None
        return Line(node, _inner_text(node, _LONGEST, shape), hint or _hint_around(node))
    if children <= _FEW and (hint or _hint_around(node)) == "deck" and 0 < len(text := text_of(node)) < _LONGEST:
        return Line(node, text, "deck")
    return None


def _shape(node: Any) -> int:
    """What stands in the element: blocks, as the first of them tells, nothing but inline elements, or none that hold others."""
    shape = _PLAIN
    for child in node:
        tag = child.tag
        if tag not in INLINE:
            return _OF_BLOCKS
        if tag == "br" or len(child):
            shape = _OF_RUNS
    return shape


def _is_timed(node: Any) -> bool:
    return next(node.iterchildren("time"), None) is not None


def _hint_around(node: Any) -> str:
    """The hint of the element around, where it holds little else, to a standfirst or a caption."""
    outer = node.getparent()
    if outer is None or len(outer) > _FEW or not (names := outer.get("class")):
        return ""
    hint = hint_of(names)
    return hint if hint in ("deck", "caption") else ""


def _holds_marks(node: Any, line: Line) -> bool:
    """Whether a short line with a year in it, which no attribute marks but as a date, holds a `<time>` or a marked name."""
    if line.hint not in _UNMARKED or line.moment or len(line.text) > _LONGEST_BYLINE or not _YEAR.search(line.text):
        return False
    return any(inner.tag == "time" or "author" in hint_of(named(inner)) for inner in islice(node.iterdescendants(), _WITHIN))


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
