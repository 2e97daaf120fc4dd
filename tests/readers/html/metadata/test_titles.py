"""The headline among candidates: votes, and the tails that go or stay."""

import pytest

from newsparse.readers.html.metadata.facts import Candidate, key
from newsparse.readers.html.metadata.titles import bare, choose

SITES = ["Norrvik Courier", "courier.example"]
KEYS = {key(name) for name in SITES}


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
        ("Ice in the harbour (Norrvik Courier)", "Ice in the harbour"),
        ("Ice in the harbour (again)", "Ice in the harbour (again)"),
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
        SITES,
    )
    assert voted is not None
    assert voted.value == "The ice returns"


def test_two_places_beat_one_where_json_ld_is_silent():
    voted = choose(
        [Candidate("Ice is back", "h1"), Candidate("Ice is back", "title tag"), Candidate("Ice! Ice!", "meta og:title")], SITES
    )
    assert voted is not None
    assert voted.value == "Ice is back"
    assert [candidate.by for candidate in voted.voters] == ["h1", "title tag"]


def test_the_sites_name_is_no_headline():
    assert choose([Candidate("Norrvik Courier", "h1")], SITES) is None


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
