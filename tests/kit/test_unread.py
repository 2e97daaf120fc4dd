"""What a reader of bylines does not find in them is told of authors, by field."""

import pytest

from newsparse.context import Context
from newsparse.kit.carry import unread
from newsparse.kit.names import creator, creators, credited
from newsparse.model import Agent, Article, Byline, Metadata, Text
from newsparse.pipeline import write

KERN = Agent(name="Uta Kern", kind="person")
DESK = Agent(name="Coast News", kind="organisation")


def test_what_the_line_says_is_not_lost():
    assert list(unread((KERN,), credited("By Uta Kern"))) == []


def test_each_part_that_differs_is_named_with_its_values():
    stated = (Agent(name="Uta Kern", kind="person", role="editor"), KERN)
    assert list(unread(stated, (KERN,))) == [("authors", 2), ("authors.kind", 2), ("authors.role", 1)]


def test_what_a_reader_adds_is_no_loss():
    assert list(unread((KERN,), (Agent(name="Uta Kern", kind="person", affiliation="dpa"),))) == []


def test_a_creator_is_the_line_unless_it_names_people_and_more():
    assert creator("newsdesk3") == (Agent(name="newsdesk3"),)
    assert creator("Uta Kern") == (Agent(name="Uta Kern"),)
    assert creator("Uta Kern and Ole Dam") == (KERN, Agent(name="Ole Dam", kind="person"))


def test_creators_are_the_authors_but_for_houses_and_no_people_beside_people():
    assert creators([DESK, KERN], None, {"coast news"}) == (KERN,)
    assert creators([DESK], (KERN,), set()) == ()
    assert creators([DESK], (), set()) == (DESK,)


def told(article, target):
    ctx = Context()
    b"".join(write([article], target, ctx=ctx))
    return {found.data["field"] for found in ctx.diagnostics if found.data.get("field", "").startswith("authors")}


@pytest.mark.parametrize("target", ["ninjs", "rss", "nitf", "newsmlg2", "anpa1312", "iptc7901"])
def test_people_whom_the_line_names_are_not_told_of(target):
    article = Article(
        title=Text("Ferry"), bylines=(Byline(raw="By Uta Kern and Ole Dam", agents=credited("Uta Kern and Ole Dam")),)
    )
    assert told(article, target) == set()


@pytest.mark.parametrize("target", ["ninjs", "rss", "nitf", "anpa1312", "iptc7901"])
def test_people_whom_the_line_does_not_name_are_told_of(target):
    article = Article(title=Text("Ferry"), bylines=(Byline(raw="By our desk", agents=(KERN,)),))
    assert {"authors", "authors.kind"} <= told(article, target)


def test_a_house_that_signs_for_itself_is_told_of_by_what_its_line_does_not_say():
    house = Agent(name="Coast Wire", kind="unknown", role="source")
    article = Article(bylines=(Byline(raw="Coast Wire", agents=(house,)),), metadata=Metadata(source="Coast Wire"))
    assert "authors.role" in told(article, "newsmlg2")
