"""Our XML form: the way there and back, its schema, and what it does with what XML cannot hold."""

import contextlib
import datetime as dt

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from newsparse import api
from newsparse.context import Context
from newsparse.errors import NewsparseError, ParseError
from newsparse.model import (
    EMPTY,
    Agent,
    Annotation,
    Article,
    Blockquote,
    Break,
    Byline,
    Cell,
    Dateline,
    DocumentInfo,
    FrozenMap,
    Identifier,
    Link,
    ListBlock,
    Mark,
    Media,
    Metadata,
    Origin,
    Paragraph,
    Preformatted,
    Provenance,
    Quote,
    Raw,
    Rendition,
    Rights,
    Section,
    Span,
    Stamp,
    Subject,
    Table,
    Text,
)
from newsparse.plugin import Document
from newsparse.readers.xml import READER
from newsparse.schema import xmlform
from newsparse.writers.xml import WRITER, Options

SCHEMA = etree.RelaxNG(etree.fromstring(xmlform.rng().encode()))


def written(*articles, indent=True):
    ctx = Context()
    data = b"".join(WRITER.write(articles, Options(indent=indent), ctx))
    assert not ctx.diagnostics
    return data


def read(data):
    ctx = Context()
    frames = list(READER.split(Document(data=data), READER.options(), ctx))
    articles = [READER.parse(frame, READER.options(), ctx) for frame in frames]
    assert not ctx.diagnostics
    return articles


def rich():
    marks = (
        Mark(kind="strong", start=0, end=6),
        Mark(kind="emphasis", start=4, end=9),
        Mark(kind="link", start=4, end=5, attrs=FrozenMap({"href": "https://x.org/?a=1&b=\"<'", "n": 1, "data": "d"})),
        Mark(kind="nitf:money", start=2, end=2, attrs=FrozenMap({"unit": None, "of": (1, 2.0, True)})),
        Mark(kind="break", start=9, end=10),
    )
    by = Provenance("quotes", "rule", 0.75)
    blocks = (
        Paragraph(id="b1", text=Text("One & two\nthree <4>", marks), role="lede", lang="de", origin=Origin(frame=0, line=3)),
        Blockquote(
            id="b2",
            blocks=(ListBlock(id="b3", items=((Paragraph(id="b4", text=Text("x")),), ()), ordered=True, start=-3),),
            attribution=Text("Who"),
            extras=FrozenMap({"nitf": {"a": [1, 1.5, True, None, "s", {"k": []}]}}),
        ),
        Table(id="b5", rows=((Cell(text=Text("h"), header=True, colspan=2), Cell(text=Text(""))), ()), caption=Text("c")),
        Media(id="b6", kind="picture", caption=Text("c"), alt="", renditions=(Rendition(href="h", width=3),)),
        Preformatted(id="b7", text=Text("  a\t\r\n  b ")),
        Break(id="b8", extras=FrozenMap({"x": 1})),
        Raw(id="b9", format="html", data="<b>]]>\x00\x1b\ufffd{1}\ufffd\uffff"),
    )
    return Article(
        uid="urn:x\x01\n",
        title=Text("Ein Titel", (Mark(kind="q", start=0, end=3),)),
        deck=(Text("d1"), Text("")),
        summary=Text("s"),
        slugline="SLUG",
        bylines=(Byline(raw="By A", agents=(Agent(name="A", kind="person", ids=(Identifier("s", "v"),)),), title=""),),
        dateline=Dateline(raw="X, Jan. 1", date="Jan. 1", place="X"),
        sections=(Section(id="s1", blocks=blocks), Section(id="s2", title=Text("H"), level=3, lang="fr")),
        quotes=(
            Quote(
                id="q1",
                text="One x",
                spans=(Span("b1", 0, 3), Span("b4", 0, 1)),
                kind="mixed",
                provenance=by,
                speaker=Agent(name="B"),
                cue="said",
                cue_spans=(Span("title", 0, 3),),
                cue_class="speech",
            ),
        ),
        annotations=(Annotation(id="a1", kind="x:y", provenance=by, value=FrozenMap({"": (1,)})),),
        metadata=Metadata(
            lang="en",
            urgency=3,
            keywords=("k", ""),
            rights=Rights(),
            subjects=(Subject(code="c", label="l"), Subject()),
            stamps=(
                Stamp(kind="published", raw="r", value=dt.datetime(2024, 1, 2, 3, 4, 5, 6, tzinfo=dt.UTC)),
                Stamp(kind="sent", raw="", value=dt.date(2024, 1, 2)),
                Stamp(kind="x", raw="?"),
            ),
            links=(Link(href="h"),),
            provider=Agent(name="P", kind="organisation"),
        ),
        provenance=FrozenMap({"title": by, "metadata.stamps": Provenance("x")}),
        document=DocumentInfo(format="nitf", reader="nitf", size=3, raw=b"\x00abc"),
        extras=FrozenMap({"nitf": {"deep": "v"}}),
    )


