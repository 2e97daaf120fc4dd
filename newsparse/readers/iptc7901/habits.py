"""What an agency may do its own way in IPTC 7901."""

import re

import attrs

from newsparse.kit import dialect, wire
from newsparse.model.frozen import EMPTY, JsonMap


@attrs.frozen(kw_only=True)
class Habits:
    """Patterns of lines above, in and below the text, the shapes of the trailer, and what holds for every story (`constants`).

    `notebook` begins the notes below the text, `private` is found in the line that begins those not to be published.
    """

    byline: re.Pattern[str] | None = dialect.pattern()
    take_key: re.Pattern[str] | None = dialect.pattern()
    pictures: re.Pattern[str] | None = dialect.pattern()
    notebook: re.Pattern[str] | None = dialect.pattern()
    private: re.Pattern[str] | None = dialect.pattern()
    sign_off: re.Pattern[str] | None = dialect.pattern()
    trailers: tuple[re.Pattern[str], ...] = dialect.patterns()
    constants: JsonMap = attrs.field(default=EMPTY, validator=wire.known_constants)


FAMILY = dialect.Family("iptc7901", "newsparse.readers.iptc7901", Habits)
