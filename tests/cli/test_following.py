from pathlib import Path

from tests.cli.conftest import Terminal


def test_who_was_found_is_listed_with_the_overdue_first(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("followups", town)
    assert said.code == 0
    assert said.out.startswith("Follow-up visits: ")
    made = stillhere("followups", town, "--json").json
    assert made
    dues = [one["due"] for one in made]
    assert dues == sorted(dues)
    states = [one["overdue"] for one in made]
    assert states == sorted(states, reverse=True)


def test_every_follow_up_says_what_for_and_cites(
    stillhere: Terminal, town: Path
) -> None:
    for one in stillhere("followups", town, "--json").json:
        assert one["purposes"]
        assert one["cites"]
        assert "alone" not in one["reason"]
