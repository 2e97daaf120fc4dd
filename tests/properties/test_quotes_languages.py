"""Quotes in every language, over random words of its own table: spans slice, and nothing is raised."""

from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.enrichers.quotes.languages import known, load
from newsparse.kit.language import detect


@st.composite
def texts(draw):
    """A language and a text of its cues, marks, words and what else may stand between."""
    code = draw(st.sampled_from(known()))
    language = load(code)
    words = [*sorted(language.flags)[::7], *sorted(language.cues)[::5], "Anna", "Kern", "X.", "2", "été’s", "王"]
    marks = [mark for pair in language.pairs for mark in pair]
    parts = st.sampled_from([*words, *marks, *marks, ",", ".", ":", "–", "—", "\n", "\n– ", "(", ")", "?", "、", "。", "’"])
    glue = "" if not language.spaces else " "
    return code, glue.join(draw(st.lists(parts, max_size=60)))


@given(texts())
@settings(max_examples=150, deadline=None)
def test_every_quote_is_cut_out_of_its_text(drawn):
    code, text = drawn
    for quote in newsparse.find_quotes(text, lang=code):
        assert quote.spans
        assert quote.text == " ".join(text[span.start : span.end] for span in quote.spans)
        for span in (*quote.spans, *quote.cue_spans, *quote.speaker_spans):
            assert 0 <= span.start < span.end <= len(text)


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_has_a_language_or_none(text):
    found = detect(text)
    assert found is None or 0 <= found.confidence <= 1
