"""Where a reported clause ends: what stops being the speaker's."""

from newsparse.enrichers.quotes.languages import Frame, Word
from newsparse.enrichers.quotes.phrases import REACH, finite_in, match, reports_soon, trimmed
from newsparse.enrichers.quotes.tokens import CAPITAL, CONTRACTED, POSSESSOR, QUOTED, WORD, Tokens

_FINITE = int(Word.AUXILIARY | Word.VERB) | CONTRACTED
_CUES = Word.CUE | Word.FRAME


def clause_end(tokens: Tokens, first: int, last: int) -> int:
    """Past the end of the clause that begins at `first`: where what is reported stops being the speaker's."""
    words, flags = tokens.words, tokens.flags
    for at in tokens.spots_in(first + 1, last):
        flag = flags[at]
        if flag & WORD:
            if flag & _CUES and _cut_by_cue(tokens, at, first, last):
                cut = at
                while cut > first and (
                    flags[cut - 1] & (Word.ADVERB | Word.COORDINATOR | Word.CONTRAST) or words[cut - 1] == ","
                ):
                    cut -= 1
                return trimmed(tokens, first, cut)
        elif flag & QUOTED:
            if at + 1 < last and _turns_away(tokens, at, last):
                return at + 1
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
            or (words[at] == "," and at + 3 < last and _another_reports(tokens, at + 1, last))
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
    return bool(tokens.flags[at] & Word.RELATIVE) and reports_soon(tokens, at + 1, last)


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
        if flags[at] & (Word.COORDINATOR | Word.CONTRAST) and flags[at + 1] & Word.AUXILIARY:
            return trimmed(tokens, first, at)
        if flags[at] & Word.SUBORDINATOR and not flags[at] & Word.PREPOSITION and finite_in(tokens, at + 1, last):
            return trimmed(tokens, first, at)
    return last


def before_reporting(tokens: Tokens, first: int, last: int) -> int:
    """Before the verb by which the main clause reports: "people who saw the draft said it was short"."""
    for at in range(first + 1, last - 1):
        if speech_at(tokens, at, last):
            return trimmed(tokens, first, at)
    return last


def speech_at(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a finite verb of speech that a clause may follow stands here."""
    if not tokens.flags[at] & Word.CUE or tokens.flags[at] & (Word.NOMINAL | CAPITAL):
        return False
    found = match(tokens, at, last, "verb")
    return found is not None and not found[0].participle and found[0].cue_class == "speech" and bool(found[0].frames & Frame.BARE)


def _another_reports(tokens: Tokens, at: int, last: int) -> bool:
    """Whether somebody else reports here: ", and her lawyer said"."""
    if not tokens.flags[at] & Word.COORDINATOR or at + 2 >= last:
        return False
    if not tokens.flags[at + 1] & (CAPITAL | Word.DETERMINER | Word.POSSESSIVE | Word.SUBJECT | Word.GROUP):
        return False
    return any(speech_at(tokens, k, last) for k in range(at + 2, min(at + 8, last)))


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
    if flags[before - 1] & (Word.NEGATION | Word.AUXILIARY):
        return False  # "have not yet decided"
    return tokens.words[at] != cue.lemma or (past < last and bool(flags[past] & (Word.THAT | Word.SUBJECT)))
