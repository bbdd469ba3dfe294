from stillhere.ledger import PlaceKey
from stillhere.plan.searched import Ground, Level, street_names
from stillhere.vocabulary import Language
from tests.plan.town import ATLAS, scene


def test_a_street_has_the_name_its_addresses_write_without_a_number() -> None:
    names = street_names(ATLAS, PlaceKey("khankendi"))
    assert {n[Language.EN] for n in names.values()} == {"Walnut Street", "Mill Street"}
    assert {n[Language.RU] for n in names.values()} == {
        "ул. Walnut Street",
        "ул. Mill Street",
    }


def test_named_streets_are_the_streets_effort_is_told_of() -> None:
    ground = Ground.of(scene().picture, ATLAS)
    streets = ground.levels[Level.STREET].keys
    named = [
        k for p in ("khankendi", "x-hollow") for k in street_names(ATLAS, PlaceKey(p))
    ]
    assert list(streets) == named


def test_a_settlement_without_buildings_has_no_streets() -> None:
    assert street_names(ATLAS, PlaceKey("x-nowhere")) == {}
