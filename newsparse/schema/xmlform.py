"""The vocabulary of our own XML form: names, tables and the escape that reader and writer share, and its RELAX NG schema."""

import re
from importlib import resources
from typing import Final

NAMESPACE: Final = "https://newsparse.org/ns/1"
VERSION: Final = "1.0"

# Fields that are attributes, by the class that has them. An attribute is spelt as its field, with hyphens.
AGENT: Final = ("name", "kind", "role", "affiliation", "raw")
IDENTIFIER: Final = ("scheme", "value")
SUBJECT: Final = ("code", "scheme", "label", "kind")
LINK: Final = ("href", "rel", "title", "media_type")
RENDITION: Final = ("href", "name", "media_type", "width", "height", "size")
MEDIA: Final = ("kind", "href", "credit", "alt", "media_type")
DOCUMENT: Final = ("format", "reader", "label", "media_type", "charset", "charset_from", "sha256", "size", "url")
ORIGIN: Final = ("frame", "byte_start", "byte_end", "line", "column", "path")
SPAN: Final = ("holder", "start", "end")
PROVENANCE: Final = ("by", "how", "confidence")
METADATA: Final = (
    "urgency", "priority", "category", "service", "version", "sequence", "status", "take_key", "words_declared",
)  # fmt: skip
MARK: Final = ("href", "title", "rel", "lang", "id", "idref", "code", "scheme", "value", "norm", "class")
"""Attributes of a mark that stand as attributes where they are strings; all others are in `data`, as JSON."""

INTEGERS: Final = frozenset(
    "width height size frame byte_start byte_end line column start end urgency words_declared level colspan rowspan at".split()  # noqa: SIM905
)

# Metadata's sequences: (field, element), in the order of the document.
TEXTS: Final = (("keywords", "keyword"), ("signals", "signal"), ("ed_notes", "ed-note"))
SUBJECTS: Final = (("subjects", "subject"), ("genres", "genre"), ("places", "place"))

DEEPEST_VALUE: Final = 40
"""JSON values nested deeper in `extras` than this stand as JSON text, so that depth limits hold for the document."""

# XML cannot hold these at all. U+FFFD and a number in braces stands for one; a U+FFFD before a brace stands so itself.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|\ufffd(?=\\{)")
_WRITTEN = re.compile("\ufffd\\{([0-9a-f]{1,4})\\}")


def name(field: str) -> str:
    """The attribute of a field."""
    return field.replace("_", "-")


def armour(text: str) -> str:
    """`text` in characters that XML allows; `disarm` gives it back."""
    return _UNWRITABLE.sub(lambda m: f"\ufffd{{{ord(m[0]):x}}}", text) if _UNWRITABLE.search(text) else text


def disarm(text: str) -> str:
    """What `armour` was given."""
    return _WRITTEN.sub(lambda m: chr(int(m[1], 16)), text) if "\ufffd{" in text else text


def rng() -> str:
    """The RELAX NG schema (XML syntax) of the form."""
    return resources.files("newsparse.schema").joinpath("xmlform.rng").read_text(encoding="utf-8")
