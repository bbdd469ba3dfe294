from datetime import datetime
from pathlib import Path

import pytest

from stillhere.exercise.full import Course, Hint, Shut
from stillhere.exercise.running import Ground
from stillhere.exercise.running.happening import Happening, happening_of
from stillhere.intake import World
from stillhere.plan import Atlas
from stillhere.vocabulary import ReportKind
from tests.exercise.running.towns import (
    BARN,
    FARM,
    FLAT_1,
    HOUSE,
    TOWN,
    VILLAGE,
    Scripted,
    played,
    sure,
    tables,
)

HOUR_0 = datetime(2023, 10, 4, 8)  # noqa: DTZ001 (by the clocks of the place)
HINT = Hint("P9", "house", "B2/1", "Anna", TOWN, "B2 Street 1", "1")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, Atlas]:
    return tables(tmp_path_factory.mktemp("happening"))


def _of(place: tuple[World, Atlas], course: Course) -> Happening:
    return happening_of(course, *place, HOUR_0)


def _closed(place: tuple[World, Atlas], first: int, last: int) -> Happening:
    shut = (Shut(TOWN, first, last, "bridge"), Shut("Nowhere", 0, 99, "unknown"))
    return _of(place, Course(closed=shut))


def test_in_a_core_world_nothing_happens(place: tuple[World, Atlas]) -> None:
    nothing = _of(place, Course())
    assert not any(nothing.closed_off(door, 5.0) for door in range(6))
    assert nothing.said(sure(), 5.0, 0) == []


def test_a_settlement_is_closed_for_its_hours(place: tuple[World, Atlas]) -> None:
    happening = _closed(place, 24, 30)
    hours = (23.9, 24.0, 29.9, 30.0)
    assert [happening.closed_off(HOUSE, h) for h in hours] == [False, True, True, False]
    assert not happening.closed_off(FARM, 25.0)


def test_who_is_sent_where_nobody_can_go_chooses_again(
    place: tuple[World, Atlas],
) -> None:
    policy = Scripted({(1, 0): [HOUSE, FLAT_1, FARM, BARN]})
    run = played(place[1], policy, hours=160, happening=_closed(place, 24, 48))
    assert (run.refused, run.knocks) == ({"closed_off": 2}, 2)
    asked = [
        (at, minute) for day, team, at, minute in policy.asked if (day, team) == (1, 0)
    ]
    assert asked[:3] == [(-1, 0.0)] * 3


def test_choosing_a_closed_door_twice_ends_the_day(place: tuple[World, Atlas]) -> None:
    policy = Scripted({(0, 0): [HOUSE, HOUSE, FARM]})
    run = played(place[1], policy, happening=_closed(place, 0, 24))
    assert (run.refused, run.knocks) == ({"again": 1, "closed_off": 1}, 0)


def test_what_people_found_say_is_known_the_next_morning(
    place: tuple[World, Atlas],
) -> None:
    course = Course(hints={"B1/1 0": (HINT,), "B1/1 1": (HINT,)})
    policy = Scripted({(0, 2): [HOUSE]})
    behind = {HOUSE: sure(2, "B1/1")}
    played(place[1], policy, behind, hours=240, happening=_of(place, course))
    assert [len(news) for news in policy.news] == [0, 1, 0]
    (report,) = policy.news[1]
    assert (report.kind, report.source) == (ReportKind.CALL, "team 3")
    said = report.fields
    assert said["name"] == "Anna"
    assert said["date"].startswith("2023-10-04T08:1")
    assert "P9" not in report.body


def test_the_dead_say_nothing(place: tuple[World, Atlas]) -> None:
    course = Course(dies={"B1/1 0": 20}, hints={"B1/1 0": (HINT,)})
    happening = _of(place, course)
    assert [len(happening.said(sure(1, "B1/1"), hour, 0)) for hour in (19, 20)] == [
        1,
        0,
    ]


def test_a_village_of_the_world_is_known_by_its_name(tmp_path: Path) -> None:
    village = tables(tmp_path, [("A", TOWN, 0, 0, 1), ("V", "Karahunjik", 9, 0, 1)])
    course = Course(closed=(Shut("Karahunjik", 0, 24, "not cleared"),))
    happening = happening_of(course, *village, HOUR_0)
    assert [happening.closed_off(door, 1.0) for door in (0, 1)] == [False, True]
    assert VILLAGE != "Karahunjik"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    from stillhere.exercise import make_world  # noqa: PLC0415 (only these need it)

    out = tmp_path_factory.mktemp("full") / "world"
    make_world("khankendi", 7, out, core=False, scale=0.05)
    return Ground(out)


def test_a_full_world_is_played(full: Ground) -> None:
    run, findings = full.play("clairvoyant", 800)
    assert run.curve.found[-1] > run.curve.people / 2
    assert set(run.refused) <= {"closed_off"}
    assert {finding.code for finding in findings} <= {"exercise/chosen-closed-off"}


def test_a_full_world_is_marked_by_those_who_depend_on_help(full: Ground) -> None:
    run, _ = full.play("clairvoyant", 800)
    quick, slow = full.outcome(run), full.outcome(full.play("nearest", 160)[0])
    assert quick is not None
    assert slow is not None
    assert quick.dependent == slow.dependent > 5
    assert 0 < quick.dependent_found <= quick.dependent
    assert quick.days_without_help > 0


def test_a_core_world_has_no_outcome(small: Path) -> None:
    ground = Ground(small)
    assert ground.outcome(ground.play("clairvoyant", 80)[0]) is None


def test_clearances_of_a_full_world_come_day_by_day(full: Ground) -> None:
    days = [
        sum(report.source.startswith("clearances") for report in full.news.at(day))
        for day in range(4)
    ]
    assert all(days)
    first = [r for r in full.news.at(0) if r.source.startswith("clearances")]
    assert {r.fields["Recorded"][:10] for r in first if "Recorded" in r.fields} == {
        "2023-10-04"
    }
