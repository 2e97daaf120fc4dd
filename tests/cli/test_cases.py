"""The command line as documents: each file of `cases/` holds inputs, commands and what they print.

A block between four backticks is a file (`%% name`, then its lines) or a case: `% newsparse …`, then standard input up to a
line `^D` where there is any, then what is expected: standard output, standard error behind `2> `, `=> status` unless it is 0.
`--update-golden` rewrites what is expected.
"""

import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from newsparse.cli import main

CASES = Path(__file__).parent / "cases"
BLOCK = re.compile(r"^````\n(.*?)^````$", re.MULTILINE | re.DOTALL)
FILES = sorted(CASES.glob("*.md"))


def parts(block):
    """(command, standard input or None, expected) of a case."""
    command, _, rest = block.partition("\n")
    given, end, expected = rest.partition("^D\n")
    return command.removeprefix("% newsparse "), given if end else None, expected if end else rest


def run(command, given, capfdbinary, monkeypatch):
    """What a command prints, in the form of the cases."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((given or "").encode()), encoding="utf-8"))
    try:
        status = main(shlex.split(command))
    except SystemExit as stop:
        status = stop.code
    out, err = (text.decode().replace("\r\n", "\n") for text in capfdbinary.readouterr())
    told = "".join(f"2> {line}\n" for line in err.splitlines())
    return out + ("" if out.endswith("\n") or not out else "\\ no line end\n") + told + (f"=> {status}\n" if status else "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_case_prints_what_it_says(path, tmp_path, capfdbinary, monkeypatch, request):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    text = path.read_text(encoding="utf-8")
    for block in BLOCK.findall(text):
        if block.startswith("%% "):
            name, _, content = block[3:].partition("\n")
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(content, encoding="utf-8")
            continue
        command, given, expected = parts(block)
        seen = run(command, given, capfdbinary, monkeypatch)
        if request.config.getoption("--update-golden"):
            kept = block.removesuffix(expected)
            text = text.replace(f"````\n{block}````", f"````\n{kept}{seen}````")
        else:
            assert seen == expected, f"{path.name}: newsparse {command}"
    if request.config.getoption("--update-golden"):
        path.write_text(text, encoding="utf-8")


def test_there_are_enough_cases():
    blocks = [block for path in FILES for block in BLOCK.findall(path.read_text(encoding="utf-8"))]
    assert len([block for block in blocks if block.startswith("% newsparse ")]) >= 20
