"""What an article computes, and the walks over it."""

import datetime as dt
import pickle

import attrs
import pytest

from newsparse.model import (
    Agent,
    Article,
    Blockquote,
    Break,
    Byline,
    Cell,
    FrozenMap,
    ListBlock,
    Mark,
    Media,
    Metadata,
    Paragraph,
    Preformatted,
    Provenance,
    Quote,
    Raw,
    Section,
    Span,
    Stamp,
    Table,
    Text,
    walk,
)
from newsparse.model.check import problems


def paragraph(name, text):
    return Paragraph(id=name, text=Text(text))


PICTURE = Media(id="b8", kind="picture", caption=Text("A quay"))
ARTICLE = Article(
    title=Text("A ferry"),
    deck=(Text("After eleven years"),),
    summary=Text("In short"),
    bylines=(Byline(raw="By A and B", agents=(Agent(name="A"), Agent(name="B"))),),
    sections=(
        Section(
            id="s1",
            blocks=(
                paragraph("b1", "One."),
                Blockquote(id="b2", blocks=(paragraph("b3", "Two."), PICTURE), attribution=Text("B")),
            ),
        ),
        Section(
            id="s2",
            title=Text("The quay"),
            level=1,
            blocks=(
                ListBlock(
                    id="b4", items=((paragraph("b5", "Three."), attrs.evolve(PICTURE, id="b9")), (paragraph("b6", "Four."),))
                ),
                Table(id="b7", rows=((Cell(text=Text("a")), Cell(text=Text("b"))),), caption=Text("Fares")),
                Preformatted(id="b10", text=Text("x  y")),
                Break(id="b11"),
                Raw(id="b12", format="x", data="y"),
            ),
        ),
        Section(id="s3", title=Text("Its price"), level=2, blocks=()),
        Section(id="s4", title=Text("Storms"), level=1, blocks=()),
    ),
    metadata=Metadata(
        lang="en", stamps=(Stamp(kind="released", raw="x", value=dt.date(2024, 1, 2)), Stamp(kind="updated", raw="y"))
    ),
    provenance=FrozenMap({"title": Provenance("test", "rule", 0.5)}),
)


def test_what_an_article_computes():
    assert ARTICLE.headline == "A ferry"
    assert [a.name for a in ARTICLE.authors] == ["A", "B"]
    assert ARTICLE.published == dt.date(2024, 1, 2)
    assert ARTICLE.updated is None
    assert ARTICLE.lang == "en"
    assert ARTICLE.paragraphs == ("One.", "Two.", "Three.", "Four.")
    assert [m.id for m in ARTICLE.media] == ["b8", "b9"]
    assert ARTICLE.text.split("\n") == ["One.", "Two.", "The quay", "Three.", "Four.", "a\tb", "x  y", "Its price", "Storms"]
    assert Article().headline is None


def test_a_computed_text_changes_nothing():
    assert ARTICLE.text
    assert pickle.loads(pickle.dumps(ARTICLE)) == ARTICLE
    assert hash(ARTICLE) == hash(attrs.evolve(ARTICLE))


def test_blocks_are_walked_in_reading_order():
    assert [b.id for b in walk.blocks(ARTICLE)] == ["b1", "b2", "b3", "b8", "b4", "b5", "b9", "b6", "b7", "b10", "b11", "b12"]


def test_every_text_has_a_holder():
    holders = [holder for holder, _ in walk.texts(ARTICLE)]
    assert holders[:3] == ["title", "deck1", "summary"]
    assert {"b2.attribution", "b8.caption", "b7.caption", "b7.r1c2", "s2", "b10"} <= set(holders)


def test_the_outline_is_the_tree_of_levels():
    lead, quay, storms = walk.outline(ARTICLE)
    assert (lead.section.id, quay.section.id, storms.section.id) == ("s1", "s2", "s4")
    assert [child.section.id for child in quay.children] == ["s3"]


def test_offsets_find_every_text_again():
    text, starts = walk.offsets(ARTICLE)
    held = dict(walk.texts(ARTICLE))
    assert all(text[at : at + len(held[holder].text)] == held[holder].text for holder, at in starts.items())


def test_spans_cut_and_name_what_is_not_there():
    assert walk.cut(ARTICLE, (Span("b1", 0, 3), Span("title", 2, 7))) == "One ferry"
    with pytest.raises(KeyError):
        walk.cut(ARTICLE, (Span("b99", 0, 1),))


def test_blocks_can_be_changed_and_taken_out():
    without = walk.map_blocks(ARTICLE, lambda block: None if isinstance(block, Media) else block)
    assert without.media == ()
    assert without.paragraphs == ARTICLE.paragraphs


def quote(**more):
    return Quote(
        **{"id": "q1", "text": "One", "spans": (Span("b1", 0, 3),), "kind": "direct", "provenance": Provenance("t"), **more}
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": Text("\x00")}, "NUL"),
        ({"title": Text("a", (Mark(kind="q", start=0, end=5),))}, "outside"),
        ({"sections": (Section(id="s1"), Section(id="s1"))}, "used twice"),
        ({"sections": (Section(id=""),)}, "empty"),
        ({"sections": (Section(id="s1", level=1),)}, "level"),
        ({"sections": (Section(id="s1", blocks=(Table(id="b1", rows=((Cell(text=Text(""), colspan=0),),)),)),)}, "below 1"),
        ({"quotes": (quote(text="Other"),)}, "not what its spans"),
        ({"quotes": (quote(spans=()),)}, "no span"),
        ({"quotes": (quote(spans=(Span("b99", 0, 1),)),)}, "no text here"),
        ({"quotes": (quote(spans=(Span("b1", 0, 99),)),)}, "outside"),
        ({"provenance": FrozenMap({"title": Provenance("t", "asserted", 0.5)})}, "asserted"),
        ({"provenance": FrozenMap({"title": Provenance("t", "rule", 1.5)})}, "outside"),
    ],
)
def test_an_unsound_article_is_told(changes, words):
    assert any(words in problem for problem in problems(attrs.evolve(ARTICLE, **changes)))


def test_a_sound_article_has_no_problems():
    assert problems(attrs.evolve(ARTICLE, quotes=(quote(),))) == ()
