"""Reporting verbs in their places: verbs, not nouns, with their auxiliaries; who does the saying, and to whom."""

from newsparse.enrichers.quotes.languages import Cue, Frame, Word
from newsparse.enrichers.quotes.phrases import Range, among, noun_phrase_left, skip_left
from newsparse.enrichers.quotes.report import Hit
from newsparse.enrichers.quotes.subjects import acting_subject, caused_subject, clause_subject, nearest_subject, subject
from newsparse.enrichers.quotes.tokens import CAPITAL, CONTRACTED, NUMBER, POSSESSOR, QUOTED, WORD, Tokens

_OWNERS = int(Word.DETERMINER | Word.POSSESSIVE) | POSSESSOR
_BEFORE_NOUN = _OWNERS | Word.PREPOSITION
_ACTING = Word.SUBJECT | Word.RELATIVE | Word.THAT | Word.TIME | Word.GROUP
_OPENERS = (
    int(
        Word.THAT
        | Word.SUBJECT
        | Word.DETERMINER
        | Word.POSSESSIVE
        | Word.WHETHER
        | Word.INFINITIVE
        | Word.PREPOSITION
        | Word.ADVERB
    )
    | CAPITAL
    | QUOTED
    | NUMBER
)
"""What a phrase may begin with."""
_LOOSE = int(Word.PREPOSITION | Word.WHETHER | Word.ADVERB)
"""Of these, what follows a noun as well."""


_NO_NOUN = (
    int(Word.SUBJECT | Word.THAT | Word.WHETHER | Word.INFINITIVE | Word.DETERMINER | Word.PREPOSITION | Word.TIME | Word.ADVERB)
    | CAPITAL
)
_GOING_ON = Word.COORDINATOR | Word.CONTRAST
_NAME = 6
"""Tokens of a name."""
_NO_HEAD = int(Word.PREPOSITION | Word.COORDINATOR | Word.CONTRAST | Word.SUBORDINATOR | Word.VERB | Word.ADVERB)


def hit_at(tokens: Tokens, cue: Cue, at: int, end: int, first: int, last: int) -> Hit | None:
    """The verb with its auxiliaries; None where the word is a noun or an adjective here."""
    flags = tokens.flags
    begin = skip_left(tokens, at - 1, first) + 1
    before = flags[begin - 1] if begin > first else 0
    helped = begin < at and among(flags[begin:at], Word.AUXILIARY)
    contracted = bool(before & CONTRACTED)
    if begin > first and before & Word.INFINITIVE:
        return Hit(cue, begin - 1, at, end, "infinitive")
    if cue.participle:
        if before & _OWNERS and not helped:
            return None
        return Hit(cue, begin, at, end, "finite" if helped or contracted else "participle")
    if not helped and before & _BEFORE_NOUN and not before & _ACTING:
        return None
    if flags[at] & CAPITAL and at > first and begin == at and not _headline(tokens, first, last):
        return None
    if helped and _passive(tokens, cue, begin, at):
        return Hit(cue, begin, at, end, "passive")
    if flags[at] & Word.NOMINAL and not helped and not contracted and not _verb_here(tokens, cue, at, end, begin, first, last):
        return None
    return Hit(cue, begin, at, end, "finite")


def _passive(tokens: Tokens, cue: Cue, begin: int, at: int) -> bool:
    """Whether the nearest auxiliary makes a passive of the verb."""
    near = at - 1
    while near > begin and not tokens.flags[near] & Word.AUXILIARY:
        near -= 1
    return bool(tokens.flags[near] & Word.PASSIVE) and tokens.words[at] != cue.lemma


def _verb_here(tokens: Tokens, cue: Cue, at: int, end: int, begin: int, first: int, last: int) -> bool:
    """Whether a word that may be a noun is a verb: it agrees with what stands before it, and a phrase follows."""
    words, flags = tokens.words, tokens.flags
    if begin <= first or end >= last:
        return begin > first and words[at] != cue.lemma and _tags(tokens, begin - 1, first)
    before = begin - 1
    if flags[before] & (Word.SUBJECT | Word.RELATIVE):
        return True
    if before > first and flags[before - 1] & Word.AUXILIARY and words[before].endswith(tokens.language.participle_endings):
        return False  # "is airing views"
    named = flags[before] & (CAPITAL | Word.GROUP) and not flags[before] & Word.DEMONYM
    openers = _OPENERS if named or words[before] in ",)" else _OPENERS & ~_LOOSE
    if flags[end] & Word.THAT and end + 1 < last and flags[end + 1] & (Word.VERB | Word.AUXILIARY):
        return False  # "the ventures that doubled"
    if not flags[end] & openers and words[end] != ":":
        return not flags[end] & WORD and words[at] != cue.lemma and _tags(tokens, before, first)
    plural = bool(flags[before] & Word.GROUP) or words[before].endswith(tokens.language.plural_endings)
    if words[before] in ",)":
        return True
    if words[at] == cue.lemma:
        return plural
    that = flags[end] & Word.THAT and end + 1 < last and not flags[end + 1] & (Word.VERB | Word.AUXILIARY | Word.CUE)
    return not plural or bool(flags[before] & CAPITAL or that)


