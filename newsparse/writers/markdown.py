"""Writes CommonMark with GitHub's tables below a YAML front matter.

Every character that could be markup is escaped, so a text stays the text it is. The front matter holds all but the sections,
in the names of the JSON form; its values are JSON, which is YAML too. What Markdown cannot say is reported.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from newsparse.context import Context
from newsparse.kit.marks import LINK, nested
from newsparse.model.article import Article
from newsparse.model.blocks import Block, Blockquote, Break, ListBlock, Media, Paragraph, Preformatted, Raw, Table
from newsparse.model.text import Mark, Text
from newsparse.plugin import Writer, option
from newsparse.schema.codec import to_dict

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~#!$]|(?<=\])\(")
_LINE_START = re.compile(r"(?:(?<=\A)|(?<=\n))(?:([-+=:])|(\d{1,9})([.)]))")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\r]+")
_LINES = re.compile(r" ?\n ?")
_UNSAFE_HREF = re.compile(r"[<>\\\s\x00-\x1f]")
_DELIMITERS = {"emphasis": "*", "strong": "**"}
_PICTURES = frozenset({"picture", "photo", "image", "graphic", "cartoon"})


@attrs.frozen
class Options:
    """What stands above the text."""

    front_matter: bool = option(True, help="write the YAML front matter")


def write(articles: Iterable[Article], options: Options, ctx: Context) -> Iterator[bytes]:
    """The article: front matter, title, sections."""
    for article in articles:
        page = _Page(ctx)
        parts = [_front_matter(article)] if options.front_matter else []
        if article.title is not None:
            parts.append(f"# {page.line(article.title)}")
        for section in article.sections:
            if section.title is not None:
                parts.append(f"{'#' * min(section.level + 1, 6)} {page.line(section.title)}")
            parts.extend(page.blocks(section.blocks))
        page.tell()
        yield ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8")


def _front_matter(article: Article) -> str:
    stated = {key: value for key, value in to_dict(article).items() if key != "sections"}
    lines = [f"{key}: {_yaml(value)}" for key, value in stated.items()]
    return "\n".join(["---", *lines, "---"])


def _yaml(value: object) -> str:
    """JSON on one line, with the characters escaped that YAML does not print or that look like markup in the source."""
    text = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("](", "]\\u0028")
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda m: f"\\u{ord(m[0]):04x}", text)


class _Page:
    """The blocks of one article as Markdown, and what they lost."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.lost: Counter[str] = Counter()

    def tell(self) -> None:
        """Report what could not be said, each kind once."""
        for what, number in sorted(self.lost.items()):
            code, _, particular = what.partition(" ")
            self.ctx.report(
                code, f"{number:,} × {particular} cannot be said in Markdown", data={"what": particular, "count": number}
            )

    def blocks(self, blocks: tuple[Block, ...]) -> list[str]:
        """A piece for each block; lists in a row take turns in their marks, or they would be one."""
        made: list[str] = []
        turn = 0
        for block in blocks:
            turn = 1 - turn if isinstance(block, ListBlock) and made else 0
            made.append(self.block(block, turn))
        return made

    def block(self, block: Block, turn: int) -> str:
        """One block, without the blank line below it."""
        match block:
            case Paragraph():
                return self.text(block.text)
            case Blockquote():
                inner = self.blocks(block.blocks)
                inner += [f"— {self.line(block.attribution)}"] if block.attribution else []
                return _prefixed("\n\n".join(inner), "> ", "> ")
            case ListBlock():
                return self.listing(block, turn)
            case Table():
                return self.table(block)
            case Media():
                return self.media(block)
            case Preformatted():
                return _fenced(block.text.text)
            case Break():
                return "***"
            case Raw():
                self.lost[f"markdown.lost-raw {block.format}"] += 1
                return ""

    def listing(self, block: ListBlock, turn: int) -> str:
        """A loose list: blank lines between items, so that any blocks fit into them."""
        items = []
        first = 1 if block.start is None else max(block.start, 0)
        for number, item in enumerate(block.items, first):
            mark = f"{number % 10**9}{'.)'[turn]} " if block.ordered else f"{'-+'[turn]} "
            inner = "\n\n".join(piece for piece in self.blocks(item) if piece)
            items.append(_prefixed(inner, mark, " " * len(mark)) if inner else mark.rstrip())
        return "\n\n".join(items)

    def table(self, block: Table) -> str:
        """A table as GitHub has it: a header row, and cells of one line."""
        if any(cell.colspan > 1 or cell.rowspan > 1 for row in block.rows for cell in row):
            self.lost["markdown.lost-colspan spanning cells"] += 1
        rows = [
            [piece for cell in row for piece in (self.line(cell.text), *[""] * min(cell.colspan - 1, 100))] for row in block.rows
        ]
        width = max((len(row) for row in rows), default=0)
        if not width:
            return ""
        headed = bool(block.rows[0]) and all(cell.header for cell in block.rows[0])
        head = rows.pop(0) if headed else []
        lines = [_row(head, width), "|" + " --- |" * width, *(_row(row, width) for row in rows)]
        caption = [self.text(block.caption), ""] if block.caption else []
        return "\n".join([*caption, *lines])

    def media(self, block: Media) -> str:
        """A picture as an image, anything else as a link; caption and credit in a paragraph below."""
        href = block.href if block.href and LINK.match(block.href) else None
        if block.href and href is None:
            self.lost["markdown.lost-link address of another scheme"] += 1
        words = self.line(Text(block.alt or block.kind))
        shown = "" if href is None else f"{'!' if block.kind in _PICTURES else ''}[{words}]({_href(href)})"
        below = [self.text(block.caption)] if block.caption else []
        below += [self.text(Text(block.credit))] if block.credit else []
        return "\n\n".join(part for part in (shown, *below) if part)

    def line(self, text: Text) -> str:
        """A text on one line, for headings and cells."""
        return " ".join(self.text(text).replace("\\\n", "\n").split("\n"))

    def text(self, text: Text) -> str:
        """A text with its marks; its own line ends become hard breaks."""
        marks = self.writable(text)
        made: list[str] = []
        for kind, value in nested(text.text, marks, self.ctx, "markdown.lost-mark"):
            if kind == "text":
                made.append(_escaped(value))
            elif value.kind == "link":
                made.append("[" if kind == "start" else f"]({_href(str(value.attrs['href']))})")
            else:
                made.append(_DELIMITERS[value.kind])
        joined = _LINES.sub("\n", _SPACES.sub(" ", "".join(made))).strip()
        started = _LINE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", joined)
        return started.replace("\n", "\\\n")

    def writable(self, text: Text) -> list[Mark]:
        """The marks that Markdown can say here: links apart from one another, emphasis where its delimiters work."""
        kept: list[Mark] = []
        edges: set[int] = set()
        for mark in sorted(text.marks, key=lambda m: (m.kind != "link", m.start, -m.end)):
            if mark.kind == "break":
                continue
            sayable = mark.start < mark.end and _sayable(mark, text.text)
            taken = bool(edges & {mark.start, mark.end}) or any(_crosses(mark, other) for other in kept)
            if taken or not sayable:
                self.lost[f"markdown.lost-mark {mark.kind}"] += 1
            else:
                kept.append(mark)
                edges |= {mark.start, mark.end}
        return kept


