from pathlib import Path

from tests.cli.conftest import Terminal


def test_the_best_calls_come_first_with_number_and_names(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("calls", town)
    assert said.code == 0
    assert "they may settle about" in said.out
    assert "Нарине Саргсян" in said.out
    assert "+374 97 100701" in said.out


def test_machines_get_ids_rates_and_the_reports_behind(
    stillhere: Terminal, town: Path
) -> None:
    made = stillhere("calls", town, "--json").json
    rates = [call["per_minute_millionths"] for call in made]
    assert rates == sorted(rates, reverse=True)
    assert all(call["cites"] and call["people"] for call in made)
    assert stillhere("calls", town, "--limit", 1, "--json").json == made[:1]
