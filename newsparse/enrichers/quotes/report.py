"""What the rules look around and what they make: a reporting verb in its place, and a report."""

from typing import Final

import attrs

from newsparse.enrichers.quotes.languages import Cue
from newsparse.enrichers.quotes.phrases import Range
from newsparse.model.quick import maker
from newsparse.model.quotes import CueClass


@attrs.define(kw_only=True)
class Report:
    """One report, in tokens. `rule` names how it was found; `source` None means that nobody is named.

    `implied` is then the phrase elsewhere whose speaker it still is, where the grammar says so.
    """

    content: list[Range]
    cue: list[Range]
    source: Range | None
    cue_class: CueClass
    rule: str
    implied: Range | None = None


@attrs.define
class Hit:
    """A reporting verb in its place: `first` with its auxiliaries, `verb` its own first token, `last` past it."""

    cue: Cue
    first: int
    verb: int
    last: int
    form: str
    """finite, participle, infinitive or passive."""


new_report: Final = maker(Report)


def report_of(hit: Hit, content: list[Range], source: Range | None, rule: str) -> Report:
    """A report whose cue is the hit."""
    return new_report(content=content, cue=[(hit.first, hit.last)], source=source, cue_class=hit.cue.cue_class, rule=rule)
