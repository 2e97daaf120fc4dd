"""Reports by a colon alone: "Ein Kommissar nach der Festnahme: „…“", and turns of a transcript ("LEE: …")."""

from newsparse.enrichers.quotes.grammar.edges import COLONS, named, trim, verb_between
from newsparse.enrichers.quotes.grammar.sentence import Sentence
from newsparse.enrichers.quotes.grammar.subjects import main_subject
from newsparse.enrichers.quotes.languages import Word
from newsparse.enrichers.quotes.phrases import Range, among
from newsparse.enrichers.quotes.report import Report
from newsparse.enrichers.quotes.tokens import CAPITAL, ENDS, QUOTED, WORD

_SPEAKER = 4
"""Words of a speaker's name in a transcript."""
_LEAST = 4
"""Words of a quotation that needs no verb before its colon; one that is a sentence of its own may be shorter."""


def colon_report(sentence: Sentence) -> Report | None:
    """The report of a colon with no reporting verb before it; None where it reports nothing."""
    tokens = sentence.tokens
    colon = next((k for k in range(sentence.first + 1, sentence.end) if tokens.words[k] in COLONS), None)
    if colon is None or _reported(sentence, colon):
        return None
    content, rule = _quoted(sentence, colon), "colon-then-quote"
    source = _phrase(sentence, colon) if content else None
    if source is None and _is_turn(sentence, colon):
        content, source, rule = _turn(sentence, colon), (sentence.first, colon), "transcript"
    if not content or source is None:
        return None
    return Report(content=content, cue=[(colon, colon + 1)], source=source, cue_class="speech", rule=rule)


def _reported(sentence: Sentence, colon: int) -> bool:
    """Whether what stands around the colon is in a report already."""
    return any(start <= colon + 1 < end for report in sentence.earlier for start, end in report.content)


def _quoted(sentence: Sentence, colon: int) -> list[Range]:
    """The quoted words right behind the colon, if they can be speech."""
    at = colon + 1
    tokens = sentence.tokens
    if at >= sentence.last or not tokens.flags[at] & QUOTED or named(tokens, at):
        return []
    stretch = tokens.stretches[at]
    text = tokens.text[stretch.inner_start : stretch.inner_end]
    long = len(text.split()) >= _LEAST or not tokens.language.spaces
    return [(at, at + 1)] if long or text[-1:] in ENDS else []


def _phrase(sentence: Sentence, colon: int) -> Range | None:
    """Who stands before the colon: all of it where there is no verb, else the subject."""
    tokens = sentence.tokens
    if verb_between(tokens, sentence.first, colon) is not None:
        return main_subject(sentence) if sentence.grammar.capital_nouns else None
    source = trim(tokens, sentence.first, colon)
    if source is None or not any(tokens.flags[k] & (CAPITAL | Word.ROLE | Word.GROUP) for k in range(*source)):
        return None
    return source


def _is_turn(sentence: Sentence, colon: int) -> bool:
    """Whether the sentence begins a turn: a paragraph that opens with a name in capitals."""
    tokens = sentence.tokens
    if colon - sentence.first > _SPEAKER or (sentence.first and tokens.words[sentence.first - 1] != "\n"):
        return False
    if among(tokens.flags[sentence.first : colon], Word.LABEL):
        return False
    name = tokens.cut(sentence.first, colon)
    return name.isupper() and len(name) > 1 and not any(c.isdigit() for c in name)


def _turn(sentence: Sentence, colon: int) -> list[Range]:
    last = sentence.last
    return [(colon + 1, last)] if any(sentence.tokens.flags[k] & WORD for k in range(colon + 1, last)) else []
