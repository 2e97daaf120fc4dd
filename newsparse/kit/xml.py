"""The only hardened lxml.etree parser, and looking at its trees without recursion.

Bytes are brought to UTF-8 and mended before libxml2 sees them: control characters and references to them, entities and
the internal subset, and attribute floods. So libxml2 expands nothing, loads nothing and needs no trust. What is clean
(well over nine tenths of real documents) pays a few scans of the bytes and no copy.
"""

import html.entities
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Set
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeAlias, TypeVar

from lxml import etree

from newsparse.context import Context
from newsparse.diagnostics import Severity, counted
from newsparse.errors import LimitExceeded
from newsparse.kit import heads
from newsparse.kit.charset import codec_of, is_utf8, to_utf8
from newsparse.kit.inline import collapsed
from newsparse.kit.xmlharm import CLOSED, check_attributes, harmless, is_harmless, over
from newsparse.model.frozen import FrozenMap
from newsparse.model.place import Origin
from newsparse.model.quick import new_origin

Element: TypeAlias = Any
"""An lxml element; its stubs are not strict enough to be of use in signatures."""

T = TypeVar("T")

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_DECLARATION = re.compile(rb"[\x00-\x20]*+(?:\xef\xbb\xbf[\x00-\x20]*+)?<\?xml\s[^>]{0,300}?\?>")
_BEFORE = re.compile(rb"(?:[\x00-\x20]|\xef\xbb\xbf)++(?=<)")
_ENCODING = re.compile(rb"\sencoding\s*=\s*[\"']([A-Za-z0-9._: -]{1,40})[\"']")
_NO_BOM = frozenset((b"<", b" ", b"\t", b"\n", b"\r"))
_STATEFUL = frozenset({"iso2022-jp", "utf-16-le", "utf-16-be"})
_FIRST_VALUE = re.compile(rb"<[A-Za-z_][^<>=]*+=(.)", re.DOTALL)
_PADDED = re.compile(rb"=\s*+[\"'] ")
_HALF_REFERENCE = re.compile(rb"&[#\w]{0,12}\Z")
_AMPERSAND = re.compile(rb"&#(?:0*38|[xX]0*26);")
_OPAQUE = re.compile(CLOSED + rb"|<(?![A-Za-z_:/!?\x80-\xff])|&(?:amp|lt|gt|quot|apos);")
_NUMBERS = {b"<": b"&#60;", b"&amp;": b"&#38;", b"&lt;": b"&#60;", b"&gt;": b"&#62;", b"&quot;": b"&#34;", b"&apos;": b"&#39;"}
_LINES_KNOWN = 65_535  # libxml2 keeps line numbers in 16 bits for elements
_DEEPEST = 255  # libxml2 refuses 256
_SHALLOW = 24  # hardly any document is deeper, and a short path is soon walked


class Loaded(NamedTuple):
    """A parsed document: the root, and which charset it was in (as `kit.charset.Decoded`).

    `cut` is the element in whose text the document breaks off; None where it does not, or breaks off between two tags.
    `end` has the last bytes of a document that breaks off; empty for one that does not. `ampersands` is whether there may be
    an `&` among the characters: where there is none, no reference can have been escaped twice.
    """

    root: Element
    charset: str
    charset_from: str
    cut: Element | None = None
    end: bytes = b""
    ampersands: bool = True


def parse(data: bytes, ctx: Context, *, charset: str | None = None, recover_ok: bool = True) -> Element:
    """The root element. `load` tells the charset too, and what is raised."""
    return load(data, ctx, charset=charset, recover_ok=recover_ok).root


