"""What stands below a take: more follows, or this was all."""

from pathlib import Path

import attrs
import pytest

import newsparse
from newsparse.context import Context
from newsparse.kit import takes
from newsparse.pipeline import write

CORPUS = Path(__file__).parent.parent / "corpus"
MARKED = [
    path
    for name in ("anpa1312", "iptc7901")
    for path in sorted((CORPUS / name / "valid").iterdir())
    if path.suffix != ".json"
    and path.stem in {"more-follows", "end-in-a-display-line", "thirty-below-the-text", "ends-above-initials"}
]


@pytest.mark.parametrize("line", ["MORE", "(more)", "-- more to come --", "- mehr folgt -", "(SEGUE)", "(à suivre)"])
def test_words_say_that_more_follows(line):
    assert takes.mark_of(line) == "more"


@pytest.mark.parametrize(
    "line", ["-30-", "--30--", "–30–", "-0-", "###", "# # #", "ENDS", "- ends -", "(Schluss)", "END.", "= FIN ="]
)
def test_words_and_signs_say_that_this_was_all(line):
    assert takes.mark_of(line) == "end"


@pytest.mark.parametrize(
    "line",
    ["", "-", "30", "0", "-31-", "More", "more", "Fin", "Ende", "#", "##", "***", "---", "ENDS TODAY", "-- MORE KITES TO COME --", "(a)",
     "MORE " * 20, "-3-0-"],
)  # fmt: skip
def test_other_lines_are_text(line):
    assert takes.mark_of(line) is None


def test_an_agency_has_words_of_its_own():
    assert takes.mark_of("Over and Out", ("over and out",)) == "end"
    assert takes.mark_of("Over and Out") is None


def written(article, to):
    ctx = Context()
    return b"".join(write([article], to, ctx=ctx)), [d.data.get("field") for d in ctx.diagnostics if d.severity >= 30]


@pytest.mark.parametrize("path", MARKED, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_a_mark_comes_back_as_it_stood(path):
    (article,) = newsparse.parse(path.read_bytes(), enrich=())
    name = article.document.format
    data, _ = written(article, name)
    mark = article.extras[name]["end_mark"].encode()
    assert b"\r\n" + mark + b"\r\n" in data
    (again,) = newsparse.parse(data, enrich=())
    assert (again.paragraphs, again.metadata.signals) == (article.paragraphs, article.metadata.signals)
    assert again.extras[name]["end_mark"] == article.extras[name]["end_mark"]


@pytest.mark.parametrize("to", ["anpa1312", "iptc7901"])
@pytest.mark.parametrize("source", ["anpa1312", "iptc7901"])
def test_that_more_follows_goes_from_wire_to_wire(source, to):
    path = next((CORPUS / source / "valid").glob("more-follows.[!j]*"))
    (article,) = newsparse.parse(path.read_bytes(), enrich=())
    data, lost = written(attrs.evolve(article, extras={}), to)
    assert "metadata.signals" not in lost
    (again,) = newsparse.parse(data, enrich=())
    assert again.metadata.signals == ("more",)


@pytest.mark.parametrize("name", ["anpa1312", "iptc7901"])
def test_a_paragraph_that_would_be_read_as_a_mark_is_told(name):
    path = next((CORPUS / name / "valid").glob("more-follows.[!j]*"))
    (article,) = newsparse.parse(path.read_bytes(), enrich=())
    section = article.sections[0]
    last = attrs.evolve(section.blocks[-1], text=newsparse.model.text.Text("(END)"))
    changed = attrs.evolve(article, sections=(attrs.evolve(section, blocks=(*section.blocks[:-1], last)),))
    plain = attrs.evolve(changed, extras={}, metadata=attrs.evolve(article.metadata, signals=()))
    assert "paragraphs" in written(plain, name)[1]


@pytest.mark.parametrize("mark", ["no mark", "MORE\x08", "M" * 99, "\t(MORE)\t\x01"])
@pytest.mark.parametrize("name", ["anpa1312", "iptc7901"])
def test_a_mark_that_is_none_is_told(name, mark):
    path = next((CORPUS / name / "valid").glob("more-follows.[!j]*"))
    (article,) = newsparse.parse(path.read_bytes(), enrich=())
    own = {**article.extras[name], "end_mark": mark}
    changed = attrs.evolve(article, extras=newsparse.model.frozen.FrozenMap({name: own}))
    assert f"extras.{name}" in written(changed, name)[1]
