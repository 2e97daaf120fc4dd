"""Folding is quick, and takes and leaves what the slow rule does."""

from hypothesis import given
from hypothesis import strategies as st

from newsparse.readers.html.folding import folded


@given(st.text())
def test_letters_and_digits_stay_in_one_case(text: str) -> None:
    assert folded(text) == "".join(filter(str.isalnum, text.casefold()))


def test_a_lone_surrogate_is_no_letter_and_no_error() -> None:
    assert folded("Kai \ud800_1") == "kai1"
