"""Press releases as the news-release wires send them in plain text.

Reads source and release number, notices, headline, decks, the dateline with the wire's name in it, and paragraphs. A refinement
of plain text: what has no such wire's dateline or number is left to the reader of that.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from string import digits

import attrs

from newsparse.context import Context
from newsparse.kit import dialect, heads, takes, wire
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.charset import decode
from newsparse.kit.datelines import find_dateline
from newsparse.kit.dates import find_date
from newsparse.kit.shapes import Shape
from newsparse.model.agents import Agent, Dateline
from newsparse.model.article import Article
from newsparse.model.frozen import EMPTY, JsonMap
from newsparse.model.quick import new_origin, new_text
from newsparse.plugin import Document, Frame, Head, Match, Reader, option

_WIRED = re.compile(
    r"\s/[^/()\n]{0,30}(?:wire|asianet|CNW|newsfile)[^/()\n]{0,30}/\s*(?:--?|—|–)"
    r"|\((?:[^()\n]{0,20}(?:news ?wire|business wire|marketwired?|accesswire|presswire|newsfile)[^()\n]{0,20})\)\s*(?:--?|—|–)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?im)^(?:media|press|news) release[ \t]+[A-Z]{1,3}\s?\d{3,9}[ \t]*\r?$")
_NUMBER_LINE = re.compile(rb"(?i:media|press|news) (?i:release)[ \t]+([A-Z]{1,3}\s?\d{3,9})[ \t]*(?=[\r\n]|\Z)")
_LINE_BEFORE = frozenset((b"", b"\n", b"\r"))
_WIRES = (b"wire", b"asianet", b"cnw", b"newsfile")
_RELEASES = (b"media release", b"press release", b"news release")
_AROUND = 40  # characters before the word that names a wire, within which the brackets or slashes open
_MOST_HEAD = 12  # groups of lines before the dateline
_LONGEST_HEADLINE = 400
_SIGNS_OF_NUMBER = ("no.", "No.", "NO.", "#", ":")
_MOST_LETTERS = 3
_DIGITS = range(3, 10)


@attrs.frozen(kw_only=True)
class Options:
    """How a release is read."""

    dialect: str | None = option(None, help="the wire's habits by name, instead of by their signs")


@attrs.frozen(kw_only=True)
class Habits:
    """The lines around the text: the release's number stands behind `identifier`, whose it is behind `source`, `source_below`."""

    identifier: Shape = dialect.shape()
    source: Shape = dialect.shape()
    source_below: Shape = dialect.shape()
    notices: Shape = dialect.shape()
    end_marks: tuple[str, ...] = dialect.phrases()
    constants: JsonMap = attrs.field(default=EMPTY, validator=wire.known_constants)


FAMILY = dialect.Family("pressrelease", "newsparse.readers.pressrelease", Habits)


def sniff(head: Head) -> Match:
    """LIKELY for a wire's name in a dateline, or the number of a release, in what is no markup."""
    text = head.text
    if (
        text.lstrip()[:1] in {"", "<", "{", "["}
        or "\x01" in text
        or "\x00" in text
        or heads.is_no_text(text)
        or heads.packing(head.data)
    ):
        return Match.NO
    folded = text.encode("latin-1", "replace").lower()  # a byte a character, and far quicker than small letters of all scripts
    # Most texts have none of the words, and the patterns are slow: they are tried where the words stand.
    for at in heads.places(folded, *_WIRES):
        around = text[max(0, at - _AROUND) : at + 3 * _AROUND]
        if ("/" in around or "(" in around) and _WIRED.search(around):
            return Match.LIKELY
    return Match.LIKELY if any(_NUMBERED.match(text, at) for at in heads.places(folded, *_RELEASES)) else Match.NO


def split(document: Document, options: Options, ctx: Context) -> Iterator[Frame]:
    """A frame for each release: where there are several, each begins at the line of a number of its own, or at the line above
    that says whose it is, if the first one has it there.
    """
    data = document.data
    starts = list(_numbers(data))
    if len(starts) < 2:
        yield Frame(data=data, charset=document.charset)
        return
    source = FAMILY.choose(data[:4096].decode("latin-1"), ctx, options.dialect).habits.source
    above = [_line_above(data, start) for start in starts]
    if source.length(data[above[0] : starts[0]].decode("latin-1").strip()):
        starts = [
            up if source.length(data[up:at].decode("latin-1").strip()) else at for up, at in zip(above, starts, strict=True)
        ]
    starts[0] = 0
    for index, (start, end) in enumerate(pairwise([*starts, len(data)])):
        yield Frame(data=data[start:end], index=index, byte_start=start, charset=document.charset)


def _numbers(data: bytes) -> Iterator[int]:
    """Where lines with the number of a release begin, each number once."""
    seen: set[bytes] = set()
    for at in sorted(heads.places(data.lower(), *_RELEASES)):
        found = _NUMBER_LINE.match(data, at)
        if found is not None and data[at - 1 : at] in _LINE_BEFORE and found[1] not in seen:
            seen.add(found[1])
            yield at


def _line_above(data: bytes, at: int) -> int:
    """Where the line with words above the one at `at` begins."""
    end = len(data[max(0, at - 400) : at].rstrip()) + max(0, at - 400)
    return max(data.rfind(b"\n", 0, end), data.rfind(b"\r", 0, end)) + 1


