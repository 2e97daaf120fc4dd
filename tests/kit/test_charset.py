"""Bytes to characters: what is honoured, and which it was."""

import pytest

from newsparse.kit.charset import decode, is_utf8, to_utf8


@pytest.mark.parametrize(
    ("data", "declared", "text", "charset", "whence"),
    [
        ("é".encode(), None, "é", "utf-8", "sniffed"),
        ("é".encode(), "utf-8", "é", "utf-8", "declared"),
        ("é".encode(), "iso-8859-1", "é", "utf-8", "sniffed"),
        ("é".encode("latin-1"), "utf-8", "é", "cp1252", "fallback"),
        ("é”".encode("cp1252"), "iso-8859-1", "é”", "cp1252", "declared"),
        ("\ufeffé".encode(), "iso-8859-1", "é", "utf-8", "bom"),
        ("\ufeff\ufeffé".encode(), None, "é", "utf-8", "bom"),
        ("\ufeffété".encode("utf-16"), None, "été", "utf-16-le", "bom"),
        ("été".encode("utf-16"), None, "été", "utf-16-le", "bom"),
        ("a few words".encode("utf-16-le"), None, "a few words", "utf-16-le", "sniffed"),
        ("a few words".encode("utf-16-be"), None, "a few words", "utf-16-be", "sniffed"),
        ("été".encode(), "utf-16", "été", "utf-8", "sniffed"),
        ("été".encode("latin-1"), "utf-16", "été", "cp1252", "fallback"),
        ("a few words".encode("utf-16-le"), "utf-16", "a few words", "utf-16-le", "declared"),
        ("新闻".encode("gbk"), "gb2312", "新闻", "gb18030", "declared"),
        ("Привет".encode("cp1251"), "windows-1251", "Привет", "cp1251", "declared"),
        (b"+ADw-", "utf-7", "+ADw-", "utf-8", "sniffed"),
        (b"\x81\x8d a", None, "\x81\x8d a", "cp1252", "fallback"),
    ],
)
def test_a_charset_is_chosen(data, declared, text, charset, whence):
    found = decode(data, declared)
    assert (found.text, found.charset, found.charset_from) == (text, charset, whence)
    brought = to_utf8(data, declared)
    assert (brought.data, brought.charset, brought.charset_from) == (text.encode(), charset, whence)


@pytest.mark.parametrize("before", [8_189, 8_190, 8_191, 8_192])
def test_a_character_may_stand_on_the_edge_of_two_pieces(before):
    assert is_utf8(b"a" * before + "新".encode())
    assert not is_utf8(b"a" * before + "新".encode()[:-1])
    assert not is_utf8(b"a" * before + b"\xe6" + b"a" * 9_000)


def test_a_cut_utf_8_text_is_utf_8_still():
    found = decode("été à Noël, déjà".encode()[:-1], "utf-8")
    assert (found.charset, found.replaced) == ("utf-8", 1)
    assert decode(("é" * 70_000).encode("cp1252") + b"\x81").charset == "cp1252"
