"""What an agency may do its own way in ANPA 1312."""

import re

import attrs

from newsparse.kit import dialect, wire
from newsparse.model.frozen import EMPTY, JsonMap


@attrs.frozen(kw_only=True)
class Habits:
    """Patterns of the lines above the text, the shapes of the trailer, and what holds for every story (`constants`).

    The patterns are looked for at the beginning of a display line; None finds nothing. `headline_end` is a sign that closes
    a headline and is no part of it.
    """

    headline_end: str = ""
    byline: re.Pattern[str] | None = dialect.pattern()
    byline_title: re.Pattern[str] | None = dialect.pattern()
    note: re.Pattern[str] | None = dialect.pattern()
    printed_note: re.Pattern[str] | None = dialect.pattern()
    pictures: re.Pattern[str] | None = dialect.pattern()
    advance: re.Pattern[str] | None = dialect.pattern()
    embargo: re.Pattern[str] | None = dialect.pattern()
    sign_off: re.Pattern[str] | None = dialect.pattern()
    trailers: tuple[re.Pattern[str], ...] = dialect.patterns()
    constants: JsonMap = attrs.field(default=EMPTY, validator=wire.known_constants)


FAMILY = dialect.Family("anpa1312", "newsparse.readers.anpa1312", Habits)