def load(
    data: bytes, ctx: Context, *, charset: str | None = None, recover_ok: bool = True, line: int = 1, trim: bool = False
) -> Loaded:
    """The document, mended where it has to be; every mend is a diagnostic `xml.…`.

    `charset` is what the transport declared and beats the XML declaration, as RFC 7303 has it. `line` is the one of the document
    that `data` begins on, from which diagnostics count. ParseError
    `xml.not-well-formed` if there is no root element (or, without `recover_ok`, any fault); LimitExceeded for depth,
    attributes, and expansion of entities. Entity references and CDATA are plain text in the tree. With `trim`, values of
    attributes are without the blanks around them.
    """
    text, codec, codec_from = _utf8(data, ctx, charset)
    cut, end = None, b""
    root = _sound(text, ctx, line)
    if root is None:
        text = harmless(text, ctx)
        check_attributes(text, ctx, line)
        root, whole = _read(text, ctx, recover_ok, line)
        if not whole:
            cut, end = _cut_in(root, text), _end_of(root, text)
    if trim and _has_padding(text):
        _strip_attributes(root)
    deepest = min(ctx.limits.depth, _DEEPEST)
    if _deeper_than(min(deepest, _SHALLOW))(root) and _deeper_than(deepest)(root):
        raise LimitExceeded(over(ctx, "depth"))
    return Loaded(root=root, charset=codec, charset_from=codec_from, cut=cut, end=end, ampersands=_has_ampersands(text))


def _has_padding(data: bytes) -> bool:
    """Whether the value of an attribute may begin with a blank; all are taken to be written as the first is."""
    first = _FIRST_VALUE.search(data)
    if first is None:
        return False
    return data.rfind(b'=" ') >= 0 if first[1] == b'"' else _PADDED.search(data) is not None


def _strip_attributes(root: Element) -> None:
    """Take the blanks from around the values of attributes, as nobody means them; a value of blanks stays."""
    for element in root.iter("*"):
        for key, value in element.attrib.items():
            if (bare := value.strip()) not in {"", value}:
                element.attrib[key] = bare


def _has_ampersands(data: bytes) -> bool:
    """Whether there may be an `&` among the characters, and not just before the references that stand for others."""
    if b"&" not in data:
        return False
    return heads.holds(data, b"&amp;", b"<![CDATA[") or (data.rfind(b"&#") >= 0 and _AMPERSAND.search(data) is not None)


def _sound(data: bytes, ctx: Context, line: int) -> Element | None:
    """The root of what libxml2 may see as it is and finds sound, so without a character that XML forbids: nearly all there is."""
    if not is_harmless(data):
        return None
    check_attributes(data, ctx, line)
    try:
        return etree.fromstring(data, _strict() if data.rfind(b"<!---->") < 0 else _parser(data, recover=False))
    except etree.XMLSyntaxError:
        return None


def _parser(data: bytes, *, recover: bool) -> Any:
    """A parser that leaves comments out, as one in the midst of a text would part it; but where an empty one parts what reads as
    a reference on purpose (`kit.xmlout.apart`), they stay.
    """
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=data.rfind(b"<!---->") < 0,
        remove_pis=True,
        recover=recover,
        encoding="utf-8",
    )


# Bytes to UTF-8


def _utf8(data: bytes, ctx: Context, charset: str | None) -> tuple[bytes, str, str]:
    """(the document in UTF-8 without BOM, its charset, whence that is known); no copy where it is UTF-8 already."""
    data = _whole_characters(data)
    if data[-1:] not in b">\r\n " and (half := _HALF_REFERENCE.search(data, max(len(data) - 14, 0))) is not None:
        data = data[: half.start()]
    declared, odd = _declared(data[: data.find(b"?>", 0, 400) + 2])
    stated = charset or declared
    codec = codec_of(stated) if stated else "utf-8"
    if codec is not None and codec not in _STATEFUL and b"\x00" not in data[:512] and _is_plain(data, stated and codec):
        whence = "declared" if stated else "sniffed"
        return _at_start(data, odd=odd), codec if stated else "utf-8", whence
    if stated and codec is None:
        ctx.report("xml.unknown-charset", f"the charset {stated!r} is not one we read; the bytes decide", at=Origin(line=1))
    made = to_utf8(data, stated)
    if made.replaced:
        ctx.report(
            "xml.undecodable",
            f"{counted(made.replaced, 'place')} not in {made.charset} became U+FFFD",
            severity=Severity.ERROR,
            data={"count": made.replaced},
        )
    elif codec is not None and made.charset != codec and made.charset_from in {"sniffed", "fallback"} and stated:
        ctx.report("xml.wrong-charset", f"declared as {stated!r}, read as {made.charset}", at=Origin(line=1))
    return _at_start(made.data, odd=odd), made.charset, made.charset_from


