"""A woman under another family name is known by the name her household bears."""

from dataclasses import replace

from stillhere.reports.statements import PersonStatement
from stillhere.vocabulary.people import Sex
from tests.identity.made import RULES, TRAITS, born, built, mention, pool


def resident(number: int, given: str, family: str, household: str) -> PersonStatement:
    row = mention("register", number, given, family=family, birth=born(1950, 3, 7))
    return replace(row, household=household)


def asked(family: str, household: str = "") -> PersonStatement:
    row = mention("calls", 1, "Gayane", family=family, birth=born(1950, 3, 7))
    return replace(row, household=household)


WIFE = replace(resident(1, "Gayane", "Hakobyan", "41"), sex=Sex.FEMALE)
HUSBAND = replace(resident(2, "Levon", "Melikyan", "41"), sex=Sex.MALE)
STRANGER = replace(resident(3, "Gayane", "Hakobyan", "77"), sex=Sex.FEMALE)


def added(row: PersonStatement, other: PersonStatement, *rows: PersonStatement) -> int:
    w0, w1, _ = pool(built([row, *rows]))[row.report, other.report]
    return w1 - w0


def test_the_name_of_her_husband_speaks_for_her_and_not_for_a_namesake() -> None:
    every = (WIFE, HUSBAND, STRANGER)
    assert added(asked("Melikyan"), WIFE, *every) > 0
    assert added(asked("Melikyan"), STRANGER, *every) == 0


def test_her_own_name_gains_nothing_by_her_household() -> None:
    assert added(asked("Hakobyan"), WIFE, WIFE, HUSBAND) == 0


def test_a_man_bears_no_name_of_his_wife() -> None:
    man = replace(WIFE, sex=Sex.MALE)
    assert added(asked("Melikyan"), man, man, HUSBAND) == 0


def test_who_bears_another_given_name_is_another_of_the_household() -> None:
    name = replace(WIFE.name, given="Anush")
    daughter = replace(WIFE, name=name, documents=("AN123456",))
    row = replace(asked("Melikyan"), documents=("AN123456",))
    assert added(row, daughter, daughter, HUSBAND) == 0


def test_a_party_tells_the_name_of_its_women_as_well() -> None:
    row = asked("Hakobyan", household="7")
    beside = replace(
        mention("calls", 2, "Levon", family="Melikyan"), household="7", sex=Sex.MALE
    )
    under_his = replace(WIFE, name=replace(WIFE.name, family="Melikyan"))
    alone = added(row, under_his, under_his)
    assert (alone, added(row, under_his, under_his, beside) > 0) == (0, True)


def test_a_husband_who_comes_late_is_told_of_as_in_a_build() -> None:
    row = asked("Melikyan")
    late = built([row, WIFE, STRANGER])
    late.update(come=[HUSBAND], lists=TRAITS)
    assert pool(late) == pool(built([row, WIFE, STRANGER, HUSBAND]))


def test_the_rarer_the_name_the_more_it_says() -> None:
    rare = replace(HUSBAND, name=replace(HUSBAND.name, family="Zurabekyan"))
    common = replace(HUSBAND, name=replace(HUSBAND.name, family="Grigoryan"))
    assert added(asked("Zurabekyan"), WIFE, WIFE, rare) > added(
        asked("Grigoryan"), WIFE, WIFE, common
    )
    assert RULES["household"]["name"] < 0
