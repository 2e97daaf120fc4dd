"""JSON-LD: the node of this page, mending, and what cannot be mended."""

import json

import pytest

from newsparse.context import Context
from newsparse.readers.html.metadata.facts import Findings
from newsparse.readers.html.metadata.jsonld import read

ARTICLE = '{"@type": "NewsArticle", "headline": "Ice is back", "author": {"name": "Ada Holm"}}'


def found_in(*scripts, shown=None, address=None):
    found, ctx = Findings(), Context()
    if shown:
        found.add("h1", shown, "h1")
    read(list(scripts), address, found, ctx)
    return found, [diagnostic.code for diagnostic in ctx.diagnostics]


@pytest.mark.parametrize(
    "script",
    [
        ARTICLE,
        f"<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        f"{ARTICLE};",
        ARTICLE.replace("}}", "},}"),
        ARTICLE.replace('"', "&quot;"),
        ARTICLE.replace('"', '\\"'),
        ARTICLE.replace("Ice is", "Ice\nis"),
        ARTICLE.replace("Ice is back", "Ice is\\' back"),
        f"// the article\n{ARTICLE}",
        f'{ARTICLE}\n{{"@type": "WebSite"}}',
        f"[{ARTICLE}]",
        f'{{"@graph": [{{"@type": "WebPage"}}, {ARTICLE}]}}',
        f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}',
    ],
)
def test_what_pages_do_to_json_is_mended_in_silence(script):
    found, told = found_in(script)
    assert [candidate.value for candidate in found.of("author")] == ["Ada Holm"]
    assert "Ice" in found.first("title").value
    assert told == []


def test_what_cannot_be_mended_is_searched_and_told():
    found, told = found_in(ARTICLE.replace("}}", '}, "x": }'))
    assert found.first("title").value == "Ice is back"
    assert told == ["html.bad-json-ld"]


def test_depth_past_the_limit_is_told_and_not_read():
    found, told = found_in("[" * 5000 + "]" * 5000)
    assert found.said == {}
    assert told == ["html.bad-json-ld"]


def test_the_node_of_this_page_is_told_by_its_headline():
    other = {"@type": "NewsArticle", "headline": "Another story", "author": {"name": "Someone Else"}}
    found, _ = found_in(json.dumps([other, json.loads(ARTICLE)]), shown="Ice is back")
    assert [candidate.value for candidate in found.of("author")] == ["Ada Holm"]


def test_the_node_of_this_page_is_told_by_its_address():
    own = {"@type": "Article", "mainEntityOfPage": "https://courier.example/ice", "name": "Ice"}
    found, _ = found_in(json.dumps([json.loads(ARTICLE), own]), address="https://courier.example/ice")
    assert found.first("title").value == "Ice"


def test_updates_of_a_live_blog_are_not_the_article():
    update = {"@type": "BlogPosting", "headline": "Ice breaker", "author": {"name": "Someone Else"}}
    found, _ = found_in(json.dumps({"@type": "LiveBlogPosting", "headline": "Ice", "liveBlogUpdate": [update]}))
    assert found.of("author") == []
    assert "liveblogposting" in found.types


def test_a_second_node_only_fills_what_the_first_left_out():
    twin = {"@type": "Article", "headline": "Ice is back", "author": {"name": "Someone Else"}, "datePublished": "2024-02-05"}
    found, _ = found_in(ARTICLE, json.dumps(twin))
    assert [candidate.value for candidate in found.of("author")] == ["Ada Holm"]
    assert found.first("published").value == "2024-02-05"


@pytest.mark.parametrize("odd", [None, 3, True, [], {}, [[]], [{"name": {}}], {"name": [1]}, {"@id": []}, {"@value": {}}])
def test_values_of_the_wrong_type_say_nothing(odd):
    node = {
        "@type": "NewsArticle",
        **dict.fromkeys(["headline", "author", "publisher", "image", "keywords", "@id", "datePublished"], odd),
    }
    found, told = found_in(json.dumps(node))
    assert found.of("author", "title", "published") == []
    assert told == []
