"""The laws, over every built-in format: the same classes that the author of a plug-in subclasses."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from newsparse.builtin import BUILTIN
from newsparse.kit.charset import decode
from newsparse.kit.lines import visible
from newsparse.model import Article
from newsparse.model.check import problems
from newsparse.readers.text.tables import CODES, FIELDS, LANGUAGES
from newsparse.registry import default
from newsparse.testing import EnricherLaws, ReaderLaws, WriterLaws, articles, identity, words_of

pytestmark = pytest.mark.law
CORPUS = Path(__file__).parent.parent / "corpus"
REGISTRY = default().without_plugins()
SETTLED = frozenset({"json", "xml", "markdown"})
"""The formats that give back whatever they are given; those that carry less have tests of their own."""


@given(articles())
def test_drawn_articles_are_sound(article: Article) -> None:
    assert problems(article) == ()


@given(articles())
def test_json_is_the_identity(article: Article) -> None:
    identity(article)


class TestText(ReaderLaws):
    reader = REGISTRY.reader("text")
    corpus = CORPUS / "text"
    unsaid = frozenset(word for label in (*FIELDS, *CODES, *LANGUAGES, "1", "2", "3") for word in words_of(label))

    def visible(self, data):
        return visible(decode(data).text)[0]


class TestMarkdown(ReaderLaws):
    reader = REGISTRY.reader("markdown")
    corpus = CORPUS / "markdown"

    def visible(self, data):
        text = re.sub(r"\A(---|\+\+\+)\n(?:.*\n)*?\1\n(?=\n)", "", data.decode())  # its words have tests of their own
        tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
        return "\n".join(_words(token) for token in tokens)


def _words(token):
    if token.children:
        return "".join(_words(child) for child in token.children)
    return " " if token.type.endswith("break") else "" if token.type == "html_inline" else token.content


def _samples(name):
    return CORPUS / name if (CORPUS / name / "valid").exists() else None


for _name in BUILTIN["newsparse.readers"]:
    if _name not in {"text", "markdown"}:
        _made = type(f"Test{_name.title()}Reader", (ReaderLaws,), {"reader": REGISTRY.reader(_name), "corpus": _samples(_name)})
        globals()[_made.__name__] = _made
for _name in BUILTIN["newsparse.writers"]:
    _reader = REGISTRY.reader(_name) if _name in SETTLED else None
    _written = type(f"Test{_name.title()}Writer", (WriterLaws,), {"writer": REGISTRY.writer(_name), "reader": _reader})
    globals()[_written.__name__] = _written
for _name in BUILTIN["newsparse.enrichers"]:
    _enriched = type(f"Test{_name.title()}Enricher", (EnricherLaws,), {"enricher": REGISTRY.enricher(_name)})
    globals()[_enriched.__name__] = _enriched
del _made, _written, _enriched
