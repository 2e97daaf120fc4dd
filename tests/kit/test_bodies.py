"""Bodies that come as strings."""

import pytest

from newsparse.context import Context
from newsparse.errors import LimitExceeded
from newsparse.kit import bodies
from newsparse.kit.build import ArticleBuilder
from newsparse.limits import Limits
from newsparse.model import Media, Rendition, Text


def built(source, title=None, add=bodies.html):
    build = ArticleBuilder(ctx=Context(), format="x")
    build.title = Text(title) if title else None
    add(source, build)
    return build.finish()


def test_a_first_heading_that_repeats_the_title_is_left_out():
    found = built("<h1>Boats</h1><p>One.</p><h2>Boats</h2><p>Two.</p>", "Boats")
    assert [s.title and s.title.text for s in found.sections] == [None, "Boats"]


def test_another_first_heading_stays():
    assert built("<h1>Nets</h1><p>One.</p>", "Boats").sections[0].title == Text("Nets")


def test_blank_lines_make_paragraphs_where_no_tag_does():
    assert built("one\nmore <b>x</b>\n \ntwo<hr>").paragraphs == ("one more x", "two")


def test_blank_lines_inside_paragraphs_mean_nothing():
    assert built("<p>one\n\nmore</p><p>two</p>").paragraphs == ("one more", "two")


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("<em>one</em>\n\n<em>two</em>", ("one", "two")),
        ("<ul>\n\n<li>a</li>\n\n<li>b</li></ul>\n\nafter", ("a", "b", "after")),
        ("<blockquote>one\n\ntwo</blockquote>three", ("one", "two", "three")),
        ("<p>one</p>\n\n<p>two\n\nthree</p>", ("one", "two", "three")),
        ("one<pre>a\n\nb</pre>two\n\n<h2>H</h2>\n\nthree", ("one", "two", "three")),
    ],
)
def test_blank_lines_part_text_wherever_it_is_where_they_are_said_to(source, paragraphs):
    build = ArticleBuilder(ctx=Context(), format="x")
    bodies.html(source, build, loose=True)
    assert build.finish().paragraphs == paragraphs


def test_markup_that_was_escaped_twice_is_unescaped_and_told():
    build = ArticleBuilder(ctx=Context(), format="x")
    bodies.html("&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b &amp;amp; c&lt;/p&gt;", build)
    assert build.finish().paragraphs == ("a", "b & c")
    assert [d.code for d in build.ctx.diagnostics] == ["x.escaped-twice"]


def test_plain_lines_are_paragraphs_where_there_is_no_blank_line():
    assert built("Boats\r\none\rtwo", "Boats", bodies.plain).paragraphs == ("one", "two")
    assert built("a\nb\n\nc", add=bodies.plain).paragraphs == ("a b", "c")


def test_lines_named_by_class_are_not_text():
    found = built('<div class="dateline">NESS (X) </div><p>It <span class="byline">rained</span>.</p>')
    assert found.dateline.raw == "NESS (X)"
    assert found.paragraphs == ("It rained.",)


def test_a_credit_belongs_to_its_figure():
    figure = '<figure><img src="https://example.org/a.jpg"><figcaption>A <b>quay</b> <span class="credit">B. Lens</span></figcaption></figure>'
    [media] = built(figure).media
    assert (media.caption.text, media.credit) == ("A quay", "B. Lens")


def test_media_that_the_body_shows_are_completed_and_others_follow():
    build = ArticleBuilder(ctx=Context(), format="x")
    bodies.html('<p>x</p><figure><img src="https://example.org/a.jpg"></figure>', build)
    renditions = (Rendition(href="https://example.org/a-big.jpg"),)
    shown = Media(id="", kind="picture", href=renditions[0].href, credit="B. Lens", renditions=renditions)
    other = Media(id="", kind="picture", href="https://example.org/b.jpg")
    bodies.media([(shown, ("https://example.org/a.jpg",)), (other, ())], build)
    first, second = build.finish().media
    assert (first.href, first.credit, first.renditions) == ("https://example.org/a.jpg", "B. Lens", renditions)
    assert second.href == "https://example.org/b.jpg"


@pytest.mark.parametrize(("source", "is_it"), [("a < b", False), ("AT&T", False), ("a &amp; b", True), ("a <i>b</i>", True)])
def test_markup_is_told_from_text(source, is_it):
    assert bodies.is_html(source) is is_it


def test_more_paragraphs_than_the_limit_are_refused_before_they_are_parsed():
    build = ArticleBuilder(ctx=Context(limits=Limits(blocks=3)), format="x")
    with pytest.raises(LimitExceeded):
        bodies.html("<p>" * 4, build)
