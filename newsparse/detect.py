"""Which reader a document is for: readers sniff, the highest rung wins. Knows no format by name.

Where one is certain of the first element of XML, those that say that they never are of it need not be asked: they could
claim no more than LIKELY, and would lose.
"""

from typing import Any

import attrs

from newsparse.errors import AmbiguousFormat, UnknownFormat
from newsparse.kit import heads
from newsparse.plugin import Document, Head, Match, Reader
from newsparse.registry import Claim, Registry, sniffed


@attrs.frozen(kw_only=True)
class Ranked:
    """One reader's claim. `sniff_error` says why a sniffer that raised counts as NO."""

    alias: str
    reader: Reader[Any]
    match: Match
    sniff_error: str | None = None


def rank(document: Document, registry: Registry) -> tuple[Ranked, ...]:
    """Every reader's claim, best first; claims of NO are last. Equal claims are in order of their names."""
    head = document.head()
    return _sorted([_ranked(claim) for claim in sniffed(registry.readers(), head, Match.NO)], head)


def choose(document: Document, registry: Registry) -> Ranked:
    """The reader for the document.

    At a tie a reader that refines another beats it, then the media type decides, then the extension. AmbiguousFormat if
    none of them does, UnknownFormat if nobody claims the document.
    """
    head = document.head()
    found = sniffed(registry.readers_of(head.first_element[0]), head, Match.CERTAIN)
    found = found or sniffed(registry.readers(), head, Match.FALLBACK)
    if len(found) == 1:
        return _ranked(found[0])
    best = max([match for _, _, match, _ in found], default=Match.NO)
    claims = _sorted([_ranked(claim) for claim in found if claim[2] is best], head)
    if not claims:
        packed = heads.packing(head.data)
        advice = "name its format" if packed is None else f"it is {packed}: unpack or convert it first"
        raise UnknownFormat(f"no reader recognises the document; {advice}")
    if len(claims) > 1 and _strength(claims[0], claims, head) == _strength(claims[1], claims, head):
        tied = " and ".join(c.alias for c in claims[:2])
        raise AmbiguousFormat(f"{tied} both claim the document; name its format")
    return claims[0]


def _sorted(claims: list[Ranked], head: Head) -> tuple[Ranked, ...]:
    return tuple(claims) if len(claims) < 2 else tuple(sorted(claims, key=lambda c: (_strength(c, claims, head), c.alias)))


def _ranked(claim: Claim) -> Ranked:
    alias, reader, match, error = claim
    return Ranked(alias=alias, reader=reader, match=match, sniff_error=error)


def _strength(claim: Ranked, claims: "list[Ranked] | tuple[Ranked, ...]", head: Head) -> tuple[int, int, int, int]:
    """Sort key, smaller is stronger."""
    refined = claim.reader.refines
    refines = refined is not None and any(c.alias == refined and c.match == claim.match for c in claims)
    return (
        -claim.match,
        0 if refines else 1,
        0 if head.media_type in claim.reader.media_types else 1,
        0 if head.extension in claim.reader.extensions else 1,
    )
