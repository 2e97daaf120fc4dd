"""The story: what the lines above the text are, the text itself, tables and breaks."""

import re
from collections.abc import Sequence

import attrs

from newsparse.kit import takes, wire
from newsparse.kit.anpalines import (
    LONGEST_DECK,
    Habits,
    Kind,
    is_advance,
    is_break,
    is_pickup,
    is_text,
    is_title,
    keyword_at,
    keyword_line,
    kind_of,
    may_be_title,
    readable,
    signs_read,
    without_opening,
)
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.datelines import begun_dateline, find_dateline
from newsparse.kit.dates import find_date
from newsparse.model.agents import Byline
from newsparse.model.blocks import Break, Preformatted
from newsparse.model.metadata import Rights
from newsparse.model.quick import new_origin, new_text
from newsparse.readers.anpa1312.parts import DISPLAY, PARAGRAPH, PLAIN, ROW, Part

_OF_A_CELL = re.compile("[}^<]")  # signs that mean what they mean where they stand in a cell
_DATELINE_WITHIN = 3  # paragraphs
_KEYWORD_WITHIN = 4  # display lines


def read_story(parts: list[Part], build: ArticleBuilder, habits: Habits, frame: int, *, cut: bool) -> None:
    """Put the parts into the article. Without a paragraph or row the display lines are the text.

    In a message that was `cut` off the last line is a paragraph, whatever it began to be.
    """
    above = len(parts) <= _KEYWORD_WITHIN and all(part.kind in {DISPLAY, PLAIN} for part in parts)
    if cut and parts and parts[-1].kind in {DISPLAY, PLAIN}:
        parts[-1].kind = PARAGRAPH
    body = next((n for n, part in enumerate(parts) if part.kind in {PARAGRAPH, ROW}), len(parts))
    head = parts[:body]
    keyword = build.extras["anpa1312"].get("keyword")
    at = keyword_at([part.text for part in head[:_KEYWORD_WITHIN]], keyword, habits)
    if at is not None:
        _read_keyword_line(head[at].text, build)
        head = [*head[:at], *head[at + 1 :]]
    elif keyword is not None and not (cut and above):  # the line that says it whole may be what is missing
        build.slugline = keyword
    if body == len(parts) and len(head) > 2:
        head, more = head[:1], head[1:]
        headings = _read_head(head, build, habits, prose=False)
        _read_body([attrs.evolve(p, kind=PARAGRAPH) for p in (*headings, *more)], build, habits, frame, cut=cut)
        return
    headings = _read_head(head, build, habits, prose=parts[body].kind == PARAGRAPH if body < len(parts) else False)
    _read_body([*headings, *parts[body:]], build, habits, frame, cut=cut)


def take_end_mark(parts: list[Part], build: ArticleBuilder, habits: Habits) -> None:
    """Take the last part away where it is a line that ends the take."""
    last = parts[-1]
    if len(parts) > 1 and len(last.lines) == 1 and last.kind != ROW:
        raw = f"^{last.lines[0]}" if last.kind == DISPLAY else last.lines[0]
        if takes.keep_mark(last.text, build, habits.end_marks, raw=raw):
            del parts[-1]


def _read_keyword_line(line: str, build: ArticleBuilder) -> None:
    own = build.extras["anpa1312"]
    build.slugline, take, words = keyword_line(line)
    if words is not None:
        own["slug_words"] = words
    if take is not None:
        own["slug_take"] = take
        if build.take_key is None:
            build.take_key = take


def _read_head(head: Sequence[Part], build: ArticleBuilder, habits: Habits, *, prose: bool) -> list[Part]:
    """Sort the lines above the text by what they are; those that are headings of the text come back.

    `prose`: the text begins with a paragraph, not with rows.
    """
    rest: list[Part] = []
    named = False  # whether the line above is a byline
    for n, part in enumerate(head):
        line = part.text
        kind = kind_of(line, habits)
        below = head[n + 1 : n + 3]
        if named and kind == "line" and (_stands_as_title(line, below, habits, prose=prose) or _is_title(line, below, habits)):
            above = build.bylines[-1]
            build.bylines[-1] = Byline(raw=above.raw, agents=above.agents, title=line)
            named = False
            continue
        named = kind == "byline"
        if named:
            build.bylines.append(wire.byline(line))
        elif kind == "line" and is_text(line):
            rest.append(attrs.evolve(part, kind=PARAGRAPH))
        elif kind == "line" and build.bylines:
            rest.append(part)
        elif kind == "line" and build.title is None and is_pickup(line, build.take_key):
            build.extras["anpa1312"]["pickup"] = line
        elif kind == "line":
            _read_line(line, build, habits)
        else:
            _read_notice(kind, line, build, habits)
    return rest


def _stands_as_title(line: str, rest: Sequence[Part], habits: Habits, *, prose: bool) -> bool:
    """Whether a line below a byline is the last above the text, or above another byline: then it is a title in any words."""
    alone = kind_of(rest[0].text, habits) == "byline" if rest else prose
    return alone and may_be_title(line)


def _is_title(line: str, rest: Sequence[Part], habits: Habits) -> bool:
    """Whether a line reads like a writer's title, and stands above another byline or a line at most."""
    return is_title(line, habits) and (len(rest) < 2 or kind_of(rest[0].text, habits) == "byline")


