"""The rules by name: what each looks for, and how often it was right.

The shares were measured on annotated news in English: content and source both right (words in common 0.8 and more), once
for speakers told as persons, once for other named ones, once for those whom the text does not tell. They say how sure a
quote is; nothing else in the engine reads them.
"""

import attrs

from newsparse.enrichers.quotes.report import Report
from newsparse.model.agents import Agent
from newsparse.model.quotes import QuoteKind


@attrs.frozen
class Rule:
    """Why a quote was found, in words, and the measured shares of right ones by what is known of the speaker."""

    why: str
    person: float
    named: float
    unknown: float


RULES = {
    "quote-then-cue": Rule("quoted words, and behind them a reporting verb with its subject", 0.94, 0.89, 0.86),
    "clause-then-cue": Rule("a clause, and behind it a reporting verb with its subject", 0.70, 0.61, 0.60),
    "cue-then-quote": Rule("a reporting verb, and quoted words behind it", 0.84, 0.62, 0.55),
    "colon-then-quote": Rule("quoted words behind a colon", 0.75, 0.55, 0.45),
    "cue-then-paragraph": Rule("a colon at the end of a paragraph, and quoted words in the next", 0.65, 0.5, 0.45),
    "cue-colon": Rule("a reporting verb, a colon, and a sentence without marks", 0.35, 0.3, 0.3),
    "that-clause": Rule("a reporting verb and a clause that a complementizer begins", 0.81, 0.66, 0.57),
    "bare-clause": Rule("a reporting verb and a clause without a complementizer", 0.75, 0.58, 0.44),
    "indirect-question": Rule("a reporting verb and an indirect question", 0.66, 0.5, 0.35),
    "chained-cue": Rule("a verb with an infinitive that reports: “declined to say whether”", 0.65, 0.5, 0.4),
    "infinitive": Rule("a reporting verb and an infinitive", 0.55, 0.46, 0.35),
    "object": Rule("a reporting verb and a noun phrase that says what is said", 0.55, 0.4, 0.34),
    "relative-clause": Rule("a relative clause with a reporting verb: the pronoun is part of what is said", 0.55, 0.5, 0.45),
    "raising": Rule("a verb of seeming or expecting with an infinitive: nobody is named", 0.34, 0.34, 0.34),
    "according-to-first": Rule("a frame such as “according to”, and what is said behind it", 0.8, 0.77, 0.7),
    "according-to-last": Rule("a frame such as “according to” behind what is said", 0.6, 0.69, 0.6),
    "noun-clause": Rule("a noun such as “claim” with its clause, and whose it is", 0.45, 0.4, 0.35),
    "signed": Rule("quoted words, and a name behind a dash", 0.8, 0.6, 0.5),
    "transcript": Rule("a name and a colon at the beginning of a paragraph", 0.75, 0.3, 0.25),
}
_OTHER = Rule("a rule of this language's grammar", 0.6, 0.55, 0.4)


def of(report: Report, kind: QuoteKind, speaker: Agent | None) -> float:  # noqa: ARG001
    """Confidence that the content and the speaker are both right, 0 to 1."""
    rule = RULES.get(report.rule, _OTHER)
    if speaker is None:
        return rule.unknown
    return rule.person if speaker.kind == "person" else rule.named
