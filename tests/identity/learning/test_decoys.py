"""Decoys are shaped like the register and are nobody in it."""

from collections import Counter
from dataclasses import replace

from stillhere.identity.learning.decoys import decoys
from stillhere.reports.statements import PersonStatement, WrittenName, WrittenPlace
from tests.identity.made import born, mention

GIVEN = ("Levon", "Anahit", "Hakob", "Gayane", "Arman")
FAMILY = ("Melikyan", "Petrosyan", "Hakobyan", "Saroyan")


def _register(order: str = "") -> list[PersonStatement]:
    """Four families of five; in cells of their own, or as whole names."""
    found = []
    for number, family in enumerate(FAMILY):
        for seat, given in enumerate(GIVEN):
            one = mention(
                "register",
                f"{number}-{seat}",
                given,
                family=family,
                birth=born(1950 + 7 * seat + number, 1 + seat, 1 + number),
                household=str(number),
                phones=("374000001",),
                documents=("AB1",),
                place=WrittenPlace(settlement="Martuni", address=f"Well lane {number}"),
            )
            words = [family, given] if order == "family_given" else [given, family]
            whole = WrittenName(full=" ".join(words), order=order)
            found.append(replace(one, name=whole) if order else one)
    return found


def test_every_household_has_one_of_its_size_and_sexes() -> None:
    register = _register()
    made = decoys(register)
    assert len(made) == len(register)
    assert {m.report for m in made}.isdisjoint(m.report for m in register)
    sizes = Counter(m.household for m in made)
    assert sizes == {f"decoy {n}": len(GIVEN) for n in range(len(FAMILY))}


def test_a_decoy_keeps_its_household_together_and_shares_no_number() -> None:
    for household in range(len(FAMILY)):
        own = [m for m in decoys(_register()) if m.household == f"decoy {household}"]
        assert len({m.name.family for m in own}) == 1
        assert len({m.place.address for m in own}) == 1
        assert own[0].name.family != FAMILY[household]
        assert not any(m.phones or m.documents or m.key for m in own)


def test_a_decoy_is_of_about_the_age_of_the_person_it_copies() -> None:
    register = sorted(_register(), key=lambda m: m.report)
    by_household = Counter(
        (m.household, m.birth.first // 10) for m in register if m.birth
    )
    made = Counter(
        (m.household.removeprefix("decoy "), m.birth.first // 10)
        for m in decoys(register)
        if m.birth
    )
    assert made == by_household


def test_whole_names_are_recombined_in_the_order_of_the_list() -> None:
    for order in ("given_family", "family_given"):
        for one in decoys(_register(order)):
            words = one.name.full.split()
            family = words[0] if order == "family_given" else words[-1]
            assert family in FAMILY
            assert set(words) & set(GIVEN)


def test_the_order_of_the_register_does_not_matter() -> None:
    register = _register()
    made = {m.report: m for m in decoys(register)}
    assert {m.report: m for m in decoys(register[::-1])} == made


def test_nobody_has_no_decoys() -> None:
    assert decoys([]) == []
