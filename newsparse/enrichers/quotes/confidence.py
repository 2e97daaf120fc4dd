"""The rules by name: what each looks for, and how often it was right.

The shares were measured on annotated news in English: content and source both right (words in common 0.8 and more), once
for speakers told as persons, once for other named ones, once for those whom the text does not tell. Those of the rules that only
a grammar has, from `according-to` to `told`, were measured on annotated news in German. They say how sure a quote is;
nothing else in the engine reads them.
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
    attitude: float | None = None
    """The share for beliefs and wishes, where it is another one, whoever the speaker."""


RULES = {
    "quote-then-cue": Rule("quoted words, and behind them a reporting verb with its subject", 0.95, 0.9, 0.79),
    "clause-then-cue": Rule("a clause, and behind it a reporting verb with its subject", 0.71, 0.61, 0.52),
    "cue-then-quote": Rule("a reporting verb, and quoted words behind it", 0.83, 0.64, 0.57),
    "colon-then-quote": Rule("quoted words behind a colon", 0.72, 0.53, 0.5),
    "cue-then-paragraph": Rule("a colon at the end of a paragraph, and quoted words in the next", 0.66, 0.55, 0.41),
    "cue-colon": Rule("a reporting verb, a colon, and a sentence without marks", 0.18, 0.18, 0.1),
    "that-clause": Rule("a reporting verb and a clause that a complementizer begins", 0.82, 0.69, 0.58, 0.57),
    "bare-clause": Rule("a reporting verb and a clause without a complementizer", 0.77, 0.62, 0.45, 0.42),
    "indirect-question": Rule("a reporting verb and an indirect question", 0.7, 0.5, 0.4, 0.38),
    "chained-cue": Rule("a verb with an infinitive that reports: “declined to say whether”", 0.69, 0.65, 0.61),
    "infinitive": Rule("a reporting verb and an infinitive", 0.58, 0.51, 0.25, 0.43),
    "object": Rule("a reporting verb and a noun phrase that says what is said", 0.58, 0.41, 0.33, 0.39),
    "relative-clause": Rule("a relative clause with a reporting verb: the pronoun is part of what is said", 0.51, 0.49, 0.6),
    "raising": Rule("a verb of seeming or expecting with an infinitive: nobody is named", 0.39, 0.39, 0.39),
    "according-to-first": Rule("a frame such as “according to”, and what is said behind it", 0.74, 0.8, 0.7),
    "according-to-last": Rule("a frame such as “according to” behind what is said", 0.53, 0.71, 0.6),
    "noun-clause": Rule("a noun such as “claim” with its clause, and whose it is", 0.42, 0.35, 0.4),
    "signed": Rule("quoted words, and a name behind a dash", 0.9, 0.7, 0.5),
    "according-to": Rule("a frame such as “laut” with its source, and the clause it stands in", 0.78, 0.73, 0.65),
    "as-said": Rule("a clause such as “wie X sagte”, and the clause it stands in", 0.7, 0.75, 0.6),
    "subjunctive-clause": Rule("a reporting verb and a clause in the subjunctive", 0.75, 0.71, 0.6),
    "continued": Rule("a sentence in the subjunctive behind a report: it goes on", 0.57, 0.57, 0.5),
    "pointed-back": Rule("“that is what X said”: the sentence before is said", 0.6, 0.6, 0.5),
    "quote-then-word": Rule("quoted words, and behind them a verb that no table has, with a person", 0.7, 0.6, 0.4),
    "told": Rule("a clause that itself tells what was said: a demand, an announcement", 0.41, 0.41, 0.3),
    "transcript": Rule("a name and a colon at the beginning of a paragraph", 0.74, 0.32, 0.3),
}
_OTHER = Rule("a rule of this language's grammar", 0.6, 0.55, 0.4)


def of(report: Report, kind: QuoteKind, speaker: Agent | None) -> float:  # noqa: ARG001
    """Confidence that the content and the speaker are both right, 0 to 1."""
    rule = RULES.get(report.rule, _OTHER)
    if report.cue_class == "attitude" and rule.attitude is not None:
        return rule.attitude
    if speaker is None:
        return rule.unknown
    return rule.person if speaker.kind == "person" else rule.named
