"""What is said behind its cue: X said that A; X said A; X said: "A"; X denied B; which X called C."""

import attrs

from newsparse.enrichers.quotes.clauses import before_main_clause, before_new_clause, before_reporting, clause_end
from newsparse.enrichers.quotes.languages import Frame, Word
from newsparse.enrichers.quotes.phrases import Range, among, finite_in, match, noun_phrase_right
from newsparse.enrichers.quotes.report import Hit, Report, report_of
from newsparse.enrichers.quotes.subjects import without_time
from newsparse.enrichers.quotes.tokens import CAPITAL, CONTRACTED, NUMBER, POSSESSOR, QUOTED, WORD, Tokens

_FINITE = int(Word.AUXILIARY | Word.VERB) | CONTRACTED
_NOBODYS = frozenset({"that-clause", "bare-clause", "object"})
"""Rules that find nothing where nobody is named."""
_NO_THAT = int(Word.AUXILIARY | Word.SUBJECT | Word.RELATIVE) | QUOTED
"""What a clause that a complementizer begins does not stand behind."""
_LED = 12
"""Tokens of a phrase at the beginning of a sentence, up to its relative clause."""
_TITLES = int(Word.TITLE | Word.TITLE_M | Word.TITLE_F)


def _subordinate(tokens: Tokens, hit: Hit, source: Range | None, first: int) -> bool:
    """Whether the cue stands in a clause that the main clause follows: "When X said A, B"; "Asked whether A, B"."""
    flags = tokens.flags
    if hit.form == "participle":
        return hit.first == first or (
            hit.first - first <= 2 and bool(flags[hit.first - 1] & (Word.PREPOSITION | Word.SUBORDINATOR))
        )
    if source is None:
        return hit.first == first
    if source[0] > hit.last:
        return True
    if flags[source[0]] & Word.RELATIVE and source[1] - source[0] == 1:
        return source[0] > first and (tokens.words[source[0] - 1] == "," or _led(tokens, first, source[0]))
    return source[0] > first and bool(flags[source[0] - 1] & Word.SUBORDINATOR)


def _led(tokens: Tokens, first: int, at: int) -> bool:
    """Whether the sentence begins with a phrase that runs up to the token: "Like others who …", "Of those who …"."""
    flags = tokens.flags
    if not flags[first] & Word.PREPOSITION or at - first > _LED:
        return False
    return all(flags[k] & WORD for k in range(first, at)) and not finite_in(tokens, first, at)


def said_behind(tokens: Tokens, hit: Hit, source: Range | None, after: int, first: int, last: int) -> Report | None:
    """What stands behind the cue."""
    if after >= last:
        return None
    aside = _relative(tokens, hit, source, after, last) or _as_said(tokens, hit, source, after, last)
    if aside is not None:
        return aside
    if tokens.words[last - 1] == ":" and hit.cue.frames & Frame.QUOTE and not finite_in(tokens, after, last):
        return report_of(hit, [], source, "cue-then-paragraph")
    start = content_start(tokens, hit, after, last)
    if start is None:
        return None
    begin, rule = start
    end = begin + 1 if _whole(tokens, begin, rule) else clause_end(tokens, begin, last)
    if source is None and hit.form == "participle":
        source = _main_behind(tokens, before_main_clause(tokens, begin, end), last)
    if source is None and rule in _NOBODYS:
        return None
    end = _shortened(tokens, hit, source, rule, (begin, end), first)
    if end <= begin:
        return None
    if rule == "chained-cue":
        hit = attrs.evolve(hit, last=begin)
    return report_of(hit, [(begin, end)], source, rule)


def _shortened(tokens: Tokens, hit: Hit, source: Range | None, rule: str, content: Range, first: int) -> int:
    """The end of what is said, by the kind of clause that the cue stands in and of what it takes."""
    begin, end = content
    if _subordinate(tokens, hit, source, first):
        return before_main_clause(tokens, begin, end)
    if source is not None and tokens.flags[source[0]] & Word.RELATIVE and source[1] - source[0] == 1:
        return before_reporting(tokens, begin, end)
    if rule in {"object", "infinitive"}:
        end = before_new_clause(tokens, begin, end)
    return without_time(tokens, end - 1, begin) + 1 if rule == "object" else end


