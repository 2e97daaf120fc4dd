"""Reports: in one sentence, what is said, the words that say so, and the phrase that names who.

Each rule looks around one cue. Reports do not nest: what stands within a report's content is not looked into.
"""

from operator import itemgetter

from newsparse.enrichers.quotes.before import parts, said_before
from newsparse.enrichers.quotes.behind import infinitive_here, said_behind
from newsparse.enrichers.quotes.clauses import before_new_clause, clause_end
from newsparse.enrichers.quotes.hits import hit_at, past_addressee, source_of
from newsparse.enrichers.quotes.languages import Cue, Frame, Word
from newsparse.enrichers.quotes.phrases import (
    Range,
    among,
    ends_sentence,
    finite_in,
    match,
    noun_phrase_left,
    noun_phrase_right,
    trimmed,
)
from newsparse.enrichers.quotes.report import Hit, Report, new_report
from newsparse.enrichers.quotes.subjects import acting_subject, inverted_subject, main_subject, subject
from newsparse.enrichers.quotes.tokens import CAPITAL, NEWLINE, NUMBER, POSSESSOR, QUOTED, WORD, Tokens

_RULES = frozenset("—–―-")
_CUES = Word.CUE | Word.FRAME
_BEFORE = Frame.QUOTE | Frame.BARE
_END = itemgetter(1)
_Heard = tuple[Cue, int, Hit | None]
"""A cue, past its last token, and the verb in its place; None for a frame."""
_IN_NAME = frozenset([".", ",", "-", "(", ")", "and", "of"])


def reports(tokens: Tokens, first: int, last: int) -> list[Report]:
    """The reports of the sentence from token `first` to before `last`, in order."""
    flags, words = tokens.flags, tokens.words
    spots = tokens.spots_in(first, last)
    if not spots:
        return []
    found: list[Report] = []
    done = first
    owner: Range | None = None
    cues = {at: _heard(tokens, at, first, last) for at in spots if flags[at] & _CUES}
    trailing = (_trailing(tokens, spots, cues, first, last) or _sourced(tokens, cues, first, last)) if cues else None
    if trailing is not None:
        found.append(trailing)
        owner = trailing.source
        done = _past(trailing)
    for at in spots:
        if at < done:
            continue
        flag = flags[at]
        report = None
        if flag & WORD:
            if flag & _CUES:
                report = _at_cue(tokens, at, cues[at], first, last, done, owner)
            if report is None and flag & Word.NOUN:
                report = _at_noun(tokens, at, first, last, done)
        elif words[at] == ":":
            report = _at_colon(tokens, at, first, last, owner, done)
        elif at > first and flags[at - 1] & QUOTED and words[at] in _RULES:
            report = _signed(tokens, at, first, last)
        if report is not None:
            found.append(report)
            owner = _owner(tokens, report, first) or owner
            done = max(done, _past(report)) if report.content else last
    return found


def _owner(tokens: Tokens, report: Report, first: int) -> Range | None:
    """Whoever may go on reporting: of a relative clause without commas, whom it relates to."""
    source = report.source
    if source is None or source[1] - source[0] > 1 or source[0] <= first or not tokens.flags[source[0]] & Word.RELATIVE:
        return source
    if tokens.words[source[0] - 1] == "," or tokens.flags[source[0]] & Word.DETERMINER:
        return source
    return noun_phrase_left(tokens, source[0] - 1, first) or source


def _past(report: Report) -> int:
    """Past everything that the report covers."""
    return max([*report.content, *report.cue, report.source or (0, 0)], key=_END)[1]


def _heard(tokens: Tokens, at: int, first: int, last: int) -> list[_Heard]:
    """The cues whose words stand at a token: verbs in their places, and frames."""
    words = tokens.words
    found: list[_Heard] = []
    for cue in tokens.language.cues[words[at]]:
        end = at + 1 + len(cue.rest)
        if end > last or (cue.rest and tuple(words[at + 1 : end]) != cue.rest):
            continue
        if cue.position == "verb":
            hit = hit_at(tokens, cue, at, end, first, last)
            if hit is not None:
                found.append((cue, end, hit))
        elif cue.position == "before":
            found.append((cue, end, None))
    return found


