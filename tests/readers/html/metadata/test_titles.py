"""The headline among candidates: votes, and the tails that go or stay."""

import pytest

from newsparse.context import Context
from newsparse.kit import html
from newsparse.readers.html import metadata
from newsparse.readers.html.metadata.facts import Candidate, key
from newsparse.readers.html.metadata.titles import bare, choose
from newsparse.readers.html.page import Page

KEYS = {key(name) for name in ("Norrvik Courier", "courier.example")}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ice in the harbour | Norrvik Courier", "Ice in the harbour"),
        ("Ice in the harbour - Norrvik Courier", "Ice in the harbour"),
        ("Ice in the harbour – Coast – Norrvik Courier", "Ice in the harbour – Coast"),
        ("Ice in the harbour | Coast | Norrvik Courier", "Ice in the harbour"),
        ("Ice in the harbour * Norrvik Courier", "Ice in the harbour"),
        ("Norrvik Courier: Ice in the harbour", "Ice in the harbour"),
        ("Ice in the harbour：Norrvik Courier", "Ice in the harbour"),
        ("Ice in the harbour - a winter's tale", "Ice in the harbour - a winter's tale"),
        ("Port: ice is back", "Port: ice is back"),
        ("05.02.2024 - Ice in the harbour", "Ice in the harbour"),
        ("05.02.2024: Ice", "05.02.2024: Ice"),
        ("Ice in the harbour – Norrvik Courier – 05.02.2024", "Ice in the harbour"),
        ("Ice in the harbour : 05.02.2024, 11.41 Uhr", "Ice in the harbour"),
        ("Ice in the harbour on 05.02.2024", "Ice in the harbour on 05.02.2024"),
        ("Ice in the harbour (Norrvik Courier)", "Ice in the harbour"),
        ("Ice in the harbour (again)", "Ice in the harbour (again)"),
        ("Ice in the harbour【Norrvik Courier】", "Ice in the harbour"),
        ("Ice in the harbour-Norrvik Courier", "Ice in the harbour"),
        ("Courier-run ferries are back", "Courier-run ferries are back"),
        ("Ice in the harbour (Norrvik Courier's view)", "Ice in the harbour (Norrvik Courier's view)"),
        ("Ice in the harbour ❘ Norrvik Courier", "Ice in the harbour"),
        ("Ice in the harbour ★ Norrvik Courier", "Ice in the harbour"),
        ("Norrvik Courier > Ice in the harbour", "Ice in the harbour"),
        ("»Ice is back« | Norrvik Courier", "»Ice is back«"),
        ("He said: »Ice is back«", "He said: »Ice is back«"),
    ],
)
def test_only_the_sites_own_name_is_cut_off(said, expected):
    assert bare(said, set(), KEYS) == expected


def test_a_tail_goes_where_another_place_gives_the_head():
    heads = {key("Ice in the harbour again"), key("Ice in the harbour again - Winter special")}
    assert bare("Ice in the harbour again - Winter special", heads, set()) == "Ice in the harbour again"


def test_json_ld_outweighs_all_others_together():
    voted = choose(
        [
            Candidate("Ice is back", "h1"),
            Candidate("Ice is back", "meta og:title"),
            Candidate("The ice returns", "json-ld headline"),
        ],
        KEYS,
    )
    assert voted is not None
    assert voted.value == "The ice returns"


def test_two_places_beat_one_where_json_ld_is_silent():
    voted = choose(
        [Candidate("Ice is back", "h1"), Candidate("Ice is back", "title tag"), Candidate("Ice! Ice!", "meta og:title")], KEYS
    )
    assert voted is not None
    assert voted.value == "Ice is back"
    assert [candidate.by for candidate in voted.voters] == ["h1", "title tag"]


def test_the_sites_name_is_no_headline():
    assert choose([Candidate("Norrvik Courier", "h1")], KEYS) is None


