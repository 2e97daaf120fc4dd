"""Plain text: what a person sees at a glance."""

import datetime as dt
from pathlib import Path

import pytest

import newsparse
from newsparse.errors import LimitExceeded, ParseError
from newsparse.pipeline import Pipeline
from newsparse.plugin import Document, Match
from newsparse.readers.text import READER

ROOT = Path(__file__).parents[2]
SEED = sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))
LONG = "The council of the three harbour towns met again on Tuesday, and for once the meeting was short and nobody left the room early."


def read(text):
    return newsparse.parse_one(text, format="text", enrich=())


def codes(text):
    outcomes = Pipeline(format="text").iter(Document(data=text.encode()))
    return [d.code for outcome in outcomes for d in outcome.diagnostics]


def shape(article):
    return [(str(s.title) if s.title else None, len(s.blocks)) for s in article.sections]


def test_a_story_with_outlet_editor_and_byline():
    article = newsparse.read(ROOT / "docs/examples/harbour.txt", enrich=())[0]
    assert article.headline == "Harbour towns agree on a common ferry, after eleven years"
    assert article.metadata.provider.name == "The Coast Gazette"
    assert article.extras["text"]["editor"]["name"] == "Marta Quill"
    assert [a.name for a in article.authors] == ["Ines Okafor", "Tom Lindqvist"]
    assert article.published == dt.datetime(2024, 3, 5, 9, 40)
    assert article.dateline.place == "PORT ELLIS"
    assert article.dateline.agency == "Coast Wire"
    assert shape(article) == [(None, 2), ("A quarrel over the quay", 2), ("What it costs", 1)]


@pytest.mark.skipif(not SEED, reason="the shared seed is not here")
def test_the_seed_is_read_whole():
    article = newsparse.read(SEED[0], "text", enrich=())[0]
    assert article.headline == "Russia, US hard to reach consensus in security talks"
    assert article.metadata.provider.name == "China Military Online"
    assert article.extras["text"]["editor"]["name"] == "Wang Xinjuan"
    assert [a.name for a in article.authors] == ["Huang He", "Deng Xianlai"]
    assert article.published == dt.datetime(2022, 1, 12, 17, 21)
    assert shape(article) == [(None, 2), ("Hard to reach consensus", 3), ("Prospects not promising", 6)]
    assert "text.cut-related" in codes(SEED[0].read_text(encoding="utf-8"))


def test_a_hard_wrapped_text_is_joined():
    text = (
        "Harbour council meets\nBy Rosa Lind\nMay 2, 2024\n\nThe council of the three harbour towns met again on Tuesday,\n"
        "and for once the meeting was short and nobody left the room\nearly.\n\nA short heading\n\n"
        "Fishermen had come in numbers to hear what the plan would cost\nthem, and they went home without an answer to that question.\n"
    )
    article = read(text)
    assert article.paragraphs[0].endswith("on Tuesday, and for once the meeting was short and nobody left the room early.")
    assert shape(article) == [(None, 1), ("A short heading", 1)]
    assert article.published == dt.date(2024, 5, 2)


def test_an_indented_text_has_a_paragraph_an_indent():
    text = (
        "Fähre kommt im Frühjahr\nVon Rosa Lind\n30.04.2024\n\n"
        "    Die drei Städte an der Bucht haben sich nach elf Jahren auf\neine gemeinsame Fähre geeinigt, wie ihre Räte am Dienstag\nmitteilten.\n"
        "Streit um den Kai\n"
        "    Der Plan war zweimal daran gescheitert, dass niemand den Kai\nbezahlen wollte. Nun zahlt das Land die Hälfte davon und die\nStädte den Rest.\n"
    )
    article = read(text)
    assert shape(article) == [(None, 1), ("Streit um den Kai", 1)]
    assert [a.name for a in article.authors] == ["Rosa Lind"]


def test_a_paragraph_a_line_with_byline_and_date_in_one():
    article = read(f"Council agrees\nBy Rosa Lind and Tom Berg | 7 May 2025\n{LONG}\nWhat comes next\n{LONG}\n")
    assert article.published == dt.date(2025, 5, 7)
    assert [a.name for a in article.authors] == ["Rosa Lind", "Tom Berg"]
    assert shape(article) == [(None, 1), ("What comes next", 1)]


