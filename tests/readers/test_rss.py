"""Feeds: rules that no single file shows."""

from pathlib import Path

import pytest

from newsparse.errors import UsageError
from newsparse.kit import dialect
from newsparse.model import thaw
from newsparse.pipeline import Pipeline
from newsparse.plugin import Document, Match
from newsparse.readers.rss import READER
from newsparse.testing import ReaderLaws, read_all

CORPUS = Path(__file__).parent.parent / "corpus"


class TestRss(ReaderLaws):
    reader = READER
    corpus = CORPUS / "rss"


def item(inside, namespaces=""):
    [found] = read_all(READER, f'<rss version="2.0" {namespaces}><channel>{inside}</channel></rss>'.encode())
    return found


def test_prefixes_do_not_matter():
    found = item("<item><title>t</title><who:creator>Ada</who:creator></item>", 'xmlns:who="http://purl.org/dc/elements/1.1/"')
    assert [byline.raw for byline in found.bylines] == ["Ada"]


def test_an_enclosure_that_media_rss_says_too_is_one_medium():
    inside = '<enclosure url="https://x.org/a.jpg" length="9" type="image/jpeg"/><m:content url="https://x.org/a.jpg"><m:credit>B. Lens</m:credit></m:content>'
    [media] = item(f"<item><title>t</title>{inside}</item>", 'xmlns:m="http://search.yahoo.com/mrss/"').media
    assert (media.credit, media.renditions[0].size) == ("B. Lens", 9)


def test_what_no_table_knows_is_kept():
    found = item(
        '<item><title>t</title><x:a b="1">c</x:a><x:d><x:e>f</x:e><x:e>g</x:e></x:d></item>', 'xmlns:x="https://x.org/ns"'
    )
    assert thaw(found.extras["rss"]) == {"x:a": {"@b": "1", "text": "c"}, "x:d": {"e": ["f", "g"]}}


def test_the_feeds_words_hold_where_an_item_has_none_of_its_own():
    found = item("<title>Herald</title><language>nb</language><copyright>c</copyright><item><title>t</title></item>")
    assert (found.metadata.provider.name, found.lang, found.metadata.rights.notice) == ("Herald", "nb", "c")


HOUSE = b"""
format = "rss"
name = "quay"

[signs]
contains = ["xmlns:q="]

[fields]
"story/text" = "body"
"story@lang" = "lang"
"story/editor" = "ed_notes"
"story/urgency" = "urgency"
"""
FEED = b"""<rss version="2.0" xmlns:q="https://q.example.org"><channel><item><title>t</title><description>d</description>
<q:story lang="nn"><q:text>One.

Two.</q:text><q:editor>Hold</q:editor><q:urgency>2</q:urgency></q:story></item></channel></rss>"""


def test_a_dialect_of_the_callers_maps_an_agencys_elements():
    given = (dialect.read(HOUSE, "quay.toml"),)
    [outcome] = Pipeline(dialects=given).iter(Document(data=FEED))
    article = outcome.article
    assert (article.paragraphs, article.lang, article.metadata.ed_notes) == (("One.", "Two."), "nn", ("Hold",))
    assert (article.summary.text, article.metadata.urgency) == ("d", 2)


def test_a_dialect_may_only_name_fields_that_there_are():
    given = (dialect.read(HOUSE.replace(b'"ed_notes"', b'"nonsense"'), "quay.toml"),)
    [outcome] = Pipeline(dialects=given).iter(Document(data=FEED))
    assert isinstance(outcome.error, UsageError)


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"<rss><channel>", Match.CERTAIN),
        (b'<?xml version="1.0"?><!-- c --><feed xmlns="http://www.w3.org/2005/Atom">', Match.CERTAIN),
        (b'<entry xmlns="http://www.w3.org/2005/Atom">', Match.LIKELY),
        (b"<feed><x/></feed>", Match.NO),
        (b"<html><body><rss>", Match.NO),
        (b"about <rss", Match.NO),
    ],
)
def test_a_feed_is_recognised_by_its_root(data, match):
    assert READER.sniff(Document(data=data).head()) is match


def test_what_a_dialect_leaves_of_an_element_is_kept():
    data = FEED.replace(b"<q:editor>", b"<q:desk>Sea</q:desk><q:editor>")
    [outcome] = Pipeline(dialects=(dialect.read(HOUSE, "quay.toml"),)).iter(Document(data=data))
    assert thaw(outcome.article.extras["rss"]) == {"q:story": {"desk": "Sea"}}


def test_addresses_of_atom_are_joined_to_their_base():
    feed = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://x.org/a/"><entry xml:base="b/"><id>urn:x:1</id><title>t</title>
<link href="c"/><link rel="related" href="https://y.org/"/><content src="/d" type="text/plain"/></entry></feed>"""
    [found] = read_all(READER, feed.encode())
    assert [link.href for link in found.metadata.links] == ["https://x.org/a/b/c", "https://y.org/", "https://x.org/d"]
