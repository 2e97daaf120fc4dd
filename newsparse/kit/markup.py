"""From a tree of markup to our blocks and marks, for bodies that a format asserts: XHTML, NITF, a NewsML body, HTML in JSON.

What an element means is a table (`kit.elements`), an argument; this is the one loop over it, and it does not recurse. An
element that the table does not know is kept as a mark `format:name` over its text, or, where it has none, as a Raw block.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, TypeAlias

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit.attributes import extras_of, mark_of, number_of, origin_at, role_of, span_of
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.elements import GROUP, PARAGRAPH, Rule, Vocabulary
from newsparse.kit.inline import Line, collapsed, is_blank, joined, trimmed
from newsparse.kit.wrapped import is_wrapped, paragraphs
from newsparse.kit.xml import XML_LANG, Element, descendants, each, serialized
from newsparse.kit.xml import text as text_of
from newsparse.model.blocks import (
    Block,
    Blockquote,
    Break,
    Cell,
    ListBlock,
    Media,
    Paragraph,
    Preformatted,
    Raw,
    Rendition,
    Table,
)
from newsparse.model.frozen import EMPTY, JsonMap
from newsparse.model.place import Origin
from newsparse.model.quick import new_cell, new_paragraph, new_text
from newsparse.model.text import Text

Leave: TypeAlias = "Callable[[_Level], None]"
_TOLD = 4_000  # characters of what is left out


def body(
    element: Element,
    vocabulary: Vocabulary,
    builder: ArticleBuilder,
    *,
    frame: int | None = None,
    at: Origin | None = None,
    given: Mapping[str, Any] = EMPTY,
) -> None:
    """Add what is inside `element` to the article: sections at headings, blocks, marks.

    Blocks get an origin of `frame` and their line; if `frame` is None, as lines of markup out of a string mean nothing, they
    get the origin `at`, where the string is. `given` is for the functions of custom rules.
    """
    walker = Walker(vocabulary=vocabulary, builder=builder, ctx=builder.ctx, frame=frame, at=at, given=given)
    walker.run(element)


def block(element: Element, vocabulary: Vocabulary, builder: ArticleBuilder, *, frame: int | None = None) -> None:
    """Add what `element` itself is: a list, a quote, a table. What follows it is not read."""
    walker = Walker(vocabulary=vocabulary, builder=builder, ctx=builder.ctx, frame=frame)
    walker.run(element, whole=True)


def text(element: Element, vocabulary: Vocabulary, ctx: Context) -> Text:
    """What is inside `element` as one text: blocks in it become lines, custom elements their text, media nothing."""
    if len(element) == 0:
        return new_text(collapsed(element.text))
    walker = Walker(vocabulary=vocabulary, builder=None, ctx=ctx, frame=None)
    walker.run(element)
    return walker.line.take() or new_text("")


def keep_raw(walker: "Walker", element: Element) -> None:
    """A function for custom rules: the element as a Raw block, markup and all."""
    data = serialized(element)
    walker.add(Raw(id=walker.new_id(), format=walker.vocabulary.format, data=data, origin=walker.origin(element)))


class _Level:
    """An element that is being read: what is left of it, what to do at its end, and what it has given.

    Written out because it is made for every element, and most need none of the lists.
    """

    __slots__ = ("blocks", "credit", "element", "header", "items", "leave", "note", "rest", "rows", "rule", "styled")
    blocks: list[Block]
    items: list[list[Block]]
    rows: list[list[Cell]]
    header: bool
    note: Text | None
    """A caption or attribution."""
    credit: str | None

    def __init__(
        self,
        element: Element,
        rule: Rule,
        rest: Iterator[Element],
        leave: "Leave | None",
        styled: "tuple[Element, Rule] | None",
    ) -> None:
        self.element = element
        self.rule = rule
        self.rest = rest
        self.leave = leave
        self.styled = styled  # the paragraph around it

    def hold(self) -> None:
        """Make it a container."""
        self.blocks, self.items, self.rows = [], [], []
        self.header, self.note, self.credit = False, None, None

    def put(self, block: Block) -> None:
        """Take in a block: a list puts what stands between its items into the last one."""
        if self.rule.kind == "list":
            if not self.items:
                self.items.append([])
            self.items[-1].append(block)
        else:
            self.blocks.append(block)


@attrs.define(kw_only=True, eq=False)
class Walker:
    """One walk over a body. The function of a `custom` rule gets it, to `add` blocks where the element stands.

    Without a builder everything becomes one text.
    """

    vocabulary: Vocabulary
    builder: ArticleBuilder | None
    ctx: Context
    frame: int | None
    at: Origin | None = None
    given: Mapping[str, Any] = EMPTY
    """What the reader hands to the functions of its custom rules."""
    line: Line = attrs.field(init=False)
    _stack: list[_Level] = attrs.field(factory=list, init=False)
    _containers: list[_Level] = attrs.field(factory=list, init=False)
    _leaf: bool = attrs.field(init=False)
    """Inside a text (a heading, a cell), where blocks are no more than lines."""
    _styled: "tuple[Element, Rule] | None" = attrs.field(default=None, init=False)
    _left_out: list[str] = attrs.field(factory=list, init=False)
    """Words of controls, to be told."""
    _aside: list[Block] = attrs.field(factory=list, init=False)
    """Blocks from inside a text, which go behind it."""

    _known: dict[Any, Rule] = attrs.field(init=False)
    _classed: bool = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.line = Line(self.ctx)
        self._known = self.vocabulary.known
        self._classed = bool(self.vocabulary.classes)
        self._leaf = self.builder is None

    # For custom rules

    def new_id(self) -> str:
        """A block id."""
        assert self.builder is not None
        return self.builder.new_id()

    def add(self, block: Block) -> None:
        """Put a block here; from inside a text it goes behind that."""
        if self._leaf:
            self._aside.append(block)
        elif self._containers:
            self._containers[-1].put(block)
        else:
            assert self.builder is not None
            self.builder.add(block)

    def heading(self, title: Text, element: Element, level: int = 1) -> None:
        """Begin a section; inside a quote, a list or a text, where there is none, add a paragraph with the role `heading`."""
        if self._containers or self._leaf:
            self.add(new_paragraph(text=title, role="heading", **self.placed(element)))
        elif title.text:
            assert self.builder is not None
            self.builder.heading(title, level, origin=self.origin(element), extras=self._extras(element))

    def origin(self, element: Element) -> Origin | None:
        """Where the element stands; None where that means nothing."""
        return self.at if self.frame is None else origin_at(self.frame, element.sourceline)

    def placed(self, element: Element) -> dict[str, Any]:
        """What every block made of `element` carries: a new id, origin, language, extras."""
        found: dict[str, Any] = {"id": self.new_id(), "origin": self.origin(element)}
        if element.keys():
            lang = element.get(XML_LANG) or element.get("lang")
            if lang:
                found["lang"] = lang
            if self.vocabulary.extras:
                found["extras"] = self._extras(element)
        return found

    def _add_paragraph(self, made: Text, element: Element, rule: Rule) -> None:
        if made.text.isspace():  # hard spaces and nothing else keep a gap open, and say nothing
            return
        if element.keys() or self._containers or self._leaf or self.builder is None:
            self.add(new_paragraph(text=made, role=role_of(element, rule), **self.placed(element)))
            return
        origin = self.at if self.frame is None else origin_at(self.frame, element.sourceline)
        self.builder.paragraph(made, role=rule.name, origin=origin)  # nearly every one

    def _extras(self, element: Element) -> JsonMap:
        if not self.vocabulary.extras or not (items := element.items()):
            return EMPTY
        return extras_of(self.vocabulary.format, tuple(items))

    # The loop

    def run(self, root: Element, *, whole: bool = False) -> None:
        """Read what is inside `root`; with `whole` the element itself."""
        stack = self._stack
        leave = None if self.builder is None else self._end_block
        if whole:
            stack.append(_Level(root, GROUP, iter(()), leave, self._styled))
            self._enter(root)
        else:
            self._push(root, GROUP, leave)
        enter, line = self._enter, self.line
        while stack:
            level = stack[-1]
            for child in level.rest:
                if enter(child):
                    break
                if (tail := child.tail) and (line.size or not (tail.isspace() and tail.isascii()) or line.verbatim):
                    line.text(tail)
            else:
                stack.pop()
                if level.leave is not None:
                    level.leave(level)
                self._styled = level.styled
                if stack and level.element is not root and (tail := level.element.tail):
                    line.text(tail)
        if self._left_out:
            self._tell()

    def _enter(self, element: Element) -> bool:
        """Begin an element; False if that was all of it."""
        tag = element.tag
        rule = self._known.get(tag) or self.vocabulary.rule(tag)
        if self._classed and (named := element.get("class")):
            rule = self.vocabulary.classed(named, rule)
            if rule.kind == "mark" and self.vocabulary.noted:
                self.vocabulary.note(named, self, element)
        if rule.by_class is not None:
            rule = rule.by_class.get(element.get("class") or "", rule)
        if rule.kind == "paragraph" and not self._leaf:
            return self._enter_paragraph(element, rule)
        return self._enter_as(element, rule)

    def _enter_paragraph(self, element: Element, rule: Rule) -> bool:
        """What most elements of a body are; most of these hold nothing but characters."""
        line = self.line
        bare = line.bare
        if not bare:
            self.flush(self._stack[-1].element)
            bare = line.bare
        if len(element):
            marks = self._flat(element) if bare else None
            return self._paragraph(element, rule) if marks is None else self._flat_paragraph(element, rule, marks)
        characters = element.text
        if not characters:
            return False
        if not bare or ("\n" in characters and self.vocabulary.wrapped and is_wrapped(characters)):
            return self._wrapped_paragraph(characters, element, rule)
        if characters := collapsed(characters):
            line.count(len(characters))
            self._add_paragraph(new_text(characters), element, rule)
        return False

    def _enter_as(self, element: Element, rule: Rule) -> bool:
        kind = rule.kind
        inline = self._INLINE.get(kind)
        if inline is not None:
            return inline(self, element, rule)
        if self._leaf:
            return self._enter_line(element, rule)
        if kind == "paragraph":
            return self._enter_paragraph(element, rule)
        if not self.line.bare:
            self.flush(self._stack[-1].element)
        return self._BLOCKS[kind](self, element, rule)

    def _push(self, element: Element, rule: Rule, leave: "Leave | None", *, container: bool = False) -> bool:
        level = _Level(element, rule, iter(each(element)), leave, self._styled)
        self._stack.append(level)
        if container:
            level.hold()
            self._containers.append(level)
            self._styled = None
        if (characters := element.text) and (self.line.size or not is_blank(characters) or self.line.verbatim):
            self.line.text(characters)
        return True

    def flush(self, around: Element) -> None:
        """End the paragraph that is open, in the element `around`."""
        made = self.line.take()
        if made is None:
            return
        if self._styled is not None:
            element, rule = self._styled
            self._add_paragraph(made, element, rule)
            return
        self.add(new_paragraph(id=self.new_id(), text=made, origin=self.origin(around)))

    # Inside a text

    def _enter_mark(self, element: Element, rule: Rule) -> bool:
        kind, attributes = mark_of(element, rule)
        if kind is None:
            return self._push(element, rule, None)
        if len(element) == 0:
            self.line.marked(kind, attributes, element.text)
            return False
        self.line.open(kind, attributes)
        return self._push(element, rule, self._close_mark)

    def _enter_unknown(self, element: Element, rule: Rule) -> bool:
        if len(element) or element.text:
            return self._enter_mark(element, rule)
        if self.line.size or self._leaf:
            return self._enter_mark(element, rule)
        if not element.keys():
            return False
        keep_raw(self, element)
        return False

    def _enter_break(self, element: Element, rule: Rule) -> bool:  # noqa: ARG002
        """A line break; a second one ends the paragraph."""
        if not self.line.line_break() and self.line.size and not self._leaf:
            self.flush(self._stack[-1].element)
        return self._inside(element)

    def _inside(self, element: Element) -> bool:
        """Go on with what is in an element that should be empty."""
        return bool(element.text or len(element)) and self._push(element, GROUP, None)

    def _enter_credit(self, element: Element, rule: Rule) -> bool:
        """The credit of the figure around it, wherever in it that stands; outside of one, what the element is otherwise."""
        figure = self._container("figure")
        if figure is None:
            own = self.vocabulary.rule(element.tag)
            if own.kind in {"paragraph", "credit"}:
                own = PARAGRAPH if rule.name is None else Rule(kind="paragraph", name=rule.name)
            return self._enter_as(element, own)
        told = collapsed(text_of(element))
        if told:
            figure.credit = told if figure.credit is None else f"{figure.credit} {told}"
        return False

    def _skip(self, element: Element, rule: Rule) -> bool:
        if rule.name is not None and (words := collapsed(text_of(element))):
            self._left_out.append(words)
        return False

    def _tell(self) -> None:
        words = "\n".join(self._left_out)
        data = {"count": len(self._left_out), "characters": len(words), "text": words[:_TOLD]}
        self.ctx.report("html.cut-control", "left out: words of buttons and fields", severity=Severity.INFO, data=data)
        self._left_out.clear()

    def _enter_line(self, element: Element, rule: Rule) -> bool:
        """A block element inside a text: a line of its own. Cells of a table that is nested so follow on one line."""
        if self.builder is not None and rule.kind == "media":
            return self._media(element, rule)
        if self.builder is not None and rule.kind == "custom":
            assert rule.handle is not None
            again = rule.handle(self, element)
            return again is not None and self._enter_as(element, again)
        if rule.kind == "media":
            return False
        if rule.kind == "cell":
            self.line.text(" ")
            return self._push(element, rule, None)
        self.line.line_break()
        return self._push(element, rule, self._end_line)

    def _begin_text(self, element: Element, rule: Rule, leave: "Leave") -> bool:
        self._leaf = True
        return self._push(element, rule, leave)

    def _end_text(self) -> Text | None:
        made = self.line.take()
        self._leaf = False
        return made

    def _after_text(self) -> None:
        aside, self._aside = self._aside, []
        for block in aside:
            self.add(block)

    # Blocks, begun

    def _wrapped_paragraph(self, characters: str, element: Element, rule: Rule) -> bool:
        """The paragraphs that one of nothing but characters really is; marks may be open over it."""
        wrapped = "\n" in characters and self.vocabulary.wrapped and is_wrapped(characters)
        for part in paragraphs(characters) if wrapped else (characters,):
            self.line.text(part)
            made = self.line.take()
            if made is not None:
                self._add_paragraph(made, element, rule)
        return False

    def _flat(self, element: Element) -> list[tuple[Element, Rule]] | None:
        """The children with what they mean, if all are marks over characters alone."""
        found = []
        for child in each(element):
            rule = self._known.get(child.tag)
            if rule is None or rule.kind != "mark" or len(child) or rule.by_class is not None:
                return None
            if self._classed and child.get("class") is not None:
                return None
            found.append((child, rule))
        return found

    def _flat_paragraph(self, element: Element, rule: Rule, marks: list[tuple[Element, Rule]]) -> bool:
        """The next commonest: a paragraph of characters and marks."""
        line = self.line
        if element.text:
            line.text(element.text)
        for child, meant in marks:
            kind, attributes = mark_of(child, meant)
            if kind is not None:
                line.marked(kind, attributes, child.text)
            elif child.text:
                line.text(child.text)
            if tail := child.tail:
                line.text(tail)
        made = line.take()
        if made is not None:
            self._add_paragraph(made, element, rule)
        return False

    def _group(self, element: Element, rule: Rule) -> bool:
        return self._push(element, rule, self._end_block)

    def _paragraph(self, element: Element, rule: Rule) -> bool:
        self._push(element, rule, self._end_block)
        self._styled = (element, rule)
        return True

    def _heading(self, element: Element, rule: Rule) -> bool:
        return self._begin_text(element, rule, self._end_heading)

    def _list(self, element: Element, rule: Rule) -> bool:
        return self._push(element, rule, self._end_list, container=True)

    def _item(self, element: Element, rule: Rule) -> bool:
        """An item; a term begins one, and definitions belong to the term before."""
        holder = self._container("list")
        if holder is None:
            return self._paragraph(element, rule)
        if rule.kind != "definition" or not holder.items:
            holder.items.append([])
        return (
            self._push(element, rule, self._end_item, container=True) if rule.kind == "item" else self._paragraph(element, rule)
        )

    def _quote(self, element: Element, rule: Rule) -> bool:
        return self._push(element, rule, self._end_quote, container=True)

    def _enter_attribution(self, element: Element, rule: Rule) -> bool:
        """Where a text is open, or no quote, the element is a mark like any that has no kind."""
        if self._leaf or self.line.size or self._container("quote") is None:
            self.line.open(f"{self.vocabulary.format}:{rule.name}", EMPTY)
            return self._push(element, rule, self._close_mark)
        return self._begin_text(element, rule, self._end_note)

    def _caption(self, element: Element, rule: Rule) -> bool:
        if self._container("figure") is None and self._container("table") is None:
            return self._paragraph(element, _LOST_CAPTION)
        return self._begin_text(element, rule, self._end_note)

    def _table(self, element: Element, rule: Rule) -> bool:
        return self._push(element, rule, self._end_table, container=True)

    def _rows(self, element: Element, rule: Rule) -> bool:
        table = self._container("table")
        if table is None:
            return self._push(element, rule, self._end_block)
        if rule.kind == "rows":
            table.header = rule.header
            return self._push(element, rule, self._end_rows)
        table.rows.append([])
        return self._push(element, rule, self._end_block)

    def _cell(self, element: Element, rule: Rule) -> bool:
        table = self._container("table")
        if table is None:
            return self._push(element, rule, self._end_block)
        if len(element) == 0 and self.line.bare:
            self._add_cell(table, element, rule, new_text(collapsed(element.text)))
            return False
        return self._begin_text(element, rule, self._end_cell)

    def _figure(self, element: Element, rule: Rule) -> bool:
        return self._push(element, rule, self._end_figure, container=True)

    def _pre(self, element: Element, rule: Rule) -> bool:
        self.line.verbatim = True
        return self._begin_text(element, rule, self._end_pre)

    def _rule(self, element: Element, rule: Rule) -> bool:  # noqa: ARG002
        self.add(Break(**self.placed(element)))
        return self._inside(element)

    def _media(self, element: Element, rule: Rule) -> bool:
        self.add(self.media(element, rule))
        return rule.name == "picture" and self._inside(element)  # what is inside of others is for programs that cannot show them

    def _custom(self, element: Element, rule: Rule) -> bool:
        assert rule.handle is not None
        again = rule.handle(self, element)
        return again is not None and self._enter_as(element, again)

    def _container(self, kind: str) -> "_Level | None":
        """The innermost container, if it is of this kind."""
        return self._containers[-1] if self._containers and self._containers[-1].rule.kind == kind else None

    def media(self, element: Element, rule: Rule) -> Media:
        """The medium that an element of HTML's manner is: its address, else its sources."""
        sources = [source for source in descendants(element, "source") if source.get("src")]
        address = next((value for name in rule.attributes or () if (value := element.get(name))), None)
        first = None if address or not sources else sources.pop(0)
        renditions = [Rendition(href=s.get("src").strip(), media_type=s.get("type") or None) for s in sources]
        if poster := element.get("poster"):
            renditions.append(Rendition(href=poster.strip(), name="poster"))
        shown = first if first is not None else element
        return Media(
            kind=rule.name or "picture",
            href=(address or shown.get("src") or "").strip() or None,
            alt=collapsed(element.get("alt") or element.get("title")) or None,
            media_type=shown.get("type") or None,
            renditions=tuple(renditions),
            **self.placed(element),
        )

    # Blocks, ended

    def _end_block(self, level: _Level) -> None:
        self.flush(level.element)

    def _close_mark(self, level: _Level) -> None:  # noqa: ARG002
        self.line.close()

    def _end_line(self, level: _Level) -> None:  # noqa: ARG002
        self.line.line_break()

    def _end_heading(self, level: _Level) -> None:
        made = self._end_text()
        if made is not None:
            self.heading(made, level.element, level.rule.level)
        self._after_text()

    def _end_container(self, level: _Level) -> None:
        self.flush(level.element)
        self._containers.pop()

    def _end_item(self, level: _Level) -> None:
        self._end_container(level)
        self._containers[-1].items[-1].extend(level.blocks)

    def _end_list(self, level: _Level) -> None:
        self._end_container(level)
        items = tuple(tuple(item) for item in level.items if item)
        if items:
            start = number_of(level.element.get("start") or level.element.get("seqnum")) if level.rule.ordered else None
            placed = self.placed(level.element)
            self.add(ListBlock(items=items, ordered=level.rule.ordered, start=None if start == 1 else start, **placed))

    def _end_quote(self, level: _Level) -> None:
        self._end_container(level)
        if level.blocks or level.note is not None:
            self.add(Blockquote(blocks=tuple(level.blocks), attribution=level.note, **self.placed(level.element)))

    def _end_note(self, level: _Level) -> None:  # noqa: ARG002
        """A caption or attribution; a second one follows on a line of its own."""
        made = self._end_text()
        holder = self._containers[-1]
        if made is not None:
            holder.note = made if holder.note is None else joined(holder.note, made)
        self._after_text()

    def _end_table(self, level: _Level) -> None:
        """The table; behind it what stood in it outside of cells."""
        self._end_container(level)
        rows = tuple(tuple(row) for row in level.rows if row)
        if rows:
            self.add(Table(rows=rows, caption=level.note, **self.placed(level.element)))
        elif level.note is not None:
            self.add(new_paragraph(text=level.note, role="caption", **self.placed(level.element)))
        for block in level.blocks:
            self.add(block)

    def _end_rows(self, level: _Level) -> None:
        self.flush(level.element)
        self._containers[-1].header = False

    def _end_cell(self, level: _Level) -> None:
        self._add_cell(self._containers[-1], level.element, level.rule, self._end_text() or new_text(""))
        self._after_text()

    def _add_cell(self, table: _Level, element: Element, rule: Rule, text: Text) -> None:
        self.ctx.charge("cells")
        self.line.count(len(text.text))
        if not table.rows:
            table.rows.append([])
        header = rule.header or table.header
        if element.keys():
            wide, high = span_of(element.get("colspan")), span_of(element.get("rowspan"))
            table.rows[-1].append(new_cell(text=text, header=header, colspan=wide, rowspan=high))
        else:
            table.rows[-1].append(new_cell(text=text, header=header))

    def _end_pre(self, level: _Level) -> None:
        made = self._end_text()
        self.line.verbatim = False
        if made is not None:
            self.add(Preformatted(text=trimmed(made), **self.placed(level.element)))
        self._after_text()

    def _end_figure(self, level: _Level) -> None:
        """The media, the first with the caption, or else the first paragraph as such; without media, what there is."""
        self._end_container(level)
        blocks, caption = level.blocks, level.note
        if kind := (level.element.get("data-kind") or "").strip():
            self._declare(kind, level)
        shown = next((block for block in blocks if isinstance(block, Media)), None)
        if shown is None:
            if caption is not None:
                blocks.append(new_paragraph(text=caption, role="caption", **self.placed(level.element)))
            if level.credit is not None:
                blocks.append(new_paragraph(text=new_text(level.credit), role="credit", **self.placed(level.element)))
        else:
            told = next((block for block in blocks if isinstance(block, Paragraph)), None)
            if caption is None and told is not None:
                caption = told.text
                blocks.remove(told)
            if caption is not None and shown.caption is not None:
                caption = joined(shown.caption, caption)
            credit = level.credit or shown.credit
            lang = shown.lang or level.element.get(XML_LANG) or level.element.get("lang")
            blocks[blocks.index(shown)] = attrs.evolve(shown, caption=caption or shown.caption, credit=credit, lang=lang)
        for block in blocks:
            self.add(block)

    def _declare(self, kind: str, level: _Level) -> None:
        """Make the figure a medium of a kind that no element says, as `kit.xhtml` writes it: perhaps a link stands for it."""
        for number, block in enumerate(level.blocks):
            if isinstance(block, Media):
                level.blocks[number] = attrs.evolve(block, kind=kind)
                return
        first = level.blocks[0] if level.blocks and isinstance(level.blocks[0], Paragraph) else None
        link = next((mark for mark in first.text.marks if mark.kind == "link"), None) if first is not None else None
        href, alt = None, level.element.get("title")
        if first is not None and link is not None:
            href, alt = str(link.attrs["href"]), first.text.text
            level.blocks.pop(0)
        made = Media(kind=kind, href=href, alt=None if alt == kind else alt, **self.placed(level.element))
        level.blocks.insert(0, made)

    _INLINE: ClassVar[dict[str, "Callable[[Walker, Element, Rule], bool]"]] = {
        "mark": _enter_mark,
        "unknown": _enter_unknown,
        "break": _enter_break,
        "credit": _enter_credit,
        "skip": _skip,
        "attribution": _enter_attribution,
    }
    _BLOCKS: ClassVar[dict[str, "Callable[[Walker, Element, Rule], bool]"]] = {
        "group": _group,
        "heading": _heading,
        "list": _list,
        "item": _item,
        "term": _item,
        "definition": _item,
        "quote": _quote,
        "table": _table,
        "rows": _rows,
        "row": _rows,
        "cell": _cell,
        "caption": _caption,
        "figure": _figure,
        "media": _media,
        "pre": _pre,
        "rule": _rule,
        "custom": _custom,
    }


_LOST_CAPTION = Rule(kind="paragraph", name="caption")
