"""In which language a text is: by script, function words, letters and endings; no statistics and no dependency.

Cheap by design: the first `SEEN` characters tell. It answers None where the text is short or mixed: None beats wrong.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

import attrs

from newsparse.kit.languagewords import ENDINGS, HOME, LETTERS, PARTS, WORDS

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
_LETTER, _ENDING, _PART, _HOME = 0.5, 0.3, 0.15, 1.0
"""What a telling letter, ending, group of letters and script are worth, against 1 for a word of one language alone."""
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
    scores: dict[str, float] = defaultdict(float)
    times: dict[str, int] = {}
    for word in _WORD.findall(seen):
        times[word] = times.get(word, 0) + 1
    for word, count in times.items():
        for code, weight in _told_by(word):
            scores[code] += count * weight
        if more:
            for code, own in more.items():
                scores[code] += count * (word in own)
    if not seen.isascii() and _AT_HOME.search(seen) is not None:
        for code, letters in HOME.items():
            if re.search(f"[{letters}]", seen):
                scores[code] += _HOME
    ranked = sorted(scores.items(), key=lambda score: -score[1])[:2]
    if not ranked or ranked[0][1] < _LEAST:
        return None
    best, second = ranked[0][1], ranked[1][1] if len(ranked) > 1 else 0.0
    if best - second < _LEAD * best:
        return None
    return Detected(ranked[0][0], round(min(0.99, 0.3 + (best - second) / (best + 1)), 2))


@lru_cache(maxsize=4096)
def _told_by(word: str) -> tuple[tuple[str, float], ...]:
    """(code, weight) of all that the word tells; the words of a language come again in every text."""
    tables = _index()
    return tuple([told for feature in _features(word) for told in tables.get(feature, ())])


def _features(word: str) -> list[tuple[str, str]]:
    """What a word tells a language by: (kind, text)."""
    found = [("word", word)]
    elided = _ELIDED.match(word)
    if elided is not None:
        found.append(("word", elided[1] + "’"))
        word = elided[2]
        found.append(("word", word))
    size = len(word)
    if size > _LONGEST:
        return found
    if size > 4:
        found += [("ending", word[-k:]) for k in range(2, min(6, size - 2))]
    if size > 3:
        found += [("part", word[at : at + k]) for k in (2, 3) for at in range(size - k + 1)]
    if not word.isascii():
        found += [("letter", letter) for letter in word if letter > "\x7f"]
    return found


@cache
def _index() -> dict[tuple[str, str], tuple[tuple[str, float], ...]]:
    """The tables turned round: the languages of a feature, with its weight for each."""
    of: dict[tuple[str, str], list[str]] = {}
    for kind, table in (("word", WORDS), ("ending", ENDINGS), ("part", PARTS)):
        for code, listed in table.items():
            for feature in set(listed.split()):
                of.setdefault((kind, feature), []).append(code)
    for code, letters in LETTERS.items():
        for letter in letters:
            of.setdefault(("letter", letter), []).append(code)
    worth = {"word": 1.0, "ending": _ENDING, "part": _PART, "letter": _LETTER}
    return {(kind, text): tuple((code, worth[kind] / len(codes)) for code in codes) for (kind, text), codes in of.items()}
