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
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Any, Final, Generic, TypeAlias, TypeVar

import attrs

from newsparse.context import Context
from newsparse.errors import UsageError
from newsparse.model.frozen import EMPTY, FrozenMap, JsonMap

H = TypeVar("H")
_HEAD = ("format", "name", "title", "signs")
_ANCHORS = ("\\A", "(?i)\\A")


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not all(isinstance(item, str) for item in value):
        raise ValueError("a list of strings is wanted")
    return tuple(value)


@attrs.frozen(slots=False)  # with slots each cached property is looked up by a function
class Pattern:
    """A regular expression of a dialect, in which `^` and `$` are line ends; compiled when it is first asked.

    Of the patterns of a dialect a document asks for few, and compiling them would take longer than reading it.
    """

    written: str
    firsts: Final = None
    """The characters that it begins with; None: any."""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """It; `re.error` where it is none."""
        return re.compile(self.written, re.MULTILINE)

    @cached_property
    def match(self) -> Callable[[str], re.Match[str] | None]:
        """As `re.Pattern.match`."""
        return self.compiled.match

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        """As `re.Pattern.search`."""
        return self.compiled.search

    def length(self, line: str) -> int:
        """How many characters at the beginning of `line` it matches; 0 for none."""
        found = self.match(line)
        return 0 if found is None else found.end()


def _some(instance: Any, attribute: Any, value: tuple[str, ...]) -> None:  # noqa: ARG001
    if not all(0 < len(phrase.removesuffix("*")) < _LONGEST_OPENING for phrase in value):
        raise ValueError(f"words of a line's beginning have 1 to {_LONGEST_OPENING - 1} characters")


@attrs.frozen(slots=False)
class Openings:
    """The words that a line begins with, in any case of letters; there is nothing to compile.

    `0` stands for any digit. A phrase that ends in a letter or digit ends a word, one that ends in `*` may go on.
    """

    phrases: tuple[str, ...] = attrs.field(validator=_some)

    @cached_property
    def _by_first(self) -> dict[str, tuple[str, ...]]:
        """First characters of lines to what a line may begin with: most lines are told by their first character."""
        found: dict[str, tuple[str, ...]] = {}
        for phrase in self._ends:
            for first in _DIGITS if phrase[0] == "0" else {phrase[0], phrase[0].upper()}:
                found[first] = (*found.get(first, ()), phrase)
        return found

    @cached_property
    def _counts(self) -> bool:
        """Whether there are digits in the phrases."""
        return any("0" in phrase for phrase in self.phrases)

    @cached_property
    def _ends(self) -> dict[str, bool]:
        """What a line may begin with, and whether a word has to end there."""
        return {phrase.lower().removesuffix("*"): phrase[-1].isalnum() for phrase in self.phrases}

    @property
    def firsts(self) -> Collection[str]:
        """The characters that a phrase begins with, in both cases."""
        return self._by_first.keys()

    def length(self, line: str) -> int:
        """How many characters at the beginning of `line` are one of the phrases; 0 for none."""
        phrases = self._by_first.get(line[:1])
        if phrases is None:
            return 0
        folded = line[:_LONGEST_OPENING].lower()
        if self._counts:
            folded = folded.translate(_ANY_DIGIT)
        if not folded.startswith(phrases):
            return 0
        for phrase in phrases:
            if folded.startswith(phrase) and not (self._ends[phrase] and folded[len(phrase) : len(phrase) + 1].isalnum()):
                return len(phrase)
        return 0


_DIGITS = "0123456789"
_ANY_DIGIT = str.maketrans(_DIGITS, "0" * len(_DIGITS))
_LONGEST_OPENING = 80


Shape: TypeAlias = Pattern | Openings
"""What a line of some kind looks like at its beginning."""


def _pattern(value: Any) -> Pattern | None:
    if isinstance(value, str):
        return Pattern(value)
    if value is None or isinstance(value, Pattern):
        return value
    raise ValueError("a regular expression is wanted")


def _patterns(value: Any) -> tuple[Pattern, ...]:
    return tuple(map(Pattern, _words(value)))


def _shape(value: Any) -> Shape:
    if isinstance(value, str):
        return Pattern(value)
    return value if isinstance(value, Pattern | Openings) else Openings(_words(value))


def words(default: tuple[str, ...] = ()) -> Any:
    """A field of a class of habits: a list of strings."""
    return attrs.field(default=default, converter=_words)


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
    """A field of a class of habits: how lines of some kind begin, as a list of words (`Openings`) or a regular expression."""
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
        made = Pattern(self.pattern)
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
        """Compile all patterns; UsageError names the one that is none."""
        where = "[signs]"
        try:
            _ = self.signs.found
            for field in attrs.fields(self._kind):  # type: ignore[arg-type]
                where, value = field.name, getattr(self.habits, field.name)
                for pattern in value if isinstance(value, tuple) else (value,):
                    _ = isinstance(pattern, Pattern) and pattern.compiled
        except (re.error, OverflowError, RecursionError) as error:
            raise UsageError(f"dialect {self.name}: {where}: {error}") from error


@attrs.frozen
class Family(Generic[H]):
    """The dialects of one format: the TOML files in the directory `dialects` of the reader's package, and the caller's.

    `habits` is a frozen attrs class; its converters and validators say what a file may hold.
    """

    format: str
    package: str
    habits: type[H]

    def choose(self, head: str, ctx: Context, name: str | None = None) -> Dialect[H]:
        """The dialect called `name`; else the caller's or our own most particular one whose signs `head` shows; else `default`.

        UsageError where none is called `name`.
        """
        given = [_given(self, made) for made in ctx.dialects if made["format"] == self.format] if ctx.dialects else []
        ours = _beside(self)
        if name is not None:
            for dialect in (*given, *ours):
                if dialect.name == name:
                    return dialect
            raise UsageError(f"{self.format} has no dialect {name!r}; it has: {', '.join(d.name for d in (*given, *ours))}")
        for dialect in (*given, *ours) if given else ours:
            if dialect.signs.shown(head):
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
    default = next(one for one in found if one["name"] == "default")
    dialects = [_made(family, one, _habits(default)) for one in found]
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


def _structured(kind: type[H], values: Any, where: str) -> H:
    """An instance of the attrs class `kind`; UsageError names the key that does not fit. `a-b` may stand for `a_b`."""
    if not isinstance(values, Mapping):
        raise UsageError(f"{where}: a table is wanted")
    known = [field.name for field in attrs.fields(kind)]  # type: ignore[arg-type]
    named = {key.replace("-", "_"): value for key, value in values.items()}
    for key in named:
        if key not in known:
            raise UsageError(f"{where}: there is no {key!r}; there is: {', '.join(known)}")
    try:
        return kind(**named)
    except (TypeError, ValueError) as error:
        raise UsageError(f"{where}: {error}") from error
