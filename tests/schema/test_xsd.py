"""The XSD of the XML form: what is written is valid against it, and what is wrong is not."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

import newsparse
from newsparse.schema import schema_text
from newsparse.testing import articles

SCHEMA = etree.XMLSchema(etree.fromstring(schema_text("xsd").encode()))
SAMPLE = (Path(__file__).parents[1] / "corpus" / "xml" / "valid" / "whole.xml").read_text(encoding="utf-8")


def valid(text):
    return SCHEMA.validate(etree.fromstring(text.encode()))


@given(articles())
def test_every_article_is_valid(article):
    document = etree.fromstring(newsparse.render(article, "xml").encode())
    assert SCHEMA.validate(document), SCHEMA.error_log.last_error


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        ("<title>", "<headline/><title>"),
        (r' id="b1"', ""),
        (r'level="0"', 'level="none"'),
        ("</section>", "</section><title/>"),
        (r'kind="direct"', 'kind="hearsay"'),
    ],
)
def test_what_the_form_does_not_know_is_invalid(pattern, replacement):
    assert valid(SAMPLE)
    damaged, count = re.subn(pattern, replacement, SAMPLE, count=1)
    assert count == 1
    assert not valid(damaged)
