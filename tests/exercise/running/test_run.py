from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.exercise.running import POLICIES, Ground
from stillhere.exercise.running.policies import planner
from tests.exercise.running.towns import PLACES, write_world

LISTENING = "tests.exercise.running.listening:listening"
SIMPLE = ("sweep", "nearest", "clairvoyant")


@pytest.mark.parametrize("policy", SIMPLE)
def test_a_folder_of_another_program_is_run(tmp_path: Path, policy: str) -> None:
    people = [("B1/1", "walking", "1"), ("B2/3", "dead", "1"), ("V2/1", "walking", "1")]
    folder = write_world(tmp_path / "w", people=people, told={"made by": "another"})
    played, findings = Ground(folder).play(policy, 80)
    assert (played.curve.people, played.curve.found[-1]) == (3, 3)
    assert (played.refused, played.digests) == ({}, {})
    assert [finding.code for finding in findings] == ["exercise/seed-missing"]


@pytest.mark.parametrize("policy", SIMPLE)
def test_the_same_run_gives_the_same_curve(small: Path, policy: str) -> None:
    ground = Ground(small)
    assert ground.play(policy, 60) == ground.play(policy, 60)


def test_a_shorter_horizon_gives_the_beginning_of_the_same_curve(small: Path) -> None:
    ground = Ground(small)
    long, short = (ground.play("nearest", hours)[0].curve for hours in (160, 100))
    kept = len(short.hours) - 1
    assert short.hours[:kept] == long.hours[:kept]
    assert long.hours[kept] > 100


def test_a_planner_is_handed_reports_day_by_day(small: Path) -> None:
    ground = Ground(small)
    played, _ = ground.play(LISTENING, 240)
    heard = played.digests
    assert heard["dwellings"] == str(len(ground.atlas))
    assert "register.xlsx" in heard["day 0"]
    rows = [len(ground.news.at(day)) for day in range(3)]
    told = [
        sum(int(part.partition(":")[2]) for part in heard[f"day {day}"].split())
        for day in range(3)
    ]
    assert told == rows
    assert {part.partition(":")[0] for part in heard["day 1"].split()} == {
        "hotline",
        "tracing",
    }


def test_a_planner_is_told_of_every_knock_by_the_evening(small: Path) -> None:
    played, _ = Ground(small).play(LISTENING, 240)
    found = played.curve.found[-1]
    assert played.digests["evening 2"] == f"{played.knocks} doors, {found} found"


def test_policies_that_read_no_lists_are_handed_none(tmp_path: Path) -> None:
    folder = write_world(tmp_path / "w")
    (folder / "lists" / "hotline.csv").write_bytes(b"\x00\x01 no list at all")
    assert Ground(folder).play("sweep", 80)[0].knocks > 0


def test_a_world_without_buildings_is_not_run(tmp_path: Path) -> None:
    folder = write_world(tmp_path / "w", places=())
    with pytest.raises(StillHereError, match="names no building"):
        Ground(folder).play("sweep", 80)


def test_a_dwelling_in_no_table_stops_the_run(tmp_path: Path) -> None:
    folder = write_world(tmp_path / "w", PLACES, [("B2/9", "walking", ".5")])
    with pytest.raises(StillHereError, match="dwelling B2/9, which is not in"):
        Ground(folder).play("clairvoyant", 80)


@pytest.mark.parametrize("hours", [0.0, -80.0, float("nan"), float("inf"), 1e6])
def test_a_horizon_that_is_none_is_refused(tmp_path: Path, hours: float) -> None:
    with pytest.raises(StillHereError, match="is no horizon"):
        Ground(write_world(tmp_path / "w")).play("sweep", hours)


def test_refused_choices_are_told(tmp_path: Path) -> None:
    far = ("F", "Long Ridge", 160.0, 0.0, 1)
    folder = write_world(tmp_path / "w", (far, *PLACES))
    _, findings = Ground(folder).play(LISTENING, 80)
    (told,) = [f.sentence for f in findings if f.code == "exercise/choices-refused"]
    assert told.startswith("1 choices of the policy tests.exercise.running.listening")
    assert "the knock would not have ended within the day" in told


def test_every_planner_is_known_by_its_factory() -> None:
    names = [name for name in POLICIES if name != "clairvoyant"]
    assert all(":" in planner(name).factory for name in names)
    assert [name for name in names if planner(name).reads] == ["belief", "stillhere"]


@pytest.mark.parametrize("policy", ["belief", "stillhere"])
def test_the_product_is_refused_for_nothing_but_the_end_of_the_day(
    small: Path, policy: str
) -> None:
    played, _ = Ground(small).play(policy, 96)
    assert set(played.refused) <= {"late"}
    assert played.knocks > 100
    assert played.curve.found[-1] > played.curve.people / 2
    digests = played.digests
    assert digests["picture"] == digests["picture rebuilt"]
    assert digests["belief"] == digests["belief rebuilt"]
