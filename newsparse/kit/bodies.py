"""Bodies that come as a string inside another format: HTML in JSON and feeds, or plain text with its paragraphs.

What such strings have in common with no page: paragraphs that only blank lines make, the headline once more at the top, a
dateline as a line of its own, markup that was escaped once too often.
"""

import html as html_entities
import re
from collections.abc import Collection, Sequence
from typing import Final

import attrs

from newsparse.diagnostics import Severity
from newsparse.kit import html as kit_html
from newsparse.kit import markup
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.datelines import marked_dateline
from newsparse.kit.elements import GROUP, HTML, Rule, Vocabulary
from newsparse.kit.inline import collapsed
from newsparse.kit.uris import absolute
from newsparse.kit.wrapped import paragraphs
from newsparse.kit.xml import Element
from newsparse.model.blocks import Block, Media
from newsparse.model.frozen import FrozenMap
from newsparse.model.place import Origin
from newsparse.model.text import Text

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_PARAGRAPHED = re.compile(r"<(?:p|br|div|li|td|pre)\b", re.IGNORECASE)
_TAGS = re.compile(r"(<[^<>]{0,2000}>)")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,20})")
# A blank line beside one of these parts no text; any other tag is inside a paragraph.
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "p"),
        *(
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
        ),
        *("ol", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
        *("video", "audio", "iframe", "script", "style"),
    }
)
_VERBATIM = frozenset({"pre", "script", "style", "textarea"})
_TAG = re.compile(r"<[^<>]{0,2000}>|\n[ \t\r]*\n")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,20}[^<>]{0,500}>")
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|br|div|a|em|strong|b|i|ul|li|h[1-6])\b[^<>]{0,500}?&gt;", re.IGNORECASE)


def _dateline(walker: markup.Walker, element: Element) -> None:
    _filed(walker, "".join(element.itertext()))


def _dateline_of_parts(walker: markup.Walker, element: Element) -> None:
    """Place and source in elements of their own, with nothing between them."""
    _filed(walker, " ".join(element.itertext()))


def _filed(walker: markup.Walker, said: str) -> None:
    build, raw = walker.builder, collapsed(said)
    if build is None or not raw:
        return
    if build.dateline is None:
        build.dateline = marked_dateline(raw)
    elif build.dateline.raw == build.dateline.place:  # stated apart, as a place alone
        build.dateline = attrs.evolve(build.dateline, raw=raw)


def _footer(walker: markup.Walker, element: Element) -> Rule | None:
    """A footer, unless it is the byline once more."""
    build = walker.builder
    words = collapsed("".join(element.itertext()))
    return None if build is not None and any(byline.raw == words for byline in build.bylines) else GROUP


_CREDIT = Rule(kind="credit")
BODY: Final[Vocabulary] = attrs.evolve(
    HTML,
    rules={**HTML.rules, "footer": Rule(kind="custom", handle=_footer)},
    classes={
        "dateline": Rule(kind="custom", handle=_dateline),
        "dat": Rule(kind="custom", handle=_dateline_of_parts),
        **dict.fromkeys(("credit", "photographer", "photo-credit", "image-credit", "media-credit"), _CREDIT),
        "byline": _CREDIT,
    },
    noted={"dateline": _dateline},
)
"""HTML, and the classes by which agencies and systems name lines that are not text."""


def html(
    source: str,
    builder: ArticleBuilder,
    vocabulary: Vocabulary = BODY,
    *,
    loose: bool | None = None,
    at: Origin | None = None,
    base: str | None = None,
) -> None:
    """Add a body of HTML: sections, blocks, marks. An `h1` that repeats the title is left out.

    `loose`: blank lines make paragraphs; None: where no tag does. `at` is where the string is in the document, `base` the
    address that those in it are relative to.
    """
    if "<" not in source and _ESCAPED_TAG.search(source):
        builder.ctx.report(
            f"{builder.format}.escaped-twice", "the body's markup was escaped once more; unescaped", severity=Severity.INFO
        )
        source = html_entities.unescape(source)
    if not source.strip():
        return
    if source.count("<p>") + source.count("<p ") > builder.ctx.limits.blocks:
        builder.ctx.charge("blocks", builder.ctx.limits.blocks + 1)  # parsing it first would take seconds
    source = source.strip()
    if (loose or (loose is None and not _PARAGRAPHED.search(source))) and _BLANK_LINE.search(source):
        source = _paragraphed(source)
    root = kit_html.fragment(source, builder.ctx)
    join_addresses(root, base)
    if builder.title is not None:
        _drop_title(root, builder.title.text)
    markup.body(root, vocabulary, builder, at=at)


def _paragraphed(source: str) -> str:
    """HTML with a `<p>` for each blank line that parts text, as systems like WordPress have it."""
    made: list[str] = []
    verbatim: str | None = None
    parts = _TAGS.split(source)
    for number, part in enumerate(parts):
        if number % 2 == 0 and verbatim is None and _BLANK_LINE.search(part):
            before, after = parts[number - 1 : number], parts[number + 1 : number + 2]
            made.append(_blank_lines(part, "".join(before), "".join(after)))
            continue
        made.append(part)
        name = _name(part) if number % 2 else ""
        if verbatim is None and name in _VERBATIM:
            verbatim = name
        elif name == verbatim and part[1:2] == "/":
            verbatim = None
    return "".join(made)


