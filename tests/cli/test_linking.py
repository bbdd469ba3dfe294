"""``stillhere link``: two lists from outside, from words to files."""

import csv
from pathlib import Path

import pytest

from stillhere.vocabulary.fields import Field
from tests.cli.conftest import Terminal
from tests.cli.walks import LINKED, ROOT, pairs_given, pairs_shown

LEFT = """row_id,full name,born,party
a1,Levon Melikian,27.03.1950,5
a2,Anahit Melikian,22.11.1955,5
a3,Pol Smith,14.05.1988,
"""
RIGHT = """person_id,surname,given name,dob,household
r1,Մելիքյան,Լևոն,1950-03-27,41
r2,Մելիքյան,Անահիտ,1955-11-22,41
r3,Հակոբյան,Գուրգեն,1962-08-19,78
"""
TRUTH = "left_id,right_id\na1,r1\na2,r2\na3,\n"


class Lists:
    """The files of one test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "pairs.csv"
        self.left = self.write("left.csv", LEFT)
        self.right = self.write("right.csv", RIGHT)

    def write(self, name: str, text: str, encoding: str = "utf-8") -> Path:
        path = self.folder / name
        path.write_text(text, encoding=encoding)
        return path

    def words(self, *more: object) -> list[object]:
        return ["link", self.left, self.right, "--out", self.out, *more]

    def pairs(self) -> list[dict[str, str]]:
        with self.out.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


@pytest.fixture
def lists(tmp_path: Path) -> Lists:
    return Lists(tmp_path)


def test_each_left_row_is_written_with_its_best_right_row(
    stillhere: Terminal, lists: Lists
) -> None:
    said = stillhere(*lists.words())
    assert said.code == 0
    rows = lists.pairs()
    assert [(r["left_id"], r["right_id"]) for r in rows] == [
        ("a1", "r1"),
        ("a2", "r2"),
        ("a3", ""),
    ]
    assert 0.5 < float(rows[0]["probability"]) <= 1
    assert rows[2]["probability"] == "0"
    assert rows[2]["evidence"] == ""
    words = [part.split(" ")[0] for part in rows[0]["evidence"].split("; ")]
    assert words[:1] == ["name"]
    assert words[-1:] == ["base"]
    assert "2 of 3 left rows are linked." in said.out
    assert "full name" in said.out


def test_nothing_partial_is_left_behind(stillhere: Terminal, lists: Lists) -> None:
    stillhere(*lists.words())
    assert sorted(p.name for p in lists.folder.iterdir()) == [
        "left.csv",
        "pairs.csv",
        "right.csv",
    ]


def test_a_truth_gives_marks(stillhere: Terminal, lists: Lists) -> None:
    truth = lists.write("truth.csv", TRUTH)
    said = stillhere(*lists.words("--truth", truth))
    assert "precision 1.0000, recall 1.0000, F1 1.0000" in said.out
    marks = stillhere(*lists.words("--truth", truth, "--json")).json["at_half"]
    assert marks == {
        "threshold": 0.5,
        "linked": 2,
        "correct": 2,
        "findable": 2,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
    }


def test_all_possible_pairs_are_written(stillhere: Terminal, lists: Lists) -> None:
    candidates = lists.folder / "candidates.csv"
    stillhere(*lists.words("--candidates", candidates))
    lines = candidates.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "left_id,right_id"
    assert {"a1,r1", "a2,r2"} <= set(lines[1:])


def test_how_the_lists_were_read_is_told_to_machines(
    stillhere: Terminal, lists: Lists
) -> None:
    shape = stillhere(*lists.words("--json")).json
    (sheet,) = shape["left"]["sheets"]
    assert sheet["id"] == "row_id"
    assert {c["column"]: c["read_as"] for c in sheet["columns"]} == {
        "row_id": "key",
        "full name": "name",
        "born": "birth_date",
        "party": "party",
    }
    assert (shape["rows"], shape["linked"]) == (3, 2)


def test_a_column_is_read_as_a_person_says(stillhere: Terminal, lists: Lists) -> None:
    lists.left = lists.write("left.csv", LEFT.replace("full name", "aaa=b"))
    said = stillhere(*lists.words("--map", "left:aaa=b=name", "--json"))
    columns = said.json["left"]["sheets"][0]["columns"]
    assert columns[1] == {
        "column": "aaa=b",
        "read_as": "name",
        "why": "a person says so",
    }
    assert lists.pairs()[0]["right_id"] == "r1"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--map", "middle:born=age"], "cli/map-unreadable", "birth_date"),
        (["--map", "left:born"], "cli/map-unreadable", "left:COLUMN=FIELD"),
        (["--map", "left:born=year"], "cli/no-such-word", "birth_year"),
        (["--map", "left:dob=age"], "intake/no-such-header", "row_id, full name, born"),
        (["--coverage", "1.5"], "cli/usage", "0.93"),
        (["--coverage", "most"], "cli/usage", "0.93"),
        (["--coverage", "nan"], "cli/usage", "0.93"),
        (["--coverage", "Infinity"], "cli/usage", "0.93"),
        (["--population", "0"], "cli/usage", "population"),
        (["--as-of", "yesterday"], "cli/date-unreadable", "2023-10-05"),
    ],
)
def test_words_that_cannot_be_followed_are_told_with_what_can(
    stillhere: Terminal, lists: Lists, words: list[str], code: str, told: str
) -> None:
    said = stillhere(*lists.words(*words))
    assert said.code != 0
    assert said.sentence.startswith(f"{code}: ")
    assert told in said.sentence
    assert not lists.out.exists()


def test_an_unknown_meaning_is_told_with_all_there_are(
    stillhere: Terminal, lists: Lists
) -> None:
    sentence = stillhere(*lists.words("--map", "left:born=nothing")).sentence
    assert all(field.value in sentence for field in Field)


@pytest.mark.parametrize(
    ("name", "code"),
    [("left.csv", "intake/file-not-found"), ("right.csv", "intake/file-not-found")],
)
def test_a_list_that_is_not_there_stops_the_command(
    stillhere: Terminal, lists: Lists, name: str, code: str
) -> None:
    (lists.folder / name).unlink()
    said = stillhere(*lists.words())
    assert said.sentence.startswith(f"{code}: ")
    assert name in said.sentence


def test_a_list_without_names_stops_the_command(
    stillhere: Terminal, lists: Lists
) -> None:
    lists.right = lists.write("right.csv", "street,value\nMain,3\nHigh,4\n")
    said = stillhere(*lists.words())
    assert said.sentence.startswith("intake/no-names: right.csv ")


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(
    stillhere: Terminal, lists: Lists
) -> None:
    lists.out = lists.folder / "none" / "pairs.csv"
    lists.left.unlink()
    assert stillhere(*lists.words()).sentence.startswith("cli/no-such-folder: ")


def test_a_folder_is_no_file_to_write(stillhere: Terminal, lists: Lists) -> None:
    lists.out.mkdir()
    assert stillhere(*lists.words()).sentence.startswith("cli/file-failed: ")


def test_a_list_is_never_written_over(stillhere: Terminal, lists: Lists) -> None:
    lists.out = lists.left
    assert stillhere(*lists.words()).sentence.startswith("cli/same-file: ")
    assert lists.left.read_text(encoding="utf-8") == LEFT


@pytest.mark.parametrize("how", ["dots", "symbolic", "hard"])
def test_a_list_is_never_written_over_however_its_path_is_written(
    stillhere: Terminal, lists: Lists, how: str
) -> None:
    other = lists.folder / "other.csv"
    if how == "dots":
        (lists.folder / "inside").mkdir()
        other = lists.folder / "inside" / ".." / lists.left.name
    elif how == "symbolic":
        other.symlink_to(lists.left)
    else:
        other.hardlink_to(lists.left)
    lists.out = other
    assert stillhere(*lists.words()).sentence.startswith("cli/same-file: ")
    assert lists.left.read_text(encoding="utf-8") == LEFT


def test_what_stood_there_before_is_replaced_and_told(
    stillhere: Terminal, lists: Lists
) -> None:
    lists.out.write_text("older", encoding="utf-8")
    said = stillhere(*lists.words())
    assert "is there already and will be replaced." in " ".join(said.err.split())
    assert len(lists.pairs()) == 3


def test_a_truth_with_other_headers_is_told(stillhere: Terminal, lists: Lists) -> None:
    truth = lists.write("truth.csv", "left,right\na1,r1\n")
    said = stillhere(*lists.words("--truth", truth))
    assert said.sentence.startswith("pipeline/truth-unreadable: truth.csv ")


def test_the_population_is_told_where_nobody_declares_it(
    stillhere: Terminal, lists: Lists
) -> None:
    told = " ".join(stillhere(*lists.words()).err.split())
    assert "3 right rows. Where there are more, say how many with --population" in told
    declared = stillhere(*lists.words("--population", 120_000, "--coverage", "0.9"))
    assert "right rows" not in declared.err


@pytest.mark.parametrize("coverage", ["0.93", "0.0001"])
def test_a_few_rows_of_a_large_population_are_linked_by_name_and_date(
    stillhere: Terminal, lists: Lists, coverage: str
) -> None:
    words = ("--population", 120_000, "--coverage", coverage)
    assert stillhere(*lists.words(*words)).code == 0
    sure = {r["left_id"]: float(r["probability"]) for r in lists.pairs()}
    assert min(sure["a1"], sure["a2"]) > 0.9


def test_undated_ages_are_dated_and_it_is_told(
    stillhere: Terminal, lists: Lists
) -> None:
    text = "row_id,name,age,registered\na1,Levon Melikian,73,27.09.2023\n"
    lists.left = lists.write("left.csv", text.replace("registered", "x"))
    assert "taken as of 2" in stillhere(*lists.words()).err
    lists.left = lists.write("left.csv", text)
    lists.right = lists.write("right.csv", RIGHT.replace("dob", "age", 1))
    said = stillhere(*lists.words())
    assert "taken as of 2023" in said.err
    for date in ("2023-09-27", "2023"):
        assert "taken as of" not in stillhere(*lists.words("--as-of", date)).err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_lists_in_other_letters_are_read(
    stillhere: Terminal, lists: Lists, encoding: str
) -> None:
    text = "номер записи;ФИО;дата рождения\nа1;Меликян Левон;27.03.1950\n"
    lists.left = lists.write("left.csv", text, encoding)
    assert stillhere(*lists.words()).code == 0
    assert [(r["left_id"], r["right_id"]) for r in lists.pairs()] == [("а1", "r1")]


def test_the_example_of_the_page_comes_out_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = (ROOT / LINKED).read_text(encoding="utf-8")
    given = pairs_given(page)
    assert pairs_shown(page) == given, "write it anew: python -m tests.cli.walks"
    pairs = [line.split("|")[1:4] for line in given.splitlines()]
    links = [(a.strip(), b.strip(), float(p) >= 0.5) for a, b, p in pairs]
    assert links == [
        ("a1", "r1", True),
        ("a2", "r2", True),
        ("a3", "r4", True),
        ("a4", "", False),
    ]
