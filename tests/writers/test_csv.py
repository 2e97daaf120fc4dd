"""The table of articles."""

import csv
import io

import attrs
import pytest

import newsparse
from newsparse.context import Context
from newsparse.errors import UsageError
from newsparse.pipeline import write
from newsparse.writers.csv import COLUMNS

STORY = """---
lang: en
---

# Ferry sails, at last

The ferry, "Ada", sails again.

- from Hook
- from Port Ellis
"""


def rows(*articles, options="", ctx=None):
    data = b"".join(write(articles, f"csv:{options}" if options else "csv", ctx=ctx))
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def story(text=STORY):
    return newsparse.parse_one(text, format="markdown", label="feed/a.md", enrich=())


def test_an_article_is_a_row_of_all_columns():
    [row] = rows(story())
    assert list(row) == list(COLUMNS)
    assert (row["document"], row["headline"], row["words"]) == ("feed/a.md", "Ferry sails, at last", "10")
    assert row["text"] == 'The ferry, "Ada", sails again.\nfrom Hook\nfrom Port Ellis'
    assert row["published"] == ""


def test_columns_come_as_they_are_asked_for():
    article = newsparse.read("docs/examples/harbour.txt")[0]
    [row] = rows(article, options="columns=published authors quotes")
    assert row == {"published": "2024-03-05T09:40:00", "authors": "Ines Okafor; Tom Lindqvist", "quotes": "5"}
    with pytest.raises(UsageError, match="there is no column 'author'; there are: document uid"):
        rows(article, options="columns=author")


@pytest.mark.parametrize(("options", "first"), [("", "'=1+1"), ("guard=no", "=1+1")])
def test_what_a_spreadsheet_would_run_is_guarded(options, first):
    assert rows(story("# =1+1\n"), options=options)[0]["headline"] == first


def test_the_address_is_the_callers_else_the_pages():
    page = '<html><head><link rel="canonical" href="https://a.example/x"><title>T</title></head><body><p>One.</p></body></html>'
    given = [None, "https://b.example/y"]
    found = [newsparse.parse_one(page, format="html", url=url, enrich=()) for url in given]
    assert [row["url"] for row in rows(*found)] == ["https://a.example/x", "https://b.example/y"]


def test_a_table_of_nothing_has_its_head():
    assert b"".join(write([], "csv")).startswith(b"document,uid,headline,")


def test_what_has_no_column_is_told_in_one_line():
    ctx = Context()
    rows(newsparse.read("docs/examples/harbour.txt")[0], ctx=ctx)
    [told] = [found for found in ctx.diagnostics if found.code == "csv.left-out"]
    assert "dateline" in told.data["fields"]


def test_control_characters_are_replaced_and_told():
    ctx = Context()
    odd = attrs.evolve(story(), slugline=None, uid="a\x00b")
    assert rows(odd, ctx=ctx)[0]["uid"] == "a\ufffdb"
    assert "csv.control-characters" in {found.code for found in ctx.diagnostics}
