"""NITF, the News Industry Text Format (IPTC, 2.5 to 3.6), with a namespace or without, valid or not.

The head's fields, the body and its inline markup; what agencies put into `meta` and misuse is in the dialects beside this
module. DTDs are never loaded. See docs/formats/nitf.md for the mapping.
"""

from collections.abc import Iterator

import attrs

from newsparse.context import Context
from newsparse.kit.wrappers import inside
from newsparse.model.article import Article
from newsparse.model.frozen import JsonMap
from newsparse.plugin import Document, Frame, Head, Match, Reader, option


@attrs.frozen(kw_only=True)
class Options:
    """How documents are read."""

    dialect: str | None = option(None, help="the agency's habits to read by, instead of those that the document shows")


def sniff(head: Head) -> Match:
    """CERTAIN where `nitf` is the first element; LIKELY for `NITF`, or in a wrapper that is no other format's."""
    name = head.first_element[0]
    if name == "nitf":
        return Match.CERTAIN
    return Match.LIKELY if name.lower() == "nitf" or inside(head) == "nitf" else Match.NO


def split(document: Document, options: Options, ctx: Context) -> Iterator[Frame]:  # noqa: ARG001
    """A frame for each `nitf` element."""
    from newsparse.readers.nitf.read import frames

    return frames(document, ctx)


def parse(frame: Frame, options: Options, ctx: Context) -> Article:
    """The article; ParseError `nitf.no-article` where there is no `nitf` element, or nothing in it."""
    from newsparse.readers.nitf.read import article

    return article(frame, options.dialect, ctx)


def dialects(given: tuple[JsonMap, ...]) -> tuple[tuple[str, str], ...]:
    """(name, title) of each dialect."""
    from newsparse.readers.nitf.read import FAMILY

    return FAMILY.listed(given)


READER = Reader(
    name="nitf",
    title="NITF",
    sniff=sniff,
    split=split,
    parse=parse,
    options=Options,
    elements=("nitf",),
    extensions=("nitf", "xml"),
    media_types=("application/nitf+xml", "text/vnd.iptc.nitf"),
    dialects=dialects,
    spec="https://iptc.org/standards/nitf/",
)
