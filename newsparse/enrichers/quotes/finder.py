"""The whole way from a text to its quotes: marks, tokens, reports, groups, speakers."""

import re
from collections.abc import Sequence

import attrs

from newsparse.enrichers.quotes import confidence, grouping
from newsparse.enrichers.quotes.dialogue import spoken
from newsparse.enrichers.quotes.grouping import Statement
from newsparse.enrichers.quotes.languages import Language
from newsparse.enrichers.quotes.marks import Stretch, stretches
from newsparse.enrichers.quotes.phrases import Range
from newsparse.enrichers.quotes.speakers import Cast
from newsparse.enrichers.quotes.tokens import QUOTED, WORD, Tokens, tokenise
from newsparse.kit.spans import Places
from newsparse.model.place import Span
from newsparse.model.quick import new_provenance, new_quote
from newsparse.model.quotes import Quote, QuoteKind

LONGEST_LINE = 50_000
"""Characters of a line in which quotes are looked for: the longest paragraph of a novel has a tenth of it."""
_OVERLONG = re.compile(rf"[^\n]{{{LONGEST_LINE + 1},}}")
_MOSTLY = 0.95
"""Share of the words inside quotation marks from which a quote is direct."""


def find(
    text: str,
    places: Places,
    language: Language,
    context: tuple[str, ...] = (),
    marked: Sequence[tuple[int, int]] = (),
) -> list[Quote]:
    """The quotes of a text, in order of their first span; their ids count from q1.

    `places` tells the holder of each stretch. `context` are lines that name people and report nothing: the headline.
    `marked` are stretches of the text, in order, that are quoted though no marks stand there. Lines of over `LONGEST_LINE`
    characters hold none.
    """
    text = without_overlong(text)
    tokens = tokenise(text, language, spoken(text, language, _with_marked(stretches(text, language), marked)))
    found = grouping.statements(tokens)
    if not found:  # then nobody has to be known
        return []
    cast = Cast(tokens, context)
    return [_quote(tokens, places, cast, number, statement) for number, statement in enumerate(found, 1)]


def without_overlong(text: str) -> str:
    """`text` with blanks for the lines that are too long to be prose; the same string where there is none."""
    if len(text) <= LONGEST_LINE:
        return text
    return _OVERLONG.sub(lambda found: " " * len(found[0]), text)


def _with_marked(found: list[Stretch], marked: Sequence[tuple[int, int]]) -> list[Stretch]:
    """Both kinds of quoted stretches, in order; what a stretch with marks covers or crosses is that stretch."""
    if not marked:
        return found
    free = []
    at = 0
    for start, end in marked:
        while at < len(found) and found[at].end <= start:
            at += 1
        if at >= len(found) or found[at].start >= end:
            free.append(Stretch(start, end, start, end))
    return sorted([*found, *free], key=lambda stretch: stretch.start)


def _quote(tokens: Tokens, places: Places, cast: Cast, number: int, statement: Statement) -> Quote:
    report = statement.report
    spans = _spans(tokens, places, report.content)
    cue_spans = _spans(tokens, places, report.cue)
    kind = _kind(tokens, report.content)
    speaker = cast.agent(report.source or report.implied, statement.sentence)
    return new_quote(
        id=f"q{number}",
        text=" ".join(map(places.cut, spans)),
        spans=spans,
        kind=kind,
        provenance=new_provenance(f"quotes:{report.rule}", "rule", confidence.of(report, kind, speaker)),
        speaker=speaker,
        speaker_spans=_spans(tokens, places, [report.source] if report.source else []),
        cue=" ".join(map(places.cut, cue_spans)) or None,
        cue_spans=cue_spans,
        cue_class=report.cue_class,
    )


def _spans(tokens: Tokens, places: Places, ranges: list[Range]) -> tuple[Span, ...]:
    found: tuple[Span, ...] = ()
    for first, last in ranges:
        if last > first:
            found += places.spans(tokens.starts[first], tokens.ends[last - 1])
    return found


def _kind(tokens: Tokens, content: list[Range]) -> QuoteKind:
    """By the share of the words that stand inside quotation marks."""
    flags = tokens.flags
    inside = outside = 0
    if not any(QUOTED in flags[first:last] for first, last in content):
        return "indirect"
    for first, last in content:
        for at in range(first, last):
            if flags[at] & WORD:
                outside += 1
            elif flags[at] & QUOTED:
                stretch = tokens.stretches[at]
                inside += 1 + tokens.text.count(" ", stretch.inner_start, stretch.inner_end)
    return "direct" if inside >= _MOSTLY * (inside + outside) else "mixed"


def renumbered(quotes: list[Quote], taken: frozenset[str]) -> list[Quote]:
    """The quotes with ids that nothing else in the article bears."""
    found, number = [], 0
    for quote in quotes:
        number += 1
        while f"q{number}" in taken:
            number += 1
        found.append(quote if quote.id == f"q{number}" else attrs.evolve(quote, id=f"q{number}"))
    return found
