"""The first element of an XML document, seen without parsing: for `sniff`, which has 4 KiB and no lxml."""

import re
from functools import lru_cache

_PROLOG = re.compile(
    r"\s*+(?:<\?[^>]*+>\s*+|<!--(?:(?!-->).)*+(?:-->|\Z)\s*+|<!DOCTYPE\b[^>\[]*+(?:\[[^\]]*+\]\s*+)?(?:>|\Z)\s*+)*+", re.DOTALL
)
_START = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)([^<>]*)")
_DOCTYPE = re.compile(r"<!DOCTYPE\s+(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")


@lru_cache(maxsize=8)  # every reader of an XML format asks for the same document's
def first_element(head: str) -> tuple[str, str]:
    """(local name, the attributes as they stand) of the first element; the name of the document type where a long prolog
    hides the element; empty strings where neither is seen.
    """
    prolog = _PROLOG.match(head)
    start = _START.match(head, prolog.end() if prolog else 0)
    if start is not None:
        return start[1], start[2]
    declared = _DOCTYPE.search(head)
    return (declared[1], "") if declared else ("", "")
