"""A text as parallel lists of words, with the flags of its language, each outermost quoted stretch one token.

Sentence splitting and phrase scans so step over what is quoted. Sentences are ranges of tokens.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, chain, compress
from operator import itemgetter

import attrs

from newsparse.enrichers.quotes import lexer
from newsparse.enrichers.quotes.languages import Language, Word
from newsparse.enrichers.quotes.marks import Stretch
from newsparse.kit.memory import Memory

_APOSTROPHE = re.compile("['’]")
# Flags of the engine's own, below those of Word.
QUOTED = 1 << 2
CAPITAL = 1 << 1
NEWLINE = 1 << 3
NUMBER = 1 << 4
POSSESSOR = 1 << 5
"""A word that ends in 's."""
CONTRACTED = 1 << 6
"""A pronoun with its verb: he's, they'll."""
PUNCTUATION = 1 << 7
WORD = 1 << 0
ENDS = frozenset(".?!…。？！؟")
_CLOSING = frozenset(")]}\"”’'»")
_TITLES = int(Word.TITLE | Word.TITLE_M | Word.TITLE_F)
_SOON = 4
"""Words behind a comma within which the verb of a tag stands."""
_TAG = 80
"""Characters in which a tag behind a quotation is looked for."""
_DASHES = frozenset("—–―-")
_DATELINE = 14
"""Tokens within which the dash of a dateline stands."""
_LONGEST = 200
"""Tokens of a sentence; a longer one is cut, so that no scan runs far."""
_TELLING = int(Word.CUE | Word.FRAME | Word.NOUN)
_TURNS = frozenset(",:;—–―-")
_Known = tuple[str, int, bool, bool, bool]
"""Of a word: as `_plain` has it, its flags, whether it has a capital, is a spot, and may end a sentence."""
_WORDS, _SIZES = itemgetter(0), itemgetter(1)


@attrs.define(slots=True)
class Tokens:
    """Parallel lists over the tokens, and `sentences` as (first, past the last)."""

    text: str
    language: Language
    words: list[str]
    """Lower case; a quoted stretch is its opening mark."""
    starts: list[int]
    ends: list[int]
    flags: list[int]
    """Of a quoted stretch `QUOTED` and nothing else, so that `in` finds one."""
    stretches: dict[int, Stretch]
    """By token."""
    capitals: list[int]
    """The words that begin with a capital."""
    spots: list[int]
    """What reports may be around or stop at: words that report, quotations, commas, dashes, colons and semicolons."""
    sentences: list[tuple[int, int]]
    actors: dict[int, list[tuple[int, tuple[int, int], bool]]] = attrs.field(factory=dict)
    """What `phrases.acting_subject` found, by the first token of the sentence."""

    def spots_in(self, first: int, last: int) -> list[int]:
        """The spots from token `first` to before token `last`."""
        return self.spots[bisect_left(self.spots, first) : bisect_left(self.spots, last)]

    def sentence_of(self, token: int) -> int:
        """The number of the sentence that holds the token."""
        return max(0, bisect_right(self.sentences, (token, len(self.words) + 1)) - 1)

    def cut(self, first: int, last: int) -> str:
        """The text from token `first` to before token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


def tokenise(text: str, language: Language, stretches: list[Stretch]) -> Tokens:
    """The text's tokens; what lies inside `stretches` is not looked into."""
    known: list[_Known] = []
    starts: list[int] = []
    ends: list[int] = []
    quoted: dict[int, Stretch] = {}
    at = 0
    for stretch in _before_tags(text, language, stretches):
        _lex(text, at, stretch.start, language, known, starts, ends)
        quoted[len(known)] = stretch
        known.append((_plain(text[stretch.start : stretch.inner_start] or '"'), QUOTED, False, True, True))
        starts.append(stretch.start)
        ends.append(stretch.end)
        at = stretch.end
    _lex(text, at, len(text), language, known, starts, ends)
    if not known:
        return Tokens(text, language, [], [], [], [], {}, [], [], [])
    plain, flags, capital, spot, stop = map(list, zip(*known, strict=True))
    places = range(len(known))
    capitals, spots = list(compress(places, capital)), list(compress(places, spot))
    tokens = Tokens(text, language, plain, starts, ends, flags, quoted, capitals, spots, [])
    for token in capitals if language.grammar is None else ():
        if flags[token] & Word.TIME and _named(tokens, token):
            flags[token] = WORD | CAPITAL
    tokens.sentences = _sentences(tokens, list(compress(places, stop)))
    return tokens


