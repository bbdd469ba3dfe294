from pathlib import Path

import pytest

from stillhere.exercise.running import Knock
from stillhere.plan import Atlas
from tests.exercise.running.towns import (
    BARN,
    FARM,
    FLAT_1,
    FLAT_2,
    FLAT_3,
    HOUSE,
    PLACES,
    Scripted,
    played,
    sure,
    tables,
)

TO_HOUSE = 0.7 + 1.3 * 0.5 * 3
TO_FARM = 0.7 + 2 * 3 + 11 * 1.5
FIRST_HOUSE = TO_HOUSE + 2.5
FIRST_FLAT = TO_HOUSE + 1.5


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    return tables(tmp_path_factory.mktemp("clock"))[1]


def _knocks(policy: Scripted) -> list[Knock]:
    return [said for _, said in policy.heard if isinstance(said, Knock)]


def test_every_team_begins_each_day_at_base_at_minute_0(atlas: Atlas) -> None:
    policy = Scripted({(0, 3): [HOUSE]})
    played(atlas, policy, hours=160)
    begun = [asked for asked in policy.asked if asked[3] == 0]
    assert begun == [(day, team, -1, 0.0) for day in (0, 1) for team in range(8)]


def test_a_knock_ends_after_way_and_knock(atlas: Atlas) -> None:
    policy = Scripted({(0, 0): [FLAT_1, FLAT_2, HOUSE]})
    played(atlas, policy)
    ends = [knock.ended_min for knock in _knocks(policy)]
    second = FIRST_FLAT + 0.5 + 1.5
    assert ends == pytest.approx(
        [FIRST_FLAT, second, second + 0.7 + 1.3 * 1.0 * 3 + 2.5]
    )


def test_a_find_keeps_its_team_twelve_minutes_more(atlas: Atlas) -> None:
    policy = Scripted({(0, 0): [HOUSE, FLAT_1]})
    run = played(atlas, policy, {HOUSE: sure(3)})
    asked = [minute for _, team, at, minute in policy.asked if (team, at) == (0, HOUSE)]
    assert asked == pytest.approx([FIRST_HOUSE + 12])
    told = _knocks(policy)[0]
    assert told == Knock(HOUSE, 0, told.ended_min, 0, 3, shut=True)
    assert told.ended_min == pytest.approx(FIRST_HOUSE)
    assert run.curve.hours == pytest.approx((0, 8 * (FIRST_HOUSE + 12) / 60, 80))
    assert run.curve.found == (0, 3, 3)


def test_a_find_of_a_later_day_counts_from_its_working_hours(atlas: Atlas) -> None:
    run = played(atlas, Scripted({(2, 5): [FLAT_1]}), {FLAT_1: sure()}, hours=240)
    assert run.curve.hours[1] == pytest.approx(8 * (20 + (FIRST_FLAT + 12) / 60))


def test_a_result_is_known_when_the_knock_ends_and_not_before(atlas: Atlas) -> None:
    policy = Scripted({(0, 0): [HOUSE], (0, 1): [FLAT_1, FLAT_2, FLAT_3]})
    played(atlas, policy)
    after = policy.heard[policy.heard.index(("choose", 7)) + 1 :]
    kinds = [(kind, getattr(said, "door", said)) for kind, said in after]
    # The block takes a minute less: its first flat is told before the house, and the
    # team asks for the second flat while nobody knows of the house.
    assert kinds == [
        ("told", FLAT_1),
        ("choose", 1),
        ("told", HOUSE),
        ("choose", 0),
        ("told", FLAT_2),
        ("choose", 1),
        ("told", FLAT_3),
        ("choose", 1),
        ("evening", 0),
    ]


def test_teams_free_at_once_choose_by_their_number(atlas: Atlas) -> None:
    policy = Scripted({(0, 6): [FLAT_1], (0, 2): [FLAT_2], (0, 4): [FLAT_3]})
    played(atlas, policy)
    assert [team for _, team, at, _ in policy.asked if at != -1] == [2, 4, 6]


@pytest.mark.parametrize("number", [6, 99, -2])
def test_a_dwelling_that_does_not_exist_is_refused(atlas: Atlas, number: int) -> None:
    policy = Scripted({(0, 0): [number, HOUSE]})
    run = played(atlas, policy)
    assert (run.refused, run.knocks) == ({"nowhere": 1}, 0)


