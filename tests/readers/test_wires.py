"""The text wires: their laws, generated messages, damaged ones, and their dialects."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import ParseError, UsageError
from newsparse.kit import dialect
from newsparse.pipeline import Pipeline
from newsparse.plugin import Document, Match
from newsparse.registry import default
from newsparse.testing import ReaderLaws
from newsparse.testing.laws import outcomes, read_all

CORPUS = Path(__file__).parents[1] / "corpus"
WIRES = ("anpa1312", "iptc7901", "zczc", "rbnews", "reuters21578", "gigaword", "pressrelease")
WITH_DIALECTS = ("anpa1312", "iptc7901", "zczc", "pressrelease")
READERS = {name: default().reader(name) for name in WIRES}


class _Laws(ReaderLaws):
    def test_every_sample_reads_as_expected(self):  # the corpus walker does
        pass


for _name in WIRES:
    globals()[f"Test{_name.title()}"] = type(
        f"Test{_name.title()}", (_Laws,), {"reader": READERS[_name], "corpus": CORPUS / _name}
    )

WORDS = st.lists(
    st.sampled_from(
        ["The", "ferry", "of", "three", "towns", "sails", "again", "from", "Hook", "to", "Port", "Ellis", "at", "dawn"]
    ),
    min_size=3,
    max_size=40,
)
PARAGRAPHS = st.lists(WORDS.map(lambda words: " ".join(words) + "."), min_size=1, max_size=6)
TITLE = st.lists(st.sampled_from(["Ferry", "sails", "again", "to", "Hook"]), min_size=4, max_size=6).map(" ".join)


@given(title=TITLE, paragraphs=PARAGRAPHS, words=st.integers(0, 9999), width=st.integers(20, 90))
def test_a_made_anpa_message_is_read_as_it_was_made(title, paragraphs, words, width):
    text = "".join(f"\t   {wrapped(p, width)}\r\n" for p in paragraphs)
    data = f"\x16\x16\x01k0417\x1fcoast\r\nr a\x13\x11 BC-Ferry     03-05 {words:04d}\r\n\x02^BC-Ferry,9<\r\n^{title}<\r\n{text}\x03\x04"
    article = read_all(READERS["anpa1312"], data.encode())[0]
    assert (article.headline, article.paragraphs, article.metadata.words_declared) == (title, tuple(paragraphs), words)


@given(title=TITLE, paragraphs=PARAGRAPHS, urgency=st.integers(1, 6), width=st.integers(20, 69))
def test_a_made_7901_message_is_read_as_it_was_made(title, paragraphs, urgency, width):
    text = "\r\n\r\n".join(wrapped(p, width) for p in paragraphs)
    data = f"\x01cwa0001 {urgency} hb 12\r\n\r\nharbour/\r\n\x02{title} =\r\n\r\n{text}\r\n\r\n\x03050940 GMT Mar 24\r\n\x04"
    article = read_all(READERS["iptc7901"], data.encode())[0]
    assert (article.headline, article.paragraphs, article.metadata.urgency) == (title, tuple(paragraphs), urgency)


def wrapped(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\r\n".join([*lines, line])


@pytest.mark.parametrize("name", WIRES)
def test_a_sample_cut_anywhere_is_an_article_or_an_error_and_invents_nothing(name):
    for path in sorted((CORPUS / name / "valid").iterdir()):
        if path.suffix == ".json":
            continue
        data = path.read_bytes()
        whole = read_all(READERS[name], data)
        for at in range(0, len(data), max(1, len(data) // 40)):
            for n, found in enumerate(outcomes(READERS[name], data[:at])):
                if not isinstance(found, ParseError):
                    assert not invented(found, whole[n]), f"{path.name} cut at {at}: {invented(found, whole[n])}"


def invented(part, whole):
    """The fields of a story that was cut off which the whole story does not state so."""
    lines = {
        "title": (part.headline, whole.headline),
        "uid": (part.uid, whole.uid),
        "category": (part.metadata.category, whole.metadata.category),
        "sequence": (part.metadata.sequence, whole.metadata.sequence),
        "words": (part.metadata.words_declared, whole.metadata.words_declared),
        "place": (part.dateline and part.dateline.place, whole.dateline and whole.dateline.place),
        "updated": (part.updated, whole.updated),
        "published": (part.published, whole.published),
        "byline": ([b.raw for b in part.bylines[:1]], [b.raw for b in whole.bylines[:1]]),
    }
    return {name: pair for name, pair in lines.items() if pair[0] not in (None, []) and pair[0] != pair[1]}


@pytest.mark.parametrize("name", ["anpa1312", "iptc7901"])
def test_a_broken_story_among_others_costs_only_itself(name):
    message = next((CORPUS / name / "valid").glob("whole-story.*")).read_bytes()
    damaged = message.replace(b"\x02", b"\x02\x03\x04", 1)
    good = read_all(READERS[name], message)[0]
    found = list(outcomes(READERS[name], message + damaged + message))
    assert [getattr(a, "headline", None) for a in found] == [good.headline, None, good.headline]


@pytest.mark.parametrize("name", WIRES)
def test_twice_the_input_costs_at_most_twice_the_steps(name):
    """No clock: a long line, run or paragraph must not blow up; the attack corpus holds the seconds."""
    for junk in (b"\x16" * 5000, b"\x01" * 5000, b"-\n" * 3000, b"(" * 3000, b"<P>" * 2000, b"a" * 20000, b"AB " * 5000):
        list(outcomes(READERS[name], b'\x01k0417 4 POL 12\r\n\x02ZCZC AB\n%A\n<DOC id="A" type="b"><TEXT>' + junk))


@pytest.mark.parametrize("name", WITH_DIALECTS)
def test_every_dialect_loads_and_is_listed(name):
    listed = READERS[name].dialects(())
    assert listed[-1][0] == "default"
    assert all(title for _, title in listed)
    for own, _ in listed:
        list(Pipeline(format=f"{name}:dialect={own}").iter(Document(data=b"x")))


@pytest.mark.parametrize("name", WITH_DIALECTS)
def test_an_unknown_dialect_is_a_usage_error(name):
    path = next(p for p in sorted((CORPUS / name / "valid").iterdir()) if p.suffix != ".json")
    outcome = next(Pipeline(format=f"{name}:dialect=nobody").iter(Document(data=path.read_bytes())))
    assert isinstance(outcome.error, UsageError)


def test_a_dialect_of_the_callers_changes_what_marks_mean():
    mine = dialect.read(
        b'format = "zczc"\nname = "coast"\n[fields]\n"!" = "title"\n"?" = "byline"\n[constants]\nlang = "en"', "m"
    )
    data = b"ZCZC CW\n!Ferry sails\n?By Ines Okafor\nIt sails.\nNNNN\n"
    article = next(Pipeline(format="zczc", dialects=(mine,)).iter(Document(data=data))).article
    assert (article.headline, article.authors[0].name, article.lang) == ("Ferry sails", "Ines Okafor", "en")
    assert article.extras["zczc"]["dialect"] == "coast"


def test_a_mark_may_not_mean_what_there_is_not():
    with pytest.raises(UsageError, match="title"):
        READERS["zczc"].dialects((dialect.read(b'format = "zczc"\nname = "x"\n[fields]\n"!" = "headline"', "m"),))


@pytest.mark.parametrize("name", ["zczc", "pressrelease"])
def test_xml_is_no_story_whatever_stands_above_it(name):
    data = b'ZCZC abc 123\r\n<?xml version="1.0"?>\r\n<nitf>HOOK, March 5 /Coast Wire/ -- One.</nitf>\r\nNNNN\r\n'
    assert READERS[name].sniff(Document(data=data).head()) is Match.NO
