import os
from pathlib import Path

from stillhere.intake import person_folds, read_file, state
from stillhere.reports.erasing import erase_reports
from stillhere.reports.withdrawing import Signed
from stillhere.store import Store
from tests.cli.conftest import PASSPHRASE, Terminal

BUS = "Seat,Name,Year of birth\n1,Anna Abrahamyan,1950\n2,Aram Balayan,1961\n"


def test_a_folder_is_counted_and_nothing_stored(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("read", town)
    assert said.code == 0
    assert "174 rows read = 164 reports + 10 set aside" in said.out
    assert "Stored" not in said.out


def test_rows_are_reports_or_set_aside(stillhere: Terminal, town: Path) -> None:
    (one,) = stillhere("read", town, "--json").json
    assert one["rows_read"] == one["reports"] + one["set_aside"]
    aside = [f for f in one["findings"] if f["code"].startswith("intake/row-")]
    assert len(aside) == one["set_aside"]


def test_a_list_is_stored_once_however_often_it_is_read(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    bus = tmp_path / "bus.csv"
    bus.write_text(BUS)
    first = stillhere.unlocked("read", store, bus, "--json").json[0]
    assert (first["rows_read"], first["reports"], first["stored"]) == (2, 2, 3)
    again = stillhere.unlocked("read", store, bus, "--json").json[0]
    assert (again["stored"], again["known"]) == (0, 3)


def test_a_folder_read_again_brings_nothing_new(
    stillhere: Terminal, store: Path, town: Path
) -> None:
    again = stillhere.unlocked("read", store, town, "--json").json[0]
    assert again["stored"] == 0


def test_the_reading_says_how_and_why(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    bus = tmp_path / "bus.csv"
    bus.write_text(BUS)
    said = stillhere.unlocked("read", store, bus)
    assert "2 rows read = 2 reports + 0 set aside" in said.out
    assert "Stored for good: 3 reports new, 0 known already. The profile" in said.out
    assert any("birth_year" in line for line in said.out.splitlines())
    assert f"stillhere build {store}" in said.out


def test_a_source_gets_the_name_it_is_given(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    bus = tmp_path / "bus.csv"
    bus.write_text(BUS)
    said = stillhere.unlocked("read", store, bus, "--source", "bus 7", "--json")
    assert said.json[0]["profiles"][0]["about"] == "bus 7"
    two = stillhere.unlocked("read", store, bus, bus, "--source", "bus 7")
    assert two.code == 1
    assert two.sentence.startswith("cli/usage: ")


def test_a_bad_list_costs_one_sentence_and_the_others_are_read(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    bus, bad = tmp_path / "bus.csv", tmp_path / "bad.xlsx"
    bus.write_text(BUS)
    bad.write_bytes(b"PK\x03\x04" + os.urandom(64))
    alone = stillhere.unlocked("read", store, bad)
    assert alone.code == 1
    assert alone.sentence.startswith("intake/")
    both = stillhere.unlocked("read", store, bad, bus, "--json")
    assert both.code == 0
    first, second = both.json
    assert first["error"]["code"].startswith("intake/")
    assert first["stored"] is None
    assert second["stored"] == 3


def test_a_list_cannot_be_read_into_a_folder(
    stillhere: Terminal, town: Path, tmp_path: Path
) -> None:
    said = stillhere("read", town, tmp_path / "bus.csv")
    assert said.code == 1
    assert said.sentence.startswith("cli/needs-store: ")


def test_a_store_wants_a_list(stillhere: Terminal, store: Path) -> None:
    said = stillhere.unlocked("read", store)
    assert said.code == 1
    assert said.sentence.startswith("cli/usage: There is no list to read.")


def test_one_file_does_not_become_two_witnesses(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    bus = tmp_path / "bus.csv"
    bus.write_text(BUS)
    assert stillhere.unlocked("read", store, bus, "--source", "bus 12").code == 0
    twice = stillhere.unlocked("read", store, bus)
    assert twice.code == 1
    assert twice.sentence.startswith("intake/read-before: ")
    assert "bus 12" in twice.sentence
    again = stillhere.unlocked("read", store, bus, "--source", "bus 12", "--json")
    assert again.json[0]["stored"] == 0
    assert stillhere.unlocked("withdraw", store, "--source", "bus 12").code == 0
    assert stillhere.unlocked("read", store, bus).code == 0


def test_a_row_of_somebody_erased_is_set_aside(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    bus = tmp_path / "bus.csv"
    bus.write_text(BUS)
    with Store.open(store, PASSPHRASE) as here:
        key = here.operation_key
        imported = read_file(bus, key=key)
        anna, profile = imported.reports[1], imported.profiles[0]
        erasure = erase_reports(
            [anna.id],
            Signed(key, "officer 1", "2023-10-05"),
            second="officer 2",
            folds=person_folds(state(anna, profile), key),
        )
        here.erase(erasure)
    (said,) = stillhere.unlocked("read", store, bus, "--json").json
    assert (said["reports"], said["set_aside"], said["rows_read"]) == (1, 1, 2)
    assert "intake/row-erased" in [f["code"] for f in said["findings"]]


def test_a_list_read_again_says_so(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    bus = tmp_path / "bus.csv"
    bus.write_text(BUS)
    stillhere.unlocked("read", store, bus)
    (again,) = stillhere.unlocked("read", store, bus, "--json").json
    assert "intake/list-known" in [f["code"] for f in again["findings"]]
    stillhere.unlocked("withdraw", store, "--source", "bus.csv")
    (back,) = stillhere.unlocked("read", store, bus, "--json").json
    assert "intake/rows-taken-back" in [f["code"] for f in back["findings"]]
