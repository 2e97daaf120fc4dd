"""NewsML 1 and NewsML-G2: dialects of the caller's, and odd wrappers."""

import pytest

import newsparse
from newsparse.errors import UsageError
from newsparse.kit.fieldmap import path_of

NEWSML1 = """<NewsML><NewsItem><NewsManagement><Status FormalName="Usable"/></NewsManagement><NewsComponent>
<NewsLines><HeadLine>Kites</HeadLine><SubHeadLine>DUNES/KITES</SubHeadLine></NewsLines>
<DescriptiveMetadata><Property FormalName="Desk" Value="Sea"/><Property FormalName="Tone" Value="calm"/></DescriptiveMetadata>
<ContentItem><DataContent><p>Kites rose.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
HOUSE1 = """format = "newsml1"
name = "kites"
[fields]
"**/NewsLines/SubHeadLine" = "slugline"
"**/Property[@FormalName=Desk]@Value" = "category"
"NewsManagement/Status@FormalName" = "status"
[constants]
provider = "Kite Wire"
"""
G2 = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="k" version="1"><itemMeta><itemClass qcode="ninat:text"/>
<edNote role="k:desk">Sea</edNote><edNote>Hold</edNote></itemMeta><contentMeta><headline>Kites</headline><by>Kites fell.</by></contentMeta>
<contentSet><inlineData>Kites rose.</inlineData></contentSet></newsItem>"""
HOUSE2 = """format = "newsmlg2"
name = "kites"
[fields]
"itemMeta/edNote[@role=k:desk]" = "category"
"contentMeta/by" = "body"
"""


def test_a_dialect_of_newsml_1_says_which_element_holds_which_field():
    [article] = newsparse.parse(NEWSML1, enrich=(), dialects=(HOUSE1,))
    assert (article.slugline, article.deck, article.metadata.category) == ("DUNES/KITES", (), "Sea")
    assert (article.metadata.provider.name, article.extras["newsml1"]["dialect"]) == ("Kite Wire", "kites")
    assert [one["@Value"] for one in article.extras["newsml1"]["Property"]] == ["calm"]


def test_a_dialect_of_newsml_g2_picks_elements_by_an_attribute():
    article = newsparse.parse_one(G2, enrich=(), dialects=(HOUSE2.encode(),))
    assert (article.metadata.category, article.metadata.ed_notes) == ("Sea", ("Hold",))
    assert (article.paragraphs, article.bylines) == (("Kites rose.", "Kites fell."), ())


def test_a_dialect_may_be_a_file(tmp_path):
    (tmp_path / "house.toml").write_text(HOUSE1)
    (tmp_path / "story.xml").write_text(NEWSML1)
    [article] = newsparse.read(tmp_path / "story.xml", enrich=(), dialects=(tmp_path / "house.toml",))
    assert article.slugline == "DUNES/KITES"


@pytest.mark.parametrize(
    "wrong",
    [
        HOUSE1.replace('"slugline"', '"nonsense"'), HOUSE1.replace("**/NewsLines", "//NewsLines"), "no = [toml",
        HOUSE1.replace('"newsml1"', '"text"'), HOUSE1.replace('"newsml1"', '"nobody"'),
    ],
)  # fmt: skip
def test_a_dialect_that_no_reader_can_use_is_a_usage_error(wrong):
    with pytest.raises(UsageError):
        newsparse.parse(NEWSML1, dialects=(wrong,))


@pytest.mark.parametrize(
    ("written", "deep", "steps", "attribute"),
    [
        ("a", False, [("a", None, None)], None),
        ("a/b-c@d", False, [("a", None, None), ("b-c", None, None)], "d"),
        ("**/a[@b=c:d/e]/f@g", True, [("a", "b", "c:d/e"), ("f", None, None)], "g"),
    ],
)
def test_a_path_is_steps_and_an_attribute(written, deep, steps, attribute):
    found = path_of(written)
    assert (found.deep, [(s.name, s.attribute, s.value) for s in found.steps], found.attribute) == (deep, steps, attribute)


@pytest.mark.parametrize("written", ["", "/a", "a//b", "a/", "a[b=c]", "a@", "**", "a b"])
def test_what_is_no_path_is_refused(written):
    with pytest.raises(ValueError, match="is no path"):
        path_of(written)


NITF = """<nitf><head><meta name="x" content="y"/><docdata><doc-id id-string="k"/><fixture fix-id="sea"/></docdata></head>
<body><body.head><hedline><hl1>Kites</hl1></hedline><byline>DUNES/KITES</byline></body.head>
<body.content><p>Kites rose.</p></body.content></body></nitf>"""
HOUSE3 = """format = "nitf"
name = "kites"
[fields]
"head/docdata/fixture@fix-id" = "category"
"body/body.head/byline" = "slugline"
[constants]
source = "Kite Wire"
"""
NINJS = """{"uri": "urn:k", "type": "text", "headline": "Kites", "pubstatus": "usable", "versioncreated": "2024-03-12T10:00:00Z",
"desk": "sea", "extra": {"subtitles": [{"kind": "a", "text": "High"}, {"kind": "b", "text": "Low"}]}, "body_text": "Kites rose."}"""
HOUSE4 = """format = "ninjs"
name = "kites"
[signs]
contains = ['"desk"']
[fields]
"desk" = "category"
"extra/subtitles[@kind=b]/text" = "deck"
[constants]
provider = "Kite Wire"
"""


def test_a_dialect_of_nitf_may_map_elements_by_path():
    [article] = newsparse.parse(NITF, enrich=(), dialects=(HOUSE3,))
    assert (article.slugline, article.bylines, article.metadata.category) == ("DUNES/KITES", (), "sea")
    assert (article.metadata.source, "fixture" in article.extras["nitf"]) == ("Kite Wire", False)


def test_a_dialect_of_ninjs_maps_keys_by_path():
    [article] = newsparse.parse(NINJS, enrich=(), dialects=(HOUSE4,))
    assert (article.metadata.category, [str(deck) for deck in article.deck]) == ("sea", ["Low"])
    assert (article.metadata.provider.name, article.extras["ninjs"]["dialect"]) == ("Kite Wire", "kites")
    assert "desk" not in article.extras["ninjs"]


def test_a_content_set_is_read_in_whatever_case_it_stands():
    [article] = newsparse.parse(G2.replace("contentSet", "ContentSet"), enrich=())
    assert article.paragraphs == ("Kites rose.",)


def test_words_behind_a_wrapper_that_nobody_knows_are_of_the_body():
    wrapped = NEWSML1.replace("<p>Kites rose.</p>", "<story-box><p>Kites rose.</p><p>One fell.</p></story-box> It was mended.")
    [article] = newsparse.parse(wrapped, enrich=())
    assert [str(block.text) for block in article.sections[0].blocks] == ["Kites rose.", "One fell.", "It was mended."]