def nested(depth, make):
    block = Paragraph(id="p", text=Text("deep"))
    for number in range(depth):
        block = make(f"b{number}", block)
    return Article(sections=(Section(id="s", blocks=(block,)),))


@pytest.mark.parametrize("indent", [True, False])
def test_everything_comes_back(indent):
    data = written(rich(), Article(), rich(), indent=indent)
    assert SCHEMA.validate(etree.fromstring(data)), SCHEMA.error_log
    assert read(data) == [rich(), Article(), rich()]
    assert written(*read(data), indent=indent) == data


def test_a_document_in_another_encoding_or_shape_reads_the_same():
    text = written(rich()).decode()
    assert read(text.replace("UTF-8", "UTF-16", 1).encode("utf-16")) == [rich()]
    assert read(text.replace("<article ", "<!-- note --><article ", 1).encode()) == [rich()]


def test_blocks_nest_as_deep_as_readers_go():
    article = nested(180, lambda name, block: Blockquote(id=name, blocks=(block,)))
    assert read(written(article)) == [article]


def test_deeper_blocks_are_written_and_told():
    ctx = Context()
    article = nested(2000, lambda name, block: Blockquote(id=name, blocks=(block,)))
    assert b"deep" in b"".join(WRITER.write([article], Options(), ctx))
    assert [d.code for d in ctx.diagnostics] == ["xml.too-deep"]


def test_deep_values_come_back():
    value = {}
    for _ in range(95):
        value = {"k": [value, 1.0]}
    article = Article(extras=FrozenMap({"x": value}))
    assert repr(read(written(article))) == repr([article])


texts = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00") | st.sampled_from("\x01\ufffd{1}\r"))


@st.composite
def marked(draw):
    words = draw(texts)
    ends = st.integers(0, len(words))
    kinds = st.sampled_from(["strong", "link", "q", "x:y"])
    places = draw(st.lists(st.tuples(kinds, ends, ends), max_size=8))
    return Text(words, tuple(Mark(kind=k, start=min(a, b), end=max(a, b)) for k, a, b in places))


@given(marked(), texts, st.text())
def test_texts_come_back_whatever_their_marks_do(text, words, any_words):
    block = Paragraph(id="b1", text=text, extras=FrozenMap({any_words: any_words}) if any_words else EMPTY)
    article = Article(uid=any_words, title=Text(words), sections=(Section(id="s1", blocks=(block,)),))
    data = written(article)
    assert SCHEMA.validate(etree.fromstring(data)), SCHEMA.error_log
    assert read(data) == [article]


@given(st.data())
def test_a_damaged_document_gives_articles_or_an_error(data):
    good = written(rich(), rich())
    at = data.draw(st.integers(0, len(good)))
    bad = good[:at] + data.draw(st.binary(max_size=5)) + good[at + data.draw(st.integers(0, 30)) :]
    with contextlib.suppress(NewsparseError):
        api.parse(bad, format="xml", enrich=())


def test_damage_in_one_article_leaves_the_others():
    good = written(rich(), Article(uid="two"), rich())
    found = api.parse(good.replace(b'uid="two"', b'uid="two'), format="xml", enrich=())
    assert [a.title for a in found if a.title] == [rich().title] * 2


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ((b'version="1.0" ', b'version="2.0" '), None),
        ((b'<article uid="u">', b'<article uid="u"><section level="0"/>'), "xml.missing-attribute"),
        ((b'<article uid="u">', b'<article uid="u"><section id="a" level="2"/>'), "xml.unsound-article"),
    ],
)
def test_what_is_no_article_is_a_parse_error(change, code):
    data = (
        written(Article(uid="u"))
        .replace(b'xmlns="https://newsparse.org/ns/1" version="1.0">', b'version="1.0" >')
        .replace(*change)
    )
    with pytest.raises(ParseError) as caught:
        read(data)
    assert caught.value.diagnostic.code == (code or "xml.newer-version")