def _whole(tokens: Tokens, at: int, rule: str) -> bool:
    """Whether quoted words behind a cue are all that is said: a full stop within the marks."""
    stretch = tokens.stretches.get(at) if rule == "cue-then-quote" else None
    return stretch is not None and tokens.text[stretch.inner_end - 1] in ".!?…"


def _main_behind(tokens: Tokens, at: int, last: int) -> Range | None:
    """The subject of the main clause behind an opening participle: "Noting that A, X said B"."""
    if at + 1 >= last or tokens.words[at] != ",":
        return None
    end = noun_phrase_right(tokens, at + 1, last)
    flag = tokens.flags[at + 1]
    verb = flag & (Word.AUXILIARY | Word.VERB) or (flag & Word.CUE and not flag & (Word.NOMINAL | CAPITAL))
    return (at + 1, end) if at + 1 < end < last and flag & WORD and not verb else None


def _as_said(tokens: Tokens, hit: Hit, source: Range | None, after: int, last: int) -> Report | None:
    """As X noted, A."""
    flags = tokens.flags
    if source is None or source[0] == 0 or not flags[source[0] - 1] & Word.AS or tokens.words[after] != ",":
        return None
    if not hit.cue.frames & Frame.BARE or after + 1 >= last or not tells(tokens, after + 1, last):
        return None
    return report_of(hit, [(after + 1, clause_end(tokens, after + 1, last))], source, "as-said")


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
    if named and flags[after] & QUOTED and flags[pronoun] & Word.WHETHER and not flags[pronoun] & Word.RELATIVE:
        return report_of(hit, [(after, after + 1)], source, "relative-clause")
    if not (hit.cue.frames & Frame.BARE and verb_next) and not named:
        return None
    whole = flags[after] & QUOTED and tokens.text[tokens.stretches[after].inner_end - 1] == ","
    end = after + 1 if whole else before_new_clause(tokens, after, clause_end(tokens, after, last))
    return report_of(hit, [(pronoun, source[0]), (after, end)], source, "relative-clause")


def content_start(tokens: Tokens, hit: Hit, after: int, last: int) -> tuple[int, str] | None:
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
    if frames & Frame.INFINITIVE and infinitive_here(tokens, after, last):
        return _asked_of(tokens, hit, after, last)
    if frames & Frame.BARE:
        near = _past_adverbials(tokens, after, last)
        if near < last and _clause_here(tokens, hit, near, last):
            return near, "bare-clause"
    if frames & Frame.OBJECT and _object_here(tokens, hit, after, last):
        return _past_what_is_named(tokens, hit, after, last), "object"
    return None


def _asked_of(tokens: Tokens, hit: Hit, after: int, last: int) -> tuple[int, str]:
    """An infinitive with whom it is asked of; where it reports in its turn ("declined to say whether A"), what that reports."""
    begin = hit.last
    found = match(tokens, after + 1, last, "verb") if after == hit.last else None
    if found is not None and found[1] < last and found[0].frames & (Frame.THAT | Frame.WHETHER):
        flag = tokens.flags[found[1]]
        if flag & (Word.WHETHER | QUOTED) or (flag & Word.THAT and tells(tokens, found[1] + 1, last)):
            return found[1], "chained-cue"
    return begin, "infinitive"


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
    only = hit.cue.frames == Frame.THAT
    past = min(last, after + 16)
    if not among(flags[after:past], Word.THAT):
        return None
    for near in range(after, past):
        flag = flags[near]
        if flag & Word.THAT and near + 1 < last and _complementizer(tokens, near, after, last, hit):
            return near
        if only or flag & _NO_THAT or words[near] in ";:—–―":
            return None
        if near > after and flag & Word.CUE and not flag & (Word.NOMINAL | CAPITAL):
            return None
    return None


def infinitive_here(tokens: Tokens, at: int, last: int) -> bool:
    """Whether an infinitive with its particle begins here."""
    flags = tokens.flags
    return at + 1 < last and bool(flags[at] & Word.INFINITIVE) and not flags[at + 1] & (Word.DETERMINER | CAPITAL)


