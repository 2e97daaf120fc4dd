"""The same document, written otherwise: what an agency's program may do to a file without meaning anything by it."""

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from newsparse.errors import OtherFormat
from newsparse.kit.carry import held
from newsparse.model import Article
from newsparse.pipeline import Pipeline
from newsparse.plugin import Document

CORPUS = Path(__file__).parents[1] / "corpus"
XML = ("nitf", "newsml1", "newsmlg2", "rss", "rbnews")
TAG = re.compile(r"<[A-Za-z][^<>]*>")


def samples(name):
    """The texts of the corpus samples of a format that are sound XML, and which name that format's first element as it is."""
    for path in sorted((CORPUS / name / "valid").glob("*.xml")):
        try:
            root = etree.fromstring(path.read_bytes())
        except etree.XMLSyntaxError:
            continue
        text = etree.tostring(root, encoding="unicode")
        if root.getprevious() is None and "CDATA" not in text and "&lt;" not in text:
            yield path.name, text


def articles(data):
    return [outcome.article for outcome in Pipeline().iter(Document(data=data))]


def values(found):
    """What the articles say, in one line for each white space, and without the charset they were in."""
    return [_spaced(held(one)) if isinstance(one, Article) else None for one in found]


def _spaced(value):
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {name: _spaced(inner) for name, inner in value.items()}
    return tuple(map(_spaced, value)) if isinstance(value, tuple) else value


def attributes(text, written):
    return TAG.sub(lambda tag: re.sub(r'\s([\w:.-]+)="([^"\']*)"', written, tag[0]), text)


def in_words(text, made):
    """`made` put into the midst of each longer stretch of characters."""
    return re.sub(r">([^<>&\n]{4})([^<>&\n]{4,})<", rf">\1{made}\2<", text)


OTHERWISE = {
    "single quotation marks": lambda text: attributes(text, r" \1='\2'").encode(),
    "white space around the sign": lambda text: attributes(text, r'\n  \1 = "\2"').encode(),
    "a comment in the words": lambda text: in_words(text, "<!-- c -->").encode(),
    "an instruction in the words": lambda text: in_words(text, "<?app x?>").encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "white space before the BOM": lambda text: b"\r\n\xef\xbb\xbf<?xml version='1.0'?>" + text.encode(),
    "fill before it": lambda text: b"\x00\x02\n" + text.encode(),
    "a long comment first": lambda text: ("<!-- " + "x " * 3000 + "-->" + text).encode(),
}


@pytest.mark.parametrize("name", ["nitf", "newsml1", "newsmlg2"])
def test_the_root_may_be_in_capitals(name):
    for file, text in samples(name):
        if text.startswith(("<nitf ", "<nitf>", "<NewsML", "<newsMessage", "<newsItem")):
            said = re.sub(r"\A<\w+|</\w+>\s*\Z", lambda tag: tag[0].upper(), text)
            assert values(articles(said.encode())) == values(articles(text.encode())), file


@pytest.mark.parametrize("otherwise", OTHERWISE)
@pytest.mark.parametrize("name", XML)
def test_xml_that_is_written_otherwise_says_the_same(name, otherwise):
    for file, text in samples(name):
        assert values(articles(OTHERWISE[otherwise](text))) == values(articles(text.encode())), file


def test_attributes_without_quotation_marks_are_read_and_told():
    text = "<nitf><head><docdata><urgency ed-urg=3/><doc-id id-string=k1></doc-id></docdata></head><body><body.head><hedline>"
    text += "<hl1>Tides &amp; kites</hl1></hedline></body.head><body.content><p>Up &lt; down.</p></body.content></body></nitf>"
    [outcome] = Pipeline().iter(Document(data=text.encode()))
    article = outcome.article
    assert (article.uid, article.metadata.urgency, article.headline) == ("k1", 3, "Tides & kites")
    assert article.paragraphs == ("Up < down.",)
    assert "xml.not-well-formed" in [found.code for found in outcome.diagnostics]


def test_nitf_in_capitals_throughout_is_nitf():
    text = "<NITF><HEAD><DOCDATA><URGENCY ED-URG='3'/></DOCDATA></HEAD><BODY><BODY.HEAD><HEDLINE><HL1>Tides</HL1></HEDLINE>"
    text += "</BODY.HEAD><BODY.CONTENT><P>Kites rose.</P></BODY.CONTENT></BODY></NITF>"
    for count in (1, 2):
        found = articles(f"<all>{text * count}</all>".encode() if count > 1 else text.encode())
        assert [(one.headline, one.metadata.urgency, one.paragraphs) for one in found] == [("Tides", 3, ("Kites rose.",))] * count


