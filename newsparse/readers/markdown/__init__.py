"""Markdown: CommonMark 0.31.2 with GitHub's tables and strikethrough, below a front matter.

Headings make the sections, the first `#` the title. The front matter of our own writer gives back all that it was made of;
that of site generators is read by its usual keys. HTML inside the text is kept as `Raw` blocks and marks, not understood.
Nothing is inferred: a byline in the text stays a paragraph.
"""

import re

from newsparse.context import Context
from newsparse.model.article import Article
from newsparse.plugin import Frame, Head, Match, NoOptions, Reader

_FRONT = re.compile(
    r"---[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n){0,5}[\"']?[A-Za-z_][\w .-]{0,78}[\"']?[ \t]*:[ \t\r\n]"
    r"|\+\+\+[ \t]*\r?\n[\w.\"-]{1,80}[ \t]*="
)
_HEADING = re.compile(r"\s{0,20}#{1,6}[ \t]+\S")
_SIGNS = re.compile(r"^(?:#{2,6}[ \t]+\S|```|~~~|> |\|[ \t:-]{3,}\|)|\]\((?:https?:|/|#|<)|\*\*\w|!\[", re.MULTILINE)
_PLAIN_TEXT = frozenset({"txt", "text"})


def sniff(head: Head) -> Match:
    """LIKELY for a front matter, the extension, or a heading above other signs; never for what is named `.txt`."""
    text = head.text
    if b"\x00" in head.data or head.extension in _PLAIN_TEXT:
        return Match.NO
    if _FRONT.match(text) or head.extension in READER.extensions or (_HEADING.match(text) and _SIGNS.search(text)):
        return Match.LIKELY
    return Match.NO


def parse(frame: Frame, options: NoOptions, ctx: Context) -> Article:  # noqa: ARG001
    """The article; ParseError `markdown.no-article` for a blank document and `markdown.binary` for what is no text."""
    from newsparse.readers.markdown.read import article

    return article(frame, ctx)


READER = Reader(
    name="markdown",
    title="Markdown (CommonMark) with a front matter",
    sniff=sniff,
    parse=parse,
    elements=(),
    extensions=("md", "markdown", "mdown", "mkd"),
    media_types=("text/markdown", "text/x-markdown"),
    spec="https://spec.commonmark.org/0.31.2/",
)
