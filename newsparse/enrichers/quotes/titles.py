"""What a person does and for whom, read off the words before and after the name."""

from newsparse.enrichers.quotes.languages import Word
from newsparse.enrichers.quotes.phrases import Range, among
from newsparse.enrichers.quotes.tokens import CAPITAL, POSSESSOR, WORD, Tokens

_OFFICE = int(Word.ROLE | Word.TITLE)
_PART = int(Word.ROLE | Word.TITLE | Word.RANK)
_COURTESY = int(Word.TITLE_M | Word.TITLE_F)
_LONGEST = 14
"""Tokens of a role or an affiliation; what is longer is no title."""


def before_name(tokens: Tokens, first: int, name: int) -> tuple[str | None, str | None]:
    """(role, affiliation) from the words of a noun phrase before the name: "Russian Deputy Foreign Minister"."""
    flags = tokens.flags
    first = past_another(tokens, first, name)
    while first < name and flags[first] & (Word.DETERMINER | Word.POSSESSIVE):
        first += 1
    last = name
    while last > first and (flags[last - 1] & _COURTESY or not flags[last - 1] & WORD) and not _full_stop(tokens, last - 1):
        last -= 1
    if last - first > _LONGEST or not _office(flags[first:last]):
        return None, None
    start = _past_verb(tokens, first, last)
    while start < last and not _begins_role(tokens, start):
        start += 1
    if start >= last:
        return None, None
    return tokens.cut(start, last), _employer(tokens, first, start)


def past_another(tokens: Tokens, first: int, name: int) -> int:
    """Past someone else named in the same phrase: "Anna Reyes and her lawyer, Tom Blake"."""
    flags = tokens.flags
    for at in range(max(first, name - _LONGEST) + 2, name):
        opens = flags[at] & Word.POSSESSIVE or (flags[at] & Word.DETERMINER and flags[at - 2] & CAPITAL)
        if opens and flags[at - 1] & Word.COORDINATOR:
            return at
    return first


def _office(flags: list[int]) -> bool:
    """Whether a word names an office, and not only a rank or a degree before a name ("Dr.")."""
    return among(flags, Word.ROLE) or any(flag & Word.TITLE and not flag & Word.ABBREVIATION for flag in flags)


def _past_verb(tokens: Tokens, first: int, last: int) -> int:
    """Past a verb among the words before a name, where the language is read by grammar: "sagte die Ministerin Anna Kern"."""
    if tokens.language.grammar is None:
        return first
    verbs = [
        k
        for k in range(first, last)
        if tokens.flags[k] & (Word.CUE | Word.AUXILIARY | Word.TIME) and not tokens.flags[k] & _OFFICE
    ]
    first = verbs[-1] + 1 if verbs else first
    while first < last and tokens.flags[first] & (Word.DETERMINER | Word.ADVERB):
        first += 1
    return first


def _full_stop(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] == "." and bool(tokens.flags[at - 1] & Word.TITLE)


def _begins_role(tokens: Tokens, at: int) -> bool:
    """Whether the word is of the role itself, not of whom it is for: "Deputy", "chief", any word in small letters."""
    flag = tokens.flags[at]
    if flag & Word.DEMONYM:
        return False
    return bool(flag & _PART or (flag & WORD and not flag & CAPITAL))


def _employer(tokens: Tokens, first: int, last: int) -> str | None:
    """The body or place before a role, an adjective of a place as the place."""
    if last <= first:
        return None
    words = tokens.cut(first, last).removesuffix("'s").removesuffix("’s")
    return tokens.language.demonyms.get(words.lower(), words)


def after_name(tokens: Tokens, first: int, last: int) -> tuple[str | None, str | None]:
    """(role, affiliation) from an apposition: "director of programs at the Harbour Council"."""
    flags = tokens.flags
    while first < last and flags[first] & Word.DETERMINER:
        first += 1
    end = first
    while end < last and tokens.words[end] not in (",", ";") and not flags[end] & Word.RELATIVE:
        end += 1
    if not first < end <= first + 2 * _LONGEST or not any(flags[k] & _OFFICE for k in range(first, min(end, first + 6))):
        return None, None
    owner = next((k for k in range(first, min(end, first + 8)) if flags[k] & POSSESSOR), None)
    if owner is not None and any(flags[k] & _OFFICE for k in range(owner + 1, end)):
        return tokens.cut(owner + 1, end), tokens.cut(first, owner + 1).rstrip("s").rstrip("'’")
    split = next((k for k in range(first + 1, end) if _employs(tokens, k, end)), end)
    role = tokens.cut(first, split)
    employer = _trimmed(tokens, split + 1, end)
    return role, tokens.cut(*employer) if split < end else None


def _employs(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the preposition at `at` leads to a body with a name, which ends the apposition."""
    flags = tokens.flags
    if not flags[at] & Word.PREPOSITION or at + 1 >= end:
        return False
    begin, _ = _trimmed(tokens, at + 1, end)
    if begin >= end or not flags[begin] & CAPITAL:
        return False
    return bool(flags[end - 1] & (CAPITAL | Word.ORGANISATION)) or tokens.words[end - 1] in ')."”'


def _trimmed(tokens: Tokens, first: int, last: int) -> Range:
    while first < last and tokens.flags[first] & Word.DETERMINER:
        first += 1
    return first, last