def _is_plain(data: bytes, stated: str | None) -> bool:
    """Whether the document is in UTF-8 without a doubt: all ASCII, or stated to be in UTF-8, with no BOM and sound."""
    return data.isascii() or (stated == "utf-8" and data[:1] in _NO_BOM and is_utf8(data))


@lru_cache(maxsize=64)
def _declared(start: bytes) -> tuple[str | None, bool]:
    """(the encoding that an XML declaration states, whether libxml2 takes its name amiss); most documents have one of few."""
    found = _DECLARATION.match(start)
    encoding = _ENCODING.search(found[0]) if found else None
    return (None, False) if encoding is None else (encoding[1].decode("ascii"), b" " in encoding[1])


def _whole_characters(data: bytes) -> bytes:
    """`data` without the beginning of a UTF-8 sequence at its very end: a document that is cut there is not in cp1252."""
    for back in (1, 2, 3):
        lead = data[-back : len(data) - back + 1]
        if lead < b"\x80":
            return data
        if lead >= b"\xc0":
            size = 2 if lead < b"\xe0" else 3 if lead < b"\xf0" else 4
            return data[:-back] if back < size else data
    return data


def _at_start(data: bytes, *, odd: bool) -> bytes:
    """`data` with its XML declaration blanked where libxml2 takes it amiss: it is `odd`, or stands behind white space, fill or a
    BOM, which are blanked too.
    """
    if data[:1] == b"<" and not odd:
        return data
    found = _DECLARATION.match(data, 0, 400) or _BEFORE.match(data, 0, 400)
    if found is None:
        return data
    return re.sub(rb"[^\r\n]", b" ", found[0]) + data[found.end() :]


@cache
def _deeper_than(depth: int) -> Callable[[Element], bool]:
    """A test whether a tree is deeper, in C: a path of so many steps."""
    path: Any = etree.XPath("boolean(/" + "*/" * depth + "*)")
    return path  # type: ignore[no-any-return]


@cache
def _strict() -> Any:
    """The parser of the first try; lxml locks it, and its log, which threads would share, is not read."""
    return _parser(b"", recover=False)


# Second attempt


def _read(data: bytes, ctx: Context, recover_ok: bool, line: int) -> tuple[Element, bool]:
    """(the root of a mended document, True), or (of what of it can be read, False); the parser has a log of its own."""
    parser = _parser(data, recover=False)
    try:
        return etree.fromstring(data, parser), True
    except etree.XMLSyntaxError as error:
        return _recovered(data, error, parser, ctx, recover_ok, line), False


def _recovered(data: bytes, error: Any, parser: Any, ctx: Context, recover_ok: bool, line: int) -> Element:
    """The tree that libxml2 makes of a broken document, with what is known of the loss reported."""
    entries = list(parser.error_log)
    kinds = {entry.type for entry in entries} | {error.code}
    first = entries[0] if entries else None
    what = (first.message if first else str(error)).strip()
    at = _place(first, line) if first is not None and first.line > 0 else None
    if kinds & _never_again():
        raise LimitExceeded(ctx.diagnostic("limit.exceeded", what, at=at, data={"limit": "xml"}))
    if not recover_ok or not data.strip():
        raise ctx.fail("xml.not-well-formed", what, at=at)
    mended = _OPAQUE.sub(_plainly, _whole_markup(_from_first_tag(data)))
    if etree.ErrorTypes.ERR_ATTRIBUTE_NOT_STARTED in kinds:
        mended = _OPENING.sub(_quoted, mended)
    again = _parser(mended, recover=True)
    try:
        root = etree.fromstring(mended, again)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise ctx.fail("xml.not-well-formed", what, at=at)
    if {entry.type for entry in again.error_log} & _never_again():
        raise LimitExceeded(ctx.diagnostic("limit.exceeded", what, at=at, data={"limit": "xml"}))
    if kinds == {etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE}:
        ctx.report("xml.undeclared-prefix", f"{what}; the name is kept with its prefix", at=at)
        return root
    ctx.report("xml.not-well-formed", f"{what}; read as far as it can be", at=at, data={"errors": len(entries)})
    _tell_loss(data, root, ctx, at)
    return root


