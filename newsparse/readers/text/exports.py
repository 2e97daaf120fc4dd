"""The text exports of news databases: LexisNexis (classic and new) and Factiva (coded lines, and full text without codes).

An export is known by what its database puts around every article: "2 of 17 DOCUMENTS", "Load-Date: …", "End of Document",
"Document ABCD000020…", a run of two-letter codes. Its fields stand above and below the body; what has no place in the model
is kept in `extras["text"]` under its label.
"""

import re
from collections.abc import Callable

import attrs

from newsparse.kit.build import ArticleBuilder
from newsparse.kit.dates import find_date
from newsparse.kit.lines import Line
from newsparse.kit.names import people, strip_by
from newsparse.model.text import Text
from newsparse.readers.text.fields import keep, set_field
from newsparse.readers.text.head import date_alone
from newsparse.readers.text.layout import Chunk, chunks_of
from newsparse.readers.text.tables import CODES, EXPORT_LABELS, FIELDS

_EDGE = re.compile(r"\s*(?:\d{1,5} of \d{1,5} documents?|end of document|document [a-z]{3,8}\d{6,}[a-z0-9]*)\s*\Z", re.IGNORECASE)
_LABEL = re.compile(r"\s{0,3}([A-Z][A-Za-z]{2,12}(?:[ -][A-Za-z]{2,12}){0,2}):(?:\s+(\S.*))?\Z")
_BARE = frozenset({"graphic", "correction", "notes", "classification"})  # labels that stand alone above their text
_CENTRED = 8  # columns of indent from which a line is taken for centred
_SECTION = 30  # characters of a section's name above a headline
_BODY = re.compile(r"\s*body:?\s*\Z", re.IGNORECASE)
_RIGHTS = re.compile(r"\s*(?:©|\(c\)|copyright\b|all rights reserved)", re.IGNORECASE)
_CODE = re.compile(r"([A-Z]{2,3})(?:\s{2,}|\t|\s*\Z)(.*)\Z")
_WORDS = re.compile(r"\s*[\d,.]{1,9} words\s*\Z")
_CLOCK = re.compile(r"\s*\d{1,2}:\d\d(?: GMT)?\s*\Z")
_SOURCE_CODE = re.compile(r"\s*[A-Z][A-Z0-9]{2,7}\s*\Z")
_LANGUAGE = re.compile(r"\s*[A-Z][a-z]{3,10}\s*\Z")
_EDGES = 3  # lines at either end of a frame, among which its database's mark stands
_TRAILING = 15  # chunks below a body that may hold fields
_HEAD = 12  # chunks above it


def read_export(lines: list[Line], build: ArticleBuilder) -> list[Line] | None:
    """Read the fields of a database's export into `build`; the lines of its body, or None where this is no export."""
    filled = [line for line in lines if line.text.strip()]
    edges = {line.number for line in (*filled[:_EDGES], *filled[-_EDGES:]) if _EDGE.match(line.text)}
    form = _form_of(filled, bool(edges))
    if form is None:
        return None
    if form is _coded:
        return _coded(lines, build)  # where the edge is a value: that of `AN`
    for line in filled:
        if line.number in edges:
            text = line.text.strip()
            build.ctx.report("text.cut-trailer", f"left out {text!r}", data={"text": text})
    return form([line for line in lines if line.number not in edges], build)


def _labels(text: str) -> "re.Match[str] | None":
    """A line's label and value, where the label is one that exports have or stands in capitals."""
    found = _LABEL.match(text) if ":" in text[:40] else None
    if found is None:
        return None
    label = found[1].lower()
    return found if label in FIELDS or label in EXPORT_LABELS or (found[1].isupper() and len(label) > 3) else None


_Form = Callable[[list[Line], ArticleBuilder], list[Line]]


def _form_of(filled: list[Line], framed: bool) -> _Form | None:
    coded = (line.text for line in filled[:40] if line.text[:2].isupper())
    codes = [found[1] for text in coded if (found := _CODE.match(text)) and found[1] in CODES]
    if len(set(codes)) >= 4 and "HD" in codes:
        return _coded
    labels = {found[1].lower() for line in (*filled[:20], *filled[-12:]) if (found := _labels(line.text))}
    if "load-date" in labels or (framed and len(labels & {"byline", "length", "section", "body", "dateline"}) >= 2):
        return _labelled
    if framed and any(_WORDS.match(line.text) for line in filled[:8]):
        return _plain
    return None


def _coded(lines: list[Line], build: ArticleBuilder) -> list[Line]:
    """Factiva's codes, a line each or a line above their text; `LP` and `TD` are the body."""
    body: list[Line] = []
    code, values = "", list[str]()

    def close() -> None:
        if values:
            _set(build, CODES.get(code, code), " ".join(values))
            values.clear()

    for line in lines:
        found = _CODE.match(line.text)
        if found is not None and found[1] in CODES:
            close()
            code, text = found[1], found[2]
            if CODES[code] == "body" and body:
                body.append(attrs.evolve(line, text=""))
        else:
            text = line.text
        if CODES.get(code) == "body":
            body.append(attrs.evolve(line, text=text))
        elif text.strip():
            values.append(text.strip())
    close()
    return body


