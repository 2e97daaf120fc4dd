"""Subjects without a parser: before their verb, behind it, with appositions and relative clauses; who acts in a sentence."""

from collections.abc import Iterator

from newsparse.enrichers.quotes.languages import Word
from newsparse.enrichers.quotes.phrases import (
    REACH,
    Range,
    match,
    noun_phrase_left,
    noun_phrase_right,
    opening_of,
    reports_soon,
    skip_left,
    trimmed,
)
from newsparse.enrichers.quotes.tokens import CAPITAL, CONTRACTED, NUMBER, POSSESSOR, QUOTED, WORD, Tokens

_DASHES = frozenset("—–-―")

_RELATIVE_REACH = 8
"""Tokens of a relative clause without commas, up to its verb."""

_OBJECT_REACH = 10
"""Tokens of a causative verb's object."""
_VERB = Word.VERB | Word.CUE | Word.AUXILIARY
_FINITE = Word.AUXILIARY | Word.VERB
_AS_NOUN = CAPITAL | Word.NOMINAL
_BEFORE_NOUN = Word.DETERMINER | Word.POSSESSIVE | Word.PREPOSITION | POSSESSOR
_WHEN = Word.TIME | Word.ADVERB | NUMBER
_OF_WHEN = Word.PREPOSITION | Word.DETERMINER
_OTHER_CLAUSE = int(Word.AUXILIARY | Word.VERB | Word.CUE | Word.SUBJECT)
"""What no such object holds."""


def subject(tokens: Tokens, at: int, first: int) -> Range | None:
    """The noun phrase whose last token is `at` or stands before an inserted phrase there; None where none does.

    An apposition and a relative clause between commas belong to it; an inserted adverbial does not.
    """
    words = tokens.words
    at = without_time(tokens, at, first)
    if at < first:
        return None
    if words[at] == "," or words[at] in _DASHES or words[at] == ")":
        return _with_insertion(tokens, at, first)
    phrase = noun_phrase_left(tokens, at, first)
    return _restricted(tokens, at if phrase is None else phrase[0] - 1, first) or phrase


def _restricted(tokens: Tokens, at: int, first: int) -> Range | None:
    """The noun phrase whose relative clause without commas ends here: "people who saw the draft", seen from "saw"."""
    flags = tokens.flags
    if at <= first or not flags[at] & _VERB or flags[at] & CAPITAL:
        return None
    for near in range(at - 1, max(first, at - _RELATIVE_REACH), -1):
        if not flags[near] & WORD:
            return None
        if flags[near] & Word.RELATIVE and not flags[near] & Word.DETERMINER:
            return noun_phrase_left(tokens, near - 1, first)
    return None


def without_time(tokens: Tokens, at: int, first: int) -> int:
    """`at` moved before "on Tuesday", "last week", "earlier in the day", adverbs."""
    flags = tokens.flags
    for _ in range(3):
        end = at
        while end > first and flags[end] & _WHEN and not flags[end] & POSSESSOR:
            end -= 1
        if end == at:
            break
        while end > first and flags[end] & _OF_WHEN and not flags[end] & Word.SUBJECT:
            end -= 1
        at = end
    return at


def _with_insertion(tokens: Tokens, at: int, first: int) -> Range | None:
    """The noun phrase before what is inserted: "X, a lawyer with Y, of Z,"; "X, who …,"; "X (D-Z.)"."""
    words, flags = tokens.words, tokens.flags
    begin = opening_of(tokens, at, first)
    if begin is None:
        return noun_phrase_left(tokens, at - 1, first) if words[at] == "," and words[at - 1] == ")" else None
    head = noun_phrase_left(tokens, begin - 1, first)
    if words[at] != "," or head is None:
        relative = _relative_before(tokens, at, first) if words[at] == "," else None
        head = relative or head
        return None if head is None else (head[0], at + (words[at] == ")"))
    inserted = flags[begin + 1]
    if inserted & Word.ADVERB and begin + 2 < at:
        inserted = flags[begin + 2]  # "now a professor"
    if inserted & (Word.PREPOSITION | Word.SUBORDINATOR | Word.INFINITIVE | Word.ADVERB) and words[begin + 1] not in (
        "of",
        "from",
    ):
        return _relative_before(tokens, begin, first) or head
    return (_apposed(tokens, head, first)[0], at)


