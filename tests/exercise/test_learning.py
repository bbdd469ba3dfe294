"""What a world of known truth teaches."""

from pathlib import Path

import numpy as np
import pytest

from stillhere.exercise import Truth
from stillhere.exercise.learning import (
    SHIFTS,
    Cases,
    Rows,
    arrived_cases,
    nobody_of,
    row_cases,
    tables_of,
)
from stillhere.exercise.truth import Row
from stillhere.identity.arrived import ALL, ALONE, KINDS, Heard, section
from stillhere.intake import read_folder, read_world
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, build
from stillhere.reports import ReportId


def _rows(best: float, every: float, right: int, of: int) -> Rows:
    return Rows(np.full(of, best), np.full(of, every), np.arange(of) < right)


@pytest.mark.parametrize(
    ("right", "of", "shift"), [(1, 2, 0), (2, 3, -1000), (1, 3, 1000)]
)
def test_nobody_weighs_what_makes_the_rows_come_true(
    right: int, of: int, shift: int
) -> None:
    assert nobody_of([_rows(1.0, 1.0, 30 * right, 30 * of)]) == shift


def test_a_row_with_an_equal_rival_does_not_speak_against_nobody() -> None:
    sure = _rows(1000.0, 2000.0, 50, 100)
    assert nobody_of([sure, _rows(1.0, 1.0, 50, 100)]) in range(-50, 100, 50)


def test_the_shift_stays_on_its_grid() -> None:
    assert nobody_of([_rows(1.0, 1.0, 0, 50)]) == SHIFTS[-1]
    assert nobody_of([_rows(1.0, 1.0, 50, 50)]) == SHIFTS[0]


def _cases(kind: int, evidence: int, gone: int, of: int) -> Cases:
    heard = Heard(
        np.arange(of),
        np.full(of, evidence),
        np.full(of, kind),
        np.zeros(of, np.bool_),
    )
    return Cases(heard, np.arange(of) < gone, np.zeros(of, np.int64))


def test_each_sort_of_household_has_a_table_of_its_own() -> None:
    tables = tables_of(
        [
            _cases(ALL, 0, 10, 100),
            _cases(ALL, 990_000, 99, 100),
            _cases(ALONE, 0, 50, 50),
        ]
    )
    assert tables[section(ALL, old=False)] == {"0": 103_960, "990000": 985_148}
    assert tables[section(ALONE, old=False)] == {"0": 990_196}
    assert tables[section(ALONE, old=True)] == {}
    assert set(tables) == {
        section(k, old=o) for k in range(len(KINDS)) for o in (False, True)
    }


def test_people_of_no_stated_household_are_learnt_from_everybody() -> None:
    tables = tables_of([_cases(ALL, 0, 10, 100), _cases(ALONE, 0, 50, 100)])
    assert tables["arrived.unstated"] == {"0": 300_995}


@pytest.fixture(scope="module")
def linked(small: Path) -> tuple[Picture, dict[ReportId, Row]]:
    world = read_world(small)
    imported = read_folder(world.lists, key=world.operation.key)
    picture = build(imported.reports, Rules.of_world(world), "2023-10-05")
    return picture, {p.report: (p.file, p.row) for p in imported.provenance}


def test_every_known_person_of_the_register_is_a_case(
    linked: tuple[Picture, dict[ReportId, Row]], small_truth: Truth
) -> None:
    picture, origin = linked
    evidence = picture.evidence
    world = evidence.doubts().world
    cases = arrived_cases(small_truth, evidence.arrivals(), world, origin)
    registered = [row for row in origin.values() if row[0] == "register.xlsx"]
    stay = sum(
        small_truth.persons[small_truth.mentions[row]].state != "gone"
        for row in registered
    )
    assert (len(cases.gone), int((~cases.gone).sum())) == (len(registered), stay)
    assert sum(cases.bins.cases) == len(registered)


def test_the_probability_of_a_row_follows_from_its_case(
    linked: tuple[Picture, dict[ReportId, Row]], small_truth: Truth
) -> None:
    picture, origin = linked
    rows = row_cases(small_truth, picture.evidence.doubts().world, origin)
    assert len(rows.best) > 1000
    assert (rows.all >= rows.best).all()
    told = rows.best / (rows.all + 1)
    assert abs(told.mean() - rows.right.mean()) < 0.01
