"""The zone that two statements of one instant tell."""

import datetime as dt

import pytest

from newsparse.readers.html.metadata.zones import between

INSTANT = dt.datetime(2024, 3, 5, 9, 40, 30, tzinfo=dt.UTC)
EAST = dt.timezone(dt.timedelta(hours=1))


@pytest.mark.parametrize(
    ("other", "zone"),
    [
        (dt.datetime(2024, 3, 5, 10, 40, 30), EAST),
        (dt.datetime(2024, 3, 5, 10, 40), EAST),
        (dt.datetime(2024, 3, 5, 10, 40, 15), None),
        (dt.datetime(2024, 3, 5, 10, 41), None),
        (dt.datetime(2024, 3, 5, 9, 40, 30), None),
        (dt.datetime(2024, 3, 6, 9, 40, 30), None),
        (dt.datetime(2024, 3, 5, 10, 40, 30, tzinfo=EAST), EAST),
        (dt.datetime(2024, 3, 5, 10, 43, tzinfo=EAST), None),
    ],
)
def test_a_time_whole_hours_away_to_the_minute_tells_its_zone(other, zone):
    assert between(INSTANT, other) == zone
