"""Pipeline, registry, detection and api: isolation, order, collisions, broken plug-ins, one-line errors."""

import datetime as dt
import inspect
import os

import pytest

import newsparse
from newsparse import Context, Document, Frame, Match, Pipeline, Reader, Severity, Writer
from newsparse.api import read_bytes
from newsparse.detect import choose, rank
from newsparse.errors import AmbiguousFormat, InputError, LimitExceeded, ParseError, PluginError, UnknownFormat, UsageError
from newsparse.kit.build import ArticleBuilder
from newsparse.limits import Limits
from newsparse.pipeline import in_order, make_options, split_options, write
from newsparse.plugin import Enricher, option, whole
from newsparse.registry import Broken, Entry, Registry, default, load


def build(text, ctx):
    made = ArticleBuilder(ctx=ctx, format="fake")
    made.set_title(text)
    return made.finish()


def fake(name="fake", match=Match.CERTAIN, **more):
    def parse(frame, options, ctx):
        text = frame.data.decode()
        if text == "bad":
            raise ctx.fail("fake.bad", "a bad frame")
        if text == "crash":
            raise ZeroDivisionError("by hand")
        return "no article" if text == "liar" else build(text, ctx)

    def split(document, options, ctx):
        for index, part in enumerate(document.data.split(b"|")):
            yield Frame(data=part, index=index)

    return Reader(**{"name": name, "title": name, "sniff": lambda head: match, "parse": parse, "split": split, **more})


def registry(*records):
    return Registry(plugins=False).replacing(*records)


def outcomes(data, **more):
    return list(Pipeline(format="fake", registry=registry(fake()), **more).iter(Document(data=data)))


def test_a_broken_frame_costs_only_itself():
    found = outcomes(b"one|bad|crash|liar|two")
    assert [o.article.headline if o.article else type(o.error).__name__ for o in found] == [
        "one",
        "ParseError",
        "PluginError",
        "PluginError",
        "two",
    ]
    assert isinstance(found[2].error.__cause__, ZeroDivisionError)


def test_a_splitter_that_fails_ends_the_document_with_its_error():
    def split(document, options, ctx):
        yield Frame(data=b"one")
        raise ValueError("torn")

    found = list(Pipeline(format="fake", registry=registry(fake(split=split))).iter(Document(data=b"")))
    assert [o.article is not None for o in found] == [True, False]


def steps_of(data):
    """What was done with the frames of `data` up to the first outcome, and the headlines of all of them."""
    done = []

    def enrich(article, options, ctx):
        done.append("enrich")
        return article

    def parse(frame, options, ctx):
        done.append("read")
        if frame.data == b"bad":
            raise ctx.fail("fake.bad", "a bad frame")
        return build(frame.data.decode(), ctx)

    chosen = registry(fake(parse=parse), Enricher(name="seen", title="seen", enrich=enrich))
    found = Pipeline(format="fake", registry=chosen, enrich=("seen",)).iter(Document(data=data))
    first = next(found)
    until = list(done)
    return until, [o.article.headline if o.article else "" for o in (first, *found)]


def test_short_frames_are_read_before_the_first_is_enriched_and_stay_in_order():
    assert steps_of(b"one|bad|two") == (["read", "read", "read", "enrich", "enrich"], ["one", "", "two"])


def test_no_more_than_a_run_of_short_frames_is_read_ahead():
    until, found = steps_of(b"|".join(b"%d" % n for n in range(1000)))
    assert until.count("read") < 100
    assert found == [str(n) for n in range(1000)]


def test_a_long_frame_is_enriched_before_the_next_is_read():
    long = "long " * 10_000
    assert steps_of(f"{long}|two".encode()) == (["read", "enrich"], [long, "two"])


def test_diagnostics_beyond_the_limit_are_counted_where_none_is_kept():
    def split(document, options, ctx):
        yield Frame(data=b"one")
        ctx.report("fake.behind", "something behind")

    pipeline = Pipeline(format="fake", registry=registry(fake(split=split)), limits=Limits(diagnostics=0))
    assert [[d.code for d in o.diagnostics] for o in pipeline.iter(Document(data=b""))] == [[], ["limit.diagnostics"]]


def test_what_a_splitter_found_is_told_with_the_frame_behind_it():
    def split(document, options, ctx):
        yield Frame(data=b"one")
        ctx.report("fake.between", "something between")
        yield Frame(data=b"two", index=1)
        ctx.report("fake.behind", "something behind")

    found = list(Pipeline(format="fake", registry=registry(fake(split=split))).iter(Document(data=b"")))
    assert [[d.code for d in o.diagnostics] for o in found] == [[], ["fake.between"], ["fake.behind"]]


