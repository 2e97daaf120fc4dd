"""Where phrases begin and end: noun phrases, clauses, names.

Every scan looks at a bounded number of tokens, so the time is linear in the text.
"""

from newsparse.enrichers.quotes.languages import Word
from newsparse.enrichers.quotes.phrases import Range
from newsparse.enrichers.quotes.tokens import CAPITAL, NUMBER, QUOTED, WORD, Tokens

_PHRASE = 16
"""Tokens of a noun phrase."""
_CLAUSE = 60
STOPS = frozenset(",;:–—-―،؛，；：、")
COMMAS = frozenset(",،，、")
COLONS = frozenset(":：")
_HYPHENS = frozenset(["-", "-t-"])
DASHES = frozenset("–—―-")
_NAME = 6
"""Tokens of a name behind its role."""
_NAME_WORDS = 4
"""Words of a quoted stretch that may be a name."""
_NOUNS = Word.ROLE | Word.GROUP | Word.ORGANISATION | Word.DOCUMENT
_NO_FRAME = Word.AUXILIARY | Word.THAT | Word.SUBORDINATOR | Word.CONTRAST | Word.AS
_NO_PHRASE = int(
    Word.THAT
    | Word.SUBORDINATOR
    | Word.AUXILIARY
    | Word.CONTRAST
    | Word.AS
    | Word.INFINITIVE
    | Word.PREPOSITION
    | Word.TIME
    | Word.NEGATION
)


_NO_ROLE = Word.AUXILIARY | Word.CUE | Word.THAT | Word.SUBORDINATOR | Word.PRONOUN
_NO_NAME = Word.ROLE | Word.DETERMINER | Word.TIME


def phrase_after(tokens: Tokens, at: int, last: int) -> Range | None:
    """The noun phrase that begins at `at`, adverbs before it left out; None where there is none."""
    at = _past_time(tokens, at, last)
    end = at
    while end < last and end - at < _PHRASE and _goes_on(tokens, at, end, last):
        end += 1
    while end > at and (tokens.flags[end - 1] & Word.COORDINATOR or not tokens.flags[end - 1] & WORD):
        end -= 1
    return (at, _with_name(tokens, at, end, last)) if end > at else _place(tokens, at, last)


def _has_name(tokens: Tokens, first: int, end: int) -> bool:
    """Whether the phrase ends with a name of its own: "le maire Julien Perret", not "le ministre de la Défense"."""
    if not tokens.flags[end - 1] & CAPITAL:
        return any(tokens.flags[k] & CAPITAL for k in range(first, end))
    return end - 2 < first or not tokens.flags[end - 2] & (Word.GENITIVE | Word.DETERMINER)


def _place(tokens: Tokens, at: int, last: int) -> Range | None:
    """The body that speaks as a place: "сообщили в мэрии", "heißt es in dem Schreiben"."""
    if at + 1 >= last or not tokens.flags[at] & Word.PREPOSITION:
        return None
    end = next((k + 1 for k in range(at + 1, min(last, at + 4)) if tokens.flags[k] & (Word.ORGANISATION | Word.DOCUMENT)), None)
    return (at, end) if end is not None else None


def _of_name(flag: int) -> bool:
    return bool(flag & Word.PARTICLE or (flag & CAPITAL and not flag & _NO_NAME))


def _with_name(tokens: Tokens, first: int, end: int, last: int) -> int:
    """Past the name behind a role and a comma, where one stands: "le maire, Julien Perret"."""
    flags = tokens.flags
    grammar = tokens.language.grammar
    capitals = bool(grammar and grammar.capital_nouns)
    if not any(flags[k] & Word.ROLE for k in range(first, end)) or (not capitals and _has_name(tokens, first, end)):
        return end
    comma = end
    while comma < min(last, end + _NAME) and flags[comma] & WORD and not flags[comma] & _NO_ROLE:
        comma += 1
    past = comma + 1
    while past < last and past - comma <= _NAME and _of_name(flags[past]):
        past += 1
    named_there = comma < last and tokens.words[comma] in COMMAS and past > comma + 2 and (past >= last or not flags[past] & WORD)
    return past if named_there else end


