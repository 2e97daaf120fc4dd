"""Pages that are more than a page: refused in one line before they cost their weight in memory."""

import attrs
import pytest

import newsparse
from newsparse.errors import LimitExceeded
from newsparse.limits import Limits


def test_more_cells_than_an_article_may_have_are_refused_before_the_parse():
    page = "<p>Before.</p><table>" + "<tr><td>x<TD>y<th>z</tr>" * 20 + "</table>"
    limits = attrs.evolve(Limits(), cells=50)
    with pytest.raises(LimitExceeded) as caught:
        newsparse.parse_one(page, format="html", limits=limits, enrich=())
    assert caught.value.diagnostic.data["limit"] == "cells"


def test_a_large_page_with_few_cells_is_read():
    page = (
        "<h1>The ice is back</h1>"
        + "".join(f"<p>The ice of {n} is back, and people walk on it again.</p>" for n in range(20))
        + "<table><tr><td>x</table>"
    )
    assert (
        newsparse.parse_one(page, format="html", limits=attrs.evolve(Limits(), cells=50), enrich=()).headline == "The ice is back"
    )