def leaves(*_):
    raise SystemExit(3)


@pytest.mark.parametrize(
    "split",
    [lambda *_: None, lambda *_: iter(["x"]), lambda *_: 5, leaves],
    ids=["nothing", "no frames", "a number", "leaves"],
)
def test_a_splitter_that_makes_no_frames_is_at_fault(split):
    pipeline = Pipeline(format="fake", registry=registry(fake(split=split)))
    assert [type(outcome.error) for outcome in pipeline.iter(Document(data=b"x"))] == [PluginError]


def test_who_leaves_the_process_in_a_frame_is_at_fault():
    pipeline = Pipeline(format="fake", registry=registry(fake(parse=leaves)))
    assert [type(outcome.error) for outcome in pipeline.iter(Document(data=b"x|y"))] == [PluginError, PluginError]


@pytest.mark.parametrize("made", [None, 5, ["text"]])
def test_a_writer_that_makes_no_bytes_is_at_fault(made):
    writer = Writer(name="w", title="w", write=lambda *_: made, extension="w", media_type="w/w", holds="many")
    with pytest.raises(PluginError, match="plug-in w"):
        list(write([], "w", registry=registry(writer)))


def test_no_frame_is_no_article():
    reader = fake(split=lambda document, options, ctx: iter(()))
    (only,) = Pipeline(format="fake", registry=registry(reader)).iter(Document(data=b" "))
    assert only.error.diagnostic.code == "fake.no-article"


def test_limits_hold_for_documents_and_frames():
    assert isinstance(outcomes(b"x" * 11, limits=Limits(document_bytes=10))[0].error, LimitExceeded)
    found = outcomes(b"a|b|c", limits=Limits(frames=1))
    assert isinstance(found[-1].error, LimitExceeded)


def test_the_document_is_told():
    article = newsparse.parse_one(
        b"one", format="fake", registry=registry(fake()), url="https://a.example", label="a.txt", keep_raw=True, enrich=()
    )
    assert (article.document.size, article.document.raw, article.document.url, article.document.label) == (
        3,
        b"one",
        "https://a.example",
        "a.txt",
    )


@pytest.mark.parametrize("form", ["json", "jsonl", "xml"])
def test_our_own_forms_bring_along_the_document_that_was_first_read(form):
    article = newsparse.parse_one("# A ferry\n\nIt sails.\n", format="markdown", label="first.md", enrich=())
    written = b"".join(write([article], form))
    again = newsparse.parse_one(written, label="second", enrich=(), keep_raw=True, url="https://a.example")
    assert again.document == article.document


def adding(name, *, needs=(), gives=(), crash=False):
    def enrich(article, options, ctx):
        if crash:
            return None
        return newsparse.model.Article(title=newsparse.model.Text(f"{article.headline} {name}"), document=article.document)

    return Enricher(name=name, title=name, enrich=enrich, needs=needs, gives=gives)


def test_enrichers_run_as_their_needs_say():
    chosen = registry(fake(), adding("b", needs=("x",)), adding("a", gives=("x",)))
    article = newsparse.parse_one(b"t", format="fake", registry=chosen, enrich=("b", "a"))
    assert article.headline == "t a b"


def test_a_circle_of_needs_is_a_usage_error():
    with pytest.raises(UsageError):
        in_order([(adding("a", needs=("y",), gives=("x",)), None), (adding("b", needs=("x",), gives=("y",)), None)])


def test_an_enricher_that_returns_nothing_is_at_fault():
    (only,) = Pipeline(format="fake", registry=registry(fake(), adding("a", crash=True)), enrich=("a",)).iter(Document(data=b"t"))
    assert only.error.plugin == "a"


def test_parse_leaves_out_what_fails_and_raises_when_all_does():
    chosen = registry(fake())
    assert [a.headline for a in newsparse.parse(b"one|bad|two", format="fake", registry=chosen, enrich=())] == ["one", "two"]
    with pytest.raises(ParseError):
        newsparse.parse(b"bad|bad", format="fake", registry=chosen, enrich=())
    with pytest.raises(UsageError):
        newsparse.parse_one(b"one|two", format="fake", registry=chosen, enrich=())
    with pytest.raises(TypeError):
        newsparse.parse(None)


def test_str_is_content_and_bytearrays_are_bytes():
    chosen = registry(fake())
    assert newsparse.parse_one("é", format="fake", registry=chosen, enrich=()).headline == "é"
    assert newsparse.parse_one(bytearray(b"e"), format="fake", registry=chosen, enrich=()).headline == "e"


