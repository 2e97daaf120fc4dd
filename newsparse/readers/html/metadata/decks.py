"""The standfirst: which of the lines between the headline and the story it is, if any."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice, pairwise
from typing import Any

from newsparse.kit.html import words_of
from newsparse.kit.names import people, strip_by
from newsparse.model.agents import Agent
from newsparse.readers.html.folding import says
from newsparse.readers.html.hints import hint_of, names_of
from newsparse.readers.html.metadata.facts import Candidate, key
from newsparse.readers.html.metadata.header import Line, text_of
from newsparse.readers.html.metadata.hints import named
from newsparse.readers.html.metadata.tables import NOTICES, PICTURES, SUBTITLE
from newsparse.readers.html.tables import HEADINGS

_SHORTEST, _LONGEST = 25, 700
_SHORTEST_HEADING = 30
_SHORTEST_UNMARKED, _LONGEST_UNMARKED = 40, 450
_LONGEST_LABEL = 30
_STOPS = '.?!…"”»“。！？'
_PROSE = frozenset(["p", "div"])
_FIRST_PARAGRAPH = 80
_LONGEST_CREDIT = 90
_HEADINGS = frozenset(["h2", "h3"])
_SHOWN = ("img", "picture", "figure", "video", "audio", "iframe")
_BESIDE = frozenset(["aside", "nav", "form", "footer", "a"])
_OTHERS = frozenset(["consent", "caption", "author", "comment"])
_UP = 4  # elements between a caption's text and its figure
_MOST_BESIDE = 24  # elements beside a paragraph that are looked at
_FEW_PARAGRAPHS = 3
_BY = re.compile(r"(?<=[.!?…\"”»“])\s+(?:By|Von|Par|Por|Di|Door|Av|Af)\Z")
_SHORTEST_PARAGRAPH = 120
_LONGEST_HEADING = 200
_EXPANDED = 2  # letters of a key that one character may become
_OF_AUTHORS = re.compile(r"(?<![^-_\s])auth?or(?:s|es|en|in)?(?![a-z])|(?<![^-_\s])auteurs?(?![a-z])")  # boxes about them
_APART = frozenset(["figure", "figcaption", "footer"])
_CUT_OFF = ("...", "…", "[...]", "[…]")


def choose(near: list[Line], descriptions: list[Candidate], titles: Iterable[str]) -> tuple[Line | None, Line | None]:
    """The standfirst; or, where that line or the description is rather the story's first paragraph, that paragraph.

    Of the lines above the story, one that is marked as a standfirst counts most, then one that the description repeats,
    then a paragraph of another kind than the story's, then a heading. `titles` are strings that it must not merely repeat.
    """
    line = _choose(near, descriptions, titles)
    return (None, line) if line is not None and (_of_the_story(line) or _opens_the_story(line)) else (line, None)


def _choose(near: list[Line], descriptions: list[Candidate], titles: Iterable[str]) -> Line | None:
    heads = {key(title) for title in titles} - {""}

    def first(among: list[Line], test: Callable[[Line], bool]) -> Line | None:
        return next((line for line in among if test(line) and not _is_other(line, heads)), None)

    lines = [line for line in near if _says(line.text, _SHORTEST)]
    above, begun = _above(lines)
    if marked := first(above, _is_marked):
        return marked
    told = list(dict.fromkeys(one for candidate in descriptions for one in _told(candidate.value)))  # tags repeat one another
    least = min((len(description) for description, _ in told), default=0)
    long = [line for line in lines if len(line.text) * _EXPANDED >= least]
    if told and (repeated := first(long, lambda line: _is_told(line, told))):
        return repeated
    apart = first(above, _stands_apart) if begun else None
    return apart or first(above, _is_heading) or first(lines, _is_marked)


def describes(description: Candidate, line: Line) -> bool:
    """Whether a description says what a line says, cut off or not."""
    return _is_told(line, _told(description.value))


def _is_told(line: Line, told: list[tuple[str, bool]]) -> bool:
    """Whether a line says what one of the descriptions says, which `_told` made ready."""
    name = key(line.text)
    return any(_repeats(name, description, cut) for description, cut in told)


def without_credit(text: str, agents: Iterable[Agent]) -> str:
    """A standfirst or summary without the byline that is run on behind it: "… in town. By Ada Holm"."""
    for agent in agents:
        head, found, tail = text.rpartition(f" {agent.name}")
        if found and not tail.strip(" .") and (by := _BY.search(head)):
            return head[: by.start()]
    return text


def _is_marked(line: Line) -> bool:
    return (
        line.hint == "deck"
        and line.element.tag != "li"
        and len(line.text) <= _LONGEST
        and not _is_notice(line.text)
        and _linked(line) * 2 < len(line.text)
        and line.element.tag != "figure"
        and next(line.element.iter(*_SHOWN), None) is None
    )


def _linked(line: Line) -> int:
    """How many characters of a line are links."""
    return sum(len(text_of(link)) for link in line.element.iter("a"))


def _above(lines: list[Line]) -> tuple[list[Line], bool]:
    """The lines above the story, up to the first of two paragraphs of one kind; and whether there are such."""
    prose = [(at, line) for at, line in enumerate(lines) if line.element.tag in _PROSE and _says(line.text, _FIRST_PARAGRAPH + 1)]
    for (at, line), (_, follower) in pairwise(prose):
        if _kind(line) == _kind(follower):
            return lines[:at], True
    return lines[: prose[0][0]] if prose else lines, False


def _is_notice(text: str) -> bool:
    """Whether a line speaks of the site; words are looked for one by one, which takes a sixth of one expression of all."""
    text = text.lower()
    return any(word in text for word in NOTICES)


def _says(text: str, least: int) -> bool:
    """Whether a line says so much at least; nearly always its length tells."""
    return len(text) >= least or (len(text) * 5 // 2 >= least and says(text) >= least)


def _kind(line: Line) -> tuple[str, ...]:
    """What paragraphs of one story have in common: tag and class; without a class, those of what they stand in."""
    element = line.element
    if names := element.get("class"):
        return element.tag, names
    outer = element.getparent()
    return (element.tag, "") if outer is None else (element.tag, "", outer.tag, outer.get("class") or "")


def _stands_apart(line: Line) -> bool:
    """Whether an unmarked paragraph says a sentence or more, as a standfirst does."""
    return (
        not line.hint
        and line.element.tag in _PROSE
        and _SHORTEST_UNMARKED <= says(line.text) <= _LONGEST_UNMARKED
        and line.text[-1] in _STOPS
        and not _is_notice(line.text)
        and not _of_the_story(line)
    )


def _is_heading(line: Line) -> bool:
    """Whether an unmarked heading stands for a standfirst: headings of other stories are links."""
    return (
        not line.hint
        and line.element.tag in _HEADINGS
        and _SHORTEST_HEADING <= len(line.text) <= _LONGEST
        and next(line.element.iter("a"), None) is None
        and (line.element.getparent() is None or line.element.getparent().tag != "a")
        and not _is_one_of_several(line.element)
    )


def _is_one_of_several(heading: Any) -> bool:
    """Whether headings of the very same kind follow beside it: it is one of the story's."""
    beside = islice(heading.itersiblings(heading.tag), _MOST_BESIDE)
    return any(other.get("class") == heading.get("class") for other in beside)


