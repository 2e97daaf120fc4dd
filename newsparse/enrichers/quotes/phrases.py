"""Edges of phrases without a parser: subjects to the left, noun phrases to the right, ends of clauses.

Every scan is bounded by its sentence and by `REACH` tokens.
"""

from collections.abc import Iterator

from newsparse.enrichers.quotes.languages import Cue, Word
from newsparse.enrichers.quotes.tokens import CAPITAL, CONTRACTED, ENDS, NUMBER, POSSESSOR, QUOTED, WORD, Tokens

REACH = 40
Range = tuple[int, int]

_FINITE = int(Word.AUXILIARY | Word.VERB) | CONTRACTED
_NP_STOP = int(Word.AUXILIARY | Word.SUBORDINATOR | Word.CONTRAST | Word.RELATIVE | Word.WHETHER | Word.INFINITIVE | Word.SUBJECT)
_DASHES = frozenset("—–-―")
_IN_PHRASE = frozenset("&$%#")


def match(tokens: Tokens, at: int, last: int, position: str | None = None) -> tuple[Cue, int] | None:
    """(cue, past its last token) of the longest cue at `at`; None where none begins."""
    for cue in tokens.language.cues.get(tokens.words[at], ()):
        end = at + 1 + len(cue.rest)
        if end <= last and (position is None or cue.position == position) and tuple(tokens.words[at + 1 : end]) == cue.rest:
            return cue, end
    return None


