"""Lines and their bytes."""

from hypothesis import given
from hypothesis import strategies as st

from newsparse.kit.charset import decode
from newsparse.kit.lines import lines_of, visible


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\ufeff\x00"), max_size=8)),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_every_line_is_where_it_says(texts, end):
    data = end.join(texts).encode()
    decoded = decode(data, "utf-8")
    assert [data[line.start : line.end].decode() for line in lines_of(decoded)] == end.join(texts).split(end)


def test_utf_16_lines_count_two_bytes_a_character():
    data = "é\nab".encode("utf-16")
    assert [(line.text, data[line.start : line.end].decode("utf-16-le")) for line in lines_of(decode(data))] == [
        ("é", "é"),
        ("ab", "ab"),
    ]


def test_control_characters_are_counted_and_replaced():
    assert visible("a\x00b\x1bc\x0bd") == ("a\ufffdb\ufffdc d", 2)
