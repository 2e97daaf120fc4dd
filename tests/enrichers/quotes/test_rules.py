"""Rules that no case shows alone: sentences, noun phrases, clause ends, offices."""

import pytest

from newsparse.enrichers.quotes import find_quotes, lexer
from newsparse.enrichers.quotes.clauses import clause_end
from newsparse.enrichers.quotes.confidence import RULES
from newsparse.enrichers.quotes.languages import WORDS, load
from newsparse.enrichers.quotes.marks import stretches
from newsparse.enrichers.quotes.phrases import noun_phrase_left, noun_phrase_right
from newsparse.enrichers.quotes.subjects import acting_subject, subject
from newsparse.enrichers.quotes.tokens import (
    CAPITAL,
    CONTRACTED,
    NEWLINE,
    NUMBER,
    POSSESSOR,
    PUNCTUATION,
    QUOTED,
    WORD,
    tokenise,
)

EN = load("en")


def read(text):
    return tokenise(text, EN, stretches(text, EN))


def sentences(text):
    tokens = read(text)
    return [tokens.cut(first, last) for first, last in tokens.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Mr. Lee left the U.S. on Monday.", ["Mr. Lee left the U.S. on Monday."]),
        ("They moved to the U.S. He stayed.", ["They moved to the U.S.", "He stayed."]),
        ("J. R. Moss paid.", ["J. R. Moss paid."]),
        ("“Go.” He went.", ["“Go.”", "He went."]),
        ("“Go!” he said. It rained.", ["“Go!” he said.", "It rained."]),
        ("Rep. Ann Lee (D-Ohio) said so.", ["Rep. Ann Lee (D-Ohio) said so."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("OSLO, May 3 (Coast Wire) -- Ships wait.", ["Ships wait."]),
    ],
)
def test_where_sentences_end(text, expected):
    assert sentences(text) == expected


def test_a_sentence_of_450_words_is_cut_before_a_word():
    tokens = tokenise(("word " * 201 + ", " + "word " * 250).strip(), load("en"), [])
    assert tokens.sentences == [(0, 202), (202, 403), (403, 452)]


def test_a_long_row_of_full_stops_is_looked_through_once():
    assert tokenise("." * 40_000, load("en"), []).sentences == [(0, 40_000)]


def test_a_quoted_stretch_is_one_token():
    tokens = read("He said “one. Two. Three” twice.")
    assert [bool(flag & QUOTED) for flag in tokens.flags] == [False, False, True, False, False]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The old mayor of Halden said no.", "said", "The old mayor of Halden"),
        ("On Monday the mayor said no.", "said", "the mayor"),
        ("Ann Lee, a lawyer, said no.", "said", "Ann Lee, a lawyer"),
        ("Ann Lee, 34, of Moss, said no.", "said", "Ann Lee, 34, of Moss"),
        ("Ann Lee, who lives there, said no.", "said", "Ann Lee, who lives there"),
        ("Ann Lee, in a letter, said no.", "said", "Ann Lee"),
        ("Ann Lee (D-Ohio) said no.", "said", "Ann Lee (D-Ohio)"),
        ("Lee and Moss said no.", "said", "Lee and Moss"),
        ("The plan failed and the union said no.", "said", "the union"),
        ("Lee himself said no.", "said", "Lee"),
        ("The board last week said no.", "said", "The board"),
    ],
)
def test_the_subject_of_a_verb(text, verb, expected):
    tokens = read(text)
    span = subject(tokens, tokens.words.index(verb) - 1, 0)
    assert span is not None
    assert tokens.cut(*span) == expected


def test_no_subject_stands_before_the_first_word():
    assert noun_phrase_left(read("Said Lee."), -1, 0) is None


def test_a_noun_phrase_ends_before_its_verb():
    tokens = read("the union of miners wants more")
    assert tokens.cut(0, noun_phrase_right(tokens, 0, len(tokens.words))) == "the union of miners"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the road is shut, adding that salt ran out.", "the road is shut"),
        ("the road is shut; trains run.", "the road is shut"),
        ("the road is shut and called for calm.", "the road is shut"),
        ("the road is shut, but he took it.", "the road is shut"),
        ("the road is shut, but only at night.", "the road is shut, but only at night"),
        ("the plan was “cheap,” calling it a trick.", "the plan was “cheap,”"),
        ("the levy is fair, which he called a lie.", "the levy is fair"),
    ],
)
def test_where_a_reported_clause_ends(text, expected):
    tokens = read(text)
    assert tokens.cut(0, clause_end(tokens, 0, len(tokens.words))) == expected


