"""From candidates to facts: which value counts, how surely, and by whose word."""

import re
from typing import Any
from urllib.parse import urlsplit

from newsparse.context import Context
from newsparse.model.place import Provenance
from newsparse.readers.html.metadata import header, jsonld, moments, people, tags, titles
from newsparse.readers.html.metadata.facts import Candidate, Credit, Facts, Findings, Moment, key
from newsparse.readers.html.metadata.tables import ORDER
from newsparse.readers.html.page import Page

_LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}\Z")
_LONGEST_DECK = 700
_CUT_OFF = re.compile(r"\s*(?:\.\.\.|…|\[\.\.\.\]|\[…\]|\[&hellip;\])\s*$")


def read(page: Page, ctx: Context) -> Facts:
    """The facts of a page; never raises for what the page holds."""
    found = Findings()
    scripts, headings = tags.read(page.root, found)
    hints = [c.value for c in found.of("title", "title-tag", "url", "canonical")] + ([page.url] if page.url else [])
    jsonld.read(scripts, hints, found, ctx)
    provenance: dict[str, Provenance] = {}
    sites = site_names(found, page.url)
    site_keys = {key(name) for name in sites} - {""}
    texts = [(element, header.text_of(element)) for element in headings[:8]]
    for _, text in texts:
        found.add("h1", text, "h1")
    voted = titles.choose(found.of("title", "h1", "title-tag"), sites)
    heading = _heading(texts, voted.value if voted else None)
    near = list(header.lines(heading)) if heading is not None else []
    taken: list[tuple[str, Any]] = [("title", heading)] if heading is not None else []
    lang = _lang(found)
    order = moments.day_first(lang)
    credited = _credits(found, near, site_keys)
    stamps = _stamps(found, near, order)
    deck = _deck(found, near, voted.value if voted else "")
    description = found.first("description")
    if voted:
        provenance["title"] = _said(voted.voters, voted.share)
    return Facts(
        title=voted.value if voted else None,
        deck=(deck.text,) if deck else (),
        summary=description.value if description and not deck else None,
        description=description.value if description else None,
        credits=credited,
        stamps=stamps,
        lang=lang,
        article_body=found.body,
        types=tuple(found.types),
        provenance=provenance,
        candidates={name: tuple(said) for name, said in found.said.items()},
        taken=tuple(taken),
    )


def site_names(found: Findings, url: str | None) -> list[str]:
    """What the site goes by: names that it states, and its host with and without the last label."""
    names = [
        candidate.value
        for candidate in found.of("site", "publisher")
        if len(candidate.value) <= 80 and "://" not in candidate.value
    ]
    address = url or next((c.value for c in found.of("canonical", "url") if "://" in c.value), "")
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        host = ""
    host = host.removeprefix("www.")
    labels = host.split(".")
    return [*names, host, *(label for label in labels[:-1] if len(label) >= 3)] if host else names


def _heading(texts: list[tuple[Any, str]], title: str | None) -> Any:
    """The `<h1>` of the headline: the one most like it."""
    wanted = key(title or "")
    best, most = None, -1
    for element, text in texts:
        name = key(text)
        if not name:
            continue
        likeness = 2 if name == wanted else 1 if wanted and (name in wanted or wanted in name) else 0
        if likeness > most:
            best, most = element, likeness
    return best


def _said(voters: tuple[Candidate, ...], share: float) -> Provenance:
    return Provenance("html: " + ", ".join(dict.fromkeys(c.by for c in voters)), "rule", round(min(share, 0.99), 2))


def _lang(found: Findings) -> str | None:
    for candidate in found.of("lang"):
        if _LANG.match(candidate.value):
            return candidate.value.replace("_", "-")
    return None


def _credits(found: Findings, near: list[header.Line], sites: set[str]) -> tuple[Credit, ...]:
    said = [*found.of("author"), *found.of("author-group")]
    agents, voters = people.read(said, sites)
    if all(key(agent.name) in sites for agent in agents):
        shown = [Candidate(line.text, "byline") for line in near if line.hint == "author"]
        more, more_voters = people.read(shown, sites)
        if any(agent.kind == "person" for agent in more):
            agents, voters = more, more_voters
    return (Credit(raw=", ".join(c.value for c in voters), agents=agents),) if agents else ()


def _stamps(found: Findings, near: list[header.Line], order: bool | None) -> tuple[Moment, ...]:
    stamps = []
    shown = [Candidate(line.moment, "time") for line in near if line.moment]
    best = moments.choose([*sorted(found.of("published"), key=_rank), *shown, *found.of("created")], order)
    if best:
        stamps.append(best[0])
    return tuple(stamps)


def _rank(candidate: Candidate) -> int:
    """How early a place counts: JSON-LD, then the meta tags in the order of their table."""
    return ORDER.get(candidate.by.lower(), 99) if candidate.by.startswith("meta") else -1


def _deck(found: Findings, near: list[header.Line], title: str) -> header.Line | None:
    """The standfirst: the first line below the headline that is marked as one, or that the description repeats."""
    titles_said = [key(c.value) for c in found.of("title", "h1", "title-alternative", "title-tag")] + [key(title)]
    described = [(key(_CUT_OFF.sub("", c.value)), bool(_CUT_OFF.search(c.value))) for c in found.of("description")]
    above = True
    for line in near:
        name = key(line.text)
        if any(name in said or (said in name and len(name) < 2 * len(said)) for said in titles_said if said):
            continue
        if line.hint == "deck" and 25 <= len(line.text) <= _LONGEST_DECK:
            return line
        if len(name) >= 20 and any(_repeats(name, text, cut) for text, cut in described):
            return line
        if above and line.element.tag in ("h2", "h3", "h4") and not line.hint and 30 <= len(line.text) <= _LONGEST_DECK:
            return line
        above = above and not (line.element.tag == "p" and len(line.text) > 80)
    return None


def _repeats(line: str, description: str, cut: bool) -> bool:
    """Whether a line says what the description says: all of it, with a place name before it, or with the end it lacks."""
    if not description or len(description) < 20:
        return False
    if line == description or (line.endswith(description) and len(line) <= len(description) + 25):
        return True
    return line.startswith(description) and (cut or len(description) >= 100) and len(line) < 3 * len(description) + 60
