"""Who a reporting verb's subject is: before it, behind it, or the one of another verb."""

from newsparse.enrichers.quotes.grammar.cues import Occurrence
from newsparse.enrichers.quotes.grammar.edges import COMMAS, phrase_after, phrase_before, phrase_of_frame, trim, verb_between
from newsparse.enrichers.quotes.grammar.sentence import Sentence
from newsparse.enrichers.quotes.languages import Word
from newsparse.enrichers.quotes.phrases import Range

_OPENERS = Word.PREPOSITION | Word.ADVERB | Word.TIME | Word.SUBORDINATOR | Word.NEGATION | Word.AS


def doer(sentence: Sentence, cue: Occurrence) -> Range | None:
    """Who does what a passive tells: "wurde vom Verband aufgefordert"."""
    for near in range(cue.first, min(sentence.end, cue.last + 8)):
        if sentence.tokens.flags[near] & Word.AGENT:
            return phrase_after(sentence.tokens, near + 1, sentence.last)
    return None


def _impersonal(sentence: Sentence, cue: Occurrence, left: Range | None) -> tuple[Range | None, int]:
    """The source of "heißt es in dem Schreiben": where it stands, before or behind."""
    tokens = sentence.tokens
    if cue.last < sentence.end and tokens.flags[cue.last] & Word.PREPOSITION:
        source = phrase_of_frame(tokens, cue.last + 1, sentence.last, fronted=False)
        return source, source[1] if source else cue.last
    return (left if left is not None and tokens.flags[left[0]] & Word.PREPOSITION else None), cue.last


def main_subject(sentence: Sentence) -> Range | None:
    """The subject of the sentence's first verb."""
    verb = verb_between(sentence.tokens, sentence.first + 1, min(sentence.end, sentence.first + 30))
    if verb is None:
        return None
    left = trim(sentence.tokens, sentence.first, verb)
    if left is None or sentence.tokens.flags[left[0]] & _OPENERS:
        return phrase_after(sentence.tokens, verb + 1, sentence.last)
    return left


def subject(sentence: Sentence, cue: Occurrence) -> tuple[Range | None, int]:
    """Who the verb's subject is, and where what it reports may begin."""
    tokens = sentence.tokens
    left = phrase_before(tokens, cue.first, sentence.first)
    if any(tokens.language.flags.get(word, 0) & Word.SUBJECT for word in cue.cue.rest):
        return _impersonal(sentence, cue, left)
    if (
        left is not None
        and left[0] > sentence.first
        and tokens.flags[left[0]] & Word.RELATIVE
        and tokens.words[left[0] - 1] in COMMAS
    ):
        return (left[0], left[0] + 1), cue.last
    right: Range | None = None
    order = sentence.grammar.order
    if left is None and order != "vs" and cue.first > sentence.first and tokens.flags[cue.first - 1] & Word.COORDINATOR:
        return sentence.earlier[-1].source if sentence.earlier else main_subject(sentence), cue.last
    inverted = left is None or (order == "v2" and _opens(sentence, left))
    if inverted or order == "vs":
        right = phrase_after(tokens, cue.verb + 1, sentence.last)
        if right is not None and right[0] >= cue.last > cue.verb + 1:
            right = None
    if right is not None:
        return right, max(right[1], cue.last)
    return left, cue.last


def _opens(sentence: Sentence, left: Range) -> bool:
    """Whether what stands before the verb is no subject: an adverb, a phrase with a preposition."""
    flags = sentence.tokens.flags
    if flags[left[1] - 1] & Word.ADVERB and left[1] - left[0] <= 2:
        return True
    return bool(flags[left[0]] & _OPENERS) and not flags[left[0]] & Word.DETERMINER