def _past_time(tokens: Tokens, at: int, last: int) -> int:
    """Past adverbs and phrases of time between a verb and its subject: "sagte am Montag der Minister"."""
    while at < last:
        timed = next((k for k in range(at + 1, min(last, at + 3)) if tokens.flags[k] & Word.TIME), None)
        leading = Word.PREPOSITION | Word.DETERMINER
        if timed is not None and all(tokens.flags[k] & leading for k in range(at, timed)):
            at = timed + 1
        elif _skipped(tokens, at):
            at += 1
        else:
            break
    return at


def _skipped(tokens: Tokens, at: int) -> bool:
    """What may stand between a verb and its subject: adverbs, the hyphen of "dit-il"."""
    flag = tokens.flags[at]
    if tokens.words[at] in _HYPHENS:
        return True
    kept = Word.DETERMINER | Word.TITLE | Word.PRONOUN
    return bool(flag & (Word.ADVERB | Word.NEGATION | Word.TIME)) and not flag & kept


def _goes_on(tokens: Tokens, first: int, at: int, last: int) -> bool:
    """Whether the noun phrase from `first` holds the token `at` too."""
    flag = tokens.flags[at]
    if at == first:
        return bool(flag & WORD) and (
            bool(flag & (Word.PRONOUN | Word.DETERMINER)) or (not flag & _NO_PHRASE and not _is_verb(tokens, at))
        )
    if flag & QUOTED:
        return named(tokens, at) or (bool(tokens.flags[at - 1] & CAPITAL) and _words_in(tokens, at) <= _NAME_WORDS)
    if not flag & WORD:
        return tokens.words[at] in ".()'’&" and _within(tokens, at, last)
    if flag & CAPITAL and not flag & Word.PREPOSITION:
        return not flag & Word.TIME
    return _low_goes_on(tokens, first, at, last)


def _low_goes_on(tokens: Tokens, first: int, at: int, last: int) -> bool:
    """The same for a word in lower case."""
    flag, before = tokens.flags[at], tokens.flags[at - 1]
    if tokens.flags[first] & Word.PRONOUN and not tokens.flags[first] & Word.DETERMINER:
        return False
    if flag & (Word.GENITIVE | Word.DETERMINER):
        return bool(flag & Word.GENITIVE) or not before & CAPITAL
    if flag & _NO_PHRASE or _is_verb(tokens, at):
        return False
    if flag & Word.REPORTED and tokens.language.grammar is not None and tokens.language.grammar.caseless:
        return False
    if flag & Word.ADVERB:
        return bool(before & Word.DETERMINER)
    if flag & Word.COORDINATOR:
        return at + 1 < last and bool(tokens.flags[at + 1] & (CAPITAL | Word.DETERMINER | Word.GROUP | Word.ROLE))
    return True


def _is_verb(tokens: Tokens, at: int) -> bool:
    """Whether the word is a reporting verb with a subject of its own."""
    return bool(tokens.flags[at] & Word.CUE) and not tokens.flags[at] & CAPITAL and _finite(tokens, at)


def _words_in(tokens: Tokens, at: int) -> int:
    """Words of a quoted stretch; four characters a word where none are parted."""
    cut = tokens.cut(at, at + 1)
    return len(cut.split()) if tokens.language.spaces else len(cut) // 4 + 1


def _finite(tokens: Tokens, at: int) -> bool:
    return any(cue.position == "verb" and not cue.participle for cue in tokens.language.cues[tokens.words[at]])


