"""Invented tables joined: who is one place with whom, and what contradicts."""

from dataclasses import replace
from itertools import permutations

import pytest

from stillhere.places import Area, Gazetteer, Place, PlaceId, ReadAs
from stillhere.places.tables import (
    Joining,
    LoadedTable,
    Street,
    TableForm,
    join_tables,
)


def _place(code: str, name: str, lat: float = 39.8, *codes: str, **more: str) -> Place:
    bare = Place(PlaceId(code), "village", "", "", "", name, (), lat, 46.7)
    return replace(bare, codes=codes, **more)  # type: ignore[arg-type]


def _table(form: TableForm, *places: Place, **more: object) -> LoadedTable:
    return LoadedTable(
        f"{form.value} nw",
        form,
        ("nw",),
        "0",
        places=places,
        **more,  # type: ignore[arg-type]
    )


OWN = Gazetteer([_place("tivorut", "Tivorut")])
GEONAMES = _table(
    TableForm.GEONAMES,
    _place("gn7", "Tivorout", 39.805, "geonames:7", "wikidata:Q7", name_hy="Տիվորուտ"),
    _place("gn8", "Sarnashen", 39.9, "geonames:8"),
    _place("gn9", "Sarnashen", 39.901, "geonames:9"),
)
OSM = _table(
    TableForm.OSM,
    _place("osm-1", "Sonst", 39.8, "osm:node/1", "wikidata:Q7", name_ru="Зонст"),
    _place("osm-2", "Sarnashen", 39.8999, "osm:node/2", "geonames:8"),
)


def _joined(*tables: LoadedTable, own: Gazetteer = OWN) -> Joining:
    return join_tables(own, tables)


def test_without_tables_nothing_is_joined() -> None:
    assert _joined() == Joining(OWN, (), ())


def test_a_shared_code_makes_one_place_of_two_with_all_names() -> None:
    place = _joined(GEONAMES, OSM).gazetteer[PlaceId("tivorut")]
    assert set(place.names) == {"Tivorut", "Tivorout", "Տիվորուտ", "Зонст", "Sonst"}
    assert place.codes == ("geonames:7", "osm:node/1", "wikidata:Q7")
    assert place.lat == 39.8


def test_it_is_said_why_places_were_joined() -> None:
    told = {one.own: one for one in _joined(GEONAMES, OSM).joined}
    assert (told[PlaceId("gn7")].why, told[PlaceId("gn7")].place) == ("name", "tivorut")
    assert told[PlaceId("gn7")].metres == 556
    assert (told[PlaceId("osm-1")].why, told[PlaceId("osm-1")].by) == (
        "code",
        "wikidata:Q7",
    )
    assert told[PlaceId("gn8")].why == "new"


def test_two_places_of_one_table_are_never_joined() -> None:
    joined = _joined(GEONAMES)
    assert {"gn8", "gn9"} <= {place.id for place in joined.gazetteer}
    assert joined.gazetteer.read("Sarnashen").how is ReadAs.SEVERAL


def test_other_codes_of_one_kind_keep_places_apart() -> None:
    other = _table(TableForm.GEONAMES, _place("gn70", "Tivorut", 39.8, "geonames:70"))
    own = Gazetteer([_place("tivorut", "Tivorut", 39.8, "geonames:7")])
    assert "gn70" in _joined(other, own=own).gazetteer


def test_places_further_apart_than_a_walk_stay_apart() -> None:
    far = _table(TableForm.GEONAMES, _place("gn1", "Tivorut", 39.83, "geonames:1"))
    assert "gn1" in _joined(far).gazetteer


@pytest.mark.parametrize("tables", list(permutations((GEONAMES, OSM))))
def test_the_order_of_tables_never_matters(tables: tuple[LoadedTable, ...]) -> None:
    assert _joined(*tables).gazetteer.stated == _joined(GEONAMES, OSM).gazetteer.stated


def test_one_code_in_two_distant_places_is_a_finding() -> None:
    far = _table(TableForm.OSM, _place("osm-9", "Tivorut", 41.0, "geonames:7"))
    (finding,) = _joined(GEONAMES, far).findings
    assert finding.code == "places/far-apart"
    assert dict(finding.values)["place"] == "osm-9"


def test_codes_of_two_places_at_once_are_a_finding() -> None:
    both = _place("osm-9", "Both", 39.8, "geonames:8", "wikidata:Q7")
    (finding,) = _joined(GEONAMES, _table(TableForm.OSM, both)).findings
    assert finding.code == "places/joins-several"


def test_districts_of_one_level_and_name_are_one() -> None:
    codes = _table(
        TableForm.PCODES,
        areas=(Area("pcode:NW01", 1, ("Gormaz", "Гормаз")),),
    )
    names = _table(
        TableForm.GEONAMES,
        replace(
            _place("gn1", "Lernamut", 39.0, "geonames:1"), areas=("geonames:XX.1",)
        ),
        areas=(Area("geonames:XX.1", 1, ("Gormaz District", "Գորմազի շրջան")),),
    )
    gazetteer = _joined(codes, names).gazetteer
    (area,) = gazetteer.areas
    assert set(area.names) == {"Gormaz", "Гормаз", "Gormaz District", "Գորմազի շրջան"}
    assert gazetteer[PlaceId("gn1")].areas == (area.code,)


def test_two_districts_of_one_publisher_stay_two() -> None:
    areas = (Area("pcode:A", 1, ("Gormaz",)), Area("pcode:B", 1, ("Gormaz",)))
    assert len(_joined(_table(TableForm.PCODES, areas=areas)).gazetteer.areas) == 2


def test_a_street_is_read_by_any_of_its_names() -> None:
    street = Street(PlaceId("osm-1"), ("улица Ленина", "Թումանյան փողոց"))
    gazetteer = _joined(GEONAMES, replace(OSM, streets=(street,))).gazetteer
    assert gazetteer.street("tivorut", "tumanyan") == "lenin"
    assert gazetteer.street("tivorut", "lenin") == "lenin"
    assert gazetteer.street("gn8", "tumanyan") == "tumanyan"


def test_a_name_of_two_streets_leads_to_itself() -> None:
    streets = (
        Street(PlaceId("osm-1"), ("Lenin St.", "Tumanyan St.")),
        Street(PlaceId("osm-1"), ("Abovyan St.", "Tumanyan St.")),
    )
    gazetteer = _joined(replace(OSM, streets=streets)).gazetteer
    assert gazetteer.street("osm-1", "tumanyan") == "tumanyan"
    assert gazetteer.street("osm-1", "lenin") == "lenin"


def test_what_persons_decided_is_kept() -> None:
    own = OWN.deciding({"sarnashen": "geonames:9"})
    assert _joined(GEONAMES, own=own).gazetteer.resolve("Sarnashen") == "gn9"


def test_who_has_a_place_of_its_own_is_known_after_joining() -> None:
    joined = _joined(GEONAMES, OSM).gazetteer
    assert joined.loaded == {"gn8", "gn9"}
    assert joined.deciding({"a": "b"}).loaded == joined.loaded
    assert joined.merge(Gazetteer([joined[PlaceId("gn8")]])).loaded == {"gn9"}