def test_what_the_vocabulary_does_not_know_is_told():
    data = written(attrs.evolve(rich())).replace(b"<slugline>", b"<future>x</future><slugline>", 1)
    ctx = Context()
    [frame] = READER.split(Document(data=data), READER.options(), ctx)
    assert READER.parse(frame, READER.options(), ctx) == rich()
    assert [d.code for d in ctx.diagnostics] == ["xml.unknown-element"]


def test_it_is_detected():
    assert api.parse(written(Article(uid="u")), enrich=())[0].uid == "u"


ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
MOMENTS = st.datetimes(timezones=st.none() | ZONES) | st.dates() | st.none()
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
MAPS = st.dictionaries(texts, VALUES, max_size=3).map(FrozenMap)
AGENTS = st.from_type(Agent)
STAMPS = st.builds(Stamp, kind=texts, raw=texts, value=MOMENTS)
BY = st.builds(Provenance, texts) | st.builds(Provenance, texts, st.sampled_from(["rule", "model"]), st.floats(0, 1))
TUPLES = {name: st.lists(texts, max_size=2).map(tuple) for name in ("keywords", "signals", "ed_notes")}
METADATA = st.builds(Metadata, lang=st.none() | texts, stamps=st.lists(STAMPS, max_size=2).map(tuple), **TUPLES)
PLACED = {"origin": st.none() | st.from_type(Origin), "lang": st.none() | texts, "extras": MAPS}
CELLS = st.builds(Cell, text=marked(), header=st.booleans(), colspan=st.integers(1, 9), rowspan=st.integers(1, 9))


@st.composite
def articles(draw):
    names = iter(range(10**6))

    def placed(made, /, **fields):
        return st.builds(made, id=st.builds(lambda: f"b{next(names)}"), **PLACED, **fields)

    leaves = st.one_of(
        placed(Paragraph, text=marked(), role=st.none() | texts),
        placed(Preformatted, text=marked()),
        placed(Table, rows=st.lists(st.lists(CELLS, max_size=2).map(tuple), max_size=2).map(tuple), caption=st.none() | marked()),
        placed(
            Media, kind=texts, caption=st.none() | marked(), renditions=st.lists(st.from_type(Rendition), max_size=2).map(tuple)
        ),
        placed(Break),
        placed(Raw, format=texts, data=st.text()),
    )
    blocks = st.recursive(
        leaves,
        lambda inner: (
            placed(Blockquote, blocks=st.lists(inner, max_size=2).map(tuple), attribution=st.none() | marked())
            | placed(
                ListBlock,
                items=st.lists(st.lists(inner, max_size=2).map(tuple), max_size=2).map(tuple),
                start=st.none() | st.integers(),
            )
        ),
        max_leaves=4,
    )
    sections = st.lists(
        placed(Section, title=marked(), level=st.integers(1, 9), blocks=st.lists(blocks, max_size=2).map(tuple)), max_size=2
    )
    return Article(
        uid=draw(st.none() | st.text()),
        title=draw(st.none() | marked()),
        bylines=draw(
            st.lists(st.builds(Byline, raw=texts, agents=st.lists(AGENTS, max_size=2).map(tuple)), max_size=2).map(tuple)
        ),
        dateline=draw(st.none() | st.builds(Dateline, raw=texts, date=st.none() | st.dates() | texts)),
        sections=tuple(draw(sections)),
        annotations=draw(
            st.builds(
                Annotation, id=st.just("a"), kind=texts, provenance=BY, value=VALUES.map(lambda v: FrozenMap({"v": v}))
            ).map(lambda a: (a,))
        ),
        metadata=draw(METADATA),
        provenance=FrozenMap(draw(st.dictionaries(texts, BY, max_size=2))),
        document=draw(st.none() | st.from_type(DocumentInfo)),
        extras=draw(MAPS),
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
def test_the_form_is_the_identity_and_valid(article):
    data = written(article)
    assert SCHEMA.validate(etree.fromstring(data)), SCHEMA.error_log
    assert read(data) == [article]
    assert written(*read(data)) == data
