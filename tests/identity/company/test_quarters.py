"""Where in a town those on the seats around lived says where a rider did."""

from dataclasses import replace

import pytest

from stillhere.reports.statements import Birth, PersonStatement, WrittenPlace
from tests.identity.made import RULES, assert_late_as_built, born, built, mention, pool

NAMES = ("Levon", "Anush", "Karen", "Lusine", "Tigran")
NEAR, OFF, FAR = "Garden street 4", "Garden street 30", "Well lane 9"
BANDS = RULES["quarter"]


def birth(number: int) -> Birth:
    return born(1930 + 5 * number, 3 + number % 7, 7 + number)


def resident(number: int, given: str, street: str, family: str = "") -> PersonStatement:
    family = family or f"{'ABGDE'[number % 5]}akunts"
    row = mention("register", number, given, family=family, birth=birth(number))
    return replace(row, place=WrittenPlace(settlement="Stepanakert", address=street))


def rider(seat: int, given: str, family: str = "") -> PersonStatement:
    family = family or f"{'ABGDE'[seat % 5]}akunts"
    row = mention("bus", seat, given, family=family, birth=birth(seat))
    return replace(row, vehicle="1", ordinal=seat)


HOME = [resident(seat, NAMES[seat], NEAR) for seat in range(4)]
BUS = [rider(seat, NAMES[seat]) for seat in range(4)]
HERE = resident(10, "Tigran", "Garden street 4", "Petrosyan")
BESIDE = resident(11, "Tigran", "Garden street 6", "Petrosyan")
SOME_WAY = resident(12, "Tigran", OFF, "Petrosyan")
AWAY = resident(13, "Tigran", FAR, "Petrosyan")
ASKED = replace(
    rider(4, "Tigran", "Petrosyan"),
    birth=None,
    place=WrittenPlace(settlement="Stepanakert"),
)


def added(other: PersonStatement, *rows: PersonStatement) -> int:
    w0, w1, _ = pool(built([*rows, other, ASKED]))[ASKED.report, other.report]
    return w1 - w0


@pytest.mark.parametrize(
    ("other", "band"),
    [(HERE, "near"), (BESIDE, "close"), (SOME_WAY, "off"), (AWAY, "far")],
)
def test_a_namesake_counts_by_how_far_from_the_neighbours_they_lived(
    other: PersonStatement, band: str
) -> None:
    assert added(other, *HOME, *BUS) == BANDS[band]


def test_neighbours_from_all_over_the_town_say_nothing() -> None:
    mixed = [
        replace(row, place=WrittenPlace(settlement="Stepanakert", address=street))
        for row, street in zip(HOME, (NEAR, NEAR, FAR, FAR), strict=True)
    ]
    assert added(HERE, *mixed, *BUS) == 0
    assert added(AWAY, *mixed, *BUS) == 0


def test_one_neighbour_is_too_few() -> None:
    assert added(HERE, *HOME[:1], *BUS[:1]) == 0


def test_a_house_of_no_table_gains_and_loses_nothing() -> None:
    unknown = resident(14, "Tigran", "Meadow street 2", "Petrosyan")
    assert added(unknown, *HOME, *BUS) == 0


def test_a_household_is_no_neighbourhood() -> None:
    party = [replace(row, household="7") for row in (*BUS, ASKED)]
    pairs = pool(built([*HOME, *party, AWAY]))
    w0, w1, _ = pairs[ASKED.report, AWAY.report]
    assert w1 == w0


@pytest.mark.parametrize("late", [*HOME, *BUS, ASKED, HERE])
def test_a_late_comer_changes_what_the_seats_tell_as_a_build_would(
    late: PersonStatement,
) -> None:
    every = [*HOME[:3], *BUS[:3], HOME[3], BUS[3], HERE, AWAY, ASKED]
    assert_late_as_built(every, late)
