"""The formats that come with newsparse: the same table as pyproject's entry points, for a bare checkout.

A test holds the two equal.
"""

BUILTIN: dict[str, dict[str, str]] = {
    "newsparse.readers": {},
    "newsparse.writers": {},
    "newsparse.enrichers": {},
}
