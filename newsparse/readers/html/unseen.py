"""What no reader of the page sees, though it stands in the story: a message, a summary, the title of another edition."""

import re
from typing import Any

from newsparse.readers.html.blocks import Block

_LITTLE = 0.1  # of the story: what is hidden and more is shown by a button, or behind a wall
_HIDING = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)


def drop_unseen(worded: list[Block]) -> None:
    """Drop what a style of its own hides, where that is little: much of a story that is hidden is the story."""
    kept = [b for b in worded if b.dropped is None]
    hidden: dict[Any, bool] = {None: False}
    unseen = [b for b in kept if _is_hidden(b.element, hidden)]
    if unseen and sum([len(b.text) for b in unseen]) < _LITTLE * sum([len(b.text) for b in kept]):
        for block in unseen:
            block.dropped = "hidden"


def _is_hidden(at: Any, hidden: dict[Any, bool]) -> bool:
    """Whether a style of an element or of one around it hides what is in it; each is asked once."""
    passed = []
    while at not in hidden:
        passed.append(at)
        if (style := at.get("style")) and _HIDING.search(style):
            hidden[at] = True
        else:
            at = at.getparent()
    known = hidden[at]
    for element in passed:
        hidden[element] = known
    return known
