"""The frozen rules: integers, hashed whole."""

from math import log2

import pytest

from stillhere.identity import IdentityRules
from stillhere.identity.rules import MILLION


def test_every_weight_is_an_integer() -> None:
    rules = IdentityRules.shipped()
    tables = [*rules.weights.values(), rules.given, rules.family]
    assert all(type(n) is int for table in tables for n in table.values())
    assert type(rules.base) is int


def test_equal_rules_have_one_digest_and_others_another() -> None:
    first = IdentityRules.shipped(63_000, 930_000)
    assert first.digest == IdentityRules.shipped(63_000, 930_000).digest
    assert first.digest != IdentityRules.shipped(120_000, 930_000).digest
    assert first.digest != IdentityRules.shipped(63_000, 500_000).digest


def test_what_an_operation_does_not_state_is_shipped() -> None:
    shape = IdentityRules.shipped()["population"]
    stated = IdentityRules.shipped(shape["people"], shape["coverage"])
    assert stated.digest == IdentityRules.shipped().digest


@pytest.mark.parametrize("people", [60, 63_000, 10_000_000])
def test_the_base_is_the_bits_that_single_one_out(people: int) -> None:
    rules = IdentityRules.shipped(people, MILLION)
    assert rules.base == round(1000 * log2(people))


def test_a_larger_population_needs_more_evidence() -> None:
    bases = [IdentityRules.shipped(n).base for n in (100, 10_000, 1_000_000)]
    assert bases == sorted(bases)


def test_rules_cannot_be_changed_in_place() -> None:
    rules = IdentityRules.shipped()
    with pytest.raises(TypeError):
        rules["shape"]["floor"] = 0  # type: ignore[index]