def _object_here(tokens: Tokens, hit: Hit, at: int, last: int) -> bool:
    """Whether a noun phrase is what is said or thought of; a person alone is not, unless called something."""
    flag = tokens.flags[at]
    if hit.form == "passive" and flag & (QUOTED | Word.AS):
        return True
    if not flag & (WORD | QUOTED) or flag & (Word.AUXILIARY | Word.SUBORDINATOR):
        return False
    if (flag & Word.THAT or flag & Word.PREPOSITION) and not flag & Word.DETERMINER:
        return False
    if hit.form == "passive" or (hit.cue.cue_class == "attitude" and hit.form != "finite"):
        return False
    lone = at + 1 >= last or not tokens.flags[at + 1] & WORD
    if flag & Word.PRONOUN and (lone or not flag & Word.POSSESSIVE):
        return hit.cue.cue_class == "speech" and _called_something(tokens, at, last)
    return hit.cue.cue_class != "speech" or not _person_here(tokens, at, last) or _called_something(tokens, at, last)


def _past_what_is_named(tokens: Tokens, hit: Hit, at: int, last: int) -> int:
    """The one quoted word that a thing is called, where no more than the thing stands before it: the remark “cheap”."""
    if hit.form == "passive" and tokens.flags[at] & Word.AS and at + 1 < last and tokens.flags[at + 1] & QUOTED:
        return at + 1
    if hit.cue.cue_class != "speech" or not tokens.flags[at] & Word.DETERMINER:
        return at
    for near in range(at + 1, min(at + 6, last)):
        if tokens.flags[near] & QUOTED:
            stretch = tokens.stretches[near]
            single = " " not in tokens.text[stretch.inner_start : stretch.inner_end]
            return near if single and not any(tokens.flags[k] & WORD for k in range(near + 1, last)) else at
    return at


def _person_here(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a person's name or title begins here, and nothing of theirs follows."""
    flags = tokens.flags
    if not flags[at] & _TITLES and tokens.words[at] not in tokens.language.given:
        return False
    while at < last and (flags[at] & CAPITAL or tokens.words[at] == "."):
        if flags[at] & POSSESSOR:
            return False
        at += 1
    return True


def _called_something(tokens: Tokens, at: int, last: int) -> bool:
    return among(tokens.flags[at : min(at + 12, last)], QUOTED | Word.AS)


def _complementizer(tokens: Tokens, at: int, after: int, last: int, hit: Hit) -> bool:
    """Whether "that" begins a clause here rather than pointing at a noun or relating to one."""
    flags = tokens.flags
    if at == after:
        return tells(tokens, at + 1, last)
    if flags[at - 1] & (Word.PREPOSITION | Word.AUXILIARY) or (
        tokens.words[at - 1] == "," and not flags[after] & (Word.PREPOSITION | Word.TIME)
    ):
        return tokens.words[at - 1] == ","
    first = flags[after]
    if first & (Word.PREPOSITION | Word.TIME | Word.ADVERB) or hit.cue.frames & Frame.ADDRESSEE or tokens.words[after] == ",":
        return tells(tokens, at + 1, last)
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
    if hit.cue.frames & Frame.OBJECT and not _subject_and_verb(tokens, at, last):
        return False
    sure = hit.cue.cue_class == "speech" and not hit.cue.frames & Frame.OBJECT and not tokens.flags[hit.verb] & Word.NOMINAL
    return tells(tokens, at, last) or (sure and last - at > 4)


def _subject_and_verb(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a noun phrase stands here and its finite verb right behind it."""
    end = noun_phrase_right(tokens, at, last)
    while end < last and tokens.flags[end] & Word.ADVERB:
        end += 1
    return bool(tokens.flags[at] & CONTRACTED) or (end < last and bool(tokens.flags[end] & (_FINITE | Word.CUE | QUOTED)))


def tells(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a clause seems to stand here: a finite verb, or a noun phrase and quoted words, which may hold one."""
    return finite_in(tokens, first, last) or QUOTED in tokens.flags[first : min(last, first + 12)]
