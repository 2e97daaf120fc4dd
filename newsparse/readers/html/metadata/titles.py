"""The headline: one of what JSON-LD, `<h1>`, Open Graph and the title tag say, without the site's name.

A tail or head such as " | Site" goes only where another candidate or the site's own name confirms it.
"""

import re
from collections.abc import Iterable, Set
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import attrs

from newsparse.readers.html.metadata.facts import Candidate, key
from newsparse.readers.html.metadata.tables import DATED, DATED_BEHIND

_SIGNS = r"|\-–—•·»«›:/~+*❘ǀ∣‖●★◆⋆≫<>@・"
_CUT = re.compile(
    r"(?=[\s|｜_\-－：:–—(（\[【])"  # looked at first: a third of the time
    rf"(?:\s+(?:[{_SIGNS}]{{1,3}}\s+|[|｜_]\s*|--\s*|[:–—]\s+|[-–—])|[|｜_]\s*|--\s*|：|[:–—]\s+"
    r"|\s*[(（\[【](?=[^()（）\[\]【】]{1,60}[)）\]】]\Z)|[-－](?=\S{3}))"
)
_CUTTING = re.compile(rf"[{_SIGNS}｜_：(（\[【－]")  # what all cuts have one of, and most headlines none
_WEAK = ("(", "（", "[", "【", "-", "－")  # with no blank behind, within headlines too: only a site's own name behind them goes
_WEIGHTS = (
    ("json-ld headline", 7.0), ("h1", 2.0), ("meta og:title", 1.9), ("json-ld", 2.5), ("microdata", 1.6), ("meta headline", 1.2),
    ("meta", 1.0), ("title tag", 0.9), ("heading", 2.0),
)  # fmt: skip
_PART = 0.5  # the weight of the heading of a part of the page
_CUT_OFF = 70  # letters and digits that a headline of 110 characters has at least
_LEAST_AFTER_DATE = 12
_MOST_CUTS = 8
_SHORT = 4  # letters and digits that a headline has at least, if `<h1>` alone has it: "Nope" is one, "AA" is a logo
_ARTICLES = ("the", "der", "die", "das", "la", "le", "el", "il")
_LONGEST_SITE = 120  # characters of a name of a site, its host included
_FULL = 40  # of one that is surely no mere part of another


@attrs.frozen
class Voted:
    """The winner, the candidates that agree with it, and its share of the vote, 0 to 1."""

    value: str
    voters: tuple[Candidate, ...]
    share: float


class _Group(NamedTuple):
    """Candidates that say the same: what the first of them says, and the places that say so, in order."""

    text: str
    voters: list[Candidate]
    places: dict[str, None]


_Groups: TypeAlias = dict[str, _Group]
"""The groups by the key of what they say."""


def choose(candidates: list[Candidate], sites: Set[str], marked: Iterable[str] = ()) -> Voted | None:
    """The headline; `sites` are keys of the names that the site goes by, and `marked` what an `<h1>` marks as it within.

    None where no candidate is one.
    """
    if signs := _signs(candidates):
        sites = {site for site in sites if not any(site.endswith(sign) for sign in signs)} | signs
    kept = _headlines(candidates, sites)
    heads = {key(candidate.value) for candidate in kept}
    stated = _said_by(kept, "json-ld headline")
    parts = [] if stated else list(marked)
    heads |= {key(part) for part in parts}
    plain = {value: bare(value, set(), sites) for value in dict.fromkeys(candidate.value for candidate in kept)}
    firm = _firm(kept, plain)
    bared = {value: text if key(text) in firm else bare(text, heads, sites) for value, text in plain.items()}
    groups: _Groups = {}
    for candidate in kept:
        text = bared[candidate.value]
        if candidate.by == "h1" and key(text) not in firm:
            text = _without_kicker(text, [*parts, *bared.values()])
        group = groups.setdefault(key(text), _Group(text, [], {}))
        group.voters.append(candidate)
        group.places[candidate.by] = None
    return _voted(groups) if groups else None


def _voted(groups: _Groups) -> Voted:
    """The group with the most weight, after the rules about single places."""
    if len(groups) == 1:
        (only,) = groups.values()
        return Voted(only.text, tuple(only.voters), 1.0)
    scores = {name: _score(group.places) for name, group in groups.items()}
    if shown := _shown(groups) or _alone(groups) or _uncut(groups):
        scores[shown] += max(scores.values())
    for name in _parts(groups):
        scores[name] = _PART
    best = max(scores, key=lambda name: scores[name])
    return Voted(groups[best].text, tuple(groups[best].voters), scores[best] / sum(scores.values()))


