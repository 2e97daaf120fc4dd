"""Bytes to str: BOM, then what is declared, then UTF-8, then cp1252; and which of them it was.

Only encodings of the short list are honoured: a UTF-7 declaration turns text into live tags, and rot13 or hex are no
charsets. A declared charset that extends ASCII loses against bytes that are valid UTF-8 with characters beyond ASCII,
because the wrong declaration is common and the coincidence is not.
"""

import codecs
from functools import lru_cache

import attrs

from newsparse.model.quick import maker

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

# Labels of the WHATWG Encoding Standard that news documents use, to Python codecs. latin-1 and ASCII mean cp1252 there.
CHARSETS = {
    "utf-8": "utf-8", "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8",
    "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252",
    "latin-1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252", "ansi": "cp1252",
    "iso-8859-2": "iso8859-2", "iso-8859-3": "iso8859-3", "iso-8859-4": "iso8859-4", "iso-8859-5": "iso8859-5",
    "iso-8859-6": "iso8859-6", "iso-8859-7": "iso8859-7", "iso-8859-8": "iso8859-8", "iso-8859-9": "cp1254",
    "iso-8859-10": "iso8859-10", "iso-8859-13": "iso8859-13", "iso-8859-14": "iso8859-14", "iso-8859-15": "iso8859-15",
    "iso-8859-16": "iso8859-16", "windows-874": "cp874", "tis-620": "cp874", "windows-1250": "cp1250",
    "windows-1251": "cp1251", "cp1251": "cp1251", "windows-1253": "cp1253", "windows-1254": "cp1254",
    "windows-1255": "cp1255", "windows-1256": "cp1256", "windows-1257": "cp1257", "windows-1258": "cp1258",
    "koi8-r": "koi8-r", "koi8-u": "koi8-u", "macintosh": "mac-roman", "ibm866": "cp866",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs", "euc-jp": "euc-jp", "iso-2022-jp": "iso2022-jp", "shift_jis": "cp932", "shift-jis": "cp932",
    "sjis": "cp932", "windows-31j": "cp932", "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "utf-16": "utf-16-le", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
}  # fmt: skip

_EXTENDS_ASCII = frozenset(CHARSETS.values()) - {"utf-8", "utf-16-le", "utf-16-be", "iso2022-jp"}
_BEYOND_ASCII = bytes(range(0x80, 0x100))


@attrs.frozen(kw_only=True)
class Decoded:
    """Characters, the Python codec that gave them, and where it was known from.

    `charset_from` is `bom`, `declared`, `sniffed` or `fallback`. `start` is the number of BOM bytes before the first
    character. `replaced` counts U+FFFD that stand for undecodable bytes.
    """

    text: str
    charset: str
    charset_from: str
    start: int = 0
    replaced: int = 0


_decoded = maker(Decoded)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """`data` as characters; never raises. `declared` is a charset label, honoured if it is on the list and fits."""
    if data[:1] in _BOM_STARTS and (marked := _marked(data)) is not None:
        codec, start = marked
        return _replacing(data[start:], codec, "bom", start)
    codec_declared = _fitting(data, codec_of(declared))
    if codec_declared == "utf-8" or codec_declared is None or codec_declared in _EXTENDS_ASCII:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            if codec_declared is None and (wide := _wide(data)) is not None:
                return _replacing(data, wide, "sniffed", 0)
            return _decoded(text=text, charset="utf-8", charset_from="declared" if codec_declared == "utf-8" else "sniffed")
    if codec_declared is None and (wide := _wide(data)) is not None:
        return _replacing(data, wide, "sniffed", 0)
    if codec_declared is not None and codec_declared != "utf-8":
        try:
            return Decoded(text=_lenient(data, codec_declared), charset=codec_declared, charset_from="declared")
        except UnicodeDecodeError:
            return _replacing(data, codec_declared, "declared", 0)
    if _mostly_utf8(data):
        return _replacing(data, "utf-8", "declared" if codec_declared else "sniffed", 0)
    return _decoded(text=_lenient(data, "cp1252"), charset="cp1252", charset_from="fallback")


