"""From candidates to facts: which value counts, how surely, and by whose word."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from newsparse.context import Context
from newsparse.model.place import Provenance
from newsparse.model.quick import new_provenance
from newsparse.readers.html.media import resolved
from newsparse.readers.html.metadata import decks, header, jsonld, moments, people, site, tags, titles
from newsparse.readers.html.metadata.facts import Candidate, Credit, Facts, Findings, key
from newsparse.readers.html.metadata.marked import Later
from newsparse.readers.html.metadata.tables import TITLED
from newsparse.readers.html.page import Page

_SAVED = re.compile(rb"<!--\s{0,20}saved from url=\(\d{1,6}\)(https?://[^\s<>\"']{1,2000})")
_SAVED_WITHIN = 4_096  # browsers write it behind the document type
_MOST_HEADINGS = 8
_MOST_WITHIN = 12  # elements within one that are asked whether they are the headline
_SHORTEST_MARKED = 15
_HEADLINE = re.compile(r"(?:\A|[-_\s])(?:headline|title|titel|titre|titulo|titolo)(?:--?text)?(?!\S)", re.IGNORECASE)
_SHORTER, _LONGER = 10, 40  # characters by which the same words may be shorter or longer, with the spaces around them
_HEADED = frozenset(["h2", "h3", "h4", "h5", "h6"])
_BOLD = ("b", "strong", "big")  # what headlines stood in before they were headings
_HEADINGS = (*sorted(_HEADED), "div", "p", "span", "a")
_SHORTEST_REPEATED = 12  # letters and digits
_MOST_SAID = 8  # candidates of one field that are kept
_LONGEST_SAID = 500


def read(page: Page, ctx: Context) -> Facts:
    """The facts of a page; never raises for what the page holds."""
    found, headings = _gather(page, ctx)
    keys = {key(name) for name in site.names(found, page.url)} - {""}
    named = {c.value for c in found.of("title-tag")}
    if titles.is_missing(found.of("title", "h1"), keys):
        tag = found.first("title-tag")
        shown = _repeated(page.root, tag, _HEADINGS) or (None if headings else _repeated(page.root, tag, _BOLD, most=True))
        found.add("h1", shown, "heading")
    elif titles.are_signs(found.of("title", "h1"), found.first("title-tag")):
        found.add("h1", _repeated(page.root, found.first("title-tag"), sorted(_HEADED), most=True), "heading")
    voted = titles.choose(found.of("title", "h1", "title-tag"), keys, [c.value for c in found.of("headline")])
    title = voted.value if voted else None
    heading = _heading(page.root, headings, title)
    near = [] if heading is None else list(header.lines(heading))
    later = Later(page.root, heading)
    lang = site.lang(found)
    agents, credited = people.choose(found, near, later, keys, lang[0] if lang else None)
    dates = moments.choose(found, near, page, later, lang[0] if lang else None)
    described = [c for c in found.of("description") if key(c.value) not in keys and c.value not in named]
    deck, lead = decks.choose(near, described, [c.value for c in found.of("title", "h1", "title-alternative", "title-tag")])
    summary = _summary(described, lead)
    publisher, canonical, image = site.publisher(found), site.address(found, page.url), found.first("image")
    credits_ = _credits(agents, credited)
    provenance = {
        "title": voted and _said(voted.voters, round(min(voted.share, 0.99), 2)),
        "deck": deck and _said([Candidate(deck.text, f"{deck.element.tag} below the headline")], 0.85),
        "summary": summary and not deck and _said([summary], 0.8),
        "bylines": agents and _said(credited, 0.95 if credited[0].by.startswith(("json-ld", "meta")) else 0.8),
        "metadata.stamps": dates.stamps and _said(dates.voters, dates.share),
        "metadata.lang": lang and _said(lang[1], 0.95),
        "metadata.provider": publisher and _said([publisher], 0.9),
    }
    chosen = {
        "title": {key(title or "")},
        "summary": {key(text) for text in ([deck.text] if deck else [summary.value] if summary else [])},
        "bylines": {key(candidate.value) for candidate in credited} | {key(agent.name) for agent in agents},
        "metadata.stamps": {key(moment.raw) for moment in dates.stamps},
        "metadata.lang": {key(c.value) for c in lang[1]} if lang else set(),
        "metadata.provider": {key(publisher.value)} if publisher else set(),
    }
    return Facts(
        title=title,
        deck=(decks.without_credit(deck.text, agents),) if deck else (),
        summary=decks.without_credit(titles.bare(summary.value, set(), keys), agents) if summary and not deck else None,
        description=described[0].value if described else None,
        credits=credits_,
        stamps=dates.stamps,
        lang=lang[0] if lang else None,
        publisher=publisher.value if publisher else None,
        canonical=canonical.value if canonical else None,
        sections=site.sections(found),
        keywords=site.keywords(found),
        image=resolved(image.value, page.base) if image else None,
        rights=site.rights(found),
        free=site.free(found),
        kind=site.kind(found),
        types=tuple(dict.fromkeys(found.types)),
        article_body=found.body,
        provenance={name: said for name, said in provenance.items() if said},
        candidates=_alternatives(found, chosen),
        titles=_titles(found, heading, headings),
        repeats=_repeats(deck, credits_, near, dates.printed),
        headline=heading,
        lead=lead.element if lead else None,
    )


def _titles(found: Findings, heading: Any, headings: list[tuple[Any, str]]) -> tuple[str, ...]:
    """The headlines that the page states. Where one stands on it, other `<h1>` are headings of the story as often as not."""
    said = found.of("title", "h1", "title-alternative") if heading is None else found.of("title", "title-alternative")
    shown = [] if heading is None else [dict(headings).get(heading) or header.text_of(heading)]
    return tuple(dict.fromkeys([*(candidate.value for candidate in said), *shown]))


def _summary(described: list[Candidate], lead: header.Line | None) -> Candidate | None:
    """What the page says of the story in short: the story's own first paragraph, where that is known."""
    if lead is None:
        return described[0] if described else None
    places = [candidate.by for candidate in described[:1] if decks.describes(candidate, lead)]
    return Candidate(lead.text, ", ".join([*places, f"{lead.element.tag} below the headline"]))


