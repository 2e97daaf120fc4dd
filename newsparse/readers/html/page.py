"""Page: a parsed HTML page on its way through the rooms of the reader."""

from typing import Any

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
