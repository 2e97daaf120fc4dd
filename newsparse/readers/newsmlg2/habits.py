"""What agencies do otherwise in NewsML-G2: paths of elements to fields, in `dialects/`."""

from typing import Final

from newsparse.kit.dialect import Family
from newsparse.kit.fieldmap import Habits

FAMILY: Final = Family("newsmlg2", "newsparse.readers.newsmlg2", Habits)
"""The dialects of NewsML-G2."""
