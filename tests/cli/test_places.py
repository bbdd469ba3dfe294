"""``places``: tables are loaded into a store, and names are decided."""

from pathlib import Path

import pytest

from tests.cli.conftest import Said, Terminal
from tests.places.tables.files import (
    alternate_line,
    geonames_line,
    node,
    osm,
    written,
)


@pytest.fixture
def geonames(tmp_path: Path) -> list[Path]:
    """A country file and its alternate names."""
    main = written(
        tmp_path / "XX.txt",
        geonames_line(7, "Tivorut", 39.9),
        geonames_line(8, "Khankendi", 39.8178, 46.7528),
        geonames_line(9, "Twinshen", 39.2),
        geonames_line(10, "Twinshen", 39.4),
    )
    others = written(
        tmp_path / "alternateNamesV2.txt", alternate_line(7, "hy", "Տիվորուտ")
    )
    return [main, others]


def _list_with(path: Path, *places: str) -> Path:
    rows = (
        f"Arrival {letter}. Invented,19{50 + number}-01-02,{place}"
        for number, (letter, place) in enumerate(zip("ABCDEFG", places, strict=False))
    )
    return written(path, "Name,Date of birth,Settlement", *rows)


def _digest(told: Said) -> str:
    return next(
        line for line in told.out.splitlines() if line.startswith("picture")
    ).split()[1]


def test_a_loaded_table_says_what_it_holds_and_under_which_licence(
    stillhere: Terminal, store: Path, geonames: list[Path]
) -> None:
    told = stillhere.unlocked("places", "load", store, *geonames)
    assert told.code == 0
    assert "4 places (3 new, 0 joined by code, 1 by name and nearness)" in told.out
    assert "GeoNames (CC BY 4.0)" in told.out
    listed = stillhere.unlocked("places", "list", store, "--json").json
    (table,) = listed["tables"]
    assert (table["name"], table["licence"]) == ("geonames XX", "CC BY 4.0")
    assert (table["places"], table["joined_by_name"]) == (4, 1)


def test_the_same_file_changes_nothing_and_a_newer_one_takes_its_place(
    stillhere: Terminal, store: Path, geonames: list[Path]
) -> None:
    stillhere.unlocked("places", "load", store, *geonames)
    before = _digest(stillhere.unlocked("build", store))
    again = stillhere.unlocked("places", "load", store, *geonames)
    assert "Nothing was stored" in again.out
    assert _digest(stillhere.unlocked("build", store)) == before
    written(geonames[0], geonames_line(11, "Lernamut"))
    stillhere.unlocked("places", "load", store, *geonames)
    assert stillhere.unlocked("places", "list", store, "Lernamut").code == 0
    assert stillhere.unlocked("places", "list", store, "Տիվորուտ").code == 1


def test_a_table_can_be_taken_back(
    stillhere: Terminal, store: Path, geonames: list[Path]
) -> None:
    before = _digest(stillhere.unlocked("build", store))
    told = stillhere.unlocked("places", "load", store, *geonames, "--json").json
    report = told["tables"][0]["report"]
    assert _digest(stillhere.unlocked("build", store)) != before
    stillhere.unlocked("withdraw", store, "--report", report)
    assert _digest(stillhere.unlocked("build", store)) == before


