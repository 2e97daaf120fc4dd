"""Words in the head of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.kit import heads


@given(st.text("ab", max_size=40).map(str.encode), st.sampled_from([b"a", b"ab", b"aba", b"bb"]))
def test_a_word_is_found_wherever_it_stands(data, word):
    found = [at for at in range(len(data)) if data.startswith(word, at)]
    assert sorted(heads.places(data, word)) == found
    assert heads.holds(data, word) == bool(found)


@pytest.mark.parametrize(("words", "held"), [((b"x", b"b"), True), ((b"x", b"y"), False), ((), False)])
def test_one_of_the_words_is_enough(words, held):
    assert heads.holds(b"abc", *words) == held


def test_text_is_looked_at_as_bytes_are():
    assert heads.holds("a\n\tb", "\n\t")


@pytest.mark.parametrize(
    "carried_by",
    [
        "",
        "\n\ufeff\n",
        "\x01",
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n",
        "From: a@example.org\nSubject: Ferry\n of three towns\n\n",
        "ZCZC abc 123\r\n",
    ],
)
@pytest.mark.parametrize(
    "document", ['<?xml version="1.0"?><a/>', "<!DOCTYPE a>", '<a b="1" xmlns="urn:c">', '{"uri": 1}', '[{"uri": 1}]']
)
def test_markup_is_no_text_whatever_carried_it(carried_by, document):
    assert heads.is_no_text(carried_by + document)


@pytest.mark.parametrize(
    "text",
    [
        "Ferry sails\n\n<a> and <b>",
        "Title: Ferry\n\nIt sailed.",
        "<b>Ferry</b>",
        "[Ferry] {sails}",
        "ZCZC abc 123\nIt sailed.",
        "HTTP/1.1 is old",
    ],
)
def test_words_are_text_whatever_stands_above_them(text):
    assert not heads.is_no_text(text)


@pytest.mark.parametrize("piece", ["a:\n", "a: b\n c\n", "\n", "<a ", " x", '"', "HTTP/1\n", "\ufeff"])
def test_any_head_is_looked_at_to_its_end(piece):
    assert not heads.is_no_text(piece * 4_000)
