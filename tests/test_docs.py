"""What the docs must hold: every diagnostic code, every limit, a page for every format."""

import ast
import re
from pathlib import Path

import attrs

from newsparse.builtin import BUILTIN
from newsparse.limits import Limits

ROOT = Path(__file__).parent.parent
PAGES = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))}
CODE = re.compile(r"([a-z][a-z0-9]*)\.[a-z0-9]+(?:-[a-z0-9]+)+\Z")
AREAS = {name for group in BUILTIN.values() for name in group} | {"xml", "limit"}


def codes_in(module: Path) -> set[str]:
    """The codes that stand in a module: whole ones, and those that a writer's `changed` puts its own name before."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.Constant(value=str(text)) if (code := CODE.match(text)) and code[1] in AREAS:
                found.add(text)
            case ast.Call(func=ast.Attribute(attr="changed"), args=[_, ast.Constant(value=str(kind)), *_]) if (
                module.stem in AREAS
            ):
                found.add(f"{module.stem}.{kind}")
    return found


def test_every_diagnostic_code_is_documented():
    codes = set().union(*(codes_in(path) for path in (ROOT / "newsparse").rglob("*.py")))
    assert {"xml.cp1252-reference", "anpa1312.added-rule", "text.no-article"} <= codes
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
