"""Reporting verbs and frames in a sentence, with all their words: particles further on, auxiliaries before."""

import attrs

from newsparse.enrichers.quotes.grammar.edges import STOPS, named
from newsparse.enrichers.quotes.languages import Cue, Word
from newsparse.enrichers.quotes.phrases import Range
from newsparse.enrichers.quotes.tokens import CAPITAL, QUOTED, WORD, Tokens

_GAP = 30
"""Tokens between a verb and its particle."""
_BACK = 14
"""Tokens between an auxiliary and its participle."""
_CUES = 12
"""Cues of a sentence that are looked at: no sentence that anyone wrote has more, and a text of nothing else costs no more."""


@attrs.frozen(eq=False)
class Occurrence:
    """A cue in the text: `parts` are its words, `verb` the token behind which an inverted subject stands."""

    cue: Cue
    parts: tuple[Range, ...]
    verb: int
    passive: bool = False

    @property
    def participle(self) -> bool:
        """Whether the form stands before its subject as an attribute ("diyen X")."""
        return self.cue.participle

    @property
    def first(self) -> int:
        """The first token."""
        return self.parts[0][0]

    @property
    def last(self) -> int:
        """Past the last token."""
        return self.parts[-1][1]


def occurrences(tokens: Tokens, first: int, last: int) -> list[Occurrence]:
    """The cues of a sentence, in order of their first words; no word is of two."""
    found: list[Occurrence] = []
    taken: set[int] = set()
    at = first
    while at < last and len(found) < _CUES:
        if at not in taken and tokens.flags[at] & (Word.CUE | Word.FRAME) and not tokens.flags[at] & QUOTED:
            seen = _occurrence(tokens, at, first, last)
            if seen is not None:
                found.append(seen)
                taken.update(k for part in seen.parts for k in range(*part))
        at += 1
    return found


def _occurrence(tokens: Tokens, at: int, first: int, last: int) -> Occurrence | None:
    grammar = tokens.language.grammar
    noun = _is_noun(tokens, at, first)
    # A form may be both: "betont" is a participle where an auxiliary stands by, else the present.
    for cue in sorted(tokens.language.cues.get(tokens.words[at], ()), key=lambda cue: not cue.participle):
        end = at + 1 + len(cue.rest)
        if (
            end > last
            or tuple(tokens.words[at + 1 : end]) != cue.rest
            or (noun and cue.position == "verb" and not cue.participle)
        ):
            continue
        if cue.participle and not (grammar is not None and grammar.order == "final"):
            seen = _participle(tokens, at, end, first, last, cue)
        elif cue.gap:
            seen = _gapped(tokens, at, end, last, cue)
        else:
            seen = Occurrence(cue, ((at, end),), end - 1)
        if seen is not None:
            return seen
    return None


def _is_noun(tokens: Tokens, at: int, first: int) -> bool:
    """Whether the form is a noun here: by its capital, or by the article before it ("à la demande de")."""
    grammar = tokens.language.grammar
    if grammar is None or grammar.capital_nouns:
        return grammar is not None and bool(tokens.flags[at] & CAPITAL)
    if at == first or not tokens.language.spaces:
        return False
    before = tokens.flags[at - 1]
    if before & Word.DETERMINER and (at - 1 == first or tokens.flags[at - 2] & Word.PREPOSITION):
        return not before & (Word.RELATIVE | Word.SUBJECT)
    return bool(before & (Word.DETERMINER | Word.POSSESSIVE | Word.PREPOSITION)) and not before & (
        Word.RELATIVE | Word.PRONOUN | Word.SUBJECT | Word.ADVERB
    )


def _gapped(tokens: Tokens, at: int, end: int, last: int, cue: Cue) -> Occurrence | None:
    """The verb with its particle, which ends the clause."""
    size = len(cue.gap)
    for near in range(end, min(last, end + _GAP)):
        if tokens.words[near] in ";:":
            return None
        if (
            tokens.words[near] == cue.gap[0]
            and tuple(tokens.words[near : near + size]) == cue.gap
            and _ends(tokens, near + size, last)
        ):
            parts = ((at, end), (near, near + size)) if near > end else ((at, near + size),)
            return Occurrence(cue, parts, end - 1)
    return None


def _ends(tokens: Tokens, at: int, last: int) -> bool:
    return at >= last or not tokens.flags[at] & WORD or bool(tokens.flags[at] & (Word.COORDINATOR | Word.THAT))


def _participle(tokens: Tokens, at: int, end: int, first: int, last: int, cue: Cue) -> Occurrence | None:
    """The participle with its auxiliary: before it in the clause, or right behind it where the verb stands last."""
    flags = tokens.flags
    grammar = tokens.language.grammar
    if end < last and flags[end] & Word.AUXILIARY and grammar is not None and grammar.order == "v2":
        return Occurrence(cue, ((at, end + 1),), at, bool(flags[end] & Word.PASSIVE))
    for near in range(at - 1, max(first, at - _BACK) - 1, -1):
        if (flags[near] & QUOTED and not named(tokens, near)) or tokens.words[near] in STOPS:
            return None
        if flags[near] & Word.AUXILIARY:
            parts = ((near, end),) if near == at - 1 else ((near, near + 1), (at, end))
            return Occurrence(cue, parts, end - 1 if near == at - 1 else near, bool(flags[near] & Word.PASSIVE))
    return None
