"""XML out: escaping, and a writer of indented, well-formed documents. No lxml: writers of XML need none."""

import re
from collections.abc import Callable, Mapping

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity, counted

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML 1.0 document can hold, not even as references."""
_TEXT_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_ATTRIBUTE_ESCAPES = {**_TEXT_ESCAPES, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
_REFERENCE_LIKE = re.compile(r"&amp;(?=#?\w{1,32};)")
_IN_TEXT = re.compile("[&<>\r]")
_IN_ATTRIBUTE = re.compile('[&<>\r"\t\n]')


def escape(characters: str, *, quotes: bool = False) -> str:
    """`characters` as XML text, or as an attribute's value between double quotes; CR, tab and LF survive the way back.

    Characters of `ILLEGAL` are left alone; they are the caller's to keep out.
    """
    pattern, table = (_IN_ATTRIBUTE, _ATTRIBUTE_ESCAPES) if quotes else (_IN_TEXT, _TEXT_ESCAPES)
    return pattern.sub(lambda m: table[m[0]], characters) if pattern.search(characters) else characters


def apart(escaped: str) -> str:
    """Escaped text in which an empty comment parts what reads as a reference.

    Agencies escape bodies twice, so readers, ours too, resolve such references; the characters `&eacute;` of a text about
    markup are left alone this way.
    """
    return _REFERENCE_LIKE.sub("&amp;<!---->", escaped) if "&amp;" in escaped else escaped


@attrs.define(eq=False)
class XmlOut:
    """A document in the making: elements open and close in order, everything is escaped, block elements are indented.

    Characters that XML forbids become U+FFFD and are counted; `report` tells them as `<format>.illegal-characters`.
    `mend` replaces that: a function that makes of any string one without them.
    Inside an inline element, or after text, nothing is indented, so mixed content stays as it is.
    """

    indent: str = "  "
    replaced: int = 0
    mend: Callable[[str], str] | None = None
    parted: bool = False
    """Whether what reads as a reference stays characters everywhere, as in `prose`."""
    _parts: list[str] = attrs.field(factory=list, init=False)
    _open: list[tuple[str, bool]] = attrs.field(factory=list, init=False)
    _mixed: bool = attrs.field(default=False, init=False)

    def open(self, tag: str, attributes: Mapping[str, str | None] | None = None, *, mixed: bool = False) -> None:
        """Begin an element; attributes that are None are left out. `mixed`: its content is text with inline elements."""
        self._begin(tag, attributes, ">")
        self._open.append((tag, self._mixed))
        self._mixed = self._mixed or mixed

    def close(self) -> None:
        """End the element that was opened last."""
        tag, outer = self._open.pop()
        if not self._mixed:
            self._newline()
        self._mixed = outer
        self._parts.append(f"</{tag}>")

    def empty(self, tag: str, attributes: Mapping[str, str | None] | None = None) -> None:
        """An element without content."""
        self._begin(tag, attributes, "/>")

    def leaf(self, tag: str, characters: str, attributes: Mapping[str, str | None] | None = None) -> None:
        """An element that holds only text."""
        self._begin(tag, attributes, ">")
        self._parts.append(f"{self._text(characters)}</{tag}>")

    def text(self, characters: str) -> None:
        """Characters inside an element that was opened as mixed."""
        self._parts.append(self._text(characters))

    def prose(self, characters: str) -> None:
        """As `text`, for a body: what reads as a reference stays characters (`apart`)."""
        self._parts.append(apart(self._safe(characters)))

    def markup(self, finished: str) -> None:
        """Markup that is well-formed and escaped already."""
        self._parts.append(finished)

    def take(self) -> bytes:
        """What was written since the last call, as UTF-8."""
        done = "".join(self._parts).encode("utf-8")
        self._parts.clear()
        return done

    def report(self, ctx: Context, name: str) -> None:
        """Tell `ctx` how many characters had to be replaced, once, under the code `name.illegal-characters`."""
        if self.replaced:
            told = counted(self.replaced, "character") + " that XML forbids became U+FFFD"
            ctx.report(f"{name}.illegal-characters", told, severity=Severity.ERROR, data={"count": self.replaced})
            self.replaced = 0

    def _text(self, characters: str) -> str:
        return apart(self._safe(characters)) if self.parted else self._safe(characters)

    def _begin(self, tag: str, attributes: Mapping[str, str | None] | None, end: str) -> None:
        if not self._mixed:
            self._newline()
        self._parts.append(f"<{tag}")
        for name, value in (attributes or {}).items():
            if value is not None:
                self._parts.append(f' {name}="{self._safe(value, quotes=True)}"')
        self._parts.append(end)

    def _newline(self) -> None:
        self._parts.append("\n" + self.indent * len(self._open) if self.indent else "")

    def _safe(self, characters: str, *, quotes: bool = False) -> str:
        if self.mend is not None:
            characters = self.mend(characters)
        elif ILLEGAL.search(characters):
            characters, count = ILLEGAL.subn("\ufffd", characters)
            self.replaced += count
        return escape(characters, quotes=quotes)
