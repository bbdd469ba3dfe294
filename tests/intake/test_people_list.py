"""Lists read for one question: their ids, their spellings, nothing kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.intake.list_year import year_of
from stillhere.intake.people_list import PeopleList, open_people
from stillhere.intake.people_rows import PersonRow
from stillhere.names import NameOrder
from stillhere.reports.statements import Birth, PersonStatement
from stillhere.vocabulary import Language
from stillhere.vocabulary.fields import Field

Writer = Callable[..., Path]

THREE = """row_id,full name,dob,party
a,Anna Hakobyan,1957-09-27,1
b,Levon Melikyan,1950-03-27,2
c,,1999-01-01,2
"""


def rows(people: PeopleList) -> list[PersonRow]:
    return list(people.rows("left"))


def person(row: PersonRow) -> PersonStatement:
    assert row.person is not None
    return row.person


def test_every_row_is_given_once_under_the_id_of_its_list(text_file: Writer) -> None:
    people = open_people(text_file(THREE))
    assert len(people) == 3
    read = rows(people)
    assert [r.name for r in read] == ["a", "b", "c"]
    assert person(read[0]).name.full == "Anna Hakobyan"
    assert person(read[1]).birth == Birth(1950, 1950, 3, 27)
    assert person(read[1]).household == "2"
    assert read[2].person is None
    assert rows(people) == []


def test_ids_of_people_do_not_depend_on_where_their_rows_stand(
    text_file: Writer,
) -> None:
    head, *lines = THREE.strip().split("\n")
    there = rows(open_people(text_file(THREE)))
    turned = "\n".join([head, *reversed(lines)])
    back = rows(open_people(text_file(turned)))
    assert [r.name for r in back] == ["c", "b", "a"]
    assert person(back[1]).report == person(there[1]).report
    assert person(back[2]).report == person(there[0]).report


def test_rows_that_say_the_same_are_told_apart(text_file: Writer) -> None:
    people = open_people(
        text_file("name,dob\nAnna Hakobyan,1957\nAnna Hakobyan,1957\n")
    )
    one, two = rows(people)
    assert person(one).report != person(two).report


def test_one_row_of_two_lists_is_two_people(text_file: Writer) -> None:
    path = text_file(THREE)
    left = next(open_people(path).rows("left"))
    right = next(open_people(path).rows("right"))
    assert person(left).report != person(right).report


@pytest.mark.parametrize(
    ("header", "cells", "names"),
    [
        ("Person ID", ["x1", "x2"], ["x1", "x2"]),
        ("resident_id", ["x1", "x2"], ["x1", "x2"]),
        ("№ записи", ["7", "9"], ["7", "9"]),
        ("#", ["A049563", "A000589"], ["A049563", "A000589"]),
        ("Կոդ", ["P1", "P2"], ["P1", "P2"]),
        ("person", ["P0185207", "P0251551"], ["P0185207", "P0251551"]),
        ("no", ["17", "12"], ["17", "12"]),
        ("phone", ["+37497123456", "+37497123457"], ["2", "3"]),
        ("passport", ["AN1", "AN2"], ["2", "3"]),
        ("person_id", ["x1", "x1"], ["2", "3"]),
        ("person_id", ["x1", ""], ["2", "3"]),
    ],
)
def test_an_id_column_is_different_in_every_row_and_no_document(
    text_file: Writer, header: str, cells: list[str], names: list[str]
) -> None:
    text = f"{header},full name\n{cells[0]},Anna Hakobyan\n{cells[1]},Levon Melikyan\n"
    people = open_people(text_file(text))
    assert [r.name for r in rows(people)] == names


def test_a_row_too_wide_or_with_a_number_alone_keeps_its_line(
    text_file: Writer,
) -> None:
    text = "id,surname,given name\n1,Hakobyan,Anna\n2,,\n3,Melikyan,Levon\n"
    read = rows(open_people(text_file(text)))
    assert [(r.name, r.person is not None) for r in read] == [
        ("1", True),
        ("2", False),
        ("3", True),
    ]


def test_sheets_without_people_are_left_out_and_ids_name_their_sheet(
    workbook: Writer,
) -> None:
    people = ["id", "name"], ["1", "Anna Hakobyan"], ["2", "Levon Melikyan"]
    sheets = {"North": people, "South": people, "Sums": [["total", "5"], ["all", "7"]]}
    found = open_people(workbook(sheets))
    assert found.left_out == ("Sums",)
    assert [r.name for r in rows(found)] == ["North:1", "North:2", "South:1", "South:2"]


def test_a_person_says_what_a_column_means(text_file: Writer) -> None:
    text = "name,xx,yy\nrow one,Hakobyan Anna,5\nrow two,Melikyan Levon,6\n"
    said = {"xx": Field.NAME, "yy": Field.PARTY}
    read = rows(open_people(text_file(text), said))
    assert person(read[0]).name.full == "Hakobyan Anna"
    assert person(read[0]).household == "5"


def test_a_column_that_is_not_there_is_told_with_those_that_are(
    text_file: Writer,
) -> None:
    with pytest.raises(StillHereError, match=r"called born\. .* name, dob") as caught:
        open_people(text_file("name,dob\nA B,1950\n"), {"born": Field.BIRTH_DATE})
    assert caught.value.code == "intake/no-such-header"


def test_a_list_without_names_is_told_with_its_columns(text_file: Writer) -> None:
    with pytest.raises(StillHereError, match="street, value") as caught:
        open_people(text_file("street,value\nA,3\nB,4\n"))
    assert caught.value.code == "intake/no-names"


def listed(*lists: tuple[str, list[str]]) -> str:
    lines = [f"{name},{text}" for name, texts in lists for text in texts]
    return "\n".join(["list_id,full_name,born,party,bus,seat", *lines])


FAMILY_FIRST = [f"Hakobyan Anna,0{n % 9 + 1}/25/1950,3,,{n}" for n in range(20)]
FAMILY_LAST = [f"Анна Акопян,25.0{n % 9 + 1}.1950,3,7,{n}" for n in range(20)]


def test_each_list_of_a_table_is_read_as_it_spells(text_file: Writer) -> None:
    text = listed(("one", FAMILY_FIRST), ("two", FAMILY_LAST))
    read = rows(open_people(text_file(text)))
    one, two = person(read[0]), person(read[-1])
    assert one.name.order == NameOrder.FAMILY_GIVEN
    assert two.name.order == NameOrder.GIVEN_FAMILY
    assert (one.name.language, two.name.language) == (Language.EN, Language.RU)
    assert (one.birth, two.birth) == (
        Birth(1950, 1950, 1, 25),
        Birth(1950, 1950, 2, 25),
    )


def test_parties_and_seats_are_numbered_within_their_list(text_file: Writer) -> None:
    text = listed(("one", FAMILY_FIRST), ("two", FAMILY_LAST))
    read = rows(open_people(text_file(text)))
    one, two = person(read[0]), person(read[-1])
    assert (one.household, two.household) == ("one 3", "two 3")
    assert (one.vehicle, two.vehicle) == ("one", "two 7")


def test_ages_are_dated_by_the_year_the_lists_are_of(text_file: Writer) -> None:
    left = open_people(text_file("name,age\nAnna Hakobyan,66\n", "left.csv"))
    births = "".join(f"Person Number{'abc'[n % 3]},{1950 + n}\n" for n in range(74)) * 5
    right = open_people(text_file(f"name,year of birth\n{births}", "right.csv"))
    assert left.ages_without_year
    assert not right.ages_without_year
    assert year_of([left, right], 2026) == 2023
    assert year_of([left, right], 2015) == 2015
    assert year_of([left], 2026) is None
    few = open_people(text_file("name,born\nAnna Hakobyan,1957\n", "few.csv"))
    assert year_of([left, few], 2026) is None
    (row,) = rows(left.dated("2023"))
    assert person(row).birth == Birth(1956, 1957, from_age=True)


def test_a_date_in_the_lists_dates_their_ages(text_file: Writer) -> None:
    text = "name,born,arrived on\nAnna Hakobyan,1957,29.09.2023\n"
    assert year_of([open_people(text_file(text))], 2026) == 2023


def test_an_age_in_a_column_of_births_is_an_age(text_file: Writer) -> None:
    text = "name,birth\nAnna Hakobyan,27.09.1957\nLevon Melikyan,66 лет\n"
    people = open_people(text_file(text))
    assert people.ages_without_year
    one, two = rows(people.dated("2023"))
    assert person(one).birth == Birth(1957, 1957, 9, 27)
    assert person(two).birth == Birth(1956, 1957, from_age=True)


def test_a_slip_of_the_pen_does_not_date_a_list(text_file: Writer) -> None:
    births = [f"Person Numbera,{1950 + n % 70}" for n in range(3000)]
    people = open_people(text_file("\n".join(["name,born", *births, "A B,2025"])))
    assert year_of([people], 2026) == 2019


def test_the_sample_a_list_is_told_from_is_the_same_in_any_order(
    text_file: Writer,
) -> None:
    lines = [f"{n},Hakobyan Anna{'' if n < 300 else ' Gurgeni'}" for n in range(900)]
    one = open_people(text_file("\n".join(["no,who", *lines]), "one.csv"))
    two = open_people(text_file("\n".join(["no,who", *reversed(lines)]), "one.csv"))
    assert one.sheets[0].profile == two.sheets[0].profile