def _named(tokens: Tokens, at: int) -> bool:
    """Whether a month is someone's name: "Theresa May", "Mrs. May", "May said", “No,” said May."""
    words, flags = tokens.words, tokens.flags
    before = at - 1 if at and words[at - 1] != "." else at - 2
    if before >= 0 and (flags[before] & _TITLES or (before == at - 1 and words[before] in tokens.language.given)):
        return bool(flags[before] & CAPITAL)
    following = flags[at + 1] if at + 1 < len(flags) else PUNCTUATION
    if at == 0 or flags[at - 1] & (QUOTED | NEWLINE) or words[at - 1] in ENDS:
        return bool(following & Word.CUE) and all(cue.lemma != words[at + 1] for cue in tokens.language.cues[words[at + 1]])
    return at > 1 and bool(flags[at - 2] & QUOTED and flags[at - 1] & Word.CUE) and not following & WORD


def _before_tags(text: str, language: Language, stretches: list[Stretch]) -> Iterator[Stretch]:
    """The stretches, those never closed cut before their tag: “It was dark, said Lena Moss."""
    for number, stretch in enumerate(stretches):
        if stretch.closed:  # as nearly all are
            yield stretch
            continue
        reopened = number + 1 < len(stretches) and not text[stretch.end : stretches[number + 1].start].strip()
        tag = None if reopened else _tag(text, language, stretch)
        yield stretch if tag is None else attrs.evolve(stretch, end=tag, inner_end=tag)


def _tag(text: str, language: Language, stretch: Stretch) -> int | None:
    """Past the comma in the last words of the stretch behind which a reporting verb stands."""
    comma = stretch.inner_end
    low = max(stretch.inner_start + 1, comma - _TAG)
    while (comma := text.rfind(",", low, comma)) >= 0:
        words = [
            word[0].lower() for word in lexer.pattern(language).finditer(text, comma + 1, stretch.inner_end) if word[0].isalnum()
        ]
        if any(language.flags.get(word, 0) & Word.CUE for word in words[:_SOON] + words[-1:]):
            return comma + 1
    return None


def _lex(text: str, start: int, end: int, language: Language, known: list[_Known], starts: list[int], ends: list[int]) -> None:
    """Add the tokens of a stretch and their places: run by run what is remembered of it, but the last, behind which no blank is.

    Where other white space than a blank stands before a run, its places do not add up, and the whole stretch is read anew.
    """
    words = _memory(language)
    if not language.spaces:
        for first, last in lexer.unparted(text, start, end, language):
            known.append(words[text[first:last]])
            starts.append(first)
            ends.append(last)
        return
    start += text.startswith(" ", start, end)  # as it does behind a quotation
    rest = text[start:end]
    *between, last_run = rest.split(" ")
    runs = list(map(_runs(language).__getitem__, between))
    places = list(accumulate(chain.from_iterable(map(_SIZES, runs)), initial=start))
    if places[-1] + len(last_run) == end:
        known += chain.from_iterable(map(_WORDS, runs))
        starts += places[:-1:2]
        ends += places[1::2]
        start, rest = places[-1], last_run
    if rest:
        parts = lexer.parting(language).split(rest)  # what is between words, a word, and so on
        places = list(accumulate(map(len, parts), initial=start))
        known += map(words.__getitem__, parts[1::2])
        starts += places[1:-1:2]
        ends += places[2::2]


def _plain(word: str) -> str:
    """In lower case, an elided word with the apostrophe of the tables."""
    return word[:-1].lower() + "’" if word[-1] == "'" and len(word) > 1 else word.lower()


@lru_cache(maxsize=64)
def _runs(language: Language) -> Memory[tuple[tuple[_Known, ...], tuple[int, ...]]]:
    """By what stands between two blanks: its words; and in turn how long a word is and what stands behind it, the blank too."""
    split, words = lexer.parting(language).split, _memory(language)

    def known(run: str) -> tuple[tuple[_Known, ...], tuple[int, ...]]:
        if run.isalnum():  # one word, as most are
            return (words[run],), (len(run), 1)
        parts = split(f"{run} ")
        return tuple(map(words.__getitem__, parts[1::2])), tuple(map(len, parts[1:]))

    return Memory(known)


