"""Writes CommonMark with GitHub's tables below a YAML front matter.

Every character that could be markup is escaped, so a text stays the text it is. The front matter holds all but the sections,
in the names of the JSON form; its values are JSON, which is YAML too. What Markdown cannot say is reported.
"""

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity, counted
from newsparse.kit.carry import tell_left_out
from newsparse.kit.lines import visible
from newsparse.kit.marks import LINK, nested
from newsparse.model.article import Article
from newsparse.model.blocks import Block, Blockquote, Break, ListBlock, Media, Paragraph, Preformatted, Raw, Section, Table
from newsparse.model.frozen import FrozenMap
from newsparse.model.place import Span
from newsparse.model.quotes import Annotation, Quote
from newsparse.model.text import Mark, Text
from newsparse.plugin import Writer, option
from newsparse.schema import to_dict

BODY = frozenset(
    "title title.marks sections.title sections.title.marks sections.level paragraphs blockquotes blockquotes.attribution lists "  # noqa: SIM905
    "lists.start tables tables.caption tables.headers tables.spans media media.kind media.caption media.credit media.alt "
    "preformatted breaks blocks.extras.markdown raw.* marks.*".split()
)
"""The fields that the text holds, in the words of `kit.carry`; of marks and raw blocks that it cannot hold there are reports."""
SHOWN = BODY | frozenset(
    "uid title deck deck.* summary summary.* slugline bylines bylines.* authors authors.* dateline dateline.* "  # noqa: SIM905
    "quotes annotations metadata.* extras.*".split()
)
"""The fields that text and front matter hold."""
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~#!$]|(?<=\])\(")
_LINE_START = re.compile(r"(?:(?<=\A)|(?<=\n))(?:([-+=:])|(\d{1,9})([.)]))")
_SPACES = re.compile(r"[ \t\r]+")
_LINES = re.compile(r" ?\n ?")
_UNSAFE_HREF = re.compile(r"[<>\\\s\x00-\x1f]")
_DELIMITERS = {"emphasis": "*", "strong": "**", "strike": "~~"}
_NO_CODE = re.compile(r"[\n<|]|\]\(")
_INFO = re.compile(r"[\w.+#-]{1,40}(?: [\w.+#=,-]{1,40}){0,8}\Z")
_LINKS = {"link": "[", "markdown:image": "!["}
_WHOLE = frozenset({*_LINKS, "code"})
S = TypeVar("S", Quote, Annotation)
_PICTURES = frozenset({"picture", "photo", "image", "graphic", "cartoon"})


@attrs.frozen
class Options:
    """What stands above the text."""

    front_matter: bool = option(True, help="write the YAML front matter")


def write(articles: Iterable[Article], options: Options, ctx: Context) -> Iterator[bytes]:
    """The article: front matter, title, sections."""
    for article in articles:
        page = _Page(ctx)
        parts = [] if article.title is None else [f"# {page.line(article.title)}"]
        for section in article.sections:
            if section.title is not None:
                parts.append(f"{'#' * min(section.level + 1, 6)} {page.line(section.title)}")
            made = page.blocks(section.blocks)
            page.number(section, any(made))
            parts.extend(made)
        page.tell()
        tell_left_out(article, SHOWN if options.front_matter else BODY, ctx, "markdown")
        front = [_front_matter(page.moved(article))] if options.front_matter else []
        yield ("\n\n".join(part for part in (*front, *parts) if part) + "\n").encode("utf-8")


def _front_matter(article: Article) -> str:
    stated = {key: value for key, value in to_dict(article).items() if key != "sections"}
    lines = [f"{key}: {_yaml(value)}" for key, value in stated.items()]
    return "\n".join(["---", *lines, "---"])


def _yaml(value: object) -> str:
    """JSON on one line, with the characters escaped that YAML does not print or that look like markup in the source."""
    text = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("](", "]\\u0028")
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda m: f"\\u{ord(m[0]):04x}", text)


