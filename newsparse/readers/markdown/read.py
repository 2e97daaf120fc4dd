"""A Markdown document as an article: its front matter, then its blocks as sections."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity, counted
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.charset import decode
from newsparse.kit.lines import clean_lines, visible
from newsparse.model import walk
from newsparse.model.article import Article
from newsparse.model.blocks import Block, Blockquote, Break, Cell, ListBlock, Media, Paragraph, Preformatted, Raw, Table
from newsparse.model.check import problems
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap
from newsparse.model.place import Origin, Span
from newsparse.model.quotes import Annotation, Quote
from newsparse.model.text import Mark, Text
from newsparse.plugin import Frame
from newsparse.readers.markdown.blocks import DEEPEST, Blocks, Node, split_row
from newsparse.readers.markdown.front import front_matter, set_foreign
from newsparse.readers.markdown.inline import Reference, read_inline
from newsparse.schema import SchemaError, load

_ATTRIBUTION = re.compile(r"(?:—|―|--)[ \t]*")
_DERIVED = frozenset({"sections", "document"})
_OWN = frozenset(field.name for field in attrs.fields(Article)) - _DERIVED
_STANDOFF = ("quotes", "annotations")


def article(frame: Frame, ctx: Context) -> Article:
    """The article of a document; errors as of `parse`."""
    decoded = decode(frame.data, frame.charset)
    lines = clean_lines(decoded, frame.byte_start, ctx, "markdown")
    if not any(line.text.strip() for line in lines):
        raise ctx.fail("markdown.no-article", "the document is empty")
    front, start = front_matter(lines, ctx)
    build = ArticleBuilder(ctx=ctx, format="markdown", charset=decoded.charset, charset_from=decoded.charset_from)
    own = _own_values(front or {}, ctx)
    set_foreign(
        build, {key: value for key, value in (front or {}).items() if key not in own and key not in {"document", "sections"}}
    )
    build.title = own.get("title", build.title)
    blocks = Blocks(lines[start:])
    if blocks.too_deep:
        ctx.report("markdown.too-deep", f"containers deeper than {DEEPEST} were read as text", data={"count": blocks.too_deep})
    _Page(build, blocks.references, ctx, frame.index).sections(blocks.document.children)
    return _completed(build.finish(), own, ctx)


def _own_values(front: Mapping[str, Any], ctx: Context) -> dict[str, Any]:
    """The fields of the model in their JSON form that the front matter holds, each sound in itself."""
    own: dict[str, Any] = {}
    for key, value in front.items():
        if key not in _OWN:
            continue
        try:
            article = load({key: value})
        except SchemaError:
            continue
        if key not in _STANDOFF and problems(article):
            ctx.report("markdown.bad-front-matter", f"{key} is unsound: {problems(article)[0]}", data={"key": key})
            continue
        own[key] = getattr(article, key)
    return own


def _completed(article: Article, own: Mapping[str, Any], ctx: Context) -> Article:
    """The article with the front matter's own values; quotes and annotations where their spans still hold."""
    values = {key: value for key, value in own.items() if key not in _STANDOFF}
    if "extras" in own:
        values["extras"] = own["extras"].merged(article.extras)
    article = attrs.evolve(article, **values)
    held = {holder: text.text for holder, text in walk.texts(article)}
    taken = {section.id for section in article.sections} | {block.id for block in walk.blocks(article)}
    given: tuple[tuple[Quote, ...], tuple[Annotation, ...]] = (own.get("quotes", ()), own.get("annotations", ()))
    quotes = [_named(item, taken, f"q{n}") for n, item in enumerate(given[0], 1) if _holds(item, held)]
    annotations = [_named(item, taken, f"a{n}") for n, item in enumerate(given[1], 1) if _holds(item, held)]
    lost = len(given[0]) + len(given[1]) - len(quotes) - len(annotations)
    if lost:
        told = f"left out {counted(lost, 'quote or annotation', 'quotes or annotations')} of no place in the text"
        ctx.report("markdown.lost-span", told, severity=Severity.ERROR, data={"count": lost})
    article = attrs.evolve(article, quotes=tuple(quotes), annotations=tuple(annotations))
    if found := problems(article):
        raise ctx.fail("markdown.bad-front-matter", f"the front matter is unsound: {found[0]}")
    return article


S = TypeVar("S", Quote, Annotation)


def _named(item: S, taken: set[str], name: str) -> S:
    """The quote or annotation under its own id, or under `name` where that is taken."""
    if item.id and item.id not in taken:
        name = item.id
    taken.add(name)
    return attrs.evolve(item, id=name)


def _holds(item: Quote | Annotation, held: Mapping[str, str]) -> bool:
    """Whether every span lies in its text, and a quote's spans cut out what it says."""
    spans: tuple[Span, ...] = item.spans
    if isinstance(item, Quote):
        spans = (*item.spans, *item.speaker_spans, *item.cue_spans)
    if not all(s.holder in held and 0 <= s.start <= s.end <= len(held[s.holder]) for s in spans):
        return False
    if isinstance(item, Annotation):
        return True
    return bool(item.spans) and " ".join(held[s.holder][s.start : s.end] for s in item.spans) == item.text