@lru_cache(maxsize=64)  # each line by the headline is held against it
def _told(description: str) -> list[tuple[str, bool]]:
    """What a description says, as a key, and whether it is cut off; with and without a label before a colon."""
    whole = description.rstrip()
    end = next((end for end in _CUT_OFF if whole.endswith(end)), "")
    whole = whole.removesuffix(end).rstrip()
    label, colon, rest = whole.partition(": ")
    told = [(key(whole), end != "")]
    return [*told, (key(rest), end != "")] if colon and len(label) <= _LONGEST_LABEL else told


def _is_other(line: Line, heads: set[str]) -> bool:
    """Whether a line is a headline again, a byline, a credit or a caption, or in a footer, where who wrote it may stand."""
    name, text = key(line.text), line.text
    if any(name in head or (head in name and len(name) < 2 * len(head)) for head in heads):
        return True
    if "©" in text or PICTURES.search(text) or (len(text) <= _LONGEST_CREDIT and (strip_by(text) or people(text))):
        return True
    node = line.element.getparent()
    for _ in range(_UP):
        if node is None:
            return False
        if node.tag in _APART or (node.tag != "article" and _OF_AUTHORS.search(node.get("class") or "")):
            return True
        node = node.getparent()
    return False


def _of_the_story(line: Line) -> bool:
    """Whether a line is a paragraph of the story itself: others of the very same kind stand beside it."""
    element, outer = line.element, line.element.getparent()
    if element.tag != "p" or outer is None:
        return False
    kind = element.get("class")
    beside = (p for p in islice(outer, _MOST_BESIDE) if p.tag == "p" and p.get("class") == kind)
    paragraphs = (p for p in beside if _says(words_of(p), _SHORTEST_UNMARKED))
    return next(islice(paragraphs, _FEW_PARAGRAPHS - 1, None), None) is not None


def _opens_the_story(line: Line) -> bool:
    """Whether a line above the story is its first paragraph: as long as one, no heading, and not named for what stands above."""
    element = line.element
    if not _says(line.text, _SHORTEST_PARAGRAPH) or _is_notice(line.text) or element.tag == "li":
        return False
    if element.tag in HEADINGS and len(line.text) < _LONGEST_HEADING:
        return False
    around = [element, *islice(element.iterancestors(), _UP - 1)]
    if len(line.text) < _LONGEST_HEADING and any(SUBTITLE.search(named(node)) for node in around[:2]):
        return False
    if next(element.iter(*_SHOWN), None) is not None:
        return False
    return _linked(line) * 3 < len(line.text) and not any(
        node.tag in _BESIDE or hint_of(names_of(node)) in _OTHERS for node in around
    )


def _repeats(line: str, description: str, cut: bool) -> bool:
    """Whether a line says what the description says: all of it, with a place name before it, or with the end it lacks."""
    if len(description) < 20:
        return False
    if line == description or (line.endswith(description) and len(line) <= len(description) + 25):
        return True
    return line.startswith(description) and (cut or len(description) >= 100) and len(line) < 3 * len(description) + 60
