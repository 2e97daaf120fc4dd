"""The text of a message as parts: display lines, paragraphs, table rows and plain lines, each with its bytes."""

from collections.abc import Sequence

import attrs

from newsparse.kit import heads, wire
from newsparse.kit.anpalines import SIGNS, readable
from newsparse.kit.inline import is_spaced
from newsparse.kit.shapes import Pattern

DISPLAY, PARAGRAPH, ROW, PLAIN = range(4)
_TEXT = (PARAGRAPH, ROW)
_SIGNED = (DISPLAY, ROW)  # the sign that they begin with is no part of them
_ENDS = ("<", "=", ">")
_BEGINNERS = "^\t\x08"
_INDENT = "   "
_BARE = " \t<^"  # a line of nothing else is empty
_DOUBLE = 0.8  # of the lines are followed by an empty one


@attrs.define
class Part:
    """One display line, paragraph, row or plain line: `lines` as they stood, the byte range, and whether a gap stands before.

    `signs`: the message has signs of the 7-bit set.
    """

    kind: int
    lines: list[str]
    start: int
    end: int
    gap: bool = False
    signs: bool = True
    _text: str | None = attrs.field(default=None, init=False)

    @property
    def text(self) -> str:
        """The words, decoded and on one line; without the sign that ends a display line. To be asked for of a whole part."""
        if self._text is None:
            words = wire.unwrapped(self.lines)
            spaced = is_spaced(words)
            if not spaced:
                words = " ".join(words.split())
            if self.kind == DISPLAY and words.endswith(("<", "=")):
                words = words[:-1]
            self._text = readable(words, printable=spaced) if self.signs or not spaced else words
        return self._text


def parts_of(lines: Sequence[wire.Line], sign_off: Pattern | None = None) -> list[Part]:
    """The parts in order. A TAB begins a paragraph, without TABs an indent of three; empty lines end one, but in a text of
    double spacing they mean nothing. Without any paragraph, plain lines between gaps are one. A line that `sign_off` matches
    stands alone.
    """
    texts = [line.text for line in lines]
    whole = "\n" + "\n".join(texts)
    signs = heads.holds(whole, *SIGNS)
    bare = [not text or not text.strip(_BARE) for text in texts]
    parts = _parts(lines, bare, tabs="\n\t" in whole, signs=signs, double=_double(bare), sign_off=sign_off)
    for part in parts:
        if part.kind in _TEXT:
            return parts
    return _by_gaps(parts)


def _parts(
    lines: Sequence[wire.Line], bare: Sequence[bool], *, tabs: bool, signs: bool, double: bool, sign_off: Pattern | None
) -> list[Part]:
    parts: list[Part] = []
    part: Part | None = None  # the last one, as long as lines may follow in it
    gap = begun = False
    for found, empty in zip(lines, bare, strict=True):
        if empty:
            gap = True
            if not double:
                part = None
            continue
        line = found.text
        kind: int | None
        if part is not None and line[0] not in _BEGINNERS and sign_off is None:
            kind = None if tabs or not line.startswith(_INDENT) else PARAGRAPH
        else:
            kind = _kind(line, part, tabs=tabs, begun=begun)
            if kind is None and sign_off is not None and sign_off.match(line):
                kind = PARAGRAPH
        if kind is None:
            assert part is not None
            part.lines.append(line)
            part.end = found.end
        else:
            part = Part(kind, [line[1:] if kind in _SIGNED else line], found.start, found.end, gap, signs)
            parts.append(part)
            begun = begun or kind == PARAGRAPH
            gap = False
        if part.kind != PARAGRAPH and _closed(part, line):
            part = None
    return parts


def _kind(line: str, part: Part | None, *, tabs: bool, begun: bool) -> int | None:
    """What begins with this line; None if it goes on with the open part."""
    first = line[0]
    if first == "^":
        return DISPLAY
    if first == "\x08":
        return ROW
    if first == "\t" or (not tabs and line.startswith(_INDENT)):
        return PARAGRAPH
    if part is not None:
        return None
    return PARAGRAPH if begun else PLAIN


def _closed(part: Part, line: str) -> bool:
    """Whether nothing can follow in this part."""
    if part.kind in {ROW, PLAIN}:
        return True
    return part.kind == DISPLAY and line.endswith(_ENDS)


def _double(bare: Sequence[bool]) -> bool:
    """Whether (nearly) every line is followed by an empty one."""
    return len(bare) > 12 and 2 * sum(bare) > _DOUBLE * len(bare)


def _by_gaps(parts: Sequence[Part]) -> list[Part]:
    """Plain lines from the third on that no gap parts, as paragraphs; the first two are keyword line and headline."""
    out: list[Part] = []
    for part in parts:
        if part.kind == PLAIN and len(out) > 2 and out[-1].kind == PARAGRAPH and not part.gap:
            out[-1].lines.extend(part.lines)
            out[-1].end = part.end
        elif part.kind == PLAIN and len(out) >= 2:
            out.append(attrs.evolve(part, kind=PARAGRAPH))
        else:
            out.append(part)
    return out
