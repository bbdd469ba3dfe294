"""Two lists from outside: a place name slipped in one list is that of the other."""

from dataclasses import replace

import pytest

from stillhere.identity import Index, ListTraits
from stillhere.identity.comparing.places import ADDRESSES, SETTLEMENTS
from stillhere.reports.statements import PersonStatement, WrittenPlace
from tests.identity.made import PLACES, RULES, born, mention, slots

TRAITS = {
    "right": ListTraits("right", once=True, register=True),
    "left": ListTraits("left", once=True),
}
SETTLEMENT, ADDRESS = 6, 7


def row(source: str, number: int, place: str, street: str = "") -> PersonStatement:
    birth = born(1950 + number, 3, 7 + number)
    said = mention(source, number, "Levon", family="Melikyan", birth=birth)
    return replace(said, place=WrittenPlace(settlement=place, address=street))


def levels(
    left: PersonStatement, right: PersonStatement, *others: PersonStatement
) -> tuple[str, str]:
    """Of settlement and address of two rows; empty where nothing is said."""
    index = Index.build(
        [right, left, *others], TRAITS, (), RULES, PLACES, counting=True
    )
    found = index.world.scorer.comparison.levels(
        slots(index, left), slots(index, right)
    )
    place, address = found.codes[SETTLEMENT, 0], found.codes[ADDRESS, 0]
    return ("", *SETTLEMENTS)[place], ("", *ADDRESSES)[address]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Lower Meadow", "Lower Maedow"),
        ("Lower Maedow", "Lower Meadow"),
        ("Lower Meadow", "Lwer Medow"),
    ],
)
def test_a_slip_on_either_side_names_the_same_settlement_and_house(
    left: str, right: str
) -> None:
    one, two = (
        row("left", 1, left, "Well lane 9"),
        row("right", 1, right, "Well lane 9"),
    )
    assert levels(one, two) == ("same_counted", "house")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Garden walk 9", "Gardenwalk 9"),
        ("Gardne walk 9", "Garden walk 9"),
    ],
)
def test_a_slip_in_a_street_is_that_street_of_the_settlement(
    left: str, right: str
) -> None:
    one, two = (
        row("left", 1, "Lower Meadow", left),
        row("right", 1, "Lower Meadow", right),
    )
    assert levels(one, two) == ("same_counted", "house")


def test_streets_of_two_settlements_are_no_slips_of_one_another() -> None:
    one = row("left", 1, "Lower Meadow", "Garden walk 9")
    two = row("right", 1, "Upper Mill", "Gardenwalk 9")
    others = row("right", 2, "Lower Meadow"), row("left", 2, "Upper Mill")
    assert levels(one, two, *others) == ("differ", "differ")


def test_a_street_both_lists_have_is_no_slip_of_another() -> None:
    one = row("left", 1, "Lower Meadow", "Garden walk 9")
    two = row("right", 1, "Lower Meadow", "Gardenwalk 9")
    others = (
        row("right", 2, "Lower Meadow", "Garden walk 1"),
        row("left", 2, "Lower Meadow", "Gardenwalk 1"),
    )
    assert levels(one, two, *others) == ("same_counted", "differ")


def test_a_name_both_lists_have_is_no_slip_of_another() -> None:
    one, two = row("left", 1, "Lower Meadow"), row("right", 1, "Lower Maedow")
    others = row("right", 2, "Lower Meadow"), row("left", 2, "Lower Maedow")
    assert levels(one, two, *others) == ("differ", "")


def test_a_name_as_near_to_two_others_is_neither() -> None:
    one, two = row("left", 1, "Lower Mendow"), row("right", 1, "Lower Mundow")
    assert levels(one, two) == ("same_counted", "")
    both = (
        row(side, n, f"Lower M{x}dow")
        for n, x in ((2, "er"), (3, "un"))
        for side in TRAITS
    )
    assert levels(one, two, *both) == ("", "")


@pytest.mark.parametrize(
    ("left", "right"), [("Sosh", "Sors"), ("Quarter 12", "Quarter 13")]
)
def test_in_short_names_and_numbers_a_sign_is_another_name(
    left: str, right: str
) -> None:
    assert levels(row("left", 1, left), row("right", 1, right)) == ("", "")


def test_two_names_the_gazetteer_has_are_never_one() -> None:
    places = ("Martuni", "Martakert")
    one, two = (row(s, 1, p) for s, p in zip(("left", "right"), places, strict=True))
    assert levels(one, two)[0] != "same_counted"


def test_a_picture_reads_names_as_they_are_written() -> None:
    one, two = row("left", 1, "Lower Meadow"), row("right", 1, "Lower Maedow")
    index = Index.build([one, two], TRAITS, (), RULES, PLACES)
    found = index.world.scorer.comparison.levels(slots(index, one), slots(index, two))
    assert found.codes[SETTLEMENT, 0] == 0
