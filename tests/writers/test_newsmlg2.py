"""What NewsML-G2 has no place for, and what is done about it."""

import datetime as dt
from pathlib import Path

import pytest

from newsparse.api import parse
from newsparse.context import Context
from newsparse.model import (
    Article,
    Dateline,
    FrozenMap,
    Identifier,
    Link,
    Mark,
    Metadata,
    Paragraph,
    Rights,
    Section,
    Stamp,
    Subject,
    Text,
    thaw,
)
from newsparse.model.agents import Agent, Byline
from newsparse.pipeline import write as pipeline_write
from newsparse.readers.newsmlg2 import READER
from newsparse.testing import read_all, valid_files
from newsparse.writers.newsmlg2 import WRITER

CORPUS = Path(__file__).parent.parent / "corpus"
SAMPLES = [path for name in ("nitf", "newsml1", "newsmlg2") for path in valid_files(CORPUS / name)]
NOON = dt.datetime(2024, 4, 17, 12, tzinfo=dt.UTC)


def write(article):
    ctx = Context()
    data = b"".join(WRITER.write([article], WRITER.options(), ctx)).decode()
    return data, sorted({str(d.data.get("field", d.code)) for d in ctx.diagnostics})


def with_metadata(**fields):
    stamps = (Stamp(kind="updated", raw="", value=NOON),)
    return Article(uid="u", metadata=Metadata(**{"stamps": stamps, **fields}))


def test_an_item_without_any_time_says_that_the_epoch_stands_for_one():
    data, told = write(Article(uid="u"))
    assert "<versionCreated>1970-01-01T00:00:00Z</versionCreated>" in data
    assert told == ["newsmlg2.no-version-created"]


def test_the_best_time_stands_for_a_missing_change():
    data, told = write(with_metadata(stamps=(Stamp(kind="created", raw="", value=NOON),)))
    assert "<versionCreated>2024-04-17T12:00:00+00:00</versionCreated>" in data
    assert told == []


def test_a_date_alone_is_no_time():
    assert write(with_metadata(stamps=(Stamp(kind="embargoed", raw="", value=NOON.date()),)))[1] == [
        "metadata.stamps.embargoed",
        "newsmlg2.no-version-created",
    ]


def test_an_item_without_identifier_gets_one_of_its_content():
    first, second = (write(Article(title=Text(t)))[0] for t in ("a", "b"))
    guids = {data.split('guid="')[1].split('"')[0] for data in (first, second, first)}
    assert len(guids) == 2


def test_codes_are_qcodes_uris_or_literals():
    subjects = (
        Subject(code="04000000", scheme="medtop"),
        Subject(code="t", scheme="http://example.org/"),
        Subject(code="a b"),
        Subject(label="L"),
    )
    data, told = write(with_metadata(subjects=subjects))
    for attribute in ('qcode="medtop:04000000"', 'uri="http://example.org/t"', 'literal="a b"'):
        assert f"<subject {attribute}/>" in data
    assert "<name>L</name>" in data
    assert told == []


def test_a_uri_that_readers_cut_is_told():
    data, told = write(with_metadata(subjects=(Subject(code="http://example.org/t", scheme="uri"),)))
    assert '<subject uri="http://example.org/t"/>' in data
    assert told == ["metadata.subjects.scheme"]


def test_codes_that_make_no_qcode_lose_their_scheme():
    assert write(with_metadata(subjects=(Subject(code="a b", scheme="x"),)))[1] == ["metadata.subjects.scheme"]
    assert write(with_metadata(subjects=(Subject(scheme="x"),)))[1] == [
        "metadata.subjects",
        "metadata.subjects.kind",
        "metadata.subjects.scheme",
    ]


def test_versions_and_urgencies_that_are_out_of_range_are_told():
    assert write(with_metadata(version="3a", urgency=0))[1] == ["metadata.urgency", "metadata.version"]


def test_a_status_is_written_in_lower_case():
    data, told = write(with_metadata(status="Usable"))
    assert 'qcode="stat:usable"' in data
    assert told == ["metadata.status"]
    assert write(with_metadata(status="on hold"))[1] == ["metadata.status"]


def test_links_that_are_no_address_are_references():
    data, _ = write(with_metadata(links=(Link(href="urn:x:1", rel="seeAlso", title="T"), Link(href="no address", rel="a b"))))
    assert 'href="urn:x:1"' in data
    assert 'residref="no address"' in data
    assert "<title>T</title>" in data


def test_alternative_ids_keep_a_scheme_that_is_a_qcode():
    ids = (Identifier("t:x", "1"), Identifier("plain", "2"))
    data, told = write(with_metadata(alt_ids=ids))
    assert '<altId type="t:x">1</altId>' in data
    assert told == ["metadata.alt_ids.scheme"]


