"""Writes ninjs, the IPTC's news in JSON, in version 1.6, 2.2 or 3.1: one item, valid by the IPTC's JSON Schema.

The body is XHTML. What stands in `extras["ninjs"]` is written where it fits the version. An identifier or scheme that is no
URI is named by one (`kit.uris`), because ninjs takes nothing else.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.kit.build import clean
from newsparse.kit.carry import OF_LINES
from newsparse.kit.xhtml import CARRIES as BODY
from newsparse.model.article import Article
from newsparse.plugin import Writer, option
from newsparse.writers.ninjs.item import Item
from newsparse.writers.ninjs.tables import VERSIONS
from newsparse.writers.ninjs.versions import as_version


def _known(instance: Any, attribute: Any, value: str) -> None:  # noqa: ARG001
    if value not in VERSIONS:
        raise ValueError(f"version {value!r}; there is {', '.join(VERSIONS)}")


@attrs.frozen(kw_only=True)
class Options:
    """Which ninjs is written."""

    version: str = attrs.field(
        default="3.1", validator=_known, metadata={"help": f"the version of the standard: {', '.join(VERSIONS)}"}
    )
    indent: int = option(2, help="spaces of indentation; 0 puts the item on one line")


def write(articles: Iterable[Article], options: Options, ctx: Context) -> Iterator[bytes]:
    """The item, in UTF-8."""
    for article in articles:
        made = as_version(Item(article=article, ctx=ctx, version=options.version).make(), options.version)
        text = json.dumps(made, ensure_ascii=False, indent=options.indent or None)
        yield clean(text).encode("utf-8") + b"\n"


CARRIES = BODY | {
    *(f"{line}{part}" for line in ("title", "deck", "summary") for part in ("", ".marks")),
    *("uid", "slugline", "bylines", "dateline.place"),
    *OF_LINES,
    *(
        f"metadata.{name}"
        for name in ("lang", "source", "urgency", "version", "status", "ed_notes", "keywords", "words_declared")
    ),
    *(f"metadata.stamps.{kind}" for kind in ("created", "updated", "content-created", "embargoed", "expires")),
    *(f"metadata.rights.{name}" for name in ("holder", "notice", "usage")),
    *(f"metadata.{name}{part}" for name in ("subjects", "genres", "places") for part in ("", ".scheme", ".label")),
    *("metadata.subjects.kind", "metadata.provider", "metadata.provider.kind", "metadata.alt_ids", "metadata.alt_ids.scheme"),
    *("metadata.links", "metadata.links.rel", "metadata.links.title"),
    *("media.media_type", "media.renditions", "extras.ninjs", "blocks.extras.ninjs"),
}
"""What ninjs has a place for; single values that do not fit are reported when they are written."""

WRITER = Writer(
    name="ninjs",
    title="ninjs: IPTC News in JSON",
    write=write,
    holds="one",
    carries=CARRIES,
    options=Options,
    extension="json",
    media_type="application/json",
    spec="https://iptc.org/std/ninjs/",
)