def test_a_kicker_within_the_heading_is_left_out():
    voted = choose(
        [Candidate("Winter Ice is back in the harbour", "h1"), Candidate("Ice is back in the harbour", "title tag")], []
    )
    assert voted is not None
    assert voted.value == "Ice is back in the harbour"


def test_what_readers_are_shown_beats_what_is_for_search_engines():
    voted = choose(
        [
            Candidate("Ice is back", "h1"),
            Candidate("Ice is back", "meta og:title"),
            Candidate("Harbour ice 2024: all you need to know", "json-ld headline"),
            Candidate("Harbour ice 2024: all you need to know", "title tag"),
        ],
        [],
    )
    assert voted is not None
    assert voted.value == "Ice is back"


def test_a_heading_much_like_the_sites_name_gives_way_to_a_headline():
    voted = choose(
        [Candidate("Courier blog", "h1"), Candidate("Ice is back | Courier blog", "title tag")], ["courier.example", "courier"]
    )
    assert voted is not None
    assert voted.value == "Ice is back"


def headline(*said):
    voted = choose([Candidate(value, by) for value, by in said], KEYS)
    return voted and voted.value


def test_a_title_tag_with_the_sites_name_is_no_field_for_search_engines():
    shown = ("Ice is back", "h1"), ("Ice is back", "meta og:title")
    stated = "The harbour freezes again"
    assert headline(*shown, (stated, "json-ld headline"), (stated, "title tag")) == "Ice is back"
    assert headline(*shown, (stated, "json-ld headline"), (f"{stated} | Norrvik Courier", "title tag")) == stated


def test_what_json_ld_and_the_heading_both_begin_with_is_no_kicker():
    whole, bared = "Winter: Ice is back in the harbour", "Ice is back in the harbour"
    assert headline((whole, "json-ld headline"), (whole, "h1"), (bared, "meta og:title")) == whole
    assert headline((f"{whole} - Norrvik Courier", "json-ld headline"), (whole, "h1"), (bared, "title tag")) == whole
    assert headline((whole, "json-ld headline"), (bared, "h1"), (bared, "meta og:title")) == bared


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Why the port froze over", "Why the port froze over"),
        ("Coast | Entry", "Port frozen - all you need to know about the ice"),
        ("Winter: Port frozen - all you need to know about the ice", "Port frozen - all you need to know about the ice"),
    ],
)
def test_a_heading_of_its_own_beats_the_field_for_search_engines(heading, expected):
    searched = "Port frozen - all you need to know about the ice"
    tags = (searched, "meta og:title"), (searched, "meta twitter:title"), (f"{searched} | Norrvik Courier", "title tag")
    assert headline((heading, "h1"), *tags) == expected
    assert headline((heading, "h1"), *tags, (searched, "json-ld headline")) == searched


def test_a_headline_that_says_that_it_is_cut_off_gives_way_to_the_whole():
    whole = "Ice is back in the harbour"
    assert headline(("Ice is back in ...", "json-ld headline"), (whole, "h1")) == whole
    assert headline(("Ice is back in …", "json-ld headline"), ("Port frozen", "h1")) == "Ice is back in …"


def test_a_heading_that_ends_the_title_tag_is_the_sites_sign():
    assert (
        headline(("Salt and tar", "h1"), ("Ice is back in the harbour | Salt and tar", "title tag"))
        == "Ice is back in the harbour"
    )
    assert headline(("Ice is back in the harbour", "h1"), ("Coast: Ice is back in the harbour", "title tag")) == (
        "Ice is back in the harbour"
    )


def test_a_title_is_no_name_of_the_site_for_being_stated_as_one():
    whole = "Ice is back in the harbour - Salt and tar"
    voted = choose(
        [Candidate("Salt and tar", "h1"), Candidate(whole, "title tag"), Candidate(whole, "meta og:title")], {key(whole)}
    )
    assert voted is not None
    assert voted.value == "Ice is back in the harbour"


