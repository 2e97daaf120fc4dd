"""Places: from a stretch of an article's whole text to spans by holder, for enrichers that read it as one string."""

from bisect import bisect_right

from newsparse.model import walk
from newsparse.model.article import Article
from newsparse.model.place import Span
from newsparse.model.quick import new_span


class Places:
    """Where each holder's text stands in one string, a newline between them."""

    def __init__(self, text: str, starts: dict[str, int]) -> None:
        self.text = text
        """The whole string that the places are in."""
        self._of = starts
        self._starts = list(starts.values())
        self._ends = [start - 1 for start in self._starts[1:]] + [len(text)]
        self._holders = list(starts)

    @classmethod
    def of(cls, article: Article) -> "Places":
        """The running text of an article (`walk.offsets`); tables, which hold none, are left out."""
        return cls(*walk.offsets(article, cells=False))

    @classmethod
    def bare(cls, text: str) -> "Places":
        """A string that is no article's: its holder is "text", and newlines part nothing."""
        return cls(text, {"text": 0})

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The stretch as spans, one a holder, in order; holders without a visible character of it are left out."""
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and end <= self._ends[index]:  # in one holder, as nearly all are
            base = self._starts[index]
            return (new_span(self._holders[index], start - base, end - base),) if self.text[start:end].strip() else ()
        found = []
        index = max(0, index)
        while index < len(self._starts) and self._starts[index] < end:
            base = self._starts[index]
            low, high = max(start, base), min(end, self._ends[index])
            if self.text[low:high].strip():
                found.append(new_span(self._holders[index], low - base, high - base))
            index += 1
        return tuple(found)

    def cut(self, span: Span) -> str:
        """The characters of a span that `spans` gave."""
        base = self._of[span.holder]
        return self.text[base + span.start : base + span.end]

    def offset(self, span: Span) -> int:
        """Where a span begins in the whole string."""
        return self._of[span.holder] + span.start
