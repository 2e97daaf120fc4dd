"""How long a regular expression may look at a text, counted from how it is written: for patterns that users bring.

`re` goes back over every repeat and alternative that it may have taken otherwise, and `(a+)+b` never comes home. What is counted
is what could be tried at worst, whatever the text: more than ever is, but never less. Written are the signs that the
documentation of `re` has; possessive repeats (`*+`) and atomic groups (`(?>…)`), which are not gone back over, cost what one
pass does.
"""

import re
from typing import Final, NamedTuple

MOST: Final = 100_000_000
"""Steps that a pattern may take in a text: a second, where the text is the worst there is for it."""
_ENDLESS: Final = 1 << 62
_TOKEN: Final = re.compile(
    r"""
    (?P<class> \[ \^?+ \]?+ (?:[^\]\\]|\\.)*+ \] )
  | (?P<escape> \\. )
  | (?P<quick> \(\?\# [^)]*+ \) | \(\?P=\w++\) | \(\?[aiLmsux]++\) )
  | (?P<open> \( (?: \?(?: P<\w++> | <?[=!] | [:>] | \(\w++\) | [aiLmsux]*+ (?:-[imsx]++)?+ : ) )?+ )
  | (?P<close> \) )
  | (?P<or> \| )
  | (?P<repeat> [*+?] | \{\d*+(?:,\d*+)?+\} ) (?P<how> [+?]? )
  | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_VERBOSE: Final = re.compile(r"\(\?[aiLmsu]*x")
_ONE_WAY: Final = ("(?>", "(?=", "(?!", "(?<=", "(?<!")
_FIRST: Final = re.compile(r"(?:\(\?[a-zA-Z]+\))?(\\A|\^)")


class _Cost(NamedTuple):
    """In how many ways something can match, and the steps that trying them all takes."""

    ways: int = 1
    steps: int = 1


class _Group:
    """A group that is being read: its alternatives, of which the last is a row of parts."""

    def __init__(self, opening: str) -> None:
        self.opening = opening
        self.rows: list[list[_Cost]] = [[]]

    def closed(self) -> _Cost:
        rows = [_row(row) for row in self.rows]
        ways, steps = sum(row.ways for row in rows), sum(row.steps for row in rows)
        return _Cost(1 if self.opening.startswith(_ONE_WAY) else min(ways, _ENDLESS), min(steps, _ENDLESS))


def most_steps(written: str, length: int, *, lines: bool = True) -> int:
    """The most steps that looking for a pattern can take in a text of so many characters.

    ValueError for one in verbose form. `lines`: the text may have line ends, so that `^` is tried in many places.
    """
    stack = [_Group("(")]
    for token in _TOKEN.finditer(written):
        if _VERBOSE.match(token[0]):
            raise ValueError("a pattern in verbose form is not read")
        if token["open"]:
            stack.append(_Group(token[0]))
        elif token["close"]:
            closed = stack.pop() if len(stack) > 1 else _Group("(")
            stack[-1].rows[-1].append(closed.closed())
        elif token["or"]:
            stack[-1].rows.append([])
        elif token["repeat"] and stack[-1].rows[-1]:
            row = stack[-1].rows[-1]
            row.append(_repeated(row.pop(), token["repeat"], token["how"] == "+", length))
        elif not token["quick"]:
            stack[-1].rows[-1].append(_Cost())
    while len(stack) > 1:  # `re` tells what is wrong with it
        stack[-2].rows[-1].append(stack.pop().closed())
    first = _FIRST.match(written)
    fixed = first is not None and (first[1] == "\\A" or not lines) and len(stack[0].rows) == 1
    return min(stack[0].closed().steps * (1 if fixed else length), _ENDLESS)


def _row(parts: list[_Cost]) -> _Cost:
    """Parts behind one another: each is tried once for every way through those before it."""
    ways, steps = 1, 1
    for part in parts:
        steps = min(steps + ways * part.steps, _ENDLESS)
        ways = min(ways * part.ways, _ENDLESS)
    return _Cost(ways, steps)


def _repeated(part: _Cost, times: str, possessive: bool, length: int) -> _Cost:
    """A part that may be repeated, in a text of `length` characters. Each turn of a possessive repeat is final by itself."""
    least, most = _times(times, length)
    if possessive:
        return _Cost(1, min(1 + most * part.steps, _ENDLESS))
    ways, steps, through = 0, 1, 1
    for count in range(most + 1):
        ways += through if count >= least else 0
        if count < most:
            steps += through * part.steps
            through *= part.ways
        if ways > _ENDLESS or steps > _ENDLESS:
            return _Cost(_ENDLESS, _ENDLESS)
    return _Cost(max(ways, 1), steps)


def _times(written: str, length: int) -> tuple[int, int]:
    """How often at least and at most, no more than a text has characters."""
    if not written.startswith("{"):
        return {"*": (0, length), "+": (1, length), "?": (0, 1)}[written]
    least, comma, most = written[1:-1].partition(",")
    low = min(int(least or 0), length)
    return low, min(int(most), length) if most else length if comma else low
