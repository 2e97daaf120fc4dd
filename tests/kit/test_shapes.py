"""What lines look like: words that they begin with."""

import pytest

from newsparse.kit.shapes import Openings


@pytest.mark.parametrize(
    ("phrase", "line", "length"),
    [
        ("by", "By Jane", 2), ("by", "BY JANE", 2), ("by", "By-election", 0), ("by", "Bypass", 0),
        ("eds", "Eds: a note", 3), ("eds", "eds", 3), ("ab", "xab", 0), ("ab", "", 0),
        ("editor", "Editor's note", 0), ("editor", "Editor’s note", 0), ("editor", "Editor - x", 6), ("editors", "Editors' note", 7),
        ("(photo*", "(Photos of it)", 6), ("c.0000", "c.1999 The Kite", 6), ("c.0000", "c.19999", 0), ("00", "12", 2),
        ("ö", "Ö x", 1),
    ],
)  # fmt: skip
def test_words_open_a_line_in_any_case_and_end_where_a_word_does(phrase, line, length):
    openings = Openings(("zz", phrase))
    assert openings.length(line) == length
    assert not length or line[0] in openings.firsts


def test_the_first_words_that_fit_count():
    assert Openings(("for release at", "for release")).length("For release at 6") == 14
    assert Openings(("for", "for release")).length("For release at 6") == 3
