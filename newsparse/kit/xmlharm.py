"""What libxml2 must not see: control characters, references, the internal subset of a document type, floods of attributes."""

import html.entities
import re

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Diagnostic, Severity, counted
from newsparse.errors import LimitExceeded
from newsparse.kit.xmlout import ILLEGAL, escape
from newsparse.model.place import Origin

_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r")
_REPLACEMENT = "\ufffd".encode()
# A reference that libxml2 may see as it is: predefined, or to a character that XML allows (checked roughly, never too widely).
_ODD_REFERENCE = re.compile(
    rb"&(?!(?:amp|lt|gt|quot|apos|#(?:9|10|13|3[2-9]|[4-9]\d|1[01]\d|12[0-6]|1[6-9]\d|[2-9]\d\d|[1-9]\d{3}|[1-4]\d{4})"
    rb"|#x(?:[2-6Aa-cC-F][0-9A-Fa-f]|[1-9A-Ca-c][0-9A-Fa-f]{2,3}));)"
)
# Comments, CDATA and processing instructions hold no references; everything else that begins with & is one, or is bare.
# Long runs are taken in one step; `.*?` would look at each character for the end.
CLOSED = rb"<!\[CDATA\[(?:[^\]]++|\](?!\]>))*+(?:\]\]>|\Z)|<!--(?:[^-]++|-(?!->))*+(?:-->|\Z)|<\?(?:[^?]++|\?(?!>))*+(?:\?>|\Z)"
_REFERENCES = re.compile(
    CLOSED + rb"|&(?:#([0-9]{1,10}|[xX][0-9A-Fa-f]{1,8});|([A-Za-z_:\x80-\xff][-A-Za-z0-9._:\x80-\xff]{0,63});)?"
)
_DOCTYPE = re.compile(rb"\s*+(?:<\?(?:[^?]++|\?(?!>))*+\?>\s*+|<!--(?:[^-]++|-(?!->))*+-->\s*+)*+<!DOCTYPE\b")
_DOCTYPE_HEAD = re.compile(rb"(?:[^\[>\"']++|\"[^\"]*+\"|'[^']*+')*+")
_SUBSET_END = re.compile(rb"(?:[^\]\"'<]++|\"[^\"]*+\"|'[^']*+'|<!--.*?-->|<\?.*?\?>|<)*+\]\s*+>", re.DOTALL)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_ENTITY = re.compile(rb"<!ENTITY\s+(%\s+)?([^\s\"'<>%&]{1,64})\s+(?:\"([^\"]*)\"|'([^']*)')")
_PARAMETER = re.compile(r"%[A-Za-z_:][-A-Za-z0-9._:]*;")
_TAG = re.compile(rb"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+")
_QUOTED = re.compile(rb"\"[^\"]*+\"|'[^']*+'")
_PREDEFINED = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_C1_AS_CP1252 = {
    number: char for number in range(0x80, 0xA0) if (char := bytes([number]).decode("cp1252", "ignore"))
}  # what authors of &#146; meant
_SHORTEST = 4  # bytes of an attribute


def is_harmless(data: bytes) -> bool:
    """Whether there is none of it, but for forbidden characters, which libxml2 finds itself: so with nearly all documents."""
    return not (b"&" in data and _ODD_REFERENCE.search(data) is not None) and _DOCTYPE.match(data) is None


def harmless(data: bytes, ctx: Context) -> bytes:
    """`data` without control characters, internal subset, and references other than to allowed characters."""
    if len(data.translate(None, _CONTROLS)) != len(data):
        data = _without_controls(data, ctx)
    if b"\xef" in data and (b"\xef\xbf\xbe" in data or b"\xef\xbf\xbf" in data):  # one byte is sought much faster
        count = data.count(b"\xef\xbf\xbe") + data.count(b"\xef\xbf\xbf")
        data = data.replace(b"\xef\xbf\xbe", _REPLACEMENT).replace(b"\xef\xbf\xbf", _REPLACEMENT)
        _told_controls(ctx, count)
    entities: dict[bytes, bytes] = {}
    external = False
    if (found := _DOCTYPE.match(data)) is not None:
        data, entities, external = _without_subset(data, found.end(), ctx)
    if b"&" in data and _ODD_REFERENCE.search(data) is not None:
        data = _References(ctx=ctx, entities=entities, quiet=external).resolve(data)
    return data


