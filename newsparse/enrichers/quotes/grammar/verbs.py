"""Reports by a verb, in every order of subject, verb and what is said."""

from newsparse.enrichers.quotes.grammar.complements import behind_colon, complement, title_of_work
from newsparse.enrichers.quotes.grammar.cues import Occurrence
from newsparse.enrichers.quotes.grammar.edges import COLONS, COMMAS, DASHES, clause_start, named, phrase_after, trim, verb_between
from newsparse.enrichers.quotes.grammar.sentence import MIDDLE, Sentence
from newsparse.enrichers.quotes.grammar.subjects import doer, subject
from newsparse.enrichers.quotes.languages import Frame, Word
from newsparse.enrichers.quotes.phrases import Range
from newsparse.enrichers.quotes.report import Report
from newsparse.enrichers.quotes.tokens import QUOTED, WORD, Tokens


def verb_report(sentence: Sentence, cue: Occurrence) -> Report | None:
    """The report of a verb, by the first rule that fits: as-clause, quote before, complement, clause before."""
    tokens = sentence.tokens
    if not cue.cue.frames:
        return None
    if sentence.grammar.order == "final":
        return _final(sentence, cue)
    as_clause = _as_clause(sentence, cue)
    if as_clause is not None:
        return as_clause
    before = cue.first - 1
    while before >= sentence.first and _parts(tokens, before):
        before -= 1
    if before >= sentence.first and tokens.flags[before] & QUOTED and _speaks(sentence, before, cue):
        return _behind_quote(sentence, cue, before)
    source, start = subject(sentence, cue)
    if cue.passive and not cue.cue.frames & Frame.CITED:
        source = doer(sentence, cue)
    before_subject = _quote_before(sentence, cue, source)
    if before_subject is not None:
        return before_subject
    content, rule = complement(sentence, cue, start)
    if content and (rule != "cue-then-quote" or tokens.words[content[0][0] - 1] in COLONS or _names_someone(sentence, source)):
        return sentence.report(cue, content, source, rule)
    return _trailing(sentence, cue, before) or _clause_before(sentence, cue, source) or _told(sentence, cue, source)


def _as_clause(sentence: Sentence, cue: Occurrence) -> Report | None:
    """The report of "Wie die Bahn mitteilte, …": the clause around is what is said."""
    tokens = sentence.tokens
    start = clause_start(tokens, cue.first, sentence.first)
    at = start if start < cue.first and tokens.flags[start] & Word.AS else start - 1
    if at < sentence.first or not tokens.flags[at] & Word.AS:
        return None
    source = trim(tokens, at + 1, cue.first) or phrase_after(tokens, cue.last, sentence.last)
    end = max(cue.last, source[1] if source else 0)
    while end < sentence.end and not (tokens.words[end] in COMMAS or tokens.words[end] in COLONS):
        end += 1
    content = sentence.around(at, end)
    return sentence.report(cue, content, source, "as-said") if content else None


def _speaks(sentence: Sentence, quote: int, cue: Occurrence) -> bool:
    """Whether a quoted stretch before a verb is what is said: parted from it by a mark, or the beginning of the sentence."""
    tokens = sentence.tokens
    if quote < cue.first - 1 or quote == sentence.first:
        return True
    stretch = tokens.stretches[quote]
    return tokens.text[stretch.inner_end - 1] in ",.!?…،؟" and not named(tokens, quote)


def _behind_quote(sentence: Sentence, cue: Occurrence, quote: int) -> Report | None:
    """Quote, verb, subject; and what of the clause stands before the quote."""
    tokens = sentence.tokens
    source = phrase_after(tokens, cue.verb + 1, sentence.last)
    start = sentence.content_start(quote)
    head = trim(tokens, start, quote + 1)
    assert head is not None
    mixed = head[0] < quote and tokens.words[quote - 1] not in COLONS and _clause_like(sentence, head[0], quote)
    content: list[Range] = [head if mixed else (quote, quote + 1)]
    end = max(cue.last, source[1] if source else 0)
    after = _next_quote(sentence, end)
    if after is not None:
        content.append((after, after + 1))
    return sentence.report(cue, content, source, "quote-then-cue")


