"""`quotes`: who said what, as a table, CSV or JSON Lines."""

import csv
import json
import sys
from collections.abc import Iterator

from newsparse.cli.arguments import documents, parser_for, pipeline_of
from newsparse.cli.telling import Teller, usage
from newsparse.diagnostics import printable
from newsparse.errors import NewsparseError
from newsparse.model.article import Article

_EXAMPLES = """  newsparse quotes story.txt
  newsparse quotes --as csv feed/ > quotes.csv"""
COLUMNS = ("document", "article", "speaker", "role", "affiliation", "kind", "cue", "text", "place")


def run(argv: list[str]) -> int:
    """Print a row for each quote."""
    parser = parser_for("quotes", "Tell who said what.", _EXAMPLES)
    parser.add_argument("--as", dest="shape", choices=("table", "csv", "jsonl"), default="table", help="how rows are printed")
    options = parser.parse_args(argv)
    try:
        pipeline = pipeline_of(options)
    except NewsparseError as error:
        return usage(error)
    teller = Teller()
    sheet = csv.DictWriter(sys.stdout, COLUMNS) if options.shape == "csv" else None
    if sheet is not None:
        sheet.writeheader()
    for label, article in teller.articles(documents(options, pipeline.limits), pipeline):
        for row in _rows(article, label):
            if sheet is not None:
                sheet.writerow({key: _cell(value) for key, value in row.items()})
            elif options.shape == "jsonl":
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
            else:
                sys.stdout.write(
                    f"{printable(row['speaker'] or '?', 30):<30}  {row['kind']:<8}  {printable(row['text'] or '', 90)}\n"
                )
    return teller.status()


def _rows(article: Article, label: str | None) -> Iterator[dict[str, str | None]]:
    for quote in article.quotes:
        speaker = quote.speaker
        yield {
            "document": label,
            "article": article.headline,
            "speaker": speaker.name if speaker else None,
            "role": speaker.role if speaker else None,
            "affiliation": speaker.affiliation if speaker else None,
            "kind": quote.kind,
            "cue": quote.cue,
            "text": quote.text,
            "place": " ".join(f"{s.holder}:{s.start}-{s.end}" for s in quote.spans),
        }


def _cell(value: str | None) -> str:
    """A value for a spreadsheet: what would begin a formula gets an apostrophe before it."""
    text = value or ""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
