"""Lists without labels teach what agrees among their people."""

import numpy as np
import pytest

from stillhere.errors import StillHereError
from stillhere.identity import IdentityRules
from stillhere.identity.learning.training import FEWEST, Trained, train
from tests.identity.made import built
from tests.identity.taught import GONE, RULES, STRANGERS, town

SPOILED = RULES.changed(
    {"birth": {"same": 3_000, "off_more": 2_000}, "sex": {"differ": 1_000}}
)


def _trained(rules: IdentityRules, *, turned: bool = False) -> Trained:
    register, rows = town()
    mentions = [*rows[::-1], *register[::-1]] if turned else [*register, *rows]
    return train([built(mentions, rules=rules).world], rules)


@pytest.fixture(scope="module")
def spoiled() -> Trained:
    return _trained(SPOILED)


def test_spoiled_weights_are_set_right(spoiled: Trained) -> None:
    rules = spoiled.rules
    # One date of 50 x 336, met by nine in ten of the same people.
    expected = 1000 * np.log2(0.9 * 50 * 336)
    assert abs(rules["birth"]["same"] - expected) < 700
    assert rules["sex"]["differ"] < -3_000
    assert rules["sex"]["same"] > 500


def test_the_share_with_nobody_is_found(spoiled: Trained) -> None:
    assert abs(spoiled.nobody - STRANGERS / (GONE + STRANGERS)) < 0.05
    assert spoiled.rounds < 20


def test_equal_lists_give_equal_bytes_in_every_order(spoiled: Trained) -> None:
    text = spoiled.rules.to_toml()
    assert _trained(SPOILED).rules.to_toml() == text
    assert _trained(SPOILED, turned=True).rules.to_toml() == text


def test_what_the_lists_do_not_say_keeps_its_weight(spoiled: Trained) -> None:
    for part in ("name", "address", "document", "phone", "ride", "support"):
        assert spoiled.rules[part] == SPOILED[part]
    assert spoiled.rules["father"] == SPOILED["father"]


def test_rules_are_of_the_next_version_and_can_be_read_again(spoiled: Trained) -> None:
    assert spoiled.rules["edition"]["version"] == SPOILED["edition"]["version"] + 1
    read = IdentityRules.from_toml(spoiled.rules.to_toml())
    assert read.digest == spoiled.rules.digest


def test_two_towns_teach_together() -> None:
    register, rows = town()
    worlds = [built([*register, *rows], rules=RULES).world for _ in range(2)]
    found = train(worlds, RULES)
    once = _trained(RULES)
    assert (found.rows, found.pairs) == (2 * once.rows, 2 * once.pairs)
    assert abs(found.rules["birth"]["same"] - once.rules["birth"]["same"]) < 300


def test_lists_without_a_register_teach_nothing() -> None:
    _, rows = town()
    with pytest.raises(StillHereError) as refused:
        train([built(rows, rules=RULES).world], RULES)
    assert refused.value.code == "identity/no-register-to-learn-from"


def test_no_lists_teach_nothing() -> None:
    with pytest.raises(StillHereError) as refused:
        train([], RULES)
    assert refused.value.code == "identity/too-few-rows-to-learn-from"


def test_a_handful_of_rows_teaches_nothing() -> None:
    register, rows = town()
    with pytest.raises(StillHereError) as refused:
        train([built([*register, *rows[:100]], rules=RULES).world], RULES)
    assert refused.value.code == "identity/too-few-rows-to-learn-from"
    assert refused.value.values["least"] == str(FEWEST)
