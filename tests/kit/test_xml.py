"""The hardened parser: what it reads, what it refuses, and what it says."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.context import Context
from newsparse.errors import LimitExceeded, ParseError
from newsparse.kit import xml, xmlout
from newsparse.limits import Limits
from newsparse.model.frozen import FrozenMap, thaw


def read(data, **options):
    ctx = Context()
    return xml.text(xml.parse(data, ctx, **options)), [d.code for d in ctx.diagnostics]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"<a>x</a>", "x"),
        ("<a>é</a>".encode(), "é"),
        ("\ufeff<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".encode(), "é"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>".encode("latin-1"), "é"),
        ("<?xml version='1.0' encoding='iso-8859-1'?><a>é’</a>".encode("cp1252"), "é’"),
        ("<?xml version='1.0' encoding='UTF-16'?><a>é</a>".encode("utf-16"), "é"),
        ("<?xml version='1.0' encoding='UTF-16'?><a>é</a>".encode("utf-16-le"), "é"),
        ("<?xml version='1.0' encoding='koi8-r'?><a>да</a>".encode("koi8-r"), "да"),
        (b"<a><!-- c -->x<![CDATA[&amp;]]>&#8217;</a>", "x&amp;’"),
        (b"\n  <?xml version='1.0'?>\n<a>x</a>", "x"),
        (b"\r\n\xef\xbb\xbf<?xml version='1.0'?>\n<a>x</a>", "x"),
        (b"\n\xef\xbb\xbf<a>x</a>", "x"),
        (b'<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a>x&eacute;</a>', "xé"),
        (b'<!DOCTYPE a [<!-- <!ENTITY c "no"> --><!ENTITY c "&#233;&#x41;">]><a>&c;</a>', "éA"),
        (b'<!DOCTYPE a [<!ENTITY c "one">\n<!ENTITY c "two">]><a>&c;<![CDATA[&c;]]></a>', "one&c;"),
    ],
)
def test_what_is_sound_reads_without_a_word(data, text):
    assert read(data) == (text, [])


@pytest.mark.parametrize(
    ("data", "text", "code"),
    [
        ("<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".encode(), "é", "xml.wrong-charset"),
        (b"<?xml version='1.0' encoding='utf-7'?><a>+ADw-</a>", "+ADw-", "xml.unknown-charset"),
        (b"<a>x\x01&#2;</a>", "x\ufffd\ufffd", "xml.control-characters"),
        (b"<a>&#xD800;</a>", "\ufffd", "xml.forbidden-reference"),
        (b"<a>&#146;</a>", "’", "xml.cp1252-reference"),
        (b"<a>A&B & C</a>", "A&B & C", "xml.bare-ampersand"),
        (b"<a>&nobody;</a>", "&nobody;", "xml.unknown-entity"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "&x;", "xml.unknown-entity"),
        (b'<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]><a>&a;</a>', "&a;", "xml.unknown-entity"),
        (b"<p:a q:b='1'>x</p:a>", "x", "xml.undeclared-prefix"),
        (b"<a>1 < 2</a>", "1 < 2", "xml.not-well-formed"),
        (b"<a><b>x</a>", "x", "xml.not-well-formed"),
        (b"<?xml version='2.0'?><a>x</a>", "x", "xml.not-well-formed"),
    ],
)
def test_what_is_mended_is_read_whole_and_said(data, text, code):
    found, codes = read(data)
    assert (found, codes[0]) == (text, code)
    assert "xml.lost-text" not in codes


def test_references_behind_an_error_are_what_they_stand_for():
    found, codes = read(b"<a><b c='1' c='2'>12</b> A&amp;B &lt; C &gt; &quot;D&apos; <![CDATA[&amp;]]></a>")
    assert (found, codes) == ("12 A&B < C > \"D' &amp;", ["xml.not-well-formed"])


def test_attributes_may_lack_their_quotation_marks():
    ctx = Context()
    root = xml.parse(b"<a b=c d='e=f g=h' i=http://j/k/><l m=1/><!-- n=o --></a>", ctx)
    assert dict(root.attrib) == {"b": "c", "d": "e=f g=h", "i": "http://j/k/"}
    assert root[0].get("m") == "1"
    assert [found.code for found in ctx.diagnostics] == ["xml.not-well-formed"]


@pytest.mark.parametrize("data", [b"<a>x</a><a>lost</a>", b"junk<a>x</a>"])
def test_text_that_recovery_drops_is_an_error(data):
    assert read(data) == ("x", ["xml.not-well-formed", "xml.lost-text"])


@pytest.mark.parametrize("data", [b"", b"   ", b"plain words", b"\x00", b"<"])
def test_what_has_no_element_is_a_parse_error(data):
    with pytest.raises(ParseError):
        read(data)


def test_without_recovery_a_fault_is_a_parse_error():
    with pytest.raises(ParseError):
        read(b"<a><b>x</a>", recover_ok=False)


@pytest.mark.parametrize(
    "data",
    [
        b"<a>" * 300 + b"</a>" * 300,
        b"<a>" * 201 + b"</a>" * 201,
        b"<a " + b" ".join(b'a%d="&gt;>"' % n for n in range(257)) + b"/>",
        b"<a " + b" ".join(b'xmlns:a%d="u"' % n for n in range(5000)) + b"/>",
        b'<!DOCTYPE a [<!ENTITY x "%b">]><a>%b</a>' % (b"x" * 50_000, b"&x;" * 50),
    ],
)
def test_past_a_limit_nothing_is_read(data):
    with pytest.raises(LimitExceeded):
        read(data)


def test_the_limits_themselves_are_allowed():
    tags = b"<a>" * 200 + b"x" + b"</a>" * 200
    assert read(tags)[0] == "x"
    assert read(b"<a " + b" ".join(b'a%d="="' % n for n in range(256)) + b">x</a>")[0] == "x"
    assert read(b"<a>" + b"= " * 2000 + b"</a>")[1] == []


def test_a_lower_depth_limit_holds():
    ctx = Context(limits=attrs.evolve(Limits(), depth=3))
    with pytest.raises(LimitExceeded):
        xml.parse(b"<a><b><c><d/></c></b></a>", ctx)


def test_lines_hold_over_an_internal_subset():
    root = xml.parse(b'<!DOCTYPE a [\n<!ENTITY c "x">\n]>\n<a>\n<b/></a>', Context())
    assert [xml.line(root), xml.line(root[0])] == [4, 5]
    assert root.getroottree().docinfo.root_name == "a"


def test_names_lose_namespaces_and_prefixes():
    root = xml.parse(b"<a xmlns='urn:x'><q:b/></a>", Context())
    assert [xml.local(root), xml.namespace(root), xml.local(root[0])] == ["a", "urn:x", "b"]


@given(st.binary(max_size=200))
def test_any_bytes_give_a_tree_or_a_parse_error(data):
    for wrapped in (data, b"<a>" + data + b"</a>", b"<!DOCTYPE a [" + data + b"]><a b='&x;'>&y;" + data):
        try:
            root = xml.parse(wrapped, Context())
        except ParseError:
            continue
        xml.text(root).encode("utf-8")


@given(st.text(), st.text())
def test_what_is_written_reads_back_but_for_illegal_characters(characters, value):
    out = xmlout.XmlOut()
    out.open("a")
    out.leaf("b", characters, {"c": value, "d": None})
    out.close()
    root = xml.parse(out.take(), Context(), recover_ok=False)
    assert xml.text(root[0]) == xmlout.ILLEGAL.sub("\ufffd", characters)
    assert root[0].attrib == {"c": xmlout.ILLEGAL.sub("\ufffd", value)}


@pytest.mark.parametrize(
    ("data", "text", "cut"),
    [
        ("<a><d>2024-0", "2024-0", "d"),
        ("<a><d>2024-05</d", "2024-05", None),
        ("<a><d>2024-05</d>", "2024-05", None),
        ("<a><d>2024-05<", "2024-05", "d"),
        ("<a><d>x<b/>y", "xy", "d"),
        ("<a><d>caf&eac", "caf", "d"),
        ("<a><d>x&#22", "x", "d"),
        ("<a><d>é".encode()[:-1], "", None),
        ("<a><d><![CDATA[<p>abc<i", "<p>abc", "d"),
        ('<a><d>x</d><e f="y', "x", None),
    ],
)
def test_a_document_that_breaks_off_has_no_half_markup(data, text, cut):
    loaded = xml.load(data.encode() if isinstance(data, str) else data, Context())
    assert xml.text(loaded.root) == text
    assert (None if loaded.cut is None else xml.local(loaded.cut)) == cut


def test_the_value_that_a_document_breaks_off_in_is_dropped():
    ctx = Context()
    loaded = xml.load(b"<a><d>2024-0", ctx)
    xml.drop_cut(loaded, ctx, {"p"})
    assert xml.text(loaded.root) == ""
    assert ctx.diagnostics[-1].code == "xml.cut-value"


def test_prose_that_a_document_breaks_off_in_is_kept():
    ctx = Context()
    loaded = xml.load(b"<a><p>It was <b>a", ctx)
    xml.drop_cut(loaded, ctx, {"p"})
    assert xml.text(loaded.root) == "It was a"


def test_what_has_no_field_is_plain_json():
    root = xml.parse(b'<a x="1">t<b>u</b><b y="2">v</b><!-- c --><c/></a>', Context())
    assert thaw(xml.plain(root)) == {"@x": "1", "#text": "t", "b": ["u", {"@y": "2", "#text": "v"}], "c": ""}


def test_plain_json_is_bounded_in_depth():
    deep = xml.plain(xml.parse(b"<a>" * 90 + b"x" + b"</a>" * 90, Context()))
    levels = 0
    while isinstance(deep, FrozenMap):
        deep, levels = deep["a"], levels + 1
    assert levels <= 11
    assert deep.endswith("</a>")


@pytest.mark.parametrize("end", [b"<![CDATA[half a da", b"<![CDATA[", b"<![CD", b"<!"])
def test_a_document_cut_in_a_cdata_section_loses_that_value(end):
    ctx = Context()
    loaded = xml.load(b"<a><b>x</b><c>" + end, ctx)
    xml.drop_cut(loaded, ctx, ())
    assert [(e.tag, e.text) for e in loaded.root] == [("b", "x"), ("c", None)]


_FORBIDDEN = [bytes([number]) for number in range(32) if number not in b"\t\n\r"] + [b"\xef\xbf\xbe", b"\xef\xbf\xbf"]
_PLACES = (
    b"<a>x%sy</a>",
    b"<a b='x%sy'/>",
    "<a b='ä x%sy'/>".encode(),
    b"<a><!--x%sy--></a>",
    b"<a><?p x%sy?></a>",
    b"<a><![CDATA[x%sy]]></a>",
    b"<a><b/>" + b"z" * 5000 + b"%s</a>",
    b"<!--%s--><a/>",
    b"<a/><!--%s-->",
)


@pytest.mark.parametrize("place", _PLACES)
def test_forbidden_characters_are_mended_wherever_they_stand(place):
    for character in _FORBIDDEN:
        ctx = Context()
        xml.load(place % character, ctx)
        assert [d.code for d in ctx.diagnostics] == ["xml.control-characters"], character
