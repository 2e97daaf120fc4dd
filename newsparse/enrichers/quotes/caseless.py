"""Names in scripts without capitals: what stands behind a title or role, or before an honorific."""

from newsparse.enrichers.quotes.languages import Word
from newsparse.enrichers.quotes.phrases import Range
from newsparse.enrichers.quotes.tokens import WORD, Tokens

_MOST = 3
"""Words of a name where words are parted."""
_LONGEST = 8
"""Characters of one where they are not: a transcribed foreign name with its dot."""
_HEADS = int(Word.ROLE | Word.TITLE | Word.TITLE_M | Word.TITLE_F)
_LINKS = ("の", "的", "・", "·")


def name_in(tokens: Tokens, first: int, last: int) -> Range | None:
    """The name within a phrase, as characters of the text; None where it holds none that is certain."""
    if not tokens.language.spaces:
        return _unparted(tokens, first, last)
    heads = [at for at in range(first, last) if tokens.flags[at] & _HEADS]
    return _parted(tokens, heads[-1] + 1, last) if heads else None


def _unparted(tokens: Tokens, first: int, last: int) -> Range | None:
    for at in range(last - 1, first - 1, -1):
        flag = tokens.flags[at]
        if not flag & WORD or flag & ~WORD:
            continue
        behind_role = at > first and bool(tokens.flags[at - 1] & _HEADS)
        honoured = at + 1 < last and tokens.words[at + 1] in tokens.language.suffixes
        if tokens.words[at] in tokens.language.suffixes or not (behind_role or honoured):
            continue
        start, end = tokens.starts[at], tokens.ends[at]
        while tokens.text[start] in _LINKS and end - start > 1:
            start += 1
        if "の" in tokens.text[start:end]:
            start += tokens.text[start:end].rindex("の") + 1
        return (start, end) if 2 <= end - start <= _LONGEST else None
    return None


def _parted(tokens: Tokens, at: int, last: int) -> Range | None:
    """Two or three words behind the role and what is joined to it by an article."""
    flags = tokens.flags
    articles = tokens.language.grammar.article if tokens.language.grammar else ()
    while at < last and articles and tokens.words[at].startswith(articles):
        at += 1
    end = at
    while (
        end < last
        and end - at < _MOST
        and flags[end] & WORD
        and not flags[end] & (Word.PREPOSITION | Word.ORGANISATION | Word.GROUP)
    ):
        end += 1
    return (tokens.starts[at], tokens.ends[end - 1]) if end - at >= 2 else None


def role_before(tokens: Tokens, first: int, name: int) -> str | None:
    """The words before the name, where they hold a role."""
    last = next((at for at in range(first, len(tokens.starts)) if tokens.ends[at] > name), first)
    if not any(tokens.flags[at] & _HEADS for at in range(first, last)):
        return None
    return tokens.text[tokens.starts[first] : name].strip("".join(_LINKS) + " ") or None


def names(tokens: Tokens) -> list[tuple[int, str]]:
    """(token, name) of those named with their role, in order."""
    found = []
    reach = 6 if tokens.language.spaces else 2
    for at, flag in enumerate(tokens.flags):
        if not flag & _HEADS:
            continue
        end = next((k for k in range(at + 1, min(len(tokens.flags), at + reach)) if tokens.flags[k] & _HEADS), at + reach)
        name = name_in(tokens, at, min(len(tokens.flags), end))
        if name is not None:
            found.append((at, tokens.text[name[0] : name[1]]))
    return found
