"""Plain text of a wire as paragraphs: lines broken at a width, indented first lines, blank lines between."""

import re

_BLANK = re.compile(r"\n(?:[ \t\u00a0]*\n)+")
_LINE_STARTS = re.compile(r"\n([ \t]*)(?=\S)")
_LONG = 100  # characters; longer lines are not broken at a width


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`: parts between blank lines; in these, indented lines begin one, if others are flush left.

    Without either, lines of a width are one paragraph and long lines one each.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    flush, indented = _counts(text)
    starts = indented > 0 and flush > 0
    return [paragraph for part in _BLANK.split(text) for paragraph in _of_part(part, starts)]


def is_wrapped(text: str) -> bool:
    """Whether a text that should be one paragraph is several, wrapped by hand: some lines are indented and some not."""
    if text.count("\n") < 4:
        return False
    flush, indented = _counts(text)
    return flush >= 2 and indented >= 2


def _counts(text: str) -> tuple[int, int]:
    """How many lines after the first are flush left, and how many indented."""
    depths = [len(start.expandtabs()) for start in _LINE_STARTS.findall(text)]
    return depths.count(0), len([depth for depth in depths if depth >= 2])


def _of_part(part: str, starts: bool) -> list[str]:
    lines = part.split("\n")
    each = not starts and all(len(line) > _LONG for line in lines[:-1])
    made: list[list[str]] = []
    for line in lines:
        words = line.split()
        if not words:
            continue
        if not made or each or (starts and line[:1] in " \t" and len(line) - len(line.lstrip()) >= 2):
            made.append([])
        made[-1].extend(words)
    return [" ".join(words) for words in made]
