"""SGML of newswires' archives: few tags, in capitals, which need no parser. Elements count where both their tags are there."""

import html
import re
from collections.abc import Iterator
from itertools import pairwise

from newsparse.context import Context
from newsparse.kit import wire
from newsparse.plugin import Document, Frame

_DOCTYPE = re.compile(rb"<!DOCTYPE[^>]{0,300}>")
_HALF = re.compile(r"(?:</?[A-Z]{0,20}|&#?\w{0,10})\Z")
_ELEMENT = re.compile(r"<([A-Z][A-Z0-9_]{1,20})>([^<]*+)</\1>")


def tagged(document: Document, start: re.Pattern[bytes], end: bytes, ctx: Context, name: str) -> Iterator[Frame]:
    """A frame from each `start` to its `end` tag, or to the next start; words between them are told, a document type is not."""
    data = document.data
    starts = [found.start() for found in start.finditer(data)]
    at = 0
    for index, (begin, following) in enumerate(pairwise([*starts, len(data)])):
        wire.tell_outside(_DOCTYPE.sub(b"", data[at:begin], 1), at, ctx, name)
        closed = data.find(end, begin, following)
        at = following if closed < 0 else closed + len(end)
        yield Frame(data=data[begin:at], index=index, byte_start=begin, charset=document.charset)
    if starts:
        wire.tell_outside(data[at:], at, ctx, name)


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a start tag by name, in quotation marks or without; those that have no value are left out."""
    return {found[1]: found[2] or found[3] or found[4] for found in _ATTRIBUTE.finditer(tag) if found[2] or found[3] or found[4]}


_ATTRIBUTE = re.compile(r"""(?<=\s)([A-Za-z]{1,20})\s*=\s*(?:"([^"<>]{0,100})"|'([^'<>]{0,100})'|([^\s"'<>]{1,100}))""")


def without_half(text: str) -> str:
    """A text that breaks off without half a tag or reference at its end."""
    return _HALF.sub("", text)


def elements(text: str) -> Iterator[tuple[str, str]]:
    """(name, words) of the elements in SGML that hold words alone, in order; those without words are left out."""
    for found in _ELEMENT.finditer(text):
        words = " ".join(html.unescape(found[2]).split())
        if words:
            yield found[1], words


def between(text: str, name: str) -> str | None:
    """What stands between the tags of the first such element, as it stands; None where one of them is missing."""
    at = text.find(f"<{name}>")
    end = text.find(f"</{name}>", at)
    return None if at < 0 or end < 0 else text[at + len(name) + 2 : end]


def element(text: str, *names: str) -> str | None:
    """The words of the first of these elements that has any, on one line; None where none has."""
    for name in names:
        found = between(text, name)
        if found is not None and (words := " ".join(html.unescape(found).split())):
            return words
    return None
