from dataclasses import replace
from pathlib import Path

import pytest

from stillhere.store import Snapshot, Store
from tests.cli.conftest import PASSPHRASE, Terminal

COMMANDS = ("show", "build", "plan", "remaining", "brief", "check", "profile", "read")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_that_nothing_is_there(
    stillhere: Terminal, tmp_path: Path, command: str
) -> None:
    said = stillhere(command, tmp_path / "gone")
    assert said.code == 1
    assert said.sentence.startswith("cli/nothing-there: ")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_that_a_folder_holds_no_list(
    stillhere: Terminal, tmp_path: Path, command: str
) -> None:
    said = stillhere(command, tmp_path)
    assert said.code == 1
    assert said.sentence.startswith("cli/no-lists: ")


def test_a_file_that_is_no_store_is_told_apart(
    stillhere: Terminal, tmp_path: Path
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("nothing")
    said = stillhere.unlocked("show", path)
    assert said.code == 1
    assert said.sentence.startswith("cli/no-store: ")
    path.rename(tmp_path / "notes.db")
    said = stillhere.unlocked("show", tmp_path / "notes.db")
    assert said.sentence.startswith("store/")


def test_a_wrong_passphrase_says_so(stillhere: Terminal, store: Path) -> None:
    said = stillhere.unlocked("show", store, passphrase="other")  # noqa: S106 (wrong)
    assert said.code == 1
    assert said.sentence.startswith("store/wrong-passphrase: ")


def test_a_closed_descriptor_says_so(stillhere: Terminal, store: Path) -> None:
    said = stillhere("show", store, "--passphrase-fd", 987)
    assert said.code == 1
    assert said.sentence.startswith("store/passphrase-unreadable: ")


def test_a_date_that_is_none_says_so(stillhere: Terminal, town: Path) -> None:
    said = stillhere("show", town, "--as-of", "yesterday")
    assert said.code == 1
    assert said.sentence.startswith("cli/date-unreadable: yesterday is no date")


def test_the_date_is_given_or_declared_or_now(
    stillhere: Terminal, town: Path, tmp_path: Path
) -> None:
    given = stillhere("build", town, "--as-of", "2023-11-01", "--json").json
    assert given["as_of"] == "2023-11-01"
    declared = stillhere("build", town, "--json").json
    assert declared["as_of"] == "2023-10-09T08:00:00+04:00"
    (tmp_path / "list.csv").write_text("Name,Born\nAnna Abc,1950\nArmen Def,1961\n")
    now = stillhere("build", tmp_path, "--json").json["as_of"]
    assert now > "2024"


def test_a_store_and_its_folder_give_one_picture(
    stillhere: Terminal, town: Path, store: Path
) -> None:
    one = stillhere("build", town, "--json").json
    other = stillhere.unlocked("build", store, "--json").json
    assert one["picture"] == other["picture"]
    assert one["rules"] == other["rules"]


def test_the_folder_of_lists_itself_may_be_named(
    stillhere: Terminal, town: Path
) -> None:
    whole = stillhere("build", town, "--json").json
    inner = stillhere("build", town / "lists", "--json").json
    assert inner["picture"] == whole["picture"]


BUS = "Name,Born,Bus,Seat\nSaroyan Karen,1950-04-01,77,1\nSaroyan Vera,1951,77,2\n"


def _shown(stillhere: Terminal, store: Path, *more: str) -> tuple[object, ...]:
    found = stillhere.unlocked("find", store, "Sargsyan", "--json", *more).json
    return (
        stillhere.unlocked("show", store, "--json", *more).json,
        stillhere.unlocked("plan", store, "--json", *more).json,
        found["people"],
        stillhere.unlocked("brief", store, *more).out,
    )


def test_commands_start_from_the_picture_the_store_keeps(
    stillhere: Terminal, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _shown(stillhere, store)
    stillhere.unlocked("build", store)
    monkeypatch.setattr("stillhere.cli.opening.build", None)
    assert _shown(stillhere, store) == before


def test_what_came_since_the_kept_picture_is_in_it(
    stillhere: Terminal, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stillhere.unlocked("build", store)
    (tmp_path / "bus-77.csv").write_text(BUS, "utf-8")
    assert stillhere.unlocked("read", store, tmp_path / "bus-77.csv").code == 0
    with monkeypatch.context() as patched:
        patched.setattr("stillhere.cli.opening.build", None)
        resumed = _shown(stillhere, store)
        later = _shown(stillhere, store, "--as-of", "2023-12-01")
        found = stillhere.unlocked("find", store, "Saroyan Vera").out
    assert "Vera" in found
    assert later != resumed
    _forget(store)
    assert _shown(stillhere, store) == resumed
    assert _shown(stillhere, store, "--as-of", "2023-12-01") == later


def test_a_kept_picture_that_cannot_be_used_is_passed_over(
    stillhere: Terminal, store: Path
) -> None:
    before = _shown(stillhere, store)
    rules = stillhere.unlocked("build", store, "--json").json["rules"]
    with Store.open(store, PASSPHRASE) as opened:
        kept = opened.load_snapshot(rules)
        assert kept is not None
        opened.save_snapshot(replace(kept, data=kept.data[:-1]))
    assert _shown(stillhere, store) == before


def _forget(store: Path) -> None:
    """Take the kept picture out of a store, by one of other rules."""
    with Store.open(store, PASSPHRASE) as opened:
        opened.save_snapshot(Snapshot("none", "none", 0, b""))
