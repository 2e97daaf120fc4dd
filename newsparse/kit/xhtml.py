"""Blocks, texts and marks as safe markup, at once HTML5 and well-formed XML: for every writer of an HTML body.

Every string is escaped and without control characters, links lead to http, https and mailto only, void elements are
closed, marks that cross are nested. Raw blocks are not written, because what we do not understand we do not put on a page;
`CARRIES` says so, and with it the pipeline reports them.
"""

import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity, counted
from newsparse.kit.carry import tell_field
from newsparse.kit.elements import MARK_KIND
from newsparse.kit.marks import LINK, nested
from newsparse.kit.xmlout import apart
from newsparse.model import walk
from newsparse.model.article import Article
from newsparse.model.blocks import Block, Blockquote, Break, ListBlock, Media, Paragraph, Preformatted, Section, Table
from newsparse.model.text import Mark, Text

CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no page should hold: controls, lone surrogates, and what XML forbids."""
_RTL = re.compile(r"(?:ar|arc|ckb|dv|fa|he|iw|ku-arab|nqo|ps|sd|syr|ug|ur|yi|\w+-(?:arab|hebr))(?:-|\Z)", re.IGNORECASE)
_TAGS = {
    "emphasis": "em", "strong": "strong", "underline": "u", "strike": "s", "code": "code", "sub": "sub", "sup": "sup", "q": "q",
}  # fmt: skip
_DATELINE = "html:dateline"
_SOUND = ("audio", "sound")
_PICTURES = ("picture", "photo", "image", "graphic", "cartoon", "icon")

CARRIES: Final = frozenset(
    {
        *("sections.title", "sections.title.marks", "sections.level", "paragraphs", "paragraphs.role", "preformatted", "breaks"),
        *("blockquotes", "blockquotes.attribution", "lists", "lists.start", "blocks.lang"),
        *("tables", "tables.caption", "tables.headers", "tables.spans"),
        *("media", "media.kind", "media.caption", "media.credit", "media.alt"),
        *("dateline", "marks.*"),
    }
)
"""What a body in this markup has a place for, in the names of `kit.carry`."""


def direction(lang: str | None) -> str | None:
    """`rtl` for a language that is written from right to left, else None."""
    return "rtl" if lang and _RTL.match(lang) else None


def first_address(media: Media) -> str | None:
    """The address that a figure shows: the medium's own, else that of its first rendition."""
    return media.href or next((rendition.href for rendition in media.renditions), None)


def shows(media: Media) -> bool:
    """Whether a figure can show the medium's address, so that what else is said of it can be joined to it by that."""
    href = first_address(media)
    return href is not None and LINK.match(href.strip()) is not None


