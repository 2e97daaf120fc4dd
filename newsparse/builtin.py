"""The formats that come with newsparse: the same table as pyproject's entry points, for a bare checkout.

A test holds the two equal.
"""

BUILTIN: dict[str, dict[str, str]] = {
    "newsparse.readers": {
        "nitf": "newsparse.readers.nitf:READER",
        "newsml1": "newsparse.readers.newsml1:READER",
        "newsmlg2": "newsparse.readers.newsmlg2:READER",
        "xml": "newsparse.readers.xml:READER",
        "rss": "newsparse.readers.rss:READER",
        "ninjs": "newsparse.readers.ninjs:READER",
        "digitalwires": "newsparse.readers.digitalwires:READER",
        "json": "newsparse.readers.json:READER",
        "text": "newsparse.readers.text:READER",
        "anpa1312": "newsparse.readers.anpa1312:READER",
        "iptc7901": "newsparse.readers.iptc7901:READER",
        "zczc": "newsparse.readers.zczc:READER",
        "rbnews": "newsparse.readers.rbnews:READER",
        "reuters21578": "newsparse.readers.reuters21578:READER",
        "gigaword": "newsparse.readers.gigaword:READER",
        "pressrelease": "newsparse.readers.pressrelease:READER",
        "markdown": "newsparse.readers.markdown:READER",
        "html": "newsparse.readers.html:READER",
    },
    "newsparse.writers": {
        "ninjs": "newsparse.writers.ninjs:WRITER",
        "rss": "newsparse.writers.rss:WRITER",
        "nitf": "newsparse.writers.nitf:WRITER",
        "newsmlg2": "newsparse.writers.newsmlg2:WRITER",
        "markdown": "newsparse.writers.markdown:WRITER",
        "text": "newsparse.writers.text:WRITER",
        "html": "newsparse.writers.html:WRITER",
        "xml": "newsparse.writers.xml:WRITER",
        "json": "newsparse.writers.json:WRITER",
        "jsonl": "newsparse.writers.jsonl:WRITER",
        "csv": "newsparse.writers.csv:WRITER",
        "anpa1312": "newsparse.writers.anpa1312:WRITER",
        "iptc7901": "newsparse.writers.iptc7901:WRITER",
    },
    "newsparse.enrichers": {
        "language": "newsparse.enrichers.language:ENRICHER",
        "quotes": "newsparse.enrichers.quotes:ENRICHER",
    },
}
