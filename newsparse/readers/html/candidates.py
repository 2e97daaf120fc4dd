"""Where the story is: the element that holds most of the page's running text."""

from collections.abc import Container
from itertools import islice, takewhile
from typing import Any

import attrs

from newsparse.readers.html.datatables import data_below
from newsparse.readers.html.hints import hint_at, is_named, names_of
from newsparse.readers.html.page import Page
from newsparse.readers.html.tables import CONSENT, CONTROL, ELEMENTS, HOLDER, LEFT_OUT, MEDIA, TAG_WEIGHTS, TEXT, UNIT, WEIGHTS

_LEAST = 25  # characters of a paragraph that counts; shorter ones are labels as often as not
_MOST = 800  # characters beyond which a paragraph counts no more: one wall of text is no story
_DOMINANT = 0.85  # of an element's text: a child that holds so much is gone into
_STRINGS = 100  # strings of text below a paragraph that are looked at
_MOSTLY = 0.4  # of the page's text: what holds so much is no aside, whatever its name
_ENOUGH = 1_500
_SCANT = 200  # of running text: a page with no more may be for its tables
_PARAGRAPH = 120
_SOME = 80  # characters: an element that holds so much itself is gone no further into
_CODE = frozenset({"<", "{"})  # markup and data that were escaped, not hidden
_NO_STORY = frozenset({"a", "label"})
_NO_TEXT = frozenset({CONTROL, LEFT_OUT, MEDIA, TEXT})
_HOLDING = frozenset({"body", "li", "dt", "dd"})
_SILENT = _NO_STORY.union(tag for tag, what in ELEMENTS.items() if what in _NO_TEXT) - _HOLDING  # scripts are long, too
_HOLDERS = frozenset({HOLDER, UNIT, None})  # custom elements are holders
_STOP = frozenset({"ul", "ol", "blockquote", "tr", "dl"})


@attrs.frozen(eq=False)
class Found:
    """The container, and every element of the page that running text stands in."""

    container: Any
    prose: Container[Any]


def find(page: Page, story: tuple[str, ...] = (), headline: Any = None) -> Found:
    """Where the body is: the whole `<body>` where no smaller element, or only a footer, stands out.

    The first element of one of the names in `story` is it, if running text stands in it. What the `headline` stands in, too,
    is no aside, whatever its name.
    """
    around = frozenset() if headline is None else frozenset(headline.iterancestors())
    top = next(page.root.iterchildren("body"), None)
    sizes: dict[Any, int] = {}
    for element in page.tagged["p"]:
        size = _size_of_paragraph(element)
        if size >= _LEAST:
            holder = element.getparent()
            sizes[holder] = sizes.get(holder, 0) + min(size, _MOST)
    tree = _Tree(page.root if top is None else top)
    for holder, size in sizes.items():
        tree.add(holder, size)
    tree.weigh(around)
    place = tree.descend()
    if tree.share(place) < _ENOUGH:
        tree = _Tree(tree.elements[0])
        _add_all(tree)
        tree.weigh(around)
        place = tree.descend()
    named = next((e for e in tree.elements if is_named(e, story)), None) if story else None
    container = tree.elements[place] if named is None else named
    if headline is not None and tree.share(place) < _SCANT and (data := data_below(headline, tree.share(place))) is not None:
        container = data
    elif container.tag == "footer" or next(container.iterancestors("footer"), None) is not None:
        container = tree.elements[0]
    return Found(container, tree.places)


def _add_all(tree: "_Tree") -> None:
    """Count running text wherever it stands, but in headlines and links."""
    holders: dict[Any, Any] = {}
    for element in tree.elements[0].iter():
        tag = element.tag
        if tag == "p":
            size = _size_of_paragraph(element)
            if size >= _LEAST:
                tree.add(element.getparent(), min(size, _MOST))
        elif tag not in _SILENT and (text := element.text) and len(text) >= _LEAST and isinstance(tag, str):
            _add_text(tree, text, element, holders)
        if (tail := element.tail) and len(tail) >= _LEAST:
            _add_text(tree, tail, element.getparent(), holders)


def _add_text(tree: "_Tree", text: str, at: Any, holders: dict[Any, Any]) -> None:
    text = text.strip()
    if len(text) < _LEAST or text[0] in _CODE:
        return
    holder = _holder(at, holders)
    if holder is not None:
        tree.add(holder, min(len(text), _MOST))


def _holder(at: Any, holders: dict[Any, Any]) -> Any:
    """The block that holds text in an inline element; None where a paragraph, a headline or a link does."""
    passed = []
    while at is not None and at not in holders and at.tag not in _HOLDING and ELEMENTS.get(at.tag) not in _HOLDERS:
        passed.append(at)
        at = None if at.tag in _NO_STORY or ELEMENTS.get(at.tag) in _NO_TEXT else at.getparent()
    holder = holders.get(at, at)
    holders.update(dict.fromkeys(passed, holder))
    return holder


