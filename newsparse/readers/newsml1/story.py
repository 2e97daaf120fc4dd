"""A story of NewsML 1 as an article: what each of its components says, its texts and its media."""

from base64 import b64decode
from functools import partial
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.kit import markup, openings, wirebody, xml, xmlout
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.charset import decode
from newsparse.kit.dialect import Dialect
from newsparse.kit.fieldmap import Habits
from newsparse.kit.fieldpaths import Found
from newsparse.kit.inline import joined
from newsparse.kit.nitfhead import fill_from_nitf
from newsparse.kit.wire import apply_constants
from newsparse.kit.xml import XML_LANG, Element
from newsparse.model.agents import Agent, Byline
from newsparse.model.article import Article
from newsparse.model.blocks import Media, Rendition
from newsparse.model.frozen import FrozenMap
from newsparse.model.metadata import Rights
from newsparse.model.text import Text
from newsparse.readers.newsml1.components import (
    BODY_ROLES,
    CAPTION_ROLES,
    SUMMARY_ROLES,
    TITLE_ROLES,
    Component,
    Piece,
    Story,
    are_equivalents,
    goodness,
    language_of,
    pieces,
)
from newsparse.readers.newsml1.metadata import Stated


class Reading:
    """One story in the reading."""

    def __init__(self, story: Story, ctx: Context, dialect: Dialect[Habits]) -> None:
        loaded = story.loaded
        self.story = story
        self.builder = ArticleBuilder(
            ctx=ctx, format="newsml1", charset=loaded.charset, charset_from=loaded.charset_from, clean=False
        )
        self.ctx = ctx
        self.stated = Stated(self.builder, ctx, story.frame)
        self.dialect = dialect
        if dialect.habits.fields:
            whole = story.component is None or story.component is xml.child(story.item, "NewsComponent")
            holder = story.item if whole or story.component is None else story.component
            self.stated.found = Found.of(holder, dialect.habits.fields)
        if dialect.name != "default":
            self.stated.keep("dialect", dialect.name)

    def article(self) -> Article:
        """The article of it all."""
        builder, stated, story = self.builder, self.stated, self.story
        found = [] if story.component is None else pieces(story.component)
        texts, groups, others = self._sorted(found)
        if not texts and not story.loaded.end and (piece := _longest(others)) is not None:
            others.remove(piece)
            texts.append(piece)
        for lines in xml.descendants(story.item, "NewsLines") if story.loaded.ampersands else ():
            wirebody.unescape(lines, builder)
        if story.loaded.root is not story.item:
            stated.envelope(xml.around(story.item, "NewsML", story.loaded.root))
        stated.item(story.item)
        self._say_components(texts, found)
        builder.lang = builder.lang or story.item.get(XML_LANG) or story.loaded.root.get(XML_LANG)
        self._lines_of_pieces(others)
        media = self._media(groups)
        given = {name: partial(_place, made, media) for made in media for name in made.names}
        for piece in texts:
            self._body(piece, given)
        for made in media:
            if not made.used:
                builder.add(made.media(builder))
        self._settle()
        if builder.silent:
            raise self.ctx.fail("newsml1.no-article", "the NewsItem says nothing", at=xml.origin(story.item, story.frame or 0))
        return builder.finish()

    def _say_components(self, texts: list[Piece], found: list[Piece]) -> None:
        """The metadata of the components above the text, or else above the first medium; inner ones say more than outer."""
        story = self.story
        main = xml.child(story.item, "NewsComponent")
        chain: list[Element] = [] if main is None or main is story.component else [main]
        leading = texts or found
        if leading:
            chain.extend(above.element for above in leading[0].chain)
        elif story.component is not None:
            chain.append(story.component)
        for component in chain:
            if component is story.component:
                self.builder.lang = language_of(component) or self.builder.lang
            self.stated.component(component)

    # Which text is what

    def _sorted(self, found: list[Piece]) -> tuple[list[Piece], dict[Component, list[Piece]], list[Piece]]:
        """(the texts of the body, media by the component that holds each with its caption, all other texts)."""
        media = [piece for piece in found if piece.kind not in {"text", "other"}]
        holding = {component for piece in media if len(piece.chain) > 1 for component in piece.chain}
        beside = {piece.chain[-1] for piece in media if len(piece.chain) > 1}
        prose = [p for p in found if p.kind == "text" and p.role in BODY_ROLES and p.chain[-1] not in beside]
        outside = {component for piece in prose for component in piece.chain}
        tops: dict[Component, list[Piece]] = {}
        texts: list[Piece] = []
        others: list[Piece] = []
        for piece in found:
            top = next((c for c in piece.chain[1:] if c not in outside), None)
            caption = piece.kind == "text" and piece.role in CAPTION_ROLES
            if piece.kind not in {"text", "other"} or top in holding or caption:
                tops.setdefault(top if top is not None else piece.chain[0], []).append(piece)
            elif piece.kind == "text" and piece.role in BODY_ROLES:
                texts.append(piece)
            else:
                others.append(piece)
        return _best(texts), tops, others

    def _lines_of_pieces(self, others: list[Piece]) -> None:
        """Texts whose role is a line of the article's head; what has another role is kept under it."""
        broken = xml.broken(self.story.loaded)
        for piece in others:
            data = piece.data
            if data is None:
                self.stated.file(piece.element)
                continue
            if data in broken:
                continue
            text = self._text(data)
            if not text.text:
                continue
            if piece.role in TITLE_ROLES and self.builder.title is None:
                self.builder.title = text
            elif piece.role in SUMMARY_ROLES and self.builder.summary is None:
                self.builder.summary = text
            elif piece.role not in TITLE_ROLES or self.builder.title is None or text.text != self.builder.title.text:
                self.stated.keep("content", {"role": piece.role, "text": text.text}, many=True)

    def _decode(self, data: Element) -> None:
        """Make characters of content that is packed in base64; `newsml1.bad-base64` where it is not what its Encoding says."""
        encoding = data.getparent()
        if encoding is None or (encoding.get("Notation") or "").lower() != "base64":
            return
        try:
            letters = "".join((data.text or "").split())
            whole = len(letters) // 4 * 4 if self.story.loaded.end else None  # as far as it goes, where the document breaks off
            packed = b64decode(letters[:whole], validate=True)
        except ValueError:
            told = "said to be base64 and is not; read as it stands"
            self.ctx.report("newsml1.bad-base64", told, at=xml.origin(data, self.story.frame or 0))
            return
        encoding.attrib.pop("Notation")  # what is unpacked is not packed any more
        data.text = xmlout.ILLEGAL.sub("\ufffd", decode(packed).text)

    def _text(self, data: Element) -> Text:
        """A content's characters as one text."""
        self._decode(data)
        scratch = ArticleBuilder(ctx=self.ctx, format="newsml1")
        wirebody.read_content(data, scratch)
        lines = [block.text for block in scratch.opening(1000) if hasattr(block, "text")]
        if scratch.title is not None:
            lines.insert(0, scratch.title)
        return joined(*lines) if lines else Text("")

    def _body(self, piece: Piece, given: dict[str, Any]) -> None:
        data = piece.data
        assert data is not None
        self._decode(data)
        loaded = self.story.loaded
        nitf = wirebody.read_content(data, self.builder, frame=self.story.frame, given=given, ampersands=loaded.ampersands)
        if nitf is not None:
            fill_from_nitf(nitf, self.builder, self.story.frame, cut=bool(self.story.loaded.end))
        self.stated.characteristics(piece.element)

    # Media

    def _media(self, groups: dict[Component, list[Piece]]) -> list["_Medium"]:
        """The media in order; a caption that stands beside them alone is the first one's."""
        made: list[_Medium] = []
        loose: list[Text] = []
        broken = xml.broken(self.story.loaded)
        for top, members in groups.items():
            files = [p for p in members if p.kind not in {"text", "other"}]
            captions = [text for p in members if p.kind == "text" and (data := p.data) is not None
                        and (text := self._text(data)).text]  # fmt: skip
            if not files:
                loose.extend(captions)
                continue
            medium = self._medium(top.element, files, captions)
            if top.element not in broken or medium.best is not None:  # a better file may have followed
                made.append(medium)
        if loose and made:
            made[0].caption = made[0].caption or joined(*loose)
        elif loose:
            self.stated.keep("content", [{"role": "caption", "text": text.text} for text in loose])
        return made

    def _medium(self, top: Element, files: list[Piece], captions: list[Text]) -> "_Medium":
        lines = xml.child(top, "NewsLines") if len(files[0].chain) > 1 else None
        said = {name: xml.words(line) for name, line in xml.named(lines)} if lines is not None else {}
        caption = captions[0] if captions else Text(said["HeadLine"]) if said.get("HeadLine") else None
        names = tuple(d for e in (top, *(p.element for p in files)) if (d := e.get("Duid") or e.get("Euid")))
        rest = {name: value for name, value in said.items() if value and name not in {"HeadLine", "CreditLine"}}
        return _Medium(
            kind=files[0].kind,
            files=tuple(file for p in files if (file := _file(p)) is not None),
            caption=caption,
            credit=said.get("CreditLine") or said.get("ByLine") or None,
            names=names,
            extras=rest,
        )

    def _settle(self) -> None:
        builder, stated = self.builder, self.stated
        if not self.story.loaded.end:
            stated.name_by_parts()
        if builder.provider is None and stated.sender and not (self.story.loaded.end and not builder.letters):
            builder.provider = Agent(name=stated.sender, kind="organisation")
        if stated.rights:
            builder.rights = Rights(**stated.rights)
        if builder.slugline is None and stated.label and not (self.story.loaded.end and not builder.letters):
            builder.slugline = stated.label
        stated.found.put(builder)
        if builder.dateline is not None and builder.dateline.place is None and stated.place:
            builder.dateline = attrs.evolve(builder.dateline, place=stated.place)
        openings.infer_lines(builder, place=stated.place, cut=bool(self.story.loaded.end))
        if not builder.bylines and (people := [a for a in stated.creators if a.kind == "person"]):
            builder.bylines.append(Byline(raw=", ".join(a.raw or a.name for a in people), agents=tuple(people)))
        elif stated.creators:
            stated.keep("Creator", [agent.raw or agent.name for agent in stated.creators])
        apply_constants(self.dialect.habits.constants, builder)


