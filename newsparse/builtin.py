"""The formats that come with newsparse: the same table as pyproject's entry points, for a bare checkout.

A test holds the two equal.
"""

BUILTIN: dict[str, dict[str, str]] = {
    "newsparse.readers": {
        "xml": "newsparse.readers.xml:READER",
        "ninjs": "newsparse.readers.ninjs:READER",
        "digitalwires": "newsparse.readers.digitalwires:READER",
        "json": "newsparse.readers.json:READER",
        "text": "newsparse.readers.text:READER",
        "anpa1312": "newsparse.readers.anpa1312:READER",
        "iptc7901": "newsparse.readers.iptc7901:READER",
        "html": "newsparse.readers.html:READER",
    },
    "newsparse.writers": {
        "markdown": "newsparse.writers.markdown:WRITER",
        "text": "newsparse.writers.text:WRITER",
        "html": "newsparse.writers.html:WRITER",
        "xml": "newsparse.writers.xml:WRITER",
        "json": "newsparse.writers.json:WRITER",
        "jsonl": "newsparse.writers.jsonl:WRITER",
    },
    "newsparse.enrichers": {
        "quotes": "newsparse.enrichers.quotes:ENRICHER",
    },
}
