"""Rows of ANPA 1312: the signs in their cells, read for one row as for all of them."""

import pytest

import newsparse

HEAD = b"\x16\x16\x01a0001\x1f-----\r\nr s\x14\x12 BC-Kites     05-17 0020\r\n\x02^BC-Kites<\r\n^Kites<\r\n"
CELLS = {
    b"Bay\x10 Hill;1;2": ["Bay Hill", "1", "2"],
    b"Bay\x10Hill;3{;_": ["Bay Hill", "3½", "_"],
    b"Bay\x10  Hill;1;2": ["Bay Hill", "1", "2"],
    b"Bay  Hill; 1 ;2": ["Bay  Hill", "1", "2"],
    b"{a};``b'';c<": ["{a}", "“b”", "c"],
    b"^A;^B;C": ["A", "B", "C"],
    b"a\x1fb;c\x1fd": ["a", "b;c", "d"],
}


def table_of(*rows):
    data = HEAD + b"".join(b"\x08" + row + b"\x10 \r\n" for row in rows) + b"\x03AP-WF-05-17-16 0820GMT<\r\n\x04"
    (article,) = newsparse.parse(data, enrich=())
    return [[cell.text.text for cell in row] for row in article.sections[0].blocks[0].rows]


@pytest.mark.parametrize("row", CELLS)
def test_a_row_is_read_by_its_signs(row):
    assert table_of(row) == [CELLS[row]]


def test_rows_are_read_alike_in_one_table():
    assert table_of(*CELLS) == list(CELLS.values())
