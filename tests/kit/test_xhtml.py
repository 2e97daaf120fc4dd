"""Markup for HTML bodies: one string that is HTML and XML at once."""

import attrs
import pytest
from hypothesis import given
from lxml import etree
from lxml import html as lxml_html

from newsparse.context import Context
from newsparse.kit import bodies
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.xhtml import Xhtml
from newsparse.model import Article, Blockquote, Dateline, ListBlock, Mark, Media, Paragraph, Preformatted, Section, Text
from newsparse.testing import articles


def body(*blocks, title=None):
    ctx = Context()
    section = Section(id="s1", title=title, level=1 if title else 0, blocks=blocks)
    made = Xhtml(ctx=ctx, name="x").sections([section])
    assert not ctx.diagnostics
    return made


def test_a_heading_of_the_first_level_is_h2():
    assert body(title=Text("Later")) == "<h2>Later</h2>\n"


def test_a_body_has_no_ids():
    inner = Paragraph(id="b2", text=Text("one & two"))
    made = body(ListBlock(id="b1", items=((inner,),)), Blockquote(id="b3", blocks=()))
    assert made == "<ul>\n<li><p>one &amp; two</p>\n</li>\n</ul>\n<blockquote>\n</blockquote>\n"


def test_a_picture_keeps_only_the_alternative_text_that_it_has():
    media = Media(id="b1", kind="picture", href="https://example.org/a.jpg", caption=Text("A quay"))
    assert '<img src="https://example.org/a.jpg" alt=""/>' in body(media)


def test_a_line_end_right_behind_pre_survives():
    root = lxml_html.fragment_fromstring(body(Preformatted(id="b1", text=Text("\na\n b"))))
    assert root.text.endswith("\na\n b")


def test_a_language_is_said_where_it_is_another():
    assert body(Paragraph(id="b1", text=Text("x"), lang="ar")) == '<p lang="ar" dir="rtl">x</p>\n'


def test_a_writer_says_its_own_marks():
    own = Xhtml(ctx=Context(), name="x", tag=lambda mark: ("<i>", "</i>") if mark.kind == "a:b" else None)
    marks = (Mark(kind="a:b", start=0, end=1), Mark(kind="c:d", start=1, end=2))
    assert own.text("b1", Text("xy", marks)) == '<i>x</i><span data-mark="c:d">y</span>'


def test_levels_and_numbers_that_html_cannot_say_are_told():
    ctx = Context()
    markup = Xhtml(ctx=ctx, name="x")
    markup.sections([Section(id="s1", title=Text("t"), level=7, blocks=(ListBlock(id="b1", items=(), start=3),))])
    markup.tell()
    assert [d.data["field"] for d in ctx.diagnostics] == ["sections.level", "lists.start"]


def test_what_was_left_out_is_told_once():
    ctx = Context()
    markup = Xhtml(ctx=ctx, name="x")
    markup.link("ftp://example.org")
    assert markup.safe("\x07") == "\ufffd"
    markup.tell()
    markup.tell()
    assert [d.code for d in ctx.diagnostics] == ["x.control-characters", "x.lost-link"]


@given(articles())
def test_every_body_is_well_formed_xml(article):
    made = Xhtml(ctx=Context(), name="x").sections(article.sections)
    etree.fromstring(f"<div>{made}</div>", etree.XMLParser(resolve_entities=False))


@pytest.mark.parametrize(
    "media",
    [
        Media(id="b1", kind="picture", href="https://example.org/a.jpg", alt="A", caption=Text("A quay"), credit="B. Lens"),
        Media(id="b1", kind="graphic", href="https://example.org/a.svg", caption=Text("A chart")),
        Media(id="b1", kind="audio", href="https://example.org/a.mp3", alt="A bell"),
        Media(id="b1", kind="document", href="https://example.org/a.pdf", alt="The report", caption=Text("All of it")),
        Media(id="b1", kind="embed", href="https://example.org/a"),
        Media(id="b1", kind="picture", caption=Text("Nobody knows where"), credit="B. Lens", alt="A cave"),
    ],
    ids=lambda media: media.kind,
)
def test_a_medium_of_any_kind_is_read_back(media):
    build = ArticleBuilder(ctx=Context(), format="x")
    bodies.html(body(media), build)
    [found] = build.finish().media
    assert attrs.evolve(found, id="b1") == media


@pytest.mark.parametrize(("words", "start"), [("NESS (X) - It rained.", "<p><span"), ("It rained.", "<p class")])
def test_a_dateline_is_read_back_whether_the_text_begins_with_it_or_not(words, start):
    block = Paragraph(id="b1", text=Text(words))
    article = Article(dateline=Dateline(raw="NESS (X) -"), sections=(Section(id="s1", blocks=(block,)),))
    made = Xhtml(ctx=Context(), name="x").body(article)
    assert made.startswith(start)
    build = ArticleBuilder(ctx=Context(), format="x")
    bodies.html(made, build)
    again = build.finish()
    assert (again.dateline, again.paragraphs) == (article.dateline, (words,))
