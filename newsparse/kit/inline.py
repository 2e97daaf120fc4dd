"""A text in the making: characters come in pieces, white space collapses as in HTML, marks open and close over it."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from newsparse.context import Context
from newsparse.kit.build import text_with
from newsparse.model.frozen import JsonMap
from newsparse.model.quick import new_mark, new_text
from newsparse.model.text import Mark, Text

_SPACES = re.compile(r"[\t\n\f\r ]{2,}|[\t\n\f\r]")
_CHARGED = 65_536  # characters between two charges of the limit
_WHITE = "\t\n\f\r "
_AFTER_SPACE: Final = frozenset(("", " ", "\n"))


def collapsed(characters: str | None) -> str:
    """`characters` with white space as one space each and none at the ends; no-break spaces stay."""
    return single_spaced(characters.strip(_WHITE)) if characters else ""


def single_spaced(characters: str) -> str:
    """`characters` with one space for each stretch of white space, those at the ends too; no-break spaces stay."""
    # Searches in C are a tenth of one by the pattern, and most texts are on one line.
    if "\n" in characters:  # hard-wrapped; line by line is a sixth of the pattern's time
        lines = [line for part in characters.split("\n") if (line := part.strip(_WHITE))]
        before = " " if characters[0] in _WHITE else ""
        after = " " if lines and characters[-1] in _WHITE else ""
        characters = f"{before}{' '.join(lines)}{after}"
    if "  " in characters or "\t" in characters or "\r" in characters or "\f" in characters:
        return _SPACES.sub(" ", characters)
    return characters


def one_line(characters: str) -> str:
    """The words of `characters` with one space between them; no-break spaces are spaces here."""
    return characters.strip(" ") if is_spaced(characters) else " ".join(characters.split())


def is_spaced(text: str) -> bool:
    """Whether there are no white space but single blanks and no control characters in the text: what most of it is.

    To look takes a third of the time of taking a line apart.
    """
    return "  " not in text and text.isprintable()


def is_blank(characters: str) -> bool:
    """Whether there is nothing but white space that collapses, as between most elements."""
    return characters.isspace() and characters.isascii()


def joined(*texts: Text) -> Text:
    """The texts on a line each, with a break mark between."""
    parts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for text in texts:
        if parts:
            marks.append(new_mark(kind="break", start=at, end=at + 1))
            parts.append("\n")
            at += 1
        marks.extend(attrs.evolve(mark, start=mark.start + at, end=mark.end + at) for mark in text.marks)
        parts.append(text.text)
        at += len(text.text)
    return text_with("".join(parts), marks)


def trimmed(text: Text) -> Text:
    """`text` without blank lines before and after it."""
    characters = text.text
    start = len(characters) - len(characters.lstrip("\n\r"))
    end = len(characters.rstrip())
    if start == 0 and end == len(characters):
        return text
    kept = [m for m in text.marks if m.end > start and m.start < end]
    return new_text(
        characters[start:end],
        tuple(attrs.evolve(m, start=max(m.start, start) - start, end=min(m.end, end) - start) for m in kept),
    )


@attrs.define(eq=False)
class Line:
    """The text that is being collected. `verbatim`: white space stays."""

    ctx: Context
    verbatim: bool = False
    size: int = 0
    last: str = ""
    """The last character; empty at the beginning."""
    _parts: list[str] = attrs.field(factory=list, init=False)
    _marks: list[Mark] = attrs.field(factory=list, init=False)
    _opened: list[tuple[str, JsonMap, int]] = attrs.field(factory=list, init=False)
    _spent: int = attrs.field(default=0, init=False)

    @property
    def bare(self) -> bool:
        """Whether nothing is collected and no mark is open: the next text is one by itself."""
        return not (self._parts or self._opened or self._marks)

    def count(self, size: int) -> None:
        """Charge characters of text, many at a time."""
        self._spent += size
        if self._spent > _CHARGED:
            self.ctx.charge("text_chars", self._spent)
            self._spent = 0

    def text(self, characters: str) -> None:
        """Add characters."""
        if not self.verbatim:
            if self.last in _AFTER_SPACE:
                characters = characters.lstrip(_WHITE)  # all of what stands between blocks
                if not characters:
                    return
            characters = single_spaced(characters)
        if characters:
            self._parts.append(characters)
            self.size += len(characters)
            self.last = characters[-1]

    def line_break(self) -> bool:
        """End the line; False, and nothing done, at the beginning or right after another break."""
        if self.last == " " and not self.verbatim:
            self._parts[-1] = self._parts[-1][:-1]
            if not self._parts[-1]:
                self._parts.pop()
            self.size -= 1
            self.last = self._parts[-1][-1] if self._parts else ""
        if self.size == 0 or self.last == "\n":
            return False
        self.ctx.charge("marks")
        self._marks.append(new_mark(kind="break", start=self.size, end=self.size + 1))
        self._parts.append("\n")
        self.size += 1
        self.last = "\n"
        return True

    def marked(self, kind: str, attributes: JsonMap, characters: str | None) -> None:
        """Add characters with a mark over them."""
        self.ctx.charge("marks")
        start = self.size
        if characters:
            self.text(characters)
        self._marks.append(new_mark(kind=kind, start=start, end=self.size, attrs=attributes))

    def open(self, kind: str, attributes: JsonMap) -> None:
        """Begin a mark here."""
        self.ctx.charge("marks")
        self._opened.append((kind, attributes, self.size))

    def close(self) -> None:
        """End the mark that was opened last."""
        kind, attributes, start = self._opened.pop()
        self._marks.append(new_mark(kind=kind, start=min(start, self.size), end=self.size, attrs=attributes))

    def take(self) -> Text | None:
        """The text so far, without white space at its end; None if there is nothing to see. Open marks go on in the next text."""
        if not self._parts:
            if self._marks or self._opened:
                self._restart()
            return None
        characters = "".join(self._parts)
        if not self.verbatim:
            characters = characters.rstrip(" \n")
        made = None
        if characters.strip():
            made = self._made(characters)
        self._restart()
        return made

    def _made(self, characters: str) -> Text:
        size = len(characters)
        self.count(size)
        for kind, attributes, start in self._opened:
            if start < size:
                self._marks.append(new_mark(kind=kind, start=start, end=size, attrs=attributes))
        if not self._marks:
            return new_text(characters)
        if len(self._marks) == 1 and self._marks[0].end <= size:
            return new_text(characters, (self._marks[0],))
        return text_with(characters, list(self._within(size)))

    def _within(self, size: int) -> Iterator[Mark]:
        """The marks, cut at the end of the trimmed text; those over trimmed white space alone are left out."""
        for mark in self._marks:
            if mark.end <= size:
                yield mark
            elif mark.start < size:
                yield attrs.evolve(mark, end=size)
            elif mark.start == mark.end:
                yield attrs.evolve(mark, start=size, end=size)

    def _restart(self) -> None:
        self._parts = []
        self.size = 0
        self.last = ""
        self._marks = []
        if self._opened:
            self._opened = [(kind, attributes, 0) for kind, attributes, _ in self._opened]
