from pathlib import Path

from stillhere.cli.remaining import in_short
from stillhere.intake import BuildingTable
from stillhere.pipeline import build
from stillhere.plan import Atlas, belief
from stillhere.plan.still_here import still_here
from tests.cli.conftest import Terminal
from tests.plan.town import AS_OF, GAZETTEER, OPERATION, RULES


def test_it_says_at_least_how_many_and_so_many_to_so_many(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("remaining", town)
    assert said.code == 0
    words = " ".join(said.out.split())
    assert "At least 2 seen; " in words
    assert "not yet found by the model, the dead included" in words
    assert "For operations only." in words


def test_its_assumptions_stand_beside_it(stillhere: Terminal, town: Path) -> None:
    words = " ".join(stillhere("remaining", town).out.split())
    assert "What the figure rests on - A low number is no reason to stop" in words
    assert "public table of rates" in words


def test_machines_get_the_same_with_its_reports(
    stillhere: Terminal, town: Path
) -> None:
    shape = stillhere("remaining", town, "--json").json
    assert shape["seen"]["alive"] == 2
    assert len(shape["seen"]["cites"]) >= 2
    left = shape["not_yet_found"]
    assert left["low"] <= left["expected_millionths"] / 1e6 <= left["high"]
    expected = [p["not_yet_found"]["expected_millionths"] for p in shape["places"]]
    assert abs(sum(expected) - left["expected_millionths"]) <= len(expected)
    assert len(shape["cites"]) > len(shape["places"])
    assert shape["assumptions"][0]["code"] == "no_stop"


def test_where_nobody_is_known_it_gives_no_range() -> None:
    picture = build([], OPERATION, AS_OF)
    empty = Atlas.of(BuildingTable(), GAZETTEER)
    figure = still_here(picture, belief(picture, empty, RULES), empty, RULES)
    assert in_short(figure) == "At least 0 seen; of anybody else nothing can be said."