def _read_notice(kind: Kind, line: str, build: ArticleBuilder, habits: Habits) -> None:
    """Take in what is no line of the story: notes, pictures, advances, codes."""
    own = build.extras["anpa1312"]
    if kind == "note":
        opening = habits.note.length(line)
        note = without_opening(line, opening) if opening else line[1:]
        build.ed_notes.extend([said] if (said := note.removesuffix(")").strip() if line.startswith("(") else note) else [])
    elif kind == "copyright":
        build.rights = build.rights or Rights(notice=line)
    elif kind == "printed_note":
        build.paragraph(line, role="editors-note")
    elif kind == "pictures":
        own.setdefault("pictures", []).append(line)
    elif kind == "embargo":
        _read_embargo(line, build)
    elif kind in {"advance", "code"}:
        own.setdefault("codes", []).append(line)
        if kind == "advance" and "advance" not in build.signals:
            build.signals.append("advance")


def _read_embargo(line: str, build: ArticleBuilder) -> None:
    """A line that says when the story may be used; its time only where it states day, month and year."""
    date = find_date(line)
    build.stamp("embargoed", line, date[0] if date else None)
    build.signals.append("embargo")


def _read_line(line: str, build: ArticleBuilder, habits: Habits) -> None:
    """The headline; below it a summary, which is a sentence, or a deck."""
    if build.title is None:
        build.set_title(line.removesuffix(habits.headline_end).rstrip() if habits.headline_end else line)
    elif len(line) > LONGEST_DECK and build.summary is None:
        build.summary = new_text(line)
    else:
        build.deck.append(new_text(line))


def _read_body(parts: Sequence[Part], build: ArticleBuilder, habits: Habits, frame: int, *, cut: bool) -> None:
    at = paragraphs = level = 0
    while at < len(parts):
        part = parts[at]
        kind = part.kind
        if kind == ROW:
            end = _rows_end(parts, at)
            _add_rows(parts[at:end], build, frame)
            at = end
            level = 0
            continue
        at += 1
        text = part.text
        origin = new_origin(frame=frame, byte_start=part.start, byte_end=part.end)
        if text.startswith("_") and is_break(text):
            build.add(Break(id=build.new_id(), origin=origin))
        elif kind == PARAGRAPH and text:
            build.paragraph(new_text(text), origin=origin)  # clean, as its lines are
            paragraphs += 1
            if paragraphs <= _DATELINE_WITHIN and build.dateline is None:
                _read_dateline(text, build, habits, whole=not cut or at < len(parts))
        elif kind == PARAGRAPH:
            pass  # white space
        elif is_advance(text, habits):
            _read_notice("advance", text, build, habits)
        else:
            level = level + 1 if level else 1
            build.heading(text, min(level, 2), origin=origin)
            continue
        level = 0


def _read_dateline(text: str, build: ArticleBuilder, habits: Habits, *, whole: bool) -> None:
    """The dateline; where `text` was cut off, only one with words behind it."""
    found = find_dateline(text) if whole else begun_dateline(text)
    if found is not None and not habits.printed_note.length(text):
        build.dateline = found
        build.say("dateline", "anpa1312")
        if build.dateline.agency and build.source is None:
            build.source = build.dateline.agency
            build.say("metadata.source", "anpa1312")


def _rows_end(parts: Sequence[Part], at: int) -> int:
    """Past the rows that make one table, or one block of lines, with the row at `at`."""
    columns = _columns(parts[at])
    end = at + 1
    while end < len(parts) and parts[end].kind == ROW and not parts[end].gap and _columns(parts[end]) == columns:
        end += 1
    return end


def _columns(part: Part) -> bool:
    """Whether a row has columns: parted, or closed by a fixed space; without any it is a line to be kept as it stands."""
    line = part.lines[0]
    return line.endswith("\x10") or line.count(";") > 1 or line.lstrip("\x1f ").count("\x1f") > 0


def _cells(rows: Sequence[Part]) -> list[list[str]]:
    """The cells of rows, decoded; the signs are looked for in all of them at once."""
    lines = [row.lines[0].removeprefix("^").removesuffix("\x10").rstrip(" ") for row in rows]
    text = "\n".join(lines)
    fixed = text.replace("\x10 ", " ").replace("\x10", " ")
    gaps = fixed is not text and "  " in fixed
    if gaps or _OF_A_CELL.search(text) is not None or not fixed.replace("\n", "").replace("\x1f", "").isprintable():
        return [[readable(cell).strip() for cell in line.split(_apart(line))] for line in lines]
    return [list(map(str.strip, line.split(_apart(line)))) for line in signs_read(fixed).split("\n")]


def _apart(line: str) -> str:
    return "\x1f" if "\x1f" in line else ";"


def _add_rows(rows: Sequence[Part], build: ArticleBuilder, frame: int) -> None:
    """A table of the rows (one that begins with a display sign is of headings), or their lines as they stand."""
    origin = new_origin(frame=frame, byte_start=rows[0].start, byte_end=rows[-1].end)
    if _columns(rows[0]):
        made = _cells(rows)
        build.ctx.charge("cells", sum(len(row) for row in made))
        build.add(wire.table(build.new_id(), made, [row.lines[0].startswith("^") for row in rows], origin))
        return
    lines = [row.lines[0].lstrip("\x1f").replace("\x10", " ").replace("\x1f", " ").rstrip(" <") for row in rows]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        del lines[0]
    if lines:
        build.add(Preformatted(id=build.new_id(), text=new_text("\n".join(lines)), origin=origin))
