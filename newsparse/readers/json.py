"""Reads our own JSON and JSON Lines (see docs/schema.md): the reference form, which loses nothing.

Other JSON formats (ninjs, an agency's own) are other readers' work.
"""

import re
from collections.abc import Iterator

from newsparse.context import Context
from newsparse.kit import json as kit_json
from newsparse.model.article import Article
from newsparse.model.check import problems
from newsparse.model.place import Origin
from newsparse.plugin import Document, Frame, Head, Match, NoOptions, Reader
from newsparse.schema import SchemaError, article_objects, load

_ENVELOPE = re.compile(r'\s*\{\s*"newsparse"\s*:\s*"')


def sniff(head: Head) -> Match:
    """CERTAIN for our version key in front, LIKELY for a bare article object."""
    text = head.text
    if _ENVELOPE.match(text):
        return Match.CERTAIN
    if text.lstrip()[:1] == "{" and '"sections"' in text and '"blocks"' in text:
        return Match.LIKELY
    return Match.NO


def split(document: Document, options: NoOptions, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each article of the envelope, or for each line; a line that is no JSON is a frame that fails alone."""
    lines = kit_json.frames(document)
    yield from lines
    if lines or not document.data.strip():
        return
    try:
        found_articles = article_objects(kit_json.load(document.data, ctx, "json.bad-syntax", charset=document.charset))
    except SchemaError as error:
        raise ctx.fail("json.bad-article", str(error)) from error
    for index, item in enumerate(found_articles):
        yield Frame(data=b"", index=index, charset=document.charset, item=item)


def parse(frame: Frame, options: NoOptions, ctx: Context) -> Article:  # noqa: ARG001
    """The article as it was written; ParseError `json.bad-article` where it does not fit the schema or itself."""
    try:
        item = frame.item
        if item is None:
            loaded = kit_json.load(frame.data, ctx, "json.bad-syntax", charset=frame.charset, line=frame.line)
            (item,) = article_objects(loaded)
        article = load(*item)
    except SchemaError as error:
        raise ctx.fail("json.bad-article", str(error), at=_at(frame)) from error
    except ValueError as error:
        raise ctx.fail("json.bad-article", "one article a line wanted", at=_at(frame)) from error
    found = problems(article)
    if found:
        raise ctx.fail("json.bad-article", found[0], at=_at(frame))
    return article


def _at(frame: Frame) -> Origin:
    """Where the article is: on a line of JSON Lines, or somewhere in the envelope."""
    return Origin(frame=frame.index, line=frame.line if frame.item is None else None)


READER = Reader(
    name="json",
    title="newsparse JSON and JSON Lines",
    sniff=sniff,
    split=split,
    parse=parse,
    elements=(),
    extensions=("json", "jsonl", "ndjson"),
    media_types=("application/json", "application/x-ndjson", "application/jsonl"),
    spec="docs/schema.md",
)
