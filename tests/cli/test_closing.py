from pathlib import Path

from tests.cli.conftest import Terminal, assert_refused

WHY = ("--why", "the only road is mined", "--who", "the coordinator")


def test_a_search_ends_with_reasons_and_begins_anew_by_a_withdrawal(
    stillhere: Terminal, store: Path
) -> None:
    made = stillhere.unlocked("close", store, "khankendi", *WHY, "--json").json
    told = stillhere.unlocked("searched", store, "--json").json
    (ended,) = told["ended"]
    assert (ended["place"], ended["by"]) == ("khankendi", "the coordinator")
    assert ended["why"] == "the only road is mined"
    stillhere.unlocked("withdraw", store, "--report", made["closing"])
    assert stillhere.unlocked("searched", store, "--json").json["ended"] == []


def test_a_street_is_closed_by_its_key(stillhere: Terminal, store: Path) -> None:
    areas = stillhere.unlocked(
        "searched", store, "--place", "khankendi", "--json"
    ).json["areas"]
    said = stillhere.unlocked("close", store, areas[0]["key"], *WHY)
    assert said.code == 0
    assert "stillhere withdraw" in said.out


def test_no_search_ends_without_reasons_or_a_person(
    stillhere: Terminal, store: Path, out: Path
) -> None:
    for why, who in (("", "anna"), ("mines", " ")):
        said = stillhere.unlocked(
            "close", store, "khankendi", "--why", why, "--who", who
        )
        assert_refused(said, "cli/usage", out)


def test_a_folder_keeps_no_decision(stillhere: Terminal, town: Path, out: Path) -> None:
    assert_refused(stillhere("close", town, "khankendi", *WHY), "cli/needs-store", out)


def test_a_place_that_is_none_is_refused(
    stillhere: Terminal, store: Path, out: Path
) -> None:
    said = stillhere.unlocked("close", store, "Nowhere at all", *WHY)
    assert_refused(said, "cli/no-such-place", out)