def test_no_dwelling_is_visited_twice_on_one_day(atlas: Atlas) -> None:
    policy = Scripted({(0, 0): [HOUSE], (0, 1): [HOUSE, FLAT_1], (1, 0): [HOUSE]})
    run = played(atlas, policy, hours=160)
    assert (run.refused, run.knocks) == ({"again": 1}, 2)


def test_a_closed_dwelling_is_refused_for_ever(atlas: Atlas) -> None:
    policy = Scripted({(0, 0): [HOUSE], (1, 0): [HOUSE], (2, 0): [HOUSE]})
    run = played(atlas, policy, {HOUSE: sure(2)}, hours=240)
    assert (run.refused, run.curve.found) == ({"closed": 2}, (0, 2, 2))


def test_a_knock_that_would_end_too_late_ends_the_day_of_its_team(
    tmp_path: Path,
) -> None:
    far = ("F", "Long Ridge", 160.0, 0.0, 1)
    atlas = tables(tmp_path, (*PLACES, far))[1]
    policy = Scripted({(0, 0): [6, HOUSE], (1, 0): [HOUSE]})
    run = played(atlas, policy, hours=160)
    assert run.refused == {"late": 1}
    assert [(knock.day, knock.door) for knock in _knocks(policy)] == [(1, HOUSE)]


def test_the_twelve_minutes_of_a_find_may_run_over_the_day(tmp_path: Path) -> None:
    blocks = [("B", "Khankendi", 0.0, 0.0, 305)]
    atlas = tables(tmp_path, blocks)[1]
    # .7 + 1.5 for the first flat, 2 for each other: the 299th ends in minute 598.2.
    policy = Scripted({(0, 0): list(range(299))})
    behind = {298: sure()}
    run = played(atlas, policy, behind, hours=160)
    assert run.curve.hours[1] == pytest.approx(8 * (598.2 + 12) / 60)
    assert run.curve.hours[1] > 80
    at_the_horizon = played(atlas, Scripted(policy.script), behind, hours=80)
    assert at_the_horizon.curve.found == (0, 0)


def test_a_horizon_within_a_day_cuts_within_it(atlas: Atlas) -> None:
    script = {(0, 0): [FARM, BARN], (0, 1): [HOUSE, FLAT_1]}
    behind = {FARM: sure(), BARN: sure(), HOUSE: sure(), FLAT_1: sure()}
    whole = played(atlas, Scripted(script), behind)
    cut = 8 * (TO_FARM + 2.5 + 12) / 60
    policy = Scripted(script)
    part = played(atlas, policy, behind, hours=cut)
    kept = sum(hour <= cut for hour in whole.curve.hours)
    assert part.curve.hours == (*whole.curve.hours[:kept], cut)
    assert 1 < kept < len(whole.curve.hours) - 1
    assert all(minute < cut / 8 * 60 for _, _, _, minute in policy.asked)


def test_every_knock_is_told_before_the_evening(atlas: Atlas) -> None:
    policy = Scripted({(0, team): [team] for team in range(6)})
    run = played(atlas, policy)
    assert policy.heard[-1] == ("evening", 0)
    assert len(_knocks(policy)) == run.knocks == 6
    ends = [knock.ended_min for knock in _knocks(policy)]
    assert ends == sorted(ends)


def test_what_a_policy_gives_at_the_end_is_kept(atlas: Atlas) -> None:
    assert played(atlas, Scripted({})).digests == {"script": "done"}


def test_it_is_kept_when_each_dwelling_was_found(atlas: Atlas) -> None:
    behind = {HOUSE: sure(2, "B1/1"), FLAT_1: sure(1, "B2/1")}
    run = played(atlas, Scripted({(1, 0): [HOUSE], (2, 0): [FLAT_1]}), behind, 162)
    ready = (FIRST_HOUSE + 12) / 60
    assert list(run.found) == ["B1/1"]
    assert run.found["B1/1"] == pytest.approx((8 * (10 + ready), 24 + ready))
    assert run.end == pytest.approx((162, 48.25))
