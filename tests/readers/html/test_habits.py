"""What is done otherwise for a kind of page or a publisher is data."""

from newsparse.context import Context
from newsparse.errors import UsageError
from newsparse.kit import dialect
from newsparse.pipeline import Pipeline
from newsparse.plugin import Document, Frame, Head, Match
from newsparse.readers.html import READER, Options, refined

ENTRIES = "".join(
    f"<article><h2>{hour}:00</h2><p>At {hour} o'clock the water stood {hour} metres high at the old mill, the council said.</p></article>"
    for hour in range(12, 16)
)
LIVE = (
    '<html><head><title>Flood at Lund</title><script type="application/ld+json">{"@type": "LiveBlogPosting", '
    '"headline": "Flood at Lund"}</script></head><body><main><article><h1>Flood at Lund</h1><p>The river has left its bed in the '
    "night, and the people of Lund have been asked to stay in. The council meets at noon, as it did in 1847 when the mill was new; "
    f"the ferry does not run, and the valley road is closed between the bridge and the mill until further notice, as the council told the people in the square this morning.</p></article>{ENTRIES}</main></body></html>"
)
PAGE = (
    "<html><head><title>Mill sold</title></head><body><h1>Mill sold</h1><div class='copy'>"
    "<p>The mill at Lund has been sold for a sum that nobody would name.</p>"
    "<p class='calendar-line'>Our calendar for the year is in the shops, for a price that anybody can pay.</p>"
    "<p>It was built in 1847, and has stood empty since the great flood.</p></div></body></html>"
)
HABITS = b'format = "html"\nname = "mill"\n[leave_out]\n"calendar-line" = "ad"\n'


def article_of(page: str, **more):
    (outcome,) = Pipeline(format="html", **more).iter(Document(data=page.encode()))
    return outcome.article


def test_the_articles_of_a_live_blog_are_its_entries():
    assert len(article_of(LIVE).sections) == 5


def test_the_articles_of_another_page_are_other_stories():
    assert len(article_of(LIVE.replace("LiveBlogPosting", "NewsArticle")).sections) == 1


def test_a_dialect_of_the_callers_leaves_out_what_it_names():
    habits = dialect.read(HABITS, "mill.toml")
    assert len(article_of(PAGE).paragraphs) == 3
    assert len(article_of(PAGE, dialects=(habits,)).paragraphs) == 2


def test_a_dialect_may_be_for_one_address():
    habits = dialect.read(HABITS + b'[signs]\ncontains = ["address: https://mill.example/"]\n', "mill.toml")
    for url, count in (("https://mill.example/1", 2), ("https://other.example/1", 3)):
        (outcome,) = Pipeline(format="html", dialects=(habits,)).iter(Document(data=PAGE.encode(), url=url))
        assert len(outcome.article.paragraphs) == count


def test_a_reason_that_nobody_knows_is_refused():
    habits = dialect.read(HABITS.replace(b'"ad"', b'"whim"'), "mill.toml")
    (outcome,) = Pipeline(format="html", dialects=(habits,)).iter(Document(data=PAGE.encode()))
    assert isinstance(outcome.error, UsageError)


def test_a_reader_that_refines_html_reads_by_its_dialect():
    reader = refined(name="mill", title="mill", sniff=lambda head: Match.NO, dialect=dialect.read(HABITS, "mill"))
    assert reader.refines == "html"
    assert reader.elements is None  # its sniffer is the plug-in's, and may be certain of anything
    assert reader.sniff(Head(data=b"", size=0)) == Match.NO
    article = reader.parse(Frame(data=PAGE.encode()), Options(), Context())
    assert len(article.paragraphs) == 2
    assert READER.refines is None
