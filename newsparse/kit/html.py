"""The only hardened HTML parser: whole pages, and strings of HTML that other formats carry.

Bytes are brought to UTF-8 first (BOM, transport, `<meta>`, what they look like), so that libxml2 chooses no encoding. A
page costs one plain libxml2 parse; only one that goes past libxml2's limits costs more. Nothing is fetched, ever.
"""

import re
from typing import Any, TypeAlias

import attrs
from lxml import etree

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit.charset import decode

Element: TypeAlias = Any
"""An lxml element; its stubs are not strict enough to be of use in signatures."""

_META_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_META_WITHIN = 16_384  # the standard says 1,024; real pages put comments and scripts before it
_EMPTY = b"<html><body></body></html>"


@attrs.frozen(kw_only=True, eq=False)
class Loaded:
    """A parsed page: its root, its bytes in UTF-8 (for scans), and which charset it was in (as `kit.charset.Decoded`)."""

    root: Element
    data: bytes
    charset: str
    charset_from: str


def load(data: bytes, ctx: Context, *, charset: str | None = None) -> Loaded:
    """The page as a tree without comments and processing instructions; never raises, an empty page has an empty body.

    `charset` is what the transport declared and beats `<meta charset>`. Undecodable bytes become U+FFFD and are reported
    as `html.undecodable`.
    """
    found = None if charset else _META_CHARSET.search(data, 0, _META_WITHIN)
    stated = charset or (found[1].decode("ascii") if found else None)
    decoded = decode(data, stated)
    if decoded.replaced:
        ctx.report(
            "html.undecodable",
            f"{decoded.replaced:,} places are no {decoded.charset} and became U+FFFD",
            severity=Severity.ERROR,
            data={"count": decoded.replaced},
        )
    plain = decoded.charset == "utf-8" and not decoded.replaced
    text = data[decoded.start :] if plain else decoded.text.encode("utf-8", "replace")
    return Loaded(root=_tree(text), data=text, charset=decoded.charset, charset_from=decoded.charset_from)


def fragment(text: str, ctx: Context) -> Element:  # noqa: ARG001  pre-scans report to it
    """The `<body>` that holds a string of HTML, as JSON and feeds carry it; an empty one for an empty string."""
    root = _tree(text.encode("utf-8", "replace"))
    body = root.find("body")
    return root if body is None else body


def _tree(data: bytes) -> Element:
    root = etree.fromstring(data, _parser())
    return etree.fromstring(_EMPTY, _parser()) if root is None else root


def _parser() -> Any:
    return etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
