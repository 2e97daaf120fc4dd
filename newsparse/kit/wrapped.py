"""Plain text of a wire as paragraphs: lines broken at a width, indented first lines, blank lines between."""

import re

_BLANK = re.compile(r"\n(?:[ \t\u00a0]*\n)+")
_LINE_STARTS = re.compile(r"\n([ \t]*)(?=\S)")
_LONG = 100  # characters; longer lines are not broken at a width
_NARROW = 25  # nobody breaks lines at less
_MOSTLY = 0.75  # of the lines end sentences, where each is a paragraph
_EARLY = 0.7  # of the longest line is a line that ends its paragraph
_ENDS = (".", "!", "?", ":", "…", '"', "”", "“", "»", "।", "。", "؟")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`: parts between blank lines; in these, indented lines begin one, if others are less so.

    Without either, lines of a width are one paragraph, up to one that ends early with a sentence; long lines, and lines that
    end sentences, are one each.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if "\n" not in text:
        words = " ".join(text.split())
        return [words] if words else []
    depths = _depths(text)
    margin = min(depths, default=0)
    deep = margin + 2 if max(depths, default=0) >= margin + 2 else None
    parts = _BLANK.split(text)
    return [paragraph for part in parts for paragraph in _of_part(part, deep, alone=len(parts) == 1)]


def is_wrapped(text: str) -> bool:
    """Whether a text that should be one paragraph is several, wrapped by hand: some lines are indented and some not."""
    if text.count("\n") < 4:
        return False
    depths = _depths(text)
    return depths.count(0) >= 2 and len([depth for depth in depths if depth >= 2]) >= 2


def _depths(text: str) -> list[int]:
    """How far the lines after the first are indented."""
    return [len(start.expandtabs()) for start in _LINE_STARTS.findall(text)]


def _of_part(part: str, deep: int | None, *, alone: bool) -> list[str]:
    """The paragraphs between blank lines; lines indented to `deep` begin one, if the text has such beside others."""
    lines = part.split("\n")
    each = deep is None and _are_paragraphs(lines, alone=alone)
    early = _EARLY * max(map(len, lines))
    made: list[list[str]] = []
    ended = True
    for line in lines:
        words = line.split()
        if not words:
            continue
        if ended or each or (deep is not None and _indent(line) >= deep):
            made.append([])
        made[-1].extend(words)
        ended = len(line) < early and line.rstrip().endswith(_ENDS)
    return [" ".join(words) for words in made]


def _indent(line: str) -> int:
    return len(line[: len(line) - len(line.lstrip())].expandtabs())


def _are_paragraphs(lines: list[str], *, alone: bool) -> bool:
    """Whether lines that nothing parts are each a paragraph: many are too long for a width.

    Of a text without any blank line (`alone`) those are too of which nearly all end sentences, or none is as long as a width.
    """
    rest = [line.rstrip() for line in lines[:-1] if line.strip()]
    if not rest:
        return False
    if len([line for line in rest if len(line) > _LONG]) * 3 >= len(rest):
        return True
    if not alone:
        return False
    return max(map(len, rest)) < _NARROW or len([line for line in rest if line.endswith(_ENDS)]) >= _MOSTLY * len(rest)
