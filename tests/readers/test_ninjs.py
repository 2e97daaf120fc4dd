"""ninjs and dpa's JSON: rules that no single file shows, and any values under the names that we know."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.context import Context
from newsparse.model import Origin
from newsparse.model.check import problems
from newsparse.plugin import Document, Match
from newsparse.readers.digitalwires import READER as DIGITALWIRES
from newsparse.readers.ninjs import READER
from newsparse.readers.ninjs.fields import RIGHTS, STAMPS, STRINGS, TOPICS
from newsparse.testing import ReaderLaws, outcomes, read_all

CORPUS = Path(__file__).parent.parent / "corpus"


class TestNinjs(ReaderLaws):
    reader = READER
    corpus = CORPUS / "ninjs"


class TestDigitalwires(ReaderLaws):
    reader = DIGITALWIRES
    corpus = CORPUS / "digitalwires"


def read(**item):
    ctx = Context()
    [frame] = READER.split(Document(data=json.dumps(item).encode()), READER.options(), ctx)
    return READER.parse(frame, READER.options(), ctx), [found.code for found in ctx.diagnostics]


NAMES = ["uri", "headline", "headlines", "descriptions", "bodies", "body_html", "byline", "authors", "located", "altids", "ednote",
         "infosource", "headline_x", "description_x", "body_x", "wordcount", "renditions", "associations", "type", "keywords", "urgency", "service", "standard", *STAMPS, *TOPICS,
         *RIGHTS.values(), *(name for names in STRINGS.values() for name in names)]  # fmt: skip
WORDS = st.text(max_size=6) | st.sampled_from(["<p>x</p>", "2024-01-01T00:00:00Z", "text", "picture", "http://x.org/a"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS
KEYS = st.sampled_from(
    ["name", "value", "role", "uri", "code", "scheme", "href", "type", "contenttype", "literal", "renditions", "a"]
)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8)


@given(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6))
def test_any_values_under_known_names_give_an_article_or_an_error(item):
    list(outcomes(READER, json.dumps(item).encode()))


DW_NAMES = [
    "urn",
    "headline",
    "categories",
    "ednotes",
    "associations",
    "article_html",
    "linkbox_html",
    "dateline",
    "urgency",
    "signal",
]


@given(st.dictionaries(st.sampled_from(DW_NAMES), VALUES, max_size=6))
def test_any_values_under_names_of_dpa_give_an_article_or_an_error(item):
    list(outcomes(DIGITALWIRES, json.dumps({"format": "digitalwires@1", **item}).encode()))


def test_nothing_of_an_item_is_lost():
    item = {"uri": "urn:x:1", "odd": {"deep": [1, None]}, "subject": [{"code": "1", "rel": "about"}], "urgency": "7b"}
    article, _ = read(**item)
    assert json.loads(json.dumps(article.extras["ninjs"], default=dict)) == {k: item[k] for k in ("odd", "subject", "urgency")}


def test_the_body_with_the_most_markup_is_read():
    bodies = [{"contenttype": "text/plain", "value": "plain"}, {"contenttype": "text/html", "value": "<p>html</p>"}]
    article, codes = read(uri="urn:x:1", bodies=bodies)
    assert (article.paragraphs, codes) == (("html",), ["ninjs.other-bodies"])


def test_blocks_say_which_body_they_are_of():
    article, _ = read(
        uri="urn:x:1", bodies=[{"contenttype": "text/plain", "value": "x"}, {"contenttype": "text/html", "value": "<p>y</p>"}]
    )
    assert article.sections[0].blocks[0].origin == Origin(path="/bodies/1/value")
    article, _ = read(uri="urn:x:1", body_text="x")
    assert article.sections[0].blocks[0].origin == Origin(path="/body_text")


def test_capitals_in_names_do_not_matter():
    article, _ = read(uri="urn:x:1", versionCreated="2024-01-01T00:00:00Z", PubStatus="usable")
    assert (article.metadata.status, article.metadata.stamps[0].kind) == ("usable", "updated")


def test_a_lone_surrogate_becomes_a_replacement_character():
    [article] = read_all(READER, b'{"uri": "urn:x:1", "headline": "a\\ud800b", "odd": "\\udfff\\u0000"}')
    assert article.headline == "a\ufffdb"
    assert problems(article) == ()


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b'{"uri": "x", "headline": "y"}', Match.LIKELY),
        (b'{"guid": "x", "slugline": "y"}', Match.LIKELY),
        (b'{"pubstatus": 1, "versioncreated": 2, "body_html": 3}', Match.CERTAIN),
        (b'{"body_html": "a long one', Match.LIKELY),
        (b'{"headline": "y"}', Match.NO),
        (b'{"newsparse": "1.0", "articles": [{"uri": 1, "bodies": 2}]}', Match.NO),
        (b"uri headline byline", Match.NO),
        (b'{"format": "digitalwires@1", "pubstatus": 1, "slugline": 2, "bodies": 3}', Match.NO),
    ],
)
def test_ninjs_is_recognised_by_its_names(data, match):
    assert READER.sniff(Document(data=data).head()) is match
