"""Dialects: an agency's habits as data, in TOML files beside a reader or from the caller. No dialect is a subclass.

A file names itself and its format, the signs it is known by, and its habits; what it leaves out is as in the format's
`default.toml`, so it states only its differences:

    format = "zczc"
    name = "coast"
    title = "Coast Wire"

    [signs]
    starts = ["ZCZC CW"]

    [fields]
    "%" = "category"

A reader declares which habits there are, as a frozen attrs class, and asks its `Family` which dialect a document is in.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Any, Generic, TypeVar

import attrs

from newsparse.context import Context
from newsparse.errors import UsageError
from newsparse.kit.shapes import LONGEST, Openings, Pattern, Shape
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap
from newsparse.plugin import HEAD_BYTES

H = TypeVar("H")
_HEAD = ("format", "name", "title", "signs")
_ANCHORS = ("\\A", "(?i)\\A")
_SHOWN = 80


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not all(isinstance(item, str) for item in value):
        raise ValueError("a list of strings is wanted")
    return tuple(value)


def _pattern(value: Any) -> Pattern | None:
    if isinstance(value, str):
        return Pattern(value)
    if value is None or isinstance(value, Pattern):
        return value
    raise ValueError("a regular expression is wanted")


def _patterns(value: Any) -> tuple[Pattern, ...]:
    return tuple(map(Pattern, _words(value)))


def _phrases(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple([phrase for part in value.split(",") if (phrase := part.strip())])
    return _words(value)


def _shape(value: Any) -> Shape:
    if isinstance(value, Pattern | Openings):
        return value
    if isinstance(value, Mapping):
        if value.keys() != {"pattern"}:
            raise ValueError("a table of the key `pattern` is wanted")
        return Pattern(str(value["pattern"]))
    return Openings(_phrases(value))


def words(default: tuple[str, ...] = ()) -> Any:
    """A field of a class of habits: a list of strings."""
    return attrs.field(default=default, converter=_words)


def phrases() -> Any:
    """A field of a class of habits: words, parted by commas in one string or in a list."""
    return attrs.field(default=(), converter=_phrases)


def table(default: JsonMap = EMPTY) -> Any:
    """A field of a class of habits: a TOML table."""
    return attrs.field(default=default, converter=FrozenMap)


def pattern(default: str | None = None) -> Any:
    """A field of a class of habits: a regular expression, in which `^` and `$` are line ends."""
    return attrs.field(default=default, converter=_pattern)


def patterns() -> Any:
    """A field of a class of habits: a list of regular expressions."""
    return attrs.field(default=(), converter=_patterns)


def shape() -> Any:
    """A field of a class of habits: how lines of some kind begin, by words (`Openings`, as in `phrases()`) or by a table with a
    regular expression, `{pattern = "…"}`.
    """
    return attrs.field(default=(), converter=_shape)


def map_names(mapping: Mapping[str, Any], known: Iterable[str]) -> None:
    """ValueError if a value of `mapping` is none of the `known` names: for validators of habits."""
    names = frozenset(known)
    for key, value in mapping.items():
        if value not in names:
            raise ValueError(f"{key!r} = {value!r}: known are {', '.join(sorted(names))}")


@attrs.frozen(kw_only=True)
class Signs:
    """What a document of the dialect shows in its first 4 KiB: begins with one, holds all and none, and the pattern is found."""

    starts: tuple[str, ...] = words()
    contains: tuple[str, ...] = words()
    lacks: tuple[str, ...] = words()
    pattern: str | None = attrs.field(default=None, validator=attrs.validators.optional(attrs.validators.instance_of(str)))
    """As in `pattern()`. One that begins with `\\A` is only tried at the beginning."""

    @cached_property
    def found(self) -> Callable[[str], object] | None:
        """What tells whether the pattern is in a text; compiled when a document shows the other signs."""
        if self.pattern is None:
            return None
        made = Pattern(self.pattern).compiled
        return made.match if self.pattern.startswith(_ANCHORS) else made.search

    @property
    def count(self) -> int:
        """How many conditions there are: the dialect with the most is the most particular."""
        return bool(self.starts) + len(self.contains) + len(self.lacks) + (self.pattern is not None)

    def shown(self, head: str) -> bool:
        """Whether `head` shows them all."""
        if self.starts and not head.startswith(self.starts):
            return False
        for sign in self.contains:
            if sign not in head:
                return False
        for sign in self.lacks:
            if sign in head:
                return False
        return self.found is None or self.found(head) is not None


@attrs.frozen(kw_only=True)
class Dialect(Generic[H]):
    """One agency's way with one format."""

    name: str
    format: str
    title: str
    signs: Signs
    _stated: JsonMap
    """The habits as the file has them, over the default's."""
    _kind: type[H]

    @cached_property
    def habits(self) -> H:
        """The habits made ready; only those of a dialect that a document is in are."""
        return _structured(self._kind, self._stated, f"dialect {self.name}")

    def prove(self) -> None:
        """Compile all patterns; UsageError names the one that is none, or that some text would keep busy for ever."""
        where = "[signs]"
        try:
            if self.signs.pattern is not None:
                _prove(Pattern(self.signs.pattern), HEAD_BYTES, lines=True)
            for field in attrs.fields(self._kind):  # type: ignore[arg-type]
                where, value = field.name, getattr(self.habits, field.name)
                for pattern in value if isinstance(value, tuple) else (value,):
                    if isinstance(pattern, Pattern):
                        _prove(pattern, LONGEST, lines=False)
        except (re.error, ValueError, OverflowError, RecursionError) as error:
            raise UsageError(f"dialect {self.name}: {where}: {error}") from error


