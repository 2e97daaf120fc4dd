"""The conformance kit for authors of plug-ins: sample files, random articles, and the laws that every plug-in keeps.

    class TestMine(ReaderLaws):
        reader = READER
        corpus = Path(__file__).parent / "corpus" / "mine"

As a pytest plug-in (`pytest -p newsparse.testing`) it brings the switch `--update-golden`, which rewrites the expected files.
"""

from typing import TYPE_CHECKING

from newsparse.testing.classes import EnricherLaws, ReaderLaws, WriterLaws
from newsparse.testing.corpus import agreeing, expected_of, hold, invalid_files, valid_files
from newsparse.testing.drawing import HOSTILE, articles
from newsparse.testing.laws import (
    additive,
    bare,
    broken,
    carrying,
    honest,
    identity,
    isolated,
    mutated,
    outcomes,
    read_all,
    settled,
    words_of,
)

if TYPE_CHECKING:
    import pytest

__all__ = [
    "HOSTILE",
    "EnricherLaws",
    "ReaderLaws",
    "WriterLaws",
    "additive",
    "agreeing",
    "articles",
    "bare",
    "broken",
    "carrying",
    "expected_of",
    "hold",
    "honest",
    "identity",
    "invalid_files",
    "isolated",
    "mutated",
    "outcomes",
    "pytest_addoption",
    "read_all",
    "settled",
    "valid_files",
    "words_of",
]


def pytest_addoption(parser: "pytest.Parser") -> None:
    """The switch `--update-golden`: rewrite the expected files of the corpus, for the diff to be looked at."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected files of the corpus")
