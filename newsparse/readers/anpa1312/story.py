"""The story: what the lines above the text are, the text itself, tables and breaks."""

import re
from collections.abc import Sequence

from newsparse.kit import wire
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.datelines import find_dateline
from newsparse.kit.dates import find_date
from newsparse.model.blocks import Break, Preformatted
from newsparse.model.place import Origin
from newsparse.model.text import Text
from newsparse.readers.anpa1312.habits import Habits
from newsparse.readers.anpa1312.parts import DISPLAY, PARAGRAPH, PLAIN, ROW, Part, readable

_BREAK = re.compile(r"_{3,}=?\Z")
_KEYWORD = re.compile(r"[A-Za-z]{2}-\S|.{1,80},\s?\d{2,5},?\Z")
_WORDS = re.compile(r",\s*(\d{1,5})?,?\Z")
_CODE = re.compile(r"(?=[a-z]*\d)[a-z0-9]{5,12}\Z")
_FOLD = re.compile(r"[^a-z0-9]+")
_SIGNS = ("`", "{", "^", "''", "_", "<")
_LONGEST_DECK = 120
_DATELINE_WITHIN = 3  # paragraphs


def read_story(parts: list[Part], build: ArticleBuilder, habits: Habits, frame: int, *, cut: bool) -> None:
    """Put the parts into the article. Without a paragraph or row the display lines are the text.

    In a message that was `cut` off the last line is a paragraph, whatever it began to be.
    """
    if cut and parts and parts[-1].kind in {DISPLAY, PLAIN}:
        parts[-1].kind = PARAGRAPH
    body = next((n for n, part in enumerate(parts) if part.kind in {PARAGRAPH, ROW}), len(parts))
    head = parts[:body]
    if head and _is_keyword_line(head[0], build):
        _read_keyword_line(head[0].text, build)
        head = head[1:]
    elif (keyword := build.extras["anpa1312"].get("keyword")) is not None:
        build.slugline = keyword
    if body == len(parts) and len(head) > 2:
        head, more = head[:1], head[1:]
        headings = _read_head(head, build, habits)
        _read_body([Part(PARAGRAPH, p.lines, p.start, p.end) for p in (*headings, *more)], build, habits, frame, cut=cut)
        return
    headings = _read_head(head, build, habits)
    _read_body([*headings, *parts[body:]], build, habits, frame, cut=cut)


def _is_keyword_line(part: Part, build: ArticleBuilder) -> bool:
    """Whether the first line repeats the header's keyword."""
    line = part.text
    keyword = _FOLD.sub("", str(build.extras["anpa1312"].get("keyword", "")).lower())
    if keyword:
        return _FOLD.sub("", line.lower()).startswith(keyword[:12])
    return _KEYWORD.match(line) is not None


def _read_keyword_line(line: str, build: ArticleBuilder) -> None:
    """`BC-XX--Slug, 1st Ld-Writethru,466`: slug, take key, and the words as the slug counts them."""
    count = _WORDS.search(line)
    if count is not None:
        line = line[: count.start()]
        if count[1]:
            build.extras["anpa1312"]["slug_words"] = int(count[1])
    slug, _, take = line.partition(", ")
    build.slugline = slug or None
    if take.strip():
        if build.take_key is None:
            build.take_key = take.strip()
        build.extras["anpa1312"]["slug_take"] = take.strip()


def _read_head(head: Sequence[Part], build: ArticleBuilder, habits: Habits) -> list[Part]:
    """Sort the lines above the text by what they are; those that are headings of the text come back."""
    rest: list[Part] = []
    titled = False
    for n, part in enumerate(head):
        line = part.text
        if titled:
            titled = False
            if _is_title(line, head[n + 1 :], habits):
                build.bylines[-1] = wire.byline(build.bylines[-1].raw, title=line)
                continue
        if not line or _BREAK.match(line):
            continue
        if habits.byline is not None and habits.byline.match(line):
            build.bylines.append(wire.byline(line))
            titled = True
        elif not _is_notice(line, build, habits):
            if build.bylines:
                rest.append(part)
            else:
                _read_line(line, build, habits)
    return rest


def _is_title(line: str, following: Sequence[Part], habits: Habits) -> bool:
    """Whether the line below a byline says what the writer is, and not what the table below is about."""
    if line.isupper() or habits.byline_title is None:
        return False
    return habits.byline_title.search(line) is not None and len(following) < 2


