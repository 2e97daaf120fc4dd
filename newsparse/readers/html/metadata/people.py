"""Who wrote it: names out of what JSON-LD, meta tags and byline elements say; people, agencies and roles apart."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import islice, takewhile
from typing import TypeAlias

import attrs

from newsparse.kit.dates import find_date
from newsparse.kit.names import ABBREVIATED, AGENCIES, BY_WORDS, kind_of, people, strip_by
from newsparse.model.agents import Agent
from newsparse.readers.html.metadata.facts import Candidate, Findings, key
from newsparse.readers.html.metadata.header import Line, text_of
from newsparse.readers.html.metadata.hints import named
from newsparse.readers.html.metadata.introduced import is_introduced, names_of
from newsparse.readers.html.metadata.marked import Later
from newsparse.readers.html.metadata.tables import (
    AFFILIATION,
    ASSISTED,
    BESIDE,
    BUTTONS,
    BY_IN,
    BY_INSIDE,
    CREDITED,
    DASH,
    DEGREES,
    DESKS,
    FOR_SITE,
    FROM_PLACE,
    HAN_BY,
    HAN_LABEL,
    HAN_NAMES,
    HAN_ROLE,
    HANDLE,
    HANGUL,
    HELPED,
    INTRODUCED,
    JOB,
    LABELS,
    LEADING,
    MAIL,
    NOBODY,
    OF_PICTURES,
    ON,
    OUTLET_AND_PLACE,
    PICTURED,
    PICTURES,
    RANKS,
    ROLE,
    ROLE_AFTER,
    TRAILING,
    WEEKDAY,
    WRITTEN,
)
from newsparse.readers.html.metadata.words import Words

_URL = re.compile(r"https?:|www\.|^@|^/|\.(?:com|org|net|html?|php|de|co\.uk)\b(?!\))|\\|[{}<>=]", re.IGNORECASE)
_DOMAIN = re.compile(
    r"[\w-]{2,40}(?:\.[\w-]{2,40})?\.(?:com|org|net|de|fr|uk|es|it|nl|be|at|ch|eu|info|no|dk|se|pl|za|in|au|ca)\Z", re.IGNORECASE
)
_CLOSING = (")", "]")
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]\s*$")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+\Z")
_TAIL = re.compile(r"\s*(?:\||•|·|—|–|\s-\s|/\s).*$")
_BREAK = re.compile(
    r"\s*[|•·»©／]\s*|\s@\w|,?\s\d{1,3}\s(?:min|hour|day|week|month|year)|\s(?:vor|il y a|hace)\s\d|\s[-–—]\s"
    r"|\son\s[A-Z][a-z]{2,8}\.?\s\d|\s(?:[Ee]ditor|[Pp]enyunting|[Rr]edaktur|사진)s?(?:\s*:|\s)"
    r"|\s*\((?![^()]{1,16}\)\s[A-ZÀ-Þ])"
)
_INVERTED = re.compile(r"meta (?:dc|dcterms|citation)[._:]", re.IGNORECASE)  # library vocabularies write "Doe, Jane"


_SENTENCE = re.compile("[：，。！？]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = " ,:;|/"
_SHORT_NAME = 3
_MOST_BYLINES = 40
_BETWEEN = (" von ", " by ", " par ", " por ", " de ", " di ")
_MOST_KIN = 8
_SHORTEST_LIST = 6  # characters more than one name, where two stand
_LONGEST_BYLINE = 120
_LONGEST_NAME = 60
_LONGEST_OUTLET = 30
_MOST_WORDS = 6
_MOST_LOWER = 2  # words in lower case of a name
_UP = 8  # elements around a line that are asked whether they are its byline
_LONGEST_INITIALS = 4
_FULL_NAME = 2  # words of a name behind which nothing can follow
_NAME_AND_ROLE = 4  # words of a name and a job that are not set apart
_OF_SITE = frozenset(["for", "of", "at", "für", "pour", "para", "per", "voor", "/"])
_MACHINE = Words(
    r"admin(?:\b|(?<=\badmin))", "powered by", r"theme(?<=\btheme)(?::| by)", r"log ?in\b", "ログイン", "taboola", "outbrain"
)
_DOTS = re.compile(r"\s[·•+]\s")
_AND = re.compile(r"\s(?:And|AND|Und|UND|Et|ET)\s")
Read: TypeAlias = tuple[tuple[Agent, ...], tuple[Candidate, ...]]
"""Agents, and the candidates that they were read from."""


def choose(found: Findings, near: list[Line], later: Later, sites: Set[str], lang: str | None = None) -> Read:
    """Who wrote the story; `sites` are keys of the names that the site goes by, and `lang` is the page's language.

    JSON-LD and meta tags first. Where they name nobody, the byline on the page; where they name the site alone, people of
    the byline; where the byline names the same people and others besides, or the one who is stated by a first name, the byline.
    """
    agents, voters = _stated([*found.of("author"), *found.of("author-group")], sites)
    by = BY_IN.get((lang or "").partition("-")[0])
    printed_as = {line.text: by.sub("Autor: ", line.text) for line in near if by.match(line.text)} if by else {}
    if printed_as:
        near = [line._replace(text=printed_as.get(line.text, line.text)) for line in near]
    lines = [line for line in near if "author" in line.hint or is_byline(line.text)]
    printed = [Candidate(line.text, "byline") for line in lines]
    better: Read | None
    if not agents:
        better = _with_kin(shown(_nested(lines, near, sites), sites), lines, sites) or shown(later.bylines(), sites)
    elif all(key(agent.name) in sites for agent in agents):
        better = signed(_nested(lines, near, sites), sites)
    elif all(agent.kind == "organisation" and agent.name.lower() not in AGENCIES for agent in agents):
        better = _signs_for(agents, lines, near, sites)
    elif len(agents) == 1 and agents[0].kind != "organisation" and " " not in agents[0].name:
        better = _whole(agents[0], signed(_nested(lines, near, sites), sites) or signed(later.bylines(), sites))
    else:
        kinds = [f"{line.element.tag} {line.element.get('class')}" for line in lines]
        better = fuller(agents, list(zip(kinds, printed, strict=True)), sites)
    agents, voters = better or (agents, voters)
    whole = {said: line for line, said in printed_as.items()}
    return agents, tuple(voter._replace(value=whole.get(voter.value, voter.value)) for voter in voters) if whole else voters


def _signs_for(agents: tuple[Agent, ...], lines: list[Line], near: list[Line], sites: Set[str]) -> Read | None:
    """Who signs for an organisation that is stated: in a line that says "by", or with the name that its own ends with."""
    if found := signed(_nested([line for line in lines if strip_by(line.text)], near, sites), sites):
        return found
    found = signed(_nested(lines, near, sites), sites)
    return found if found and agents[0].name.endswith(f" {found[0][0].name}") else None


def _with_kin(read: Read | None, lines: list[Line], sites: Set[str]) -> Read | None:
    """The people of a printed byline, and those whom elements of its very kind by the headline name."""
    if read is None or len(lines) < 2 or not _are_people(read[0]):
        return read
    values = {candidate.value for candidate in read[1]}
    first = next((line.element for line in lines if line.hint == "author" and line.text in values), None)
    if first is None or not first.get("class"):
        return read
    kin = [line for line in lines if line.element.tag == first.tag and line.element.get("class") == first.get("class")]
    named = [
        (agents, Candidate(line.text, "byline"))
        for line in kin
        if _are_people(agents := _printed(Candidate(line.text, "byline"), sites))
    ]
    if len(kin) < 2 or len(named) < len(kin) or len(kin) > _MOST_KIN:
        return read
    return _each(agent for agents, _ in named for agent in agents), tuple(dict.fromkeys(part for _, part in named))


def _whole(agent: Agent, printed: Read | None) -> Read | None:
    """The byline, where it gives the whole name of one who is stated by the first name alone."""
    if printed is None or len(printed[0]) > 1:
        return None
    return printed if printed[0][0].name.lower().startswith(f"{agent.name.lower()} ") else None


def _nested(lines: list[Line], near: list[Line], sites: Set[str]) -> Iterator[list[Candidate]]:
    """Each byline behind those of its parts that name people, as capitals tell; those of pictures come last."""
    for line in sorted(lines, key=lambda line: line.hint == "caption" and PICTURED.search(named(line.element)) is not None):
        if not _before_pictures(line.text):
            continue
        inner = _within(line, near) if len(line.element) else []
        holders = {outer for other in inner for outer in islice(other.element.iterancestors(), _UP)}
        parts = [(other, _part(other)) for other in inner if other.element not in holders]
        naming = [
            (other, part)
            for other, part in parts
            if part.value != part.value.lower() and len(part.value) < len(line.text) and _are_people(_printed(part, sites))
        ]
        yield [*_of_one_kind(naming), Candidate(line.text, "byline")]


def _part(line: Line) -> Candidate:
    return Candidate(text_of(line.element, _LONGEST_BYLINE, glue=" ") if len(line.element) else line.text, "byline")


def _of_one_kind(parts: list[tuple[Line, Candidate]]) -> list[Candidate]:
    """The parts that are marked as authors, else those that are links, else the first and those of its class."""
    marked = [part for line, part in parts if line.hint == "author"] or [part for line, part in parts if line.element.tag == "a"]
    if marked or not parts:
        return marked
    first, part = parts[0]
    names = first.element.get("class")
    return [part, *(other for line, other in parts[1:] if names and line.element.get("class") == names)]


def _are_people(agents: tuple[Agent, ...]) -> bool:
    """Whether all of them are people with more than one name, and there is one."""
    return bool(agents) and all(agent.kind == "person" and _FULL.match(agent.name) for agent in agents)


def _within(line: Line, near: list[Line]) -> list[Line]:
    """The lines that stand within a line: those that follow it, up to the first that does not."""
    following = islice(near, near.index(line) + 1, None)
    return list(
        takewhile(lambda other: any(node is line.element for node in islice(other.element.iterancestors(), _UP)), following)
    )


def is_byline(text: str) -> bool:
    """Whether a line begins as a byline does: "By Ada Holm", "Submitted by Ada Holm on Monday"."""
    if len(text) > _LONGEST_BYLINE:
        return False
    if not text.isascii() and len(text) <= _LONGEST_NAME and HAN_BY.search(text):
        return HAN_NAMES.match(_among_labels(text)) is not None
    if strip_by(text) is not None or (CREDITED.match(text) is not None and _YEAR.search(text) is not None):
        return True
    return (
        len(text) <= _LONGEST_NAME
        and any(by in text for by in _BETWEEN)
        and is_introduced(text)
        and _are_people(credited(_bare(text)))
    )


def _rank(by: str) -> int:
    """How early a place counts: JSON-LD, then tags made for one author, then the rest."""
    return 0 if by.startswith("json-ld") else 1 if by.lower() in ("meta author", "meta article:author", "meta byl") else 2


def _turned(candidate: Candidate) -> str:
    first, comma, second = candidate.value.partition(", ")
    return f"{second} {first}" if comma and "," not in second and _INVERTED.match(candidate.by) else candidate.value


def _stated(candidates: list[Candidate], sites: Set[str]) -> Read:
    """The agents that the best place names: one that names a person beats one that names none, then the first counts."""
    places: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        places.setdefault(candidate.by, []).append(candidate)
    second: Read = ((), ())
    ranked = sorted(places.items(), key=lambda place: _rank(place[0]))
    for at, (_, said) in enumerate(ranked):
        agents = _agents(said, sites)
        if any(agent.kind == "person" for agent in agents):
            return (len(agents) == 1 and _all_of(agents[0], [others for _, others in ranked[at + 1 :]], sites)) or (
                agents,
                tuple(said),
            )
        if agents and not second[0]:
            second = agents, tuple(said)
    return second


def _all_of(agent: Agent, places: list[list[Candidate]], sites: Set[str]) -> Read | None:
    """The people of a place that names the one and others behind."""
    for said in places:
        if len(said) == 1 and len(said[0].value) < len(agent.name) + _SHORTEST_LIST:
            continue
        agents = _agents(said, sites)
        if len(agents) > 1 and key(agents[0].name) == key(agent.name) and _are_people(agents):
            return agents, tuple(said)
    return None


def shown(bylines: Iterable[list[Candidate]], sites: Set[str]) -> Read | None:
    """The agents of the first printed byline that names one; a byline is tried by its parts, then as a whole.

    Failing people, a desk or the site itself, where it signs.
    """
    last: Read | None = None
    for parts in islice(bylines, _MOST_BYLINES):
        *inner, whole = parts
        named = [(agents, part) for part in inner if (agents := _printed(part, sites))]
        if whole.by == "byline":
            named = _clean(named, whole, sites)
        elif not named and (agents := _printed(whole, sites)):
            named = [(agents, whole)]
        if named:
            return _each(agent for agents, _ in named for agent in agents), tuple(part for _, part in named)
        if last is None and (desk := _desk(whole.value, sites)):
            last = (desk,), (whole,)
    return last


_Named: TypeAlias = list[tuple[tuple[Agent, ...], Candidate]]


def _clean(inner: _Named, whole: Candidate, sites: Set[str]) -> _Named:
    """The byline as a whole, unless its parts name people whom it runs into what stands beside them."""
    agents = _printed(whole, sites)
    said = {key(agent.name) for agent in agents}
    if inner and not said.issuperset(key(agent.name) for named, _ in inner for agent in named):
        return inner
    return [(agents, whole)] if agents else []


def _each(agents: Iterable[Agent]) -> tuple[Agent, ...]:
    return tuple({key(agent.name): agent for agent in agents}.values())


def _printed(line: Candidate, sites: Set[str]) -> tuple[Agent, ...]:
    """The people in a line of the page: in the words before a date or a separator, without what leads up to them.

    A line that no attribute marks must name people; one that is marked may name anybody.
    """
    name = _bare(line.value)
    if name.partition(" ")[0].strip(_MARKS).lower() in LABELS:
        return ()
    agents = credited(name, sites) if len(name) <= 160 else ()
    if line.by == "line" and any(agent.kind != "person" for agent in agents[:1]):
        return ()
    if not agents or any(key(agent.name) in sites for agent in agents):
        return ()
    if len(agents) > 1 and all(agent.kind == "organisation" for agent in agents):
        return agents if any(agent.name.lower() in AGENCIES for agent in agents) else ()
    if len(agents) > 1 and not any(
        agent.kind == "person" and (" " in agent.name or not agent.name.isascii()) for agent in agents
    ):
        return ()
    return agents if all(agent.kind != "organisation" for agent in agents[:1]) or len(agents) == 1 else ()


def signed(bylines: Iterable[list[Candidate]], sites: Set[str]) -> Read | None:
    """As `shown`, but only people of two names and more: what may stand in for a site that signs for itself."""
    found = shown(bylines, sites)
    own = tuple(site for site in sites if len(site) > _SHORT_NAME)
    return found if found and _are_people(found[0]) and not any(key(agent.name).startswith(own) for agent in found[0]) else None


def fuller(agents: tuple[Agent, ...], bylines: list[tuple[str, Candidate]], sites: Set[str]) -> Read | None:
    """The people of the printed byline, where they are those named already and others in elements of the very same kind.

    `bylines` are pairs of an element's kind and its line.
    """
    said = {key(agent.name) for agent in agents}
    kinds: dict[str, dict[str, tuple[Agent, Candidate]]] = {}
    recurring = {kind for kind, count in Counter(kind for kind, _ in bylines).items() if count > 1}
    for kind, line in bylines:
        if kind not in recurring:
            continue
        for agent in _printed(line, sites):
            if agent.kind == "person" and _FULL.match(agent.name):
                kinds.setdefault(kind, {}).setdefault(key(agent.name), (agent, line))
    for printed in kinds.values():
        if said < printed.keys():
            return tuple(agent for agent, _ in printed.values()), tuple(line for _, line in printed.values())
    return None


_FULL = re.compile(r"[^\d?!:…]{2,30} [^\d?!:…]{2,40}\Z")


def _desk(text: str, sites: Set[str]) -> Agent | None:
    name = _bare(text)
    bare = strip_by(name) or name
    return Agent(name=bare, kind="organisation") if key(bare) in DESKS or key(bare) in sites else None


def _bare(text: str) -> str:
    """A printed byline without what leads up to the names, and without its date and what is left of that."""
    if inside := BY_INSIDE.search(text):
        text = text[inside.end() :]
    if text.endswith(_CLOSING):
        text = OF_PICTURES.sub("", text)
    if not text.isascii():
        text = _among_labels(text)
    if HELPED.match(text):
        written = WRITTEN.search(text)
        text = text[written.end() :] if written else ""
    text = _from_names(text)
    hit = find_date(text, day_first=True)  # in whatever order: it is to be taken off
    if hit is not None:
        text = WEEKDAY.sub("", text[: hit[1]]) if hit[1] > 3 else text[hit[2] :]
    text = _BREAK.split(text.strip(" |•·–—-,/©~="), maxsplit=1)[0]
    if button := BUTTONS.search(text):
        text = text[: button.start()]
    words = text.strip(_MARKS).split()
    if (half := len(words) // 2) >= _FULL_NAME and words[:half] == words[half:]:  # once for readers, once for their machines
        words = words[:half]
    if hit is not None and len(words) > _FULL_NAME and words[-1] in ON:
        words.pop()
    while len(words) > 1 and _of_date(words[-1].strip(_MARKS)):
        words.pop()
    return " ".join(words).strip(_MARKS)


def _from_names(text: str) -> str:
    """An author string without what leads up to the names, by its words and then by its form."""
    leading = LEADING.match(text) or INTRODUCED.match(text)
    return names_of(text[leading.end() :] if leading else text)


def _among_labels(text: str) -> str:
    """The names in a line in Chinese or Japanese that has a source, an editor or buttons beside them."""
    by = HAN_BY.search(text)
    if by:
        text = text[by.end() :]
    label = HAN_LABEL.search(text)
    text = text[: label.start()] if label else text
    return "、".join(text.split()) if by and "者" in by[0] and HAN_NAMES.match(text) else text


def _of_date(word: str) -> bool:
    """Whether a word is left of a date: a preposition or a weekday, but not a short surname such as "Le"."""
    return word in TRAILING or (len(word) > _SHORT_NAME and word.lower() in TRAILING)


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
    """Who is named in an author string; empty for addresses, handles, slugs, placeholders, picture credits and helpers."""
    text = _names_in(text)
    if _DOMAIN.match(text):
        return (Agent(name=text, kind="organisation"),)
    if _URL.search(text) or _SLUG.match(text) or key(text) in NOBODY or text.lower() in BY_WORDS or _MACHINE.search(text):
        return ()
    if key(text) in sites:
        return (Agent(name=text, kind="organisation"),)
    if not text.isascii() and (without := _without_capitals(text)):
        return without
    text = _AND.sub(lambda join: join[0].lower(), text)
    if found := _set_apart(text) or people(text) or people(_TAIL.sub("", text)) or people(BESIDE.sub("", text)):
        return _apart([agent for agent in found if key(agent.name) not in NOBODY], sites)
    if "," in text and (first := _before_outlet(text)):
        return first
    is_name = len(text.split()) <= _MOST_WORDS and any(c.isalpha() for c in text) and not _is_said(text)
    return (Agent(name=text, kind=kind_of(text) or "unknown"),) if is_name and 2 <= len(text) <= _LONGEST_NAME else ()


def _is_said(text: str) -> bool:
    """Whether a string says something rather than naming anybody: it has a colon, signs of a sentence, or its words."""
    if _SENTENCE.search(text) or ": " in text or " by " in text:
        return True
    return sum(word.isascii() and word.islower() and word.isalpha() for word in text.split()) > _MOST_LOWER


def _names_in(text: str) -> str:
    """An author string without what leads up to the names, addresses, brackets behind them and those who helped."""
    abbreviated = ABBREVIATED.search(text.rstrip(_MARKS)) is not None
    if text.endswith(_CLOSING):
        text = OF_PICTURES.sub("", text)
    text = _before_pictures(strip_by(text) or text).strip(" .,;|-–—•·:")
    text = f"{text}." if abbreviated and text else text
    if "@" in text:
        text = HANDLE.sub("", MAIL.sub("", text))
    if "." in text:
        text = FOR_SITE.sub("", text)
    if HELPED.match(text):
        return ""
    text = _from_names(text)
    if (assisted := ASSISTED.search(text)) is not None:
        text = text[: assisted.start()]
    while text.endswith(_CLOSING) and len(text) > 2 and (shorter := _PARENTHESIS.sub("", text)) != text:
        text = shorter
    return text


def _before_pictures(text: str) -> str:
    """A credit line up to where it speaks of pictures."""
    found = PICTURES.search(text)
    return text if found is None else text[: max(found.start() - 1, 0)]


def _set_apart(text: str) -> tuple[Agent, ...]:
    """The people in a string that dots or pluses set apart; or the one before a dash and an outlet."""
    parts = _DOTS.split(text)
    if len(parts) > 1:
        named = tuple(agent for part in parts for agent in people(part))
        return named if _are_people(named) else ()
    name, dash, outlet = DASH.sub(" - ", text).partition(" - ")
    if dash and " " in name and kind_of(name) == "person" and kind_of(outlet) == "organisation":
        return (Agent(name=name, kind="person", affiliation=outlet, raw=text),)
    return ()


def _before_outlet(text: str) -> tuple[Agent, ...]:
    """The people that a list begins with, where what follows is no name: "Ada Holm, n24 West"."""
    parts = [part.strip() for part in text.split(",")]
    names = list(takewhile(lambda part: _FULL.match(part) and kind_of(part) == "person", parts))
    outlet = ", ".join(parts[len(names) :]) or None
    if outlet is not None and len(outlet) > _LONGEST_OUTLET:
        return ()
    return tuple(Agent(name=name, kind="person", affiliation=outlet) for name in names)


def _without_capitals(text: str) -> tuple[Agent, ...]:
    """Who is named in a script without capitals, with the job that a blank sets apart."""
    found = HAN_ROLE.match(text)
    return (Agent(name=found["name"], kind="person", role=found["role"], raw=text),) if found else ()


def _apart(named: list[Agent], sites: Set[str]) -> tuple[Agent, ...]:
    """People without their jobs, places and outlets: a job becomes the role of whom it follows."""
    agents: list[Agent] = []
    full = any(agent.kind == "person" and " " in agent.name and key(agent.name) not in sites for agent in named)
    for agent in named:
        if agents and (role := _role_alone(agent.name)):
            agents[-1] = attrs.evolve(agents[-1], role=role)
        elif not (full and agents and _is_beside(agent)):
            agents.append(_without_role(_without_site(agent, sites)))
    own = tuple(agent for agent in agents if key(agent.name) not in sites)
    return own if any(agent.kind == "person" for agent in own) else tuple(agents)


def _is_beside(agent: Agent) -> bool:
    """Whether what follows a whole name is a place, a degree, a broadcaster, or where the writer is."""
    name = agent.name
    if key(name) in DEGREES or FROM_PLACE.match(name) or OUTLET_AND_PLACE.match(name):
        return True
    if " " in name or HAN_NAMES.match(name) or HANGUL.match(name):
        return False
    return agent.kind == "person" or (name.isupper() and (agent.kind == "unknown" or len(name) > _LONGEST_INITIALS))


def _role_alone(name: str) -> str | None:
    return name if ROLE.match(name) else None


def _without_site(agent: Agent, sites: Set[str]) -> Agent:
    """The person before the site's own name, which stands behind with no sign."""
    words = agent.name.split()
    for end in range(_FULL_NAME, len(words)):
        if key(" ".join(words[end:])) not in sites:
            continue
        names = words[: end - 1] if words[end - 1].lower() in _OF_SITE else words[:end]
        if len(names) >= _FULL_NAME and kind_of(name := " ".join(names)) == "person":
            return Agent(name=name, kind="person", affiliation=" ".join(words[end:]), raw=agent.name)
    return agent


