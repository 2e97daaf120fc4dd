"""Pages of one publisher's system, which refine HTML: what its classes mean is a dialect, and there is no code but this."""

from newsparse.kit import dialect
from newsparse.plugin import Head, Match
from newsparse.readers.html import refined, sniff

HABITS = b"""
format = "html"
name = "gazette"
title = "Gazette pages"

story = ["gz-story"]
keep = ["related-facts"]

[leave_out]
"gz-house-notice" = "ad"
"""


def known(head: Head) -> Match:
    """As sure as HTML is, for pages that the system signs; a tie is won by who refines."""
    return sniff(head) if '<meta name="generator" content="Gazette' in head.text else Match.NO


READER = refined(name="gazette", title="Gazette pages", sniff=known, dialect=dialect.read(HABITS, "gazette"))
