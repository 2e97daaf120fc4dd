"""URIs that stand for what is none."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsparse.kit import uris

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@pytest.mark.parametrize(
    "value",
    [
        "urn:x:1",
        "http://example.org",
        "https://a@example.org:80/p/?q=1#f",
        "tag:example.org,2024:7",
        "mailto:a@example.org",
        "a:b%20c",
    ],
)
def test_a_uri_stands_as_it_is(value):
    assert uris.is_uri(value)
    assert uris.named("id", value) == value


@pytest.mark.parametrize(
    "value", ["", "x", "a:", ":a", "http://", "http://a:b/", "a:b c", "a:%zz", "a:ä", "a:b#c#d", "1a:b", "a:[1]"]
)
def test_what_is_no_uri_gets_one(value):
    assert not uris.is_uri(value)
    assert uris.is_uri(uris.named("id", value) + ("" if value else "x"))


@given(WORDS)
@example("urn:newsparse:id:x")
def test_a_named_value_is_read_back(value):
    assert uris.value_of(uris.named("id", value)) == value


@given(WORDS.filter(bool), WORDS.filter(bool))
@example("http://example.org/topic/", "7")
@example("urn:newsparse:scheme:x:", "7")
def test_scheme_and_code_are_read_back(scheme, code):
    shown, whole = uris.concept(scheme, code)
    assert uris.is_uri(whole)
    assert uris.concept_of(whole, code) == (scheme, code)
    assert uris.concept_of(shown, code)[0] == scheme or shown == scheme


def test_a_concept_is_cut_at_its_last_slash_or_hash():
    assert uris.concept_of("http://example.org/a#b", None) == ("http://example.org/a#", "b")
    assert uris.concept_of("http://example.org/a/b", "c") == (None, "c")
    assert uris.concept_of("x", None) == (None, "x")


def test_an_address_beyond_ascii_is_encoded():
    assert uris.address(" https://example.org/ä b ") == "https://example.org/%C3%A4%20b"
    assert uris.address("no address") is None


def test_unnamed_things_have_no_value():
    assert uris.value_of(uris.unnamed("x")) is None
    assert uris.unnamed("x") == uris.unnamed("x") != uris.unnamed("y")
