"""Plain text of wires as paragraphs."""

import pytest

from newsparse.kit.wrapped import is_wrapped, paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the first line of several\ntwo\n\nthree", ["the first line of several two", "three"]),
        ("    one\ntwo\n    three\nfour", ["one two", "three four"]),
        ("one\ntwo", ["one", "two"]),
        (
            "A sentence that fills a line.\nAnother that does.\nA third.",
            ["A sentence that fills a line.", "Another that does.", "A third."],
        ),
        ("x" * 120 + "\nShort one\n" + "y" * 120, ["x" * 120, "Short one", "y" * 120]),
        (
            "Words that fill a line of fifty characters or so\nend early.\nThe next that fills a line to its end, and then\nthe rest",
            [
                "Words that fill a line of fifty characters or so end early.",
                "The next that fills a line to its end, and then the rest",
            ],
        ),
        ("(Adds)\n    * a\n    * b\n\n    one\ntwo", ["(Adds)", "* a", "* b", "one two"]),
        ("x" * 120 + "\n" + "y" * 120, ["x" * 120, "y" * 120]),
        ("  the first line of several\n  two", ["the first line of several two"]),
        ("   one\n    two\n      three\n    four", ["one two", "three four"]),
        ("a\r\n\r\nb\rc", ["a", "b c"]),
        ("a\n \n\t\n\nb", ["a", "b"]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_blank_lines_and_indents_make_paragraphs(text, expected):
    assert paragraphs(text) == expected


def test_a_pretty_printed_paragraph_is_not_wrapped_by_hand():
    assert not is_wrapped("one\n      two\n      three\n      four\n      five")
    assert not is_wrapped("one\ntwo\nthree\nfour\nfive")
    assert is_wrapped("a\n    one\ntwo\n    three\nfour")
