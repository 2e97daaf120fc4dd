"""Where the story is: the element that holds most of the page's running text."""

from collections.abc import Container
from typing import Any

import attrs

from newsparse.readers.html.hints import hint_of, names_of
from newsparse.readers.html.tables import TAG_WEIGHTS, WEIGHTS

_TAGS = ("p", "br", "div", "span", "td", "li", "section", "article", "blockquote")
_LEAST = 25  # characters of a paragraph that counts; shorter ones are labels as often as not
_MOST = 800  # characters beyond which a paragraph counts no more: one wall of text is no story
_DOMINANT = 0.85
_MOSTLY = 0.4
_SOME = 80
_CODE = frozenset({"<", "{", ""})  # markup and data that were escaped, not hidden
_SEEN = {"br": frozenset({"p"}), "span": frozenset({"p", "a", "h1", "h2", "h3", "h4", "button", "label", "span"})}
_STOP = frozenset({"ul", "ol", "blockquote", "tr", "dl"})


@attrs.define(eq=False)
class _Node:
    element: Any
    parent: "_Node | None"
    depth: int = 0
    weight: float = 1.0
    own: float = 0.0
    score: float = 0.0
    children: list["_Node"] = attrs.field(factory=list)


@attrs.frozen(eq=False)
class Found:
    """The container, and every element of the page that running text stands in."""

    container: Any
    prose: Container[Any]


def find(root: Any) -> Found:
    """Where the body is: the whole `<body>` where no smaller element stands out."""
    top = root.find("body")
    top = root if top is None else top
    nodes: dict[Any, _Node] = {}
    base = _Node(top, None)
    nodes[top] = base
    for element in top.iter(*_TAGS):
        tag = element.tag
        if tag == "p":
            size, holder = _size_of_paragraph(element), element.getparent()
        else:
            text = element.tail if tag == "br" else element.text
            if text is None or len(text) < _LEAST:
                continue
            size, holder = _size_of_text(element, tag, text.strip())
        if size >= _LEAST and (node := _node(holder, nodes)) is not None:
            node.own += min(size, _MOST)
    order = sorted(nodes.values(), key=lambda n: n.depth)
    _sum(order)
    _weigh(order, base.score)
    _sum(order)
    return Found(_descend(base).element, nodes)


def _size_of_paragraph(element: Any) -> int:
    """Characters of a `<p>`, those of links for a third."""
    size = len(element.text or "")
    for child in element:
        inside = len(child.text or "")
        if child.tag == "a":
            inside //= 3
        else:
            for below in child:
                inside += len(below.text or "") + len(below.tail or "")
        size += inside + len(child.tail or "")
    return size


def _size_of_text(element: Any, tag: str, text: str) -> tuple[int, Any]:
    """Characters of text that no paragraph holds, and what holds it."""
    if text[:1] in _CODE:
        return 0, element
    if tag == "br" or tag == "span":
        parent = element.getparent()
        return (0 if parent.tag in _SEEN[tag] else len(text)), parent
    return len(text), element


def _node(element: Any, nodes: dict[Any, _Node]) -> "_Node | None":
    """The node of an element, its ancestors made as needed: each is visited once."""
    waiting = []
    at = element
    while at is not None and at not in nodes:
        waiting.append(at)
        at = at.getparent()
    if at is None:
        return None
    node = nodes[at]
    for below in reversed(waiting):
        child = _Node(below, node, node.depth + 1)
        node.children.append(child)
        nodes[below] = node = child
    return node


def _sum(order: list[_Node]) -> None:
    for node in order:
        node.score = node.own
    for node in reversed(order):
        if node.parent is not None:
            node.parent.score += node.score


def _weigh(order: list[_Node], total: float) -> None:
    """Take weight from what is named or tagged as an aside, unless it is most of the page: then the name means nothing."""
    for node in order:
        if node.parent is not None:
            node.weight = node.parent.weight
        if node.score < _MOSTLY * total:
            node.weight *= WEIGHTS[hint_of(names_of(node.element))] * TAG_WEIGHTS.get(node.element.tag, 1.0)
        node.own *= node.weight


def _descend(node: _Node) -> _Node:
    while node.children:
        best = max(node.children, key=lambda n: n.score)
        if best.score < _DOMINANT * node.score or not best.score or best.element.tag in _STOP or node.own > _SOME:
            break
        kind = (best.element.tag, best.element.get("class"))
        if any(n is not best and n.score > _SOME and (n.element.tag, n.element.get("class")) == kind for n in node.children):
            break
        node = best
    return node
