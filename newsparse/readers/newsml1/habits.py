"""What agencies do otherwise in NewsML 1: paths of elements to fields, in `dialects/`."""

from typing import Final

from newsparse.kit.dialect import Family
from newsparse.kit.fieldmap import Habits

FAMILY: Final = Family("newsml1", "newsparse.readers.newsml1", Habits)
"""The dialects of NewsML 1."""
