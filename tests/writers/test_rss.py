"""RSS, written: read by feedparser with the same values, and back by our reader."""

import datetime as dt
import html
from pathlib import Path

import pytest
from hypothesis import given

from newsparse.context import Context
from newsparse.model import (
    Agent,
    Article,
    Byline,
    Dateline,
    FrozenMap,
    Identifier,
    Link,
    Mark,
    Media,
    Metadata,
    Paragraph,
    Rendition,
    Rights,
    Section,
    Stamp,
    Subject,
    Text,
)
from newsparse.pipeline import write
from newsparse.readers.rss import READER
from newsparse.registry import default
from newsparse.testing import articles, carrying, read_all, settled, valid_files
from newsparse.writers.rss import WRITER, Options

CORPUS = Path(__file__).parent.parent / "corpus"
MORNING = dt.datetime(2024, 3, 5, 9, 15, tzinfo=dt.timezone(dt.timedelta(hours=1)))
STORY = Article(
    uid="herald-7",
    title=Text("Fish & <chips>"),
    summary=Text("Salt & vinegar, 1 < 2"),
    bylines=(Byline(raw="Ada Quay", agents=(Agent(name="Ada Quay"),)), Byline(raw="Ben Oar", agents=(Agent(name="Ben Oar"),))),
    sections=(
        Section(id="s1", blocks=(Paragraph(id="b1", text=Text("A fresh start", (Mark(kind="strong", start=2, end=7),))),)),
        Section(id="s2", title=Text("Later"), level=1, blocks=(Paragraph(id="b2", text=Text("It rained.")),)),
    ),
    metadata=Metadata(
        lang="en",
        stamps=(Stamp(kind="published", raw="x", value=MORNING), Stamp(kind="updated", raw="y", value=MORNING)),
        provider=Agent(name="Harbour Herald"),
        subjects=(Subject(code="04", scheme="http://cv.example.org/", label="Economy"), Subject(label="Trade")),
        keywords=("salt", "oil"),
        rights=Rights(notice="(c) Herald"),
        links=(
            Link(href="https://herald.example.org/7", rel="canonical"),
            Link(href="https://herald.example.org/6", rel="related"),
        ),
    ),
)


def written(*stories, ctx=None, **options):
    return b"".join(WRITER.write(stories, Options(**options), ctx or Context()))


def told(article):
    ctx = Context()
    written(article, ctx=ctx)
    return sorted((d.severity.word, d.data["field"]) for d in ctx.diagnostics if "field" in d.data)


@given(articles())
def test_the_second_round_is_settled(article):
    settled(READER, WRITER, article)


@pytest.mark.parametrize("path", valid_files(CORPUS / "rss"), ids=lambda path: path.stem)
def test_a_sample_survives(path):
    for article in read_all(READER, path.read_bytes()):
        carrying(READER, WRITER, article)


def test_feedparser_reads_the_same_values():
    feedparser = pytest.importorskip("feedparser")
    feed = feedparser.parse(written(STORY))
    assert not feed.bozo
    assert feed.version == "rss20"
    assert feed.feed.title == "Harbour Herald"
    [entry] = feed.entries
    assert html.unescape(entry.title) == "Fish & <chips>"
    assert html.unescape(entry.summary) == "Salt & vinegar, 1 < 2"
    assert entry.content[0].value == "<p>A <strong>fresh</strong> start</p>\n<h2>Later</h2>\n<p>It rained.</p>"
    assert entry.link == "https://herald.example.org/7"
    assert entry.id == "herald-7"
    assert [author.name for author in entry.authors] == ["Ada Quay", "Ben Oar"]
    assert entry.published_parsed[:5] == entry.updated_parsed[:5] == (2024, 3, 5, 8, 15)
    assert [(tag.term, tag.scheme, tag.label) for tag in entry.tags[:2]] == [
        ("04", "http://cv.example.org/", "Economy"),
        ("Trade", None, None),
    ]
    assert (entry.language, entry.publisher, entry.rights) == ("en", "Harbour Herald", "(c) Herald")


