"""In which language a text is: by script, function words, letters and endings; no statistics and no dependency.

Cheap by design: the first `SEEN` characters tell. It answers None where the text is short or mixed: None beats wrong.
"""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from math import lcm
from struct import unpack
from typing import Final

import attrs

from newsparse.kit.languagewords import ENDINGS, HOME, LETTERS, PARTS, WORDS
from newsparse.kit.memory import Memory
from newsparse.model.quick import maker

SEEN = 2000
"""Characters looked at: some 300 words, more than enough."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]*)?")
_ELIDED = re.compile(r"([^\W\d_]{1,6})['’]([^\W\d_]+)\Z")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
# Scripts that one language of the news writes: first and past the last code point.
_SCRIPTS = (
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)
_OTHER_SCRIPT = re.compile("|".join([_CJK.pattern, *(script.pattern for _, script in _SCRIPTS)]))
"""A character of any of them: most texts have none, and are looked through once for all scripts."""
_AT_HOME = re.compile(f"[{''.join(HOME.values())}]")
_ONE, _HOME, _LETTER, _ENDING, _PART = Fraction(1), Fraction(1), Fraction(1, 2), Fraction(3, 10), Fraction(3, 20)
"""What a word of one language alone is worth, its script, a telling letter, an ending, a group of letters."""
_CODES = tuple(WORDS)
_UNIT = 20 * lcm(*range(1, len(_CODES) + 1))
"""Of a score, so that it is a whole number whatever share of a word a language has: 2,000 characters come to 52 bits."""
_LEAST = 0.6
"""Score below which nothing is said."""
_LEAD = 0.05
"""Share of the winner's score by which it must lead."""
_LONGEST = 40
"""Letters of a word; what is longer is none, and tells nothing but itself."""


@attrs.frozen
class Detected:
    """A BCP 47 code, and how sure it is, 0 to 1."""

    code: str
    confidence: float


_detected: Final = maker(Detected)


def detect(text: str, more: Mapping[str, frozenset[str]] | None = None) -> Detected | None:
    """The language of a text; None where it does not tell.

    `more` are function words of further languages, by code: they take part like those known here.
    """
    seen = text[:SEEN]
    if not _lettered(seen):
        return None
    script = _by_script(seen) if not seen.isascii() and _OTHER_SCRIPT.search(seen) is not None else None
    return script if script is not None else _by_words(seen.lower(), more or {})


def _lettered(seen: str) -> bool:
    """Whether there are two letters."""
    letters = 0
    for character in seen:
        letters += character.isalpha()
        if letters > 1:
            return True
    return False


def _by_script(seen: str) -> Detected | None:
    """The language whose script alone tells it."""
    letters = sum(map(str.isalpha, seen))
    cjk = len(_CJK.findall(seen))
    if 2 * cjk > letters:
        if 2 * len(_HANGUL.findall(seen)) > cjk:
            return Detected("ko", 0.99)
        # A Chinese text quotes a Japanese name at most; a Japanese one has kana in every clause.
        return Detected("ja" if 20 * len(_KANA.findall(seen)) > cjk else "zh", 0.98)
    for code, script in _SCRIPTS:
        if 2 * len(script.findall(seen)) > letters:
            return Detected(code, 0.95)
    return None


def _by_words(seen: str, more: Mapping[str, frozenset[str]]) -> Detected | None:
    codes, scores = list(_CODES), list(_digits(sum(map(_TOLD.__getitem__, seen.split()))))
    words = _WORD.findall(seen) if more else ()
    for code, own in more.items():
        if code not in codes:
            codes.append(code)
            scores.append(0)
        scores[codes.index(code)] += _UNIT * sum(word in own for word in words)
    if not seen.isascii() and _AT_HOME.search(seen) is not None:
        for code, letters in HOME.items():
            if re.search(f"[{letters}]", seen):
                scores[codes.index(code)] += int(_HOME * _UNIT)
    best = max(scores)
    code = codes.pop(scores.index(best))
    scores.remove(best)
    second = max(scores)
    if best < _LEAST * _UNIT or best - second < _LEAD * best:
        return None
    return _detected(code, round(min(0.99, 0.3 + (best - second) / (best + _UNIT)), 2))


def _digits(total: int) -> tuple[int, ...]:
    """The scores by language of what `_told_by` gave, once or added up."""
    return unpack(f"<{len(_CODES)}Q", total.to_bytes(8 * len(_CODES), "little"))


@lru_cache(maxsize=8192)
def _told_by(word: str) -> int:
    """What the word tells of every language, as digits of one number: those of many words are added up in C.

    A digit is 64 bits; the words of a language come again in every text.
    """
    words, endings, parts, letters = _tables()
    told = words.get(word, 0)
    elided = _ELIDED.match(word)
    if elided is not None:
        word = elided[2]
        told += words.get(elided[1] + "’", 0) + words.get(word, 0)
    size = len(word)
    if size > _LONGEST:
        return told
    if size > 4:
        told += sum([endings.get(word[-k:], 0) for k in range(2, min(6, size - 2))])
    if size > 3:
        told += sum([parts.get(word[at : at + k], 0) for k in (2, 3) for at in range(size - k + 1)])
    if not word.isascii():
        told += sum([letters.get(letter, 0) for letter in word if letter > "\x7f"])
    return told


_TOLD = Memory(lambda run: sum(map(_told_by, _WORD.findall(run))))
"""What a run without blanks tells, a word with the marks about it: to cut a text at blanks is a tenth of what a pattern takes."""


@cache
def _tables() -> tuple[dict[str, int], ...]:
    """The tables turned round: what a word, an ending, a part and a letter tell of every language."""
    listed = [{code: text.split() for code, text in table.items()} for table in (WORDS, ENDINGS, PARTS)]
    return (*map(_turned, listed, (_ONE, _ENDING, _PART)), _turned(LETTERS, _LETTER))


def _turned(table: Mapping[str, Iterable[str]], worth: Fraction) -> dict[str, int]:
    """By feature what it tells: it counts the less the more languages have it."""
    of: dict[str, list[str]] = {}
    for code, features in table.items():
        for feature in set(features):
            of.setdefault(feature, []).append(code)
    return {
        feature: sum(1 << 64 * _CODES.index(code) for code in codes) * int(worth * _UNIT / len(codes))
        for feature, codes in of.items()
    }
