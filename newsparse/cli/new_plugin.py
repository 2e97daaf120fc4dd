"""`new-plugin`: a reader plug-in to start from: a package that installs, with its test."""

import keyword
import re
import sys
from pathlib import Path

from newsparse.cli.arguments import parser_for
from newsparse.cli.telling import usage
from newsparse.errors import UsageError

_EXAMPLES = """  newsparse new-plugin housewire
  newsparse new-plugin housewire ~/src"""
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")

_PYPROJECT = """[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "newsparse-{name}"
version = "0.1.0"
description = "Reads {name} documents with newsparse."
requires-python = ">=3.11"
dependencies = ["newsparse"]

[project.entry-points."newsparse.readers"]
{name} = "newsparse_{module}:READER"

[tool.hatch.build.targets.wheel]
packages = ["newsparse_{module}"]
"""

_READER = '''"""Reads {name} documents: say here what they are and where their specification is."""

from newsparse.context import Context
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.charset import decode
from newsparse.model import Article
from newsparse.plugin import Frame, Head, Match, NoOptions, Reader

SIGNATURE = "{upper}"


def sniff(head: Head) -> Match:
    """CERTAIN for the signature on the first line."""
    return Match.CERTAIN if head.text.startswith(SIGNATURE) else Match.NO


def parse(frame: Frame, options: NoOptions, ctx: Context) -> Article:
    """The article: the second line is the headline, every other line a paragraph."""
    decoded = decode(frame.data, frame.charset)
    lines = [line.strip() for line in decoded.text.splitlines() if line.strip()]
    if len(lines) < 2:
        raise ctx.fail("{code}.no-article", "no line below the signature")
    build = ArticleBuilder(ctx=ctx, format="{name}", charset=decoded.charset, charset_from=decoded.charset_from)
    build.set_title(lines[1])
    for line in lines[2:]:
        build.paragraph(line)
    return build.finish()


READER = Reader(name="{name}", title="{name}", sniff=sniff, parse=parse, extensions=("{module}",))
'''

_TEST = '''"""The reader keeps the contract, and reads the sample."""

import newsparse
from newsparse.registry import default
from newsparse_{module} import READER


def test_the_sample_is_read():
    registry = default().replacing(READER)
    article = newsparse.parse_one(b"{upper}\\nA headline\\nA paragraph.\\n", registry=registry)
    assert article.headline == "A headline"
    assert article.paragraphs == ("A paragraph.",)
'''


def run(argv: list[str]) -> int:
    """Write the files and print their names; nothing is overwritten."""
    parser = parser_for("new-plugin", "Start a reader plug-in of your own.", _EXAMPLES, inputs=False)
    parser.add_argument("name", metavar="NAME", help="the format's name: lower-case letters, digits and hyphens")
    parser.add_argument("directory", nargs="?", default=".", metavar="DIR", help="where to put it; here by default")
    options = parser.parse_args(argv)
    name, module = options.name, options.name.replace("-", "_")
    if not _NAME.match(name) or keyword.iskeyword(module):
        return usage(UsageError(f"{name!r} is no name for a format: lower-case letters, digits and hyphens"))
    home = Path(options.directory) / f"newsparse-{name}"
    if home.exists():
        return usage(UsageError(f"{home} is there already"))
    files = {
        home / "pyproject.toml": _PYPROJECT,
        home / f"newsparse_{module}" / "__init__.py": _READER,
        home / "tests" / f"test_{module}.py": _TEST,
    }
    words = {"name": name, "module": module, "upper": name.upper(), "code": name.replace("-", "")}
    for path, template in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.format(**words), encoding="utf-8")
        sys.stdout.write(f"{path}\n")
    return 0
