from stillhere.ledger import Entry, HouseholdId
from stillhere.ledger.household import Group, fold_household, household_id
from stillhere.vocabulary import PersonEvent
from tests.ledger.made import born, entry, mention, rid

E = PersonEvent


def _group(*rows: int, nameless: int = 0) -> Group:
    left = ((rid(99), nameless),) if nameless else ()
    return Group(
        HouseholdId("h"), "register", "7", True, tuple(rid(r) for r in rows), left
    )


def _members() -> list[Entry]:
    return [
        entry(mention(1, E.RESIDENT, home="town/b1/1"), mention(2, E.ARRIVED)),
        entry(mention(3, E.RESIDENT, home="town/b1/1", birth=born(1939))),
        entry(mention(5, E.RESIDENT, home="town/b2/1"), mention(6, E.ARRIVED)),
    ]


def test_a_household_knows_who_of_it_is_without_word() -> None:
    household = fold_household(_group(1, 3, 5), _members())
    assert household.members == (rid(1), rid(3), rid(5))
    assert household.without_word == (rid(3),)
    assert household.dependents_left == (rid(3),)
    assert household.accounted == 2
    assert household.alone == rid(3)
    assert household.home == "town/b1/1"


def test_who_is_accounted_for_without_a_name_counts() -> None:
    household = fold_household(_group(3, nameless=2), _members()[1:2])
    assert household.size == 3
    assert household.accounted == 2
    assert household.cites == (rid(3), rid(99))


def test_a_household_of_one_is_alone_accounted_for_or_not() -> None:
    household = fold_household(_group(1), _members()[:1])
    assert household.alone == rid(1)
    assert household.without_word == ()


def test_the_same_text_of_two_sources_is_two_households() -> None:
    assert household_id("a", "7") != household_id("b", "7")
    assert household_id("a", "7") == household_id("a", "7")
