"""Two lists linked: the best right row of each left row, whatever their order."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from stillhere.identity import IdentityRules
from stillhere.intake import PlaceReader
from stillhere.intake.people_list import open_people
from stillhere.pipeline.two_lists import Linked, Pair, link_lists
from stillhere.places import Gazetteer

REGISTER = """person_id,surname,given name,dob,household
r1,Մելիքյան,Լևոն,1950-03-27,41
r2,Մելիքյան,Անահիտ,1955-11-22,41
r3,Մելիքյան,Լևոն,1951-06-20,77
r4,Հակոբյան,Գուրգեն,1962-08-19,78
"""
ARRIVED = """row_id,full name,birth,party
a1,Levon Melikian,27.03.1950,5
a2,Anahit Melikian,01.01.1955,5
a3,Гурген Акопян,1962,
a4,,1950,
a5,Pol Smith,14.05.1988,
a6,Levon Melikian,27.03.1950,
"""


def linked(folder: Path, left: str = ARRIVED, right: str = REGISTER) -> Linked:
    files = []
    for name, text in (("left.csv", left), ("right.csv", right)):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        files.append(open_people(path))
    rules = IdentityRules.shipped(population=len(files[1]))
    return link_lists(files[0], files[1], rules, PlaceReader(Gazetteer.demo()))


def turned(text: str) -> str:
    head, *lines = text.strip().split("\n")
    return "\n".join([head, *reversed(lines)])


def by_left(pairs: Sequence[Pair]) -> dict[str, Pair]:
    return {pair.left: pair for pair in pairs}


def test_each_left_row_has_one_line_in_its_order(tmp_path: Path) -> None:
    pairs = list(linked(tmp_path).pairs())
    assert [pair.left for pair in pairs] == ["a1", "a2", "a3", "a4", "a5", "a6"]
    assert [pair.right for pair in pairs] == ["r1", "r2", "r4", "", "", "r1"]


def test_a_row_without_a_candidate_or_a_name_has_no_probability(tmp_path: Path) -> None:
    found = by_left(list(linked(tmp_path).pairs()))
    assert found["a4"] == Pair("a4", "", 0)
    assert found["a5"] == Pair("a5", "", 0)
    assert all(0 < found[a].probability <= 1_000_000 for a in ("a1", "a2", "a3"))


def test_the_evidence_names_what_counted_and_adds_up(tmp_path: Path) -> None:
    found = by_left(list(linked(tmp_path).pairs()))
    names = [name for name, _ in found["a2"].evidence]
    assert {"name", "birth", "company", "base"} <= set(names)
    company = dict(found["a2"].evidence)["company"]
    assert company > 0
    assert "company" not in dict(found["a6"].evidence)


def test_several_left_rows_may_be_one_person(tmp_path: Path) -> None:
    found = by_left(list(linked(tmp_path).pairs()))
    assert found["a1"].right == found["a6"].right == "r1"
    assert found["a6"].probability > 500_000


def test_the_same_rows_give_the_same_pairs_in_any_order(tmp_path: Path) -> None:
    one = linked(tmp_path)
    two = linked(tmp_path, turned(ARRIVED), turned(REGISTER))
    assert by_left(list(one.pairs())) == by_left(list(two.pairs()))
    assert sorted(one.candidates()) == sorted(two.candidates())


def test_every_best_pair_is_among_the_candidates(tmp_path: Path) -> None:
    lists = linked(tmp_path)
    best = {(pair.left, pair.right) for pair in lists.pairs() if pair.right}
    assert best <= set(lists.candidates())


@pytest.mark.parametrize(
    "left", ["row_id,name\n1,\n2,\n", "row_id,name\n1,Pol Smith\n"]
)
def test_lists_that_do_not_meet_give_empty_lines(tmp_path: Path, left: str) -> None:
    lists = linked(tmp_path, left)
    assert [(pair.right, pair.probability) for pair in lists.pairs()] == [
        ("", 0) for _ in left.strip().split("\n")[1:]
    ]
    assert list(lists.candidates()) == []
