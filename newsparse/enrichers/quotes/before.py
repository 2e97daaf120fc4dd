"""What is said before its cue: "A," X said; "A," said X, "B"; A, X said on Monday."""

from newsparse.enrichers.quotes.behind import content_start, tells
from newsparse.enrichers.quotes.clauses import before_main_clause, clause_end
from newsparse.enrichers.quotes.hits import past_addressee
from newsparse.enrichers.quotes.languages import Frame, Word
from newsparse.enrichers.quotes.phrases import Range, among, ends_sentence, finite_in, match, trimmed
from newsparse.enrichers.quotes.report import Hit, Report, report_of
from newsparse.enrichers.quotes.subjects import inverted_subject
from newsparse.enrichers.quotes.tokens import CAPITAL, CONTRACTED, QUOTED, WORD, Tokens

_PAUSES = frozenset(",:—–-―.…")
_DASH_OR_COMMA = frozenset(",—–-―")
_NO_SUBJECT = int(Word.AUXILIARY | Word.SUBORDINATOR | Word.CONTRAST | Word.COORDINATOR | Word.SUBJECT)
_CLAUSE = 5
"""Tokens of the shortest clause whose verb is not known."""
_SUBJECTS = int(Word.DETERMINER | Word.POSSESSIVE) | CAPITAL
_FINITE = int(Word.AUXILIARY | Word.VERB) | CONTRACTED


def said_before(tokens: Tokens, hit: Hit, source: Range | None, first: int, last: int) -> Report | None:
    """What stands before the cue: "A," X said; "A," said X; A, X said on Monday."""
    words, flags = tokens.words, tokens.flags
    if source is not None:
        source = _widened(tokens, source, first)
    inverted = None
    if source is None or (source[0] > first and not _parted(tokens, source[0], first)):
        inverted = _inverted(tokens, hit, first, last)
    source = inverted or source
    edge = hit.first if inverted is not None or source is None else source[0]
    if not _parted(tokens, edge, first):
        return None
    past = inverted[1] if inverted is not None else past_addressee(tokens, hit, last)
    comma = words[edge - 1] in _DASH_OR_COMMA
    end = edge - 1 if comma else edge
    if flags[end - 1] & QUOTED:
        return _quoted_before(tokens, hit, source, (first, end), past, last)
    begin = first
    while begin < end and not flags[begin] & (WORD | QUOTED):
        begin += 1
    while end - begin > 2 and flags[begin] & (Word.COORDINATOR | Word.CONTRAST):
        begin += 1
    if (
        begin >= end
        or source is None
        or flags[source[0]] & Word.RELATIVE
        or (words[edge - 1] != "," and not ends_sentence(tokens, past, last))
    ):
        return None
    if not _clause_before(tokens, begin, end, past, last, inverted is not None):
        return None
    resumed = _resumed(tokens, past, last)
    inserted = inverted is None and words[past : past + 1] == [","] and not _participle_here(tokens, past + 1, last)
    if not resumed and inserted and not ends_sentence(tokens, past, last):
        resumed = [(past + 1, clause_end(tokens, past + 1, last))]
    return report_of(hit, [(begin, end), *resumed], source, "clause-then-cue")


def _quoted_before(tokens: Tokens, hit: Hit, source: Range | None, before: Range, past: int, last: int) -> Report | None:
    """What ends in quoted words: all of the sentence up to them."""
    flags = tokens.flags
    begin, end = before
    while begin < end and not flags[begin] & (WORD | QUOTED):
        begin += 1
    opened = next((k for k in range(end - 1, begin, -1) if tokens.words[k] in "()"), begin)
    if tokens.words[opened] == "(":
        begin = opened + 1  # ("I want it back," wrote X)
    if not hit.cue.frames & Frame.QUOTE or (not flags[begin] & QUOTED and _clause_behind(tokens, hit, past, last)):
        return None
    quoted = not among(flags[begin:end], WORD)
    content = [(begin, end), *_resumed(tokens, past, last)]
    return report_of(hit, content, source, "quote-then-cue" if quoted else "clause-then-cue")


def _clause_behind(tokens: Tokens, hit: Hit, past: int, last: int) -> bool:
    """Whether what is said stands behind the cue: On “This Week,” X said that A."""
    if past >= last:
        return False
    start = content_start(tokens, hit, past, last)
    return start is not None and start[1] in {"that-clause", "bare-clause"}


def _widened(tokens: Tokens, source: Range, start: int) -> Range:
    """The subject with the words before it that a mark parts from what is said: "…," retired general X said."""
    at = source[0]
    while at > start and source[0] - at < 8 and _of_subject(tokens, at - 1):
        at -= 1
    if at <= start or not tokens.flags[at - 1] & QUOTED:
        return source
    while not tokens.flags[at] & WORD:
        at += 1
    return (at, source[1])


def _of_subject(tokens: Tokens, at: int) -> bool:
    """Whether the token may be of a subject: a word that no verb or clause begins with, a comma, an apostrophe."""
    if tokens.flags[at] & WORD:
        return not tokens.flags[at] & _NO_SUBJECT
    return tokens.words[at] in ",'’"


