"""Statements: what one speaker says in one go, over interruptions, sentences and re-opened paragraphs."""

import attrs

from newsparse.enrichers.quotes import grammar
from newsparse.enrichers.quotes.phrases import among
from newsparse.enrichers.quotes.report import Report
from newsparse.enrichers.quotes.reports import reports
from newsparse.enrichers.quotes.tokens import NEWLINE, QUOTED, WORD, Tokens

_DASHES = frozenset("–—―")
_QUOTING = frozenset(
    {
        "quote-then-cue",
        "clause-then-cue",
        "cue-then-quote",
        "cue-colon",
        "cue-then-paragraph",
        "colon-then-quote",
        "quote-then-word",
    }
)


@attrs.define
class Statement:
    """A report, grown by the quoted sentences that go on with it; `sentence` is the number of the one with the cue."""

    report: Report
    sentence: int


def statements(tokens: Tokens) -> list[Statement]:
    """All statements of the text, in order."""
    found: list[Statement] = []
    going: Report | None = None
    spoken: Report | None = None
    before = (-1, -1)
    by_grammar = tokens.language.grammar is not None
    read = grammar.reports if by_grammar else reports
    for number, (first, last) in enumerate(tokens.sentences):
        turn = going is not None and going.rule == "transcript" and _goes_on(tokens, going, first, last)
        these = [] if turn else read(tokens, first, last)
        if these:
            going = _open(tokens, these, first, last)
        elif going is not None and _goes_on(tokens, going, first, last):
            _grow(tokens, going, first, last)
        else:
            going = None
            more = grammar.implied(tokens, before, first, last, spoken) if by_grammar and first == before[1] else None
            these = [more] if more is not None else []
        if by_grammar:
            grammar.imply(these, spoken)
        if these:
            found += [Statement(report, number) for report in these if report is not spoken]
        spoken = these[-1] if these else going
        before = (first, last)
    return [statement for statement in found if _visible(tokens, statement.report)]


def _visible(tokens: Tokens, report: Report) -> bool:
    """Whether what is said has a word, or quoted words."""
    for first, last in report.content:  # noqa: SIM110  `any` would make a generator
        if among(tokens.flags[first:last], WORD | QUOTED):
            return True
    return False


def _open(tokens: Tokens, these: list[Report], first: int, last: int) -> Report | None:
    """The report of a sentence that the next one may go on with."""
    if these[-1].rule in {"transcript", "cue-then-paragraph"}:
        return these[-1]
    if QUOTED not in tokens.flags[first:last]:
        return None
    return next((report for report in reversed(these) if report.rule in _QUOTING), these[-1])


def _goes_on(tokens: Tokens, report: Report, first: int, last: int) -> bool:
    """Whether a sentence without a cue goes on with the report before it.

    Quoted words do in their paragraph, where the mark was left open, and in the paragraph behind "…," X said; a turn of a
    transcript does to its paragraph's end.
    """
    new_paragraph = first > 0 and bool(tokens.flags[first - 1] & NEWLINE)
    if report.rule == "transcript":
        return not new_paragraph
    while (
        first < last
        and tokens.language.grammar is not None
        and tokens.words[first] in _DASHES
        and not tokens.flags[first] & QUOTED
    ):
        first += 1  # «A, — said he. — B»
    if first >= last or not tokens.flags[first] & QUOTED:
        return False
    if among(tokens.flags[first:last], WORD):
        return not new_paragraph and report.rule == "quote-then-cue"
    if not report.content:
        return True
    at = first - 1
    while at >= 0 and tokens.flags[at] & NEWLINE:
        at -= 1
    before = tokens.stretches.get(at)
    if before is None:
        return not new_paragraph or report.rule == "quote-then-cue"
    return not new_paragraph or not before.closed


def _grow(tokens: Tokens, report: Report, first: int, last: int) -> None:
    """Add a sentence; one range where only blank stands between."""
    begin, end = report.content[-1] if report.content else (first, first)
    if report.content and not among(tokens.flags[end:first], WORD | QUOTED):
        report.content[-1] = (begin, last)
    else:
        report.content.append((first, last))
