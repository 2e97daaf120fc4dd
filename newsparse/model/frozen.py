"""FrozenMap: an immutable, hashable, picklable mapping of JSON values.

Open namespaces (`extras`, mark attributes, diagnostic data) are built of it, so that a frozen article is frozen to the
bottom. Values are None, bool, int, finite float, str, tuples of values, and FrozenMaps.
"""

import math
from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from typing import Any, Generic, TypeAlias, TypeVar, Union

import attrs

V = TypeVar("V")
Value: TypeAlias = Union[bool, int, float, str, tuple["Value", ...], "FrozenMap[Value]", None]

_SCALARS = (str, bool, int, type(None))


class FrozenMap(Mapping[str, V], Generic[V]):
    """A mapping that cannot change; order of insertion is kept, and equality ignores it."""

    __slots__ = ("_hash", "_items")
    _items: dict[str, V]
    _hash: int
    """Unset until it is asked for."""

    def __init__(self, items: Mapping[str, Any] | Iterable[tuple[str, Any]] = (), /) -> None:
        """Freeze `items` to the bottom: dicts become FrozenMaps and lists tuples.

        Frozen attrs values (a `Provenance`) stay as they are. TypeError names what is no JSON value (NaN and infinities
        are none).
        """
        frozen: dict[str, Any] = {}
        for key, value in items.items() if type(items) is dict else dict(items).items():
            if not isinstance(key, str):
                raise TypeError(f"a key must be str, not {type(key).__name__}")
            frozen[key] = value if type(value) in _FROZEN else freeze(value)
        _set_items(self, frozen)

    @staticmethod
    def of(items: dict[str, V]) -> "FrozenMap[V]":
        """A map over `items` itself, of frozen values under strings, which belongs to nobody else: nothing is looked at."""
        made: FrozenMap[V] = _new(FrozenMap)
        _set_items(made, items)
        return made

    def __getitem__(self, key: str) -> V:
        return self._items[key]

    def __contains__(self, key: object) -> bool:
        """Without Mapping's way of asking for the item and catching that there is none."""
        return key in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def get(self, key: str, default: Any = None) -> Any:
        """The value, or `default`; Mapping's own raises a KeyError to find out."""
        return self._items.get(key, default)

    def items(self) -> ItemsView[str, V]:
        """The (key, value) pairs, in C where Mapping's own ask for one key after the other."""
        return self._items.items()

    def values(self) -> ValuesView[V]:
        """The values, in C too."""
        return self._items.values()

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            made = hash(frozenset(self._items.items()))
            _set_hash(self, made)
            return made

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return self._items == other._items
        return NotImplemented

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"FrozenMap is immutable; cannot set {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"FrozenMap is immutable; cannot delete {name!r}")

    def __reduce__(self) -> tuple[type["FrozenMap[V]"], tuple[dict[str, V]]]:
        return FrozenMap, (self._items,)

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def merged(self, other: Mapping[str, Any]) -> "FrozenMap[V]":
        """A map of both, with `other` winning where they share a key."""
        return FrozenMap({**self._items, **other})


_new: Any = object.__new__
# The slots' own setters: a map is made for every second element of a wire, and `object.__setattr__` looks each slot up.
_set_items: Any = FrozenMap.__dict__["_items"].__set__
_set_hash: Any = FrozenMap.__dict__["_hash"].__set__

# By exact type: a lookup where isinstance would walk. Most values are strings.
_FROZEN = frozenset((*_SCALARS, FrozenMap))

JsonMap: TypeAlias = FrozenMap[Value]
EMPTY: FrozenMap[Any] = FrozenMap()


def freeze(value: Any) -> Any:
    """`value` as an immutable JSON value; TypeError where it is none."""
    kind = type(value)
    if kind in _FROZEN:
        return value
    if kind is list or kind is tuple:
        return tuple(value) if _FROZEN.issuperset(map(type, value)) else tuple([freeze(item) for item in value])
    if kind is dict:
        return FrozenMap(value)
    if isinstance(value, list | tuple):
        return tuple([freeze(item) for item in value])
    if isinstance(value, (*_SCALARS, FrozenMap)):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise TypeError(f"{value!r} is not a JSON number")
        return value
    if isinstance(value, Mapping):
        return FrozenMap(value)
    if attrs.has(type(value)):
        return value
    raise TypeError(f"{type(value).__name__} is not a JSON value")


def thaw(value: Value) -> Any:
    """`value` as dicts and lists, for code that wants plain JSON."""
    if isinstance(value, FrozenMap):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [thaw(item) for item in value]
    return value
