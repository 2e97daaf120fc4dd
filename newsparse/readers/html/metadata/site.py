"""What the page states beside its story: language, publisher, names of the site, section, keywords, rights, kind, paywall."""

import re
from urllib.parse import urljoin, urlsplit

from newsparse.model.metadata import Rights
from newsparse.readers.html.metadata.facts import Candidate, Findings, key

_LANG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?\b")
_BETWEEN = re.compile(r" ?[,;|] ?")  # keywords in one string
_LANG_WEIGHTS = {"html lang": 3, "json-ld inLanguage": 3, "meta og:locale": 1}
_SHORTEST_LABEL = 3
_LONGEST_NAME = 80
_LONGEST_SITE = 50  # characters of a name that a headline may carry
_MOST_KEYWORDS = 50
_KINDS = (
    ("liveblogposting", "live-blog"),
    ("imagegallery", "gallery"),
    ("mediagallery", "gallery"),
    ("podcastepisode", "audio"),
    ("radioepisode", "audio"),
    ("audioobject", "audio"),
    ("videoobject", "video"),
)
_ARTICLE = re.compile(r"article|blogposting|report|review\Z")


def names(found: Findings, url: str | None) -> list[str]:
    """What the site goes by: names that it states, and its host with and without the last label."""
    said = [c.value for c in found.of("site", "publisher") if len(c.value) <= _LONGEST_SITE and "://" not in c.value]
    host = host_of(found, url)
    if not host:
        return said
    return [*said, host, *(label for label in host.split(".")[:-1] if len(label) >= _SHORTEST_LABEL)]


def host_of(found: Findings, url: str | None) -> str:
    """The host of the page: of its address where that is known, else of the one that it states; empty where neither is."""
    address = url or next((c.value for c in found.of("canonical", "url") if "://" in c.value), "")
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def lang(found: Findings) -> tuple[str, tuple[Candidate, ...]] | None:
    """The language as BCP 47 and those who say so: the one with the most weight behind it, with a region where one gives it."""
    votes: dict[str, list[tuple[str, Candidate]]] = {}
    for candidate in found.of("lang"):
        if tag := _tag(candidate.value):
            votes.setdefault(tag.split("-")[0], []).append((tag, candidate))
    if not votes:
        return None
    best = max(votes.values(), key=lambda said: sum(_LANG_WEIGHTS.get(c.by, 1) for _, c in said))
    return max(best, key=lambda said: len(said[0]))[0] if len(best) == 1 else _fullest(best), tuple(c for _, c in best)


def _fullest(said: list[tuple[str, Candidate]]) -> str:
    """The tag of the weightiest place, unless it lacks a region that another gives."""
    first = max(said, key=lambda one: _LANG_WEIGHTS.get(one[1].by, 1))[0]
    return first if "-" in first else next((tag for tag, _ in said if "-" in tag), first)


def _tag(value: str) -> str | None:
    found = _LANG.fullmatch(value.strip())
    if found is None:
        return None
    language, script, region = found.groups()
    return "-".join(filter(None, (language.lower(), script and script.title(), region and region.upper())))


def publisher(found: Findings) -> Candidate | None:
    """Who publishes it: by JSON-LD, then by the site's name, then by meta tags; addresses are no names."""
    said = sorted(found.of("publisher", "site"), key=lambda c: (not c.by.startswith("json-ld"), c.by != "meta og:site_name"))
    return next((c for c in said if "://" not in c.value and not c.value.startswith("@") and len(c.value) <= _LONGEST_NAME), None)


def address(found: Findings, url: str | None) -> Candidate | None:
    """The canonical address, made absolute where the page's own is known."""
    for candidate in found.of("canonical", "url"):
        try:
            full = urljoin(url or "", candidate.value)
            parts = urlsplit(full)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc:
            return Candidate(full, candidate.by)
    return None


def keywords(found: Findings) -> tuple[str, ...]:
    """The keywords, each once, in order; a list in one string is taken apart."""
    seen: dict[str, str] = {}
    for candidate in found.of("keywords"):
        for word in _BETWEEN.split(candidate.value):
            if word and len(word) <= _LONGEST_NAME:
                seen.setdefault(key(word) or word, word)
    return tuple(list(seen.values())[:_MOST_KEYWORDS])


def sections(found: Findings) -> tuple[str, ...]:
    """The sections that the page is filed under, each once."""
    return tuple({key(c.value): c.value for c in reversed(found.of("section")) if len(c.value) <= _LONGEST_NAME}.values())[::-1][
        :10
    ]


def rights(found: Findings) -> Rights | None:
    """Copyright notice or holder, and the licence."""
    notice, holder, usage = found.first("rights"), found.first("holder"), found.first("license")
    if not (notice or holder or usage):
        return None
    return Rights(
        holder=holder.value if holder else None, notice=notice.value if notice else None, usage=usage.value if usage else None
    )


def free(found: Findings) -> bool | None:
    """Whether the page says that it may be read without paying; None where it does not say."""
    if stated := found.first("free"):
        return stated.value.lower() not in ("false", "0", "no", "none") and not stated.value.lower().endswith("false")
    tier = found.first("tier")
    return None if tier is None else {"free": True, "locked": False}.get(tier.value.lower())


def kind(found: Findings) -> str:
    """`article`, or what else the page says it is: `live-blog`, `gallery`, `video`, `audio`."""
    if "liveblogposting" in found.types:
        return "live-blog"
    if any(_ARTICLE.search(said) for said in found.types):
        return "article"
    for said, name in _KINDS:
        if said in found.types:
            return name
    stated = found.first("type")
    return "video" if stated and stated.value.lower().startswith("video") else "article"
