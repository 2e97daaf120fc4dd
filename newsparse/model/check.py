"""problems(article): what the types cannot say and every article keeps.

Ids are unique; marks and spans lie inside their texts; a quote's text is what its spans cut; levels fit titles;
confidence belongs to what was inferred; no text holds a lone surrogate or a NUL. Readers call it through
`kit.build`, the conformance kit for everyone.
"""

from collections.abc import Iterator

from newsparse.model import walk
from newsparse.model.article import Article
from newsparse.model.blocks import Table
from newsparse.model.place import Provenance, Span
from newsparse.model.text import Text, unwritable


def problems(article: Article) -> tuple[str, ...]:
    """One sentence for each rule that the article breaks; empty for a sound one."""
    return tuple(_problems(article))


def _problems(article: Article) -> Iterator[str]:
    if not _sound(walk.lines(article)):  # one look at all of them, without their names: nearly every article is sound
        yield from _bad_texts(article)
    yield from _bad_ids(article)
    for section in article.sections:
        if (section.title is None) != (section.level == 0):
            yield f"section {section.id}: level {section.level} and {'no ' if section.title is None else 'a '}title"
    if article.quotes or article.annotations:
        yield from _bad_standoff(article, {holder: text.text for holder, text in walk.texts(article)})
    for name, provenance in article.provenance.items():
        yield from _bad_confidence(name, provenance)


def _sound(lines: list[Text]) -> bool:
    """Whether every text may be written and holds its marks."""
    for text in lines:
        for mark in text.marks:
            if not 0 <= mark.start <= mark.end <= len(text.text):
                return False
    return not unwritable("".join([text.text for text in lines]))


def _bad_texts(article: Article) -> Iterator[str]:
    for holder, text in walk.texts(article):
        if unwritable(text.text):
            yield f"{holder}: a NUL or a lone surrogate in the text"
        for mark in text.marks:
            if not 0 <= mark.start <= mark.end <= len(text.text):
                yield f"{holder}: mark {mark.kind} {mark.start}-{mark.end} outside 0-{len(text.text)}"


def _bad_ids(article: Article) -> Iterator[str]:
    seen: set[str] = set()
    for section in article.sections:
        yield from _claim(section.id, seen)
        for block in walk.below(section.blocks):
            if not block.id or block.id in seen:
                yield from _claim(block.id, seen)
            seen.add(block.id)
            if type(block) is Table and any(c.colspan < 1 or c.rowspan < 1 for row in block.rows for c in row):
                yield f"table {block.id}: a span below 1"
    for quote in article.quotes:
        yield from _claim(quote.id, seen)
    for annotation in article.annotations:
        yield from _claim(annotation.id, seen)


def _claim(name: str, seen: set[str]) -> Iterator[str]:
    if not name or name in seen:
        yield f"id {name!r} is {'empty' if not name else 'used twice'}"
    seen.add(name)


def _bad_standoff(article: Article, held: dict[str, str]) -> Iterator[str]:
    for quote in article.quotes:
        every = (*quote.spans, *quote.speaker_spans, *quote.cue_spans)
        outside = [fault for span in every for fault in _bad_span(quote.id, span, held)]
        yield from outside
        if not quote.spans:
            yield f"quote {quote.id}: no span"
        elif not outside and quote.text != " ".join(held[s.holder][s.start : s.end] for s in quote.spans):
            yield f"quote {quote.id}: its text is not what its spans cut out"
        yield from _bad_confidence(quote.id, quote.provenance)
    for annotation in article.annotations:
        for span in annotation.spans:
            yield from _bad_span(annotation.id, span, held)
        yield from _bad_confidence(annotation.id, annotation.provenance)


def _bad_span(owner: str, span: Span, held: dict[str, str]) -> Iterator[str]:
    text = held.get(span.holder)
    if text is None:
        yield f"{owner}: a span into {span.holder!r}, which is no text here"
    elif not 0 <= span.start <= span.end <= len(text):
        yield f"{owner}: span {span.start}-{span.end} outside {span.holder} (0-{len(text)})"


def _bad_confidence(owner: str, provenance: Provenance) -> Iterator[str]:
    if provenance.confidence is None:
        return
    if provenance.how == "asserted":
        yield f"{owner}: a confidence on what is asserted"
    elif not 0 <= provenance.confidence <= 1:
        yield f"{owner}: confidence {provenance.confidence} outside 0-1"
