"""What a page states about its article, from JSON-LD, meta tags, microdata and the lines around the headline.

`read` gathers candidates and chooses among them; `fill` puts the chosen values into an article, and
the others look at what has become of it once the body is read.
"""

from newsparse.readers.html.metadata.choose import read
from newsparse.readers.html.metadata.facts import Candidate, Facts
from newsparse.readers.html.metadata.fill import add_stated_body, fill, judge_stub

__all__ = ["Candidate", "Facts", "add_stated_body", "fill", "judge_stub", "read"]
