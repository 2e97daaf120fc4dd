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
        ('<blockquote>Ice! <span class="date">5 February 2024</span></blockquote>', None),
        ("<p>港務局在星期一上午宣布，港口因冰封閉直到2024年2月5日為止</p>", None),
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


@pytest.mark.parametrize(
    ("lang", "stated", "local"),
    [
        ("de", "2024-02-04T23:00:00.000Z", "2024-02-05T00:00:00+01:00"),
        ("de-AT", "2024-07-04T22:00:00Z", "2024-07-05T00:00:00+02:00"),
        ("en-GB", "2024-07-04T23:00:00Z", "2024-07-05T00:00:00+01:00"),
        ("ja", "2024-02-04T15:00:00Z", "2024-02-05T00:00:00+09:00"),
        ("de", "2024-07-04T23:00:00Z", "2024-07-04T23:00:00+00:00"),
        ("de", "2024-02-04T23:00:01Z", "2024-02-04T23:00:01+00:00"),
        ("en", "2024-02-04T23:00:00Z", "2024-02-04T23:00:00+00:00"),
        ("fr-CA", "2024-02-04T23:00:00Z", "2024-02-04T23:00:00+00:00"),
    ],
)
def test_midnight_where_the_language_is_spoken_is_midnight_there(lang, stated, local):
    value = published("", f'<meta property="article:published_time" content="{stated}">', lang=lang)
    assert value.isoformat() == local


def test_an_address_of_the_next_day_bears_out_the_zone_of_the_language():
    head = '<meta property="article:published_time" content="2024-02-04T23:11:59Z">'
    assert published("", head, "https://courier.example/2024/02/05/is", "nb").isoformat() == "2024-02-05T00:11:59+01:00"
    assert published("", head, "https://courier.example/2024/02/04/is", "nb").utcoffset() == dt.timedelta(0)


STATED = '<meta property="article:published_time" content="2024-01-02T09:00:00Z">'


def test_where_the_tags_disagree_the_date_by_the_headline_decides():
    also = '<meta name="dc.date.issued" content="2024-02-05T15:33:00Z">'
    shown = '<div class="byline">05.02.2024 | Ada Holm</div>'
    assert published(shown, STATED + also, lang="de") == dt.datetime(2024, 2, 5, 15, 33, tzinfo=dt.UTC)
    assert published("", STATED + also, lang="de").day == 2
    assert published(f"<span>Aktualisiert</span>{shown}", STATED + also, lang="de").day == 2


@pytest.mark.parametrize(
    ("below", "day"),
    [
        ('<time datetime="2023-03-09">09.03.2023</time>', dt.date(2023, 3, 9)),
        ('<li>Erschienen <time datetime="2023-03-09">09.03.2023</time></li>', dt.date(2023, 3, 9)),
        ('<p>Aktualisiert: <time datetime="2024-03-09">09.03.2024</time></p>', dt.date(2024, 1, 2)),
        ('<time datetime="2024-01-03">03.01.2024</time>', dt.date(2024, 1, 2)),
        ('<time datetime="0001-01-01T00:00:00">soon</time>', dt.date(2024, 1, 2)),
        ("<div>Spielstart: 09.03.2023</div>", dt.date(2024, 1, 2)),
        ('<time datetime="2024-02-01">01.02.2024</time>', dt.date(2024, 1, 2)),
        (f'{STORY}<time datetime="2023-03-09">09.03.2023</time>', dt.date(2024, 1, 2)),
    ],
)
def test_a_time_by_the_headline_that_no_tag_knows_is_what_readers_are_told(below, day):
    changed = '<meta property="article:modified_time" content="2024-02-01T10:00:00Z">'
    value = published(below, STATED + changed, lang="de")
    assert (value.date() if isinstance(value, dt.datetime) else value) == day


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ('<p>von <a class="author" rel="author" href="/ada">Ada Holm</a>, 5.2.24</p>', dt.date(2024, 2, 5)),
        ("<div><dl><dt>Eis</dt></dl> Stand :[ 05.02.2024 15:24 ]</div>", dt.datetime(2024, 2, 5, 15, 24)),
        ("<table><tr><td>05 | 02 | 2024</td></tr></table>", dt.date(2024, 2, 5)),
        ('<td><script>showDate("2024/02/05 01:43")</script></td>', dt.datetime(2024, 2, 5, 1, 43)),
        ("<dd><strong>Registriert:</strong> 05.02.2024, 05:56</dd>", None),
        ("<dd><strong>Geschrieben:</strong> 05.02.2024, 05:56</dd>", dt.datetime(2024, 2, 5, 5, 56)),
    ],
)
def test_dates_are_found_behind_bylines_in_cells_and_in_calls_that_write_them(below, expected):
    assert published(below, lang="de") == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("Ice is back – NC – 05.02.2024", dt.date(2024, 2, 5)),
        ("Ice is back - Coast - 05/02/2024 - Norrvik Courier", dt.date(2024, 2, 5)),
        ("Ice is back until 05.02.2024", None),
    ],
)
def test_a_title_tag_has_the_date_behind_the_headline(tag, expected):
    assert published("", f"<title>{tag}</title>", lang="nb") == expected


