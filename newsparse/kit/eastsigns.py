"""What shows at a glance that a text of East Asia may begin with a dateline: `kit.eastdatelines` takes 2 ms to be imported."""

from typing import Final

FIRST: Final = "\u3040"
"""The first of the letters of East Asia."""
SENT: Final = "电電讯訊"
"""The word that a dateline ends with: it was sent."""
_OPENS = frozenset("【〔［[（(")
_SIGNS = frozenset(SENT)
_LONGEST = 160
_WITHIN = 40  # characters of a dateline that is in no brackets
_WIDE_SPACE = "\u3000"


def may_begin(text: str) -> bool:
    """Whether a text begins in these scripts, with a line in brackets or one that says that it was sent."""
    if text[1:2] < FIRST and text[:1] != _WIDE_SPACE:
        return False
    begun = text[:_LONGEST].lstrip()
    return begun[:1] in _OPENS or not _SIGNS.isdisjoint(begun[:_WITHIN])
