"""A statement field by field."""

import pytest

from stillhere.intake.stated import BirthNote, Stated, birth_text, stated
from stillhere.reports import ReportId
from stillhere.reports.statements import (
    Birth,
    PersonStatement,
    TracingRequest,
    WrittenName,
    WrittenPlace,
)
from stillhere.vocabulary.languages import Language
from stillhere.vocabulary.people import Care, PersonEvent, Sex

ID = ReportId("0" * 32)


def person(**said: object) -> PersonStatement:
    name = said.pop("name", WrittenName())
    return PersonStatement(ID, "bus", PersonEvent.ARRIVED, name, **said)  # type: ignore[arg-type]


def values(statement: PersonStatement, name: str) -> list[object]:
    return [s.value for s in stated(statement) if s.name == name]


def test_only_what_is_stated_is_shown() -> None:
    assert stated(person()) == (Stated("event", PersonEvent.ARRIVED),)


def test_a_whole_name_is_told_apart_by_the_order_of_its_list() -> None:
    one = person(name=WrittenName("Sona Anna", order="given_family"))
    two = person(name=WrittenName("Sona Anna", order="family_given"))
    assert (values(one, "given"), values(one, "family")) == (["Sona"], ["Anna"])
    assert (values(two, "given"), values(two, "family")) == (["Anna"], ["Sona"])


def test_a_fathers_name_is_shown_as_his_own() -> None:
    here = person(name=WrittenName("Иванов Пётр Сергеевич"))
    shown = [values(here, part) for part in ("given", "family", "patronymic")]
    assert shown == [["Пётр"], ["Иванов"], ["sergei"]]


def test_cells_of_their_own_stand_as_written() -> None:
    name = WrittenName(
        given="Աննա", family="Հակոբյան", patronymic="Արամի", language=Language.HY
    )
    here = person(name=name)
    assert values(here, "given") == ["Աննա"]
    assert values(here, "family") == ["Հակոբյան"]
    assert values(here, "patronymic") == ["Արամի"]


def test_codes_stay_codes_and_several_values_stand_apart() -> None:
    here = person(
        sex=Sex.FEMALE,
        care=(Care.LIVES_ALONE, Care.WHEELCHAIR),
        phones=("097111111", "097222222"),
        ordinal=7,
    )
    assert values(here, "sex") == [Sex.FEMALE]
    assert values(here, "care") == [Care.LIVES_ALONE, Care.WHEELCHAIR]
    assert values(here, "phones") == ["097111111", "097222222"]
    assert values(here, "ordinal") == [7]


def test_a_place_is_shown_in_its_parts() -> None:
    here = person(place=WrittenPlace(settlement="Khankendi", flat="2"))
    assert Stated("settlement", "Khankendi", "place") in stated(here)
    assert Stated("flat", "2", "place") in stated(here)


def test_whom_a_relative_asks_for_is_shown_inside_the_request() -> None:
    request = TracingRequest(
        ID, "hotline", person(name=WrittenName(given="Anna")), enquirer="Aram"
    )
    shown = stated(request)
    assert Stated("given", "Anna", "sought.name") in shown
    assert Stated("enquirer", "Aram") in shown


@pytest.mark.parametrize(
    ("birth", "text"),
    [
        (Birth(1950, 1950, 3, 2), "1950-03-02"),
        (Birth(1950, 1950, 3), "1950-03"),
        (Birth(1950, 1950), "1950"),
        (Birth(1952, 1953, from_age=True), "1952/1953"),
    ],
)
def test_a_birth_is_written_as_exactly_as_it_was_stated(
    birth: Birth, text: str
) -> None:
    assert birth_text(birth) == text


def test_doubts_about_a_birth_are_said() -> None:
    here = person(birth=Birth(1950, 1950, 3, 2, swappable=True))
    assert values(here, "birth") == ["1950-03-02", BirthNote.DAY_OR_MONTH]
