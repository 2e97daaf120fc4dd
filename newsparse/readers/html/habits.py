"""What a kind of page or a publisher does otherwise, as data: the dialects of HTML."""

from typing import Final

import attrs

from newsparse.kit import dialect
from newsparse.model.frozen import JsonMap
from newsparse.readers.html.metadata import Facts
from newsparse.readers.html.page import Page
from newsparse.readers.html.tables import REASONS

_SIGNS = 4_096  # bytes of the page in which signs are looked for


@attrs.frozen(kw_only=True)
class Habits:
    """How a page is to be read otherwise than others. Names are classes or ids, whole.

    `story` names the element that holds the story, `keep` elements that are the story's though their names hint at an
    aside, and `leave_out` maps names to the reason for which what they name is left out (`related`, `ad`, …). `articles`:
    `one` where the page has one story and other `<article>` elements are other stories, `entries` where they are its parts.
    """

    story: tuple[str, ...] = dialect.words()
    keep: tuple[str, ...] = dialect.words()
    leave_out: JsonMap = dialect.table()
    articles: str = attrs.field(default="one", validator=attrs.validators.in_(("one", "entries")))

    def __attrs_post_init__(self) -> None:
        dialect.map_names(self.leave_out, REASONS)


FAMILY: Final = dialect.Family("html", "newsparse.readers.html", Habits)


def signs_of(page: Page, facts: Facts) -> str:
    """What the signs of a dialect are looked for in: the kind, types and address of the page, a line each, and its beginning."""
    address = page.url or facts.canonical or ""
    stated = f"\nkind: {facts.kind}\ntypes: {' '.join(facts.types)}\naddress: {address}\n"
    return stated + page.data[:_SIGNS].decode("utf-8", "replace")
