"""Places: a stretch of the whole text as spans by holder."""

from newsparse.kit.spans import Places
from newsparse.model.place import Span

TWO = Places("abc\ndef", {"b1": 0, "b2": 4})


def test_a_stretch_over_two_holders_is_two_spans():
    assert TWO.spans(1, 6) == (Span("b1", 1, 3), Span("b2", 0, 2))


def test_a_holder_without_a_visible_character_has_no_span():
    assert Places("abc\n \ndef", {"b1": 0, "b2": 4, "b3": 6}).spans(0, 8) == (Span("b1", 0, 3), Span("b3", 0, 2))


def test_what_a_span_cuts_is_what_stood_there():
    assert [TWO.cut(span) for span in TWO.spans(1, 6)] == ["bc", "de"]


def test_a_bare_text_is_one_holder_over_its_newlines():
    assert Places.bare("a\nb").spans(0, 3) == (Span("text", 0, 3),)
