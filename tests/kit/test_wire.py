"""What text wires share: escapes, stories in a capture, wrapped lines, times, charsets."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.context import Context
from newsparse.kit import wire
from newsparse.kit.charset import decode
from newsparse.plugin import Document


def frames(data):
    ctx = Context()
    return [frame.data for frame in wire.stories(Document(data=data), ctx, "x")], [d.data["text"] for d in ctx.diagnostics]


@given(st.binary(max_size=60))
def test_escaped_bytes_come_back(data):
    text = wire.escaped(data)
    assert text.isascii()
    assert text.isprintable()
    assert wire.unescaped(text) == data


def test_stories_begin_at_soh_and_end_at_eot_or_the_next():
    first, second, third = b"\x16\x16\x01a0101\x04", b"\x01b0102", b"\x16\x01c0103\x04"
    assert frames(first + b"\r\n" + second + third) == ([first, second, third], [])


def test_a_stray_soh_inside_a_story_begins_none():
    assert frames(b"\x01a0101 no\x01ise\x04\x01odd\x04") == ([b"\x01a0101 no\x01ise\x04", b"\x01odd\x04"], [])


def test_words_outside_stories_are_told():
    assert frames(b"lost\x04\x01a\x04noise\x07\x01b\x04\x00\x7f") == ([b"\x01a\x04", b"\x01b\x04"], ["lost\ufffd", "noise"])


def test_a_document_without_soh_is_one_story():
    assert frames(b"eca1 3 i 4") == ([b"eca1 3 i 4"], [])
    assert frames(b"\x7f\x00\r\n") == ([], [])


@given(st.lists(st.sampled_from([b"\x01", b"\x16", b"\x04", b"\x07", b"a", b"\r\n", b"\x03"]), max_size=40))
def test_frames_do_not_overlap_and_keep_every_word(parts):
    data = b"".join(parts)
    ctx = Context()
    found = list(wire.stories(Document(data=data), ctx, "x"))
    assert [f.byte_start for f in found] == sorted(f.byte_start for f in found)
    assert all(data[f.byte_start : f.byte_start + len(f.data)] == f.data for f in found)
    told = sum(d.data["text"].count("a") for d in ctx.diagnostics)
    assert sum(f.data.count(b"a") for f in found) + told == data.count(b"a")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["one", "two  three"], "one two three"),
        (["re-", "opening"], "re-opening"),
        (["Ein-", "und Ausfuhr"], "Ein- und Ausfuhr"),
        (["3-", "2"], "3- 2"),
        (["so -", "and so"], "so - and so"),
    ],
)
def test_wrapped_lines_are_joined(lines, text):
    assert wire.joined(lines) == text


def test_fill_goes_and_other_controls_are_counted():
    assert wire.plain("a\x00\x7f\x07b\x1b\x85c") == ("ab\ufffd\x85c", 1)
    assert wire.plain("a\x10\x08\x05", keep="\x08\x10") == ("a\x10\x08\ufffd", 1)


def test_places_are_those_of_the_bytes_in_spite_of_fill():
    ctx = Context()
    lines = wire.clean_lines(decode("é\x00x\nb".encode()), 10, ctx, "x")
    assert [(line.text, line.start, line.end) for line in lines] == [("éx", 10, 14), ("b", 15, 16)]


FORM = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)(?: (?P<zone>[A-Z]{3})(?= |$))?(?: (?P<month>[^\W\d]+) (?P<year>\d+))?"
)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("051140 GMT Mar 24", dt.datetime(2024, 3, 5, 11, 40, tzinfo=dt.UTC)),
        ("051140 Dez 94", dt.datetime(1994, 12, 5, 11, 40)),
        ("051140 EDT Mar 24", dt.datetime(2024, 3, 5, 11, 40, tzinfo=dt.timezone(dt.timedelta(hours=-4)))),
        ("051140 IST Mar 24", None),
        ("321140 Mar 24", None),
        ("051140", None),
    ],
)
def test_a_time_is_what_is_certain(raw, value):
    assert wire.first_moment(raw, [FORM]) == (raw, value)


@pytest.mark.parametrize(("day", "month"), [("05", 3), ("07", 2), ("06", 3)])
def test_a_reference_gives_the_month_that_is_not_stated(day, month):
    assert wire.first_moment(f"{day}1140", [FORM], dt.date(2024, 3, 6))[1] == dt.datetime(2024, month, int(day), 11, 40)


def test_an_agency_behind_a_name_is_no_author():
    assert [a.name for a in wire.byline("By Ines Okafor, dpa").agents] == ["Ines Okafor"]
    assert [a.name for a in wire.byline("By The Associated Press").agents] == ["The Associated Press"]


@given(st.text(max_size=40))
def test_what_is_written_is_decoded_to_the_same(text):
    cleaned = wire.printable(text).replace("\ufeff", "")
    data = wire.encoded(f"plain words in front of it {cleaned}", "cp1252")
    assert decode(data).text == f"plain words in front of it {cleaned}"


@pytest.mark.parametrize(
    ("text", "clean", "count"),
    [
        ("a\x9fb", "a\ufffdb", 1), ("\x80\x80 à", "\ufffd\ufffd à", 2), ("a\ud800b", "a\ufffdb", 1), ("a\udfff", "a\ufffd", 1),
        ("a\x85b", "a\x85b", 0), ("\xa0«à» \ud7ff", "\xa0«à» \ud7ff", 0), ("Ā\u0080", "Ā\ufffd", 1), ("plain", "plain", 0),
    ],
)  # fmt: skip
def test_control_characters_beyond_ascii_are_no_text(text, clean, count):
    assert wire.plain(text) == (clean, count)


@pytest.mark.parametrize("text", ["a\nbb\n\nc", "à\nbß\n\nc", "à\rb", "", "\n"])
def test_lines_are_where_their_bytes_are(text):
    data = text.encode()
    for line in wire.lines_at(decode(data), 10):
        assert data[line.start - 10 : line.end - 10].decode() == line.text