def _tags(tokens: Tokens, at: int, first: int) -> bool:
    """Whether a name that ends with the token stands right behind quoted words and their comma: “A,” Ann Lee notes."""
    begin = at
    while begin > first and at - begin < _NAME and tokens.flags[begin] & CAPITAL:
        begin -= 1
    if begin == at or not tokens.flags[begin] & QUOTED:
        return False
    return tokens.text[tokens.stretches[begin].inner_end - 1] in ",?!"


def _headline(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the sentence is written with capitals throughout."""
    low = sum(
        1 for k in range(first, min(last, first + 25)) if tokens.flags[k] & WORD and not tokens.flags[k] & (CAPITAL | NUMBER)
    )
    high = sum(1 for k in range(first, min(last, first + 25)) if tokens.flags[k] & CAPITAL)
    return high > 2 * low


def source_of(tokens: Tokens, hit: Hit, first: int, done: int, owner: Range | None) -> Range | None:
    """Who, to the left of the verb; for a participle and an infinitive whoever acts in the sentence."""
    words, flags = tokens.words, tokens.flags
    before = hit.first - 1
    if before < done:
        return owner
    if flags[before] & CONTRACTED:
        return (before, before + 1)
    if hit.form == "participle":
        return _source_of_participle(tokens, hit, first, owner)
    if hit.form == "infinitive":
        return caused_subject(tokens, first, before) or nearest_subject(tokens, first, before) or owner
    if flags[before] & _GOING_ON:
        return _source_of_coordinate(tokens, first, done, before, owner)
    if words[before] == "," and before > first and flags[before - 1] & QUOTED:
        return None
    return subject(tokens, before, first)


def _source_of_coordinate(tokens: Tokens, first: int, done: int, before: int, owner: Range | None) -> Range | None:
    """Whoever acts in the clause that goes on: "after X won and thanked", "people who saw it and praised"."""
    near = clause_subject(tokens, first, before) if tokens.words[before - 1] != "," else None
    if near is not None and near[0] >= done:
        return near
    return owner or acting_subject(tokens, first, before)


def _source_of_participle(tokens: Tokens, hit: Hit, first: int, owner: Range | None) -> Range | None:
    """Whoever acts, unless the noun right before does: "critics saying"; not a body that is issued: "a statement saying"."""
    flags = tokens.flags
    before = hit.first - 1
    if flags[before] & Word.AS and before > first and any(flags[k] & Word.CUE for k in range(max(first, before - 6), before)):
        return _quoted_as(tokens, before - 1, first)
    issued = hit.cue.cue_class == "speech" and not flags[before] & (Word.GROUP | Word.ROLE | CAPITAL)
    if flags[before] & WORD and not flags[before] & _NO_HEAD and not issued:
        return subject(tokens, before, first) or owner or acting_subject(tokens, first, before)
    return acting_subject(tokens, first, before) or owner


def _quoted_as(tokens: Tokens, at: int, first: int) -> Range | None:
    """Who is quoted as saying: the object before "as", or the subject of a passive."""
    whom = None if tokens.flags[at] & Word.CUE else noun_phrase_left(tokens, at, first)
    if whom is None or (whom[0] > first and tokens.flags[whom[0] - 1] & Word.AGENT):
        return acting_subject(tokens, first, at)
    return whom


def _owned(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a noun follows a word that is "her" the owner or "her" the person."""
    return at < last and bool(tokens.flags[at] & WORD) and not tokens.flags[at] & _NO_NOUN


def past_addressee(tokens: Tokens, hit: Hit, last: int) -> int:
    """Past the person addressed, where the verb takes one."""
    flags = tokens.flags
    at = hit.last
    if not hit.cue.frames & Frame.ADDRESSEE or at >= last:
        return at
    if flags[at] & Word.ADDRESSED and not (flags[at] & Word.POSSESSIVE and _owned(tokens, at + 1, last)):
        return at + 1
    end = at
    while end < last and end - at < 25:
        flag = flags[end]
        if flag & QUOTED or tokens.words[end] in ",:;":
            break
        if flag & (Word.THAT | Word.WHETHER | Word.INFINITIVE) and not flag & CAPITAL:
            break
        if end > at and flag & (Word.SUBJECT | Word.AUXILIARY) and not flag & CAPITAL:
            break
        if end > at and flag & (Word.DETERMINER | Word.POSSESSIVE) and not flags[end - 1] & Word.PREPOSITION:
            break
        end += 1
    return end
