import json
import sys
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.exercise.running import Ground
from stillhere.exercise.running.planner import SealedPlanner
from tests.exercise.running import prying
from tests.exercise.running.towns import write_world

HERE = "tests.exercise.running.prying"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A world whose operation tells its own path, for policies that try it."""
    folder = tmp_path_factory.mktemp("sealed") / "exercise-world"
    write_world(folder, people=[("B1/1", "walking", "0.9")])
    declared = {"region": str(folder), "hour_0": "2023-10-04T08:00:00+04:00"}
    path = folder / "lists" / "operation.json"
    path.write_text(json.dumps(declared), encoding="utf-8")
    return folder


def _fault(world: Path, name: str) -> StillHereError:
    with pytest.raises(StillHereError) as told:
        Ground(world).play(f"{HERE}:{name}", 80)
    return told.value


def test_without_the_seal_every_file_could_be_read(world: Path) -> None:
    tables = Ground(world).world
    for name in ("read", "read_bytes", "read_low", "read_list", "ask_another"):
        assert prying.ATTEMPTS[name](tables)


def test_no_policy_can_read_the_truth(world: Path) -> None:
    played, _ = Ground(world).play(f"{HERE}:prying", 8)
    assert played.digests == {"tried": " ".join(prying.ATTEMPTS), "read": ""}


def test_reaching_outside_is_told_in_one_sentence(world: Path) -> None:
    fault = _fault(world, "loud")
    assert fault.code == "exercise/policy-sealed"
    assert "(open)" in str(fault)
    assert str(world) not in str(fault)


def test_nothing_can_be_written(world: Path) -> None:
    assert _fault(world, "writes").code == "exercise/policy-sealed"
    assert not (Path(sys.prefix) / "left.txt").exists()


def test_a_fault_of_a_policy_says_its_kind_and_place_alone(world: Path) -> None:
    fault = _fault(world, "broken")
    assert fault.code == "exercise/policy-failed"
    assert "KeyError at prying.py:" in str(fault)
    assert "Anna" not in str(fault)


def test_a_process_that_dies_costs_a_sentence(world: Path) -> None:
    assert _fault(world, "dies").code == "exercise/policy-ended"


def test_a_policy_that_does_not_exist_costs_a_sentence(world: Path) -> None:
    assert _fault(world, "nobody").code == "exercise/policy-failed"
    with pytest.raises(StillHereError, match="no policy called fastest"):
        Ground(world).play("fastest", 80)


def test_what_a_policy_prints_is_no_answer(world: Path) -> None:
    played, _ = Ground(world).play(f"{HERE}:prints", 8)
    assert played.knocks == 0


def test_the_process_ends_with_its_run(world: Path) -> None:
    tables = Ground(world).world
    name = "stillhere.exercise.running.sweep:sweep"
    with SealedPlanner("sweep", name, tables, world) as sealed:
        process = sealed._process
        assert process.poll() is None
        sealed.morning(0, ())
        assert sealed.choose(0, -1, 0.0) >= 0
    assert process.poll() is not None


def test_a_run_that_is_stopped_by_hand_ends_its_process(world: Path) -> None:
    tables = Ground(world).world
    name = "stillhere.exercise.running.sweep:sweep"
    sealed = SealedPlanner("sweep", name, tables, world)
    with pytest.raises(KeyboardInterrupt), sealed:
        raise KeyboardInterrupt
    assert sealed._process.poll() is not None


@pytest.mark.parametrize("stated", ["2023-10-04T04:00:00Z", "2023-10", "soon", None])
def test_a_planner_is_handed_hour_0_by_the_clocks_of_the_place(
    tmp_path: Path, stated: str | None
) -> None:
    write_world(tmp_path, people=[("B1/1", "walking", "0.9")])
    declared = {"time_zone": "Etc/GMT-4"} | ({"hour_0": stated} if stated else {})
    path = tmp_path / "lists" / "operation.json"
    path.write_text(json.dumps(declared), encoding="utf-8")
    played, _ = Ground(tmp_path).play("tests.exercise.running.listening:waiting", 80)
    assert played.digests["hour 0"] == "2023-10-04T08:00:00+04:00"
    product, _ = Ground(tmp_path).play("stillhere", 80)
    assert product.digests["picture"] == product.digests["picture rebuilt"]
