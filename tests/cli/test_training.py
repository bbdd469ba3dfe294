from pathlib import Path

import pytest

from stillhere.identity import IdentityRules
from tests.cli.conftest import (
    PASSPHRASE,
    Terminal,
    assert_refused,
    rules_written,
)

SHIPPED = IdentityRules.shipped()


@pytest.fixture(scope="module")
def learnt(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Rules learnt from the lists of a small world; written once."""
    return rules_written(tmp_path_factory.mktemp("rules"), "train", small)


def test_lists_teach_weights_and_rarities(learnt: Path) -> None:
    rules = IdentityRules.from_toml(learnt.read_text("utf-8"))
    assert rules["edition"]["version"] == SHIPPED["edition"]["version"] + 1
    assert rules["given"] != SHIPPED["given"]
    assert rules.given != SHIPPED.given
    assert rules["shape"]["nobody"] < SHIPPED["shape"]["nobody"]
    assert rules["arrived.all"] == SHIPPED["arrived.all"]


def test_the_file_says_where_it_comes_from(learnt: Path) -> None:
    text = learnt.read_text("utf-8")
    assert text.startswith("# Rules of identity, written by 'stillhere train'")
    assert "1 x lists without labels" in text


def test_the_same_lists_give_the_same_file(
    stillhere: Terminal, small: Path, learnt: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.toml"
    said = stillhere("train", small, "--out", again)
    assert said.code == 0
    assert again.read_bytes() == learnt.read_bytes()
    assert "have nobody in the register" in said.out
    assert f"wrote {again}" in said.out


def test_a_world_with_truth_teaches_weights_and_no_rarities(
    stillhere: Terminal, small: Path, out: Path
) -> None:
    said = stillhere("train", "--learn", small, "--out", out, "--json").json
    assert said["surprise"]["after"] <= said["surprise"]["before"]
    assert said["nobody"] is None
    rules = IdentityRules.from_toml(out.read_text("utf-8"))
    assert rules.given == SHIPPED.given
    assert rules.digest == said["rules"]
    moved = {(m["section"], m["name"]): m["after"] for m in said["moved"]}
    assert all(rules[part][name] == value for (part, name), value in moved.items())


def test_it_says_how_well_the_truth_is_foreseen(
    stillhere: Terminal, small: Path, out: Path
) -> None:
    said = stillhere("train", "--learn", small, "--ridge", 1, "--out", out)
    assert "The truth surprises by 0." in said.out


def test_training_starts_from_the_rules_it_is_given(
    stillhere: Terminal, small: Path, learnt: Path, tmp_path: Path
) -> None:
    words = ("--rules", learnt, "--out", tmp_path / "next.toml", "--json")
    said = stillhere("train", small, *words).json
    assert said["version"] == SHIPPED["edition"]["version"] + 2


def test_a_picture_is_built_by_what_was_learnt(
    stillhere: Terminal, small: Path, learnt: Path
) -> None:
    before = stillhere("build", small, "--json").json
    after = stillhere("build", small, "--rules", learnt, "--json").json
    assert before["rules"] != after["rules"]


def test_a_store_with_too_few_rows_teaches_nothing(
    stillhere: Terminal, store: Path, out: Path
) -> None:
    said = stillhere.unlocked("train", store, "--out", out)
    assert_refused(said, "identity/too-few-rows-to-learn-from", out)


def test_several_stores_take_a_line_of_the_descriptor_each(
    stillhere: Terminal, store: Path, tmp_path: Path, out: Path
) -> None:
    other = tmp_path / "other.db"
    own = " and ".join([PASSPHRASE] * 2)
    stillhere.unlocked("init", other, "--exercise", passphrase=own)
    words = ("train", store, other, "--out", out)
    said = stillhere.unlocked(*words, passphrase=f"{PASSPHRASE}\n{own}")
    assert said.sentence.startswith("identity/no-register-to-learn-from: ")
    said = stillhere.unlocked(*words)
    assert said.sentence.startswith("store/empty-passphrase: ")
    assert "one line for each store" in said.sentence


def test_a_world_without_truth_cannot_be_fitted_to(
    stillhere: Terminal, small: Path, tmp_path: Path, out: Path
) -> None:
    (tmp_path / "world").mkdir()
    (tmp_path / "world" / "lists").symlink_to(small / "lists")
    words = ("--learn", tmp_path / "world", "--out", out)
    said = stillhere("train", *words)
    assert said.sentence.startswith("exercise/truth-not-readable: ")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("somewhere", "--learn", "elsewhere"),
        ("--learn", "somewhere", "--ridge", "-1"),
    ],
    ids=["nothing", "both", "ridge"],
)
def test_a_call_that_asks_for_nothing_possible_is_refused(
    stillhere: Terminal, out: Path, words: tuple[str, ...]
) -> None:
    said = stillhere("train", *words, "--out", out)
    assert said.sentence.startswith("cli/usage: ")
