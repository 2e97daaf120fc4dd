"""Standard error: diagnostics as lines, one summary for each input, one line for each failure; and the exit status."""

import argparse
import contextlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import partial

import attrs

from newsparse.diagnostics import Diagnostic, Severity, counted, line, printable
from newsparse.errors import InputError, NewsparseError, ParseError, UsageError
from newsparse.model.article import Article
from newsparse.pipeline import Outcome, Pipeline
from newsparse.plugin import Document

_MOST = 20  # lines for one input; the rest is counted, and `check` shows all


@attrs.define
class Teller:
    """Tells what happened and keeps the score for the exit status."""

    threshold: Severity | None = None
    """From which severity a finding makes the exit status 1; None for none."""
    ignored: tuple[str, ...] = ()
    """Patterns of `code` or `code:field`: findings that are neither told nor a reason to fail."""
    good: int = 0
    failed: int = 0
    reached: bool = False
    _held: list[str] | None = None

    @classmethod
    def of(cls, options: argparse.Namespace) -> "Teller":
        """The teller that the flags ask for."""
        threshold = Severity[options.fail_on.upper()] if options.fail_on else Severity.WARNING if options.strict else None
        return cls(threshold, tuple(pattern for given in options.ignore for pattern in given.split(",")))

    def outcome(self, outcome: Outcome) -> None:
        """Tell the findings of a frame, or why it failed: at most three lines then."""
        if outcome.error is not None:
            self.failed += 1
            self._failure(outcome.error, outcome.label, len(self.counted(outcome.diagnostics)))
            return
        if outcome.article is not None:
            self.good += 1
        if outcome.diagnostics:
            self.findings(outcome.diagnostics, outcome.label)

    def counted(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Those that are not ignored; one as bad as the threshold is remembered."""
        left = [d for d in found if not any(map(partial(_fits, d), self.ignored))]
        if self.threshold is not None and any(d.severity >= self.threshold for d in left):
            self.reached = True
        return left

    def articles(self, found: Iterable[Document | InputError], pipeline: Pipeline) -> Iterator[tuple[str, Article]]:
        """(label, article) of every frame that could be read; what could not is told."""
        for outcome in self.outcomes(found, pipeline):
            if outcome.article is not None:
                yield outcome.label or "article", outcome.article

    def outcomes(self, found: Iterable[Document | InputError], pipeline: Pipeline) -> Iterator[Outcome]:
        """The outcome of every frame, told."""
        for document in found:
            if isinstance(document, InputError):
                self.failure(document)
                continue
            for outcome in pipeline.iter(document):
                self.outcome(outcome)
                yield outcome

    def findings(self, diagnostics: tuple[Diagnostic, ...], label: str | None) -> None:
        """Tell diagnostics, warnings and worse and what is a reason to fail, and one line that counts them."""
        least = min(self.threshold or Severity.WARNING, Severity.WARNING)
        told = [d for d in self.counted(diagnostics) if d.severity >= least]
        for diagnostic in told[:_MOST]:
            self._tell(line(diagnostic))
        if told:
            counts = Counter(d.code for d in told)
            what = ", ".join(f"{code} ({number})" for code, number in counts.most_common(6))
            more = ", …" if len(counts) > 6 else ""
            self._tell(f"warning: {printable(label or '<document>')}: {counted(len(told), 'finding')}: {what}{more}")

    def failure(self, error: NewsparseError, label: str | None = None) -> None:
        """Tell an input that could not be read at all; `label` where the error does not name it."""
        self.failed += 1
        self._failure(error, label, 0)

    def _failure(self, error: NewsparseError, label: str | None, findings: int) -> None:
        text = line(error.diagnostic) if isinstance(error, ParseError) else str(error)
        named = label and not isinstance(error, ParseError)
        self._tell(f"{printable(label)}: error: {text}" if named and label else f"error: {text}" if not label else text)
        if findings:
            self._tell(f"{counted(findings, 'more finding')}: newsparse check shows them")

    @contextlib.contextmanager
    def holding(self) -> Iterator[None]:
        """Tell what is found inside only if the call turns out to be a right one: a UsageError is told alone."""
        held: list[str] = []
        self._held = held
        try:
            yield
        except UsageError:
            held.clear()
            raise
        finally:
            self._held = None
            for text in held:
                _say(text)

    def _tell(self, text: str) -> None:
        if self._held is None:
            _say(text)
        else:
            self._held.append(text)

    def status(self) -> int:
        """0 all good, 1 some failed or the threshold was reached, 3 no article at all."""
        if not self.good:
            return 3
        return 1 if self.failed or self.reached else 0


def _fits(found: Diagnostic, pattern: str) -> bool:
    field = found.data.get("field")
    return fnmatchcase(found.code, pattern) or (isinstance(field, str) and fnmatchcase(f"{found.code}:{field}", pattern))


def usage(error: NewsparseError) -> int:
    """Tell a wrong call; returns its exit status."""
    _say(f"error: {error}")
    return 2


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
