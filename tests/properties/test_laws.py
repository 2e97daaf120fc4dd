import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.builtin import BUILTIN
from newsparse.context import Context
from newsparse.model import Article
from newsparse.model.check import problems
from newsparse.registry import default
from newsparse.testing import additive, articles, identity, outcomes, settled

pytestmark = pytest.mark.law
REGISTRY = default().without_plugins()
READERS, WRITERS = BUILTIN["newsparse.readers"], BUILTIN["newsparse.writers"]


@given(articles())
def test_drawn_articles_are_sound(article: Article) -> None:
    assert problems(article) == ()


@given(articles())
def test_json_is_the_identity(article: Article) -> None:
    identity(article)


@pytest.mark.parametrize("name", READERS)
@given(data=st.binary(max_size=300))
def test_any_bytes_give_an_article_or_a_parse_error(name: str, data: bytes) -> None:
    list(outcomes(REGISTRY.reader(name), data))


@pytest.mark.parametrize("name", WRITERS)
@given(article=articles())
def test_every_article_can_be_written(name: str, article: Article) -> None:
    writer = REGISTRY.writer(name)
    assert b"".join(writer.write([article], writer.options(), Context())) is not None


@pytest.mark.parametrize("name", sorted(set(READERS) & set(WRITERS) & {"json", "xml", "markdown"}))
@given(article=articles())
def test_the_second_round_is_settled(name: str, article: Article) -> None:
    settled(REGISTRY.reader(name), REGISTRY.writer(name), article)


@pytest.mark.parametrize("name", BUILTIN["newsparse.enrichers"])
@given(article=articles())
def test_an_enricher_leaves_what_is_asserted(name: str, article: Article) -> None:
    additive(REGISTRY.enricher(name), article)