def _place(entry: Any, line: int) -> Origin:
    """Where the parser's log says; what begins further down may have other bytes before it on its first line."""
    return Origin(line=entry.line + line - 1, column=entry.column if line == 1 or entry.line > 1 else None)


def _plainly(found: re.Match[bytes]) -> bytes:
    """Signs that stand for themselves, by number: behind an error libxml2 leaves out references by name."""
    return _NUMBERS.get(found[0], found[0])


_OPENING = re.compile(CLOSED + rb"|<[A-Za-z_:\x80-\xff][^<>]{0,8000}+>")
_UNQUOTED = re.compile(
    rb"(?<=\s)([A-Za-z_:\x80-\xff][\w.:-]{0,100}+)=([^\s\"'<>/]{1,2000}+(?=\s|/?>)|[^\s\"'<>]{1,2000}+)"
    rb"|\"[^\"]*+\"|'[^']*+'"
)


def _quoted(tag: re.Match[bytes]) -> bytes:
    """A start tag with quotation marks around the values of its attributes that have none, as in SGML."""
    if tag[0].startswith((b"<!", b"<?")):
        return tag[0]
    return _UNQUOTED.sub(lambda found: b'%s="%s"' % (found[1], found[2]) if found[1] else found[0], tag[0])


def _cut_in(root: Element, data: bytes) -> Element | None:
    """The element that is open where the document breaks off in the midst of characters."""
    half = _HALF_TAG.search(data, max(len(data) - 2100, 0))
    if half is not None and len(half[0]) > 1 and half[0][:9] == _CDATA[: len(half[0])]:
        pass  # its characters are the element's
    elif (half is not None and half[0].startswith(b"</")) or data[: half.start() if half else len(data)].rstrip()[-1:] == b">":
        return None
    element = root
    while len(element) and not (element[-1].tail or "").strip():
        element = element[-1]
    return element


def _end_of(root: Element, data: bytes) -> bytes:
    """The last bytes, if the root's end tag stands nowhere: what comes behind it is no part of the document."""
    if _closes(data[-300:], root):
        return b""
    name = f"{root.prefix}:{_LOCAL[root.tag]}" if root.prefix else _LOCAL[root.tag]
    at = data.rfind(b"</" + name.encode())
    return b"" if at >= 0 and data[at + 2 + len(name) : at + 40 + len(name)].lstrip()[:1] == b">" else data[-300:]


def _closes(end: bytes, element: Element) -> bool:
    name = re.escape(_LOCAL[element.tag].encode())
    return re.search(rb"</(?:[\w.-]{1,60}:)?%s\s*>\s*\Z" % name, end) is not None


def drop_cut(loaded: Loaded, ctx: Context, prose: Container[str], whole: Container[str] = ()) -> None:
    """Take out the characters at which the document breaks off, as half a date or a name would pass for a whole one.

    Not inside an element of the local names `prose`, whose text is worth reading as far as it goes. Elements of the names
    `whole`, which mean nothing by half, are taken out altogether. Tells `xml.cut-value`.
    """
    if not loaded.end:
        return
    half = next((e for e in _open(loaded)[1:] if local(e) in whole), None)
    if half is not None:
        half.getparent().remove(half)
        _tell_cut(ctx, half)
        return
    element = loaded.cut
    if element is None:
        return
    if any(local(e) in prose for e in (element, *element.iterancestors())):
        _set_last(element, _HALF_MARKUP.sub("", _last_of(element)))
        return
    _set_last(element, None)
    _tell_cut(ctx, element)


_HALF_MARKUP = re.compile(r"<[^<>]{0,2000}\Z|&#?\w{0,10}\Z")  # of what is in characters


def _last_of(element: Element) -> str:
    """The characters at the end of an element."""
    return (element[-1].tail if len(element) else element.text) or ""


def _set_last(element: Element, characters: str | None) -> None:
    if len(element):
        element[-1].tail = characters
    else:
        element.text = characters


def around(element: Element, name: str, root: Element) -> Element:
    """The element of a local name that `element` stands in; `root`, the document's, where it stands in none."""
    if local(root) == name:
        return root
    return next((one for one in element.iterancestors() if local(one) == name), root)


def broken(loaded: Loaded) -> Set[Any]:
    """The elements in which the document breaks off, whose end tags are not there; none of a whole one."""
    return frozenset(_open(loaded) if loaded.end else ())


