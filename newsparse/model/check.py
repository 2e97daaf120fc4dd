"""problems(article): what the types cannot say and every article keeps.

Ids are unique; marks and spans lie inside their texts; a quote's text is what its spans cut; levels fit titles;
confidence belongs to what was inferred; no text holds a lone surrogate or a NUL. Readers call it through
`kit.build`, the conformance kit for everyone.
"""

from collections.abc import Iterator

from newsparse.model import walk
from newsparse.model.article import Article
from newsparse.model.blocks import Paragraph, Section, Table
from newsparse.model.place import Provenance, Span
from newsparse.model.text import Text, unwritable


def problems(article: Article) -> tuple[str, ...]:
    """One sentence for each rule that the article breaks; empty for a sound one.

    Nearly every article is sound, so the rules are first asked of the whole, and who breaks them only then.
    """
    found: list[str] = []
    if not _sound(article):
        found.extend(_bad_texts(article))
        found.extend(_bad_ids(article))
    found += [_bad_level(section) for section in article.sections if (section.title is None) != (section.level == 0)]
    if article.quotes or article.annotations:
        found.extend(_bad_standoff(article, {holder: text.text for holder, text in walk.texts(article)}))
    for name, provenance in article.provenance.items():
        if provenance.confidence is not None:
            found.extend(_bad_confidence(name, provenance))
    return tuple(found)


def _sound(article: Article) -> bool:
    """Whether every text may be written and holds its marks, all ids are there, each once, and no cell spans nothing."""
    texts = [text for text in (article.title, *article.deck, article.summary) if text is not None]
    ids: list[str] = []
    for section in article.sections:
        ids.append(section.id)
        if section.title is not None:
            texts.append(section.title)
        for block in walk.below(section.blocks):
            ids.append(block.id)
            if type(block) is Paragraph:  # most are
                texts.append(block.text)
            elif type(block) is not Table:
                texts += [text for _, text in walk.block_texts(block)]
            elif _spans_nothing(block):
                return False
            else:
                texts += walk.table_texts(block)
    ids += [quote.id for quote in article.quotes]
    ids += [annotation.id for annotation in article.annotations]
    distinct = set(ids)
    return len(distinct) == len(ids) and "" not in distinct and _are_sound(texts)


def _are_sound(texts: list[Text]) -> bool:
    for text in texts:
        if text.marks:
            size = len(text.text)
            for mark in text.marks:
                if not 0 <= mark.start <= mark.end <= size:
                    return False
    return not unwritable("".join([text.text for text in texts]))


def _bad_level(section: Section) -> str:
    return f"section {section.id}: level {section.level} and {'no ' if section.title is None else 'a '}title"


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
            if type(block) is Table and _spans_nothing(block):
                yield f"table {block.id}: a span below 1"
    for quote in article.quotes:
        yield from _claim(quote.id, seen)
    for annotation in article.annotations:
        yield from _claim(annotation.id, seen)


def _spans_nothing(table: Table) -> bool:
    for row in table.rows:
        for cell in row:
            if cell.colspan < 1 or cell.rowspan < 1:
                return True
    return False


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
