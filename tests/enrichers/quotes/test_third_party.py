"""The door for models: the example of the docs, run as a plug-in with a model that is none."""

import importlib.util
from functools import partial
from pathlib import Path

import attrs
import pytest

import newsparse
from newsparse.model.check import problems
from newsparse.registry import Registry

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "spacy_quotes.py"


@attrs.define(eq=False)
class Token:
    """As much of a spaCy token as the example uses."""

    text: str
    idx: int
    dep_: str = ""
    children: list = attrs.field(factory=list)
    left: "Token | None" = None
    right: "Token | None" = None

    @property
    def left_edge(self):
        return self.left or self

    @property
    def right_edge(self):
        return self.right or self


def fake(text):
    """One parse: in "X said A" the words before the verb are its subject, those behind it its clause."""
    words, at = [], 0
    for word in text.split(" "):
        words.append(Token(word, at))
        at += len(word) + 1
    verb = next(k for k, token in enumerate(words) if token.text == "said")
    subject, clause = words[verb - 1], words[-1]
    subject.dep_, subject.left = "nsubj", words[0]
    clause.dep_, clause.left = "ccomp", words[verb + 1]
    words[verb].children = [subject, clause]
    return words


@pytest.fixture
def example():
    spec = importlib.util.spec_from_file_location("spacy_quotes", EXAMPLE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_whole_finder_comes_as_an_enricher(example):
    enricher = attrs.evolve(example.ENRICHER, enrich=partial(example.enrich, nlp=fake))
    registry = Registry(plugins=False).replacing(enricher)
    article = newsparse.parse_one(
        b"A year for the quay\n\nThe harbour board said repairs would take a year",
        format="text",
        enrich=("spacy-quotes",),
        registry=registry,
    )
    (quote,) = article.quotes
    assert (quote.text, quote.speaker.name, quote.cue) == ("repairs would take a year", "The harbour board", "said")
    assert quote.provenance.how == "model"
    assert problems(article) == ()


def test_the_example_is_forty_lines_of_code():
    lines = [line for line in EXAMPLE.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith('"""')]
    assert len(lines) <= 40
