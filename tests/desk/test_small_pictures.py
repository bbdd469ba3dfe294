"""Small pictures of effort: squares filled as far as it goes."""

from stillhere.desk.searching.pictures import Small, Squares, bar
from stillhere.ledger import PlaceKey
from stillhere.plan.searched import searched
from stillhere.reports import Report
from tests.plan.town import ATLAS, EVERYBODY, RULES, scene, visit

TOWN = PlaceKey("khankendi")


def drawn(*visits: Report) -> Small:
    """The picture of the town after some visits."""
    squares = Squares.cut(ATLAS, TOWN)
    assert squares is not None
    return squares.picture(searched(scene(EVERYBODY, *visits).picture, ATLAS, RULES))


def test_every_square_with_doors_has_an_outline_and_none_is_filled_at_first() -> None:
    small = drawn()
    assert small.outline.count("M") == 4
    assert small.filled == ""
    assert small.width >= small.height > 0


def test_a_square_is_filled_as_far_as_the_effort_at_its_doors() -> None:
    small = drawn(visit("Walnut Street 3"))
    assert small.filled.count("M") == 1
    side = float(small.filled.split("h")[1].split("v")[0])
    assert abs(side * side - 0.6 * 64) < 1
    assert small.outline == drawn().outline


def test_a_place_without_doors_has_no_picture() -> None:
    assert Squares.cut(ATLAS, PlaceKey("x-nowhere")) is None


def test_a_bar_is_full_only_at_certainty() -> None:
    assert [bar(effort) for effort in (0, 500_000, 999_999, 1_000_000)] == [
        0,
        30,
        59,
        60,
    ]
