"""Reports in a language that its table tells: one reader for every word order.

A sentence is looked at around its cues. What is said stands in quotation marks or in a clause beside the cue; where the
subject of the verb stands follows from the language's `Grammar`. English has rules of its own, in `reports`.
"""

from newsparse.enrichers.quotes.edges import (
    COLONS,
    COMMAS,
    DASHES,
    Occurrence,
    clause_start,
    end_of,
    occurrences,
    phrase_after,
    phrase_before,
    phrase_left,
    phrase_of_frame,
    trim,
    verb_between,
)
from newsparse.enrichers.quotes.languages import Frame, Grammar, Word
from newsparse.enrichers.quotes.phrases import Range
from newsparse.enrichers.quotes.report import Report
from newsparse.enrichers.quotes.tokens import CAPITAL, QUOTED, WORD, Tokens

_MIDDLE = 16
"""Tokens between a cue and what it reports: adverbs, whom one tells it, where."""
_SUBJUNCTIVE = 25
_OPENERS = Word.PREPOSITION | Word.ADVERB | Word.TIME | Word.SUBORDINATOR | Word.NEGATION | Word.AS


def implied(tokens: Tokens, before: Range, first: int, last: int, report: Report | None) -> Report | None:
    """What a sentence without a cue of its own goes on to report, after the sentence `before` and its last report.

    A report that goes on is grown in place and handed back.
    """
    if report is not None and report.source is not None and _subjunctive(tokens, first, last):
        end = end_of(tokens, first, last)
        if report.rule != "continued":
            return Report(content=[(first, end)], cue=[], source=report.source, cue_class="speech", rule="continued")
        report.content[-1] = (report.content[-1][0], end)
        return report
    return _pointed_back(tokens, before, first, last)


def _subjunctive(tokens: Tokens, first: int, last: int) -> bool:
    return any(tokens.flags[k] & Word.SUBJUNCTIVE for k in range(first, min(last, first + _SUBJUNCTIVE)))


def _pointed_back(tokens: Tokens, before: Range, first: int, last: int) -> Report | None:
    """The report of "Das sagte X": the sentence before is what is said."""
    if not tokens.flags[first] & Word.DEMONSTRATIVE:
        return None
    for cue in occurrences(tokens, first, last)[:1]:
        if cue.first == first + 1 and cue.cue.position == "verb":
            source = phrase_after(tokens, cue.verb + 1, last)
            content = [(before[0], end_of(tokens, *before)), (first, first + 1)]
            return Report(content=content, cue=list(cue.parts), source=source, cue_class=cue.cue.cue_class, rule="pointed-back")
    return None


def reports(tokens: Tokens, first: int, last: int) -> list[Report]:
    """The reports of the sentence from token `first` to before `last`, in order."""
    found: list[Report] = []
    seen = occurrences(tokens, first, last)
    for number, cue in enumerate(seen):
        limit = seen[number + 1].first if number + 1 < len(seen) else last
        report = _Reader(tokens, first, last, found, limit).read(cue)
        if report is not None:
            found.append(report)
    return found


