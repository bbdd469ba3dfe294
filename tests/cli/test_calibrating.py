import re
from pathlib import Path

import pytest

from stillhere.cli import opening
from stillhere.identity import IdentityRules
from stillhere.identity.rules_text import sections_of
from stillhere.intake import BuildingTable, World
from stillhere.intake.tables import table_reports
from stillhere.intake.world import Operation
from stillhere.store import Store
from tests.cli.conftest import (
    PASSPHRASE,
    Terminal,
    assert_refused,
    rules_written,
)


@pytest.fixture(scope="module")
def learnt(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Rules learnt on one small world and chosen for it; written once."""
    return rules_written(
        tmp_path_factory.mktemp("rules"), "calibrate", small, "--learn", small
    )


def test_a_file_of_rules_has_the_next_version_and_what_was_learnt(learnt: Path) -> None:
    rules = IdentityRules.from_toml(learnt.read_text("utf-8"))
    shipped = IdentityRules.shipped()
    assert rules["edition"]["version"] == shipped["edition"]["version"] + 1
    assert rules["arrived.all"] != shipped["arrived.all"]
    assert rules["population"]["people"] < shipped["population"]["people"]
    assert rules["given"] == shipped["given"]


def test_it_says_of_itself_where_it_comes_from(learnt: Path) -> None:
    text = learnt.read_text("utf-8")
    assert text.startswith("# Rules of identity, written by 'stillhere calibrate'")
    assert "Chances learnt on 1 exercise worlds." in text
    assert "caught by decoys" in text


def test_lists_alone_choose_the_threshold_and_teach_nothing(
    stillhere: Terminal, small: Path, out: Path
) -> None:
    words = ("--target", 0.9999, "--out", out, "--json")
    said = stillhere("calibrate", small, *words).json
    assert said["chosen"]["threshold"] > said["before"]["threshold"]
    assert said["chosen"]["expected_precision"] > said["before"]["expected_precision"]
    assert 0.9 < said["decoys"]["precision"] <= 1
    sections = sections_of(out.read_text("utf-8"))
    assert sections["arrived.all"] == IdentityRules.shipped()["arrived.all"]


def test_decoys_can_be_left_out(stillhere: Terminal, small: Path, out: Path) -> None:
    words = ("--no-decoys", "--out", out)
    said = stillhere("calibrate", small, *words)
    assert said.code == 0
    assert "invented" not in said.out
    assert "expected right" in said.out


def test_links_that_are_not_made_are_not_praised(
    stillhere: Terminal, small: Path, tmp_path: Path
) -> None:
    rules, out = tmp_path / "doubting.toml", tmp_path / "rules.toml"
    rules.write_text('[link_chance]\n"999999" = 400000\n', "utf-8")
    words = ("calibrate", small, "--rules", rules, "--out", out)
    told = " ".join(stillhere(*words).out.split())
    assert "with a real one: there is nothing to check." in told
    said = stillhere(*words, "--json").json
    assert said["chosen"]["threshold"] == 0.95
    assert (said["chosen"]["rows"], said["decoys"]["rows"]) == (0, 0)
    assert said["chosen"]["expected_precision"] is None
    assert said["decoys"]["precision"] is None


def test_lists_with_a_handful_of_rows_choose_no_threshold(
    stillhere: Terminal, store: Path, out: Path
) -> None:
    said = stillhere.unlocked("calibrate", store, "--out", out)
    assert_refused(said, "identity/too-few-rows-to-learn-from", out)


def test_a_handful_of_rows_teaches_no_chances(
    stillhere: Terminal, town: Path, out: Path
) -> None:
    said = stillhere("calibrate", "--learn", town, "--out", out)
    assert_refused(said, "identity/too-few-rows-to-learn-from", out)


def test_worlds_alone_teach_and_choose_no_threshold(
    stillhere: Terminal, small: Path, out: Path
) -> None:
    said = stillhere("calibrate", "--learn", small, "--out", out, "--json").json
    assert said["chosen"] is None
    shape = IdentityRules.from_toml(out.read_text("utf-8"))["shape"]
    assert shape["threshold"] == IdentityRules.shipped()["shape"]["threshold"]


def test_a_picture_is_built_by_the_rules_it_is_given(
    stillhere: Terminal, small: Path, learnt: Path
) -> None:
    before = stillhere("build", small, "--json").json
    after = stillhere("build", small, "--rules", learnt, "--json").json
    assert before["rules"] != after["rules"]
    assert stillhere("build", small, "--json").json["rules"] == before["rules"]


def test_a_store_keeps_the_rules_it_was_given(
    stillhere: Terminal, store: Path, learnt: Path
) -> None:
    before = stillhere.unlocked("build", store, "--json").json
    after = stillhere.unlocked("build", store, "--rules", learnt, "--json").json
    again = stillhere.unlocked("build", store, "--rules", learnt, "--json").json
    later = stillhere.unlocked("build", store, "--json").json
    assert before["rules"] != after["rules"]
    assert later["rules"] == again["rules"] == after["rules"]
    assert later["picture"] == after["picture"]
    assert later["reports"] == after["reports"] == before["reports"] + 1
    assert again["rules_stored"] == []
    assert stillhere.unlocked("check", store, "--json").json["findings"] == []


def test_rules_are_taken_back_by_the_report_that_is_named(
    stillhere: Terminal, store: Path, learnt: Path
) -> None:
    before = stillhere.unlocked("build", store, "--json").json
    said = stillhere.unlocked("build", store, "--rules", learnt)
    (line,) = (one for one in said.out.splitlines() if "To take them back" in one)
    (report,) = re.findall(r"--report ([0-9a-f]{32})", line)
    stillhere.unlocked("withdraw", store, "--report", report)
    assert stillhere.unlocked("build", store, "--json").json["rules"] == before["rules"]


def test_a_file_that_says_its_format_alone_leads_back_to_what_is_shipped(
    stillhere: Terminal, store: Path, learnt: Path, tmp_path: Path
) -> None:
    before = stillhere.unlocked("build", store, "--json").json
    stillhere.unlocked("build", store, "--rules", learnt)
    shipped = tmp_path / "shipped.toml"
    shipped.write_text("format = 1\n", "utf-8")
    back = stillhere.unlocked("build", store, "--rules", shipped, "--json").json
    assert back["rules"] == before["rules"]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "[shape]\n"])
def test_a_file_of_rules_that_states_nothing_is_refused(
    stillhere: Terminal, store: Path, tmp_path: Path, text: str
) -> None:
    empty = tmp_path / "empty.toml"
    empty.write_text(text, "utf-8")
    said = stillhere.unlocked("build", store, "--rules", empty)
    assert said.sentence.startswith("cli/rules-empty: ")


def test_rules_no_picture_came_of_are_not_stored(
    stillhere: Terminal,
    store: Path,
    learnt: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError

    before = stillhere.unlocked("build", store, "--json").json
    with monkeypatch.context() as patched:
        patched.setattr(opening, "build", fails)
        said = stillhere.unlocked("build", store, "--rules", learnt)
    assert said.sentence.startswith("cli/fault: ")
    assert stillhere.unlocked("build", store, "--json").json == before


def test_a_store_that_keeps_unusable_rules_says_so_and_takes_others(
    stillhere: Terminal, store: Path, learnt: Path
) -> None:
    with Store.open(store, PASSPHRASE) as opened:
        world = World(Path(), Operation(), BuildingTable(), rules="[shape]\ncap = -1")
        moment = "2023-10-05T08:00:00+04:00"
        opened.append(table_reports(world, opened.operation_key, moment))
    said = stillhere.unlocked("build", store)
    assert said.sentence.startswith("identity/rules-not-readable: ")
    assert stillhere.unlocked("build", store, "--rules", learnt).code == 0
    assert stillhere.unlocked("build", store).code == 0


def test_rules_nobody_can_read_change_nothing(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[shape]\nhaste = 1\n", "utf-8")
    said = stillhere.unlocked("build", store, "--rules", wrong)
    assert said.code == 1
    assert said.sentence.startswith("identity/rules-not-readable: ")
    assert stillhere.unlocked("build", store).code == 0


@pytest.mark.parametrize(
    "words", [(), ("--target", "1.5", "--learn", "nowhere")], ids=["nothing", "target"]
)
def test_a_call_that_asks_for_nothing_possible_is_refused(
    stillhere: Terminal, out: Path, words: tuple[str, ...]
) -> None:
    said = stillhere("calibrate", *words, "--out", out)
    assert_refused(said, "cli/usage", out)


def test_rules_that_are_not_there_are_named(
    stillhere: Terminal, town: Path, tmp_path: Path
) -> None:
    said = stillhere("build", town, "--rules", tmp_path / "none.toml")
    assert said.sentence.startswith("cli/no-rules-file: ")
