"""People who cannot be one household are weighed one by one."""

from collections.abc import Sequence

from stillhere.ledger import PlaceKey
from stillhere.pipeline import build, update
from stillhere.plan import Believer, belief
from stillhere.plan.rules import MILLION
from stillhere.reports import Report
from tests.plan import town
from tests.plan.town import ATLAS, OPERATION, RULES, arrival, resident, scene

_TOWN = PlaceKey("khankendi")
_WARD = ("Mill Street 5", "")


def named(n: int) -> tuple[str, str]:
    """A name and a birth date of their own for each number."""
    letter = "bcdfghjklmnpqrstvwxz"
    one, two = letter[n % 20], letter[n // 20]
    name = f"{one}a{two}e{one}yan {two}u{one}ik".title()
    return name, f"19{40 + n % 50}-0{1 + n % 9}-1{n % 8}"


def many(count: int, home: tuple[str, str], **more: str) -> list[Report]:
    return [resident(100 + n, *named(n), home, **more) for n in range(count)]


def expected_in_town(reports: Sequence[Report]) -> float:
    believed = scene((), *reports).believed
    return believed.places[_TOWN].expected / MILLION


def nobody_listed() -> float:
    """Expected in town where no list names anybody."""
    return expected_in_town(())


def test_of_people_of_a_town_without_address_or_household_few_are_expected() -> None:
    some = many(30, ("", ""), Household="")
    ratio = (expected_in_town(many(120, ("", ""), Household="")) - nobody_listed()) / (
        expected_in_town(some) - nobody_listed()
    )
    assert 3.5 < ratio < 4.5
    assert expected_in_town(some) - nobody_listed() < 3


def test_a_house_told_of_without_its_flats_is_no_household() -> None:
    house = many(180, ("Walnut Street 1", ""), Household="")
    assert expected_in_town(house) - nobody_listed() < 9


def test_of_a_ward_whose_people_all_arrived_hardly_anybody_is_expected() -> None:
    ward = many(20, _WARD, Care="disabled")
    arrived = [arrival(*named(n), party=str(n)) for n in range(20)]
    silent, gone = expected_in_town(ward), expected_in_town([*ward, *arrived])
    assert gone < nobody_listed() + 0.1
    assert silent > nobody_listed() + 1


def test_a_household_that_grows_to_a_ward_is_followed() -> None:
    ward = many(12, _WARD, Care="disabled")
    asked = town.request("Nobody Known", "1951-01-01", *_WARD)
    picture = build([*town.profiles(), asked, *ward[:9]], OPERATION, town.AS_OF)
    believer = Believer(picture, ATLAS, RULES)
    for report in ward[9:]:
        picture = update(picture, [report])
        believer.follow(picture)
        whole = belief(picture, ATLAS, RULES)
        assert dict(believer.belief().people) == dict(whole.people)
        assert dict(believer.belief().doors) == dict(whole.doors)
