"""The command line: data on standard output, one line for each failure, the documented exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsparse.cli import COMMANDS, main
from newsparse.cli.convert import _place

ROOT = Path(__file__).parents[2]
STORY = ROOT / "docs" / "examples" / "harbour.txt"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "Harbour Story.txt"
    path.write_bytes(STORY.read_bytes())
    return path


def run(*arguments, given=b""):
    """(exit status, standard output, standard error) of a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "newsparse", *map(str, arguments)],
        input=given,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("to", ["json", "jsonl", "xml", "html", "text"])
def test_convert_writes_every_format(story, capfdbinary, to):
    assert main(["convert", str(story), "--to", to]) == 0
    out, err = capfdbinary.readouterr()
    assert b"Harbour towns agree" in out
    assert err.count(b"\n") == 2


def test_one_article_is_json_and_several_are_json_lines(story, capfdbinary):
    main(["convert", str(story)])
    assert "articles" in json.loads(capfdbinary.readouterr().out)
    main(["convert", str(story), str(story)])
    assert len(capfdbinary.readouterr().out.splitlines()) == 2


def test_a_wrong_call_is_told_alone(story, capfdbinary):
    assert main(["convert", str(story), str(story), "--to", "html"]) == 2
    out, err = capfdbinary.readouterr()
    assert (out, err.count(b"\n")) == (b"", 1)
    assert b"html holds one article" in err


def test_one_bad_input_never_stops_the_others(story, capfdbinary):
    assert main(["convert", str(story.parent / "missing.txt"), str(story), "--to", "jsonl"]) == 1
    out, err = capfdbinary.readouterr()
    assert len(out.splitlines()) == 1
    assert b"missing.txt: no such file or directory" in err


def test_a_directory_becomes_a_directory(story, tmp_path):
    (story.parent / "feed").mkdir()
    for name in ("a.txt", "A!.txt"):
        (story.parent / "feed" / name).write_bytes(STORY.read_bytes())
    home = tmp_path / "out"
    assert main(["convert", str(story.parent / "feed"), "--to", "html", "-o", f"{home}/"]) == 0
    assert sorted(p.name for p in home.iterdir()) == ["a-2.html", "a.html"]


def test_files_of_a_directory_keep_the_names_of_any_script(story, tmp_path):
    for name in ("港口新闻.txt", "हिन्दी समाचार.txt", "été_2.txt", "…!.txt"):
        (tmp_path / name).write_bytes(STORY.read_bytes())
        assert main(["convert", str(tmp_path / name), "--enrich", "none", "--to", "text", "-o", f"{tmp_path / 'out'}/"]) == 0
    names = {p.name for p in (tmp_path / "out").iterdir()}
    assert names == {"港口新闻.txt", "हिन्दी-समाचार.txt", "été-2.txt", "article.txt"}


def test_a_long_name_is_cut_between_characters(story, tmp_path):
    long = tmp_path / ("é" * 120 + ".txt")
    long.write_bytes(STORY.read_bytes())
    for _ in range(2):
        assert main(["convert", str(long), "--enrich", "none", "--to", "text", "-o", f"{tmp_path / 'out'}/"]) == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["é" * 100 + "-2.txt", "é" * 100 + ".txt"]


def test_names_are_tried_from_a_number_on_so_that_many_cost_by_their_number(tmp_path):
    assert [_place(tmp_path, "feed", "json", b"", number) for number in (1, 1, 7, 2)] == [1, 2, 7, 3]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["feed-2.json", "feed-3.json", "feed-7.json", "feed.json"]


def test_a_file_appears_whole(story, tmp_path):
    target = tmp_path / "out.json"
    assert main(["convert", str(story), "-o", str(target)]) == 0
    assert json.loads(target.read_bytes())["newsparse"] == "1.0"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["Harbour Story.txt", "out.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["convert", "show", "quotes", "check", "detect", "explain"])
def test_a_full_disk_is_one_line(story, command):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "newsparse", command, str(story)],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1] == "error: standard output: no space left on device"


