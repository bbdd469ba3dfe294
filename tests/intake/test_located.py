from dataclasses import replace
from types import MappingProxyType

import pytest

from stillhere.intake.buildings import Buildings
from stillhere.intake.located import PlaceReader
from stillhere.intake.world import Building, BuildingTable
from stillhere.places import Area, Gazetteer, Place, PlaceId, place_key
from stillhere.reports.statements import WrittenPlace
from stillhere.vocabulary import Language

TOWN = Gazetteer.demo()


def _building(code: str, address: str, flats: int = 1) -> Building:
    addresses = MappingProxyType(
        {
            Language.EN: address,
            Language.RU: f"ул. Туманяна {address.rsplit(maxsplit=1)[-1]}",
        }
    )
    return Building(code, "Stepanakert", addresses, 0, 0, flats)


def _reader(*buildings: Building) -> PlaceReader:
    table = BuildingTable(MappingProxyType({b.code: b for b in buildings}))
    return PlaceReader(TOWN, Buildings(table, TOWN))


HOUSE = _building("B1", "Tumanyan St. 3")
BLOCK = _building("B2", "Tumanyan St. 5", flats=12)


@pytest.mark.parametrize(
    "text", ["Stepanakert", "Khankendi", "Xankəndi", "Ստեփանակերտ", "г. Степанакерт"]
)
def test_every_name_of_a_settlement_is_one_key(text: str) -> None:
    assert _reader().settlement(text) == "khankendi"


def test_an_unknown_settlement_has_its_folded_name_as_key() -> None:
    reader = _reader()
    assert reader.settlement("Nowhereshen") == reader.settlement("NOWHERESHEN")
    assert reader.settlement("Nowhereshen").startswith("~")


def test_a_settlement_the_table_of_buildings_alone_knows_finds_its_buildings() -> None:
    house = replace(HOUSE, settlement="Nowhereshen")
    reader = _reader(house)
    for text in ("Nowhereshen", "v. NOWHERESHEN"):
        place = WrittenPlace(settlement=text, address="Tumanyan Street 3")
        assert reader.locate(place).dwelling == "Nowhereshen/B1/1"
        assert reader.settlement(text) == "Nowhereshen"


@pytest.mark.parametrize("text", ["", " ", "-"])
def test_a_text_without_a_name_is_no_settlement(text: str) -> None:
    assert _reader().settlement(text) == ""


@pytest.mark.parametrize("address", ["Tumanyan St. 3", "ул. Туманяна, д. 3"])
def test_an_address_in_any_script_finds_its_building(address: str) -> None:
    place = WrittenPlace(settlement="Xankəndi", address=address)
    assert _reader(HOUSE, BLOCK).locate(place).dwelling == "khankendi/B1/1"


@pytest.mark.parametrize("flat", ["7", "кв. 7", "apt 7"])
def test_a_flat_is_its_number_whatever_stands_beside_it(flat: str) -> None:
    place = WrittenPlace(settlement="Khankendi", address="Tumanyan St. 5", flat=flat)
    assert _reader(HOUSE, BLOCK).locate(place).dwelling == "khankendi/B2/7"


def test_a_block_without_a_flat_is_the_building() -> None:
    place = WrittenPlace(settlement="Khankendi", address="Tumanyan St. 5")
    assert _reader(HOUSE, BLOCK).locate(place).dwelling == "khankendi/B2"


def test_a_building_may_be_named_by_its_code() -> None:
    located = _reader(HOUSE, BLOCK).locate(WrittenPlace(building="B2", flat="3"))
    assert located.settlement == "khankendi"
    assert located.dwelling == "khankendi/B2/3"


def test_an_address_of_two_buildings_finds_neither_of_them() -> None:
    twin = _building("B9", "Tumanyan St. 3")
    place = WrittenPlace(settlement="Khankendi", address="Tumanyan St. 3")
    located = _reader(HOUSE, twin).locate(place)
    assert located.settlement == "khankendi"
    assert "B1" not in located.dwelling
    assert "B9" not in located.dwelling


def test_without_a_table_an_address_is_its_own_key() -> None:
    reader = _reader()
    one = reader.locate(WrittenPlace("Khankendi", "Tumanyan St. 3", flat="2"))
    two = reader.locate(
        WrittenPlace("Khankendi", street="Туманяна", house="3", flat="2")
    )
    assert one == two
    assert one.dwelling.count("/") == 2


def test_a_settlement_alone_is_no_dwelling() -> None:
    located = _reader(HOUSE).locate(WrittenPlace(settlement="Khankendi"))
    assert (located.settlement, located.dwelling) == ("khankendi", "")
    assert located.key == "khankendi"


UNREAD = f"~{place_key('Twinshen')}"
TWINS = Gazetteer(
    [
        Place(
            PlaceId(f"twin{n}"),
            *("village", "", "", "", "Twinshen", ()),
            lat=39.0 + n / 100,
            lon=46.0,
            areas=(f"A{n}",),
        )
        for n in (1, 20)
    ],
    areas=[Area("A1", 1, ("Gormaz",)), Area("A20", 1, ("Zarilu",))],
    streets={(PlaceId("twin1"), "tumanyan"): "lenin"},
)


@pytest.mark.parametrize(
    ("place", "key"),
    [
        (WrittenPlace("Twinshen"), UNREAD),
        (WrittenPlace("Twinshen", address="Zarilu district, 5"), "twin20"),
        (WrittenPlace("Twinshen", lat="39.02", lon="46.01"), "twin1"),
        (WrittenPlace("Twinshen", lat="39.1", lon="46.0"), UNREAD),
        (WrittenPlace("Twinshen", lat="north", lon="46.0"), UNREAD),
    ],
)
def test_of_several_places_of_one_name_district_or_position_decides(
    place: WrittenPlace, key: str
) -> None:
    for _ in range(2):
        reader = PlaceReader(TWINS)
        assert reader.locate(place).settlement == key
        assert reader.locate(WrittenPlace("Twinshen")).settlement == UNREAD


def test_both_names_of_a_street_are_one_dwelling() -> None:
    reader = PlaceReader(TWINS)
    old, new = (
        reader.locate(WrittenPlace("twin1", address=f"{street} St. 4"))
        for street in ("Lenin", "Tumanyan")
    )
    assert old.dwelling == new.dwelling != ""
    other = reader.locate(WrittenPlace("twin20", address="Tumanyan St. 4"))
    assert other.dwelling.partition("/")[2] != new.dwelling.partition("/")[2]
