"""NITF and NewsML-G2, written: valid by the IPTC's schemas for any article, and read back as declared."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsparse.api import parse
from newsparse.builtin import BUILTIN
from newsparse.context import Context
from newsparse.errors import NewsparseError
from newsparse.model import Article, Blockquote, Cell, FrozenMap, Mark, Media, Paragraph, Section, Table, Text
from newsparse.registry import default
from newsparse.testing import articles, settled, valid_files
from newsparse.testing.laws import broken

HERE = Path(__file__).parent.parent
REGISTRY = default().without_plugins()
SCHEMAS = {"nitf": "nitf/nitf-3-6.xsd", "newsmlg2": "newsmlg2/NewsML-G2_2.35-spec-All-Power.xsd"}
FORMATS = [name for name in SCHEMAS if name in BUILTIN["newsparse.writers"]]
SAMPLES = [path for folder in sorted((HERE / "corpus").glob("*/valid")) for path in valid_files(folder.parent)]


@cache
def schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(file=str(HERE / "schemas" / SCHEMAS[name]))


def written(name: str, article: Article, **options: bool) -> bytes:
    writer = REGISTRY.writer(name)
    return b"".join(writer.write([article], writer.options(**options), Context()))


def hold_valid(name: str, article: Article, **options: bool) -> None:
    tree = etree.fromstring(written(name, article, **options))
    assert schema(name).validate(tree), schema(name).error_log


@cache
def read(path: Path) -> tuple[Article, ...]:
    try:
        return tuple(parse(path.read_bytes(), enrich=("quotes",)))
    except NewsparseError:
        return ()


@pytest.mark.law
@pytest.mark.parametrize("name", FORMATS)
@given(article=articles())
def test_any_article_is_valid(name, article):
    hold_valid(name, article)


@pytest.mark.law
@given(article=articles())
def test_any_message_is_valid(article):
    hold_valid("newsmlg2", article, message=True, headline_marks=True)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.parent.name}-{path.name}")
def test_a_message_of_every_sample_is_valid(path):
    for article in read(path):
        hold_valid("newsmlg2", article, message=True, headline_marks=True)


KINDS = ("emphasis", "strong", "sub", "link", "q", "person", "org", "place", "event", "date", "money", "break", "lang", "nitf:x")
VALUES = st.sampled_from(("", "x", "male", "en", "en GB", "https://example.org/a", "javascript:x", "a b", '<&"'))
ATTRIBUTES = st.dictionaries(
    st.sampled_from(("href", "title", "quote-source", "idsrc", "value", "gender", "norm", "lang", "unit")), VALUES, max_size=3
).map(FrozenMap)


@st.composite
def marked(draw) -> Text:
    """A text with marks of every kind, crossing or not."""
    characters = draw(st.text("ab \n<&\u00e9", max_size=12))
    size = len(characters)
    made = []
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, size))
        made.append(
            Mark(kind=draw(st.sampled_from(KINDS)), start=start, end=draw(st.integers(start, size)), attrs=draw(ATTRIBUTES))
        )
    return Text(characters, tuple(made))


@pytest.mark.law
@pytest.mark.parametrize("name", FORMATS)
@given(texts=st.lists(marked(), min_size=1, max_size=3))
def test_any_marks_are_valid(name, texts):
    blocks = [Paragraph(id=f"b{number}", text=text) for number, text in enumerate(texts)]
    quote = Blockquote(id="q", blocks=(), attribution=texts[0])
    table = Table(id="t", rows=((Cell(text=texts[0]),),), caption=texts[0])
    media = Media(id="m", kind="picture", href="https://example.org/p.jpg", caption=texts[0])
    section = Section(id="s1", title=texts[0], level=1, blocks=(*blocks, quote, table, media))
    hold_valid(name, Article(title=texts[0], deck=(texts[0],), summary=texts[0], sections=(section,)))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.parent.name}-{path.name}")
def test_every_sample_is_valid_and_comes_back_as_declared(path):
    for name in FORMATS:
        for article in read(path):
            hold_valid(name, article)
            assert broken(REGISTRY.reader(name), REGISTRY.writer(name), article) == {}


@pytest.mark.parametrize("name", FORMATS)
def test_the_second_round_is_settled(name):
    for path in valid_files(HERE / "corpus" / name):
        for article in read(path):
            settled(REGISTRY.reader(name), REGISTRY.writer(name), article)
