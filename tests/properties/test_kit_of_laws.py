from pathlib import Path

import pytest

from newsparse.model import Article, Text
from newsparse.readers.json import READER
from newsparse.testing import ReaderLaws, WriterLaws, golden, mutated, valid_files
from newsparse.writers.json import WRITER


class TestJsonReader(ReaderLaws):
    reader = READER


class TestJsonWriter(WriterLaws):
    writer = WRITER
    reader = READER


def test_an_empty_corpus_fails(tmp_path: Path) -> None:
    (tmp_path / "valid").mkdir()
    with pytest.raises(AssertionError, match="no file"):
        valid_files(tmp_path)


def test_a_golden_file_is_written_and_then_held(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    golden(path, [Article(title=Text("One"))], update=True)
    golden(path, [Article(title=Text("One"))])
    with pytest.raises(AssertionError, match="otherwise"):
        golden(path, [Article(title=Text("Two"))])


def test_damage_is_the_same_for_the_same_seed() -> None:
    assert mutated(b"some bytes", 3) == mutated(b"some bytes", 3)
