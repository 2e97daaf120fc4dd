"""Facts into the article."""

from newsparse.kit.build import ArticleBuilder
from newsparse.model.agents import Byline
from newsparse.model.text import Text
from newsparse.readers.html.metadata.facts import Facts


def fill(facts: Facts, build: ArticleBuilder) -> None:
    """Put the chosen values into `build`."""
    if facts.title:
        build.set_title(facts.title)
    build.deck.extend(Text(line) for line in facts.deck)
    if facts.summary:
        build.summary = Text(facts.summary)
    build.bylines.extend(Byline(raw=credit.raw, agents=credit.agents) for credit in facts.credits)
    for moment in facts.stamps:
        build.stamp(moment.kind, moment.raw, moment.value)
    build.lang = facts.lang
