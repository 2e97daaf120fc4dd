"""What is kept of a page's blocks, where the order in which they stand tells it."""

import pytest

from newsparse.readers.html import order
from newsparse.readers.html.blocks import Block

SENTENCE = "The bridge over the river will stay closed until Friday, the council said after a long meeting."


def block(kind, text="", dropped=None):
    made = Block(kind, None, "p", text)
    made.dropped = dropped
    return made


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (block("text", SENTENCE), True),
        (block("table"), True),
        (block("pre"), True),
        (block("media"), False),
        (block("hr"), False),
        (block("text", SENTENCE, "related"), False),
        (block("table", dropped="box"), False),
    ],
)
def test_a_picture_or_a_rule_alone_says_nothing(made, said):
    assert order.tells(made) is said


@pytest.mark.parametrize(
    ("kept", "back"),
    [([block("media")], True), ([block("table")], False), ([block("text", SENTENCE * 3)], False)],
    ids=["a picture", "a table", "a story"],
)
def test_a_sentence_beside_the_story_is_taken_back_where_nothing_else_says_anything(kept, back):
    beside = block("text", SENTENCE, "box")
    order.keep_something([*kept, beside])
    assert (beside.dropped is None) is back


def test_a_link_is_not_taken_back():
    beside = block("text", SENTENCE, "related")
    beside.linked = len(SENTENCE)
    order.keep_something([beside])
    assert beside.dropped == "related"
