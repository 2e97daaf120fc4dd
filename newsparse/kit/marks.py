"""Marks over a text as nested markup, and which links may be written at all."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsparse.context import Context
from newsparse.diagnostics import counted
from newsparse.model.text import Mark

LINK: Final = re.compile(r"(?:https?://[^\s/]|mailto:[^\s])[^\s\x00-\x20]*\Z", re.IGNORECASE)
"""What a writer may link to: http, https and mailto, without white space."""
_DEEPEST = 32  # marks open at once; crossing ones are reopened, so more would cost their square


def nested(text: str, marks: Iterable[Mark], ctx: Context, code: str) -> Iterator[tuple[str, Any]]:
    """`("start", mark)`, `("text", characters)`, `("end", mark)`, well nested: marks that cross are closed and reopened.

    Marks beyond 32 open at once are left out and reported as `code`.
    """
    waiting = sorted(marks, key=lambda m: (m.start, -m.end), reverse=True)
    opened: list[Mark] = []
    at = lost = 0
    while waiting or opened:
        next_end = min((mark.end for mark in opened), default=None)
        if waiting and (next_end is None or waiting[-1].start < next_end or waiting[-1].start == waiting[-1].end == next_end):
            mark = waiting.pop()
            if mark.start > at:
                yield "text", text[at : mark.start]
                at = mark.start
            if len(opened) >= _DEEPEST:
                lost += 1
                continue
            opened.append(mark)
            yield "start", mark
            continue
        assert next_end is not None
        if next_end > at:
            yield "text", text[at:next_end]
            at = next_end
        lowest = next(i for i, mark in enumerate(opened) if mark.end <= next_end)
        again = [mark for mark in opened[lowest:] if mark.end > next_end]
        for mark in reversed(opened[lowest:]):
            yield "end", mark
        del opened[lowest:]
        for mark in again:
            opened.append(mark)
            yield "start", mark
    if at < len(text):
        yield "text", text[at:]
    if lost:
        ctx.report(code, f"left out {counted(lost, 'mark')} over more than {_DEEPEST} others", data={"count": lost})
