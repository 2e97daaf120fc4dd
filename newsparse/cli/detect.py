"""`detect`: which format a document is in, how surely, and who came second."""

import sys

from newsparse.cli.arguments import documents, parser_for, pipeline_of, registry_of
from newsparse.cli.telling import Teller, usage
from newsparse.detect import choose, rank
from newsparse.diagnostics import printable
from newsparse.errors import InputError, NewsparseError
from newsparse.plugin import Match

_EXAMPLES = "  newsparse detect feed/*.xml"


def run(argv: list[str]) -> int:
    """Print `path: reader (rung)`, and the runner-up, for each input."""
    options = parser_for("detect", "Tell which format documents are in.", _EXAMPLES).parse_args(argv)
    try:
        pipeline = pipeline_of(options)
    except NewsparseError as error:
        return usage(error)
    registry = registry_of(options)
    teller = Teller.of(options)
    for document in documents(options, pipeline.limits):
        if isinstance(document, InputError):
            teller.failure(document)
            continue
        try:
            best = choose(document, registry)
        except NewsparseError as error:
            teller.failure(error, document.label)
            continue
        others = [r for r in rank(document, registry) if r.alias != best.alias and r.match is not Match.NO]
        second = f"; then {others[0].alias} ({others[0].match.name.lower()})" if others else ""
        sys.stdout.write(f"{printable(document.label or '')}: {best.alias} ({best.match.name.lower()}){second}\n")
        teller.good += 1
    return teller.status()
