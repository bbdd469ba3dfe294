import pytest

from stillhere.plan.clearances import nightfall_s

HOUR = 3600


@pytest.mark.parametrize(
    ("day", "lat", "lon", "offset_h", "clock"),
    [
        ("2023-10-09", 39.82, 46.75, 4, "18:24"),
        ("2023-12-21", 39.82, 46.75, 4, "17:31"),
        ("2023-06-21", 39.82, 46.75, 4, "20:22"),
        ("2024-03-20", 51.48, 0.0, 0, "18:14"),
        ("2024-06-20", -33.87, 151.21, 10, "16:54"),
    ],
)
def test_night_falls_at_sunset_to_within_a_few_minutes(
    day: str, lat: float, lon: float, offset_h: int, clock: str
) -> None:
    found = nightfall_s(day, lat, lon, offset_h * HOUR)
    hour, minute = map(int, clock.split(":"))
    assert found is not None
    assert found % 60 == 0
    assert abs(found - (hour * HOUR + minute * 60)) <= 180


def test_where_the_sun_does_not_set_or_rise_there_is_no_sunset() -> None:
    assert nightfall_s("2023-06-21", 70, 25, 0) is None
    assert nightfall_s("2023-12-21", 70, 25, 0) is None
