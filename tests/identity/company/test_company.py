"""Who stands beside whom: small groups, near seats, the same from either side."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given

from stillhere.identity import Index
from stillhere.reports import ReportId
from stillhere.reports.statements import PersonStatement
from tests.identity.made import PLACES, RULES, TRAITS, built, mention, slots, worlds
from tests.identity.oracle import Oracle


def beside(index: Index, one: PersonStatement) -> set[ReportId]:
    _, found = index.world.company.of(slots(index, one))
    return {index.world.id_of(int(slot)) for slot in found}


def family(size: int, source: str = "arrivals") -> list[PersonStatement]:
    return [mention(source, n, f"Name{n}", household="7") for n in range(size)]


def seat(number: object, ordinal: int | None, **said: str) -> PersonStatement:
    return mention("bus", number, "Levon", vehicle="1", ordinal=ordinal, **said)


def names(mentions: Sequence[PersonStatement]) -> set[ReportId]:
    return {m.report for m in mentions}


@given(worlds(20))
def test_company_is_symmetric_and_as_the_oracle_says(
    mentions: list[PersonStatement],
) -> None:
    index = built(mentions)
    oracle = Oracle.of(mentions, TRAITS, [], RULES, PLACES)
    company = {m.report: beside(index, m) for m in mentions}
    assert company == {name: oracle.company(name) for name in company}
    assert all(a in company[b] for a, others in company.items() for b in others)


@pytest.mark.parametrize(("size", "mates"), [(1, 0), (2, 1), (12, 11), (13, 0)])
def test_a_household_is_company_up_to_twelve(size: int, mates: int) -> None:
    rows = family(size)
    index = built(rows)
    assert len(beside(index, rows[0])) == mates


def test_a_household_loses_and_gains_its_company_at_the_limit() -> None:
    rows = family(13)
    index = built(rows[:12])
    index.update(come=rows[12:], lists=TRAITS)
    assert beside(index, rows[0]) == set()
    index.update(gone=[rows[5].report])
    assert beside(index, rows[0]) == names(rows) - {rows[0].report, rows[5].report}


def test_equal_numbers_in_two_lists_are_two_households() -> None:
    rows = [*family(2), *family(2, "register")]
    assert beside(built(rows), rows[0]) == {rows[1].report}


def test_seats_within_four_are_company() -> None:
    rows = [seat(n, n) for n in range(1, 12)]
    index = built(rows)
    assert beside(index, rows[5]) == names(rows[1:10]) - {rows[5].report}
    assert beside(index, rows[0]) == names(rows[1:5])


def test_a_row_without_a_seat_has_no_company_on_a_bus() -> None:
    rows = [seat(1, 1), seat(2, None)]
    index = built(rows)
    assert beside(index, rows[0]) == beside(index, rows[1]) == set()


def test_one_seat_on_many_rows_is_no_company() -> None:
    few = [seat(n, 1) for n in range(13)]
    assert len(beside(built(few), few[0])) == 12
    many = [seat(n, 1) for n in range(14)]
    assert beside(built(many), many[0]) == set()


def test_a_crowded_window_does_not_take_its_neighbours_into_company() -> None:
    crowd = [seat(n, 10) for n in range(14)]
    edge, far = seat("edge", 5), seat("far", 1)
    index = built([*crowd, edge, far])
    assert beside(index, edge) == {far.report}
    assert beside(index, crowd[0]) == set()


def test_a_household_on_a_bus_is_company_of_itself_alone() -> None:
    pair = [seat("a", 1, household="3"), seat("b", 2, household="3")]
    single = seat("c", 3)
    index = built([*pair, single])
    assert beside(index, pair[0]) == {pair[1].report}
    assert beside(index, single) == set()


def test_whoever_states_a_household_alone_rides_with_the_neighbours() -> None:
    alone, single = seat("a", 1, household="3"), seat("c", 3)
    index = built([alone, single])
    assert beside(index, alone) == {single.report}


def test_a_newcomer_may_change_the_company_of_those_two_windows_away() -> None:
    """One more on seat 1 crowds the window of seat 5, whom seat 9 then loses."""
    first = [seat(f"first {n}", 1) for n in range(11)]
    middle, last, newcomer = seat("middle", 5), seat("last", 9), seat("new", 1)
    index = built([*first, middle, last])
    assert beside(index, last) == {middle.report}
    index.update(come=[newcomer], lists=TRAITS)
    assert beside(index, last) == set()
    around = index.world.company.around(slots(index, newcomer), 1)
    assert slots(index, last)[0] in around


def test_nobody_is_around_a_group_that_stays_too_large() -> None:
    rows = family(30)
    index = built(rows)
    one = slots(index, rows[0])
    assert index.world.company.around(one, 1).tolist() == one.tolist()
    assert index.world.company.around(np.empty(0, np.int64), 0).tolist() == []
