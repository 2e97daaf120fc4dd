"""What the keys of ninjs mean, for all generations: names in lower case, as 3.x differs from 2.x in capitals alone."""

from typing import Final

STRINGS: Final = {
    "slugline": ("slugline",),
    "lang": ("language",),
    "source": ("source",),
    "priority": ("priority",),
    "version": ("version",),
    "status": ("pubstatus",),
}
"""Field of the builder to the keys that state it as a string or number; the first with a value counts."""

STAMPS: Final = {
    "firstcreated": "created",
    "versioncreated": "updated",
    "contentcreated": "content-created",
    "embargoed": "embargoed",
    "embargoeduntil": "embargoed",
    "expires": "expires",
    "firstpublished": "published",
}
"""Key to the kind of stamp."""

RIGHTS: Final = {"holder": "copyrightholder", "notice": "copyrightnotice", "usage": "usageterms"}

TOPICS: Final = {
    "subject": ("subjects", None),
    "subjects": ("subjects", None),
    "person": ("subjects", "person"),
    "people": ("subjects", "person"),
    "organisation": ("subjects", "organisation"),
    "organisations": ("subjects", "organisation"),
    "event": ("subjects", "event"),
    "events": ("subjects", "event"),
    "object": ("subjects", "object"),
    "objects": ("subjects", "object"),
    "genre": ("genres", None),
    "genres": ("genres", None),
    "place": ("places", None),
    "places": ("places", None),
}
"""Key of a list of concepts to the builder's field and the kind of its subjects."""

TOPIC_KEYS: Final = frozenset({"name", "code", "scheme", "uri", "literal", "qcode"})
"""What a Subject can hold; a concept with more is kept whole in the extras too."""

BODY_RANKS: Final = (
    (("application/xhtml+xml", "xhtml"), 4),
    (("text/html", "html", "html5", "application/nitf+xml", "nitf"), 3),
    (("text/plain", "text", "plain"), 2),
)
"""Content types of 2.x and suffixes of 1.x, the one with the most markup first."""

MEDIA_TYPES: Final = frozenset({"picture", "video", "audio", "graphic"})
"""Types of an item that is a medium itself."""

HREF_ORDER: Final = ("original", "hires", "main", "baseimage", "", "viewimage", "preview", "web", "small", "thumb", "thumbnail")
"""Which rendition's address stands for the medium; the empty name is any other."""
