"""What was left out of the body, told: one diagnostic for each reason, with the words."""

from collections.abc import Iterable
from typing import Final

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.readers.html.blocks import Block

REASONS: Final = {
    "title": ("html.cut-title", "the headline, which stands in `title`"),
    "repeat": ("html.cut-repeat", "lines that stand elsewhere in the article (standfirst, byline, date)"),
    "above": ("html.cut-above", "what stands above the headline"),
    "label": ("html.cut-label", "labels and lines beside the story"),
    "hidden": ("html.cut-hidden", "words for screen readers"),
    "other": ("html.cut-other-article", "other articles of the page"),
    "pull": ("html.cut-pull-quote", "quotations that the text holds already"),
    "note": ("html.cut-note", "notes below the end mark"),
    "control": ("html.cut-control", "words of buttons and fields"),
    "ornament": ("html.cut-ornament", "lines without letters or digits"),
    "heading": ("html.cut-heading", "headings with nothing below them"),
    "caption": ("html.cut-caption", "captions whose picture is not in the page"),
    "related": ("html.cut-related", "pointers to other stories"),
    "box": ("html.cut-box", "boxes beside the story"),
    "aside": ("html.cut-box", "boxes beside the story"),
    "ad": ("html.cut-advertisement", "advertisements"),
    "newsletter": ("html.cut-newsletter", "newsletter, registration and subscription boxes"),
    "form": ("html.cut-newsletter", "newsletter, registration and subscription boxes"),
    "share": ("html.cut-share", "share bars"),
    "comment": ("html.cut-comment", "readers' comments"),
    "consent": ("html.cut-consent", "consent notices"),
    "author": ("html.cut-author", "notes on the author"),
    "meta": ("html.cut-meta", "date, byline, tags and topic lines"),
    "player": ("html.cut-player", "words of a player"),
    "nav": ("html.cut-navigation", "navigation"),
    "header": ("html.cut-navigation", "navigation"),
    "footer": ("html.cut-navigation", "navigation"),
    "outside": ("html.cut-outside", "what stands outside the story"),
}
"""Reason to code and what it covers."""

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
    return " ".join(" ".join(block.element.itertext()).split()) if len(block.element) or block.element.text else ""
