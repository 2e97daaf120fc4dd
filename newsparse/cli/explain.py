"""`explain`: where a value comes from: who says so, how surely, and its place in the bytes."""

import re
import sys
from typing import Any

import attrs

from newsparse.cli.arguments import add_policy, documents, parser_for, pipeline_of
from newsparse.cli.telling import Teller, usage
from newsparse.diagnostics import Diagnostic, printable
from newsparse.enrichers.quotes.confidence import RULES
from newsparse.errors import NewsparseError, UsageError
from newsparse.model.article import Article
from newsparse.model.frozen import FrozenMap
from newsparse.model.metadata import Stamp
from newsparse.model.place import Origin, Provenance
from newsparse.model.quotes import Quote

_EXAMPLES = """  newsparse explain story.txt
  newsparse explain story.txt title
  newsparse explain story.txt 'sections[1].title'"""
_HOMES = {
    "headline": "title",
    "authors": "bylines",
    "published": "metadata.stamps",
    "updated": "metadata.stamps",
    "lang": "metadata.lang",
    "text": "sections",
    "paragraphs": "sections",
    "media": "sections",
}
"""What an article computes, and the field that it does it from."""
_LEFT_OUT = ".cut-"
"""What all codes have of findings that something is none of the story's."""
_STEP = re.compile(r"\.?([A-Za-z_][\w-]*)|\[(\d{1,9})\]")


def run(argv: list[str]) -> int:
    """Print what is known of a field, or of every field that has a value."""
    parser = parser_for("explain", "Tell where values come from.", _EXAMPLES, inputs=False)
    parser.add_argument("inputs", nargs=1, metavar="INPUT", help="a path, or - for standard input")
    parser.add_argument("field", nargs="?", metavar="FIELD", help="as title, bylines[0], sections[1].title, quotes[3]")
    add_policy(parser)
    options = parser.parse_args(argv)
    try:
        pipeline = pipeline_of(options)
    except NewsparseError as error:
        return usage(error)
    teller = Teller.of(options)
    for outcome in teller.outcomes(documents(options, pipeline.limits), pipeline):
        if outcome.article is None:
            continue
        try:
            _explain(outcome.article, options.field, [d for d in outcome.diagnostics if _LEFT_OUT in d.code])
        except UsageError as error:
            return usage(error)
    return teller.status()


def _explain(article: Article, field: str | None, left_out: list[Diagnostic]) -> None:
    if field is not None:
        _tell(article, field)
        if _HOMES.get(field, field) == "sections":
            _tell_left_out(left_out)
        return
    for name in (f.name for f in attrs.fields(Article)):
        value = getattr(article, name)
        if value not in (None, (), article.metadata, article.provenance) and name not in {"extras", "document"}:
            _tell(article, name)
            if name == "sections":
                _tell_left_out(left_out)
    for f in attrs.fields(type(article.metadata)):
        if getattr(article.metadata, f.name) not in (None, ()):
            _tell(article, f"metadata.{f.name}")


def _tell(article: Article, field: str) -> None:
    value, origin = _found(article, field)
    sys.stdout.write(f"{field}: {printable(_short(value), 200)}\n")
    if value is None or value == ():
        sys.stdout.write("  not stated\n")
        return
    first = _STEP.match(field)
    home = _HOMES.get(first[1] or "", field) if first else field
    sys.stdout.write(f"  {_said(_provenance(article, home, value), article)}\n")
    if isinstance(value, Quote):
        _why(value)
    for other in _alternatives(article, home):
        sys.stdout.write(f"  also: {printable(str(other['value']), 200)} ({printable(str(other['by']), 200)})\n")
    if origin is not None:
        sys.stdout.write(f"  in the document: {_where(origin)}\n")


def _tell_left_out(found: list[Diagnostic]) -> None:
    """Print what of the document's words is none of the body's, why, and how the words begin."""
    for diagnostic in found:
        words = " ".join(str(diagnostic.data.get("text", "")).split())
        begun = f": {printable(words, 80)}" if words else ""
        sys.stdout.write(f"  {printable(diagnostic.message, 200)} ({diagnostic.code}){begun}\n")


