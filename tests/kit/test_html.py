"""The one door to HTML: charsets, limits of libxml2, and strings of HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.context import Context
from newsparse.kit.charset import to_utf8
from newsparse.kit.html import fragment, load
from newsparse.limits import Limits

PAGE = "<!doctype html><html><head>{head}</head><body>{body}<p>last words</p></body></html>"


def page(body: str = "", head: str = "") -> bytes:
    return PAGE.format(body=body, head=head).encode()


def text_of(root) -> str:
    return " ".join("".join(root.itertext()).split())


@pytest.mark.parametrize(
    ("data", "given_charset", "charset", "whence"),
    [
        ("<meta charset=windows-1251><p>Мост".encode("cp1251"), None, "cp1251", "declared"),
        (
            '<meta http-equiv=Content-Type content="text/html; charset=koi8-r"><p>Мост'.encode("koi8-r"),
            None,
            "koi8-r",
            "declared",
        ),
        ("<meta charset=koi8-r><p>Мост".encode("cp1251"), "windows-1251", "cp1251", "declared"),
        ("<meta charset=gb2312><p>Мост".encode(), None, "utf-8", "sniffed"),
        ("\ufeff<meta charset=koi8-r><p>Мост".encode(), None, "utf-8", "bom"),
        ("<p>Мост".encode("utf-16"), None, "utf-16-le", "bom"),
        ("<p>Мост".encode(), None, "utf-8", "sniffed"),
    ],
)
def test_the_charset_is_the_boms_the_transports_the_pages_or_what_the_bytes_are(data, given_charset, charset, whence):
    loaded = load(data, Context(), charset=given_charset)
    assert (loaded.charset, loaded.charset_from, text_of(loaded.root)) == (charset, whence, "Мост")


def test_bytes_that_are_no_text_are_replaced_and_counted():
    ctx = Context()
    root = load("<p>déjà vu à la mairie étonnée ".encode() + b"\xff", ctx).root
    assert "\ufffd" in text_of(root)
    assert [d.code for d in ctx.diagnostics] == ["html.undecodable"]


def test_comments_and_instructions_are_no_part_of_the_tree():
    root = load(page("a<!-- b --><?php c ?>d"), Context()).root
    assert text_of(root) == "ad last words".replace("ad last", "adlast")


@pytest.mark.parametrize(
    "half",
    [
        "<h1>Ferry sai",
        "<title>Ferry sai",
        "<time>5 Mar",
        '<span class="byline">By Ro',
        '<a rel="author">Ro',
        '<meta name="author" content="Ro',
        "</art",
        "<",
    ],
)
def test_half_a_tag_or_value_at_the_end_is_left_out_and_told(half):
    ctx = Context()
    root = load(f"<p>The ferry sailed.</p>{half}".encode(), ctx).root
    assert text_of(root) == "The ferry sailed."
    assert root.find(".//meta") is None
    told = half[half.rfind("<") :] if half.rfind(">") < 0 else half.rpartition(">")[2]
    assert [(d.code, d.data["text"]) for d in ctx.diagnostics] == [("html.cut-off", told)]


@pytest.mark.parametrize(
    "end", ["<p>The clerk sta", "<p>The <em>clerk</em> sta", "</h1>The clerk sta", "<p>5 < 6 of the sta", "<p>I <3 the sta"]
)
def test_half_a_paragraph_is_text(end):
    ctx = Context()
    assert text_of(load(f"<h1>Ferry sails {end}".encode(), ctx).root).endswith("sta")
    assert not ctx.diagnostics


@pytest.mark.parametrize("data", [b"", b"   ", b"<!-- -->", b"\x00", b"<"])
def test_a_page_of_nothing_has_a_tree_all_the_same(data):
    assert load(data, Context()).root is not None


@pytest.mark.parametrize("tag", ["div", "blockquote", "q", "b", "section", "svg", "button"])
def test_a_page_nested_past_the_parsers_limit_loses_no_words(tag):
    ctx = Context()
    root = load(page(f"<{tag}>" * 3_000 + "deep" + f"</{tag}>" * 3_000), ctx).root
    assert "deep" in text_of(root)
    assert "last words" in text_of(root)


@pytest.mark.parametrize("end", ["</html>", "</body></html>", "</HTML >", "</body>\n</html><!-- cached -->"])
def test_what_follows_the_end_of_a_page_is_of_the_page(end):
    root = load(f"<html><body><p>first</p>{end}<p>second</p>{end}third".encode(), Context()).root
    assert text_of(root.find("body")).replace(" ", "") == "firstsecondthird"


def test_elements_past_the_limit_of_depth_are_told():
    ctx = Context(limits=Limits(depth=100))
    load(page("<div>" * 3_000), ctx)
    (found,) = ctx.diagnostics
    assert found.code == "html.too-deep"
    assert found.data["elements"] > 2_800


@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "word " * 2_200_000,
        f'<p title="{"x" * 11_000_000}">',
        f"<!--{'x' * 11_000_000}-->",
        f"<script>{'x;' * 5_500_000}</script>",
    ],
    ids=["text", "attribute", "comment", "script"],
)
def test_what_is_too_long_for_the_parser_takes_nothing_else_with_it(body):
    assert text_of(load(page(body), Context()).root).endswith("last words")


@pytest.mark.parametrize("values", [' a{}="1"', " a{}=1", " a{}"], ids=["quoted", "bare", "without"])
def test_a_flood_of_attributes_is_read_and_told(values):
    ctx = Context()
    data = page("<p" + "".join(values.format(n) for n in range(60_000)) + ">x</p>")
    root = load(data, ctx).root
    assert len(next(root.iter("p")).keys()) == 256
    assert [d.code for d in ctx.diagnostics] == ["html.too-many-attributes"]


def test_a_flood_does_not_stop_at_names_that_a_tree_cannot_have():
    data = page(
        '<svg xlink:href="#a"><use/></svg><o:p>x</o:p>' + "<p" + ' b="1"'.join(f" a{n}=1" for n in range(60_000)) + ">y</p>"
    )
    assert text_of(load(data, Context()).root) == "xylast words"


@given(st.binary(max_size=200))
def test_any_bytes_have_a_tree(data):
    assert load(data, Context()).root is not None


EVERYWHERE = (
    "<!DOCTYPE html><!-- note --><?php x ?><html lang=de><head><title>Fähre</title><style>p{}</style>"
    "<script>var a = '<p>';</script><meta name=x content='Über'></head><body class=\"a\" data-ö=1><p>Text &amp; mehr &copy;</p>"
    "<textarea>a<b></textarea><svg><a xlink:href=x/></svg><![CDATA[x]]></undone></body></html>\n<p>behind</p>"
).encode()


@given(
    st.integers(0, len(EVERYWHERE)),
    st.sampled_from([b"\xe4", b"\xff", b"\xc3", b"\x80", b"\xe2\x82", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf8\x88\x80\x80\x80"]),
    st.integers(0, 9_000),
)
def test_the_parser_tells_of_bytes_that_are_no_utf8_wherever_they_stand(at, wrong, before):
    """A page is not looked at before it is parsed; what comes of it is what looking would have given."""
    data = b"<!--" + b"x" * before + b"-->" + EVERYWHERE[:at] + wrong + EVERYWHERE[at:]
    loaded, looked_at = load(data, Context()), to_utf8(data)
    assert (loaded.charset, loaded.charset_from) == (looked_at.charset, looked_at.charset_from)
    assert loaded.data == looked_at.data


@given(st.text(max_size=100))
def test_any_string_is_a_fragment(text):
    assert fragment(text, Context()) is not None


def test_a_fragment_is_the_body_around_a_string():
    body = fragment("Two <b>words</b><p>and a paragraph", Context())
    assert body.tag == "body"
    assert text_of(body) == "Two wordsand a paragraph"