def walked(value, change):
    if isinstance(value, dict):
        return change({name: walked(inner, change) for name, inner in value.items()})
    return [walked(inner, change) for inner in value] if isinstance(value, list) else value


def written(value):
    return json.dumps(value, ensure_ascii=False).encode()


IN_JSON = {
    "keys the other way round": lambda value: written(walked(value, lambda one: dict(reversed(one.items())))),
    "escaped": lambda value: json.dumps(value).replace("<", "\\u003c").replace("/", "\\/").encode(),
    "indented with CR LF": lambda value: json.dumps(value, indent="\t").replace("\n", "\r\n").encode(),
    "UTF-16": lambda value: json.dumps(value).encode("utf-16"),
    "a BOM": lambda value: b"\xef\xbb\xbf" + written(value),
    "a list": lambda value: written([value]),
    "a list without an end": lambda value: written([value])[:-1],
    "an envelope": lambda value: written({"total": 1, "stories": [value]}),
    "what a search gives back": lambda value: written({"hits": {"total": 1, "hits": [{"_id": "1", "_source": value}]}}),
    "NUL behind it": lambda value: written(value) + b"\x00",
    "a comma behind it": lambda value: written(value) + b",\n",
}


@pytest.mark.parametrize("otherwise", IN_JSON)
@pytest.mark.parametrize("name", ["ninjs", "digitalwires"])
def test_json_that_is_written_otherwise_says_the_same(name, otherwise):
    for file, value in items(name):
        found, wanted = articles(IN_JSON[otherwise](value)), articles(written(value))
        assert [_unordered(one) for one in values(found)] == [_unordered(one) for one in values(wanted)], file


def items(name):
    """The corpus samples of one item each that says at its top what it is."""
    for path in sorted((CORPUS / name / "valid").glob("*.json")):
        try:
            value = json.loads(path.read_text("utf-8"))
        except ValueError:
            continue
        if isinstance(value, dict) and ("headline" in value or "headlines" in value) and ("uri" in value or "urn" in value):
            yield path.name, value


def _unordered(said):
    return {name: sorted(map(repr, found)) for name, found in said.items() if "extras" not in name}


def parity(data, *, odd):
    return bytes(byte | 0x80 if byte.bit_count() % 2 != odd else byte for byte in data)


def ends(data, end):
    return data.replace(b"\r\n", b"\n").replace(b"\n", end)


TELEGRAPHED = {
    "even parity": lambda data: parity(data, odd=False),
    "odd parity": lambda data: parity(data, odd=True),
    "marks for parity": lambda data: bytes(byte | 0x80 for byte in data),
    "carriage returns alone": lambda data: ends(data, b"\r"),
    "line feeds first": lambda data: ends(data, b"\n\r"),
    "two carriage returns": lambda data: ends(data, b"\r\r\n"),
    "a rubout in the line ends": lambda data: ends(data, b"\r\x7f\n"),
    "NUL behind the line ends": lambda data: re.sub(rb"(\r?\n)", lambda end: end[1] + b"\x00\x00", data),
    "ETX twice": lambda data: data.replace(b"\x03", b"\x03\x03"),
    "a line end behind SOH": lambda data: data.replace(b"\x01", b"\x01\r\n"),
    "SUB at the end": lambda data: data + b"\x1a",
    "fill before it": lambda data: b"\x07\x00" + data,
}
RAW = {"extras.anpa1312", "extras.iptc7901"}  # header and trailer as they stood


@pytest.mark.parametrize("otherwise", TELEGRAPHED)
@pytest.mark.parametrize("name", ["anpa1312", "iptc7901"])
def test_a_message_that_was_caught_otherwise_says_the_same(name, otherwise):
    for path in sorted((CORPUS / name / "valid").iterdir()):
        data = path.read_bytes()
        if path.name.endswith(".json") or not data.isascii() or not data.lstrip(b"\x16").startswith(b"\x01"):
            continue
        if data.count(b"\r\n") != data.count(b"\n") or data.count(b"\r") != data.count(b"\n") or b"\x03" not in data:
            continue  # noise is in it already
        found = articles(TELEGRAPHED[otherwise](data))
        wanted = values(articles(data))
        for said, meant in zip(values(found), wanted, strict=True):
            assert {k: v for k, v in said.items() if k not in RAW} == {k: v for k, v in meant.items() if k not in RAW}, path.name


def test_parity_bits_are_told():
    data = b"\x16\x16\x01a0001\x1fbbbbb\r\nr a\x13\x11 BC-Tides   05-01 0004\r\n\x02\tKites rose.\r\n\x03\x04"
    [outcome] = Pipeline().iter(Document(data=parity(data, odd=False)))
    assert outcome.article.paragraphs == ("Kites rose.",)
    assert [found.code for found in outcome.diagnostics] == ["anpa1312.parity-bits"]