@lru_cache(maxsize=64)
def _memory(language: Language) -> Memory[_Known]:
    """What is known of a word."""

    def known(word: str) -> _Known:
        flag = _flag(word, language)
        return _plain(word), flag, bool(flag & CAPITAL), bool(flag & _TELLING) or word in _TURNS, word in ENDS or word == "\n"

    return Memory(known)


def _flag(word: str, language: Language) -> int:
    if word == "\n":
        return NEWLINE
    first = word[0]
    if not first.isalnum():
        return PUNCTUATION
    lower = word.lower()
    flag = language.flags.get(lower, 0) | WORD
    if first.isupper():
        flag |= CAPITAL
    elif lower.isdigit():
        flag |= NUMBER
    elif flag & ~WORD == 0:
        if lower.endswith(language.adverb_endings):
            flag |= Word.ADVERB
        elif lower.endswith(language.finite_endings):
            flag |= Word.VERB
    if flag & ~(CAPITAL | WORD) == 0:
        flag |= next((kind for ends, kind in language.compounds if lower.endswith(ends)), 0)
    parts = _APOSTROPHE.split(lower)
    if len(parts) == 2 and flag & ~(CAPITAL | WORD) == 0:
        head, tail = parts
        base = language.flags.get(head, 0)
        if base & Word.SUBJECT:
            flag |= base | CONTRACTED | Word.AUXILIARY
        elif tail in {"s", ""}:
            flag |= POSSESSOR | base & (Word.ROLE | Word.GROUP | Word.ORGANISATION | Word.TIME | Word.DOCUMENT)
    return flag


def _sentences(tokens: Tokens, stops: list[int]) -> list[tuple[int, int]]:
    """The ranges of the sentences; `stops` are newlines, quotations and full stops."""
    found: list[tuple[int, int]] = []
    flags, words = tokens.flags, tokens.words
    count = len(words)
    first = _past_dateline(tokens, 0, count)
    before = -1
    for at in stops:
        if at < first:
            continue
        if at - first > _LONGEST:
            first = _parted(flags, first, before, at, found)
        before = at
        flag = flags[at]
        if flag & NEWLINE:
            if at > first:
                found.append((first, at))
            first = _past_dateline(tokens, at + 1, count)
        elif (flag & QUOTED and _quote_ends(tokens, at, count)) or (words[at] in ENDS and _stop(tokens, at, count)):
            end = at + 1
            while end < count and words[end] in _CLOSING and tokens.starts[end] == tokens.ends[end - 1]:
                end += 1
            found.append((first, end))
            first = end
    if count - first > _LONGEST:
        first = _parted(flags, first, before, count, found)
    if count > first:
        found.append((first, count))
    return found


def _parted(flags: list[int], first: int, before: int, last: int, found: list[tuple[int, int]]) -> int:
    """Where the last part of a long sentence begins; the parts before it are added to those found.

    Up to the token `before` it has been looked for already.
    """
    while True:
        cut = next((at for at in range(max(first + _LONGEST, before) + 1, last) if flags[at] & WORD), None)
        if cut is None:
            return first
        found.append((first, cut))
        first = cut


def _past_dateline(tokens: Tokens, first: int, count: int) -> int:
    """Past "GENEVA, Jan. 10 (Agency) --" at the beginning of a paragraph; `first` where none stands there."""
    if (
        first >= count
        or not tokens.flags[first] & CAPITAL
        or len(tokens.words[first]) < 3
        or not tokens.cut(first, first + 1).isupper()
    ):
        return first
    if _DASHES.isdisjoint(tokens.words[first + 1 : first + _DATELINE]):  # most paragraphs in capitals, too
        return first
    for at in range(first + 1, min(first + _DATELINE, count)):
        if tokens.words[at] in _DASHES and tokens.starts[at] > tokens.ends[at - 1]:
            while at + 1 < count and tokens.words[at + 1] in _DASHES:
                at += 1  # noqa: PLW2901  the dash of two hyphens
            return at + 1
        if tokens.flags[at] & (NEWLINE | QUOTED) or tokens.flags[at] & (Word.AUXILIARY | CAPITAL) == Word.AUXILIARY:
            break
    return first


