"""What introduces the names in an author string, told by its form: a label, a kind of piece, a job; and the verb that ends it.

Words for these are endless, so most of it asks for none: what stands before a colon and a whole name is a label, and what
stands before "by" says what they did. Only those who did something else are known by their labels.
"""

import re

from newsparse.readers.html.metadata.tables import (
    INTRODUCED,
    JOBS_BEFORE,
    LABELS_OF_OTHERS,
    LABELS_OF_WORDS,
    PIECE_BY,
    PIECE_OF,
    VERBS,
    VERBS_BEHIND,
)

_LABELLED = re.compile(r"(?P<label>[^\W\d_](?:[^\d:：=＝｜|,;.]){0,30}?)\s?[:：=＝｜]\s*(?=\S)")
_BRACKETS = {"【": "】", "〔": "〕", "［": "］"}
_SHARED = re.compile(r"[\uac00-\ud7af]{2,4}(?:·[\uac00-\ud7af]{2,4}){1,4}(?=\s)")  # names that one job follows
_LONGEST = 240  # characters of a string that is looked at
_LEAST_SPACES = 2
_WORDS = 4  # of it that may be the first name and the next
_LONGEST_WITHOUT = 12  # characters of a word that may be a name in a script without capitals
_PARTICLES = frozenset("van von der den de di da del della dos du la le el al bin ibn zu zum ter ten af av".split())  # noqa: SIM905


def names_of(text: str) -> str:
    """An author string from the names on; all of it where nothing introduces them, empty where it says who did something else."""
    if len(text) > _LONGEST or (text.count(" ") < _LEAST_SPACES and text.isascii() and ":" not in text):
        return text  # two words are a name
    if not text.isascii():
        if closing := _BRACKETS.get(text[:1]):
            text = text[1:].removesuffix(closing)
        if shared := _SHARED.match(text):
            text = text[: shared.end()].replace("·", ", ") + text[shared.end() :]
    if (words := LABELS_OF_WORDS.search(text)) and begins_with_name(text[words.end() :]):  # behind who made the pictures
        text = text[words.end() :]
    elif (labelled := _LABELLED.match(text)) and _is_label(labelled["label"]) and begins_with_name(text[labelled.end() :]):
        if LABELS_OF_OTHERS.match(labelled["label"]):
            return ""
        text = text[labelled.end() :]
    for introduction in (PIECE_BY, PIECE_OF, VERBS, JOBS_BEFORE):
        if (found := introduction.match(text)) and begins_with_name(text[found.end() :]):
            text = text[found.end() :]
            break
    behind = VERBS_BEHIND.search(text)
    return text[: behind.start()] if behind and begins_with_name(text) else text


def is_introduced(text: str) -> bool:
    """Whether a line begins with a kind of piece and goes on with a whole name."""
    found = INTRODUCED.match(text) or PIECE_OF.match(text)
    return found is not None and begins_with_name(text[found.end() :])


def _is_label(words: str) -> bool:
    """Whether what stands before a sign is a label, and not a name with the label of the next: "Ada Holm Editor: Per Lund"."""
    return not (words[0].isupper() and begins_with_name(words))


def begins_with_name(text: str) -> bool:
    """Whether a string begins as a whole name does: two words with capitals, or any word of a script that has none."""
    first, *others = text.split(None, _WORDS)[:_WORDS] or [""]
    if not first[:1].isupper():
        return first[:1].isalpha() and not first[0].islower() and len(first) <= _LONGEST_WITHOUT
    follower = next((word for word in others if word.lower() not in _PARTICLES), "")
    return follower.lstrip("'’\"“„(")[:1].isupper() or follower[:2].lower() in ("d'", "d’", "o'", "o’")