def _open(loaded: Loaded) -> list[Element]:
    """The root, its last child, that one's last, as long as no text follows them, down to the one that the last tag closes."""
    end = _HALF_TAG.sub(b"", loaded.end).rstrip()
    chain = [loaded.root]
    while len(chain[-1]) and isinstance(chain[-1][-1].tag, str) and not (chain[-1][-1].tail or "").strip():
        chain.append(chain[-1][-1])
    if end.endswith(b"/>"):
        return chain[:-1]
    closed = [depth for depth, element in enumerate(chain) if _closes(end, element)] if end.endswith(b">") else []
    return chain[: closed[-1]] if closed else chain


def _tell_cut(ctx: Context, element: Element) -> None:
    told = f"the document breaks off inside <{local(element)}>, whose value is left out"
    ctx.report("xml.cut-value", told, at=origin(element), severity=Severity.ERROR)


@cache
def _never_again() -> frozenset[int]:
    """Errors after which `recover` would cut or expand without a word."""
    kinds = etree.ErrorTypes
    return frozenset({kinds.ERR_RESOURCE_LIMIT, kinds.ERR_ENTITY_LOOP, kinds.ERR_NAME_TOO_LONG, kinds.ERR_NO_MEMORY})


def _from_first_tag(data: bytes) -> bytes:
    """`data` with what stands before the first markup blanked: libxml2 gives up on it even with recover."""
    found = re.search(rb"<[A-Za-z_!?\x80-\xff]", data)
    if found is None or not data[: found.start()].strip():
        return data
    return re.sub(rb"[^\r\n]", b" ", data[: found.start()]) + data[found.start() :]


_CDATA = b"<![CDATA["
_HALF_END = re.compile(rb"\]{1,2}\Z")
_HALF_TAG = re.compile(rb"<[^<>]{0,2000}\Z")


def _whole_markup(data: bytes) -> bytes:
    """`data` without half a tag at its end, where a document is cut; an open CDATA section is closed."""
    half = _HALF_TAG.search(data, max(len(data) - 2100, 0))
    if half is not None and half.start() > 0 and not half[0].startswith(_CDATA):
        data = data[: half.start()]
    return _HALF_END.sub(b"", data) + b"]]>" if data.rfind(_CDATA) > data.rfind(b"]]>") else data


_MARKUP = re.compile(rb"<!\[CDATA\[|\]\]>|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<[A-Za-z_:/!\x80-\xff][^<>]*>?|\s+", re.DOTALL)


def _tell_loss(data: bytes, root: Element, ctx: Context, at: Origin | None) -> None:
    """An error where the tree holds visibly fewer characters than the document has outside its markup."""
    there = len(html.unescape(_MARKUP.sub(b"", data).decode("utf-8", "replace")))
    kept = len("".join(text(root).split()))
    if kept < there:
        ctx.report(
            "xml.lost-text",
            f"about {there - kept:,} of {there:,} characters could not be read",
            at=at,
            severity=Severity.ERROR,
            data={"characters": there - kept},
        )


# Looking at the tree


def local(element: Element) -> str:
    """The name without namespace or undeclared prefix; empty for a comment or a processing instruction."""
    return _LOCAL[element.tag]


class _LocalNames(dict[Any, str]):
    """Local names by tag. What is asked for every element, several times, is half as dear in a dictionary as in a cache."""

    def __missing__(self, tag: Any) -> str:
        name: str = tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""
        if len(self) < _TAGS_KEPT:
            self[tag] = name
        return name


class _AttributeNames(dict[str, str]):
    """What `plain` calls an attribute, by its name as lxml has it."""

    def __missing__(self, name: str) -> str:
        made = f"@{name.rpartition('}')[2]}"
        if len(self) < _TAGS_KEPT:
            self[name] = made
        return made


_TAGS_KEPT = 4096  # a hostile document has a new tag for each element
_ATTRIBUTES = _AttributeNames()
_LOCAL = _LocalNames()


