"""Two lists from outside: names of places are joined over people who are surely one."""

from dataclasses import replace

import pytest

from stillhere.identity import Index, ListTraits
from stillhere.reports.statements import PersonStatement, WrittenPlace
from tests.identity.made import PLACES, RULES, born, mention, pool, report_id

TRAITS = {
    "right": ListTraits("right", once=True, register=True),
    "left": ListTraits("left", once=True),
}
GIVEN = ("Levon", "Karen", "Lusine", "Tigran", "Gayane")
FAMILY = ("Abrahamyan", "Babayan", "Gasparyan", "Davtyan", "Yeghiazaryan")


def row(source: str, number: int, place: str) -> PersonStatement:
    birth = born(1950 + number, 3, 7 + number)
    said = mention(source, number, GIVEN[number], family=FAMILY[number], birth=birth)
    return replace(said, place=WrittenPlace(settlement=place))


def anush(source: str, number: int, place: str) -> PersonStatement:
    said = mention(source, number, "Anush", family="Petrosyan")
    return replace(said, place=WrittenPlace(settlement=place))


HERE, THERE = anush("right", 10, "Upper Mill"), anush("right", 11, "Lower Meadow")
ASKED = anush("left", 10, "Obermuehle")


def weight(index: Index, asked: PersonStatement, other: PersonStatement) -> int:
    """w0, or the floor where the two are no candidates."""
    found = pool(index).get((asked.report, other.report))
    return found[0] if found else RULES["shape"]["floor"]


def weights(sure: int) -> tuple[int, int]:
    """Of who lives in Upper Mill and of who does not, so many having told of it."""
    right = [row("right", n, "Upper Mill") for n in range(5)]
    left = [row("left", n, "Obermuehle") for n in range(sure)]
    index = Index.build(
        [*right, HERE, THERE, *left, ASKED], TRAITS, (), RULES, PLACES, counting=True
    )
    return weight(index, ASKED, HERE), weight(index, ASKED, THERE)


def test_people_who_are_surely_one_say_what_a_strange_name_means() -> None:
    here, there = weights(3)
    assert here > there


@pytest.mark.parametrize("sure", [0, 1])
def test_one_of_them_is_not_enough(sure: int) -> None:
    here, there = weights(sure)
    assert here == there


@pytest.mark.parametrize("rows", [1, 2])
def test_who_tells_twice_is_one_of_them(rows: int) -> None:
    one, *others = (
        replace(said, name=replace(said.name, patronymic="Hakob"))
        for said in (
            row("right", 0, "Upper Mill"),
            *(row("left", 0, "Obermuehle") for _ in range(rows)),
        )
    )
    left = [replace(said, report=report_id(n)) for n, said in enumerate(others)]
    index = Index.build(
        [one, HERE, THERE, *left, ASKED], TRAITS, (), RULES, PLACES, counting=True
    )
    assert weight(index, ASKED, HERE) == weight(index, ASKED, THERE)


def test_the_houses_of_a_strange_name_are_those_of_what_it_means() -> None:
    def housed(source: str, number: int, place: str) -> PersonStatement:
        said = row(source, number, place)
        address = WrittenPlace(settlement=place, address="Garden street 4, 2")
        return replace(said, place=address)

    right = [housed("right", n, "Upper Mill") for n in range(3)]
    left = [housed("left", n, "Obermuehle") for n in range(3)]
    index = Index.build([*right, *left], TRAITS, (), RULES, PLACES, counting=True)
    found = index.explain(left[0].report, right[0].report)
    bits = {evidence.feature: evidence.millibits for evidence in found.evidence}
    assert bits["address"] == RULES["address"]["dwelling"]


def test_a_name_the_register_has_means_itself() -> None:
    right = [row("right", n, "Upper Mill") for n in range(5)]
    left = [row("left", n, "Lower Meadow") for n in range(5)]
    asked = replace(ASKED, place=WrittenPlace(settlement="Lower Meadow"))
    index = Index.build(
        [*right, HERE, THERE, *left, asked], TRAITS, (), RULES, PLACES, counting=True
    )
    assert weight(index, asked, THERE) > weight(index, asked, HERE)


def test_a_picture_never_joins_names_of_places_so() -> None:
    right = [row("right", n, "Upper Mill") for n in range(5)]
    left = [row("left", n, "Obermuehle") for n in range(3)]
    index = Index.build([*right, HERE, THERE, *left, ASKED], TRAITS, (), RULES, PLACES)
    assert weight(index, ASKED, HERE) == weight(index, ASKED, THERE)