@pytest.mark.parametrize("name", ["digitalwires", "newsmlg2", "ninjs", "nitf", "rss", "text"])
def test_feedparser_reads_articles_of_other_formats(name):
    feedparser = pytest.importorskip("feedparser")
    reader = default().without_plugins().reader(name)
    stories = [article for path in valid_files(CORPUS / name) for article in read_all(reader, path.read_bytes())]
    feed = feedparser.parse(written(*stories))
    assert not feed.bozo
    assert len(feed.entries) == len(stories) > 10
    for entry, story in zip(feed.entries, stories, strict=True):
        assert spaced(html.unescape(entry.title)) == spaced(story.headline)
        assert spaced(entry.get("id")) == spaced(story.uid)
        if not any("@" in line.raw for line in story.bylines):  # which feedparser takes apart
            assert [author.name for author in entry.get("authors", []) if author] == [spaced(line.raw) for line in story.bylines]
        published = next((s.value for s in story.metadata.stamps if s.kind == "published"), None)
        if isinstance(published, dt.datetime) and published.tzinfo is not None:
            assert entry.published_parsed[:5] == published.astimezone(dt.UTC).timetuple()[:5]


def spaced(value):
    return " ".join((value or "").split())


@given(articles())
def test_feedparser_finds_every_feed_well_formed(article):
    feedparser = pytest.importorskip("feedparser")
    feed = feedparser.parse(written(article, article))
    assert not feed.bozo, feed.bozo_exception
    assert len(feed.entries) == 2


def test_many_articles_are_one_feed():
    assert [a.headline for a in read_all(READER, written(STORY, STORY))] == ["Fish & <chips>"] * 2


def test_no_article_is_a_feed_without_items():
    assert b"<item>" not in written()


def test_the_channel_says_what_the_options_say():
    made = written(STORY, title="T", link="https://t.example.org", description="D").decode()
    assert "<title>T</title>\n    <link>https://t.example.org</link>\n    <description>D</description>" in made


def test_a_time_that_mail_cannot_say_is_iso():
    for value in (
        dt.date(2024, 3, 5),
        dt.datetime(2024, 3, 5, 9, 15),
        MORNING.replace(microsecond=5),
        MORNING.replace(year=1850),
    ):
        stamp = Stamp(kind="published", raw=value.isoformat(), value=value)
        [found] = read_all(READER, written(Article(title=Text("x"), metadata=Metadata(stamps=(stamp,)))))
        assert found.metadata.stamps == (stamp,)


def test_an_address_of_mail_makes_an_author():
    agent = Agent(name="Ada Quay", ids=(Identifier("mailto", "ada@example.org"),))
    article = Article(title=Text("x"), bylines=(Byline(raw="Ada Quay", agents=(agent,)),))
    assert b"<author>ada@example.org (Ada Quay)</author>" in written(article)
    assert read_all(READER, written(article))[0].bylines == article.bylines


def test_media_with_renditions_survive():
    forms = (Rendition(href="https://example.org/a.jpg", width=9, height=6, size=70),)
    small = (Rendition(href="https://example.org/s.jpg", name="thumbnail", width=2),)
    media = Media(id="b1", kind="picture", href="https://example.org/a.jpg", media_type="image/jpeg", renditions=forms + small)
    article = Article(title=Text("x"), sections=(Section(id="s1", blocks=(media,)),))
    [found] = read_all(READER, written(article))
    assert (found.media[0].media_type, found.media[0].renditions[1:]) == ("image/jpeg", small)
    assert told(article) == []


def test_what_does_not_fit_is_told_by_name():
    links = (Link(href="https://example.org/a.mp3", rel="enclosure"),)
    metadata = Metadata(keywords=("a, b",), stamps=(Stamp(kind="updated", raw="soon"),), links=links, category="c")
    article = Article(title=Text("x"), metadata=metadata, extras=FrozenMap({"rss": {"odd": 1}}))
    assert told(article) == [
        ("error", "extras.rss"),
        ("error", "metadata.keywords"),
        ("error", "metadata.links"),
        ("error", "metadata.links.rel"),
        ("error", "metadata.stamps.updated"),
        ("warning", "metadata.subjects"),
    ]
    ctx = Context()
    b"".join(write([Article(slugline="s")], "rss", ctx=ctx))
    assert [d.data["field"] for d in ctx.diagnostics] == ["slugline"]


def test_a_feed_of_nobody_known_is_the_same_when_written_again():
    once = written(Article(uid="x", title=Text("Ferry")))
    [read] = read_all(READER, once)
    assert written(read) == once


def test_a_dateline_in_the_text_gives_its_place_again():
    raw = "LINTON, Ohio (AP) -"
    dateline = Dateline(raw=raw, place="LINTON, Ohio", agency="AP")
    text = Paragraph(id="b", text=Text(f"{raw} The river rose on Monday."))
    article = Article(uid="x", dateline=dateline, sections=(Section(id="s", title=None, level=0, blocks=(text,)),))
    [read] = read_all(READER, written(article))
    assert read.dateline == dateline
