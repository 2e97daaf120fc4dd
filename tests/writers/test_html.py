"""The HTML page: what it says, and that nothing in an article can break out of it."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

import newsparse
from newsparse.context import Context
from newsparse.kit.marks import nested
from newsparse.model import (
    Agent,
    Article,
    Blockquote,
    Byline,
    Cell,
    FrozenMap,
    ListBlock,
    Mark,
    Media,
    Metadata,
    Paragraph,
    Provenance,
    Quote,
    Raw,
    Section,
    Span,
    Table,
    Text,
)
from newsparse.writers.html import WRITER, Options


def page(article, codes=()):
    ctx = Context()
    text = b"".join(WRITER.write([article], Options(), ctx)).decode()
    assert [d.code for d in ctx.diagnostics] == list(codes)
    return text


def story(*blocks, **fields):
    return Article(sections=(Section(id="s1", blocks=blocks),), **fields)


def test_a_quote_is_a_span_with_its_speaker():
    marks = (Mark(kind="emphasis", start=4, end=12),)
    by = Provenance("quotes", "rule", 0.9)
    quote = Quote(id="q1", text="It works", spans=(Span("b1", 1, 9),), kind="direct", provenance=by, speaker=Agent(name='A "B"'))
    made = page(story(Paragraph(id="b1", text=Text("“It works,” he said.", marks)), quotes=(quote,)))
    assert '“<span class="quote" data-quote="q1" data-speaker="A &quot;B&quot;" title="A &quot;B&quot;">It <em>works' in made


def test_crossing_marks_are_closed_and_reopened():
    marks = (Mark(kind="strong", start=0, end=3), Mark(kind="emphasis", start=1, end=4))
    made = page(story(Paragraph(id="b1", text=Text("abcd", marks))))
    assert "<strong>a<em>bc</em></strong><em>d</em>" in made


def test_blocks_have_their_elements():
    made = page(
        story(
            ListBlock(id="b1", ordered=True, start=3, items=((Paragraph(id="b2", text=Text("x")),),)),
            Blockquote(id="b3", blocks=(Paragraph(id="b4", text=Text("y")),), attribution=Text("Who")),
            Table(id="b5", rows=((Cell(text=Text("h"), header=True),), (Cell(text=Text("c"), colspan=2),))),
            Media(id="b6", kind="picture", href="https://x.org/a.jpg", caption=Text("cap"), credit="cr"),
        )
    )
    for part in (
        '<ol id="b1" start="3">\n<li><p id="b2">x</p>\n</li>\n</ol>',
        "<cite>Who</cite>\n</blockquote>",
        '<th scope="col">h</th>',
        '<td colspan="2">c</td>',
        '<img src="https://x.org/a.jpg" alt="cap" loading="lazy"/>',
        '<figcaption>cap<span class="credit">cr</span></figcaption>',
    ):
        assert part in made


def test_right_to_left_languages_say_so():
    assert '<html lang="ar-EG" dir="rtl">' in page(Article(metadata=Metadata(lang="ar-EG")))
    assert '<html lang="en">' in page(Article(metadata=Metadata(lang="en")))


def test_only_safe_links_are_links():
    bad = Mark(kind="link", start=0, end=1, attrs=FrozenMap({"href": "java\tscript:alert(1)"}))
    made = page(story(Paragraph(id="b1", text=Text("x", (bad,)))), ["html.lost-link"])
    assert '<p id="b1">x</p>' in made
    assert "alert" not in made


def test_raw_blocks_are_told_not_shown():
    assert "<b" not in page(story(Raw(id="b1", format="html", data="<b>")), ["html.lost-raw"]).split("<body>")[1]


def test_blocks_may_nest_deeply():
    block = Paragraph(id="p", text=Text("deep"))
    for number in range(5000):
        block = Blockquote(id=f"b{number}", blocks=(block,))
    assert "deep" in page(story(block))


HOSTILE = st.text() | st.sampled_from(
    ['"><script>alert(1)</script>', "</script><script>", "' onload=x", "<!--", "]]>", "\x1b[31m"]
)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_nothing_breaks_out(title, words, href):
    words = "".join(c for c in words if c != "\x00" and not "\ud800" <= c <= "\udfff")
    link = Mark(kind="link", start=0, end=len(words), attrs=FrozenMap({"href": href}))
    media = Media(id="b2", kind="picture", href=href, alt=title, credit=words)
    article = story(
        Paragraph(id="b1", text=Text(words, (link,)), role=title),
        media,
        title=Text(words),
        uid=href,
        bylines=(Byline(raw=title),),
    )
    made = b"".join(WRITER.write([article], Options(), Context()))
    root = lxml_html.document_fromstring(made)
    [script] = root.iter("script")
    assert json.loads(script.text)["@type"] == "NewsArticle"
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith("on")]
        for name in ("href", "src"):
            assert re.match(r"https?://|mailto:", element.get(name, "https://"), re.IGNORECASE)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=50))
def test_nesting_keeps_the_characters_and_every_mark(places):
    marks = [Mark(kind="strong", start=min(p), end=max(p)) for p in places]
    ctx = Context()
    out, stack, covered = "", [], {}
    for kind, value in nested("abcdefghi", marks, ctx, "html.lost-mark"):
        if kind == "start":
            stack.append(value)
        elif kind == "end":
            assert stack.pop() is value
        else:
            for mark in stack:
                covered[id(mark)] = covered.get(id(mark), "") + value
            out += value
    assert out == "abcdefghi"
    assert not stack
    if not ctx.diagnostics:
        assert all(covered.get(id(m), "") == "abcdefghi"[m.start : m.end] for m in marks)


def test_a_page_has_a_style_unless_told_otherwise():
    article = Article(title=Text("Ferry"))
    assert "<style>" in newsparse.render(article, "html")
    assert "<style>" not in newsparse.render(article, "html:style=false")
