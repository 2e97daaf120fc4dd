"""Reports: in one sentence, what is said, the words that say so, and the phrase that names who.

Each rule looks around one cue. Reports do not nest: what stands within a report's content is not looked into.
"""

import attrs

from newsparse.enrichers.quotes.languages import Cue, Frame, Word
from newsparse.enrichers.quotes.phrases import (
    Range,
    before_main_clause,
    before_new_clause,
    clause_end,
    ends_sentence,
    finite_in,
    inverted_subject,
    main_subject,
    match,
    skip_left,
    subject,
    trimmed,
)
from newsparse.enrichers.quotes.tokens import CAPITAL, CONTRACTED, NEWLINE, NUMBER, POSSESSOR, QUOTED, WORD, Tokens
from newsparse.model.quotes import CueClass

_OWNERS = int(Word.DETERMINER | Word.POSSESSIVE) | POSSESSOR
_SUBJECTS = int(Word.SUBJECT | Word.RELATIVE | Word.PRONOUN | Word.THAT | Word.TIME)


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
_PAUSES = frozenset(",:—–-―.…")
_DASH_OR_COMMA = frozenset(",—–-―")
_IN_NAME = frozenset([".", ",", "-", "(", ")", "and", "of"])
_NO_SUBJECT = int(Word.AUXILIARY | Word.SUBORDINATOR | Word.CONTRAST | Word.COORDINATOR | Word.SUBJECT)
_FINITE = int(Word.AUXILIARY | Word.VERB) | CONTRACTED


@attrs.define(kw_only=True)
class Report:
    """One report, in tokens. `rule` names how it was found; `source` None means that nobody is named."""

    content: list[Range]
    cue: list[Range]
    source: Range | None
    cue_class: CueClass
    rule: str


@attrs.frozen
class Hit:
    """A reporting verb in its place: `first` with its auxiliaries, `verb` its own first token, `last` past it."""

    cue: Cue
    first: int
    verb: int
    last: int
    form: str
    """finite, participle, infinitive or passive."""


def reports(tokens: Tokens, first: int, last: int) -> list[Report]:
    """The reports of the sentence from token `first` to before `last`, in order."""
    flags = tokens.flags
    found: list[Report] = []
    done = first
    owner: Range | None = None
    trailing = _trailing(tokens, first, last)
    if trailing is not None:
        found.append(trailing)
        owner = trailing.source
        done = _past(trailing)
    at = done
    while at < last:
        flag = flags[at]
        report = None
        if flag & (Word.CUE | Word.FRAME) and at >= done:
            report = _at_cue(tokens, at, first, last, done, owner)
        elif flag & Word.NOUN and at >= done:
            report = _at_noun(tokens, at, first, last, done)
        elif not flag & WORD and tokens.words[at] == ":" and at >= done:
            report = _at_colon(tokens, at, first, last, owner, done)
        if report is not None:
            found.append(report)
            owner = report.source or owner
            done = max(done, _past(report))
        at = max(at + 1, done)
    return found


def _past(report: Report) -> int:
    """Past everything that the report covers."""
    return max(end for ranges in (report.content, report.cue, [report.source or (0, 0)]) for _, end in ranges)


def _trailing(tokens: Tokens, first: int, last: int) -> Report | None:
    """The report whose cue stands behind what is said: it holds the sentence up to there, whatever cues are in it."""
    flags, words = tokens.flags, tokens.words
    for at in range(first + 1, last):
        if not flags[at] & Word.CUE:
            continue
        for cue in tokens.language.cues[words[at]]:
            end = at + 1 + len(cue.rest)
            if cue.position != "verb" or not cue.frames & (Frame.QUOTE | Frame.BARE) or end > last:
                continue
            if cue.rest and tuple(words[at + 1 : end]) != cue.rest:
                continue
            hit = _hit(tokens, cue, at, end, first, last)
            if hit is None or hit.form != "finite":
                continue
            report = _left(tokens, hit, _source(tokens, hit, first, first, None), first, last, first)
            if report is not None:
                return report
    return None


