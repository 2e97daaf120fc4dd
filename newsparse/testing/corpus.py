"""The corpus: sample files, and beside each one what is expected of it.

`valid/x.ext` has its articles, charset and diagnostics in `valid/x.json` (`x.expected.json` for an input that is JSON itself),
`invalid/x.ext` its diagnostics in `invalid/x.diag`, one a line: `14:7: warning[nitf.bad-date]`. Articles are in the JSON form
without origins and document, which would be noise; a reader's origins are held to lie in the document instead.
"""

import json
from pathlib import Path
from typing import Any

from newsparse import detect
from newsparse.diagnostics import Diagnostic, place
from newsparse.errors import ParseError
from newsparse.model import walk
from newsparse.pipeline import Outcome, Pipeline
from newsparse.plugin import Document, Match, Reader
from newsparse.registry import Registry, default
from newsparse.schema import to_dict
from newsparse.testing.laws import bare

_WIDTH = 120  # of a golden file's line


def valid_files(corpus: Path) -> list[Path]:
    """The inputs in `corpus/valid`, sorted; AssertionError when there is none."""
    found = _inputs(corpus / "valid")
    assert found, f"no file in {corpus / 'valid'}"
    return found


def invalid_files(corpus: Path) -> list[Path]:
    """The inputs in `corpus/invalid`, sorted; there may be none."""
    return _inputs(corpus / "invalid")


def expected_of(path: Path) -> Path:
    """The file that holds what is expected of this input."""
    if path.parent.name == "invalid":
        return path.with_suffix(".diag")
    return path.with_suffix(".expected.json" if path.suffix == ".json" else ".json")


def _inputs(folder: Path) -> list[Path]:
    files = sorted(path for path in folder.glob("*") if path.is_file() and not path.name.startswith("."))
    inputs = [path for path in files if path.suffix not in {".json", ".diag"}]
    expected = {expected_of(path) for path in inputs}
    own_json = (p for p in files if p.suffix == ".json" and p not in expected and not p.name.endswith(".expected.json"))
    found = sorted([*inputs, *own_json])
    assert len({expected_of(path) for path in found}) == len(found), f"two inputs of one name in {folder}"
    return found


def hold(reader: Reader[Any], path: Path, *, update: bool = False) -> None:
    """Hold the reading of a corpus file against what is expected of it; `update` rewrites that file."""
    found = _outcomes(reader, path)
    expected = expected_of(path)
    told = _told(found)
    if path.parent.name == "invalid":
        assert told, f"{path.name} is in invalid/ and nothing is reported"
        seen = "".join(f"{line}\n" for line in told)
    else:
        _check_origins(found, path)
        seen = pretty(_golden(found, told)) + "\n"
    if update:
        expected.write_text(seen, encoding="utf-8")
    assert expected.exists(), f"{expected.name} is missing; --update-golden writes it"
    held = expected.read_text(encoding="utf-8")
    assert held == seen, f"{path.name} reads otherwise than {expected.name} says"


def _outcomes(reader: Reader[Any], path: Path) -> list[Outcome]:
    registry = default().without_plugins().replacing(reader)
    found = list(Pipeline(format=reader.name, registry=registry).iter(Document(data=path.read_bytes(), label=path.name)))
    for outcome in found:
        if outcome.error is not None and not isinstance(outcome.error, ParseError):
            raise AssertionError(f"{path.name}: {outcome.error}") from outcome.error
    return found


def _told(found: list[Outcome]) -> list[str]:
    """A line for each diagnostic, in document order."""
    diagnostics: list[Diagnostic] = []
    for outcome in found:
        diagnostics.extend(outcome.diagnostics)
        if isinstance(outcome.error, ParseError) and outcome.error.diagnostic not in outcome.diagnostics:
            diagnostics.append(outcome.error.diagnostic)
    return [f"{where}: {told}" if (where := place(d.origin)) else told for d in diagnostics if (told := _short(d))]


def _short(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.severity.word}[{diagnostic.code}]"


def _golden(found: list[Outcome], told: list[str]) -> dict[str, Any]:
    read = [outcome.article for outcome in found if outcome.article is not None]
    charsets = dict.fromkeys(article.document.charset for article in read if article.document)
    return {
        "charset": " ".join(c for c in charsets if c) or None,
        "diagnostics": told,
        "articles": [to_dict(bare(article)) for article in read],
    }


def _check_origins(found: list[Outcome], path: Path) -> None:
    size = path.stat().st_size
    for outcome in found:
        for block in walk.blocks(outcome.article) if outcome.article else ():
            start, end = (block.origin.byte_start, block.origin.byte_end) if block.origin else (None, None)
            inside = (start is None or 0 <= start <= size) and (end is None or (start or 0) <= end <= size)
            assert inside, f"{path.name}: block {block.id} says bytes {start}-{end} of {size}"


def pretty(value: Any, indent: int = 0) -> str:
    """JSON with what fits on one line there, so that a mark or a quote is one line of a diff."""
    short = json.dumps(value, ensure_ascii=False)
    if len(short) + indent <= _WIDTH or not isinstance(value, dict | list) or not value:
        return short
    inner = " " * (indent + 1)
    if isinstance(value, dict):
        parts = [f"{inner}{json.dumps(key, ensure_ascii=False)}: {pretty(item, indent + 1)}" for key, item in value.items()]
        return "{\n" + ",\n".join(parts) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(inner + pretty(item, indent + 1) for item in value) + "\n" + " " * indent + "]"


def agreeing(reader: Reader[Any], path: Path, registry: Registry) -> None:
    """Law 5: the file is detected as the reader's format, and no other reader is certain of it.

    LIKELY at least; FALLBACK will do for a format without marks of its own where nobody else claims the document. A dialect
    that refines the format may be certain too. A reader that is certain of a first element names it in its `elements`.
    """
    document = Document(data=path.read_bytes(), label=path.name)
    first, _ = document.head().first_element
    claims = detect.rank(document, registry.replacing(reader))
    own = next(claim for claim in claims if claim.reader is reader)
    others = [claim for claim in claims if claim is not own and reader.name != claim.reader.refines]
    certain = [c.alias for c in others if c.match is Match.CERTAIN and c.alias != reader.refines]
    assert not certain, f"{path.name}: {' and '.join(certain)} is certain of it too"
    alone = own.match is Match.FALLBACK and all(claim.match is Match.NO for claim in others)
    assert own.match >= Match.LIKELY or alone, f"{path.name} is not recognised: {own.match.name}"
    named = own.match is not Match.CERTAIN or not first or reader.elements is None or first in reader.elements
    assert named, f"{path.name} is certain by its first element {first!r}, which the reader's elements do not name"
    assert detect.choose(document, registry.replacing(reader)).reader is reader, f"{path.name} is given to another reader"
