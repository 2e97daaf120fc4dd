"""Reuters-21578 (distribution 1.0, 1997): stories of 1987 in SGML, each with the ANPA header that it was sent with.

Elements are read where both their tags are there; the tags are few and fixed, so no SGML parser is needed.
"""

import html
import re
from collections.abc import Iterator

from newsparse.context import Context
from newsparse.kit import anpa, heads, sgml, takes, wire
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.charset import decode
from newsparse.kit.datelines import find_dateline
from newsparse.model.agents import Agent, Dateline, Identifier
from newsparse.model.article import Article
from newsparse.model.blocks import Preformatted
from newsparse.model.metadata import Subject
from newsparse.model.place import Origin
from newsparse.model.quick import new_origin, new_text
from newsparse.plugin import Document, Frame, Head, Match, NoOptions, Reader

_START = re.compile(rb"<REUTERS\b")
_TAG = re.compile(r"<REUTERS\b([^>]{0,2000})>")
_LISTED = re.compile(r"<D>([^<]{0,200})</D>")
_DATE = re.compile(
    r"(?P<day>\d{1,2})-(?P<month>[A-Z]{3})-(?P<year>\d{4})\s+(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)(?:\.(?P<fraction>\d\d))?"
)
_CONTROL = re.compile(r"&#([0-9]|[12][0-9]|3[01]);")  # html.unescape makes nothing of these, as HTML has it
_TEXT = re.compile(r"<TEXT(?:\s+TYPE=\"([A-Z]{1,10})\")?\s*>")
_COLUMNS = re.compile(r"\S {2,}\S")
_TAGS = {"PEOPLE": "person", "ORGS": "organisation", "EXCHANGES": "exchange", "COMPANIES": "company"}
_LEFT_TAG = re.compile(r"</?[A-Z]{2,12}>")  # in text that was cut off
_ABOVE = ("<BODY>", "</DATELINE>", "</AUTHOR>", "</TITLE>")  # behind the last of these the text begins
_KNOWN = frozenset({"DATE", "D", "UNKNOWN", "TITLE", "AUTHOR", "DATELINE", "BODY"})
_CAPITALS = re.compile(r"\s*((?:[^\sa-z][^\n]{1,100}\n){1,2})(?= {4})")
_SIGN_OFFS = frozenset({"reuter", "reuters"})
_IDS = ("NEWID", "OLDID")


def sniff(head: Head) -> Match:
    """CERTAIN for the root element with its attributes, or the collection's document type."""
    text = head.data
    if heads.holds(text, b"<REUTERS ") and heads.holds(text, b"NEWID="):
        return Match.CERTAIN
    return Match.LIKELY if text.lstrip().startswith(b"<!DOCTYPE lewis") or b"<REUTERS " in text[:400] else Match.NO


