"""Words in the head of a document."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.kit import heads


@given(st.text("ab", max_size=40).map(str.encode), st.sampled_from([b"a", b"ab", b"aba", b"bb"]))
def test_a_word_is_found_wherever_it_stands(data, word):
    found = [at for at in range(len(data)) if data.startswith(word, at)]
    assert sorted(heads.places(data, word)) == found
    assert heads.holds(data, word) == bool(found)


@pytest.mark.parametrize(("words", "held"), [((b"x", b"b"), True), ((b"x", b"y"), False), ((), False)])
def test_one_of_the_words_is_enough(words, held):
    assert heads.holds(b"abc", *words) == held


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (gzip.compress(b"A headline\n\nA paragraph.", mtime=0), "gzip data"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\nA headline\n\nA paragraph.", "a WARC capture"),
        (b"%PDF-1.4\n1 0 obj\n", "a PDF document"),
        (b"{\\rtf1\\ansi A headline", "an RTF document"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture"),
        (b"story.txt".ljust(257, b"\0") + b"ustar\x0000".ljust(255, b"\0") + b"A headline", "a tar archive"),
    ],
)
def test_what_is_packed_is_no_text_and_the_user_is_told_to_unpack_it(data, told):
    assert heads.packing(data) == told
    with pytest.raises(newsparse.UnknownFormat, match=f"it is {told}: unpack or convert it first"):
        newsparse.parse(data)


def test_a_text_that_begins_with_the_letters_of_a_sign_stands_bare():
    assert heads.packing(b"PKK says it will lay down arms\n") is None


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
