"""`formats`: the readers, writers and enrichers that are there, whence they come, and why broken ones are."""

import json
import sys
from typing import Any

import attrs

from newsparse.cli.arguments import parser_for, registry_of
from newsparse.cli.telling import usage
from newsparse.diagnostics import printable
from newsparse.errors import UnknownFormat
from newsparse.registry import KINDS, Broken, Entry, Record, load

_EXAMPLES = """  newsparse formats
  newsparse formats text
  newsparse formats --json"""


def run(argv: list[str]) -> int:
    """Print the table, or all about one name."""
    parser = parser_for("formats", "List readers, writers and enrichers.", _EXAMPLES, inputs=False)
    parser.add_argument("name", nargs="?", metavar="NAME", help="tell all about this one")
    parser.add_argument("--json", action="store_true", help="as JSON")
    options = parser.parse_args(argv)
    registry = registry_of(options)
    rows = [_row(entry) for kind in KINDS for entry in registry.entries(kind) if options.name in (None, entry.alias)]
    if options.name is not None and not rows:
        return usage(UnknownFormat(f"nothing is called {options.name!r}; newsparse formats lists what there is"))
    if options.json:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    elif options.name is None:
        _table(rows)
    else:
        for row in rows:
            _whole(row)
    return 0


def _row(entry: Entry) -> dict[str, Any]:
    found = load(entry)
    row: dict[str, Any] = {"kind": entry.kind[:-1], "name": entry.alias, "distribution": entry.distribution}
    if isinstance(found, Broken):
        return {**row, "broken": found.reason}
    return {**row, **_facts(found)}


def _facts(record: Record) -> dict[str, Any]:
    facts: dict[str, Any] = {"title": record.title}
    for name in ("extensions", "media_types", "extension", "media_type", "holds", "refines", "spec", "needs", "gives"):
        value = getattr(record, name, None)
        if value:
            facts[name] = list(value) if isinstance(value, tuple) else value
    dialects = getattr(record, "dialects", None)
    if dialects is not None:
        facts["dialects"] = [f"{name} ({title})" for name, title in dialects(())]
    fields = attrs.fields(record.options)
    if fields:
        facts["options"] = {f.name: {"default": f.default, "help": f.metadata.get("help", "")} for f in fields}
    return facts


def _table(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        what = f"broken: {row['broken']}" if "broken" in row else row["title"]
        whence = "" if row["distribution"] == "newsparse" else f" [{row['distribution']}]"
        sys.stdout.write(f"{row['kind']:<9} {printable(row['name']):<14} {printable(what)}{printable(whence)}\n")


def _whole(row: dict[str, Any]) -> None:
    sys.stdout.write(f"{row['kind']} {row['name']}\n")
    for key, value in row.items():
        if key in {"kind", "name"}:
            continue
        if key == "dialects":
            for dialect in value:
                sys.stdout.write(f"  dialect {printable(dialect)}\n")
        elif key == "options":
            for name, option in value.items():
                sys.stdout.write(f"  option {name} = {option['default']!r}  {option['help']}\n")
        else:
            sys.stdout.write(
                f"  {key.replace('_', ' ')}: {printable(', '.join(value) if isinstance(value, list) else str(value))}\n"
            )
