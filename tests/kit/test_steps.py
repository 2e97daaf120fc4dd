"""How long a pattern may look at a text: what could go on for ever is told from what could not."""

import re
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.kit.steps import MOST, most_steps

ENDLESS = [
    "(a+)+b", "(?:a|aa)+c", "(?:a|a)*", r"(\w+\s?)+$", "(?i:a+)+", "((a{0,9}){0,9}){0,9}", ".*.*.*x", "^a*a*a*b", "(?:[A-Z]+ )+x",
    "(?P<n>x+)*", r"(\(*)*", r"([^]]*)*", "a|(b+)+", "(|a)+",
]  # fmt: skip
QUICK = [
    "a*b", "^a+b+", "(?:a|aa)*+c", "(?>a+)b", "(a+)b", "^(?:[A-Z]+ )++x", r"\d{2}-\d{2}", r"^.{1,80} - .{1,80}$", "[]a)(+*]", r"\(+\*",
    r"a\++", "(?#((a+ a+)b", "(?=a+)b", "(?P<n>a)(?P=n)", "(?i)^BY ", "a{,5}", "a{x}", "(a)?(?(1)b|c)", "", "x++y*+z?+",
]  # fmt: skip


@pytest.mark.parametrize("pattern", ENDLESS)
def test_a_pattern_that_goes_back_over_a_text_again_and_again_is_too_much(pattern):
    re.compile(pattern)
    assert most_steps(pattern, 1_000, lines=False) > MOST


@pytest.mark.parametrize("pattern", QUICK)
def test_a_pattern_that_goes_through_a_text_a_few_times_is_not(pattern):
    re.compile(pattern)
    assert most_steps(pattern, 1_000, lines=False) <= MOST


def test_where_a_pattern_is_tried_at_one_place_it_may_do_more_there():
    assert most_steps(r"\Aa*b*c", 4_096) <= MOST < most_steps("a*b*c", 4_096)
    assert most_steps("^a*b*c", 4_096, lines=False) <= MOST < most_steps("^a*b*c", 4_096)
    assert most_steps("^a*|b*b*c", 4_096, lines=False) > MOST


def test_the_steps_are_those_of_trying_everything():
    assert most_steps(r"\Aa{2}", 9) == 5
    assert most_steps(r"\Aa{0,2}b", 9) == 8  # none, one or two, each with what follows


@pytest.mark.parametrize("pattern", ["(?x)(a+ )+", "(?ix: a # (\n)", "(?x-i:a)"])
def test_a_verbose_pattern_is_refused(pattern):
    with pytest.raises(ValueError, match="verbose"):
        most_steps(pattern, 9)


@given(st.text("ab(|)*+?{},19[]\\^$:>", max_size=14))
def test_every_pattern_has_a_number_of_steps(pattern):
    with warnings.catch_warnings(action="ignore"):
        try:
            re.compile(pattern)
        except re.error:
            return
    assert most_steps(f"x(?:{pattern}){{0,9}}+", 50) >= most_steps("x", 50)