def _why(quote: Quote) -> None:
    """Print what a quote was found by: the rule in words, the cue, the mention, the places."""
    rule = RULES.get(quote.provenance.by.partition(":")[2])
    if rule is not None:
        sys.stdout.write(f"  why: {rule.why}\n")
    if quote.cue is not None:
        sys.stdout.write(f"  cue: {printable(quote.cue, 80)} ({quote.cue_class or 'class unknown'})\n")
    if quote.speaker is not None:
        office = "".join(f", {printable(part, 80)}" for part in (quote.speaker.role, quote.speaker.affiliation) if part)
        sys.stdout.write(f"  speaker: {printable(quote.speaker.name, 80)}{office} ({quote.speaker.kind})\n")
    for what, spans in (("text", quote.spans), ("cue", quote.cue_spans), ("speaker", quote.speaker_spans)):
        if spans:
            sys.stdout.write(f"  {what} at {' '.join(f'{s.holder}:{s.start}-{s.end}' for s in spans)}\n")


def _found(article: Article, field: str) -> tuple[Any, Origin | None]:
    """(value, the nearest origin on the way to it); UsageError where the path leads nowhere."""
    value: Any = article
    origin: Origin | None = None
    at = 0
    while at < len(field):
        step = _STEP.match(field, at)
        if step is None:
            raise UsageError(f"{field!r} is no field; write it as title, bylines[0] or sections[1].title")
        try:
            value = _next(value, step)
        except (AttributeError, IndexError, KeyError, TypeError):
            raise UsageError(f"the article has no {field[: step.end()]}") from None
        origin = getattr(value, "origin", None) or origin
        at = step.end()
    return value, origin


def _next(value: Any, step: re.Match[str]) -> Any:
    if step[2] is not None:
        return value[int(step[2])]
    if isinstance(value, FrozenMap):
        return value[step[1]]
    if not attrs.has(type(value)) or step[1].startswith("_"):
        raise AttributeError(step[1])
    return getattr(value, step[1])


def _alternatives(article: Article, field: str) -> tuple[Any, ...]:
    """What the document states besides for a field: readers that choose keep the losers in `extras[format]["candidates"]`."""
    own = article.extras.get(article.document.format) if article.document else None
    kept = own.get("candidates") if isinstance(own, FrozenMap) else None
    said = kept.get(field) if isinstance(kept, FrozenMap) else None
    if not isinstance(said, tuple):
        return ()
    return tuple(one for one in said if isinstance(one, FrozenMap) and {"value", "by"} <= set(one))


def _provenance(article: Article, field: str, value: Any) -> Provenance | None:
    first = value[0] if isinstance(value, tuple) and value else value  # quotes have a provenance each, mostly the same
    own = getattr(first, "provenance", None)
    if isinstance(own, Provenance):
        return own
    while field:
        if field in article.provenance:
            return article.provenance[field]
        field = re.sub(r"(?:\.?[\w-]+|\[\d+\])\Z", "", field)
    return None


def _said(provenance: Provenance | None, article: Article) -> str:
    if provenance is None:
        return f"asserted by the document ({article.document.format if article.document else 'unknown format'})"
    sure = "" if provenance.confidence is None else f", confidence {provenance.confidence:.2f}"
    return f"{provenance.how} by {provenance.by}{sure}"


def _where(origin: Origin) -> str:
    parts = []
    if origin.line is not None:
        parts.append(f"line {origin.line}")
    if origin.byte_start is not None:
        parts.append(f"bytes {origin.byte_start}-{origin.byte_end if origin.byte_end is not None else '?'}")
    if origin.path is not None:
        parts.append(origin.path)
    return ", ".join(parts) or f"frame {origin.frame}"


def _short(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(_short(item) for item in value[:5]) + (f"; … {len(value)} in all" if len(value) > 5 else "")
    if isinstance(value, Stamp):
        return f"{value.kind} {value.raw}"
    for name in ("raw", "name", "text", "href", "title", "label", "notice", "holder", "usage", "code", "value", "id"):
        inner = getattr(value, name, None)
        if isinstance(inner, str):
            return inner
        if inner is not None and attrs.has(type(inner)):
            return _short(inner)
    return str(value)
