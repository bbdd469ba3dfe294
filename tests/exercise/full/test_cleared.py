"""The security officer's list opens and closes what the truth says, day by day."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from stillhere.exercise import Course
from stillhere.intake import World, read_file, read_world, state
from stillhere.ledger import Picture, PlaceKey
from stillhere.pipeline import Rules, build
from stillhere.plan import Atlas, Clearances
from stillhere.reports import EXERCISE_KEY
from stillhere.vocabulary import ReportKind

_MOMENTS = ((0, 1), (2, 1), (2, 3), (3, 1), (5, 9), (6, 1), (18, 4), (29, 9))


@pytest.fixture(scope="module")
def world(folder: Path) -> World:
    """The tables of the folder."""
    return read_world(folder)


def _said_by(world: World, at: str) -> Picture:
    """The picture of what the list had said by an hour."""
    imported = read_file(
        world.lists / "clearances.csv", source="clearances.csv", key=EXERCISE_KEY
    )
    profile = imported.profiles[0]
    reports = [
        report
        for report in imported.reports
        if report.kind is not ReportKind.ROW
        or getattr(state(report, profile), "date", "") <= at[:16]
    ]
    return build(reports, Rules.of_world(world), at)


@pytest.mark.parametrize(("day", "hour"), _MOMENTS)
def test_the_list_and_the_truth_agree_on_what_is_open(
    folder: Path, world: World, day: int, hour: int
) -> None:
    assert world.operation.hour_0 is not None
    start = datetime.fromisoformat(world.operation.hour_0)
    at = (start + timedelta(days=day, hours=hour)).isoformat()
    course, atlas = Course.read(folder), Atlas.of(world.buildings, world.gazetteer)
    cleared = Clearances.of(_said_by(world, at), atlas, at, exercise=True)
    names = {b.settlement: atlas.buildings.settlement(b) for b in world.buildings}
    assert len(names) > 2
    for name, key in names.items():
        closed = course.why_closed(name, 24 * day + hour)
        assert cleared.allows(PlaceKey(key)) == (closed == ""), name
    assert len(cleared.areas) == 1
    assert "plan/vehicle-unknown" not in {f.code for f in cleared.findings}
