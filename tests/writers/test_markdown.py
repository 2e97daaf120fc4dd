"""Markdown out, read by an independent CommonMark parser."""

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

import newsparse
from newsparse.context import Context
from newsparse.model import Article, Cell, ListBlock, Mark, Media, Paragraph, Preformatted, Section, Table, Text
from newsparse.model.frozen import FrozenMap
from newsparse.testing import articles

PARSER = MarkdownIt("commonmark").enable("table")


def parsed(markdown):
    return PARSER.parse(markdown)


def page(*blocks, title=None):
    article = Article(title=title, sections=(Section(id="s1", blocks=blocks),))
    return newsparse.render(article, "markdown:front_matter=no")


def words(token):
    return "".join("\n" if t.type in ("hardbreak", "softbreak") else t.content for t in token.children)


HOSTILE = [
    "# no heading", "- no list", "+ no list", "1. no list", "2) no list", "> no quote", "=====", "---", "***", "~~~", "```", "    no code",
    "[no](http://link.example)", "![no](http://image.example)", "<script>no</script>", "<http://no.example>", "&amp; &#65;", "*no* _no_ **no**",
    "`no code`", "a | b", "\\*", "[no]: http://reference.example", ": no term", "a\n# b", "a\n- b", "a\n1. b", "a\n===", "a\n---", "no\\", "$x$",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_one_paragraph_of_that_text(text):
    tokens = parsed(page(Paragraph(id="b1", text=Text(text))))
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert all(c.type in {"text", "text_special", "hardbreak"} for c in tokens[1].children)
    assert words(tokens[1]) == "\n".join(line.strip() for line in text.strip().split("\n"))


@given(articles())
def test_every_heading_stays_a_heading_of_its_words(article):
    tokens = parsed(newsparse.render(article, "markdown:front_matter=no"))
    found = sum(1 for t in tokens if t.type == "heading_open" and t.level == 0)
    assert found == (article.title is not None) + sum(s.title is not None for s in article.sections)


@given(articles())
def test_no_live_markup_but_our_own(article):
    tokens = parsed(newsparse.render(article, "markdown:front_matter=no"))
    children = [c for t in tokens for c in (t.children or [])]
    assert not [t for t in tokens if t.type == "html_block"]
    assert not [c for c in children if c.type == "html_inline"]
    links = [c.attrs["href"] for c in children if c.type == "link_open"]
    assert all(link.lower().startswith(("http://", "https://", "mailto:")) for link in links)


def test_marks_lists_tables_and_pictures():
    text = Text(
        "A fine ferry here",
        (
            Mark(kind="strong", start=2, end=6),
            Mark(kind="link", start=7, end=12, attrs=FrozenMap({"href": "https://a.example/b"})),
        ),
    )
    items = ((Paragraph(id="b3", text=Text("one")),), (Paragraph(id="b4", text=Text("two")),))
    rows = (
        (Cell(text=Text("h"), header=True), Cell(text=Text("i|j"), header=True)),
        (Cell(text=Text("1")), Cell(text=Text("2"))),
    )
    out = page(
        Paragraph(id="b1", text=text),
        ListBlock(id="b2", items=items, ordered=True, start=3),
        Table(id="b5", rows=rows),
        Media(id="b6", kind="picture", href="https://a.example/p.jpg", alt="quay", caption=Text("The quay")),
        Preformatted(id="b7", text=Text("a ``` b\n  c")),
        title=Text("A title # with *marks*"),
    )
    assert "A **fine** [ferry](<https://a.example/b>) here" in out
    types = [t.type for t in parsed(out)]
    assert "ordered_list_open" in types
    assert types.count("th_open") == types.count("td_open") == 2
    assert "![quay](<https://a.example/p.jpg>)\\\nThe quay" in out
    assert next(t for t in parsed(out) if t.type == "fence").content == "a ``` b\n  c\n"
    assert out.startswith("# A title \\# with \\*marks\\*")


def test_what_cannot_be_said_is_reported():
    ctx = Context()
    text = Text(
        "under ferry",
        (Mark(kind="underline", start=0, end=5), Mark(kind="link", start=6, end=11, attrs=FrozenMap({"href": "javascript:x"}))),
    )
    wide = Table(id="b2", rows=((Cell(text=Text("x"), colspan=2),),))
    article = Article(sections=(Section(id="s1", blocks=(Paragraph(id="b1", text=text), wide)),))
    assert "javascript" not in newsparse.render(article, "markdown:front_matter=no", ctx=ctx)
    assert {d.code for d in ctx.diagnostics} == {"markdown.lost-mark", "markdown.lost-colspan"}


def test_no_scanner_of_the_source_sees_live_markup():
    text = Text("<script>x</script> [a](javascript:b)")
    out = newsparse.render(Article(title=text, sections=(Section(id="s1", blocks=(Paragraph(id="b1", text=text),)),)), "markdown")
    assert "<script" not in out
    assert "](javascript" not in out


def test_the_front_matter_is_one_value_a_line():
    article = Article(title=Text("---\nno end"), sections=())
    out = newsparse.render(article, "markdown")
    assert out.split("\n")[:3] == ["---", 'title: "---\\nno end"', "---"]
