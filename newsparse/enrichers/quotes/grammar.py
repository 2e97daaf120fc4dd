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
    named,
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
_SPEAKERS = (
    int(Word.ROLE | Word.GROUP | Word.ORGANISATION | Word.DOCUMENT | Word.PRONOUN | Word.TITLE | Word.TITLE_M | Word.TITLE_F)
    | CAPITAL
)
_NO_ADJECTIVE = int(Word.AUXILIARY | Word.CUE | Word.PREPOSITION | Word.COORDINATOR | Word.THAT)
_OPENERS = Word.PREPOSITION | Word.ADVERB | Word.TIME | Word.SUBORDINATOR | Word.NEGATION | Word.AS


def implied(tokens: Tokens, before: Range, first: int, last: int, report: Report | None) -> Report | None:
    """What a sentence without a cue of its own goes on to report, after the sentence `before` and its last report.

    A report that goes on is grown in place and handed back.
    """
    speaker = (report.source or report.implied) if report is not None else None
    if report is not None and speaker is not None and _subjunctive(tokens, first, last):
        end = end_of(tokens, first, last)
        if report.rule != "continued":
            return Report(content=[(first, end)], cue=[], source=None, cue_class="speech", rule="continued", implied=speaker)
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


def _parts(tokens: Tokens, at: int) -> bool:
    """Whether the token is a comma or dash between what is said and who says it."""
    return not tokens.flags[at] & QUOTED and (tokens.words[at] in COMMAS or tokens.words[at] in DASHES)


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
        if any(start <= cue.first < end for report in self.earlier for start, end in [*report.content, *report.cue]):
            return None
        if cue.cue.position == "verb":
            return self._verb(cue)
        return self._frame(cue)

    def _frame(self, cue: Occurrence) -> Report | None:
        found = self._frame_after(cue) if cue.cue.position == "after" else self._frame_before(cue)
        if found is None:
            return None
        source, start, end = found
        content = self._around(start, end)
        return self._report(cue, content, source, "according-to") if content else None

    def _frame_after(self, cue: Occurrence) -> tuple[Range, int, int] | None:
        """(source, start and end of both) for a frame that stands behind its source."""
        tokens = self.tokens
        phrase = phrase_left if self.grammar.capital_nouns else phrase_before
        source = phrase(tokens, cue.first, self.first)
        return (source, source[0], cue.last) if source else None

    def _frame_before(self, cue: Occurrence) -> tuple[Range, int, int] | None:
        """The same for a frame before its source, or around it."""
        tokens = self.tokens
        if len(cue.parts) > 1:
            source = trim(tokens, cue.parts[0][1], cue.parts[1][0])
            return (source, cue.first, cue.last) if source else None
        if cue.cue.position == "anaphor":
            return (cue.first, cue.last), cue.first, cue.last
        if cue.cue.nouns:
            return self._frame_of_noun(cue)
        fronted = self._fronts(cue.first)
        source = self._closing_phrase(cue) or phrase_of_frame(tokens, cue.last, self.last, fronted=fronted)
        if source is None and cue.cue.rest:
            source = (cue.first + 1, cue.last)
        if source is None or not self._fits(cue, source, fronted=fronted):
            return None
        return source, cue.first, self._past_apposition(source[1], fronted=fronted)

    def _closing_phrase(self, cue: Occurrence) -> Range | None:
        """The source of a frame behind a comma: all up to the next comma or the end, where no verb stands in it."""
        tokens = self.tokens
        if cue.first == self.first or tokens.words[cue.first - 1] not in COMMAS:
            return None
        end = cue.last
        while end < self.end and end - cue.last < _MIDDLE and tokens.words[end] not in COMMAS:
            if (
                tokens.flags[end] & (Word.AUXILIARY | Word.CUE | Word.THAT | Word.SUBJUNCTIVE | QUOTED)
                and not tokens.flags[end] & CAPITAL
            ):
                return None
            end += 1
        return trim(tokens, cue.last, end) if end >= self.end or tokens.words[end] in COMMAS else None

    def _past_apposition(self, end: int, *, fronted: bool) -> int:
        """Past the clause in commas behind the source, where the verb must follow: "Laut X, der …, kommen"."""
        if fronted and self.grammar.order == "v2" and self.grammar.comma and end < self.end and self.tokens.words[end] in COMMAS:
            closing = self._closing_comma(end + 1)
            return closing if closing is not None else end
        return end

    def _frame_of_noun(self, cue: Occurrence) -> tuple[Range, int, int] | None:
        """The same for a preposition that needs a noun: "nach ersten Angaben der Polizei"."""
        tokens = self.tokens
        noun = next((k for k in range(cue.last, min(self.end, cue.last + 4)) if tokens.words[k].endswith(cue.cue.nouns)), None)
        if noun is None or any(tokens.flags[k] & _NO_ADJECTIVE for k in range(cue.last, noun)):
            return None
        fronted = self._fronts(cue.first)
        whose = None
        if noun + 1 < self.end and tokens.flags[noun + 1] & (
            Word.GENITIVE | Word.DETERMINER | Word.POSSESSIVE | CAPITAL | QUOTED
        ):
            whose = phrase_of_frame(tokens, noun + 1, self.last, fronted=fronted)
        source = whose or (cue.last, noun + 1)
        if whose is None and cue.last == noun and tokens.flags[noun] & Word.NOUN and not tokens.words[noun].endswith("n"):
            return None
        return source, cue.first, self._past_apposition(source[1], fronted=fronted)

    def _fits(self, cue: Occurrence, source: Range, *, fronted: bool) -> bool:
        """Whether the frame reports here: "selon la saison" does not."""
        tokens = self.tokens
        if cue.cue.position == "trailing":
            return self._trails(cue, source)
        speaks = any(tokens.flags[k] & _SPEAKERS for k in range(max(source[0], self.first + 1), source[1]))
        if cue.cue.position == "opinion":
            return fronted and speaks and source[1] < self.end and tokens.words[source[1]] in COMMAS
        return speaks or fronted or self.grammar.capital_nouns or tokens.words[cue.first - 1] in COMMAS

    def _fronts(self, at: int) -> bool:
        """Whether the frame begins its clause, so that the verb follows it."""
        tokens = self.tokens
        if at == self.first or tokens.flags[at - 1] & (Word.COORDINATOR | Word.CONTRAST):
            return True
        return not tokens.flags[at - 1] & WORD and tokens.words[at - 1] not in COMMAS

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
        head = trim(tokens, self._subclause(start), start)
        last = self._content_end(end)
        while self.grammar.order == "final" and last > end and tokens.flags[last - 1] & Word.THAT:
            last -= 1  # "… という": said so once more
        tail = trim(tokens, end, last)
        if head and tail and start > self.first and tokens.words[start - 1] in COMMAS and tokens.words[end] in ".;":
            tail = None
        return [part for part in (head, tail) if part]

    def _subclause(self, at: int) -> int:
        """Where the clause around a frame begins: behind the last comma that a subordinate clause follows."""
        first = self._content_start(at)
        begins = int(Word.SUBORDINATOR | Word.THAT | Word.RELATIVE)
        for near in range(at - 1, first, -1):
            if self.tokens.words[near - 1] in COMMAS and self.tokens.flags[near] & begins:
                return near
        return first

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
        if self.grammar.order == "final":
            return self._final(cue)
        as_clause = self._as_clause(cue)
        if as_clause is not None:
            return as_clause
        before = cue.first - 1
        while before >= self.first and _parts(tokens, before):
            before -= 1
        if before >= self.first and tokens.flags[before] & QUOTED and not (before == cue.first - 1 and named(tokens, before)):
            return self._behind_quote(cue, before)
        source, start = self._subject(cue)
        if cue.passive and "zitiert" not in cue.cue.lemma:
            source = self._doer(cue)
        before_subject = self._quote_before(cue, source)
        if before_subject is not None:
            return before_subject
        content, rule = self._complement(cue, start)
        if content and (rule != "cue-then-quote" or self._names_someone(source)):
            return self._report(cue, content, source, rule)
        return self._trailing(cue, before) or self._clause_before(cue, source) or self._told(cue, source)

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
        return self._report(cue, content, source, "quote-then-cue")

    def _quote_before(self, cue: Occurrence, source: Range | None) -> Report | None:
        """Quote, subject, verb: nothing but the subject stands between, and nothing behind."""
        tokens = self.tokens
        if source is None or source[1] > cue.first:
            return None
        before = source[0] - 1
        while before >= self.first and _parts(tokens, before):
            before -= 1
        if before < self.first or not tokens.flags[before] & QUOTED:
            return None
        after = self._next_quote(cue.last)
        if after is None and cue.last < self.end and tokens.flags[cue.last] & WORD:
            return None
        content = [(before, before + 1)] + ([(after, after + 1)] if after is not None else [])
        return self._report(cue, content, source, "quote-then-cue")

    def _final(self, cue: Occurrence) -> Report | None:
        """The report of a verb that stands last: subject, what is said, verb."""
        tokens, flags = self.tokens, self.tokens.flags
        start = self._content_start(cue.first)
        if cue.last < self.last and tokens.words[cue.last] in COLONS:
            return self._report(cue, self._behind_colon(cue.last + 1), trim(tokens, start, cue.first), "cue-colon")
        quote = next((k for k in range(cue.first - 1, start - 1, -1) if flags[k] & QUOTED), None)
        if quote is not None and cue.first - quote <= _MIDDLE:
            between = trim(tokens, quote + 1, cue.first)
            before = trim(tokens, start, quote)
            source = before or (None if cue.participle else between) or phrase_after(tokens, cue.last, self.last)
            return self._report(cue, [(quote, quote + 1)], self._subject_of(source), "quote-then-cue")
        if not cue.cue.frames & Frame.BARE or not self._complemented(cue):
            return None
        topic = next((k for k in range(start, cue.first) if flags[k] & Word.TOPIC or tokens.words[k] in COMMAS), None)
        if topic is None:
            return None
        content = trim(tokens, topic + 1, cue.first)
        source = trim(tokens, start, topic)
        return self._report(cue, [content], source, "clause-then-cue") if content and source else None

    def _complemented(self, cue: Occurrence) -> bool:
        """Whether the word before the verb, or the cue itself, says that a clause is reported."""
        return self.grammar.bare == "any" or self.tokens.words[cue.first - 1].endswith(self.grammar.complements)

    def _subject_of(self, source: Range | None) -> Range | None:
        """The phrase up to its topic marker or comma."""
        if source is None:
            return None
        for near in range(*source):
            if self.tokens.flags[near] & Word.TOPIC or (self.tokens.words[near] in COMMAS and near > source[0]):
                return (source[0], near)
        return source

    def _names_someone(self, source: Range | None) -> bool:
        """Whether the subject is there, where one must be: "den så kallade" has none."""
        if source is None:
            return self.grammar.drop
        empty = Word.ADVERB | Word.DETERMINER | Word.SUBORDINATOR
        return any(not self.tokens.flags[k] & empty or self.tokens.flags[k] & Word.PRONOUN for k in range(*source))

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

    def _doer(self, cue: Occurrence) -> Range | None:
        """Who does what a passive tells: "wurde vom Verband aufgefordert"."""
        for near in range(cue.first, min(self.end, cue.last + 8)):
            if self.tokens.flags[near] & Word.AGENT:
                return phrase_after(self.tokens, near + 1, self.last)
        return None

    def _impersonal(self, cue: Occurrence, left: Range | None) -> tuple[Range | None, int]:
        """The source of "heißt es in dem Schreiben": where it stands, before or behind."""
        tokens = self.tokens
        if cue.last < self.end and tokens.flags[cue.last] & Word.PREPOSITION:
            source = phrase_of_frame(tokens, cue.last + 1, self.last, fronted=False)
            return source, source[1] if source else cue.last
        return (left if left is not None and tokens.flags[left[0]] & Word.PREPOSITION else None), cue.last

    def _main_subject(self) -> Range | None:
        """The subject of the sentence's first verb."""
        verb = verb_between(self.tokens, self.first + 1, min(self.end, self.first + 30))
        if verb is None:
            return None
        left = trim(self.tokens, self.first, verb)
        if left is None or self.tokens.flags[left[0]] & _OPENERS:
            return phrase_after(self.tokens, verb + 1, self.last)
        return left

    def _subject(self, cue: Occurrence) -> tuple[Range | None, int]:
        """Who the verb's subject is, and where what it reports may begin."""
        tokens = self.tokens
        left = phrase_before(tokens, cue.first, self.first)
        if any(tokens.language.flags.get(word, 0) & Word.SUBJECT for word in cue.cue.rest):
            return self._impersonal(cue, left)
        if (
            left is not None
            and left[0] > self.first
            and tokens.flags[left[0]] & Word.RELATIVE
            and tokens.words[left[0] - 1] in COMMAS
        ):
            return (left[0], left[0] + 1), cue.last
        right: Range | None = None
        order = self.grammar.order
        inverted = left is None or (order == "v2" and self._opens(left))
        if inverted or order == "vs":
            right = phrase_after(tokens, cue.verb + 1, self.last)
            if right is not None and right[0] >= cue.last > cue.verb + 1:
                right = None
        if right is not None:
            return right, max(right[1], cue.last)
        if left is None and cue.first > self.first and tokens.flags[cue.first - 1] & Word.COORDINATOR:
            return self.earlier[-1].source if self.earlier else self._main_subject(), cue.last
        return left, cue.last

    def _opens(self, left: Range) -> bool:
        """Whether what stands before the verb is no subject: an adverb, a phrase with a preposition."""
        flags = self.tokens.flags
        if flags[left[1] - 1] & Word.ADVERB and left[1] - left[0] <= 2:
            return True
        return bool(flags[left[0]] & _OPENERS) and not flags[left[0]] & Word.DETERMINER

    def _complement(self, cue: Occurrence, start: int) -> tuple[list[Range], str]:
        """What stands behind the verb: a quote, a clause with a complementizer, one in the subjunctive, an infinitive."""
        tokens = self.tokens
        at = start
        while at < min(self.last, start + _MIDDLE):
            content, rule = self._complement_at(cue, at, start)
            if content:
                return content, rule
            if tokens.words[at] in COMMAS:
                nearest = self._closing_comma(at + 1)
                if nearest is None:
                    break
                at = nearest
                continue
            if tokens.words[at] in COLONS or (not tokens.flags[at] & WORD and tokens.words[at] not in "()'’-"):
                break
            at += 1
        if self.grammar.bare == "any" and cue.cue.frames & Frame.BARE and cue.last < self.end:
            return self._clause(cue.last), "bare-clause"
        return [], ""

    def _complement_at(self, cue: Occurrence, at: int, start: int) -> tuple[list[Range], str]:
        """What is reported from the token `at` on; empty where nothing begins there."""
        flag, word = self.tokens.flags[at], self.tokens.words[at]
        if flag & QUOTED:
            return ([(at, at + 1)], "cue-then-quote") if not named(self.tokens, at) or self._quotable(cue, at) else ([], "")
        if word in COLONS:
            return self._behind_colon(at + 1), "cue-colon"
        if word in COMMAS:
            return self._behind_comma(cue, at + 1)
        if flag & Word.THAT and (self.grammar.comma or not flag & Word.DETERMINER):
            return self._clause(at), "that-clause"
        return ([], "") if self.grammar.comma else self._without_comma(cue, at, start)

    def _quotable(self, cue: Occurrence, at: int) -> bool:
        """Whether a stretch that could be a name is quoted words all the same: "nannte es einen „Witz“"."""
        before = self.tokens.flags[at - 1]
        return bool(before & Word.DETERMINER or cue.cue.frames & Frame.OBJECT) or self.tokens.words[at - 1] in COLONS

    def _without_comma(self, cue: Occurrence, at: int, start: int) -> tuple[list[Range], str]:
        """An indirect question or an infinitive that no comma parts from its verb."""
        flag = self.tokens.flags[at]
        if flag & Word.WHETHER and cue.cue.frames & Frame.WHETHER:
            return self._clause(at), "indirect-question"
        if self._infinitive_here(at):
            return self._clause(at), "infinitive"
        if flag & Word.INFINITIVE and not self.grammar.infinitives and cue.cue.frames & Frame.INFINITIVE:
            return self._clause(start), "infinitive"
        return [], ""

    def _infinitive_here(self, at: int) -> bool:
        """Whether an infinitive begins at the token, by its particle and ending."""
        endings = self.grammar.infinitives
        if not endings:
            return False
        if self.tokens.flags[at] & Word.INFINITIVE and at + 1 < self.end:
            at += 1
        word = self.tokens.words[at]
        known = self.tokens.flags[at] & (CAPITAL | Word.DETERMINER | Word.PREPOSITION | Word.ROLE | Word.GROUP)
        return not known and len(word) > 2 and word.endswith(endings)

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
        return [clause] if clause and self._long_enough(clause, 3) else []

    def _behind_comma(self, cue: Occurrence, at: int) -> tuple[list[Range], str]:
        """A reported clause that begins behind a comma."""
        flag = self.tokens.flags[at] if at < self.end else 0
        if flag & QUOTED:
            return [(at, at + 1)], "cue-then-quote"
        clause = self._clause(at) if flag else []
        if not clause:
            return [], ""
        if flag & Word.THAT:
            return clause, "that-clause"
        if self.grammar.bare == "any":
            return clause, "bare-clause"
        if flag & Word.WHETHER and cue.cue.frames & Frame.WHETHER and not flag & Word.RELATIVE:
            return clause, "indirect-question"
        if self._subjunctive(at, clause[0][1]) and (not flag & Word.RELATIVE or flag & Word.DETERMINER):
            return clause, "subjunctive-clause"
        if cue.last == at - 1 and cue.cue.frames & Frame.BARE and self._main_clause(at, clause[0][1]):
            return clause, "bare-clause"
        return (clause, "infinitive") if self._infinitive(at, clause[0][1]) else ([], "")

    def _main_clause(self, at: int, last: int) -> bool:
        """Whether a clause behind a comma is a main clause: its verb stands second ("erklärte, die Mittel reichten nicht")."""
        flags = self.tokens.flags
        if not self.grammar.capital_nouns or not flags[at] & (CAPITAL | Word.DETERMINER | Word.PRONOUN | Word.SUBJECT):
            return False
        if flags[at] & Word.RELATIVE and not any(flags[k] & CAPITAL for k in range(at + 1, min(last, at + 4))):
            return False
        verb = verb_between(self.tokens, at + 1, min(last, at + _MIDDLE))
        return verb is not None and verb + 1 < last and bool(flags[verb - 1] & (CAPITAL | Word.PRONOUN | Word.SUBJECT))

    def _subjunctive(self, first: int, last: int) -> bool:
        """Whether a clause without a complementizer is reported speech by its verb."""
        stop = min(last, first + _SUBJUNCTIVE)
        return self.grammar.bare == "subjunctive" and any(self.tokens.flags[k] & Word.SUBJUNCTIVE for k in range(first, stop))

    def _infinitive(self, first: int, last: int) -> bool:
        flags, words = self.tokens.flags, self.tokens.words
        if any(flags[k] & Word.INFINITIVE and not flags[k + 1] & (CAPITAL | Word.DETERMINER) for k in range(first, last - 1)):
            return True
        infixed = self.grammar.infixed
        return bool(infixed) and any(
            "zu" in words[k][2:-2] and words[k].startswith(infixed) and words[k].endswith("n") for k in range(first, last)
        )

    def _clause(self, at: int) -> list[Range]:
        """The clause from the token on; a complementizer with nothing but a quote behind it is left out."""
        clause = trim(self.tokens, at, self._content_end(at))
        if (
            clause
            and clause[1] - clause[0] == 2
            and self.tokens.flags[clause[0]] & Word.THAT
            and self.tokens.flags[clause[1] - 1] & QUOTED
        ):
            return [(clause[1] - 1, clause[1])]
        return [clause] if clause and self._long_enough(clause, 2) else []

    def _long_enough(self, clause: Range, words: int) -> bool:
        """Whether the clause has so many words; a script that parts none has them in one token."""
        return clause[1] - clause[0] >= words or not self.tokens.language.spaces

    def _trailing(self, cue: Occurrence, before: int) -> Report | None:
        """The report of "…, teilte die Bahn mit": the clause before the verb is what is said."""
        tokens = self.tokens
        if before + 1 >= cue.first or before < self.first:
            return None
        source = phrase_after(tokens, cue.verb + 1, self.last)
        head = trim(tokens, self._content_start(before), before + 1)
        if head is None or head[1] - head[0] < 2 or tokens.flags[head[0]] & Word.SUBORDINATOR:
            return None
        if not self._is_clause(head) or (source is None and not self.grammar.drop):
            return None
        return self._report(cue, [head], source, "clause-then-cue")

    def _clause_before(self, cue: Occurrence, source: Range | None) -> Report | None:
        """The report of "…, the witness said": clause, subject, verb, and nothing behind."""
        tokens = self.tokens
        if self.grammar.order != "sv" or source is None or cue.last < self.end or source[1] > cue.first:
            return None
        comma = source[0] - 1
        head = (
            trim(tokens, self._content_start(comma), comma) if comma > self.first - 1 and tokens.words[comma] in COMMAS else None
        )
        if head is None or not self._long_enough(head, 3) or tokens.flags[head[0]] & (Word.SUBORDINATOR | Word.PREPOSITION):
            return None
        return self._report(cue, [head], source, "clause-then-cue")

    def _is_clause(self, head: Range) -> bool:
        """Whether the words before a verb are a clause and no subject with its apposition."""
        tokens = self.tokens
        comma = next((k for k in range(head[1] - 1, head[0], -1) if tokens.words[k] in COMMAS), None)
        if not self.grammar.capital_nouns:
            return comma is None and head[1] - head[0] >= 2
        if comma is not None and verb_between(tokens, head[0], comma) is None:
            return False
        return verb_between(tokens, *head) is not None

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
