"""Where the company of a mention comes from says where it does."""

from dataclasses import replace

import pytest

from stillhere.identity import Index
from stillhere.reports.statements import PersonStatement, WrittenPlace
from tests.identity.made import RULES, assert_late_as_built, born, built, mention, pool

NAMES = ("Levon", "Anush", "Karen", "Lusine", "Tigran")


def resident(
    number: int, given: str, settlement: str, family: str = ""
) -> PersonStatement:
    row = mention(
        "register",
        number,
        given,
        family=family or f"{'ABGDE'[number % 5]}akunts",
        birth=born(1950, 3, 7),
    )
    return replace(row, place=WrittenPlace(settlement=settlement))


def rider(seat: int, given: str, family: str = "") -> PersonStatement:
    row = mention(
        "bus",
        seat,
        given,
        family=family or f"{'ABGDE'[seat % 5]}akunts",
        birth=born(1950, 3, 7),
    )
    return replace(row, vehicle="1", ordinal=seat)


HOME = [resident(seat, NAMES[seat], "Martuni") for seat in range(4)]
BUS = [rider(seat, NAMES[seat]) for seat in range(4)]
HERE = resident(10, "Tigran", "Martuni", "Petrosyan")
ELSEWHERE = resident(11, "Tigran", "Askeran", "Petrosyan")
ASKED = replace(rider(4, "Tigran", "Petrosyan"), birth=None)


def weights(index: Index, other: PersonStatement) -> int:
    w0, w1, _ = pool(index)[ASKED.report, other.report]
    return w1 - w0


def test_a_partner_from_where_the_bus_comes_from_is_lifted_and_another_lowered() -> (
    None
):
    index = built([*HOME, *BUS, HERE, ELSEWHERE, ASKED])
    assert weights(index, HERE) > 0
    assert weights(index, ELSEWHERE) == RULES["ride"]["differ"]


def test_a_bus_of_several_places_says_nothing() -> None:
    mixed = [
        replace(row, place=WrittenPlace(settlement=place))
        for row, place in zip(
            HOME, ("Martuni", "Askeran", "Hadrut", "Shushi"), strict=True
        )
    ]
    index = built([*mixed, *BUS, HERE, ELSEWHERE, ASKED])
    assert weights(index, HERE) == weights(index, ELSEWHERE) == 0


def test_who_states_a_settlement_needs_no_company_to_tell_it() -> None:
    stated = replace(ASKED, place=WrittenPlace(settlement="Martuni"))
    index = built([*HOME, *BUS, HERE, ELSEWHERE, stated])
    assert weights(index, HERE) == weights(index, ELSEWHERE) == 0


@pytest.mark.parametrize("late", [*HOME, *BUS, ASKED, HERE])
def test_a_late_comer_changes_what_the_bus_tells_as_a_build_would(
    late: PersonStatement,
) -> None:
    every = [*HOME[:3], *BUS[:3], HOME[3], BUS[3], HERE, ELSEWHERE, ASKED]
    assert_late_as_built(every, late)
