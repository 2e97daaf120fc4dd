"""Phrases without a parser: cues in their place, edges of noun phrases, finite verbs.

Every scan is bounded by its sentence and by `REACH` tokens.
"""

from newsparse.enrichers.quotes.languages import Cue, Word
from newsparse.enrichers.quotes.tokens import CAPITAL, CONTRACTED, POSSESSOR, QUOTED, WORD, Tokens

REACH = 40
Range = tuple[int, int]
_FINITE = int(Word.AUXILIARY | Word.VERB) | CONTRACTED
_NP_STOP = int(Word.AUXILIARY | Word.SUBORDINATOR | Word.CONTRAST | Word.RELATIVE | Word.WHETHER | Word.INFINITIVE | Word.SUBJECT)
_CLAUSE = _NP_STOP & ~int(Word.INFINITIVE)
_BEFORE_NOUN = Word.DETERMINER | Word.POSSESSIVE | Word.PREPOSITION
_ABOUT_VERB = Word.AUXILIARY | Word.ADVERB | Word.NEGATION
_ALONE = Word.RELATIVE | Word.PRONOUN
_LED_IN = Word.PREPOSITION | Word.COORDINATOR | Word.ADVERB | Word.INFINITIVE
_JOINING = Word.PREPOSITION | Word.COORDINATOR
_OPENING = Word.DETERMINER | CAPITAL
_NO_NAME = Word.SUBJECT | Word.SUBORDINATOR | Word.CONTRAST | Word.WHETHER
_DASHES = frozenset("—–-―")
_IN_PHRASE = frozenset("&$%#")
_IN_NOUN_PHRASE = _IN_PHRASE | {"(", ")"}


def match(tokens: Tokens, at: int, last: int, position: str | None = None) -> tuple[Cue, int] | None:
    """(cue, past its last token) of the longest cue at `at`; None where none begins."""
    words = tokens.words
    for cue in tokens.language.cues.get(words[at], ()):
        if position is None or cue.position == position:
            end = at + 1 + len(cue.rest)
            if end <= last and (not cue.rest or tuple(words[at + 1 : end]) == cue.rest):
                return cue, end
    return None


def among(flags: list[int], mask: int) -> bool:
    """Whether any of the tokens has one of the flags."""
    for flag in flags:  # noqa: SIM110  `any` would make a generator, and a first token tells most
        if flag & mask:
            return True
    return False


