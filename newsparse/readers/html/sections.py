"""From judged blocks to sections: headings open them; runs, lists, quotes, tables and media fill them."""

from itertools import groupby
from operator import attrgetter
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.kit.build import ArticleBuilder, text_with
from newsparse.kit.elements import HTML
from newsparse.kit.markup import block as read_whole
from newsparse.model.blocks import Block as Made
from newsparse.model.blocks import Blockquote, ListBlock, Paragraph
from newsparse.model.frozen import FrozenMap
from newsparse.model.place import Origin
from newsparse.model.quick import new_mark, new_origin, new_paragraph, new_text
from newsparse.model.text import Text
from newsparse.readers.html import media
from newsparse.readers.html.blocks import Block
from newsparse.readers.html.media import resolved
from newsparse.readers.html.tables import HEADINGS


@attrs.frozen(kw_only=True, eq=False)
class Sink:
    """Where blocks go, and what relative addresses are relative to."""

    build: ArticleBuilder
    base: str | None
    frame: int


def write(blocks: list[Block], sink: Sink) -> None:
    """Add the blocks that were kept to the article, in order; a medium that shows nothing is dropped."""
    whole = _whole_groups(blocks)
    kept = [block for block in blocks if block.dropped is None]
    top = min([HEADINGS[b.tag] for b in kept if b.kind == "heading"], default=1)
    for group, run in groupby(kept, key=attrgetter("group")):
        if whole.get(group):
            read_whole(group, HTML, sink.build, frame=sink.frame)
            continue
        members = list(run)
        _charge(members, sink.build.ctx)
        if group in whole:
            _write_group(group, members, sink)
            continue
        for block in members:
            _write_one(block, top, sink)


def _charge(blocks: list[Block], ctx: Context) -> None:
    """Charge what the texts of the blocks hold."""
    ctx.charge("text_chars", sum([len(block.text) for block in blocks]))
    ctx.charge("marks", sum([len(block.marks) for block in blocks]))


def _whole_groups(blocks: list[Block]) -> dict[Any, bool]:
    """Lists and quotes that hold nothing but text; and of each whether all of it was kept.

    A list of one item with several paragraphs is none: it is a column of the page; but one with a list in it is.
    """
    groups: dict[Any, bool] = {}
    items: dict[Any, list[Any]] = {}
    split = set()
    for block in blocks:
        group = block.group
        if group is None:
            continue
        if block.dropped is not None:
            groups[group] = False
            continue
        if block.kind != "text":
            split.add(group)
        groups.setdefault(group, True)
        items.setdefault(group, []).append(block.element if block.tag == "li" else block.item)
    split.update(group for group, held in items.items() if len(held) > 1 and held[0] is not None and len(set(held)) == 1)
    return {group: every for group, every in groups.items() if group not in split}


def _write_one(block: Block, top: int, sink: Sink) -> None:
    build = sink.build
    match block.kind:
        case "text":
            build.paragraph(text_of(block, sink.base), origin=_origin(block, sink))
        case "heading":
            level = max(HEADINGS[block.tag] - max(top - 1, 1), 1)
            build.heading(text_of(block, sink.base), level, origin=_origin(block, sink))
        case "media":
            made = media.read(block.element, build, sink.base, sink.frame, _caption(block, sink))
            if made is not None:
                build.add(made)
            else:
                block.dropped = "caption"
        case _:
            read_whole(block.element, HTML, build, frame=sink.frame)


def _caption(block: Block, sink: Sink) -> Text | None:
    if block.caption is None:
        return None
    _charge([block.caption], sink.build.ctx)
    return text_of(block.caption, sink.base)


def _write_group(group: Any, members: list[Block], sink: Sink) -> None:
    """What is kept of a list or a quote."""
    if group.tag == "blockquote":
        blocks = tuple(_paragraph(b, sink) for b in members if b.text)
        sink.build.add(Blockquote(id=sink.build.new_id(), blocks=blocks, origin=_origin(members[0], sink)))
        return
    items: list[tuple[Made, ...]] = []
    for _, parts in groupby(members, key=attrgetter("item")):
        items.append(tuple(_paragraph(b, sink) for b in parts if b.text))
    ordered = group.tag == "ol"
    sink.build.add(
        ListBlock(id=sink.build.new_id(), items=tuple(i for i in items if i), ordered=ordered, origin=_origin(members[0], sink))
    )


def _paragraph(block: Block, sink: Sink) -> Paragraph:
    return new_paragraph(id=sink.build.new_id(), text=text_of(block, sink.base), origin=_origin(block, sink))


def _origin(block: Block, sink: Sink) -> Origin:
    return new_origin(frame=sink.frame, line=block.element.sourceline)


def text_of(block: Block, base: str | None) -> Text:
    """The block's text with real marks. It needs no cleaning: no string out of a tree holds a NUL or a lone surrogate."""
    if not block.marks:
        return new_text(block.text)
    made = []
    for kind, start, end, element in block.marks:
        if kind != "link":
            made.append(new_mark(kind=kind, start=start, end=end))
        elif (href := element.get("href")) and (address := resolved(href, base)):
            made.append(new_mark(kind="link", start=start, end=end, attrs=FrozenMap.of({"href": address})))
    return text_with(block.text, made)
