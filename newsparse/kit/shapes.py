"""What lines look like: words that they begin with, or a regular expression; neither costs anything before a line asks for it."""

import re
from collections.abc import Collection
from functools import cached_property
from typing import Any, ClassVar, Final, TypeAlias

import attrs

_DIGITS = "0123456789"
_ANY_DIGIT = str.maketrans(_DIGITS, "0" * len(_DIGITS))
_LONGEST_OPENING = 80
LONGEST: Final = 1_000
"""Characters of the longest line that a pattern is tried on: no sign-off, trailer or header line has as many."""
_WORD_SIGNS = "-'’"  # that join words to one


@attrs.frozen(slots=False)  # with slots each cached property is looked up by a function
class Pattern:
    """A regular expression of a dialect, in which `^` and `$` are line ends; compiled when it is first asked.

    Of the patterns of a dialect a document asks for few, and compiling them would take longer than reading it.
    """

    written: str
    firsts: ClassVar[Collection[str] | None] = None
    """The characters that it begins with; None: any."""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """It; `re.error` where it is none."""
        return re.compile(self.written, re.MULTILINE)

    def match(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.match`; None for a text longer than `LONGEST`."""
        return self.compiled.match(text) if len(text) <= LONGEST else None

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`; None for a text longer than `LONGEST`."""
        return self.compiled.search(text) if len(text) <= LONGEST else None

    def length(self, line: str) -> int:
        """How many characters at the beginning of `line` it matches; 0 for none."""
        found = self.match(line)
        return 0 if found is None else found.end()


def _some(instance: Any, attribute: Any, value: tuple[str, ...]) -> None:  # noqa: ARG001
    if not all(0 < len(phrase.removesuffix("*")) < _LONGEST_OPENING for phrase in value):
        raise ValueError(f"words of a line's beginning have 1 to {_LONGEST_OPENING - 1} characters")


@attrs.frozen(slots=False)
class Openings:
    """The words that a line begins with, in any case of letters; there is nothing to compile.

    `0` stands for any digit. Where a phrase ends in a letter or digit the word has to end: no letter, digit, hyphen or apostrophe
    follows. One that ends in `*` may go on.
    """

    phrases: tuple[str, ...] = attrs.field(validator=_some)

    @cached_property
    def _by_first(self) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """First characters of lines to what a line may begin with, whole and up to a digit: most lines are told by the first."""
        found: dict[str, tuple[str, ...]] = {}
        for phrase in self._ends:
            for first in _DIGITS if phrase[0] == "0" else {phrase[0], phrase[0].upper()}:
                found[first] = (*found.get(first, ()), phrase)
        return {first: (phrases, tuple([p.partition("0")[0] for p in phrases])) for first, phrases in found.items()}

    @cached_property
    def _ends(self) -> dict[str, bool]:
        """What a line may begin with, and whether a word has to end there."""
        return {phrase.lower().removesuffix("*"): phrase[-1].isalnum() for phrase in self.phrases}

    @property
    def firsts(self) -> Collection[str]:
        """The characters that a phrase begins with, in both cases."""
        return self._by_first.keys()

    def length(self, line: str) -> int:
        """How many characters at the beginning of `line` are one of the phrases; 0 for none."""
        found = self._by_first.get(line[:1])
        if found is None:
            return 0
        phrases, literal = found
        folded = line[:_LONGEST_OPENING].lower()
        if not folded.startswith(literal):
            return 0
        folded = folded.translate(_ANY_DIGIT)
        for phrase in phrases:
            if folded.startswith(phrase) and not (self._ends[phrase] and _goes_on(folded, len(phrase))):
                return len(phrase)
        return 0


def _goes_on(line: str, at: int) -> bool:
    """Whether a word goes on there."""
    following = line[at : at + 2]
    return following[:1].isalnum() or (following[:1] in _WORD_SIGNS and following[1:].isalnum())


Shape: TypeAlias = Pattern | Openings
"""What a line of some kind looks like at its beginning."""
