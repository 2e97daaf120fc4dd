"""The rooms under `grammar`: words as a language writes them, speech without marks, cues of several parts, names."""

import pytest

import newsparse
from newsparse.enrichers.quotes import caseless
from newsparse.enrichers.quotes.dialogue import spoken
from newsparse.enrichers.quotes.grammar.cues import occurrences
from newsparse.enrichers.quotes.languages import load, parse
from newsparse.enrichers.quotes.marks import stretches
from newsparse.enrichers.quotes.tokens import tokenise
from newsparse.errors import UsageError


def tokens_of(text, code):
    return tokenise(text, load(code), [])


def spoken_in(text, code):
    language = load(code)
    return [text[s.inner_start : s.inner_end] for s in spoken(text, language, stretches(text, language))]


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("fr", "L’avocat a-t-il dit", ["l’", "avocat", "a", "-t-", "il", "dit"]),
        ("fr", "dit-elle", ["dit", "-", "elle"]),
        ("it", "dell'ospedale", ["dell’", "ospedale"]),
        ("tr", "Su’ya göre", ["su", "’ya", "göre"]),
        ("de", "6,5 Tonnen um 19:55", ["6,5", "tonnen", "um", "19:55"]),
        ("zh", "市长李红说", ["市长", "李红", "说"]),
        ("ja", "小説は", ["小説", "は"]),
    ],
)
def test_words_are_parted_as_the_language_writes_them(code, text, words):
    assert tokens_of(text, code).words == words


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("sv", "– Det gick fort, säger Anna.", ["Det gick fort"]),
        ("pl", "– Woda – mówi Jan – dotrze.", ["Woda", "dotrze."]),
        ("es", "—No vuelvo —dijo Ana.", ["No vuelvo"]),
        ("sv", "– Skala löken", []),
        ("fr", "« Le texte, assure Luc Roy, passera. »", ["Le texte", "passera. "]),
        ("ru", "«Вода, — сказал Пётр, — придёт».", ["Вода", "придёт"]),
        ("fr", "« Le texte, hélas, passera. »", [" Le texte, hélas, passera. "]),
    ],
)
def test_speech_without_marks_of_its_own_is_told_by_a_verb(code, text, said):
    assert [part.strip() for part in spoken_in(text, code)] == [part.strip() for part in said]


@pytest.mark.parametrize(
    ("code", "text", "parts"),
    [
        ("de", "Die Bahn teilte am Montag mit, dass", ["teilte", "mit"]),
        ("de", "Er hat am Abend erklärt, dass", ["hat", "erklärt"]),
        ("de", "Das Gericht mitgeteilt hat", ["mitgeteilt hat"]),
        ("fr", "Elle a affirmé que", ["a affirmé"]),
        ("fr", "à la demande de", []),
        ("de", "die Fragen der Presse", []),
        ("zh", "据警方称，", ["据", "称"]),
    ],
)
def test_a_cue_is_found_with_all_its_words(code, text, parts):
    tokens = tokens_of(text, code)
    found = occurrences(tokens, 0, len(tokens.words))
    assert [tokens.cut(*part) for cue in found for part in cue.parts] == parts


def test_a_sentence_of_nothing_but_verbs_is_looked_at_only_so_far():
    tokens = tokens_of("sagte " * 300, "de")
    assert len(occurrences(tokens, 0, 300)) <= 12


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("ar", "وزير النقل سامي الحداد", "سامي الحداد"),
        ("ar", "المتحدث باسم الوزارة", None),
        ("zh", "外交部发言人王宁", "王宁"),
        ("zh", "警方", None),
        ("ja", "監督の田中誠氏", "田中誠"),
    ],
)
def test_a_name_without_capitals_stands_beside_its_role(code, text, name):
    tokens = tokens_of(text, code)
    found = caseless.name_in(tokens, 0, len(tokens.words))
    assert (text[found[0] : found[1]] if found else None) == name


def test_what_goes_on_in_the_subjunctive_has_a_speaker_and_no_mention():
    _, more = newsparse.find_quotes("Der Minister erklärte, das Geld reiche nicht. Man müsse sparen.", lang="de")
    assert more.speaker is not None
    assert more.speaker_spans == ()
    assert more.provenance.by == "quotes:continued"


def test_norwegian_is_read_under_all_its_codes():
    assert load("nb") is load("nn") is load("no")


def test_a_grammar_without_a_known_order_is_a_usage_error():
    with pytest.raises(UsageError):
        parse('code = "xx"\n[grammar]\norder = "ov"')


@pytest.mark.parametrize(
    "text",
    ["Es wird gesagt: Das Boot fährt morgen.", "Sie hofft: Das Boot fährt."],
)
def test_a_colon_reports_only_what_somebody_says(text):
    assert newsparse.find_quotes(text, "de") == ()


@pytest.mark.parametrize(
    ("behind", "found"), [("Anna Reyes.", 1), ("Anna Reyes in Bern.", 1), ("Anna Reyes laut.", 1), ("Anna Reyes das Lied.", 0)]
)
def test_a_verb_that_no_table_has_reports_where_a_name_ends_its_clause(behind, found):
    quotes = newsparse.find_quotes(f"„Wir fahren morgen los“, grummelt {behind}", "de")
    assert [quote.provenance.by for quote in quotes] == ["quotes:quote-then-word"] * found
