"""Marks by the row, on a world small enough to count by hand."""

from stillhere.exercise import LinkMarks
from stillhere.exercise.row_marks import (
    Reached,
    RowMarks,
    arrived_bins,
    judge_rows,
    true_pairs,
)
from stillhere.exercise.truth import Row, TruePerson, Truth

REG = "register.xlsx"
IN, BUS = "arrivals/x.csv", "manifests/y.csv"


def _person(name: str, state: str) -> TruePerson:
    return TruePerson(name, name, "", state, None, disabled=False)


TRUTH = Truth(
    persons={
        "a": _person("a", "gone"),
        "b": _person("b", "walking"),
        "new": _person("new", "gone"),
    },
    mentions={
        (REG, 3): "a",
        (REG, 4): "b",
        (IN, 2): "a",
        (BUS, 2): "a",
        (BUS, 3): "new",
    },
    written={(IN, 2): ("hy_classical", "date"), (BUS, 2): ("ru", "missing")},
)
BEST = {
    (IN, 2): ((REG, 3), 990_000),
    (BUS, 2): ((REG, 3), 450_000),
    (BUS, 3): ((REG, 4), 700_000),
    (BUS, 9): ((REG, 4), 100_000),
}
LINKED: dict[Row, Row | None] = {(IN, 2): (REG, 3), (BUS, 2): (REG, 3), (BUS, 3): None}
MET = {((IN, 2), (REG, 3))}


def test_a_best_person_counts_from_a_half() -> None:
    marks = judge_rows(TRUTH, BEST, LINKED, MET)
    assert marks.best["all"] == LinkMarks(asserted=2, right=1, findable=2)
    assert marks.automatic["all"] == LinkMarks(asserted=2, right=2, findable=2)


def test_marks_stand_apart_by_list_script_and_birth() -> None:
    best = judge_rows(TRUTH, BEST, LINKED, MET).best
    assert best["list arrivals"] == LinkMarks(1, 1, 1)
    assert best["script hy"] == LinkMarks(1, 1, 1)
    assert best["script ru"] == LinkMarks(0, 0, 1)
    assert best["without birth"] == LinkMarks(0, 0, 1)
    assert "" not in best


def test_true_pairs_need_a_person_of_the_register() -> None:
    assert set(true_pairs(TRUTH)) == {((IN, 2), (REG, 3)), ((BUS, 2), (REG, 3))}


def test_a_pair_that_was_never_compared_lowers_what_was_reached() -> None:
    reached = judge_rows(TRUTH, BEST, LINKED, MET).reached
    assert reached["all"] == Reached(pairs=2, candidates=1)
    assert reached["without birth"].share == 0
    assert Reached().share == 1


def test_every_row_with_a_candidate_is_a_case_of_calibration() -> None:
    links = judge_rows(TRUTH, BEST, LINKED, MET).links
    assert sum(links.cases) == 4
    assert sum(links.came_true) == 2


def test_arrived_is_marked_over_people_of_the_register() -> None:
    bins = arrived_bins(TRUTH, {(REG, 3): 980_000, (REG, 4): 970_000, (REG, 99): 1})
    assert (sum(bins.cases), sum(bins.came_true)) == (2, 1)


def test_marks_of_two_worlds_add_up() -> None:
    one = judge_rows(TRUTH, BEST, LINKED, MET)
    both = one + one
    assert both.best["script ru"] == LinkMarks(0, 0, 2)
    assert both.reached["all"] == Reached(4, 2)
    assert both.links == one.links + one.links
    assert sum([one], RowMarks()) == one
