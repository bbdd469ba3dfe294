import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.plan.household import (
    LINKED,
    NO_WORD,
    STRONG,
    Case,
    HouseholdModel,
    Member,
)
from stillhere.plan.rules import PlanRules

RULES = PlanRules.shipped()
MODEL = HouseholdModel(RULES, desk=RULES.share("word", "desk"), asking=1.0)
OLD = Member(old=True, needs_help=False, word=NO_WORD, asked=False)
YOUNG = Member(old=False, needs_help=False, word=NO_WORD, asked=False)
GONE = YOUNG._replace(word=LINKED)
members = st.builds(
    Member, st.booleans(), st.booleans(), st.integers(0, 2), st.booleans()
)
cases = st.lists(members, min_size=1, max_size=6).map(
    lambda found: Case(tuple(found), len(found))
)


def chance(case: Case, member: int) -> float:
    """That one member is at home."""
    weights = MODEL.weigh(case)
    return weights.each[member] / (weights.nobody + weights.somebody)


def case(*found: Member, surplus: int | None = None, asks: int = 0) -> Case:
    return Case(found, len(found), surplus, asks)


def test_nobody_some_and_all_but_one_old_person_mean_different_things() -> None:
    family = [YOUNG, YOUNG, YOUNG]
    nobody = chance(case(OLD, *family), 0)
    left_over = chance(case(OLD, *[GONE] * 3), 0)
    young_left_over = chance(case(YOUNG, *[GONE] * 3), 0)
    product = chance(case(OLD), 0)
    assert left_over > young_left_over
    assert nobody != pytest.approx(left_over, rel=0.05)
    assert product > nobody


def test_one_old_person_alone_is_the_likeliest_to_be_there() -> None:
    assert chance(case(OLD), 0) > 0.2
    assert chance(case(OLD), 0) > 5 * chance(case(YOUNG), 0)


def test_the_more_certain_the_word_the_less_is_expected() -> None:
    silent, linked, strong = (
        chance(case(OLD._replace(word=word)), 0) for word in (NO_WORD, LINKED, STRONG)
    )
    assert silent > 10 * linked > 10 * strong > 0


def test_a_party_as_large_as_the_household_takes_everybody_with_it() -> None:
    family = (OLD, GONE, GONE)
    came_along = chance(case(*family, surplus=1), 0)
    came_without = chance(case(*family, surplus=0), 0)
    assert came_along < chance(case(*family), 0) < came_without


def test_who_is_asked_for_is_likelier_to_be_there() -> None:
    asked = chance(case(OLD._replace(asked=True), GONE), 0)
    assert asked > chance(case(OLD, GONE), 0)
    assert chance(case(OLD, GONE, asks=1), 0) > chance(case(OLD, GONE), 0)


def test_somebody_who_needs_help_may_have_one_more_beside_them() -> None:
    helped = case(OLD._replace(needs_help=True), YOUNG)
    assert chance(helped, 1) > 3 * chance(case(OLD, YOUNG), 1)


@given(cases)
def test_chances_are_chances(found: Case) -> None:
    weights = MODEL.weigh(found)
    assert weights.nobody > 0
    assert weights.somebody > 0
    assert all(0 < each <= weights.somebody * (1 + 1e-9) for each in weights.each)
    assert sum(weights.each) >= weights.somebody * (1 - 1e-9)


@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_members_changes_nothing_but_the_order(
    found: Case, random: object
) -> None:
    order = list(range(len(found.members)))
    random.shuffle(order)  # type: ignore[attr-defined]
    turned = found._replace(members=tuple(found.members[n] for n in order))
    before, after = MODEL.weigh(found).each, MODEL.weigh(turned).each
    assert after == pytest.approx([before[n] for n in order])


def test_nobody_to_look_for_weighs_nothing() -> None:
    assert MODEL.weigh(Case((), 2)).somebody == 0


@given(cases)
def test_rates_that_add_up_to_more_than_one_give_no_chance_below_nothing(
    found: Case,
) -> None:
    rules = RULES.changed(
        "word", strong_if_registered=900_000, linked_if_registered=767_500
    )
    weights = HouseholdModel(rules, desk=0.92, asking=1.0).weigh(found)
    assert weights.nobody >= 0
    assert weights.somebody > 0
    assert all(0 <= each <= weights.somebody for each in weights.each)