def parse(frame: Frame, options: Options, ctx: Context) -> Article:
    """The article; ParseError `pressrelease.no-text` for a blank text.

    Where no dateline of a wire is found, the first group of lines that is none of a head is the headline.
    """
    decoded = decode(frame.data, frame.charset)
    ctx.charge("text_chars", len(decoded.text))
    lines = wire.clean_lines(decoded, frame.byte_start, ctx, "pressrelease")
    build = ArticleBuilder(ctx=ctx, format="pressrelease", charset=decoded.charset, charset_from=decoded.charset_from)
    chosen = FAMILY.choose(decoded.text[:4096], ctx, options.dialect)
    groups = list(_groups(lines))
    if not groups:
        raise ctx.fail("pressrelease.no-text", "the text is empty")
    ends = decoded.text.endswith(("\n", "\r")) or len(groups) > 2
    if ends:
        takes.take_mark(groups, build, chosen.habits.end_marks)
    begin = next((n for n, group in enumerate(groups[:_MOST_HEAD]) if _dateline(group) is not None), None)
    if begin is None:
        begin = 1 if len(groups) > 1 else 0
    _read_head(groups[:begin] if ends or begin < len(groups) else [], build, chosen.habits)
    _read_body(groups[begin:], build, chosen.habits, frame.index, cut=bool(lines[-1].text))
    wire.apply_constants(chosen.habits.constants, build)
    return build.finish()


def _groups(lines: list[wire.Line]) -> Iterator[list[wire.Line]]:
    """Lines between empty ones; items of a list need none between them."""
    group: list[wire.Line] = []
    for line in lines:
        text = line.text.strip()
        if group and (not text or wire.is_next_item(text, group[0].text.strip())):
            yield group
            group = []
        if text:
            group.append(line)
    if group:
        yield group


def _dateline(group: list[wire.Line]) -> Dateline | None:
    """The dateline of a group, if it names a wire or stands in capitals with a date."""
    found = find_dateline(wire.joined([line.text for line in group[:3]]))
    return found if found is not None and found.agency is not None else None


def _read_head(groups: list[list[wire.Line]], build: ArticleBuilder, habits: Habits) -> None:
    """Source, number and notices by their lines; of what is left the first group is the headline, the others decks."""
    for group in groups:
        lines = [line.text.strip() for line in group]
        rest = [line for line in lines if not _is_field(line, build, habits)]
        words = wire.joined(rest) if rest else ""
        if not words:
            continue
        if build.title is None and len(words) <= _LONGEST_HEADLINE:
            build.set_title(words)
        else:
            build.deck.append(new_text(words))
    if build.title is not None:
        build.say("title", "pressrelease")


def _is_field(line: str, build: ArticleBuilder, habits: Habits) -> bool:
    if said := _behind(habits.source, line):
        build.source = said
    elif number := _number(_behind(habits.identifier, line)):
        build.uid = number
    elif habits.notices.length(line):
        build.ed_notes.append(line)
    elif build.title is None and (day := find_date(line)) is not None and day[2] - day[1] == len(line):
        build.stamp("published", line, day[0])
        build.say("metadata.stamps", "pressrelease")
    else:
        return False
    return True


def _number(said: str) -> str | None:
    """A number with at most three letters before it, without the blank between; None where there is more or less."""
    for sign in _SIGNS_OF_NUMBER:
        said = said.removeprefix(sign).lstrip()
    letters = said.rstrip(digits)
    known = len(letters.rstrip()) <= _MOST_LETTERS and (not letters or letters.rstrip().isalpha())
    return said.replace(" ", "") if known and len(said) - len(letters) in _DIGITS else None


def _behind(opening: Shape, line: str) -> str:
    """What stands behind the words that the line has to begin with; empty where it does not, or ends with them."""
    length = opening.length(line)
    return line[length:].strip() if length else ""


def _read_body(groups: list[list[wire.Line]], build: ArticleBuilder, habits: Habits, frame: int, *, cut: bool) -> None:
    """The dateline, the paragraphs, and whose release it is; of a text that was `cut` off in a line, that is no value."""
    for n, group in enumerate(groups):
        text = wire.joined([line.text for line in group])
        if n == 0 and (found := find_dateline(text)) is not None:
            alone = found.raw == text.strip()
            if not alone or len(groups) > 1:  # with nothing behind it, it may be a part
                _take_dateline(found, build)
            if alone and len(groups) > 1:
                continue
        half = cut and n == len(groups) - 1
        if n and not half and build.source is None and (said := _behind(habits.source_below, text)):
            build.source = said
            build.say("metadata.source", "pressrelease")
        build.paragraph(text, origin=new_origin(frame=frame, byte_start=group[0].start, byte_end=group[-1].end))


def _take_dateline(found: Dateline, build: ArticleBuilder) -> None:
    """The dateline, the wire in it as provider, and its day as that of publication where it is whole."""
    build.dateline = found
    build.say("dateline", "pressrelease")
    if found.agency is not None:
        build.provider = Agent(name=found.agency, kind="organisation")
        build.say("metadata.provider", "pressrelease")
    if not build.stamps and isinstance(found.date, str) and (day := find_date(found.date)) is not None:
        build.stamp("published", found.date, day[0])
        build.say("metadata.stamps", "pressrelease")


READER = Reader(
    name="pressrelease",
    title="press releases as news-release wires send them",
    sniff=sniff,
    split=split,
    parse=parse,
    options=Options,
    elements=(),
    extensions=("txt",),
    media_types=("text/plain",),
    refines="text",
    dialects=FAMILY.listed,
)
