"""Lines that were taken for labels for their length, and are the story's by what stands around them."""

from collections import Counter
from collections.abc import Container
from itertools import pairwise
from typing import Any

from newsparse.readers.html.blocks import Block, cut
from newsparse.readers.html.tables import SENTENCE

_BETWEEN = frozenset({"meta", "author", "share", "repeat"})
_THRICE = 3
_BOLD = 0.95  # of a heading's characters
_LINE = 100  # characters of a heading
_BESIDE_BOLD = 0.4  # of a paragraph, at most, is the bold line that it begins with
_OPEN = ",:;：；，"
_DASHES = "-–—―"
_NOTHING = Block("hr", None, "hr")


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


def find_headings(blocks: list[Block]) -> None:
    """Take bold lines above paragraphs for headings of the second level, on a page that marks up none."""
    kept = [(at, b) for at, b in enumerate(blocks) if b.dropped is None and b.text]
    if any(b.kind == "heading" for _, b in kept):
        return
    parted = []
    for (at, line), (_, told) in pairwise([*kept[1:], (0, _NOTHING)]):
        if _begins_bold(line):
            parted.append(at)
        elif _is_bold_line(line, len(line.text)) and told.kind == "text" and told.strong * 2 < len(told.text) > len(line.text):
            _make_heading(line)
    for at in reversed(parted):
        line = blocks[at]
        end = line.text.index("\n")
        rest = len(line.text) - len(line.text[end:].lstrip())
        blocks[at : at + 1] = cut(line, [(0, end), (rest, len(line.text))])
        _make_heading(blocks[at])


def _begins_bold(block: Block) -> bool:
    """Whether a bold line and a line break begin a paragraph that is not bold."""
    end = block.text.find("\n", 0, _LINE)
    return end > 0 and block.strong < _BESIDE_BOLD * len(block.text) and _is_bold_line(block, end)


def _is_bold_line(block: Block, end: int) -> bool:
    """Whether the characters before `end` are one bold line that is no sentence, question or label."""
    if block.kind != "text" or block.group is not None or block.linked or end > _LINE:
        return False
    line = block.text[:end]
    bold = sum(min(right, end) - left for kind, left, right, _ in block.marks if kind == "strong" and left < end)
    return (
        bold > _BOLD * end and line[-1] not in _OPEN and line[0] not in _DASHES and "\n" not in line and not SENTENCE.search(line)
    )


def _make_heading(block: Block) -> None:
    block.kind, block.tag = "heading", "h2"
    block.marks = [mark for mark in block.marks if mark[0] != "strong"]
