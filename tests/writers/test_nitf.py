"""What NITF has no element for, and what is done about it."""

import datetime as dt

from newsparse.context import Context
from newsparse.model import (
    Article,
    Dateline,
    FrozenMap,
    Mark,
    Metadata,
    Paragraph,
    Preformatted,
    Provenance,
    Quote,
    Section,
    Span,
    Stamp,
    Subject,
    Text,
)
from newsparse.model.agents import Agent, Byline
from newsparse.readers.nitf import READER
from newsparse.testing import read_all
from newsparse.writers.nitf import WRITER


def write(article):
    ctx = Context()
    data = b"".join(WRITER.write([article], WRITER.options(), ctx)).decode()
    return data, sorted({d.data.get("field") for d in ctx.diagnostics})


def story(*blocks, **fields):
    return Article(title=Text("T"), sections=(Section(id="s1", blocks=blocks),), **fields)


def paragraph(text, *marks):
    return Paragraph(id="b1", text=Text(text, marks))


def test_quotes_are_marked():
    quote = Quote(
        id="q1",
        text="So be it",
        spans=(Span("b1", 1, 9),),
        kind="direct",
        provenance=Provenance("quotes", "rule"),
        speaker=Agent(name="Ann Lee"),
    )
    data, _ = write(story(paragraph('"So be it," she said.'), quotes=(quote,)))
    assert '<p>"<q quote-source="Ann Lee">So be it</q>," she said.</p>' in data


def test_a_quote_that_crosses_a_mark_is_left_unmarked():
    quote = Quote(id="q1", text="b c", spans=(Span("b1", 2, 5),), kind="direct", provenance=Provenance("quotes", "rule"))
    data, _ = write(story(paragraph("a b c d", Mark(kind="emphasis", start=4, end=7)), quotes=(quote,)))
    assert "<q" not in data


def test_a_person_inside_of_emphasis_is_innermost():
    marks = (Mark(kind="person", start=0, end=3), Mark(kind="emphasis", start=0, end=3))
    assert "<em><person>Ann</person></em>" in write(story(paragraph("Ann ran", *marks)))[0]


def test_a_person_with_marks_inside_is_told():
    marks = (Mark(kind="person", start=0, end=7), Mark(kind="emphasis", start=4, end=7))
    data, lost = write(story(paragraph("Ann Lee ran", *marks)))
    assert "<p>Ann <em>Lee</em> ran</p>" in data
    assert lost == ["marks.person"]


def test_crossing_marks_are_told():
    marks = (Mark(kind="emphasis", start=0, end=3), Mark(kind="strong", start=2, end=5))
    assert write(story(paragraph("abcde", *marks)))[1] == ["marks.strong"]


def test_only_links_to_the_web_and_to_mail_are_written():
    marks = (Mark(kind="link", start=0, end=1, attrs=FrozenMap({"href": "javascript:x"})),)
    data, lost = write(story(paragraph("a", *marks)))
    assert "javascript" not in data
    assert lost == ["marks.link"]


def test_an_embargo_is_a_release_and_a_status():
    stamp = Stamp(kind="embargoed", raw="20240102T030405Z", value=dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC))
    data, lost = write(Article(title=Text("T"), metadata=Metadata(stamps=(stamp,))))
    assert 'management-status="embargoed"' in data
    assert '<date.release norm="20240102T030405Z"/>' in data
    assert lost == []


def test_times_that_are_no_date_or_said_twice_are_told():
    stamps = (
        Stamp(kind="created", raw="a", value=dt.date(2024, 1, 2)),
        Stamp(kind="created", raw="b", value=dt.date(2024, 1, 3)),
    )
    data, lost = write(Article(title=Text("T"), metadata=Metadata(stamps=stamps)))
    assert '<date.issue norm="20240102"/>' in data
    assert lost == ["metadata.stamps.created"]


def test_subjects_that_are_no_tokens_are_classifiers():
    subjects = (Subject(code="a b", scheme="x", label="L", kind="k"),)
    data, lost = write(Article(title=Text("T"), metadata=Metadata(subjects=subjects)))
    assert '<classifier type="k" value="a b" idsrc="x">L</classifier>' in data
    assert lost == []


def test_what_a_line_does_not_name_is_told():
    article = Article(
        title=Text("T"),
        bylines=(Byline(raw="By our desk", agents=(Agent(name="Ann Lee", kind="person"),)),),
        dateline=Dateline(raw="By mail", place="Linden", agency="CW"),
    )
    lost = write(article)[1]
    assert {"authors", "dateline.place", "dateline.agency"} <= set(lost)


def test_numbers_out_of_range_are_told():
    assert write(Article(title=Text("T"), metadata=Metadata(urgency=9)))[1] == ["metadata.urgency"]


def test_preformatted_text_has_no_marks():
    pre = Preformatted(id="b1", text=Text("a  b", (Mark(kind="strong", start=0, end=1),)))
    data, lost = write(story(pre))
    assert "<pre>a  b</pre>" in data
    assert lost == ["marks.strong"]


def test_forbidden_characters_are_replaced_and_told():
    ctx = Context()
    data = b"".join(WRITER.write([story(paragraph("a\x07b"))], WRITER.options(), ctx)).decode()
    assert "a\ufffdb" in data
    assert [d.code for d in ctx.diagnostics] == ["nitf.illegal-characters"]


def test_an_article_of_nothing_is_a_document():
    assert "<body.content>" in write(Article())[0]
    assert read_all(READER, write(Article())[0].encode()) == []


def test_one_tagline_and_one_bibliography_are_written_and_more_are_told():
    kept = FrozenMap({"nitf": FrozenMap({"tagline": ("Ends here.", "And here."), "bibliography": ("A",)})})
    data, told = write(story(paragraph("a"), extras=kept))
    assert (data.count("<tagline>"), data.count("<bibliography>")) == (1, 1)
    assert "extras.nitf" in told


def test_notes_of_the_head_come_back_behind_messages():
    kept = FrozenMap({"nitf": FrozenMap({"note": (FrozenMap({"type": "npa"}),)})})
    data, told = write(story(paragraph("a"), metadata=Metadata(ed_notes=("Adds vote.", "Hold.")), extras=kept))
    assert '<ed-msg info="Adds vote."/>' in data
    assert '<note type="npa">' in data
    assert "<p>Hold.</p>" in data
    assert told == []


def test_more_kinds_of_notes_than_notes_are_told():
    kept = FrozenMap({"nitf": FrozenMap({"note": (FrozenMap({}), FrozenMap({}))})})
    data, told = write(story(paragraph("a"), metadata=Metadata(ed_notes=("Hold.",)), extras=kept))
    assert '<ed-msg info="Hold."/>' in data
    assert told == ["extras.nitf"]


def test_what_reads_as_a_reference_stays_characters_in_the_head_too():
    data, _ = write(Article(title=Text("Why &amp;eacute; is no é"), bylines=(Byline(raw="By R&amp;D"),)))
    again = read_all(READER, data.encode())[0]
    assert (again.headline, again.bylines[0].raw) == ("Why &amp;eacute; is no é", "By R&amp;D")
