"""Markup to blocks and marks: one claim a row of HTML."""

import pytest

from newsparse.context import Context
from newsparse.kit import html, markup, xml
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.elements import GROUP, HTML, Rule, mark
from newsparse.model import Blockquote, Break, ListBlock, Paragraph, Preformatted, Raw, Table
from newsparse.model.check import problems


def read(source: str, vocabulary=HTML, parse=html.fragment):
    builder = ArticleBuilder(ctx=Context(), format="html")
    markup.body(parse(source, builder.ctx), vocabulary, builder)
    article = builder.finish()
    assert problems(article) == ()
    return article


def blocks(source: str, **kwargs):
    return [block for section in read(source, **kwargs).sections for block in section.blocks]


def one(source: str):
    (block,) = blocks(source)
    return block


def marks(text):
    return [(m.kind, text.text[m.start : m.end]) for m in text.marks]


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("<p>one</p><p>two</p>", ["one", "two"]),
        ("bare <div>in a div</div> after", ["bare", "in a div", "after"]),
        ("one<br><br>two", ["one", "two"]),
        ("one<br>\n<br/> <br/>two", ["one", "two"]),
        ("one <br> two", ["one\ntwo"]),
        ("<br><p><br>one<br></p>", ["one"]),
        ("<p>  a \n\t b  </p>", ["a b"]),
        ("<p>a\u00a0 b</p>", ["a\u00a0 b"]),
        ("<p>a <b> b</b> c</p>", ["a b c"]),
        ("<p>a<!-- no -->b</p>", ["ab"]),
        ("<p> </p><p><b> </b></p>", []),
        ("<p>a<script>x</script><style>y</style></p>", ["a"]),
        ("<p>before<ul><li>item</ul>after</p>", ["before", "item", "after"]),
        ("<ul><li><p>a<p>b<li>c</ul>", ["a", "b", "c"]),
        ("<dl><dt>t<dd>d<dd>e</dl>", ["t", "d", "e"]),
        ("<blockquote>a<p>b</blockquote>", ["a", "b"]),
        ("<table>stray<tr><td>x</table>", ["stray"]),
    ],
)
def test_paragraphs_are_where_blocks_end(source, paragraphs):
    assert list(read(source).paragraphs) == paragraphs


def test_headings_begin_sections():
    article = read("lead<h2>A <em>b</em></h2><p>one</p><h4>C</h4>two<h3> </h3>")
    assert [(str(s.title), s.level, len(s.blocks)) for s in article.sections] == [("None", 0, 1), ("A b", 1, 1), ("C", 3, 2 - 1)]
    assert marks(article.sections[1].title) == [("emphasis", "b")]


def test_a_heading_inside_a_quote_is_a_paragraph_of_that_role():
    quote = one("<blockquote><h3>T</h3><p>a</p></blockquote>")
    assert [(b.role, str(b.text)) for b in quote.blocks] == [("heading", "T"), (None, "a")]


def test_marks_lie_over_their_characters():
    text = one('<p>a <b>b <i>c</i></b> <a href=" /x " title="t">d</a> <a name=n>e</a> <q>f</q> <span lang="fr">g</span></p>').text
    assert marks(text) == [("strong", "b c"), ("emphasis", "c"), ("link", "d"), ("q", "f"), ("lang", "g")]
    assert dict(text.marks[2].attrs) == {"href": "/x", "title": "t"}


def test_a_mark_over_two_paragraphs_is_one_in_each():
    first, second = blocks("<b>one<br><br>two</b> three")
    assert marks(first.text) == [("strong", "one")]
    assert marks(second.text) == [("strong", "two")]


def test_a_mark_does_not_reach_over_trimmed_space():
    text = one("<p>a <b>b </b> </p>").text
    assert (text.text, marks(text)) == ("a b", [("strong", "b")])


def test_a_break_lies_over_its_newline():
    assert marks(one("a<br>b").text) == [("break", "\n")]


def test_an_unknown_element_is_a_mark_of_the_format():
    text = one("<p>a <blink rate=2>b</blink></p>").text
    assert marks(text) == [("html:blink", "b")]
    assert dict(text.marks[0].attrs) == {"rate": "2"}


def test_an_unknown_element_without_text_is_kept():
    raw, paragraph = blocks('<gallery id="7"></gallery><p>a<gallery id="8"></gallery></p>')
    assert isinstance(raw, Raw)
    assert raw.data == '<gallery id="7"/>'
    assert [(m.kind, m.start, m.end, m.attrs["id"]) for m in paragraph.text.marks] == [("html:gallery", 1, 1, "8")]


def test_lists_nest_and_count():
    outer = one("<ol start=3><li>a<ul><li>b</ul><li>c</ol>")
    assert isinstance(outer, ListBlock)
    assert (outer.ordered, outer.start, len(outer.items)) == (True, 3, 2)
    inner = outer.items[0][1]
    assert isinstance(inner, ListBlock)
    assert not inner.ordered


def test_a_list_right_inside_a_list_belongs_to_the_item_before():
    outer = one("<ul><li>a</li><ul><li>b</ul></ul>")
    assert [len(item) for item in outer.items] == [2]


def test_terms_take_their_definitions():
    terms = one("<dl><dt>t<dd>d<dd>e<dt>u<dd>f</dl>")
    assert [[b.role for b in item] for item in terms.items] == [["term", "definition", "definition"], ["term", "definition"]]


def test_tables_know_headers_spans_and_caption():
    table = one(
        "<table><caption>C</caption><thead><tr><td>h</td></tr></thead>"
        "<tr><th rowspan=2>a<td colspan=99999>b<p>c</p>d<tr><td colspan=x><b>e</b></table>"
    )
    assert isinstance(table, Table)
    assert str(table.caption) == "C"
    rows = [[(str(c.text), c.header, c.colspan, c.rowspan) for c in row] for row in table.rows]
    assert rows == [[("h", True, 1, 1)], [("a", True, 1, 2), ("b\nc\nd", False, 1000, 1)], [("e", False, 1, 1)]]


