"""The body: sections by their headings, paragraphs, lists; the dateline; and what is no part of the article."""

import re

from newsparse.diagnostics import Severity, counted
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.dates import find_date
from newsparse.kit.lines import Line
from newsparse.model.agents import Dateline
from newsparse.model.blocks import Break, ListBlock, Preformatted
from newsparse.model.place import Origin
from newsparse.model.quick import new_origin, new_paragraph, new_text
from newsparse.readers.text.fields import BY, add_stamp, field_of, set_field
from newsparse.readers.text.layout import RULE, Unit, marked_heading
from newsparse.readers.text.tables import END_MARKS, RELATED, SIGN_OFF, TRAILER, is_furniture

_BULLET = re.compile(r"(?:[-*•‣◦·]\s+|(\d{1,3})[.)]\s+)(?=\S)")
_UNDERLINE = re.compile(r"(={3,}|-{3,}|~{3,})\Z")
_INNER_END = re.compile(r"[a-z\u00df-\u00ff]{3}[.!?][”\"’]? [A-ZÀ-Þ“\"]")
_ENDED = tuple(".!,;:…。！，；：")
_LONGEST_HEADING = 120
_LONGEST_SPACELESS = 40
_LONGEST_LABEL = 60  # of END_MARKS, RELATED and FURNITURE, with the marks around them
_FIRST_OF_BULLET = frozenset("-*•‣◦·0123456789")
_FIRST_OF_RULE = frozenset("*_=~-")
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-ÞŒ][^\s,(]{0,24}(?:[ /][A-ZÀ-Þ][^\s,(]{0,24}){0,4}(?:, [A-ZÀ-Þ][\w.À-ÿ]{0,20}(?: [A-Z][\w.]{0,20})?){0,2}?)"
    r"(?:,? (?P<date>[^()–—_]{3,30}?))?(?: ?[(/](?P<agency>[^()/]{2,40})[)/])?\s(?:--|—|–|-|_)\s(?=\S)"
)


def cut_tail(lines: list[Line], build: ArticleBuilder) -> list[Line]:
    """The lines without what follows the article's end; each cut is reported with the words that went."""
    end = _trimmed(lines, len(lines))
    short = [n for n in range(end) if 0 < len(lines[n].text) <= _LONGEST_LABEL]
    at = next((n for n in short if _is_end(lines, n, end)), None)
    if at is not None and at > 0:
        _report(build, "text.cut-end", lines[at:end])
        end = _trimmed(lines, at)
    while end > 1 and (TRAILER.match(lines[end - 1].text.strip()) or is_furniture(lines[end - 1].text.strip())):
        _report(build, "text.cut-trailer", lines[end - 1 : end])
        end = _trimmed(lines, end - 1)
    if end > 1 and not lines[end - 2].text.strip() and (tags := field_of(lines[end - 1].text))[0] == "keywords":
        set_field(build, *tags)
        end = _trimmed(lines, end - 1)
    if end > 1 and not lines[end - 2].text.strip() and SIGN_OFF.match(lines[end - 1].text.strip()):
        build.credit = lines[end - 1].text.strip()
        build.say("metadata.credit", BY, "rule", 0.9)
        end = _trimmed(lines, end - 1)
    at = next((n for n in short if 0 < n < end and _is_related(lines, n, end)), None)
    if at is not None:
        _report(build, "text.cut-related", lines[at:end])
        end = _trimmed(lines, at)
    return lines[:end]


def _trimmed(lines: list[Line], end: int) -> int:
    while end > 0 and not lines[end - 1].text.strip():
        end -= 1
    return end