def _parted(tokens: Tokens, at: int, start: int) -> bool:
    """Whether a comma, a dash or quoted words stand before the token."""
    return at > start and parts(tokens, at - 1)


def parts(tokens: Tokens, at: int) -> bool:
    """Whether a comma, a dash or quoted words stand here, without which nothing is said before its cue."""
    return tokens.words[at] in _DASH_OR_COMMA or bool(tokens.flags[at] & QUOTED)


def _inverted(tokens: Tokens, hit: Hit, start: int, last: int) -> Range | None:
    """The subject behind the verb, where what is said stands right before it."""
    before = hit.first - 1
    if before < start or not (tokens.words[before] == "," or tokens.flags[before] & QUOTED or tokens.words[before] in "—–-―"):
        return None
    found = inverted_subject(tokens, hit.last, last)
    quoted = tokens.flags[before] & QUOTED
    if quoted and found is not None and "," in tokens.words[hit.last : found[1]]:
        return found
    if (
        found is None
        or (found[1] < last and tokens.flags[found[1]] & (Word.AUXILIARY if quoted else _FINITE))
        or tokens.flags[hit.last] & Word.THAT
    ):
        return None
    if tokens.flags[hit.last] & Word.SUBJECT and not tokens.flags[before] & QUOTED:
        return None
    return found


def _clause_before(tokens: Tokens, begin: int, end: int, past: int, last: int, inverted: bool) -> bool:
    """Whether the words before the cue are what is reported, and those behind it are not."""
    inserted = past < last and tokens.words[past] == "," and not inverted and finite_in(tokens, past, last)
    if tokens.flags[begin] & Word.CUE and _asked(tokens, begin):
        return False
    alone = not inverted and _subject_alone(tokens, begin, past, last)
    if alone or (inserted and not tokens.flags[begin] & Word.SUBORDINATOR):
        return True
    closing = ends_sentence(tokens, past, last)
    if tokens.flags[begin] & Word.SUBORDINATOR and before_main_clause(tokens, begin, end) == end:
        return False
    if not tells(tokens, begin, end) and not (closing and _clause_like(tokens, begin, end)):
        return False
    if inverted or closing:
        return True
    flag = tokens.flags[past]
    if flag & (Word.THAT | Word.WHETHER | Word.SUBJECT | QUOTED | Word.INFINITIVE):
        return False
    if flag & (Word.PREPOSITION | Word.TIME | Word.ADVERB | Word.SUBORDINATOR | Word.COORDINATOR) or tokens.words[past] in ",—–":
        stop = past
        while stop < last and tokens.words[stop] not in (",", ";", "—"):
            stop += 1
        return flag & Word.SUBORDINATOR > 0 or not finite_in(tokens, past, stop)
    return False


def _clause_like(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether words without a known verb may be a clause: some, and no adverbial ("In the end, he said")."""
    led_away = tokens.flags[begin] & (Word.PREPOSITION | Word.ADVERB | Word.TIME | Word.CUE)
    return end - begin >= _CLAUSE and not led_away and not _participle_here(tokens, begin, end)


def _subject_alone(tokens: Tokens, begin: int, past: int, last: int) -> bool:
    """Whether the subject stands before the cue and the rest is quoted behind it: the plan, he wrote, “is dead”."""
    flags = tokens.flags
    if not flags[begin] & _SUBJECTS or past + 1 >= last or tokens.words[past] != "," or not flags[past + 1] & QUOTED:
        return False
    stretch = tokens.stretches[past + 1]
    return tokens.text[stretch.inner_start].islower()


def _reports_at(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a participle that reports stands here."""
    found = match(tokens, at, last, "verb") if tokens.flags[at] & Word.CUE else None
    return found is not None and found[0].participle


def _participle_here(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a participle begins what follows: ", adding that", ", wiping his face"."""
    if at >= last:
        return False
    found = match(tokens, at, last)
    if found is not None and (found[0].participle or found[0].position == "before"):
        return True
    return not tokens.flags[at] & CAPITAL and tokens.words[at].endswith(tokens.language.participle_endings or ("\0",))


def _asked(tokens: Tokens, at: int) -> bool:
    """Whether a cue begins a sentence without a subject: "Asked whether A, X said B"."""
    return at == 0 or not tokens.flags[at - 1] & WORD


def _resumed(tokens: Tokens, past: int, last: int) -> list[Range]:
    """The quoted stretches that go on behind the cue: "A," he said, "B"."""
    for at in range(past, min(last, past + 30)):
        if tokens.flags[at] & QUOTED:
            if finite_in(tokens, past, at) or any(_reports_at(tokens, k, at) for k in range(past, at)):
                return []
            begin = at
            if at > past and tokens.flags[at - 1] & (Word.COORDINATOR | Word.CONTRAST):
                begin -= 1
            if begin > past and tokens.words[begin - 1] not in _PAUSES:
                return []
            return [(begin, trimmed(tokens, at, last))]
    return []
