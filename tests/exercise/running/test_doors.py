from hashlib import blake2b
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.exercise.running.doors import Behind, Doors, luck, read_doors
from stillhere.intake import read_world
from tests.exercise.running.towns import FARM, FLAT_2, HOUSE, write_world

EVERYBODY = (
    ("", "gone", ""),
    ("B1/1", "walking", "0.9"),
    ("B2/2", "chose_to_stay", "0.2"),
    ("B2/2", "bedridden", "0.7"),
    ("V1/1", "dead", "0.35"),
)


def _doors(folder: Path, **world: object) -> Doors:
    write_world(folder, **world)  # type: ignore[arg-type]
    return read_doors(folder, read_world(folder).buildings)[0]


def test_a_knock_is_decided_by_the_stated_hash() -> None:
    digest = blake2b(b"31 B7/12 3", digest_size=8).digest()
    assert luck("31", "B7/12", 3) == (int.from_bytes(digest, "big") >> 11) / 2**53


def test_luck_is_spread_evenly() -> None:
    lucks = [luck("7", f"B{n}/1", 1) for n in range(4000)]
    tenths = [sum(n / 10 <= x < (n + 1) / 10 for x in lucks) for n in range(10)]
    assert all(330 < tenth < 470 for tenth in tenths)


def test_one_knock_finds_everyone_with_the_largest_q(tmp_path: Path) -> None:
    doors = _doors(tmp_path / "w", people=EVERYBODY)
    assert doors.behind == {
        HOUSE: Behind("B1/1", 1, 0.9, ("P1",)),
        FLAT_2: Behind("B2/2", 2, 0.7, ("P2", "P3")),
        FARM: Behind("V1/1", 1, 0.35, ("P4",)),
    }


def test_the_dead_count_as_people_to_be_found(tmp_path: Path) -> None:
    doors = _doors(tmp_path / "w", people=EVERYBODY)
    assert doors.people == 4
    found = [doors.knock(FARM) for _ in range(40)]
    assert 1 in found
    assert not doors.open(FARM)


def test_knocks_depend_on_their_number_and_not_on_others() -> None:
    behind = {n: Behind(f"B{n}/1", 1, 0.5) for n in range(50)}
    one, two = Doors("7", behind), Doors("7", behind)
    first = [one.knock(n) for _ in range(3) for n in range(50)]
    second = [two.knock(n) for _ in range(3) for n in range(49, -1, -1)]
    turned = [second[50 * (j // 50) + 49 - j % 50] for j in range(150)]
    assert first == turned
    assert 0 < sum(first[:50]) < 50


def test_an_empty_dwelling_never_answers() -> None:
    doors = Doors("7", {})
    assert [doors.knock(HOUSE) for _ in range(9)] == [0] * 9
    assert doors.open(HOUSE)


@pytest.mark.parametrize("told", [{}, {"seed": None}, {"people": 3}, {"seed": True}])
def test_a_world_without_a_seed_is_run_with_seed_0(
    tmp_path: Path, told: dict[str, object]
) -> None:
    folder = write_world(tmp_path / "w", told=told)
    doors, findings = read_doors(folder, read_world(folder).buildings)
    assert doors.seed == "0"
    assert [finding.code for finding in findings] == ["exercise/seed-missing"]


def test_other_keys_of_the_world_do_not_matter(tmp_path: Path) -> None:
    told = {"generator": "another", "seed": 12, "calls": "none"}
    folder = write_world(tmp_path / "w", told=told)
    doors, findings = read_doors(folder, read_world(folder).buildings)
    assert (doors.seed, list(findings)) == ("12", [])


def test_a_folder_without_world_json_is_run_with_seed_0(tmp_path: Path) -> None:
    folder = write_world(tmp_path / "w")
    (folder / "truth/world.json").unlink()
    assert read_doors(folder, read_world(folder).buildings)[0].seed == "0"


@pytest.mark.parametrize("where", ["B9/1", "B2/4", "B2/0", "B2", "B2/x", ""])
def test_a_dwelling_that_is_in_no_table_is_named(tmp_path: Path, where: str) -> None:
    with pytest.raises(StillHereError, match=r"Line 3 .*buildings\.csv") as told:
        _doors(tmp_path / "w", people=[("", "gone", ""), (where, "walking", "0.5")])
    assert told.value.code == "exercise/dwelling-unknown"


@pytest.mark.parametrize(
    ("person", "why"),
    [
        (("B1/1", "asleep", "0.5"), "no state is called 'asleep'"),
        (("B1/1", "walking", ""), "'' is no q"),
        (("B1/1", "walking", "1.5"), "'1.5' is no q"),
        (("B1/1", "walking", "nan"), "'nan' is no q"),
    ],
)
def test_a_person_that_cannot_be_used_costs_a_sentence(
    tmp_path: Path, person: tuple[str, str, str], why: str
) -> None:
    with pytest.raises(StillHereError, match=why) as told:
        _doors(tmp_path / "w", people=[person])
    assert told.value.code == "exercise/person-damaged"


def test_a_truth_that_is_missing_costs_a_sentence(tmp_path: Path) -> None:
    folder = write_world(tmp_path / "w")
    (folder / "truth/persons.csv").unlink()
    with pytest.raises(StillHereError, match=r"persons\.csv is missing"):
        read_doors(folder, read_world(folder).buildings)


def test_a_truth_without_its_columns_costs_a_sentence(tmp_path: Path) -> None:
    folder = write_world(tmp_path / "w")
    (folder / "truth/persons.csv").write_text("person,where\n", encoding="utf-8")
    with pytest.raises(StillHereError, match="lacks one of the columns"):
        read_doors(folder, read_world(folder).buildings)
