"""The lines above the text, which end in ` =`: notes in brackets, take keys, headline, byline, pictures."""

from collections.abc import Sequence
from itertools import zip_longest

from newsparse.kit import wire
from newsparse.kit.build import ArticleBuilder
from newsparse.model.text import Text
from newsparse.readers.iptc7901.habits import Habits

_MOST_LINES = 24
_FEW_LINES = 4  # that a head without its end sign may have
_FULL = 56  # a line that is as long, with the next word, was wrapped
_SHORT_BRACKET = 40
_OVERLINE_WORDS = 3
_LONGEST_TITLE = 240


def read_head(lines: list[wire.Line], build: ArticleBuilder, habits: Habits, *, cut: bool) -> list[wire.Line]:
    """Read the lines up to the one that ends in `=`; the lines below come back.

    Without that sign the first line is the headline, if it is no sentence, and a byline may follow; but in a message that was
    `cut` off the sign may be what is missing, so all of it is text.
    """
    at = next((n for n, line in enumerate(lines) if line.text), len(lines))
    lines = lines[at:]
    known = lines[:-1] if cut else lines
    end = next((n for n, line in enumerate(known[:_MOST_LINES]) if line.text.endswith("=")), None)
    if end is None:
        return lines if cut else _read_unsigned(lines, build, habits)
    texts = [line.text.strip() for line in lines[: end + 1] if line.text]
    texts[-1] = texts[-1][:-1].rstrip()
    _read_lines([text for text in texts if text], build, habits)
    return lines[end + 1 :]


def _read_unsigned(lines: list[wire.Line], build: ArticleBuilder, habits: Habits) -> list[wire.Line]:
    """The head of a message that does not mark it: a first line that is no sentence, and a byline below it."""
    end = 0
    while end < min(len(lines), _FEW_LINES) and lines[end].text and (end == 0 or _is_byline(lines[end].text.strip(), habits)):
        end += 1
    first = lines[0].text.strip() if lines else ""
    if not end or len(first) > _LONGEST_TITLE or first.endswith((".", ",")) or end == len(lines):
        return lines
    _read_lines([line.text.strip() for line in lines[:end]], build, habits)
    build.say("title", "iptc7901")
    return lines[end:]


def _read_lines(texts: list[str], build: ArticleBuilder, habits: Habits) -> None:
    units = _units(texts, habits)
    keys: list[str] = []
    titles: list[str] = []
    for n, unit in enumerate(units):
        if unit.startswith("("):
            _read_bracket(unit, keys, build, habits, above=not titles)
        elif titles and _is_byline(unit, habits):
            build.bylines.append(wire.byline(unit))
        elif not titles and _is_take_key(unit, units[n + 1 :], habits):
            keys.append(unit)
        else:
            titles.append(unit)
    build.take_key = " ".join(keys) or None
    _read_titles(titles, build)


def _units(texts: Sequence[str], habits: Habits) -> list[str]:
    """Wrapped lines joined: a bracket to its end, a full line with the next."""
    units: list[str] = []
    open_bracket = full = False
    for text, following in zip_longest(texts, texts[1:], fillvalue=""):
        if units and (open_bracket or (full and not text.startswith("(") and not _is_byline(text, habits))):
            units[-1] = wire.joined([units[-1], text])
        else:
            units.append(text)
        open_bracket = units[-1].startswith("(") and units[-1].count("(") > units[-1].count(")")
        full = bool(following) and len(text) + 1 + len(following.split(maxsplit=1)[0]) > _FULL
    return units


def _read_bracket(unit: str, keys: list[str], build: ArticleBuilder, habits: Habits, *, above: bool) -> None:
    """A take key, a note to editors, or what pictures there are."""
    own = build.extras["iptc7901"]
    if not above or (habits.pictures is not None and habits.pictures.match(unit)):
        own["below_headline"] = [*own.get("below_headline", []), unit]
    elif len(unit) <= _SHORT_BRACKET and ":" not in unit:
        keys.append(unit)
    else:
        build.ed_notes.append(unit)


def _is_byline(unit: str, habits: Habits) -> bool:
    return habits.byline is not None and habits.byline.match(unit) is not None


def _is_take_key(unit: str, following: Sequence[str], habits: Habits) -> bool:
    """A known word for the kind of message; or a few capitals above a headline that is not all capitals."""
    if not following:
        return False
    if habits.take_key is not None and habits.take_key.match(unit):
        return True
    few = unit.isupper() and len(unit.split()) <= _OVERLINE_WORDS
    return few and any(not line.isupper() and not line.startswith("(") and not _is_byline(line, habits) for line in following)


def _read_titles(titles: list[str], build: ArticleBuilder) -> None:
    """Overlines (a word or three, or ending in a colon), then the headline, then decks."""
    overlines = []
    while len(titles) > 1 and (len(titles[0].split()) <= _OVERLINE_WORDS or titles[0].endswith(":")):
        overlines.append(titles.pop(0))
    if overlines:
        build.extras["iptc7901"]["overlines"] = overlines
    if titles:
        build.set_title(titles[0])
        build.deck.extend(Text(line) for line in titles[1:])
