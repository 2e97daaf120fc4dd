"""What the page goes on with below the story, though it is made as the story is: offers, and what stands far below."""

from collections.abc import Iterable
from itertools import islice

from newsparse.readers.html.blocks import Block
from newsparse.readers.html.families import holder_of
from newsparse.readers.html.tables import COMMENTS, CONTRIBUTION, FOLLOW, FOLLOWED, OFFERS

_LINES = 4  # of the story among which notes are
_NOTE = 160  # characters of a note on who helped
_BIOGRAPHY = 500  # characters of a note on who wrote the story
_BEFORE_NAME = 20  # characters of it before the name
_HEADING = 30
_LAST = 5  # lines of the story among which offers are
_OFFER = 320  # characters of an offer
_FAR = 12  # lines that were dropped between the story and what stands far below it
_LITTLE = 0.2  # of the story: as much at most stands far below
_FEW = 4  # lines, at most, that do


def drop_offers(worded: list[Block]) -> None:
    """Drop what the last lines offer with a link or an address: the newsletter, the app, an ear for the reader's own story."""
    for block in islice((b for b in reversed(worded) if b.dropped is None), _LAST):
        text = block.text
        if block.kind == "text" and len(text) < _OFFER and (block.linked or "@" in text) and _offers(f" {text.lower()}"):
            block.dropped = "newsletter"


def _offers(text: str) -> bool:
    if any(map(text.__contains__, OFFERS)):
        return True
    return any(map(text.__contains__, FOLLOWED)) and FOLLOW.search(text) is not None


def drop_notes(worded: list[Block], authors: Iterable[str]) -> None:
    """Drop what the last lines say of those who wrote and helped, and a heading of comments with what stands below it."""
    last = list(islice((b for b in reversed(worded) if b.dropped is None), _LINES + 1))
    names = [name for name in authors if " " in name]
    for at, block in enumerate(last[:-1]):
        text = block.text
        if block.kind != "text":
            continue
        if len(text) < _NOTE and CONTRIBUTION.match(text):
            block.dropped = "note"
        elif len(text) < _BIOGRAPHY and any(name in text[: _BEFORE_NAME + len(name)] for name in names):
            block.dropped = "author"
        elif len(text) < _HEADING and COMMENTS.match(text):
            for below in last[: at + 1]:
                below.dropped = "comment"


def drop_far_below(worded: list[Block]) -> None:
    """Drop the few lines that stand in other elements than the story, with much between them that was dropped."""
    tail: list[Block] = []
    gap = 0
    for at in range(len(worded) - 1, -1, -1):
        block = worded[at]
        if block.dropped is not None:
            gap += 1
        elif tail and gap >= _FAR:
            _drop_below([b for b in worded[: at + 1] if b.dropped is None], tail)
            return
        else:
            tail.append(block)
            gap = 0


def _drop_below(story: list[Block], tail: list[Block]) -> None:
    holders = set(map(holder_of, story))
    if (
        len(tail) <= _FEW
        and sum(len(b.text) for b in tail) < _LITTLE * sum(len(b.text) for b in story)
        and holders.isdisjoint(map(holder_of, tail))
    ):
        for block in tail:
            block.dropped = "footer"