def finite_in(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a finite verb seems to stand between the tokens."""
    flags = tokens.flags
    for at in range(first, min(last, first + REACH)):
        flag = flags[at]
        if flag & _FINITE and not flag & POSSESSOR:
            return True
        if flag & Word.CUE and not flag & CAPITAL and at > first:
            cue = match(tokens, at, last, "verb")
            if (
                cue is not None
                and not cue[0].participle
                and not flags[at - 1] & (Word.DETERMINER | Word.POSSESSIVE | Word.PREPOSITION)
            ):
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
    if flag & (Word.AUXILIARY | Word.ADVERB | Word.NEGATION):
        return True
    return bool(flag & Word.GROUP and flag & Word.DETERMINER and at > first and tokens.flags[at - 1] & Word.AUXILIARY)


def subject(tokens: Tokens, at: int, first: int) -> Range | None:
    """The noun phrase whose last token is `at` or stands before an inserted phrase there; None where none does.

    An apposition and a relative clause between commas belong to it; an inserted adverbial does not.
    """
    words = tokens.words
    at = _without_time(tokens, at, first)
    if at < first:
        return None
    if words[at] == "," or words[at] in _DASHES or words[at] == ")":
        return _with_insertion(tokens, at, first)
    return noun_phrase_left(tokens, at, first)


def _without_time(tokens: Tokens, at: int, first: int) -> int:
    """`at` moved before "on Tuesday", "last week", "earlier in the day", adverbs."""
    flags = tokens.flags
    for _ in range(3):
        end = at
        while end > first and flags[end] & (Word.TIME | Word.ADVERB | NUMBER) and not flags[end] & POSSESSOR:
            end -= 1
        if end == at:
            break
        while end > first and flags[end] & (Word.PREPOSITION | Word.DETERMINER) and not flags[end] & Word.SUBJECT:
            end -= 1
        at = end
    return at


def _with_insertion(tokens: Tokens, at: int, first: int) -> Range | None:
    """The noun phrase before what is inserted: "X, a lawyer with Y, of Z,"; "X, who …,"; "X (D-Z.)"."""
    words, flags = tokens.words, tokens.flags
    begin = _opening(tokens, at, first)
    if begin is None:
        return noun_phrase_left(tokens, at - 1, first) if words[at] == "," and words[at - 1] == ")" else None
    head = noun_phrase_left(tokens, begin - 1, first)
    if words[at] != "," or head is None:
        relative = _relative_before(tokens, at, first) if words[at] == "," else None
        head = relative or head
        return None if head is None else (head[0], at + (words[at] == ")"))
    inserted = flags[begin + 1]
    if inserted & (Word.PREPOSITION | Word.SUBORDINATOR | Word.INFINITIVE | Word.ADVERB) and words[begin + 1] not in (
        "of",
        "from",
    ):
        return _relative_before(tokens, begin, first) or head
    return (_apposed(tokens, head, first)[0], at)


def _opening(tokens: Tokens, at: int, first: int) -> int | None:
    """Where the insertion that ends at `at` began."""
    words = tokens.words
    opening = "(" if words[at] == ")" else words[at]
    while at > first and words[at] in _DASHES and words[at - 1] == opening:
        at -= 1  # two hyphens for a dash
    begin = at - 1
    while begin > first and at - begin < REACH and words[begin] != opening:
        begin -= 1
    return begin if words[begin] == opening and begin > first else None


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


def noun_phrase_left(tokens: Tokens, at: int, first: int) -> Range | None:
    """The noun phrase that ends with token `at`."""
    flags = tokens.flags
    if at < first:
        return None
    flag = flags[at]
    if tokens.words[at] == ")":
        begin = _opening(tokens, at, first)
        head = noun_phrase_left(tokens, begin - 1, first) if begin is not None and tokens.words[begin - 1] != ")" else None
        return None if head is None else (head[0], at + 1)
    if flag & Word.PRONOUN and not flag & (Word.SUBJECT | Word.POSSESSIVE) and at > first and flags[at - 1] & CAPITAL:
        return noun_phrase_left(tokens, at - 1, first)  # "Lee himself"
    if (flag & Word.SUBJECT and not flag & CONTRACTED) or flag & (Word.RELATIVE | Word.PRONOUN):
        return (at, at + 1)
    begin = at
    while begin >= first and at - begin < REACH and _in_phrase(tokens, begin, first):
        begin -= 1
    begin += 1
    while (
        begin <= at
        and flags[begin] & (Word.PREPOSITION | Word.COORDINATOR | Word.ADVERB | Word.INFINITIVE)
        and not flags[begin] & (Word.DETERMINER | CAPITAL)
    ):
        begin += 1
    while begin <= at and flags[begin] & Word.COORDINATOR:
        begin += 1
    if begin + 1 < at and flags[begin] & Word.PREPOSITION and flags[begin + 1] & Word.TIME:
        begin += 2  # "On Monday the mayor"
    if begin > at or not any(flags[k] & WORD for k in range(begin, at + 1)):
        return None
    if flags[at] & (Word.PREPOSITION | Word.COORDINATOR) and not flags[at] & CAPITAL:
        return None
    return (begin, at + 1)


def _in_phrase(tokens: Tokens, at: int, first: int) -> bool:
    flag = tokens.flags[at]
    if flag & WORD:
        if flag & CAPITAL and not flag & (Word.SUBJECT | Word.SUBORDINATOR | Word.CONTRAST | Word.WHETHER):
            return True
        if flag & _NP_STOP:
            return bool(flag & Word.SUBJECT and flag & Word.GROUP)
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
        elif words[end] not in _IN_PHRASE | {"(", ")"} and not (flag & QUOTED and end > at and flags[end - 1] & WORD):
            break
        end += 1
    return end


def _verb_begins(tokens: Tokens, at: int) -> bool:
    """Whether a word within a phrase is rather the verb or the clause behind it."""
    flag, before = tokens.flags[at], tokens.flags[at - 1]
    if flag & CAPITAL:
        return False
    if flag & (_NP_STOP & ~int(Word.INFINITIVE)):
        return True
    if flag & Word.CUE and not flag & Word.NOMINAL and not before & (Word.DETERMINER | Word.POSSESSIVE | Word.PREPOSITION):
        found = match(tokens, at, len(tokens.words), "verb")
        return found is not None and not found[0].participle
    return bool(flag & Word.VERB) and not before & (Word.DETERMINER | Word.ADVERB)


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
            if _reports_soon(tokens, end + 2, last):
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
        if (
            at > first
            and (flag & (Word.AUXILIARY | Word.VERB) or (flag & Word.CUE and not flag & (CAPITAL | Word.NOMINAL)))
            and not flag & POSSESSOR
        ):
            if flags[at - 1] & (Word.DETERMINER | Word.POSSESSIVE | Word.PREPOSITION | POSSESSOR):
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


def _actors(tokens: Tokens, first: int) -> Iterator[tuple[int, Range, bool]]:
    """(verb, its subject, whether its clause is a main one) for the clauses of the sentence at `first`, in order."""
    words, flags = tokens.words, tokens.flags
    last = next((end for begin, end in tokens.sentences[tokens.sentence_of(first) :] if begin <= first < end), len(words))
    some = False
    for at in range(first + 1, last):
        flag = flags[at]
        verb = flag & (Word.AUXILIARY | Word.VERB) or (flag & Word.CUE and not flag & (CAPITAL | Word.NOMINAL))
        if not verb or flag & POSSESSOR or flags[at - 1] & (Word.DETERMINER | Word.POSSESSIVE | Word.PREPOSITION | POSSESSOR):
            continue
        phrase = (at, at + 1) if flag & CONTRACTED else subject(tokens, skip_left(tokens, at - 1, first), first)
        if phrase is None or flags[phrase[0]] & Word.RELATIVE:
            continue
        before = phrase[0] - 1
        parted = not some or words[before] in ",—–-―;" or flags[before] & QUOTED
        main = bool(parted) and (before < first or not flags[before] & (Word.SUBORDINATOR | Word.WHETHER | Word.RELATIVE))
        some = some or main
        yield at, phrase, main


def trimmed(tokens: Tokens, first: int, last: int) -> int:
    """`last` moved before closing punctuation."""
    while last > first and not tokens.flags[last - 1] & (WORD | QUOTED) and tokens.words[last - 1] not in ")%":
        last -= 1
    return last


def clause_end(tokens: Tokens, first: int, last: int) -> int:
    """Past the end of the clause that begins at `first`: where what is reported stops being the speaker's."""
    words, flags = tokens.words, tokens.flags
    for at in range(first + 1, last):
        flag = flags[at]
        if flag & QUOTED and at + 1 < last and _turns_away(tokens, at, last):
            return at + 1
        if flag & WORD:
            if flag & (Word.CUE | Word.FRAME) and _cut_by_cue(tokens, at, first, last):
                cut = at
                while cut > first and (
                    flags[cut - 1] & (Word.ADVERB | Word.COORDINATOR | Word.CONTRAST) or words[cut - 1] == ","
                ):
                    cut -= 1
                return trimmed(tokens, first, cut)
        elif (
            words[at] == ";"
            or (
                words[at] == ","
                and at + 2 < last
                and flags[at + 1] & Word.CONTRAST
                and _another(flags[at + 2])
                and finite_in(tokens, at + 2, last)
            )
            or (words[at] == "," and at + 3 < last and _relative_reports(tokens, at + 1, last))
        ):
            return trimmed(tokens, first, at)
    return trimmed(tokens, first, last)


def _turns_away(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the comma within closing marks ends what is said: “a distortion,” describing it; “cheap,” but he went."""
    if tokens.text[tokens.stretches[at].inner_end - 1] != ",":
        return False
    following = at + 1
    if tokens.flags[following] & Word.CONTRAST:
        return following + 1 < last and _another(tokens.flags[following + 1]) and finite_in(tokens, following + 1, last)
    endings = tokens.language.participle_endings
    return bool(endings) and not tokens.flags[following] & CAPITAL and tokens.words[following].endswith(endings)


def _another(flag: int) -> bool:
    """Whether a person begins a clause: what follows is no longer the speaker's but the reporter's."""
    return bool(flag & (CAPITAL | Word.PRONOUN))


def _relative_reports(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a relative clause that reports begins here: "which he called", "to which X replied"."""
    if tokens.flags[at] & Word.PREPOSITION:
        at += 1
    return bool(tokens.flags[at] & Word.RELATIVE) and _reports_soon(tokens, at + 1, last)


def _reports_soon(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a subject and a reporting verb stand here: ", which he called"."""
    return any(
        tokens.flags[k] & Word.CUE and not tokens.flags[k] & CAPITAL and not tokens.flags[k] & Word.NOMINAL
        for k in range(at, min(at + 4, last))
    )


def before_main_clause(tokens: Tokens, first: int, last: int) -> int:
    """Past the end of a subordinate clause: its first comma with a clause behind it, else `last`."""
    for at in range(first + 1, last):
        if tokens.words[at] == "," and at + 1 < last and _main_clause(tokens, at + 1, last):
            return trimmed(tokens, first, at)
    return last


def before_new_clause(tokens: Tokens, first: int, last: int) -> int:
    """Past the end of a phrase: its first comma with a clause behind it that has a subject of its own, else `last`."""
    flags = tokens.flags
    for at in range(first + 1, last - 1):
        if tokens.words[at] == "," and _own_clause(tokens, at + 1, last):
            return trimmed(tokens, first, at)
        if flags[at] & Word.SUBORDINATOR and not flags[at] & Word.PREPOSITION and finite_in(tokens, at + 1, last):
            return trimmed(tokens, first, at)
    return last


def _main_clause(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the main clause goes on here, or begins: a verb, quoted words, a subject and its verb."""
    flag = tokens.flags[at]
    if flag & QUOTED or finite_in(tokens, at, last):
        return True
    found = match(tokens, at, last, "verb") if flag & Word.CUE and not flag & (Word.NOMINAL | CAPITAL) else None
    return found is not None and not found[0].participle


def _own_clause(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a clause of its own stands behind a comma: a verb that goes on, or a subject and its verb."""
    flags = tokens.flags
    if flags[at] & Word.AUXILIARY:
        return True
    for near in range(at, min(last, at + REACH)):
        flag = flags[near]
        if tokens.words[near] == "." and flags[near - 1] & Word.ABBREVIATION:
            continue
        if (flag & Word.THAT and not flag & Word.DETERMINER) or not flag & (WORD | QUOTED):
            return False
        verb = flag & _FINITE or (flag & Word.CUE and not flag & (Word.NOMINAL | CAPITAL))
        if verb and not flag & POSSESSOR and not (near > at and flags[near - 1] & (Word.DETERMINER | Word.POSSESSIVE)):
            return near > at or bool(flag & CONTRACTED) or (near + 1 < last and not flags[near + 1] & Word.PREPOSITION)
    return False


def _cut_by_cue(tokens: Tokens, at: int, first: int, last: int) -> bool:
    """Whether the cue at `at` reports anew: ", adding", "and called", ", according to"."""
    found = match(tokens, at, last)
    if found is None:
        return False
    cue, past = found
    flags = tokens.flags
    before = at - 1
    while before > first and tokens.flags[before] & Word.ADVERB:
        before -= 1
    if cue.position == "before":
        return tokens.words[before] == ","
    if cue.participle:
        return tokens.words[before] == "," or bool(flags[before] & Word.COORDINATOR and before == at - 1)
    if not flags[before] & (Word.COORDINATOR | Word.CONTRAST) or flags[at] & (Word.NOMINAL | CAPITAL):
        return False
    return tokens.words[at] != cue.lemma or (past < last and bool(flags[past] & (Word.THAT | Word.SUBJECT)))


def ends_sentence(tokens: Tokens, at: int, last: int) -> bool:
    """Whether nothing but closing punctuation stands from `at` on."""
    return all(not tokens.flags[k] & (WORD | QUOTED) for k in range(at, last))


__all__ = [
    "ENDS",
    "REACH",
    "Range",
    "acting_subject",
    "before_main_clause",
    "before_new_clause",
    "clause_end",
    "ends_sentence",
    "finite_in",
    "inverted_subject",
    "main_subject",
    "match",
    "nearest_subject",
    "noun_phrase_left",
    "noun_phrase_right",
    "skip_left",
    "subject",
    "trimmed",
]