def _sayable(mark: Mark, text: str) -> bool:
    """Whether the mark alone works: a link's address, or delimiters that stand rightly against their neighbours."""
    inside = text[mark.start : mark.end]
    if mark.kind == "link":
        return bool(LINK.match(str(mark.attrs.get("href") or ""))) and bool(inside.strip())
    if mark.kind not in _DELIMITERS or "\n" in inside:
        return False
    # Letters inside and nothing but spaces or the text's ends outside always flank; rarer cases are not worth a rule.
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    return inside[0].isalnum() and inside[-1].isalnum() and not (before + after).strip(" ")


def _crosses(one: Mark, other: Mark) -> bool:
    """Whether two marks cross, or are two links over the same words."""
    apart = one.end <= other.start or other.end <= one.start
    within = other.start <= one.start and one.end <= other.end
    around = one.start <= other.start and other.end <= one.end
    return not apart and (not (within or around) or one.kind == other.kind)


def _escaped(text: str) -> str:
    """The text with what could be markup escaped; `<` as an entity, so that no scanner of the source sees a tag either."""
    return _SPECIAL.sub(lambda m: "&lt;" if m[0] == "<" else f"\\{m[0]}", _CONTROL.sub("\ufffd", text))


def _href(href: str) -> str:
    return f"<{_UNSAFE_HREF.sub(lambda m: ''.join(f'%{b:02X}' for b in m[0].encode()), href)}>"


def _row(cells: list[str], width: int) -> str:
    return "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{_CONTROL.sub(chr(0xFFFD), text)}\n{fence}"


def _prefixed(text: str, first: str, rest: str) -> str:
    """Lines behind a prefix; blank ones without its trailing space."""
    lines = text.split("\n")
    return "\n".join([first + lines[0], *((rest + line).rstrip() if not line else rest + line for line in lines[1:])])


WRITER = Writer(
    name="markdown",
    title="CommonMark with a YAML front matter",
    write=write,
    options=Options,
    extension="md",
    media_type="text/markdown",
    spec="https://spec.commonmark.org/0.31.2/",
)
