"""What a dialect of ninjs says: which keys of an agency's hold which field."""

from typing import Final

import attrs

from newsparse.kit import dialect, fieldmap, wire
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap


@attrs.frozen(kw_only=True)
class Habits:
    """Paths below the item to fields (`kit.fieldmap`), which go before the standard keys, and `constants` of every item."""

    fields: JsonMap = attrs.field(default=EMPTY, converter=FrozenMap, validator=fieldmap.known)
    constants: JsonMap = attrs.field(default=EMPTY, validator=wire.known_constants)


FAMILY: Final = dialect.Family("ninjs", "newsparse.readers.ninjs", Habits)
"""The dialects of the format."""
