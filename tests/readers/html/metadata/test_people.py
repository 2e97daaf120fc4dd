"""Author strings: people, agencies, and what is nobody."""

import pytest
from lxml.html import fromstring

from newsparse.readers.html.metadata.facts import Candidate, Findings, key
from newsparse.readers.html.metadata.marked import Later
from newsparse.readers.html.metadata.people import choose, credited, shown

SITES = {key("Norrvik Courier"), "courier"}


def names(agents):
    return [agent.name for agent in agents]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ada Holm", ["Ada Holm"]),
        ("By Ada Holm", ["Ada Holm"]),
        ("Von Ada Holm und Per Lund", ["Ada Holm", "Per Lund"]),
        ("Ada Holm, Per Lund and Siri Dahl", ["Ada Holm", "Per Lund", "Siri Dahl"]),
        ("Ada Holm (aho)", ["Ada Holm"]),
        ("Ada Holm Jr.", ["Ada Holm Jr."]),
        ("Per R. B.", ["Per R. B."]),
        ("Ada Holm, Chief Science Officer", ["Ada Holm"]),
        ("Ada Holm, n24 West", ["Ada Holm"]),
        ("Ada Holm, Per Lund, n24 West", ["Ada Holm", "Per Lund"]),
        ("Ada Holm Reporter", ["Ada Holm"]),
        ("Senior Staff Writer", ["Senior Staff Writer"]),
        ("Created by", []),
        ("Nga", []),
        ("Ada Holm | Norrvik Courier", ["Ada Holm"]),
        ("https://courier.example/team", []),
        ("@courier", []),
        ("ada-holm", []),
        ("admin", []),
        ("Redaktion", []),
        ("jdadmin", []),
        ("Powered by Holm", []),
        ("", []),
    ],
)
def test_an_author_string_gives_its_names(said, expected):
    assert names(credited(said, SITES)) == expected


@pytest.mark.parametrize("said", ["Norrvik Courier", "courier.com", "Nordic News Agency", "dpa"])
def test_agencies_sites_and_domains_are_organisations(said):
    assert [agent.kind for agent in credited(said, SITES)] == ["organisation"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ada Holm | 5 February 2024", ["Ada Holm"]),
        ("Veröffentlicht von Ada Holm am 5. Februar 2024", ["Ada Holm"]),
        ("Posted by Ada Holm on Monday, February 5, 2024", ["Ada Holm"]),
        ("5. Februar 2024 von Ada Holm", ["Ada Holm"]),
        ("Zeige alle Beiträge von Ada Holm", ["Ada Holm"]),
        ("Autorin: Ada Holm", ["Ada Holm"]),
        ("Ada Holm @adaholm", ["Ada Holm"]),
        ("Ada Holm 1 day ago", ["Ada Holm"]),
        ("Ada Holm Sa 3 Feb 2024", ["Ada Holm"]),
        ("Coast - 3 February 2024 By Ada Holm", ["Ada Holm"]),
        ("Текст: Ада Хольм", ["Ада Хольм"]),
        ("By Ada Holm Published 5 March 2024", ["Ada Holm"]),
        ("Par Ada Holm Le 5 mars 2024", ["Ada Holm"]),
        ("Ada Holm 10/01/2024", ["Ada Holm"]),
        ("Ada Holm +Follow", ["Ada Holm"]),
        ("Ada Holm on Mar 27", ["Ada Holm"]),
        ("Ada Holm, PhD", ["Ada Holm"]),
        ("Ada Holm, de Lisboa", ["Ada Holm"]),
        ("Ada Holm / ANKARA", ["Ada Holm"]),
        ("Opinion by Ada Holm", ["Ada Holm"]),
        ("Texto: Ada Holm", ["Ada Holm"]),
        ("Napisał Ada Holm", ["Ada Holm"]),
        ("Γράφει ο Πέτρος Λουντ", ["Πέτρος Λουντ"]),
        ("Von unserer Korrespondentin Ada Holm", ["Ada Holm"]),
        ("Aus Oslo berichtet Ada Holm", ["Ada Holm"]),
        ("Reporter: Ada Holm Editor: Per Lund", ["Ada Holm"]),
        ("โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("(서울=한빛) 김철수 기자", ["김철수"]),
        ("글 김철수 사진 박영희", ["김철수"]),
        ("Medically reviewed by Per Lund, MD — Written by Ada Holm", ["Ada Holm"]),
        ("Par Le Courrier avec AFP", ["Le Courrier", "AFP"]),
        ("Contributor: Ada Holm", ["Ada Holm"]),
        ("Foto: Per Lund Tekst: Ada Holm", ["Ada Holm"]),
        ("ADA HOLM and PER LUND Associated Press", ["ADA HOLM", "PER LUND"]),
    ],
)
def test_a_printed_byline_gives_its_names(line, expected):
    found = shown([[Candidate(line, "byline")]], set())
    assert found is not None
    assert names(found[0]) == expected


