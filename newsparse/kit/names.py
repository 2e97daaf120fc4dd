"""Bylines: who is named in a credit line. None beats wrong, so what looks like no name is left in `raw` alone."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

import attrs

from newsparse.model.agents import Agent, AgentKind

# "By", "Von", "Par" …: what a byline begins with, longest first.
_BY = (
    "written by", "reported by", "reporting by", "story by", "text by", "words by", "by", "eine analyse von", "ein gastbeitrag von",
    "ein kommentar von", "aufgezeichnet von", "von", "propos recueillis par", "par", "escrito por", "por", "di", "a cura di", "door",
    "av", "af", "tekst", "teksti", "text", "author", "auteur", "autor", "autorin", "autore", "автор", "yazan", "napsal", "napsala", "autoři", "bởi",
    "oleh", "ditulis oleh", "penulis", "na", "nga", "ngu", "med", "文", "记者", "記者", "szerző", "írta", "piše", "пише", "συντάκτης", "tác giả",
    "بقلم", "كتب", "كتبت", "نویسنده", "מאת", "लेखक", "द्वारा", "লেখক",
)  # fmt: skip
_BY_FIRST = frozenset(words.split()[0] for words in _BY)
_FIRST_WORD = re.compile(r"[^\s:/／]{1,20}")
BY_WORDS = frozenset(_BY)
_BY_START = re.compile(
    rf"(?:{'|'.join(re.escape(w) for w in sorted(_BY, key=len, reverse=True))})(?:\s*[::/／]\s*|\s+)(?=\S)", re.IGNORECASE
)
# Words that join the last two people.
_JOIN = re.compile(
    r"\s*(?:[,;、/]|\s\|)\s*(?:(?:and|und|et|y|e|i|en|och|og|ja|ve|и|a|&)\s+)?"
    r"|\s+(?:and|und|et|y|e|i|en|och|og|ja|ve|и|&|with|mit|avec|con|AND|UND|ET|EN|OCH|OG|WITH|MIT)\s+",
)
_JOINED = re.compile(r"\s(?:and|und|et|y|e|i|en|och|og|ja|ve|и|&)\s+(\S+)\s*\Z", re.IGNORECASE)  # the last of a list
AGENCIES = frozenset(
    """
    ap afp dpa reuters epd kna sid apa pa ansa efe tass aap anp belga cp ntb tt ritzau stt sda keystone-sda lusa xinhua
    kyodo yonhap upi ips bloomberg cnn bbc ddp dapd afx ats interfax itar-tass jiji pti ians bernama antara mti pap
    agerpres čtk hina bta irna mena wam keystone-ats
    """.split()  # noqa: SIM905  a table reads better than 51 lines
)
"""News agencies, as they sign: lower case."""
_ORGANISATION_WORDS = frozenset(
    """
    agency agencies agentur agenturen nachrichtenagentur presseagentur persbureau agence agencia agenzia press presse prensa news staff desk team editor editors redaktion
    redaktionsnetzwerk rédaction redacción redazione redactie newsroom reporter reporters correspondent correspondents network
    service times post guardian zeitung nachrichten magazin gazette journal telegraph herald tribune daily associated media online
    courier chronicle observer dispatch sentinel inquirer bulletin express courrier corriere kurier anzeiger tagblatt tageblatt
    gmbh ltd llc verlag university universität institut institute stiftung foundation pressestelle ministerium ministry bund verein
    rundschau tidende sanomat gazeta dziennik agência notícias noticias dagblad dagbladet tidning tidningen diario diário periódico giornale quotidien
    """.split()  # noqa: SIM905  a table reads better than 60 lines
)
_WORD = re.compile(r"\w+")
_THE = re.compile(r"the [a-z]")
_ROLE_WORDS = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|analyst|photographer|critic|korrespondent(?:in)?|redakteur(?:in)?|"
    r"reporterin|autor(?:in)?|journalist(?:in|e)?|correspondante?|envoyée? spéciale?|corresponsal|corrispondente|verslaggever|"
    r"bureau chief|contributor)\b",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"[@\d<>{}\[\]=_#]|https?:|www\.|\.(?:com|org|net|de|fr|co|uk|es|it|nl)\b", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|fr|uk|es|it|nl|be|at|ch|eu|info)\Z", re.IGNORECASE)
_PARTICLE = frozenset(
    """
    van von der den de del della di da dos das do du la le les el al bin ibn abu zu zum ter ten af av y e i und bint ben
    mac o' d' st. of the ve
    """.split()  # noqa: SIM905  a table reads better than 40 lines
)
# "Special to the Courier" says whom for; "in Berlin" behind a name says where from.
_SPECIAL_TO = re.compile(r"special to\b", re.IGNORECASE)
_IN_PLACE = re.compile(r"(\S+ \S.{0,40}?) (?:in|aus|à|en) [A-ZÀ-Þ][^\s,]{1,24}(?: [A-ZÀ-Þ][^\s,]{1,24}){0,2}\Z")
ABBREVIATED = re.compile(r"\b(?:[A-Z]|Jr|Sr)\.\Z")
"""A name whose full stop is of the name."""
_LONGEST = 60


def strip_by(line: str) -> str | None:
    """The rest of a line that begins as a byline does; None if it does not."""
    line = line.strip()
    first = _FIRST_WORD.match(line)
    if first is None or first[0].lower() not in _BY_FIRST:  # most lines
        return None
    found = _BY_START.match(line)
    return None if found is None else line[found.end() :].strip()


def people(credit: str, *, most: int = 12) -> tuple[Agent, ...]:
    """The agents of a credit line without its "By", in order; empty where it is not a list of names throughout."""
    credit = " ".join(credit.split())
    bare = credit.rstrip(" .|-–—*")
    stop = len(bare) + (len(bare) < len(credit) and credit[len(bare)] == "." and ABBREVIATED.search(f"{bare}.") is not None)
    credit = credit[:stop]
    return _people(credit, most) if credit and len(credit) <= _LONGEST * most else ()


@lru_cache(maxsize=1024)
def _people(credit: str, most: int) -> tuple[Agent, ...]:
    """Those who sign sign again: a day of an agency has few bylines for its many stories."""
    agents: list[Agent] = []
    for part in _JOIN.split(credit):
        bare = part.strip()
        abbreviated = bare.endswith(".") and ABBREVIATED.search(bare)
        name = part.strip(" ,*_") if abbreviated else part.strip(" .,*_")
        if not name or (agents and _SPECIAL_TO.match(name)):
            continue
        role = _role(name)
        if role and agents:
            agents[-1] = Agent(name=agents[-1].name, kind=agents[-1].kind, role=role, raw=f"{agents[-1].name}, {role}")
            continue
        kind = kind_of(name)
        if kind is None and (placed := _IN_PLACE.match(name)) is not None:
            name, kind = placed[1], kind_of(placed[1])
        if kind is None:
            return ()
        agents.append(Agent(name=name, kind=kind))
    return tuple(agents) if len(agents) <= most else ()


def credited(line: str, *, persons: bool = False) -> tuple[Agent, ...]:
    """The agents of a byline with or without its "By": people where it names any, then with the organisations as affiliation.

    A single word behind a whole name (`Uta Kern, Bern`) is left out unless an "and" joins it: it may be a place.

    `persons`: the document states that every name is a person's. Empty where the line is no list of names throughout.
    """
    credit = strip_by(line) or line
    if persons:
        return tuple(attrs.evolve(agent, kind="person") for agent in people(credit))
    signed = _signed(credit) if credit[-1:] == ")" or " - " in credit or " – " in credit or " for " in credit else ()
    if signed:
        return signed
    found = people(credit)
    if len(found) > 1 and " " in found[0].name:  # one word behind a whole name is where she is, or whom she works for
        joined = _JOINED.search(line)
        last = joined[1].rstrip(" .") if joined is not None else None
        found = tuple(agent for agent in found if agent.kind == "organisation" or " " in agent.name or agent.name == last)
    named = [agent for agent in found if agent.kind == "person"]
    if not named or len(named) == len(found):
        return found
    others = ", ".join(agent.name for agent in found if agent.kind != "person")
    return tuple(attrs.evolve(agent, affiliation=others) for agent in named)


def creator(line: str) -> tuple[Agent, ...]:
    """Who is meant where a creator is stated by a line of words: people with their affiliation, or the line as it stands.

    It may be a login or a desk, so a name that is the whole line is of nobody known.
    """
    named = credited(line)
    if not named or any(agent.kind != "person" for agent in named) or named[0].name == line:
        return (Agent(name=strip_by(line) or line),)
    return named


def creators(stated: Iterable[Agent], line: tuple[Agent, ...] | None, houses: Collection[str]) -> tuple[Agent, ...]:
    """Which of the stated creators are the authors: none that is one of the `houses` (source and provider, casefolded), and none
    that is no person where the byline (None: there is none) names one. Empty for those of the line.
    """
    own = tuple(agent for agent in stated if agent.name.casefold() not in houses)
    if line is not None and any(agent.kind == "person" for agent in line):
        return own if any(agent.kind != "organisation" for agent in own) else ()
    return own


# Uta Kern (dpa); Uta Kern - AFP; Uta Kern for Coast News.
_AGENCY_BEHIND = re.compile(
    r"(?P<names>[^()]{4,80}?)(?: ?\((?P<round>[^()]{2,30})\)| [-–] (?P<dashed>\S[^-–]{1,30})| for (?P<paid>\S.{1,40}))\Z"
)
_LONGEST_INITIALS = 6


def _signed(credit: str) -> tuple[Agent, ...]:
    """The people in front of an agency in brackets, behind a dash or a "for"; empty where it is none of these."""
    found = _AGENCY_BEHIND.match(credit)
    if found is None:
        return ()
    agency = found["round"] or found["dashed"] or found["paid"]
    initials = agency.isupper() and len(agency) <= _LONGEST_INITIALS
    if not initials and kind_of(agency) != "organisation":
        return ()
    agents = people(found["names"])
    if not agents or any(agent.kind != "person" for agent in agents):
        return ()
    return tuple(attrs.evolve(agent, affiliation=agency) for agent in agents)


def _role(part: str) -> str | None:
    """The part, if it names a job and not a person: in lower case, or ending in the word for one ("Staff Writer")."""
    if not _ROLE_WORDS.search(part) or len(part.split()) > 6:
        return None
    last = part.rsplit(maxsplit=1)[-1]
    return part if last[0].islower() or (" " in part and _ROLE_WORDS.fullmatch(last)) else None


def kind_of(name: str) -> AgentKind | None:
    """Whether `name` is of a person or an organisation; None if it is no name."""
    if len(name) > _LONGEST or len(name) < 2:
        return None
    words, lower = name.split(), name.lower()
    if lower in AGENCIES or _DOMAIN.match(name) or not _ORGANISATION_WORDS.isdisjoint(_WORD.findall(lower)) or _THE.match(lower):
        return "organisation" if len(words) <= 6 and "@" not in name else None
    if _NOT_A_NAME.search(name) or len(words) > 6:
        return None
    if not name.isascii() and not any(c.isalpha() and (c.isupper() or c.islower()) for c in name):
        return "person" if len(name) <= 20 else None  # a script without case
    capitals = [w for w in words if w.lower() not in _PARTICLE]
    if not capitals or not all(_capital(w) for w in capitals):
        return None
    return "person" if len(words) >= 2 or name.istitle() else "unknown"


def _capital(word: str) -> bool:
    bare = word.strip("()\"'“”‘’„.-")
    return bool(bare) and (bare[0].isupper() or bare[:2].lower() in {"d'", "d’", "o'", "o’", "l'", "l’"} or not bare[0].isalpha())
