"""Our own XML form, read back as it was written (`writers/xml`, `schema/xmlform.rng`).

A document in the usual shape is cut into its articles by their tags, so that a damaged one costs only itself; any other
is parsed whole. Elements and attributes that the vocabulary does not know are reported; a version with a newer first number
is refused.
"""

import re
from collections.abc import Iterator

from newsparse.context import Context
from newsparse.model.article import Article
from newsparse.model.check import problems
from newsparse.plugin import Document, Frame, Head, Match, NoOptions, Reader
from newsparse.readers.xml.read import Reading
from newsparse.schema import xmlform as form

_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(<articles\b[^<>]*>)")
_OPEN = re.compile(rb"<article[\s>/]")
_CLOSE = b"</article>"
_UNUSUAL = (b"<![CDATA[", b"<!--", b"<!DOCTYPE", b"<?xml-")


def sniff(head: Head) -> Match:
    """CERTAIN for our namespace on the first element."""
    name, attributes = head.first_element
    return Match.CERTAIN if name in {"articles", "article"} and form.NAMESPACE in attributes else Match.NO


def split(document: Document, options: NoOptions, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each article: cut out by its tags, or, in an unusual document, as a parsed element."""
    data = document.data
    root = _ROOT.match(data, 0, 4096)
    if root is None or document.charset not in {None, "utf-8"} or any(mark in data for mark in _UNUSUAL):
        yield from _elements(document, ctx)
        return
    _check_version(re.search(rb"\sversion=[\"']([^\"']*)", root[1]), ctx)
    opening = root[1].replace(b"\n", b" ")  # on the line of the article, so that the parser's lines count from there
    at, index, line, counted = root.end(), 0, 1, 0
    while (found := _OPEN.search(data, at)) is not None:
        end = data.find(_CLOSE, found.end())
        following = _OPEN.search(data, found.end(), end if end >= 0 else len(data))
        stop = following.start() if following else (len(data) if end < 0 else end + len(_CLOSE))
        line, counted = line + data.count(b"\n", counted, found.start()), found.start()
        framed = opening + data[found.start() : stop] + b"</articles>"
        yield Frame(data=framed, index=index, byte_start=found.start(), charset="utf-8", line=line)
        at, index = stop, index + 1


def _elements(document: Document, ctx: Context) -> Iterator[Frame]:
    from newsparse.kit import xml

    root = xml.parse(document.data, ctx, charset=document.charset)
    if xml.local(root) == "article":
        yield Frame(data=document.data, item=root)
        return
    _check_version(re.match(rb"(.*)", (root.get("version") or "").encode()), ctx)
    for index, element in enumerate(xml.children(root, "article")):
        yield Frame(data=document.data, index=index, item=element)


def _check_version(found: "re.Match[bytes] | None", ctx: Context) -> None:
    stated = found[1].decode("ascii", "replace") if found and found[1] else form.VERSION
    ours = form.VERSION.partition(".")[0]
    if stated.partition(".")[0] != ours:
        raise ctx.fail("xml.newer-version", f"version {stated!r} of the form; this newsparse reads {ours}.x")


def parse(frame: Frame, options: NoOptions, ctx: Context) -> Article:  # noqa: ARG001
    """The article; ParseError if there is none or it breaks a rule of the model (`xml.unsound-article`)."""
    from newsparse.kit import xml

    element = frame.item
    if element is None:
        root = xml.load(frame.data, ctx, charset=frame.charset, line=frame.line).root
        element = root if xml.local(root) == "article" else xml.child(root, "article")
    if element is None:
        raise ctx.fail("xml.no-article", "no article element in our namespace")
    article = Reading(ctx, frame.line).article(element)
    found = problems(article)
    if found:
        raise ctx.fail("xml.unsound-article", found[0])
    return article


READER = Reader(
    name="xml",
    title="newsparse XML, lossless",
    sniff=sniff,
    split=split,
    parse=parse,
    elements=("articles", "article"),
    extensions=("xml",),
    media_types=("application/xml", "text/xml"),
    spec=form.NAMESPACE,
)
