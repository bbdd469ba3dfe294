"""What is true of worlds sets weights, within what any list may be held to."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from stillhere.errors import StillHereError
from stillhere.exercise import Truth
from stillhere.exercise.fitting import AT_LEAST, NAMES, Told, bounded, fit, told_by
from stillhere.identity import IdentityRules
from stillhere.identity.comparing.levels import PARTS
from stillhere.identity.learning.samples import Sample
from stillhere.intake import read_folder, read_world
from stillhere.pipeline import Rules, build

RULES = IdentityRules.shipped()


def _told(right: int, wrong: int, level: tuple[str, str], fixed: float) -> Told:
    """Rows of one candidate, all at one level, so many of them right."""
    size = right + wrong
    codes = np.zeros((len(PARTS), size), np.int8)
    part = list(PARTS).index(level[0])
    codes[part] = PARTS[level[0]].index(level[1]) + 1
    slots = np.arange(size)
    sample = Sample(
        codes, np.full(size, fixed), np.zeros(size, np.int8), slots, 0, slots, slots
    )
    return Told(sample, slots < right)


def test_odds_seen_become_the_weight() -> None:
    # 3 to 1 at one level and 1 to 1 at another: log2(3) bits between the two.
    worlds = [
        _told(3000, 1000, ("sex", "same"), -1.0),
        _told(2000, 2000, ("sex", "differ"), 3.0),
    ]
    found = fit(worlds, RULES, ridge=0)
    sex, nobody = found.rules["sex"], found.rules["shape"]["nobody"]
    assert abs(sex["same"] - 1000 - nobody - 1000 * np.log2(3)) < 5
    assert abs(sex["differ"] + 3000 - nobody) < 5
    assert found.after < found.before
    assert (found.rows, found.pairs) == (8000, 8000)


def test_a_ridge_holds_on_to_the_rules_so_far() -> None:
    worlds = [
        _told(3000, 1000, ("sex", "same"), 0.0),
        _told(100, 3900, ("sex", "differ"), 0.0),
    ]
    free, held = (fit(worlds, RULES, ridge=pull).rules for pull in (0, 1e6))
    assert abs(held["sex"]["differ"] - RULES["sex"]["differ"]) < 10
    assert abs(free["sex"]["differ"] - RULES["sex"]["differ"]) > 500


def test_what_worlds_do_not_tell_stays() -> None:
    found = fit([_told(3000, 1000, ("sex", "same"), 0.0)], RULES).rules
    assert found["birth"] == RULES["birth"]
    assert found["ride"] == RULES["ride"]
    assert found["edition"]["version"] == RULES["edition"]["version"] + 1


def test_of_two_candidates_the_truth_shares_what_a_row_says() -> None:
    one = _told(2000, 0, ("sex", "same"), 0.0)
    twice = np.repeat(np.arange(1000), 2)
    sample = replace(one.sample, case=twice)
    half = Told(sample, np.arange(2000) % 2 == 0)
    found = fit([half], RULES, ridge=0)
    assert found.rows == 1000
    assert 1 <= found.after < 1.1


def test_no_weight_goes_below_its_bound_unless_it_lay_there() -> None:
    deep = np.full(len(NAMES), -30.0)
    found = dict(zip(NAMES, bounded(deep, np.zeros(len(NAMES))), strict=True))
    assert found["birth", "differ"] == AT_LEAST["birth", "differ"]
    assert found["sex", "same"] == found["document", "same"] == 0
    assert found["family", "exact"] == -12
    assert found["ride", "same_town"] == -12
    kept = dict(zip(NAMES, bounded(deep, deep + 10), strict=True))
    assert kept["birth", "differ"] == -20
    high = bounded(-2 * deep, deep)
    assert high.max() == 24


def test_what_surprises_afterwards_surprises_under_the_rules_that_came_of_it() -> None:
    worlds = [
        _told(3000, 1000, ("sex", "same"), 0.0),
        _told(0, 4000, ("sex", "differ"), 0.0),
    ]
    found = fit(worlds, RULES, ridge=0)
    assert found.rules["sex"]["differ"] > -9_000
    assert found.after == pytest.approx(fit(worlds, found.rules).before, abs=1e-4)


def test_a_handful_of_rows_is_refused() -> None:
    with pytest.raises(StillHereError) as refused:
        fit([_told(10, 10, ("sex", "same"), 0.0)], RULES)
    assert refused.value.code == "identity/too-few-rows-to-learn-from"


@pytest.fixture(scope="module")
def told(small: Path, small_truth: Truth) -> Told:
    world = read_world(small)
    imported = read_folder(world.lists, key=world.operation.key)
    picture = build(imported.reports, Rules.of_world(world), "2023-10-05")
    origin = {p.report: (p.file, p.row) for p in imported.provenance}
    return told_by(small_truth, picture.evidence.doubts().world, origin)


def test_the_truth_of_a_world_is_one_person_a_row(told: Told) -> None:
    right = np.bincount(told.sample.case, told.right)
    assert set(right.tolist()) == {0.0, 1.0}
    assert right.mean() > 0.9


def test_a_spoiled_weight_is_set_right_by_the_truth(told: Told) -> None:
    spoiled = RULES.changed({"birth": {"same": 6_000}})
    found = fit([told], spoiled, ridge=0.1).rules
    assert found["birth"]["same"] > 8_000
