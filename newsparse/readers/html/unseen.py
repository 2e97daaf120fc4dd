"""What no reader of the page sees, though it stands in the story: a message, a summary, the title of another edition."""

import re
from typing import Any

from newsparse.readers.html.blocks import Block

_LITTLE = 0.1  # of the story: what is hidden and more is shown by a button, or behind a wall
_HIDING = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)


def drop_unseen(worded: list[Block]) -> None:
    """Drop what a style of its own hides, where that is little: much of a story that is hidden is the story."""
    hidden: dict[Any, bool] = {None: False}
    kept = [b for b in worded if b.dropped is None]
    unseen = [b for b in kept if _hides(b.element) or _is_within_hidden(b.element.getparent(), hidden)]
    if unseen and sum([len(b.text) for b in unseen]) < _LITTLE * sum([len(b.text) for b in kept]):
        for block in unseen:
            block.dropped = "hidden"


def _hides(element: Any) -> bool:
    style = element.get("style")
    return style is not None and _HIDING.search(style) is not None


def _is_within_hidden(at: Any, hidden: dict[Any, bool]) -> bool:
    """Whether a style of an element or of one around it hides what is in it; each is asked once."""
    if at in hidden:
        return hidden[at]
    passed = []
    while at not in hidden:
        passed.append(at)
        if _hides(at):
            hidden[at] = True
        else:
            at = at.getparent()
    hidden.update(dict.fromkeys(passed, hidden[at]))
    return hidden[at]
