"""The laws that every format keeps, each as a function that raises AssertionError where it is broken."""

import random
import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.errors import ParseError
from newsparse.kit.carry import carried, held
from newsparse.limits import Limits
from newsparse.model import Article, Metadata, thaw, walk
from newsparse.model.check import problems
from newsparse.plugin import Document, Enricher, Reader, Writer
from newsparse.schema import from_json, to_dict, to_json


def identity(article: Article) -> None:
    """Law 1: JSON gives back the article, and the same bytes the second time (`True == 1` hides type loss from `==`)."""
    text = to_json(article)
    again = from_json(text)
    assert again == article, "from_json(to_json(a)) differs from a"
    assert to_json(again) == text, "the JSON of the second time differs"


def outcomes(reader: Reader[Any], data: bytes, limits: Limits | None = None) -> Iterator[Article | ParseError]:
    """Each frame's article or ParseError, with default options; AssertionError for an unsound article (law 3: total)."""
    ctx = Context(limits=limits or Limits())
    options = reader.options()
    frames = iter(reader.split(Document(data=data), options, ctx))
    while True:
        try:
            frame = next(frames, None)
            if frame is None:
                return
        except ParseError as error:
            yield error
            return
        try:
            article = reader.parse(frame, options, Context(limits=ctx.limits))
        except ParseError as error:
            yield error
            continue
        found = problems(article)
        assert not found, f"{reader.name}: {found[0]}"
        yield article


def read_all(reader: Reader[Any], data: bytes) -> list[Article]:
    """The articles of `data`, broken frames left out."""
    return [found for found in outcomes(reader, data) if isinstance(found, Article)]


def bare(article: Article) -> Article:
    """The article without what a second reading may change: origins and the document behind it."""
    moved = walk.map_blocks(article, lambda block: attrs.evolve(block, origin=None))
    return attrs.evolve(moved, document=None, sections=tuple(attrs.evolve(s, origin=None) for s in moved.sections))


def settled(reader: Reader[Any], writer: Writer[Any], article: Article) -> None:
    """Law 2: what has been written and read once comes back the same ever after."""

    def again(one: Article) -> list[Article]:
        return read_all(reader, b"".join(writer.write([one], writer.options(), Context())))

    for first in again(article):
        assert [bare(a) for a in again(first)] == [bare(first)], f"{writer.name}: the second round differs"


def broken(reader: Reader[Any], writer: Writer[Any], article: Article) -> dict[str, tuple[Any, Any]]:
    """What does not come back though `writer.carries` says so and nobody reported it: field to (written, read).

    White space counts as one space, because most formats wrap lines as they like.
    """
    ctx = Context()
    data = b"".join(writer.write([article], writer.options(), ctx))
    told = {found.data.get("field") for found in ctx.diagnostics}
    after = [held(one) for one in read_all(reader, data)]
    found = {}
    for name, values in held(article).items():
        if carried(name, writer.carries or ()) and name not in told:
            there = after[0].get(name, ()) if len(after) == 1 else ()
            if _settled(name, values) != _settled(name, there):
                found[name] = (values, there)
    return found


def carrying(reader: Reader[Any], writer: Writer[Any], article: Article) -> None:
    """Law 8: what a writer declares to carry is equal after writing and reading, or was reported by the field's name."""
    assert broken(reader, writer, article) == {}, f"{writer.name} says it carries what does not come back"


def _settled(name: str, values: tuple[Any, ...]) -> Any:
    """The values for comparing; those of metadata in any order, as formats group them by kinds of their own."""
    spaced = _spaced(values)
    return sorted(spaced, key=repr) if name.startswith("metadata.") else spaced