class _Page:
    """From the nodes of a document to the sections of an article."""

    def __init__(self, build: ArticleBuilder, references: Mapping[str, Reference], ctx: Context, index: int) -> None:
        self.build = build
        self.references = references
        self.ctx = ctx
        self.index = index

    def sections(self, nodes: list[Node]) -> None:
        """Put the nodes into sections by their headings; the first `#` is the title, or repeats it."""
        if nodes and nodes[0].kind == "heading" and nodes[0].level == 1 and self.is_title(nodes[0]):
            nodes = nodes[1:]
        top = any(node.kind == "heading" and node.level == 1 for node in nodes)
        for node in nodes:
            if node.kind == "heading":
                level = min(node.level if top else max(node.level - 1, 1), 5)
                self.build.heading(self.text(node), level, origin=self.origin(node))
            else:
                self.build.add(self.block(node))

    def is_title(self, node: Node) -> bool:
        text = self.text(node)
        if self.build.title is None:
            self.build.title = text
            return True
        return visible(self.build.title.text)[0].split() == text.text.split()

    def text(self, node: Node) -> Text:
        return self.inline("\n".join(line.rstrip("\t") for line in node.lines).rstrip(" "))

    def inline(self, source: str) -> Text:
        text = read_inline(source, self.references)
        if text.marks:
            self.ctx.charge("marks", len(text.marks))
        return text

    def origin(self, node: Node) -> Origin:
        return Origin(frame=self.index, byte_start=node.first.start, byte_end=node.last.end, line=node.first.number)

    def block(self, node: Node) -> Block:
        """One block; containers have their id before what they hold, which nests as deep as `Blocks` allows."""
        name, origin = self.build.new_id(), self.origin(node)
        match node.kind:
            case "quote":
                inner, attribution = self.quoted(node)
                return Blockquote(id=name, origin=origin, blocks=inner, attribution=attribution)
            case "list":
                items = tuple(tuple(self.block(child) for child in item.children) for item in node.children)
                start = node.start if node.start != 1 else None
                return ListBlock(id=name, origin=origin, items=items, ordered=node.start is not None, start=start)
            case "table":
                return Table(id=name, origin=origin, rows=self.rows(node))
            case "code":
                extras: JsonMap = FrozenMap({"markdown": {"info": node.info}}) if node.info else EMPTY
                return Preformatted(id=name, origin=origin, text=Text("\n".join(node.lines)), extras=extras)
            case "html":
                return Raw(id=name, origin=origin, format="html", data="\n".join(node.lines))
            case "break":
                return Break(id=name, origin=origin)
            case "heading":
                return Paragraph(id=name, origin=origin, text=self.text(node), role="heading")
            case _:
                return self.paragraph(name, origin, self.text(node))

    def paragraph(self, name: str, origin: Origin, text: Text) -> Block:
        """A paragraph; one that is nothing but an image is a picture, with a caption where words stand behind a line break."""
        image = next((m for m in text.marks if m.kind == "markdown:image" and not m.start), None)
        if image is None or not _stands_alone(image, text):
            return Paragraph(id=name, origin=origin, text=text)
        title = image.attrs.get("title")
        caption = _behind(text, image.end + 1) or (Text(str(title)) if title else None)
        alt, href = text.text[: image.end] or None, str(image.attrs["href"])
        return Media(id=name, origin=origin, kind="picture", href=href, alt=alt, caption=caption)

    def quoted(self, node: Node) -> tuple[tuple[Block, ...], Text | None]:
        """(blocks, attribution): a last paragraph that a dash begins names who said it."""
        children = node.children
        last = children[-1] if children and children[-1].kind == "paragraph" and len(children[-1].lines) == 1 else None
        found = _ATTRIBUTION.match(last.lines[0]) if last is not None else None
        if last is None or found is None:
            return tuple(self.block(child) for child in children), None
        blocks = tuple(self.block(child) for child in children[:-1])
        return blocks, self.inline(last.lines[0][found.end() :].rstrip(" \t"))

    def rows(self, node: Node) -> tuple[tuple[Cell, ...], ...]:
        """The rows, all as wide as the widest; a head without words is left out where rows follow it."""
        split = [split_row(line) for line in node.lines]
        width = max(len(row) for row in split)
        self.ctx.charge("cells", width * len(split))
        rows = [[self.inline(cell) for cell in (*row, *[""] * (width - len(row)))] for row in split]
        headed = any(text.text for text in rows[0])
        if not headed and len(rows) > 1:
            del rows[0]
        return tuple(tuple(Cell(text=text, header=headed and not at) for text in row) for at, row in enumerate(rows))


def _stands_alone(image: Mark, text: Text) -> bool:
    """Whether a text that begins with an image goes on behind a line break, if at all, and no mark is over both."""
    others = [mark for mark in text.marks if mark is not image]
    if len(text.text) == image.end:
        return not others
    begun = [mark.kind for mark in others if mark.start <= image.end]
    return text.text[image.end] == "\n" and begun == ["break"]


def _behind(text: Text, at: int) -> Text | None:
    """What stands there and behind, with its marks; None for nothing."""
    marks = tuple([attrs.evolve(m, start=m.start - at, end=m.end - at) for m in text.marks if m.start >= at])
    return Text(text.text[at:], marks) if text.text[at:] else None