def _at_cue(tokens: Tokens, at: int, first: int, last: int, done: int, owner: Range | None) -> Report | None:
    for cue in tokens.language.cues[tokens.words[at]]:
        end = at + 1 + len(cue.rest)
        if end > last or (cue.rest and tuple(tokens.words[at + 1 : end]) != cue.rest):
            continue
        if cue.position == "verb":
            hit = _hit(tokens, cue, at, end, first, last)
            report = _at_verb(tokens, hit, first, last, done, owner) if hit is not None else None
        elif cue.position == "before":
            report = _according_to(tokens, cue, at, end, first, last, done)
        else:
            report = None
        if report is not None:
            return report
    return None


def _hit(tokens: Tokens, cue: Cue, at: int, end: int, first: int, last: int) -> Hit | None:
    """The verb with its auxiliaries; None where the word is a noun or an adjective here."""
    flags = tokens.flags
    begin = skip_left(tokens, at - 1, first) + 1
    before = flags[begin - 1] if begin > first else 0
    helped = any(flags[k] & Word.AUXILIARY for k in range(begin, at))
    contracted = bool(before & CONTRACTED)
    if begin > first and before & Word.INFINITIVE:
        return Hit(cue, begin - 1, at, end, "infinitive")
    if cue.participle:
        if before & _OWNERS and not helped:
            return None
        return Hit(cue, begin, at, end, "finite" if helped or contracted else "participle")
    if not helped and before & (_OWNERS | Word.PREPOSITION) and not before & (_SUBJECTS | Word.GROUP):
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
        return False
    before = begin - 1
    if flags[before] & (Word.SUBJECT | Word.RELATIVE):
        return True
    if not flags[end] & _OPENERS and words[end] != ":":
        return False
    plural = bool(flags[before] & Word.GROUP) or words[before].endswith(tokens.language.plural_endings)
    if words[before] in ",)":
        return True
    if words[at] == cue.lemma:
        return plural
    return not plural or bool(flags[before] & CAPITAL)


