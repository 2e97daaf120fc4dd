"""A story that the names of its writers open, on a page whose tags name the site as its author."""

from itertools import islice, pairwise

from newsparse.kit.build import ArticleBuilder
from newsparse.kit.names import credited
from newsparse.model.agents import Agent, Byline
from newsparse.readers.html.blocks import Block
from newsparse.readers.html.folding import says
from newsparse.readers.html.metadata import Facts

_FIRST = 3  # lines among which the names are; a standfirst may stand above
_LONGEST = 60  # characters of a line of names
_PARAGRAPH = 100  # letters of what stands below them
_WORDS = range(2, 5)  # of a name


def take_names(blocks: list[Block], facts: Facts, build: ArticleBuilder) -> None:
    """Take a first line of names for the byline, if all that is stated is the site itself; it is left out of the body."""
    stated = [agent for byline in build.bylines for agent in byline.agents]
    if not stated or build.provider is None or not all(_is_of(agent, build.provider) for agent in stated):
        return
    kept = islice((b for b in blocks if b.dropped is None and b.text), _FIRST + 1)
    for line, told in pairwise(kept):
        if says(line.text) > _PARAGRAPH or line.kind != "text":
            return
        agents = credited(line.text) if says(told.text) > _PARAGRAPH and len(line.text) < _LONGEST and not line.linked else ()
        if agents and all(map(_is_name, agents)):
            line.dropped = "repeat"
            _keep_as_candidate(facts, build)
            build.bylines[:] = [Byline(raw=line.text, agents=agents)]
            build.say("bylines", "html: first line of the body", "rule", 0.8)
            return


def _keep_as_candidate(facts: Facts, build: ArticleBuilder) -> None:
    """Keep what the tags state beside the candidates that lost."""
    said = facts.provenance.get("bylines")
    stated = [{"value": credit.raw, "by": said.by.removeprefix("html: ") if said else "tags"} for credit in facts.credits]
    candidates = build.extras.setdefault("html", {}).setdefault("candidates", {})
    candidates["bylines"] = [*stated, *candidates.get("bylines", ())]


def _is_of(agent: Agent, provider: Agent) -> bool:
    """Whether an author is the site itself, by its name or an account of that name: "Arve News", "Arve D"."""
    words = agent.name.casefold().split()
    return bool(words) and words[0] in provider.name.casefold().split()


def _is_name(agent: Agent) -> bool:
    words = agent.name.split()
    return agent.kind == "person" and len(words) in _WORDS and all(word[0].isupper() and word.isalpha() for word in words)
