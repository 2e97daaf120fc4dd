import json
from collections.abc import Callable

import jsonschema
import pytest
from hypothesis import given

from newsparse.errors import ParseError
from newsparse.model import Article, FrozenMap
from newsparse.readers.json import READER
from newsparse.schema import SchemaError, from_json, line, schema_text, to_dict, to_json
from newsparse.schema.codec import BLOCKS, FIELDS
from newsparse.testing import articles, outcomes

SCHEMA = json.loads(schema_text("json"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_published_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@given(articles())
def test_what_is_written_fits_the_published_schema(article: Article) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(to_json(article)))) == []
    assert list(VALIDATOR.iter_errors(json.loads(line(article)))) == []


@pytest.mark.parametrize("kind", FIELDS, ids=lambda kind: kind.__name__)
def test_the_published_schema_names_every_field(kind: type) -> None:
    tag = {"type"} if kind in BLOCKS.values() else set()
    assert set(SCHEMA["$defs"][kind.__name__]["properties"]) == set(FIELDS[kind]) | tag


@given(articles())
def test_the_text_is_as_the_json_module_writes_the_values(article: Article) -> None:
    assert line(article) == json.dumps(json.loads(line(article)), ensure_ascii=False, separators=(",", ":"))
    indented = to_json(article, indent=2)
    assert json.loads(indented) == json.loads(to_json(article))
    assert all(json.dumps(value, ensure_ascii=False) in indented for value in to_dict(article).get("quotes", ()))


@pytest.mark.parametrize("write", [line, to_json, lambda article: to_json(article, indent=2)], ids=["line", "dense", "indented"])
def test_keys_of_a_newer_minor_version_are_written_back(write: Callable[[Article], str]) -> None:
    article = from_json('{"newsparse":"1.7","uid":"x","mood":{"a":[1]},"extras":{"b":2},"sections":[{"id":"s","tone":["c"]}]}')
    found = json.loads(write(article))
    found = found.get("articles", [found])[0]
    assert (found["mood"], found["extras"], found["sections"]) == ({"a": [1]}, {"b": 2}, [{"id": "s", "tone": ["c"]}])


def test_an_unknown_key_takes_the_place_of_no_field() -> None:
    article = Article(uid="x", extras=FrozenMap({"newsparse": {"uid": "y", "slugline": "z"}}))
    assert json.loads(line(article)) == {"newsparse": "1.0", "uid": "x", "slugline": "z"}


def test_what_is_kept_and_is_no_object_stays_in_the_extras() -> None:
    assert json.loads(line(Article(extras=FrozenMap({"newsparse": 5})))) == {"newsparse": "1.0", "extras": {"newsparse": 5}}


@pytest.mark.parametrize("text", ['{"newsparse":"2.0","uid":"x"}', '{"newsparse":1}', "[]", '{"uid":1}', '{"uid":NaN}', "{"])
def test_what_is_no_article_is_refused(text: str) -> None:
    with pytest.raises(SchemaError):
        from_json(text)


def test_an_error_says_where() -> None:
    with pytest.raises(SchemaError, match=r"^/articles/0/sections/0/blocks/0/text: "):
        from_json('{"newsparse":"1.0","articles":[{"sections":[{"id":"s","blocks":[{"type":"paragraph","id":"b","text":7}]}]}]}')


@pytest.mark.parametrize(
    "data", [b"[" * 100_000, b'{"a":' * 5_000, b'{"newsparse":"1.0","metadata":{"urgency":' + b"9" * 5_000 + b"}}"]
)
def test_depth_and_digits_are_bounded(data: bytes) -> None:
    assert all(isinstance(found, ParseError) for found in outcomes(READER, data))


def test_a_broken_line_costs_only_itself() -> None:
    good = line(Article(uid="x")).encode()
    found = list(outcomes(READER, good + b"\n{bad}\n" + good))
    assert [type(one).__name__ for one in found] == ["Article", "ParseError", "Article"]
