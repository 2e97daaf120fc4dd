"""Bodies of XML wires: NITF, XHTML, agencies' own elements, text and escaped markup, whatever the envelope is.

NITF's body elements (NITF 3.6, body.content) and those that agencies mix with them are the tables here; the walk is
`kit.markup`. What an article repeats of its own head (the headline as `h1`) is left out.
"""

import html as entities
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from newsparse.context import Context
from newsparse.diagnostics import counted
from newsparse.errors import ParseError
from newsparse.kit import bodies, markup, xml, xmlout
from newsparse.kit.attributes import attributes_of
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.elements import GROUP, HEADING, HTML, SKIP, Rule, Vocabulary, mark, picture
from newsparse.kit.inline import collapsed, joined
from newsparse.kit.markup import Walker, keep_raw
from newsparse.kit.names import credited, strip_by
from newsparse.kit.wrapped import paragraphs
from newsparse.kit.xml import Element
from newsparse.model.agents import Agent, Byline, Identifier
from newsparse.model.blocks import Media, Paragraph, Rendition
from newsparse.model.frozen import EMPTY, FrozenMap
from newsparse.model.text import Text

MEDIA_KINDS: Final = {
    "image": "picture", "photo": "picture", "picture": "picture", "icon": "picture", "graphic": "graphic",
    "infographic": "graphic", "video": "video", "animation": "video",
    "audio": "audio", "sound": "audio", "text": "text", "data": "data", "other": "other",
}  # fmt: skip
"""What formats call a medium, in lower case, to our kinds."""
_SMALL = frozenset(("preview", "lowres", "quicklook", "thumbnail", "thumb", "icon"))
_MARKUP = re.compile(r"</?(?:p|br|div|span|html|body|h[1-6]|ul|ol|li|table|b|i|em|strong|a)\b[^<>]{0,500}>", re.IGNORECASE)
_ESCAPED = re.compile(r"&(?:#\d{1,6}|#x[0-9A-Fa-f]{1,5}|[A-Za-z]{2,8}[0-9]{0,2});")  # unknown names stay


def _all(kind: str) -> Rule:
    """A mark that keeps all attributes."""
    return Rule(kind="mark", name=kind)


# What custom elements do


def _media(walker: Walker, element: Element) -> None:
    """NITF's `media`: the first reference is its address, the others are renditions."""
    there = xml.child(element, "media-reference")
    pointer = "" if there is None else there.get("data-location") or ""
    known = walker.given.get(pointer[1:]) if pointer.startswith("#") else None
    if known is not None:
        known(walker)
        return
    walker.add(media_of(walker, element))


def media_of(walker: Walker, element: Element) -> Media:
    """The medium that a NITF `media` element describes."""
    references = list(xml.children(element, "media-reference"))
    first = references[0] if references else None
    caption = [markup.text(e, walker.vocabulary, walker.ctx) for e in xml.children(element, "media-caption", "caption")]
    caption = [text for text in caption if text.text]
    kind = element.get("media-type") or "picture"
    placed = walker.placed(element)
    placed["extras"] = FrozenMap({"nitf": _media_extras(element, references)})
    return Media(
        kind=MEDIA_KINDS.get(kind.lower(), kind),
        href=_address(first) if first is not None else None,
        caption=joined(*caption) if caption else None,
        credit=" / ".join(c for e in xml.children(element, "media-producer") if (c := xml.words(e))) or None,
        alt=None if first is None else first.get("alternate-text") or None,
        media_type=None if first is None else first.get("mime-type") or None,
        renditions=tuple(
            _rendition(r) for r in references if _address(r) and (r.get("width") or r.get("name") or r is not first)
        ),
        **placed,
    )


def _address(reference: Element) -> str | None:
    stated = (reference.get("source") or reference.get("data-location") or reference.get("src") or "").strip()
    return None if stated.startswith("#") else stated or None


def _rendition(reference: Element) -> Rendition:
    return Rendition(
        href=_address(reference) or "",
        name=reference.get("name") or None,
        media_type=reference.get("mime-type") or None,
        width=number(reference.get("width")),
        height=number(reference.get("height")),
    )


