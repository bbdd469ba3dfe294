import csv
import os
import signal
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from stillhere.exercise.running import POLICIES, Curve, Find, Ground, curve_csv
from tests.cli.conftest import Terminal

_QUICK = ("sweep", "nearest", "clairvoyant")


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture(scope="module")
def people(small: Path) -> int:
    return Ground(small).people


def test_a_run_writes_its_curve(
    stillhere: Terminal, small: Path, tmp_path: Path, people: int
) -> None:
    out = tmp_path / "new" / "curve.csv"
    words = ("--policy", "sweep", "--hours", 120, "--out", out)
    said = stillhere("exercise", "run", small, *words)
    assert said.code == 0
    header, *rows = _rows(out)
    assert header == ["vehicle_hours", "found", "remaining"]
    assert rows[0] == ["0", "0", str(people)]
    assert rows[-1][0] == "120"
    assert all(int(found) + int(left) == people for _, found, left in rows)
    hours = [float(row[0]) for row in rows]
    assert hours == sorted(hours)
    assert [int(row[1]) for row in rows[:-1]] == sorted({int(r[1]) for r in rows})
    assert f"until a share of {people} people was found" in said.out
    assert str(out) in said.out


def test_the_marks_are_told_as_json(
    stillhere: Terminal, small: Path, tmp_path: Path, people: int
) -> None:
    words = ("--policy", "clairvoyant", "--hours", 400, "--out", tmp_path / "c.csv")
    said = stillhere("exercise", "run", small, *words, "--json").json
    (curve,) = said["curves"]
    assert curve["policy"] == "clairvoyant"
    assert curve["people"] == curve["found"] + curve["remaining"] == people
    assert set(curve["hours_to"]) == {"50", "80", "90", "95"}
    assert set(curve["found_after"]) == {"80", "320"}
    assert (curve["refused"], curve["outcome"]) == ({}, None)
    assert (said["picture"], said["findings"]) == (None, [])


def _there(folder: Path, people: int, *names: str) -> None:
    """Curves of earlier runs."""
    folder.mkdir(exist_ok=True)
    for name in names:
        curve = Curve.of([Find(40.0, people - 1)], people, 160.0)
        (folder / f"curve-{name}.csv").write_text(curve_csv(curve), encoding="utf-8")


def test_comparing_draws_every_policy_and_reads_what_is_there(
    stillhere: Terminal, small: Path, tmp_path: Path, people: int
) -> None:
    _there(tmp_path, people, "belief", "stillhere")
    before = (tmp_path / "curve-belief.csv").read_bytes()
    words = ("--hours", 160, "--out", tmp_path / "curve.csv", "--compare")
    said = stillhere("exercise", "run", small, *words)
    assert said.code == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {f"curve-{name}.csv" for name in POLICIES} | {"curve.svg"}
    assert (tmp_path / "curve-belief.csv").read_bytes() == before
    assert "remove it to run it again" in said.out
    drawn = (tmp_path / "curve.svg").read_text(encoding="utf-8")
    assert ET.fromstring(drawn).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 (we wrote it)
    assert all(f">{name} " in drawn for name in POLICIES)


def test_a_curve_of_another_world_or_horizon_is_run_again(
    stillhere: Terminal, small: Path, tmp_path: Path, people: int
) -> None:
    _there(tmp_path, people, "belief", "stillhere")
    _there(tmp_path, people + 1, "sweep")
    (tmp_path / "curve-nearest.csv").write_text("no curve", encoding="utf-8")
    words = ("--hours", 160, "--out", tmp_path / "curve.csv", "--compare", "--json")
    said = stillhere("exercise", "run", small, *words).json
    again = {c["policy"]: c["read_again"] for c in said["curves"]}
    assert again == {name: name not in _QUICK for name in POLICIES}
    assert {c["people"] for c in said["curves"]} == {people}


def test_the_policy_that_is_named_is_run_into_the_file_itself(
    stillhere: Terminal, small: Path, tmp_path: Path, people: int
) -> None:
    _there(tmp_path, people, "belief", "stillhere", "nearest", "clairvoyant")
    out = tmp_path / "curve.csv"
    words = ("--policy", "sweep", "--hours", 160, "--out", out, "--compare", "--json")
    said = stillhere("exercise", "run", small, *words).json
    files = {c["policy"]: Path(c["file"]).name for c in said["curves"]}
    assert files["sweep"] == "curve.csv"
    assert not (tmp_path / "curve-sweep.csv").exists()
    assert said["picture"] == str(tmp_path / "curve.svg")


def test_a_full_world_tells_what_a_run_came_to(
    stillhere: Terminal, tmp_path: Path
) -> None:
    world = tmp_path / "full"
    made = ("--town", "khankendi", "--scale", 0.02, "--out", world)
    assert stillhere("exercise", "make", *made).code == 0
    words = ("--policy", "clairvoyant", "--hours", 400, "--out", tmp_path / "c.csv")
    said = stillhere("exercise", "run", world, *words)
    assert "People who depend on help" in said.out
    (curve,) = stillhere("exercise", "run", world, *words, "--json").json["curves"]
    outcome = curve["outcome"]
    assert outcome["dependent_found"] <= outcome["dependent"]
    assert outcome["to_90"]["vehicle_hours"] <= 400


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--policy", "fastest"), "exercise/policy-unknown"),
        (("--policy", "fastest", "--compare"), "exercise/policy-unknown"),
        (("--policy", "sweep", "--hours", "0"), "exercise/hours-not-usable"),
    ],
)
def test_what_cannot_be_run_costs_a_sentence(
    stillhere: Terminal, small: Path, out: Path, words: tuple[str, ...], code: str
) -> None:
    said = stillhere("exercise", "run", small, *words, "--out", out)
    assert (said.code, said.sentence.partition(":")[0]) == (1, code)
    assert not out.exists()


def test_without_the_truth_nothing_is_run(
    stillhere: Terminal, small: Path, out: Path
) -> None:
    words = ("--policy", "sweep", "--out", out)
    said = stillhere("exercise", "run", small / "lists", *words)
    assert said.sentence.startswith("exercise/people-not-readable: ")


@pytest.mark.skipif(os.name != "posix", reason="signals to a group of processes")
def test_stopping_by_hand_ends_clock_and_planner(small: Path, out: Path) -> None:
    words = ["exercise", "run", small, "--policy", "sweep", "--hours", "80000"]
    with subprocess.Popen(
        [sys.executable, "-m", "stillhere", *map(str, words), "--out", str(out)],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as clock:
        assert clock.stderr is not None
        said = clock.stderr.readline()
        while "searching" not in said:
            said = clock.stderr.readline()
        os.killpg(clock.pid, signal.SIGINT)
        rest = [line for line in clock.stderr if not line.startswith("[")]
    assert clock.returncode == 130
    assert [line.partition(":")[0] for line in rest] == ["cli/interrupted"]
    # Nobody of the group is left: its planner was ended with the clock.
    with pytest.raises(ProcessLookupError):
        os.killpg(clock.pid, 0)
    assert not out.exists()
