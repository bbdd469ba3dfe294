"""Buildings are offered while an address is typed, and doors are said in words."""

from dataclasses import replace

import pytest

from stillhere.desk.entering.doors import (
    address_of,
    door_fields,
    flat_of,
    offered,
    places_offered,
)
from stillhere.intake.located import PlaceReader
from stillhere.ledger import PlaceKey
from stillhere.places import Gazetteer, Place, PlaceId
from stillhere.places.tables import LoadedTable, TableForm, join_tables
from stillhere.reports.statements import WrittenPlace
from stillhere.vocabulary import Language
from tests.plan import town


@pytest.mark.parametrize("typed", ["walnut", "Walnut str", "ул. walnut", "street wal"])
def test_any_part_of_an_address_finds_it(typed: str) -> None:
    found = [one.address for one in offered(town.TABLE, typed)]
    assert found
    assert all("Walnut" in address for address in found)


def test_addresses_that_begin_like_the_words_come_first() -> None:
    assert offered(town.TABLE, "mill")[0].address == "Mill Street 1"


def test_next_to_nothing_offers_nothing() -> None:
    assert offered(town.TABLE, "w") == []
    assert offered(town.TABLE, "") == []
    assert len(offered(town.TABLE, "street", limit=3)) == 3


def test_only_one_settlement_where_one_is_named() -> None:
    found = offered(town.TABLE, "street", settlement=town.VILLAGE)
    assert {one.settlement for one in found} == {town.VILLAGE}


def test_the_fields_of_a_door_lead_back_to_its_key() -> None:
    reader = PlaceReader(town.GAZETTEER, town.ATLAS.buildings)
    for key in town.ATLAS.keys:
        place = WrittenPlace(**door_fields(key, town.TABLE))
        assert reader.locate(place).key == key


def test_an_address_is_said_in_the_language_asked_for() -> None:
    key = town.ATLAS.keys[0]
    assert address_of(key, town.TABLE, Language.EN) == "Walnut Street 1"
    assert address_of(key, town.TABLE, Language.RU) == "ул. Walnut Street 1"
    assert address_of(key, town.TABLE, Language.HY) in {
        "Walnut Street 1",
        "ул. Walnut Street 1",
    }
    assert address_of(PlaceKey("khankendi/nowhere"), town.TABLE, Language.EN) == ""


def test_a_house_of_one_dwelling_has_no_flat() -> None:
    flats = {key: flat_of(key, town.TABLE) for key in town.ATLAS.keys}
    assert {flat for key, flat in flats.items() if "/B1/" in key} == {*"1234"}
    assert {flat for key, flat in flats.items() if "/B2/" in key} == {""}


@pytest.mark.parametrize("language", list(Language))
def test_what_is_offered_for_a_settlement_means_it_alone(language: Language) -> None:
    texts = dict(places_offered(town.GAZETTEER, language, ()))
    assert len(texts) == len(town.GAZETTEER)
    found = {town.GAZETTEER.resolve(text) for text in texts}
    assert found == {place.id for place in town.GAZETTEER}


def test_of_a_loaded_table_only_what_is_known_already_is_offered() -> None:
    villages = [
        Place(
            PlaceId(f"gn{n}"),
            *("village", "", "", "", f"Lernamut {n}", ()),
            lat=39.0,
            lon=46.0,
            codes=(f"geonames:{n}",),
        )
        for n in (7, 8)
    ]
    loaded = Gazetteer(villages, loaded=[village.id for village in villages])
    both = loaded.merge(town.GAZETTEER)
    texts = dict(places_offered(both, Language.EN, {"gn8"}))
    assert len(texts) == len(town.GAZETTEER) + 1
    assert "Lernamut 8" in texts
    assert "Lernamut 7" not in texts


def test_a_place_of_ones_own_is_offered_when_a_table_joins_its_codes_to_it() -> None:
    own = next(iter(town.GAZETTEER))
    namesake = replace(own, id=PlaceId("gn7"), codes=("geonames:7",))
    form = TableForm.GEONAMES
    table = LoadedTable("geonames XX", form, ("XX.txt",), "0", places=(namesake,))
    joined = join_tables(town.GAZETTEER, [table]).gazetteer
    assert joined[own.id].codes == ("geonames:7",)
    texts = dict(places_offered(joined, Language.EN, ()))
    assert set(texts) == set(dict(places_offered(town.GAZETTEER, Language.EN, ())))
