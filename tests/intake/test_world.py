from collections.abc import Callable
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.intake import read_folder, read_world
from stillhere.reports import EXERCISE_KEY
from stillhere.vocabulary import Language, ReportKind, Scope

Writer = Callable[..., Path]
BUILDINGS = (
    "building,settlement,address_hy,address_az,address_ru,address_en,x_km,y_km,flats\n"
    "b1,X,Աբովյան 5,,ул. Абовяна 5,Abovyan 5,-1.2345,0.5,12\n"
)


def test_a_world_without_tables_has_the_shipped_ones(tmp_path: Path) -> None:
    world = read_world(tmp_path)
    assert world.operation.key == EXERCISE_KEY
    assert world.operation.population is None
    assert len(world.buildings) == 0
    assert len(world.gazetteer) > 0


def test_the_tables_of_a_world(text_file: Writer, tmp_path: Path) -> None:
    text_file(BUILDINGS, "lists/buildings.csv", "utf-8-sig")
    text_file(
        '{"population": 60, "register_coverage": 0.93, "key": "'
        + "ab" * 32
        + '", "hour_0": "2023-10-04T08:00:00+04:00", "other": [1]}',
        "lists/operation.json",
    )
    world = read_world(tmp_path)
    assert world.lists == tmp_path / "lists"
    assert world.operation.population == 60
    assert world.operation.register_coverage == "0.93"
    assert world.operation.key.secret == bytes.fromhex("ab" * 32)
    building = world.buildings["b1"]
    assert (building.x_m, building.y_m, building.flats) == (-1234, 500, 12)
    assert building.addresses[Language.HY] == "Աբովյան 5"
    assert Language.AZ not in building.addresses
    assert world.buildings.dwellings == 12


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("operation.json", "{"),
        ("operation.json", "[]"),
        ("operation.json", '{"population": "many"}'),
        ("buildings.csv", "building,settlement\nb1,X\n"),
        ("buildings.csv", BUILDINGS + BUILDINGS.split("\n")[1]),
        ("buildings.csv", BUILDINGS.replace("-1.2345", "west")),
    ],
)
def test_a_damaged_table_is_told(
    text_file: Writer, tmp_path: Path, name: str, text: str
) -> None:
    text_file(text, f"lists/{name}")
    with pytest.raises(StillHereError) as caught:
        read_world(tmp_path)
    assert caught.value.code == "intake/world-table-damaged"
    assert name in str(caught.value)


def test_the_tables_are_no_lists_and_their_year_dates_ages(
    text_file: Writer, tmp_path: Path
) -> None:
    text_file(BUILDINGS, "buildings.csv")
    text_file('{"hour_0": "2023-10-04T08:00:00+04:00"}', "operation.json")
    text_file("Name,Age\nAnna Hakobyan,70\n", "bus/one.csv")
    seen: list[tuple[str, int, int]] = []
    imported = read_folder(
        tmp_path, key=EXERCISE_KEY, progress=lambda *told: seen.append(told)
    )
    assert [p.source for p in imported.profiles] == ["bus/one.csv"]
    assert imported.profiles[0].date == "2023"
    assert seen == [("bus/one.csv", 1, 1)]


def test_lists_of_the_dead_are_for_the_dead_alone(
    text_file: Writer, tmp_path: Path
) -> None:
    text_file("Body code,Found where\nB1,X\n", "morgue.csv")
    text_file("Name,Age\nAnna,70\n", "other.csv")
    imported = read_folder(tmp_path, key=EXERCISE_KEY)
    scopes = {
        r.source: r.stamp.scopes for r in imported.reports if r.kind is ReportKind.ROW
    }
    assert scopes == {
        "morgue.csv": (Scope.THE_DEAD,),
        "other.csv": (Scope.OPERATIONS,),
    }
