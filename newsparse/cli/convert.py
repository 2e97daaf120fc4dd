"""`convert`: the main job. Nothing is left half-written; one bad input never stops the others."""

import contextlib
import itertools
import os
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from newsparse.cli.arguments import documents, parser_for, pipeline_of, registry_of
from newsparse.cli.telling import Teller, usage
from newsparse.context import Context
from newsparse.errors import NewsparseError, UsageError
from newsparse.model.article import Article
from newsparse.pipeline import make_options, split_options, write
from newsparse.registry import Registry

_EXAMPLES = """  newsparse convert story.txt --to html
  newsparse convert feed/ --to json -o out/
  cat story.txt | newsparse convert - --from text --to xml"""
_LONGEST_STEM = 200
"""Bytes in UTF-8: file systems take 255, and the number and the extension come behind it."""


def run(argv: list[str]) -> int:
    """Convert the inputs and return the exit status."""
    parser = parser_for("convert", "Write articles in another format.", _EXAMPLES)
    parser.add_argument(
        "-t", "--to", metavar="WRITER[:k=v,…]", help="the format; by default json for one article, jsonl for many"
    )
    parser.add_argument("-o", "--output", metavar="FILE|DIR/", help="where to write; standard output by default")
    options = parser.parse_args(argv)
    try:
        pipeline = pipeline_of(options)
        registry = registry_of(options)
        if options.to:
            name, given = split_options(options.to)
            make_options(name, registry.writer(name).options, given)
    except NewsparseError as error:
        return usage(error)
    if options.output and (same := next((i for i in options.inputs if _is_same(i, options.output)), None)) is not None:
        return usage(UsageError(f"{same} is read and would be written over; give another name with -o"))
    teller = Teller.of(options)
    found = teller.articles(documents(options, pipeline.limits), pipeline)
    try:
        if options.output and (options.output.endswith(os.sep) or Path(options.output).is_dir()):
            _to_directory(found, options.to or "json", Path(options.output), registry, teller)
        else:
            _to_one(found, options.to, options.output, registry, teller)
    except UsageError as error:
        return usage(error)
    except NewsparseError as error:
        teller.failure(error)
        return 1
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        return usage(UsageError(f"{options.output or 'standard output'}: {(error.strerror or str(error)).lower()}"))
    return teller.status()


def _is_same(given: str, output: str) -> bool:
    """Whether an input and the output are the same plain file."""
    return Path(given).is_file() and Path(output).is_file() and Path(given).samefile(output)


def _to_one(found: Iterator[tuple[str, Article]], to: str | None, path: str | None, registry: Registry, teller: Teller) -> None:
    """Everything into one file or standard output; a writer of one article must be given one."""
    name = None if to is None else split_options(to)[0]
    if name is not None and registry.writer(name).holds == "many":
        begun = list(itertools.islice(found, 1))  # a stream is written as it comes
    else:
        with teller.holding():
            begun = list(itertools.islice(found, 2))
            if name is not None and len(begun) > 1:
                raise UsageError(f"{name} holds one article and there are several; give a directory with -o DIR{os.sep}")
    if not begun:
        return
    to = to or ("json" if len(begun) == 1 else "jsonl")
    ctx = Context()
    with _sink(path) as sink:
        for piece in write(_labelled(itertools.chain(begun, found), ctx, teller), to, registry=registry, ctx=ctx):
            sink.write(piece)
    _tell_writer(ctx, teller)


def _labelled(found: Iterable[tuple[str, Article]], ctx: Context, teller: Teller) -> Iterator[Article]:
    """The articles as a writer takes them, so that what it finds is told of the right one, and is not kept for all of them."""
    for label, article in found:
        _tell_writer(ctx, teller)
        ctx.label = label
        yield article


def _to_directory(found: Iterator[tuple[str, Article]], to: str, home: Path, registry: Registry, teller: Teller) -> None:
    """A file for each article, named after its input; a name that is taken gets a number."""
    home.mkdir(parents=True, exist_ok=True)
    extension = registry.writer(split_options(to)[0]).extension
    numbers: dict[str, int] = {}
    for label, article in found:
        ctx = Context(label=label)
        try:
            data = b"".join(write([article], to, registry=registry, ctx=ctx))
        except NewsparseError as error:
            teller.failure(error, label)
            continue
        stem = _stem(label)
        numbers[stem] = _place(home, stem, extension, data, numbers.get(stem, 0) + 1)
        _tell_writer(ctx, teller)


def _stem(label: str) -> str:
    """What is left of a document's name in a file's: letters of any script, digits, and hyphens for all else."""
    signs = unicodedata.normalize("NFC", Path(label).stem.lower())
    words = "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in signs).split()
    return "-".join(words).encode()[:_LONGEST_STEM].decode(errors="ignore").strip("-") or "article"


def _place(home: Path, stem: str, extension: str, data: bytes, number: int) -> int:
    """Write a new file whole: under a temporary name, then linked to the first free one from `number` on, which is returned."""
    handle, temporary = tempfile.mkstemp(dir=home, prefix=".newsparse-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            _usual_mode(file)
        while True:
            name = home / (f"{stem}.{extension}" if number == 1 else f"{stem}-{number}.{extension}")
            try:
                os.link(temporary, name)
            except FileExistsError:
                number += 1
            else:
                return number
    finally:
        os.unlink(temporary)  # noqa: PTH108  the pair of mkstemp


@contextlib.contextmanager
def _sink(path: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that appears only when it is whole."""
    if path is None:
        yield sys.stdout.buffer
        return
    target = Path(path).resolve()  # a link stays a link
    if target.exists() and not target.is_file():
        with target.open("wb") as device:  # a FIFO or a device is written to, never replaced
            yield device
        return
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".newsparse-")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            _usual_mode(file)
        Path(temporary).replace(target)
    except BaseException:
        os.unlink(temporary)  # noqa: PTH108
        raise


def _usual_mode(file: BinaryIO) -> None:
    """What the umask allows; mkstemp gives the owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    os.fchmod(file.fileno(), 0o666 & ~mask)


def _tell_writer(ctx: Context, teller: Teller) -> None:
    teller.findings(ctx.finish(), ctx.label)
    ctx.diagnostics = []
