"""The frozen rules: integers, hashed whole."""

from importlib.resources import files
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.errors import StillHereError
from stillhere.identity import IdentityRules
from stillhere.identity.comparing.levels import PARTS
from stillhere.identity.engines.share import sources
from stillhere.identity.rules import MILLION


def test_every_weight_is_an_integer() -> None:
    rules = IdentityRules.shipped()
    tables = [*rules.weights.values(), rules.given, rules.family]
    assert all(type(n) is int for table in tables for n in table.values())
    assert type(rules.base) is int


def test_every_number_of_the_rules_is_read_somewhere() -> None:
    program = "".join(
        file.read_text(encoding="utf-8")
        for name, file in sources(files("stillhere.identity"))
        if name.endswith(".py") and name != "rules_limits.py"
    )
    # The bounds of a band are asked for by its name: "near" by near_m.
    idle = [
        (section, name)
        for section, table in IdentityRules.shipped().weights.items()
        if not section.startswith(("arrived.", "link_chance"))
        for name in table
        if name not in PARTS.get(section, ())
        if not any(f'"{n}"' in program for n in (name, name.removesuffix("_m")))
    ]
    assert idle == []


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
    assert rules.base == round(1000 * log2(people)) + rules["shape"]["nobody"]


def test_a_register_of_few_people_makes_no_pair_ever_less_likely() -> None:
    bases = [IdentityRules.shipped(63_000, n).base for n in (930_000, 500_000, 9_000)]
    assert bases == [bases[0], bases[0] + 217, bases[0] + 217]


def test_a_larger_population_needs_more_evidence() -> None:
    bases = [IdentityRules.shipped(n).base for n in (100, 10_000, 1_000_000)]
    assert bases == sorted(bases)


def test_rules_cannot_be_changed_in_place() -> None:
    rules = IdentityRules.shipped()
    with pytest.raises(TypeError):
        rules["shape"]["floor"] = 0  # type: ignore[index]


def test_a_file_of_rules_reads_back_as_the_same_rules() -> None:
    rules = IdentityRules.shipped(120_000, 940_000)
    assert IdentityRules.from_toml(rules.to_toml("Two lines\nof heading")) == rules


def test_what_a_file_leaves_out_is_as_shipped() -> None:
    rules = IdentityRules.from_toml("[shape]\nthreshold = 700000\n")
    assert rules["shape"]["threshold"] == 700_000
    assert rules["shape"]["floor"] == IdentityRules.shipped()["shape"]["floor"]
    assert rules.given == IdentityRules.shipped().given
    assert rules.digest != IdentityRules.shipped().digest
    assert IdentityRules.from_toml("") == IdentityRules.shipped()


def test_what_the_operation_declares_counts_before_a_file() -> None:
    text = IdentityRules.shipped(50_000, 900_000).to_toml()
    assert IdentityRules.from_toml(text, 60_000)["population"] == {
        "people": 60_000,
        "coverage": 900_000,
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[shape", "no TOML"),
        ("[shape]\nthreshold = 0.6", "shape.threshold is no whole number"),
        ("[shape]\nthreshold = true", "shape.threshold is no whole number"),
        ("[shape]\nthreshold = 99999999999", "shape.threshold is no whole number"),
        ("[shape]\nhaste = 1", "section shape has no haste"),
        ("[guesses]\none = 1", "no section guesses"),
        ("[a.b.c]\none = 1", "a.b.c is no whole number"),
        ("format = 99", "another version"),
        ("weather = 1", "edition has no weather"),
        ("[shape]\nthreshold = -5", "threshold is -5, and it lies between 1 and"),
        ("[shape]\nthreshold = 2000000", "threshold is 2000000, and it lies between"),
        ("[population]\npeople = -5", "people is -5, and it is at least 1"),
        ("[population]\ncoverage = 2000000", "coverage is 2000000, and it lies"),
        ("[support]\nfrom = 5\nfull = 5", "support.full is 5, and it lies above"),
        ("[link_chance]\nabc = 1", "abc in link_chance is no whole number"),
        ("[link_chance]\n-5 = 1", "-5 in link_chance is no whole number"),
        ("[link_chance]\n05 = 1", "05 in link_chance is no whole number"),
        ("[link_chance]\n2000000 = 1", "2000000 in link_chance is no whole number"),
        ("[link_chance]\n5 = 2000000", "link_chance.5 is 2000000, and it lies"),
        ("[link_chance]\n1000 = 9\n200 = 10", "falls from 10 at 200 to 9 at 1000"),
        ("[arrived.all]\n0 = 9\n5 = 8", "arrived.all falls from 9 at 0 to 8 at 5"),
    ],
)
def test_rules_that_cannot_be_used_are_refused_with_the_reason(
    text: str, reason: str
) -> None:
    with pytest.raises(StillHereError, match=reason) as caught:
        IdentityRules.from_toml(text)
    assert caught.value.code == "identity/rules-not-readable"


def test_a_table_of_chances_may_stay_level_and_stand_in_any_order() -> None:
    rules = IdentityRules.from_toml("[link_chance]\n900 = 7\n0 = 0\n50 = 7\n")
    assert rules["link_chance"] == {"0": 0, "50": 7, "900": 7}


def test_changed_rules_have_the_next_version() -> None:
    rules = IdentityRules.shipped()
    other = rules.changed({"shape": {"threshold": 650_000}}, given={"anna": 5_000})
    assert other["edition"]["version"] == rules["edition"]["version"] + 1
    assert other["shape"] == {**rules["shape"], "threshold": 650_000}
    assert other.given == {"anna": 5_000}
    assert other.family == rules.family
    assert IdentityRules.from_toml(other.to_toml()) == other


def test_a_change_of_the_population_moves_the_base() -> None:
    rules = IdentityRules.shipped().changed({"population": {"people": 10_000_000}})
    assert rules.base == IdentityRules.shipped(10_000_000).base


def test_a_table_of_chances_is_replaced_whole() -> None:
    rules = IdentityRules.shipped().changed({"arrived.all": {"0": 1, "500000": 7}})
    again = rules.changed({"arrived.all": {"100000": 9}})
    assert again["arrived.all"] == {"100000": 9}
    assert IdentityRules.from_toml(again.to_toml()) == again


@given(st.text(min_size=1, max_size=6), st.integers(0, 20_000))
def test_rarities_of_any_name_survive_the_file(name: str, rarity: int) -> None:
    rules = IdentityRules.shipped().changed({}, family={name: rarity})
    assert IdentityRules.from_toml(rules.to_toml()).family == {name: rarity}
