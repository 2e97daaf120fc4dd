"""Plug-ins as their users have them: distributions installed by pip into an environment of their own, run by `python -m newsparse`."""

import json
import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
DISTRIBUTIONS = sorted(path.parent for path in HERE.glob("*/pyproject.toml"))

pytestmark = pytest.mark.install


def wheel_of(source: Path, into: Path) -> Path:
    """A wheel of a pure Python project as its pyproject.toml describes it; needs no build backend, so no network."""
    settings = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))
    project, target = settings["project"], settings["tool"]["hatch"]["build"]["targets"]["wheel"]
    stem = f"{project['name'].replace('-', '_')}-{project['version']}"
    files = [
        f
        for name in (*target.get("only-include", ()), *target.get("packages", ()))
        for f in sorted((source / name).rglob("*.py")) or [source / name]
    ]
    points = [f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in of.items()) for group, of in project["entry-points"].items()]
    parts = {str(f.relative_to(source)): f.read_text(encoding="utf-8") for f in files}
    parts[f"{stem}.dist-info/METADATA"] = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    parts[f"{stem}.dist-info/WHEEL"] = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    parts[f"{stem}.dist-info/entry_points.txt"] = "\n".join(points)
    parts[f"{stem}.dist-info/RECORD"] = "".join(f"{name},,\n" for name in parts)
    wheel = into / f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return wheel


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """The Python of a fresh environment that sees newsparse and what it needs, with every distribution here installed."""
    home = tmp_path_factory.mktemp("environment")
    venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(home)
    purelib = Path(sysconfig.get_path("purelib", "venv", vars={"base": str(home), "platbase": str(home)}))
    (purelib / "outer.pth").write_text(f"{ROOT}\n{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    made = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    install(made, [wheel_of(source, home) for source in DISTRIBUTIONS])
    return made


def install(python, wheels):
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-index", "--no-deps", "--no-compile"]
    subprocess.run([*command, *map(str, wheels)], check=True, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})


@pytest.fixture
def newsparse(python, tmp_path):
    (tmp_path / "a.memo").write_text("MEMO\nA headline\nOne paragraph.\nAnother.\n", encoding="utf-8")

    def run(*arguments):
        return subprocess.run([str(python), "-m", "newsparse", *arguments], capture_output=True, text=True, cwd=tmp_path)

    return run


def test_the_distributions_are_there():
    assert {path.name for path in DISTRIBUTIONS} == {
        "good",
        "missing",
        "raises",
        "exits",
        "collides-a",
        "collides-b",
        "wrong",
        "refines",
    }


def test_formats_lists_what_works_and_why_the_rest_does_not(newsparse):
    done = newsparse("formats", "--json")
    assert done.returncode == 0
    rows = {(row["kind"], row["name"]): row for row in json.loads(done.stdout)}
    assert rows["reader", "memo"]["distribution"] == "newsparse-memo"
    assert rows["writer", "memo"]["options"]["shout"]["help"] == "write the headline in capitals"
    broken = {name: row["broken"] for (_, name), row in rows.items() if "broken" in row}
    assert set(broken) == {"missing", "raises", "exits", "wrong-type", "wrong-name", "wrong-attribute"}
    assert "newsparse_missing_module" in broken["missing"]
    assert broken["raises"] == "RuntimeError: no licence file"
    assert broken["exits"] == "SystemExit: 7"
    assert "int" in broken["wrong-type"]
    assert "'another'" in broken["wrong-name"]
    assert rows["reader", "text"]["distribution"] == "newsparse"
    assert rows["reader", "twice"]["title"] == "twice of a"


def test_a_taken_name_is_reachable_by_its_distribution(newsparse):
    for name, by in (
        ("newsparse-collides-b/text", "b"),
        ("newsparse-collides-a/text", "a"),
        ("newsparse-collides-b/twice", "b"),
        ("twice", "a"),
    ):
        done = newsparse("convert", "a.memo", "--from", name, "--to", "text")
        assert f"{by} was here" in done.stdout, done.stderr


def test_a_plug_in_is_detected_read_enriched_and_written(newsparse):
    assert "memo" in newsparse("detect", "a.memo").stdout
    done = newsparse("convert", "a.memo", "--enrich", "count", "--to", "json")
    assert done.returncode == 0
    (article,) = json.loads(done.stdout)["articles"]
    assert article["title"] == "A headline"
    assert article["annotations"][0]["value"] == 2
    again = newsparse("convert", "a.memo", "--to", "memo:shout")
    assert again.stdout == "MEMO\nA HEADLINE\nOne paragraph.\nAnother.\n"


def test_broken_plug_ins_are_warned_of_once_and_cost_nothing(newsparse):
    done = newsparse("convert", "a.memo", "--to", "text")
    assert done.returncode == 0
    told = [line for line in done.stderr.splitlines() if line.startswith("warning: newsparse plug-in")]
    assert sorted(line.split()[3] for line in told) == [
        "exits",
        "missing",
        "raises",
        "wrong-attribute",
        "wrong-name",
        "wrong-type",
    ]


@pytest.mark.parametrize(
    ("name", "reason"), [("exits", "SystemExit"), ("missing", "newsparse_missing_module"), ("raises", "no licence file")]
)
def test_a_broken_plug_in_asked_for_by_name_is_one_line(newsparse, name, reason):
    done = newsparse("convert", "a.memo", "--from", name, "--to", "text")
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert reason in done.stderr


@pytest.mark.parametrize("arguments", [("--no-plugins", "convert", "a.memo"), ("convert", "a.memo", "--no-plugins")])
def test_without_plug_ins_nothing_of_theirs_is_seen(newsparse, arguments):
    done = newsparse(*arguments, "--to", "json")
    assert "plug-in" not in done.stderr
    assert json.loads(done.stdout)["articles"][0]["document"]["format"] == "text"
    listed = newsparse(*(a if a != "convert" else "formats" for a in arguments if a != "a.memo"), "--json").stdout
    assert {row["distribution"] for row in json.loads(listed)} == {"newsparse"}


def test_what_new_plugin_writes_installs_and_passes_its_test(newsparse, python, tmp_path):
    assert newsparse("new-plugin", "house-wire").returncode == 0
    home = tmp_path / "newsparse-house-wire"
    install(python, [wheel_of(home, tmp_path)])
    assert "house-wire" in newsparse("formats").stdout
    done = subprocess.run(
        [str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"], cwd=home, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout


def test_a_reader_that_refines_html_reads_its_publishers_pages(python, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html><head><meta name="generator" content="Gazette 4"><title>Mill sold</title></head><body>'
        '<div class="gz-story"><p>The mill at Lund has been sold for a sum that nobody would name.</p>'
        '<div class="gz-house-notice"><p>The Gazette is looking for people to carry the Gazette.</p></div>'
        '<div class="related-facts"><p>The mill was built in 1847 and has stood empty since the great flood.</p></div></div></body>',
        encoding="utf-8",
    )
    done = subprocess.run(
        [python, "-m", "newsparse", "convert", "--to", "text", str(page)], capture_output=True, text=True, encoding="utf-8"
    )
    assert "1847" in done.stdout
    assert "carry" not in done.stdout
    told = subprocess.run([python, "-m", "newsparse", "detect", str(page)], capture_output=True, text=True, encoding="utf-8")
    assert "gazette" in told.stdout