def _apposed(tokens: Tokens, head: Range, first: int) -> Range:
    """The head, or what it stands in apposition to: "X, 22, of Y", "X, chief of Y, a company"."""
    words, flags = tokens.words, tokens.flags
    relative = _relative_before(tokens, head[0], first) if words[head[0] - 1] == "," or head[0] > first else None
    if relative is not None:
        return relative
    for _ in range(3):
        begin = head[0]
        while begin > first and flags[begin - 1] & Word.PREPOSITION:
            begin -= 1
        plain = flags[begin] & (Word.DETERMINER | NUMBER | Word.ROLE | Word.RANK | Word.PREPOSITION) or not flags[begin] & CAPITAL
        if begin - 2 < first or words[begin - 1] != "," or not plain:
            break
        before = (begin - 2, begin - 1) if flags[begin - 2] & NUMBER else noun_phrase_left(tokens, begin - 2, first)
        if before is None or flags[before[0]] & (Word.TIME | Word.SUBJECT) or _adverbial(tokens, before, first):
            break
        head = before
    return head


def _adverbial(tokens: Tokens, phrase: Range, first: int) -> bool:
    """Whether a preposition leads the phrase at the beginning of the sentence: "In Geneva, the mayor"."""
    return phrase[0] > first and bool(tokens.flags[phrase[0] - 1] & Word.PREPOSITION)


def _relative_before(tokens: Tokens, at: int, first: int) -> Range | None:
    """The noun phrase whose relative clause (", who …") holds the token."""
    words, flags = tokens.words, tokens.flags
    for near in range(at - 1, max(first + 1, at - REACH), -1):
        if flags[near] & QUOTED or words[near] in ";:":
            return None
        if flags[near] & Word.RELATIVE and words[near - 1] == "," and not flags[near] & Word.DETERMINER:
            return noun_phrase_left(tokens, near - 2, first)
    return None


def inverted_subject(tokens: Tokens, at: int, last: int) -> Range | None:
    """The subject after its verb ("said X, a lawyer with Y"), its apposition with it; None where none stands there."""
    words, flags = tokens.words, tokens.flags
    if (
        at >= last
        or not flags[at] & (WORD | QUOTED)
        or flags[at] & (Word.PREPOSITION | Word.THAT | Word.WHETHER | Word.INFINITIVE | Word.TIME)
    ) and not (at < last and flags[at] & (Word.DETERMINER | Word.SUBJECT)):
        return None
    end = noun_phrase_right(tokens, at, last)
    if end <= at:
        return None
    while end < last and words[end] == "," and end + 1 < last:
        following = flags[end + 1]
        if following & QUOTED or following & (Word.CONTRAST | Word.SUBORDINATOR | Word.ADVERB | Word.COORDINATOR):
            break
        if following & Word.CUE and (cue := match(tokens, end + 1, last, "verb")) is not None and cue[0].participle:
            break
        if following & Word.RELATIVE:
            if reports_soon(tokens, end + 2, last):
                break
            past = end + 1
            while past < last and words[past] != "," and not flags[past] & QUOTED and past - end < REACH:
                past += 1
        else:
            past = noun_phrase_right(tokens, end + 1, last)
        if past <= end + 1:
            break
        end = past
    return (at, trimmed(tokens, at, end))


def main_subject(tokens: Tokens, first: int, last: int) -> Range | None:
    """The subject of the first finite verb of the sentence."""
    flags = tokens.flags
    for at in range(first, last + 1):
        flag = flags[at]
        if flag & CONTRACTED:
            return (at, at + 1)
        if flag & _VERB and at > first and (flag & _FINITE or not flag & _AS_NOUN) and not flag & POSSESSOR:
            if flags[at - 1] & _BEFORE_NOUN:
                continue
            found = subject(tokens, skip_left(tokens, at - 1, first), first)
            if found is not None and not tokens.flags[found[0]] & Word.RELATIVE:
                return found
    return None


