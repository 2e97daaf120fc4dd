"""Dialects: habits as data, chosen by signs."""

from pathlib import Path

import attrs
import pytest

import newsparse
from newsparse.cli import main
from newsparse.context import Context
from newsparse.errors import UsageError
from newsparse.kit import dialect
from newsparse.model.frozen import FrozenMap
from newsparse.registry import default

DEFAULT = 'format = "kite"\nname = "default"\nsign_offs = ["END"]\n[fields]\n"%" = "category"\n"#" = "slugline"\n'
COAST = 'format = "kite"\nname = "coast"\n[signs]\nstarts = ["KITE CW"]\n[fields]\n"%" = "service"\n'
HARBOUR = 'format = "kite"\nname = "harbour"\n[signs]\nstarts = ["KITE CW"]\ncontains = ["\\n~"]\npattern = "^~[A-Z]$"\n'


def known(instance, attribute, value):
    dialect.map_names(value, ("category", "slugline", "service"))


@attrs.frozen(kw_only=True)
class Habits:
    fields: FrozenMap = attrs.field(converter=FrozenMap, validator=known)
    sign_offs: tuple[str, ...] = dialect.words()
    trailer: object = dialect.pattern()
    note: object = dialect.shape()


@pytest.fixture
def family(tmp_path, monkeypatch):
    home = tmp_path / f"kite_{tmp_path.name}"
    (home / "dialects").mkdir(parents=True)
    (home / "__init__.py").touch()
    for name, text in {"default": DEFAULT, "coast": COAST, "harbour": HARBOUR}.items():
        (home / "dialects" / f"{name}.toml").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    return dialect.Family("kite", home.name, Habits)


def given(text):
    return dialect.read(text.encode(), "mine.toml")


def test_the_signs_choose(family):
    assert family.choose("KITE CW\n", Context()).name == "coast"
    assert family.choose("KITE XX\n", Context()).name == "default"


def test_the_most_particular_one_wins(family):
    assert family.choose("KITE CW\n~A\n", Context()).name == "harbour"
    assert family.choose("KITE CW\n~Ab\n", Context()).name == "coast"


@pytest.mark.parametrize(("pattern", "head", "chosen"), [("^CW", "x\nCW\n", "mine"), (r"\A.?CW", "x\nCW\n", "default")])
def test_a_pattern_of_the_signs_is_found_in_any_line_unless_it_asks_for_the_first(family, pattern, head, chosen):
    mine = given(f'format = "kite"\nname = "mine"\n[signs]\npattern = \'{pattern}\'')
    assert family.choose(head, Context(dialects=(mine,))).name == chosen


def test_a_dialect_states_only_its_differences(family):
    habits = family.choose("KITE CW\n", Context()).habits
    assert habits == Habits(fields={"%": "service", "#": "slugline"}, sign_offs=("END",))


def test_a_name_beats_the_signs(family):
    assert family.choose("KITE CW\n", Context(), "default").name == "default"
    with pytest.raises(UsageError, match="harbour"):
        family.choose("KITE CW\n", Context(), "kites")


def test_the_callers_dialect_comes_first(family):
    mine = given('format = "kite"\nname = "mine"\ntitle = "Mine"\nsign-offs = ["X"]\n')
    other = given('format = "other"\nname = "no"')
    chosen = family.choose("KITE CW\n", Context(dialects=(other, mine)))
    assert (chosen.name, chosen.habits.sign_offs) == ("mine", ("X",))
    assert [name for name, _ in family.listed((mine,))] == ["mine", "harbour", "coast", "default"]


@pytest.mark.parametrize(
    "text",
    [
        "sign_offs = 3", "sign_offs = [3]", "wrong = 1", "trailer = '('", "trailer = 3", "note = { pattern = '(' }",
        "note = { words = 'x' }", "note = 3", "note = ['*']", "signs = 1", "[fields]\na = 'nothing'",
        "[signs]\nstarts = 1", "[signs]\nwhere = 1", "[signs]\npattern = '('", "[signs]\npattern = 1",
    ],
)  # fmt: skip
def test_a_file_that_does_not_fit_is_refused(family, text):
    with pytest.raises(UsageError):
        family.listed((given(f'format = "kite"\nname = "bad"\n{text}'),))


@pytest.mark.parametrize(
    "text", ["name = 'x'", "format = 'kite'", "format = ", "\x00", "format = 'k'\nname = 'x'\nday = 2001-01-01"]
)
def test_what_is_no_dialect_file_is_refused(text):
    with pytest.raises(UsageError):
        given(text)


def test_the_command_line_refuses_one_that_its_reader_cannot_use(tmp_path, capsys):
    path = tmp_path / "d.toml"
    path.write_text('format = "json"\nname = "x"')
    assert main(["detect", str(path), "--dialect", str(path)]) == 2
    assert "has no dialects" in capsys.readouterr().err


@pytest.mark.parametrize("reader", [r for _, r in default().readers() if hasattr(r.dialects, "__self__")], ids=lambda r: r.name)
def test_every_dialect_that_comes_with_a_reader_is_sound(reader):
    family = reader.dialects.__self__
    for name, _ in family.listed():
        family.choose("", Context(), name).prove()


def test_a_pattern_is_compiled_when_a_line_asks(family):
    mine = given("format = 'kite'\nname = 'mine'\nnote = { pattern = '(?i)^n[ao]te: ' }")
    note = family.choose("", Context(dialects=(mine,))).habits.note
    assert note.length("NATE: x") == 6
    assert note.firsts is None


@pytest.mark.parametrize("written", ['"eds, (note to editors*"', '["eds", "(note to editors*"]'])
def test_words_are_parted_by_commas_or_in_a_list(family, written):
    mine = given(f"format = 'kite'\nname = 'mine'\nnote = {written}")
    assert family.choose("", Context(dialects=(mine,))).habits.note.phrases == ("eds", "(note to editors*")


@pytest.mark.parametrize("where", ["[signs]\npattern", "trailer"])
def test_a_pattern_that_a_text_can_hold_up_is_refused_before_one_is_read(family, where):
    mine = given(f'format = "kite"\nname = "mine"\n{where} = \'^(a+)+b$\'')
    with pytest.raises(UsageError, match="without end"):
        family.choose("KITE CW\n", Context(dialects=(mine,)))


def test_a_pattern_is_not_tried_on_what_is_longer_than_a_line(family):
    trailer = dialect.Pattern("a+b")
    assert trailer.match("a" * 999 + "b") is not None
    assert trailer.match("a" * 1_000 + "b") is trailer.search("a" * 1_000 + "b") is None


OURS = sorted((Path(newsparse.__file__).parent / "readers").rglob("dialects/*.toml"))


def test_no_text_holds_up_a_dialect_of_ours():
    assert len(OURS) > 20
    for path in OURS:
        made = dialect.read(path.read_bytes(), path.name)
        default().reader(made["format"]).dialects((made,))