def test_markdown_marks_and_underlines_are_headings():
    article = read(
        f"# Council agrees\n\n*By Rosa Lind*, 2024-05-02\n\n{LONG}\n\n## The quay\n\n{LONG}\n\n### Its price\n\n{LONG}\n"
    )
    assert [(str(s.title), s.level) for s in article.sections[1:]] == [("The quay", 1), ("Its price", 2)]
    underlined = read(f"Council agrees\n=====\n\n{LONG}\n\nThe quay\n--------\n\n{LONG}\n")
    assert shape(underlined) == [(None, 1), ("The quay", 1)]
    assert underlined.headline == "Council agrees"


def test_a_press_release_with_its_dateline_and_end():
    text = (
        "FOR IMMEDIATE RELEASE\n\nFerry for three towns\n\nPORT ELLIS, Aug. 8, 2024 -- "
        + LONG
        + "\n\nWHAT IT COSTS\n\n"
        + LONG
        + "\n\n###\n\nContact: the desk\n"
    )
    article = read(text)
    assert article.headline == "Ferry for three towns"
    assert article.metadata.ed_notes == ("FOR IMMEDIATE RELEASE",)
    assert article.published == dt.date(2024, 8, 8)
    assert article.dateline.date == dt.date(2024, 8, 8)
    assert shape(article) == [(None, 1), ("WHAT IT COSTS", 1)]
    assert codes(text) == ["text.cut-end"]


def test_header_fields_are_read():
    article = read(
        "Headline: Ferry for three towns\nByline: By Rosa Lind\nDate: 5 March 2024\nSource: The Coast Gazette\nKeywords: ferry; harbour\n"
        f"Language: en\nLength: 512 words\nSection: Local\nURL: https://example.org/1\n\n{LONG}\n"
    )
    assert article.headline == "Ferry for three towns"
    assert article.metadata.keywords == ("ferry", "harbour")
    assert (article.lang, article.metadata.words_declared, article.metadata.category) == ("en", 512, "Local")
    assert article.metadata.links[0].href == "https://example.org/1"
    assert article.paragraphs == (LONG,)


def test_a_database_export_is_split_at_its_boundaries():
    one = f"Headline: One\nDate: 5 March 2024\n\n{LONG}\n\nEnd of Document\n"
    articles = newsparse.parse(one + one.replace("One", "Two"), format="text", enrich=())
    assert [a.headline for a in articles] == ["One", "Two"]
    assert all(a.paragraphs == (LONG,) for a in articles)


def test_lists_breaks_and_standfirst():
    article = read(
        f"Council agrees\n\nA short standfirst above the byline\n\nBy Rosa Lind\n\n{LONG}\n\n- bread\n- salt\n\n3. three\n4. four\n\n* * *\n\n{LONG}\n"
    )
    assert [str(d) for d in article.deck] == ["A short standfirst above the byline"]
    kinds = [type(b).__name__ for b in article.sections[0].blocks]
    assert kinds == ["Paragraph", "ListBlock", "ListBlock", "Break", "Paragraph"]
    assert article.sections[0].blocks[2].start == 3


def test_buttons_and_trailers_are_cut_and_reported():
    text = f"Council agrees\n\nShare\n\n{LONG}\n\nAdvertisement\n\n{LONG}\n\n© 2024 The Coast Gazette. All rights reserved.\n"
    assert len(read(text).paragraphs) == 2
    assert sorted(codes(text)) == ["text.cut-furniture", "text.cut-furniture", "text.cut-trailer"]


def test_every_inferred_field_has_its_provenance():
    article = newsparse.read(ROOT / "docs/examples/harbour.txt", enrich=())[0]
    assert {"title", "bylines", "metadata.stamps", "metadata.provider", "dateline", "sections"} <= set(article.provenance)
    assert all(p.by == "text" and 0 < p.confidence <= 1 for p in article.provenance.values())


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "text.no-article"), (b" \n\n", "text.no-article"), (bytes(range(32)) * 40, "text.binary")]
)
def test_what_is_no_text_is_refused(data, code):
    with pytest.raises(ParseError) as caught:
        read(data)
    assert caught.value.diagnostic.code == code


