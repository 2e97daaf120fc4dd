"""What stands behind a reporting verb: quoted words, a clause of any kind, an infinitive."""

from newsparse.enrichers.quotes.grammar.cues import Occurrence
from newsparse.enrichers.quotes.grammar.edges import COLONS, COMMAS, named, trim, verb_between
from newsparse.enrichers.quotes.grammar.sentence import MIDDLE, Sentence
from newsparse.enrichers.quotes.languages import Frame, Word
from newsparse.enrichers.quotes.phrases import Range
from newsparse.enrichers.quotes.tokens import CAPITAL, ENDS, QUOTED, WORD

_BEFORE_INFINITIVE = Word.ADVERB | Word.NEGATION | Word.PRONOUN | Word.TIME
_TITLE = 6
"""Words of a title."""
_ADVERBIAL = Word.ADVERB | Word.NEGATION | Word.PRONOUN | Word.TIME
_SUBJUNCTIVE = 25
"""Tokens of a clause among which its verb in the subjunctive stands."""


def complement(sentence: Sentence, cue: Occurrence, start: int) -> tuple[list[Range], str]:
    """What stands behind the verb: a quote, a clause with a complementizer, one in the subjunctive, an infinitive."""
    tokens = sentence.tokens
    at = start
    while at < min(sentence.last, start + MIDDLE):
        content, rule = _complement_at(sentence, cue, at, start)
        if content:
            return content, rule
        if tokens.words[at] in COMMAS:
            nearest = sentence.closing_comma(at + 1)
            if nearest is None:
                break
            at = nearest
            continue
        if tokens.words[at] in COLONS or (not tokens.flags[at] & WORD and tokens.words[at] not in "()'’-"):
            break
        at += 1
    if sentence.grammar.bare == "any" and cue.cue.frames & Frame.BARE and cue.last < sentence.end:
        return sentence.clause(cue.last), "bare-clause"
    return [], ""


def _complement_at(sentence: Sentence, cue: Occurrence, at: int, start: int) -> tuple[list[Range], str]:
    """What is reported from the token `at` on; empty where nothing begins there."""
    flag, word = sentence.tokens.flags[at], sentence.tokens.words[at]
    if flag & QUOTED:
        return ([(at, at + 1)], "cue-then-quote") if _quotable(sentence, cue, at, start) else ([], "")
    if word in COLONS:
        content = behind_colon(sentence, at + 1)
        if content and sentence.tokens.flags[content[0][0]] & QUOTED:
            return content, "cue-then-quote"
        spoken = at == start and cue.cue.cue_class == "speech" and cue.cue.frames & Frame.QUOTE
        return (content, "cue-colon") if spoken and not cue.passive else ([], "")
    if word in COMMAS:
        return _behind_comma(sentence, cue, at + 1)
    if flag & Word.THAT and _complementizer(sentence, at, start):
        return sentence.clause(at), "that-clause"
    return ([], "") if sentence.grammar.comma else _without_comma(sentence, cue, at, start)


def title_of_work(sentence: Sentence, cue: Occurrence, at: int) -> bool:
    """Whether a quoted stretch beside a verb of writing is a title: short, no sentence, with a capital where there are any."""
    tokens = sentence.tokens
    if not cue.cue.frames & Frame.WORK or tokens.words[at - 1] in COLONS or tokens.words[at - 1] in COMMAS:
        return False
    stretch = tokens.stretches[at]
    text = tokens.text[stretch.inner_start : stretch.inner_end].strip()
    if any(tokens.flags[k] & Word.REPORTED for k in range(max(sentence.first, at - _TITLE), at)):
        return False  # "wrote on his blog"
    capital = text[:1].isupper() or sentence.grammar.caseless
    return capital and len(text.split()) <= _TITLE and text[-1:] not in ENDS


def _quotable(sentence: Sentence, cue: Occurrence, at: int, start: int) -> bool:
    """Whether a quoted stretch behind a verb is what is said, and no name nor a single word set apart.

    A verb that names or judges takes either: "nannte es einen „Witz“".
    """
    tokens = sentence.tokens
    if title_of_work(sentence, cue, at):
        return False
    if cue.cue.frames & Frame.OBJECT or tokens.words[at - 1] in COLONS:
        return True
    stretch = tokens.stretches[at]
    single = tokens.language.spaces and len(tokens.text[stretch.inner_start : stretch.inner_end].split()) == 1
    if single and at > start:
        return False
    return not named(tokens, at) or bool(tokens.flags[at - 1] & Word.DETERMINER)


def _complementizer(sentence: Sentence, at: int, start: int) -> bool:
    """Whether a word begins a reported clause, and no relative clause: "dijo ayer que …", not "vio la casa que …"."""
    tokens, flags = sentence.tokens, sentence.tokens.flags
    if sentence.grammar.comma or not flags[at] & (Word.RELATIVE | Word.DETERMINER):
        return True
    if flags[at] & Word.DETERMINER or flags[at - 1] & (Word.DETERMINER | Word.PREPOSITION):
        return False
    near = start
    while near < at and (flags[near] & _ADVERBIAL or tokens.words[near] in COMMAS):
        near += 1
    if near < at and flags[near] & Word.DETERMINER and near + 1 < at and flags[near + 1] & Word.TIME:
        near += 2
    return near >= at or bool(flags[near] & Word.PREPOSITION)


