"""newsparse reads news articles in any form and hands them out as typed, lossless documents.

The public names are loaded when first used, so importing newsparse costs next to nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from newsparse.api import DEFAULT, convert, find_quotes, parse, parse_one, read, render
    from newsparse.context import Context
    from newsparse.diagnostics import Diagnostic, Severity
    from newsparse.errors import (
        AmbiguousFormat,
        InputError,
        LimitExceeded,
        NewsparseError,
        OtherFormat,
        ParseError,
        PluginError,
        UnknownFormat,
        UsageError,
    )
    from newsparse.limits import Limits
    from newsparse.model import Article, Quote, Section
    from newsparse.pipeline import Outcome, Pipeline
    from newsparse.plugin import Document, Enricher, Frame, Head, Match, Reader, Writer

_HOMES = {
    "newsparse.api": ("DEFAULT", "convert", "find_quotes", "parse", "parse_one", "read", "render"),
    "newsparse.context": ("Context",),
    "newsparse.diagnostics": ("Diagnostic", "Severity"),
    "newsparse.errors": (
        "AmbiguousFormat",
        "InputError",
        "LimitExceeded",
        "OtherFormat",
        "NewsparseError",
        "ParseError",
        "PluginError",
        "UnknownFormat",
        "UsageError",
    ),
    "newsparse.limits": ("Limits",),
    "newsparse.model": ("Article", "Quote", "Section"),
    "newsparse.pipeline": ("Outcome", "Pipeline"),
    "newsparse.plugin": ("Document", "Enricher", "Frame", "Head", "Match", "Reader", "Writer"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "DEFAULT",
    "AmbiguousFormat",
    "Article",
    "Context",
    "Diagnostic",
    "Document",
    "Enricher",
    "Frame",
    "Head",
    "InputError",
    "LimitExceeded",
    "Limits",
    "Match",
    "NewsparseError",
    "OtherFormat",
    "Outcome",
    "ParseError",
    "Pipeline",
    "PluginError",
    "Quote",
    "Reader",
    "Section",
    "Severity",
    "UnknownFormat",
    "UsageError",
    "Writer",
    "__version__",
    "convert",
    "find_quotes",
    "parse",
    "parse_one",
    "read",
    "render",
]


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'newsparse' has no attribute {name!r}")
    value = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