def _trailing(tokens: Tokens, spots: list[int], cues: dict[int, list[_Heard]], first: int, last: int) -> Report | None:
    """The report whose cue stands behind what is said: it holds the sentence up to there, whatever cues are in it."""
    parted = False
    for at in spots:
        parted = parted or parts(tokens, at)
        if not parted or at not in cues:
            continue
        for cue, _, hit in cues[at]:
            if hit is None or hit.form != "finite" or not cue.frames & _BEFORE:
                continue
            report = said_before(tokens, hit, source_of(tokens, hit, first, first, None), first, last)
            if report is not None:
                return report
    return None


def _sourced(tokens: Tokens, cues: dict[int, list[_Heard]], first: int, last: int) -> Report | None:
    """A, according to X, at the sentence's end: X tells what others want and think in A; what somebody says is theirs."""
    flags, words = tokens.flags, tokens.words
    for at in cues:
        if flags[at] & Word.FRAME and at > first and words[at - 1] == ",":
            break
    else:
        return None
    for at, heard in cues.items():
        for cue, end, hit in heard if at > first else ():
            if hit is not None and cue.cue_class == "speech":
                return None
            if hit is None and words[at - 1] == ",":
                report = _according_to(tokens, cue, at, end, first, last, first)
                ends = report is not None and report.source is not None and _closes(tokens, report.source[1], last)
                return report if ends and report is not None and report.rule == "according-to-last" else None
    return None