def is_missing(candidates: Iterable[Candidate], sites: Set[str]) -> bool:
    """Whether neither JSON-LD nor an `<h1>` gives a headline, but at most a name of the site."""
    return not any(c.by == "json-ld headline" or (c.by == "h1" and not _is_site(c.value, sites)) for c in candidates)


def are_signs(candidates: Iterable[Candidate], tag: Candidate | None) -> bool:
    """Whether no `<h1>` has anything in common with the title tag or another place: they may be those of site and section."""
    if tag is None:
        return False
    whole = key(tag.value)
    said = {key(c.value) for c in candidates if c.by != "h1"}
    shown = [key(c.value) for c in candidates if c.by == "h1"]
    return bool(shown) and not any(name in said or name in whole or whole in name for name in shown if name)


def _headlines(candidates: list[Candidate], sites: Set[str]) -> list[Candidate]:
    """The candidates that are no name of the site, nor much like one where another is not; short ones if two places say so."""
    shown = {name for name in _said_by(candidates, "h1") if 0 < len(name) < _SHORT}
    brief = {name for c in candidates if c.by != "h1" and (name := key(c.value)) in shown} if shown else shown
    other = [c for c in candidates if (len(name := key(c.value)) >= _SHORT or name in brief) and name not in sites]
    alike = {value for value in {c.value for c in other} if _is_site(value, sites)}
    if not alike:
        return other
    unlike = [c for c in other if c.value not in alike]
    return unlike if any(c.by != "h1" for c in unlike) else other


def _without_kicker(text: str, others: Iterable[str]) -> str:
    """The headline of an `<h1>` that begins with a kicker: what another place gives as the whole."""
    name = key(text)
    for other in others:
        whole = key(other)
        long = len(whole) >= _FULL or len(whole) * 2 > len(name)
        if long and len(name) > len(whole) and name.endswith(whole):
            return other
    return text


def _said_by(candidates: list[Candidate], place: str) -> set[str]:
    return {key(candidate.value) for candidate in candidates if candidate.by == place}


def _firm(candidates: list[Candidate], plain: dict[str, str]) -> set[str]:
    """What JSON-LD and an `<h1>` both give whole, but for the site's name, as `plain` has it: what begins it is no kicker."""
    stated, shown = (
        {key(plain[candidate.value]) for candidate in candidates if candidate.by == place} for place in ("json-ld headline", "h1")
    )
    return stated & shown


def _signs(candidates: list[Candidate]) -> set[str]:
    """Each `<h1>` that the title tag ends with, as its lesser part, and that no other place repeats: a site's sign."""
    tag = next(iter(_said_by(candidates, "title tag")), "")
    signs = {sign for sign in _said_by(candidates, "h1") if tag.endswith(sign) and len(sign) * 2 < len(tag)}
    return signs and signs - {key(candidate.value) for candidate in candidates if candidate.by not in ("h1", "title tag")}


def _alone(groups: _Groups) -> str | None:
    """The one `<h1>` that says something else than all others do, on a page whose JSON-LD is silent, and its headings are.

    Open Graph, the title tag and their kin are one voice then: that of the field for search engines.
    """
    shown = [name for name, group in groups.items() if "h1" in group.places]
    if len(shown) != 1 or any("json-ld headline" in group.places or "heading" in group.places for group in groups.values()):
        return None
    name, others = shown[0], groups.keys() - shown
    is_label = len(name) * 2 < min(map(len, others), default=0)
    return None if is_label or any(name in other or other in name for other in others) else name


def _uncut(groups: _Groups) -> str | None:
    """The headline that `<h1>` and Open Graph give whole and JSON-LD cuts off: search engines take 110 characters.

    Or that anything gives whole, where JSON-LD says that it cuts it off.
    """
    for name, group in groups.items():
        if group.text.endswith(_ELLIPSES) and "json-ld headline" in group.places:
            return max((other for other in groups if other.startswith(name)), key=len, default=None)
        if group.places.keys() >= _BOTH and any(
            len(other) >= _CUT_OFF and len(other) < len(name) and name.startswith(other) for other in groups
        ):
            return name
    return None


_ELLIPSES = ("...", "…")
_BOTH = frozenset(["h1", "meta og:title"])


