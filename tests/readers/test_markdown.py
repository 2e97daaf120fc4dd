"""The Markdown reader: what no file of the corpus shows alone."""

import datetime as dt

import pytest

import newsparse
from newsparse.errors import LimitExceeded
from newsparse.limits import Limits
from newsparse.model import Article, FrozenMap, ListBlock, Mark, Media, Paragraph, Provenance, Quote, Section, Span, Text
from newsparse.plugin import Document, Match
from newsparse.readers.markdown import READER
from newsparse.testing import ReaderLaws, bare


class TestMarkdownReader(ReaderLaws):
    reader = READER


def read(text):
    return newsparse.parse_one(text, format="markdown", enrich=())


def test_a_title_in_the_front_matter_is_repeated_by_the_first_heading():
    article = read("---\ntitle: One  title\n---\n\n# One title\n\nText.\n")
    assert article.headline == "One  title"
    assert [s.title for s in article.sections] == [None]
    other = read("---\ntitle: One title\n---\n\n# Another\n\nText.\n")
    assert [str(s.title) for s in other.sections] == ["Another"]


def test_front_matter_of_other_tools_is_read_by_its_keys():
    article = read(
        "---\ntitle: The quay\nauthors: [Ana Pires, Jo Berg]\ndate: 2024-05-07\nsource: Valley Courier\ncategories: [Local, Sea]\n---\nText.\n"
    )
    assert [a.name for a in article.authors] == ["Ana Pires", "Jo Berg"]
    assert article.published == dt.date(2024, 5, 7)
    assert article.metadata.provider.name == "Valley Courier"
    assert article.metadata.category == "Local"
    assert article.extras["markdown"]["front_matter"]["categories"] == ("Local", "Sea")


def test_quotes_come_back_with_their_places():
    words = Paragraph(id="b1", text=Text('She said: "We sail at nine."'))
    quote = Quote(id="q1", text="We sail at nine.", kind="direct", spans=(Span("b1", 11, 27),), provenance=Provenance("quotes"))
    article = Article(sections=(Section(id="s1", blocks=(words,)),), quotes=(quote,))
    assert bare(read(newsparse.render(article, "markdown"))) == article


def test_quotes_find_their_blocks_again_whatever_those_were_called():
    said, told = Text("“We sail,” she said."), Text("He sails, too.")
    picture = Media(id="pic", kind="picture", href="https://a.example/p.jpg", caption=told, credit="C")
    items = ((Paragraph(id="item", text=said),),)
    blocks = (Paragraph(id="void", text=Text(" ")), picture, ListBlock(id="list", items=items))
    quotes = [("item", said, 1, 9), ("pic.caption", told, 3, 8), ("head", Text("A head"), 0, 1)]
    made = tuple(
        Quote(
            id=f"q{n}",
            text=text.text[start:end],
            kind="direct",
            spans=(Span(holder, start, end),),
            provenance=Provenance("quotes"),
        )
        for n, (holder, text, start, end) in enumerate(quotes)
    )
    article = Article(sections=(Section(id="head", title=Text("A head"), level=1, blocks=blocks),), quotes=made)
    again = read(newsparse.render(article, "markdown"))
    assert [quote.text for quote in again.quotes] == [quote.text for quote in made]
    assert {span.holder for quote in again.quotes for span in quote.spans} == {"b4", "b1.caption", "s1"}


def test_code_strike_and_titles_of_links_come_back():
    target = FrozenMap({"href": "https://a.example/?b&copy;", "title": 'so "it" is'})
    code, gone = Mark(kind="code", start=0, end=4), Mark(kind="strike", start=5, end=9)
    text = Text("a`b` gone here", (code, gone, Mark(kind="link", start=10, end=14, attrs=target)))
    article = Article(sections=(Section(id="s1", blocks=(Paragraph(id="b1", text=text),)),))
    assert read(newsparse.render(article, "markdown")).sections[0].blocks[0].text == text


@pytest.mark.parametrize(
    ("label", "data", "match"),
    [
        ("a.md", b"words", Match.LIKELY),
        ("a", b"# One\n\n## Two\n", Match.LIKELY),
        ("a", b"---\ntitle: One\n---\n", Match.LIKELY),
        ("a.txt", b"# One\n\n## Two\n", Match.NO),
        ("a", b"One\n\nTwo\n", Match.NO),
        ("a.md", b"\x00\x01", Match.NO),
    ],
)
def test_markdown_is_known_by_its_signs_or_its_name(label, data, match):
    assert READER.sniff(Document(data=data, label=label).head()) is match


def test_marks_are_charged():
    with pytest.raises(LimitExceeded):
        newsparse.parse_one("*a* " * 20, format="markdown", limits=Limits(marks=10), enrich=())