def test_two_stores_of_the_same_reports_come_to_one_picture_in_any_order(
    stillhere: Terminal, store: Path, geonames: list[Path], tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    for ending in ("", ".keys"):
        whole = store.with_name(store.name + ending).read_bytes()
        other.with_name(other.name + ending).write_bytes(whole)
    rows = _list_with(tmp_path / "late.csv", "Տիվորուտ", "Tivorut", "Tivorutum")
    for path, first in ((store, "load"), (other, "read")):
        for word in (first, *({"load", "read"} - {first})):
            stillhere.unlocked("build", path)
            if word == "load":
                stillhere.unlocked("places", "load", path, *geonames)
            else:
                stillhere.unlocked("read", path, rows)
    built = [stillhere.unlocked("build", path) for path in (store, other)]
    assert _digest(built[0]) == _digest(built[1])
    assert "gn7" in stillhere.unlocked("show", store, "--place", "gn7", "--json").out


def test_a_place_is_told_with_all_names_and_how_it_was_joined(
    stillhere: Terminal, store: Path, geonames: list[Path]
) -> None:
    stillhere.unlocked("places", "load", store, *geonames)
    told = stillhere.unlocked("places", "list", store, "Ստեփանակերտ", "--limit", 1).out
    assert "Ստեփանակերտ · Xankəndi · Степанакерт · Khankendi" in told
    assert "gn8, by name and nearness (Khankendi, 11 m)" in told
    shape = stillhere.unlocked("places", "list", store, "geonames:7", "--json").json
    assert shape[0]["names"] == ["Տիվորուտ", "Tivorut"]


def test_unresolved_names_are_listed_and_a_decision_ends_it(
    stillhere: Terminal, store: Path, geonames: list[Path], tmp_path: Path
) -> None:
    stillhere.unlocked("places", "load", store, *geonames)
    rows = _list_with(
        tmp_path / "arrivals.csv", "Twinshen", "Твиншен", "Stepankert", "Uzhgabert"
    )
    stillhere.unlocked("read", store, rows)
    names = stillhere.unlocked("places", "unresolved", store, "--json").json
    why = {one["texts"][0]: one["why"] for one in names["shown"]}
    assert why["Twinshen"] == "several"
    assert why["Stepankert"] == "slip"
    assert why["Uzhgabert"] == "unknown"
    told = stillhere.unlocked("places", "settle", store, "Twinshen", "geonames:9")
    assert "(gn9)" in told.out
    undo = told.out.split()[-1]
    decisions = written(
        tmp_path / "d.csv", "text,place", "Stepankert,khankendi", "Uzhgabert,none"
    )
    stillhere.unlocked("places", "settle", store, "--file", decisions)
    left = stillhere.unlocked("places", "unresolved", store, "--json").json
    assert not {"Twinshen", "Stepankert", "Uzhgabert"} & {
        text for one in left["shown"] for text in one["texts"]
    }
    stillhere.unlocked("withdraw", store, "--report", undo)
    again = stillhere.unlocked("places", "unresolved", store)
    assert "Twinshen" in again.out
    assert "Decide: stillhere places settle" in again.out


def test_names_are_listed_of_a_folder_too(stillhere: Terminal, town: Path) -> None:
    told = stillhere("places", "unresolved", town)
    assert told.code == 0
    assert "names to look at" in told.out


def test_an_extract_of_streets_is_loaded(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    path = osm(
        tmp_path / "nw.osm",
        node(1, 39.9, 46.7, place="village", name__en="Tivorut"),
        node(2, 39.9, 46.7, addr__street="Long Street", addr__housenumber="4"),
    )
    told = stillhere.unlocked("places", "load", store, path, "--kind", "osm")
    assert "1 streets" in told.out
    assert "ODbL" in told.out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("settle", "STORE", "Somewhere", "zzz"), "places/no-such-place"),
        (("settle", "STORE", "Somewhere"), "cli/usage"),
        (("load", "STORE", "none.txt"), "places/no-file"),
        (("load", "STORE", "none.txt", "--around", "here"), "cli/usage"),
        (("list", "STORE", "zzzzzzzz"), "cli/no-such-place"),
        (("settle", "STORE", "???", "khankendi"), "places/no-letters"),
        (("settle", "STORE", "Somewhere", "--file", "none.csv"), "cli/usage"),
        (("settle", "STORE", "", "zzz", "--file", "none.csv"), "cli/usage"),
    ],
)
def test_what_cannot_be_done_costs_one_sentence(
    stillhere: Terminal, store: Path, words: tuple[str, ...], code: str
) -> None:
    put = [store if word == "STORE" else word for word in words]
    told = stillhere.unlocked("places", *put)
    assert told.code == 1
    assert told.sentence.startswith(code)


def test_a_folder_takes_no_tables(
    stillhere: Terminal, town: Path, geonames: list[Path]
) -> None:
    told = stillhere("places", "load", town, *geonames)
    assert told.sentence.startswith("cli/needs-store")


def test_a_line_that_decides_nothing_stores_none_of_the_file(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    decisions = written(tmp_path / "d.csv", "Stepankert,khankendi", "Nowhere")
    told = stillhere.unlocked("places", "settle", store, "--file", decisions)
    assert told.sentence.startswith("places/decisions-unreadable")
    assert (
        stillhere.unlocked("places", "list", store)
        .out.split(" names decided")[0]
        .endswith(" 0")
    )


def test_one_name_said_to_mean_two_places_stores_none_of_the_file(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    decisions = written(
        tmp_path / "d.csv", "Text,Place", "Sarnashen,khankendi", "Сарнашен,none"
    )
    told = stillhere.unlocked("places", "settle", store, "--file", decisions)
    assert told.sentence.startswith("places/twice-decided: Lines 2 and 3 ")
    assert " 0 names decided" in stillhere.unlocked("places", "list", store).out


def test_two_spellings_of_a_name_may_be_said_to_mean_one_place(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    decisions = written(
        tmp_path / "d.csv", "Sarnashen,khankendi", "Сарнашен,Ստեփանակերտ"
    )
    told = stillhere.unlocked("places", "settle", store, "--file", decisions, "--json")
    assert len(told.json) == len({one["report"] for one in told.json}) == 2


def test_the_report_of_a_table_is_shown_without_its_thousand_rows(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    main = written(
        tmp_path / "XX.txt", *(geonames_line(n, f"Village {n}") for n in range(100))
    )
    told = stillhere.unlocked("places", "load", store, main, "--json").json
    shown = stillhere.unlocked("show", store, "--report", told["tables"][0]["report"])
    assert "more letters" in shown.out
    assert "Village 99" not in shown.out
