"""What the page goes on with below the story, though it is made as the story is: offers, and what stands far below."""

from itertools import islice

from newsparse.readers.html.blocks import Block
from newsparse.readers.html.families import holder_of
from newsparse.readers.html.tables import OFFER

_LAST = 5  # lines of the story among which offers are
_OFFER = 320  # characters of an offer
_FAR = 12  # lines that were dropped between the story and what stands far below it
_LITTLE = 0.2  # of the story: as much at most stands far below
_FEW = 4  # lines, at most, that do


def drop_offers(worded: list[Block]) -> None:
    """Drop what the last lines offer with a link or an address: the newsletter, the app, an ear for the reader's own story."""
    for block in islice((b for b in reversed(worded) if b.dropped is None), _LAST):
        if block.kind == "text" and len(block.text) < _OFFER and (block.linked or "@" in block.text) and OFFER.search(block.text):
            block.dropped = "newsletter"


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
