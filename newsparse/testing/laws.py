"""The laws that every format keeps, each as a function that raises AssertionError where it is broken."""

import random
from collections.abc import Iterator
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.errors import ParseError
from newsparse.kit.carry import carried, held
from newsparse.limits import Limits
from newsparse.model import Article, walk
from newsparse.model.check import problems
from newsparse.plugin import Document, Enricher, Reader, Writer
from newsparse.schema import from_json, to_json


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
    """Law 6: a field that the article states and asserts is equal after the enricher."""
    after = enricher.enrich(article, enricher.options(), Context())
    assert not problems(after), problems(after)
    for field in attrs.fields(Article):
        before = getattr(article, field.name)
        claim = article.provenance.get(field.name)
        if field.name not in _GROWING and before and (claim is None or claim.how == "asserted"):
            assert getattr(after, field.name) == before, f"{enricher.name} changed {field.name}"


_GROWING = {"quotes", "annotations", "provenance", "metadata", "extras"}


def mutated(data: bytes, seed: int) -> bytes:
    """`data` with a few bytes changed, cut out or doubled, the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311  repeatable damage, no secret
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(out) + 1)
        out[at : at + chance.randint(0, 4)] = chance.choice((b"", b"\x00", b"<", b"\xff", bytes(out[at : at + 20])))
    return bytes(out)
