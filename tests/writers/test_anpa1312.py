"""ANPA 1312 out: what is kept comes back byte by byte, what is carried comes back equal."""

import datetime as dt

import attrs
import pytest

from newsparse.context import Context
from newsparse.kit import anpalines, wire
from newsparse.model import Agent, Article, Byline, Dateline, Metadata, Paragraph, Section, Stamp, Text
from newsparse.readers.anpa1312 import READER
from newsparse.testing import WriterLaws
from newsparse.testing.laws import read_all
from newsparse.writers.anpa1312 import WRITER

HEADER = b"\x16\x16\x01k0417\x1fcoast\r\nu a\x13\x11 BC-HB--Ferry 1stLd   03-05 0120\r\n\x02"
TRAILER = b"\x03CW-HB-03-05-24 0940GMT<\r\n\r\n\x0c\r\n\x04"
MESSAGE = (
    HEADER
    + b"^BC-HB--Ferry, 1st Ld,96<\r\n^Towns agree on ``one'' ferry<\r\n^Eds: Adds cost.<\r\n^By INES OKAFOR=\r\n^CW Staff Writer=\r\n"
    b"\t   PORT ELLIS (CW) _ The council met.\r\n\t   " + TRAILER
)


class TestLaws(WriterLaws):
    writer = WRITER
    reader = READER
    test_every_article_can_be_written = None  # the properties hold it for every writer


def written(article):
    ctx = Context()
    return b"".join(WRITER.write([article], WRITER.options(), ctx)), [d.data.get("field") for d in ctx.diagnostics]


def test_header_and_trailer_come_back_byte_by_byte():
    article = read_all(READER, MESSAGE)[0]
    data, told = written(article)
    assert data.startswith(HEADER)
    assert data.endswith(TRAILER)
    assert data.replace(b"\r\n\t   \x03", b"\t   \x03") == MESSAGE
    assert told == []


def test_a_changed_article_gets_a_header_of_its_own():
    article = read_all(READER, MESSAGE)[0]
    changed = attrs.evolve(article, metadata=attrs.evolve(article.metadata, category="s", words_declared=90))
    data, told = written(changed)
    assert data.startswith(b"\x16\x16\x01k0417\x1fcoast\r\nu s\x13\x11 BC-HB--Ferry 1stLd   03-05 0090\r\n\x02")
    assert told == ["extras.anpa1312"]


def test_an_article_from_elsewhere_makes_a_message():
    article = Article(
        title=Text("Towns agree – “at last”"),
        slugline="Ferry-Harbour",
        bylines=(Byline(raw="Ines Okafor", agents=(Agent(name="Ines Okafor", kind="person"),)),),
        dateline=Dateline(raw="PORT ELLIS, March 5", place="PORT ELLIS", date="March 5"),
        sections=(Section(id="s1", blocks=(Paragraph(id="b1", text=Text("The council met.")),)),),
        metadata=Metadata(
            urgency=3, stamps=(Stamp(kind="updated", raw="x", value=dt.datetime(2024, 3, 5, 9, 40, tzinfo=dt.UTC)),)
        ),
    )
    data, told = written(article)
    back = read_all(READER, data)[0]
    assert (back.headline, back.slugline, back.authors) == (article.headline, "Ferry-Harbour", article.authors)
    assert back.dateline.place == "PORT ELLIS"
    assert back.updated == article.updated
    assert back.metadata.urgency == 3
    assert set(told) == {None, "bylines", "paragraphs", "dateline"}


@pytest.mark.parametrize(("text", "data"), [("é", b"\xe9"), ("Ã©", "Ã©".encode()), ("ж", "ж".encode()), ("€", b"\x80")])
def test_the_text_is_in_windows_1252_where_that_cannot_be_mistaken(text, data):
    assert wire.encoded(text, "cp1252") == data


def test_a_line_that_would_be_taken_for_another_is_reported():
    for line in ("By the sea", "Eds: no", "AP Photo", "___", "For release today", "EDITOR'S NOTE", "$Adv01", "abc123"):
        _, told = written(Article(title=Text(line)))
        assert "title" in told, line


@pytest.mark.parametrize("headline", ["Ex-mayors meet in Port Ellis, at last", "US-made ferries, 3 of them", "Co-op opens"])
def test_a_headline_that_begins_as_slugs_do_is_one(headline):
    data, told = written(Article(title=Text(headline), summary=Text("The council met. " * 10)))
    [back] = read_all(READER, data)
    assert (back.headline, back.slugline) == (headline, None)
    assert "title" not in told


def test_signs_are_read_as_they_are_typed():
    for text in ("“a” — b", "it's ‘so’"):
        assert anpalines.readable(anpalines.typed(text)) == text


def test_levels_are_told_where_the_order_of_headings_does_not_say_them():
    text = Paragraph(id="b1", text=Text("The river rose."))
    one = Section(id="s1", title=Text("Rivers"), level=1, blocks=(text,))
    assert "sections.level" not in written(Article(sections=(one,)))[1]
    assert "sections.level" in written(Article(sections=(attrs.evolve(one, level=3),)))[1]
    assert "sections.level" in written(Article(sections=(attrs.evolve(one, title=Text("")),)))[1]