def full_size(files: Iterable[Rendition]) -> Rendition | None:
    """The first file that does not say of itself that it is a small copy."""
    return next((file for file in files if (file.name or "").lower() not in _SMALL), None)


def number(value: str | None) -> int | None:
    """A whole number as formats write it; None where it is none."""
    digits = value.strip() if value else ""
    return int(digits) if digits.isdigit() and digits.isascii() and len(digits) <= _MOST_DIGITS else None


_MOST_DIGITS = 9
_REFERENCE = ("source", "src", "mime-type", "width", "height", "alternate-text", "name")


def _media_extras(element: Element, references: list[Element]) -> dict[str, Any]:
    """What of a `media` element has no field."""
    found: dict[str, Any] = attributes_of(element, but=("media-type",))
    if loose := collapsed(" ".join([element.text or "", *(child.tail or "" for child in element)])):
        found["#text"] = loose
    for name, child in xml.named(element):
        if name == "media-metadata":
            found.setdefault(name, {})[child.get("name") or ""] = child.get("value") or xml.text(child)
        elif name not in {"media-reference", "media-caption", "caption", "media-producer"}:
            found.setdefault(name, []).append(xml.plain(child))
    rest = [attributes_of(reference, but=_REFERENCE) for reference in references]
    if any(rest):
        found["media-reference"] = rest
    return found


def _title(walker: Walker, element: Element) -> Rule | None:
    """A heading, unless it is the headline once more, or opens a story that states none: then it is the headline."""
    builder = walker.builder
    if builder is None:
        return HEADING
    if builder.title is None and not builder.opening(1):
        builder.title = markup.text(element, walker.vocabulary, walker.ctx)
        builder.say("title", "wirebody", "rule")
        return None
    same = builder.title is not None and xml.words(element).casefold() == builder.title.text.casefold()
    return None if same else HEADING


def _pre(walker: Walker, element: Element) -> Rule | None:
    """Preformatted text; paragraphs where the agency sends prose so, or all of its text, and no columns show."""
    lines = [line for line in xml.text(element).split("\n") if line.strip()]
    columns = sum(_COLUMNS.search(line) is not None for line in lines)
    prose = walker.given.get("pre") == "prose" or (not columns and _is_prose(element, lines))
    if not prose or columns * 5 > len(lines):
        return _PRE
    for text in paragraphs(xml.text(element)):
        walker.add(Paragraph(text=Text(text), **walker.placed(element)))
    return None


def _is_prose(element: Element, lines: list[str]) -> bool:
    """Whether a body is one preformatted text, its lines as long as sentences are, its paragraphs shown by indents or gaps."""
    parent = element.getparent()
    if parent is None or len(parent) > 1 or len(element) or not lines:
        return False
    return len(paragraphs(xml.text(element))) > 1 and sum(len(line.split()) for line in lines) >= _SENTENCE * len(lines)


def _line_of_head(walker: Walker, element: Element) -> Rule | None:
    """A byline in the body; a paragraph where the head states one."""
    builder = walker.builder
    raw = xml.words(element)
    if builder is None or builder.bylines or not raw:
        return _BYLINE
    builder.bylines.append(Byline(raw=raw, agents=credited(raw)))
    return None


def _illustration(walker: Walker, element: Element) -> None:
    """An agency's own element of a picture: its address in an attribute, its words the caption."""
    caption = markup.text(element, walker.vocabulary, walker.ctx)
    href = next((value for name in ("src", "href", "source", "url") if (value := (element.get(name) or "").strip())), None)
    walker.add(Media(kind="picture", href=href, caption=caption if caption.text else None, **walker.placed(element)))


def _header(walker: Walker, element: Element) -> Rule | None:
    """A page header that repeats the article's head; kept in the extras."""
    builder = walker.builder
    if builder is None or builder.title is None:
        return GROUP
    title = builder.title.text.casefold()
    if not any(xml.words(h).casefold() == title for h in xml.descendants(element, "h1", "h2", "h3")):
        return GROUP
    builder.extras.setdefault("html", {})["header"] = xml.plain(element)
    return None


