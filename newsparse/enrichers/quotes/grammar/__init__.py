"""Reports in a language that its table tells: one reader for every word order.

A sentence is looked at around its cues (`cues`). What is said stands in quotation marks or in a clause beside the cue
(`complements`); where the subject of the verb stands (`subjects`) follows from the language's `Grammar`. `verbs`, `frames`,
`colons` and `unknown` put the two together; `edges` tells where phrases end. English has rules of its own, in `reports`.
"""

from newsparse.enrichers.quotes.grammar.colons import colon_report
from newsparse.enrichers.quotes.grammar.cues import Occurrence, occurrences
from newsparse.enrichers.quotes.grammar.edges import end_of, phrase_after
from newsparse.enrichers.quotes.grammar.frames import frame_report
from newsparse.enrichers.quotes.grammar.sentence import Sentence
from newsparse.enrichers.quotes.grammar.unknown import unknown_verb_report
from newsparse.enrichers.quotes.grammar.verbs import verb_report
from newsparse.enrichers.quotes.languages import Word
from newsparse.enrichers.quotes.phrases import Range
from newsparse.enrichers.quotes.report import Report
from newsparse.enrichers.quotes.tokens import Tokens

_SUBJUNCTIVE = 25
"""Tokens of a sentence among which its verb in the subjunctive stands."""


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


def imply(these: list[Report], spoken: Report | None) -> None:
    """Tell the reports of verbs without a subject whose they are: the speaker's of the report before."""
    for report in these:
        if report.source is None and report.implied is None and report.cue and spoken is not None and report is not spoken:
            report.implied = spoken.source or spoken.implied
        spoken = report


def _subjunctive(tokens: Tokens, first: int, last: int) -> bool:
    return any(tokens.flags[k] & Word.SUBJUNCTIVE for k in range(first, min(last, first + _SUBJUNCTIVE)))


def _pointed_back(tokens: Tokens, before: Range, first: int, last: int) -> Report | None:
    """The report of "Das sagte X": the sentence before is what is said."""
    if not tokens.flags[first] & Word.DEMONSTRATIVE:
        return None
    for cue in occurrences(tokens, first, last)[:1]:
        between = all(tokens.flags[k] & Word.ADVERB for k in range(first + 1, cue.first))
        if cue.first <= first + 2 and between and cue.cue.position == "verb" and cue.cue.cue_class == "speech":
            source = phrase_after(tokens, cue.verb + 1, last)
            content = [(before[0], end_of(tokens, *before)), (first, first + 1)]
            return Report(content=content, cue=list(cue.parts), source=source, cue_class=cue.cue.cue_class, rule="pointed-back")
    return None


def reports(tokens: Tokens, first: int, last: int) -> list[Report]:
    """The reports of the sentence from token `first` to before `last`, in order."""
    found: list[Report] = []
    seen = occurrences(tokens, first, last)
    sentence = Sentence(tokens, first, last, found)
    for number, cue in enumerate(seen):
        sentence.limit = seen[number + 1].first if number + 1 < len(seen) else last
        report = _read(sentence, cue)
        if report is not None:
            _take_in(found, report)
            found.append(report)
    found += [report for rule in (colon_report, unknown_verb_report) if (report := rule(sentence)) is not None]
    return found


def _take_in(found: list[Report], report: Report) -> None:
    """Let a report of the words before its cue take in what was reported among them: whoever comes last says all of it."""
    if report.rule not in {"quote-then-cue", "clause-then-cue"} or not report.content:
        return
    start, end = report.content[0]
    for inner in [r for r in found if any(a < end and start < b for a, b in r.content)]:
        starts = [a for a, _ in [*inner.content, *inner.cue, *([inner.source] if inner.source else [])]]
        start = min(start, *starts)
        found.remove(inner)
    report.content[0] = (start, end)


def _read(sentence: Sentence, cue: Occurrence) -> Report | None:
    """What the cue reports; None where it reports nothing, or stands in what is reported already."""
    if any(start <= cue.first < end for report in sentence.earlier for start, end in [*report.content, *report.cue]):
        return None
    return verb_report(sentence, cue) if cue.cue.position == "verb" else frame_report(sentence, cue)
