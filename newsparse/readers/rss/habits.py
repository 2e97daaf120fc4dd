"""What a dialect of feeds says: which elements of an agency's own hold which field."""

from typing import Final

import attrs

from newsparse.kit import dialect, fieldmap
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Habits:
    """Paths below the item (`fields`), or below the feed (`feed`), to the names of fields (`kit.fieldmap`).

    Values of a field are taken in the order of the file:
    several paths to `body` are one text; a single field is stated by the first, which goes before the standard element.
    """

    fields: JsonMap = attrs.field(default=EMPTY, converter=FrozenMap, validator=fieldmap.known)
    feed: JsonMap = attrs.field(default=EMPTY, converter=FrozenMap, validator=fieldmap.known)


FAMILY: Final = dialect.Family("rss", "newsparse.readers.rss", Habits)
"""The dialects of feeds."""
