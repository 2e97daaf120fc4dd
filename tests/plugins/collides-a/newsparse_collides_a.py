"""Takes names that others have: that of a built-in, and one that another distribution takes too."""

from newsparse.context import Context
from newsparse.kit.build import ArticleBuilder
from newsparse.model import Article
from newsparse.plugin import Frame, Head, Match, NoOptions, Reader


def sniff(head: Head) -> Match:
    """Never."""
    return Match.NO


def parse(frame: Frame, options: NoOptions, ctx: Context) -> Article:
    """An article that says who made it."""
    build = ArticleBuilder(ctx=ctx, format="text")
    build.set_title("a was here")
    return build.finish()


TEXT = Reader(name="text", title="text of a", sniff=sniff, parse=parse)
TWICE = Reader(name="twice", title="twice of a", sniff=sniff, parse=parse)
