"""LDC's newswire corpora in SGML: Gigaword (`<DOC id type>`), and its elders with `<DOCNO>` (AQUAINT, TIPSTER, TREC).

Elements are read where both their tags are there. Each document is a story; some are several or an advisory to editors, as
their type says.
"""

import datetime as dt
import html
import re
from collections.abc import Iterator

from newsparse.context import Context
from newsparse.kit import heads, sgml, takes, wire
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.charset import decode
from newsparse.kit.datelines import find_dateline, read_dateline
from newsparse.kit.dates import parse_date
from newsparse.model.agents import Dateline
from newsparse.model.article import Article
from newsparse.model.blocks import Paragraph
from newsparse.model.metadata import Subject
from newsparse.model.place import Origin
from newsparse.model.quick import new_origin
from newsparse.plugin import Document, Frame, Head, Match, NoOptions, Reader

_START = re.compile(rb"<DOC(?=[ >])")
_SURE = re.compile(rb"<DOC\s(?:[^<>]{0,80}\s)?id\s*=\s*[\"']?[A-Za-z]{2,8}_[A-Za-z]{3}_\d{8}\.\d{4}(?=[\"'\s>])")
_LIKE = re.compile(rb"<DOC(?:>\s{0,20}<DOCNO>|\s+id\s*=\s*[\"'][^\"'<>]{1,60}[\"']\s+type\s*=|\s[^<>]{0,80}\Z)")
_ID = re.compile(r"(?P<source>[A-Za-z]{2,8})_(?P<lang>[A-Za-z]{3})_(?P<date>\d{8})\.\d{4}\Z")
_SLUG = re.compile(r"\((?P<slug>[A-Z]{2,}-[A-Z0-9&'/.-]{2,60})\)\s*\Z")
_PARAGRAPH = re.compile(r"<P>(.*?)(?=</?P>|\Z)", re.DOTALL)
_LANGUAGES = {"eng": "en", "fre": "fr", "spa": "es", "arb": "ar", "cmn": "zh", "ger": "de"}
_KNOWN = frozenset(
    "DOCNO DOCID DOCTYPE DATE_TIME DATE HEADLINE HL HEAD BYLINE AUTHOR SLUG DATELINE TEXT P".split()  # noqa: SIM905
)


def sniff(head: Head) -> Match:
    """CERTAIN for an identifier of Gigaword's form, LIKELY for the elders' tags."""
    if not heads.holds(head.data, b"<DOC"):
        return Match.NO
    data = head.data.lstrip()[:2000]
    if _SURE.search(data):
        return Match.CERTAIN
    return Match.LIKELY if _LIKE.search(data) else Match.NO


