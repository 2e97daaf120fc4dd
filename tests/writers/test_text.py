"""Plain text: how each part looks."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse import api
from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.model import (
    Annotation,
    Article,
    Blockquote,
    Break,
    Byline,
    Cell,
    Dateline,
    FrozenMap,
    ListBlock,
    Media,
    Metadata,
    Paragraph,
    Provenance,
    Raw,
    Section,
    Stamp,
    Table,
    Text,
)
from newsparse.writers.text import WRITER, Options


def text(*blocks, options=None, codes=(), **fields):
    ctx = Context()
    article = Article(sections=(Section(id="s1", blocks=blocks),), **fields)
    made = b"".join(WRITER.write([article], options or Options(), ctx)).decode()
    assert [d.code for d in ctx.diagnostics] == list(codes)
    return made


def p(name, words):
    return Paragraph(id=name, text=Text(words))


def test_the_head_comes_first():
    made = text(
        p("b1", "Body."),
        title=Text("Head"),
        deck=(Text("Deck"),),
        bylines=(Byline(raw="By A", title="Reporter"),),
        dateline=Dateline(raw="X (Y) --"),
        metadata=Metadata(stamps=(Stamp(kind="published", raw="", value=dt.datetime(2026, 1, 2, 8, tzinfo=dt.UTC)),)),
    )
    assert made == "Head\n\nDeck\n\nBy A, Reporter\n\n2026-01-02 08:00+00:00\n\nX (Y) --\n\nBody.\n"
    assert text(p("b1", "Body."), title=Text("Head"), options=Options(head=False)) == "Body.\n"


def test_lists_and_quotations_have_their_signs():
    inner = ListBlock(id="b4", items=((p("b5", "c"),), (p("b6", "d"),)))
    assert text(ListBlock(id="b1", ordered=True, start=9, items=((p("b2", "a"),), (p("b3", "b"), inner)))) == (
        "9. a\n\n10. b\n\n    - c\n    - d\n"
    )
    assert text(Blockquote(id="b1", blocks=(p("b2", "a"), p("b3", "b")), attribution=Text("W"))) == "    a\n\n    b\n\n    -- W\n"


def test_tables_are_columns():
    rows = (("a", "bbb"), ("cccc", "d"))
    cells = tuple(tuple(Cell(text=Text(c)) for c in row) for row in rows)
    assert text(Table(id="b1", rows=cells, caption=Text("T"))) == "T\na     bbb\ncccc  d\n"


def test_paragraphs_wrap_where_asked():
    assert text(p("b1", "one two three four five six"), options=Options(width=20)) == "one two three four\nfive six\n"


def test_captions_breaks_and_what_is_left_out():
    media = Media(id="b1", kind="picture", caption=Text("Cap."), credit="C")
    assert text(media, Break(id="b2"), p("b3", "x"), codes=["text.left-out"]) == "    [Cap. (C)]\n\n* * *\n\nx\n"
    assert text(Raw(id="b1", format="html", data="<b>"), codes=["text.lost-raw"]) == "\n"
    assert text(p("b1", "a\x1b[0m"), codes=["text.control-characters"]) == "a\ufffd[0m\n"


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"])), st.integers(0, 100))
def test_every_word_is_written(words, width):
    made = text(p("b1", words), options=Options(width=width))
    assert made.split() == words.split()


def test_blocks_may_nest_deeply():
    block = p("p", "deep")
    for number in range(5000):
        block = ListBlock(id=f"b{number}", items=((block,),))
    assert "deep" in text(block)


def test_our_text_reader_finds_the_parts_again():
    body = "The bridge is open again after a long time of repairs, officials said on Friday."
    made = text(
        p("b1", body),
        ListBlock(id="b2", items=((p("b3", "Both lanes are open."),), (p("b4", "The ferry stops."),))),
        Blockquote(id="b5", blocks=(p("b6", "Nobody missed the noise"),), attribution=Text("A baker")),
        title=Text("Harbor bridge reopens after eleven months"),
        bylines=(Byline(raw="By Jane Doe"),),
        metadata=Metadata(stamps=(Stamp(kind="published", raw="", value=dt.datetime(2026, 1, 2, 8, tzinfo=dt.UTC)),)),
    )
    found = api.parse_one(made, format="text", enrich=())
    assert found.headline == "Harbor bridge reopens after eleven months"
    assert [found.authors[0].name, found.published] == ["Jane Doe", dt.datetime(2026, 1, 2, 8, tzinfo=dt.UTC)]
    assert found.paragraphs[:4] == (body, "Both lanes are open.", "The ferry stops.", "Nobody missed the noise")
    assert len(found.sections) == 1


@pytest.mark.parametrize("writer", ["text", "html", "markdown:front_matter=no"])
def test_what_people_do_not_read_is_told_in_one_line(writer):
    note = Annotation(id="n1", kind="x:y", provenance=Provenance("x"))
    extras = FrozenMap({"nitf": {"a": 1}})
    article = Article(title=Text("One"), sections=(), annotations=(note,), extras=extras, metadata=Metadata(urgency=4))
    ctx = Context()
    api.render(article, writer, ctx=ctx)
    (told,) = ctx.diagnostics
    assert (told.code, told.severity) == (f"{writer.partition(':')[0]}.left-out", Severity.INFO)
    assert set(told.data["fields"]) == {"annotations", "extras.nitf", "metadata.urgency"}