class _Page:
    """The blocks of one article as Markdown, and what they lost.

    It numbers them as a reader will, because the quotes of the front matter point to blocks, and Markdown has no ids.
    """

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.lost: Counter[str] = Counter()
        self.places: dict[str, str] = {}
        self.numbered = 0
        self.sections = 0

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

    def number(self, section: Section, filled: bool) -> None:
        """Count a section that a reader will find: a heading, or what stands before the first one."""
        if section.title is not None or (filled and not self.sections):
            self.sections += 1
            self.places[section.id] = f"s{self.sections}"

    def place(self, holder: str) -> None:
        """Count a block that a reader will find for this holder of a text."""
        self.numbered += 1
        self.places[holder] = f"b{self.numbered}"

    def moved(self, article: Article) -> Article:
        """The article with quotes and annotations at the places that a reader will number; those without one are told."""
        quotes = [moved for quote in article.quotes if (moved := self._moved(quote)) is not None]
        notes = [there for note in article.annotations if (there := self._moved(note)) is not None]
        lost = len(article.quotes) + len(article.annotations) - len(quotes) - len(notes)
        if lost:
            told = f"left out {counted(lost, 'quote or annotation', 'quotes or annotations')} of what Markdown cannot hold"
            self.ctx.report("markdown.lost-span", told, severity=Severity.ERROR, data={"count": lost})
        return attrs.evolve(article, quotes=tuple(quotes), annotations=tuple(notes))

    def _moved(self, item: S) -> S | None:
        moved: dict[str, tuple[Span, ...]] = {}
        for name in ("spans", "speaker_spans", "cue_spans"):
            spans = [(self._holder(span.holder), span) for span in getattr(item, name, ())]
            if any(holder is None for holder, _ in spans):
                return None
            moved[name] = tuple(Span(holder or "", span.start, span.end) for holder, span in spans)
        return attrs.evolve(item, **{name: spans for name, spans in moved.items() if hasattr(item, name)})  # type: ignore[arg-type]

    def _holder(self, holder: str) -> str | None:
        """The name that a text will have; None where its block is not written."""
        if holder in self.places:
            return self.places[holder]
        block, dot, part = holder.partition(".")
        if dot:
            return f"{self.places[block]}.{part}" if block in self.places else None
        return holder if holder in {"title", "summary"} or holder.startswith("deck") else None

    def block(self, block: Block, turn: int) -> str:
        """One block, without the blank line below it; empty where nothing of it can be said."""
        before = self.numbered
        if not isinstance(block, Table | Media):  # they count their captions too
            self.place(block.id)
        made = self.said(block, turn)
        if not made:
            self.numbered = before
            self.places.pop(block.id, None)
        return made

    def said(self, block: Block, turn: int) -> str:
        """What stands for a block."""
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
                return _fenced(block.text.text, self.info(block))
            case Break():
                return "***"
            case Raw():
                self.lost[f"markdown.lost-raw {block.format}"] += 1
                return ""

    def info(self, block: Preformatted) -> str:
        """What stands behind the fence, where it is this format's own and a plain word."""
        own = block.extras.get("markdown")
        info = own.get("info") if isinstance(own, FrozenMap) else None
        return info if isinstance(info, str) and _INFO.match(info) else ""

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
        caption = self.text(block.caption) if block.caption else ""
        if caption:
            self.place(f"{block.id}.caption")
        self.place(block.id)
        return "\n".join([*([caption, ""] if caption else []), *lines])

    def media(self, block: Media) -> str:
        """A picture as an image, its caption behind a line break; anything else as a link; what is left in paragraphs below."""
        href = block.href if block.href and LINK.match(block.href) else None
        if block.href and href is None:
            self.lost["markdown.lost-link address of another scheme"] += 1
        picture = block.kind in _PICTURES
        words = self.line(Text(block.alt or "")) or ("" if picture else self.line(Text(block.kind)) or _escaped(href or ""))
        shown = "" if href is None else f"{'!' if picture else ''}[{words}]({_href(href)})"
        caption = self.text(block.caption) if block.caption else ""
        credit = self.text(Text(block.credit)) if block.credit else ""
        if picture and shown and caption:
            shown, caption = f"{shown}\\\n{caption}", ""
        for part, holder in ((shown, block.id), (caption, f"{block.id}.caption"), (credit, f"{block.id}.credit")):
            if part:
                self.place(holder)
        return "\n\n".join(part for part in (shown, caption, credit) if part)

    def line(self, text: Text) -> str:
        """A text on one line, for headings and cells."""
        return " ".join(self.text(text).replace("\\\n", "\n").split("\n"))

    def text(self, text: Text) -> str:
        """A text with its marks; its own line ends become hard breaks."""
        made: list[str] = []
        code = False
        for kind, value in nested(text.text, self.writable(text), self.ctx, "markdown.lost-mark"):
            if kind == "text":
                made.append(_code(value) if code else _escaped(value))
            elif value.kind == "code":
                code = kind == "start"
            elif value.kind in _LINKS:
                made.append(_LINKS[value.kind] if kind == "start" else f"]({_target(value)})")
            else:
                made.append(_DELIMITERS[value.kind])
        joined = _LINES.sub("\n", _SPACES.sub(" ", "".join(made))).strip()
        started = _LINE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", joined)
        return started.replace("\n", "\\\n")

    def writable(self, text: Text) -> list[Mark]:
        """The marks that Markdown can say here: links and code apart from one another, then emphasis that does not cross them."""
        marks = sorted((m for m in text.marks if m.kind != "break"), key=lambda m: (m.start, -m.end))
        whole = self.kept([m for m in marks if m.kind in _WHOLE], text.text, [])
        return whole + self.kept([m for m in marks if m.kind not in _WHOLE], text.text, whole)

    def kept(self, marks: list[Mark], text: str, whole: list[Mark]) -> list[Mark]:
        """Those of `marks`, in order, that nest with one another and with `whole`; the others are counted as lost."""
        edges = {edge for mark in whole for edge in (mark.start, mark.end)}
        starts = [mark.start for mark in whole]
        kept: list[Mark] = []
        around: list[Mark] = []
        for mark in marks:
            while around and around[-1].end <= mark.start:
                around.pop()
            crosses = bool(around) and (mark.kind in _WHOLE or around[-1].end < mark.end or mark.kind in {m.kind for m in around})
            if crosses or edges & {mark.start, mark.end} or not _sayable(mark, text) or _cuts(mark, whole, starts):
                self.lost[f"markdown.lost-mark {mark.kind}"] += 1
            else:
                kept.append(mark)
                around.append(mark)
                edges |= {mark.start, mark.end}
        return kept


