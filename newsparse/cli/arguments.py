"""What the commands share: policy flags, the pipeline they make, and the inputs they name."""

import argparse
import datetime as dt
import glob
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs

from newsparse.api import DEFAULT, read_bytes, read_dialects
from newsparse.errors import InputError, UsageError
from newsparse.limits import Limits
from newsparse.pipeline import Pipeline
from newsparse.plugin import Document
from newsparse.registry import Registry, default

from . import EXITS, Parser


def parser_for(command: str, about: str, examples: str, *, inputs: bool = True) -> argparse.ArgumentParser:
    """The parser of a command that reads documents (or, without `inputs`, of one that does not)."""
    parser = Parser(
        prog=f"newsparse {command}",
        description=about,
        epilog=f"examples:\n{examples}\n\n{EXITS}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    if inputs:
        parser.add_argument("inputs", nargs="+", metavar="INPUT", help="a path, a directory, a glob, or - for standard input")
        add_policy(parser)
    parser.add_argument("--no-plugins", action="store_true", help="built-in formats only")
    return parser


def add_policy(parser: argparse.ArgumentParser) -> None:
    """The flags that say how documents are read."""
    policy = parser.add_argument_group("how documents are read")
    policy.add_argument("-f", "--from", dest="source", metavar="READER[:k=v,…]", help="the format; detected by default")
    policy.add_argument("--dialect", action="append", default=[], metavar="FILE", help="an agency's habits (see docs/dialects)")
    policy.add_argument("--quotes-table", metavar="FILE", help="one more language for quotes (see docs/quotes-languages)")
    policy.add_argument("--enrich", metavar="NAME,…", help="enrichers to run; 'none' for none")
    policy.add_argument("--url", help="where the documents came from")
    policy.add_argument("--reference-date", type=_day, metavar="YYYY-MM-DD", help="the day that 'today' means")
    policy.add_argument("--limit", action="append", default=[], metavar="NAME=VALUE", help="change a limit (see docs/limits)")
    policy.add_argument("--strict", action="store_true", help="the same as --fail-on warning")
    policy.add_argument("--fail-on", choices=("info", "warning", "error"), help="exit 1 at a finding as bad as this")
    policy.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar="CODE[:FIELD]",
        help="findings to leave out; * for any",
    )


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2024-03-05") from None


def registry_of(options: argparse.Namespace) -> Registry:
    """The registry the flags ask for."""
    registry = default().without_plugins() if options.no_plugins else default()
    if getattr(options, "quotes_table", None) is None:
        return registry
    from newsparse.enrichers import quotes

    table = read_bytes(options.quotes_table).decode("utf-8", "replace")
    try:
        return registry.replacing(quotes.with_table(table))
    except UsageError as error:
        raise UsageError(f"{options.quotes_table}: {error}") from error


def pipeline_of(options: argparse.Namespace) -> Pipeline:
    """The pipeline the flags ask for; UsageError where they make no sense."""
    enrich = DEFAULT if options.enrich is None else tuple(n for n in options.enrich.split(",") if n and n != "none")
    registry = registry_of(options)
    pipeline = Pipeline(
        format=options.source,
        enrich=enrich,
        registry=registry,
        limits=_limits(options.limit),
        reference_date=options.reference_date,
        dialects=read_dialects([Path(path) for path in options.dialect], registry),
    )
    for name in enrich:
        pipeline.registry.enricher(name.partition(":")[0])
    if options.source is not None:
        pipeline.reader_for(Document(data=b""))  # an unknown reader or option is a usage error, told once
    return pipeline


def _limits(given: list[str]) -> Limits:
    known = {field.name for field in attrs.fields(Limits)}
    values = {}
    for item in given:
        name, _, value = item.partition("=")
        name = name.strip().replace("-", "_")
        if name not in known or not value.strip().isdigit():
            raise UsageError(f"--limit {item!r}: NAME=NUMBER is wanted; names are {', '.join(sorted(known))}")
        values[name] = int(value)
    return Limits(**values)


def documents(options: argparse.Namespace, limits: Limits) -> Iterator[Document | InputError]:
    """The documents that the inputs name, in order; what cannot be read comes as its error."""
    for given in options.inputs:
        if given == "-":
            if sys.stdin is None:
                yield InputError("standard input is closed")
                continue
            data = sys.stdin.buffer.read(limits.document_bytes + 1)
            yield Document(data=data, label="<stdin>", url=options.url)
            continue
        for path in _paths(given):
            if isinstance(path, InputError):
                yield path
                continue
            try:
                yield Document(data=read_bytes(path, limits), label=str(path), url=options.url)
            except InputError as error:
                yield error


def _paths(given: str) -> list[Path | InputError]:
    """A file as itself, a directory and a glob as the files in them, sorted."""
    path = Path(given)
    if path.is_dir():
        found = sorted(p for p in path.rglob("*") if p.is_file() and not any(part.startswith(".") for part in p.parts[1:]))
        return [*found] or [InputError(f"{given}: no file in this directory")]
    if not os.path.lexists(path) and glob.has_magic(given):
        matched = sorted(Path(p) for p in glob.glob(given, recursive=True))  # noqa: PTH207  the pattern may be absolute
        return [p for p in matched if p.is_file()] or [InputError(f"{given}: nothing matches")]
    return [path]
