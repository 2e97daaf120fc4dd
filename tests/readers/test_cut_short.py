"""Of a document that breaks off, what the whole one does not state is not stated."""

from pathlib import Path

import pytest

from newsparse.errors import ParseError
from newsparse.registry import default
from newsparse.testing import read_all
from newsparse.testing.laws import outcomes

CORPUS = Path(__file__).parents[1] / "corpus"
SINGLE = ("lang", "source", "credit", "urgency", "priority", "category", "service", "version", "status", "words_declared")
CUTS = 100
WIRES = (
    "nitf newsml1 newsmlg2 rss rbnews ninjs digitalwires gigaword reuters21578 pressrelease zczc anpa1312 iptc7901".split()  # noqa: SIM905
)
IN_JSON = ("ninjs", "digitalwires")


@pytest.mark.parametrize("name", WIRES)
def test_a_sample_cut_anywhere_states_nothing_that_the_whole_does_not(name):
    reader = default().reader(name)
    for path in sorted((CORPUS / name / "valid").iterdir()):
        if path.name.endswith(".expected.json") or (path.suffix == ".json" and name not in IN_JSON):
            continue
        data = path.read_bytes()
        whole = list(read_all(reader, data))
        for at in range(0, len(data), max(1, len(data) // CUTS)):
            for n, found in enumerate(outcomes(reader, data[:at])):
                if not isinstance(found, ParseError):
                    apart = whole[n].uid != found.uid and found.uid is not None  # packages come last
                    same = next(one for one in whole if one.uid == found.uid) if apart else whole[n]
                    assert not invented(found, same), f"{path.name} cut at {at}: {invented(found, same)}"


def invented(part, whole):
    """The values of a part that the whole article states otherwise or not at all."""
    told, all_told = stated(part), stated(whole)
    return {name: value for name, value in told.items() if value not in (None, ()) and not _in(value, all_told.get(name))}


def _in(value, other):
    return set(value) <= {*(other or ()), None} if isinstance(value, tuple) else value == other


def stated(article):
    metadata = article.metadata
    return {
        "title": article.headline,
        "summary": article.summary and article.summary.text,
        "slugline": article.slugline,
        "dateline": article.dateline and (article.dateline.raw, article.dateline.place, article.dateline.date),
        "rights": metadata.rights and (metadata.rights.holder, metadata.rights.notice, metadata.rights.usage),
        "provider": metadata.provider and metadata.provider.name,
        **{name: getattr(metadata, name) for name in SINGLE},
        "stamps": tuple((stamp.kind, stamp.raw) for stamp in metadata.stamps),
        "deck": tuple(line.text for line in article.deck),
        "bylines": tuple(byline.raw for byline in article.bylines),
        "authors": tuple(agent.name for agent in article.authors),
        "subjects": tuple((one.code, one.scheme, one.label) for one in metadata.subjects),
        "keywords": metadata.keywords,
        "notes": metadata.ed_notes,
        "media": tuple(one.href for one in article.media if one.href),
    }
