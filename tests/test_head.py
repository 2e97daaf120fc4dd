import pytest

from newsparse.plugin import Document, Head


@pytest.mark.parametrize(
    ("head", "name", "attributes"),
    [
        ("<nitf>", "nitf", ""),
        ('\n <?xml version="1.0"?>\n<!-- <b> -->\n<n:nitf a="1"/>', "nitf", ' a="1"/'),
        ('<!DOCTYPE NewsML SYSTEM "x.dtd" [<!ENTITY a "b">]>\n<NewsML Version="1.2">', "NewsML", ' Version="1.2"'),
        ('<!DOCTYPE NewsML [<!ENTITY a "' + "b" * 5000, "NewsML", ""),
        ("<!-- " + "x" * 5000, "", ""),
        ('<nitf a="' + "𐍈" * 800 + '" b="c">', "nitf", ' a="' + "𐍈" * 800 + '" b="c"'),
        ("\r\n\ufeff<?xml version='1.0'?><nitf>", "nitf", ""),
        ("\x00\x02\n<nitf>", "nitf", ""),
        ("no markup", "", ""),
        ("", "", ""),
    ],
)
def test_the_first_element_is_seen_behind_any_prolog(head, name, attributes):
    assert Head(data=head[:4096].encode(), size=len(head)).first_element == (name, attributes)


def test_a_comment_that_goes_on_behind_the_head_hides_nothing():
    data = b"<?xml version='1.0'?><!-- " + b"x" * 9000 + b'--><nitf a="1">' + b"y" * 9000
    head = Document(data=data).head()
    assert (head.first_element[0], len(head.data), head.size) == ("nitf", 4096, len(data))


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
def test_several_boms_are_as_good_as_one(codec):
    data = "\ufeff\ufeff<nitf>é</nitf>".encode(codec)
    assert Head(data=data, size=len(data)).text == "<nitf>é</nitf>"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_markup_is_seen_in_any_unicode_charset(codec):
    for text in ("<nitf>é</nitf>", '{"uri": "é"}'):
        data = text.encode(codec)
        assert Head(data=data, size=len(data)).text == text
