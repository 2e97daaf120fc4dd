"""Speech without marks of its own: paragraphs that begin with a dash, and the cue that stands within the marks.

Both are told from other text by a reporting verb: "– Det gick fort, säger Anna.", « Le texte, assure X, sera voté ».
"""

import re
from collections.abc import Iterator

from newsparse.enrichers.quotes.languages import Language, Word
from newsparse.enrichers.quotes.lexer import pattern
from newsparse.enrichers.quotes.marks import Stretch

_DASHED = re.compile(r"^[ \t\u00a0]*(?:[–—―][ \t\u00a0]*|-[ \t\u00a0]+)(?=\S)", re.MULTILINE)
_TURN = re.compile(r"(?:[,.?!…][”\"»]?)?\s*[–—―]\s*|[,?!…][ \u00a0]+|\s-\s")
"""Where speech may turn into "said X"."""
_BACK = re.compile(r"[,.:]?\s*[–—―]\s*|[,.:]?\s-\s")
"""Where it turns back."""
_SENTENCE = re.compile(r"[.!?]\s+(?=[^\W\da-z_])|[,.:]?\s*[–—―]\s*")
_COMMA = re.compile(r",\s+(?:[–—―]\s+)?|\s[–—―]\s+")
_RESUME = re.compile(r"[,.]\s+(?:[–—―]\s+)?|\s[–—―]\s+")
_SUBJECT = re.compile(r"\w[\s-]+\w")
"""A verb and its subject: "dit-il", "assure X"."""
_DASHES = frozenset("–—―")
_MOST = 120
"""Characters of "said X, the mayor"."""
_WORDS = 3


def spoken(text: str, language: Language, found: list[Stretch]) -> list[Stretch]:
    """The stretches found by their marks, those with a cue inside parted, and those of paragraphs with a dash."""
    if language.grammar is None:
        return found
    if language.grammar.inside:
        found = [part for stretch in found for part in _parted(text, language, stretch)]
    if not language.dash:
        return found
    dashed = [
        stretch
        for paragraph in _DASHED.finditer(text)
        for stretch in _dialogue(text, language, paragraph.start(), paragraph.end())
    ]
    if not dashed:
        return found
    kept = _outside(found, dashed)
    return sorted([*kept, *dashed], key=lambda stretch: stretch.start)


def _outside(found: list[Stretch], dashed: list[Stretch]) -> list[Stretch]:
    """The stretches that no dashed one holds or cuts."""
    kept, at = [], 0
    for stretch in found:
        while at < len(dashed) and dashed[at].end <= stretch.start:
            at += 1
        if at == len(dashed) or dashed[at].start >= stretch.end:
            kept.append(stretch)
    return kept


def _dialogue(text: str, language: Language, start: int, speech: int) -> Iterator[Stretch]:
    """The speech of one paragraph that begins with a dash; nothing where no cue says that it is speech."""
    end = text.find("\n", speech)
    end = len(text) if end < 0 else end
    at = speech
    while at < end:
        turn = _next_turn(text, language, at, end)
        if turn is None:
            return
        yield _stretch(start if at == speech else at, turn[0], at)
        resume = _SENTENCE if language.grammar is not None and language.grammar.dash_paragraph else _BACK
        back = resume.search(text, turn[1], min(end, turn[1] + _MOST))
        if back is None:
            return
        at = back.end()
        if _next_turn(text, language, at, end) is None:
            last = len(text[at:end].rstrip()) + at
            if last > at:
                yield _stretch(at, last, at)
            return


def _next_turn(text: str, language: Language, at: int, end: int) -> tuple[int, int] | None:
    """(past the speech, where the cue begins) of the next place where speech turns into "said X"."""
    for turn in _TURN.finditer(text, at, end):
        if turn.start() > at and begins_with_cue(text, turn.end(), end, language):
            past = turn.start()
            while past < turn.end() and text[past] in '.?!…”"»':
                past += 1
            return past, turn.end()
    return None


def _stretch(start: int, end: int, inner: int) -> Stretch:
    return Stretch(start, end, inner, end, closed=True, dash=True)


def _parted(text: str, language: Language, stretch: Stretch) -> list[Stretch]:
    """The stretch before and behind the cue that stands within its marks; itself where none does."""
    for comma in _COMMA.finditer(text, stretch.inner_start, stretch.inner_end):
        if not begins_with_cue(text, comma.end(), stretch.inner_end, language):
            continue
        back = _RESUME.search(text, comma.end(), min(stretch.inner_end, comma.end() + _MOST))
        if back is None or not (
            (comma[0].strip() in _DASHES and language.grammar and language.grammar.drop)
            or _SUBJECT.search(text, comma.end(), back.start())
        ):
            continue
        return [
            Stretch(stretch.start, comma.start(), stretch.inner_start, comma.start()),
            Stretch(back.end(), stretch.end, back.end(), stretch.inner_end, stretch.closed),
        ]
    return [stretch]


def begins_with_cue(text: str, at: int, end: int, language: Language) -> bool:
    """Whether a reporting verb stands there, with or without its auxiliary."""
    helped = False
    for number, word in enumerate(pattern(language).finditer(text, at, end)):
        lower = word[0].lower()
        flag = language.flags.get(lower, 0)
        cues = [cue for cue in language.cues.get(lower, ()) if cue.position == "verb"]
        if any(cue.participle == helped or not cue.participle for cue in cues) and (number == 0 or helped):
            return True
        helped = helped or bool(flag & Word.AUXILIARY)
        if number == _WORDS or not (helped or flag & (Word.ADVERB | Word.PRONOUN)):
            return any(cue.rest and _follows(text, word.end(), end, cue.rest, language) for cue in cues)
    return False


def _follows(text: str, at: int, end: int, rest: tuple[str, ...], language: Language) -> bool:
    words = pattern(language).finditer(text, at, end)
    return all(next(words, [""])[0].lower() == wanted for wanted in rest)
