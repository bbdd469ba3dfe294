import builtins
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from stillhere.errors import StillHereError
from stillhere.places.roads import Network, RoadTable, Speeds
from stillhere.places.roads.extract import load_roads
from stillhere.vocabulary.roads import VehicleClass
from tests.places.roads.drawn import CENTRE, drawn, line, roads, street

SPEEDS = Speeds.shipped()


def chains(table: RoadTable, vehicle: VehicleClass = VehicleClass.CAR) -> int:
    return len(Network.of(table, vehicle, SPEEDS).layout.chains.begin)


def test_ways_are_cut_at_junctions_and_where_they_grow_long(tmp_path: Path) -> None:
    nodes = {**line(range(1, 8)), 20: (200, 100)}
    table = roads(tmp_path, nodes, {1: street(1, 2, 3, 4, 5, 6, 7), 2: street(3, 20)})
    assert table.way_id[table.piece_way].tolist() == [1, 1, 1, 2]
    assert table.piece_dm.tolist() == pytest.approx([2000, 3000, 1000, 1000], abs=2)
    assert table.metres == pytest.approx(700, abs=1)
    assert chains(table) == 3


def test_what_nobody_travels_on_is_left_out(tmp_path: Path) -> None:
    ways = {
        1: street(1, 2),
        2: street(2, 3, highway="construction"),
        3: street(3, 4, highway="proposed"),
        4: ((4, 5), {"route": "ferry", "name": "Lake"}),
        5: street(5, 6, access="no"),
    }
    table = roads(tmp_path, line(range(1, 7)), ways)
    assert table.way_id.tolist() == [1]


def test_a_ferry_is_no_road(tmp_path: Path) -> None:
    ways = {1: ((1, 2), {"route": "ferry", "motor_vehicle": "yes"})}
    with pytest.raises(StillHereError) as told:
        roads(tmp_path, line((1, 2)), ways)
    assert told.value.code == "places/no-roads-in-it"


def test_a_way_that_leaves_the_file_is_kept_as_far_as_it_goes(tmp_path: Path) -> None:
    nodes = line((1, 2, 3, 4, 5))
    del nodes[3]
    table = roads(tmp_path, nodes, {1: street(1, 2, 3, 4, 5)})
    assert table.piece_dm.tolist() == pytest.approx([1000, 1000], abs=1)


def test_names_in_every_language_and_numbers_are_kept(tmp_path: Path) -> None:
    names = {
        "name": "Walnut",
        "name__hy": "Ընկույզ",
        "old_name": "Peace",
        "ref": "M12;E7",
    }
    table = roads(tmp_path, line((1, 2)), {1: street(1, 2, **names)})
    assert table.names == ("E7\nM12\nPeace\nWalnut\nԸնկույզ",)


def test_the_same_file_gives_the_same_table(tmp_path: Path) -> None:
    def once() -> dict[str, Any]:
        return roads(tmp_path, line((1, 2, 3)), {1: street(1, 2, 3)}).to_fields()

    assert once() == once()


def test_only_ways_that_come_near_are_kept(tmp_path: Path) -> None:
    nodes = {1: (0, 0), 2: (100, 0), 3: (9000, 0), 4: (9100, 0)}
    path = drawn(tmp_path / "a.osm.pbf", nodes, {1: street(1, 2), 2: street(3, 4)})
    near = load_roads(path, SPEEDS, wanted=lambda _, lon: lon < CENTRE[1] + 0.05)
    assert near.way_id.tolist() == [1]


def test_the_middle_is_the_centre_where_none_is_said(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.osm", line((1, 2)), {1: street(1, 2)})
    lat, lon = load_roads(path, SPEEDS).centre
    assert (float(lat), float(lon)) == pytest.approx((39.82, 46.7506), abs=1e-4)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("gone.osm.pbf", None, "places/no-file"),
        ("empty.osm.pbf", b"", "places/empty"),
        ("broken.osm.pbf", b"\x00\x00\x00\x0d not a map at all", "places/no-extract"),
        ("broken.osm", b"<osm><node", "places/no-extract"),
        ("table.csv", b"a,b\n1,2\n", "places/no-extract"),
        ("none.osm", b'<osm version="0.6"></osm>', "places/no-roads-in-it"),
    ],
)
def test_a_broken_file_is_a_sentence(
    tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(StillHereError) as told:
        load_roads(tmp_path / name, SPEEDS)
    assert told.value.code == code
    assert name in str(told.value)


def test_a_file_that_was_cut_off_is_a_sentence(tmp_path: Path) -> None:
    nodes = {n: (n * 37 % 991, n * 53 % 997) for n in range(1, 3000)}
    path = drawn(tmp_path / "a.osm.pbf", nodes, {1: street(*range(1, 1900))})
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StillHereError) as told:
        load_roads(path, SPEEDS)
    assert told.value.code == "places/no-extract"


def test_without_osmium_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drawn(tmp_path / "a.osm", line((1, 2)), {1: street(1, 2)})
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "osmium":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(StillHereError) as told:
        load_roads(path, SPEEDS)
    assert told.value.code == "places/no-osmium"


def test_a_table_comes_back_from_a_report_as_it_was(tmp_path: Path) -> None:
    table = roads(tmp_path, line((1, 2, 3)), {987654321: street(1, 2, 3, name="Ա")})
    again = RoadTable.from_fields(table.to_fields())
    assert again.to_fields() == table.to_fields()
    assert np.array_equal(again.point_lat, table.point_lat)


@pytest.mark.parametrize("column", ["piece_dm", "piece_point", "point_lon"])
def test_a_damaged_table_is_a_sentence(tmp_path: Path, column: str) -> None:
    stated = roads(tmp_path, line((1, 2)), {1: street(1, 2)}).to_fields()
    for damage in ("", "<i4@@@@", stated["columns"]["way_id"][:-6]):
        columns = {**stated["columns"], column: damage}
        with pytest.raises(StillHereError) as told:
            RoadTable.from_fields({**stated, "columns": columns})
        assert told.value.code == "places/roads-damaged"
