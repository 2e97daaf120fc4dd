"""Test classes to subclass in three lines; pytest finds their tests."""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsparse.context import Context
from newsparse.plugin import Enricher, Reader, Writer
from newsparse.registry import default
from newsparse.testing.corpus import agreeing, hold, invalid_files, valid_files
from newsparse.testing.drawing import articles, strategies
from newsparse.testing.laws import additive, carrying, honest, isolated, mutated, outcomes, settled

if TYPE_CHECKING:
    import pytest


def _for_all(drawn: Any, law: Callable[[Any], object]) -> None:
    """Hold a law over whatever is drawn, however long it takes: a first document loads lxml and a reader's tables."""
    from hypothesis import HealthCheck, given, settings

    @settings(deadline=None, suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large))
    @given(drawn)
    def held(value: Any) -> None:
        law(value)

    held()


class ReaderLaws:
    """Subclass with `reader`, and `corpus` where there are sample files.

    `visible`, where it is given, returns what a person reads in a document, for the law of honesty; `unsaid` are words of
    it that belong to the format.
    """

    reader: Reader[Any]
    corpus: Path | None = None
    unsaid: Collection[str] = ()

    def visible(self, data: bytes) -> str | None:  # noqa: ARG002  for subclasses
        """What a person reads in the document; None to leave the law of honesty out."""
        return None

    def test_any_bytes_give_an_article_or_a_parse_error(self) -> None:
        """Law 3 over random bytes."""
        _for_all(strategies().binary(max_size=300), lambda data: list(outcomes(self.reader, data)))

    def test_damaged_samples_give_an_article_or_a_parse_error(self) -> None:
        """Law 3 over damaged corpus bytes."""
        for path in valid_files(self.corpus) if self.corpus else ():
            for seed in range(20):
                list(outcomes(self.reader, mutated(path.read_bytes(), seed)))

    def test_every_word_is_kept_or_reported(self) -> None:
        """Law 4, for a format whose `visible` is given."""
        for path in valid_files(self.corpus) if self.corpus else ():
            seen = self.visible(path.read_bytes())
            if seen is not None:
                honest(self.reader, path.read_bytes(), seen, unsaid=self.unsaid)

    def test_damage_in_one_frame_stays_there(self) -> None:
        """Law 7, over the samples of several frames."""
        for path in valid_files(self.corpus) if self.corpus else ():
            isolated(self.reader, path.read_bytes())

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
        _for_all(articles(), lambda article: b"".join(self.writer.write([article], self.writer.options(), Context())))

    def test_the_second_round_is_settled(self) -> None:
        """Law 2, for a format that can be read back."""
        reader = self.reader
        if reader is None:
            return

        _for_all(articles(), partial(settled, reader, self.writer))

    def test_what_it_declares_to_carry_comes_back(self) -> None:
        """Law 8, for a format that can be read back and says what it carries."""
        reader = self.reader
        if reader is None or self.writer.carries is None:
            return

        _for_all(articles(), partial(carrying, reader, self.writer))


class EnricherLaws:
    """Subclass with `enricher`."""

    enricher: Enricher[Any]

    def test_nothing_asserted_changes(self) -> None:
        """Law 6 over random articles."""
        _for_all(articles(), partial(additive, self.enricher))