def test_the_last_line_of_a_message_without_etx_may_be_its_trailer():
    data = (
        b"\x16\x16\x01a0001\x1fbbbbb\r\nr a\x13\x11 BC-Tides   05-01 0004\r\n\x02\tKites rose.\r\nAP-NY-05-01-24 1406GMT<\r\n\x04"
    )
    [article] = articles(data)
    assert (article.paragraphs, article.updated.hour) == (("Kites rose.",), 14)


@pytest.mark.parametrize("quoted", ['="{}"', "='{}'", "={}"])
def test_attributes_of_sgml_may_be_written_as_they_like(quoted):
    tag = f"<DOC type{quoted.format('story')} id{quoted.format('CST_ENG_20240417.0002')}>"
    [article] = articles(f"{tag}\n<HEADLINE>\nTides\n</HEADLINE>\n<TEXT>\n<P>\nKites rose.\n</P>\n</TEXT>\n</DOC>\n".encode())
    assert (article.uid, article.headline, article.lang) == ("CST_ENG_20240417.0002", "Tides", "en")


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><title>Coast</title><entry>
<id>urn:x:1</id><title>Tides</title><published>2024-05-01T10:00:00Z</published><dc:subject>sea</dc:subject>
<author><name>Jo Reed</name></author><content type="html">&lt;p&gt;Kites rose.&lt;/p&gt;</content></entry></feed>"""
RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Coast</title><item><title>Tides</title><guid>urn:x:1</guid><dc:creator>Jo Reed</dc:creator><dc:date>2024-05-01</dc:date>
<content:encoded>&lt;p&gt;Kites rose.&lt;/p&gt;</content:encoded></item></channel></rss>"""


def bare(text):
    """Without namespaces, as some parsers leave documents."""
    return re.sub(r"(</?)\w+:", r"\1", re.sub(r' xmlns(:\w+)?="[^"]*"', "", text))


@pytest.mark.parametrize(
    ("feed", "otherwise"),
    [
        (ATOM, ATOM.replace("http://www.w3", "https://www.w3").replace("http://purl", "https://purl")),
        (
            ATOM,
            ATOM.replace("http://www.w3.org/2005/Atom", "urn:nobody:knows").replace(
                "<feed", "<!-- www.w3.org/2005/Atom --><feed"
            ),
        ),
        (ATOM, bare(ATOM)),
        (RSS, RSS.replace('version="2.0"', 'version="2.0" xmlns="urn:nobody:knows"')),
        (RSS, bare(RSS)),
        (RSS, f"<answer><status>ok</status><result>{RSS}</result></answer>"),
    ],
)
def test_feeds_may_have_their_namespaces_wrong(feed, otherwise):
    [meant], [said] = articles(feed.encode()), articles(otherwise.encode())
    for name in ("title", "authors", "published", "paragraphs", "uid"):
        assert getattr(said, name) == getattr(meant, name), name
    assert meant.title.text == "Tides"


