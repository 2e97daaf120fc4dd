"""What the docs must hold: every diagnostic code, every limit, a page for every format."""

import ast
import re
from pathlib import Path

import attrs

from newsparse.builtin import BUILTIN
from newsparse.limits import Limits

ROOT = Path(__file__).parent.parent
PAGES = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))}
CODE = re.compile(r"[a-z][a-z0-9]*\.[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def codes_in(module: Path) -> set[str]:
    """The literal codes given to `report`, `fail` and `diagnostic` in a module."""
    calls = (node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    named = (c for c in calls if isinstance(c.func, ast.Attribute) and c.func.attr in {"report", "fail", "diagnostic"})
    first = (c.args[0] for c in named if c.args)
    return {a.value for a in first if isinstance(a, ast.Constant) and isinstance(a.value, str) and CODE.match(a.value)}


def test_every_diagnostic_code_is_documented():
    codes = set().union(*(codes_in(path) for path in (ROOT / "newsparse").rglob("*.py")))
    assert codes
    told = "\n".join(PAGES.values())
    assert sorted(code for code in codes if f"`{code}`" not in told) == []


def test_every_limit_says_its_precedent():
    source = (ROOT / "newsparse" / "limits.py").read_text(encoding="utf-8")
    for field in attrs.fields(Limits):
        assert re.search(rf'^    {field.name}: int = .*\n    """', source, re.MULTILINE), field.name


def test_every_built_in_format_has_a_page():
    formats = {*BUILTIN["newsparse.readers"], *BUILTIN["newsparse.writers"]}
    assert formats
    names = {path.stem for path in PAGES}
    pages = "\n".join(text for path, text in PAGES.items() if path.parent.name == "formats")
    assert sorted(f for f in formats if f not in names and f"`{f}`" not in pages) == []