def _without_controls(data: bytes, ctx: Context) -> bytes:
    mended, count = re.subn(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", _REPLACEMENT, data)
    _told_controls(ctx, count)
    return mended


def _told_controls(ctx: Context, count: int) -> None:
    ctx.report("xml.control-characters", counted(count, "character") + " that XML forbids became U+FFFD", data={"count": count})


def _without_subset(data: bytes, at: int, ctx: Context) -> tuple[bytes, dict[bytes, bytes], bool]:
    """(`data` with the internal subset blanked, its entities with their text, whether an external subset is named)."""
    head = _DOCTYPE_HEAD.match(data, at)
    assert head is not None
    external = b"SYSTEM" in head[0] or b"PUBLIC" in head[0]
    if data[head.end() : head.end() + 1] != b"[":
        return data, {}, external
    end = _SUBSET_END.match(data, head.end() + 1)
    stop = end.end() if end else data.find(b"]", head.end())
    if stop < 0:
        return data, {}, external
    subset = data[head.end() : stop]
    blank = re.sub(rb"[^\r\n]", b" ", subset[:-1]) + b">" if end else subset
    return data[: head.end()] + blank + data[stop:], _declared(_COMMENT.sub(b" ", subset), ctx), external


def _declared(subset: bytes, ctx: Context) -> dict[bytes, bytes]:
    """The internal general entities; the first declaration of a name binds (XML 1.0, 4.2)."""
    entities: dict[bytes, bytes] = {}
    for found in _ENTITY.finditer(subset):
        if found[1]:
            continue
        value = found[3] if found[3] is not None else found[4]
        entities.setdefault(found[2], value)
    if _PARAMETER.search(re.sub(r"\"[^\"]*\"|'[^']*'", "", subset.decode("utf-8", "replace"))):
        ctx.report("xml.parameter-entity", "parameter entities in the document type are not read")
    return entities


@attrs.define(kw_only=True, eq=False)
class _References:
    """Replaces every reference by escaped text; counts by kind, so that a thousand of a kind are one diagnostic."""

    ctx: Context
    entities: dict[bytes, bytes]
    quiet: bool
    texts: dict[bytes, bytes] = attrs.field(factory=dict)
    unknown: dict[bytes, int] = attrs.field(factory=dict)
    counts: dict[str, int] = attrs.field(factory=dict)

    def resolve(self, data: bytes) -> bytes:
        made = _REFERENCES.sub(self._one, data)
        for name, count in self.unknown.items():
            shown = name.decode("utf-8", "replace")
            self.ctx.report("xml.unknown-entity", f"&{shown}; is declared nowhere; kept as it stands", data={"count": count})
        for code, (what, told) in _TOLD.items():
            if count := self.counts.get(code, 0):
                severity = Severity.INFO if code == "xml.cp1252-reference" else Severity.WARNING
                self.ctx.report(code, f"{counted(count, what)} {told}", severity=severity, data={"count": count})
        return made

    def _one(self, found: re.Match[bytes]) -> bytes:
        if found[2] is not None:
            return self._named(found[2], found[0])
        if found[1] is not None:
            return self._numbered(found[1], found[0])
        if found[0] == b"&":
            self._count("xml.bare-ampersand")
            return b"&amp;"
        return found[0]

    def _named(self, name: bytes, as_it_stands: bytes) -> bytes:
        if name in _PREDEFINED:
            return as_it_stands
        text = self.texts.get(name)
        if text is None:
            text = self.texts[name] = self._text(name)
        if name in self.unknown:
            self.unknown[name] += 1
        elif name in self.entities:
            self.ctx.charge("entity_chars", len(text))
        return text

    def _text(self, name: bytes) -> bytes:
        value = self.entities.get(name)
        if value is not None:
            text = _expanded(value.decode("utf-8", "replace"))
            if "&" not in text:
                return escape(ILLEGAL.sub("\ufffd", text), quotes=True).encode()
        known = html.entities.html5.get(name.decode("utf-8", "replace") + ";")
        if known is not None:
            return escape(known, quotes=True).encode()
        self.unknown[name] = 0
        return b"&amp;" + name + b";"

    def _numbered(self, digits: bytes, as_it_stands: bytes) -> bytes:
        number = _number(digits)
        if number in _C1_AS_CP1252:
            self._count("xml.cp1252-reference")
            return _C1_AS_CP1252[number].encode()
        if number > 0x10FFFF or ILLEGAL.match(chr(number)):
            self._count("xml.forbidden-reference")
            return _REPLACEMENT
        return as_it_stands

    def _count(self, code: str) -> None:
        self.counts[code] = self.counts.get(code, 0) + 1


_TOLD = {
    "xml.bare-ampersand": ("ampersand", "with no reference behind; kept so"),
    "xml.cp1252-reference": ("reference", "to C1 controls read as the cp1252 characters that are meant"),
    "xml.forbidden-reference": ("reference", "to what XML forbids became U+FFFD"),
}


def _number(digits: bytes) -> int:
    return int(digits[1:], 16) if digits[:1] in b"xX" else int(digits)


def _expanded(value: str) -> str:
    """An entity's value with its character references expanded once (XML 1.0, 4.5)."""

    def char(found: re.Match[str]) -> str:
        number = _number(found[1].encode())
        return _C1_AS_CP1252.get(number) or (chr(number) if number <= 0x10FFFF else "\ufffd")

    return re.sub(r"&#([0-9]{1,10}|[xX][0-9A-Fa-f]{1,8});", char, value)


def check_attributes(data: bytes, ctx: Context, line: int) -> None:
    """LimitExceeded where a tag has too many attributes: libxml2 compares each with each. `data` begins on that line.

    Such a tag is a long stretch without `<`, and the last `<` of a stretch of that length tells where the next may begin. A
    `<` inside an attribute is no XML and ends the tag for libxml2 too.
    """
    most = ctx.limits.attributes
    shortest = max(most, 1) * _SHORTEST
    at, size = 0, len(data)
    while size - at > shortest:
        last = data.rfind(b"<", at, at + shortest)
        if last >= 0:
            at = last + 1
            continue
        stop = data.find(b"<", at + shortest)
        stop = size if stop < 0 else stop
        if data[at : at + 1] not in b"!?" and data.count(b"=", at, stop) > most:
            tag = _TAG.match(data, at, stop)
            if tag and _QUOTED.sub(b"", tag[0]).count(b"=") > most:
                raise LimitExceeded(over(ctx, "attributes", Origin(line=data.count(b"\n", 0, at) + line)))
        at = stop + 1


def over(ctx: Context, limit: str, at: Origin | None = None) -> Diagnostic:
    """What is said where a document has more of something than `Limits` allow."""
    allowed = getattr(ctx.limits, limit)
    message = f"elements nest deeper than {allowed:,}" if limit == "depth" else f"more than {allowed:,} {limit} on one element"
    return ctx.diagnostic("limit.exceeded", message, at=at, data={"limit": limit, "allowed": allowed})
