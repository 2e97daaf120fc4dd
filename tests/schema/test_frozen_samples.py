from pathlib import Path

import pytest

from newsparse.model.check import problems
from newsparse.schema import from_json, to_json

SAMPLES = sorted(Path(__file__).parent.glob("v*/*.json"))


def test_there_are_samples() -> None:
    assert SAMPLES


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_published_file_reads_for_ever(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    article = from_json(text)
    assert problems(article) == ()
    assert to_json(article) == text.strip()
