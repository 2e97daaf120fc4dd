"""The only hardened HTML parser: whole pages, and strings of HTML that other formats carry.

Bytes are brought to UTF-8 first (BOM, transport, `<meta>`, what they look like), so that libxml2 chooses no encoding. A
page costs one plain libxml2 parse. libxml2 drops what stands past depth 254 or 10 MB of one text, with no more than a line
in its log, and takes a time that grows with the square of the attributes of one element: a page that does one or looks like
the other is parsed event by event, which takes 2.3 times as long and loses nothing. Nothing is fetched, ever.
"""

import re
import threading
from collections import Counter
from itertools import islice
from typing import Any, TypeAlias

import attrs
from lxml import etree

from newsparse.context import Context
from newsparse.diagnostics import Severity, counted
from newsparse.kit.charset import codec_of, is_utf8, supposed_utf8, to_utf8
from newsparse.kit.inline import one_line
from newsparse.kit.xmlout import ILLEGAL

Element: TypeAlias = Any
"""An lxml element; its stubs are not strict enough to be of use in signatures."""

_META_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9._:-]{1,40})")  # in lower case
_META_LENGTH = 205  # up to the attribute
_META_WITHIN = 16_384  # the standard says 1,024; real pages put comments and scripts before it
_EMPTY = b"<html><body></body></html>"


@attrs.frozen(kw_only=True, eq=False)
class Loaded:
    """A parsed page: its root, its bytes in UTF-8 (for scans), and which charset it was in (as `kit.charset.Decoded`)."""

    root: Element
    data: bytes
    charset: str
    charset_from: str


def load(data: bytes, ctx: Context, *, charset: str | None = None) -> Loaded:
    """The page as a tree without comments and processing instructions; never raises, an empty page has an empty body.

    `charset` is what the transport declared and beats `<meta charset>`. Undecodable bytes become U+FFFD and are reported
    as `html.undecodable`. What a page breaks off in is left out where it would be taken for a value, and told as `html.cut-off`.
    """
    stated = charset or _stated(data)
    root = None
    encoded = supposed_utf8(data, stated) if codec_of(stated) in _MOSTLY else None
    if encoded is not None:
        whole, half = _without_half(encoded.data)
        root = _tree(whole, ctx, proved=False)
    if encoded is None or root is None:
        encoded = to_utf8(data, stated)
        if encoded.replaced:
            ctx.report(
                "html.undecodable",
                f"{counted(encoded.replaced, 'place')} not in {encoded.charset} became U+FFFD",
                severity=Severity.ERROR,
                data={"count": encoded.replaced},
            )
        whole, half = _without_half(encoded.data)
        root = _tree(whole, ctx)
    if half:
        ctx.report("html.cut-off", f"the page breaks off in {half[:60]!r}; left out", data={"text": half[:_MOST_TOLD]})
    return Loaded(root=root, data=whole, charset=encoded.charset, charset_from=encoded.charset_from)


def _without_half(data: bytes) -> tuple[bytes, str]:
    """The page without the tag that it breaks off in, and without the half words of an element that holds a value: a headline, a
    name or a date. Those of a paragraph are its text. And what was left out.
    """
    if data.endswith((b">", b">\n")):
        return data, ""
    last, end = data.rfind(b"<"), data.rfind(b">")
    if last < end:
        if _HOLDS_A_VALUE.match(data, last, end + 1) is None:
            return data, ""
        last = end + 1
    elif last < 0 or _HALF_TAG.match(data, last) is None:
        return data, ""
    return data[:last], data[last:].decode("utf-8", "replace").strip()


_HALF_TAG = re.compile(rb"<(?:[a-z!/?]|\Z)", re.IGNORECASE)
_HOLDS_A_VALUE = re.compile(
    rb"<(?:(?:title|h[1-6]|time|cite|address)\b"
    rb"|[a-z][a-z0-9-]{0,20}\s[^<>]{0,400}?(?:author|byline|autor|date|time|publi|headline|title|summary|standfirst|rel=))",
    re.IGNORECASE,
)
_MOST_TOLD = 2_000


