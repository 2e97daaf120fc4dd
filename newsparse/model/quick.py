"""Frozen values made quickly, for readers that make thousands.

The constructor of a frozen class has to set each slot through `object.__setattr__`, and that is what most of its time goes to. A
maker sets them on a draft, an instance of a subclass that may be changed, and then makes the draft an instance of the class.
"""

from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

import attrs

from newsparse.model.agents import Agent, Identifier
from newsparse.model.article import Article, DocumentInfo
from newsparse.model.blocks import Cell, Media, Paragraph, Rendition, Section
from newsparse.model.metadata import Metadata, Stamp, Subject
from newsparse.model.place import Origin, Provenance, Span
from newsparse.model.quotes import Quote
from newsparse.model.text import Mark, Text

T = TypeVar("T")


def maker(kind: type[T]) -> type[T]:
    """What makes the same instances as the frozen attrs class `kind`, from the same arguments, in a third of the time.

    It is no class and is typed as one, so that its arguments are checked. TypeError for a class whose constructor does more than
    to keep its arguments.
    """
    fields = attrs.fields(kind)  # type: ignore[arg-type]
    names: dict[str, Any] = {"_kind": kind, "_new": object.__new__, "_draft": _draft(kind)}
    positional: list[str] = []
    keywords: list[str] = []
    lines: list[str] = []
    for field in fields:
        if field.converter is not None or field.validator is not None or isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
            raise TypeError(f"{kind.__name__}.{field.name} is more than kept")
        argument = field.alias
        if field.default is not attrs.NOTHING:
            names[f"_default_{field.name}"] = field.default
            argument += f"=_default_{field.name}"
        (keywords if field.kw_only else positional).append(argument)
        lines.append(f"_made.{field.name} = {field.alias}")
    signature = ", ".join([*positional, "*", *keywords] if keywords else positional)
    body = "\n    ".join(["_made = _new(_draft)", *lines, "_made.__class__ = _kind", "return _made"])
    exec(f"def make({signature}):\n    {body}\n", names)  # noqa: S102  as attrs makes its constructors
    return cast("type[T]", names["make"])


def changer(kind: type[T]) -> Callable[..., T]:
    """What does the same as `attrs.evolve` for instances of the frozen attrs class `kind`, in a fraction of the time."""
    names: dict[str, Any] = {"_kind": kind, "_new": object.__new__, "_draft": _draft(kind)}
    lines = ["_made = _new(_draft)", *(f"_made.{field.name} = _value.{field.name}" for field in attrs.fields(kind))]  # type: ignore[arg-type]
    lines += ["for _name in _changes:", "    setattr(_made, _name, _changes[_name])", "_made.__class__ = _kind", "return _made"]
    body = "\n    ".join(lines)
    exec(f"def change(_value, **_changes):\n    {body}\n", names)  # noqa: S102  as attrs makes its constructors
    return cast("Callable[..., T]", names["change"])


def _draft(kind: type[T]) -> type[T]:
    """`kind` with its slots and without its being frozen. Both methods have to be there, or Python asks for them by name."""
    changing = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"{kind.__name__}Draft", (kind,), {"__slots__": (), **changing})


new_agent: Final = maker(Agent)
new_article: Final = maker(Article)
new_cell: Final = maker(Cell)
new_document: Final = maker(DocumentInfo)
new_identifier: Final = maker(Identifier)
new_mark: Final = maker(Mark)
new_media: Final = maker(Media)
new_metadata: Final = maker(Metadata)
new_origin: Final = maker(Origin)
new_provenance: Final = maker(Provenance)
new_paragraph: Final = maker(Paragraph)
new_quote: Final = maker(Quote)
new_rendition: Final = maker(Rendition)
new_section: Final = maker(Section)
new_span: Final = maker(Span)
new_stamp: Final = maker(Stamp)
new_subject: Final = maker(Subject)
new_text: Final = maker(Text)
changed_article: Final = changer(Article)