def _marked(data: bytes) -> tuple[str, int] | None:
    """(the codec that a BOM says, where the text begins); programs that put a BOM do so before another's too."""
    for bom, codec in BOMS:
        if data.startswith(bom):
            start = len(bom)
            while data.startswith(bom, start):
                start += len(bom)
            return codec, start
    return None


@attrs.frozen(kw_only=True)
class Encoded:
    """A document in UTF-8 without its BOM; the rest as in `Decoded`."""

    data: bytes
    charset: str
    charset_from: str
    replaced: int = 0


def to_utf8(data: bytes, declared: str | None = None) -> Encoded:
    """`data` in UTF-8, itself where it is that already, in the charset that `decode` finds; never raises."""
    supposed = supposed_utf8(data, declared)
    if supposed is not None and is_utf8(data):
        return supposed
    decoded = decode(data, declared)
    plain = decoded.charset == "utf-8" and not decoded.replaced
    text = data[decoded.start :] if plain else decoded.text.encode("utf-8", "replace")
    return Encoded(data=text, charset=decoded.charset, charset_from=decoded.charset_from, replaced=decoded.replaced)


def supposed_utf8(data: bytes, declared: str | None = None) -> Encoded | None:
    """What `to_utf8` gives if the bytes are UTF-8, which nobody has looked at; None where something else is stated."""
    codec = _fitting(data, codec_of(declared))
    honoured = codec is None or codec == "utf-8" or codec in _EXTENDS_ASCII
    if not honoured or data[:1] in _BOM_STARTS or (codec is None and _wide(data)):
        return None
    return Encoded(data=data, charset="utf-8", charset_from="declared" if codec == "utf-8" else "sniffed")


def is_utf8(data: bytes) -> bool:
    """Whether all of it is UTF-8: looked at in pieces, because a string of a whole page is new memory, and is not needed."""
    at, size, view = 0, len(data), memoryview(data)
    try:
        while at < size:
            end = at + _PIECE
            at += codecs.utf_8_decode(view[at:end], "strict", end >= size)[1]
    except UnicodeDecodeError:
        return False
    return True


_PIECE = 8_192
_BOM_STARTS = frozenset(bom[:1] for bom, _ in BOMS)


@lru_cache(maxsize=256)
def codec_of(declared: str | None) -> str | None:
    """The codec that reads a charset of this name, in which a blank is as good as a hyphen; None for one that is not read."""
    return CHARSETS.get("-".join(declared.lower().split())) if declared else None


def _fitting(data: bytes, codec: str | None) -> str | None:
    """`codec`, unless it is UTF-16 and no byte is NUL: programs that keep strings in UTF-16 declare it and write UTF-8."""
    return None if codec in _WIDE and b"\x00" not in data[:512] else codec


_WIDE = frozenset(("utf-16-le", "utf-16-be"))


def _lenient(data: bytes, codec: str) -> str:
    """Strict, but cp1252's five undefined bytes become their C1 controls, as everywhere on the web."""
    if codec != "cp1252":
        return data.decode(codec)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_CP1252[byte] for byte in data) if len(data) < 1 << 16 else data.decode("latin-1").translate(_C1)


_CP1252 = [bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(256)]
_C1 = {b: _CP1252[b] for b in range(0x80, 0xA0)}


def _replacing(data: bytes, codec: str, charset_from: str, start: int) -> Decoded:
    try:
        return Decoded(text=data.decode(codec), charset=codec, charset_from=charset_from, start=start)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
    replaced = 0
    if "\ufffd" in text:
        replaced = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if codec == "utf-8" else 0)
    return Decoded(text=text, charset=codec, charset_from=charset_from, start=start, replaced=max(replaced, 0))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a BOM shows as a NUL in every other byte of Latin text; None where it does not."""
    head = data[:512]
    half = len(head) // 2
    if half < 4 or b"\x00" not in head:
        return None
    if head[1::2].count(0) > half * 0.7 and head[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if head[0::2].count(0) > half * 0.7 and head[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are UTF-8 but for a few: a cut or damaged UTF-8 file, not a one-byte charset."""
    sample = data[:65536]
    beyond = len(sample) - len(sample.translate(None, _BEYOND_ASCII))
    bad = sample.decode("utf-8", "replace").count("\ufffd") - sample.count(b"\xef\xbf\xbd")
    return bad <= max(1, beyond // 20) and beyond > 2 * bad