NITF = """<nitf><head><docdata><urgency ed-urg="3"/></docdata></head><body><body.head><hedline><hl1>Tides</hl1></hedline></body.head>
<body.content><p lede="true">Kites &amp; gulls rose.</p><hl2>Later</hl2><p>They fell.</p></body.content></body></nitf>"""
NEWSML = """<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>%s</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""


@pytest.mark.parametrize("content", [NITF, "<html><body><h1>Tides</h1><p>Kites &amp; gulls rose.</p></body></html>"])
def test_markup_that_stands_as_characters_is_markup(content):
    escaped = content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    [meant] = articles((NEWSML % content).encode())
    for said in (f"<![CDATA[{content}]]>", escaped, f"<![CDATA[<?xml version='1.0' encoding='latin-1'?>\n{content}]]>"):
        assert values(articles((NEWSML % said).encode())) == values([meant])
    assert meant.headline == "Tides"


def test_markup_as_characters_that_is_not_sound_is_read_as_a_page():
    [article] = articles((NEWSML % "<![CDATA[<html><body><p>Kites rose.<br><p>Gulls fell.</body>]]>").encode())
    assert article.paragraphs == ("Kites rose.", "Gulls fell.")


@pytest.mark.parametrize(
    "item",
    [
        {"body_nitf": NITF},
        {"body_nitf": NITF.partition("</body.head>")[2].replace("</body></nitf>", "")},
        {"bodies": [{"role": "main", "contenttype": "application/nitf+xml", "value": NITF}]},
    ],
)
def test_a_body_of_ninjs_may_be_nitf(item):
    [article] = articles(written({"uri": "urn:x:1", "pubstatus": "usable", "headline": "Tides", **item}))
    assert article.paragraphs == ("Kites & gulls rose.", "They fell.")
    assert [section.title.text for section in article.sections if section.title] == ["Later"]


def test_a_body_of_ninjs_may_lack_its_kind():
    [article] = articles(
        written({"uri": "urn:x:1", "pubstatus": "usable", "headline": "Tides", "body": "Kites rose.\n\nGulls fell."})
    )
    assert article.paragraphs == ("Kites rose.", "Gulls fell.")


@pytest.mark.parametrize("between", [", ", ",", ",\n   "])
def test_sizes_of_a_picture_are_parted_with_or_without_blanks(between):
    sizes = between.join(f"https://example.org/{n}/w={n},h=9.jpg {n}0w" for n in (1, 2))
    page = f"<html><body><article><h1>Tides</h1><p>{'Kites rose over the quay. ' * 9}</p><figure><img src='https://example.org/x.jpg' srcset='{sizes}'>"
    page += f"<figcaption>The quay.</figcaption></figure><p>{'Gulls fell into the sea. ' * 9}</p></article></body></html>"
    [article] = articles(page.encode())
    [picture] = article.media
    assert [(one.href, one.width) for one in picture.renditions] == [
        (f"https://example.org/{n}/w={n},h=9.jpg", n * 10) for n in (1, 2)
    ]


ANPA = b"\x16\x16\x01a0001\x1fbbbbb\r\nr a\x13\x11 BC-Tides   05-01 0004\r\n\x02^BC-Tides<\r\n^Tides turn<\r\n\tKites rose.\r\n\x03AP\r\n\x04"
IPTC = b"\x01cwe0002 4 pl 11  cws 0003\r\n\r\nHarbour/\r\n\x02Gulls fall =\r\n\r\nPort Ellis (cws) - Gulls fell.\r\n\x03011010 Mai 24\r\n\x04"


@pytest.mark.parametrize(
    ("capture", "formats"),
    [
        (ANPA + b"\r\n\r\n" + IPTC, ["anpa1312", "iptc7901"]),
        (IPTC + ANPA + IPTC, ["iptc7901", "anpa1312", "iptc7901"]),
    ],
)
def test_a_capture_of_both_telegraph_formats_is_read_by_both(capture, formats):
    found = list(Pipeline().iter(Document(data=capture)))
    assert [outcome.article.document.format for outcome in found] == formats
    said = {"anpa1312": ("Tides turn", "r"), "iptc7901": ("Gulls fall", None)}
    assert [(one.article.headline, one.article.metadata.priority) for one in found] == [said[name] for name in formats]
    assert [outcome.index for outcome in found] == list(range(len(formats)))


@pytest.mark.parametrize(("data", "name"), [(ANPA, "iptc7901"), (IPTC, "anpa1312")])
def test_a_message_of_the_other_format_is_an_error_where_the_format_is_named(data, name):
    [outcome] = Pipeline(format=name).iter(Document(data=data))
    assert isinstance(outcome.error, OtherFormat)
    assert outcome.error.diagnostic.code == f"{name}.other-format"


def test_feeds_that_are_glued_are_read_one_by_one():
    found = articles(f"{RSS}\n<?xml version='1.0'?>\n{RSS.replace('Tides', 'Gulls')}{ATOM}".encode())
    assert [one.headline for one in found] == ["Tides", "Gulls", "Tides"]
    assert [outcome.index for outcome in Pipeline().iter(Document(data=(ATOM * 3).encode()))] == [0, 1, 2]


def test_the_whole_items_of_an_envelope_that_breaks_off_are_read():
    item = {"uri": "urn:x:1", "pubstatus": "usable", "headline": "Tides", "versioncreated": "2024-05-01T10:00:00Z"}
    data = json.dumps({"total": 3, "next": "https://x.example/2", "items": [item, item, item]}).encode()
    assert [one.headline for one in articles(data[:-60])] == ["Tides", "Tides"]
    whole = {"uri": "urn:x:1", "pubstatus": "usable", "headline": "Tides", "associations": [item, item]}
    [outcome] = Pipeline().iter(Document(data=json.dumps(whole).encode()[:-60]))
    assert outcome.article is None


@pytest.mark.parametrize("message", [ANPA, IPTC])
def test_an_archive_that_holds_a_message_as_it_stands_is_none(message):
    [outcome] = Pipeline().iter(Document(data=b"PK\x03\x04\x14\x00\x00\x00\x00\x00tides.anpa" + message))
    assert "unpack or convert it first" in str(outcome.error)
