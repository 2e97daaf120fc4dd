"""What is worked out of a word is worked out once, and not kept for ever."""

from newsparse.kit import memory
from newsparse.kit.memory import Memory


def test_a_word_is_worked_out_once() -> None:
    asked: list[str] = []
    known = Memory(lambda word: asked.append(word) or len(word))
    assert [known["one"], known["three"], known["one"]] == [3, 5, 3]
    assert asked == ["one", "three"]


def test_long_words_are_not_kept() -> None:
    known = Memory(len)
    assert known["x" * 1000] == 1000
    assert not known


def test_all_is_forgotten_when_it_is_full(monkeypatch) -> None:
    monkeypatch.setattr(memory, "_MOST", 3)
    known = Memory(len)
    assert [known[word] for word in ("a", "bb", "ccc", "dddd")] == [1, 2, 3, 4]
    assert list(known) == ["dddd"]