def _size_of_paragraph(element: Any) -> int:
    """Characters of a `<p>`, those of links for a third; looked for further down where there are few."""
    size, below = len(element.text or ""), None
    for child in element if len(element) else ():
        inside = len(child.text or "")
        if child.tag == "a":
            inside //= 3
        elif len(child):
            for below in child:
                inside += len(below.text or "") + len(below.tail or "")
        size += inside + len(child.tail or "")
    if size < _LEAST and below is not None and len(below):
        linked = sum(len(text) for a in islice(element.iter("a"), _STRINGS) for text in islice(a.itertext(), _STRINGS))
        size = sum(map(len, islice(element.itertext(), _STRINGS))) - linked * 2 // 3
    return size


class _Tree:
    """The part of the page that running text stands in, as parallel lists: parents come before their children.

    Lists of numbers and no linked nodes, because nodes that know each other wait for the garbage collector, and hold the
    page while they wait.
    """

    __slots__ = ("_children", "_own", "_parents", "_scores", "elements", "places")

    def __init__(self, top: Any) -> None:
        self.elements = [top]
        self.places = {top: 0}
        self._parents = [-1]
        self._children: list[list[int]] = [[]]
        self._own: list[float] = [0.0]
        self._scores: list[float] = []

    def add(self, holder: Any, size: int) -> None:
        """Count running text that stands in `holder`; each of its ancestors is visited once."""
        place = self.places.get(holder)
        if place is None:
            place = self._placed(holder)
        if place is not None:
            self._own[place] += size

    def _placed(self, holder: Any) -> int | None:
        """The place of an element that had none, after those that it stands in; None outside of the top."""
        places, waiting = self.places, [holder]
        while (above := waiting[-1].getparent()) not in places:
            if above is None:
                return None
            waiting.append(above)
        parent = places[above]
        for element in reversed(waiting):
            place = places[element] = len(self.elements)
            self.elements.append(element)
            self._parents.append(parent)
            self._children[parent].append(place)
            self._children.append([])
            self._own.append(0.0)
            parent = place
        return parent

    def weigh(self, around: Container[Any]) -> None:
        """Sum up; asides, by name or tag, count less, unless they hold most of the page: then the name means nothing.

        Nor does it for the elements `around` the headline. What asks for consent never holds the story, however long it is.
        """
        self._sum()
        little = _MOSTLY * self._scores[0]
        weights: list[float] = []
        for element, parent, score in zip(self.elements, self._parents, self._scores, strict=True):
            weight = weights[parent] if weights else 1.0
            if element not in around:
                if score < little:
                    weight *= WEIGHTS[hint_at(element)] * TAG_WEIGHTS.get(element.tag, 1.0)
                elif around and CONSENT.search(names_of(element)):
                    weight *= WEIGHTS["consent"]
            weights.append(weight)
        self._own = [own * weight for own, weight in zip(self._own, weights, strict=True)]
        self._sum()

    def _sum(self) -> None:
        scores, parents = list(self._own), self._parents
        for place in range(len(scores) - 1, 0, -1):
            scores[parents[place]] += scores[place]
        self._scores = scores

    def share(self, place: int) -> float:
        """How much running text is below an element, as it counts."""
        return self._scores[place]

    def descend(self) -> int:
        """The place of the container: from the top into the child that holds nearly all, as long as there is one."""
        scores, place = self._scores, 0
        while self._children[place] and self._own[place] <= _SOME:
            best = max(self._children[place], key=scores.__getitem__)
            if not scores[best] or scores[best] < _DOMINANT * scores[place] or self.elements[best].tag in _STOP:
                break
            if any(place != best and scores[place] > _SOME and self._alike(place, best) for place in self._children[place]):
                break
            place = best
        return self._widened(place)

    def _widened(self, place: int) -> int:
        """The parent of the container, where running text stands before it in an element of its own and under no name.

        Nothing of a story stands above its headline.
        """
        parent = self._parents[place]
        if parent <= 0 or next(self.elements[place].iter("h1"), None) is not None:
            return place
        before = takewhile(lambda child: child != place, self._children[parent])
        return parent if any(self._scores[child] > _PARAGRAPH and self._is_plain(child) for child in before) else place

    def _is_plain(self, place: int) -> bool:
        element = self.elements[place]
        return element.tag not in TAG_WEIGHTS and hint_at(element) is None

    def _alike(self, one: int, other: int) -> bool:
        """Whether two elements are of a kind, as the parts of one story are."""
        a, b = self.elements[one], self.elements[other]
        return bool(a.tag == b.tag and a.get("class") == b.get("class"))
