"""The enricher: over paragraphs and sections, beside what the document asserts, without touching its text."""

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.context import Context
from newsparse.enrichers.quotes import ENRICHER, Options, enrich, find_quotes
from newsparse.model.agents import Agent, Byline
from newsparse.model.article import Article
from newsparse.model.blocks import Blockquote, Paragraph, Section
from newsparse.model.check import problems
from newsparse.model.frozen import FrozenMap
from newsparse.model.metadata import Metadata
from newsparse.model.place import Provenance, Span
from newsparse.model.quotes import Quote
from newsparse.model.text import Mark, Text


def paragraph(name, text, *marks):
    return Paragraph(id=name, text=Text(text, marks))


def article(*blocks, **fields):
    return Article(sections=(Section(id="s1", blocks=blocks),), metadata=Metadata(lang="en"), **fields)


ANY = Options()


def enriched(*blocks, options=ANY, **fields):
    made = enrich(article(*blocks, **fields), options, Context())
    assert problems(made) == ()
    return made.quotes


def test_paragraphs_that_reopen_the_mark_are_one_quote_with_a_span_each():
    (quote,) = enriched(
        paragraph("b1", "“The kiln was cold,” Mr. Adair said. “Nobody had lit it."),
        paragraph("b2", "“Then the orders came.”"),
    )
    assert [(s.holder, s.start) for s in quote.spans] == [("b1", 0), ("b1", 37), ("b2", 0)]
    assert quote.text == "“The kiln was cold,” “Nobody had lit it. “Then the orders came.”"


def test_the_byline_tells_the_full_name_of_a_surname():
    (quote,) = enriched(
        paragraph("b1", "“I saw the fire,” Okafor said."),
        bylines=(Byline(raw="By Ines Okafor", agents=(Agent(name="Ines Okafor"),)),),
    )
    assert quote.speaker.name == "Ines Okafor"


def test_a_quote_that_the_article_has_already_stays_and_keeps_its_place():
    old = Quote(id="q1", text="“Yes,”", spans=(Span("b1", 0, 6),), kind="direct", provenance=Provenance("desk"))
    quotes = enriched(paragraph("b1", "“Yes,” Lee said."), paragraph("b2", "“No,” Mora said."), quotes=(old,))
    assert [(q.id, q.text) for q in quotes] == [("q1", "“Yes,”"), ("q2", "“No,”")]


def test_ids_are_those_that_nothing_else_bears():
    (quote,) = enriched(paragraph("q1", "“Yes,” Lee said."))
    assert quote.id == "q2"


def test_less_sure_quotes_are_left_out_on_request():
    blocks = (paragraph("b1", "“Yes,” Ana Lee said."), paragraph("b2", "The union wants to talk."))
    assert [q.kind for q in enriched(*blocks)] == ["direct", "indirect"]
    assert [q.kind for q in enriched(*blocks, options=Options(min_confidence=0.8))] == ["direct"]


def test_a_marked_quotation_is_quoted_words_though_no_marks_stand_there():
    (quote,) = enriched(paragraph("b1", "We will rebuild, said Mayor Ana Lee.", Mark(kind="q", start=0, end=15)))
    assert (quote.text, quote.kind, quote.speaker.name) == ("We will rebuild", "direct", "Ana Lee")


def test_a_stated_source_is_asserted_and_goes_before_what_a_rule_says():
    mark = Mark(kind="q", start=0, end=15, attrs=FrozenMap({"quote-source": "Ben Cole"}))
    (quote,) = enriched(paragraph("b1", "We will rebuild, he said.", mark))
    assert quote.speaker.name == "Ben Cole"
    assert quote.provenance == Provenance("quotes:markup", "asserted")


def test_a_block_quote_with_its_attribution_is_a_quote():
    (quote,) = enriched(
        Blockquote(id="b1", blocks=(paragraph("b2", "The sea gives and takes."),), attribution=Text("— Mara Lindqvist"))
    )
    assert (quote.text, quote.speaker.name, quote.provenance.how) == ("The sea gives and takes.", "Mara Lindqvist", "asserted")


def test_a_block_quote_behind_a_colon_is_what_the_cue_says():
    (quote,) = enriched(
        paragraph("b1", "The board said in its letter:"), Blockquote(id="b2", blocks=(paragraph("b3", "We are sorry."),))
    )
    assert (quote.text, quote.cue) == ("We are sorry.", "said")


def test_an_article_in_a_language_without_a_table_is_left_as_it_is():
    ctx = Context()
    made = article(paragraph("b1", "“Yes,” Lee said."))
    odd = attrs.evolve(made, metadata=Metadata(lang="tlh"))
    assert enrich(odd, Options(), ctx) is odd
    assert [d.code for d in ctx.diagnostics] == ["quotes.no-language"]


def test_the_enricher_runs_unless_told_otherwise():
    story = b"A head\n\n\xe2\x80\x9cThe boat is late,\xe2\x80\x9d said Ana Lee.\n\nThe fog came in the night and stayed.\n"
    assert newsparse.parse_one(story, format="text").quotes
    assert not newsparse.parse_one(story, format="text", enrich=()).quotes
    assert ENRICHER.name in newsparse.DEFAULT


PIECES = st.sampled_from(
    ["“", "”", '"', "'", "’", "‘", " ", "\n", ", ", ". ", ": ", "? ", "said", " says ", "that ", "he ", "Lee ", "Mr. ", "Ana ", "the ",
     "plan ", "was ", "according to ", "which ", "who ", "and ", "to ", "(", ")", " — ", "wants ", "adding ", "it ", "A. ", "…", "é", "人"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_every_span_cuts_what_the_quote_says(text):
    for quote in find_quotes(text, "en"):
        assert quote.text == " ".join(text[s.start : s.end] for s in quote.spans)
        for span in (*quote.spans, *quote.cue_spans, *quote.speaker_spans):
            assert 0 <= span.start < span.end <= len(text)
            assert span.holder == "text"
        assert 0 <= quote.provenance.confidence <= 1


@given(st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=100, deadline=None)
def test_an_enriched_article_is_sound(one, two):
    enriched(paragraph("b1", one), Blockquote(id="b2", blocks=(paragraph("b3", two, Mark(kind="q", start=0, end=len(two))),)))


def test_a_line_too_long_for_prose_is_passed_over_and_told() -> None:
    said = '"We sail on Monday," said Ada Brink.'
    story = newsparse.parse_one(f"Ferries\n\n{'he said ' * 8_000}\n\n{said}\n", format="text", enrich=())
    ctx = Context()
    found = ENRICHER.enrich(story, ANY, ctx).quotes
    assert [quote.text for quote in found] == ['"We sail on Monday,"']
    assert [diagnostic.code for diagnostic in ctx.diagnostics] == ["quotes.overlong"]
