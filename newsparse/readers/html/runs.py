"""A run of text in the making, between the edges of block elements.

`kit.inline.Line` makes a Text with real marks, for bodies that are kept whole; most of a page is not kept, so here marks stay
tuples, and what is a link or bold is counted on the way.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from newsparse.kit.inline import single_spaced

RawMark: TypeAlias = tuple[str, int, int, Any]
"""Kind, start, end, and the element that makes it."""


class Run:
    """A run of text in the making: white space collapses, marks open and close.

    `size` is that of the text so far. Where it is `spaced`, white space adds nothing, and `put` need not be asked.
    """

    __slots__ = ("_linked", "_marks", "_open", "_parts", "_strong", "size", "spaced")

    def __init__(self) -> None:
        self.size = 0
        self._parts: list[str] = []
        self._marks: list[RawMark] = []
        self._open: list[tuple[str, int, Any]] = []
        self.spaced = True
        self._linked = self._strong = 0

    def put(self, characters: str) -> None:
        """Add characters."""
        if self.spaced and characters.isspace():
            return
        characters = single_spaced(characters)
        if self.spaced and characters[0] == " ":
            characters = characters[1:]
            if not characters:
                return
        self._parts.append(characters)
        self.size += len(characters)
        self.spaced = characters[-1] == " "

    def line(self, characters: str) -> tuple[str, list[RawMark], int, int]:
        """What `take` gives for these characters alone, where nothing was collected before."""
        if not self._open:
            return single_spaced(characters).strip(), [], 0, 0
        self.put(characters)
        return self.take()

    def begin(self, kind: str, element: Any) -> None:
        """Open a mark."""
        self._open.append((kind, self.size, element))

    def end(self) -> None:
        """Close the mark that was opened last."""
        self.mark(*self._open.pop())

    def mark(self, kind: str, start: int, element: Any) -> None:
        """Lay a mark over all from `start` on."""
        if self.size <= start:
            return
        if kind == "link":
            self._linked += self.size - start
        elif kind == "strong":
            self._strong += self.size - start
        self._marks.append((kind, start, self.size, element))

    def newline(self) -> None:
        """A single `<br>`: a newline with a mark over it, once, and not at the beginning."""
        parts = self._parts
        if not parts or parts[-1] == "\n":
            return
        if self.spaced:
            parts[-1] = parts[-1][:-1]
            self.size -= 1
        parts.append("\n")
        self._marks.append(("break", self.size, self.size + 1, None))
        self.size += 1
        self.spaced = True

    def take(self) -> tuple[str, list[RawMark], int, int]:
        """Text, marks, linked and strong characters; marks that are open go on in the next run."""
        if self._open:
            for kind, start, element in self._open:
                self.mark(kind, start, element)
            self._open = [(kind, 0, element) for kind, _, element in self._open]
        raw = "".join(self._parts)
        text = raw.strip()
        marks = self._marks
        if marks and len(text) < len(raw):
            marks = list(moved(marks, len(raw) - len(raw.lstrip()), len(text)))
        taken = text, marks, self._linked, self._strong
        self._parts, self._marks = [], []
        self.size = self._linked = self._strong = 0
        self.spaced = True
        return taken


def moved(marks: list[RawMark], lead: int, size: int) -> Iterator[RawMark]:
    """The marks for a text that lost `lead` characters at its start and is `size` long."""
    for kind, start, end, element in marks:
        left, right = max(start - lead, 0), min(end - lead, size)
        if left < right:
            yield kind, left, right, element
