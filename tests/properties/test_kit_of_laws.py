from pathlib import Path

import attrs
import pytest

from newsparse.kit.build import ArticleBuilder
from newsparse.model import Annotation, Article, FrozenMap, Metadata, Provenance, Section, Text
from newsparse.plugin import Enricher, Frame, Match, Reader
from newsparse.readers.json import READER
from newsparse.registry import default
from newsparse.schema import to_json
from newsparse.testing import additive, agreeing, carrying, expected_of, hold, honest, isolated, mutated, valid_files
from newsparse.testing.corpus import pretty
from newsparse.writers.json import WRITER


def test_an_empty_corpus_fails(tmp_path: Path) -> None:
    (tmp_path / "valid").mkdir()
    with pytest.raises(AssertionError, match="no file"):
        valid_files(tmp_path)


def test_a_golden_file_is_written_and_then_held(tmp_path: Path) -> None:
    path = tmp_path / "valid" / "x.json"
    path.parent.mkdir()
    path.write_text(to_json(Article(title=Text("One"))), encoding="utf-8")
    with pytest.raises(AssertionError, match="missing"):
        hold(READER, path)
    hold(READER, path, update=True)
    hold(READER, path)
    path.write_text(to_json(Article(title=Text("Two"))), encoding="utf-8")
    with pytest.raises(AssertionError, match="otherwise"):
        hold(READER, path)


def test_what_is_expected_of_a_json_file_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "valid").mkdir()
    for name in ("x.json", "x.expected.json", "y.txt", "y.json"):
        (tmp_path / "valid" / name).touch()
    assert [path.name for path in valid_files(tmp_path)] == ["x.json", "y.txt"]


def test_an_invalid_file_must_be_reported(tmp_path: Path) -> None:
    path = tmp_path / "invalid" / "x.json"
    path.parent.mkdir()
    path.write_text("{", encoding="utf-8")
    hold(READER, path, update=True)
    assert expected_of(path).read_text(encoding="utf-8").startswith("1:2: fatal[json.bad-syntax]")
    path.write_text(to_json(Article()), encoding="utf-8")
    with pytest.raises(AssertionError, match="nothing is reported"):
        hold(READER, path)


def test_a_golden_file_keeps_short_values_on_a_line() -> None:
    assert pretty({"a": [1, 2], "b": ["x" * 100, "y" * 100]}).count("\n") == 6


def test_a_sample_that_another_reader_is_certain_of_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"newsparse":"1.0","articles":[]}', encoding="utf-8")
    greedy = Reader(name="greedy", title="greedy", sniff=lambda head: Match.CERTAIN, parse=READER.parse)
    agreeing(READER, path, default())
    with pytest.raises(AssertionError, match="greedy is certain"):
        agreeing(READER, path, default().replacing(greedy))


def test_damage_is_the_same_for_the_same_seed() -> None:
    assert mutated(b"some bytes", 3) == mutated(b"some bytes", 3)


def test_a_writer_may_not_lose_what_it_says_it_carries() -> None:
    article = Article(title=Text("One"), slugline="one")
    carrying(READER, WRITER, article)

    def titleless(articles, options, ctx):
        return WRITER.write([attrs.evolve(one, title=None) for one in articles], options, ctx)

    with pytest.raises(AssertionError, match="says it carries"):
        carrying(READER, attrs.evolve(WRITER, write=titleless), article)
    carrying(READER, attrs.evolve(WRITER, write=titleless, carries=frozenset({"slugline"})), article)


def parse_lines(frame, options, ctx):
    """A reader's parse for these tests: a paragraph a line, the last word of each left out."""
    build = ArticleBuilder(ctx=ctx, format="lossy")
    for line in frame.data.decode("utf-8", "replace").split("\n"):
        build.paragraph(line.rpartition(" ")[0])
    return build.finish()


LOSSY = Reader(name="lossy", title="lossy", sniff=lambda head: Match.NO, parse=parse_lines)


def test_a_word_that_is_lost_in_silence_is_told() -> None:
    honest(LOSSY, b"all of these words", "all of these")
    honest(LOSSY, b"all of these words", "all of these words", unsaid={"words"})
    with pytest.raises(AssertionError, match="words"):
        honest(LOSSY, b"all of these words", "all of these words")
    with pytest.raises(AssertionError, match="these"):
        honest(LOSSY, b"all of these words", "all of these these")


def split_entangled(document, options, ctx):
    """Two frames, the second one reading the first one's bytes too."""
    half = len(document.data) // 2
    yield Frame(data=document.data[:half])
    yield Frame(data=document.data[half:], index=1, byte_start=half)


def test_a_frame_that_changes_another_is_told() -> None:
    data = b"several words are here\n" * 4
    isolated(attrs.evolve(LOSSY, split=split_entangled), data)
    whole = []

    def split_and_remember(document, options, ctx):
        whole[:] = [document.data]
        return split_entangled(document, options, ctx)

    def parse_all(frame, options, ctx):
        return parse_lines(Frame(data=whole[0]), options, ctx)

    with pytest.raises(AssertionError, match="damage in frame"):
        isolated(attrs.evolve(LOSSY, split=split_and_remember, parse=parse_all), data)


@pytest.mark.parametrize(
    "change",
    [
        {"title": Text("Another")},
        {"metadata": Metadata(lang="de", urgency=4)},
        {"annotations": ()},
        {"extras": FrozenMap()},
        {"sections": ()},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_enricher_that_takes_or_changes_is_told(change) -> None:
    note = Annotation(id="n1", kind="x:y", provenance=Provenance("x"))
    section = Section(id="s1", blocks=())
    article = Article(
        title=Text("One"),
        sections=(section,),
        annotations=(note,),
        metadata=Metadata(lang="en", urgency=4),
        extras=FrozenMap({"nitf": 1}),
    )
    additive(Enricher(name="good", title="good", enrich=lambda a, options, ctx: a), article)
    with pytest.raises(AssertionError, match=next(iter(change))):
        additive(Enricher(name="bad", title="bad", enrich=lambda a, options, ctx: attrs.evolve(a, **change)), article)
