"""`quotes`: who said what, as a table, CSV or JSON Lines."""

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from typing import Any

from newsparse.cli.arguments import documents, parser_for, pipeline_of
from newsparse.cli.telling import Teller, usage
from newsparse.diagnostics import printable
from newsparse.errors import NewsparseError
from newsparse.kit.cells import cell
from newsparse.model.article import Article

_EXAMPLES = """  newsparse quotes story.txt
  newsparse quotes --min-confidence 0.6 story.txt
  newsparse quotes --as csv feed/ > quotes.csv"""
COLUMNS = (
    "document", "article", "published", "lang", "speaker", "role", "affiliation", "kind", "cue", "cue_class", "text",
    "confidence", "place",
)  # fmt: skip


def run(argv: list[str]) -> int:
    """Print a row for each quote."""
    parser = parser_for("quotes", "Tell who said what.", _EXAMPLES)
    parser.add_argument("--as", dest="shape", choices=("table", "csv", "jsonl"), default="table", help="how rows are printed")
    parser.add_argument(
        "--min-confidence", type=_share, default=0.0, metavar="SHARE", help="leave out quotes that are less sure, 0 to 1"
    )
    options = parser.parse_args(argv)
    try:
        pipeline = pipeline_of(options)
    except NewsparseError as error:
        return usage(error)
    teller = Teller.of(options)
    sheet = csv.DictWriter(sys.stdout, COLUMNS) if options.shape == "csv" else None
    if sheet is not None:
        sheet.writeheader()
    for label, article in teller.articles(documents(options, pipeline.limits), pipeline):
        for row in _rows(article, label, options.min_confidence):
            if sheet is not None:
                sheet.writerow({key: cell(value) for key, value in row.items()})
            elif options.shape == "jsonl":
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
            else:
                sys.stdout.write(_line(row))
    return teller.status()


def _share(value: str) -> float:
    try:
        share = float(value)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"a share from 0 to 1 is wanted, not {value!r}")
    return share


def _line(row: dict[str, Any]) -> str:
    """One row of the table: who, with role and affiliation, how sure, by what cue, what."""
    office = ", ".join(part for part in (row["role"], row["affiliation"]) if part)
    who = f"{row['speaker'] or '?'}{f' ({office})' if office else ''}"
    sure = "" if row["confidence"] is None else f"{row['confidence']:.2f}"
    cue = printable(row["cue"] or "", 14)
    return f"{printable(who, 40):<40}  {row['kind']:<8}  {sure:<4}  {cue:<14}  {printable(row['text'], 90)}\n"


def _rows(article: Article, label: str | None, least: float) -> Iterator[dict[str, Any]]:
    for quote in article.quotes:
        confidence = quote.provenance.confidence
        if confidence is not None and confidence < least:
            continue
        speaker = quote.speaker
        yield {
            "document": label,
            "article": article.headline,
            "published": article.published.isoformat() if article.published else None,
            "lang": article.lang,
            "speaker": speaker.name if speaker else None,
            "role": speaker.role if speaker else None,
            "affiliation": speaker.affiliation if speaker else None,
            "kind": quote.kind,
            "cue": quote.cue,
            "cue_class": quote.cue_class,
            "text": quote.text,
            "confidence": confidence,
            "place": " ".join(f"{s.holder}:{s.start}-{s.end}" for s in quote.spans),
        }