@pytest.mark.parametrize(
    "start",
    [
        "Council agr",
        "Council agrees\n\nBy Sofia Lu",
        "Council agrees\n\nBy Sofia Lund\n2024-05-3",
        "Headline: Council agrees\nDate: 2024-05-3",
    ],
)
def test_the_line_that_a_head_breaks_off_in_is_text(start):
    article = read(start)
    assert article.headline in {None, "Council agrees"}
    assert not article.bylines
    assert not article.metadata.stamps
    assert start.splitlines()[-1] in "\n".join(article.paragraphs)


def test_a_text_without_a_last_end_of_line_has_its_head():
    article = read("Council agrees\n\nBy Sofia Lund\n2024-05-03\n\nThe council agreed on Tuesday to buy the mill.")
    assert (article.headline, len(article.bylines), len(article.metadata.stamps)) == ("Council agrees", 1, 1)


def test_too_many_lines_end_in_the_limit():
    with pytest.raises(LimitExceeded):
        read(b"\n" * 1_000_001)


def test_thousands_of_short_lines_stay_lines():
    article = read("\n".join(["By"] * 3_000))
    assert type(article.sections[0].blocks[0]).__name__ == "Preformatted"


def test_damaged_characters_are_reported():
    assert "text.undecodable" in codes("Council agrees\n\nThe \x01council agreed.\n")


@pytest.mark.parametrize(
    "start", ['{\n "uri": "x', '[{"a', '<?xml version="1.0"?><a', "<!DOCTYPE nitf", '{"cut', "HTTP/1.1 200 OK\n\n<nitf>"]
)
def test_what_begins_as_another_format_is_no_text(start):
    assert READER.sniff(Document(data=start.encode()).head()) is Match.NO


@pytest.mark.parametrize("start", ["{curly} words", "[a note] words", "<words>", '"Quoted," she said.'])
def test_brackets_alone_are_text(start):
    assert READER.sniff(Document(data=start.encode()).head()) >= Match.FALLBACK


@pytest.mark.parametrize(
    ("line", "names", "day"),
    [
        ("Par Marie Dupont, le 5 mars 2024", ["Marie Dupont"], "2024-03-05"),
        ("di Giulia Conti - 5 marzo 2024", ["Giulia Conti"], "2024-03-05"),
        ("Publicado el 5 de marzo de 2024 por Ana Ruiz", ["Ana Ruiz"], "2024-03-05"),
        ("Mar 5, 2024, 9:40 AM ET | John Smith", ["John Smith"], "2024-03-05"),
        ("John Smith, Political Editor | 5 March 2024", ["John Smith"], "2024-03-05"),
        ("by John Smith, Updated: March 5, 2024", ["John Smith"], "2024-03-05"),
        ("By John Smith in Berlin", ["John Smith"], None),
        ("By John Smith / Special to the Courier", ["John Smith"], None),
        ("By John Smith\njohn@example.org", ["John Smith"], None),
        ("Story by John Smith\nPhotos by Jane Roe", ["John Smith"], None),
        ("By John Smith 05/03/2024", ["John Smith"], None),
        ("Author(s): John Smith", ["John Smith"], None),
        ("Published: 5 March 2024 | Updated: 6 March 2024", [], "2024-03-05"),
        ("Автор: Мария Соколова | 5 марта 2024", ["Мария Соколова"], "2024-03-05"),
    ],
)
def test_bylines_and_dates_as_newspapers_write_them(line, names, day):
    article = read(f"Council agrees\n\n{line}\n\n{LONG}\n\n{LONG}\n")
    assert [agent.name for agent in article.authors] == names
    assert (article.published and article.published.isoformat()[:10]) == day
    assert len(article.paragraphs) == 2


SAMPLES = sorted((ROOT / "tests/corpus/text/valid").glob("*.txt"))


@pytest.mark.parametrize("path", [path for path in SAMPLES if path.stem != "utf-16"], ids=lambda path: path.stem)
def test_lines_are_those_of_the_document_in_every_article_of_it(path):
    data = path.read_bytes()
    origins = [
        block.origin
        for article in newsparse.parse(data, format="text", enrich=())
        for section in article.sections
        for block in section.blocks
        if block.origin is not None
    ]
    assert [origin.line for origin in origins] == [len(data[: origin.byte_start].splitlines()) + 1 for origin in origins]
