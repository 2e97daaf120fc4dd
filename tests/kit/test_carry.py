"""Which fields an article uses, and which of them a target has no place for."""

import pytest
from hypothesis import given

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit import carry
from newsparse.model import (
    Article,
    Cell,
    FrozenMap,
    Mark,
    Metadata,
    Paragraph,
    Provenance,
    Quote,
    Section,
    Span,
    Stamp,
    Subject,
    Table,
    Text,
)
from newsparse.testing import articles


def story(*blocks, **fields):
    return Article(sections=(Section(id="s1", blocks=blocks),), **fields)


def test_an_empty_article_holds_nothing():
    assert carry.held(Article()) == {}


def test_marks_are_named_by_kind_with_what_they_cover():
    marks = (Mark(kind="strong", start=0, end=2), Mark(kind="nitf:person", start=3, end=6))
    held = carry.held(story(Paragraph(id="b1", text=Text("so Ada", marks))))
    assert held == {"paragraphs": ("so Ada",), "marks.strong": ("so",), "marks.nitf:person": ("Ada",)}


def test_a_topic_without_code_is_its_label():
    topics = (Subject(code="04", scheme="iptc", label="Economy"), Subject(label="Trade"))
    held = carry.held(Article(metadata=Metadata(subjects=topics)))
    assert held["metadata.subjects"] == ("04", "Trade")
    assert held["metadata.subjects.label"] == ("Economy",)


def test_spanning_cells_are_a_field_of_their_own():
    plain = Table(id="b1", rows=((Cell(text=Text("x")),),))
    wide = Table(id="b2", rows=((Cell(text=Text("x"), colspan=2),),))
    assert "tables.spans" not in carry.held(story(plain))
    assert carry.held(story(wide))["tables.spans"] == ((((2, 1),),),)


@pytest.mark.parametrize(
    ("name", "carries", "is_carried"),
    [
        ("title", {"title"}, True),
        ("title.marks", {"title"}, False),
        ("metadata.stamps.updated", {"metadata.stamps.*"}, True),
        ("metadata.stamps.updated", {"metadata.*"}, True),
        ("marks.x:y.z", {"marks.*"}, True),
        ("metadata", {"metadata.*"}, False),
        ("anything", carry.EVERYTHING, True),
    ],
)
def test_a_field_is_carried_by_name_or_from_above(name, carries, is_carried):
    assert carry.carried(name, carries) is is_carried


def test_each_lost_field_is_told_by_name():
    article = Article(title=Text("T"), metadata=Metadata(urgency=3, stamps=(Stamp(kind="sent", raw="x"),)))
    ctx = Context()
    carry.tell(article, {"title"}, ctx, "x")
    assert [(d.code, d.data["field"], d.severity) for d in ctx.diagnostics] == [
        ("x.lost-field", "metadata.urgency", Severity.ERROR),
        ("x.lost-field", "metadata.stamps.sent", Severity.ERROR),
    ]


def test_quotes_can_be_found_again():
    quote = Quote(id="q1", text="So", spans=(Span("b1", 0, 2),), kind="direct", provenance=Provenance("quotes", "rule", 0.9))
    ctx = Context()
    carry.tell(story(Paragraph(id="b1", text=Text("So")), quotes=(quote,)), carry.WORDS, ctx, "x")
    assert [(d.data["field"], d.severity) for d in ctx.diagnostics] == [("quotes", Severity.INFO)]


@given(articles())
def test_what_is_neither_carried_nor_lost_is_not_held(article):
    held, lost = carry.held(article), carry.lost(article, carry.WORDS)
    assert {name for name in held if carry.carried(name, carry.WORDS)} | set(lost) == set(held)


def test_what_only_pages_have_names_for_is_told_quietly():
    ctx = Context()
    carry.tell(Article(uid="u", extras=FrozenMap({"html": {"kind": "x"}, "nitf": {"uno": "y"}})), frozenset({"uid"}), ctx, "kite")
    told = {one.data["field"]: (one.severity, one.message) for one in ctx.finish()}
    assert told["extras.html"][0] is Severity.INFO
    assert "(kind), which only pages have names for" in told["extras.html"][1]
    assert told["extras.nitf"][0] is Severity.ERROR
