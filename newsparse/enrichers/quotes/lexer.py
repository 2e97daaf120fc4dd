"""Words of a text, as its language writes them: parted by blanks, elided, hung on with a hyphen, or not parted at all."""

import re
from collections.abc import Iterator
from functools import lru_cache

from newsparse.enrichers.quotes.languages import Language

_PLAIN = re.compile(r"[^\W_]+(?:[-'’.&·](?:[^\W_]+|(?<=s['’])(?=\s)))*|[^\w\s]|\n|_+")


def unparted(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    """The tokens of a script without blanks, as (start, end): known words, and what stands between them."""
    run = -1
    for found in pattern(language).finditer(text, start, end):
        if found.lastgroup == "unknown":
            run = found.start() if run < 0 else run
            continue
        if run >= 0:
            yield run, found.start()
            run = -1
        if found.lastgroup != "blank":
            yield found.span()
    if run >= 0:
        yield run, end


@lru_cache(maxsize=64)
def parting(language: Language) -> re.Pattern[str]:
    """What a token is, to split a text by: what is left between two is blank."""
    return re.compile(f"({pattern(language).pattern})")


@lru_cache(maxsize=64)
def pattern(language: Language) -> re.Pattern[str]:
    """What a token is: a word, a single mark, a newline."""
    grammar = language.grammar
    if not language.spaces:
        known = sorted((word for word in _known(language) if word), key=len, reverse=True)
        words = "|".join(map(re.escape, known))
        return re.compile(rf"(?:{words})|[A-Za-z0-9]+(?:[.,&-][A-Za-z0-9]+)*|(?P<blank>[^\S\n]+)|\n|(?P<unknown>\w)|[^\w\s]")
    if grammar is None:
        return _PLAIN
    elided = r"[^\W\d_]{1,9}['’](?=\w)|" if grammar.elided else ""
    if grammar.suffixed:
        return re.compile(r"\d+(?:[.,:]\d+)+|[^\W_]+(?:[-.&·][^\W_]+)*|['’][^\W_]+|[^\w\s]|\n|_+")
    join = "-.&·" if grammar.elided else "-'’.&·"
    clitic = rf"(?!-(?:t-)?(?:{'|'.join(grammar.clitics)})\b)" if grammar.clitics else ""
    return re.compile(rf"\d+(?:[.,:]\d+)+|{elided}[^\W_]+(?:{clitic}[{join}][^\W_]+)*|-t-|[^\w\s]|\n|_+")


def _known(language: Language) -> set[str]:
    """Every word of the table: the flags' and whole cues."""
    whole = {first + "".join(cue.rest) for first, cues in language.cues.items() for cue in cues}
    particles = {cue.gap[0] for cues in language.cues.values() for cue in cues if cue.gap}
    return set(language.flags) | whole | particles | set(language.suffixes)
