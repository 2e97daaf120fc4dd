"""Language tables: what a table says is what the engine sees."""

import pytest

from newsparse.enrichers.quotes.languages import Frame, Word, known, load, parse
from newsparse.errors import UsageError

TABLE = """
code = "xx"
[[cues]]
class = "speech"
frames = ["quote", "that"]
forms = "say says said ~saying\\npoint_out points_out"
[[cues]]
class = "attitude"
frames = ["object"]
forms = "say says"
[[frames]]
class = "document"
before = "according_to"
[words]
that = "that"
[[pronouns]]
gender = "f"
forms = "she her"
"""


def test_english_is_known():
    assert "en" in known()


@pytest.mark.parametrize("code", known())
def test_every_table_says_its_own_code_and_has_marks_and_cues(code):
    language = load(code)
    assert language.code == code
    assert language.pairs
    assert language.cues


def test_a_region_is_read_as_its_language():
    assert load("en-GB") is load("en")


def test_a_form_in_two_tables_joins_its_frames_and_keeps_the_first_class():
    (cue,) = parse(TABLE).cues["says"]
    assert cue.frames == Frame.QUOTE | Frame.THAT | Frame.OBJECT
    assert cue.cue_class == "speech"


def test_a_phrase_is_found_by_its_first_word():
    (cue,) = parse(TABLE).cues["points"]
    assert (cue.rest, cue.lemma) == (("out",), "point out")


def test_a_participle_is_told_by_its_tilde():
    assert parse(TABLE).cues["saying"][0].participle
    assert not parse(TABLE).cues["said"][0].participle


def test_a_verb_and_its_particle_are_one_cue_with_a_gap():
    table = TABLE + '[grammar]\norder = "v2"\n[[cues]]\nclass = "speech"\nframes = ["that"]\nforms = "teilt..mit geht..davon_aus"'
    cues = parse(table).cues
    assert (cues["teilt"][0].gap, cues["teilt"][0].lemma) == (("mit",), "teilt … mit")
    assert cues["geht"][0].gap == ("davon", "aus")


def test_a_grammar_is_read_and_checked():
    assert parse(TABLE).grammar is None
    assert parse(TABLE + '[grammar]\ncomplements = "en er"').grammar.complements == ("en", "er")
    with pytest.raises(UsageError):
        parse(TABLE + '[grammar]\norder = "vo"')


def test_flags_answer_for_every_class_of_a_word():
    flags = parse(TABLE).flags
    assert flags["she"] == Word.PRONOUN
    assert flags["according"] == Word.FRAME


@pytest.mark.parametrize(
    "toml", ["name = 'x'", "code = ", "code = 'x'\n[[cues]]\nclass = 'speech'", "code='x'\n[words]\nodd='a'"]
)
def test_a_table_that_is_none_is_a_usage_error(toml):
    with pytest.raises(UsageError):
        parse(toml)


def test_a_language_without_a_table_is_a_usage_error():
    with pytest.raises(UsageError):
        load("tlh")
