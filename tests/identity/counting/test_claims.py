"""Who is surely one row's person is less likely another row's."""

from dataclasses import replace

import numpy as np
import pytest

from stillhere.identity import Index
from stillhere.identity.counting import claims
from stillhere.identity.counting.claims import Claims, claims_of, lessened, registered
from stillhere.identity.rules import MILLION
from stillhere.reports.statements import PersonStatement
from tests.identity.made import born, built, mention, slots

HERE = mention("register", 1, "Levon", family="Petrosyan", birth=born(1950, 3, 7))
THERE = mention("register", 2, "Levon", family="Petrosyan", birth=born(1971, 9, 20))
SURE = mention("calls", 1, "Levon", family="Petrosyan", birth=born(1950, 3, 7))
ASKED = mention("calls", 2, "Levon", family="Petrosyan")


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "FEWEST", 1)


def told(rows: list[PersonStatement]) -> tuple[Index, Claims]:
    index = built([HERE, THERE, *rows])
    return index, claims_of(index.world, np.sort(slots(index, *rows)), 0)


def weights(
    index: Index, claimed: Claims, asked: PersonStatement = ASKED
) -> dict[int, int]:
    entries = registered(index.world, slots(index, asked))
    left = lessened(entries, claimed)
    less = left.w1 - entries.w1
    return dict(zip(left.other.tolist(), less.tolist(), strict=True))


def test_a_namesake_who_is_taken_is_left_less() -> None:
    index, claimed = told([SURE, ASKED])
    here, there = slots(index, HERE, THERE).tolist()
    less = weights(index, claimed)
    assert less[here] <= -3_000
    assert less[there] == 0


def test_a_row_takes_nothing_from_itself() -> None:
    index, claimed = told([SURE])
    assert claimed.odds.any()
    assert set(weights(index, claimed, SURE).values()) == {0}


def test_where_everybody_stands_twice_nobody_is_taken() -> None:
    again = [
        replace(SURE, report=mention("calls", 10 + n).report, source="calls")
        for n in range(4)
    ]
    index, claimed = told([SURE, *again, ASKED])
    assert claimed.again == MILLION
    assert set(weights(index, claimed).values()) == {0}


def test_few_rows_tell_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "FEWEST", 2)
    _, claimed = told([SURE, ASKED])
    assert claimed.again == MILLION


def test_the_order_of_rows_changes_nothing() -> None:
    index, one = told([SURE, ASKED])
    other, two = told([ASKED, SURE])
    here = slots(index, HERE, THERE), slots(other, HERE, THERE)
    assert one.odds[here[0]].tolist() == two.odds[here[1]].tolist()
    assert sorted(weights(index, one).values()) == sorted(weights(other, two).values())


def test_no_rows_claim_nothing() -> None:
    index, claimed = told([])
    assert not claimed.odds.any()
    assert len(lessened(registered(index.world, np.empty(0, np.int64)), claimed)) == 0
