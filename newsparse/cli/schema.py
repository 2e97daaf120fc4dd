"""`schema`: print a published schema."""

import sys

from newsparse.cli.arguments import parser_for
from newsparse.schema import schema_text

_EXAMPLES = """  newsparse schema
  newsparse schema xsd > newsparse.xsd"""


def run(argv: list[str]) -> int:
    """Print the schema of this kind."""
    parser = parser_for("schema", "Print a published schema.", _EXAMPLES, inputs=False)
    parser.add_argument(
        "kind", nargs="?", choices=("json", "xsd", "rng"), default="json", help="JSON Schema; XSD or RELAX NG of the XML form"
    )
    sys.stdout.write(schema_text(parser.parse_args(argv).kind))
    return 0
