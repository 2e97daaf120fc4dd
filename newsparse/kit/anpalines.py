"""The lines of an ANPA 1312 message, for its reader and its writer: the seven-bit signs, and what a line above the text is.

What an agency does its own way is a dialect; the files are beside the reader.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final, Literal, TypeAlias

import attrs

from newsparse.kit import dialect, names, wire
from newsparse.kit.datelines import find_dateline
from newsparse.kit.shapes import Pattern, Shape
from newsparse.model.frozen import EMPTY, JsonMap

Kind: TypeAlias = Literal[
    "break", "byline", "note", "printed_note", "pictures", "embargo", "advance", "copyright", "code", "line"
]
_Asked: TypeAlias = tuple[Kind, Callable[[str], int]]

_SIGNS = str.maketrans({"^": "", "\x08": "", "\x10": " ", "\x1f": " "})
_TYPED = str.maketrans({"“": "``", "”": "''", "‘": "`", "^": "", "<": "", "{": "(", "}": ")"})
_BREAK = re.compile(r"_{3,}=?\Z")
_KEYWORD = re.compile(r"(?:AM|PM|BC)-\S|.{1,80},\s?\d{2,5},?\Z", re.IGNORECASE)
_COUNTED = re.compile(r".{1,80},\d{3,4},?\Z")  # words are counted in no headline
_WORDS = re.compile(r",\s*(\d{1,5})?,?\Z")
_FOLD = re.compile(r"[^a-z0-9]+")
_SAME = 12  # letters and digits in which the header's keyword, which is cut at 24 characters, and the line agree
_CODE = re.compile(r"(?=[a-z]*\d)[a-z0-9]{5,12}\Z")
_URGENT = re.compile(r"(?:news ?)?(?:flash|bulletin(?: matter)?|urgent|extra|alert)\W{0,3}\Z", re.IGNORECASE)
# CITY: the last words of the take before
_PICKUP = re.compile(r"[^\W\d_a-z][^\Wa-z]*(?:[ .,'-]+[^\W\da-z]+){0,4}(?:, [A-Z][a-z]{1,14}\.?)?: \S")
_GOES_ON = re.compile(r"\b(?:\d+(?:st|nd|rd|th)?)?(?:add|take|sub|insert)\b", re.IGNORECASE)
# What parts the slug from a take key: a comma before what may begin one.
_TAKE = re.compile(
    r", ?(?=\d|[a-z]\d{3,4}\b"
    r"|(?:ld|lead|lede|add|take|writethru|write-thru|insert|sub|kill|hfr|adv(?:ance)?\d*|urgent|bulletin|advisory|clarification|corr|correct)(?:\b|ion|ive))",
    re.IGNORECASE,
)
_ABOVE_KEYWORDS = 3  # lines that may stand above the keyword line
_TITLE_WORDS = 6
_BEHIND_OPENING = (":", ".:", ". ", ",")
_BEFORE_PICTURES = ("(", "L", "W")
_WITH = ("With", "with")
_INITIALS = range(2, 6)
LONGEST_DECK: Final = 120
"""A longer line below the headline is a summary."""


@attrs.frozen(kw_only=True)
class Habits:
    """How the lines above the text begin, the shapes of the trailer, and what holds for every story (`constants`).

    `headline_end` is a sign that closes a headline and is no part of it; `titles` are words that a writer's title has one of;
    `pictures` what pictures and graphics are called; what `note` matches is left off. `end_marks`
    are the agency's own words for the end of a take (`kit.takes`).
    """

    headline_end: str = ""
    byline: Shape = dialect.shape()
    titles: tuple[str, ...] = dialect.phrases()
    note: Shape = dialect.shape()
    printed_note: Shape = dialect.shape()
    pictures: tuple[str, ...] = dialect.phrases()
    advance: Shape = dialect.shape()
    embargo: Shape = dialect.shape()
    copyright: Shape = dialect.shape()
    end_marks: tuple[str, ...] = dialect.phrases()
    sign_off: Pattern | None = dialect.pattern()
    trailers: tuple[Pattern, ...] = dialect.patterns()
    constants: JsonMap = attrs.field(default=EMPTY, validator=wire.known_constants)

    @cached_property
    def kinds(self) -> dict[str, tuple[_Asked, ...]]:
        """First characters of lines to the kinds that they may be of, in the order in which they are asked; `""` is any other."""
        shapes: list[tuple[Kind, Shape]] = [(kind, getattr(self, kind)) for kind in _KINDS]
        firsts = {"", *(first for _, shape in shapes for first in shape.firsts or ())}
        return {
            first: tuple((kind, shape.length) for kind, shape in shapes if shape.firsts is None or first in shape.firsts)
            for first in firsts
        }


FAMILY: Final = dialect.Family("anpa1312", "newsparse.readers.anpa1312", Habits)
_KINDS: Final[tuple[Kind, ...]] = ("byline", "note", "printed_note", "embargo", "advance", "copyright")


SIGNS: Final = ("`", "''", "_", "{", "^", "<")
"""What of the 7-bit set stands for something else, but for controls; a text without them is as it stands."""


def readable(text: str, *, printable: bool = False) -> str:
    """The characters that the 7-bit set stands in for: quotation marks, dash, half, fixed space; fillers and end signs go.

    `printable`: the text is known to have no control characters.
    """
    if text.endswith("<"):
        text = text.rstrip("<").rstrip()
    text = signs_read(text)
    if "^" in text or not (printable or text.isprintable()):
        text = " ".join(text.translate(_SIGNS).split())
    return text


def signs_read(text: str) -> str:
    """The text with quotation marks, dash and half, and no more."""
    if "`" in text:
        text = text.replace("``", "“").replace("`", "‘")
    if "''" in text:
        text = text.replace("''", "”")
    if " _ " in text:
        text = text.replace(" _ ", " — ")
    if "{" in text and "}" not in text:
        text = text.replace("{", "½")
    return text


def typed(text: str) -> str:
    """`text` on one line in the signs that `readable` reads; what has none is left out or stands between round brackets."""
    text = " ".join(wire.printable(text).translate(_TYPED).split())
    return text.replace(" — ", " _ ").replace(" — ", " _ ")


def is_keyword_line(line: str, keyword: str | None) -> bool:
    """Whether the line repeats the header's keyword or its cycle; without a keyword, whether it looks like such a line."""
    folded = _FOLD.sub("", keyword.lower()) if keyword else ""
    if folded and keyword:
        same_cycle = keyword[2:3] == "-" and line[:3].upper() == keyword[:3].upper()  # AM-, BC-
        return same_cycle or _COUNTED.match(line) is not None or _FOLD.sub("", line.lower()).startswith(folded[:_SAME])
    return _KEYWORD.match(line) is not None


