"""A text with its marks as NITF's enriched text (`enrichedText` in the schema)."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from newsparse.kit.losses import Losses
from newsparse.kit.marks import LINK, nested
from newsparse.kit.xmlout import XmlOut
from newsparse.model.text import Mark, Text

STYLED: Final = ("strong", "underline", "strike", "code", "sub", "sup")
"""Kinds that are `em` with a class."""
_LEAVES = {
    "person": ("person", ("idsrc", "value", "gender")),
    "org": ("org", ("idsrc", "value")),
    "place": ("location", ("location-code", "code-source")),
    "event": ("event", ("start-date", "end-date", "idsrc", "value")),
    "date": ("chron", ("norm",)),
    "money": ("money", ("unit", "date")),
}
"""Kinds whose elements hold characters alone, with their attributes."""
_WRITTEN = frozenset(("emphasis", "link", "q", "lang", "break", *STYLED, *_LEAVES))
_SEXES = frozenset(("male", "female"))
LANGUAGE: Final = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*\Z")
"""What the schema takes for `xml:lang`."""


def inline(out: XmlOut, losses: Losses, text: Text, extra: tuple[Mark, ...] = (), *, field: str = "") -> None:
    """Write the characters and marks into the element that is open; `extra` are further marks. Those of a line are
    losses of its `field`, others of fields by their kinds.
    """
    marks = _writable(losses, text, extra, field)
    if not marks:
        out.prose(text.text)
        return
    started: set[int] = set()
    skip = 0
    for what, value in nested(text.text, marks, losses.ctx, "nitf.lost-mark"):
        if what == "text":
            out.prose(value[skip:])
            skip = 0
        elif what == "start":
            if id(value) in started:
                losses.lose(field or f"marks.{value.kind}", "crosses another mark and is two in")
            started.add(id(value))
            if value.kind == "break":
                out.empty("br")
                skip = 1  # the newline that the break lies over
            else:
                out.open(*_tag(value))
        elif value.kind != "break":
            out.close()


def _writable(losses: Losses, text: Text, extra: tuple[Mark, ...], field: str) -> list[Mark]:
    """The marks that can be written; leaves first, as `nested` opens the last of those over one stretch first."""
    marks: list[Mark] = []
    for mark in (*text.marks, *extra):
        if mark.kind not in _WRITTEN:
            if field:  # others are reported by the pipeline: no place for that kind
                losses.lose(field, f"of kind {mark.kind} has no place in")
            continue
        if not text.text[mark.start : mark.end].strip(" \t\r") or (mark.kind == "lang" and _language(mark) is None):
            losses.lose(field or f"marks.{mark.kind}", "over white space alone has no place in")
        elif mark.kind == "break" and text.text[mark.start : mark.end] != "\n":
            losses.lose(field or "marks.break", "over other characters than a newline has no place in")
        elif mark.kind == "link" and not LINK.match(str(mark.attrs.get("href") or "").strip()):
            losses.lose(field or "marks.link", "to what is no http, https or mailto address has no place in")
        else:
            marks.append(mark)
    leaves = [mark for mark in marks if mark.kind in _LEAVES]
    if leaves:
        bad = {id(leaf) for leaf in _encumbered(leaves, marks)}
        for leaf in leaves:
            if id(leaf) in bad:
                losses.lose(field or f"marks.{leaf.kind}", "with other marks inside has no place in")
        marks = [m for m in leaves if id(m) not in bad] + [m for m in marks if m.kind not in _LEAVES]
    return marks


def _encumbered(leaves: list[Mark], marks: list[Mark]) -> Iterator[Mark]:
    """Leaves inside which another mark begins or ends, or that share their stretch with an earlier leaf."""
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    taken: set[tuple[int, int]] = set()
    for leaf in leaves:
        inside = _any_between(edges, leaf.start, leaf.end)
        if inside or (leaf.start, leaf.end) in taken:
            yield leaf
        taken.add((leaf.start, leaf.end))


def _any_between(edges: list[int], start: int, end: int) -> bool:
    at = bisect_right(edges, start)
    return at < len(edges) and edges[at] < end


def _language(mark: Mark) -> str | None:
    lang = mark.attrs.get("lang")
    return lang if isinstance(lang, str) and LANGUAGE.match(lang) else None


def _tag(mark: Mark) -> tuple[str, dict[str, str | None]]:
    kind = mark.kind
    stated = {name: value for name, value in mark.attrs.items() if isinstance(value, str)}
    if kind in _LEAVES:
        tag, names = _LEAVES[kind]
        kept: dict[str, str | None] = {name: stated.get(name) for name in names}
        if kept.get("gender") not in _SEXES:
            kept.pop("gender", None)
        return tag, kept
    if kind in STYLED:
        return "em", {"class": kind}
    if kind == "link":
        return "a", {"href": stated["href"].strip(), "title": stated.get("title")}
    if kind == "q":
        return "q", {"quote-source": stated.get("quote-source")}
    if kind == "lang":
        return "lang", {"xml:lang": stated["lang"]}
    return "em", {}


def crosses(mark: Mark, others: Iterable[Mark]) -> bool:
    """Whether a mark cannot lie among others: it crosses one, is one already, or holds one end of it."""
    for other in others:
        if other.kind == mark.kind and (other.start, other.end) == (mark.start, mark.end):
            return True
        inside = mark.start <= other.start and other.end <= mark.end
        around = other.start <= mark.start and mark.end <= other.end and other.kind not in _LEAVES
        if not inside and not around and other.start < mark.end and mark.start < other.end:
            return True
    return False