def _best(texts: list[Piece]) -> list[Piece]:
    """The texts without those that are the same in another form: so their component says, or they stand side by side."""
    groups: dict[Component, list[Piece]] = {}
    for piece in texts:
        around = next((component for component in piece.chain if are_equivalents(component)), piece.chain[-1])
        groups.setdefault(around, []).append(piece)
    kept: list[Piece] = []
    for component, group in groups.items():
        if len(group) == 1:
            kept.extend(group)
            continue
        best = min(map(goodness, group))
        same = [piece for piece in group if goodness(piece) == best]
        kept.extend(same[:1] if are_equivalents(component) else same)
    return kept


def _longest(others: list[Piece]) -> Piece | None:
    """The longest text whose role nobody knows: the body of a story in which no part says that it is that."""
    unknown = [piece for piece in others if piece.data is not None and piece.role not in TITLE_ROLES | SUMMARY_ROLES]
    return max(unknown, key=lambda piece: len(xml.text(piece.data)) if piece.data is not None else 0, default=None)


def _file(piece: Piece) -> Rendition | None:
    """A file with its sizes; its name is the role, or the use that its characteristics state."""
    content = piece.element
    href = (content.get("Href") or "").strip()
    if not href:
        return None
    stated = _properties(content)
    mime = xml.child(content, "MimeType")
    size = next((e for e in xml.descendants(content, "SizeInBytes")), None)
    return Rendition(
        href=href,
        name=piece.role or stated.get("imageuse") or None,
        media_type=mime.get("FormalName") if mime is not None else None,
        width=wirebody.number(stated.get("width") or stated.get("pixelwidth")),
        height=wirebody.number(stated.get("height") or stated.get("pixelheight")),
        size=wirebody.number(size.text) if size is not None else None,
    )


