"""Metadata: what a document states about the article beside its words."""

import datetime as dt

import attrs

from newsparse.model.agents import Agent, Identifier


@attrs.frozen(kw_only=True)
class Stamp:
    """A point in time that the document states.

    `kind` is one of created, updated, published, released, embargoed, expires, sent, or a format's own. `value` is an
    aware datetime, a naive one where the input states no zone, a date where it states no time, and None where `raw` is
    not understood.
    """

    kind: str
    raw: str
    value: dt.datetime | dt.date | None = None


@attrs.frozen(kw_only=True)
class Subject:
    """A topic by code, label or both; `scheme` names the code's vocabulary, `kind` the format's own type of it."""

    code: str | None = None
    scheme: str | None = None
    label: str | None = None
    kind: str | None = None


@attrs.frozen(kw_only=True)
class Rights:
    """Copyright holder, the notice as printed, and the terms of usage."""

    holder: str | None = None
    notice: str | None = None
    usage: str | None = None


@attrs.frozen(kw_only=True)
class Link:
    """A relation to another resource: `rel` is `canonical`, `related`, `previous`, `item` or a format's own."""

    href: str
    rel: str | None = None
    title: str | None = None
    media_type: str | None = None


@attrs.frozen(kw_only=True)
class Metadata:
    """All that is stated outside headline and body. None and an empty tuple mean "not stated"."""

    lang: str | None = None
    """BCP 47."""
    stamps: tuple[Stamp, ...] = ()
    provider: Agent | None = None
    """Who sent it out: agency, newspaper, site."""
    source: str | None = None
    """Where the provider has it from."""
    credit: str | None = None
    rights: Rights | None = None
    subjects: tuple[Subject, ...] = ()
    keywords: tuple[str, ...] = ()
    genres: tuple[Subject, ...] = ()
    places: tuple[Subject, ...] = ()
    urgency: int | None = None
    """1 (most) to 8 (least), IPTC."""
    priority: str | None = None
    category: str | None = None
    service: str | None = None
    version: str | None = None
    sequence: str | None = None
    status: str | None = None
    """Publication status in the document's words: usable, embargoed, withheld, canceled."""
    signals: tuple[str, ...] = ()
    take_key: str | None = None
    ed_notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    alt_ids: tuple[Identifier, ...] = ()
    words_declared: int | None = None
