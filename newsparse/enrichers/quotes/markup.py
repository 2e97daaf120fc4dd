"""What the document itself marks as quoted: `q` marks with their source, block quotes with their attribution.

The engine takes these for quoted words although no marks stand there; who is said to be their source is asserted.
"""

from bisect import bisect_left
from collections.abc import Iterator

import attrs

from newsparse.kit.names import people
from newsparse.kit.spans import Places
from newsparse.model import walk
from newsparse.model.agents import Agent
from newsparse.model.article import Article
from newsparse.model.blocks import Block, Blockquote, Paragraph
from newsparse.model.place import Provenance, Span
from newsparse.model.quotes import Quote

_ASSERTED = Provenance("quotes:markup")
_SOURCE = "quote-source"
_DASHES = " \t\n—–―-"


@attrs.frozen
class Marked:
    """Spans that the document says are one quotation, and whom it names for it. `sure` is False for mere layout."""

    spans: tuple[Span, ...]
    speaker: Agent | None = None
    sure: bool = True


def marked(article: Article) -> list[Marked]:
    """The quotations that the document marks, in order; where two overlap, the first."""
    found: list[Marked] = []
    last: Span | None = None
    for one in _marked(article):
        first = one.spans[0]
        if last is None or first.holder != last.holder or first.start >= last.end:
            found.append(one)
            last = one.spans[-1]
    return found


def _marked(article: Article) -> Iterator[Marked]:
    blocks = [block for section in article.sections for block in walk.below(section.blocks)]
    quoted: set[str] = set()
    for block in blocks:
        if isinstance(block, Blockquote):
            quoted.update(inner.id for inner in walk.below(block.blocks))
            yield from _block(block)
        elif isinstance(block, Paragraph) and block.text.marks and block.id not in quoted:
            for mark in sorted(block.text.marks, key=lambda m: (m.start, -m.end)):
                if mark.kind == "q" and mark.end > mark.start:
                    source = mark.attrs.get(_SOURCE)
                    speaker = Agent(name=source, kind="unknown") if isinstance(source, str) and source.strip() else None
                    yield Marked((Span(block.id, mark.start, mark.end),), speaker)


def _block(block: Blockquote) -> Iterator[Marked]:
    spans = tuple(Span(p.id, 0, len(p.text.text)) for p in _paragraphs(block.blocks) if p.text.text.strip())
    if not spans:
        return
    said = block.attribution.text.strip(_DASHES) if block.attribution is not None else ""
    if not said:
        yield from (Marked((span,), sure=False) for span in spans)
        return
    named = people(said)
    yield Marked(spans, named[0] if named else Agent(name=said, kind="unknown"))


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    return (inner for inner in walk.below(blocks) if isinstance(inner, Paragraph))


def asserted(found: list[Quote], marks: list[Marked], places: Places) -> list[Quote]:
    """The found quotes with what the document asserts of them, and those that no rule found, in reading order."""
    spoken = [mark for mark in marks if mark.sure]
    if not spoken:
        return found
    by_holder: dict[str, list[Marked]] = {}
    for mark in spoken:
        by_holder.setdefault(mark.spans[0].holder, []).append(mark)
    taken: set[int] = set()
    kept = [_claimed(quote, by_holder, taken) for quote in found]
    kept += [_quote(mark, places) for mark in spoken if id(mark) not in taken]
    return sorted(kept, key=lambda quote: places.offset(quote.spans[0]))


def _claimed(quote: Quote, by_holder: dict[str, list[Marked]], taken: set[int]) -> Quote:
    """The quote, its speaker the asserted one where the document marks one of its spans."""
    for span in quote.spans:
        marks = by_holder.get(span.holder, [])
        at = max(0, bisect_left(marks, span.start, key=lambda mark: mark.spans[0].start) - 1)
        while at < len(marks) and marks[at].spans[0].start < span.end:
            mark = marks[at]
            at += 1
            if mark.spans[0].end > span.start:
                taken.add(id(mark))
                if mark.speaker is not None:
                    return attrs.evolve(quote, speaker=mark.speaker, speaker_spans=(), provenance=_ASSERTED)
    return quote


def _quote(mark: Marked, places: Places) -> Quote:
    text = " ".join(places.cut(span) for span in mark.spans)
    return Quote(id="q", text=text, spans=mark.spans, kind="direct", provenance=_ASSERTED, speaker=mark.speaker)
