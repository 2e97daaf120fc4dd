"""Who wrote it: names out of what JSON-LD, meta tags and byline elements say; people, agencies and roles apart."""

import re
from collections.abc import Set

from newsparse.kit.names import kind_of, people, strip_by
from newsparse.model.agents import Agent
from newsparse.readers.html.metadata.facts import Candidate, key
from newsparse.readers.html.metadata.tables import NOBODY

_URL = re.compile(r"https?:|www\.|^@|^/|\.(?:com|org|net|html?|php|de|co\.uk)\b(?!\))|\\|[{}<>=]", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]\s*$")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+\Z")
_TAIL = re.compile(r"\s*(?:\||•|·|—|–|\s-\s|/\s).*$")
_INVERTED = re.compile(r"meta (?:dc|dcterms|citation)\b", re.IGNORECASE)  # library vocabularies write "Doe, Jane"


def rank(by: str) -> int:
    """How early a place counts: JSON-LD, then tags made for one author, then the rest."""
    return 0 if by.startswith("json-ld") else 1 if by.lower() in ("meta author", "meta article:author", "meta byl") else 2


def _turned(candidate: Candidate) -> str:
    first, comma, second = candidate.value.partition(", ")
    return f"{second} {first}" if comma and "," not in second and _INVERTED.match(candidate.by) else candidate.value


def read(candidates: list[Candidate], sites: Set[str]) -> tuple[tuple[Agent, ...], tuple[Candidate, ...]]:
    """The agents that the best place names, and the candidates that they were read from; `sites` are keys of the site's names.

    A place that names a person beats one that names none; among those the first counts.
    """
    places: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        places.setdefault(candidate.by, []).append(candidate)
    second: tuple[tuple[Agent, ...], tuple[Candidate, ...]] = ((), ())
    for _, said in sorted(places.items(), key=lambda place: rank(place[0])):
        agents = _agents(said, sites)
        if any(agent.kind == "person" for agent in agents):
            return agents, tuple(said)
        if agents and not second[0]:
            second = agents, tuple(said)
    return second


def _agents(said: list[Candidate], sites: Set[str]) -> tuple[Agent, ...]:
    agents: list[Agent] = []
    seen: set[str] = set()
    for candidate in said:
        for agent in credited(_turned(candidate), sites):
            name = key(agent.name)
            if name not in seen:
                seen.add(name)
                agents.append(agent)
    return tuple(agents[:20])


def credited(text: str, sites: Set[str] = frozenset()) -> tuple[Agent, ...]:
    """Who is named in an author string; empty for addresses, handles, slugs and placeholders."""
    text = (strip_by(text) or text).strip(" .,;|-–—•·:")
    while len(text) > 2 and (shorter := _PARENTHESIS.sub("", text)) != text:
        text = shorter
    if _URL.search(text) or _SLUG.match(text) or key(text) in NOBODY:
        return ()
    if key(text) in sites:
        return (Agent(name=text, kind="organisation"),)
    found = people(text)
    if not found:
        found = people(_TAIL.sub("", text))
    if found:
        return tuple(agent for agent in found if key(agent.name) not in NOBODY)
    if 2 <= len(text) <= 60 and len(text.split()) <= 6 and any(c.isalpha() for c in text):
        return (Agent(name=text, kind=kind_of(text) or "unknown"),)
    return ()