def _blank_lines(text: str, before: str, after: str) -> str:
    """Text between two tags: blank lines beside words or tags inside a paragraph begin a paragraph."""
    pieces = _BLANK_LINE.split(text)
    if not pieces[0].strip() and _name(before) in _BLOCKS:
        pieces[0:2] = ["\n" + pieces[1]]
    if len(pieces) > 1 and not pieces[-1].strip() and _name(after) in _BLOCKS:
        pieces[-2:] = [pieces[-2] + "\n"]
    return "<p>".join(pieces)


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""


def plain(source: str, builder: ArticleBuilder, *, at: Origin | None = None) -> None:
    """Add a body of plain text, its paragraphs by `kit.wrapped`; a first line that is the headline once more is left out.

    `at` is where the string is in the document.
    """
    first, _, rest = source.strip().replace("\r\n", "\n").replace("\r", "\n").partition("\n")
    if rest and builder.title is not None and collapsed(first) == builder.title.text:
        first, rest = "", rest.strip("\n")
    for words in paragraphs(f"{first}\n{rest}" if first else rest):
        builder.paragraph(words, origin=at)


def media(made: Sequence[tuple[Media, Collection[str]]], builder: ArticleBuilder) -> None:
    """Put media that stand beside the body behind it; those that the body shows already only get what it leaves out.

    Each comes with the addresses under which a body may show it, beside those of its own; its id is given here.
    """
    known: dict[str, int] = {}
    several: list[Media] = []
    for one, others in made:
        addresses = [address for address in (one.href, *others, *(r.href for r in one.renditions)) if address]
        number = next((known[address] for address in addresses if address in known), None)
        if number is None:
            number = len(several)
            several.append(one)
        else:
            several[number] = _completed(several[number], one, builder.format)  # an enclosure and the same in Media RSS
        for address in addresses:
            known.setdefault(address, number)
    shown: set[int] = set()

    def complete(block: Block) -> Block:
        number = known.get(block.href) if isinstance(block, Media) and block.href else None
        if number is None or not isinstance(block, Media):
            return block
        shown.add(number)
        return _completed(block, several[number], builder.format)

    if known:
        builder.change_blocks(complete)
    for number, one in enumerate(several):
        if number not in shown:
            builder.add(attrs.evolve(one, id=builder.new_id()))


def _completed(one: Media, more: Media, format_name: str) -> Media:
    """`one` with what only `more` says; another caption or credit is kept in the extras."""
    others = {
        "caption": more.caption.text if more.caption and one.caption and more.caption.text != one.caption.text else None,
        "credit": more.credit if more.credit and one.credit and more.credit != one.credit else None,
    }
    kept = {key: value for key, value in others.items() if value is not None}
    extras = one.extras.merged(more.extras) if more.extras else one.extras
    if kept:
        own = extras.get(format_name)
        extras = extras.merged({format_name: {**(own if isinstance(own, FrozenMap) else {}), **kept}})
    return attrs.evolve(
        one,
        kind=more.kind if one.kind == "picture" else one.kind,
        caption=one.caption or more.caption,
        credit=one.credit or more.credit,
        alt=one.alt or more.alt,
        media_type=one.media_type or more.media_type,
        renditions=one.renditions or more.renditions,
        extras=extras,
    )


def line(source: str, builder: ArticleBuilder, *, base: str | None = None) -> Text:
    """A string of HTML as one text, with its marks: a headline, a summary. `base` is what addresses are relative to."""
    if not _TAG.search(source) and "&" not in source:
        return Text(collapsed(source))
    root = kit_html.fragment(source, builder.ctx)
    join_addresses(root, base)
    return markup.text(root, BODY, builder.ctx)


def join_addresses(root: Element, base: str | None) -> None:
    """Join the addresses of links and media in `root` to the one that they are relative to; nothing is done without one."""
    if not base:
        return
    for element in root.iter("*"):
        for name in _ADDRESSES:
            stated = element.get(name)
            if stated is not None and (joined := absolute(stated.strip(), base)) != stated:
                element.set(name, joined)


_ADDRESSES = ("href", "src", "data-src", "poster", "data", "cite")


def is_html(source: str) -> bool:
    """Whether a string that may be either has tags or references."""
    return ("<" in source and _TAG.search(source) is not None) or re.search(r"&(?:#\d+|[A-Za-z]+);", source) is not None


def _drop_title(root: Element, title: str) -> None:
    """Take out the first `h1`, the article's own heading, if the title stands in it; one of a section is an `h2` or below."""
    first = next(root.iter("h1"), None)
    if first is None or collapsed("".join(first.itertext())) != collapsed(title):
        return
    parent = first.getparent()
    if parent is None:
        return
    before = first.getprevious()
    if first.tail:
        if before is not None:
            before.tail = (before.tail or "") + first.tail
        else:
            parent.text = (parent.text or "") + first.tail
    parent.remove(first)
