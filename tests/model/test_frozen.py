import pickle

import pytest

from newsparse.model import FrozenMap, Mark, Section, Text, freeze, thaw
from newsparse.model.article import Article
from newsparse.model.check import problems


def test_a_map_is_frozen_to_the_bottom_and_thaws_to_the_same() -> None:
    assert thaw(FrozenMap({"a": [{"b": 1}]})) == {"a": [{"b": 1}]}


def test_a_map_refuses_change() -> None:
    made = FrozenMap({"a": 1})
    with pytest.raises(AttributeError):
        made.b = 2
    with pytest.raises(AttributeError):
        del made._items


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1}, {1: 2}])
def test_what_is_no_json_value_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        freeze(value)


def test_equal_maps_hash_equal_and_survive_pickling() -> None:
    one, two = FrozenMap({"a": 1, "b": 2}), FrozenMap({"b": 2, "a": 1})
    assert hash(one) == hash(two)
    assert pickle.loads(pickle.dumps(one)) == two


@pytest.mark.parametrize(
    "article",
    [
        Article(title=Text("\x00")),
        Article(title=Text("ab", (Mark(kind="code", start=1, end=3),))),
        Article(sections=(Section(id="s1"), Section(id="s1"))),
        Article(sections=(Section(id="s1", level=2),)),
    ],
)
def test_an_unsound_article_has_one_problem(article: Article) -> None:
    assert len(problems(article)) == 1


def test_a_map_says_what_it_holds_without_raising() -> None:
    made = FrozenMap({"a": 1})
    assert ("a" in made, "b" in made, made.get("a"), made.get("b"), made.get("b", 2)) == (True, False, 1, None, 2)
