"""The command line: argparse, one module a command, no logic that api and pipeline lack."""

import argparse
import contextlib
import io
import os
import signal
import sys
import warnings
from importlib import import_module
from typing import NoReturn

COMMANDS = {
    "convert": "write articles in another format: the main job",
    "show": "an article in the terminal",
    "quotes": "who said what, as a table, CSV or JSON Lines",
    "check": "the diagnostics alone",
    "detect": "which format a document is in",
    "explain": "where a value comes from",
    "formats": "readers, writers and enrichers, and which are broken",
    "schema": "print a published schema",
    "new-plugin": "start a reader plug-in of your own",
}
EXITS = """exit status:
  0    all good
  1    some inputs failed, or --fail-on was reached
  2    the call was wrong, or what it asks for cannot be written
  3    no article at all
  130  interrupted    141  broken pipe"""
BROKEN_PIPE = 141
INTERRUPTED = 128 + signal.SIGINT


def main(argv: list[str] | None = None) -> int:
    """Run the command and return the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    if sys.stdout is None or sys.stderr is None:
        return 2  # a closed stream: nowhere to write to, or to say so
    warnings.showwarning = _warn
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # what a terminal of another charset cannot show
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return BROKEN_PIPE
    except OSError as error:  # of inputs they are told where they are read: a full disk, a directory that may not be written
        _drop_output()
        sys.stderr.write(f"error: {error.filename or 'standard output'}: {(error.strerror or str(error)).lower()}\n")
        return 2
    except KeyboardInterrupt:
        with contextlib.suppress(OSError):
            sys.stdout.flush()
        return INTERRUPTED
    return status


def _drop_output() -> None:
    """Send to nowhere what Python would still write at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _warn(message: Warning | str, *_: object, **__: object) -> None:
    """A warning as one line: a broken plug-in, mostly."""
    from newsparse.diagnostics import printable

    sys.stderr.write(f"warning: {printable(str(message))}\n")


class Parser(argparse.ArgumentParser):
    """One that says in one line what is wrong with a call."""

    def error(self, message: str) -> NoReturn:
        """Say it, and end with the status of a wrong call."""
        self.exit(2, f"{self.prog}: error: {message} ({self.prog} --help tells more)\n")


def _run(arguments: list[str]) -> int:
    parser = Parser(
        prog="newsparse",
        description="Reads news articles in any form and hands them out as typed, lossless documents.",
        epilog=f"commands:\n{_table()}\n\n{EXITS}\n\n"
        "example:\n  newsparse convert story.txt --to html\n\nnewsparse COMMAND --help tells more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="newsparse [--version] [--no-plugins] COMMAND …",
    )
    parser.add_argument("--version", action="store_true", help="print the version")
    parser.add_argument("--no-plugins", action="store_true", help="built-in formats only; also behind the command")
    parser.add_argument("command", nargs="?", metavar="COMMAND", help="one of those below")
    at = next((n for n, argument in enumerate(arguments) if not argument.startswith("-")), len(arguments))
    options = parser.parse_args(arguments[: at + 1])
    rest = [*(["--no-plugins"] if options.no_plugins else []), *arguments[at + 1 :]]
    if options.version:
        from newsparse import __version__

        print(f"newsparse {__version__}")
        return 0
    if options.command is None:
        parser.print_help(sys.stderr)
        return 2
    if options.command not in COMMANDS:
        parser.error(f"no command is called {options.command!r}; there are: {', '.join(COMMANDS)}")
    module = import_module(f"newsparse.cli.{options.command.replace('-', '_')}")
    return int(module.run(rest))


def _table() -> str:
    return "\n".join(f"  {name:<12}{what}" for name, what in COMMANDS.items())
