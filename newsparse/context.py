"""Context: all the world that a plug-in sees. It reports, it charges limits, and it knows neither clock nor disk."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs

from newsparse.diagnostics import Diagnostic, Severity, counted
from newsparse.errors import LimitExceeded, ParseError
from newsparse.limits import DEFAULT, Limits
from newsparse.model.article import DocumentInfo
from newsparse.model.frozen import FrozenMap, JsonMap
from newsparse.model.place import Origin


@attrs.define(kw_only=True, eq=False)
class Context:
    """What the pipeline hands to a plug-in for one document or frame.

    `reference_date` is the day to read "today" or a missing year from, None where the caller gave none (then neither is
    read). `url` is where the document came from. Diagnostics collect in `diagnostics`; one at `raise_at` or above raises.
    """

    limits: Limits = DEFAULT
    reference_date: dt.date | None = None
    url: str | None = None
    label: str | None = None
    document: DocumentInfo | None = None
    """What is known of the document before it is read; `kit.build` completes it."""
    dialects: tuple[JsonMap, ...] = ()
    """Dialect files that the caller gave (`kit.dialect`); they come before a reader's own."""
    raise_at: Severity = Severity.FATAL
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    _left: dict[str, int] = attrs.field(factory=dict, init=False)
    """What is left of each limit that was charged."""
    _untold: int = attrs.field(default=0, init=False)

    def report(
        self,
        code: str,
        message: str,
        *,
        at: Origin | None = None,
        severity: Severity = Severity.WARNING,
        hint: str | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        """Note a finding; ParseError if it is as bad as `raise_at`. Past `limits.diagnostics` findings are only counted."""
        if len(self.diagnostics) >= self.limits.diagnostics and severity < self.raise_at:
            self._untold += 1
            return
        found = self.diagnostic(code, message, at=at, severity=severity, hint=hint, data=data)
        if severity >= self.raise_at:
            raise ParseError(found)
        self.diagnostics.append(found)

    def diagnostic(
        self,
        code: str,
        message: str,
        *,
        at: Origin | None = None,
        severity: Severity = Severity.FATAL,
        hint: str | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> Diagnostic:
        """A diagnostic with this context's label, not yet reported."""
        return Diagnostic(
            code=code,
            severity=severity,
            message=message,
            origin=at,
            label=self.label,
            hint=hint,
            data=FrozenMap(data or {}),
        )

    def fail(self, code: str, message: str, *, at: Origin | None = None, hint: str | None = None) -> ParseError:
        """The ParseError to raise where there is no article: `raise ctx.fail(…)`."""
        return ParseError(self.diagnostic(code, message, at=at, hint=hint))

    def charge(self, limit: str, amount: int = 1, *, at: Origin | None = None) -> None:
        """Spend `amount` of the limit of that name; LimitExceeded past it."""
        left = self._left.get(limit)
        if left is None:
            left = getattr(self.limits, limit)
        self._left[limit] = left = left - amount
        if left < 0:
            raise self._exceeded(limit, at)

    def _exceeded(self, limit: str, at: Origin | None) -> LimitExceeded:
        allowed = getattr(self.limits, limit)
        return LimitExceeded(
            self.diagnostic(
                "limit.exceeded",
                f"more {limit.replace('_', ' ')} than {allowed:,}",
                at=at,
                hint=f"raise it with --limit {limit}=N",
                data={"limit": limit, "allowed": allowed},
            )
        )

    def finish(self) -> tuple[Diagnostic, ...]:
        """All findings, with one that counts those past the limit."""
        if self._untold:
            more = counted(self._untold, "more diagnostic") + " counted and not kept"
            self.diagnostics.append(self.diagnostic("limit.diagnostics", more, severity=Severity.WARNING))
            self._untold = 0
        return tuple(self.diagnostics)
