"""What is left out of a page's body is told."""

from pathlib import Path

import newsparse
from newsparse.pipeline import Pipeline
from newsparse.plugin import Document
from newsparse.readers.html.tables import REASONS

DOCS = Path(__file__).parents[3] / "docs" / "formats" / "html.md"
PAGE = b"""<html><head><title>Bridge closed</title></head><body><nav><a href="/">Home</a></nav><article>
<h1>Bridge closed</h1>
<p>The bridge over the river was closed on Monday after a lorry hit one of its pillars, the council said.</p>
<p>It will stay closed until engineers have looked at the damage, which may take a week or two.</p>
<div class="related"><a href="/x">Ferry prices rise again</a></div>
<p>Drivers are asked to take the tunnel, where traffic was already slow in the morning.</p>
</article></body></html>"""


def test_every_reason_is_documented():
    told = DOCS.read_text(encoding="utf-8")
    assert [code for code, _ in REASONS.values() if f"`{code}`" not in told] == []


def test_a_cut_is_told_once_with_its_words():
    (outcome,) = Pipeline(format="html").iter(Document(data=PAGE))
    cuts = {d.code: d.data["text"] for d in outcome.diagnostics}
    assert cuts["html.cut-related"] == "Ferry prices rise again"


def test_the_story_is_what_is_left():
    article = newsparse.parse_one(PAGE, format="html", enrich=())
    assert [p[:10] for p in article.paragraphs] == ["The bridge", "It will st", "Drivers ar"]
