"""Plain text of wires as paragraphs."""

import pytest

from newsparse.kit.wrapped import is_wrapped, paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\n\nthree", ["one two", "three"]),
        ("    one\ntwo\n    three\nfour", ["one two", "three four"]),
        ("(Adds)\n    * a\n    * b\n\n    one\ntwo", ["(Adds)", "* a", "* b", "one two"]),
        ("x" * 120 + "\n" + "y" * 120, ["x" * 120, "y" * 120]),
        ("  one\n  two", ["one two"]),
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
