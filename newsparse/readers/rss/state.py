"""An item that is being read, and how its elements' values are taken."""

from collections.abc import Collection
from typing import Any, Final

from newsparse.kit import xml
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.dates import parse_date
from newsparse.kit.xml import Element
from newsparse.model.blocks import Media
from newsparse.readers.rss.feed import Feed
from newsparse.readers.rss.unknown import plain_value, without

NO_DATE: Final = "0000-00-00"
"""How WordPress writes that there is none."""


class Item:
    """An item that is being read. `contents` and `summaries` are candidates, the first of them wins."""

    def __init__(self, build: ArticleBuilder, feed: Feed, frame: int) -> None:
        self.build = build
        self.ctx = build.ctx
        self.feed = feed
        self.frame = frame
        self.own: dict[str, list[str]] = {}
        self.contents: list[Element] = []
        self.summaries: list[Element] = []
        self.titles: list[Element] = []
        self.media: list[tuple[Media, tuple[str, ...]]] = []
        self.extras: dict[str, Any] = {}
        self.named: set[str] = set()  # bylines that are there already
        self.base: str | None = None  # what addresses in its words are relative to: its own address, else the feed's
        self.writer: str | None = None  # who is an Atom entry's author where it names none
        self.holder: str | None = None
        self.notice: str | None = None
        self.usage: str | None = None

    def keep(self, name: str, element: Element, but: Collection[tuple[str, ...]] = ()) -> None:
        """Keep an element that no table knows, several of a name as a list; what is at the paths of `but` is read already."""
        value = plain_value(element)
        for path in but:
            value = without(value, path)
        if value in ("", {}):
            return
        if name not in self.extras:
            self.extras[name] = value
        elif isinstance(self.extras[name], list):
            self.extras[name].append(value)
        else:
            self.extras[name] = [self.extras[name], value]


def attribute_of(element: Element, attribute: str) -> str | None:
    """An attribute's value, trimmed; None where there is none."""
    return value.strip() or None if (value := element.get(attribute)) else None


def said(element: Element) -> str | None:
    """The element's characters, trimmed; None where there are none."""
    return xml.text(element).strip() or None


def stamped(item: Item, kind: str, raw: str) -> None:
    """Add a point in time, the first of its kind; one that is no date is reported and kept raw."""
    if raw.startswith(NO_DATE) or any(stamp.kind == kind for stamp in item.build.stamps):
        return
    value = parse_date(raw)
    if value is None:
        item.ctx.report("rss.bad-date", f"{raw[:60]!r} is no date; kept raw", data={"kind": kind})
    item.build.stamp(kind, raw, value)