_COLUMNS = re.compile(r"\S(?: {3}|\t)\s*\S")
_PRE = Rule(kind="pre")
_BYLINE = Rule(kind="paragraph", name="byline")
_SENTENCE = 7  # words
_STYLES = ("strong", "underline", "strike", "code", "sub", "sup")
_COMMON = {
    # Elements of agencies' own, under the names that they have in lower case.
    "rubrik": Rule(kind="custom", handle=_title),
    "byline": Rule(kind="custom", handle=_line_of_head),
    "bild": Rule(kind="custom", handle=_illustration),
    "mellis": HEADING,
    "mellanrubrik": HEADING,
    "subhead": HEADING,
    "ingress": GROUP,
    "brodtext": GROUP,
    "citat": mark("q"),
    "img": picture("picture", "src", "source", "data-src"),
}

NITF: Final = HTML.varied(
    "nitf",
    {
        **_COMMON,
        "p": Rule(kind="paragraph", attributes=("lede", "summary")),
        "hl1": Rule(kind="custom", handle=_title),
        "h1": Rule(kind="custom", handle=_title),
        "hl2": HEADING,
        "body.content": GROUP,
        "body.head": SKIP,
        "body.end": SKIP,
        "block": GROUP,
        "bq": Rule(kind="quote"),
        "credit": Rule(kind="attribution", name="credit"),
        "fn": Rule(kind="paragraph", name="footnote"),
        "media": Rule(kind="custom", handle=_media),
        "pre": Rule(kind="custom", handle=_pre),
        "nitf-table": GROUP,
        "nitf-table-metadata": Rule(kind="custom", handle=keep_raw),
        "custom-table": Rule(kind="custom", handle=keep_raw),
        "table-reference": Rule(kind="custom", handle=keep_raw),
        "em": Rule(kind="mark", name="emphasis", attributes=(), by_class={kind: mark(kind) for kind in _STYLES}),
        "lang": mark("lang", "lang", needs=True),
        "q": _all("q"),
        "person": _all("person"),
        "org": _all("org"),
        "location": _all("place"),
        "event": _all("event"),
        "chron": _all("date"),
        "money": _all("money"),
        "a": Rule(kind="mark", name="link", attributes=("href", "title"), needs=True),
    },
    extras=True,
    wrapped=True,
)
"""NITF, with what else is found in its bodies."""
XHTML: Final = attrs.evolve(
    HTML.varied(
        "html",
        {
            **_COMMON,
            "h1": Rule(kind="custom", handle=_title),
            "header": Rule(kind="custom", handle=_header),
            "company": _all("org"),
        },
        extras=True,
        wrapped=True,
    ),
    classes={name: rule for name, rule in bodies.BODY.classes.items() if rule.kind == "credit"},
)
"""HTML as wires carry it."""


def read_content(
    element: Element,
    builder: ArticleBuilder,
    *,
    frame: int | None = None,
    given: Mapping[str, Any] = EMPTY,
    ampersands: bool = True,
) -> Element | None:
    """Add the body that `element` holds to the article; the `nitf` element if it is one, as its head may say more.

    Markup in a string (CDATA, escaped once or twice) is read as NITF or a page where it is one and sound, else as HTML,
    and text as paragraphs. `ampersands` False: the document's characters have no `&`, and so nothing that was escaped twice.
    """
    if len(element) == 0 and (inner := grown(xml.text(element), builder.ctx)) is not None:
        element.text = None
        element.append(inner)
    if len(element) == 0:
        _read_string(xml.text(element), element, builder, frame)
        return None
    if ampersands:
        unescape(element, builder)
    nitf = element if xml.local(element) == "nitf" else _within(element, "nitf")
    if nitf is not None:
        for content in nitf_contents(nitf):
            if len(content) == 0:
                _read_string(xml.text(content), content, builder, frame)
            else:
                markup.body(content, NITF, builder, frame=frame, given=given)
        return nitf
    element = _inside(element)
    page = element if xml.local(element) == "html" else _within(element, "html")
    inner = xml.child(page, "body") if page is not None else _within(element, "body")
    inner = inner if inner is not None else element
    if len(inner) == 0:
        _read_string(xml.text(inner), inner, builder, frame)
        return None
    main = _main_part(inner, builder) if page is not None else None
    inner = inner if main is None else main
    markup.body(inner, XHTML if page is not None else _vocabulary(inner), builder, frame=frame, given=given)
    return None


