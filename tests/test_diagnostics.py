"""Diagnostics as one printable line."""

import pytest

from newsparse.diagnostics import Diagnostic, Severity, counted, line, printable
from newsparse.model import Origin


@pytest.mark.parametrize(
    ("origin", "place"),
    [
        (None, "a.txt"),
        (Origin(line=3), "a.txt:3"),
        (Origin(line=3, column=7), "a.txt:3:7"),
        (Origin(byte_start=9), "a.txt:byte 9"),
        (Origin(path="/x"), "a.txt:/x"),
        (Origin(), "a.txt"),
    ],
)
def test_a_place_is_told_as_it_is_known(origin, place):
    found = Diagnostic(code="x.y", severity=Severity.WARNING, message="odd", origin=origin, label="a.txt", hint="mend it")
    assert line(found) == str(found) == f"{place}: warning[x.y]: odd (mend it)"


def test_nothing_that_moves_a_terminal_gets_out():
    assert printable("a\x1b[2J\u202eb\ud800\nc") == "a\\x1b[2J\\u202eb\\ud800\\nc"
    assert len(printable("x" * 500)) == 300


def test_what_is_counted_is_in_the_number_that_it_has():
    assert [counted(1, "mark"), counted(2, "mark"), counted(1200, "body", "bodies")] == ["1 mark", "2 marks", "1,200 bodies"]