def _quote_before(sentence: Sentence, cue: Occurrence, source: Range | None) -> Report | None:
    """Quote, subject, verb: nothing but the subject stands between, and nothing behind."""
    tokens = sentence.tokens
    if source is None or source[1] > cue.first:
        return None
    if cue.last < sentence.last and tokens.words[cue.last] in COLONS:
        return None
    before = source[0] - 1
    while before >= sentence.first and _parts(tokens, before):
        before -= 1
    if before < sentence.first or not tokens.flags[before] & QUOTED:
        return None
    after = _next_quote(sentence, cue.last)
    if after is None and cue.last < sentence.end and tokens.flags[cue.last] & WORD:
        return None
    content = [(before, before + 1)] + ([(after, after + 1)] if after is not None else [])
    return sentence.report(cue, content, source, "quote-then-cue")


def _final(sentence: Sentence, cue: Occurrence) -> Report | None:
    """The report of a verb that stands last: subject, what is said, verb."""
    tokens, flags = sentence.tokens, sentence.tokens.flags
    start = sentence.content_start(cue.first)
    if cue.last < sentence.last and tokens.words[cue.last] in COLONS:
        said = behind_colon(sentence, cue.last + 1)
        rule = "cue-then-quote" if said and flags[said[0][0]] & QUOTED else "cue-colon"
        return sentence.report(cue, said, trim(tokens, start, cue.first), rule) if said else None
    quote = next((k for k in range(cue.first - 1, start - 1, -1) if flags[k] & QUOTED), None)
    if quote is not None and cue.first - quote <= MIDDLE:
        if title_of_work(sentence, cue, quote):
            return None
        between = trim(tokens, quote + 1, cue.first)
        before = trim(tokens, start, quote)
        source = before or (None if cue.participle else between) or phrase_after(tokens, cue.last, sentence.last)
        start = _mixed_start(sentence, source, quote) if between is None else quote
        end = quote + 1
        subject = _subject_of(sentence, source)
        if between is not None and subject is not None and subject[1] < quote and _ended(sentence, cue):
            start, end = subject[1] + 1, cue.first  # planın “ölü” olduğunu söyledi
        return sentence.report(cue, [(start, end)], subject, "quote-then-cue")
    if not cue.cue.frames & Frame.BARE or not _complemented(sentence, cue):
        return None
    topic = next((k for k in range(start, cue.first) if flags[k] & Word.TOPIC or tokens.words[k] in COMMAS), None)
    if topic is None:
        return None
    content = trim(tokens, topic + 1, cue.first)
    source = trim(tokens, start, topic)
    return sentence.report(cue, [content], source, "clause-then-cue") if content and source else None


def _mixed_start(sentence: Sentence, source: Range | None, quote: int) -> int:
    """Where a clause begins that has quoted words for its end: behind the subject, where it has a topic or ending of its own."""
    tokens = sentence.tokens
    subject = _subject_of(sentence, source)
    if subject is None or subject[1] + 1 >= quote:
        return quote
    stretch = tokens.stretches[quote]
    ended = bool(sentence.grammar.complements) and tokens.text[stretch.inner_start : stretch.inner_end].endswith(
        sentence.grammar.complements
    )
    topics = any(tokens.flags[k] & Word.TOPIC for k in range(subject[1] + 1, quote))
    return subject[1] + 1 if ended or topics else quote


def _ended(sentence: Sentence, cue: Occurrence) -> bool:
    endings = sentence.grammar.complements
    return bool(endings) and sentence.tokens.words[cue.first - 1].endswith(endings)


def _complemented(sentence: Sentence, cue: Occurrence) -> bool:
    """Whether the word before the verb, or the cue itself, says that a clause is reported."""
    return sentence.grammar.bare == "any" or sentence.tokens.words[cue.first - 1].endswith(sentence.grammar.complements)


def _subject_of(sentence: Sentence, source: Range | None) -> Range | None:
    """The phrase up to its topic marker or comma."""
    if source is None:
        return None
    for near in range(*source):
        if sentence.tokens.flags[near] & Word.TOPIC or (sentence.tokens.words[near] in COMMAS and near > source[0]):
            return (source[0], near)
    return source


