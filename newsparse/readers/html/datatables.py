"""Tables that hold data, not the page; and those that a page is for."""

from itertools import islice, takewhile
from typing import Any

_CELLS = 2_000  # of a table that are looked at; what has more is data
_WIDEST_CELL = 300  # characters of a cell of a table; what holds more is layout
_LAYOUT = ("table", "h1", "h2", "h3", "h4", "form", "article", "section", "blockquote")
_NEAR = 4  # elements around the headline that are looked at
_DENSE = 3  # times what as many characters of sentences say
_FEW = 3  # rows of a table, at least, that a page may be for


def holds_data(table: Any) -> bool:
    """Whether a table holds data, not the page: no tables, headings or forms inside, and most of it not in long cells."""
    if next(table.iterdescendants(*_LAYOUT), None) is not None:
        return False
    rows = long = size = 0
    for cell in islice(table.iter("tr", "td", "th"), _CELLS):
        if cell.tag == "tr":
            rows += 1
            continue
        characters = sum(map(len, cell.itertext())) if len(cell) else len(cell.text or "")
        size += characters
        long += characters if characters > _WIDEST_CELL else 0
    return rows > 0 and long * 2 <= size


def data_below(headline: Any, than: float) -> Any:
    """What holds the tables beside a headline, if they say more than the text that the page has else; None for most pages."""
    for around in takewhile(lambda element: element.tag not in _ALL, islice(headline.iterancestors(), _NEAR)):
        found = [table for table in islice(around.iter("table"), _NEAR) if _is_large(table)]
        if found:
            size = sum(len(text.strip()) for table in found for text in islice(table.itertext(), _CELLS))
            return _holder_of(found) if size * _DENSE > than and all(map(holds_data, found)) else None
    return None


_ALL = frozenset({"body", "html"})


def _is_large(table: Any) -> bool:
    return sum(1 for _ in islice(table.iter("tr"), _FEW)) == _FEW and next(table.iter("a", "p"), None) is None


def _holder_of(found: list[Any]) -> Any:
    """The innermost element around all of the tables."""
    return next(element for element in found[0].iterancestors() if all(element in other.iterancestors() for other in found))
