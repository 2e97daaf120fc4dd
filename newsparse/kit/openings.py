"""Lines that a story opens with and no field states: the dateline, and a byline."""

from typing import Final

import attrs

from newsparse.kit.build import ArticleBuilder
from newsparse.kit.datelines import find_dateline
from newsparse.kit.names import credited, strip_by
from newsparse.model.agents import Byline, Dateline
from newsparse.model.blocks import Paragraph

OPENING: Final = 6
"""Paragraphs among which a byline may stand."""
_LEADS = 4  # those that may begin with a dateline


def infer_lines(
    builder: ArticleBuilder, *, place: str | None = None, byline: bool = True, cut: bool = False, by: str = "wirebody"
) -> None:
    """Read from the first paragraphs what nothing states: the dateline that one begins with, or else `place`; and a byline.

    Who a dateline says has the story is its source, where no source is stated.
    `cut`: the document breaks off in the last paragraph, which is not looked at, and `place` stands in for no dateline that
    may have followed. `by` is who says so.
    """
    _affiliate(builder, open=cut and not builder.letters)
    unsigned = byline and not any(one.agents for one in builder.bylines)
    if unsigned or builder.dateline is None:
        texts = [block.text.text for block in builder.opening(OPENING) if isinstance(block, Paragraph)]
        if cut and len(texts) < OPENING:
            texts = texts[:-1]
        if builder.dateline is None:
            _infer_dateline(builder, texts[:_LEADS], None if cut and len(texts) < _LEADS else place, by)
        if unsigned:
            _infer_byline(builder, texts, by)
    if builder.source is None and builder.dateline is not None and builder.dateline.agency and not (cut and not builder.letters):
        builder.source = builder.dateline.agency
        builder.say("metadata.source", by, "rule")


def _affiliate(builder: ArticleBuilder, *, open: bool) -> None:  # noqa: A002  the document is
    """Make of an agency that a byline names beside its writers, and the document as its own, whom they work for.

    `open`: the document may have named it behind where it breaks off, and so nobody is certain to be a writer.
    """
    for n, byline in enumerate(builder.bylines):
        if len(byline.agents) < 2:
            continue
        if open:
            builder.bylines[n] = attrs.evolve(byline, agents=())
            continue
        provider, holder = builder.provider, builder.rights.holder if builder.rights is not None else None
        names = (provider.name if provider is not None else None, builder.source, builder.credit, holder)
        own = {name.casefold() for name in names if name}
        writers = tuple(agent for agent in byline.agents if agent.name.casefold() not in own)
        if writers and len(writers) < len(byline.agents):
            agency = next(agent.name for agent in byline.agents if agent.name.casefold() in own)
            made = (attrs.evolve(agent, affiliation=agent.affiliation or agency) for agent in writers)
            builder.bylines[n] = attrs.evolve(byline, agents=tuple(made))


def _infer_byline(builder: ArticleBuilder, texts: list[str], by: str) -> None:
    """A line that says "By" and names people and nobody else."""
    for text in texts:
        rest = strip_by(text) if 4 < len(text) <= 80 else None
        agents = credited(text) if rest else ()
        if rest and agents and all(agent.kind == "person" for agent in agents) and not rest.endswith("."):
            builder.bylines.insert(0, Byline(raw=text, agents=agents))
            builder.say("bylines", by, "rule", 0.9)
            return


def _infer_dateline(builder: ArticleBuilder, texts: list[str], place: str | None, by: str) -> None:
    for text in texts:
        found = find_dateline(text)
        if found is not None:
            builder.dateline = found
            builder.say("dateline", by, "rule", 0.9)
            return
    if place:
        builder.dateline = Dateline(raw=place, place=place)
