"""The date of a story beside its headline in a list of stories on its own page, as side columns have them."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from newsparse.readers.html.metadata.facts import Candidate, key
from newsparse.readers.html.metadata.marked import line_manner

_TAGS = ("a", "h2", "h3", "h4", "h5", "strong", "b", "span", "div", "p", "li")
_ITEMS = frozenset(["li", "tr", "article"])
_SHORTEST = 15  # characters of a headline that only this story can have
_SLACK = 4  # by how many characters the same headline may be longer or shorter
_UP = 4  # elements around the headline in which its date may stand
_LONGEST = 100  # characters of a date, with the spaces around it
_MOST_TEXTS = 40
_MOST = 50  # of the same headline
_YEAR = re.compile(r"(?:19|20)\d\d")


def dates(root: Any, heading: Any, titles: Iterable[str]) -> Iterator[Candidate]:
    """The dates in the smallest elements that hold one of the headlines again, and one date; `heading` is the page's own."""
    wanted = {key(title): title for title in titles if len(title) >= _SHORTEST}
    lengths = {len(title) + slack for title in wanted.values() for slack in range(-_SLACK, _SLACK + 1)}
    around = {heading, *heading.iterancestors()} if heading is not None else set()
    met = 0
    for element in root.iter(*_TAGS):
        text = element.text
        if not text or len(text := text.strip()) not in lengths or element in around or key(text) not in wanted:
            continue
        met += 1
        if date := _beside(element, around):
            yield Candidate(" ".join(date.split()), "list of stories")
        if met >= _MOST:
            return


def _beside(element: Any, around: set[Any]) -> str | None:
    """The one text around a headline that is a date and little else; None where the next element holds several."""
    node = element
    for _ in range(_UP):
        if _is_item(node):
            return None
        node = node.getparent()
        if node is None or node in around:
            return None
        texts = list(islice(node.itertext(), _MOST_TEXTS))
        dated = [text for text in texts if _is_date(text)]
        if dated or len(texts) == _MOST_TEXTS:
            return dated[0] if len(dated) == 1 else None
    return None


def _is_item(node: Any) -> bool:
    """Whether an element is one of several of its kind, so that what is beside it belongs to others."""
    kind = node.get("class")
    if not kind and node.tag not in _ITEMS:
        return False
    beside = node.getnext() if node.getnext() is not None else node.getprevious()
    return beside is not None and beside.tag == node.tag and beside.get("class") == kind


def _is_date(text: str) -> bool:
    return len(text) <= _LONGEST and _YEAR.search(text) is not None and line_manner(text) in ("bare", "stated")
