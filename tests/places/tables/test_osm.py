import builtins
from pathlib import Path
from typing import Any

import pytest

from stillhere.errors import StillHereError
from stillhere.places.tables import LoadedTable, Street, TableForm
from stillhere.places.tables.loading import Wanted, load_tables
from tests.places.tables.files import node, osm, way, written

TOWN = node(
    1,
    39.80,
    46.70,
    place="town",
    name="Տիվորուտ / Tivorut",
    name__hy="Տիվորուտ",
    name__az="Tivrut",
    name__ru="Тиворут",
    old_name__ru="Старый Тиворут",
    alt_name="Tivort;Tivorout",
    wikidata="Q7",
)
HAMLET = node(2, 39.83, 46.70, place="hamlet", name__az="Sarnakənd")


def _load(folder: Path, *parts: str, wanted: Wanted | None = None) -> LoadedTable:
    (table,) = load_tables([osm(folder / "nw.osm", *parts)], wanted or Wanted())
    return table


def test_settlements_have_all_their_names(tmp_path: Path) -> None:
    table = _load(tmp_path, TOWN, HAMLET, node(3, 39.8, 46.7, place="sea", name="Sea"))
    town, hamlet = table.places
    assert table.form is TableForm.OSM
    assert (town.id, town.kind, town.codes) == (
        "osm-node-1",
        "town",
        ("osm:node/1", "wikidata:Q7"),
    )
    assert (town.name_hy, town.name_az, town.name_ru, town.name_en) == (
        "Տիվորուտ",
        "Tivrut",
        "Тиворут",
        "",
    )
    assert town.other_names == (
        "Tivorout",
        "Tivort",
        "Старый Тиворут",
        "Տիվորուտ / Tivorut",
    )
    assert (hamlet.kind, hamlet.names) == ("village", ("Sarnakənd",))
    assert "ODbL" in table.attribution


def test_streets_have_all_names_and_houses_and_their_nearest_settlement(
    tmp_path: Path,
) -> None:
    table = _load(
        tmp_path,
        TOWN,
        HAMLET,
        node(10, 39.801, 46.701),
        node(11, 39.802, 46.702),
        node(12, 39.831, 46.701),
        way(
            20,
            (10, 11),
            highway="residential",
            name="Tumanyan küçəsi",
            name__hy="Թումանյան փողոց",
            old_name__ru="улица Ленина",
        ),
        node(13, 39.80, 46.70, addr__street="Թումանյան փողոց", addr__housenumber="12"),
        node(
            14, 39.80, 46.70, addr__street="улица Ленина", addr__housenumber="14;16, 18"
        ),
        way(21, (12,), highway="track", name="Bağ yolu"),
        node(15, 45.0, 40.0, addr__street="Too far", addr__housenumber="1"),
    )
    assert table.streets == (
        Street(
            table.places[0].id,
            ("Tumanyan küçəsi", "улица Ленина", "Թումանյան փողոց"),
            ("12", "14", "16", "18"),
        ),
        Street(table.places[1].id, ("Bağ yolu",)),
    )


def test_a_settlement_that_is_drawn_as_a_line_too_is_one_place(tmp_path: Path) -> None:
    outline = way(
        30,
        (10, 11),
        place="town",
        name__hy="Տիվորուտ",
        name__fa="تیوروت",
        wikidata="Q8",
    )
    elsewhere = way(31, (12,), place="village", name__en="Lernamut")
    table = _load(
        tmp_path,
        TOWN,
        node(10, 39.801, 46.701),
        node(11, 39.802, 46.702),
        node(12, 39.9, 46.7),
        outline,
        elsewhere,
        node(13, 39.901, 46.7, addr__street="Long Street"),
        node(14, 39.902, 46.7, addr__street="Long Street"),
    )
    town, other = table.places
    assert (town.id, other.id) == ("osm-node-1", "osm-way-31")
    assert town.lat == 39.8
    assert "تیوروت" in town.other_names
    assert "osm:way/30" in town.codes
    assert [street.settlement for street in table.streets] == ["osm-way-31"]


def test_names_of_other_languages_can_be_left_out(tmp_path: Path) -> None:
    wanted = Wanted(languages=frozenset({"az"}))
    (town,) = _load(tmp_path, TOWN, wanted=wanted).places
    assert "Тиворут" not in town.names
    assert town.name_az == "Tivrut"


def test_what_lies_further_off_is_left_out(tmp_path: Path) -> None:
    wanted = Wanted(around=(39.83, 46.70, 1.0))
    table = _load(tmp_path, TOWN, HAMLET, wanted=wanted)
    assert [place.id for place in table.places] == ["osm-node-2"]


def test_a_table_comes_back_whole_from_its_fields(tmp_path: Path) -> None:
    house = node(13, 39.80, 46.70, addr__street="Long Street", addr__housenumber="2")
    table = _load(tmp_path, TOWN, house)
    assert LoadedTable.from_fields(table.to_fields()) == table


def test_what_is_no_extract_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "nw.osm.pbf", "this is no extract")
    with pytest.raises(StillHereError) as caught:
        load_tables([path], Wanted())
    assert caught.value.code == "places/not-this-form"


def test_without_osmium_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.partition(".")[0] == "osmium":
            raise ImportError(name)
        return usual(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(StillHereError) as caught:
        _load(tmp_path, TOWN)
    assert caught.value.code == "places/no-osmium"
