"""The article as plain text: headline, deck, byline, date, then the body with an empty line between its parts.

Made to be read by people and by plain-text readers alike: no markup but what typists use, `-` and numbers for lists,
text set apart and captions indented, columns for tables.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity, counted
from newsparse.kit.carry import tell_left_out
from newsparse.model import walk
from newsparse.model.article import Article
from newsparse.model.blocks import Block, Blockquote, Break, ListBlock, Media, Paragraph, Preformatted, Raw, Table
from newsparse.plugin import Writer, option

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
SHOWN = frozenset(
    "title deck bylines bylines.title authors dateline dateline.* metadata.stamps.published metadata.ed_notes "  # noqa: SIM905
    "sections.title sections.level paragraphs blockquotes blockquotes.attribution lists lists.start tables tables.caption "
    "media.caption media.credit preformatted breaks raw.* marks.break".split()
)
"""The fields that stand in the text, in the words of `kit.carry`."""
_WIDEST = 40  # a column; wider cells are not padded
_DEEPEST = 20  # indents; deeper ones no longer tell anybody anything


@attrs.frozen(kw_only=True)
class Options:
    """How lines are laid out."""

    width: int = option(0, help="wrap paragraphs at so many characters; 0 leaves each on one line")
    head: bool = option(True, help="begin with headline, deck, byline and date")
    media: bool = option(True, help="give captions of pictures, in brackets")


def write(articles: Iterable[Article], options: Options, ctx: Context) -> Iterator[bytes]:
    """The text, in UTF-8."""
    for article in articles:
        parts = list(_head(article)) if options.head else []
        for section in article.sections:
            if section.title is not None:
                parts.append(_line(section.title.text))
            parts.extend(_blocks(section.blocks, options))
        text = "\n\n".join(part for part in parts if part.strip())
        text, replaced = _CONTROLS.subn("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
        _tell(article, replaced, ctx)
        tell_left_out(article, SHOWN, ctx, "text")
        yield text.encode("utf-8") + b"\n"


def _tell(article: Article, replaced: int, ctx: Context) -> None:
    if replaced:
        ctx.report("text.control-characters", counted(replaced, "control character") + " became U+FFFD", data={"count": replaced})
    raw = sum(isinstance(block, Raw) for block in walk.blocks(article))
    if raw:
        ctx.report("text.lost-raw", f"left out {counted(raw, 'raw block')}", severity=Severity.ERROR, data={"count": raw})


def _head(article: Article) -> Iterator[str]:
    if article.title is not None:
        yield _line(article.title.text)
    for deck in article.deck:
        yield _line(deck.text)
    for byline in article.bylines:
        titled = byline.title and byline.title not in byline.raw
        yield _line(byline.raw) + (f", {_line(byline.title or '')}" if titled else "")
    if article.published is not None:
        yield _moment(article.published)
    for note in article.metadata.ed_notes:
        yield _line(note)
    if article.dateline is not None and not next(iter(article.paragraphs), "").startswith(article.dateline.raw):
        yield _line(article.dateline.raw)


def _moment(value: dt.datetime | dt.date) -> str:
    return value.isoformat(" ", "minutes") if isinstance(value, dt.datetime) else value.isoformat()


def _line(text: str) -> str:
    return " ".join(text.split())


def _blocks(blocks: tuple[Block, ...], options: Options) -> Iterator[str]:
    """Every block as its lines; a container's lines are prefixed by what its depth asks for, without recursion.

    The stack holds (block, prefix of the first line, prefix of the others).
    """
    todo: list[tuple[Block, str, str]] = [(block, "", "") for block in reversed(blocks)]
    while todo:
        block, first, rest = todo.pop()
        if isinstance(block, Blockquote):
            deeper = rest + "    " if len(rest) < _DEEPEST * 2 else rest
            inner = [(b, deeper, deeper) for b in block.blocks]
            if inner:
                inner[0] = (inner[0][0], first + deeper[len(rest) :], deeper)
            if block.attribution is not None:
                said = Paragraph(id=block.id, text=attrs.evolve(block.attribution, text=f"-- {block.attribution.text}", marks=()))
                inner.append((said, deeper, deeper))
            todo.extend(reversed(inner))
        elif isinstance(block, ListBlock) and all(len(item) == 1 and isinstance(item[0], Paragraph) for item in block.items):
            yield "\n".join(line for one in _items(block, first, rest) for line in _prefixed(*one, options))
        elif isinstance(block, ListBlock):
            todo.extend(reversed(list(_items(block, first, rest))))
        else:
            yield "\n".join(_prefixed(block, first, rest, options))


def _prefixed(block: Block, first: str, rest: str, options: Options) -> list[str]:
    lines = _leaf(block, options, max(options.width - len(rest), 20) if options.width else 0)
    return [((first if n == 0 else rest) + text).rstrip() for n, text in enumerate(lines)]


def _items(block: ListBlock, first: str, rest: str) -> Iterator[tuple[Block, str, str]]:
    number = 1 if block.start is None else block.start
    for index, item in enumerate(block.items):
        sign = f"{number + index}. " if block.ordered else "- "
        inside = rest + " " * len(sign) if len(rest) < _DEEPEST * 2 else rest
        for place, inner in enumerate(item):
            before = first if index == 0 else rest
            yield inner, before + sign if place == 0 else inside, inside


def _leaf(block: Block, options: Options, width: int) -> list[str]:
    match block:
        case Paragraph():
            return [line for part in block.text.text.splitlines() for line in _wrapped(part, width)]
        case Preformatted():
            return block.text.text.splitlines()
        case Table():
            return _table(block)
        case Media() if options.media and block.caption is not None:
            credit = f" ({_line(block.credit)})" if block.credit else ""
            return [f"    {line}" for line in _wrapped(f"[{_line(block.caption.text)}{credit}]", width)]
        case Break():
            return ["* * *"]
        case _:
            return []


def _wrapped(text: str, width: int) -> list[str]:
    words = text.split()
    if width <= 0:
        return [" ".join(words)] if words else []
    lines: list[str] = []
    line: list[str] = []
    used = -1
    for word in words:
        if line and used + 1 + len(word) > width:
            lines.append(" ".join(line))
            line, used = [], -1
        line.append(word)
        used += 1 + len(word)
    if line:
        lines.append(" ".join(line))
    return lines


def _table(table: Table) -> list[str]:
    """Rows with their columns padded and two spaces between; a wide cell is not padded for."""
    rows = [[_line(cell.text.text) for cell in row] for row in table.rows]
    columns = max((len(row) for row in rows), default=0)
    widths = [0] * columns
    for row in rows:
        for column, text in enumerate(row):
            if len(text) <= _WIDEST:
                widths[column] = max(widths[column], len(text))
    lines = ["  ".join(text.ljust(widths[column]) for column, text in enumerate(row)).rstrip() for row in rows]
    return ([_line(table.caption.text)] if table.caption is not None else []) + lines


WRITER = Writer(
    name="text",
    title="Plain text of one article",
    write=write,
    holds="one",
    options=Options,
    extension="txt",
    media_type="text/plain",
)
