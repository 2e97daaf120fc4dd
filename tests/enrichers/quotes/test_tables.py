"""A language of one's own: one TOML file, given to the function, to the enricher, or to the command line."""

from pathlib import Path

import attrs
import pytest

import newsparse
from newsparse.enrichers import quotes
from newsparse.enrichers.quotes.languages import FRAMES, WORDS, Grammar
from newsparse.errors import UsageError
from newsparse.pipeline import Pipeline
from newsparse.plugin import Document
from newsparse.registry import default

ESPERANTO = """
code = "eo"
name = "Esperanto"
[marks]
pairs = ["“”", "„“"]
[grammar]
order = "sv"
[[frames]]
class = "speech"
before = "laŭ"
[words]
that = "ke"
determiner = "la tiu mia sia"
preposition = "en de al por kun"
auxiliary = "estas estis havas"
coordinator = "kaj aŭ"
role = "urbestro urbestrino ministro"
organisation = "polico registaro"
[[pronouns]]
gender = "f"
forms = "ŝi"
[[cues]]
class = "speech"
frames = ["quote", "that"]
forms = "diras diris\\nanoncis"
"""
TEXT = "La registaro anoncis, ke la ponto estas sekura. “Mi ĝojas”, diris la urbestrino Anna Kovač."


def said(found):
    return [(quote.text, quote.speaker and quote.speaker.name) for quote in found]


EXPECTED = [("ke la ponto estas sekura", "La registaro"), ("“Mi ĝojas”", "Anna Kovač")]


def test_a_table_of_ones_own_is_read_by_its_code():
    assert said(newsparse.find_quotes(TEXT, lang="eo", table=ESPERANTO)) == EXPECTED


def test_a_language_of_ones_own_is_told_by_its_function_words():
    assert said(newsparse.find_quotes(TEXT, table=ESPERANTO)) == EXPECTED


def test_the_enricher_takes_a_table_too():
    registry = default().replacing(quotes.with_table(ESPERANTO))
    document = Document(data=f"La ponto\n\n{TEXT}\n".encode())
    (outcome,) = Pipeline(format="text", enrich=("quotes",), registry=registry).iter(document)
    assert said(outcome.article.quotes) == EXPECTED


def test_the_command_line_takes_a_table_file(tmp_path, capsys):
    from newsparse.cli import main

    (tmp_path / "eo.toml").write_text(ESPERANTO, encoding="utf-8")
    (tmp_path / "story.txt").write_text(f"La ponto\n\n{TEXT}\n", encoding="utf-8")
    status = main(["quotes", "--as", "jsonl", "--quotes-table", str(tmp_path / "eo.toml"), str(tmp_path / "story.txt")])
    assert status == 0
    assert "Anna Kovač" in capsys.readouterr().out


def test_a_table_that_is_none_is_a_usage_error():
    with pytest.raises(UsageError):
        newsparse.find_quotes(TEXT, table="code = ")


def test_a_language_without_a_table_has_no_quotes_unless_it_is_asked_for():
    finnish = "”Silta avataan kesällä”, sanoi kaupunginjohtaja Liisa Virta, ja hän kertoi myös, että työt ovat jo valmiit."
    assert newsparse.find_quotes(finnish) == ()
    with pytest.raises(UsageError):
        newsparse.find_quotes(finnish, lang="fi")


def test_every_key_of_a_table_is_told_in_the_docs():
    page = (Path(__file__).parents[3] / "docs" / "quotes-languages.md").read_text(encoding="utf-8")
    set_by_the_loader = {"CUE", "FRAME", "NOUN", "PRONOUN", "PARTICLE"}
    words = [name.lower() for name in WORDS if name not in set_by_the_loader]
    keys = [*words, *(field.name for field in attrs.fields(Grammar)), *map(str.lower, FRAMES)]
    assert [key for key in keys if f"`{key}`" not in page] == []
