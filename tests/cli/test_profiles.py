from pathlib import Path

import pytest

from tests.cli.conftest import Terminal

BUS = "manifests/bus-14.csv"


def test_every_source_is_listed_with_how_it_is_read(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("profile", town)
    assert said.code == 0
    lines = {line.split()[0]: line for line in said.out.splitlines()}
    assert "resident" in lines["register.xlsx"]
    assert "proposed" in lines[BUS]


def test_a_source_is_shown_with_rows_and_reasons(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("profile", town, BUS)
    assert "Оганнисян" in said.out
    assert "“ФИО” means full name" in said.out
    shape = stillhere("profile", town, BUS, "--json").json
    assert len(shape["sample"]) == 5
    assert shape["reasons"]


def test_a_correction_is_stored_and_the_rows_are_read_anew(
    stillhere: Terminal, store: Path
) -> None:
    before = stillhere.unlocked("build", store, "--json").json
    words = ("profile", store, BUS, "--event", "resident", "--set", "Откуда=settlement")
    fixed = stillhere.unlocked(*words, "--no-once", "--json").json
    assert fixed["confirmed"]
    assert ["Откуда", "settlement"] in fixed["columns"]
    assert (fixed["event"], fixed["once"]) == ("resident", False)
    shown = stillhere.unlocked("profile", store, BUS, "--json").json
    assert shown["columns"] == fixed["columns"]
    after = stillhere.unlocked("build", store, "--json").json
    assert after["picture"] != before["picture"]
    assert after["reports"] == before["reports"] + 1


def test_the_latest_correction_counts(stillhere: Terminal, store: Path) -> None:
    stillhere.unlocked("profile", store, BUS, "--confirm")
    stillhere.unlocked("profile", store, BUS, "--language", "hy")
    assert stillhere.unlocked("profile", store, BUS, "--json").json["language"] == "hy"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("gone.csv",), "cli/no-such-source"),
        ((BUS, "--set", "Nothing=name"), "cli/no-such-column"),
        ((BUS, "--set", "ФИО=happiness"), "cli/no-such-word"),
        ((BUS, "--event", "lost"), "cli/no-such-word"),
        ((BUS, "--date", "Monday"), "cli/date-unreadable"),
        ((BUS, "--confirm"), "cli/needs-store"),
    ],
)
def test_what_cannot_be_corrected_costs_a_sentence(
    stillhere: Terminal, town: Path, words: tuple[str, ...], code: str
) -> None:
    said = stillhere("profile", town, *words)
    assert said.code == 1
    assert said.sentence.startswith(f"{code}: ")
