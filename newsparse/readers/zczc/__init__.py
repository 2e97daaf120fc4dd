"""ZCZC … NNNN: a story between telegraph marks, one header field a line, named by its first characters.

Which mark means what is a dialect. Relatives without ZCZC, whose fields begin with letters and `#`, are read too.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

import attrs

from newsparse.context import Context
from newsparse.kit import dialect, heads, takes, wire
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.charset import decode
from newsparse.kit.dates import parse_date
from newsparse.model.agents import Dateline
from newsparse.model.article import Article
from newsparse.model.blocks import Break, Preformatted
from newsparse.model.frozen import EMPTY, JsonMap
from newsparse.model.metadata import Subject
from newsparse.model.quick import new_origin, new_text
from newsparse.plugin import Document, Frame, Head, Match, Reader, option

_START = re.compile(rb"(?m)^[\x00-\x08\x0e-\x1f]{0,8}ZCZC\b|^AN# ?\S")
_SURE = re.compile(r"[\x00-\x20]{0,40}ZCZC[^\n]{0,80}\n[^\w\s\"'(\[]\S")
_LETTERED = re.compile(r"\s{0,40}[A-Z]{2}# ?\S[^\n]{0,300}\n(?:[^\n]{0,300}\n){0,8}?[A-Z]{2}#")
_AGENCY = re.compile(r"ZCZC[ \t]+([A-Z]{2,10})[ \t]*\Z")
_RULE = re.compile(r"(?:[*_-] ?){3,}\Z")
_BEFORE = bytes((*range(9), *range(0x0E, 0x20)))  # control characters that a line printer was waked by
_BULLETS = ("*", "-", "+")
_LONG_LINE = 100  # no telegraph's; it is a paragraph of its own


@attrs.frozen(kw_only=True)
class Options:
    """How a story is read."""

    dialect: str | None = option(None, help="the agency's habits by name, instead of by their signs")


def _title(value: str, build: ArticleBuilder) -> None:
    build.set_title(value)


def _dateline(value: str, build: ArticleBuilder) -> None:
    """A place, mostly in brackets; what has no letter is none."""
    place = value.strip("() ")
    if any(char.isalpha() for char in place):
        build.dateline = Dateline(raw=value, place=place)
    else:
        build.extras["zczc"]["dateline"] = value


def _subjects(value: str, build: ArticleBuilder) -> None:
    build.subjects.extend(Subject(code=code, scheme="iptc") for code in value.replace(",", " ").replace(";", " ").split())


def _keywords(value: str, build: ArticleBuilder) -> None:
    build.keywords.extend(word for part in value.replace(",", ";").split(";") if (word := part.strip()))


def _published(value: str, build: ArticleBuilder) -> None:
    build.stamp("published", value, parse_date(value, day_first=True))


def _plain(name: str) -> Callable[[str, ArticleBuilder], None]:
    return lambda value, build: setattr(build, name, value)


FIELDS: Final[dict[str, Callable[[str, ArticleBuilder], None]]] = {
    "title": _title,
    "dateline": _dateline,
    "subjects": _subjects,
    "published": _published,
    "summary": lambda value, build: setattr(build, "summary", new_text(value)),
    "keywords": _keywords,
    "byline": lambda value, build: build.bylines.append(wire.byline(value)),
    "place": lambda value, build: build.places.append(Subject(label=value)),
    "genres": lambda value, build: build.genres.append(Subject(label=value)),
    "ed_notes": lambda value, build: build.ed_notes.append(value),
    **{
        name: _plain(name)
        for name in (
            "category",
            "slugline",
            "take_key",
            "service",
            "priority",
            "uid",
            "source",
            "credit",
            "version",
            "sequence",
            "lang",
        )
    },
}
"""What a mark may mean, and where that goes."""
_ELSEWHERE = ("text", "layout", "author_login")  # where the text begins; X for text or T for a table; kept in the extras


def _known_fields(instance: object, attribute: object, value: JsonMap) -> None:  # noqa: ARG001
    dialect.map_names(value, (*FIELDS, *_ELSEWHERE))


@attrs.frozen(kw_only=True)
class Habits:
    """What the marks mean (`fields`), whether a field runs on over lines without a mark, the agency's own words for the end of a
    take (`end_marks`), and what holds for every story.
    """

    fields: JsonMap = attrs.field(default=EMPTY, validator=_known_fields)
    continues: bool = False
    end_marks: tuple[str, ...] = dialect.phrases()
    constants: JsonMap = attrs.field(default=EMPTY, validator=wire.known_constants)


FAMILY = dialect.Family("zczc", "newsparse.readers.zczc", Habits)


def sniff(head: Head) -> Match:
    """CERTAIN for ZCZC with a line of a mark below it; LIKELY for ZCZC alone, and for fields of two letters and `#`."""
    text = head.text
    if heads.is_no_text(text):
        return Match.NO
    if _SURE.match(text):
        return Match.CERTAIN
    return Match.LIKELY if text.lstrip("\x00\x01\x07\r\n\t ").startswith("ZCZC") or _LETTERED.match(text) else Match.NO


def split(document: Document, options: Options, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame from each ZCZC (or first field of a relative) to the next; what stands before the first is told."""
    data = document.data
    starts = [found.start() for found in _START.finditer(data)]
    at = starts[0] if starts else 0
    wire.tell_outside(data[:at], 0, ctx, "zczc")
    for index, end in enumerate([*starts[1:], len(data)]):
        yield Frame(data=data[at:end], index=index, byte_start=at, charset=document.charset)
        at = end


