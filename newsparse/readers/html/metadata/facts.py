"""Facts: what a page states about its article; and the candidates they were chosen from."""

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple

import attrs

from newsparse.kit.inline import one_line
from newsparse.model.agents import Agent
from newsparse.model.metadata import Rights
from newsparse.model.place import Provenance
from newsparse.readers.html.folding import folded

_INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|font|i|mark|q|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,300}>")
_MOST = 100  # candidates of one field: tags and authors of a page are dozens
_SINGLE = frozenset(["image", "rights", "holder", "license", "free", "tier", "type"])  # fields of which the first counts
_LONGEST = 5_000  # characters of one candidate; a standfirst has 300, an author list 2,000


class Candidate(NamedTuple):
    """One statement of the page: the value, cleaned of entities and white space, and the place that makes it.

    `by` names the place: `json-ld headline`, `meta og:title`, `h1`.
    """

    value: str
    by: str


_new = tuple.__new__  # what makes a Candidate, in a third of the time of its own constructor; a page has thirty


@attrs.define
class Findings:
    """All candidates, by field, in the order of the places they were found in; and how the page describes itself."""

    said: dict[str, list[Candidate]] = attrs.field(factory=dict)
    types: list[str] = attrs.field(factory=list)
    """Types that the page gives itself: schema.org and Open Graph, lower case."""
    body: str | None = None
    """The articleBody of the page's own article node."""

    def add(self, field: str, value: object, by: str) -> None:
        """Note a candidate; what is no text, or is empty, is none."""
        if not isinstance(value, str):
            return
        said = self.said.setdefault(field, [])
        if len(said) < (1 if field in _SINGLE else _MOST) and (text := tidy(value)):
            said.append(_new(Candidate, (text, by)))

    def of(self, *fields: str) -> list[Candidate]:
        """The candidates of the fields, in order."""
        found: list[Candidate] = []
        for field in fields:
            found += self.said.get(field, ())
        return found

    def first(self, *fields: str) -> Candidate | None:
        """The first candidate of the first of the fields that has one."""
        for field in fields:
            if said := self.said.get(field):
                return said[0]
        return None


@attrs.frozen(kw_only=True)
class Moment:
    """A point in time as printed or coded, and what it means."""

    kind: str
    raw: str
    value: Any


@attrs.frozen(kw_only=True)
class Credit:
    """A byline: how it stands, and who is named in it."""

    raw: str
    agents: tuple[Agent, ...] = ()


@attrs.frozen(kw_only=True, eq=False)
class Facts:
    """The chosen values, None or empty where the page states none; why each was chosen; and what was not.

    `kind` is `article`, `live-blog`, `video`, `gallery` or `audio`. `candidates` holds, by field of the article, the values that
    the page states and that were not chosen, with the places that state them. `titles` are all headlines that the page
    states, `repeats` other strings that the body must not repeat. `headline` is the element of the headline and `lead` that
    of the story's first paragraph, where that is known; it may stand apart from the others. `article_body` is JSON-LD's text
    of the story.
    """

    title: str | None = None
    deck: tuple[str, ...] = ()
    summary: str | None = None
    description: str | None = None
    credits: tuple[Credit, ...] = ()
    stamps: tuple[Moment, ...] = ()
    lang: str | None = None
    publisher: str | None = None
    canonical: str | None = None
    sections: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    image: str | None = None
    rights: Rights | None = None
    free: bool | None = None
    kind: str = "article"
    types: tuple[str, ...] = ()
    article_body: str | None = None
    provenance: dict[str, Provenance] = attrs.field(factory=dict)
    candidates: dict[str, tuple[Candidate, ...]] = attrs.field(factory=dict)
    titles: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    headline: Any = None
    lead: Any = None


def tidy(text: str) -> str:
    """`text` on one line, entities resolved (twice, where a page escaped twice), tags and padding taken away.

    Tags within a line join what they stand between, others set it apart.
    """
    text = text[:_LONGEST]
    if "&" in text:
        text = unescape(text)
        if "&" in text:
            text = unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", _INLINE.sub("", text))
    return one_line(text)


key: Callable[[str], str] = lru_cache(maxsize=1024)(folded)
"""What two strings that say the same have in common, remembered: a page says the same thing in six places."""
