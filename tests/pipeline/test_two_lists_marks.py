"""Marks of linked lists, counted by hand."""

from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.pipeline.two_lists import Pair
from stillhere.pipeline.two_lists_marks import Marker, Marks, read_pairs, within
from tests.pipeline.test_two_lists import linked

TRUTH = {"a": {"1"}, "b": {"2", "3"}, "c": {"4"}}
PAIRS = (
    Pair("a", "1", 900_000),
    Pair("b", "3", 400_000),
    Pair("c", "9", 300_000),
    Pair("d", "5", 600_000),
    Pair("e", "", 0),
)


def marked() -> Marker:
    marker = Marker(TRUTH)
    for pair in PAIRS:
        marker.add(pair)
    return marker


def test_precision_and_recall_are_those_of_one_half() -> None:
    marks = marked().at()
    assert marks == Marks(500_000, linked=2, correct=1, findable=3)
    assert marks.precision == 0.5
    assert marks.recall == pytest.approx(1 / 3)
    assert marks.f1 == pytest.approx(0.4)


def test_the_best_threshold_has_the_largest_f1() -> None:
    best = marked().best()
    assert best == Marks(400_000, linked=3, correct=2, findable=3)
    assert best.f1 == pytest.approx(2 / 3)


def test_nothing_linked_and_nothing_findable_is_no_fault() -> None:
    empty = Marker({})
    assert empty.best() == Marks(1_000_000, 0, 0, 0)
    assert (empty.at().precision, empty.at().recall, empty.at().f1) == (1.0, 1.0, 1.0)


def test_a_truth_is_read_with_its_columns_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "truth.csv"
    path.write_text("right_id;note;left_id\n2;x;b\n3;;b\n;;d\n1;;a\n", encoding="utf-8")
    assert read_pairs(path) == {"a": {"1"}, "b": {"2", "3"}}


@pytest.mark.parametrize(
    ("text", "column"),
    [("left,right_id\na,1\n", "left_id"), ("left_id,who\na,1\n", "right_id")],
)
def test_a_truth_with_other_headers_is_refused(
    tmp_path: Path, text: str, column: str
) -> None:
    path = tmp_path / "truth.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StillHereError, match=column) as caught:
        read_pairs(path)
    assert caught.value.code == "pipeline/truth-unreadable"


def test_what_a_truth_says_of_other_lists_is_left_out_and_told(tmp_path: Path) -> None:
    lists = linked(tmp_path)
    truth = {"a1": {"r1", "r9"}, "a2": {"r8"}, "b1": {"r2"}, "a3": {"r4"}}
    kept, findings = within(truth, lists, ("left.csv", "right.csv"))
    assert kept == {"a1": {"r1"}, "a3": {"r4"}}
    assert [dict(f.values) for f in findings] == [
        {"file": "left.csv", "rows": "1"},
        {"file": "right.csv", "rows": "2"},
    ]
    assert within({"a1": {"r1"}}, lists, ("l", "r")) == ({"a1": {"r1"}}, ())
    assert within(None, lists, ("l", "r")) == ({}, ())
