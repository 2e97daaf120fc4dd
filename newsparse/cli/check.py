"""`check`: the diagnostics of documents and nothing else, on standard output."""

import sys

from newsparse.cli.arguments import documents, parser_for, pipeline_of
from newsparse.cli.telling import Teller, usage
from newsparse.diagnostics import line, printable
from newsparse.errors import InputError, NewsparseError, ParseError

_EXAMPLES = """  newsparse check story.txt
  newsparse check --strict feed/"""


def run(argv: list[str]) -> int:
    """Print every finding and return the exit status."""
    options = parser_for("check", "Show the diagnostics of documents.", _EXAMPLES).parse_args(argv)
    try:
        pipeline = pipeline_of(options)
    except NewsparseError as error:
        return usage(error)
    teller = Teller.of(options)
    for document in documents(options, pipeline.limits):
        if isinstance(document, InputError):
            teller.failure(document)
            continue
        for outcome in pipeline.iter(document):
            for diagnostic in teller.counted(outcome.diagnostics):
                sys.stdout.write(f"{line(diagnostic)}\n")
            if outcome.error is not None:
                teller.failed += 1
                named = "" if isinstance(outcome.error, ParseError) else f"{printable(outcome.label or '')}: error: "
                sys.stdout.write(f"{named}{outcome.error}\n")
            teller.good += outcome.article is not None
    return teller.status()
