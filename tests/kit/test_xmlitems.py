"""Documents of several items: one parse where they are sound, a frame each where they are not."""

from newsparse.context import Context
from newsparse.kit import xml, xmlitems
from newsparse.plugin import Document

NAMES = ("item", "package")


def frames(data: bytes, **kwargs):
    ctx = Context()
    return list(xmlitems.split(Document(data=data), ctx, NAMES, **kwargs)), [d.code for d in ctx.diagnostics]


def texts(found):
    ctx = Context()
    items = [xmlitems.item_of(frame, ctx, NAMES) for frame in found]
    return [xml.text(item.element) for item in items]


def test_one_item_is_a_frame_of_the_whole_document():
    data = b"<a><item>x</item></a>"
    found, _ = frames(data)
    assert [frame.data for frame in found] == [data]
    assert texts(found) == ["x"]


def test_what_is_said_of_one_broken_item_is_said_when_it_is_read():
    found, codes = frames(b"<a><item>x&bogus;</item></b>")
    assert (len(found), found[0].item, codes) == (1, None, [])


def test_items_in_capitals_are_found_in_a_sound_document():
    found, _ = frames(b"<a><ITEM>x</ITEM><ITEM>y</ITEM></a>")
    assert texts(found) == ["x", "y"]


def test_items_of_a_sound_document_are_elements_in_order():
    found, codes = frames(b"<a><item>x</item><b><item>y</item></b></a>")
    assert [frame.index for frame in found] == [0, 1]
    assert texts(found) == ["x", "y"]
    assert codes == []


def test_an_item_inside_of_another_is_not_one_by_itself():
    found, _ = frames(b"<a><item>x<item>y</item></item><item>z</item></a>")
    assert texts(found) == ["xy", "z"]


def test_some_kinds_come_last():
    found, _ = frames(b"<a><package>p</package><item>x</item></a>", last=("package",))
    assert texts(found) == ["x", "p"]


def test_prefixes_do_not_matter():
    found, _ = frames(b'<a xmlns:n="u"><n:item>x</n:item><n:item>y</n:item></a>')
    assert texts(found) == ["x", "y"]


def test_a_broken_item_costs_only_itself():
    found, codes = frames(b"<a><h/><item>x</item><item>y<b</item><item>z</item></a>")
    assert codes == ["xml.split-by-tags"]
    assert texts(found)[::2] == ["x", "z"]
    assert [frame.byte_start for frame in found] == [7, 21, 37]


def test_what_is_wrong_outside_of_items_is_told_too():
    _, codes = frames(b"<a><item>x</item><item>y</item></b>\x03")
    assert codes == ["xml.control-characters", "xml.split-by-tags"]


def test_the_last_item_of_a_cut_document_is_cut():
    found, _ = frames(b"<a><item>x</item><item><d>2024-0")
    last = xmlitems.item_of(found[1], Context(), NAMES)
    assert xml.local(last.loaded.cut) == "d"


def test_the_head_declares_for_all_items():
    found, _ = frames('<?xml version="1.0" encoding="iso-8859-1"?><a><item>é</item><item>ü<</item></a>'.encode("latin-1"))
    assert texts(found)[0] == "é"


def test_no_item_is_none():
    found, _ = frames(b"<a/>")
    assert xmlitems.item_of(found[0], Context(), NAMES) is None


def test_items_in_utf_16_are_found():
    found, _ = frames('<?xml version="1.0" encoding="utf-16"?><a><item>x</item><item>y</item></a>'.encode("utf-16"))
    assert texts(found) == ["x", "y"]


def test_a_document_that_cannot_be_cut_is_one_frame():
    found, codes = frames("<a><item>x</item><b".encode("utf-16"))
    assert (len(found), codes) == (1, [])


def test_lines_in_findings_of_a_broken_item_count_from_the_start_of_the_document():
    found, _ = frames(b"<a\n b='c'>\n<item>x</item>\n<item>\ny<</item>\n<item>z</item></a>")
    ctx = Context()
    for frame in found:
        xmlitems.item_of(frame, ctx, NAMES)
    assert [(d.code, d.origin.line) for d in ctx.diagnostics] == [("xml.not-well-formed", 5)]
    assert [frame.line for frame in found] == [3, 4, 6]
