"""JSON text straight from values: how it stands on a line, and what writes the fields of one class.

To make an article into dicts takes nearly as long as to make text of these in C, so that there are none: for each class of the
model a function with a line for each field is made from the codec's table, when it is first asked for.
"""

import json
from collections.abc import Callable, Mapping
from json.encoder import encode_basestring as quoted
from typing import Any

import attrs

from newsparse.model.frozen import FrozenMap

Out = Callable[[Any], str]
"""From a value to its JSON text, on one line."""
Parts = Callable[[Any], list[str]]
"""From a value to the texts of what it holds: of items, or of keys with their values."""
UNKNOWN = "newsparse"
"""The key of `extras` under which keys of a newer minor version are kept."""


@attrs.define(eq=False)
class Style:
    """How JSON stands on a line: what parts values, and what parts a key from its value."""

    comma: str
    colon: str
    encode: Out = attrs.field(init=False)
    """Any value of an open namespace."""
    made: dict[type[Any], Parts] = attrs.field(factory=dict, init=False)
    """What `fields` made, by class."""

    def __attrs_post_init__(self) -> None:
        self.encode = _encoder(self.comma, self.colon)

    def listed(self, out: Out) -> Out:
        """What writes a tuple of values of one kind."""
        comma = self.comma
        return lambda values: f"[{comma.join(map(out, values))}]"

    def keyed(self, parts: Parts) -> Out:
        """What writes the same parts as an object."""
        comma = self.comma
        return lambda value: f"{{{comma.join(parts(value))}}}"

    def fields(self, kind: type[Any], outs: Mapping[str, Out], tag: str | None, unknown: Out) -> Parts:
        """What writes the fields of a `kind` that are not as by default, each by its own of `outs`, behind its `tag`.

        `unknown` writes what a newer version's keys held: from `extras` it goes back to where it stood.
        """
        defaults = {field.name: field.default for field in attrs.fields(kind)}
        names: dict[str, Any] = {"keeps": _keeps, "restored": lambda value: self._restored(value, parts, unknown)}
        lines = ["def parts(value):"]
        if "extras" in outs:
            lines.append("if value.extras is not default_extras and keeps(value.extras): return restored(value)")
        lines.append("made = []" if tag is None else f"made = [{self.part('type', quoted(tag))!r}]")
        for name, out in outs.items():
            default = defaults[name]
            names |= {f"key_{name}": self.part(name), f"out_{name}": out, f"default_{name}": default}
            condition = "True" if default is attrs.NOTHING else f"found is not default_{name}"
            if default not in (None, attrs.NOTHING):  # nothing else equals None, so that identity tells
                condition += f" and (found != default_{name} or type(found) is not type(default_{name}))"
            lines += [f"found = value.{name}", f"if {condition}: made.append(key_{name} + out_{name}(found))"]
        exec("\n    ".join([*lines, "return made"]), names)  # noqa: S102  as attrs makes its constructors
        parts: Parts = names["parts"]
        return parts

    def _restored(self, value: Any, parts: Parts, unknown: Out) -> list[str]:
        """The parts of a value that keeps a newer version's keys in its extras, these behind the others."""
        rest = {key: item for key, item in value.extras.items() if key != UNKNOWN}
        made = parts(attrs.evolve(value, extras=FrozenMap(rest)))
        taken = {part.partition(self.colon)[0] for part in made}
        kept = value.extras[UNKNOWN].items()
        return made + [self.part(key, unknown(item)) for key, item in kept if quoted(key) not in taken]

    def part(self, key: str, text: str = "") -> str:
        """A key with the text of its value."""
        return f"{quoted(key)}{self.colon}{text}"


def _encoder(comma: str, colon: str) -> Out:
    """What `JSONEncoder.encode` does, with the encoder in C made once and not for each value, where there is one."""
    separators = (comma, colon)
    encoder = json.JSONEncoder(
        ensure_ascii=False, check_circular=False, separators=separators, allow_nan=False, default=_plain_map
    )
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return encoder.encode
    chunks = make(None, encoder.default, quoted, None, colon, comma, False, False, False)

    def encode(value: Any) -> str:
        return "".join(chunks(value, 0))

    return encode


def _keeps(extras: FrozenMap[Any]) -> bool:
    return isinstance(extras.get(UNKNOWN), FrozenMap)


def _plain_map(value: Any) -> dict[str, Any]:
    """A map as the dict that the encoder knows; tuples are lists to it."""
    if isinstance(value, FrozenMap):
        return dict(value.items())
    raise TypeError(f"{type(value).__name__} is not a JSON value")