def grown(text: str, ctx: Context) -> Element | None:
    """The element of NITF or of a page that stands as characters; None where there is none, or it is not sound."""
    if "<" not in text or _AS_TEXT.search(text) is None:
        return None
    whole = text.strip() if _XML_START.match(text) else f"<content>{text}</content>"
    try:
        return xml.parse(whole.encode("utf-8", "replace"), ctx, charset="utf-8", recover_ok=False)
    except ParseError:
        return None


_AS_TEXT = re.compile(r"<(?:nitf|body\.content|hedline|hl1|html)[\s>]")
_XML_START = re.compile(r"\s*+<(?:\?xml\s|!DOCTYPE\s|(?:nitf|html)[\s>])")


def _main_part(body: Element, builder: ArticleBuilder) -> Element | None:
    """The part of a page that says it is the main one, beside nothing but other parts, which are kept; None where none is."""
    parts = []
    for name, part in xml.named(body):
        if name not in _PARTS and not _is_main(part):
            return None
        parts.append(part)
    main = [part for part in parts if _is_main(part)]
    if len(main) != 1:
        return None
    rest = [xml.plain(part) for part in parts if part is not main[0] and xml.local(part) != "header"]
    header = next((xml.plain(part) for part in parts if xml.local(part) == "header"), None)
    kept = {name: value for name, value in (("parts", rest), ("header", header)) if value}
    if kept:
        builder.extras.setdefault("html", {}).update(kept)
    return main[0]


def _is_main(part: Element) -> bool:
    return xml.local(part) == "main" or "main" in (part.get("class") or "").split()


_PARTS = frozenset(("section", "header", "footer", "aside", "nav"))  # of a page; a `div` beside it may be of the story


def nitf_contents(nitf: Element) -> list[Element]:
    """The `body.content` elements that hold the story, not those of notes in its head; where there is none, the body."""
    body = xml.child(nitf, "body")
    if body is None:
        return list(xml.children(nitf, "body.content"))
    return list(xml.children(body, "body.content")) or [body]


def _within(element: Element, name: str) -> Element | None:
    """The first child or grandchild of this name; paragraphs, of which there may be many, are not looked into."""
    for child in element:
        if xml.local(child) == name:
            return child
        if len(child) and NITF.rule(child.tag).kind != "paragraph" and (found := xml.child(child, name)) is not None:
            return found
    return None


def _inside(element: Element) -> Element:
    """The element inside of wrappers that nobody knows and that hold nothing but one other."""
    while len(element) == 1 and isinstance((inner := element[0]).tag, str) and len(inner):
        if f"{element.text or ''}{inner.tail or ''}".strip() or NITF.rule(inner.tag).kind != "unknown":
            break
        element = inner
    return element


def _vocabulary(element: Element) -> Vocabulary:
    """HTML's for elements in its namespace, else NITF's, which has HTML's too."""
    first = next(xml.children(element), None)
    return XHTML if first is not None and (xml.namespace(first) or "").endswith("xhtml") else NITF


