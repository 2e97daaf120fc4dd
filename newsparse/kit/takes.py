"""What stands below a take for the desks: that more of the story follows (`(more)`), or that this was all (`-30-`, `ENDS`).

Such a mark is no text. The readers of text wires take it from the end of the text and keep it as it stood, as `end_mark` of their
format's extras; where more follows, `more` is a signal. An agency's own word is in its dialect (`end_marks`).
"""

from collections.abc import Collection
from typing import Final, Literal, TypeAlias

from newsparse.kit.build import ArticleBuilder
from newsparse.kit.wire import Line

Mark: TypeAlias = Literal["more", "end"]

MORE: Final = "more"
"""The signal of a story that goes on in another take."""
_WORDS: Final[dict[str, Mark]] = {
    **dict.fromkeys(("more", "more to come", "more to follow", "more follows", "mehr folgt", "fortsetzung folgt"), "more"),
    **dict.fromkeys(("à suivre", "a suivre", "sigue", "segue"), "more"),
    **dict.fromkeys(("30", "0", "end", "ends", "enditem", "item ends", "ende", "schluss", "fin", "fim", "fine", "slut"), "end"),
}
_OPEN, _CLOSE = "([{<-–—_*#=/", ")]}>-–—_*#=/"
_DASHES = "-–—"
_AROUND = f" \t.^{_OPEN}{_CLOSE}"
_LONGEST = 30
_FEWEST_SIGNS = 3  # ### alone


def mark_of(line: str, own: Collection[str] = ()) -> Mark | None:
    """What a line by itself below the text says; None for text. `own` are an agency's words for the end.

    A word has to stand between signs or in capitals, and a number between dashes: `Fin` may be a name and `30` a score.
    """
    line = line.strip()
    if not 1 < len(line) <= _LONGEST:
        return None
    if own and line.lower() in {word.lower() for word in own}:
        return "end"
    bare = line.strip(_AROUND)
    if not bare:
        return "end" if line.count("#") >= _FEWEST_SIGNS and not line.strip("# ") else None
    said = _WORDS.get(bare.lower())
    if said is None:
        return None
    if bare.isdigit():
        return said if line[0] in _DASHES and line[-1] in _DASHES else None
    return said if bare.isupper() or (line[0] in _OPEN and line[-1] in _CLOSE) else None


def keep_mark(line: str, build: ArticleBuilder, own: Collection[str] = (), *, raw: str | None = None) -> bool:
    """Whether the line is such a mark; it is kept then, `raw` where it stood otherwise, and is not to be read as text."""
    said = mark_of(line, own)
    if said is None:
        return False
    build.extras.setdefault(build.format, {})["end_mark"] = line.strip() if raw is None else raw
    if said == MORE and MORE not in build.signals:
        build.signals.append(MORE)
        build.say("metadata.signals", build.format)
    return True


def take_mark(groups: list[list[Line]], build: ArticleBuilder, own: Collection[str] = ()) -> None:
    """Take the last group of lines away where it is such a mark by itself, below a text."""
    if len(groups) > 1 and len(groups[-1]) == 1 and keep_mark(groups[-1][0].text, build, own):
        del groups[-1]