def acting_subject(tokens: Tokens, first: int, last: int) -> Range | None:
    """Whoever acts before token `last`: the subject of the nearest main clause, those of subordinate clauses passed over."""
    if first not in tokens.actors:
        tokens.actors[first] = list(_actors(tokens, first))
    return next((phrase for at, phrase, main in reversed(tokens.actors[first]) if main and at <= last), None)


def nearest_subject(tokens: Tokens, first: int, last: int) -> Range | None:
    """The subject of the last verb before token `last`, in whatever clause; of a relative one whom it relates to."""
    if acting_subject(tokens, first, last) is None:
        return None
    return next((phrase for at, phrase, _ in reversed(tokens.actors[first]) if at <= last), None)


def caused_subject(tokens: Tokens, first: int, at: int) -> Range | None:
    """The object of a causative verb, up to token `at`, where an infinitive follows: "forced the mayor to admit"."""
    flags = tokens.flags
    if not flags[at] & WORD:
        return None
    for near in range(at - 1, max(first, at - _OBJECT_REACH) - 1, -1):
        if flags[near] & Word.CAUSATIVE and not flags[near + 1] & (Word.PREPOSITION | Word.INFINITIVE):
            end = noun_phrase_right(tokens, near + 1, at + 1)
            return (near + 1, end) if end > near + 1 else None
        if not flags[near] & WORD or (flags[near] & _OTHER_CLAUSE and not flags[near] & CAPITAL):
            return None
    return None


def clause_subject(tokens: Tokens, first: int, last: int) -> Range | None:
    """The subject of the subordinate clause that goes on at `last`: the pronoun of a relative one, the phrase behind "after"."""
    acting_subject(tokens, first, last)
    at, phrase = next(((at, phrase) for at, phrase, _ in reversed(tokens.actors[first]) if at <= last), (first, None))
    for near in range(last - 1, max(at, last - REACH), -1):
        if _relative_subject(tokens, near):
            return (near, near + 1)
    if phrase is None or phrase[0] <= first or last - at > REACH or "," in tokens.words[at:last]:
        return None
    return phrase if tokens.flags[phrase[0] - 1] & Word.SUBORDINATOR else None


def _relative_subject(tokens: Tokens, at: int) -> bool:
    """Whether a relative pronoun stands here and its verb right behind it."""
    flags = tokens.flags
    if not flags[at] & Word.RELATIVE or flags[at] & Word.DETERMINER:
        return False
    return bool(flags[at + 1] & (Word.AUXILIARY | Word.VERB | Word.CUE))


def _actors(tokens: Tokens, first: int) -> Iterator[tuple[int, Range, bool]]:
    """(verb, its subject, whether its clause is a main one) for the clauses of the sentence at `first`, in order."""
    words, flags = tokens.words, tokens.flags
    last = next((end for begin, end in tokens.sentences[tokens.sentence_of(first) :] if begin <= first < end), len(words))
    some = False
    for at in range(first + 1, last):
        flag = flags[at]
        if not flag & _VERB or not (flag & _FINITE or not flag & _AS_NOUN) or flag & POSSESSOR or flags[at - 1] & _BEFORE_NOUN:
            continue
        phrase = (at, at + 1) if flag & CONTRACTED else subject(tokens, skip_left(tokens, at - 1, first), first)
        if phrase is None or flags[phrase[0]] & Word.RELATIVE:
            continue
        before = phrase[0] - 1
        parted = not some or words[before] in ",—–-―;" or flags[before] & QUOTED
        main = bool(parted) and (before < first or not flags[before] & (Word.SUBORDINATOR | Word.WHETHER | Word.RELATIVE))
        some = some or main
        yield at, phrase, main
