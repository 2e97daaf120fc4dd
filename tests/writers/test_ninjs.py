"""ninjs, written: valid by the IPTC's schemas for any article, and read back as it was."""

import datetime as dt
import json
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from newsparse.context import Context
from newsparse.errors import UsageError
from newsparse.kit.carry import carried, held
from newsparse.model import (
    Article,
    Byline,
    FrozenMap,
    Identifier,
    Link,
    Media,
    Metadata,
    Paragraph,
    Rendition,
    Section,
    Stamp,
    Subject,
    Text,
)
from newsparse.pipeline import write
from newsparse.readers.ninjs import READER
from newsparse.registry import default
from newsparse.testing import articles, bare, read_all, settled, valid_files
from newsparse.writers.ninjs import WRITER, Options

HREF = "https://x.org/1.jpg"

HERE = Path(__file__).parent.parent
GEO = Resource(contents={}, specification=DRAFT202012)
# where the validators are installed (the extra `test` has them)
FORMATS = FormatChecker([name for name in ("uri", "date-time") if name in FormatChecker.checkers])


def validator(version):
    schema = json.loads((HERE / f"schemas/ninjs/ninjs-schema_{version}.json").read_text(encoding="utf-8"))
    kind = Draft7Validator if version[0] == "1" else Draft202012Validator
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", GEO)
    return kind(schema, registry=registry, format_checker=FORMATS)


VALIDATORS = {version: validator(version) for version in ("1.6", "2.2", "3.1")}


def written(article, version="3.1", ctx=None):
    return json.loads(b"".join(WRITER.write([article], Options(version=version), ctx or Context())))


def told(article, version="3.1"):
    ctx = Context()
    written(article, version, ctx)
    return sorted({d.data["field"] for d in ctx.diagnostics if "field" in d.data})


def again(article, version):
    [found] = read_all(READER, json.dumps(written(article, version)).encode())
    return found


@pytest.mark.parametrize("version", VALIDATORS)
@given(article=articles())
def test_any_article_is_valid(version, article):
    assert [error.message for error in VALIDATORS[version].iter_errors(written(article, version))] == []


SAMPLES = [path for folder in sorted((HERE / "corpus").glob("*/valid")) for path in valid_files(folder.parent)]


@pytest.mark.parametrize("number", range(3))
def test_an_article_of_any_format_is_valid(number):
    version = list(VALIDATORS)[number]
    registry = default().without_plugins()
    stories = [a for path in SAMPLES[number::3] for a in read_all(registry.reader(path.parent.parent.name), path.read_bytes())]
    assert len(stories) > 50
    for article in stories:
        assert [error.message for error in VALIDATORS[version].iter_errors(written(article, version))] == [], article.headline


@given(article=articles())
def test_the_second_round_is_settled(article):
    settled(READER, WRITER, article)


CORPUS = [path for path in valid_files(HERE / "corpus" / "ninjs") if path.suffix == ".json"]


@pytest.mark.parametrize("version", VALIDATORS)
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_sample_survives_in_every_version(path, version):
    for article in read_all(READER, path.read_bytes()):
        lost = set(told(article, version))
        before, after = held(article), held(again(article, version))
        kept = [name for name in before if carried(name, WRITER.carries) and name not in lost]
        assert {name: before[name] for name in kept} == {name: after.get(name) for name in kept}


def test_an_identifier_that_is_no_uri_survives():
    article = Article(uid="20240305/ä 7", title=Text("x"))
    assert written(article)["uri"] == "urn:newsparse:id:20240305%2F%C3%A4%207"
    assert again(article, "3.1").uid == article.uid


def test_an_article_without_identifier_has_none_afterwards():
    article = Article(title=Text("x"))
    assert written(article)["uri"].startswith("urn:newsparse:unnamed:")
    assert again(article, "2.2").uid is None


def test_a_scheme_that_is_no_uri_survives():
    topics = (Subject(code="20000001", scheme="medtop", label="Sea"), Subject(code="b c", scheme="http://cv.example.org/"))
    article = Article(uid="urn:x:1", metadata=Metadata(subjects=topics))
    for version in VALIDATORS:
        assert again(article, version).metadata.subjects == topics


def test_times_without_a_zone_are_lost_and_told():
    stamps = (Stamp(kind="updated", raw="x"), Stamp(kind="published", raw="2024-01-01"))
    article = Article(uid="urn:x:1", metadata=Metadata(stamps=stamps))
    assert told(article) == ["metadata.stamps.updated"]
    ctx = Context()
    b"".join(write([article], "ninjs", ctx=ctx))
    assert {d.data["field"] for d in ctx.diagnostics} == {"metadata.stamps.updated", "metadata.stamps.published"}


def test_keywords_become_subjects_and_that_is_told():
    article = Article(uid="urn:x:1", metadata=Metadata(keywords=("sea",), subjects=(Subject(code="1"),)))
    assert written(article)["subjects"] == [{"literal": "1"}, {"name": "sea"}]
    assert told(article) == ["metadata.keywords", "metadata.subjects"]