def split(document: Document, options: NoOptions, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each `<REUTERS>`; see `kit.sgml.tagged`."""
    return sgml.tagged(document, _START, b"</REUTERS>", ctx, "reuters21578")


def parse(frame: Frame, options: NoOptions, ctx: Context) -> Article:  # noqa: ARG001
    """The article; ParseError `reuters21578.no-text` where there is neither a title nor text."""
    decoded = decode(frame.data, frame.charset)
    ctx.charge("text_chars", len(decoded.text))
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    build = ArticleBuilder(ctx=ctx, format="reuters21578", charset=decoded.charset, charset_from=decoded.charset_from)
    build.extras["reuters21578"] = {}
    build.source = "Reuters"
    build.provider = Agent(name="Reuters", kind="organisation")
    build.lang = "en"
    _read_attributes(text, build)
    _read_date(text, build)
    _read_lists(text, build)
    _read_unknown(text, build)
    build.extras["reuters21578"].update((name, words) for name, words in sgml.elements(text) if name not in _KNOWN)
    _read_text(text, build, new_origin(frame=frame.index, byte_start=frame.byte_start))
    if build.empty:
        raise ctx.fail(
            "reuters21578.no-text", "neither a title nor text", at=new_origin(frame=frame.index, byte_start=frame.byte_start)
        )
    return build.finish()


def _read_attributes(text: str, build: ArticleBuilder) -> None:
    tag = _TAG.match(text)
    given = sgml.attributes(tag[1]) if tag else {}
    build.uid = given.get("NEWID") or None
    if given.get("OLDID"):
        build.alt_ids.append(Identifier("OLDID", given["OLDID"]))
    kept = {name: value for name, value in given.items() if name not in _IDS}
    if kept:
        build.extras["reuters21578"]["attributes"] = kept


def _read_date(text: str, build: ArticleBuilder) -> None:
    raw = sgml.element(text, "DATE")
    if raw is None:
        return
    found = _DATE.search(raw)
    value = wire.moment(found.groupdict()) if found else None
    if value is not None and found is not None and found["fraction"]:
        value = value.replace(microsecond=int(found["fraction"]) * 10_000)
    if value is None:
        build.ctx.report("reuters21578.bad-date", f"date {raw[:60]!r} is not read; kept raw")
    build.stamp("created", raw, value)


def _read_lists(text: str, build: ArticleBuilder) -> None:
    """Topics are subjects by code; places, people, organisations, exchanges and companies are keywords and typed subjects."""
    for name in ("TOPICS", "PLACES", *_TAGS):
        values = [html.unescape(value).strip() for value in _LISTED.findall(sgml.between(text, name) or "")]
        if name == "TOPICS":
            build.subjects.extend(Subject(code=value, scheme="reuters21578:topics") for value in values)
            continue
        build.keywords.extend(value for value in values if value not in build.keywords)
        if name == "PLACES":
            build.places.extend(Subject(code=value, scheme="reuters21578:places") for value in values)
        else:
            build.subjects.extend(Subject(label=value, kind=_TAGS[name]) for value in values)


def _read_unknown(text: str, build: ArticleBuilder) -> None:
    """The ANPA header, and what of the older wire's routing stands before it."""
    raw = _CONTROL.sub(lambda m: chr(int(m[1])), sgml.between(text, "UNKNOWN") or "")
    routing, soh, header = html.unescape(raw).partition("\x01")
    if soh:
        found = anpa.read_header(header)
        anpa.apply(found, build)
        build.slugline = found.keyword
    routing = routing.strip("\x05\x16 \r\n")
    if routing:
        build.extras["reuters21578"]["unknown"] = wire.escaped(routing.encode("latin-1", "replace"))


def _read_text(text: str, build: ArticleBuilder, at: Origin) -> None:
    tag = _TEXT.search(text)
    if tag is None:
        return
    inner = text[tag.end() :]
    if tag[1]:
        build.extras["reuters21578"]["text_type"] = tag[1]
    title = sgml.element(inner, "TITLE")
    if title is not None:
        build.set_title(title)
    author = sgml.element(inner, "AUTHOR")
    if author is not None:
        build.bylines.append(wire.byline(author))
    dateline = sgml.element(inner, "DATELINE")
    if dateline is not None:
        build.dateline = find_dateline(dateline) or Dateline(raw=dateline)
    body = inner[max((inner.find(tag) + len(tag) for tag in _ABOVE if tag in inner), default=0) :]
    end = next((end for mark in ("</BODY>", "</TEXT>", "</REUTERS>") if (end := body.find(mark)) >= 0), None)
    if end is None and body.strip():
        build.ctx.report("reuters21578.cut-off", "the text has no end tag; it may be a part", at=at)
        body = sgml.without_half(body)
    whole = end is not None
    _read_body(_without_title(body[:end], build) if tag[1] == "UNPROC" and whole else body[:end], build, whole=whole)


def _without_title(body: str, build: ArticleBuilder) -> str:
    """An unprocessed text without its first lines, if these are capitals at the margin above a text that is indented."""
    clear = _CONTROL.sub("", body)
    found = _CAPITALS.match(clear)
    title = " ".join(html.unescape(found[1]).split()) if found is not None else ""
    if found is None or build.title is not None or not title.isupper():
        return body
    build.set_title(title)
    build.say("title", "reuters21578")
    return clear[found.end(1) :]


def _read_body(body: str, build: ArticleBuilder, *, whole: bool) -> None:
    """Paragraphs begin with four spaces; lines with columns stay lines; the last line is the agency's name, above it may stand
    what ends a take.
    """
    body, _ = wire.plain(html.unescape(_LEFT_TAG.sub("", _CONTROL.sub("", body))))
    lines = [line.rstrip() for line in body.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    if lines and lines[-1].strip().lower() in _SIGN_OFFS:
        build.extras["reuters21578"]["sign_off"] = lines.pop().strip()
        while lines and not lines[-1]:
            lines.pop()
    if whole and len(lines) > 1 and takes.keep_mark(lines[-1], build):
        lines.pop()
    group: list[str] = []
    columned = False
    for line in lines:
        table = _COLUMNS.search(line.lstrip()) is not None or (columned and line.startswith(" ") and not line.startswith("    "))
        if not line or table != columned or (not table and line.startswith("    ")):
            _add(group, build, columned=columned)
            group = []
            columned = table
        if line:
            group.append(line)
    _add(group, build, columned=columned)


def _add(group: list[str], build: ArticleBuilder, *, columned: bool) -> None:
    if not group:
        return
    if columned and len(group) > 1:
        build.add(Preformatted(id=build.new_id(), text=new_text("\n".join(group))))
    else:
        build.paragraph(wire.joined(group))


READER = Reader(
    name="reuters21578",
    title="Reuters-21578, the stories of 1987 in SGML",
    sniff=sniff,
    split=split,
    parse=parse,
    elements=("REUTERS",),
    extensions=("sgm",),
)
