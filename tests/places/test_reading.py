"""Texts as people write them, read against places of invented and real names."""

import pytest

from stillhere.places import Area, Gazetteer, Place, PlaceId, PlaceReading, ReadAs


def _village(name: str, russian: str, *areas: str, at: float = 39.8) -> Place:
    return Place(
        PlaceId(name.lower() + "".join(areas)),
        *("village", "", "", russian, name, (), at, 46.7),
        areas=areas,
    )


GAZETTEER = Gazetteer(
    [
        *Gazetteer.demo(),
        _village("Sarnashen", "Сарнашен", "A1"),
        _village("Sarnashen", "Сарнашен", "A2", at=39.2),
        _village("Orvakend", "Орвакенд", at=39.85),
        _village("Orvakend", "Орвакенд", "B", at=38.9),
        _village("Tivorut", "Тиворут", "A1"),
        _village("Lernamut 1", "Лернамут 1", "A1"),
        _village("Lernamut 2", "Лернамут 2", "A1"),
    ],
    areas=[
        Area("A1", 1, ("Martuvan District", "Мартуванский район", "Մարտուվանի շրջան")),
        Area("A2", 2, ("Zarilu rayonu", "Зарилинский район"), inside="A"),
        Area("A", 1, ("Gormaz", "Гормаз")),
    ],
)


def _read(text: str, context: str = "") -> PlaceReading:
    return GAZETTEER.read(text, context=context)


@pytest.mark.parametrize(
    "text",
    [
        "Степанакерте",
        "в Степанакерте",
        "из Степанакерта",
        "Ստեփանակերտում",
        "Ստեփանակերտից",
        "ք. Ստեփանակերտի",
        "Xankəndidən",
        "Xankəndidə",
        "Xankəndinin",
    ],
)
def test_a_form_of_case_is_read_without_its_ending(text: str) -> None:
    assert _read(text) == PlaceReading(
        PlaceId("khankendi"), ReadAs.CASE_FORM, (PlaceId("khankendi"),)
    )


@pytest.mark.parametrize(
    "text", ["Stepankert", "Stepanakret", "Степанакрт", "Ստեփանակետ", "Xanqəndii"]
)
def test_a_slip_of_the_hand_is_read_and_called_one(text: str) -> None:
    assert (_read(text).place, _read(text).how) == ("khankendi", ReadAs.SLIP)


@pytest.mark.parametrize("text", ["Tivo", "Shus", "Lernamut 3", "Lernamt"])
def test_a_short_name_or_another_number_is_no_slip(text: str) -> None:
    assert _read(text).place is None


def test_a_name_of_two_places_is_left_to_a_person() -> None:
    reading = _read("с. Сарнашен")
    assert (reading.place, reading.how) == (None, ReadAs.SEVERAL)
    assert reading.candidates == ("sarnashenA1", "sarnashenA2")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("с. Сарнашен, Мартуванский район", "sarnashenA1"),
        ("Сарнашен Мартуванского р-на", "sarnashenA1"),
        ("Մարտուվանի շրջան, գ. Sarnashen", "sarnashenA1"),
        ("Sarnashen (Martuvan district)", "sarnashenA1"),
        ("Sarnashen (Martuvan)", "sarnashenA1"),
        ("Zarilu rayonu, Sarnashen kəndi", "sarnashenA2"),
        ("Gormaz region, Sarnashen", "sarnashenA2"),
        ("Сарнашене Мартуванского района", "sarnashenA1"),
    ],
)
def test_the_district_beside_it_decides(text: str, place: str) -> None:
    assert (_read(text).place, _read(text).how) == (place, ReadAs.DISTRICT)


def test_the_district_may_stand_in_another_cell() -> None:
    reading = _read("Sarnashen", "Zarilu rayonu, 3")
    assert (reading.place, reading.how) == ("sarnashenA2", ReadAs.DISTRICT)


def test_a_district_without_a_table_is_looked_for_around_its_town() -> None:
    assert _read("Orvakend, Askeran district").place == "orvakend"


def test_a_district_none_of_them_lies_in_decides_nothing() -> None:
    reading = _read("Sarnashen, Unheardof district")
    assert reading.how is ReadAs.SEVERAL
    assert len(reading.candidates) == 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Степанакерт (Ханкенди)", "khankendi"),
        ("Степанакерт, ул. Туманяна 12", "khankendi"),
        ("գ. Վանք, ք. Ստեփանակերտ", "vangli"),
        ("Xankəndi şəhəri, Vəngli kəndi", "vangli"),
        ("village of Vank", "vangli"),
    ],
)
def test_of_a_village_and_its_town_it_is_the_village(text: str, place: str) -> None:
    assert _read(text).place == place


@pytest.mark.parametrize("text", ["near Stepanakert", "возле Аскерана", "Goris - Tegh"])
def test_near_a_place_or_between_two_is_no_place(text: str) -> None:
    assert _read(text).place is None


def test_what_a_person_said_comes_before_names_and_slips() -> None:
    decided = GAZETTEER.deciding(
        {"sarnashen": "sarnashenA2", "stepankert": "", "elsewhere": "gone"}
    )
    assert decided.read("Сарнашен").how is ReadAs.DECIDED
    assert decided.resolve("Сарнашен") == "sarnashenA2"
    assert decided.read("Stepankert").how is ReadAs.ELSEWHERE
    assert decided.read("elsewhere").how is ReadAs.UNKNOWN


def test_a_code_of_a_loaded_table_is_its_place() -> None:
    place = Place(
        PlaceId("x"), "village", "", "", "", "Ex", (), 39.0, 46.0, codes=("geonames:7",)
    )
    reading = Gazetteer([place]).read("geonames:7")
    assert (reading.place, reading.how) == ("x", ReadAs.CODE)


def test_places_without_codes_are_stated_as_ever() -> None:
    plain = _village("Tivorut", "Тиворут")
    coded = _village("Tivorut", "Тиворут", "A1")
    assert len(coded.stated) == len(plain.stated) + 2
    assert Gazetteer([plain]).stated == (plain.stated,)
    assert Gazetteer([plain]).deciding({"a": "b"}).stated != (plain.stated,)