@pytest.mark.parametrize("command", ["show", "quotes", "explain", "convert"])
def test_a_terminal_of_another_charset_gets_what_it_can_show(tmp_path, command):
    page = tmp_path / "page.md"
    page.write_text('# Fähre – 渡\n\n"Ö," said Ann Lee.\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "newsparse", command, str(page)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    assert "Ö".encode() in done.stdout if command == "convert" else b"\\xd6" in done.stdout


def test_a_link_and_a_device_are_written_to_and_never_replaced(story, tmp_path):
    (tmp_path / "real.json").write_bytes(b"")
    (tmp_path / "link.json").symlink_to("real.json")
    assert main(["convert", str(story), "-o", str(tmp_path / "link.json")]) == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_bytes())["newsparse"] == "1.0"
    assert main(["convert", str(story), "-o", os.devnull]) == 0
    assert not Path(os.devnull).is_file()


def test_a_closed_stream_ends_without_a_traceback():
    for closed in (">&-", "<&-"):
        done = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m newsparse convert - {closed}"],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode in (2, 3)
        assert b"Traceback" not in done.stderr


def test_many_articles_do_not_fit_a_writer_of_one(story, capfdbinary):
    assert main(["convert", str(story), str(story), "--to", "html"]) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert b"give a directory with -o" in err


def test_what_a_conversion_loses_can_be_an_error(tmp_path, capfdbinary):
    path = tmp_path / "item.json"
    path.write_text('{"uri": "urn:x:1", "headline": "x", "pubstatus": "usable", "priority": 3}', encoding="utf-8")
    assert main(["convert", str(path), "--to", "ninjs"]) == 0
    assert b"error[ninjs.lost-field]: metadata.priority has no place in ninjs" in capfdbinary.readouterr().err
    assert main(["convert", str(path), "--to", "ninjs", "--fail-on", "warning"]) == 1
    assert main(["convert", str(path), "--to", "json", "--fail-on", "warning"]) == 0


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["convert", "{}", "--to", "nope"], 2),
        (["convert", "{}", "--from", "nope"], 2),
        (["convert", "{}", "--to", "json:nope=1"], 2),
        (["convert", "{}", "--to", "json:indent=x"], 2),
        (["convert", "{}", "--limit", "nope=1"], 2),
        (["convert", "{}", "--enrich", "nope"], 2),
        (["convert", "{}", "--limit", "blocks=1"], 3),
        (["convert", "{}", "--strict"], 1),
        (["convert", "{}", "--fail-on", "error"], 0),
        (["convert", "{}", "-o", "/nowhere/at/all.json"], 2),
        (["check", "{}"], 0),
        (["check", "{}", "--fail-on", "warning"], 1),
        (["check", "missing"], 3),
        (["detect", "{}"], 0),
        (["explain", "{}"], 0),
        (["explain", "{}", "sections[1].title"], 0),
        (["explain", "{}", "extras.text.editor.name"], 0),
        (["explain", "{}", "sections[9]"], 2),
        (["explain", "{}", "!"], 2),
        (["show", "{}"], 0),
        (["quotes", "{}"], 0),
        (["formats"], 0),
        (["formats", "--json"], 0),
        (["formats", "json"], 0),
        (["formats", "nope"], 2),
        (["schema"], 0),
        (["schema", "rng"], 0),
        (["new-plugin", "Not A Name"], 2),
        ([], 2),
        (["--version"], 0),
    ],
)
def test_exit_statuses(story, capfdbinary, arguments, status):
    assert main([a.replace("{}", str(story)) for a in arguments]) == status
    err = capfdbinary.readouterr().err
    assert b"Traceback" not in err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples_and_statuses(command, capsys):
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    told = capsys.readouterr().out
    assert caught.value.code == 0
    assert "examples:" in told
    assert "exit status:" in told


def test_an_unknown_command_is_a_usage_error(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["nope"])
    assert caught.value.code == 2