def test_a_link_to_the_stories_of_a_day_dates_the_story_that_has_it():
    assert published('<a href="https://courier.example/2024/02/05/">Monday</a>') == dt.date(2024, 2, 5)
    assert published('<a href="https://courier.example/2024/02/05/ice">Monday</a>') is None


def test_the_dates_of_a_list_of_stories_come_behind_a_date_of_its_own():
    stories = "".join(f'<div><i>a story</i><b class="date">{day} February 2024</b></div>' for day in range(1, 5))
    below = "<i>.</i>" * 25 + stories
    assert published(f"{below}{'<i>.</i>' * 60}<em>Written on</em><p>9 February 2024</p>") == dt.date(2024, 2, 9)
    assert published(below) == dt.date(2024, 2, 1)


@pytest.mark.parametrize(
    ("host", "lang", "local"),
    [
        ("courier.example", "nb", "2024-02-05T18:30:07+10:00"),
        ("courier.example", "en-US", "2024-02-05T08:30:07-10:00"),
        ("courier.com.au", "en-US", "2024-02-05T18:30:07+10:00"),
        ("courier.io", "en-US", "2024-02-05T08:30:07-10:00"),
        ("courier.example", "en", "2024-02-05T08:30:07+00:00"),
    ],
)
def test_of_two_instants_whole_hours_apart_one_is_local_time_called_utc(host, lang, local):
    head = (
        '<meta property="article:published_time" content="2024-02-05T08:30:07Z">'
        '<meta name="sailthru.date" content="2024-02-05T18:30:07+00:00">'
    )
    assert published("", head, f"https://{host}/ice", lang).isoformat() == local


def test_two_times_some_minutes_apart_are_two_times():
    head = (
        '<meta property="article:published_time" content="2024-02-05T08:30:07Z">'
        '<meta name="sailthru.date" content="2024-02-05T18:31:07Z">'
    )
    assert published("", head, lang="nb").isoformat() == "2024-02-05T08:30:07+00:00"


def placed(page):
    ctx = Context()
    loaded = html.load(f"<html><body>{page}</body></html>".encode(), ctx)
    facts = metadata.read(Page(root=loaded.root, data=loaded.data, url=None, charset="utf-8", charset_from="declared"), ctx)
    return next((moment.value for moment in facts.stamps if moment.kind == "published"), None)


HEADLINE = "<h1>Ice is back in the harbour</h1>"
OTHER = '<p class="date">7 February 2024</p>'


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            f'<div class="sidebar-right">{HEADLINE}{"<i>.</i>" * 30}<p class="date">5 February 2024</p>{STORY}</div>{OTHER}',
            id="around the headline too",
        ),
        pytest.param(
            f'{HEADLINE}<div class="teaser-meta"><p class="date">5 February 2024</p></div>{"<i>.</i>" * 30}{OTHER}{STORY}',
            id="beside the headline",
        ),
        pytest.param(
            f'{HEADLINE}{"<i>.</i>" * 30}<div class="elementor-widget"><p class="date">5 February 2024</p></div>{STORY}{OTHER}',
            id="a builder's widget",
        ),
    ],
)
def test_the_name_of_a_place_speaks_against_a_date_only_where_it_sets_it_apart(page):
    assert placed(page) == dt.date(2024, 2, 5)


@pytest.mark.parametrize("tag", ["time", "date"])
def test_the_words_of_an_element_for_times_are_a_date(tag):
    assert placed(f"{HEADLINE}<{tag} class='byline'>12:20 Feb 5, 2024</{tag}>{STORY}") == dt.datetime(2024, 2, 5, 12, 20)


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ('<span class="authored">5.2.2024</span>', dt.date(2024, 2, 5)),
        ("<i></i>5.2.2024", dt.date(2024, 2, 5)),
        ("<i>5.2.2024</i><i>6.2.2024</i>", None),
        ("<i>Das Eis vom 5.2.2024 hat den Hafen am Montag ganz gesperrt</i>", None),
    ],
)
def test_a_list_of_stories_that_has_this_one_dates_it(beside, expected):
    item = f'<li><a href="/ice">Ice is back in the harbour</a>{beside}</li>'
    other = '<li><a href="/sun">Sun is back in the harbours</a><i>1.2.2024</i></li>'
    assert placed(f'{HEADLINE}{STORY}<div class="comments"><ul>{other}{item}</ul></div>') == expected


def test_a_time_without_a_zone_is_no_other_instant():
    head = (
        '<meta property="article:published_time" content="2024-02-05T08:30:07Z">'
        '<meta name="sailthru.date" content="5 Feb 2024 18:30 Z+00:00">'
    )
    assert published("", head, lang="nb").isoformat() == "2024-02-05T08:30:07+00:00"


def test_the_dates_of_a_long_list_above_do_not_hide_that_of_the_story():
    above = "".join(f'<i class="date">{1 + day % 28}.1.2024</i>' for day in range(900))
    assert placed(f'{above}{"<b>.</b>" * 60}{HEADLINE}{"<b>.</b>" * 30}<p class="date">5.2.2024</p>{STORY}') == dt.date(
        2024, 2, 5
    )
