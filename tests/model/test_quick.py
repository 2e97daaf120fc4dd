"""Frozen values made quickly are the values that the constructors make."""

import copy
import pickle
import weakref

import attrs
import pytest

from newsparse.model import quick
from newsparse.model.agents import Dateline
from newsparse.model.article import Article
from newsparse.model.blocks import Paragraph
from newsparse.model.place import Origin
from newsparse.model.text import Mark, Text

MAKERS = {name: made for name, made in vars(quick).items() if name.startswith("new_")}
KIND = {
    "new_agent": "Agent", "new_article": "Article", "new_cell": "Cell", "new_document": "DocumentInfo",
    "new_identifier": "Identifier", "new_mark": "Mark",
    "new_media": "Media", "new_metadata": "Metadata", "new_origin": "Origin", "new_paragraph": "Paragraph", "new_provenance": "Provenance",
    "new_quote": "Quote", "new_rendition": "Rendition", "new_section": "Section", "new_span": "Span", "new_stamp": "Stamp",
    "new_subject": "Subject", "new_text": "Text",
}  # fmt: skip
LINE = Text("x", (Mark(kind="strong", start=0, end=1),))


def arguments(kind):
    """What a constructor has to be given, and one thing more."""
    given = {
        "id": "b1", "text": LINE, "format": "text", "reader": "text", "lang": "en", "marks": LINE.marks, "frame": 2, "kind": "q",
        "start": 0, "end": 1, "by": "x", "raw": "x", "value": None, "name": "x", "holder": "b1", "spans": (), "provenance": None,
        "scheme": "x", "href": "x",
    }  # fmt: skip
    return {field.name: given[field.name] for field in attrs.fields(kind) if field.name in given}


@pytest.mark.parametrize("name", MAKERS)
def test_a_maker_makes_what_the_constructor_makes(name):
    kind = getattr(quick, KIND[name])
    given = arguments(kind)
    made = MAKERS[name](**given)
    assert type(made) is kind
    assert (made, repr(made), hash(made)) == (kind(**given), repr(kind(**given)), hash(kind(**given)))
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == attrs.evolve(made) == made
    assert weakref.ref(made)() is made


@pytest.mark.parametrize("name", MAKERS)
def test_what_a_maker_made_is_frozen(name):
    made = MAKERS[name](**arguments(getattr(quick, KIND[name])))
    first = attrs.fields(type(made))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(made, first, None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(made, first)
    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        made.other = None


def test_arguments_are_those_of_the_constructor():
    assert quick.new_text("x", LINE.marks) == Text("x", LINE.marks)
    assert quick.maker(Dateline)(raw="x") == Dateline(raw="x")
    for wrong in ({}, {"id": "b1"}, {"id": "b1", "text": LINE, "other": 1}):
        with pytest.raises(TypeError):
            quick.new_paragraph(**wrong)
    with pytest.raises(TypeError):
        quick.new_origin(1)


@attrs.frozen
class Converting:
    name: str = attrs.field(converter=str)


@attrs.frozen
class Checking:
    name: str = attrs.field(validator=attrs.validators.instance_of(str))


@attrs.frozen
class Growing:
    names: list[str] = attrs.field(factory=list)


@pytest.mark.parametrize("kind", [Converting, Checking, Growing])
def test_a_class_whose_constructor_does_more_has_no_maker(kind):
    with pytest.raises(TypeError, match="more than kept"):
        quick.maker(kind)


def test_match_statements_and_types_see_the_class():
    match quick.new_paragraph(id="b1", text=LINE, origin=quick.new_origin(frame=1)):
        case Paragraph(text=Text("x"), origin=Origin(frame=1)):
            pass
        case _:
            pytest.fail("no match")


def test_a_changer_makes_what_evolve_makes():
    article = quick.new_article(uid="x", title=LINE)
    changed = quick.changed_article(article, uid="y", quotes=())
    assert (type(changed), changed, hash(changed)) == (Article, attrs.evolve(article, uid="y", quotes=()), hash(changed))
    assert article.uid == "x"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        changed.uid = "z"


def test_a_changer_knows_fields_only():
    with pytest.raises(AttributeError, match="colour"):
        quick.changed_article(Article(), colour="red")
