"""The enricher `language`."""

import attrs

import newsparse
from newsparse.context import Context
from newsparse.enrichers.language import ENRICHER, Options
from newsparse.model.place import Provenance

TEXT = "Die Brücke\n\nDie Brücke über den Fluss wird im Herbst gesperrt, weil sie alt ist und nicht mehr trägt.\n"


def article(lang=None):
    made = newsparse.parse_one(TEXT, format="text", enrich=())
    return attrs.evolve(made, metadata=attrs.evolve(made.metadata, lang=lang))


def test_a_language_is_found_where_none_is_stated_and_says_so():
    found = ENRICHER.enrich(article(), Options(), Context())
    assert found.lang == "de"
    provenance = found.provenance["lang"]
    assert isinstance(provenance, Provenance)
    assert (provenance.by, provenance.how) == ("language", "rule")
    assert 0.3 <= provenance.confidence <= 1


def test_what_is_stated_stays():
    stated = article("en")
    assert ENRICHER.enrich(stated, Options(), Context()) is stated


def test_a_language_that_is_not_sure_enough_stays_open():
    unsure = article()
    assert ENRICHER.enrich(unsure, Options(min_confidence=1.0), Context()) is unsure


def test_quotes_are_looked_for_in_the_language_found():
    (quote,) = newsparse.find_quotes("Der Minister betonte, dass niemand seinen Arbeitsplatz verlieren werde.")
    assert quote.cue == "betonte"