def _without_comma(sentence: Sentence, cue: Occurrence, at: int, start: int) -> tuple[list[Range], str]:
    """An indirect question or an infinitive that no comma parts from its verb."""
    flag = sentence.tokens.flags[at]
    if flag & Word.WHETHER and cue.cue.frames & Frame.WHETHER:
        return sentence.clause(at), "indirect-question"
    if _infinitive_here(sentence, at) and all(sentence.tokens.flags[k] & _BEFORE_INFINITIVE for k in range(start, at)):
        return sentence.clause(at), "infinitive"
    if flag & Word.INFINITIVE and not sentence.grammar.infinitives and cue.cue.frames & Frame.INFINITIVE:
        return sentence.clause(start), "infinitive"
    return [], ""


def _infinitive_here(sentence: Sentence, at: int) -> bool:
    """Whether an infinitive begins at the token, by its particle and ending."""
    endings = sentence.grammar.infinitives
    if not endings:
        return False
    if sentence.tokens.flags[at] & Word.INFINITIVE and at + 1 < sentence.end:
        at += 1
    word = sentence.tokens.words[at]
    known = sentence.tokens.flags[at] & (CAPITAL | Word.DETERMINER | Word.PREPOSITION | Word.ROLE | Word.GROUP)
    return not known and len(word) > 2 and word.endswith(endings)


def behind_colon(sentence: Sentence, at: int) -> list[Range]:
    """What stands behind a colon: quoted words, or the clause to the sentence's end; empty where it is too short."""
    tokens = sentence.tokens
    if at < sentence.last and tokens.flags[at] & QUOTED:
        return [(at, at + 1)]
    clause = trim(tokens, at, sentence.end)
    return [clause] if clause and sentence.long_enough(clause, 3) else []


def _behind_comma(sentence: Sentence, cue: Occurrence, at: int) -> tuple[list[Range], str]:
    """A reported clause that begins behind a comma."""
    flag = sentence.tokens.flags[at] if at < sentence.end else 0
    if flag & QUOTED:
        return [(at, at + 1)], "cue-then-quote"
    clause = sentence.clause(at) if flag else []
    if not clause:
        return [], ""
    if flag & Word.THAT and (not flag & Word.RELATIVE or _complementizer(sentence, at, cue.last)):
        return clause, "that-clause"
    if sentence.grammar.bare == "any":
        return clause, "bare-clause"
    if cue.cue.frames & Frame.WHETHER and _asks(sentence, at):
        return clause, "indirect-question"
    if _subjunctive(sentence, at, clause[0][1]) and (not flag & Word.RELATIVE or flag & Word.DETERMINER):
        return clause, "subjunctive-clause"
    if cue.last == at - 1 and cue.cue.frames & Frame.BARE and _main_clause(sentence, at, clause[0][1]):
        return clause, "bare-clause"
    return (clause, "infinitive") if _infinitive(sentence, at, clause[0][1]) else ([], "")


def _asks(sentence: Sentence, at: int) -> bool:
    """Whether an indirect question begins there: with its word, or with one word before it ("будет ли")."""
    flags = sentence.tokens.flags
    if flags[at] & Word.WHETHER:
        return not flags[at] & Word.RELATIVE
    return at + 1 < sentence.end and bool(flags[at + 1] & Word.WHETHER) and not flags[at + 1] & (Word.RELATIVE | Word.SUBJECT)


def _main_clause(sentence: Sentence, at: int, last: int) -> bool:
    """Whether a clause behind a comma is a main clause: its verb stands second ("erklärte, die Mittel reichten nicht")."""
    flags = sentence.tokens.flags
    if not sentence.grammar.capital_nouns or not flags[at] & (CAPITAL | Word.DETERMINER | Word.PRONOUN | Word.SUBJECT):
        return False
    if flags[at] & Word.RELATIVE and not any(flags[k] & CAPITAL for k in range(at + 1, min(last, at + 4))):
        return False
    verb = verb_between(sentence.tokens, at + 1, min(last, at + MIDDLE))
    return verb is not None and verb + 1 < last and bool(flags[verb - 1] & (CAPITAL | Word.PRONOUN | Word.SUBJECT))


def _subjunctive(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a clause without a complementizer is reported speech by its verb."""
    stop = min(last, first + _SUBJUNCTIVE)
    return sentence.grammar.bare == "subjunctive" and any(sentence.tokens.flags[k] & Word.SUBJUNCTIVE for k in range(first, stop))


def _infinitive(sentence: Sentence, first: int, last: int) -> bool:
    flags, words = sentence.tokens.flags, sentence.tokens.words
    if any(flags[k] & Word.INFINITIVE and not flags[k + 1] & (CAPITAL | Word.DETERMINER) for k in range(first, last - 1)):
        return True
    infixed = sentence.grammar.infixed
    return bool(infixed) and any(words[k].startswith(infixed) and not flags[k] & CAPITAL for k in range(first, last))