def test_several_bylines_are_one_string_and_nothing_is_lost():
    ctx = Context()
    made = written(Article(uid="urn:x:1", bylines=(Byline(raw="Ada"), Byline(raw="Ben"))), ctx=ctx)
    assert made["by"] == "Ada; Ben"
    assert [(d.severity.word, d.data["count"]) for d in ctx.diagnostics] == [("warning", 0)]


def test_renditions_survive():
    renditions = (
        Rendition(href="https://example.org/a.jpg", width=9, size=5),
        Rendition(href="https://example.org/b.jpg", name="s"),
    )
    media = Media(id="b1", kind="graphic", href="https://example.org/a.jpg", renditions=renditions, credit="B. Lens")
    article = Article(uid="urn:x:1", sections=(Section(id="s1", blocks=(media,)),))
    for version in VALIDATORS:
        assert bare(again(article, version)).media == (media,)


def test_renditions_of_one_name_are_named_apart_in_the_first_ninjs_and_that_is_told():
    renditions = tuple(Rendition(href=f"https://example.org/{n}.jpg", name="logo") for n in "ab")
    media = Media(id="b1", kind="picture", href="https://example.org/a.jpg", renditions=renditions)
    article = Article(uid="urn:x:1", title=Text("x"), sections=(Section(id="s1", blocks=(media,)),))
    assert told(article, "1.6") == ["media.renditions"]
    assert told(article, "2.2") == []


def test_related_items_are_associations_and_other_links_are_told():
    links = (
        Link(href="urn:x:2", rel="related", title="Two"),
        Link(href="urn:x:3", rel="related"),
        Link(href="https://x.org", rel="canonical"),
    )
    article = Article(uid="urn:x:1", title=Text("x"), metadata=Metadata(links=links))
    for version in VALIDATORS:
        assert again(article, version).metadata.links == links[:2]
        assert told(article, version) == ["metadata.links", "metadata.links.rel"]


def test_pictures_of_one_address_have_one_set_of_renditions():
    one, other = (Media(id=f"m{n}", kind="picture", href=HREF, renditions=(Rendition(href=f"{HREF}?{n}"),)) for n in (1, 2))
    twice = Article(uid="urn:x:1", sections=(Section(id="s", title=None, level=0, blocks=(one, other)),))
    assert told(twice) == ["media.renditions"]
    assert told(attrs.evolve(twice, sections=(attrs.evolve(twice.sections[0], blocks=(one,)),))) == []


def test_an_address_that_is_percent_encoded_is_told():
    media = Media(id="m", kind="picture", href=HREF, renditions=(Rendition(href="https://x.org/f\u00e4hre.jpg"),))
    article = Article(uid="urn:x:1", sections=(Section(id="s", title=None, level=0, blocks=(media,)),))
    assert told(article) == ["media.renditions"]


def test_two_identifiers_of_a_scheme_have_no_place_in_the_first_ninjs():
    ids = (Identifier("a", "1"), Identifier("a", "2"))
    article = Article(uid="urn:x:1", metadata=Metadata(alt_ids=ids))
    assert told(article, "1.6") == ["metadata.alt_ids", "metadata.alt_ids.scheme"]
    assert again(article, "2.2").metadata.alt_ids == ids


def test_own_extras_are_written_where_they_fit():
    extras = FrozenMap({"ninjs": {"type": "composite", "profile": "p", "representationtype": "incomplete", "odd": 1}})
    article = Article(uid="urn:x:1", extras=extras)
    assert {k: v for k, v in written(article, "3.1").items() if k not in {"uri", "standard"}} == {
        "type": "composite",
        "profile": "p",
        "representationType": "partial",
    }
    assert written(article, "1.6")["representationtype"] == "incomplete"
    assert told(article) == ["extras.ninjs"]


def test_the_body_is_xhtml():
    article = Article(uid="urn:x:1", sections=(Section(id="s1", blocks=(Paragraph(id="b1", text=Text("a & b")),)),))
    [body] = written(article)["bodies"]
    assert body == {"role": "main", "contentType": "application/xhtml+xml", "value": "<p>a &amp; b</p>\n"}
    assert written(article, "1.6")["body_xhtml"] == body["value"]


def test_another_version_is_a_usage_error():
    with pytest.raises(UsageError, match=r"1\.6, 2\.2, 3\.1"):
        b"".join(write([Article()], "ninjs:version=4"))


def test_times_are_written_in_one_order():
    stamps = tuple(
        Stamp(kind=kind, raw="", value=dt.datetime(2024, 3, 5, tzinfo=dt.UTC)) for kind in ("expires", "updated", "created")
    )
    made = written(Article(uid="urn:x:1", metadata=Metadata(stamps=stamps)), "2.2")
    assert [key for key in made if key in {"expires", "versioncreated", "firstcreated"}] == [
        "firstcreated",
        "versioncreated",
        "expires",
    ]