def _prove(pattern: Pattern, length: int, *, lines: bool) -> None:
    """`re.error` where a pattern is none, ValueError where a text of so many characters may hold it up."""
    from newsparse.kit.steps import MOST, most_steps  # our own dialects were proved by the tests

    _ = pattern.compiled
    if most_steps(pattern.written, length, lines=lines) > MOST:
        shown = pattern.written if len(pattern.written) <= _SHOWN else pattern.written[:_SHOWN] + "…"
        raise ValueError(
            f"{shown!r} may go back over a text without end; bound its repeats ({{0,80}}) or make them possessive (*+)"
        )


@attrs.frozen
class Family(Generic[H]):
    """The dialects of one format: the TOML files in the directory `dialects` of the reader's package, and the caller's.

    `habits` is a frozen attrs class; its converters and validators say what a file may hold.
    """

    format: str
    package: str
    habits: type[H]

    def choose(self, head: str | Callable[[], str], ctx: Context, name: str | None = None) -> Dialect[H]:
        """The dialect called `name`; else the caller's or our own most particular one whose signs `head` shows; else `default`.

        A `head` that takes its time to make is given as what makes it, and made where there is a choice. UsageError where none
        is called `name`.
        """
        given = [_given(self, made) for made in ctx.dialects if made["format"] == self.format] if ctx.dialects else []
        ours = _beside(self)
        if name is not None:
            for dialect in (*given, *ours):
                if dialect.name == name:
                    return dialect
            raise UsageError(f"{self.format} has no dialect {name!r}; it has: {', '.join(d.name for d in (*given, *ours))}")
        if not given and len(ours) == 1:
            return ours[0]
        text = head if isinstance(head, str) else head()
        for dialect in (*given, *ours) if given else ours:
            if dialect.signs.shown(text):
                return dialect
        return ours[-1]

    def listed(self, given: Iterable[JsonMap] = ()) -> tuple[tuple[str, str], ...]:
        """(name, title) of each, the caller's first; UsageError for one of `given` that is not as it should be."""
        made = [_given(self, one) for one in given if one["format"] == self.format]
        return tuple((dialect.name, dialect.title) for dialect in (*made, *_beside(self)))


def read(data: bytes, label: str) -> JsonMap:
    """A dialect file of the caller's, for `Pipeline(dialects=…)`; UsageError where it is no TOML or does not name itself."""
    try:
        found: JsonMap = FrozenMap(tomllib.loads(data.decode("utf-8")))
    except (ValueError, TypeError, RecursionError) as error:
        raise UsageError(f"{label}: not a dialect file: {error}") from error
    for key in ("format", "name"):
        if not isinstance(found.get(key), str):
            raise UsageError(f'{label}: a dialect file needs {key} = "…"')
    return found


@cache
def _beside(family: Family[H]) -> tuple[Dialect[H], ...]:
    """The reader's own, the most particular first and `default` last."""
    home = resources.files(family.package) / "dialects"
    found = [read(path.read_bytes(), path.name) for path in home.iterdir() if path.name.endswith(".toml")]
    default = _habits(next(one for one in found if one["name"] == "default"))
    dialects = [_made(family, one, default) for one in found]
    return tuple(sorted(dialects, key=lambda d: (d.name == "default", -d.signs.count, d.name)))


def _habits(found: JsonMap) -> JsonMap:
    """What a file says of habits."""
    return FrozenMap.of({key: value for key, value in found.items() if key not in _HEAD})


@cache
def _given(family: Family[H], found: JsonMap) -> Dialect[H]:
    """A dialect of the caller's; UsageError where its habits are not as they should be."""
    made = _made(family, found, _beside(family)[-1]._stated)  # noqa: SLF001
    made.prove()  # now, so that a mistake is told before a document is read
    return made


def _made(family: Family[H], found: JsonMap, default: JsonMap) -> Dialect[H]:
    """The dialect that the tables describe, over the default's habits."""
    name = found["name"]
    habits = dict(default)
    for key, value in found.items():
        if key not in _HEAD:
            before = habits.get(key)
            merge = isinstance(value, FrozenMap) and isinstance(before, FrozenMap)
            habits[key] = before.merged(value) if merge else value  # type: ignore[union-attr, arg-type]
    return Dialect(
        name=str(name),
        format=family.format,
        title=str(found.get("title", name)),
        signs=_structured(Signs, found.get("signs", EMPTY), f"dialect {name}: [signs]"),
        stated=FrozenMap.of(habits),
        kind=family.habits,
    )


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind))


def _structured(kind: type[H], values: Any, where: str) -> H:
    """An instance of the attrs class `kind`; UsageError names the key that does not fit. `a-b` may stand for `a_b`."""
    if not isinstance(values, Mapping):
        raise UsageError(f"{where}: a table is wanted")
    known = _names(kind)  # type: ignore[arg-type]
    named = {key.replace("-", "_"): value for key, value in values.items()}
    for key in named:
        if key not in known:
            raise UsageError(f"{where}: there is no {key!r}; there is: {', '.join(known)}")
    try:
        return kind(**named)
    except (TypeError, ValueError) as error:
        raise UsageError(f"{where}: {error}") from error