def parse(frame: Frame, options: Options, ctx: Context) -> Article:
    """The article; ParseError `zczc.no-text` where there is neither a headline nor text."""
    data = frame.data.lstrip(_BEFORE)
    decoded = decode(wire.even_ends(data), frame.charset)
    ctx.charge("text_chars", len(decoded.text))
    lines = wire.clean_lines(decoded, frame.byte_start + len(frame.data) - len(data), ctx, "zczc")
    build = ArticleBuilder(ctx=ctx, format="zczc", charset=decoded.charset, charset_from=decoded.charset_from)
    chosen = FAMILY.choose(wire.plain(decoded.text[:4096])[0], ctx, options.dialect)
    build.extras["zczc"] = {"dialect": chosen.name}
    lines, cut = _between_marks(lines, build)
    fields, body = _fields(lines, chosen.habits, cut=cut)
    for mark, value in fields:
        _take(mark, str(chosen.habits.fields[mark]), value, build)
    _read_body(body, build, frame.index, None if cut else chosen.habits)
    if build.empty:
        raise ctx.fail(
            "zczc.no-text", "neither a headline nor text", at=new_origin(frame=frame.index, byte_start=frame.byte_start)
        )
    wire.apply_constants(chosen.habits.constants, build)
    return build.finish()


def _between_marks(lines: list[wire.Line], build: ArticleBuilder) -> tuple[list[wire.Line], bool]:
    """(the lines between ZCZC and NNNN, whether the story was cut off)."""
    at = next((n for n, line in enumerate(lines) if line.text), 0)
    if not lines or not lines[at].text.lstrip().startswith("ZCZC"):
        return lines, bool(lines) and lines[-1].text != ""
    first = lines[at].text.strip()
    build.extras["zczc"]["first_line"] = first
    agency = _AGENCY.match(first)
    if agency is not None and at + 1 < len(lines):
        build.source = agency[1]
    lines = lines[at + 1 :]
    end = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].text.strip() == "NNNN"), None)
    if end is None:
        build.ctx.report("zczc.cut-off", "the story ends without NNNN; it may be a part")
        return lines, True
    if any(line.text for line in lines[end + 1 :]):
        told = "\n".join(line.text for line in lines[end + 1 :] if line.text)
        build.ctx.report("zczc.behind-end", "words stand behind NNNN; left out", data={"text": told[:2000]})
    return lines[:end], False


