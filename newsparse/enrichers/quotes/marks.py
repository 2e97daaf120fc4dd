"""What stands in quotation marks: one state machine for every language's marks.

Finds outermost stretches only: a mark inside an open stretch closes it or is part of it. Straight marks open and close by
what stands around them; an apostrophe and a sign for inches or feet are neither. A stretch ends with its paragraph (a
newline) at the latest. Every look ahead moves forward only, so the time is linear in the text, whatever the text.
"""

import re
from collections.abc import Callable
from functools import lru_cache

import attrs

from newsparse.enrichers.quotes.languages import Language

_OPENS_AFTER = frozenset(" \t\n\r\u00a0\u202f\u3000([{-–—―/:\"'“‘«„")
_SPACES = frozenset(" \t\n\r\u00a0\u202f\u3000\u2009")
# Never an apostrophe nor a sign of measure: what opens here opens whatever stands before it.
_PLAIN_OPENERS = frozenset("“„‟「『《〈")


@attrs.define
class Stretch:
    """One quoted stretch: `start` and `end` with the marks, `inner_start` and `inner_end` without.

    `closed` is False where the paragraph ended first; then `inner_end` is the paragraph's end.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    dash: bool = False


def stretches(text: str, language: Language) -> list[Stretch]:
    """The outermost quoted stretches, in order; they do not overlap."""
    machine = _Machine(text, language)
    for found in machine.scan:
        mark = found[0]
        if mark != "\n" or machine.opened is not None:
            machine.step(found.start(), mark)
    machine.end_paragraph(len(text))
    return machine.found


@attrs.frozen
class _Marks:
    """A language's marks, made ready: what closes each opening one, and the patterns that find them."""

    closers: dict[str, tuple[str, ...]]
    any: re.Pattern[str]
    """A mark, or the newline that ends a paragraph."""
    close: re.Pattern[str]
    firm_close: re.Pattern[str]


@lru_cache(maxsize=64)
def _marks(language: Language) -> _Marks:
    closers: dict[str, tuple[str, ...]] = {}
    for opening, closing in language.pairs:
        closers[opening] = (*closers.get(opening, ()), closing)
    marks = {mark for pair in language.pairs for mark in pair} | {"\n"}
    single = re.escape(language.apostrophe) or "’"
    return _Marks(
        closers,
        re.compile("|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))),
        re.compile(rf"(?<=\S)[{single}](?!\w)|\n"),
        re.compile(rf"[,.?!…][{single}](?!\w)|\n"),
    )


class _Machine:
    """The state: nothing open, or what opened where and what closes it."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.apostrophe = language.apostrophe
        marks = _marks(language)
        self.closers = marks.closers
        self.scan = marks.any.finditer(text)
        self.found: list[Stretch] = []
        self.opened: tuple[int, int] | None = None
        self.waiting: tuple[str, ...] = ()
        self.next_close = _ahead(text, marks.close)
        self.next_firm_close = _ahead(text, marks.firm_close)
        self.done = 0

    def step(self, at: int, mark: str) -> None:
        """One mark, or the newline that ends a paragraph."""
        if at < self.done:
            return
        if mark == "\n":
            self.end_paragraph(at)
        elif self.opened is None:
            if mark in self.closers and self._opens(at, mark):
                self.opened, self.waiting = (at, at + len(mark)), self.closers[mark]
                self.done = at + len(mark)
        elif mark in self.waiting and self._closes(at, mark):
            nested = mark == "''" and self.text[at + 2 : at + 3] == "'"  # a single mark closes before the double one
            self._close(at + nested, at + nested + len(mark), closed=True)
        elif mark in self.closers and mark in _PLAIN_OPENERS and self.closers[mark] == self.waiting:
            if self._turned(at, mark):
                self._close(at, at + len(mark), closed=True)
            else:
                self._close(at, at, closed=False)  # the same mark again: the first was never closed
                self.opened = (at, at + len(mark))

    def end_paragraph(self, at: int) -> None:
        """What is open ends here without a mark."""
        if self.opened is not None:
            self._close(at, at, closed=False)

    def _close(self, inner_end: int, end: int, *, closed: bool) -> None:
        assert self.opened is not None
        start, inner_start = self.opened
        self.opened = None
        if not closed:
            while inner_end > inner_start and self.text[inner_end - 1] in _SPACES:
                inner_end -= 1
            end = inner_end
        if inner_end > inner_start:
            self.found.append(Stretch(start, end, inner_start, inner_end, closed))
        self.done = max(end, self.done)

    def _opens(self, at: int, mark: str) -> bool:
        before = self.text[at - 1 : at] or "\n"
        after = self.text[at + len(mark) : at + len(mark) + 1] or "\n"
        if mark in _PLAIN_OPENERS:
            return True
        if mark in "«»":
            return before not in _SPACES or after not in _SPACES or mark == "«"
        if after in _SPACES or (before not in _OPENS_AFTER and (before.isalnum() or before in ".,;!?)…%")):
            return False
        if mark in ("'", "‘", "’", "‚", "‹", "›"):
            return self._single_opens(at, mark)
        return True

    def _single_opens(self, at: int, mark: str) -> bool:
        """A single mark opens only where another can close it within the paragraph, or the next one opens it again."""
        if mark in "‚‹›":
            return True
        after = self.text[at + 1 : at + 3]
        if mark in "'’" and after[:1].isdigit():
            return False  # '90s
        close = self.next_close(at + 1)
        if self.text[close : close + 1] not in ("", "\n"):
            return True
        return mark == "‘" and self.text[close : close + 3].lstrip("\n").startswith(mark)

    def _closes(self, at: int, mark: str) -> bool:
        after = self.text[at + len(mark) : at + len(mark) + 1] or "\n"
        before = self.text[at - 1 : at] or "\n"
        if mark in self.apostrophe:
            return not after.isalnum() and not (before == "s" and self._plural(at))
        if len(mark) == 1 and mark in self.closers and self.waiting == (mark,):
            # Straight or same on both sides: one before a word and after a blank opens something anew.
            return not (before in _SPACES and after.isalnum())
        return True

    def _turned(self, at: int, mark: str) -> bool:
        """Whether an opening mark stands where a closing one should: behind a word or a comma, before a blank."""
        after = self.text[at + len(mark) : at + len(mark) + 1] or "\n"
        return after in _SPACES and self.text[at - 1 : at] not in _SPACES

    def _plural(self, at: int) -> bool:
        """Whether the mark after an s is an apostrophe: a firmer close comes before the paragraph's end."""
        assert self.opened is not None
        close = self.next_firm_close(at + 1)
        return self.text[close : close + 1] not in ("", "\n") and "‘" not in self.text[at : min(close, at + 400)]


def _ahead(text: str, pattern: re.Pattern[str]) -> Callable[[int], int]:
    """A function that tells where `pattern` next stands at or after a place; places must not go down."""
    search = pattern.search
    last = -1

    def following(at: int) -> int:
        nonlocal last
        if last < at:
            found = search(text, at)
            last = found.start() if found is not None else len(text)
        return last

    return following