class ByTag(dict[Any, T | None]):
    """What elements mean, stated by local name and asked by tag; None for what nothing is stated of, and for comments.

    `fold`: names that are not found as they stand are sought in lower case.
    """

    def __init__(self, stated: Mapping[str, T], *, fold: bool = False) -> None:
        super().__init__()
        self._stated = stated
        self._fold = fold

    def __missing__(self, tag: Any) -> T | None:
        name = _LOCAL[tag]
        found = self._stated.get(name)
        if found is None and self._fold:
            found = self._stated.get(name.lower())
        if len(self) < _TAGS_KEPT:
            self[tag] = found
        return found


def namespace(element: Element) -> str | None:
    """The namespace's name; None where there is none."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag[:1] == "{" else None


_FEW = 100


def each(element: Element) -> Iterable[Element]:
    """All children, comments too, for a loop. Few come as a list, in a third of the time that lxml's iterator takes to be made.

    They are counted for that: not for a loop that is left at once, and begun many times over a wide element.
    """
    return element[:] if len(element) < _FEW else element  # type: ignore[no-any-return]


def children(element: Element, *names: str) -> Iterator[Element]:
    """Child elements in order, comments and instructions left out; only those with these local names, if any are given."""
    for inner in element[:] if len(element) < _FEW else element:
        name = _LOCAL[inner.tag]
        if name in names if names else name:
            yield inner


def named(element: Element) -> Iterator[tuple[str, Element]]:
    """(local name, child element) in order, comments and instructions left out."""
    for inner in element[:] if len(element) < _FEW else element:
        if name := _LOCAL[inner.tag]:
            yield name, inner


def child(element: Element, *names: str) -> Element | None:
    """The first child with one of these local names; None where there is none."""
    for inner in element[:] if len(element) < _FEW else element:
        if _LOCAL[inner.tag] in names:
            return inner
    return None


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Elements below, in document order, with one of these local names (all, if none is given)."""
    for found in element.iterdescendants("*"):
        if not names or _LOCAL[found.tag] in names:
            yield found


_STRING = etree.XPath("string()", smart_strings=False)


def text(element: Element) -> str:
    """All characters inside the element, comments and instructions left out; gathered in C, without recursion."""
    if len(element) == 0:
        return element.text or ""
    return str(_STRING(element))


def words(element: Element) -> str:
    """`text` with white space collapsed, as `kit.inline.collapsed` does it."""
    return collapsed(element.text if len(element) == 0 else str(_STRING(element)))


_PLAIN_DEPTH = 10


def plain(element: Element, deeper: int = _PLAIN_DEPTH) -> Any:
    """The element as a frozen JSON value, for what the model has no field for: a string if it is characters alone, else a map.

    Attributes are `@name`, characters `#text`; children are under their local names, several of a name as a tuple. Below so many
    levels it is markup in a string.
    """
    value: dict[str, Any] = {}
    for name, said in element.items():
        value[_ATTRIBUTES[name]] = said
    characters = element.text
    if len(element) == 0:
        characters = " ".join(characters.split()) if characters else ""
        if not value:
            return characters
        if characters:
            value["#text"] = characters
        return FrozenMap.of(value)
    if not deeper:
        return serialized(element)
    loose = [characters] if characters and not characters.isspace() else []
    inside: dict[str, list[Any]] = {}
    for child in element[:] if len(element) < _FEW else element:
        if (said := child.tail) and not said.isspace():
            loose.append(said)
        if name := _LOCAL[child.tag]:
            inner = plain(child, deeper - 1)
            if name in inside:
                inside[name].append(inner)
            else:
                inside[name] = [inner]
    if loose:
        value["#text"] = " ".join(" ".join(loose).split())
    for name, found in inside.items():
        value[name] = found[0] if len(found) == 1 else tuple(found)
    return FrozenMap.of(value) if value else ""


def serialized(element: Element) -> str:
    """The element as markup, without what follows it; `load` bounds its depth."""
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def line(element: Element) -> int | None:
    """The element's line in the document, from 1; None where it is not known."""
    return known_line(element.sourceline)


def known_line(number: int | None) -> int | None:
    """An element's `sourceline`; None past 65,534, where libxml2 loses count."""
    return number if number is not None and number < _LINES_KNOWN else None


def origin(element: Element, frame: int = 0) -> Origin:
    """The element's place: frame and line. Lines count from the start of what was parsed."""
    return new_origin(frame=frame, line=line(element))
