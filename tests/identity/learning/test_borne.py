"""Names of a register become rarities of rules."""

import numpy as np
import pytest

from stillhere.errors import StillHereError
from stillhere.identity.learning.borne import SEEN, put, rarities
from stillhere.identity.world import World
from stillhere.names import family_stem, fold, given_root
from tests.identity.made import built
from tests.identity.taught import FAMILY, GIVEN, PEOPLE, RULES, town, town_built


@pytest.fixture
def world() -> World:
    return town_built().world


def test_rarities_are_counted_in_the_register(world: World) -> None:
    found = rarities([world])
    assert set(found["given"]) == {given_root(fold(name)) for name in GIVEN}
    assert len(found["family"]) <= len({family_stem(fold(name)) for name in FAMILY})
    shares = sum(2 ** (-rarity / 1000) for rarity in found["given"].values())
    assert shares == pytest.approx(1, abs=0.002)
    assert max(found["family"].values()) <= 1000 * np.log2(PEOPLE / SEEN) + 1


def test_names_of_a_world_take_the_rarities_of_other_rules(world: World) -> None:
    rules = RULES.changed(
        {"given": {"rarity_default": 1_234}, "family": {"rarity_cap": 8_000}},
        given={"levon": 2_500},
        family={family_stem(fold(FAMILY[0])): 9_999},
    )
    put(world, rules)
    words = world.vocabulary
    assert words.given.view[words.number(fold("Levon"))] == 2_500
    assert words.given.view[words.number(fold("Narek"))] == 1_234
    assert words.family.view[words.number(fold(FAMILY[0]))] == 8_000


def test_a_name_borne_by_few_has_no_rarity() -> None:
    register, _ = town()
    few = register[: SEEN - 1]
    found = rarities([built(few, rules=RULES).world])
    assert found["given"] == {}


def test_registers_of_several_lists_are_counted_together(world: World) -> None:
    assert rarities([world, world])["given"] == rarities([world])["given"]


def test_rows_alone_have_no_register_to_count() -> None:
    _, rows = town()
    with pytest.raises(StillHereError) as refused:
        rarities([built(rows, rules=RULES).world])
    assert refused.value.code == "identity/no-register-to-learn-from"
