"""Test classes to subclass in three lines; pytest finds their tests."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsparse.context import Context
from newsparse.model import Article
from newsparse.plugin import Enricher, Reader, Writer
from newsparse.registry import default
from newsparse.testing.corpus import agreeing, hold, invalid_files, valid_files
from newsparse.testing.drawing import articles, strategies
from newsparse.testing.laws import additive, mutated, outcomes, settled

if TYPE_CHECKING:
    import pytest


class ReaderLaws:
    """Subclass with `reader`, and `corpus` where there are sample files."""

    reader: Reader[Any]
    corpus: Path | None = None

    def test_any_bytes_give_an_article_or_a_parse_error(self) -> None:
        """Law 3 over random bytes."""
        from hypothesis import given

        @given(strategies().binary(max_size=300))
        def law(data: bytes) -> None:
            list(outcomes(self.reader, data))

        law()

    def test_damaged_samples_give_an_article_or_a_parse_error(self) -> None:
        """Law 3 over damaged corpus bytes."""
        for path in valid_files(self.corpus) if self.corpus else ():
            for seed in range(20):
                list(outcomes(self.reader, mutated(path.read_bytes(), seed)))

    def test_every_sample_is_recognised(self) -> None:
        """Law 5: this reader is chosen for each valid file, and no other is certain of it."""
        for path in valid_files(self.corpus) if self.corpus else ():
            agreeing(self.reader, path, default())

    def test_every_sample_reads_as_expected(self, request: "pytest.FixtureRequest") -> None:
        """The golden files; `pytest -p newsparse.testing --update-golden` rewrites them."""
        update = bool(request.config.getoption("--update-golden", default=False))
        for path in (*valid_files(self.corpus), *invalid_files(self.corpus)) if self.corpus else ():
            hold(self.reader, path, update=update)


class WriterLaws:
    """Subclass with `writer`, and `reader` where the format can be read back."""

    writer: Writer[Any]
    reader: Reader[Any] | None = None

    def test_every_article_can_be_written(self) -> None:
        """Bytes come out of any sound article, and no exception."""
        from hypothesis import given

        @given(articles())
        def law(article: Article) -> None:
            b"".join(self.writer.write([article], self.writer.options(), Context()))

        law()

    def test_the_second_round_is_settled(self) -> None:
        """Law 2, for a format that can be read back."""
        from hypothesis import given

        @given(articles())
        def law(article: Article) -> None:
            if self.reader is not None:
                settled(self.reader, self.writer, article)

        law()


class EnricherLaws:
    """Subclass with `enricher`."""

    enricher: Enricher[Any]

    def test_nothing_asserted_changes(self) -> None:
        """Law 6 over random articles."""
        from hypothesis import given

        @given(articles())
        def law(article: Article) -> None:
            additive(self.enricher, article)

        law()