def _stop(tokens: Tokens, at: int, count: int) -> bool:
    """Whether the full stop at `at` ends a sentence: not within one, not behind an abbreviation."""
    following = at + 1
    if following >= count:
        return True
    if (
        tokens.words[following] == ")"
        and following + 1 < count
        and not tokens.flags[following + 1] & (CAPITAL | QUOTED | NEWLINE)
    ):
        return False
    if tokens.starts[following] == tokens.ends[at] and tokens.words[following] not in _CLOSING:
        return not tokens.words[at].isascii()
    if tokens.words[at] == "." and at and tokens.flags[at - 1] & WORD and tokens.starts[at] == tokens.ends[at - 1]:
        before = tokens.words[at - 1]
        if tokens.flags[at - 1] & NUMBER and len(before) <= 2 and _ordinal(tokens, following):
            return False
        initial = len(before) == 1 and tokens.flags[at - 1] & CAPITAL and before != "i"
        if initial or tokens.flags[at - 1] & Word.ABBREVIATION:
            title = tokens.flags[at - 1] & (Word.TITLE | Word.TITLE_M | Word.TITLE_F)
            nameless = not tokens.flags[following] & CAPITAL
            # "the U.S. He said": a pronoun, a determiner or a quote begins the next sentence.
            starts_anew = tokens.flags[following] & CAPITAL and tokens.flags[following] & (
                Word.SUBJECT | Word.DETERMINER | Word.SUBORDINATOR
            )
            return not (title or initial or nameless) and bool(starts_anew)
    grammar = tokens.language.grammar
    if grammar is not None and grammar.caseless:
        return True
    return bool(tokens.flags[following] & (CAPITAL | QUOTED | NEWLINE | NUMBER)) or not tokens.flags[following] & WORD


def _ordinal(tokens: Tokens, following: int) -> bool:
    """Whether a number with a full stop counts what follows: "am 2. Juni", "zum 30. Jahrestag"."""
    grammar = tokens.language.grammar
    flag = tokens.flags[following]
    if grammar is None or not flag & WORD:
        return False
    return bool(flag & Word.TIME) or (
        grammar.capital_nouns and not flag & (Word.DETERMINER | Word.PRONOUN | Word.PREPOSITION | Word.ADVERB)
    )


def _quote_ends(tokens: Tokens, at: int, count: int) -> bool:
    """Whether a quoted stretch ends its sentence: a full stop inside, and a new sentence after."""
    stretch = tokens.stretches[at]
    last = tokens.text[stretch.inner_end - 1]
    if last not in ENDS or at + 1 >= count:
        return last in ENDS
    if not tokens.flags[at + 1] & (CAPITAL | QUOTED | NEWLINE):
        return False
    trails = tokens.text.endswith(("..", "…"), 0, stretch.inner_end)
    if last in ".。" and not trails:
        return not _tag_alone(tokens, at + 1, count)
    return not _tagged(tokens, at, count)


def _tag_alone(tokens: Tokens, at: int, count: int) -> bool:
    """Whether a name and a reporting verb are all of a sentence: “It is late.” Reyes said."""
    end = at
    while end < count and end - at < _SOON and tokens.flags[end] & CAPITAL and not tokens.flags[end] & (Word.CUE | QUOTED):
        end += 1
    if end == at or end + 1 >= count or not tokens.flags[end] & Word.CUE or tokens.words[end + 1] != ".":
        return False
    if not any(cue.cue_class == "speech" and not cue.rest for cue in tokens.language.cues[tokens.words[end]]):
        return False
    return end + 2 >= count or bool(tokens.flags[end + 2] & (NEWLINE | QUOTED | CAPITAL))


def _tagged(tokens: Tokens, at: int, count: int) -> bool:
    """Whether a reporting verb with its subject follows: "Why?" Mr Lee asked."""
    for near in range(at + 1, min(at + 16, count)):
        flag = tokens.flags[near]
        if flag & Word.CUE:
            return not (near + 2 < count and tokens.words[near + 1] in ",:" and tokens.flags[near + 2] & QUOTED)
        if not flag & (WORD | QUOTED) and tokens.words[near] not in ".,":
            return False
        if flag & (Word.AUXILIARY | Word.SUBORDINATOR):
            return False
    return False