def _names_someone(sentence: Sentence, source: Range | None) -> bool:
    """Whether the subject is there, where one must be: "den så kallade" has none."""
    if source is None:
        return sentence.grammar.drop
    empty = Word.ADVERB | Word.DETERMINER | Word.SUBORDINATOR
    return any(not sentence.tokens.flags[k] & empty or sentence.tokens.flags[k] & Word.PRONOUN for k in range(*source))


def _clause_like(sentence: Sentence, start: int, quote: int) -> bool:
    return quote - start >= 1 and not all(sentence.tokens.flags[k] & QUOTED for k in range(start, quote))


def _next_quote(sentence: Sentence, at: int) -> int | None:
    """A quoted stretch that goes on behind the cue: "A", said he, "B"."""
    tokens = sentence.tokens
    for near in range(at, min(sentence.last, at + MIDDLE)):
        if tokens.flags[near] & QUOTED:
            return (
                near
                if tokens.words[near - 1] in COMMAS or tokens.words[near - 1] in COLONS or tokens.words[near - 1] in "–—-."
                else None
            )
        if tokens.flags[near] & Word.CUE and near >= sentence.limit:
            return None
    return None


def _trailing(sentence: Sentence, cue: Occurrence, before: int) -> Report | None:
    """The report of "…, teilte die Bahn mit": the clause before the verb is what is said."""
    tokens = sentence.tokens
    if before + 1 >= cue.first or before < sentence.first:
        return None
    source = phrase_after(tokens, cue.verb + 1, sentence.last)
    head = trim(tokens, sentence.content_start(before + 1), before + 1)
    if (
        head is None
        or head[1] - head[0] < 2
        or tokens.flags[head[0]] & Word.SUBORDINATOR
        or tokens.flags[head[0] + 1] & Word.THAT
    ):
        return None
    if not _is_clause(sentence, head) or (source is None and not sentence.grammar.drop):
        return None
    return sentence.report(cue, [head], source, "clause-then-cue")


def _clause_before(sentence: Sentence, cue: Occurrence, source: Range | None) -> Report | None:
    """The report of "…, the witness said": clause, subject, verb, and nothing behind."""
    tokens = sentence.tokens
    if sentence.grammar.order != "sv" or source is None or cue.last < sentence.end or source[1] > cue.first:
        return None
    comma = source[0] - 1
    head = (
        trim(tokens, sentence.content_start(comma), comma)
        if comma > sentence.first - 1 and tokens.words[comma] in COMMAS
        else None
    )
    if head is None or not sentence.long_enough(head, 3) or tokens.flags[head[0]] & (Word.SUBORDINATOR | Word.PREPOSITION):
        return None
    return sentence.report(cue, [head], source, "clause-then-cue")


def _is_clause(sentence: Sentence, head: Range) -> bool:
    """Whether the words before a verb are a clause and no subject with its apposition."""
    tokens = sentence.tokens
    comma = next((k for k in range(head[1] - 1, head[0], -1) if tokens.words[k] in COMMAS), None)
    if not sentence.grammar.capital_nouns:
        return comma is None and head[1] - head[0] >= 2
    if comma is not None and verb_between(tokens, head[0], comma) is None:
        return False
    return verb_between(tokens, *head) is not None


def _told(sentence: Sentence, cue: Occurrence, source: Range | None) -> Report | None:
    """A clause that tells a speech act: "Der Minister forderte mehr Geld"."""
    if source is None or not cue.cue.frames & Frame.CONTENT:
        return None
    if sentence.tokens.flags[source[0]] & Word.DEMONSTRATIVE and source[1] - source[0] == 1:
        return None
    start = sentence.content_start(min(cue.first, source[0]))
    clause = trim(sentence.tokens, start, sentence.end)
    return sentence.report(cue, [clause], source, "told") if clause and clause[1] - clause[0] >= 4 else None


def _parts(tokens: Tokens, at: int) -> bool:
    """Whether the token is a comma or dash between what is said and who says it."""
    return not tokens.flags[at] & QUOTED and (tokens.words[at] in COMMAS or tokens.words[at] in DASHES)
