"""What identity makes of a small world, row by row."""

from pathlib import Path

import pytest

from stillhere.exercise import (
    REGISTER_FILE,
    RowMarks,
    Truth,
    judge_links,
    row_marks,
)
from stillhere.exercise.measuring import Seen
from stillhere.exercise.truth import Row
from stillhere.intake import Import, read_folder, read_world
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, build
from stillhere.reports import ReportId


@pytest.fixture(scope="module")
def imported(small: Path) -> Import:
    world = read_world(small)
    return read_folder(world.lists, key=world.operation.key)


@pytest.fixture(scope="module")
def picture(small: Path, imported: Import) -> Picture:
    return build(imported.reports, Rules.of_world(read_world(small)), "2023-10-05")


@pytest.fixture(scope="module")
def origin(imported: Import) -> dict[ReportId, Row]:
    return {p.report: (p.file, p.row) for p in imported.provenance}


def _marks(truth: Truth, picture: Picture, origin: dict[ReportId, Row]) -> RowMarks:
    evidence = picture.evidence
    return row_marks(truth, evidence.doubts(), evidence.arrivals(), origin)


def test_links_made_are_those_of_the_picture(
    picture: Picture, origin: dict[ReportId, Row], small_truth: Truth
) -> None:
    marks = _marks(small_truth, picture, origin)
    linked: dict[Row, Row | None] = {}
    for entry in picture.entries.values():
        rows = [origin[m] for m in entry.members if m in origin]
        register = [row for row in rows if row[0] == REGISTER_FILE]
        linked |= {r: min(register) for r in rows if register and r != min(register)}
    assert marks.automatic["all"] == judge_links(small_truth, linked)
    assert marks.best["all"].f1 > 0.97
    assert marks.reached["all"].share > 0.97


def test_the_best_person_of_a_row_is_its_first_candidate_in_the_register(
    picture: Picture, origin: dict[ReportId, Row]
) -> None:
    best = Seen(picture.evidence.doubts().world, origin).best()
    rows = {row: report for report, row in origin.items()}
    for row, (other, chance) in sorted(best.items())[::97]:
        ranked = picture.evidence.candidates(rows[row], 1_000)
        first = next(c for c in ranked if c.register)
        assert (rows[other], chance) == (first.mention, first.probability)


def test_every_row_whose_person_is_a_candidate_has_a_best_person(
    picture: Picture, origin: dict[ReportId, Row], small_truth: Truth
) -> None:
    world = picture.evidence.doubts().world
    marks = _marks(small_truth, picture, origin)
    assert sum(marks.links.cases) == len(Seen(world, origin).best())
    assert sum(marks.links.came_true) <= marks.reached["all"].candidates


def test_everybody_of_the_register_has_a_chance_to_have_left(
    picture: Picture, origin: dict[ReportId, Row], small_truth: Truth
) -> None:
    arrived = _marks(small_truth, picture, origin).arrived
    assert sum(arrived.cases) == sum(row[0] == REGISTER_FILE for row in origin.values())
    assert arrived.rows()[-1].observed > 0.99
