"""Quoted words that a verb of no table follows: “So did I”, sourit Rémi Lang.

Any verb may stand there, so the place tells: a comma or dash behind the quote, one small word, a person, and the end of the
clause.
"""

from newsparse.enrichers.quotes.grammar.edges import COMMAS, DASHES, phrase_after
from newsparse.enrichers.quotes.grammar.sentence import Sentence
from newsparse.enrichers.quotes.languages import Word
from newsparse.enrichers.quotes.report import Report
from newsparse.enrichers.quotes.tokens import CAPITAL, QUOTED, WORD

_KNOWN = (
    Word.PREPOSITION | Word.DETERMINER | Word.COORDINATOR | Word.SUBORDINATOR | Word.RELATIVE | Word.THAT | Word.AS
    | Word.AUXILIARY | Word.ADVERB | Word.NEGATION | Word.PRONOUN | Word.CONTRAST | Word.FRAME | Word.CUE | Word.TIME
    | Word.ROLE | Word.INFINITIVE
)  # fmt: skip
_PERSON = Word.ROLE | Word.TITLE | Word.TITLE_M | Word.TITLE_F | CAPITAL


def unknown_verb_report(sentence: Sentence) -> Report | None:
    """The report of a quote with such a verb; None where the sentence holds none, or a report already."""
    tokens, flags = sentence.tokens, sentence.tokens.flags
    if sentence.earlier or sentence.grammar.caseless or sentence.grammar.order not in {"sv", "v2"}:
        return None
    for quote in range(sentence.first, sentence.end - 3):
        verb = quote + 2
        parted = tokens.words[quote + 1] in COMMAS or tokens.words[quote + 1] in DASHES
        if not (flags[quote] & QUOTED and parted and flags[verb] & WORD) or flags[verb] & (_KNOWN | CAPITAL):
            continue
        source = phrase_after(tokens, verb + 1, sentence.last)
        if source is None or source[0] != verb + 1 or not any(flags[k] & _PERSON for k in range(*source)):
            return None
        if not flags[source[1] - 1] & CAPITAL or (
            source[1] < sentence.end and flags[source[1]] & WORD and not flags[source[1]] & Word.PREPOSITION
        ):
            return None
        content = [(quote, quote + 1)]
        return Report(content=content, cue=[(verb, verb + 1)], source=source, cue_class="speech", rule="quote-then-word")
    return None
