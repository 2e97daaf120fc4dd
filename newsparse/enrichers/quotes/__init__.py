"""Who said what: direct, mixed and indirect quotes with their speakers, by rules and tables of words.

The way through the rooms: `marks` and `dialogue` find what is quoted, `lexer` and `tokens` make words and sentences of the
rest, `reports` goes over the cues of a sentence (`hits` tells verbs from nouns, `before` and `behind` look on their two
sides, `subjects`, `clauses` and `phrases` know the edges; `grammar` does the same for languages whose table has one),
`grouping` joins what belongs together, `people`, `speakers` and `titles` tell who is meant, `confidence` how surely. `markup`
adds what the document itself asserts, `languages` holds what differs between languages. No trained weights and no counted
lists: every word in a table was written by a person.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import partial

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.enrichers.quotes import languages, markup
from newsparse.enrichers.quotes.finder import LONGEST_LINE, find, renumbered, without_overlong
from newsparse.enrichers.quotes.languages import Language
from newsparse.kit.language import detect
from newsparse.kit.spans import Places
from newsparse.model import walk
from newsparse.model.article import Article
from newsparse.model.place import Span
from newsparse.model.quick import changed_article
from newsparse.model.quotes import Quote
from newsparse.plugin import Enricher, option

_FALLBACK = "en"
_SURE = 0.6
"""Confidence from which a language without a table is believed."""


@attrs.frozen
class Options:
    """How quotes are looked for."""

    lang: str = option("", help="read as this language, whatever the article says of its own")
    min_confidence: float = option(0.0, help="leave out quotes that are less sure, 0 to 1")


def find_quotes(text: str, lang: str | None = None, table: str | None = None) -> tuple[Quote, ...]:
    """The quotes of a bare text, in reading order; the holder of their spans is "text".

    `lang` is a BCP 47 code; UsageError where there is no table for it. None finds out from the text, takes English for one
    that does not tell, and finds nothing in a language that has no table. `table` is a language table of one's own, as TOML.
    """
    own = _own(table) if table is not None else {}
    code = lang or _detected(text, own)
    if lang is None and _table(code, own) is None:
        return ()
    return tuple(find(text, Places.bare(text), _table(code, own) or languages.load(code)))


def with_table(table: str) -> Enricher[Options]:
    """The enricher, with one more language: that of a table, as TOML. It comes before a built-in one of the same code."""
    return attrs.evolve(ENRICHER, enrich=partial(enrich, own=_own(table)))


def enrich(article: Article, options: Options, ctx: Context, own: Mapping[str, Language] | None = None) -> Article:
    """The article with the quotes of its body; those that it has already stay, and keep their places to themselves.

    `own` are languages beside the built-in ones, by code. An article in a language without a table is left as it is, with
    the diagnostic `quotes.no-language`.
    """
    places = Places.of(article)
    code = options.lang or article.lang or _detected(places.text, own or {})
    language = _table(code, own or {})
    if language is None:
        ctx.report("quotes.no-language", f"no table for language {code!r}; no quotes looked for")
        return article
    marks = markup.marked(article)
    marked = [(places.offset(span), places.offset(span) + span.end - span.start) for mark in marks for span in mark.spans]
    if places.text is not without_overlong(places.text):
        ctx.report(
            "quotes.overlong", f"no quotes looked for in lines of over {LONGEST_LINE:,} characters", severity=Severity.INFO
        )
    new = markup.asserted(find(places.text, places, language, _context(article), marked), marks, places)
    if options.min_confidence:
        new = [quote for quote in new if _sure(quote, options)]
    if article.quotes:
        taken = _taken(article)
        new = [quote for quote in new if not any(taken(span) for span in quote.spans)]
    return changed_article(article, quotes=(*article.quotes, *renumbered(new, _ids(article)))) if new else article


def _own(table: str) -> dict[str, Language]:
    language = languages.parse(table)
    return {language.code: language}


def _table(code: str, own: Mapping[str, Language]) -> Language | None:
    """The language of a code, the caller's own first; None where there is no table for it."""
    mine = (own.get(code) or own.get(code.split("-", maxsplit=1)[0].lower())) if own else None
    return languages.find(code) if mine is None else mine


def _detected(text: str, own: Mapping[str, Language]) -> str:
    """The code of the text's language; English where the text does not tell for sure."""
    found = detect(text, {code: language.function_words() for code, language in own.items()})
    if found is None or (_table(found.code, own) is None and found.confidence < _SURE):
        return _FALLBACK
    return found.code


def _context(article: Article) -> tuple[str, ...]:
    """Lines that may name people in full: headline, deck, bylines."""
    lines = [article.headline or ""]
    lines += [deck.text for deck in article.deck]
    lines += [agent.name for byline in article.bylines for agent in byline.agents]
    return tuple(filter(None, lines))


def _sure(quote: Quote, options: Options) -> bool:
    """Whether a quote is as sure as asked for; what the document asserts is."""
    return quote.provenance.confidence is None or quote.provenance.confidence >= options.min_confidence


def _taken(article: Article) -> Callable[[Span], bool]:
    """A function that tells whether the article has a quote already where a span lies."""
    by_holder: dict[str, list[tuple[int, int]]] = {}
    for quote in article.quotes:
        for span in quote.spans:
            by_holder.setdefault(span.holder, []).append((span.start, span.end))
    for places in by_holder.values():
        places.sort()
        for number, (start, end) in enumerate(places[1:], 1):  # ends never go down, so that one look tells
            places[number] = (start, max(end, places[number - 1][1]))

    def taken(span: Span) -> bool:
        places = by_holder.get(span.holder, [])
        before = bisect_left(places, (span.end, 0)) - 1
        return before >= 0 and places[before][1] > span.start

    return taken


def _ids(article: Article) -> frozenset[str]:
    names = {quote.id for quote in article.quotes}
    names.update(annotation.id for annotation in article.annotations)
    for section in article.sections:
        names.add(section.id)
        names.update([block.id for block in walk.below(section.blocks)])
    return frozenset(names)


ENRICHER = Enricher(name="quotes", title="who said what", enrich=enrich, options=Options, needs=("lang",), gives=("quotes",))
