"""Formats in wrappers that nobody knows, as interfaces and queues put around them: which one is inside, seen without parsing."""

import re
from typing import Final

from newsparse.plugin import Head

ROOTS: Final = frozenset(("nitf", "NewsML", "newsMessage", "newsItem", "packageItem", "rss", "RBNews"))
"""First elements of the formats that are looked for, by local name."""
_SPELT: Final = {spelt: name for name in sorted(ROOTS) for spelt in (name, name.upper())}
_SMALL: Final = frozenset(name.lower() for name in ROOTS)
_INSIDE = re.compile(rf"<(?:[A-Za-z_][\w.-]{{0,60}}:)?({'|'.join(_SPELT)})(?=[\s/>])")


def inside(head: Head) -> str:
    """The first of `ROOTS` behind a first element that is none of them; empty where there is none, or no markup."""
    name, _ = head.first_element
    if not name or name.lower() in _SMALL:
        return ""
    found = _INSIDE.search(head.text)
    return _SPELT[found[1]] if found is not None else ""