def _sayable(mark: Mark, text: str) -> bool:
    """Whether the mark alone works: a link's address, or delimiters that stand rightly against their neighbours."""
    inside = text[mark.start : mark.end]
    if mark.kind in _LINKS:
        return bool(LINK.match(str(mark.attrs.get("href") or ""))) and bool(inside.strip())
    if mark.kind == "code":  # as it stands in the source, where no scanner may see a tag or a link
        return bool(inside.strip()) and not _NO_CODE.search(inside)
    if mark.kind not in _DELIMITERS or not inside or "\n" in inside:
        return False
    # Letters inside and nothing but spaces or the text's ends outside always flank; rarer cases are not worth a rule.
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    return inside[0].isalnum() and inside[-1].isalnum() and not (before + after).strip(" ")


def _cuts(mark: Mark, whole: list[Mark], starts: list[int]) -> bool:
    """Whether the mark has one end inside a link, or lies in code; `whole` are apart and in order."""
    for edge in (mark.start, mark.end):
        at = bisect_right(starts, edge) - 1
        if at >= 0 and whole[at].start < edge < whole[at].end:
            inside = whole[at].start < mark.start and mark.end < whole[at].end
            if not inside or whole[at].kind == "code":
                return True
    return False


def _escaped(text: str) -> str:
    """The text with what could be markup escaped; `<` as an entity, so that no scanner of the source sees a tag either."""
    return _SPECIAL.sub(lambda m: "&lt;" if m[0] == "<" else f"\\{m[0]}", visible(text)[0])


def _code(text: str) -> str:
    """A code span, fenced by more backticks than it holds."""
    text = _SPACES.sub(" ", visible(text)[0])
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") or (text[0] == text[-1] == " ") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _target(mark: Mark) -> str:
    title = " ".join(str(mark.attrs.get("title") or "").split())
    quoted = _escaped(title).replace('"', '\\"')
    return _href(str(mark.attrs["href"])) + (f' "{quoted}"' if title else "")


def _href(href: str) -> str:
    safe = _UNSAFE_HREF.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode()), href)
    return f"<{safe.replace('&', '&amp;')}>"


def _row(cells: list[str], width: int) -> str:
    return "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"


def _fenced(text: str, info: str) -> str:
    """A fenced block; `info` names its language."""
    text = visible(text)[0].replace("\r\n", "\n").replace("\r", "\n")
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{info}\n{text}\n{fence}"


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
