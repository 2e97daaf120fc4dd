"""The import table of the house, read from the AST of every module."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsparse.builtin import BUILTIN

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "newsparse").rglob("*.py"))
ROWS = (
    ("limits", "model.frozen", "model.place"),
    ("model", "diagnostics", "errors"),
    ("context",),
    ("plugin",),
    ("schema", "kit"),
    ("readers", "writers", "enrichers"),
    ("registry", "detect", "builtin"),
    ("pipeline",),
    ("api", "testing", "bulk"),
    ("cli", "__main__"),
)
SIBLINGS = ("readers", "writers", "enrichers")
FORBIDDEN = ("iterparse", "xinclude", "c14n", "write_c14n")


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT / "newsparse").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def row_of(module: str) -> int:
    found = [(len(prefix), row) for row, names in enumerate(ROWS) for prefix in names if f"{module}.".startswith(f"{prefix}.")]
    return max(found)[1] if found else -1


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


PLACED = [path for path in MODULES if name_of(path)]


def test_there_are_modules() -> None:
    assert len(PLACED) > 20


@pytest.mark.parametrize("path", PLACED, ids=name_of)
def test_a_module_imports_only_its_row_and_those_above(path: Path) -> None:
    module = name_of(path)
    assert row_of(module) >= 0, "in no row of the table"
    inner = [name.removeprefix("newsparse.") for name in imports(parsed(path)) if name.startswith("newsparse.")]
    assert [name for name in inner if row_of(name) > row_of(module)] == []


@pytest.mark.parametrize("path", [p for p in PLACED if name_of(p).startswith(SIBLINGS)], ids=name_of)
def test_a_format_imports_no_other_format(path: Path) -> None:
    own = ".".join(name_of(path).split(".")[:2])
    inner = [name.removeprefix("newsparse.") for name in imports(parsed(path)) if name.startswith("newsparse.")]
    assert [n for n in inner if n.split(".")[0] in SIBLINGS and not f"{n}.".startswith(f"{own}.")] == []


@pytest.mark.parametrize("path", PLACED, ids=name_of)
def test_lxml_is_imported_in_the_kit_alone(path: Path) -> None:
    if name_of(path) not in {"kit.xml", "kit.html"}:
        assert [name for name in imports(parsed(path)) if name.partition(".")[0] == "lxml"] == []


@pytest.mark.parametrize("path", PLACED, ids=name_of)
def test_no_unsafe_call_of_lxml(path: Path) -> None:
    called = [ast.unparse(n) for n in ast.walk(parsed(path)) if isinstance(n, ast.Attribute)]
    assert [c for c in called if c.rpartition(".")[2] in FORBIDDEN or c in {"etree.parse", "lxml.html.parse"}] == []


@pytest.mark.parametrize("path", PLACED, ids=name_of)
def test_only_pipeline_and_registry_swallow_any_exception(path: Path) -> None:
    handlers = [n for n in ast.walk(parsed(path)) if isinstance(n, ast.ExceptHandler) and n.type]
    kept = [n for n in handlers if not (isinstance(n.body[-1], ast.Raise) and n.body[-1].exc is None)]
    caught = [ast.unparse(n.type) for n in kept if n.type]
    wide = [c for c in caught if {"Exception", "BaseException"} & set(c.strip("()").replace(" ", "").split(","))]
    assert not wide or name_of(path) in {"pipeline", "registry"}


@pytest.mark.parametrize("path", PLACED, ids=name_of)
def test_every_public_name_has_a_docstring(path: Path) -> None:
    tree = parsed(path)
    public = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_")]
    assert ast.get_docstring(tree), "the module"
    methods = [m for n in public if isinstance(n, ast.ClassDef) for m in n.body if isinstance(m, ast.FunctionDef)]
    named = [*public, *(m for m in methods if not m.name.startswith("_"))]
    assert [n.name for n in named if not ast.get_docstring(n)] == []


def test_the_table_of_formats_equals_the_entry_points() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {kind: project["entry-points"].get(kind, {}) for kind in BUILTIN} == BUILTIN


def at_run_time(tree: ast.Module) -> ast.Module:
    """The module without what type checkers alone import."""
    for node in [n for n in ast.walk(tree) if isinstance(n, ast.If) and ast.unparse(n.test) == "TYPE_CHECKING"]:
        node.body = []
    return tree


def depends() -> dict[str, set[str]]:
    """What each module imports when it runs, late imports included."""
    names = {name_of(path) for path in MODULES}
    found: dict[str, set[str]] = {}
    for path in MODULES:
        inner = {name.removeprefix("newsparse.") for name in imports(at_run_time(parsed(path))) if name.startswith("newsparse.")}
        found[name_of(path)] = {name if name in names else name.rpartition(".")[0] for name in inner} - {name_of(path), ""}
    return found


def test_no_module_imports_itself_round_a_corner() -> None:
    left = depends()
    while done := [module for module, needs in left.items() if not needs & left.keys()]:
        for module in done:
            del left[module]
    assert left == {}, "these import one another in a circle"


@pytest.mark.parametrize("path", PLACED, ids=name_of)
def test_what_is_private_to_a_module_is_used_there(path: Path) -> None:
    words = Counter(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    named = []
    for node in parsed(path).body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                named.append(name)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                named.append(name)
    private = {name for name in named if name.startswith("_") and not name.startswith("__") and name != "_"}
    assert sorted(name for name in private if words[name] < 2) == []
