"""Every file of the corpus reads as is expected of it, and is recognised. `--update-golden` rewrites what is expected."""

from pathlib import Path

import pytest

from newsparse.builtin import BUILTIN
from newsparse.registry import default
from newsparse.testing import agreeing, hold, invalid_files, valid_files

CORPUS = Path(__file__).parent / "corpus"
REGISTRY = default().without_plugins()
FORMATS = sorted(path.parent.name for path in CORPUS.glob("*/valid"))
VALID = [(name, path) for name in FORMATS for path in valid_files(CORPUS / name)]
INVALID = [(name, path) for name in FORMATS for path in invalid_files(CORPUS / name)]


def named(case: object) -> str:
    return case.name if isinstance(case, Path) else str(case)


def test_every_corpus_is_of_a_reader() -> None:
    assert set(FORMATS) <= set(BUILTIN["newsparse.readers"])


@pytest.mark.parametrize(("name", "path"), VALID + INVALID, ids=named)
def test_a_sample_reads_as_expected(name: str, path: Path, request: pytest.FixtureRequest) -> None:
    hold(REGISTRY.reader(name), path, update=request.config.getoption("--update-golden"))


@pytest.mark.parametrize(("name", "path"), VALID, ids=named)
def test_a_valid_sample_is_recognised_as_what_it_is(name: str, path: Path) -> None:
    agreeing(REGISTRY.reader(name), path, REGISTRY)