def test_a_subordinate_clause_does_not_act():
    tokens = read("As shares fell, Mr. Moss wrote to the board, telling it so.")
    assert tokens.cut(*acting_subject(tokens, 0, tokens.words.index("telling"))) == "Mr. Moss"


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        ("Norwegian Finance Minister Liv Dahl said no deal was near.", "Liv Dahl", "Finance Minister", "Norway"),
        ("Coastal Bank chief economist Ian Moor said rates would rise.", "Ian Moor", "chief economist", "Coastal Bank"),
        ("Nadia Petrov, head of research at the Baltic Institute, said ice was thin.", "Nadia Petrov", "head of research", "Baltic Institute"),
        ("Ivan Moe, director of programs at the Fjord Affairs Council (FAC), said it was over.", "Ivan Moe", "director of programs", "Fjord Affairs Council (FAC)"),
        ("Rolf Aas, editor-in-chief of North Sea magazine, said it was over.", "Rolf Aas", "editor-in-chief", "North Sea magazine"),
        ("The company’s chief executive, Anders Holm, said sales had doubled.", "Anders Holm", "chief executive", "company"),
        ("A spokeswoman for the ministry, Olga Dahl, said it was over.", "Olga Dahl", "spokeswoman for the ministry", None),
        ("Dr. Mia Brandt said it was over.", "Mia Brandt", None, None),
    ],
)  # fmt: skip
def test_offices_before_and_after_a_name(text, name, role, affiliation):
    (quote,) = find_quotes(text, "en")
    assert (quote.speaker.name, quote.speaker.role, quote.speaker.affiliation) == (name, role, affiliation)


def test_a_name_keeps_the_office_that_it_was_given_first():
    *_, last = find_quotes("Mayor Ann Lee spoke. It rained. “We are ready,” Lee said.", "en")
    assert (last.speaker.name, last.speaker.role) == ("Ann Lee", "Mayor")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Analysts say it will fall.", "group"),
        ("The ministry said it would pay.", "organisation"),
        ("Ann Lee said it was over.", "person"),
    ],
)
def test_who_speaks_has_a_kind(text, kind):
    (quote,) = find_quotes(text, "en")
    assert quote.speaker.kind == kind


def test_a_cue_has_a_class():
    classes = [
        find_quotes(text, "en")[0].cue_class
        for text in ("He said it was over.", "He believes that it is over.", "A poll shows that it is over.")
    ]
    assert classes == ["speech", "attitude", "document"]


def test_flags_of_the_engine_and_of_words_do_not_meet():
    every = [CAPITAL, QUOTED, NEWLINE, NUMBER, POSSESSOR, CONTRACTED, PUNCTUATION, WORD, *WORDS.values()]
    assert sum(every).bit_count() == len(every)


def test_every_rule_says_why_and_how_often_it_is_right():
    for name, rule in RULES.items():
        assert rule.why, name
        assert all(0 < share < 1 for share in (rule.person, rule.named, rule.unknown))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "EDITORS: Kill the story about the ferry."),
        ("en", "CORRECTION: The ferry sails at noon."),
        ("de", "ACHTUNG REDAKTIONEN: Die Meldung wird ersetzt."),
        ("fr", "RECTIFICATIF : Le bac part à midi."),
    ],
)
def test_a_control_note_is_nobodys_speech(lang, text):
    assert find_quotes(text, lang) == ()


@pytest.mark.parametrize(
    "text", ["a boys’ club, of two", " led by  two\tblanks", "one\u00a0two three \n four’ ", "x", " ", "end. s’"]
)
@pytest.mark.parametrize("code", ["en", "de", "fr", "tr"])
def test_words_and_their_places_are_those_of_the_pattern_whatever_blanks_part_them(text, code):
    language = load(code)
    for _ in range(2):  # what is remembered is told as what is new
        tokens = tokenise(text, language, [])
        places = [found.span() for found in lexer.pattern(language).finditer(text)]
        assert list(zip(tokens.starts, tokens.ends, strict=True)) == places


def test_what_a_speaker_does_while_speaking_is_not_said():
    (quote,) = find_quotes("Nobody knows, Lee said, shaking his head, why the ferry is late.", "en")
    assert quote.text == "Nobody knows"
