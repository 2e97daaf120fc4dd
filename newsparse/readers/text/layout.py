"""From lines to paragraphs: blank lines, indents, hard wraps, or a paragraph a line, whichever the text keeps to."""

import re
from itertools import islice, pairwise

import attrs

from newsparse.kit.lines import Line

_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_LAST_SPACED = "\u0dff"  # no script below it goes without spaces
_WIDEST = 100  # a hard-wrapped line is no longer; a paragraph line mostly is
_NARROWEST = 24
_SAMPLE = 150
_LIST_LINES = 2_000
_INDENTS = ("  ", "\t", "\u3000")
_SENTENCE_END = tuple(".!?…\"”“»'’)]:;。！？」』）")


@attrs.define
class Unit:
    """Lines that are one paragraph or heading; `text` is what they say, joined. `gap` is whether a blank line stood before."""

    text: str
    lines: tuple[Line, ...]
    gap: bool = False
    indented: bool = False
    verse: bool = False
    """Thousands of short lines, which are no paragraphs; `text` keeps them as lines."""


@attrs.frozen
class Layout:
    """How the text is set: `width` is the measure of its hard wrap, None where a line is a paragraph."""

    width: int | None
    indented: bool


def layout_of(lines: list[Line]) -> Layout:
    """The layout of these lines, from a sample of at most 150 pairs that follow one another without a blank line."""
    texts = [line.text.rstrip() for line in lines]
    indented = _indented(texts)
    begun = (
        _INDENTS if indented else ("\0",)
    )  # an indented line begins a paragraph, so the one above it says nothing of the measure
    together = ((a, b.lstrip()) for a, b in pairwise(texts) if a and b and not b.startswith(begun))
    pairs = list(islice(together, _SAMPLE))
    if len(pairs) < 2 and not (pairs and pairs[0][1][:1].islower()):
        return Layout(None, indented)
    # A line that goes on in lower case was broken by the measure; headings and last lines may be of any length.
    broken = sorted(len(a) for a, b in pairs if b[:1].islower())
    lengths = broken if len(broken) > 2 else sorted(len(a) for a, _ in pairs)
    width = lengths[-1]
    if lengths[int(len(lengths) * 0.9)] > _WIDEST or width < _NARROWEST:
        return Layout(None, indented)
    width = min(width, _WIDEST)
    return Layout(width if _mostly_full(pairs, width) else None, indented)


def _mostly_full(pairs: list[tuple[str, str]], width: int) -> bool:
    """Whether three of five lines are full; looked at as far as it takes to know."""
    wanted = 0.6 * len(pairs)
    full = 0
    for seen, (line, following) in enumerate(pairs):
        if full >= wanted or full + len(pairs) - seen < wanted:
            break
        full += _full(line, following, width)
    return full >= wanted


def _indented(texts: list[str]) -> bool:
    """Whether a line's indent begins a paragraph here: some lines are indented, most are not."""
    filled = [text for text in texts[: _SAMPLE * 2] if text]
    indents = sum(1 for text in filled if text.startswith(_INDENTS))
    return 2 <= indents <= 0.6 * len(filled)


def _indent(text: str) -> bool:
    return text.startswith(_INDENTS) and bool(text.strip())