def _without_role(agent: Agent) -> Agent:
    """The agent without the job, the place or the outlet that follows the name with no comma."""
    name = agent.name
    if not name.isascii() and (after := ROLE_AFTER.search(name)):
        return attrs.evolve(agent, name=name[: after.start()], role=after[0].strip(), raw=name)
    words = name.split()
    if len(words) <= _FULL_NAME:
        return agent
    if (outlet := AFFILIATION.search(name)) and kind_of(name[: outlet.start()]) == "person" and " " in name[: outlet.start()]:
        return Agent(name=name[: outlet.start()], kind="person", affiliation=outlet[0].strip(), raw=name)
    if len(words) == _FULL_NAME + 1 and JOB.match(words[-1]) and not any(word.lower() in RANKS for word in words):
        return Agent(name=" ".join(words[:2]), kind="person", role=words[-1], raw=name)
    if len(words) >= _NAME_AND_ROLE and ROLE.match(name) and kind_of(" ".join(words[:2])) == "person":
        return Agent(name=" ".join(words[:2]), kind="person", role=" ".join(words[2:]), raw=name)
    shorter = BESIDE.sub("", name).strip()
    if shorter != name and " " in shorter and kind_of(shorter) == "person":
        return Agent(name=shorter, kind="person", raw=name)
    return agent
