"""Quotation marks: where a stretch begins and ends."""

import pytest

from newsparse.enrichers.quotes.languages import load
from newsparse.enrichers.quotes.marks import stretches


def inner(text: str) -> list[str]:
    return [text[s.inner_start : s.inner_end] for s in stretches(text, load("en"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Stay,” he said. “Please.”", ["Stay,", "Please."]),
        ('"Stay," he said. "Please."', ["Stay,", "Please."]),
        ("''Stay,'' he said. ``Go.''", ["Stay,", "Go."]),
        ("‘We don’t know the players’ plans yet,’ he said.", ["We don’t know the players’ plans yet,"]),
        ("The club’s ground won’t close.", []),
        ("He said 'no' and left.", ["no"]),
        ("The '90s were the dogs' years.", []),
        ('The plank is 6\'2" long and 14" wide.', []),
        ("“My father said, ‘Wait,’ and I did,” she said.", ["My father said, ‘Wait,’ and I did,"]),
    ],
)
def test_what_stands_in_marks(text, expected):
    assert inner(text) == expected


def test_a_stretch_ends_with_its_paragraph_and_is_then_not_closed():
    (first, second) = stretches("“One.\n“Two.”", load("en"))
    assert (first.inner_end, first.closed) == (5, False)
    assert second.closed


def test_a_mark_that_opens_again_ends_what_was_never_closed():
    assert inner("“One said. “Two,” he said.") == ["One said.", "Two,"]
