"""JSON from outside: bounded, strict, mended."""

import pytest

from newsparse.context import Context
from newsparse.errors import LimitExceeded, ParseError
from newsparse.kit.json import frames, load, load_all, load_line, objects
from newsparse.limits import Limits
from newsparse.plugin import Document, Frame


def test_values_come_as_they_are():
    assert load(b'{"a": [1, "x"]}', Context(), "x.bad") == {"a": [1, "x"]}


def test_lone_surrogates_become_replacement_characters():
    assert load(rb'{"\ud800": ["\udc00", 1, "\ud83d\ude00"]}', Context(), "x.bad") == {"\ufffd": ["\ufffd", 1, "\U0001f600"]}


@pytest.mark.parametrize("data", [b"", b"{", b"[NaN]", b"[Infinity]", b"nope"])
def test_what_is_no_json_is_refused(data):
    with pytest.raises(ParseError) as caught:
        load(data, Context(), "x.bad")
    assert caught.value.diagnostic.code == "x.bad"


@pytest.mark.parametrize("data", [b"[" * 300, b"[" * 300 + b"]" * 300, b"1" * 5000])
def test_depth_and_digits_are_bounded(data):
    with pytest.raises(LimitExceeded):
        load(data, Context(), "x.bad")


def test_brackets_in_strings_are_no_depth():
    assert load(b'"' + b"[" * 300 + b'"', Context(limits=Limits(depth=5)), "x.bad") == "[" * 300


@pytest.mark.parametrize(("digits", "before"), [(4001, 0), (4001, 1999), (4002, 7), (9000, 123)])
def test_a_number_of_too_many_digits_is_found_wherever_it_stands(digits, before):
    with pytest.raises(LimitExceeded):
        load(b'["' + b"x" * before + b'", ' + b"1" * digits + b"]", Context(), "x.bad")


def test_a_number_of_just_as_many_digits_as_may_be_is_read():
    assert load(b"[" + b"1" * 4000 + b"]", Context(), "x.bad") == [int("1" * 4000)]


@pytest.mark.parametrize("text", [r'["\\", "["]', r'["\"[", "]"]', r'{"a\\\"[": ["{"]}'])
def test_escapes_do_not_hide_the_end_of_a_string(text):
    assert load(text.encode(), Context(limits=Limits(depth=2)), "x.bad")
    with pytest.raises(LimitExceeded):
        load(f"[[{text}]]".encode(), Context(limits=Limits(depth=2)), "x.bad")


def test_characters_beyond_the_plane_need_no_mending():
    assert load(rb'["\ud83d\ude00", "\\ud83d"]', Context(), "x.bad") == ["\U0001f600", "\\ud83d"]


def test_values_that_are_glued_are_read_one_by_one():
    found = load_all(b'{"a": 1} [2]\x1e\n3', Context(), "x.bad-syntax")
    assert [one.value for one in found] == [{"a": 1}, [2], 3]


def test_the_charset_is_told():
    [found] = load_all('"ä"'.encode("cp1252"), Context(), "x.bad-syntax")
    assert (found.value, found.charset, found.charset_from) == ("ä", "cp1252", "fallback")


def test_a_second_value_on_a_line_is_told():
    ctx = Context()
    assert load_line(Frame(data=b"1 2", line=7), ctx, "x.bad-syntax").value == 1
    assert [(d.severity.word, d.origin.line) for d in ctx.diagnostics] == [("error", 7)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_lines_are_counted_over_empty_ones(end):
    data = end.join([b"", b'{"a": 1}', b"", b"", b'{"a": 2}', b"{", b""])
    found = frames(Document(data=data))
    assert [(frame.index, frame.line, data[frame.byte_start :].startswith(frame.data)) for frame in found] == [
        (0, 2, True),
        (1, 5, True),
        (2, 6, True),
    ]
    with pytest.raises(ParseError) as caught:
        load_line(found[2], Context(), "x.bad-syntax")
    assert (caught.value.diagnostic.origin.line, caught.value.diagnostic.origin.column) == (6, 2)


@pytest.mark.parametrize("data", [b"", b" \n"])
def test_nothing_is_no_value(data):
    assert load_all(data, Context(), "x.bad-syntax") == []


@pytest.mark.parametrize(
    "data", [b"{", b"NaN", b"{'a': 1}", b"[1,]", b'{"a": 1} x', b'{"a": "b\nc"}', b'{"a": 1,}', b"/* c */ 1"]
)
def test_what_is_no_json_fails(data):
    with pytest.raises(ParseError):
        load_all(data, Context(), "x.bad-syntax")


def read(data):
    ctx = Context()
    values = [one.value for one in load_all(data, ctx, "x.bad-syntax")]
    return values, [found.severity.name for found in ctx.diagnostics]


@pytest.mark.parametrize(
    "data",
    [
        b'[{"a": 1}, {"b": 2}, {"c',
        b'[{"a": 1}, {"b": 2}',
        b'{"a": 1}{"b": 2}{"c"',
        b'[{"a": 1}, {"b": 2}, 3',
    ],
)
def test_what_is_whole_before_the_fault_is_read(data):
    assert read(data) == ([{"a": 1}, {"b": 2}], ["ERROR"])


@pytest.mark.parametrize("data", [b'{"a": 1},\n{"b": 2},', b'\x00{"a": 1}\x00{"b": 2};\x1a\x00'])
def test_signs_between_and_behind_values_are_none(data):
    assert read(data) == ([{"a": 1}, {"b": 2}], [])


IDENTITY, OWN = {"uri", "headline"}, {"uri", "headline", "slugline", "language"}
ITEM = {"uri": "urn:x:1", "slugline": "tides"}


@pytest.mark.parametrize(
    "found",
    [
        ITEM,
        [ITEM],
        {"items": [ITEM]},
        {"total": 1, "newsItems": [ITEM]},
        {"hits": {"total": 1, "hits": [{"_id": "1", "_source": ITEM}]}},
        {"meta": {"uri": "urn:call"}, "response": {"data": {"items": [ITEM]}}},
        {"links": [{"uri": "urn:next"}], "story": ITEM},
    ],
)
def test_items_are_found_in_the_envelopes_of_interfaces(found):
    assert objects(found, IDENTITY, OWN) == [ITEM]


@pytest.mark.parametrize(
    "found", [{"slugline": "tides", "language": "en", "picture": ITEM}, {"Headline": "Tides", "picture": ITEM}]
)
def test_an_item_that_holds_another_is_no_envelope(found):
    assert objects(found, IDENTITY, OWN) == [found]
