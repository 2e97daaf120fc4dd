"""What was left out of the body, told: one diagnostic for each reason, with the words."""

from collections.abc import Iterable
from typing import Final

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit.html import texts_of
from newsparse.readers.html.blocks import Block
from newsparse.readers.html.tables import REASONS

TOLD: Final = 4_000
"""Characters of words that are told for one reason."""


def report(blocks: Iterable[Block], ctx: Context) -> None:
    """Report what was dropped, each reason once, with its words up to a bound."""
    told: dict[str, list[str]] = {}
    for block in blocks:
        if block.dropped is not None and (words := block.text or _words(block)):
            told.setdefault(block.dropped, []).append(words)
    by_code: dict[str, tuple[str, list[str]]] = {}
    for reason, texts in told.items():
        code, what = REASONS[reason]
        by_code.setdefault(code, (what, []))[1].extend(texts)
    for code, (what, texts) in by_code.items():
        words = "\n".join(texts)
        ctx.report(
            code,
            f"left out: {what}",
            severity=Severity.INFO,
            data={"count": len(texts), "characters": len(words), "text": words[:TOLD]},
        )


def _words(block: Block) -> str:
    """The words of a thing that was not looked into: a table, a figure."""
    return " ".join(" ".join(texts_of(block.element)).split()) if len(block.element) or block.element.text else ""