class _Reader:
    """One cue in its sentence, with the reports found before it."""

    def __init__(self, tokens: Tokens, first: int, last: int, earlier: list[Report], limit: int) -> None:
        self.tokens = tokens
        self.first = first
        self.last = last
        self.end = end_of(tokens, first, last)
        self.earlier = earlier
        self.limit = limit
        self.grammar: Grammar = tokens.language.grammar or Grammar()

    def read(self, cue: Occurrence) -> Report | None:
        """What the cue reports; None where it reports nothing, or stands in what is reported already."""
        if any(start <= cue.first < end for report in self.earlier for start, end in report.content):
            return None
        if cue.cue.position == "verb":
            return self._verb(cue)
        return self._frame(cue)

    def _frame(self, cue: Occurrence) -> Report | None:
        tokens = self.tokens
        v2 = self.grammar.order == "v2"
        if cue.cue.position == "after":
            source = (
                phrase_left(tokens, cue.first, self.first)
                if self.grammar.capital_nouns
                else phrase_before(tokens, cue.first, self.first)
            )
            start, end = (source[0], cue.last) if source else (0, 0)
        else:
            fronted = v2 and self._fronts(cue.first)
            source = phrase_of_frame(tokens, cue.last, self.last, fronted=fronted)
            if source is None and len(cue.cue.rest):
                source = (cue.first + 1, cue.last)
            start, end = (cue.first, source[1]) if source else (0, 0)
            if fronted and end < self.end and tokens.words[end] in COMMAS:
                closing = self._closing_comma(end + 1)
                end = closing if closing is not None else end
        if source is None or (cue.cue.position == "trailing" and not self._trails(cue, source)):
            return None
        content = self._around(start, end)
        return self._report(cue, content, source, "according-to") if content else None

    def _fronts(self, at: int) -> bool:
        """Whether the frame begins its clause, so that the verb follows it."""
        tokens = self.tokens
        return (
            at == self.first or not tokens.flags[at - 1] & WORD or bool(tokens.flags[at - 1] & (Word.COORDINATOR | Word.CONTRAST))
        )

    def _trails(self, cue: Occurrence, source: Range) -> bool:
        """Whether a frame like "so X" ends its clause and stands behind a quote or a comma."""
        tokens, flags = self.tokens, self.tokens.flags
        before, after = cue.first - 1, source[1]
        if before < self.first or not (
            tokens.words[before] in COMMAS or tokens.words[before] in DASHES or flags[before] & QUOTED
        ):
            return False
        if not flags[source[0]] & (CAPITAL | Word.DETERMINER | Word.PRONOUN | QUOTED):
            return False
        return (
            after >= self.end
            or not flags[after] & WORD
            or bool(flags[after] & (Word.ADVERB | Word.PREPOSITION | Word.TIME | Word.RELATIVE))
        )

    def _around(self, start: int, end: int) -> list[Range]:
        """The clause that a frame or an "as X said" stands in, without it: before, behind, or both."""
        tokens = self.tokens
        head = trim(tokens, self._content_start(start), start)
        tail = trim(tokens, end, self._content_end(end))
        if head and tail and start > self.first and tokens.words[start - 1] in COMMAS and tokens.words[end] in ".;":
            tail = None
        return [part for part in (head, tail) if part]

    def _content_start(self, at: int) -> int:
        done = [end for report in self.earlier for _, end in [*report.content, *report.cue]]
        return max([self.first, *[end for end in done if end <= at]])

    def _content_end(self, at: int) -> int:
        for near in range(at, self.end):
            if self.tokens.words[near] == ";":
                return near
        return self.end

    def _verb(self, cue: Occurrence) -> Report | None:
        tokens = self.tokens
        as_clause = self._as_clause(cue)
        if as_clause is not None:
            return as_clause
        before = cue.first - 1
        while before >= self.first and (tokens.words[before] in COMMAS or tokens.words[before] in DASHES):
            before -= 1
        if before >= self.first and tokens.flags[before] & QUOTED:
            return self._behind_quote(cue, before)
        source, start = self._subject(cue)
        if cue.passive and "zitiert" not in cue.cue.lemma:
            source = None
        content, rule = self._complement(cue, start)
        if content:
            return self._report(cue, content, source, rule)
        return self._trailing(cue, before) or self._told(cue, source)

    def _as_clause(self, cue: Occurrence) -> Report | None:
        """The report of "Wie die Bahn mitteilte, …": the clause around is what is said."""
        tokens = self.tokens
        start = clause_start(tokens, cue.first, self.first)
        at = start if start < cue.first and tokens.flags[start] & Word.AS else start - 1
        if at < self.first or not tokens.flags[at] & Word.AS:
            return None
        source = trim(tokens, at + 1, cue.first) or phrase_after(tokens, cue.last, self.last)
        end = max(cue.last, source[1] if source else 0)
        while end < self.end and not (tokens.words[end] in COMMAS or tokens.words[end] in COLONS):
            end += 1
        content = self._around(at, end)
        return self._report(cue, content, source, "as-said") if content else None

    def _behind_quote(self, cue: Occurrence, quote: int) -> Report | None:
        """Quote, verb, subject; and what of the clause stands before the quote."""
        tokens = self.tokens
        source = phrase_after(tokens, cue.verb + 1, self.last)
        start = self._content_start(quote)
        head = trim(tokens, start, quote + 1)
        assert head is not None
        mixed = head[0] < quote and tokens.words[quote - 1] not in COLONS and self._clause_like(head[0], quote)
        content: list[Range] = [head if mixed else (quote, quote + 1)]
        end = max(cue.last, source[1] if source else 0)
        after = self._next_quote(end)
        if after is not None:
            content.append((after, after + 1))
        return self._report(cue, content, source, "quote-verb-subject")

    def _clause_like(self, start: int, quote: int) -> bool:
        return quote - start >= 1 and not all(self.tokens.flags[k] & QUOTED for k in range(start, quote))

    def _next_quote(self, at: int) -> int | None:
        """A quoted stretch that goes on behind the cue: "A", said he, "B"."""
        tokens = self.tokens
        for near in range(at, min(self.last, at + _MIDDLE)):
            if tokens.flags[near] & QUOTED:
                return (
                    near
                    if tokens.words[near - 1] in COMMAS or tokens.words[near - 1] in COLONS or tokens.words[near - 1] in "–—-."
                    else None
                )
            if tokens.flags[near] & Word.CUE and near >= self.limit:
                return None
        return None

    def _subject(self, cue: Occurrence) -> tuple[Range | None, int]:
        """Who the verb's subject is, and where what it reports may begin."""
        tokens = self.tokens
        left = phrase_before(tokens, cue.first, self.first)
        right: Range | None = None
        order = self.grammar.order
        inverted = left is None or (
            order == "v2" and bool(tokens.flags[left[0]] & _OPENERS) and not tokens.flags[left[0]] & Word.DETERMINER
        )
        if inverted or order == "vs":
            right = phrase_after(tokens, cue.verb + 1, self.last)
            if right is not None and right[0] >= cue.last > cue.verb + 1:
                right = None
        if right is not None:
            return right, max(right[1], cue.last)
        if left is None and cue.first > self.first and tokens.flags[cue.first - 1] & Word.COORDINATOR and self.earlier:
            return self.earlier[-1].source, cue.last
        return left, cue.last

    def _complement(self, cue: Occurrence, start: int) -> tuple[list[Range], str]:
        """What stands behind the verb: a quote, a clause with a complementizer, one in the subjunctive, an infinitive."""
        tokens, flags = self.tokens, self.tokens.flags
        at = start
        while at < min(self.last, start + _MIDDLE):
            word, flag = tokens.words[at], flags[at]
            if flag & QUOTED:
                return [(at, at + 1)], "verb-quote"
            if flag & Word.THAT and not (flag & Word.DETERMINER and not self.grammar.comma):
                return self._clause(at), "that"
            if word in COLONS:
                return self._behind_colon(at + 1), "colon"
            if word in COMMAS:
                content, rule = self._behind_comma(cue, at + 1)
                if content:
                    return content, rule
                nearest = self._closing_comma(at + 1)
                if nearest is None:
                    return [], ""
                at = nearest
                continue
            if flag & Word.WHETHER and cue.cue.frames & Frame.WHETHER and not self.grammar.comma:
                return self._clause(at), "whether"
            if not flag & WORD and word not in "()'’":
                return [], ""
            at += 1
        return [], ""

    def _closing_comma(self, at: int) -> int | None:
        """The comma that ends an inserted phrase; None where none does."""
        for near in range(at, min(self.last, at + _MIDDLE)):
            if self.tokens.words[near] in COMMAS or self.tokens.words[near] in COLONS:
                return near
        return None

    def _behind_colon(self, at: int) -> list[Range]:
        tokens = self.tokens
        if at < self.last and tokens.flags[at] & QUOTED:
            return [(at, at + 1)]
        clause = trim(tokens, at, self.end)
        return [clause] if clause and clause[1] - clause[0] >= 3 else []

    def _behind_comma(self, cue: Occurrence, at: int) -> tuple[list[Range], str]:
        """A reported clause that begins behind a comma."""
        flag = self.tokens.flags[at] if at < self.end else 0
        if flag & QUOTED:
            return [(at, at + 1)], "verb-quote"
        clause = self._clause(at) if flag else []
        if not clause:
            return [], ""
        if flag & Word.THAT:
            return clause, "that"
        if flag & Word.WHETHER and cue.cue.frames & Frame.WHETHER and not flag & Word.RELATIVE:
            return clause, "whether"
        if self._subjunctive(at, clause[0][1]) and (not flag & Word.RELATIVE or flag & Word.DETERMINER):
            return clause, "subjunctive"
        return (clause, "infinitive") if self._infinitive(at, clause[0][1]) else ([], "")

    def _subjunctive(self, first: int, last: int) -> bool:
        """Whether a clause without a complementizer is reported speech by its verb."""
        stop = min(last, first + _SUBJUNCTIVE)
        return self.grammar.bare == "subjunctive" and any(self.tokens.flags[k] & Word.SUBJUNCTIVE for k in range(first, stop))

    def _infinitive(self, first: int, last: int) -> bool:
        flags = self.tokens.flags
        return any(flags[k] & Word.INFINITIVE and not flags[k + 1] & (CAPITAL | Word.DETERMINER) for k in range(first, last - 1))

    def _clause(self, at: int) -> list[Range]:
        clause = trim(self.tokens, at, self._content_end(at))
        return [clause] if clause and clause[1] - clause[0] >= 2 else []

    def _trailing(self, cue: Occurrence, before: int) -> Report | None:
        """The report of "…, teilte die Bahn mit": the clause before the verb is what is said."""
        tokens = self.tokens
        if before + 1 >= cue.first or before < self.first:
            return None
        source = phrase_after(tokens, cue.verb + 1, self.last)
        head = trim(tokens, self._content_start(before), before + 1)
        if head is None or head[1] - head[0] < 2 or tokens.flags[head[0]] & Word.SUBORDINATOR:
            return None
        comma = next((k for k in range(before, head[0], -1) if tokens.words[k] in COMMAS), None)
        apposition = comma is not None and verb_between(tokens, head[0], comma) is None
        if apposition or verb_between(tokens, head[0], head[1]) is None:
            return None
        return self._report(cue, [head], source, "trailing")

    def _told(self, cue: Occurrence, source: Range | None) -> Report | None:
        """A clause that tells a speech act: "Der Minister forderte mehr Geld"."""
        if not self.grammar.report or source is None or not cue.cue.frames & Frame.OBJECT:
            return None
        if self.tokens.flags[source[0]] & Word.DEMONSTRATIVE and source[1] - source[0] == 1:
            return None
        start = self._content_start(min(cue.first, source[0]))
        clause = trim(self.tokens, start, self.end)
        return self._report(cue, [clause], source, "told") if clause and clause[1] - clause[0] >= 4 else None

    def _report(self, cue: Occurrence, content: list[Range], source: Range | None, rule: str) -> Report:
        return Report(content=content, cue=list(cue.parts), source=source, cue_class=cue.cue.cue_class, rule=rule)
