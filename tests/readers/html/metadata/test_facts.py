"""Facts of whole pages: what is kept of the losers, what the body must not repeat, and that any page gives some."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.context import Context
from newsparse.kit import html
from newsparse.kit.build import ArticleBuilder
from newsparse.readers.html import metadata
from newsparse.readers.html.metadata.facts import key, tidy
from newsparse.readers.html.page import Page

PIECES = (
    "<h1>", "</h1>", "<p>", "</p>", "<div class=author>", "</div>", "<span class='date'>", "</span>", "By Ada Holm", " and ", "5 February 2024",
    "<time datetime='2024-02-05T08:30:00Z'>", "<time datetime='x'>", "</time>", "<meta property='og:title' content='Ice | Courier'>", "<title>Ice",
    "</title>", "<meta name=author content='a, b, c'>", "<script type='application/ld+json'>", "</script>", '{"@type":["NewsArticle",1],"author":',
    '[{"name":["x",{}]}]', "}", "[", '"headline":"Ice",', "<article>", "<footer>", "Ice ", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "&#0;", "&amp;lt;", "<a rel=author href=/author/x>", "</a>", "<b>", "|", " - ", "：",
)  # fmt: skip


def facts_of(page, url=None):
    ctx = Context(url=url)
    loaded = html.load(page, ctx)
    return metadata.read(
        Page(root=loaded.root, data=loaded.data, url=url, charset=loaded.charset, charset_from=loaded.charset_from), ctx
    )


@given(
    st.lists(st.sampled_from(PIECES), max_size=60),
    st.sampled_from([None, "https://a.example/2024/02/05/x", "http://[", "//x", "data:x"]),
)
@settings(max_examples=150, deadline=None)
def test_any_page_gives_facts_that_an_article_can_hold(pieces, url):
    facts = facts_of("".join(pieces).encode(), url)
    build = ArticleBuilder(ctx=Context(), format="html")
    metadata.fill(facts, build)
    article = build.finish()
    assert article.headline == facts.title
    assert facts.title is None or key(facts.title)


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_facts(data):
    facts_of(b"<html>" + data)


def test_losers_are_kept_with_the_places_that_state_them():
    facts = facts_of(b"<title>Ice is back</title><meta property='og:title' content='Ice! Ice!'><h1>Ice is back</h1>")
    assert facts.title == "Ice is back"
    assert facts.provenance["title"].by == "html: h1, title tag"
    assert [(c.value, c.by) for c in facts.candidates["title"]] == [("Ice! Ice!", "meta og:title")]


def test_the_body_is_told_what_stands_by_the_headline():
    facts = facts_of(
        b"<h1>Ice is back</h1><p class=lead>Forty boats wait behind the long pier.</p><div class=byline>By Ada Holm</div>"
        b"<time datetime='2024-02-05'>5 February 2024</time><p>The harbour stays closed.</p>"
    )
    assert set(facts.repeats) == {"Forty boats wait behind the long pier.", "By Ada Holm", "5 February 2024"}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a &amp;amp; b", "a & b"),
        (" a\n b ", "a b"),
        ("<b>a</b>c", "ac"),
        ("<p>a</p>c", "a c"),
        ("1 < 2", "1 < 2"),
        ("&nbsp;", ""),
    ],
)
def test_candidates_are_one_line_without_markup(raw, expected):
    assert tidy(raw) == expected


def test_a_style_sheet_within_the_heading_is_no_headline():
    assert facts_of(b"<h1><style>.x{color:red}</style><span>Ice is back</span> in town</h1>").title == "Ice is back in town"


def test_a_heading_with_a_style_sheet_keeps_its_words_in_order():
    facts = facts_of(b"<h1><span>Harbour <i>board</i></span> opens <style>i { color: red }</style> the ice road</h1><p>Ice.")
    assert facts.title == "Harbour board opens the ice road"
