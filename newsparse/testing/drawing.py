"""Random sound articles of every model type, drawn with Hypothesis, which is needed on use only."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs

from newsparse.model import (
    Agent,
    Annotation,
    Article,
    Blockquote,
    Break,
    Byline,
    Cell,
    Dateline,
    DocumentInfo,
    FrozenMap,
    Identifier,
    Link,
    ListBlock,
    Mark,
    Media,
    Metadata,
    Origin,
    Paragraph,
    Preformatted,
    Provenance,
    Quote,
    Raw,
    Rendition,
    Rights,
    Section,
    Span,
    Stamp,
    Subject,
    Table,
    Text,
    walk,
)

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

HOSTILE = ("<b>&amp;", "]]>", "\u202eabc", "*_`[x](y)", "a\r\nb\u2028c", "\ufeff", "\x07", "\U0001f600e\u0301", "“so”", " ", "\t")
"""Pieces of text that formats trip over."""


def strategies() -> Any:
    """`hypothesis.strategies`, or an ImportError that says what to install."""
    try:
        from hypothesis import strategies as found
    except ImportError as error:
        raise ImportError("newsparse.testing needs hypothesis: pip install newsparse[test]") from error
    return found


def articles() -> "SearchStrategy[Article]":
    """Sound articles of every model type: hostile text, crossing marks, nested lists, tables, quotes whose spans hold."""
    st = strategies()
    strategy: SearchStrategy[Article] = st.composite(_draw_article)()
    return strategy


class _Drawer:
    """The strategies of one article; ids count up."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.st = strategies()
        self.ids = 0
        letters = self.st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
        self.string = self.st.one_of(self.st.sampled_from(HOSTILE), self.st.text(letters, max_size=12))
        scalars = self.st.one_of(
            self.st.none(),
            self.st.booleans(),
            self.st.integers(),
            self.string,
            self.st.floats(allow_nan=False, allow_infinity=False),
        )
        self.value = self.st.recursive(
            scalars,
            lambda inner: self.st.lists(inner, max_size=2) | self.st.dictionaries(self.string, inner, max_size=2),
            max_leaves=4,
        )
        self.map = self.st.dictionaries(self.st.sampled_from(["nitf", "html", "ours"]), self.value, max_size=2).map(FrozenMap)

    def new_id(self) -> str:
        self.ids += 1
        return f"b{self.ids}"

    def maybe(self, strategy: Any) -> Any:
        return self.draw(self.st.one_of(self.st.none(), strategy))

    def some(self, make: Any, most: int = 2) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.draw(self.st.integers(0, most))))

    def size(self, least: int = 0, most: int = 9) -> int:
        return int(self.draw(self.st.integers(least, most)))

    def strings(self) -> tuple[str, ...]:
        return self.some(lambda: self.draw(self.string))

    def text(self) -> Text:
        chars = self.draw(self.string)
        return Text(chars, self.some(lambda: self.mark(len(chars))))

    def mark(self, most: int) -> Mark:
        start = self.size(0, most)
        kind = self.draw(self.st.sampled_from(["emphasis", "strong", "code", "html:blink"]))
        return Mark(kind=kind, start=start, end=self.size(start, most), attrs=self.draw(self.map))

    def plain(self, made: type[Any], /, **given: Any) -> Any:
        """A record whose remaining fields are strings, or left out where they may be."""
        for field in attrs.fields(made):
            if field.name not in given:
                given[field.name] = self.draw(self.string) if field.default is attrs.NOTHING else self.maybe(self.string)
        return made(**given)

    def agent(self) -> Agent:
        kind = self.draw(self.st.sampled_from(["person", "organisation", "group", "unknown"]))
        made: Agent = self.plain(Agent, kind=kind, ids=self.some(lambda: self.plain(Identifier)))
        return made

    def provenance(self) -> Provenance:
        if self.draw(self.st.booleans()):
            return Provenance(self.draw(self.string))
        how = self.draw(self.st.sampled_from(["rule", "model"]))
        return Provenance(self.draw(self.string), how, self.maybe(self.st.floats(0, 1)))

    def origin(self) -> Origin | None:
        numbers = {name: self.maybe(self.st.integers(1, 999)) for name in ("byte_start", "byte_end", "line", "column")}
        return Origin(frame=self.size(), path=self.maybe(self.string), **numbers)

    def placed(self) -> dict[str, Any]:
        return {"id": self.new_id(), "origin": self.origin(), "lang": self.maybe(self.string), "extras": self.draw(self.map)}

    def block(self, depth: int = 0) -> Any:
        word = self.draw(self.st.sampled_from(_BLOCKS if depth < 2 else _LEAVES))
        return getattr(self, word)(self.placed(), depth)

    def paragraph(self, placed: Any, depth: int) -> Paragraph:  # noqa: ARG002
        return Paragraph(**placed, text=self.text(), role=self.maybe(self.string))

    def blockquote(self, placed: Any, depth: int) -> Blockquote:
        attribution = self.text() if self.draw(self.st.booleans()) else None
        return Blockquote(**placed, blocks=self.some(lambda: self.block(depth + 1)), attribution=attribution)

    def list_block(self, placed: Any, depth: int) -> ListBlock:
        items = self.some(lambda: self.some(lambda: self.block(depth + 1)))
        return ListBlock(**placed, items=items, ordered=self.draw(self.st.booleans()), start=self.maybe(self.st.integers(-9, 9)))

    def cell(self) -> Cell:
        return Cell(text=self.text(), header=self.draw(self.st.booleans()), colspan=self.size(1, 3), rowspan=self.size(1, 3))

    def table(self, placed: Any, depth: int) -> Table:  # noqa: ARG002
        return Table(**placed, rows=self.some(lambda: self.some(self.cell)), caption=self.text())

    def rendition(self) -> Rendition:
        made: Rendition = self.plain(Rendition, width=self.size(), height=None, size=self.size())
        return made

    def media(self, placed: Any, depth: int) -> Media:  # noqa: ARG002
        made: Media = self.plain(Media, **placed, caption=self.text(), renditions=self.some(self.rendition))
        return made

    def preformatted(self, placed: Any, depth: int) -> Preformatted:  # noqa: ARG002
        return Preformatted(**placed, text=self.text())

    def rule(self, placed: Any, depth: int) -> Break:  # noqa: ARG002
        return Break(**placed)

    def raw(self, placed: Any, depth: int) -> Raw:  # noqa: ARG002
        return Raw(**placed, format="html", data=self.draw(self.string))

    def section(self) -> Section:
        headed = self.draw(self.st.booleans())
        title, level = (self.text(), self.size(1, 6)) if headed else (None, 0)
        return Section(**self.placed(), title=title, level=level, blocks=self.some(self.block, 3))

    def moment(self) -> dt.datetime | dt.date | None:
        zones = self.st.one_of(
            self.st.none(), self.st.just(dt.UTC), self.st.just(dt.timezone(dt.timedelta(hours=-5, minutes=-30)))
        )
        moment: dt.datetime | dt.date | None = self.maybe(self.st.one_of(self.st.dates(), self.st.datetimes(timezones=zones)))
        return moment

    def stamp(self) -> Stamp:
        made: Stamp = self.plain(Stamp, value=self.moment())
        return made

    def subject(self) -> Subject:
        made: Subject = self.plain(Subject)
        return made

    def metadata(self) -> Metadata:
        made: Metadata = self.plain(
            Metadata,
            stamps=self.some(self.stamp),
            provider=self.agent(),
            rights=self.plain(Rights),
            subjects=self.some(self.subject),
            genres=self.some(self.subject),
            places=self.some(self.subject),
            keywords=self.strings(),
            signals=self.strings(),
            ed_notes=self.strings(),
            urgency=self.maybe(self.st.integers(1, 8)),
            links=self.some(lambda: self.plain(Link)),
            alt_ids=self.some(lambda: self.plain(Identifier)),
            words_declared=self.maybe(self.st.integers(0, 9999)),
        )
        return made

    def byline(self) -> Byline:
        made: Byline = self.plain(Byline, agents=self.some(self.agent))
        return made

    def spans(self, held: dict[str, str]) -> tuple[Span, ...]:
        if not held:
            return ()
        holders = self.draw(self.st.lists(self.st.sampled_from(sorted(held)), min_size=1, max_size=2))
        starts = [(holder, self.size(0, len(held[holder]))) for holder in holders]
        return tuple(Span(holder, start, self.size(start, len(held[holder]))) for holder, start in starts)

    def quote(self, article: Article, held: dict[str, str]) -> Quote:
        spans = self.spans(held)
        kind = self.draw(self.st.sampled_from(["direct", "indirect", "mixed"]))
        cue_class = self.maybe(self.st.sampled_from(["speech", "attitude", "document"]))
        made: Quote = self.plain(
            Quote,
            id=self.new_id(),
            text=walk.cut(article, spans),
            spans=spans,
            kind=kind,
            provenance=self.provenance(),
            speaker=self.agent(),
            speaker_spans=self.spans(held),
            cue_spans=self.spans(held),
            cue_class=cue_class,
        )
        return made

    def annotation(self, held: dict[str, str]) -> Annotation:
        value: Any = FrozenMap({"it": self.draw(self.value)})["it"]
        return Annotation(id=self.new_id(), kind="x:y", provenance=self.provenance(), spans=self.spans(held), value=value)


_LEAVES = ("paragraph", "table", "media", "preformatted", "rule", "raw")
_BLOCKS = (*_LEAVES, "blockquote", "list_block")


def _draw_article(draw: Any) -> Article:
    d = _Drawer(draw)
    dateline = d.plain(Dateline, date=d.maybe(d.st.one_of(d.st.dates(), d.string)))
    article = d.plain(
        Article,
        title=d.text() if draw(d.st.booleans()) else None,
        deck=d.some(d.text),
        summary=d.text() if draw(d.st.booleans()) else None,
        bylines=d.some(d.byline),
        dateline=dateline,
        sections=d.some(d.section, 3),
        quotes=(),
        annotations=(),
        metadata=d.metadata() if draw(d.st.booleans()) else Metadata(),
        provenance=FrozenMap({"title": d.provenance()}),
        document=d.plain(DocumentInfo, size=d.size(), raw=d.maybe(d.st.binary(max_size=6))),
        extras=draw(d.map),
    )
    held = {holder: text.text for holder, text in walk.texts(article)}
    quotes = d.some(lambda: d.quote(article, held)) if held else ()
    made: Article = attrs.evolve(article, quotes=quotes, annotations=d.some(lambda: d.annotation(held)))
    return made
