"""Which numbers on file may be called, and about whom."""

import pytest

from stillhere.plan.calling.numbers import as_written, numbers_on_file
from stillhere.vocabulary import ReportKind, WhoseNumber
from tests.plan import town
from tests.plan.calling.phones import (
    ALONE,
    ASKED_FOR_ALONE,
    FAMILY,
    HOME,
    SILENT,
    names,
    pictured,
)


def test_a_number_of_one_member_may_settle_the_whole_household() -> None:
    picture = pictured(*FAMILY)
    (found,) = numbers_on_file(picture, 20)
    assert len(found.people) == 3
    assert names(picture, found.beside) == ["Avagyan Armen"]
    assert found.whose is WhoseNumber.HOUSEHOLD
    assert found.reports == (FAMILY[0].id,)


def test_a_number_of_somebody_who_arrived_counts_for_the_others() -> None:
    picture = pictured(*FAMILY, town.arrival("Avagyan Armen", "1975-03-12"))
    (found,) = numbers_on_file(picture, 20)
    assert names(picture, found.people) == ["Avagyan Ani", "Avagyan Narine"]


def test_who_came_together_may_be_asked_about_each_other() -> None:
    picture = pictured(
        town.entry(
            ReportKind.PERSON,
            {
                "name": "Vera Galstyan",
                "household": "7",
                "event": "arrived",
                "phone": "077 123456",
            },
            "shelter",
        ),
        town.entry(
            ReportKind.PERSON,
            {"name": "Maro Sahakyan", "household": "7", "event": "sought"},
            "shelter",
        ),
    )
    (found,) = numbers_on_file(picture, 20)
    assert names(picture, found.people) == ["Maro Sahakyan"]
    assert names(picture, found.beside) == ["Vera Galstyan"]


def test_the_number_of_who_asks_is_one_of_its_own() -> None:
    picture = pictured(ALONE, ASKED_FOR_ALONE)
    own, asks = sorted(
        numbers_on_file(picture, 20), key=lambda n: n.whose, reverse=True
    )
    assert (own.whose, asks.whose) == (WhoseNumber.HOUSEHOLD, WhoseNumber.ENQUIRER)
    assert asks.people == own.people
    assert asks.beside == ()
    assert asks.reports == (ASKED_FOR_ALONE.id,)


def test_nobody_without_word_is_nobody_to_call_about() -> None:
    assert numbers_on_file(pictured(), 20) == ()
    assert numbers_on_file(pictured(SILENT), 20) == ()
    here = town.entry(
        ReportKind.PERSON,
        {"name": "Vera", "event": "found", "phone": "077 123456"},
    )
    assert numbers_on_file(pictured(here), 20) == ()


@pytest.mark.parametrize("whose", ["own", "enquirer"])
def test_nobody_is_called_about_a_child_alone(whose: str) -> None:
    home = ("Walnut Street 3", "")
    phone = {"Phone": "097 000001"} if whose == "own" else {}
    child = town.resident(
        1, "Avagyan Ani", "2015-03-12", home, Care="child alone", **phone
    )
    ask = town.entry(
        ReportKind.TRACING,
        {
            "name": "Avagyan Ani",
            "birth_date": "2015-03-12",
            "address": "Walnut Street 3",
            "settlement": "Khankendi",
            "enquirer_phone": "+7 900 111-22-33",
        },
        "requests",
    )
    reports = [child, ask] if whose == "enquirer" else [child]
    picture = pictured(*reports)
    assert picture.without_word()
    assert numbers_on_file(picture, 20) == ()


def test_a_number_beside_more_people_than_a_home_has_is_left_out() -> None:
    shared = [
        town.resident(
            n,
            f"Avagyan {name}",
            "1975-03-12",
            (f"Mill Street {n}", ""),
            Phone="097 000001",
        )
        for n, name in ((1, "Armen"), (5, "Narine"))
    ]
    assert [len(n.people) for n in numbers_on_file(pictured(*shared), 2)] == [2]
    assert numbers_on_file(pictured(*shared), 1) == ()


def test_a_group_of_more_people_than_a_home_has_is_no_household() -> None:
    picture = pictured(*FAMILY)
    assert [len(n.people) for n in numbers_on_file(picture, 3)] == [3]
    (own,) = numbers_on_file(picture, 2)
    assert own.people == own.beside


def test_a_number_stands_as_it_was_written() -> None:
    picture = pictured(*FAMILY)
    (found,) = numbers_on_file(picture, 20)
    assert as_written(picture, found) == "097 00-00-01"
    both = town.resident(
        6, "Avagyan Karo", "1990-03-12", HOME, Phone="097 000001; 077 123 456"
    )
    picture = pictured(both)
    written = {as_written(picture, n) for n in numbers_on_file(picture, 20)}
    assert written == {"097 000001", "077 123 456"}


def test_no_number_is_shown_where_one_is_logged() -> None:
    (found,) = numbers_on_file(pictured(*FAMILY), 20)
    assert found.phone == "37497000001"
    assert "000001" not in repr(found)
    assert "000001" not in found.id