def _closes(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the sentence ends here, but for what a comma adds to a noun: ", a lawyer in Y, who …"."""
    if ends_sentence(tokens, at, last):
        return True
    return at + 1 < last and tokens.words[at] == "," and bool(tokens.flags[at + 1] & (Word.DETERMINER | Word.RELATIVE))


def _at_cue(tokens: Tokens, at: int, heard: list[_Heard], first: int, last: int, done: int, owner: Range | None) -> Report | None:
    for cue, end, hit in heard:
        if hit is None:
            report = _according_to(tokens, cue, at, end, first, last, done)
        else:
            report = _at_verb(tokens, hit, first, last, done, owner)
        if report is not None:
            return report
    return None


def _at_verb(tokens: Tokens, hit: Hit, first: int, last: int, done: int, owner: Range | None) -> Report | None:
    flags = tokens.flags
    source = source_of(tokens, hit, first, done, owner)
    if source is None and hit.first == first and hit.cue.frames & Frame.QUOTE:
        return _opening(tokens, hit, first, last)
    if source is None and hit.form == "finite":
        source = owner or acting_subject(tokens, first, hit.first - 1)
    if hit.cue.frames & Frame.RAISING or hit.form == "passive":
        report = _raised(tokens, hit, source, last)
        if report is not None or hit.cue.frames & Frame.RAISING:
            return report
        if source is not None and flags[source[0]] & Word.SUBJECT and not flags[source[0]] & Word.PRONOUN:
            return None  # "it is said that": nobody says it
        source = None
    after = past_addressee(tokens, hit, last)
    if source is None and hit.last < last and flags[hit.last] & Word.AGENT:
        after = noun_phrase_right(tokens, hit.last + 1, last)
        source = (hit.last + 1, after) if after > hit.last + 1 else None
    return said_behind(tokens, hit, source, after, first, last)


def _opening(tokens: Tokens, hit: Hit, first: int, last: int) -> Report | None:
    """Said X: "A". Without a subject behind it, as "Asked whether A"."""
    found = inverted_subject(tokens, hit.last, last) if hit.form == "finite" else None
    if found is None and hit.last < last and tokens.flags[hit.last] & Word.AGENT:
        by = noun_phrase_right(tokens, hit.last + 1, last)
        return said_behind(tokens, hit, (hit.last + 1, by), by, first, last) if by > hit.last + 1 else None
    behind = found[1] if found is not None else last
    if behind + 1 < last and tokens.words[behind] in ",:" and tokens.flags[behind + 1] & QUOTED:
        return said_behind(tokens, hit, found, behind, first, last)
    return said_behind(tokens, hit, None, past_addressee(tokens, hit, last), first, last)


def _raised(tokens: Tokens, hit: Hit, source: Range | None, last: int) -> Report | None:
    """X seems to A, X is expected to A: what is thought is "X … to A", and nobody is named who thinks it."""
    if source is None or not infinitive_here(tokens, hit.last, last):
        return None
    if not hit.cue.frames & (Frame.RAISING | Frame.INFINITIVE | Frame.THAT | Frame.BARE):
        return None
    end = before_new_clause(tokens, hit.last, clause_end(tokens, hit.last, last))
    inner = match(tokens, hit.last + 1, last, "verb") if hit.form != "passive" else None
    if inner is not None and not tokens.flags[hit.last + 1] & Word.NOMINAL:
        speaks = inner[0].cue_class == "speech"
        if speaks or (inner[0].cue_class == "attitude" and finite_in(tokens, hit.last + 2, end)):
            return None  # "seemed to suggest A", "to think that A": the subject does
    return new_report(
        content=[source, (hit.last, end)],
        cue=[(hit.first, hit.last)],
        source=None,
        cue_class=hit.cue.cue_class,
        rule="raising",
    )


def _according_to(tokens: Tokens, cue: Cue, at: int, end: int, first: int, last: int, done: int) -> Report | None:
    """According to X, A; A, according to X."""
    words, flags = tokens.words, tokens.flags
    start = max(first, done)
    past = end
    while past < last and words[past] not in (",", ";", "—") and past - end < 40 and not _quote_apart(tokens, past, last):
        past += 1
    source_end = trimmed(tokens, end, past)
    leading = at == start or (at - start <= 2 and not flags[start] & QUOTED and not finite_in(tokens, start, at))
    if leading and past < last and words[past] == ",":
        past = _past_apposition(tokens, past, last)
        source_end = trimmed(tokens, end, past)
        if past + 1 >= last or source_end <= end:
            return None
        content = [(past + 1, clause_end(tokens, past + 1, last))]
        return new_report(
            content=content, cue=[(at, end)], source=(end, source_end), cue_class=cue.cue_class, rule="according-to-first"
        )
    begin = start
    while begin < at and not flags[begin] & (WORD | QUOTED):
        begin += 1
    content_end = trimmed(tokens, begin, at)
    if content_end <= begin or source_end <= end:
        return None
    return new_report(
        content=[(begin, content_end), *_quoted_on(tokens, past, last)],
        cue=[(at, end)],
        source=(end, source_end),
        cue_class=cue.cue_class,
        rule="according-to-last",
    )


def _quoted_on(tokens: Tokens, at: int, last: int) -> list[Range]:
    """Quoted words that go on behind a frame: “The figures,” according to X, “are wrong”."""
    if at + 1 < last and tokens.words[at] == "," and tokens.flags[at + 1] & QUOTED:
        return [(at + 1, trimmed(tokens, at + 1, last))]
    return []


def _quote_apart(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a quoted stretch is no part of a phrase: the “clean air” report."""
    if not tokens.flags[at] & QUOTED:
        return False
    return not (at + 1 < last and tokens.flags[at - 1] & (Word.DETERMINER | Word.POSSESSIVE) and tokens.flags[at + 1] & WORD)


def _past_apposition(tokens: Tokens, comma: int, last: int) -> int:
    """The comma behind an office, an age or a relative clause that the comma at `comma` begins; else that comma."""
    flags = tokens.flags
    for _ in range(3):
        start = comma + 1
        if start >= last:
            return comma
        if flags[start] & Word.RELATIVE:
            end = next((k for k in range(start, min(last, start + 40)) if tokens.words[k] == ","), last)
        else:
            end = noun_phrase_right(tokens, start, last)
        told = flags[start] & (Word.RELATIVE | NUMBER) or any(flags[k] & (Word.ROLE | Word.TITLE) for k in range(start, end))
        if end >= last or tokens.words[end] != "," or not told or not finite_in(tokens, end, last):
            return comma
        comma = end
    return comma


def _at_noun(tokens: Tokens, at: int, first: int, last: int, done: int) -> Report | None:
    """The claim that A: a noun with its clause; whose it is stands before it."""
    flags = tokens.flags
    if at + 2 >= last or not flags[at + 1] & Word.THAT or not finite_in(tokens, at + 2, last):
        return None
    owner = at - 1
    while owner > first and at - owner < 5 and flags[owner] & WORD and not flags[owner] & (POSSESSOR | Word.POSSESSIVE):
        if flags[owner] & (Word.DETERMINER | Word.PREPOSITION | Word.AUXILIARY):
            return None
        owner -= 1
    if owner < max(first, done):
        return None
    if flags[owner] & Word.POSSESSIVE:
        source: Range | None = (owner, owner + 1)
    elif flags[owner] & POSSESSOR:
        source = subject(tokens, owner, max(first, done))
    else:
        return None
    return new_report(
        content=[(at + 1, clause_end(tokens, at + 1, last))],
        cue=[(at, at + 1)],
        source=source,
        cue_class=tokens.language.nouns[tokens.words[at]],
        rule="noun-clause",
    )


def _at_colon(tokens: Tokens, at: int, first: int, last: int, owner: Range | None, done: int) -> Report | None:
    """LEE: words. X put it so: "words". A name and a colon at the beginning of a paragraph, or a colon before quoted words."""
    if at == first:
        return None
    if at + 1 >= last:
        return _announced(tokens, at, first, owner, [])
    if tokens.flags[at + 1] & QUOTED and tokens.text.count(" ", tokens.starts[at + 1], tokens.ends[at + 1]) > 1:
        return _announced(tokens, at, first, owner, [(at + 1, trimmed(tokens, at + 1, last))])
    if done > first or at - first > 12 or (first and not tokens.flags[first - 1] & NEWLINE):
        return None
    if (at - first == 1 and len(tokens.words[first]) < 2) or among(tokens.flags[first:at], Word.LABEL):
        return None
    if not (_shouted(tokens, first, at) or finite_in(tokens, at + 1, last)):
        return None
    if not all(tokens.flags[k] & CAPITAL or tokens.words[k] in _IN_NAME for k in range(first, at)):
        return None
    return _spoken(at, [(at + 1, trimmed(tokens, at + 1, last))], (first, at), "transcript")


def _announced(tokens: Tokens, at: int, first: int, owner: Range | None, content: list[Range]) -> Report | None:
    """What a colon announces: quoted words here, or (no content yet) in the next paragraph."""
    source = owner or main_subject(tokens, first, at - 1)
    if source is None and content and at - first <= 14 and not finite_in(tokens, first, at):
        source = (first, at)
    if source is None:
        return None
    return _spoken(at, content, source, "colon-then-quote" if content else "cue-then-paragraph")


def _signed(tokens: Tokens, at: int, first: int, last: int) -> Report | None:
    """“Words.” — X: a name behind a dash, to the end."""
    while at + 1 < last and tokens.words[at + 1] in _RULES:
        at += 1
    end = trimmed(tokens, at + 1, last)
    named = at + 1 < end <= at + 9 and all(tokens.flags[k] & CAPITAL or tokens.words[k] in _IN_NAME for k in range(at + 1, end))
    if not named or any(tokens.flags[k] & WORD for k in range(first, at)):
        return None
    return _spoken(at, [(first, at)], (at + 1, end), "signed")


def _spoken(at: int, content: list[Range], source: Range, rule: str) -> Report:
    return new_report(content=content, cue=[(at, at + 1)], source=source, cue_class="speech", rule=rule)


def _shouted(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the name is in capitals, as transcripts have it."""
    return tokens.cut(first, last).isupper()