def unescape(element: Element, builder: ArticleBuilder) -> None:
    """Resolve references that are there as text because somebody escaped them twice."""
    text = xml.text(element)
    if "&" not in text or _ESCAPED.search(text) is None:
        return
    count = 0
    for inner in element.iter():
        for name in ("text", "tail"):
            characters = getattr(inner, name)
            if not characters or "&" not in characters or not isinstance(inner.tag, str):
                continue
            resolved = _ESCAPED.sub(lambda m: entities.unescape(m[0]), characters)
            if resolved != characters:
                setattr(inner, name, xmlout.ILLEGAL.sub("\ufffd", resolved))
                count += 1
    if count:
        builder.ctx.report(
            "xml.escaped-twice", f"in {counted(count, 'text')} the references had been escaped once more", data={"count": count}
        )


def _read_string(text: str, element: Element, builder: ArticleBuilder, frame: int | None) -> None:
    if "&" in text and _ESCAPED.search(text) and not _MARKUP.search(text):
        text = entities.unescape(text)
    if _MARKUP.search(text):
        bodies.html(text, builder, XHTML)
        return
    origin = None if frame is None else xml.origin(element, frame)
    for paragraph in paragraphs(text):
        builder.paragraph(paragraph, origin=origin)


# Bylines


def read_byline(element: Element) -> Byline | None:
    """NITF's `byline`: its text without the title (`byttl`), and the people; None for an empty one."""
    told: dict[str, list[str]] = {"byttl": [], "virtloc": [], "person": []}
    for name, child in xml.named(element):
        if name in told and (words := xml.words(child)):
            told[name].append(words)
    addresses = told["virtloc"]
    raw = line_of(element, "byttl", "virtloc").rstrip(",; ")
    title = " ".join(told["byttl"]) or None
    if not raw and title is None:
        return None
    stated = " and ".join(person for person in told["person"] if person.casefold() not in _NOBODY)
    agents = credited(stated, persons=True) if stated else _named(raw)
    if len(agents) == 1:
        ids = tuple(Identifier("mailto" if "@" in one else "virtloc", one) for one in addresses)
        agents = (attrs.evolve(agents[0], ids=ids),) if ids else agents
    else:
        raw = " ".join([raw, *addresses]).strip()
    return Byline(raw=raw or title or "", agents=agents, title=title if raw else None)


def line_of(element: Element, *but: str) -> str:
    """The words of a line whose elements may stand against one another; those of elements named in `but` are left out."""
    line = element.text or ""
    for child in element:
        if (name := xml.local(child)) and name not in but:
            words = xml.text(child)
            apart = line[-1:].isalnum() and words[:1].isalnum()  # "By<person>…"
            line += f" {words}" if apart else words
        line += child.tail or ""
    return collapsed(line)


def signs(
    raw: str, agents: tuple[Agent, ...] | None = None, *, above: Sequence[Byline] = (), names: Collection[str | None] = ()
) -> bool:
    """Whether a line below the text is a byline, and no sentence or address alone; `agents` are those that it names.

    Of a story that has bylines `above` it is one if it names others than they do: one that names nobody, or says one of the
    `names` of whose the story is, is the agency's.
    """
    people = {one.name.casefold() for one in (_named(raw) if agents is None else agents) if one.kind == "person"}
    if not above:
        return bool(people) or (not raw.endswith(".") and "@" not in raw)
    known = {agent.name.casefold() for byline in above for agent in byline.agents}
    return not people <= known and raw.casefold() not in {name.casefold() for name in names if name}


def title_below(above: Byline, line: Byline) -> str | None:
    """The title of the people of the byline `above` that `line`, a byline in form, really is; None where it is a byline.

    Agencies put it on a line of its own: it names no person, and the byline above names nobody else and has no title.
    """
    if above.title is not None or line.title is not None or not above.agents or strip_by(line.raw):
        return None
    if any(agent.kind != "person" for agent in above.agents) or any(agent.kind == "person" for agent in line.agents):
        return None
    return line.raw if line.agents and len(line.raw) > _SHORTEST_TITLE else None


_SHORTEST_TITLE = 4
_NOBODY = frozenset(("staff reporter", "staff writer", "staff", "reporter", "our correspondent", "correspondent", "our reporter"))


def _named(raw: str) -> tuple[Agent, ...]:
    return () if (strip_by(raw) or raw).casefold() in _NOBODY else credited(raw)