def test_a_table_in_a_cell_is_lines_of_its_text_and_a_picture_follows():
    table, picture = blocks("<table><tr><td>x<table><tr><td>a<td>b<tr><td>c</table>y<img src=p></table>")
    assert str(table.rows[0][0].text) == "x\na b\nc\ny"
    assert picture.href == "p"


def test_a_quote_knows_whom_it_is_from():
    quote = one("<blockquote><p>a <cite>b</cite></p><cite>Ann</cite></blockquote>")
    assert isinstance(quote, Blockquote)
    assert str(quote.attribution) == "Ann"
    assert marks(quote.blocks[0].text) == [("html:cite", "b")]


def test_media_have_address_alternative_and_caption():
    (picture,) = read(
        '<figure><a href="/big"><img src=" p.jpg " alt="A  b"></a><figcaption>C <b>d</b></figcaption></figure>'
    ).media
    assert (picture.kind, picture.href, picture.alt, str(picture.caption)) == ("picture", "p.jpg", "A b", "C d")
    (video,) = read("<video poster=p><source src=a type=video/mp4><source src=b></video>").media
    assert (video.kind, video.href, video.media_type) == ("video", "a", "video/mp4")
    assert [(r.name, r.href) for r in video.renditions] == [(None, "b"), ("poster", "p")]


def test_a_paragraph_beside_a_picture_is_its_caption():
    assert str(one("<figure><img src=p><p>C</p></figure>").caption) == "C"


def test_a_figure_without_media_is_what_is_in_it():
    table, caption = blocks("<figure><table><tr><td>x</table><figcaption>C</figcaption></figure>")
    assert isinstance(table, Table)
    assert (caption.role, str(caption.text)) == ("caption", "C")


def test_pre_keeps_its_spaces_and_marks():
    pre, after = blocks("<pre>\n  a  <b>b</b>\n c \n\n</pre><p>a  b</p>")
    assert isinstance(pre, Preformatted)
    assert (pre.text.text, marks(pre.text)) == ("  a  b\n c", [("strong", "b")])
    assert str(after.text) == "a b"


def test_rules_are_breaks():
    assert [type(b) for b in blocks("a<hr>b")] == [Paragraph, Break, Paragraph]


def test_language_and_line_are_kept_with_the_block():
    builder = ArticleBuilder(ctx=Context(), format="x")
    root = xml.parse(b'<d>\n<p xml:lang="fr">a</p>\n<P>b</P></d>', builder.ctx)
    markup.body(root, HTML, builder, frame=2)
    first, second = builder.finish().sections[0].blocks
    assert (first.lang, first.origin.line, first.origin.frame) == ("fr", 2, 2)
    assert second.origin.line == 3


def test_a_table_of_its_own_says_what_its_elements_are():
    seen = []
    own = HTML.varied(
        "mine",
        {
            "p": Rule(kind="paragraph", name="lede"),
            "person": mark("person", "id"),
            "box": Rule(kind="custom", handle=lambda walker, element: seen.append(markup.text(element, HTML, walker.ctx))),
            "wrap": GROUP,
        },
        extras=True,
    )
    (block,) = blocks('<d xmlns:x="y"><x:wrap><p id="1">a <person id="7" x="8">b</person></p><box>c <i>d</i></box></x:wrap></d>',
                      vocabulary=own, parse=lambda s, ctx: xml.parse(s.encode(), ctx))  # fmt: skip
    assert (block.role, block.extras["mine"]["id"], dict(block.text.marks[0].attrs)) == ("lede", "1", {"id": "7"})
    assert str(seen[0]) == "c d"


def test_everything_is_one_text_where_a_text_is_asked_for():
    made = markup.text(html.fragment("<p>a<p>b <img src=x alt=y> <b>c</b><ul><li>d</ul>", Context()), HTML, Context())
    assert made.text == "a\nb c\nd"


def test_depth_costs_no_recursion():
    deep = "<div><b>" * 90 + "a" + "</b></div>" * 90
    assert read(deep).text == "a"


def test_what_stands_in_elements_that_should_be_empty_is_kept():
    source = "<d>a<br>b</br>c<hr>d</hr><img src='p'>e</img></d>"
    builder = ArticleBuilder(ctx=Context(), format="x")
    markup.body(xml.parse(source.encode(), builder.ctx), HTML, builder)
    assert "".join(builder.finish().paragraphs).replace("\n", "") == "abcde"


def test_a_class_may_say_what_an_element_is():
    own = HTML.varied("mine", {"em": Rule(kind="mark", name="emphasis", by_class={"strong": mark("strong")})})
    (block,) = blocks('<p><em>a</em> <em class="strong">b</em></p>', vocabulary=own)
    assert marks(block.text) == [("emphasis", "a"), ("strong", "b")]


def test_a_paragraph_wrapped_by_hand_is_several_where_the_vocabulary_says_so():
    source = "<p>one\n    two\nthree\n    four\nfive</p>"
    assert len(blocks(source)) == 1
    assert [str(b.text) for b in blocks(source, vocabulary=HTML.varied("w", {}, wrapped=True))] == [
        "one",
        "two three",
        "four five",
    ]


def test_a_custom_element_may_go_on_as_another():
    own = HTML.varied("mine", {"box": Rule(kind="custom", handle=lambda walker, element: Rule(kind="heading"))})
    article = read("<box>T</box><p>a</p>", vocabulary=own)
    assert str(article.sections[0].title) == "T"