def _spaced(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return tuple(_spaced(one) for one in value)
    return value


def additive(enricher: Enricher[Any], article: Article) -> None:
    """Law 6: a field that the article states and asserts is equal after the enricher, in the metadata too; nothing is taken away.

    Quotes, annotations, provenance and extras grow: what was there is there after.
    """
    after = enricher.enrich(article, enricher.options(), Context())
    assert not problems(after), problems(after)
    changed = [name for name in _asserted(article) if _value(article, name) != _value(after, name)]
    assert not changed, f"{enricher.name} changed {', '.join(changed)}"
    for name in ("quotes", "annotations"):
        gone = [item.id for item in getattr(article, name) if item not in getattr(after, name)]
        assert not gone, f"{enricher.name} took {name} away: {', '.join(gone)}"
    for name in ("provenance", "extras"):
        before, there = getattr(article, name), getattr(after, name)
        lost = [key for key in before if before[key] != there.get(key)]
        assert not lost, f"{enricher.name} changed {name}: {', '.join(lost)}"


_GROWING = frozenset({"quotes", "annotations", "provenance", "metadata", "extras"})


def _asserted(article: Article) -> list[str]:
    """The names of fields that have a value which nobody inferred, those of metadata as `metadata.name`."""
    names = [f.name for f in attrs.fields(Article) if f.name not in _GROWING]
    names += [f"metadata.{f.name}" for f in attrs.fields(Metadata)]
    claims = {name: article.provenance.get(name) for name in names}
    return [name for name, claim in claims.items() if _value(article, name) and (claim is None or claim.how == "asserted")]


def _value(article: Article, name: str) -> Any:
    front, _, rest = name.rpartition(".")
    return getattr(article.metadata if front else article, rest)


def honest(reader: Reader[Any], data: bytes, visible: str, *, unsaid: Collection[str] = ()) -> None:
    """Law 4: every word of `visible`, what a person reads in the document, is in an article or in a reported loss.

    As often as it stands there. `unsaid` are words, lower case, that belong to the format and not to the story: the labels
    of header fields.
    """
    held: Counter[str] = Counter()
    ctx = Context()
    options = reader.options()
    for frame in reader.split(Document(data=data), options, ctx):
        try:
            held.update(_words_in(to_dict(reader.parse(frame, options, ctx))))
        except ParseError as error:
            ctx.diagnostics.append(error.diagnostic)
    for found in ctx.diagnostics:
        held.update(_words_in([thaw(found.data), found.message]))
    missing = Counter(words_of(visible)) - held
    lost = [word for word in missing if word not in unsaid]
    assert not lost, f"{reader.name}: in no article and in no diagnostic: {', '.join(lost[:20])}"


_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a text, lower case, in order."""
    return _WORD.findall(text.casefold())


def _words_in(value: Any) -> Iterator[str]:
    """The words of every key, string and number in a JSON value."""
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            stack.extend((*item, *item.values()))
        elif isinstance(item, list):
            stack.extend(item)
        else:
            yield from words_of(str(item))


def isolated(reader: Reader[Any], data: bytes) -> None:
    """Law 7: damage inside one frame changes that frame's outcome and no other.

    For documents of several frames that are ranges of its bytes; damage replaces letters, so that it makes no boundary.
    """
    options = reader.options()
    frames = [f for f in reader.split(Document(data=data), options, Context()) if f.item is None and f.data]
    before = _bare_outcomes(reader, data)
    for frame in frames:
        start, end = frame.byte_start, frame.byte_start + len(frame.data)
        if data[start:end] != frame.data or len(before) != len(frames):
            continue
        middle = [at for at in range(start + len(frame.data) // 3, end - len(frame.data) // 3) if data[at : at + 1].isalnum()]
        hurt = bytearray(data)
        for at in middle[::7]:
            hurt[at] = 0x7E
        after = _bare_outcomes(reader, bytes(hurt))
        changed = [n for n, (one, other) in enumerate(zip(before, after, strict=False)) if one != other and n != frame.index]
        assert len(after) == len(before), f"{reader.name}: damage in frame {frame.index} changes the number of frames"
        assert not changed, f"{reader.name}: damage in frame {frame.index} changes frames {changed}"


def _bare_outcomes(reader: Reader[Any], data: bytes) -> list[Article | str]:
    return [bare(one) if isinstance(one, Article) else one.diagnostic.code for one in outcomes(reader, data)]


def mutated(data: bytes, seed: int) -> bytes:
    """`data` with a few bytes changed, cut out or doubled, the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311  repeatable damage, no secret
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(out) + 1)
        out[at : at + chance.randint(0, 4)] = chance.choice((b"", b"\x00", b"<", b"\xff", bytes(out[at : at + 20])))
    return bytes(out)
