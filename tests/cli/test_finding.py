from pathlib import Path

import pytest

from stillhere.cli.finding import _at
from tests.cli.conftest import Terminal

TOWN = ("Stepanakert", "Khankendi", "Xankəndi", "Ստեփանակերտ", "Степанакерт")
SIRANUSH = (
    "Siranush Sargsyan",
    "Sargsyan Siranush",
    "Сирануш Саркисян",
    "Սարգսյան Սիրանուշ",
    "Siranuş Sarkisyan",
)


def test_a_place_answers_to_its_name_in_every_script(
    stillhere: Terminal, town: Path, tmp_path: Path
) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_text("\n".join((*TOWN, *SIRANUSH)), encoding="utf-8")
    shape = stillhere("find", town, "--batch", questions, "--json").json
    places, people = shape["answers"][: len(TOWN)], shape["answers"][len(TOWN) :]
    assert [a["question"] for a in places] == list(TOWN)
    assert {tuple(p["id"] for p in a["places"]) for a in places} == {("khankendi",)}
    assert all(a["places"][0]["exact"] for a in places)
    assert {a["people"][0]["id"][:8] for a in people} == {"103d3391"}


def test_the_same_stands_for_single_questions(stillhere: Terminal, town: Path) -> None:
    shape = stillhere("find", town, "Степанакерт", "--json").json
    assert shape["places"][0]["names"]["az"] == "Xankəndi"
    assert shape["ms"] > 0
    said = stillhere("find", town, "Сирануш", "Саркисян")
    assert "Sargsyan Siranush" in " ".join(said.out.split())


def test_a_town_brings_nobody_of_a_like_name(stillhere: Terminal, town: Path) -> None:
    assert stillhere("find", town, "Stepanakert", "--json").json["people"] == []


def test_a_batch_says_how_long_the_looking_took(
    stillhere: Terminal, town: Path, tmp_path: Path
) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_text("Armen\n\nKaren\nNarine\n", encoding="utf-8")
    shape = stillhere("find", town, "--batch", questions, "--json").json
    assert shape["questions"] == 3
    assert 0 < shape["p50_ms"] <= shape["p95_ms"] <= shape["max_ms"]
    assert "3 questions: p50" in stillhere("find", town, "--batch", questions).out


@pytest.mark.parametrize(
    ("percent", "time"), [(50, 10.0), (95, 19.0), (100, 20.0), (1, 1.0)]
)
def test_a_share_of_the_times_is_a_time_that_was_taken(
    percent: int, time: float
) -> None:
    assert _at([float(n) for n in range(1, 21)], percent) == time


def test_nothing_found_is_said_and_is_no_error(stillhere: Terminal, town: Path) -> None:
    said = stillhere("find", town, "qwxzqwxz")
    assert said.code == 0
    assert "Nothing answers to qwxzqwxz." in said.out


def test_an_empty_question_is_refused(stillhere: Terminal, town: Path) -> None:
    assert stillhere("find", town).sentence.startswith("cli/usage: ")
    gone = stillhere("find", town, "--batch", town / "gone.txt")
    assert gone.sentence.startswith("cli/file-failed: ")
