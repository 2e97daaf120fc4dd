"""Entry points that name something, but no reader of that name."""

from newsparse.plugin import Match, Reader


def parse(frame: object, options: object, ctx: object) -> object:
    """Never called."""
    raise NotImplementedError


NUMBER = 42
READER = Reader(name="another", title="another", sniff=lambda head: Match.NO, parse=parse)
