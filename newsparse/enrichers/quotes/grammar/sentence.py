"""A sentence around its cues, with what was reported in it before: the ground that every rule stands on."""

from newsparse.enrichers.quotes.grammar.cues import Occurrence, occurrences
from newsparse.enrichers.quotes.grammar.edges import COLONS, COMMAS, end_of, trim
from newsparse.enrichers.quotes.languages import Grammar, Word
from newsparse.enrichers.quotes.phrases import Range
from newsparse.enrichers.quotes.report import Report
from newsparse.enrichers.quotes.tokens import QUOTED, Tokens

_TAG = 9
"""Tokens of ", said X" at a sentence's end."""
MIDDLE = 16
"""Tokens between a cue and what it reports: adverbs, whom one tells it, where."""


class Sentence:
    """The tokens from `first` to before `last` (`end` without the closing marks), and the reports found there so far.

    `limit` is where the next cue begins.
    """

    def __init__(self, tokens: Tokens, first: int, last: int, earlier: list[Report]) -> None:
        self.tokens = tokens
        self.first = first
        self.last = last
        self.end = end_of(tokens, first, last)
        self.earlier = earlier
        self.limit = last
        self.grammar: Grammar = tokens.language.grammar or Grammar()

    def around(self, start: int, end: int) -> list[Range]:
        """The clause that a frame or an "as X said" stands in, without it: before, behind, or both."""
        tokens = self.tokens
        head = trim(tokens, self.subclause(start), start)
        last = self.content_end(end)
        while self.grammar.order == "final" and last > end and tokens.flags[last - 1] & Word.THAT:
            last -= 1  # "… という": said so once more
        tail = trim(tokens, end, last)
        if head and tail and start > self.first and tokens.words[start - 1] in COMMAS and tokens.words[end] in ".;":
            tail = None
        return [part for part in (head, tail) if part]

    def subclause(self, at: int) -> int:
        """Where the clause around a frame begins: behind the last comma that a subordinate clause follows."""
        first = self.content_start(at)
        begins = int(Word.SUBORDINATOR | Word.THAT | Word.RELATIVE)
        for near in range(at - 1, first, -1):
            if self.tokens.words[near - 1] in COMMAS and self.tokens.flags[near] & begins:
                return near
        return first

    def content_start(self, at: int) -> int:
        """Where what is said before `at` may begin: behind what is reported already."""
        done = [end for report in self.earlier for _, end in [*report.content, *report.cue]]
        return max([self.first, *[end for end in done if end <= at]])

    def content_end(self, at: int) -> int:
        """Where what is said behind `at` ends: at a semicolon, or with the sentence."""
        for near in range(at, self.end):
            if self.tokens.words[near] == ";":
                return near
        return self._before_tag(at)

    def _before_tag(self, at: int) -> int:
        """Before ", said X" or ", so X" at the sentence's end: whoever says all of it."""
        tokens, flags = self.tokens, self.tokens.flags
        for comma in range(self.end - 2, max(at + 2, self.end - _TAG), -1):
            if tokens.words[comma] not in COMMAS:
                continue
            seen = occurrences(tokens, comma + 1, self.end)
            tag = bool(seen) and seen[0].first == comma + 1 and seen[0].cue.cue_class == "speech"
            plain = not any(flags[k] & (Word.THAT | Word.SUBJUNCTIVE | QUOTED) for k in range(comma + 1, self.end))
            return comma if tag and plain and self.end > seen[0].last else self.end
        return self.end

    def closing_comma(self, at: int) -> int | None:
        """The comma that ends an inserted phrase; None where none does."""
        for near in range(at, min(self.last, at + MIDDLE)):
            if self.tokens.words[near] in COMMAS or self.tokens.words[near] in COLONS:
                return near
        return None

    def clause(self, at: int) -> list[Range]:
        """The clause from the token on; a complementizer with nothing but a quote behind it is left out."""
        clause = trim(self.tokens, at, self.content_end(at))
        if (
            clause
            and clause[1] - clause[0] == 2
            and self.tokens.flags[clause[0]] & Word.THAT
            and self.tokens.flags[clause[1] - 1] & QUOTED
        ):
            return [(clause[1] - 1, clause[1])]
        return [clause] if clause and self.long_enough(clause, 2) else []

    def long_enough(self, clause: Range, words: int) -> bool:
        """Whether the clause has so many words; a script that parts none has them in one token."""
        return clause[1] - clause[0] >= words or not self.tokens.language.spaces

    def report(self, cue: Occurrence, content: list[Range], source: Range | None, rule: str) -> Report:
        """The report of a cue."""
        return Report(content=content, cue=list(cue.parts), source=source, cue_class=cue.cue.cue_class, rule=rule)
