"""A real terminal, a pipe that closes, a key that interrupts: what only a process of its own shows."""

import os
import re
import signal
import struct
import subprocess
import sys
from pathlib import Path

import pytest

fcntl, pty, termios = (pytest.importorskip(name) for name in ("fcntl", "pty", "termios"))

ROOT = Path(__file__).parents[2]
STORY = ROOT / "docs" / "examples" / "harbour.txt"
COMMAND = [sys.executable, "-m", "newsparse"]
ENVIRONMENT = {**{k: v for k, v in os.environ.items() if k not in {"COLUMNS", "LINES"}}, "PYTHONPATH": str(ROOT)}


def on_a_terminal(*arguments, columns):
    """(exit status, what a terminal of so many columns was sent)."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    child = subprocess.Popen([*COMMAND, *arguments], stdout=slave, stdin=slave, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    os.close(slave)
    sent = b""
    try:
        while piece := os.read(master, 4096):
            sent += piece
    except OSError:  # Linux says EIO when the other side is closed
        pass
    finally:
        os.close(master)
    return child.wait(), sent.decode()


@pytest.mark.parametrize("columns", [40, 72, 200])
def test_show_keeps_to_the_width_and_is_bold_on_a_terminal(columns):
    status, sent = on_a_terminal("show", "--enrich", "none", str(STORY), columns=columns)
    lines = [re.sub(r"\x1b\[\d*m", "", line) for line in sent.replace("\r\n", "\n").split("\n")]
    assert status == 0
    assert "\x1b[1mHarbour towns agree" in sent
    assert sent.count("\x1b[0m") == sent.count("\x1b[1m") + sent.count("\x1b[2m")
    assert max(len(line) for line in lines) <= min(columns, 100)
    assert max(len(line) for line in lines) > min(columns, 100) * 0.8


def test_show_into_a_file_has_no_colours(tmp_path):
    with (tmp_path / "out").open("wb") as out:
        subprocess.run([*COMMAND, "show", str(STORY)], stdout=out, stderr=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
    assert b"\x1b" not in (tmp_path / "out").read_bytes()


def test_a_pipe_that_closes_early_is_141_and_silent(tmp_path):
    long = tmp_path / "long.txt"
    long.write_text("A headline\n\n" + "One more paragraph of many.\n\n" * 20_000, encoding="utf-8")
    command = [*COMMAND, "show", "--enrich", "none", str(long)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)
    child.stdout.read(20)
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait() == 141


def test_an_interrupt_is_130_and_what_was_written_stays():
    command = [*COMMAND, "convert", str(STORY), "-", "--to", "jsonl", "--enrich", "none"]
    # A shell's background job ignores the signal, and so do its children.
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)
    signal.signal(signal.SIGINT, handler)
    child.stdin.write(b"x" * 500_000)  # more than a pipe holds: when this is taken, the first article is done with
    child.stdin.flush()
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=20)
    assert child.returncode == 130
    assert out.count(b"\n") == 1
    assert b"Traceback" not in err
