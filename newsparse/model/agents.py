"""Who: agents, bylines and datelines."""

import datetime as dt
from typing import Literal

import attrs

AgentKind = Literal["person", "organisation", "group", "unknown"]


@attrs.frozen
class Identifier:
    """A value within a scheme (`iptc`, `qcode`, `wikidata`, a URL of the scheme)."""

    scheme: str
    value: str


@attrs.frozen(kw_only=True)
class Agent:
    """A person, organisation or group ("analysts") in some part: author, provider, speaker.

    `raw` is the mention as it stood, where `name` was read out of more than itself; None means the same as `name`.
    """

    name: str
    kind: AgentKind = "unknown"
    role: str | None = None
    affiliation: str | None = None
    ids: tuple[Identifier, ...] = ()
    raw: str | None = None


@attrs.frozen(kw_only=True)
class Byline:
    """A credit line: `raw` as it stood, the agents read out of it, and the byline title ("AP Sports Writer")."""

    raw: str
    agents: tuple[Agent, ...] = ()
    title: str | None = None


@attrs.frozen(kw_only=True)
class Dateline:
    """Where and when the story was filed, and by whom: "GENEVA, Jan. 10 (Agency) --".

    `date` is in the words of the line ("Jan. 10"), and a date where the format states one apart from them.
    """

    raw: str
    place: str | None = None
    date: dt.date | str | None = None
    agency: str | None = None