def test_a_long_kicker_goes_where_the_headline_behind_it_is_long():
    whole = "Ice is back in the harbour, and the ferries stay where they are"
    kicker = "Notice of the office for harbours, coasts and inland waters in the county of Norrvik"
    assert headline((f"{kicker} {whole}", "h1"), (whole, "title tag")) == whole


def test_a_kicker_goes_where_the_title_tag_has_the_headline_and_the_site():
    whole = "Ice is back in the harbour"
    assert headline((f"Winter {whole}", "h1"), (f"{whole} | Norrvik Courier", "title tag")) == whole


def test_headings_of_a_pages_parts_are_no_headline():
    parts = ("Menu", "h1"), ("Read also", "h1")
    tag = ("Ice is back in the harbour | Norrvik Courier", "title tag")
    assert headline(*parts, tag) == "Ice is back in the harbour"
    assert headline(*parts, ("Ice is back in the harbour", "h1"), tag) == "Ice is back in the harbour"
    assert headline(*parts, ("Ice is back", "h1"), ("Ice is back [Coast]", "title tag")) == "Ice is back"


def test_a_logo_is_no_headline_beside_a_title_tag_that_says_more():
    tag = ("Ice is back in the harbour of the town", "title tag")
    assert headline(("Salt and tar", "h1"), tag) == tag[0]
    assert headline(("Ice is back", "h1"), tag) == "Ice is back"
    assert headline(("Why the harbour of the town froze", "h1"), tag) == "Why the harbour of the town froze"


def test_an_article_before_the_sites_name_goes_with_it():
    voted = choose([Candidate("Ice is back in the harbour | The Courier", "title tag")], {"courier"})
    assert voted is not None
    assert voted.value == "Ice is back in the harbour"


def test_what_a_heading_marks_as_the_headline_is_it_where_json_ld_is_silent():
    whole, part = "Winter in Norrvik Ice is back in the harbour", "Ice is back in the harbour"
    said = [Candidate(whole, "h1"), Candidate(f"{part} - Winter in Norrvik", "meta og:title")]
    for stated, expected in (([], part), ([Candidate(whole, "json-ld headline")], whole)):
        voted = choose([*said, *stated], KEYS, [part])
        assert voted is not None
        assert voted.value == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<h1><i>Winter</i><span class='article__headline'>Ice is back in the harbour</span></h1>", "Ice is back in the harbour"),
        ("<h1>Salt and tar</h1><h2>Ice is back in the harbour</h2>", "Ice is back in the harbour"),
        ("<h2>Ice is back in the harbour</h2><h2>Winter along the coast</h2>", "Ice is back in the harbour"),
        ("<div class='post-title'>Ice is back in the harbour</div>", "Ice is back in the harbour"),
        ("<h2>Salt and tar diary</h2>", "Ice is back in the harbour : from Norrvik"),
        ("<h1>Winter on the coast</h1><h2>Ice is back in the harbour</h2>", "Winter on the coast"),
    ],
)
def test_a_heading_that_the_title_tag_has_is_the_headline_where_no_h1_is(page, expected):
    ctx = Context()
    head = "<title>Ice is back in the harbour : from Norrvik | Salt and tar diary</title><meta property='og:site_name' content='Salt and tar'>"
    loaded = html.load(f"<html><head>{head}</head><body>{page}<p>The ferries stay.</p></body></html>".encode(), ctx)
    facts = metadata.read(Page(root=loaded.root, data=loaded.data, url=None, charset="utf-8", charset_from="declared"), ctx)
    assert facts.title == expected


def test_a_headline_that_json_ld_cuts_off_is_taken_whole():
    whole = (
        "The ice is back in the harbour of Norrvik, the ferries stay where they are, and nobody can say when it will have gone"
    )
    shown = (whole, "h1"), (whole, "meta og:title")
    assert headline((whole[:100], "json-ld headline"), *shown) == whole
    assert headline((whole[:40], "json-ld headline"), *shown) == whole[:40]
