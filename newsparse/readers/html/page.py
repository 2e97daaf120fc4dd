"""Page: a parsed HTML page on its way through the rooms of the reader."""

from functools import cached_property
from typing import Any
from urllib.parse import urljoin

import attrs


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
    def base(self) -> str | None:
        """What relative addresses are relative to: `<base>`, itself read against the page's address; None if neither is known."""
        element = next(self.root.iter("base"), None)
        stated = (element.get("href") or "").strip() if element is not None else ""
        try:
            return urljoin(self.url or "", stated) or None
        except ValueError:
            return self.url
