"""`new-plugin`: a reader plug-in to start from: a package that installs, with its test."""

import keyword
import re
import sys
from pathlib import Path

from newsparse.cli.arguments import parser_for
from newsparse.cli.telling import usage
from newsparse.errors import UsageError
from newsparse.registry import default

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

[project.optional-dependencies]
test = ["newsparse[test]"]

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

_TEST = '''"""The reader keeps the laws of newsparse, and reads its samples as is expected of them.

`pytest -p newsparse.testing --update-golden` rewrites what is expected; look at the diff.
"""

from pathlib import Path

from newsparse.testing import ReaderLaws
from newsparse_{module} import READER


class Test{title}(ReaderLaws):
    reader = READER
    corpus = Path(__file__).parent / "corpus" / "{name}"
'''

_SAMPLE = "{upper}\nA headline\nA paragraph.\n"
_GOLDEN = """{{
 "charset": "utf-8",
 "diagnostics": [],
 "articles": [
  {{
   "title": "A headline",
   "sections": [{{"id": "s1", "blocks": [{{"type": "paragraph", "id": "b1", "text": "A paragraph."}}]}}]
  }}
 ]
}}
"""


def run(argv: list[str]) -> int:
    """Write the files and print their names; nothing is overwritten."""
    parser = parser_for("new-plugin", "Start a reader plug-in of your own.", _EXAMPLES, inputs=False)
    parser.add_argument("name", metavar="NAME", help="the format's name: lower-case letters, digits and hyphens")
    parser.add_argument("directory", nargs="?", default=".", metavar="DIR", help="where to put it; here by default")
    options = parser.parse_args(argv)
    name, module = options.name, options.name.replace("-", "_")
    if not _NAME.match(name) or keyword.iskeyword(module):
        return usage(UsageError(f"{name!r} is no name for a format: lower-case letters, digits and hyphens"))
    if any(name == known for known, _ in default().without_plugins().readers()):
        return usage(UsageError(f"{name} is a format that comes with newsparse; take another name"))
    home = Path(options.directory) / f"newsparse-{name}"
    if home.exists():
        return usage(UsageError(f"{home} is there already"))
    files = {
        home / "pyproject.toml": _PYPROJECT,
        home / f"newsparse_{module}" / "__init__.py": _READER,
        home / "tests" / f"test_{module}.py": _TEST,
        home / "tests" / "corpus" / name / "valid" / f"first.{module}": _SAMPLE,
        home / "tests" / "corpus" / name / "valid" / "first.json": _GOLDEN,
    }
    words = {
        "name": name,
        "module": module,
        "upper": name.upper(),
        "code": name.replace("-", ""),
        "title": name.title().replace("-", ""),
    }
    for path, template in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.format(**words), encoding="utf-8")
        sys.stdout.write(f"{path}\n")
    return 0