def test_convert_goes_through_both():
    assert b'"title":"one"' in newsparse.convert(
        b"one", to="json:indent=0", format="fake", registry=registry_with_json(), enrich=()
    )


def test_convert_reports_what_is_lost_to_the_context_it_is_given():
    ctx = Context()
    assert newsparse.convert("*One*", "anpa1312", format="markdown", enrich=(), ctx=ctx)
    assert "anpa1312.lost-field" in {found.code for found in ctx.diagnostics}


@pytest.mark.parametrize(
    ("option", "held"),
    [
        ({"url": "https://a.example/x"}, lambda article: article.document.url == "https://a.example/x"),
        ({"keep_raw": True}, lambda article: article.document.raw == b"one|bad"),
        ({"charset": "latin-1"}, lambda article: article.headline == "one"),
        ({"reference_date": dt.date(2024, 3, 5)}, lambda article: article.headline == "one"),
    ],
)
def test_a_file_is_read_with_the_options_of_its_content(tmp_path, option, held):
    path = tmp_path / "a.fake"
    path.write_bytes(b"one|bad")
    [article] = newsparse.read(path, "fake", registry=registry(fake()), enrich=(), **option)
    assert held(article)
    assert (
        article
        == newsparse.parse(path.read_bytes(), format="fake", registry=registry(fake()), enrich=(), label=str(path), **option)[0]
    )


def test_read_and_parse_take_the_same_options():
    options = {name: set(inspect.signature(getattr(newsparse, name)).parameters) for name in ("parse", "parse_one", "read")}
    assert options["parse"] == options["parse_one"]
    assert options["read"] - {"path"} == options["parse"] - {"data", "label"}


def registry_with_json():
    return default().without_plugins().replacing(fake())


def test_a_writer_of_one_article_is_given_one():
    one = Writer(name="one", title="one", write=lambda articles, options, ctx: iter([b"x"]), extension="x", media_type="x/x")
    article = build("t", Context())
    assert b"".join(write([article], "one", registry=registry(one))) == b"x"
    with pytest.raises(UsageError):
        list(write([article, article], "one", registry=registry(one)))


def test_a_writer_that_raises_is_at_fault():
    def broken(articles, options, ctx):
        yield b"x"
        raise KeyError("y")

    writer = Writer(name="one", title="one", write=broken, extension="x", media_type="x/x")
    with pytest.raises(PluginError):
        list(write([build("t", Context())], "one", registry=registry(writer)))


def test_detection_ranks_and_settles_ties():
    weak, strong = fake("weak", Match.LIKELY), fake("strong", Match.CERTAIN)
    chosen = registry(weak, strong, fake("never", Match.NO))
    ranked = [c.alias for c in rank(Document(data=b"x"), chosen) if c.alias in {"weak", "strong", "never"}]
    assert ranked == ["strong", "weak", "never"]
    document = Document(data=b"x", label="a.xyz", media_type="x/y")
    assert choose(document, registry(fake("a"), fake("b", refines="a"))).alias == "b"
    assert choose(document, registry(fake("a"), fake("b", media_types=("x/y",)))).alias == "b"
    assert choose(document, registry(fake("a"), fake("b", extensions=("xyz",)))).alias == "b"
    with pytest.raises(AmbiguousFormat):
        choose(document, registry(fake("a"), fake("b")))


def only_for(seen, name, match, **more):
    def sniff(head):
        seen.append(name)
        return match

    return fake(name, sniff=sniff, **more)


ELEMENT = Document(data=b"<?xml version='1.0'?><memo>x</memo>")


def test_who_is_never_certain_of_the_first_element_is_not_asked():
    seen = []
    chosen = registry(
        only_for(seen, "own", Match.CERTAIN, elements=("memo",)),
        only_for(seen, "other", Match.LIKELY, elements=("letter",)),
        only_for(seen, "none", Match.LIKELY, elements=()),
    )
    assert choose(ELEMENT, chosen).alias == "own"
    assert seen == ["own"]
    seen.clear()
    assert choose(Document(data=b"no element"), chosen).alias == "own"
    assert sorted(seen) == ["none", "other", "own"]


def test_who_states_no_elements_is_asked_of_every_document():
    seen = []
    own, refining = (
        only_for(seen, "own", Match.CERTAIN, elements=("memo",)),
        only_for(seen, "dialect", Match.CERTAIN, refines="own"),
    )
    assert choose(ELEMENT, registry(own, refining)).alias == "dialect"
    assert sorted(seen) == ["dialect", "own"]


