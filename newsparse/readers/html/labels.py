"""Lines that were taken for labels for their length, and are the story's by what stands around them."""

from collections import Counter
from collections.abc import Container
from itertools import pairwise
from typing import Any

from newsparse.readers.html.blocks import Block

_BETWEEN = frozenset({"meta", "author", "share", "repeat"})
_THRICE = 3


def keep_labels(worded: list[Block]) -> None:
    """Keep headings, summaries of `<details>`, and what stands above one paragraph after the other, as questions do."""
    said = Counter([b.text for b in worded if b.dropped == "label"])
    if said:
        once = {text for text, count in said.items() if count == 1}
        _keep_headings(worded, once)
        _keep_questions(worded, once)


def _keep_headings(worded: list[Block], once: Container[str]) -> None:
    """Keep a heading within the story or of the kind of its others, whatever date or byline stands below it."""
    kinds = {b.signature for b in worded if b.kind == "heading" and b.dropped is None}
    waiting: Block | None = None
    told = False
    for block in worded:
        if block.dropped is None:
            if waiting is not None and block.kind == "text" and (told or waiting.signature in kinds):
                waiting.dropped = None
            waiting = None
            told = told or block.kind == "text"
        elif block.dropped == "label" and block.kind == "heading" and block.text in once:
            waiting = block
        elif block.dropped not in _BETWEEN:
            waiting = None


def _keep_questions(worded: list[Block], once: Container[str]) -> None:
    """Keep lines of one kind, where each stands above a paragraph in an element with it; one is enough in `<details>`."""
    above: dict[Any, list[Block]] = {}
    members: Counter[Any] = Counter()
    for line, told in pairwise(worded):
        if line.dropped == "label" and line.kind == "text" and not line.linked:
            members[line.signature] += 1
            if told.dropped is None and told.kind == "text" and line.text in once and _stands_with(line, told):
                above.setdefault(line.signature, []).append(line)
    for signature, lines in above.items():
        if lines[0].tag == "summary" or _THRICE <= len(lines) == members[signature]:
            for line in lines:
                line.dropped = None


def _stands_with(line: Block, told: Block) -> bool:
    return " " in line.text and line.element.getparent() is told.element.getparent()