def _within(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the full stop or bracket at `at` is one within a name: "Dr. Mia Brandt", "Nina Falk (SPD)"."""
    if tokens.words[at] == ".":
        return bool(tokens.flags[at - 1] & (Word.ABBREVIATION | Word.TITLE)) or tokens.ends[at - 1] - tokens.starts[at - 1] == 1
    return tokens.words[at] in "'’&" or tokens.words[at] == ")" or ")" in tokens.words[at + 1 : min(last, at + 6)]


def clause_start(tokens: Tokens, at: int, first: int) -> int:
    """The first token of the clause that `at` is in, behind commas, quotes and conjunctions."""
    for near in range(at - 1, max(first, at - _CLAUSE) - 1, -1):
        if _bounds(tokens, near, at):
            return near + 1
    return max(first, at - _CLAUSE)


def _bounds(tokens: Tokens, near: int, at: int) -> bool:
    """Whether the clause of `at` begins behind the token `near`."""
    flag = tokens.flags[near]
    if flag & QUOTED:
        return not named(tokens, near)
    if not flag & WORD:
        return tokens.words[near] in STOPS and not _tight(tokens, near)
    if flag & (Word.THAT | Word.CONTRAST) and not flag & (Word.DETERMINER | CAPITAL):
        return True
    following = Word.PREPOSITION | Word.AUXILIARY
    return bool(flag & Word.COORDINATOR) and (near + 1 >= at or bool(tokens.flags[near + 1] & following))


def _tight(tokens: Tokens, at: int) -> bool:
    """A mark within a word: 5:1, CDU–CSU; never one of a script that parts nothing by blanks."""
    if not tokens.language.spaces or not 0 < at < len(tokens.words) - 1:
        return False
    return tokens.ends[at - 1] == tokens.starts[at] and tokens.ends[at] == tokens.starts[at + 1]


def named(tokens: Tokens, at: int) -> bool:
    """Whether a quoted stretch is a name within a phrase: die Zeitung „Der Bote“, vom „Roten Kreuz“."""
    if at == 0 or _words_in(tokens, at) >= _NAME_WORDS or tokens.ends[at - 1] == tokens.starts[at]:
        return False
    before = tokens.flags[at - 1]
    grammar = tokens.language.grammar
    nouns = bool(grammar and grammar.capital_nouns)
    if before & (Word.DETERMINER | Word.ORGANISATION | Word.DOCUMENT) or (nouns and before & CAPITAL):
        return True
    stretch = tokens.stretches[at]
    words = tokens.text[stretch.inner_start : stretch.inner_end].split()
    return (
        bool(before & (Word.GENITIVE | Word.PREPOSITION)) and all(word[0].isupper() for word in words) and words[-1][-1].isalnum()
    )


def trim(tokens: Tokens, first: int, last: int) -> Range | None:
    """The range without conjunctions and marks at its ends; None where nothing is left."""
    edge = Word.COORDINATOR | Word.CONTRAST
    while first < last and not tokens.flags[first] & (WORD | QUOTED):
        first += 1
    while first < last and tokens.flags[first] & edge and not tokens.flags[first] & Word.DETERMINER:
        first += 1
    while last > first and not tokens.flags[last - 1] & (WORD | QUOTED) and tokens.words[last - 1] not in ")%":
        last -= 1
    return (first, last) if last > first else None


def end_of(tokens: Tokens, first: int, last: int) -> int:
    """`last` without the marks that end the sentence."""
    while last > first and not tokens.flags[last - 1] & (WORD | QUOTED) and tokens.words[last - 1] not in ")%":
        last -= 1
    return last


_BY_VERB = Word.ADVERB | Word.NEGATION
_NOT_BY_VERB = Word.PRONOUN | Word.DETERMINER | Word.TITLE | CAPITAL


def phrase_before(tokens: Tokens, at: int, first: int) -> Range | None:
    """The noun phrase that ends before `at`: back to the clause's start, over an apposition or relative clause in commas."""
    end = at
    if end > first and tokens.words[end - 1] in COMMAS:
        opening = next((k for k in range(end - 2, max(first, end - 40) - 1, -1) if tokens.words[k] in COMMAS), None)
        if opening is None:
            return None
        return trim(tokens, clause_start(tokens, opening, first), end)
    start = clause_start(tokens, end, first)
    while end > start and tokens.flags[end - 1] & _BY_VERB and not tokens.flags[end - 1] & _NOT_BY_VERB:
        end -= 1
    return trim(tokens, start, end)


def phrase_left(tokens: Tokens, at: int, first: int) -> Range | None:
    """The noun phrase right before `at` and no more: "ersten Angaben | zufolge"."""
    flags = tokens.flags
    adjectives = tokens.language.grammar.adjectives if tokens.language.grammar else ()
    start = at
    while start > first and at - start < _PHRASE:
        flag = flags[start - 1]
        name = flag & QUOTED and named(tokens, start - 1)
        if not (
            name
            or flag & (CAPITAL | NUMBER | Word.DETERMINER | Word.GENITIVE)
            or (start < at and tokens.words[start - 1].endswith(adjectives))
        ):
            break
        if flag & (Word.AUXILIARY | Word.PRONOUN) and not flag & Word.DETERMINER:
            break
        start -= 1
        if flag & Word.DETERMINER and not flag & Word.GENITIVE:
            break
    return trim(tokens, start, at)


def phrase_of_frame(tokens: Tokens, at: int, last: int, *, fronted: bool) -> Range | None:
    """The noun phrase behind "according to": to the comma, or to the verb where `fronted` says that one follows."""
    end = at
    while end < last and end - at < _PHRASE and _in_frame(tokens, at, end, last, fronted=fronted):
        end += 1
    return trim(tokens, at, end)


def _in_frame(tokens: Tokens, first: int, at: int, last: int, *, fronted: bool) -> bool:
    """Whether the phrase of a frame, from `first`, holds the token `at` too."""
    flag = tokens.flags[at]
    if flag & QUOTED:
        return _words_in(tokens, at) < _NAME_WORDS
    if not flag & WORD:
        return tokens.words[at] in ".()'’&-/" and at > first and _within(tokens, at, last)
    if flag & _NO_FRAME and not flag & CAPITAL:
        return False
    return at == first or not _past_phrase(tokens, at, fronted=fronted)


def _past_phrase(tokens: Tokens, at: int, *, fronted: bool) -> bool:
    """Whether the noun phrase has ended before `at`: another phrase, a verb or an adverb begins."""
    flag, before = tokens.flags[at], tokens.flags[at - 1]
    grammar = tokens.language.grammar
    assert grammar is not None
    if not grammar.capital_nouns:
        if fronted and (grammar.order == "v2" or grammar.comma):
            goes_on = Word.GENITIVE | Word.PREPOSITION | Word.COORDINATOR | Word.PARTICLE | _NOUNS
            open_ = Word.DETERMINER | Word.PREPOSITION | Word.GENITIVE | Word.COORDINATOR | (Word.ROLE if grammar.comma else 0)
            return not flag & (goes_on | CAPITAL) and not before & open_
        return not fronted and bool(flag & (Word.PREPOSITION | Word.ADVERB)) and not flag & (Word.GENITIVE | Word.DETERMINER)
    fronted = fronted and grammar.order == "v2"
    noun = bool(before & (CAPITAL | NUMBER | QUOTED)) or tokens.words[at - 1] == ")"
    if flag & (CAPITAL | Word.GENITIVE | Word.COORDINATOR):
        return False
    if flag & Word.PREPOSITION:
        return noun and not fronted
    return noun or bool(flag & Word.PRONOUN and not flag & Word.DETERMINER)


def verb_between(tokens: Tokens, first: int, last: int) -> int | None:
    """The first token that seems a finite verb; None where none does."""
    grammar = tokens.language.grammar
    flags = tokens.flags
    for at in range(first, last):
        flag = flags[at]
        if not flag & WORD or (flag & CAPITAL and at > first):
            continue
        if flag & (Word.AUXILIARY | Word.SUBJUNCTIVE):
            return at
        if _is_verb(tokens, at):
            return at
        if grammar and grammar.capital_nouns and at > first and not flag & ~(WORD | Word.FUNCTION):
            noun = flags[at - 1] & CAPITAL or flags[at - 1] & Word.PRONOUN or tokens.words[at - 1] == ")"
            if noun and not flags[at - 1] & Word.DETERMINER:
                return at
    return None
