"""IPTC 7901 out: what is kept comes back byte by byte, what is carried comes back equal."""

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.api import render
from newsparse.context import Context
from newsparse.errors import UsageError
from newsparse.kit import wire
from newsparse.model import Article, Cell, Metadata, Paragraph, Section, Stamp, Table, Text
from newsparse.readers.iptc7901 import READER
from newsparse.testing import WriterLaws
from newsparse.testing.laws import read_all
from newsparse.writers.iptc7901 import WRITER, wrapped

HEADER = "\x01cwa0217 3 hb 96  dpa 0042\r\n\r\nHäfen/Fähre/\r\n\x02".encode()
TRAILER = b"\x03050940 GMT Mar 24\r\n\x7f\r\n\x7f\x04"
BODY = """(Berichtigung: der Preis im zweiten Satz)
EXTRA
Drei Häfen, eine Fähre
Von Ines Okafor, dpa
(Foto Archiv) =

Port Ellis (dpa) - Der Rat der drei Häfen hat am Dienstag getagt.

| Jahr | Preis |
|---|---|
| 2023 | 4,10 |

# Notizblock

## Orte
- Kai 4

* * * *
Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt

dpa io tl

"""
MESSAGE = HEADER + BODY.replace("\n", "\r\n").encode() + TRAILER


class TestLaws(WriterLaws):
    writer = WRITER
    reader = READER
    test_every_article_can_be_written = None  # the properties hold it for every writer


def written(article):
    ctx = Context()
    return b"".join(WRITER.write([article], WRITER.options(), ctx)), [d.data.get("field") for d in ctx.diagnostics]


def test_a_message_comes_back_byte_by_byte():
    article = read_all(READER, MESSAGE)[0]
    assert written(article) == (MESSAGE, [])


def test_a_changed_article_gets_a_header_of_its_own():
    article = read_all(READER, MESSAGE)[0]
    data, told = written(attrs.evolve(article, metadata=attrs.evolve(article.metadata, urgency=1)))
    assert data.startswith("\x01cwa0217 1 hb 96 dpa 0042\r\n\r\nHäfen/Fähre/\r\n\x02".encode())
    assert told == ["extras.iptc7901"]


def test_an_article_from_elsewhere_makes_a_message():
    stamp = Stamp(kind="updated", raw="x", value=dt.datetime(2024, 3, 5, 10, 40, tzinfo=dt.timezone(dt.timedelta(hours=1))))
    section = Section(id="s1", title=Text("Kosten"), level=1, blocks=(Paragraph(id="b1", text=Text("Mehr als gedacht.")),))
    article = Article(title=Text("Eine Fähre"), sections=(section,), metadata=Metadata(keywords=("A", "B"), stamps=(stamp,)))
    data, told = written(article)
    back = read_all(READER, data)[0]
    assert (back.headline, back.paragraphs, back.metadata.keywords) == ("Eine Fähre", ("Kosten", "Mehr als gedacht."), ("A", "B"))
    assert back.updated == article.updated
    assert told == [None, "paragraphs"]


@pytest.mark.parametrize(
    ("article", "field"),
    [
        (Article(title=Text("Von der Leyen reist"), deck=(Text("Von Rom nach Prag"),)), "deck"),
        (Article(metadata=Metadata(urgency=12)), "metadata.urgency"),
        (Article(sections=(Section(id="s", blocks=(Paragraph(id="b", text=Text("* * *")),)),)), "paragraphs"),
        (Article(sections=(Section(id="s", blocks=(Table(id="b", rows=((Cell(text=Text("a|b")),),)),)),)), "tables"),
        (
            Article(metadata=Metadata(stamps=(Stamp(kind="updated", raw="x", value=dt.date(2024, 1, 1)),))),
            "metadata.stamps.updated",
        ),
    ],
)
def test_what_would_be_read_otherwise_is_reported(article, field):
    assert field in written(article)[1]


@given(st.lists(st.sampled_from(["Nord-", "Süd", "und", "a", "lang" * 20, "3-", "x-y"]), max_size=60))
def test_wrapped_lines_join_to_the_same_text(words):
    text = " ".join(words)
    lines = wrapped(text)
    assert wire.joined(lines) == text
    assert all(len(line) <= 69 or " " not in line or "- " in line for line in lines)


@pytest.mark.parametrize("take_key", ["=x", "x=", "="])
def test_a_take_key_with_the_end_sign_comes_back_or_is_reported(take_key):
    data, lost = written(Article(metadata=Metadata(take_key=take_key)))
    assert read_all(READER, data)[0].metadata.take_key == take_key or "metadata.take_key" in lost


def test_bytes_in_a_charset_of_their_own_are_no_text():
    assert "Drei Hafen" in render(Article(title=Text("Drei Hafen")), "iptc7901")
    with pytest.raises(UsageError, match=r"not in UTF-8 .*pipeline\.write gives its bytes"):
        render(Article(title=Text("Drei Häfen")), "iptc7901")