def _stated(data: bytes) -> str | None:
    """The charset that a `<meta>` states."""
    head = data[:_META_WITHIN].lower()
    at = head.find(b"charset")
    while at >= 0:  # and not the first `<meta`: a page has dozens before it
        start = head.rfind(b"<meta", max(at - _META_LENGTH, 0), at)
        if start >= 0 and (found := _META_CHARSET.match(head, start)):
            return found[1].decode("ascii")
        at = head.find(b"charset", at + 1)
    return None


def fragment(text: str, ctx: Context) -> Element:
    """The `<body>` that holds a string of HTML, as JSON and feeds carry it; an empty one for an empty string."""
    root = _tree(text.encode("utf-8", "replace"), ctx)
    body = root.find("body")
    return root if body is None else body


def words_of(element: Element, most: int | None = None) -> str:
    """All characters in an element, or the first `most`, on one line."""
    if not len(element):
        return one_line((element.text or "")[:most])
    return one_line(etree.tostring(element, method="text", encoding="unicode", with_tail=False)[:most])


_TEXTS = etree.XPath("descendant::text()", smart_strings=False)
_WORDS = etree.XPath("descendant::text()[not(parent::style or parent::script)]", smart_strings=False)


def texts_of(element: Element) -> list[str]:
    """The runs of characters in an element, without those of style sheets and scripts; `itertext` takes twice as long.

    Asking each run for its parent takes twice as long, too, and few elements hold a style sheet or a script.
    """
    words = _TEXTS if next(element.iter("style", "script"), None) is None else _WORDS
    return words(element)  # type: ignore[return-value]  # the stubs know all that an expression may give


def _tree(data: bytes, ctx: Context, *, proved: bool = True) -> Element:
    """The root of a page; None where its bytes are not UTF-8, if nobody has `proved` that they are.

    libxml2 looks at the bytes as it parses and says in its log which are not (but in the address of a document type, which is
    no text), so that a page need not be looked at before.
    """
    root = None
    if not _may_flood(data):
        parser = _PLAIN.parser
        root = etree.fromstring(data, parser)
        if not proved and len(parser.error_log.filter_types(_NOT_UTF8)):
            return None
        if root is not None and root.getnext() is not None:  # libxml2 hangs what stands behind the end beside the tree
            root = etree.fromstring(_endless(data), parser)
        if len(parser.error_log.filter_from_fatals()) == 0:
            return etree.fromstring(_EMPTY, _parser()) if root is None else root
    elif not proved and not is_utf8(data):
        return None
    target = _Flattened(ctx.limits.depth, ctx.limits.attributes)
    root = etree.fromstring(data, _parser(target))
    target.report(ctx)
    return etree.fromstring(_EMPTY, _parser()) if root is None else root


_MOSTLY = (None, "utf-8")  # what pages in UTF-8 state; of those that state another few are, and each would be parsed twice
_NOT_UTF8 = [etree.ErrorTypes.ERR_INVALID_ENCODING]


def _endless(data: bytes) -> bytes:
    """The page without its ends, byte for byte as long: what is put together of parts goes on behind them, as in browsers."""
    return _END.sub(lambda end: b" " * len(end[0]), data)


def _parser(target: "_Flattened | None" = None) -> Any:
    return etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=target is not None,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        target=target,  # type: ignore[arg-type]  # the stubs want comment and pi, which are left out above
    )


_END = re.compile(rb"</(?:html|body)\s{0,20}>", re.IGNORECASE)


class _Plain(threading.local):
    """The parser of whole pages, one for each thread, which has its log; setting it up takes a twentieth of a page's parse."""

    def __init__(self) -> None:
        self.parser = _parser()


_PLAIN = _Plain()
_WINDOW = 32_768  # bytes; what fits into two of them costs libxml2 half a second at worst
_LARGE = 8_000_000  # bytes; a larger page is rare, and a flood in it would take minutes
_FEW_ENDS = 3
_VALUES = 200  # `=` in a window: tags in a row have as many, one long attribute has not
_FEW_SIGNS = 30
_GLANCE = 2_048  # bytes of a window; in data and scripts they have as many signs already
_SIGNS = (b'"', b"=", b";", b",", b"{", b"/")  # of data, styles, scripts and encoded pictures; names of attributes have none


