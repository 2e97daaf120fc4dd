"""XML documents that hold several items: a frame for each, so that a broken item costs only itself.

A well-formed document is parsed once and its items are handed on as elements. A broken one is cut by its tags: each item is
read by itself, behind the head of the document, which declares namespaces and what all items share.
"""

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import attrs

from newsparse.context import Context
from newsparse.errors import LimitExceeded, ParseError
from newsparse.kit.heads import holds, places
from newsparse.kit.xml import Element, Loaded, children, load, local
from newsparse.model.quick import maker
from newsparse.plugin import Document, Frame, Head, first_bytes

new_frame: Final = maker(Frame)
"""A frame, made quickly."""

# A cut item is read with the head before it; a long one before many would cost their product.
_MOST_TIMES = 4
_LONGEST_HEAD = 262_144
_ATTRIBUTE = re.compile(r"""\s([\w:.-]{1,60})\s*+=\s*+(?:"([^"<>]*+)"|'([^'"<>]*+)'|([^\s"'<>=]++(?=[\s>])))""")
_FIRST_VALUE = re.compile(r"<[A-Za-z_][^<>=]*+=(.)", re.DOTALL)
_PADDED = '=" '
_REFERRED = re.compile(r"""=["'][^"'<>&]*+&#""")
_WIDE = frozenset((b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<"))


class Item(NamedTuple):
    """An item: its element, the document around it, and the index for origins (None: its lines mean nothing)."""

    element: Element
    loaded: Loaded
    frame: int | None


def split(document: Document, ctx: Context, names: tuple[str, ...], *, last: tuple[str, ...] = ()) -> Iterator[Frame]:
    """A frame for each of the outermost elements of these names, in document order, those of `last` after all others.

    What is said of a document that is handed on in bytes is said when they are read, and not here too.
    """
    told = len(ctx.diagnostics)
    try:
        loaded = load(document.data, ctx, charset=document.charset, recover_ok=False, trim=True)
    except LimitExceeded:
        raise
    except ParseError as error:
        starts = _starts(document.data, names)
        if len(starts) > 1:
            yield from _by_tags(document, ctx, starts, last, error)
            return
        found = []
    else:
        found = _items(loaded.root, names)
    if not found:
        del ctx.diagnostics[told:]
        yield new_frame(data=document.data, charset=document.charset)
        return
    if len(found) > 1:
        found.sort(key=lambda element: local(element) in last)
    for index, element in enumerate(found):
        item = Item(element=element, loaded=loaded, frame=index)
        yield new_frame(data=document.data, index=index, charset=document.charset, item=item)


def _by_tags(document: Document, ctx: Context, starts: list[int], last: tuple[str, ...], error: ParseError) -> Iterator[Frame]:
    """The frames of a document that is not sound and holds several items."""
    ctx.report("xml.split-by-tags", f"{error.diagnostic.message}; each item is read by itself", at=error.diagnostic.origin)
    behind = frozenset(_starts(document.data, last))
    frames = sorted(_cut(document, starts), key=lambda frame: frame.byte_start in behind)
    yield from (attrs.evolve(frame, index=index) for index, frame in enumerate(frames))


def _items(root: Element, names: tuple[str, ...]) -> list[Element]:
    """The outermost elements of these names, in whatever case they are written."""
    found = list(root.iter(*_wildcards(names)))
    if not found:
        respell(root, names)
    return found if len(found) == 1 else list(outermost(root, names))


def _starts(data: bytes, names: tuple[str, ...]) -> list[int]:
    """Where start tags of these names begin. The names are sought in a tenth of a pattern's time."""
    found: list[int] = []
    for name in map(str.encode, names):
        for at in places(data, name):
            end = at + len(name)
            if data[at - 1 : at] in _BEFORE_NAME and data[end : end + 1] in _BEHIND_NAME:
                tag = data.rfind(b"<", max(at - _LONGEST_PREFIX, 0), at)
                if tag >= 0 and (tag == at - 1 or _PREFIX.match(data, tag, at)):
                    found.append(tag)
    return sorted(found)


_BEFORE_NAME = frozenset((b"<", b":"))
_BEHIND_NAME = frozenset((b" ", b"\t", b"\n", b"\r", b"/", b">"))
_LONGEST_PREFIX = 64
_PREFIX = re.compile(rb"<[A-Za-z_][\w.-]*:\Z")


@cache
def _wildcards(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{{*}}{name}" for name in names)


def outermost(root: Element, names: tuple[str, ...]) -> Iterator[Element]:
    """The elements of these names that stand in no other of them; the root itself may be one."""
    if local(root) in names:
        yield root
        return
    stack = [children(root)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif local(element) in names:
            yield element
        else:
            stack.append(children(element))


def item_of(frame: Frame, ctx: Context, names: tuple[str, ...]) -> Item | None:
    """What `split` found, or the first such element of a frame that is still bytes; None where there is none."""
    if frame.item is not None:
        found: Item = frame.item
        return found
    loaded = load(frame.data, ctx, charset=frame.charset, line=frame.line, trim=True)
    element = loaded.root if local(loaded.root) in names else next(loaded.root.iter(*_wildcards(names)), None)
    if element is None:  # the names may have a prefix that nobody declared, or be in capitals
        respell(loaded.root, names)
        element = next(outermost(loaded.root, names), None)
    return None if element is None else Item(element=element, loaded=loaded, frame=None if frame.byte_start else frame.index)


def respell(root: Element, names: tuple[str, ...]) -> None:
    """Spell elements of these names as the format does that are spelt otherwise: `NITF`. Where the format has no capitals, none
    of the elements and attributes has any.
    """
    spelt = {name.lower(): name for name in names}
    found = [element for element in root.iter("*") if local(element).lower() in spelt]
    if any(local(element) in names for element in found):
        return
    small = bool(found) and all(name == name.lower() for name in names)
    for element in root.iter("*") if small else found:
        space, name = element.tag.rpartition(local(element))[0], local(element).lower()
        element.tag = space + spelt.get(name, name)
        if small:
            for key, value in element.attrib.items():
                if key != key.lower() and key[:1] != "{":
                    del element.attrib[key]
                    element.set(key.lower(), value)


def signs_of(document: bytes, start: int = 0) -> str:
    """The first characters of a document, or of what begins at `start`, in which the signs of dialects are looked for:
    `name="value"`, however the attributes are written, if they all are as the first one, and in which charset.
    """
    data = first_bytes(document[start:] if start else document)
    text = Head(data=data, size=len(data)).text if data[:2] in _WIDE else data.decode("utf-8", "replace")
    first = _FIRST_VALUE.search(text)
    if first is not None and (first[1] != '"' or holds(text, _PADDED)):
        text = _ATTRIBUTE.sub(lambda found: f' {found[1]}="{(found[2] or found[3] or found[4] or "").strip()}"', text)
    return html.unescape(text) if holds(text, "&#") and _REFERRED.search(text) is not None else text


def _cut(document: Document, starts: list[int]) -> Iterator[Frame]:
    """Frames by tags; an item ends where its end tag stands or the next begins."""
    data = document.data
    head = data[: starts[0]].replace(b"\n", b" ")  # on the line of the item, so that the parser's lines count from there
    if len(head) * len(starts) > _MOST_TIMES * len(data) + _LONGEST_HEAD:
        head = b""
    closing = _closing(head)
    line, counted = 1, 0
    for index, start in enumerate(starts):
        line, counted = line + data.count(b"\n", counted, start), start
        stop = starts[index + 1] if index + 1 < len(starts) else len(data)
        name = re.match(rb"<([^\s/>]+)", data[start : start + 200])
        end = data.rfind(b"</%s>" % name[1], start, stop) if name else -1
        ends = name is not None and end >= 0
        body = data[start : end + len(name[1]) + 3] if name is not None and ends else data[start:stop]
        whole = head + body + (closing if ends or stop < len(data) else b"")
        yield new_frame(data=whole, index=index, byte_start=start, charset=document.charset, line=line)


def _closing(head: bytes) -> bytes:
    """End tags for all that is open at the end of `head`."""
    opened: list[bytes] = []
    for found in re.finditer(rb"<(/?)([A-Za-z_][\w.:-]{0,100})([^<>]*)>", head):
        if found[1]:
            if opened and opened[-1] == found[2]:
                opened.pop()
        elif not found[3].endswith(b"/"):
            opened.append(found[2])
    return b"".join(b"</%s>" % name for name in reversed(opened))