def finite_in(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a finite verb seems to stand between the tokens."""
    flags = tokens.flags
    for at in range(first, min(last, first + REACH)):
        flag = flags[at]
        if flag & _FINITE and not flag & POSSESSOR:
            return True
        if flag & Word.CUE and not flag & CAPITAL and at > first:
            cue = match(tokens, at, last, "verb")
            if cue is not None and not cue[0].participle and not flags[at - 1] & _BEFORE_NOUN:
                return True
    return False


def skip_left(tokens: Tokens, at: int, first: int) -> int:
    """The place before the adverbs, auxiliaries and negations that stand to the left of a verb, from `at` leftwards."""
    flags = tokens.flags
    while at >= first and _of_verb(tokens, at, first) and not flags[at] & CONTRACTED:
        if flags[at] & Word.SUBJECT:
            break
        at -= 1
        if at - 3 >= first and tokens.words[at] == "," == tokens.words[at - 2] and flags[at - 1] & Word.ADVERB:
            at -= 3  # "has, however, said"
    return at


def _of_verb(tokens: Tokens, at: int, first: int) -> bool:
    """Whether a word before a verb belongs to it: an auxiliary, an adverb, "not", "both" behind an auxiliary."""
    flag = tokens.flags[at]
    if flag & _ABOUT_VERB:
        return True
    return bool(flag & Word.GROUP and flag & Word.DETERMINER and at > first and tokens.flags[at - 1] & Word.AUXILIARY)


def noun_phrase_left(tokens: Tokens, at: int, first: int) -> Range | None:
    """The noun phrase that ends with token `at`."""
    flags = tokens.flags
    if at < first:
        return None
    flag = flags[at]
    if tokens.words[at] == ")":
        begin = opening_of(tokens, at, first)
        head = noun_phrase_left(tokens, begin - 1, first) if begin is not None and tokens.words[begin - 1] != ")" else None
        return None if head is None else (head[0], at + 1)
    if flag & Word.PRONOUN and not flag & (Word.SUBJECT | Word.POSSESSIVE) and at > first and flags[at - 1] & CAPITAL:
        return noun_phrase_left(tokens, at - 1, first)  # "Lee himself"
    if (flag & Word.SUBJECT and not flag & CONTRACTED) or flag & _ALONE:
        return (at, at + 1)
    begin = at
    while begin >= first and at - begin < REACH and _in_phrase(tokens, begin, first):
        begin -= 1
    begin += 1
    while begin <= at and flags[begin] & _LED_IN and not flags[begin] & _OPENING:
        begin += 1
    while begin <= at and flags[begin] & Word.COORDINATOR:
        begin += 1
    if begin + 1 < at and flags[begin] & Word.PREPOSITION and flags[begin + 1] & Word.TIME:
        begin += 2  # "On Monday the mayor"
    if begin > at or not among(flags[begin : at + 1], WORD):
        return None
    if flags[at] & _JOINING and not flags[at] & CAPITAL:
        return None
    return (begin, at + 1)


def _in_phrase(tokens: Tokens, at: int, first: int) -> bool:
    flag = tokens.flags[at]
    if flag & WORD:
        if flag & CAPITAL and not flag & _NO_NAME:
            return True
        if flag & _NP_STOP:
            led = flag & Word.INFINITIVE and tokens.flags[at + 1] & (Word.DETERMINER | Word.POSSESSIVE | CAPITAL)
            return bool(led or (flag & Word.SUBJECT and flag & Word.GROUP))  # "close to the talks"; "one man"
        if flag & Word.COORDINATOR:
            return _joins(tokens, at, first)
        if flag & Word.VERB or (flag & Word.THAT and not flag & Word.DETERMINER):
            return bool(at > first and tokens.flags[at - 1] & (Word.DETERMINER | Word.ADVERB | Word.PREPOSITION | POSSESSOR))
        return True
    if flag & QUOTED:
        ended = tokens.text[tokens.stretches[at].inner_end - 1] in ",.?!"
        return at > first and not ended and bool(tokens.flags[at - 1] & WORD)
    word = tokens.words[at]
    if word == ".":
        return at > first and bool(tokens.flags[at - 1] & Word.ABBREVIATION or len(tokens.words[at - 1]) == 1)
    return word in _IN_PHRASE or (word in "()" and at > first)


def _joins(tokens: Tokens, at: int, first: int) -> bool:
    """Whether an "and" joins two nouns rather than two clauses: no verb before it in its clause."""
    if at <= first or not tokens.flags[at - 1] & WORD:
        return False
    begin = at
    while begin > first and at - begin < REACH and tokens.flags[begin - 1] & (WORD | QUOTED):
        begin -= 1
    if tokens.flags[begin] & Word.CUE and any(
        cue.lemma == tokens.words[begin] for cue in tokens.language.cues[tokens.words[begin]]
    ):
        begin += 1  # “A,” state senator Lee and senator Ray said
    return not finite_in(tokens, begin, at)


def noun_phrase_right(tokens: Tokens, at: int, last: int) -> int:
    """Past the end of the noun phrase that begins at `at`; `at` where none does."""
    words, flags = tokens.words, tokens.flags
    if at < last and flags[at] & Word.SUBJECT and not flags[at] & (CONTRACTED | Word.GROUP):
        return at + 1
    end = at
    while end < last and end - at < REACH:
        flag = flags[end]
        if flag & WORD:
            if end > at and _verb_begins(tokens, end):
                break
        elif words[end] == ".":
            if not _in_phrase(tokens, end, at) or end + 1 >= last:
                break
        elif words[end] not in _IN_NOUN_PHRASE and not (flag & QUOTED and end > at and flags[end - 1] & WORD):
            break
        end += 1
    return end


def _verb_begins(tokens: Tokens, at: int) -> bool:
    """Whether a word within a phrase is rather the verb or the clause behind it."""
    flag, before = tokens.flags[at], tokens.flags[at - 1]
    if flag & CAPITAL:
        return False
    if flag & _CLAUSE:
        return True
    if flag & Word.CUE and not flag & Word.NOMINAL and not before & _BEFORE_NOUN:
        found = match(tokens, at, len(tokens.words), "verb")
        return found is not None and not found[0].participle
    return bool(flag & Word.VERB) and not before & (Word.DETERMINER | Word.ADVERB)


def trimmed(tokens: Tokens, first: int, last: int) -> int:
    """`last` moved before closing punctuation."""
    while last > first and not tokens.flags[last - 1] & (WORD | QUOTED) and tokens.words[last - 1] not in ")%":
        last -= 1
    return last


def ends_sentence(tokens: Tokens, at: int, last: int) -> bool:
    """Whether nothing but closing punctuation stands from `at` on."""
    return not among(tokens.flags[at:last], WORD | QUOTED)


def opening_of(tokens: Tokens, at: int, first: int) -> int | None:
    """Where the insertion that ends at `at` began."""
    words = tokens.words
    opening = "(" if words[at] == ")" else words[at]
    while at > first and words[at] in _DASHES and words[at - 1] == opening:
        at -= 1  # two hyphens for a dash
    begin = at - 1
    while begin > first and at - begin < REACH and words[begin] != opening:
        begin -= 1
    return begin if words[begin] == opening and begin > first else None


def reports_soon(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a subject and a reporting verb stand here: ", which he called"."""
    return any(
        tokens.flags[k] & Word.CUE and not tokens.flags[k] & CAPITAL and not tokens.flags[k] & Word.NOMINAL
        for k in range(at, min(at + 4, last))
    )
