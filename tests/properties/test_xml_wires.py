"""NITF and NewsML: the laws over damaged, cut and made-up documents."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.kit.carry import held
from newsparse.model import Article, Media
from newsparse.registry import default
from newsparse.testing import ReaderLaws, WriterLaws, outcomes, read_all, valid_files

CORPUS = Path(__file__).parent.parent / "corpus"
REGISTRY = default().without_plugins()
FORMATS = ("nitf", "newsml1", "newsmlg2")
SAMPLES = [(name, path) for name in FORMATS for path in valid_files(CORPUS / name)]
pytestmark = pytest.mark.law


class TestNitf(ReaderLaws):
    reader = REGISTRY.reader("nitf")
    corpus = CORPUS / "nitf"


class TestNewsml1(ReaderLaws):
    reader = REGISTRY.reader("newsml1")
    corpus = CORPUS / "newsml1"


class TestNewsmlG2(ReaderLaws):
    reader = REGISTRY.reader("newsmlg2")
    corpus = CORPUS / "newsmlg2"


def stated(articles: list[Article]) -> set[str]:
    """What is said outside of prose."""
    return {f"{name} {value!r}" for one in articles for name, values in held(one).items() for value in values if name in SURE}


SURE = frozenset(
    {
        *("uid", "slugline", "authors", "dateline", "dateline.date"),
        *(
            f"metadata.{name}"
            for name in ("urgency", "priority", "category", "version", "sequence", "words_declared", "keywords")
        ),
        *(f"metadata.stamps.{kind}" for kind in ("created", "updated", "released", "embargoed", "expires", "sent")),
        *(f"metadata.rights.{name}" for name in ("holder", "notice", "usage")),
    }
)
"""Fields in which half a value would be another one."""


@pytest.mark.parametrize(("name", "path"), SAMPLES, ids=lambda value: getattr(value, "name", value))
def test_a_cut_document_states_nothing_that_the_whole_does_not(name, path):
    reader, data = REGISTRY.reader(name), path.read_bytes()
    whole = stated(read_all(reader, data))
    for percent in range(3, 100, 7):
        assert stated(read_all(reader, data[: len(data) * percent // 100])) <= whole, percent


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="&<>"), min_size=1, max_size=12)
ELEMENTS = ("p", "hl2", "block", "ul", "li", "table", "tr", "td", "bq", "credit", "pre", "em", "q", "person", "br", "media",
            "media-caption", "note", "nitf-table", "x:odd", "hr", "a", "img", "dl", "dt", "dd", "figure", "caption")  # fmt: skip


@st.composite
def bodies(draw) -> str:
    """Markup of a body: elements of NITF in any order and nesting, well-formed."""
    parts, opened = [], []
    for _ in range(draw(st.integers(0, 25))):
        step = draw(st.sampled_from(("open", "close", "text")))
        if step == "open":
            opened.append(draw(st.sampled_from(ELEMENTS)))
            parts.append(f'<{opened[-1]} k="{len(parts)}">')
        elif step == "close" and opened:
            parts.append(f"</{opened.pop()}>")
        else:
            parts.append(draw(WORDS))
    return "".join(parts) + "".join(f"</{name}>" for name in reversed(opened))


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@pytest.mark.parametrize("name", FORMATS)
@given(body=bodies())
def test_any_markup_gives_a_sound_article_with_all_its_words(name, body):
    from newsparse.context import Context
    from newsparse.kit import xml
    from newsparse.model import walk

    wrapped = {
        "nitf": f"<nitf><head><title>T</title></head><body><body.content>{body}</body.content></body></nitf>",
        "newsml1": f"<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>T</HeadLine></NewsLines><ContentItem><DataContent>{body}"
        "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
        "newsmlg2": f'<newsItem guid="g"><contentMeta><headline>T</headline></contentMeta><contentSet><inlineXML>{body}</inlineXML>'
        "</contentSet></newsItem>",
    }[name]
    (found,) = outcomes(REGISTRY.reader(name), wrapped.encode())
    assert isinstance(found, Article)
    said = sorted(letters(xml.text(xml.parse(f"<x>{body}</x>".encode(), Context()))))
    told = [str(text) for _, text in walk.texts(found)]
    told += [block.data for block in walk.blocks(found) if hasattr(block, "data")]
    told += [f"{block.credit or ''}{block.extras!r}" for block in walk.blocks(found) if isinstance(block, Media)]
    kept = sorted(letters("".join(told)))
    for char in set(said):
        assert kept.count(char) >= said.count(char), char


class TestNitfWriter(WriterLaws):
    writer = REGISTRY.writer("nitf")


class TestNewsmlG2Writer(WriterLaws):
    writer = REGISTRY.writer("newsmlg2")


MANY = 6000
CROWDS = {
    "nitf-revisions": ("nitf", "<nitf><head><docdata>" + '<date.issue norm="20240101"/>' * MANY + "</docdata>"
                       + '<revision-history norm="20240101"/>' * MANY + "</head></nitf>"),
    "newsml1-subjects": ("newsml1", "<NewsML><NewsItem><NewsComponent><DescriptiveMetadata>"
                         + "".join(f'<SubjectCode><Subject FormalName="{n}"/></SubjectCode>' for n in range(MANY))
                         + "</DescriptiveMetadata></NewsComponent></NewsItem></NewsML>"),
    "newsml1-pieces": ("newsml1", "<NewsML><NewsItem><NewsComponent>"
                       + "".join(f"<NewsComponent><ContentItem><DataContent>{n}</DataContent></ContentItem>"
                                 f'<ContentItem Href="{n}.jpg"/></NewsComponent>' for n in range(MANY))
                       + "</NewsComponent></NewsItem></NewsML>"),
    "newsmlg2-creators": ("newsmlg2", '<newsItem guid="g"><contentMeta>'
                          + "".join(f'<creator literal="{n}"/>' for n in range(MANY)) + "</contentMeta></newsItem>"),
    "newsmlg2-items": ("newsmlg2", "<newsMessage><header>" + "<destination>d</destination>" * MANY + "</header><itemSet>"
                       + "".join(f'<newsItem guid="{n}"/>' for n in range(MANY)) + "</itemSet></newsMessage>"),
    "newsmlg2-broken": ("newsmlg2", "<newsMessage><header>" + "<destination>d</destination>" * 500 + "</header><itemSet>"
                        + "".join(f'<newsItem guid="{n}"/>' for n in range(500)) + "<</itemSet></newsMessage>"),
}  # fmt: skip


@pytest.mark.parametrize("crowd", CROWDS)
def test_many_of_a_kind_are_read(crowd):
    name, document = CROWDS[crowd]
    assert read_all(REGISTRY.reader(name), document.encode())
