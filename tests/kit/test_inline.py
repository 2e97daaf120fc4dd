"""White space that collapses: one rule for bodies that are kept whole and for pages."""

import re

from hypothesis import given
from hypothesis import strategies as st

from newsparse.kit.inline import collapsed, single_spaced

WORDS = st.text(alphabet=" \t\n\r\fab\N{NO-BREAK SPACE}", max_size=30)


@given(WORDS)
def test_each_stretch_of_white_space_becomes_one_space(text):
    assert single_spaced(text) == re.sub(r"[ \t\n\r\f]+", " ", text)


@given(WORDS)
def test_what_is_collapsed_has_no_white_space_at_the_ends(text):
    assert collapsed(text) == single_spaced(text).strip(" ")
