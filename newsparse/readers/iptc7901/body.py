"""The text: paragraphs, tables, and below it the notebook and the desk's sign-off."""

import re
from collections.abc import Sequence

from newsparse.kit import takes, wire
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.datelines import begun_dateline, find_dateline
from newsparse.kit.iptclines import Habits, begins_notes, begins_private, closing, columned, kind_of
from newsparse.model.blocks import Break, Preformatted
from newsparse.model.metadata import Rights
from newsparse.model.quick import new_origin, new_text

_CELL_RULE = re.compile(r"[|\s:+-]*-[|\s:+-]*\Z")
_PRIVATE = "*"
_NOTES = ("#", _PRIVATE)  # what they begin with
_DATELINE_WITHIN = 3
_BEFORE_ITEMS = frozenset(" -*•–")  # the second character of an item's line, or of one that is indented


def read_body(lines: list[wire.Line], build: ArticleBuilder, habits: Habits, frame: int, *, cut: bool) -> None:
    """Put the lines into blocks, the notebook into `extras["iptc7901"]`."""
    lines = _without_notebook(lines, build, habits)
    groups = _groups(lines)
    if not cut:
        _take_closing(groups, build, habits)
        takes.take_mark(groups, build, habits.end_marks)
    paragraphs = 0
    for group in groups:
        words = _texts(group)
        text = wire.joined(words)
        if not _add(group, words, text, build, frame):
            continue
        if build.dateline is None and paragraphs < _DATELINE_WITHIN:
            _read_dateline(text, build, whole=not cut or group is not groups[-1])
        paragraphs += 1
    if cut and build.dateline is None and paragraphs <= _DATELINE_WITHIN:
        build.source = None  # the header's, until a dateline cannot name another any more


def _take_closing(groups: list[list[wire.Line]], build: ArticleBuilder, habits: Habits) -> None:
    """Take the lines that stand below the text out of the last groups: the desk's initials, and whose the story is."""
    while groups and (count := closing(_texts(groups[-1]), habits)) and (len(groups) > 1 or count < len(groups[-1])):
        for line in groups[-1][-count:]:
            text = line.text.strip()
            if habits.copyright.length(text):
                build.rights = build.rights or Rights(notice=text)
            else:
                build.extras["iptc7901"]["sign_off"] = text
        del groups[-1][-count:]
        if groups[-1]:
            return
        groups.pop()


def _without_notebook(lines: list[wire.Line], build: ArticleBuilder, habits: Habits) -> list[wire.Line]:
    """The lines above the notebook; its public and private parts and the sign-off below go to `extras`."""
    signs = [n for n, line in enumerate(lines) if line.text[:1] in _NOTES]
    end = next((n for n in signs if begins_notes(_texts(lines[n : n + 4]), habits)), None)
    if end is None:
        return lines
    notes = lines[end:]
    own = build.extras["iptc7901"]
    while notes and not notes[-1].text:
        notes.pop()
    if notes and habits.sign_off is not None and habits.sign_off.match(notes[-1].text):
        own["sign_off"] = notes.pop().text
    stars = (n for n, line in enumerate(notes) if line.text[:1] == _PRIVATE)
    private = next((n for n in stars if begins_private(_texts(notes[n : n + 4]), habits)), len(notes))
    for name, part in (("notebook", notes[:private]), ("notebook_private", notes[private:])):
        text = "\n".join(line.text for line in part).strip("\n")
        if text:
            own[name] = text
    return lines[:end]


def _texts(lines: Sequence[wire.Line]) -> list[str]:
    return [line.text for line in lines]


def _groups(lines: Sequence[wire.Line]) -> list[list[wire.Line]]:
    """Lines that belong together: between empty ones; where no empty line parts a long text, by indents."""
    filled = [n for n, line in enumerate(lines) if line.text]
    lines = lines[filled[0] : filled[-1] + 1] if filled else []
    indent = _indent(lines) if (len(lines) - len(filled)) * 8 < len(lines) else None
    groups: list[list[wire.Line]] = []
    group: list[wire.Line] = []
    for line in lines:
        text = line.text
        indented = indent is not None and text.startswith(indent) and not columned(text)
        if group and (not text or indented or (text[1:2] in _BEFORE_ITEMS and wire.is_next_item(text, group[0].text))):
            groups.append(group)
            group = []
        if text:
            group.append(line)
    if group:
        groups.append(group)
    return groups


def _indent(lines: Sequence[wire.Line]) -> str | None:
    """How far the first lines of paragraphs are indented, two spaces or one; None if they are not, or if all lines are."""
    indented = [line.text for line in lines if line.text.startswith(" ")]
    if any(text.startswith("  ") for text in indented):
        return "  "
    return " " if 1 < len(indented) < len(lines) else None


def _add(group: Sequence[wire.Line], lines: list[str], text: str, build: ArticleBuilder, frame: int) -> bool:
    """Add a block of the lines of a group, which are `text` if they are running text; whether they are."""
    origin = new_origin(frame=frame, byte_start=group[0].start, byte_end=group[-1].end)
    kind = kind_of(lines)
    if kind == "table":
        rows = [row for row in group if not _CELL_RULE.match(row.text)]
        made = [[cell.strip() for cell in row.text.strip().removeprefix("|").removesuffix("|").split("|")] for row in rows]
        headed = len(rows) < len(group)
        build.ctx.charge("cells", sum(len(row) for row in made))
        build.add(wire.table(build.new_id(), made, [headed and n == 0 for n in range(len(made))], origin))
    elif kind == "columns":
        build.add(Preformatted(id=build.new_id(), text=new_text("\n".join(lines)), origin=origin))
    elif kind == "break":
        build.add(Break(id=build.new_id(), origin=origin))
    elif text:
        build.paragraph(new_text(text), origin=origin)  # clean, as its lines are
        return True
    return False


def _read_dateline(text: str, build: ArticleBuilder, *, whole: bool) -> None:
    """The dateline, and who it says has it; where `text` was cut off, only one with words behind it."""
    found = find_dateline(text) if whole else begun_dateline(text)
    if found is None:
        return
    build.dateline = found
    build.say("dateline", "iptc7901")
    if found.agency:
        build.source = found.agency
        build.say("metadata.source", "iptc7901")