def keyword_at(lines: Sequence[str], keyword: str | None, habits: Habits) -> int | None:
    """Which of the lines above the text is the keyword line: the first, or one below codes and notices; None if none is."""
    for n, line in enumerate(lines[: _ABOVE_KEYWORDS + 1]):
        if is_keyword_line(line, keyword) and (n == 0 or keyword is not None or _WORDS.search(line)):
            return n
        if kind_of(line, habits) == "line":
            return None
    return None


def is_pickup(line: str, take_key: str | None) -> bool:
    """Whether the line above the text of an added take, or of one in place of a part, says where in the story it goes on."""
    return take_key is not None and _GOES_ON.search(take_key) is not None and _PICKUP.match(line) is not None


def is_text(line: str) -> bool:
    """Whether a display line begins with the dateline of an agency, as those above tables do: then it is of the text."""
    found = find_dateline(line) if ") " in line else None
    return found is not None and found.agency is not None


def keyword_line(line: str) -> tuple[str | None, str | None, int | None]:
    """(slug, take key, words as the slug counts them) of `BC-XX--Slug, 1st Ld-Writethru,466`."""
    count = _WORDS.search(line)
    words = int(count[1]) if count is not None and count[1] else None
    names = line if count is None else line[: count.start()]
    found = _TAKE.search(names)
    if found is None:
        return names.rstrip(", ") or None, None, words
    return names[: found.start()].rstrip(", ") or None, names[found.end() :].strip() or None, words


def is_break(line: str) -> bool:
    """Whether the line is a rule between parts of the text."""
    return _BREAK.match(line) is not None


def kind_of(line: str, habits: Habits) -> Kind:
    """What a line above the text is; `line` for headline, summary and deck, which nothing but their order tells apart."""
    if line.startswith("_") and is_break(line):
        return "break"
    kinds = habits.kinds
    for kind, opens in kinds.get(line[:1]) or kinds[""]:
        if opens(line):
            return kind
    if _names_pictures(line, habits.pictures):
        return "pictures"
    if line.startswith("(") and line.endswith(")"):
        return "note"
    return "code" if _CODE.match(line) or _URGENT.match(line) else "line"


def _names_pictures(line: str, nouns: tuple[str, ...]) -> bool:
    """`AP Photo XX101`, `With AP Coast Graphic`, `LaserPhoto`, `(With photos)`: the first words, with the agency's initials."""
    if line[:1] not in _BEFORE_PICTURES and not line[:2].isupper():
        return False
    words = line.lstrip("(").split(maxsplit=4)[:4]
    if words and words[0] in _WITH:
        del words[0]
    signed = bool(words) and len(words[0]) in _INITIALS and words[0].isalpha() and words[0].isupper()
    named = words[signed : signed + 2]
    if line.startswith("("):
        return _is_noun(named[:1], nouns)
    if not signed:
        return _is_noun(named[:1], nouns) and named[0].startswith("Laser")
    return any(word[0].isupper() and _is_noun([word], nouns) for word in named) and named[0][0].isupper()


def _is_noun(words: Sequence[str], nouns: tuple[str, ...]) -> bool:
    """Whether the only word is one of the nouns, in any number."""
    return bool(words) and words[0].lower().removeprefix("laser").rstrip(".,:;)").removesuffix("s") in nouns


def without_opening(note: str, opening: int) -> str:
    """A note to editors without the words that say so, which are so long, and the sign behind them."""
    said = note[opening:]
    sign = next((sign for sign in _BEHIND_OPENING if said.startswith(sign)), "")
    return said[len(sign) :].strip()


def is_advance(line: str, habits: Habits) -> bool:
    """Whether `kind_of` the line is `advance`; most lines are quickly told not to be."""
    return habits.advance.length(line) > 0 and kind_of(line, habits) == "advance"


def may_be_title(line: str) -> bool:
    """Whether a line that stands where nothing but a writer's title does is one: a few words and no sentence; capitals only
    where it is an organisation.
    """
    if line.isupper() and names.kind_of(line) != "organisation":
        return False
    return 0 < len(line.split()) <= _TITLE_WORDS and not line.endswith((".", ":"))


def is_title(line: str, habits: Habits) -> bool:
    """Whether the line below a byline says what the writer is, and not what the table below is about."""
    return not line.isupper() and not set(_FOLD.split(line.lower())).isdisjoint(habits.titles)
