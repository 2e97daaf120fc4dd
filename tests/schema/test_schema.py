import json

import jsonschema
import pytest
from hypothesis import given

from newsparse.errors import ParseError
from newsparse.model import Article
from newsparse.readers.json import READER
from newsparse.schema import SchemaError, from_json, line, schema_text, to_json
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


def test_keys_of_a_newer_minor_version_are_written_back() -> None:
    article = from_json('{"newsparse":"1.7","uid":"x","mood":{"a":[1]}}')
    assert json.loads(line(article))["mood"] == {"a": [1]}


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
