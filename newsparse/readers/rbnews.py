"""RBNews: the XML of the Danish agency Ritzau and of those who take its service. The text is HTML in an element."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import attrs

from newsparse.context import Context
from newsparse.kit import wire
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.dates import parse_iso
from newsparse.kit.inline import collapsed
from newsparse.kit.wrappers import inside
from newsparse.model.agents import Dateline, Identifier
from newsparse.model.article import Article
from newsparse.model.metadata import Link, Subject
from newsparse.model.quick import new_origin, new_text
from newsparse.plugin import Document, Frame, Head, Match, NoOptions, Reader

_ROOTS: Final = ("RBNews",)
_PROSE = frozenset({"content"})
_TAG = re.compile(r"<[^<>]{1,200}>")
_DIGITS = re.compile(r"\d{1,8}\Z")
_IPTC_DIGITS = 8
_FLAGS: Final = {"Annuleret": "kill", "Korrektion": "correction", "NyVersion": "update", "InfoFlash": "flash", "Topstory": "top"}
_STRINGS: Final = {"NewsID": "uid", "strapline": "slugline", "version": "version", "Priority": "priority", "section": "category",
                   "format": "service"}  # fmt: skip
_LISTS: Final = ("IPTCList", "SubjectKeyword", "MultimedieList", "ISIN", "Companies")


def sniff(head: Head) -> Match:
    """CERTAIN for the root element; LIKELY for `RBNEWS`, or in a wrapper that is no other format's."""
    name = head.first_element[0]
    if name == "RBNews":
        return Match.CERTAIN
    return Match.LIKELY if name.lower() == "rbnews" or inside(head) == "RBNews" else Match.NO


def split(document: Document, options: NoOptions, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each root element."""
    from newsparse.kit import xmlitems

    return xmlitems.split(document, ctx, _ROOTS)


def parse(frame: Frame, options: NoOptions, ctx: Context) -> Article:  # noqa: ARG001
    """The article; ParseError `rbnews.no-text` where there is neither a headline nor text.

    Of a document that was cut off, the element in which it ends is not believed.
    """
    from newsparse.kit import xml, xmlitems

    item = xmlitems.item_of(frame, ctx, _ROOTS)
    if item is None:
        raise ctx.fail("rbnews.no-text", "no RBNews element in the document", at=new_origin(frame=frame.index, line=1))
    loaded, root = item.loaded, item.element
    xml.drop_cut(loaded, ctx, _PROSE)
    values = _values(root)
    build = ArticleBuilder(ctx=ctx, format="rbnews", charset=loaded.charset, charset_from=loaded.charset_from)
    for name, field in _STRINGS.items():
        setattr(build, field, values.pop(name, None))
    for name, read in _READ.items():
        if (value := values.pop(name, None)) is not None:
            read(value, build)
    _read_byline(values, build)
    _read_lists(root, build)
    _read_flags(values, build)
    _read_body(xml.child(root, "content"), values.pop("content", None), build)
    if values:
        build.extras["rbnews"] = values
    if build.empty:
        raise ctx.fail("rbnews.no-text", "neither a headline nor text", at=new_origin(frame=frame.index, line=1))
    return build.finish()


def _values(root: Any) -> dict[str, str]:
    """The words of each simple child, by name; nil and empty ones are not there."""
    from newsparse.kit import xml

    found = ((name, xml.text(child).strip()) for name, child in xml.named(root) if name not in _LISTS)
    return {name: text for name, text in found if text}


def _line(source: str) -> str:
    """One line of what may hold tags."""
    return collapsed(_TAG.sub(" ", source)) if "<" in source else collapsed(source)


def _headline(value: str, build: ArticleBuilder) -> None:
    build.set_title(_line(value))


def _subtitle(value: str, build: ArticleBuilder) -> None:
    if line := _line(value):
        build.deck.append(new_text(line))


def _published(value: str, build: ArticleBuilder) -> None:
    moment = parse_iso(value)
    if moment is None:
        build.ctx.report("rbnews.bad-date", f"PublishDate {value[:60]!r} is not read; kept raw")
    build.stamp("updated", value, moment)


def _origin(value: str, build: ArticleBuilder) -> None:
    build.source = value.strip("/ ") or None


def _links(rel: str) -> Callable[[str, ArticleBuilder], None]:
    return lambda value, build: build.links.append(Link(href=value, rel=rel))


_READ: Final[dict[str, Callable[[str, ArticleBuilder], None]]] = {
    "headline": _headline,
    "subtitle": _subtitle,
    "PublishDate": _published,
    "town": lambda value, build: setattr(build, "dateline", Dateline(raw=value, place=value)),
    "origin": _origin,
    "TilRedaktionen": lambda value, build: build.ed_notes.append(_line(value)),
    "HistID": lambda value, build: build.alt_ids.append(Identifier("HistID", value)),
    "Replaces": _links("replaces"),
    "replacedID": _links("replaced-by"),
    "Related": _links("related"),
}


def _read_byline(values: dict[str, str], build: ArticleBuilder) -> None:
    raw = values.pop("byLine", None)
    if raw is None:
        return
    ids = tuple(
        Identifier(scheme, value)
        for scheme, name in (("email", "byLineEmail"), ("phone", "byLinePhone"))
        if (value := values.pop(name, None))
    )
    byline = wire.byline(raw)
    if len(byline.agents) == 1 and ids:
        byline = attrs.evolve(byline, agents=(attrs.evolve(byline.agents[0], ids=ids),))
    elif ids:
        values.update({f"byLine_{found.scheme}": found.value for found in ids})
    build.bylines.append(byline)


def _read_lists(root: Any, build: ArticleBuilder) -> None:
    """IPTC codes (seven or eight digits), keywords, companies, securities; media as links."""
    from newsparse.kit import xml

    for name in _LISTS:
        element = xml.child(root, name)
        if element is None:
            continue
        items = [xml.words(item) for item in xml.children(element)] or xml.words(element).split(",")
        words = [word for item in items if (word := item.strip())]
        if name == "IPTCList":
            codes = (word.zfill(_IPTC_DIGITS) if _DIGITS.match(word) else word for word in words)
            build.subjects.extend(Subject(code=code, scheme="iptc") for code in codes)
        elif name == "SubjectKeyword":
            build.keywords.extend(words)
        elif name == "MultimedieList":
            build.links.extend(Link(href=word, rel="media") for word in words)
        else:
            build.subjects.extend(Subject(label=word, scheme=f"rbnews:{name}", kind="company") for word in words)


def _read_flags(values: dict[str, str], build: ArticleBuilder) -> None:
    """Flags that are set are signals; those that are not say nothing."""
    for name, signal in _FLAGS.items():
        value = values.pop(name, "").lower()
        if value not in {"", "false", "0"}:
            build.signals.append(signal)
    if "kill" in build.signals:
        build.status = "canceled"
        build.say("metadata.status", "rbnews")


def _read_body(element: Any, source: str | None, build: ArticleBuilder) -> None:
    """The text, which is HTML in a string, or elements of it."""
    if source is None:
        return
    from newsparse.kit import bodies, markup

    build.ctx.charge("text_chars", len(source))
    if len(element):
        markup.body(element, bodies.BODY, build)
    else:
        bodies.html(source, build)


READER = Reader(
    name="rbnews",
    title="RBNews, the XML of Ritzau",
    sniff=sniff,
    split=split,
    parse=parse,
    elements=("RBNews",),
    extensions=("xml",),
    media_types=("application/xml", "text/xml"),
)