def _fields(lines: list[wire.Line], habits: Habits, *, cut: bool) -> tuple[list[tuple[str, str]], list[wire.Line]]:
    """((mark, value) in order, the lines of the text). The header ends at the first line without a mark.

    Of a story that was `cut` off, the last line is no field; nor is the last field where fields run on and the text never came.
    """
    marks = sorted(habits.fields, key=len, reverse=True)
    found: list[tuple[str, list[str]]] = []
    last = 0  # the line of the last mark
    rest: list[wire.Line] | None = None
    for n, line in enumerate(lines):
        mark = next((mark for mark in marks if line.text.startswith(mark)), None)
        value = (line.text[len(mark) :] if mark is not None else line.text).strip()
        if _ends_header(mark, line.text, found, habits, half=cut and n == len(lines) - 1):
            rest = lines[n:]
        elif mark is not None and habits.fields[mark] == "text":
            rest = [wire.Line(value, line.start + len(mark), line.end), *lines[n + 1 :]]
        elif mark is None and found:
            found[-1][1].append(value)
        elif mark is not None and value:
            found.append((mark, [value]))
            last = n
        if rest is not None:
            break
    if rest is None and habits.continues:
        found, rest = found[:-1], lines[last:]
    return [(mark, " ".join(values).strip()) for mark, values in found], rest or []


def _ends_header(mark: str | None, text: str, found: list[tuple[str, list[str]]], habits: Habits, *, half: bool) -> bool:
    """Whether the text begins with this line: it has no mark, is a bullet, or may be `half` a value."""
    if mark is None:
        return text != "" and (not habits.continues or not found)
    is_bullet = mark in _BULLETS and text[1:2].isspace() and " " in text[1:].strip()
    return (half and not habits.continues) or is_bullet


def _take(mark: str, name: str, value: str, build: ArticleBuilder) -> None:
    put = FIELDS.get(name)
    if put is not None:
        put(value, build)
    else:
        build.extras["zczc"][name if name in _ELSEWHERE else mark] = value


def _read_body(lines: list[wire.Line], build: ArticleBuilder, frame: int, habits: Habits | None) -> None:
    """The text; of one that was cut off, without `habits`, the last line is text."""
    if build.extras["zczc"].get("layout", "X").upper().startswith("T"):
        text = "\n".join(line.text for line in lines).strip("\n")
        if text.strip():
            build.add(
                Preformatted(id=build.new_id(), text=new_text(text), origin=new_origin(frame=frame, byte_start=lines[0].start))
            )
        return
    groups = list(_groups(lines))
    if habits is not None:
        takes.take_mark(groups, build, habits.end_marks)
    for group in groups:
        text = wire.joined([line.text for line in group])
        origin = new_origin(frame=frame, byte_start=group[0].start, byte_end=group[-1].end)
        if _RULE.match(text):
            build.add(Break(id=build.new_id(), origin=origin))
        elif text:
            build.paragraph(text, origin=origin)


def _groups(lines: list[wire.Line]) -> Iterator[list[wire.Line]]:
    """Lines of one paragraph each: parted by empty lines and indents; a line that no telegraph would send is one alone."""
    group: list[wire.Line] = []
    for line in lines:
        begins = not line.text or line.text.startswith(("  ", "\t"))
        if group and (begins or len(group[-1].text) > _LONG_LINE or wire.is_next_item(line.text, group[0].text)):
            yield group
            group = []
        if line.text:
            group.append(line)
    if group:
        yield group


READER = Reader(
    name="zczc",
    title="ZCZC … NNNN, header fields by their first characters",
    sniff=sniff,
    split=split,
    parse=parse,
    options=Options,
    elements=(),
    extensions=("zczc",),
    dialects=FAMILY.listed,
)