def _gather(page: Page, ctx: Context) -> tuple[Findings, list[tuple[Any, str]]]:
    """All candidates of tags and JSON-LD; and the `<h1>` elements with their text."""
    found = Findings()
    scripts = tags.read(page, found)
    if saved := _SAVED.search(page.data, 0, _SAVED_WITHIN):
        found.add("url", saved[1].decode("utf-8", "replace"), "comment saved from")
    headings = [(element, header.text_of(element)) for element in page.tagged["h1"][:_MOST_HEADINGS]]
    for _, text in headings:
        found.add("h1", text, "h1")
    for element, text in headings:
        if len(element) and (marked := _marked_within(element, text)):
            found.add("headline", marked, "h1")
    jsonld.read(scripts, page.url, found, ctx)
    return found, headings


def _marked_within(element: Any, whole: str) -> str | None:
    """What is marked as the headline within an `<h1>` that holds a kicker too."""
    for inner in islice(element.iter("span", "strong", "em", "div", "a"), _MOST_WITHIN):
        if _HEADLINE.search(inner.get("class") or ""):
            text = header.text_of(inner)
            return text if _SHORTEST_MARKED <= len(text) < len(whole) else None
    return None


def _repeated(root: Any, tag: Candidate | None, among: Iterable[str], *, most: bool = False) -> str | None:
    """The longest heading that is part of the title tag, and not its lesser end, or `most` of it; None where there is none."""
    if tag is None:
        return None
    whole = key(tag.value)
    found: dict[str, str] = {}
    last = None
    for element in root.iter(*among):
        if element.tag in _HEADED or element.tag in _BOLD or _HEADLINE.search(element.get("class") or ""):
            outer, last = last, element
            if element.getparent() is outer and _is_all_of(element, outer):
                continue
            text = header.text_of(element)
            name = key(text)
            lesser = (most or whole.endswith(name)) and len(name) * 2 < len(whole)
            if _SHORTEST_REPEATED <= len(name) < len(whole) + most and name in whole and not lesser:
                found.setdefault(name, text)
    return found[max(found, key=len)] if found else None


def _is_all_of(inner: Any, outer: Any) -> bool:
    """Whether an element is the only child of another, which says nothing of its own."""
    return len(outer) == 1 and not outer.text and not inner.tail


def _heading(root: Any, headings: list[tuple[Any, str]], title: str | None) -> Any:
    """The element of the headline: the `<h1>` most like it, else another element with just these words."""
    wanted = key(title or "")
    best, most = None, -1
    for element, text in headings:
        name = key(text)
        if not name:
            continue
        likeness = 2 if name == wanted else 1 if wanted and (name in wanted or wanted in name) else 0
        if likeness > most:
            best, most = element, likeness
    if most > 0 or not title:
        return best
    least, longest = len(title) - _SHORTER, len(title) + _LONGER
    for element in root.iter(*TITLED):
        text = element.text
        if text and least <= len(text) <= longest and len(text.strip()) >= least and key(text) == wanted:
            return element
    return best


def _credits(agents: tuple[Any, ...], credited: tuple[Candidate, ...]) -> tuple[Credit, ...]:
    """One byline: what is printed or stated, joined where several places name one agent each."""
    if not agents:
        return ()
    said = list(dict.fromkeys(candidate.value for candidate in credited))
    return (Credit(raw=("; " if any("," in one for one in said) else ", ").join(said), agents=agents),)


def _said(voters: Any, share: float) -> Provenance:
    places = dict.fromkeys([candidate.by for candidate in voters])
    return new_provenance(f"html: {', '.join(places)}", "rule", share)


_FIELDS = (
    ("title", ("title", "h1", "title-tag")),
    ("summary", ("description",)),
    ("bylines", ("author", "author-group")),
    ("metadata.stamps", ("published", "created", "updated")),
    ("metadata.lang", ("lang",)),
    ("metadata.provider", ("publisher", "site")),
)


def _alternatives(found: Findings, chosen: dict[str, set[str]]) -> dict[str, tuple[Candidate, ...]]:
    """By field of the article, each value that some place states and that was not chosen, with the places that state it.

    `chosen` holds the keys of the chosen values.
    """
    alternatives = {}
    for field, names in _FIELDS:
        values: dict[str, tuple[str, dict[str, None]]] = {}
        for candidate in found.of(*names):
            name = key(candidate.value) or candidate.value
            if name not in chosen.get(field, ()):
                values.setdefault(name, (candidate.value[:_LONGEST_SAID], {}))[1][candidate.by] = None
        if values:
            said = [Candidate(value, ", ".join(places)) for value, places in values.values()]
            alternatives[field] = tuple(said[:_MOST_SAID])
    return alternatives


def _repeats(
    deck: header.Line | None, credits_: tuple[Credit, ...], near: list[header.Line], dates: tuple[str, ...]
) -> tuple[str, ...]:
    """The strings by the headline that the body must not repeat."""
    said = [deck.text] if deck else []
    said += [credit.raw for credit in credits_]
    said += [line.text for line in near if "author" in line.hint or line.holds]
    return tuple(dict.fromkeys(text for text in (*said, *dates) if text))
