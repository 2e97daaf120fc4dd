"""What a dialect of feeds says: which elements of an agency's own hold which field."""

from typing import Any, Final

import attrs

from newsparse.kit import dialect
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap

FIELDS: Final = frozenset(
    (
        "title", "deck", "summary", "body", "byline", "place", "lang", "source", "provider", "credit", "category", "keywords",
        "subjects", "genres", "slugline", "urgency", "priority", "service", "version", "sequence", "status", "ed_notes",
        "created", "updated", "published", "embargoed", "expires", "ignore",
    )
)  # fmt: skip
"""The fields that an element may be mapped to; `ignore` leaves it out."""


def _known(instance: Any, attribute: Any, value: JsonMap) -> None:  # noqa: ARG001
    dialect.map_names(value, FIELDS)


@attrs.frozen(kw_only=True)
class Habits:
    """Paths of local names below the item (`fields`), or below the feed (`feed`), to the names of fields.

    `ContentMetadata/body`, `ContentMetadata@lang`, `tags/tag@value`. Values of a field are taken in the order of the file:
    several paths to `body` are one text; a single field is stated by the first, which goes before the standard element.
    """

    fields: JsonMap = attrs.field(default=EMPTY, converter=FrozenMap, validator=_known)
    feed: JsonMap = attrs.field(default=EMPTY, converter=FrozenMap, validator=_known)


FAMILY: Final = dialect.Family("rss", "newsparse.readers.rss", Habits)
"""The dialects of feeds."""
