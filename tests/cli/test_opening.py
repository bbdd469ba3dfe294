from pathlib import Path

import pytest

from tests.cli.conftest import Terminal

COMMANDS = ("show", "build", "plan", "brief", "check", "profile", "read")


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