def _parts(groups: _Groups) -> set[str]:
    """The `<h1>` elements of a page that has several and repeats none elsewhere: headings of its parts.

    One that makes up half of the title tag is none. One alone beside a title tag that says much more, and else, is a logo.
    """
    shown = {name for name, group in groups.items() if "h1" in group.places}
    if any(len(groups[name].places) > 1 for name in shown):
        return set()
    tags = [name for name, group in groups.items() if "title tag" in group.places]
    if len(shown) == 1:
        alone = len(tags) == len(groups) - 1
        return {name for name in shown if alone and all(name not in tag and len(name) * 2 < len(tag) for tag in tags)}
    return {name for name in shown if not any(name in tag and len(name) * 2 >= len(tag) for tag in tags)}


def _shown(groups: _Groups) -> str | None:
    """The headline that readers and networks are shown, where JSON-LD and the title tag have one for search engines.

    A title tag written for these is bare. One that goes on with the site's name is made of the headline.
    """
    searched = any(
        "json-ld headline" in group.places and any(c.by == "title tag" and key(c.value) == name for c in group.voters)
        for name, group in groups.items()
    )
    if not searched:
        return None
    return next((n for n, g in groups.items() if g.places.keys() >= _BOTH and "json-ld headline" not in g.places), None)


def _score(places: Iterable[str]) -> float:
    """The weight of the places that agree, each kind of place once."""
    return sum(dict(map(_weighed, places)).values())


@lru_cache(maxsize=256)  # there are some fifty places
def _weighed(place: str) -> tuple[str, float]:
    """The kind of a place and its weight."""
    return next(((kind, weight) for kind, weight in _WEIGHTS if place.startswith(kind)), ("other", 0.7))


def bare(text: str, heads: Set[str], sites: Set[str]) -> str:
    """`text` without a date before or behind it, and without a site's name where `heads` (others) or `sites` confirm that."""
    if not _CUTTING.search(text):
        return text
    if (dated := DATED.match(text)) and len(text) - dated.end() >= _LEAST_AFTER_DATE:
        text = text[dated.end() :]
    if (behind := DATED_BEHIND.search(text)) and not behind["more"] and behind.start() >= _LEAST_AFTER_DATE:
        text = text[: behind.start()]
    for _ in range(_MOST_CUTS if _may_be_cut(text, heads, sites) else 0):
        shorter = _shorter(text, heads, sites)
        if shorter is None:
            break
        text = shorter
    return text


def _may_be_cut(text: str, heads: Set[str], sites: Set[str]) -> bool:
    """Whether `text` has the beginning of a name of the site, or begins or ends with one of `heads`; nothing else goes."""
    whole = key(text)
    if any(site[:_SHORT] in whole for site in sites):
        return True
    return any(head != whole and (whole.startswith(head) or whole.endswith(head)) for head in heads)


def _shorter(text: str, heads: Set[str], sites: Set[str]) -> str | None:
    """`text` with one name cut off; None where nothing is confirmed."""
    cuts = list(_CUT.finditer(text))[-_MOST_CUTS:]
    if not cuts:
        return None
    piped = "|" in text and _is_site(text.rsplit("|", 1)[1], sites)  # then the first pipe is where the way to the page begins
    for cut in cuts:
        head, tail = text[: cut.start()].rstrip(" |-–—·•:"), text[cut.end() :]
        weak = cut[0].lstrip().startswith(_WEAK) and not cut[0][-1].isspace()
        confirmed = key(tail) in sites if weak else _is_site(tail, sites) or _is_most(head, text, heads)
        if (confirmed or (piped and "|" in cut[0])) and len(key(head)) >= _SHORT and key(tail):
            return head
    for cut in reversed(cuts):
        if cut[0] in _WEAK:
            continue
        head, tail = text[: cut.start()], text[cut.end() :]
        if _is_site(head, sites) and len(key(tail)) >= (_SHORT if cut is cuts[0] or key(tail) not in heads else 20):
            return tail
        if heads and (name := key(tail)) in heads and len(name) >= 20 and len(key(head)) * 2 < len(name):
            return tail  # a kicker
    return None


def _is_most(head: str, text: str, heads: Set[str]) -> bool:
    """Whether one of `heads` is what the text begins with, and a good part of it."""
    return bool(heads) and (name := key(head)) in heads and 12 <= len(name) < len(key(text)) < 3 * len(name)


def _is_site(text: str, sites: Set[str]) -> bool:
    """Whether it is a name of the site, or that and a little more: "Example" and "Example News", "The Example"."""
    if len(text) > _LONGEST_SITE:
        return False
    name = key(text)
    if len(name) < _SHORT or name in sites:
        return name in sites
    for site in sites:
        if len(site) < _SHORT or len(name) >= len(site) + 12:
            continue
        if name.startswith(site) or site.startswith(name) or (name.endswith(site) and name[: -len(site)] in _ARTICLES):
            return True
    return False