def _is_notice(line: str, build: ArticleBuilder, habits: Habits) -> bool:
    """Take in what is no line of the story: notes, pictures, advances, codes."""
    own = build.extras["anpa1312"]
    if habits.note is not None and (found := habits.note.match(line)):
        note = line[found.end() :].strip()
        build.ed_notes.append(note.removesuffix(")") if line.startswith("(") else note)
    elif habits.pictures is not None and habits.pictures.match(line):
        own["pictures"] = [*own.get("pictures", []), line]
    elif habits.embargo is not None and habits.embargo.match(line):
        _read_embargo(line, build)
    elif (habits.advance is not None and habits.advance.match(line)) or _CODE.match(line):
        own["codes"] = [*own.get("codes", []), line]
        if "advance" not in build.signals and not _CODE.match(line):
            build.signals.append("advance")
    else:
        return False
    return True


def _read_embargo(line: str, build: ArticleBuilder) -> None:
    """A line that says when the story may be used; its time only where it states day, month and year."""
    date = find_date(line)
    build.stamp("embargoed", line, date[0] if date else None)
    build.signals.append("embargo")


def _read_line(line: str, build: ArticleBuilder, habits: Habits) -> None:
    """The headline; below it a summary, which is a sentence, or a deck."""
    if habits.printed_note is not None and habits.printed_note.match(line):
        build.paragraph(line, role="editors-note")
    elif build.title is None:
        build.set_title(line.removesuffix(habits.headline_end).rstrip() if habits.headline_end else line)
    elif len(line) > _LONGEST_DECK and build.summary is None:
        build.summary = Text(line)
    else:
        build.deck.append(Text(line))


def _read_body(parts: Sequence[Part], build: ArticleBuilder, habits: Habits, frame: int, *, cut: bool) -> None:
    at = paragraphs = level = 0
    while at < len(parts):
        part = parts[at]
        origin = Origin(frame=frame, byte_start=part.start, byte_end=part.end)
        if part.kind == ROW:
            end = at + 1
            while end < len(parts) and parts[end].kind == ROW and _columns(parts[end]) == _columns(part):
                end += 1
            _add_rows(parts[at:end], build, origin)
            at = end
            continue
        at += 1
        text = part.text
        if _BREAK.match(text):
            build.add(Break(id=build.new_id(), origin=origin))
        elif part.kind in {DISPLAY, PLAIN}:
            level = level + 1 if level else 1
            build.heading(text, min(level, 2), origin=origin)
            continue
        elif text:
            build.paragraph(text, origin=origin)
            paragraphs += 1
            printed = habits.printed_note is not None and habits.printed_note.match(text) is not None
            if build.dateline is None and paragraphs <= _DATELINE_WITHIN and not printed:
                _read_dateline(text, build, whole=not cut or at < len(parts))
        level = 0


def _read_dateline(text: str, build: ArticleBuilder, *, whole: bool) -> None:
    """The dateline; where `text` was cut off, only one with words behind it."""
    found = find_dateline(text)
    if found is not None and (whole or len(text) > len(found.raw)):
        build.dateline = found
        build.say("dateline", "anpa1312")
        if build.dateline.agency and build.source is None:
            build.source = build.dateline.agency
            build.say("metadata.source", "anpa1312")


def _columns(part: Part) -> bool:
    """Whether a row has columns; without any it is a line to be kept as it stands."""
    line = part.lines[0]
    return line.count(";") > 1 or line.lstrip("\x1f ").count("\x1f") > 0


def _cells(part: Part) -> list[str]:
    line = part.lines[0].rstrip("\x10 ")
    cells = line.split("\x1f" if "\x1f" in line else ";")
    plain = line.isprintable() and not any(sign in line for sign in _SIGNS)
    return [cell.strip() for cell in cells] if plain else [readable(cell).strip() for cell in cells]


def _add_rows(rows: Sequence[Part], build: ArticleBuilder, origin: Origin) -> None:
    """A table of the rows (one that begins with a display sign is of headings), or their lines as they stand."""
    origin = Origin(frame=origin.frame, byte_start=origin.byte_start, byte_end=rows[-1].end)
    if _columns(rows[0]):
        made = [_cells(row) for row in rows]
        build.ctx.charge("cells", sum(len(row) for row in made))
        build.add(wire.table(build.new_id(), made, [row.lines[0].startswith("^") for row in rows], origin))
        return
    lines = [row.lines[0].lstrip("\x1f").replace("\x10", " ").replace("\x1f", " ").rstrip(" <") for row in rows]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        del lines[0]
    if lines:
        build.add(Preformatted(id=build.new_id(), text=Text("\n".join(lines)), origin=origin))
