"""Reads ninjs, the IPTC's news in JSON: 1.x (flat), 2.x (lists), 3.x (camelCase), and what Superdesk adds to them.

A document is one item, a list of them, either in the envelopes of an interface (`kit.json.objects`), or JSON Lines. The
generations differ in names, which `fields` has as tables; what no table knows is kept in `extras["ninjs"]` under its own name. Of
several bodies the one with the most markup is read; media that are associated become Media blocks behind the text, unless it
shows them.
"""

import json
from collections.abc import Iterator
from typing import Final

import attrs

from newsparse.context import Context
from newsparse.kit import json as kit_json
from newsparse.kit.dialect import Family
from newsparse.kit.fieldmap import Habits
from newsparse.model.article import Article
from newsparse.plugin import Document, Frame, Head, Match, Reader, option
from newsparse.readers.ninjs.read import article

# Keys that no other JSON has together, those first that hardly any other has at all; with their quotation marks, so that text
# does not match.
_OWN = tuple(
    f'"{name}"'
    for name in (
        "versioncreated", "versionCreated", "firstcreated", "firstCreated", "pubstatus", "pubStatus", "copyrightholder",
        "copyrightHolder", "copyrightnotice", "copyrightNotice", "usageterms", "usageTerms", "body_html", "body_xhtml",
        "body_text", "bodies", "description_text", "description_html", "representationtype", "representationType",
    )
)  # fmt: skip
_SHARED = tuple(
    f'"{name}"'
    for name in (
        "ednote", "edNote", "headlines", "descriptions", "slugline", "byline", "located", "infosource",
        "infosources", "infoSources",
    )
)  # fmt: skip
_MEDIA = ('"associations"', '"renditions"')
_IDENTITY = frozenset({"uri", "guid", "headline", "headlines"})
_KEYS = _IDENTITY | {name.strip('"') for name in (*_OWN, *_SHARED, "type", "language")}
_OURS = '"newsparse"'
_OTHERS = ('"digitalwires@', '"article_html"')
_FAMILY: Final = Family("ninjs", "newsparse.readers.ninjs", Habits)


@attrs.frozen(kw_only=True)
class Options:
    """How items are read."""

    dialect: str | None = option(None, help="the agency's habits to read by, instead of those that the item shows")


def sniff(head: Head) -> Match:
    """CERTAIN for three keys of ninjs; LIKELY for one of its own, an identifier or media, as long values may hide others."""
    text = head.text
    if not kit_json.begins(text) or any(sign in text for sign in _OTHERS) or _OURS in text[:64]:
        return Match.NO
    own, shared = sum(mark in text for mark in _OWN), sum(mark in text for mark in _SHARED)
    if own + shared >= 3:
        return Match.CERTAIN
    named = '"uri"' in text or '"guid"' in text
    likely = own or (named and (shared or '"headline"' in text)) or all(mark in text for mark in _MEDIA)
    return Match.LIKELY if likely else Match.NO


def split(document: Document, options: Options, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each item; a line of JSON Lines that is no JSON fails alone."""
    lines = kit_json.frames(document)
    yield from lines
    if lines or not document.data.strip():
        return
    found = kit_json.load_all(document.data, ctx, "ninjs.bad-syntax", charset=document.charset)
    items = [attrs.evolve(one, value=item) for one in found for item in kit_json.objects(one.value, _IDENTITY, _KEYS)]
    for index, item in enumerate(items):
        yield Frame(data=b"", index=index, charset=document.charset, item=item)


def parse(frame: Frame, options: Options, ctx: Context) -> Article:
    """The article; ParseError `ninjs.no-article` for what is no object, or states nothing that an article has."""
    item = frame.item
    if item is None:
        item = kit_json.load_line(frame, ctx, "ninjs.bad-syntax")
    if item is None or not isinstance(item.value, dict):
        what = "nothing" if item is None else f"a {type(item.value).__name__}"
        raise ctx.fail("ninjs.no-article", f"{what} where an item was looked for")
    head = json.dumps(item.value, ensure_ascii=False)[:4096] if ctx.dialects else ""  # ours has no signs
    return article(item, ctx, frame.index, _FAMILY.choose(head, ctx, options.dialect))


READER = Reader(
    name="ninjs",
    title="ninjs: IPTC News in JSON",
    sniff=sniff,
    split=split,
    parse=parse,
    options=Options,
    dialects=_FAMILY.listed,
    elements=(),
    extensions=("json", "ninjs"),
    media_types=("application/json", "application/ninjs+json", "application/vnd.iptc.ninjs+json"),
    spec="https://iptc.org/std/ninjs/",
)
