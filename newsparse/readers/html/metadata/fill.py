"""Facts into the article: model fields where there are such, `extras["html"]` for the rest."""

import re
from html import unescape
from typing import Any

from newsparse.diagnostics import Severity
from newsparse.kit.build import ArticleBuilder
from newsparse.model.agents import Agent, Byline
from newsparse.model.metadata import Link, Subject
from newsparse.model.text import Text
from newsparse.readers.html.metadata.facts import Facts, key

_NEXT_TO_NOTHING = 10  # how many times more JSON-LD has than the page shows
_BREAK = re.compile(r"[\r\n]+|</p>|<br ?/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,500}>")
_DENSE = frozenset(["ja", "ko", "zh"])  # languages whose characters say as much as three letters
_STUB = 900  # characters of paragraphs; the stories of our samples that are whole have more


def fill(facts: Facts, build: ArticleBuilder) -> None:
    """Put the chosen values into `build`, with their provenance and, in `extras`, the candidates that lost."""
    if facts.title:
        build.set_title(facts.title)
    build.deck.extend(Text(line) for line in facts.deck)
    if facts.summary:
        build.summary = Text(facts.summary)
    build.bylines.extend(Byline(raw=credit.raw, agents=credit.agents) for credit in facts.credits)
    for moment in facts.stamps:
        build.stamp(moment.kind, moment.raw, moment.value)
    build.lang = facts.lang
    build.rights = facts.rights
    build.keywords.extend(facts.keywords)
    if facts.publisher:
        build.provider = Agent(name=facts.publisher, kind="organisation")
    if facts.sections:
        build.category = facts.sections[0]
        build.subjects.extend(Subject(label=label, kind="section") for label in facts.sections[1:])
    for rel, href in (("canonical", facts.canonical), ("image", facts.image)):
        if href:
            build.links.append(Link(href=href, rel=rel))
    for field, said in facts.provenance.items():
        build.say(field, said.by, said.how, said.confidence)
    build.extras.setdefault("html", {}).update(_extras(facts))


def add_stated_body(facts: Facts, build: ArticleBuilder) -> bool:
    """After the body: where the page shows next to nothing of the text that JSON-LD states, add that text.

    Pages that scripts fill are such. Its paragraphs are told by line breaks, which JSON-LD seldom keeps. False where there
    was none to add.
    """
    stated = facts.article_body
    if stated is None or build.letters * _NEXT_TO_NOTHING >= len(stated):
        return False
    build.ctx.charge("text_chars", len(stated))
    paragraphs = [" ".join(unescape(_TAG.sub(" ", piece)).split()) for piece in _BREAK.split(stated)]
    for text in filter(None, paragraphs):
        build.paragraph(text)
    build.say("sections", "html: json-ld articleBody", "rule", 0.7)
    build.ctx.report("html.body-from-json-ld", "the page shows no body; it is JSON-LD's articleBody", severity=Severity.INFO)
    return True


def judge_stub(facts: Facts, build: ArticleBuilder) -> None:
    """After the body: a page that is not free and shows a few lines only is a stub of its story."""
    enough = _STUB // 3 if (facts.lang or "").split("-")[0] in _DENSE else _STUB
    if facts.free is False and facts.kind == "article" and build.letters < enough:
        build.extras["html"]["kind"] = "paywall-stub"


def _extras(facts: Facts) -> dict[str, Any]:
    extras: dict[str, Any] = {"kind": facts.kind}
    if facts.types:
        extras["types"] = list(facts.types)
    if facts.free is not None:
        extras["free"] = facts.free
    if facts.description and not facts.summary and not any(key(facts.description) in key(line) for line in facts.deck):
        extras["description"] = facts.description
    if facts.candidates:
        extras["candidates"] = {
            field: [{"value": candidate.value, "by": candidate.by} for candidate in said]
            for field, said in facts.candidates.items()
        }
    return extras
