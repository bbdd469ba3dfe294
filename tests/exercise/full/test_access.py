import pytest

from stillhere.exercise.full.access import (
    BRIDGE,
    NOT_CLEARED,
    Access,
    clearances,
    draw_access,
)
from stillhere.exercise.full.assumed import assumed, count
from stillhere.exercise.full.sheltering import Sheltered

DAYS = count("access", "days")


@pytest.fixture(scope="module")
def access(full: Sheltered) -> Access:
    """What is closed in the whole town."""
    return draw_access(full.world)


def test_a_share_of_villages_is_without_clearance_at_first(access: Access) -> None:
    closed = [shut for shut in access.closed if shut.why == NOT_CLEARED]
    assert len(closed) == round(assumed("access", "without") * 25)
    for shut in closed:
        assert shut.settlement > 0
        assert access.why(shut.settlement, 0) == NOT_CLEARED
        assert access.why(shut.settlement, shut.until_hour) == ""


def test_a_bridge_closes_on_day_two_and_opens_again(access: Access) -> None:
    closed = [shut for shut in access.closed if shut.why == BRIDGE]
    assert len(closed) == round(assumed("access", "bridge_villages") * 22)
    for shut in closed:
        assert access.why(shut.settlement, 2 * 24 + 1.9) == ""
        assert access.why(shut.settlement, 2 * 24 + 2) == BRIDGE
        assert access.why(shut.settlement, shut.until_hour) == ""


def test_the_list_opens_a_settlement_exactly_where_access_does(
    full: Sheltered, access: Access
) -> None:
    sheet = clearances(full.world, access, DAYS)
    names = [place.names["en"] for place in full.world.buildings.places]
    opened = {
        (str(row[1])[:10], str(row[2])) for row in sheet.rows[1:] if row[5] == "open"
    }
    days = sorted({day for day, _ in opened})
    assert len(days) == DAYS + 1
    for n, day in enumerate(days):
        for number, name in enumerate(names):
            allowed = not access.why(number, 24 * n - 2)
            assert ((day, name) in opened) == allowed


def test_clearances_end_at_nightfall_of_their_day(
    full: Sheltered, access: Access
) -> None:
    rows = clearances(full.world, access, DAYS).rows[1:]
    for row in rows:
        if row[5] == "open":
            assert row[6] == f"{str(row[1])[:10]} 19:00"
    assert [str(row[1]) for row in rows] == sorted(str(row[1]) for row in rows)


def test_the_bridge_and_the_hazardous_area_have_rows(
    full: Sheltered, access: Access
) -> None:
    rows = clearances(full.world, access, DAYS).rows[1:]
    bridges = [row for row in rows if row[5] == "closed"]
    assert {str(row[1]) for row in bridges} == {"2023-10-06 10:00"}
    hazard = [row for row in rows if "hazardous" in str(row[5])]
    assert len(hazard) == 1
    assert hazard[0][7:] == (
        f"{access.hazard[1]:.3f}",
        f"{access.hazard[2]:.3f}",
        count("access", "hazard_m"),
    )


def test_some_villages_are_reached_by_no_bus(access: Access) -> None:
    share = len(access.light) / 25
    assert share == pytest.approx(assumed("access", "light_only"), abs=0.2)
    assert 0 not in access.light
