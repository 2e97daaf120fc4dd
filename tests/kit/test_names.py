"""Bylines: people, organisations, roles, and what is no name."""

import pytest

from newsparse.kit.names import credited, kind_of, people, strip_by


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Ines Okafor and Tom Lindqvist", ["Ines Okafor", "Tom Lindqvist"]),
        ("Anna Weiß, Jörg Kühn und dpa", ["Anna Weiß", "Jörg Kühn", "dpa"]),
        ("Jeanne d'Aubray et Luc Martin", ["Jeanne d'Aubray", "Luc Martin"]),
        ("Fouad Van Der Berg", ["Fouad Van Der Berg"]),
        ("J. R. Moss & K. Abel", ["J. R. Moss", "K. Abel"]),
        ("王小明、李华", ["王小明", "李华"]),
        ("daily-gazette.example.com", ["daily-gazette.example.com"]),
        ("the river rose, they said", []),
        ("write to us at desk@example.org", []),
        ("", []),
    ],
)
def test_a_credit_is_split_into_its_names(credit, names):
    assert [agent.name for agent in people(credit)] == names


def test_a_role_belongs_to_the_name_before_it():
    (agent,) = people("Ines Okafor, harbour correspondent")
    assert (agent.name, agent.role) == ("Ines Okafor", "harbour correspondent")


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("By Ines Okafor", "Ines Okafor"),
        ("Von dpa", "dpa"),
        ("Byron is back", None),
        ("كتب: ليلى حداد", "ليلى حداد"),
        ("लेखक: आशा वर्मा", "आशा वर्मा"),
    ],
)
def test_a_byline_begins_with_a_word_for_it(line, rest):
    assert strip_by(line) == rest


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Associated Press", "organisation"),
        ("dpa", "organisation"),
        ("Rosa Lind", "person"),
        ("x", None),
        ("no name at all", None),
    ],
)
def test_kinds(name, kind):
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Uta Kern, Bern", ["Uta Kern"]),
        ("Av Anna Vis/Kust", ["Anna Vis"]),
        ("By Anna Vis and Cher", ["Anna Vis", "Cher"]),
        ("By Anna Vis, Karel Boot and Rosa Lind", ["Anna Vis", "Karel Boot", "Rosa Lind"]),
        ("Cher, Bern", ["Cher", "Bern"]),
    ],
)
def test_a_word_behind_a_whole_name_is_nobody(line, names):
    assert [agent.name for agent in credited(line)] == names


@pytest.mark.parametrize(
    ("line", "names", "agency"),
    [
        ("Von Uta Kern (dpa)", ["Uta Kern"], "dpa"),
        ("By JANE ROE and TOM BERG (AP)", ["JANE ROE", "TOM BERG"], "AP"),
        ("Uta Kern - AFP", ["Uta Kern"], "AFP"),
        ("By Jane Roe for Coast News", ["Jane Roe"], "Coast News"),
        ("By Jane Roe (Linden)", ["Jane Roe (Linden)"], None),
    ],
)
def test_an_agency_in_brackets_behind_a_dash_or_a_for_is_whom_they_work_for(line, names, agency):
    found = credited(line)
    assert [agent.name for agent in found] == names
    assert {agent.affiliation for agent in found} == {agency}
