"""The lines of an IPTC 7901 message, for its reader and its writer: what stands above the text, and what a paragraph is.

What an agency does its own way is a dialect; the files are beside the reader.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest
from string import digits
from typing import Final, Literal, TypeAlias

import attrs

from newsparse.context import Context
from newsparse.kit import dialect, wire
from newsparse.kit.dialect import Dialect
from newsparse.kit.shapes import Pattern, Shape
from newsparse.model.frozen import EMPTY, JsonMap

Kind: TypeAlias = Literal["table", "columns", "break", "text"]

_COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S")
_RULE = re.compile(r"(?:[*_-] ?){3,}\Z")
_STARS = re.compile(r"(?:\* ?){3,}\Z")
_FULL = 56  # a line that is as long, with the next word, was wrapped
_SHORT_BRACKET = 40
_SENTENCE_ENDS = (".", "!", "?", "»", "«", "”", '"', ")", ":")
_OVERLINE_WORDS = 3
_ORDINALS = ("st", "nd", "rd", "th", ".", "e", "er", "ère")
_LONGEST_REASON = 80
_NOTE_SIGNS = ("#", "##")
WIDTH: Final = 69
"""Characters of a line, as the standard has it."""


@attrs.frozen(kw_only=True)
class Habits:
    """Lines above, in and below the text, the shapes of the trailer, and what holds for every story (`constants`).

    `take_keys` are words for the kind of message, `reasons` those behind which a dash and the reason may follow. `notebook` are
    words that begin the notes below the text behind `#`, `private` is found in the line that begins those not to be published.
    `deck` is what a deck below the headline begins with, and no part of it; `sign_off` and `copyright` are lines below the text.
    `end_marks` are the agency's own words for the end of a take (`kit.takes`).
    """

    byline: Shape = dialect.shape()
    take_keys: tuple[str, ...] = dialect.phrases()
    reasons: tuple[str, ...] = dialect.phrases()
    pictures: Shape = dialect.shape()
    notebook: tuple[str, ...] = dialect.phrases()
    private: tuple[str, ...] = dialect.phrases()
    end_marks: tuple[str, ...] = dialect.phrases()
    sign_off: Pattern | None = dialect.pattern()
    copyright: Shape = dialect.shape()
    deck: Shape = dialect.shape()
    trailers: tuple[Pattern, ...] = dialect.patterns()
    constants: JsonMap = attrs.field(default=EMPTY, validator=wire.known_constants)


FAMILY: Final = dialect.Family("iptc7901", "newsparse.readers.iptc7901", Habits)
_BEFORE_HEADER = "\x00\x01\x07\x7f \t\r\n"


def dialect_of(head: str, ctx: Context, name: str | None = None) -> Dialect[Habits]:
    """The dialect called `name`, else that of a message that begins with `head`: its signs see the header line first."""
    return FAMILY.choose(head.lstrip(_BEFORE_HEADER), ctx, name)


@attrs.define(kw_only=True)
class HeadLines:
    """What the lines above the text are. Notes are without their brackets; `below` are the brackets below the headline."""

    take_keys: list[str] = attrs.field(factory=list)
    notes: list[str] = attrs.field(factory=list)
    overlines: list[str] = attrs.field(factory=list)
    title: str | None = None
    decks: list[str] = attrs.field(factory=list)
    bylines: list[str] = attrs.field(factory=list)
    below: list[str] = attrs.field(factory=list)


def unsigned(line: str) -> str:
    """A line of the head without the sign `=` that ends the last; agencies put it before one, too."""
    return line.strip("= ")


def sort_head(lines: Sequence[str], habits: Habits) -> HeadLines:
    """The lines above the text (the end sign left off) by what they are; wrapped ones are joined."""
    head = HeadLines()
    titles: list[str] = []
    units = _units(lines, habits)
    for n, unit in enumerate(units):
        if titles and (length := habits.deck.length(unit)):
            head.decks.append(unit[length:].strip())
        elif unit.startswith("("):
            _sort_bracket(unit, head, habits, above=not titles)
        elif titles and is_byline(unit, habits):
            head.bylines.append(unit)
        elif not titles and _is_take_key(unit, units[n + 1 :], habits):
            head.take_keys.append(unit)
        else:
            titles.append(unit)
    if len(titles) > 1 and all(title.isupper() for title in titles):  # capitals tell no line from another
        titles = [wire.joined(titles)]
    while len(titles) > 1 and (len(titles[0].split()) <= _OVERLINE_WORDS or titles[0].endswith(":")):
        head.overlines.append(titles.pop(0))
    if titles:
        head.title, *more = titles
        head.decks[:0] = more
    return head


def _units(lines: Sequence[str], habits: Habits) -> list[str]:
    """Wrapped lines joined: a bracket to its end, a full line with the next."""
    units: list[list[str]] = []
    depth = 0  # of brackets in a unit that began with one
    full = False
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        bracket = bool(units) and units[-1][0].startswith("(")
        goes_on = depth > 0 if bracket else full and not line.startswith("(") and not is_byline(line, habits)
        if units and goes_on:
            units[-1].append(line)
        else:
            units.append([line])
            depth = 0
        if units[-1][0].startswith("("):
            depth += line.count("(") - line.count(")")
        full = following != "" and len(line) + 1 + len(following.split(maxsplit=1)[0]) > _FULL
    return [wire.joined(unit) for unit in units]


def _sort_bracket(unit: str, head: HeadLines, habits: Habits, *, above: bool) -> None:
    """A take key, a note to editors, or what pictures there are."""
    if not above or habits.pictures.length(unit):
        head.below.append(unit)
    elif len(unit) <= _SHORT_BRACKET and ":" not in unit:
        head.take_keys.append(unit)
    else:
        head.notes.append(unit[1:-1].strip() if unit.endswith(")") else unit[1:].strip())


def is_below(line: str, habits: Habits) -> bool:
    """Whether a line below the end of the head is of the head still: a bracket that names pictures, or a deck that says so."""
    if line.startswith("(") and line.endswith(")"):
        return habits.pictures.length(line) > 0
    return habits.deck.length(line) > 0


def closing(lines: Sequence[str], habits: Habits) -> int:
    """How many of the last lines of a group stand below the text, under the end of a sentence: initials, and whose it is."""
    count = 0
    while count < len(lines) and _closes(lines[-1 - count].strip(), habits):
        count += 1
    above = lines[-1 - count] if count < len(lines) else "."
    return count if above.rstrip().endswith(_SENTENCE_ENDS) else 0


def _closes(line: str, habits: Habits) -> bool:
    if habits.sign_off is not None and habits.sign_off.match(line):
        return True
    return habits.copyright.length(line) > 0


def is_byline(unit: str, habits: Habits) -> bool:
    """Whether a line below the headline is a byline."""
    return habits.byline.length(unit) > 0


def _is_take_key(unit: str, following: Sequence[str], habits: Habits) -> bool:
    """A known word for the kind of message, in capitals where it stands alone (`KILL`); or a few capitals above a headline that
    is not all capitals.
    """
    if not following:
        return unit.isupper() and _names_kind(unit, habits)
    if _names_kind(unit, habits):
        return True
    few = unit.isupper() and len(unit.split()) <= _OVERLINE_WORDS
    return few and any(not line.isupper() and not line.startswith("(") and not is_byline(line, habits) for line in following)


def _names_kind(unit: str, habits: Habits) -> bool:
    """`2ND LEAD`, `(Updates)`, `Zusammenfassung 1430 - who won`: a word for the kind of message, numbered or not."""
    said, dash, reason = unit.replace(" – ", " - ").partition(" - ")
    words = said.strip("():").lower().split()
    if len(words) > 1 and words[0].lstrip(digits) in _ORDINALS:
        del words[0]
    if len(words) > 1 and words[-1].isdecimal():
        del words[-1]
    if len(words) != 1:
        return False
    if dash:
        return words[0] in habits.reasons and 0 < len(reason) <= _LONGEST_REASON
    return words[0] in habits.take_keys or words[0].removesuffix("s") in habits.take_keys


def kind_of(lines: Sequence[str]) -> Kind:
    """What a group of lines between empty ones is: rows between bars, lines with columns, a rule, or a paragraph."""
    if lines[0].lstrip().startswith("|") and all(line.lstrip().startswith("|") for line in lines):
        return "table"
    if len(lines) == 1:
        return "break" if _RULE.match(lines[0].strip()) else "text"
    gaps = [line for line in lines if "   " in line or "\t" in line]
    return "columns" if len(gaps) > len(lines) / 2 and sum(map(columned, gaps)) > len(lines) / 2 else "text"


def columned(line: str) -> bool:
    """Whether there are gaps in the line that no prose has."""
    return ("   " in line or "\t" in line) and _COLUMNS.search(line) is not None


def begins_notes(lines: Sequence[str], habits: Habits) -> bool:
    """Whether the first of these lines begins the notes below the text."""
    if lines[0].startswith("#"):
        sign, *words = lines[0].lower().replace(":", " ").split(maxsplit=3)[:3]
        if sign in _NOTE_SIGNS:  # "# Notebook", "# dpa-Notizblock", "# Bloc-notes"
            return any(word in habits.notebook or word.rpartition("-")[2] in habits.notebook for word in words)
    return lines[0].startswith("*") and begins_private(lines, habits)


def begins_private(lines: Sequence[str], habits: Habits) -> bool:
    """A line of stars, and below it the words that what follows is not to be published."""
    if not habits.private or not _STARS.match(lines[0]):
        return False
    said = " ".join(lines[1:4]).lower()
    return any(words in said for words in habits.private)
