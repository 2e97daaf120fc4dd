"""From every format to every other: what the target can carry survives, the rest is told by name, and the docs say which.

The tables in `docs/conversions.md` and `docs/formats/lost/` are made here of the corpus; `--update-golden` rewrites them.
"""

from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from newsparse.builtin import BUILTIN
from newsparse.context import Context
from newsparse.kit.carry import carried, held, lost
from newsparse.pipeline import write
from newsparse.registry import default
from newsparse.testing import broken, read_all, valid_files

HERE = Path(__file__).parent
DOCS = HERE.parent / "docs"
REGISTRY = default().without_plugins()
READERS = sorted(name for name in BUILTIN["newsparse.readers"] if (HERE / "corpus" / name / "valid").is_dir())
CARRIES = {name: REGISTRY.writer(name).carries for name in sorted(BUILTIN["newsparse.writers"])}
WRITERS = [name for name, carries in CARRIES.items() if carries is not None]
SHOWN = {name: import_module(f"newsparse.writers.{name}").SHOWN for name in CARRIES if name not in WRITERS}
"""What the pages for people show; reading one back is inference, and held by the tests of their readers."""
PAIRS = [(reader, writer) for reader in READERS for writer in WRITERS]


@cache
def samples(reader):
    """(file name, article) of every article in the reader's corpus."""
    record = REGISTRY.reader(reader)
    paths = valid_files(HERE / "corpus" / reader)
    return [(path.name, article) for path in paths for article in read_all(record, path.read_bytes())]


@cache
def fields(reader):
    """Every field that an article of the reader's corpus uses."""
    return frozenset(name for _, article in samples(reader) for name in held(article))


@cache
def missing(reader, writer):
    """The fields of the reader's corpus that the writer has no place for."""
    carries = CARRIES[writer] or SHOWN[writer]
    return sorted(name for name in fields(reader) if not carried(name, carries))


def test_there_is_something_to_convert():
    assert len(READERS) > 10
    assert len(WRITERS) > 4


@pytest.mark.parametrize(("reader", "writer"), [pair for pair in PAIRS if pair[1] in BUILTIN["newsparse.readers"]])
def test_what_the_target_carries_survives(reader, writer):
    back, record = REGISTRY.reader(writer), REGISTRY.writer(writer)
    assert {name: found for name, article in samples(reader) if (found := broken(back, record, article))} == {}


@pytest.mark.parametrize(("reader", "writer"), PAIRS)
def test_what_the_target_does_not_carry_is_told_by_name(reader, writer):
    for _, article in samples(reader):
        ctx = Context()
        b"".join(write([article], writer, ctx=ctx))
        told = {found.data.get("field") for found in ctx.diagnostics if found.code == f"{writer}.lost-field"}
        assert set(lost(article, REGISTRY.writer(writer).carries)) <= told


def matrix():
    """The table of all pairs: fields carried, of those that the reader's corpus uses."""
    names = [*WRITERS, *SHOWN]
    lines = [f"| from \\ to | {' | '.join(f'`{name}`' for name in names)} |", f"|---|{'---:|' * len(names)}"]
    for reader in READERS:
        total = len(fields(reader))
        shares = (str(total - len(missing(reader, writer))) for writer in names)
        lines.append(f"| [`{reader}`]({page_of(reader)}), {total} fields | {' | '.join(shares)} |")
    return "\n".join(lines)


def page_of(reader):
    return f"formats/{reader}.md"


def losses(reader):
    """What is lost of the reader's articles in each other format; writers of the same loss on one line."""
    grouped = {}
    for writer in (*WRITERS, *SHOWN):
        if writer != reader:
            grouped.setdefault(tuple(missing(reader, writer)), []).append(writer)
    lines = ["| to | lost |", "|---|---|"]
    for names, writers in sorted(grouped.items(), key=lambda group: (len(group[0]), group[1])):
        told = ", ".join(f"`{name}`" for name in names) or "nothing"
        lines.append(f"| {', '.join(f'`{writer}`' for writer in writers)} | {told} |")
    return "\n".join(lines) + "\n"


PAGE = """# Conversions

Any format that is read can be written in any other. A format carries what it has a place for; each field that it has none for is
reported by name, as `<writer>.lost-field`, and `newsparse convert --fail-on warning` makes that an error. The writers for people,
`html`, `markdown`, `text` and the table `csv`, say in one information what they do not show, because showing less is what they are for.

The table says how many of the fields that our samples of a format use have a place in each other format, and in the last columns
on a page; which do not is told at the end of each format's page. For every pair of formats, pages for people apart, the tests hold
that what has a place comes back unchanged from writing and reading.

{matrix}

Fields are named as in the [model](model.md): `metadata.subjects.scheme` is the scheme of a subject, `tables.spans` a cell that
spans, `marks.link` a link in the text, `extras.nitf` what only NITF has a name for. Where a format carries a field, single values
can still not fit, such as a time without a zone; they are reported in the same way.
"""


def hold(path, made, update):
    if update:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing; --update-golden writes it"
    assert path.read_text(encoding="utf-8") == made, f"{path.name} is out of date; --update-golden writes it"


def test_the_table_of_conversions_is_what_the_code_says(request):
    hold(DOCS / "conversions.md", PAGE.format(matrix=matrix()), request.config.getoption("--update-golden"))


@pytest.mark.parametrize("reader", READERS)
def test_the_losses_of_a_format_are_what_the_code_says(reader, request):
    hold(DOCS / "formats" / "lost" / f"{reader}.inc", losses(reader), request.config.getoption("--update-golden"))


@pytest.mark.parametrize("reader", [name for name in READERS if (DOCS / page_of(name)).exists()])
def test_the_page_of_a_format_tells_what_is_lost(reader):
    assert f"lost/{reader}.inc" in (DOCS / page_of(reader)).read_text(encoding="utf-8")
