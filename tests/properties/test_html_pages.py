"""The laws over HTML pages: the corpus, any bytes, and any nesting of elements."""

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.context import Context
from newsparse.kit.html import load
from newsparse.readers.html import body
from newsparse.readers.html.tables import ELEMENTS, INLINE, MARK
from newsparse.registry import default
from newsparse.testing import ReaderLaws, honest, outcomes

pytestmark = pytest.mark.law
CORPUS = Path(__file__).parent.parent / "corpus" / "html"
READER = default().without_plugins().reader("html")
UNSEEN = frozenset(
    ["script", "style", "noscript", "template", "head", "title", "svg", "canvas", "map", "object", "video", "audio", "iframe"]
)


def seen(data: bytes) -> str:
    """What a person reads in the page: all text but that of elements that show none; blocks are set apart."""
    words = []
    stack = [load(data, Context()).root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            words.append(item)
            continue
        apart = "" if ELEMENTS.get(item.tag) in {INLINE, MARK} else " "
        stack.append(apart + (item.tail or ""))
        if item.tag not in UNSEEN:
            stack.extend(reversed(item))
            stack.append(apart + (item.text or ""))
    return "".join(words)


class TestHtml(ReaderLaws):
    reader = READER
    corpus = CORPUS

    def visible(self, data):
        return seen(data)


TAGS = st.sampled_from(
    [
        "div",
        "p",
        "span",
        "a",
        "b",
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "blockquote",
        "figure",
        "figcaption",
        "article",
        "section",
        "header",
        "footer",
        "nav",
        "aside",
        "form",
        "button",
        "pre",
        "em",
        "dl",
        "dt",
        "dd",
        "img",
        "br",
        "hr",
        "center",
        "main",
        "svg",
        "iframe",
        "summary",
    ]
)
NAMES = st.sampled_from(
    [
        "",
        "",
        "related",
        "share",
        "body",
        "caption",
        "comment-list",
        "sr-only",
        "byline",
        "newsletter",
        "box",
        "lead",
        "subtitle",
        "teaser",
        "widget",
        "disclosure",
    ]
)
TREES = ["alder", "birch", "cedar", "dogwood", "elm", "fir.", "Gorse,", "hazel", "1847", "ivy"]
LINES = st.one_of(st.lists(st.sampled_from(TREES), max_size=n).map(" ".join) for n in (12, 40))


@st.composite
def pages(draw):
    """Tags in any order, some of them closed, with lines of words between them."""
    parts, opened = [], []
    for _ in range(draw(st.integers(0, 25))):
        if opened and draw(st.booleans()):
            parts.append(f"</{opened.pop()}>")
        else:
            tag = draw(TAGS)
            opened.append(tag)
            parts.append(f'<{tag} class="{draw(NAMES)}" href="/x">' if draw(st.booleans()) else f"<{tag}>")
        parts.append(draw(LINES))
    return f"<title>Trees</title><body>{' '.join(parts)}".encode()


@given(pages())
def test_every_visible_word_is_in_the_article_or_in_a_reported_cut(page):
    with patch.object(body, "_OUTSIDE", len(page)):  # of what stands outside the story only a beginning is told
        honest(READER, page, seen(page))


@given(pages(), st.binary(max_size=40), st.integers(0, 400))
def test_any_page_with_any_bytes_inside_gives_an_article_or_a_parse_error(page, noise, at):
    list(outcomes(READER, page[:at] + noise + page[at:]))
