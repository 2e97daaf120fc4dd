"""Lines that were taken for labels for their length, and are the story's by what stands around them."""

import re
from collections import Counter
from collections.abc import Container
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

from newsparse.readers.html.blocks import Block, cut
from newsparse.readers.html.families import parent_of
from newsparse.readers.html.folding import says
from newsparse.readers.html.tables import LABEL, SENTENCE

_BETWEEN = frozenset({"meta", "author", "share", "repeat"})
_THRICE = 3
_BOLD = 0.95  # of a heading's characters
_LINE = 100  # characters of a heading
_OPENING = 80  # letters of the paragraph that stands above the first
_OPEN = ",:;：；，"
_ANNOUNCING = ":："
_DASHES = "-–—―"
_LINES = re.compile(r"\S(?:[^\n]*\S)?")


def keep_labels(worded: list[Block]) -> None:
    """Keep headings, summaries of `<details>`, and what stands above one paragraph after the other, as questions do."""
    said = [b.text for b in worded if b.dropped == "label"]
    if said:
        once = {text for text, count in Counter(said).items() if count == 1}
        _keep_headings(worded, once)
        _keep_questions(worded, once)


def keep_bold_lines(blocks: list[Block], worded: list[Block]) -> None:
    """Keep a bold line in an element of its own between paragraphs of the story: it heads the one below it."""
    found: list[Block] = []
    above: Block | None = None
    for line, told in pairwise(worded):
        if line.dropped is None:
            above = line
        elif line.dropped == "label" and line.strong and told.dropped is None and above is not None and _heads(line, above, told):
            found.append(line)
    if not found:
        return
    said = Counter([b.text for b in worded])
    captions = {id(line) for shown, line in pairwise(blocks) if shown.kind == "media"}
    for line in found:
        if said[line.text] == 1 and id(line) not in captions:
            line.dropped = None


def _heads(line: Block, above: Block, told: Block) -> bool:
    """Whether a line is bold between two paragraphs, under no name."""
    return above.kind == "text" and not line.trail and _is_bold(line) and _stands_above(line, told) and not LABEL.match(line.text)


def keep_announcements(worded: list[Block]) -> None:
    """Keep a line that says with a link whom the quotation below it is from."""
    for line, told in pairwise(worded):
        if line.dropped == "related" and told.dropped is None and told.group is not None and _announces(line, told):
            line.dropped = None


def _announces(line: Block, told: Block) -> bool:
    text = line.text
    return told.group.tag == "blockquote" and text[-1] in _ANNOUNCING and line.linked < len(text) and not LABEL.match(text)


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
    return " " in line.text and parent_of(line) is parent_of(told)


def find_headings(blocks: list[Block]) -> None:
    """Take bold lines between paragraphs for headings of the second level, on a page that marks up none."""
    if not any(b.strong and b.dropped is None for b in blocks):
        return
    kept = [(at, b) for at, b in enumerate(blocks) if b.dropped is None and b.text]
    if any(b.kind == "heading" for _, b in kept):
        return
    broken = []
    begun = False
    for n, (at, block) in enumerate(kept):
        begun = begun or says(block.text) > _OPENING
        if not block.strong or block.kind != "text" or block.group is not None:
            continue
        if "\n" in block.text:
            broken.append(at)
        elif begun and n < len(kept) - 1 and _is_bold_line(block) and _stands_above(block, kept[n + 1][1]):
            _make_heading(block)
    for at in reversed(broken):
        blocks[at : at + 1] = _parted(blocks[at], first=at == kept[0][0])


def _parted(block: Block, *, first: bool) -> list[Block]:
    """The block, or its bold lines above longer ones as headings, and what stands between them."""
    spans = [(found.start(), found.end()) for found in _LINES.finditer(block.text)]
    lines = list(cut(block, spans))
    bold = [_is_bold_line(line) and _stands_above(line, below) for line, below in pairwise(lines)]
    bold = [is_bold and not (first if n == 0 else lines[n - 1].strong) for n, is_bold in enumerate(bold)]
    if not any(bold):
        return [block]
    parts = []
    for is_bold, run in groupby(zip([*bold, False], spans, strict=True), key=itemgetter(0)):
        within = [span for _, span in run]
        parts.extend(within if is_bold else [(within[0][0], within[-1][1])])
    made = list(cut(block, parts))
    for part in made:
        if _is_bold_line(part):
            _make_heading(part)
    return made


def _is_bold_line(block: Block) -> bool:
    """Whether a block is one bold line that is no link, sentence, question or label."""
    return _is_bold(block) and SENTENCE.search(block.text) is None


def _is_bold(block: Block) -> bool:
    """Whether a block is one bold line that is no link and announces nothing."""
    line = block.text
    if block.strong <= _BOLD * len(line) or len(line) > _LINE or block.linked:
        return False
    return "\n" not in line and line[-1] not in _OPEN and line[0] not in _DASHES


def _stands_above(line: Block, told: Block) -> bool:
    """Whether a line stands above a longer one that is plain for the most part."""
    return told.kind == "text" and told.strong * 2 < len(told.text) > len(line.text)


def _make_heading(block: Block) -> None:
    block.kind, block.tag = "heading", "h2"
    block.marks = [mark for mark in block.marks if mark[0] != "strong"]