def _labelled(lines: list[Line], build: ArticleBuilder) -> list[Line]:
    """LexisNexis: unnamed lines (paper, date, headline), then `Label: value` lines, the body, and more of them below it."""
    end = _read_trailer(lines, build)
    start = next((n for n, line in enumerate(lines[:end]) if _BODY.match(line.text)), None)
    if start is None:
        start = _head_end(lines[:end])
        body = lines[start:end]
    else:
        body = lines[start + 1 : end]
    unnamed: list[str] = []
    for chunk in chunks_of(lines[:start], _HEAD * 2):
        unnamed.extend(_read_chunk(chunk, build))
    _read_unnamed(unnamed, build)
    return body


def _head_end(lines: list[Line]) -> int:
    """The index behind the last chunk that begins with a label, among those on top."""
    at, labelled = 0, False
    for chunk in chunks_of(lines, _HEAD):
        found = _labels(chunk.lines[0].text)
        if labelled and found is None:
            break
        labelled = labelled or found is not None
        at = chunk.first + len(chunk.lines)
    return at if labelled else 0


def _read_trailer(lines: list[Line], build: ArticleBuilder) -> int:
    """Read the labels and the copyright below the body; the index where it ends."""
    end = len(lines)
    for _ in range(_TRAILING):
        while end and not lines[end - 1].text.strip():
            end -= 1
        first = end
        while first and lines[first - 1].text.strip() and end - first < 20:
            first -= 1
        chunk = Chunk(first, lines[first:end])
        bare = _bare_above(lines, first)
        if bare is not None:
            text = " ".join(line.text.strip() for line in chunk.lines)
            build.extras.setdefault("text", {})[lines[bare].text.strip().lower()] = text
            end = bare
            continue
        if not chunk.lines or not all(_RIGHTS.match(line.text) or _labels(line.text) for line in chunk.lines):
            break
        _read_chunk(chunk, build)
        end = first
    return end


def _bare_above(lines: list[Line], first: int) -> int | None:
    """The index of a label alone on its line, right above the chunk that begins at `first`; None where there is none."""
    at = first
    while at and not lines[at - 1].text.strip():
        at -= 1
    return at - 1 if 0 < at < first and lines[at - 1].text.strip().lower() in _BARE else None


def _read_chunk(chunk: Chunk, build: ArticleBuilder) -> list[str]:
    """Read labels, with the lines that go on below them, and rights; the lines that are neither, with their indent."""
    unnamed: list[str] = []
    fields: list[tuple[str, list[str]]] = []
    for line in chunk.lines:
        found = _labels(line.text)
        if found is not None:
            fields.append((found[1], [found[2] or ""]))
        elif fields:
            fields[-1][1].append(line.text.strip())
        elif _RIGHTS.match(line.text):
            set_field(build, "rights", line.text.strip())
        else:
            unnamed.append(line.text.rstrip())
    for label, values in fields:
        _set(build, FIELDS.get(label.lower(), label.lower()), " ".join(v for v in values if v))
    return unnamed


def _read_unnamed(unnamed: list[str], build: ArticleBuilder) -> None:
    """The paper stands right above the date; the headline above the paper or, in the classic form, flush below the date."""
    dated = next((n for n, text in enumerate(unnamed) if date_alone(text) or _dated(text.strip())), len(unnamed))
    above, below = [text.strip() for text in unnamed[:dated]], unnamed[dated + 1 :]
    centred = [text.strip() for text in below if len(text) - len(text.lstrip()) >= _CENTRED]
    flush = [text.strip() for text in below if text.strip() not in centred]
    if dated < len(unnamed):
        set_field(build, "published", unnamed[dated].strip())
    if above and (len(above) > 1 or build.title is not None or below):
        set_field(build, "provider", above.pop())
    if build.title is None:
        titles = above or flush or centred
        if titles:
            build.title = Text(" ".join(titles))
            titles.clear()
    left = [*above, *flush, *centred]
    if left:
        build.extras.setdefault("text", {})["head"] = left


def _dated(text: str) -> bool:
    """Whether a line begins with a date: "January 1, 2000, Saturday, Late Edition - Final"."""
    found = find_date(text)
    return found is not None and found[1] == 0


def _plain(lines: list[Line], build: ArticleBuilder) -> list[Line]:
    """Factiva without codes: headline, byline, "42 words", date, paper, its code, page, language, rights; then the body."""
    head = chunks_of(lines, 1)[0]
    texts = [line.text.strip() for line in head.lines]
    words = next((n for n, text in enumerate(texts) if _WORDS.match(text)), None)
    if words is None:
        return lines
    above, below = texts[:words], texts[words + 1 :]
    if len(above) > 1 and people(strip_by(above[-1]) or above[-1]):
        set_field(build, "byline", above.pop())
    if len(above) > 1 and len(above[0]) <= _SECTION:
        set_field(build, "category", above.pop(0))
    build.title = Text(" ".join(above)) if above else None
    set_field(build, "words", texts[words])
    for text in below:
        _set(build, _kind_below(text, build), text)
    return lines[head.first + len(head.lines) :]


def _kind_below(text: str, build: ArticleBuilder) -> str:
    """What a line below the number of words is, by its form and by what has been there before it."""
    if not build.stamps:
        return "published"
    if _CLOCK.match(text):
        return "time"
    if _RIGHTS.match(text):
        return "rights"
    if build.provider is None:
        return "provider"
    if _SOURCE_CODE.match(text):
        return "source code"
    return "lang" if _LANGUAGE.match(text) else "page"


def _set(build: ArticleBuilder, field: str, value: str) -> None:
    """Set a field of the model, or keep the value under its label."""
    if value and not set_field(build, field, value):
        keep(build, field, value)
