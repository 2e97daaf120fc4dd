"""Which date is the publication's, and in which zone."""

import datetime as dt

import pytest

from newsparse.context import Context
from newsparse.kit import html
from newsparse.readers.html import metadata
from newsparse.readers.html.metadata.moments import day_first
from newsparse.readers.html.page import Page

STORY = (
    "<p>The harbour stays closed until the ice has gone, the port master said on Monday morning, as it did a year ago.</p>" * 3
)


def published(below, head="", url=None, lang="en"):
    ctx = Context(url=url)
    page = f"<html lang={lang}><head>{head}</head><body><h1>Ice is back in the harbour</h1>{below}{STORY}</body></html>"
    loaded = html.load(page.encode(), ctx)
    facts = metadata.read(Page(root=loaded.root, data=loaded.data, url=url, charset="utf-8", charset_from="declared"), ctx)
    return next((moment.value for moment in facts.stamps if moment.kind == "published"), None)


@pytest.mark.parametrize(
    ("lang", "expected"), [("de", True), ("fr-CA", True), ("en-GB", True), ("en-US", False), ("en", None), (None, None)]
)
def test_the_order_of_day_and_month_is_the_languages(lang, expected):
    assert day_first(lang) is expected


@pytest.mark.parametrize(
    ("begins", "expected"),
    [
        ("LONDON, Feb. 5, 2024 /PRNewswire/ -- ", dt.date(2024, 2, 5)),
        ("Oslo, 5. Februar 2024 – ", dt.date(2024, 2, 5)),
        ("Oslo, den 5. Februar 2024: ", dt.date(2024, 2, 5)),
        ("Oslo, 05.02.2024 - ", dt.date(2024, 2, 5)),
        ("(5. Februar 2024) ", dt.date(2024, 2, 5)),
        ("05.02.2024 „", dt.date(2024, 2, 5)),
        ("OSLO, 5. Februar (dpa) – ", None),
        ("5. Februar 2024 war ein Tag, an dem ", None),
        ("05.02.2024 war ein Tag, an dem ", None),
        ("Oslo, 05.02.2024 und danach ", None),
    ],
)
def test_a_date_that_the_first_paragraph_begins_with_counts_behind_a_stated_one(begins, expected):
    lead = f"<p>{begins}Der Hafen bleibt gesperrt, bis das Eis fort ist, wie der Hafenmeister am Morgen mitteilte.</p>"
    assert published(lead, lang="de") == expected
    stated = "<meta property='article:published_time' content='2023-01-02'>"
    assert published(lead, stated, lang="de") == dt.date(2023, 1, 2)


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ('<time datetime="2024-02-05T08:30:00Z">today</time>', dt.datetime(2024, 2, 5, 8, 30, tzinfo=dt.UTC)),
        ('<span class="date">5 February 2024</span>', dt.date(2024, 2, 5)),
        ('<abbr class="published" title="2024-02-05">Monday</abbr>', dt.date(2024, 2, 5)),
        ("<p>Published on 5 February 2024</p>", dt.date(2024, 2, 5)),
        ("<div><b>Date:</b> 5 February 2024</div>", dt.date(2024, 2, 5)),
        ("<i>5 February 2024</i>", dt.date(2024, 2, 5)),
        ('<div class="comment"><span class="date">5 February 2024</span></div>', None),
        ("<p>The pier was built in 1931 and burnt down on 5 February 1977, as old people in the town will tell you.</p>", None),
        ("<p>© 2024 Norrvik Courier</p>", None),
    ],
)
def test_a_date_by_the_headline_is_read_and_one_in_a_sentence_is_not(below, expected):
    assert published(below) == expected


def test_the_address_gives_a_date_where_head_and_headline_are_silent():
    assert published("", url="https://courier.example/2024/02/05/ice") == dt.date(2024, 2, 5)
    assert published("", url="https://courier.example/2024/13/05/ice") is None


def test_a_vague_tag_comes_behind_the_date_by_the_headline():
    vague = '<meta name="date" content="2024-02-09">'
    assert published('<span class="date">5 February 2024</span>', vague) == dt.date(2024, 2, 5)
    assert published("", vague) == dt.date(2024, 2, 9)


def test_a_date_of_change_is_not_that_of_publication():
    assert published("", '<meta name="last-modified" content="2024-02-06">') is None


def test_an_instant_in_utc_takes_the_zone_in_which_the_page_tells_it():
    head = '<meta property="article:published_time" content="2024-02-05T23:30:00Z">'
    value = published('<span class="date">6 February 2024, 00:30</span>', head)
    assert value == dt.datetime(2024, 2, 5, 23, 30, tzinfo=dt.UTC)
    assert value.utcoffset() == dt.timedelta(hours=1)


def test_another_time_on_the_page_is_no_zone():
    head = '<meta property="article:published_time" content="2024-02-05T23:30:00Z">'
    assert published('<span class="date">6 February 2024, 00:47</span>', head).utcoffset() == dt.timedelta(0)


def test_a_script_gives_a_date_where_all_else_is_silent():
    assert published('<script>var page = {"publishedAt":"2024-02-05T08:30:00Z"}</script>') == dt.datetime(
        2024, 2, 5, 8, 30, tzinfo=dt.UTC
    )
