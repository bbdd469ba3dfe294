from pathlib import Path

from tests.cli.conftest import Terminal, assert_refused


def test_places_nobody_visited_stand_with_their_expected_people(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("searched", town)
    assert said.code == 0
    assert "Places nobody has visited" in said.out
    assert "Expected people are a second figure. No place is ever clear." in said.out


def test_machines_get_effort_and_expected_people_apart(
    stillhere: Terminal, town: Path
) -> None:
    made = stillhere("searched", town, "--json").json
    area = made["areas"][0]
    assert {"effort_millionths", "expected_millionths", "doors"} <= set(area)
    ranks = [one["rank"] for one in made["not_visited"]]
    assert ranks == sorted(ranks, reverse=True)
    assert made["ended"] == []


def test_a_settlement_is_told_street_by_street(stillhere: Terminal, town: Path) -> None:
    made = stillhere("searched", town, "--place", "Xankəndi", "--json").json
    assert made["areas"]
    assert all(area["key"].startswith("khankendi/") for area in made["areas"])


def test_a_place_that_is_none_is_refused(
    stillhere: Terminal, town: Path, out: Path
) -> None:
    said = stillhere("searched", town, "--place", "Nowhere at all")
    assert_refused(said, "cli/no-such-place", out)