def _properties(content: Element) -> dict[str, str]:
    return {(p.get("FormalName") or "").lower(): p.get("Value") or "" for p in xml.descendants(content, "Property")}


class _Medium:
    """A medium in the making, to stand where the body points at it, or behind the body."""

    def __init__(
        self,
        kind: str,
        files: tuple[Rendition, ...],
        caption: Text | None,
        credit: str | None,
        names: tuple[str, ...],
        extras: dict[str, str],
    ) -> None:
        self.kind = kind
        self.files = files
        self.caption = caption
        self.credit = credit
        self.names = names
        self.extras = extras
        self.used = False

    @property
    def best(self) -> Rendition | None:
        """The first file that is no small copy."""
        return wirebody.full_size(self.files)

    def media(self, builder: ArticleBuilder) -> Media:
        """The block; its address is the first file's, small copies last."""
        best = self.best or (self.files[0] if self.files else None)
        return Media(
            id=builder.new_id(),
            kind=self.kind,
            href=best.href if best else None,
            caption=self.caption,
            credit=self.credit,
            media_type=best.media_type if best else None,
            renditions=self.files,
            extras=FrozenMap({"newsml1": self.extras}) if self.extras else FrozenMap(),
        )


def _place(made: _Medium, everyone: list[_Medium], walker: markup.Walker) -> None:  # noqa: ARG001
    assert walker.builder is not None
    if not made.used:
        made.used = True
        walker.add(made.media(walker.builder))
