from pathlib import Path

import pytest

from stillhere.cli.overview import NAMES
from tests.cli.conftest import Terminal

SIRANUSH = "103d3391d5a300f3cb830549a58882cb"


def test_the_overview_says_what_is_known_and_of_whom_there_is_no_word(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("show", town, "--limit", 3)
    assert said.code == 0
    assert "registered" in said.out
    assert "Without word, of most concern (3 of " in said.out
    assert "(Sargsyan Siranush" in said.out


def test_the_overview_for_machines_has_every_figure_with_its_reports(
    stillhere: Terminal, town: Path
) -> None:
    shape = stillhere("show", town, "--json").json
    assert set(shape["figures"]) == set(NAMES)
    assert shape["figures"]["registered"]["value"] == 58
    assert all(f["reports"] > 0 for f in shape["figures"].values() if f["value"])
    assert shape["without_word"][0]["id"] == SIRANUSH
    assert shape["without_word"][0]["reasons"][0] == "bedridden"


@pytest.mark.parametrize("asked", [SIRANUSH, SIRANUSH[:8], "Саркисян Сирануш"])
def test_a_person_is_shown_with_every_row_that_names_them(
    stillhere: Terminal, town: Path, asked: str
) -> None:
    shape = stillhere("show", town, "--person", asked, "--json").json
    assert shape["id"] == SIRANUSH
    assert {e["file"] for e in shape["evidence"]} >= {
        "register.xlsx",
        "social_service.xlsx",
        "tracing/requests-ru.csv",
    }
    assert all(e["row"] > 0 for e in shape["evidence"])


def test_a_link_says_which_evidence_counted_how_much(
    stillhere: Terminal, town: Path
) -> None:
    shape = stillhere("show", town, "--person", SIRANUSH, "--json").json
    assert shape["links"]
    for link in shape["links"]:
        assert sum(link["evidence"].values()) == link["millibits"]
    said = stillhere("show", town, "--person", SIRANUSH).out
    assert "Why these are held for one person" in said
    assert "name +" in said


def test_two_people_of_one_name_are_not_mixed_up(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("show", town, "--person", "Armen Petrosyan")
    assert said.code == 1
    assert said.sentence.startswith("cli/several-found: ")


def test_who_is_not_there_is_not_shown(stillhere: Terminal, town: Path) -> None:
    said = stillhere("show", town, "--person", "Qwxz Bbbbv")
    assert said.code == 1
    assert said.sentence.startswith("cli/nobody-found: ")


@pytest.mark.parametrize("name", ["Stepanakert", "Xankəndi", "khankendi"])
def test_a_place_is_shown_by_any_of_its_names(
    stillhere: Terminal, town: Path, name: str
) -> None:
    shape = stillhere("show", town, "--place", name, "--json").json
    assert shape["key"] == "khankendi"
    assert {"electricity", "gas", "water"} <= {s["service"] for s in shape["services"]}


def test_a_dwelling_is_shown_with_who_is_registered_there(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("show", town, "--place", "khankendi/B001/2")
    assert said.code == 0
    assert "Սարգսյան Սիրանուշ" in said.out
    gone = stillhere("show", town, "--place", "Atlantis")
    assert gone.sentence.startswith("cli/no-such-place: ")


def test_a_figure_opens_to_the_rows_behind_it(stillhere: Terminal, town: Path) -> None:
    shape = stillhere("show", town, "--figure", "missing", "--json").json
    assert shape["value"] == 3
    assert len(shape["cites"]) == shape["reports"]
    assert all(cite["file"] and cite["row"] for cite in shape["cites"])
    text = stillhere("show", town, "--figure", "registered", "--limit", 2).out
    assert "more; --limit shows more of them." in text
    unknown = stillhere("show", town, "--figure", "happiness")
    assert unknown.sentence.startswith("cli/no-such-figure: ")


def test_a_report_is_shown_as_its_source_stated_it(
    stillhere: Terminal, town: Path
) -> None:
    shape = stillhere("show", town, "--report", SIRANUSH[:10], "--json").json
    assert (shape["file"], shape["row"]) == ("register.xlsx", 7)
    assert "Սիրանուշ" in shape["fields"].values()
    said = stillhere("show", town, "--report", SIRANUSH)
    assert "register.xlsx (Ռեգիստր) row 7" in said.out
    gone = stillhere("show", town, "--report", "ffffffffff")
    assert gone.sentence.startswith("cli/no-such-report: ")


def test_a_household_is_shown_as_other_lists_group_it(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("show", town, "--person", "Բալայան Զավեն Հրաչյայի")
    assert "Household 120 of register.xlsx" in said.out
    words = " ".join(said.out.split())
    assert (
        "arrivals/desk-1.csv groups 4 people as 5, 4 of them of this household."
        in words
    )
