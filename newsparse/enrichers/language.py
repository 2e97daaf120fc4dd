"""`language`: the article's language, where the document states none, from script and function words."""

import attrs

from newsparse.context import Context
from newsparse.kit.language import detect
from newsparse.model.article import Article
from newsparse.model.frozen import FrozenMap
from newsparse.model.place import Provenance
from newsparse.plugin import Enricher, option


@attrs.frozen
class Options:
    """How sure the language must be."""

    min_confidence: float = option(0.3, help="leave the language open below this, 0 to 1")


def enrich(article: Article, options: Options, ctx: Context) -> Article:  # noqa: ARG001
    """The article with `metadata.lang` and its provenance; unchanged where a language is stated or none is told."""
    if article.metadata.lang is not None:
        return article
    found = detect(article.text or article.headline or "")
    if found is None or found.confidence < options.min_confidence:
        return article
    return attrs.evolve(
        article,
        metadata=attrs.evolve(article.metadata, lang=found.code),
        provenance=FrozenMap({**article.provenance, "lang": Provenance("language", "rule", found.confidence)}),
    )


ENRICHER = Enricher(name="language", title="the language, where none is stated", enrich=enrich, options=Options, gives=("lang",))
