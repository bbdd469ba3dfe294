import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal


def test_the_engine_of_this_process_is_the_usual_one(
    stillhere: Terminal, town: Path
) -> None:
    named = stillhere("build", town, "--engine", "embedded", "--json").json
    assert named == stillhere("build", town, "--json").json


@pytest.mark.parametrize("command", ["build", "link"])
def test_without_spark_a_sentence_says_what_to_install(
    stillhere: Terminal, town: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setitem(sys.modules, "py4j.protocol", None)
    monkeypatch.setitem(sys.modules, "py4j", None)
    lists = ("none.csv", "none.csv", "--out", town / "pairs.csv")
    words = (town,) if command == "build" else lists
    said = stillhere(command, *words, "--engine", "spark")
    assert said.code == 1
    assert "pip install 'stillhere[spark]'" in said.sentence


def test_settings_of_spark_are_for_spark(stillhere: Terminal, town: Path) -> None:
    said = stillhere("build", town, "--spark", "spark.master=yarn")
    assert said.code == 1
    assert "--engine spark" in said.sentence


@pytest.mark.parametrize("setting", ["spark.master", "master=yarn", "=yarn"])
def test_what_is_no_setting_is_refused(
    stillhere: Terminal, town: Path, setting: str
) -> None:
    said = stillhere("build", town, "--engine", "spark", "--spark", setting)
    assert said.code == 1
    assert "NAME=VALUE" in said.sentence
