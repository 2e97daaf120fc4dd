"""What a line above the text of a telegraph message is."""

import pytest

from newsparse.context import Context
from newsparse.kit import anpalines, iptclines

ANPA = anpalines.FAMILY.choose("", Context()).habits
IPTC = iptclines.FAMILY.choose("", Context()).habits


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By JANE KITE", "byline"), ("By-election is called", "line"),
        ("Eds: with pictures", "note"), ("(ATTN: desks)", "note"), ("Ed Kite wins the race", "line"),
        ("EDITOR'S NOTE _ This is the first of two.", "printed_note"),
        ("AP Photo KT101", "pictures"), ("With KW Coast Graphic", "pictures"), ("LaserPhoto LA1", "pictures"),
        ("(With photos)", "pictures"), ("(KW Map)", "pictures"), ("Photo of a kite found", "line"), ("KW coast photo", "line"),
        ("With kites", "line"), ("US Grand Prix Photo", "line"),
        ("For release Sunday", "embargo"), ("For used cars a tax", "line"),
        ("$ADV30", "advance"), ("HFR 12", "advance"), ("END ADV", "advance"), ("Advent begins", "line"),
        ("Copyright, 1999 The Kite", "copyright"), ("(c) 2001, Kite", "copyright"), ("Copyright law changes", "line"),
        ("(any other words)", "note"), ("kt0123", "code"), ("URGENT", "code"), ("___", "break"), ("", "line"),
    ],
)  # fmt: skip
def test_a_display_line_says_what_it_is(line, kind):
    assert anpalines.kind_of(line, ANPA) == kind


@pytest.mark.parametrize(("note", "said"), [("Eds: ... more to come.", "... more to come."), ("EDITORS: two", "two")])
def test_a_note_to_editors_loses_the_words_that_say_so_and_no_more(note, said):
    assert anpalines.without_opening(note, ANPA.note.length(note)) == said


@pytest.mark.parametrize(
    "unit",
    ["2ND LEAD", "1. Zusammenfassung", "LEAD 3", "(Updates)", "EXTRA:", "3e Avancé", "Zusammenfassung 1430 - who won", "ALERT"],
)
def test_a_word_for_the_kind_of_message_is_its_take_key(unit):
    assert iptclines.sort_head([unit, "Kites are sold"], IPTC).take_keys == [unit]


@pytest.mark.parametrize(
    "unit", ["2nd", "12 kites lead", "Analysis - why kites fall", "Zusammenfassung - " + "x" * 90, "17. Juni", "lead free"]
)
def test_other_words_are_of_the_headline(unit):
    assert iptclines.sort_head([unit, "Kites are sold"], IPTC).take_keys == []


@pytest.mark.parametrize(
    ("lines", "begins"),
    [
        (["# Notebook"], True), (["## dpa-Notizblock"], True), (["# kwa NOTIZBLOCK:"], True), (["#Notebook"], False),
        (["# Bloc-notes"], True), (["# Noting"], False), (["#"], False),
        (["* * * *", "The following is not intended", "for publication"], True), (["* * * *", "And then"], False), (["text"], False),
    ],
)  # fmt: skip
def test_notes_begin_where_words_say_so(lines, begins):
    assert iptclines.begins_notes(lines, IPTC) == begins