def _full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted: the line was wrapped, not ended. Both are stripped."""
    size = len(line)
    if size > width + 1:
        return False
    if following[:1] > _LAST_SPACED and _SPACELESS.match(following[:1]) and _SPACELESS.match(line[-1:]):
        return size >= width - 2
    space = following.find(" ")
    word = space if space >= 0 else len(following)
    return size + 1 + word > width


def units_of(lines: list[Line], layout: Layout) -> list[Unit]:
    """The paragraphs and headings, in order; every line that is not blank is in exactly one."""
    if _verse(lines, layout):
        filled = [line for line in lines if line.text.strip()]
        return [Unit("\n".join(line.text for line in lines).strip("\n"), tuple(filled), verse=True)]
    units: list[Unit] = []
    open_lines: list[Line] = []
    gap = False

    def close() -> None:
        nonlocal gap
        if open_lines:
            units.append(Unit(_joined(open_lines), tuple(open_lines), gap, _indent(open_lines[0].text)))
            open_lines.clear()
            gap = False

    for line in lines:
        if not line.text.strip():
            close()
            gap = True
        else:
            if open_lines and _begins(line, open_lines, layout):
                close()
            open_lines.append(line)
    close()
    return _freed_headings(units) if layout.width and layout.indented else units


RULE = re.compile(r"\s*(?:[*_=~-]\s?){3,}\Z")
"""A line of nothing but a rule or an underline."""
_FIRST_OF_MARK = frozenset("-*•‣◦·+0123456789#>=|")
_MARKED = re.compile(r"\s*(?:[-*•‣◦·+]\s+\S|\d{1,3}[.)]\s+\S|#{1,6}\s+\S|>\s|={3,}\s*$|-{3,}\s*$|\*{3}|###\s*$|\|)")


def _begins(line: Line, before: list[Line], layout: Layout) -> bool:
    """Whether a line begins a new unit after `before`, without a blank line between."""
    if layout.width is None or (line.text.lstrip()[:1] in _FIRST_OF_MARK and _MARKED.match(line.text)):
        return True
    if layout.indented and _indent(line.text):
        return True
    full = _full(before[-1].text.rstrip(), line.text.strip(), layout.width)
    return not full and _ended(before[-1].text, line.text)


def _ended(before: str, after: str) -> bool:
    """Whether a short line is a last line: a ragged one in mid-sentence goes on in lower case."""
    return before.rstrip().endswith(_SENTENCE_END) or not after.lstrip()[:1].islower()


def _verse(lines: list[Line], layout: Layout) -> bool:
    """Whether these are lines that nobody meant as paragraphs: thousands, and shorter than any measure."""
    return (
        layout.width is None and len(lines) > _LIST_LINES and sum(len(line.text) for line in lines) < _NARROWEST * len(lines) / 2
    )


def _freed_headings(units: list[Unit]) -> list[Unit]:
    """In an indented layout a flush heading may follow a full last line: it is what stands unended behind a sentence's end."""
    freed: list[Unit] = []
    for at, unit in enumerate(units):
        following = units[at + 1] if at + 1 < len(units) else None
        last = unit.lines[-1].text.strip()
        if (
            len(unit.lines) > 1
            and following is not None
            and following.indented
            and not following.gap
            and not last.endswith(_SENTENCE_END)
            and unit.lines[-2].text.rstrip().endswith(_SENTENCE_END)
        ):
            freed.append(attrs.evolve(unit, text=_joined(list(unit.lines[:-1])), lines=unit.lines[:-1]))
            freed.append(Unit(last, unit.lines[-1:]))
        else:
            freed.append(unit)
    return freed


def _joined(lines: list[Line]) -> str:
    """The lines as running text: a space between them, none in scripts without spaces, and none after a broken-up dash."""
    if len(lines) == 1:
        return " ".join(lines[0].text.split()) if "  " in lines[0].text or "\t" in lines[0].text else lines[0].text.strip()
    parts = [" ".join(line.text.split()) for line in lines]
    if all(part[:1] <= _LAST_SPACED for part in parts):
        return " ".join(parts)
    text = parts[0]
    for part in parts[1:]:
        spaceless = _SPACELESS.match(text[-1:]) and _SPACELESS.match(part[:1])
        text += part if spaceless else f" {part}"
    return text


def wrapped(line: str, following: str, layout: Layout) -> bool:
    """Whether `line` was broken by the measure and goes on in `following`."""
    return layout.width is not None and _full(line.rstrip(), following.strip(), layout.width)


@attrs.define
class Chunk:
    """Lines that stand together between blank lines; `first` is the index of the first of them."""

    first: int
    lines: list[Line]


def chunks_of(lines: list[Line], most: int) -> list[Chunk]:
    """The first `most` runs of lines that are not blank."""
    chunks: list[Chunk] = []
    for at, line in enumerate(lines):
        if not line.text.strip():
            continue
        if chunks and at == chunks[-1].first + len(chunks[-1].lines):
            chunks[-1].lines.append(line)
        elif len(chunks) == most:
            break
        else:
            chunks.append(Chunk(at, [line]))
    return chunks


_UNENDED = (".", "!", ",", ";", ":")  # what a bold line that is a heading does not end with
_LONGEST_MARKED = 400  # characters of a heading between equals signs or asterisks
_FIRST_OF_MARKED = frozenset("#=*_")
_HASHES = re.compile(r"(#{1,6})\s+(\S.*)\Z")
_EQUALS = re.compile(r"(={1,6})\s+(\S.*?)\s+=+\Z")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)\s*\1:?\Z")


def marked_heading(text: str) -> tuple[str, int] | None:
    """(words, level) of a heading that marks make: `## …`, `== … ==`, `**…**`; None if it is none."""
    if text[:1] not in _FIRST_OF_MARKED:
        return None
    if found := _HASHES.match(text):
        return found[2].rstrip("# "), len(found[1])
    if len(text) > _LONGEST_MARKED:
        return None
    if found := _EQUALS.match(text):
        return found[2], len(found[1])
    found = _BOLD.match(text)
    return None if found is None or found[1] in found[2] or found[2].endswith(_UNENDED) else (found[2], 2)
