"""What newsparse promises: the frozen types of a news article. Imports attrs and nothing else."""

from newsparse.model.agents import Agent, Byline, Dateline, Identifier
from newsparse.model.article import Article, DocumentInfo
from newsparse.model.blocks import (
    Block,
    Blockquote,
    Break,
    Cell,
    ListBlock,
    Media,
    Paragraph,
    Preformatted,
    Raw,
    Rendition,
    Section,
    Table,
)
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap, Value, freeze, thaw
from newsparse.model.metadata import Link, Metadata, Rights, Stamp, Subject
from newsparse.model.place import Origin, Provenance, Span
from newsparse.model.quotes import Annotation, Quote
from newsparse.model.text import MARK_KINDS, Mark, Text

__all__ = [
    "EMPTY",
    "MARK_KINDS",
    "Agent",
    "Annotation",
    "Article",
    "Block",
    "Blockquote",
    "Break",
    "Byline",
    "Cell",
    "Dateline",
    "DocumentInfo",
    "FrozenMap",
    "Identifier",
    "JsonMap",
    "Link",
    "ListBlock",
    "Mark",
    "Media",
    "Metadata",
    "Origin",
    "Paragraph",
    "Preformatted",
    "Provenance",
    "Quote",
    "Raw",
    "Rendition",
    "Rights",
    "Section",
    "Span",
    "Stamp",
    "Subject",
    "Table",
    "Text",
    "Value",
    "freeze",
    "thaw",
]
