"""Invented households as several lists group them."""

from itertools import permutations

import pytest

from stillhere.ledger import Household, JoinedHousehold, PlaceKey, join_households
from stillhere.ledger.household import household_id
from tests.ledger.made import rid


def _group(
    source: str, text: str, *members: int, register: bool = False, listed: int = 0
) -> Household:
    """A group; the members from `listed` on are without word."""
    people = tuple(rid(member) for member in members)
    still = tuple(rid(member) for member in members if 0 < listed <= member)
    return Household(
        id=household_id(source, text),
        source=source,
        text=text,
        register=register,
        members=people,
        rows=tuple(rid(member + 100 * len(source)) for member in members),
        home=PlaceKey(""),
        accounted=len(people) - len(still),
        without_word=still,
        dependents_left=(),
    )


REGISTER = _group("register", "41", 1, 2, 3, register=True, listed=3)
BUS = _group("bus", "party 7", 1, 2)
SOCIAL = _group("social", "9", 2, 3, listed=3)
STRANGERS = _group("register", "42", 8, 9, register=True)


def _texts(joined: JoinedHousehold) -> list[str]:
    return [group.text for group in joined.groups]


def test_groups_that_share_two_people_are_one_household() -> None:
    joined = join_households([BUS, REGISTER, SOCIAL, STRANGERS])
    whole = next(one for one in joined if len(one.groups) > 1)
    assert _texts(whole) == ["41", "party 7", "9"]
    assert whole.members == (rid(1), rid(2), rid(3))
    assert whole.without_word == (rid(3),)
    assert whole.everywhere == (rid(2),)
    assert whole.id == min(REGISTER.id, BUS.id, SOCIAL.id)
    assert set(whole.cites) == {*REGISTER.rows, *BUS.rows, *SOCIAL.rows}
    assert [_texts(one) for one in joined if one is not whole] == [["42"]]


@pytest.mark.parametrize("order", list(permutations((REGISTER, BUS, SOCIAL))))
def test_their_order_does_not_matter(order: tuple[Household, ...]) -> None:
    assert join_households(order) == join_households((REGISTER, BUS, SOCIAL))


def test_one_person_in_common_joins_no_families() -> None:
    other = _group("bus", "party 8", 3, 30, 31)
    assert len(join_households([REGISTER, other])) == 2


def test_who_is_alone_in_both_lists_is_one_household() -> None:
    one, two = _group("register", "5", 6, register=True), _group("social", "1", 6)
    (joined,) = join_households([one, two])
    assert joined.members == (rid(6),)


def test_a_party_of_two_households_of_one_list_joins_neither() -> None:
    party = _group("bus", "party 9", 1, 2, 8, 9)
    joined = join_households([REGISTER, STRANGERS, party])
    assert sorted(map(_texts, joined)) == [["41"], ["42"], ["party 9"]]


def test_two_households_of_one_list_stay_two_however_others_join_them() -> None:
    apart = _group("register", "43", 2, 10, register=True)
    social = _group("social", "10", 1, 2, 10)
    joined = join_households([REGISTER, apart, BUS, social])
    assert all(len({g.source for g in one.groups}) == len(one.groups) for one in joined)


def test_a_whole_bus_is_no_household() -> None:
    bus = _group("bus", "all", *range(1, 40))
    assert len(join_households([REGISTER, bus])) == 2


def test_nothing_is_joined_of_nothing() -> None:
    assert join_households([]) == ()
