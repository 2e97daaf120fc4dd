"""Reports by "according to": a frame before, behind or around its source, and the clause it stands in."""

from newsparse.enrichers.quotes.grammar.cues import Occurrence, occurrences
from newsparse.enrichers.quotes.grammar.edges import (
    COMMAS,
    DASHES,
    phrase_after,
    phrase_before,
    phrase_left,
    phrase_of_frame,
    trim,
    verb_between,
)
from newsparse.enrichers.quotes.grammar.sentence import MIDDLE, Sentence
from newsparse.enrichers.quotes.languages import Word
from newsparse.enrichers.quotes.phrases import Range
from newsparse.enrichers.quotes.report import Report
from newsparse.enrichers.quotes.tokens import CAPITAL, QUOTED, WORD

_SPEAKERS = (
    Word.ROLE | Word.GROUP | Word.ORGANISATION | Word.DOCUMENT | Word.PRONOUN | Word.TITLE | Word.TITLE_M | Word.TITLE_F | CAPITAL
)
_NO_ADJECTIVE = Word.AUXILIARY | Word.CUE | Word.PREPOSITION | Word.COORDINATOR | Word.THAT


def frame_report(sentence: Sentence, cue: Occurrence) -> Report | None:
    """The report of a frame: the clause around it; None where it does not report here."""
    found = _frame_after(sentence, cue) if cue.cue.position == "after" else _frame_before(sentence, cue)
    if found is None:
        return None
    source, start, end = found
    if (
        sentence.earlier
        and start > sentence.first
        and not _fronts(sentence, start)
        and sentence.content_start(start) > sentence.first
    ):
        return None  # "…", said X, according to a video: the quote is told already
    content = sentence.around(start, end)
    return sentence.report(cue, content, source, "according-to") if content else None


def _frame_after(sentence: Sentence, cue: Occurrence) -> tuple[Range, int, int] | None:
    """(source, start and end of both) for a frame that stands behind its source."""
    tokens = sentence.tokens
    source = phrase_before(tokens, cue.first, sentence.first)
    if sentence.grammar.capital_nouns and source is not None and verb_between(tokens, *source) is not None:
        source = phrase_left(tokens, cue.first, sentence.first)
    return (source, source[0], cue.last) if source else None


def _frame_before(sentence: Sentence, cue: Occurrence) -> tuple[Range, int, int] | None:
    """The same for a frame before its source, or around it."""
    tokens = sentence.tokens
    if len(cue.parts) > 1:
        source = trim(tokens, cue.parts[0][1], cue.parts[1][0])
        return (source, cue.first, cue.last) if source else None
    if cue.cue.position == "anaphor":
        return (cue.first, cue.last), cue.first, cue.last
    if cue.cue.nouns:
        return _frame_of_noun(sentence, cue)
    whose = next((k for k in range(cue.first, cue.last) if tokens.flags[k] & Word.POSSESSIVE), None)
    if whose is not None:
        return (whose, whose + 1), cue.first, cue.last
    if (verb := _verb_behind(sentence, cue)) is not None:
        return verb
    fronted = _fronts(sentence, cue.first)
    source = _closing_phrase(sentence, cue) or phrase_of_frame(tokens, cue.last, sentence.last, fronted=fronted)
    if source is None and cue.cue.rest:
        source = (cue.first + 1, cue.last)
    if source is None or not _fits(sentence, cue, source, fronted=fronted):
        return None
    return source, cue.first, _past_apposition(sentence, source[1], fronted=fronted)


def _verb_behind(sentence: Sentence, cue: Occurrence) -> tuple[Range, int, int] | None:
    """The same where a reporting verb follows the frame: "según anunció la ministra"."""
    tokens = sentence.tokens
    seen = occurrences(tokens, cue.last, min(sentence.last, cue.last + 4))
    if not seen or seen[0].first != cue.last or seen[0].cue.position != "verb":
        return None
    source = phrase_after(tokens, seen[0].last, sentence.last)
    return (source, cue.first, source[1]) if source is not None else None