def test_all_are_asked_where_none_is_certain_of_the_first_element():
    seen = []
    own, other = only_for(seen, "own", Match.NO, elements=("memo",)), only_for(seen, "other", Match.LIKELY, elements=())
    assert choose(ELEMENT, registry(own, other)).alias == "other"
    assert set(seen) == {"own", "other"}


@pytest.mark.parametrize("raised", [RuntimeError("no nose"), SystemExit("no nose")])
def test_a_sniffer_that_raises_counts_as_no(raised):
    def sniff(head):
        raise raised

    chosen = registry(fake("a", sniff=sniff))
    (claim,) = [c for c in rank(Document(data=b"x"), chosen) if c.alias == "a"]
    assert claim.match is Match.NO
    assert "no nose" in claim.sniff_error


def test_nobody_claims_a_document():
    with pytest.raises(UnknownFormat):
        choose(Document(data=b"a\x00bcdefgh"), Registry(plugins=False))


def test_options_are_converted_and_refused():
    import attrs

    @attrs.frozen
    class Options:
        many: int = option(1, help="x")
        deep: bool = option(False, help="x")
        rate: float = option(1.0, help="x")
        word: str = option("w", help="x")

    name, given = split_options("fake:many=2,deep,rate=0.5,word=a,,b")
    assert make_options(name, Options, given) == Options(2, True, 0.5, "a,b")
    with pytest.raises(UsageError):
        make_options("fake", Options, {"nope": "1"})
    with pytest.raises(UsageError):
        make_options("fake", Options, {"deep": "perhaps"})


def entry(value, name="x"):
    return Entry(kind="readers", name=name, alias=name, distribution="test", value=value)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("no.such.module:READER", "ModuleNotFoundError"),
        ("newsparse.limits:NOPE", "AttributeError"),
        ("newsparse.limits:Limits", "is a type"),
        ("newsparse.readers.text:READER", "is named"),
    ],
)
def test_a_plug_in_that_does_not_load_is_broken(value, reason):
    broken = load(entry(value))
    assert isinstance(broken, Broken)
    assert reason in broken.reason


def test_a_broken_plug_in_is_named_when_asked_for_and_warned_of_in_detection():
    chosen = Registry(records=(entry("no.such.module:READER", "broken-one"),), plugins=False)
    with pytest.raises(PluginError, match="broken-one"):
        chosen.reader("broken-one")
    with pytest.warns(RuntimeWarning, match="broken-one"):
        list(chosen.readers())


@pytest.mark.parametrize(
    "fields",
    [{"name": "Not Good"}, {"sniff": "x"}, {"options": 3}, {"contract": 2}],
)
def test_a_record_checks_itself(fields):
    with pytest.raises((TypeError, ValueError)):
        fake(**fields)


def test_unknown_names_say_what_there_is():
    with pytest.raises(UnknownFormat, match=r"there are: .*text"):
        Registry(plugins=False).reader("nope")
    with pytest.raises(UnknownFormat):
        Registry(plugins=False).enricher("nope")


def test_files_are_read_with_care(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_bytes(path) == b"12345"
    os.mkfifo(tmp_path / "fifo")
    for bad in (tmp_path, tmp_path / "missing", tmp_path / "fifo", "a\x00b"):
        with pytest.raises(InputError) as caught:
            read_bytes(bad)
        assert "\n" not in str(caught.value)
    with pytest.raises(InputError):
        read_bytes(path, Limits(document_bytes=3))


def test_context_reports_raises_and_counts():
    ctx = Context(limits=Limits(diagnostics=1), raise_at=Severity.ERROR)
    ctx.report("fake.one", "one")
    ctx.report("fake.two", "two")
    with pytest.raises(ParseError):
        ctx.report("fake.three", "three", severity=Severity.ERROR)
    assert [d.code for d in ctx.finish()] == ["fake.one", "limit.diagnostics"]
    with pytest.raises(LimitExceeded):
        ctx.charge("marks", 10**9)


def test_an_unsound_article_is_the_readers_fault():
    made = ArticleBuilder(ctx=Context(), format="fake")
    made.say("title", "fake", "rule", 2.0)
    assert made.empty
    with pytest.raises(PluginError):
        made.finish()


def test_whole_is_one_frame_and_dates_need_no_clock():
    (frame,) = whole(Document(data=b"x"), None, Context())
    assert frame.data == b"x"
    assert Pipeline(reference_date=dt.date(2024, 1, 1)).reference_date.year == 2024


def test_the_public_names_are_there():
    assert all(getattr(newsparse, name) is not None for name in newsparse.__all__)
    assert "parse" in dir(newsparse)
    with pytest.raises(AttributeError):
        newsparse.nope  # noqa: B018