def split(document: Document, options: NoOptions, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each `<DOC>`; see `kit.sgml.tagged`."""
    return sgml.tagged(document, _START, b"</DOC>", ctx, "gigaword")


def parse(frame: Frame, options: NoOptions, ctx: Context) -> Article:  # noqa: ARG001
    """The article; ParseError `gigaword.no-text` where there is neither a headline nor text."""
    decoded = decode(frame.data, frame.charset)
    ctx.charge("text_chars", len(decoded.text))
    text, replaced = wire.plain(decoded.text)
    wire.tell_undecodable(decoded, replaced, ctx, "gigaword")
    build = ArticleBuilder(ctx=ctx, format="gigaword", charset=decoded.charset, charset_from=decoded.charset_from)
    _read_id(text, build)
    _read_lines(text, build)
    others = {name: words for name, words in sgml.elements(text) if name not in _KNOWN}
    if others:
        build.extras.setdefault("gigaword", {}).update(others)
    _read_text(text, build, new_origin(frame=frame.index, byte_start=frame.byte_start))
    if text.count("<P>") > 1 or "</TEXT>" in text:  # of a document cut off, half a paragraph is none
        _infer_dateline(build)
    if build.empty:
        raise ctx.fail(
            "gigaword.no-text", "neither a headline nor text", at=new_origin(frame=frame.index, byte_start=frame.byte_start)
        )
    return build.finish()


def _read_id(text: str, build: ArticleBuilder) -> None:
    """The identifier, which names source, language and day; and the type."""
    end = text.find(">")
    given = sgml.attributes(text[: end + 1]) if end >= 0 else {}
    build.uid = given.get("id") or sgml.element(text, "DOCNO", "DOCID")
    kind = given.get("type") or sgml.element(text, "DOCTYPE")
    if kind:
        build.genres.append(Subject(code=kind, scheme="gigaword:type"))
    found = _ID.match(build.uid or "")
    if found is not None:
        build.lang = _LANGUAGES.get(found["lang"].lower())
        build.extras["gigaword"] = {"source": found["source"]}
        _stamp(found["date"], build)
    if (raw := sgml.element(text, "DATE_TIME", "DATE")) is not None:
        build.stamp("published", raw, parse_date(raw))


def _stamp(digits: str, build: ArticleBuilder) -> None:
    try:
        build.stamp("published", digits, dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:])))
    except ValueError:
        build.stamp("published", digits, None)
    build.say("metadata.stamps", "gigaword")


def _read_lines(text: str, build: ArticleBuilder) -> None:
    """Headline, byline, slug and dateline; Gigaword keeps the slug in the dateline's brackets."""
    headline = sgml.element(text, "HEADLINE", "HL", "HEAD")
    if headline is not None:
        build.set_title(headline)
    byline = sgml.element(text, "BYLINE", "AUTHOR")
    if byline is not None:
        build.bylines.append(wire.byline(byline))
    build.slugline = sgml.element(text, "SLUG")
    raw = sgml.element(text, "DATELINE")
    if raw is None:
        return
    slug = _SLUG.search(raw)
    place = raw
    if slug is not None:
        build.slugline = build.slugline or slug["slug"]
        place = raw[: slug.start()].strip()
    found = find_dateline(raw if slug is None else f"{place} -- ")
    if found is None and place:
        found = read_dateline(place.strip(" -–—_,"))
    if found is not None:
        build.dateline = Dateline(raw=raw, place=found.place, date=found.date, agency=found.agency)
        build.source = found.agency


def _infer_dateline(build: ArticleBuilder) -> None:
    """The dateline that the first paragraph begins with, where the document has no element for it."""
    first = next((block for block in build.opening(1) if isinstance(block, Paragraph)), None)
    found = find_dateline(first.text.text) if first is not None and build.dateline is None else None
    if found is not None:
        build.dateline, build.source = found, build.source or found.agency
        build.say("dateline", "gigaword")


def _read_text(text: str, build: ArticleBuilder, at: Origin) -> None:
    begin = text.find("<TEXT>")
    if begin < 0:
        return
    end = next((end for mark in ("</TEXT>", "</DOC>") if (end := text.find(mark, begin)) >= 0), len(text))
    if end == len(text):
        build.ctx.report("gigaword.cut-off", "the text has no end tag; it may be a part", at=at)
    inner = text[begin + len("<TEXT>") : end]
    inner = sgml.without_half(inner) if end == len(text) else inner
    first = inner.find("<P>")
    loose = inner if first < 0 else inner[:first]
    groups = [*_groups(loose), *([m[1].split("\n") for m in _PARAGRAPH.finditer(inner, first)] if first >= 0 else [])]
    paragraphs = [wire.joined([html.unescape(line) for line in words if line.strip()] or [""]) for words in groups]
    while paragraphs and not paragraphs[-1]:
        paragraphs.pop()
    if end < len(text) and len(paragraphs) > 1 and takes.keep_mark(paragraphs[-1], build):
        paragraphs.pop()
    for paragraph in filter(None, paragraphs):
        build.paragraph(paragraph)


def _groups(text: str) -> Iterator[list[str]]:
    """Lines of one paragraph each, where no tag parts them: by empty lines and indents."""
    group: list[str] = []
    for line in text.split("\n"):
        if not line.strip() or line.startswith(("   ", "\t")):
            if group:
                yield group
            group = []
        if line.strip():
            group.append(line)
    if group:
        yield group


READER = Reader(
    name="gigaword",
    title="LDC newswire in SGML: Gigaword and its elders",
    sniff=sniff,
    split=split,
    parse=parse,
    elements=("DOC",),
    extensions=("sgml",),
)