def _headline(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the sentence is written with capitals throughout."""
    low = sum(
        1 for k in range(first, min(last, first + 25)) if tokens.flags[k] & WORD and not tokens.flags[k] & (CAPITAL | NUMBER)
    )
    high = sum(1 for k in range(first, min(last, first + 25)) if tokens.flags[k] & CAPITAL)
    return high > 2 * low


def _at_verb(tokens: Tokens, hit: Hit, first: int, last: int, done: int, owner: Range | None) -> Report | None:
    source = _source(tokens, hit, first, done, owner)
    if hit.cue.frames & Frame.RAISING or hit.form == "passive":
        report = _raised(tokens, hit, source, last)
        if report is not None or hit.cue.frames & Frame.RAISING:
            return report
        source = None
    return _right(tokens, hit, source, _after(tokens, hit, last), first, last)


def _raised(tokens: Tokens, hit: Hit, source: Range | None, last: int) -> Report | None:
    """X seems to A, X is expected to A: what is thought is "X … to A", and nobody is named who thinks it."""
    if source is None or not _infinitive_here(tokens, hit.last, last):
        return None
    if not hit.cue.frames & (Frame.RAISING | Frame.INFINITIVE | Frame.THAT | Frame.BARE):
        return None
    end = before_new_clause(tokens, hit.last, clause_end(tokens, hit.last, last))
    return Report(
        content=[source, (hit.last, end)],
        cue=[(hit.first, hit.last)],
        source=None,
        cue_class=hit.cue.cue_class,
        rule="raising",
    )


def _source(tokens: Tokens, hit: Hit, first: int, done: int, owner: Range | None) -> Range | None:
    """Who, to the left of the verb; for a participle and an infinitive whoever acts in the sentence."""
    words, flags = tokens.words, tokens.flags
    before = hit.first - 1
    if before < done:
        return owner
    if flags[before] & CONTRACTED:
        return (before, before + 1)
    if hit.form in {"participle", "infinitive"} or flags[before] & Word.COORDINATOR:
        if (
            hit.form == "participle"
            and flags[before] & WORD
            and not flags[before] & (Word.PREPOSITION | Word.COORDINATOR | Word.SUBORDINATOR | Word.VERB | Word.ADVERB)
        ):
            near = subject(tokens, before, max(first, done))
            if near is not None:
                return near
        return owner or main_subject(tokens, first, before)
    if words[before] == "," and before > first and flags[before - 1] & QUOTED:
        return None
    return subject(tokens, before, max(first, done))


def _after(tokens: Tokens, hit: Hit, last: int) -> int:
    """Past the person addressed, where the verb takes one."""
    flags = tokens.flags
    at = hit.last
    if not hit.cue.frames & Frame.ADDRESSEE or at >= last:
        return at
    if flags[at] & Word.ADDRESSED:
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


def _left(tokens: Tokens, hit: Hit, source: Range | None, first: int, last: int, done: int) -> Report | None:
    """What stands before the cue: "A," X said / said X; A, X said on Monday."""
    words, flags = tokens.words, tokens.flags
    start = max(first, done)
    if source is not None:
        source = _widened(tokens, source, start)
    inverted = None
    if source is None or (source[0] > start and not _parted(tokens, source[0], start)):
        inverted = _inverted(tokens, hit, start, last)
    edge = hit.first if inverted is not None else source[0] if source is not None else start
    if inverted is not None:
        source = inverted
    if edge <= start:
        return None
    comma = words[edge - 1] in _DASH_OR_COMMA
    quoted = bool(flags[edge - 1] & QUOTED) or (comma and bool(flags[edge - 2] & QUOTED))
    if (not comma and not quoted) or (not hit.cue.frames & Frame.QUOTE and quoted):
        return None
    begin = start
    end = edge - 1 if comma else edge
    while begin < end and not flags[begin] & (WORD | QUOTED):
        begin += 1
    while begin < end and flags[begin] & (Word.COORDINATOR | Word.CONTRAST) and end - begin > 2 and not quoted:
        begin += 1
    if begin >= end:
        return None
    past = inverted[1] if inverted is not None else _after(tokens, hit, last)
    if not quoted and comma and words[edge - 1] != "," and not ends_sentence(tokens, past, last):
        return None
    if not quoted and not _clause_before(tokens, begin, end, past, last, inverted is not None, hit):
        return None
    content = [(begin, end)]
    rule = "quote-then-cue" if all(flags[k] & QUOTED or not flags[k] & WORD for k in range(*content[0])) else "clause-then-cue"
    resumed = _resumed(tokens, past, last)
    if (
        not resumed
        and not quoted
        and inverted is None
        and words[past : past + 1] == [","]
        and not ends_sentence(tokens, past, last)
    ):
        resumed = [(past + 1, clause_end(tokens, past + 1, last))]
    content += resumed
    return Report(content=content, cue=[(hit.first, hit.last)], source=source, cue_class=hit.cue.cue_class, rule=rule)


def _widened(tokens: Tokens, source: Range, start: int) -> Range:
    """The subject with the words before it that a mark parts from what is said: "…," retired general X said."""
    at = source[0]
    while at > start and source[0] - at < 8 and tokens.flags[at - 1] & WORD and not tokens.flags[at - 1] & _NO_SUBJECT:
        at -= 1
    return (at, source[1]) if at > start and tokens.flags[at - 1] & QUOTED else source


def _parted(tokens: Tokens, at: int, start: int) -> bool:
    """Whether a comma, a dash or quoted words stand before the token."""
    return at > start and (tokens.words[at - 1] in _DASH_OR_COMMA or bool(tokens.flags[at - 1] & QUOTED))


def _inverted(tokens: Tokens, hit: Hit, start: int, last: int) -> Range | None:
    """The subject behind the verb, where what is said stands right before it."""
    before = hit.first - 1
    if before < start or not (tokens.words[before] == "," or tokens.flags[before] & QUOTED or tokens.words[before] in "—–-―"):
        return None
    found = inverted_subject(tokens, hit.last, last)
    if found is None or (found[1] < last and tokens.flags[found[1]] & _FINITE) or tokens.flags[hit.last] & Word.THAT:
        return None
    if tokens.flags[hit.last] & Word.SUBJECT and not tokens.flags[before] & QUOTED:
        return None
    return found


def _clause_before(tokens: Tokens, begin: int, end: int, past: int, last: int, inverted: bool, hit: Hit) -> bool:
    """Whether the words before the cue are what is reported, and those behind it are not."""
    if not hit.cue.frames & Frame.BARE and not hit.cue.frames & Frame.QUOTE:
        return False
    inserted = past < last and tokens.words[past] == "," and not inverted and finite_in(tokens, past, last)
    if tokens.flags[begin] & Word.CUE and _asked(tokens, begin):
        return False
    if inserted and not tokens.flags[begin] & Word.SUBORDINATOR:
        return True
    if not _tells(tokens, begin, end) or (
        tokens.flags[begin] & Word.SUBORDINATOR and before_main_clause(tokens, begin, end) == end
    ):
        return False
    if inverted or ends_sentence(tokens, past, last):
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


def _subordinate(tokens: Tokens, hit: Hit, source: Range | None, first: int) -> bool:
    """Whether the cue stands in a clause that the main clause follows: "When X said A, B"; "Asked whether A, B"."""
    flags = tokens.flags
    if hit.form == "participle":
        return hit.first == first or (
            hit.first - first <= 2 and bool(flags[hit.first - 1] & (Word.PREPOSITION | Word.SUBORDINATOR))
        )
    if source is None:
        return hit.first == first
    if flags[source[0]] & Word.RELATIVE and source[1] - source[0] == 1:
        return source[0] > first and tokens.words[source[0] - 1] == ","
    return source[0] > first and bool(flags[source[0] - 1] & Word.SUBORDINATOR)


def _right(tokens: Tokens, hit: Hit, source: Range | None, after: int, first: int, last: int) -> Report | None:
    """What stands behind the cue."""
    if after >= last:
        return None
    relative = _relative(tokens, hit, source, after, last)
    if relative is not None:
        return relative
    if tokens.words[last - 1] == ":" and hit.cue.frames & Frame.QUOTE and not finite_in(tokens, after, last):
        return _report(hit, [], source, "cue-then-paragraph")
    start = _content_start(tokens, hit, after, last)
    if start is None:
        return None
    begin, rule = start
    end = clause_end(tokens, begin, last)
    if _subordinate(tokens, hit, source, first):
        end = before_main_clause(tokens, begin, end)
    elif rule in {"object", "infinitive"}:
        end = before_new_clause(tokens, begin, end)
    if end <= begin:
        return None
    return _report(hit, [(begin, end)], source, rule)


def _report(hit: Hit, content: list[Range], source: Range | None, rule: str) -> Report:
    return Report(content=content, cue=[(hit.first, hit.last)], source=source, cue_class=hit.cue.cue_class, rule=rule)


def _relative(tokens: Tokens, hit: Hit, source: Range | None, after: int, last: int) -> Report | None:
    """Which X said would A, what X called A: the pronoun is part of what is said."""
    flags = tokens.flags
    if source is None or source[0] == 0 or hit.form != "finite":
        return None
    pronoun = source[0] - 1
    if not flags[pronoun] & (Word.RELATIVE | Word.WHETHER) or flags[pronoun] & (Word.SUBORDINATOR | Word.POSSESSIVE):
        return None
    verb_next = flags[after] & (Word.AUXILIARY | Word.VERB) and not flags[after] & Word.SUBJECT
    named = hit.cue.frames & Frame.OBJECT and flags[after] & (QUOTED | Word.AS)
    if not (hit.cue.frames & Frame.BARE and verb_next) and not named:
        return None
    end = before_new_clause(tokens, after, clause_end(tokens, after, last))
    return _report(hit, [(pronoun, source[0]), (after, end)], source, "relative-clause")


def _content_start(tokens: Tokens, hit: Hit, after: int, last: int) -> tuple[int, str] | None:
    """(first token of what is said, rule) behind the cue; None where nothing is reported there."""
    frames = hit.cue.frames
    flag = tokens.flags[after]
    if frames & Frame.QUOTE and (near := _quote_start(tokens, after, last)) is not None:
        return near, "cue-then-quote"
    if frames & Frame.QUOTE and tokens.words[after] == ":" and after + 1 < last:
        return after + 1, "cue-colon"
    if frames & Frame.THAT and (near := _that_start(tokens, hit, after, last)) is not None:
        return near, "that-clause"
    if frames & Frame.WHETHER and flag & Word.WHETHER:
        return after, "indirect-question"
    if frames & Frame.INFINITIVE and _infinitive_here(tokens, after, last):
        return hit.last, "infinitive"
    if frames & Frame.BARE:
        near = _past_adverbials(tokens, after, last)
        if near < last and _clause_here(tokens, hit, near, last):
            return near, "bare-clause"
    if frames & Frame.OBJECT and _object_here(tokens, after):
        return after, "object"
    return None


def _quote_start(tokens: Tokens, after: int, last: int) -> int | None:
    """A quoted stretch right behind the cue, or behind a comma, a colon or adverbials."""
    words, flags = tokens.words, tokens.flags
    for near in range(after, min(last, after + 20)):
        if flags[near] & QUOTED:
            joined = near == after or words[near - 1] in (",", ":") or flags[near - 1] & Word.THAT
            return near if joined and (near == after or not finite_in(tokens, after, near)) else None
        if flags[near] & (Word.THAT | Word.WHETHER | Word.SUBJECT):
            return None
    return None


def _that_start(tokens: Tokens, hit: Hit, after: int, last: int) -> int | None:
    words, flags = tokens.words, tokens.flags
    for near in range(after, min(last, after + 16)):
        flag = flags[near]
        if flag & Word.THAT and near + 1 < last and _complementizer(tokens, near, after, last, hit):
            return near
        if flag & (Word.AUXILIARY | Word.SUBJECT | Word.RELATIVE | QUOTED) or words[near] in ";:":
            return None
    return None


def _infinitive_here(tokens: Tokens, at: int, last: int) -> bool:
    flags = tokens.flags
    return bool(flags[at] & Word.INFINITIVE and at + 1 < last and not flags[at + 1] & (Word.DETERMINER | CAPITAL))


def _object_here(tokens: Tokens, at: int) -> bool:
    flag = tokens.flags[at]
    if (
        not flag & (WORD | QUOTED)
        or flag & (Word.AUXILIARY | Word.SUBORDINATOR)
        or (flag & Word.THAT and not flag & Word.DETERMINER)
    ):
        return False
    return not flag & Word.PREPOSITION or bool(flag & Word.DETERMINER)


def _complementizer(tokens: Tokens, at: int, after: int, last: int, hit: Hit) -> bool:
    """Whether "that" begins a clause here rather than pointing at a noun or relating to one."""
    flags = tokens.flags
    if at == after:
        return _tells(tokens, at + 1, last)
    if flags[at - 1] & (Word.PREPOSITION | Word.AUXILIARY) or (
        tokens.words[at - 1] == "," and not flags[after] & (Word.PREPOSITION | Word.TIME)
    ):
        return tokens.words[at - 1] == ","
    first = flags[after]
    if first & (Word.PREPOSITION | Word.TIME | Word.ADVERB) or hit.cue.frames & Frame.ADDRESSEE or tokens.words[after] == ",":
        return _tells(tokens, at + 1, last)
    return False


def _past_adverbials(tokens: Tokens, at: int, last: int) -> int:
    """Past "Tuesday", "in a statement", "later that day"."""
    flags = tokens.flags
    while at < last:
        flag = flags[at]
        if (flag & Word.TIME and not flag & POSSESSOR) or (flag & Word.ADVERB and not flag & Word.DETERMINER):
            at += 1
        elif flag & Word.PREPOSITION and not flag & Word.SUBORDINATOR:
            end = at + 1
            while end < last and end - at < 8 and flags[end] & WORD and not flags[end] & (Word.REPORTED | Word.TIME):
                end += 1
            if end < last and flags[end] & (Word.REPORTED | Word.TIME) and end - at < 8:
                at = end + 1
                while at < last and flags[at] & (Word.TIME | NUMBER):
                    at += 1
            else:
                break
        else:
            break
    return at


def _clause_here(tokens: Tokens, hit: Hit, at: int, last: int) -> bool:
    """Whether a clause without a complementizer begins here."""
    flag = tokens.flags[at]
    if not flag & (WORD | QUOTED):
        return False
    phrase = flag & (Word.SUBJECT | Word.DETERMINER | CONTRACTED | CAPITAL | Word.SUBORDINATOR)
    if flag & (Word.PREPOSITION | Word.COORDINATOR | Word.AUXILIARY) and not phrase:
        return False
    sure = hit.cue.cue_class == "speech" and not hit.cue.frames & Frame.OBJECT and not tokens.flags[hit.verb] & Word.NOMINAL
    return _tells(tokens, at, last) or (sure and last - at > 4)


def _tells(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a clause seems to stand here: a finite verb, or a noun phrase and quoted words, which may hold one."""
    return finite_in(tokens, first, last) or any(tokens.flags[k] & QUOTED for k in range(first, min(last, first + 12)))


def _according_to(tokens: Tokens, cue: Cue, at: int, end: int, first: int, last: int, done: int) -> Report | None:
    """According to X, A; A, according to X."""
    words, flags = tokens.words, tokens.flags
    start = max(first, done)
    past = end
    while past < last and words[past] not in (",", ";", "—") and past - end < 40 and not flags[past] & QUOTED:
        past += 1
    source_end = trimmed(tokens, end, past)
    leading = at == start or (at - start <= 2 and not finite_in(tokens, start, at))
    if leading and past < last and words[past] == ",":
        appositive = inverted_subject(tokens, end, last)
        content = (past + 1, clause_end(tokens, past + 1, last)) if past + 1 < last else None
        if (
            appositive is not None
            and appositive[1] < last - 3
            and appositive[1] > source_end
            and words[appositive[1]] == ","
            and finite_in(tokens, appositive[1], last)
        ):
            source_end = appositive[1]
            content = (appositive[1] + 1, clause_end(tokens, appositive[1] + 1, last))
        if content is None or source_end <= end:
            return None
        return Report(
            content=[content], cue=[(at, end)], source=(end, source_end), cue_class=cue.cue_class, rule="according-to-first"
        )
    begin = start
    while begin < at and not flags[begin] & (WORD | QUOTED):
        begin += 1
    content_end = trimmed(tokens, begin, at)
    if content_end <= begin or source_end <= end:
        return None
    return Report(
        content=[(begin, content_end)],
        cue=[(at, end)],
        source=(end, source_end),
        cue_class=cue.cue_class,
        rule="according-to-last",
    )


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
    return Report(
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
    if at - first == 1 and len(tokens.words[first]) < 2:
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


def _spoken(at: int, content: list[Range], source: Range, rule: str) -> Report:
    return Report(content=content, cue=[(at, at + 1)], source=source, cue_class="speech", rule=rule)


def _shouted(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the name is in capitals, as transcripts have it."""
    return tokens.cut(first, last).isupper()