def test_a_new_plugin_is_a_package_whose_files_do_not_overwrite(tmp_path, capsys):
    assert main(["new-plugin", "house-wire", str(tmp_path)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5
    assert main(["new-plugin", "house-wire", str(tmp_path)]) == 2


def test_standard_input_is_a_document():
    status, out, _ = run("convert", "-", "--from", "text", "--to", "json", given=STORY.read_bytes())
    assert status == 0
    assert json.loads(out)["articles"][0]["document"]["label"] == "<stdin>"


@pytest.mark.parametrize("what", ["empty", "directory", "missing", "binary", "fifo", "glob"])
def test_bad_input_is_one_line_and_says_what_to_do(tmp_path, what):
    path = tmp_path / what
    match what:
        case "empty":
            path.write_bytes(b"")
        case "directory":
            path.mkdir()
        case "binary":
            path.write_bytes(bytes(range(32)) * 100)
        case "fifo":
            os.mkfifo(path)
        case "glob":
            path = tmp_path / "*.nothing"
    status, out, err = run("convert", path, "--from", "text", "--to", "json")
    assert (status, out) == (3, "")
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err


def test_a_closed_pipe_ends_quietly():
    command = (
        f"{sys.executable} -m newsparse convert {' '.join([str(STORY)] * 60)} --to jsonl | head -c 10; exit ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.returncode == 141
    assert b"Traceback" not in done.stderr


def test_quotes_of_an_article_are_rows(tmp_path, capfd):
    from newsparse.cli import quotes

    article = {
        "newsparse": "1.0",
        "title": "T",
        "sections": [{"id": "s1", "blocks": [{"type": "paragraph", "id": "b1", "text": "=Yes, she said."}]}],
        "quotes": [
            {
                "id": "q1", "text": "=Yes", "spans": [["b1", 0, 4]], "kind": "direct", "provenance": {"by": "test"},
                "speaker": {"name": "Anna Reyes", "role": "mayor"}, "cue": "said", "cue_spans": [["b1", 10, 14]],
            }
        ],
    }  # fmt: skip
    path = tmp_path / "one.json"
    path.write_text(json.dumps(article), encoding="utf-8")
    assert main(["quotes", str(path), "--as", "csv"]) == 0
    assert "Anna Reyes,mayor,,direct,said,,'=Yes,,b1:0-4" in capfd.readouterr().out
    assert main(["quotes", str(path), "--as", "jsonl"]) == 0
    assert json.loads(capfd.readouterr().out)["speaker"] == "Anna Reyes"
    assert main(["quotes", str(path)]) == 0
    assert capfd.readouterr().out.startswith("Anna Reyes")
    assert main(["show", str(path)]) == 0
    shown = capfd.readouterr().out
    assert "⟦=Yes⟧, she said." in shown
    assert "quoted: Anna Reyes" in shown
    assert quotes.COLUMNS[0] == "document"


def test_a_terminal_gets_colours_and_a_pipe_none(tmp_path):
    target = tmp_path / "typescript"
    command = f"{sys.executable} -m newsparse show {STORY}"
    subprocess.run(
        ["script", "-qec", command, str(target)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert "\x1b[1mHarbour towns agree" in target.read_text(encoding="utf-8", errors="replace")
    assert "\x1b[" not in run("show", STORY)[1]


def test_show_and_explain_know_every_block(tmp_path, capfd):
    blocks = [
        {"type": "paragraph", "id": "b1", "text": "One."},
        {"type": "table", "id": "b2", "rows": [[{"text": "a"}, {"text": "b"}]]},
        {"type": "media", "id": "b3", "kind": "picture", "caption": "A quay"},
        {"type": "break", "id": "b4"},
        {"type": "raw", "id": "b5", "format": "x", "data": "y"},
        {"type": "list", "id": "b6", "items": [[{"type": "preformatted", "id": "b7", "text": "x y"}]]},
    ]
    path = tmp_path / "one.json"
    path.write_text(
        json.dumps({"newsparse": "1.0", "deck": ["Standfirst"], "sections": [{"id": "s1", "blocks": blocks}]}), encoding="utf-8"
    )
    assert main(["show", str(path)]) == 0
    shown = capfd.readouterr().out
    for words in ("(no headline)", "Standfirst", "a | b", "[picture: A quay]", "* * *", "[x]", "x y"):
        assert words in shown
    assert main(["explain", str(path), "sections[0].blocks[1]"]) == 0
    assert "asserted by the document (json)" in capfd.readouterr().out
    assert main(["detect", str(path), str(tmp_path / "missing")]) == 1
    assert "json (certain)" in capfd.readouterr().out
    for command in ("show", "quotes", "explain"):
        assert main([command, str(tmp_path / "missing")]) == 3
        assert main([command, str(path), "--from", "nope"]) == 2


def test_explain_shows_what_else_the_document_states(tmp_path, capfd):
    page = tmp_path / "page.html"
    page.write_text(
        "<title>Ice is back</title><meta property='og:title' content='Ice! Ice!'><h1>Ice is back</h1><p>It is cold.</p>"
    )
    assert main(["explain", str(page), "title"]) == 0
    assert "  also: Ice! Ice! (meta og:title)\n" in capfd.readouterr().out