def _closing_phrase(sentence: Sentence, cue: Occurrence) -> Range | None:
    """The source of a frame behind a comma: all up to the next comma or the end, where no verb stands in it."""
    tokens = sentence.tokens
    if cue.first == sentence.first or tokens.words[cue.first - 1] not in COMMAS:
        return None
    end = cue.last
    while end < sentence.end and end - cue.last < MIDDLE and tokens.words[end] not in COMMAS:
        if (
            tokens.flags[end] & (Word.AUXILIARY | Word.CUE | Word.THAT | Word.SUBJUNCTIVE | QUOTED)
            and not tokens.flags[end] & CAPITAL
        ):
            return None
        end += 1
    return trim(tokens, cue.last, end) if end >= sentence.end or tokens.words[end] in COMMAS else None


def _past_apposition(sentence: Sentence, end: int, *, fronted: bool) -> int:
    """Past the clause in commas behind the source, where the verb must follow: "Laut X, der …, kommen"."""
    if (
        fronted
        and sentence.grammar.order == "v2"
        and sentence.grammar.comma
        and end < sentence.end
        and sentence.tokens.words[end] in COMMAS
    ):
        closing = sentence.closing_comma(end + 1)
        return closing if closing is not None else end
    return end


def _frame_of_noun(sentence: Sentence, cue: Occurrence) -> tuple[Range, int, int] | None:
    """The same for a preposition that needs a noun: "nach ersten Angaben der Polizei"."""
    tokens = sentence.tokens
    noun = next((k for k in range(cue.last, min(sentence.end, cue.last + 4)) if tokens.words[k].endswith(cue.cue.nouns)), None)
    if noun is None or any(tokens.flags[k] & _NO_ADJECTIVE for k in range(cue.last, noun)):
        return None
    fronted = _fronts(sentence, cue.first)
    whose = None
    if noun + 1 < sentence.end and tokens.flags[noun + 1] & (Word.GENITIVE | CAPITAL | QUOTED):
        whose = phrase_of_frame(tokens, noun + 1, sentence.last, fronted=fronted)
    source = whose or (cue.last, noun + 1)
    return source, cue.first, _past_apposition(sentence, source[1], fronted=fronted)


def _fits(sentence: Sentence, cue: Occurrence, source: Range, *, fronted: bool) -> bool:
    """Whether the frame reports here: "selon la saison" does not."""
    tokens = sentence.tokens
    if cue.cue.position == "trailing":
        return _trails(sentence, cue, source)
    speaks = any(tokens.flags[k] & _SPEAKERS for k in range(max(source[0], sentence.first + 1), source[1]))
    if cue.cue.position == "opinion":
        return cue.first == sentence.first and speaks and source[1] < sentence.end and tokens.words[source[1]] in COMMAS
    return speaks or fronted or sentence.grammar.capital_nouns or tokens.words[cue.first - 1] in COMMAS


def _fronts(sentence: Sentence, at: int) -> bool:
    """Whether the frame begins its clause, so that the verb follows it."""
    tokens = sentence.tokens
    if at == sentence.first or tokens.flags[at - 1] & (Word.COORDINATOR | Word.CONTRAST):
        return True
    return not tokens.flags[at - 1] & WORD and tokens.words[at - 1] not in COMMAS


def _trails(sentence: Sentence, cue: Occurrence, source: Range) -> bool:
    """Whether a frame like "so X" ends its clause and stands behind a quote or a comma."""
    tokens, flags = sentence.tokens, sentence.tokens.flags
    before, after = cue.first - 1, source[1]
    if before < sentence.first or not (
        tokens.words[before] in COMMAS or tokens.words[before] in DASHES or flags[before] & QUOTED
    ):
        return False
    if not flags[source[0]] & (CAPITAL | Word.DETERMINER | Word.PRONOUN | QUOTED):
        return False
    return (
        after >= sentence.end
        or not flags[after] & WORD
        or bool(flags[after] & (Word.ADVERB | Word.PREPOSITION | Word.TIME | Word.RELATIVE))
    )