def test_people_of_the_first_line_are_creators():
    bylines = (Byline(raw="By Ann Lee", agents=(Agent(name="Ann Lee", kind="person", ids=(Identifier("staff", "al"),)),)),)
    data, told = write(Article(uid="u", bylines=bylines, metadata=with_metadata().metadata))
    assert '<creator qcode="staff:al" type="cpnat:person">' in data
    assert told == []
    (again,) = read_all(READER, data.encode())
    assert again.bylines == bylines


def test_a_dateline_that_is_a_time_is_told():
    article = Article(uid="u", dateline=Dateline(raw="2024-01-02 10:00", place="Linden"), metadata=with_metadata().metadata)
    data, told = write(article)
    assert "<located>" in data
    assert "dateline" in told


def test_rights_of_white_space_are_told():
    assert write(with_metadata(rights=Rights(holder=" ", notice="n")))[1] == ["metadata.rights.holder"]


def test_the_body_is_xhtml_in_its_namespace():
    body = Section(id="s1", title=Text("H"), level=1, blocks=(Paragraph(id="b1", text=Text("a & b")),))
    data, _ = write(Article(uid="u", title=Text("T"), sections=(body,)))
    assert '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head>' in data
    assert "<h2>H</h2>\n<p>a &amp; b</p>" in data


HEADER = FrozenMap(
    {"newsmlg2": {"sender": "c.example", "transmitId": ("t:1",), "channel": ("EN", {"@role": "x", "#text": "TXT"})}}
)


def test_a_message_says_what_only_its_header_can():
    stamps = (Stamp(kind="sent", raw="2024-05-01T10:00:00Z", value=dt.datetime(2024, 5, 1, 10, tzinfo=dt.UTC)),)
    article = Article(uid="u", title=Text("T"), metadata=Metadata(stamps=stamps, priority="4"), extras=HEADER)
    ctx = Context()
    data = b"".join(pipeline_write([article], "newsmlg2:message", ctx=ctx))
    told = [one.data["field"] for one in ctx.finish() if one.code == "newsmlg2.lost-field"]
    assert told == ["extras.newsmlg2"]
    [again] = read_all(READER, data)
    assert (again.metadata.priority, again.metadata.stamps[0].kind) == ("4", "sent")
    assert thaw(again.extras["newsmlg2"]["channel"]) == ["EN", "TXT"]


def test_a_message_without_a_time_has_that_of_its_version_and_says_so():
    ctx = Context()
    data = b"".join(pipeline_write([with_metadata(version="1")], "newsmlg2:message", ctx=ctx)).decode()
    assert "<sent>" in data
    assert "newsmlg2.no-sent" in {one.code for one in ctx.finish()}


def test_headlines_keep_their_marks_where_that_is_asked_for():
    title = Text("Kites rise", (Mark(kind="emphasis", start=0, end=5),))
    ctx = Context()
    data = b"".join(pipeline_write([Article(uid="u", title=title, deck=(title,))], "newsmlg2:headline_marks", ctx=ctx))
    assert not [one for one in ctx.finish() if one.code == "newsmlg2.lost-field"]
    [again] = read_all(READER, data)
    assert (again.title, again.deck) == (title, (title,))


def many(value):
    """The values of another program's element that may be there once, often, or not at all."""
    return [] if value is None else list(value) if hasattr(value, "__iter__") and not isinstance(value, str) else [value]


def texts(value):
    return [" ".join(str(one).split()) for one in many(value)]


def spaced(*values):
    return [" ".join(value.split()) for value in values if value and value.strip()]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.parent.name}-{path.name}")
def test_another_program_reads_the_same_values(path):
    other = pytest.importorskip("NewsMLG2")
    for article in parse(path.read_bytes(), enrich=()):
        meta = article.metadata
        item = other.NewsMLG2Document(write(article)[0].encode()).get_item()
        content = item.contentmeta
        assert article.uid in {None, item.guid}
        assert texts(content.headline) == spaced(article.headline, *(str(deck) for deck in article.deck))
        assert texts(content.slugline) == spaced(article.slugline)
        assert texts(content.by) == spaced(*(byline.raw for byline in article.bylines))
        assert texts(content.keyword) == spaced(*meta.keywords)
        assert texts(content.creditline) == spaced(meta.credit)
        assert texts(content.description) == spaced(str(article.summary) if article.summary else None)
        assert str(content.urgency) == (str(meta.urgency) if meta.urgency else "<Urgency>")
        assert len(many(content.subject)) == len(meta.subjects)
        assert texts(item.itemmeta.ednote) == spaced(*meta.ed_notes)
