"""How the versions of ninjs spell and shape what they say. The writer makes 2.2; these make the others of it."""

from typing import Final

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
