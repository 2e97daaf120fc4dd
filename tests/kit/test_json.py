"""JSON from outside: bounded, strict, mended."""

import pytest

from newsparse.context import Context
from newsparse.errors import LimitExceeded, ParseError
from newsparse.kit.json import load
from newsparse.limits import Limits


def test_values_come_as_they_are():
    assert load(b'{"a": [1, "x"]}', Context(), "x.bad") == {"a": [1, "x"]}


def test_lone_surrogates_become_replacement_characters():
    assert load(rb'{"\ud800": ["\udc00", 1, "\ud83d\ude00"]}', Context(), "x.bad") == {"\ufffd": ["\ufffd", 1, "\U0001f600"]}


@pytest.mark.parametrize("data", [b"", b"{", b"[NaN]", b"[Infinity]", b"nope"])
def test_what_is_no_json_is_refused(data):
    with pytest.raises(ParseError) as caught:
        load(data, Context(), "x.bad")
    assert caught.value.diagnostic.code == "x.bad"


@pytest.mark.parametrize("data", [b"[" * 300, b"[" * 300 + b"]" * 300, b"1" * 5000])
def test_depth_and_digits_are_bounded(data):
    with pytest.raises(LimitExceeded):
        load(data, Context(), "x.bad")


def test_brackets_in_strings_are_no_depth():
    assert load(b'"' + b"[" * 300 + b'"', Context(limits=Limits(depth=5)), "x.bad") == "[" * 300
