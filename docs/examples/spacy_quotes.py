"""An enricher of a third party: indirect quotes by a spaCy model. Publish it as an entry point of `newsparse.enrichers`."""

from functools import cache

import attrs

from newsparse import Enricher
from newsparse.kit.spans import Places
from newsparse.model.agents import Agent
from newsparse.model.place import Provenance
from newsparse.model.quotes import Quote
from newsparse.plugin import option


@attrs.frozen
class Options:
    model: str = option("en_core_web_sm", help="the spaCy model to load")


@cache
def load(model):
    import spacy  # an extra: imported on use

    return spacy.load(model)


def enrich(article, options, _ctx, nlp=None):
    places = Places.of(article)
    made = list(article.quotes)
    for verb in (nlp or load(options.model))(places.text):
        clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if clause is None or subject is None:
            continue
        spans = places.spans(*edges(clause))
        name = places.text[slice(*edges(subject))]
        made.append(Quote(
            id=f"spacy{len(made)}", text=" ".join(map(places.cut, spans)), spans=spans, kind="indirect", cue=verb.text,
            speaker=Agent(name=name), speaker_spans=places.spans(*edges(subject)), provenance=Provenance("spacy", "model", 0.5),
        ))  # fmt: skip
    return attrs.evolve(article, quotes=tuple(made))


def edges(token):
    return token.left_edge.idx, token.right_edge.idx + len(token.right_edge.text)


ENRICHER = Enricher(name="spacy-quotes", title="quotes by a spaCy model", enrich=enrich, options=Options, gives=("quotes",))
