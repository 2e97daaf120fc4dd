"""The lines above the text, which end in ` =`: notes in brackets, take keys, headline, byline, pictures."""

from newsparse.kit import wire
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.iptclines import Habits, is_below, is_byline, sort_head, unsigned
from newsparse.model.quick import new_text

_MOST_LINES = 24
_FEW_LINES = 4  # that a head without its end sign may have
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
    end = _with_more(known, end, habits)
    texts = [unsigned(line.text) for line in lines[: end + 1]]
    _put([text for text in texts if text], build, habits)
    return lines[end + 1 :]


def _with_more(lines: list[wire.Line], end: int, habits: Habits) -> int:
    """The line in which the head ends: bylines and brackets below an empty line may have an end sign of their own; brackets that
    name pictures need none.
    """
    while True:
        at = next((n for n in range(end + 1, min(end + 4, len(lines))) if lines[n].text), None)
        if at is None:
            return end
        text = unsigned(lines[at].text)
        signed = lines[at].text.endswith("=") and (text.startswith("(") or is_byline(text, habits))
        if not signed and not (at + 1 < len(lines) and is_below(text, habits)):
            return end
        end = at


def _read_unsigned(lines: list[wire.Line], build: ArticleBuilder, habits: Habits) -> list[wire.Line]:
    """The head of a message that does not mark it: a first line that is no sentence, and bylines and brackets below it."""
    end = 0
    while end < min(len(lines), _FEW_LINES) and lines[end].text and (end == 0 or _is_of_head(lines[end].text.strip(), habits)):
        end += 1
    first = lines[0].text.strip() if lines else ""
    if not end or len(first) > _LONGEST_TITLE or first.endswith((".", ",")) or end == len(lines):
        return lines
    _put([line.text.strip() for line in lines[:end]], build, habits)
    build.say("title", "iptc7901")
    return lines[end:]


def _is_of_head(text: str, habits: Habits) -> bool:
    return is_byline(text, habits) or (text.startswith("(") and text.endswith(")"))


def _put(texts: list[str], build: ArticleBuilder, habits: Habits) -> None:
    head = sort_head(texts, habits)
    own = build.extras["iptc7901"]
    build.take_key = " ".join(head.take_keys) or None
    build.ed_notes.extend(head.notes)
    build.bylines.extend(wire.byline(line) for line in head.bylines)
    if head.title is not None:
        build.set_title(head.title)
    build.deck.extend(new_text(line) for line in head.decks)
    kept = {
        "take_keys": head.take_keys if len(head.take_keys) > 1 else [],
        "overlines": head.overlines,
        "below_headline": head.below,
    }
    own.update({name: lines for name, lines in kept.items() if lines})
