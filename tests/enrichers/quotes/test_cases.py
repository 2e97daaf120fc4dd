"""The cases of every language: a text, and what is said in it by whom (`tests/corpus/quotes/<lang>.toml`).

A case is right when every quote is found and no other, the words agree to four fifths, and the source and the name are right.
One with `missed = true` is known to be wrong, and told when it no longer is.
"""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import newsparse

FOLDER = Path(__file__).parents[2] / "corpus" / "quotes"
FILES = sorted(path for path in FOLDER.glob("*.toml") if tomllib.loads(path.read_text(encoding="utf-8")).get("lang"))
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")


def words(text):
    return [word.lower() for word in WORD.findall(text)]


def alike(found, wanted):
    ours, theirs = Counter(words(found)), Counter(words(wanted))
    return (ours & theirs).total() / max(1, (ours | theirs).total())


def faults(case, lang):
    """What is wrong with the quotes found in a case, in words; empty where all is right."""
    text, wanted = case["text"], case["quotes"]
    found = sorted(newsparse.find_quotes(text, lang=lang), key=lambda quote: quote.spans[0].start)
    if len(found) != len(wanted):
        return [f"{len(found)} quotes, not {len(wanted)}"]
    wrong = []
    for quote, want in zip(found, wanted, strict=True):
        source = " ".join(text[span.start : span.end] for span in quote.speaker_spans)
        if alike(quote.text, want["text"]) < 0.8:
            wrong.append(f"said {quote.text!r}")
        if "source" in want and not set(words(source)) & set(words(want["source"])):
            wrong.append(f"source {source!r}")
        if "speaker" in want and (quote.speaker is None or not set(words(want["speaker"])) <= set(words(quote.speaker.name))):
            wrong.append(f"speaker {quote.speaker and quote.speaker.name!r}")
    return wrong


def test_there_are_cases_in_fifteen_languages():
    assert len(FILES) >= 15
    assert sum(path.read_text(encoding="utf-8").count("[[case]]") for path in FILES) >= 400


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_cases_of_a_language_are_right(path):
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    cases = table["case"]
    wrong = {case["name"]: fault for case in cases if (fault := faults(case, table["lang"]))}
    assert wrong.keys() == {case["name"] for case in cases if case.get("missed")}, wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_spans_of_a_quote_cut_out_its_text(path):
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for case in table["case"]:
        for quote in newsparse.find_quotes(case["text"], lang=table["lang"]):
            assert quote.text == " ".join(case["text"][span.start : span.end] for span in quote.spans)


ROLES = tomllib.loads((FOLDER / "roles.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", ROLES, ids=lambda case: f"{case['lang']}-{case['speaker']}")
def test_a_speaker_has_the_role_that_the_text_gives(case):
    (quote,) = newsparse.find_quotes(case["text"], lang=case["lang"])
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == (case["speaker"], case["role"])


ARTICLES = tomllib.loads((FOLDER / "articles.toml").read_text(encoding="utf-8"))["case"]
FOUND = 0.9


def test_nine_of_ten_quotes_of_articles_are_found_with_their_speakers():
    missed, more, wanted = [], 0, 0
    for case in ARTICLES:
        found = newsparse.find_quotes(case["text"], lang=case["lang"])
        missed += [w for w in case["quotes"] if not any(alike(q.text, w["text"]) >= 0.8 and names(q, w) for q in found)]
        more += max(0, len(found) - len(case["quotes"]))
        wanted += len(case["quotes"])
    assert wanted > 40
    assert len(missed) <= (1 - FOUND) * wanted, missed
    assert more <= (1 - FOUND) * wanted


def names(quote, want):
    return "speaker" not in want or (quote.speaker is not None and set(words(want["speaker"])) <= set(words(quote.speaker.name)))