def test_a_desk_signs_only_where_no_person_does():
    desk, person = [Candidate("Redaktion", "byline")], [Candidate("Ada Holm", "byline")]
    assert names(shown([desk, person], set())[0]) == ["Ada Holm"]
    assert names(shown([desk], set())[0]) == ["Redaktion"]


def test_a_place_that_names_a_person_beats_one_that_names_the_site():
    found = Findings()
    found.add("author", "Norrvik Courier", "json-ld author")
    found.add("author", "Ada Holm", "meta author")
    agents, voters = choose(found, [], Later(None, None), SITES)
    assert names(agents) == ["Ada Holm"]
    assert [voter.by for voter in voters] == ["meta author"]


@pytest.mark.parametrize(
    ("said", "name", "role"),
    [
        ("Ada Holm, Senior Correspondent", "Ada Holm", "Senior Correspondent"),
        ("Ada Holm, Wirtschaftsredakteurin", "Ada Holm", "Wirtschaftsredakteurin"),
        ("Ada Holm Political Editor", "Ada Holm", "Political Editor"),
        ("김철수 기자", "김철수", "기자"),
        ("Ada Holm in London", "Ada Holm", None),
        ("Ada Holm for the Norrvik Courier", "Ada Holm", None),
        ("Ada Holm, Stockholm", "Ada Holm", None),
        ("Ada Holm; Fotos: Per Lund", "Ada Holm", None),
    ],
)
def test_jobs_places_outlets_and_pictures_are_no_names(said, name, role):
    assert [(agent.name, agent.role) for agent in credited(said)] == [(name, role)]


@pytest.mark.parametrize("said", ["Foto: Ada Holm", "Bild: NNA/Holm", "Video von Ada Holm", "Photo by Ada Holm"])
def test_who_made_the_pictures_did_not_write_the_story(said):
    assert credited(said) == ()


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("<div>5 February 2024<br>Author: <a href='/team'>Ada Holm</a></div>", ["Ada Holm"]),
        ("<div>5 February 2024<br>Author: <a href='/team'>Captain</a> Ada Holm</div>", ["Captain Ada Holm"]),
        ("<div><p>Text: <b>Ada Holm</b></p></div>", ["Ada Holm"]),
        ("<p>The port has a <b>song</b> written by <a href='/song'>Ada Holm</a> and sung in spring.</p>", []),
        ("<p>The port has its own <b>song</b>, that of the year and now and then also by <a href='/song'>Ada Holm</a></p>", []),
    ],
)
def test_a_label_at_a_lines_start_names_who_follows(below, expected):
    page = f"<html><body><h1>Ice is back in the harbour</h1><section>{below}</section></body></html>"
    root = fromstring(page)
    agents, _ = choose(Findings(), [], Later(root, root.find(".//h1")), SITES)
    assert names(agents) == expected


@pytest.mark.parametrize("said", ["Edited by Ada Holm", "Übersetzt von Ada Holm", "Reviewed by Ada Holm, MD", "Da Redação"])
def test_who_worked_on_it_did_not_write_it(said):
    assert shown([[Candidate(said, "byline")]], set()) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Reportagem: Ada Holm", ["Ada Holm"]),
        ("Photos and text by Ada Holm", ["Ada Holm"]),
        ("Un article de Ada Holm", ["Ada Holm"]),
        ("Baron Ludwig von Holm", ["Baron Ludwig von Holm"]),
        ("Gastautorin Ada Holm", ["Ada Holm"]),
        ("Ada Holm berichtet aus Oslo", ["Ada Holm"]),
        ("記者王小明／台北報導", ["王小明"]),
        ("【山田太郎】", ["山田太郎"]),
        ("Übersetzung: Ada Holm", []),
        ("Kategorie: Politik Inland", []),
        ("Ada Holm: Warum ich gehe", []),
        ("3 comments by Ada Holm", []),
    ],
)
def test_what_introduces_a_name_is_told_by_its_form(said, expected):
    assert names(credited(said)) == expected
