"""NITF and NewsML-G2, written: valid by the IPTC's schemas for any article, and read back as declared."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from newsparse.api import parse
from newsparse.builtin import BUILTIN
from newsparse.context import Context
from newsparse.errors import NewsparseError
from newsparse.model import Article
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


def written(name: str, article: Article) -> bytes:
    writer = REGISTRY.writer(name)
    return b"".join(writer.write([article], writer.options(), Context()))


def hold_valid(name: str, article: Article) -> None:
    tree = etree.fromstring(written(name, article))
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
