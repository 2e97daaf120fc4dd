"""Words in the head of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.kit import heads


@given(st.text("ab", max_size=40).map(str.encode), st.sampled_from([b"a", b"ab", b"aba", b"bb"]))
def test_a_word_is_found_wherever_it_stands(data, word):
    found = [at for at in range(len(data)) if data.startswith(word, at)]
    assert sorted(heads.places(data, word)) == found
    assert heads.holds(data, word) == bool(found)


@pytest.mark.parametrize(("words", "held"), [((b"x", b"b"), True), ((b"x", b"y"), False), ((), False)])
def test_one_of_the_words_is_enough(words, held):
    assert heads.holds(b"abc", *words) == held


def test_text_is_looked_at_as_bytes_are():
    assert heads.holds("a\n\tb", "\n\t")
