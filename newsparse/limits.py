"""Limits: how much of everything one document may cost. Always on; every default names its precedents."""

from typing import Final

import attrs


@attrs.frozen(kw_only=True)
class Limits:
    """Hard bounds for one document; what goes past one ends in a diagnostic or `ParseError`, never in silence.

    Change them with `attrs.evolve` or, on the command line, `--limit name=value`.
    """

    document_bytes: int = 64 * 1024 * 1024
    """Bytes of one document. Common Crawl truncates at 1 MiB, browsers at none, mail servers at 25–50 MB; the longest
    page of our samples is 6 MB."""
    frames: int = 100_000
    """Articles in one document: a day of a busy agency is 5,000 stories."""
    blocks: int = 100_000
    """Blocks of one article: a constitution has 1,000 paragraphs, a live blog 3,000."""
    lines: int = 1_000_000
    """Lines of one plain text: War and Peace has 66,000, a year of a small paper 400,000."""
    marks: int = 500_000
    """Inline marks of one article."""
    cells: int = 500_000
    """Table cells of one article: ten times an election night's table."""
    depth: int = 200
    """Nesting of elements or JSON values. libxml2 stops at 256, Python's json at about 1,000."""
    text_chars: int = 32 * 1024 * 1024
    """Characters of text of one article; War and Peace has 3.2 million."""
    attributes: int = 256
    """Attributes read on one element; past it libxml2 is quadratic (11.6 s for 100,000)."""
    entity_chars: int = 1_000_000
    """Characters that internal entities may expand to in one document; expat allows 8 MiB."""
    digits: int = 4_000
    """Digits of one JSON number; Python's own limit is 4,300."""
    diagnostics: int = 1_000
    """Diagnostics kept per frame; the rest is counted and told in one."""


DEFAULT: Final = Limits()
