"""`kit.language`: a language is told by script and function words, or not at all."""

import tomllib
from pathlib import Path

import pytest

from newsparse.kit.language import detect

CASES = Path(__file__).parents[1] / "corpus" / "quotes"


def cases():
    for path in sorted(CASES.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in table["case"]:
            code = case.get("lang", table.get("lang", path.stem))
            if code in ("zh", "ja") or len(case["text"].split()) >= 8:
                yield code, case["text"]


def test_the_language_of_eight_words_is_told_in_98_of_100_cases():
    told = [(code, text, found.code if (found := detect(text)) else None) for code, text in cases()]
    wrong = [row for row in told if row[0] != row[2]]
    assert len(told) > 300
    assert len(wrong) <= 0.02 * len(told), wrong


@pytest.mark.parametrize("text", ["", " ", "123 456", "Berlin", "?!", "xyzzy plugh", "a" * 5000])
def test_what_does_not_tell_is_none(text):
    assert detect(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Η κυβέρνηση ανακοίνωσε νέα μέτρα.", "el"),
        ("הממשלה הודיעה על צעדים חדשים.", "he"),
        ("정부는 새로운 조치를 발표했다.", "ko"),
        ("Уряд повідомив, що податки буде знижено, і це добре для всіх.", "uk"),
        ("دولت اعلام کرد که مالیات‌ها را کاهش می‌دهد.", "fa"),
    ],
)
def test_languages_beside_those_with_tables_are_told_too(text, code):
    found = detect(text)
    assert found is not None
    assert found.code == code


def test_a_language_of_ones_own_takes_part():
    own = {"eo": frozenset(["la", "estas", "kaj", "de", "en", "ne", "ĝi", "ke", "por", "kun"])}
    found = detect("La domo estas granda kaj ĝi ne estas en la urbo.", own)
    assert found is not None
    assert found.code == "eo"


def test_confidence_is_a_share():
    found = detect("The house is on the hill, and it was sold to a family from the town.")
    assert found is not None
    assert 0.5 < found.confidence < 1
