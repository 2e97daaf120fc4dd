"""The layout of the JSON form; that it loses nothing is a law (tests/properties)."""

import json

import newsparse
from newsparse.schema import to_dict, to_json

ARTICLE = newsparse.parse_one(
    "Ferry stops\n\nBy Ada Brink\n\nThe ferry stops on Monday.\n\nIt will run again in May.\n", format="text", enrich=()
)


def test_each_block_has_a_line_of_its_own() -> None:
    lines = newsparse.render(ARTICLE, "json").splitlines()
    starts = [line.strip()[:32] for line in lines if '"type": "paragraph"' in line]
    assert starts == ['{"type": "paragraph", "id": "b1"', '{"type": "paragraph", "id": "b2"']


def test_a_field_stands_at_its_own_indent() -> None:
    assert '\n    "title": "Ferry stops",\n' in newsparse.render(ARTICLE, "json:indent=4")


def test_indent_0_puts_an_article_on_one_line() -> None:
    text = newsparse.render(ARTICLE, "json:indent=0")
    assert len(text.strip().splitlines()) == 3
    assert json.loads(text)["articles"] == [to_dict(ARTICLE)]


def test_the_layout_changes_no_value() -> None:
    assert json.loads(to_json(ARTICLE, indent=2)) == json.loads(to_json(ARTICLE))
