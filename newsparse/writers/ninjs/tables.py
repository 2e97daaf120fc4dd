"""How the versions of ninjs spell and shape what they say. The writer makes 2.2; these make the others of it."""

import re
from collections.abc import Callable
from typing import Final

from newsparse.kit.dates import parse_iso

VERSIONS: Final = ("1.6", "2.2", "3.1")

CAMEL: Final = {
    "representationtype": "representationType", "firstcreated": "firstCreated", "versioncreated": "versionCreated",
    "contentcreated": "contentCreated", "embargoed": "embargoedUntil", "pubstatus": "pubStatus",
    "copyrightholder": "copyrightHolder", "copyrightnotice": "copyrightNotice", "usageterms": "usageTerms", "ednote": "edNote",
    "infosources": "infoSources", "altids": "altIds", "contenttype": "contentType", "wordcount": "wordCount",
    "sizeinbytes": "sizeInBytes",
}  # fmt: skip
"""The names of 2.2 as 3.1 has them, where they differ."""

SINGULAR: Final = {
    "people": "person", "organisations": "organisation", "places": "place", "subjects": "subject", "events": "event",
    "objects": "object", "infosources": "infosource", "genres": "genre",
}  # fmt: skip
"""The lists of concepts as 1.6 names them."""

STATUSES: Final = frozenset({"usable", "withheld", "canceled"})
TYPES: Final = {
    "1.6": frozenset({"text", "audio", "video", "picture", "graphic", "composite", "component"}),
    "2.2": frozenset({"text", "audio", "video", "picture", "graphic", "composite", "component"}),
    "3.1": frozenset({"text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"}),
}
WHOLENESS: Final = {"complete": "full", "incomplete": "partial", "full": "full", "partial": "partial"}
WHOLENESS_1: Final = {"full": "complete", "partial": "incomplete"}

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)\Z")


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value == value.strip()


def _moment(value: object) -> bool:
    return isinstance(value, str) and _MOMENT.match(value) is not None and parse_iso(value) is not None


def _status(value: object) -> bool:
    return value in STATUSES


def _urgency(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 9


KEPT: Final[dict[str, Callable[[object], bool]]] = {
    **dict.fromkeys(
        ("slugline", "version", "copyrightholder", "copyrightnotice", "usageterms", "ednote", "profile", "title"), _text
    ),
    **dict.fromkeys(("located",), _text),
    **dict.fromkeys(("firstcreated", "versioncreated", "contentcreated", "embargoed", "expires"), _moment),
    "pubstatus": _status,
    "urgency": _urgency,
}
"""Keys of an associated item that are written back, with what their values have to be."""

STAMPS: Final = {
    "created": "firstcreated",
    "updated": "versioncreated",
    "content-created": "contentcreated",
    "embargoed": "embargoed",
    "expires": "expires",
}
CONCEPTS: Final = {"person": "people", "organisation": "organisations", "event": "events", "object": "objects"}
"""Kind of a subject to the list that it has of its own."""
LINKED: Final = frozenset({"related", "item", "association", "previous"})
"""Relations that are associations of items; other links have no place."""
SHOWN: Final = frozenset({"picture", "video", "audio", "graphic"})
"""Kinds of media that are types of items."""