def _is_end(lines: list[Line], at: int, end: int) -> bool:
    """Whether line `at` says that the article is over; a bare word only says so near the end."""
    text = lines[at].text.strip().lower()
    if text not in END_MARKS:
        return False
    return end - at <= 3 or (not text.isalpha() and end - at <= max(40, end // 2))


def _is_related(lines: list[Line], at: int, end: int) -> bool:
    """Whether other articles are listed from line `at` to the end: a label, and short lines or nothing below it."""
    label = lines[at].text.strip().lower().rstrip(":：").strip("#* ")
    if label not in RELATED:
        return False
    return all(len(line.text.strip()) <= 160 for line in lines[at + 1 : end]) and end - at <= max(30, end // 2)


def _report(build: ArticleBuilder, code: str, lines: list[Line]) -> None:
    words = "\n".join(line.text for line in lines if line.text.strip())
    more = f" and {counted(len(lines) - 1, 'line')} below" if len(lines) > 1 else ""
    build.ctx.report(
        code,
        f"left out {lines[0].text.strip()!r}{more}",
        at=new_origin(byte_start=lines[0].start, byte_end=lines[-1].end, line=lines[0].number),
        severity=Severity.WARNING,
        data={"text": words},
    )


def read_body(units: list[Unit], build: ArticleBuilder, index: int) -> None:
    """Put the units into sections; `index` is the frame's."""
    plain = _plain_headings(units)
    at = 0
    while at < len(units):
        unit = units[at]
        first = unit.text[:1]
        origin = _origin(unit, index)
        if unit.verse:
            build.add(Preformatted(id=build.new_id(), text=new_text(unit.text), origin=origin))
        elif marked := marked_heading(unit.text):
            build.heading(marked[0], max(1, marked[1] - 1), origin=origin)
        elif first in _FIRST_OF_RULE and RULE.match(unit.text):
            build.add(Break(id=build.new_id(), origin=origin))
        elif at + 1 < len(units) and _is_underline(units[at + 1].text) and len(unit.text) <= _LONGEST_HEADING:
            build.heading(unit.text, 1 if units[at + 1].text[0] == "=" else 2, origin=origin)
            at += 1
        elif len(unit.text) <= _LONGEST_LABEL and is_furniture(unit.text):
            _report(build, "text.cut-furniture", list(unit.lines))
        elif first in _FIRST_OF_BULLET and (run := _list_run(units, at)) > 1:
            _add_list(units[at : at + run], build, index)
            at += run - 1
        elif at in plain:
            build.heading(unit.text.rstrip(":： "), 1, origin=origin)
            build.say("sections", BY, "rule", 0.85)
        else:
            build.paragraph(unit.text, origin=origin)
        at += 1


def _is_underline(text: str) -> bool:
    return text[:1] in _FIRST_OF_RULE and _UNDERLINE.match(text) is not None


def _origin(unit: Unit, index: int) -> Origin:
    return new_origin(frame=index, byte_start=unit.lines[0].start, byte_end=unit.lines[-1].end, line=unit.lines[0].number)


def _plain_headings(units: list[Unit]) -> frozenset[int]:
    """The units that are headings by their looks alone.

    A text keeps to one style: where marked or capital headings are, lines in lower case are none. The first unit is the
    lead. None at all where they would be so many that the text is a list or a poem.
    """
    looks = [_look(unit) for unit in units]
    if any(marked_heading(unit.text) for unit in units):
        return frozenset()
    least = _CAPITALS if looks.count(_CAPITALS) > 1 else _QUESTION
    found = {
        n
        for n, look in enumerate(looks[:-1])
        if look >= least
        and (n or look == _CAPITALS)
        and looks[n + 1] < look
        and len(units[n + 1].text) > (0 if look == _CAPITALS else 0.8) * len(units[n].text)
    }
    return frozenset(found) if len(found) <= 0.5 * len(units) else frozenset()


_NONE, _QUESTION, _PLAIN, _CAPITALS = range(4)  # how much a unit looks like a heading


def _look(unit: Unit) -> int:
    if not _heading_like(unit):
        return _NONE
    if unit.text.isupper():
        return _CAPITALS
    return _QUESTION if unit.text.endswith(("?", "？")) else _PLAIN


def _heading_like(unit: Unit) -> bool:
    text = unit.text.rstrip(":： ") if unit.text.isupper() else unit.text
    spaceless = not text.isascii() and " " not in text and len(text) > 6
    if len(text) > (_LONGEST_SPACELESS if spaceless else _LONGEST_HEADING) or len(unit.lines) > 3 or unit.indented:
        return False
    if text.endswith(_ENDED) or text.rstrip("”\"“»'’)").endswith(_ENDED) or not any(c.isalpha() for c in text):
        return False
    if text[0] in "-–—•*|" or text.endswith((" and", " or", " und", " et")) or text[:1].islower():
        return False
    return text.isupper() or not _INNER_END.search(text)


def _list_run(units: list[Unit], at: int) -> int:
    """How many list items follow one another from `at`."""
    first = _BULLET.match(units[at].text)
    if first is None:
        return 0
    ordered = first[1] is not None
    run = 1
    while at + run < len(units) and (found := _BULLET.match(units[at + run].text)) and (found[1] is not None) == ordered:
        run += 1
    return run


def _add_list(units: list[Unit], build: ArticleBuilder, index: int) -> None:
    first = _BULLET.match(units[0].text)
    assert first is not None
    items = []
    for unit in units:
        mark = _BULLET.match(unit.text)
        assert mark is not None
        items.append((new_paragraph(id=build.new_id(), text=new_text(unit.text[mark.end() :]), origin=_origin(unit, index)),))
    start = int(first[1]) if first[1] not in (None, "1") else None
    build.add(ListBlock(id=build.new_id(), items=tuple(items), ordered=first[1] is not None, start=start))


def read_dateline(text: str, build: ArticleBuilder) -> None:
    """Read "GENEVA, Jan. 10 (Agency) -- …" at the head of the first paragraph, which keeps it."""
    found = _DATELINE.match(text[:160])
    if found is None:
        return
    place, words, agency = found["place"], found["date"], found["agency"]
    dated = bool(words and re.search(r"\d", words))
    if not (place.split(",")[0].isupper() or agency or dated) or (words and not dated) or len(place) < 2:
        return
    date = find_date(words) if words else None
    day = date[0] if date else words
    build.dateline = Dateline(raw=found[0].strip(), place=place, date=day, agency=agency)
    build.say("dateline", BY, "rule", 0.9)
    if date and words and not build.stamps:
        add_stamp("published", words, build)