def _may_flood(data: bytes) -> bool:
    """Whether one tag may hold attributes by the thousand: tags do not end for a long stretch that is no script.

    Looked at in windows, each at the speed of `memchr`. A wrong yes costs time; a wrong no needs a page made to evade this.
    """
    if len(data) > _LARGE:
        return True
    at = _WINDOW
    while at < len(data) - _WINDOW:
        end = at + _WINDOW
        if _few_ends(data, at, end):
            valued = data.count(b"=", at, end) > _VALUES
            bare = not valued and _few_signs(data, at, at + _GLANCE) and _few_signs(data, at, end)
            if (valued and _VALUED.search(data, at, end)) or (bare and _BARE.search(data, at, end)):
                return True
        at = end
    return False


_GAP = rb"[\s/](?<![\s/]{2})[\s/]*+"  # before the first attribute; a search skips to a character of a set, not to a look behind
_NAMED = rb"""[^\s=<>"'/]{1,60}+=(?:"[^"]{0,200}+"|'[^']{0,200}+'|(?!["'])[^\s<>]{1,100}+)"""
_VALUED = re.compile(rb"%b%b(?:[\s/]++%b){7}" % (_GAP, _NAMED, _NAMED))
_BARE = re.compile(rb"""%b[^\s=<>"'/,.;:()]{1,40}+(?:[\s/]++[^\s=<>"'/,.;:()]{1,40}+){99}(?=[\s/])""" % _GAP)
"""Attributes in a row, with and without values: what code and data do not look like."""


def _few_ends(data: bytes, at: int, end: int) -> bool:
    """Whether at most three tags end in the window; four looks at most, where counting would look at each."""
    for _ in range(_FEW_ENDS + 1):
        at = data.find(b">", at, end) + 1
        if not at:
            return True
    return False


def _few_signs(data: bytes, at: int, end: int) -> bool:
    return all(data.count(sign, at, end) < _FEW_SIGNS for sign in _SIGNS)


_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]{0,100}")  # what the builder takes; others are names of no meaning here


class _Flattened:
    """A parser target: the tree as always, but elements past a depth give only their text, and attributes past a number go."""

    def __init__(self, depth: int, attributes: int) -> None:
        self._builder = etree.TreeBuilder()
        self._depth, self._attributes = depth, attributes
        self._open: list[tuple[str, bool]] = []
        self._named: Counter[str] = Counter()
        self._flat = self.flattened = self.dropped = 0
        self._begun = False

    def start(self, tag: str, attributes: Any) -> None:
        """An element begins."""
        kept = len(self._open) - self._flat < self._depth
        self._open.append((tag, kept))
        self._named[tag] += 1
        if not kept:
            self._flat += 1
            self.flattened += 1
            return
        if len(attributes) > self._attributes:
            self.dropped += len(attributes) - self._attributes
        first = islice(attributes.items(), self._attributes)
        self._begun = True
        sound: Any = {name: ILLEGAL.sub("\ufffd", value) for name, value in first if _NAME.fullmatch(name)}
        self._builder.start(tag if _NAME.fullmatch(tag) else "span", sound)

    def end(self, tag: str) -> None:
        """An element ends, and with it what stands open inside; an end without a beginning is none."""
        if self._named[tag]:
            while self._close() != tag:
                pass

    def _close(self) -> str:
        tag, kept = self._open.pop()
        self._named[tag] -= 1
        if kept:
            self._builder.end(tag if _NAME.fullmatch(tag) else "span")
        else:
            self._flat -= 1
        return tag

    def data(self, text: str) -> None:
        """Characters."""
        if self._open:
            self._builder.data(ILLEGAL.sub("\ufffd", text))

    def close(self) -> Element:
        """The root; None if there was no element."""
        if not self._begun:
            return None
        while self._open:
            self._close()
        return self._builder.close()

    def report(self, ctx: Context) -> None:
        """Tell what of the page's structure was lost."""
        if self.flattened:
            told = f"only the text was read of {counted(self.flattened, 'element')} nested deeper than {self._depth}"
            ctx.report("html.too-deep", told, data={"elements": self.flattened})
        if self.dropped:
            told = f"left out {counted(self.dropped, 'attribute')} past number {self._attributes} of an element"
            ctx.report("html.too-many-attributes", told, severity=Severity.ERROR, data={"count": self.dropped})
