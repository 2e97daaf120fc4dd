"""Page: a parsed HTML page on its way through the rooms of the reader."""

from functools import cached_property
from typing import Any
from urllib.parse import urljoin

import attrs

_TAGS = ("html", "base", "title", "meta", "link", "script", "h1", "p")


@attrs.frozen(kw_only=True, eq=False)
class Page:
    """What every room of the reader sees; rooms look at `root` and never change it.

    `data` is the page in UTF-8, for scans such as that for JSON-LD.
    """

    root: Any
    """The lxml `<html>` element, without comments and processing instructions."""
    data: bytes
    url: str | None
    """Where the page came from, as the caller says; never the page's own claim."""
    charset: str
    charset_from: str

    @cached_property
    def tagged(self) -> dict[str, list[Any]]:
        """The elements of each tag that rooms ask for by name, in document order: one walk finds them all."""
        found: dict[str, list[Any]] = {tag: [] for tag in _TAGS}
        for element in self.root.iter(*_TAGS):
            found[element.tag].append(element)
        return found

    @cached_property
    def base(self) -> str | None:
        """What relative addresses are relative to: `<base>`, itself read against the page's address; None if neither is known."""
        stated = next(((base.get("href") or "").strip() for base in self.tagged["base"]), "")
        try:
            return urljoin(self.url or "", stated) or None
        except ValueError:
            return self.url
