"""Traversal and immutable edits. Every walk is iterative or bounded by the depth limit that readers keep."""

from collections.abc import Callable, Iterator, Sequence

import attrs

from newsparse.model.article import Article
from newsparse.model.blocks import Block, Blockquote, ListBlock, Media, Paragraph, Preformatted, Section, Table
from newsparse.model.place import Span
from newsparse.model.text import Text


@attrs.frozen
class OutlineNode:
    """A section and the deeper sections that follow it."""

    section: Section
    children: tuple["OutlineNode", ...] = ()


def blocks(article: Article) -> Iterator[Block]:
    """Every block in reading order, a container before what it holds."""
    for section in article.sections:
        yield from below(section.blocks)


_HOLDERS = frozenset((Blockquote, ListBlock))


def below(these: tuple[Block, ...]) -> Sequence[Block]:
    """`these` and every block inside them, in reading order."""
    if _HOLDERS.isdisjoint(map(type, these)):
        return these
    found: list[Block] = []
    stack = list(reversed(these))
    while stack:
        block = stack.pop()
        found.append(block)
        if isinstance(block, Blockquote):
            stack.extend(reversed(block.blocks))
        elif isinstance(block, ListBlock):
            stack.extend([inner for item in reversed(block.items) for inner in reversed(item)])
    return found


def texts(article: Article) -> Iterator[tuple[str, Text]]:
    """Every text that a span may point into, with its holder name, in reading order (see `Span`)."""
    if article.title is not None:
        yield "title", article.title
    for number, deck in enumerate(article.deck, 1):
        yield f"deck{number}", deck
    if article.summary is not None:
        yield "summary", article.summary
    for section in article.sections:
        if section.title is not None:
            yield section.id, section.title
        for block in below(section.blocks):
            if type(block) is Paragraph:  # most are
                yield block.id, block.text
            else:
                yield from block_texts(block)


def table_texts(table: Table) -> list[Text]:
    """The texts of `block_texts`, without their holders: a table has many."""
    texts = [table.caption] if table.caption is not None else []
    return texts + [cell.text for row in table.rows for cell in row]


def block_texts(block: Block) -> Iterator[tuple[str, Text]]:
    """The texts that the block itself holds, those of inner blocks left out."""
    match block:
        case Paragraph() | Preformatted():
            yield block.id, block.text
        case Blockquote() if block.attribution is not None:
            yield f"{block.id}.attribution", block.attribution
        case Media() if block.caption is not None:
            yield f"{block.id}.caption", block.caption
        case Table():
            if block.caption is not None:
                yield f"{block.id}.caption", block.caption
            for r, row in enumerate(block.rows, 1):
                for c, cell in enumerate(row, 1):
                    yield f"{block.id}.r{r}c{c}", cell.text
        case _:
            pass


def cut(article: Article, spans: tuple[Span, ...]) -> str:
    """What the spans cut out of the article, joined by a space; KeyError names a holder that does not exist."""
    held = dict(texts(article))
    return " ".join(held[span.holder].text[span.start : span.end] for span in spans)


def outline(article: Article) -> tuple[OutlineNode, ...]:
    """The sections as the tree that their levels make; the lead is a node of its own."""
    made: list[tuple[int, list[OutlineNode]]] = []

    def close(level: int, into: list[OutlineNode]) -> None:
        while made and made[-1][0] >= level:
            _, children = made.pop()
            target = made[-1][1] if made else into
            target[-1] = attrs.evolve(target[-1], children=tuple(children))

    roots: list[OutlineNode] = []
    for section in article.sections:
        level = max(section.level, 1)
        close(level, roots)
        (made[-1][1] if made else roots).append(OutlineNode(section))
        made.append((level, []))
    close(0, roots)
    return tuple(roots)


def offsets(article: Article, *, cells: bool = True) -> tuple[str, dict[str, int]]:
    """(text, where each holder begins in it): the body as one string, a line each, for tools that count globally.

    A span's global place is `starts[span.holder] + span.start`. Titles of sections, paragraphs, preformatted texts and
    table cells are in it, in reading order, each followed by a newline. Without `cells` tables are left out.
    """
    starts: dict[str, int] = {}
    parts: list[str] = []
    at = 0
    for section in article.sections:
        if section.title is not None:
            starts[section.id] = at
            parts.append(section.title.text)
            at += len(section.title.text) + 1
        for block in below(section.blocks):
            if type(block) is Paragraph:  # most are
                starts[block.id] = at
                parts.append(block.text.text)
                at += len(block.text.text) + 1
            elif cells or not isinstance(block, Table):
                for holder, text in block_texts(block):
                    starts[holder] = at
                    parts.append(text.text)
                    at += len(text.text) + 1
    return "\n".join(parts), starts


def map_blocks(article: Article, change: Callable[[Block], Block | None]) -> Article:
    """The article with every block replaced by `change(block)`, inner blocks first; None removes the block.

    Sections stay, even where they end empty. Ids are the caller's to keep.
    """
    return attrs.evolve(article, sections=tuple(attrs.evolve(s, blocks=mapped(s.blocks, change)) for s in article.sections))


def mapped(these: tuple[Block, ...], change: Callable[[Block], Block | None]) -> tuple[Block, ...]:
    """`these` with every block replaced by `change(block)`, inner blocks first; None removes the block."""
    kept = []
    for block in these:
        inner = block
        if isinstance(block, Blockquote):
            inner = attrs.evolve(block, blocks=mapped(block.blocks, change))
        elif isinstance(block, ListBlock):
            inner = attrs.evolve(block, items=tuple(mapped(item, change) for item in block.items))
        changed = change(inner)
        if changed is not None:
            kept.append(changed)
    return tuple(kept)