@attrs.define(kw_only=True, eq=False)
class Xhtml:
    """Makes markup and counts what it had to leave out; `tell` reports that under codes of `name`.

    `page`: the markup is a page of its own, so blocks have their ids and pictures wait until they are seen. `images` False:
    captions and links in place of pictures. `over`: more marks by holder (see `Span`), such as quotes. `tag` gives start
    and end tags for marks of the writer's own, None for others.
    """

    ctx: Context
    name: str
    page: bool = False
    images: bool = True
    over: Mapping[str, Sequence[Mark]] = attrs.field(factory=dict)
    tag: Callable[[Mark], tuple[str, str] | None] = lambda mark: None  # noqa: ARG005
    apart: bool = False
    """What reads as a reference is parted by a comment (`kit.xmlout.apart`)."""
    replaced: int = 0
    bad_links: set[tuple[str, str]] = attrs.field(factory=set)
    odd_marks: set[str] = attrs.field(factory=set)
    changed: dict[tuple[str, str], int] = attrs.field(factory=dict)
    _parts: list[str] = attrs.field(factory=list, init=False)

    def body(self, article: Article) -> str:
        """The article's body, beginning with its dateline: a line of its own, or where the text begins with it, marked there."""
        raw = article.dateline.raw.strip() if article.dateline is not None else ""
        if not raw or (article.dateline is not None and raw == article.dateline.place):
            return self.sections(article.sections)
        first = next((block for block in walk.blocks(article) if isinstance(block, Paragraph)), None)
        if first is None or not first.text.text.startswith(raw):
            return f'<p class="dateline">{self.safe(raw)}</p>\n' + self.sections(article.sections)
        marks = (*self.over.get(first.id, ()), Mark(kind=_DATELINE, start=0, end=len(raw)))
        self.over = {**self.over, first.id: marks}
        return self.sections(article.sections)

    def sections(self, sections: Iterable[Section]) -> str:
        """Headings (`h2` for level 1, as the title is the `h1`) and blocks of all sections."""
        return "".join(self.heading(section) + self.blocks(section.blocks) for section in sections)

    def heading(self, section: Section) -> str:
        """The section's heading; empty where it has none."""
        if section.title is None:
            return ""
        level = min(max(section.level, 1) + 1, 6)
        if section.level + 1 > level and not self.page:
            self._changed("sections.level", "past 5 is 5 in")
        return f"<h{level}>{self.text(section.id, section.title)}</h{level}>\n"

    def blocks(self, blocks: Sequence[Block]) -> str:
        """All blocks, those inside others too; the stack holds blocks and finished markup still to be written."""
        todo: list[Block | str] = list(reversed(blocks))
        while todo:
            step = todo.pop()
            if isinstance(step, str):
                self._parts.append(step)
            elif isinstance(step, Blockquote):
                self._parts.append(f"<blockquote{self._common(step)}>\n")
                todo.append(f"{self._cite(step)}</blockquote>\n")
                todo.extend(reversed(step.blocks))
            elif isinstance(step, ListBlock):
                tag = "ol" if step.ordered else "ul"
                start = str(step.start) if step.ordered and step.start is not None else None
                if step.start is not None and not step.ordered and not self.page:
                    self._changed("lists.start", "of a list without numbers has no place in")
                self._parts.append(f"<{tag}{self._common(step)}{self.attributes(start=start)}>\n")
                todo.append(f"</{tag}>\n")
                for item in reversed(step.items):
                    todo.append("</li>\n")
                    todo.extend(reversed(item))
                    todo.append("<li>")
            else:
                self._leaf(step)
        made = "".join(self._parts)
        self._parts.clear()
        return made

    def text(self, holder: str, text: Text) -> str:
        """The characters with their marks and those of `over`, as nested elements."""
        marks = (*text.marks, *self.over.get(holder, ()))
        if not marks:
            return self.safe(text.text)
        made: list[str] = []
        ends: list[str] = []
        for kind, value in nested(text.text, marks, self.ctx, f"{self.name}.lost-mark"):
            if kind == "text":
                made.append(self.safe(value))
            elif kind == "start":
                start, end = self._tag(value)
                made.append(start)
                ends.append(end)
            else:
                made.append(ends.pop())
        return "".join(made)

    def safe(self, text: str, *, quotes: bool = False) -> str:
        """`text` escaped for content; with `quotes` for attributes too."""
        if CONTROLS.search(text):
            text, count = CONTROLS.subn("\ufffd", text)
            self.replaced += count
        escaped = html.escape(text.replace("\r", "\n"), quote=quotes)
        return apart(escaped) if self.apart and not quotes else escaped

    def attributes(self, **values: str | None) -> str:
        """Attributes with a leading space each; None leaves one out. `data_x` and `class_` are spelt as HTML has them."""
        return "".join(
            f' {name.rstrip("_").replace("_", "-")}="{self.safe(value, quotes=True)}"'
            for name, value in values.items()
            if value is not None
        )

    def link(self, href: str | None, field: str = "marks.link") -> str | None:
        """The address, if it is one that a page may lead to; `field` is where the article has it."""
        if href is None:
            return None
        if LINK.match(href.strip()):
            return href.strip()
        self.bad_links.add((href, field))
        return None

    def _changed(self, field: str, why: str) -> None:
        self.changed[field, why] = self.changed.get((field, why), 0) + 1

    def tell(self) -> None:
        """Report what was replaced or left out since the last call."""
        if self.replaced:
            told = counted(self.replaced, "control character") + " became U+FFFD"
            self.ctx.report(f"{self.name}.control-characters", told, data={"count": self.replaced})
        for href, field in sorted(self.bad_links):
            told = f"{href[:120]!r} is no http, https or mailto link; its text is kept"
            self.ctx.report(f"{self.name}.lost-link", told, data={"field": field})
        for kind in sorted(self.odd_marks):
            told = f"{kind[:60]!r} is no name that markup can hold; the words are kept"
            self.ctx.report(f"{self.name}.lost-mark", told, data={"field": f"marks.{kind}"})
        for (field, why), count in self.changed.items():
            tell_field(self.ctx, self.name, field, count, why, severity=Severity.WARNING)
        self.replaced = 0
        self.changed.clear()
        self.bad_links.clear()
        self.odd_marks.clear()

    # Blocks

    def _cite(self, block: Blockquote) -> str:
        if block.attribution is None:
            return ""
        return f"<cite>{self.text(f'{block.id}.attribution', block.attribution)}</cite>\n"

    def _leaf(self, block: Block) -> None:
        match block:
            case Paragraph():
                role = self.attributes(class_=block.role) if self.page else self.attributes(data_role=block.role)
                self._parts.append(f"<p{self._common(block)}{role}>{self.text(block.id, block.text)}</p>\n")
            case Preformatted():
                # HTML drops a line end right behind the tag.
                first = "\n" if block.text.text[:1] in {"\n", "\r"} else ""
                self._parts.append(f"<pre{self._common(block)}>{first}{self.text(block.id, block.text)}</pre>\n")
            case Table():
                self._table(block)
            case Media():
                self._media(block)
            case Break():
                self._parts.append("<hr/>\n")
            case _:
                pass

    def _common(self, block: Block) -> str:
        return self.attributes(id=block.id if self.page else None, lang=block.lang, dir=direction(block.lang))

    def _table(self, table: Table) -> None:
        start, end = ('<div class="table">', "</div>") if self.page else ("", "")
        self._parts.append(f"{start}<table{self._common(table)}>\n")
        if table.caption is not None:
            self._parts.append(f"<caption>{self.text(f'{table.id}.caption', table.caption)}</caption>\n")
        for r, row in enumerate(table.rows, 1):
            self._parts.append("<tr>")
            for c, cell in enumerate(row, 1):
                tag = "th" if cell.header else "td"
                scope = ("col" if r == 1 else "row") if cell.header else None
                spans = self.attributes(
                    scope=scope,
                    colspan=str(cell.colspan) if cell.colspan > 1 else None,
                    rowspan=str(cell.rowspan) if cell.rowspan > 1 else None,
                )
                self._parts.append(f"<{tag}{spans}>{self.text(f'{table.id}.r{r}c{c}', cell.text)}</{tag}>")
            self._parts.append("</tr>\n")
        self._parts.append(f"</table>{end}\n")

    def _media(self, media: Media) -> None:
        """A figure; `data-kind` says what no element shows: that it is a medium, or of which kind."""
        kind, shown = self._shown(media)
        alt = media.alt if not shown else None
        self._parts.append(f"<figure{self._common(media)}{self.attributes(data_kind=kind, title=alt)}>\n{shown}")
        caption = "" if media.caption is None else self.text(f"{media.id}.caption", media.caption)
        credit = "" if media.credit is None else f'<span class="credit">{self.safe(media.credit)}</span>'
        if caption or credit:
            self._parts.append(f"<figcaption>{caption}{credit}</figcaption>\n")
        self._parts.append("</figure>\n")

    def _shown(self, media: Media) -> tuple[str | None, str]:
        """(the kind, where the markup does not tell it; the markup of the medium itself)."""
        href = self.link(first_address(media), "media")
        if href is None:
            return media.kind, ""
        kind = media.kind.lower()
        alt = media.alt or (media.caption.text if media.caption and self.page else "")
        if self.images and href.lower().startswith("http"):
            if kind in _PICTURES:
                lazy = ' loading="lazy"' if self.page else ""
                return None if media.kind == "picture" else media.kind, f"<img{self.attributes(src=href, alt=alt)}{lazy}/>\n"
            if kind in {"video", *_SOUND}:
                tag = "video" if kind == "video" else "audio"
                said = self.attributes(src=href, title=media.alt or None)
                return None if media.kind == tag else media.kind, f'<{tag} controls="controls" preload="none"{said}></{tag}>\n'
        return media.kind, f"<a{self.attributes(href=href)}{self._noopener()}>{self.safe(alt or media.kind)}</a>\n"

    # Marks

    def _noopener(self) -> str:
        return ' rel="noopener"' if self.page else ""

    def _tag(self, mark: Mark) -> tuple[str, str]:
        own = self.tag(mark)
        if own is not None:
            return own
        if mark.kind == _DATELINE:
            return '<span class="dateline">', "</span>"
        kind = mark.kind
        if kind in _TAGS:
            return f"<{_TAGS[kind]}>", f"</{_TAGS[kind]}>"
        if kind == "break":
            return "<br/>", ""
        if kind == "link":
            href = mark.attrs.get("href")
            there = self.link(href if isinstance(href, str) else None)
            return ("", "") if there is None else (f"<a{self.attributes(href=there)}{self._noopener()}>", "</a>")
        lang = mark.attrs.get("lang")
        if kind == "lang" and isinstance(lang, str):
            return f"<span{self.attributes(lang=lang)}>", "</span>"
        if not MARK_KIND.match(kind):
            self.odd_marks.add(kind)
        return f"<span{self.attributes(data_mark=kind)}>", "</span>"
