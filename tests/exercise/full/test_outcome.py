"""Outcomes small enough to count by hand."""

from datetime import date

import pytest

from stillhere.exercise import Truth
from stillhere.exercise.full import Course
from stillhere.exercise.full.outcome import At, outcome
from stillhere.exercise.truth import TruePerson


def _person(name: str, state: str, *, disabled: bool = False) -> TruePerson:
    born = date(1990, 1, 1)
    return TruePerson(name, name, f"{name}/1", state, born, disabled)


TRUTH = Truth(
    {
        person.person: person
        for person in (
            _person("lies", "bedridden"),
            _person("needs", "walking", disabled=True),
            _person("walks", "walking"),
            _person("stays", "chose_to_stay", disabled=True),
            _person("dead", "dead", disabled=True),
            TruePerson("gone", "gone", "", "gone", None, disabled=True),
        )
    },
    {},
)
END = At(800, 240)


def test_nobody_found_is_the_whole_run_without_help() -> None:
    marks = outcome(TRUTH, Course(), {}, END)
    assert (marks.dependent, marks.dependent_found, marks.deaths) == (2, 0, 0)
    assert marks.to_90 == END
    assert marks.days_without_help == 20


def test_finds_shorten_the_time_and_the_last_of_nine_in_ten_counts() -> None:
    found = {"lies/1": At(80, 24), "needs/1": At(160, 48), "walks/1": At(1, 1)}
    marks = outcome(TRUTH, Course(), found, END)
    assert marks.dependent_found == 2
    assert marks.to_90 == At(160, 48)
    assert marks.days_without_help == pytest.approx(3)
    assert (marks.dead_found, marks.chose_found) == (0, 0)


def test_who_died_before_was_not_found_alive_and_waits_no_more() -> None:
    course = Course(dies={"lies": 12, "walks": 100, "needs": 300})
    found = {"lies/1": At(80, 24), "needs/1": At(160, 48)}
    marks = outcome(TRUTH, course, found, END)
    assert marks.dependent_found == 1
    assert marks.deaths == 2
    assert marks.days_without_help == pytest.approx(2.5)
    assert marks.to_90 == END


def test_the_dead_and_who_chose_to_stay_are_counted_apart() -> None:
    found = {"dead/1": At(8, 1), "stays/1": At(16, 2)}
    marks = outcome(TRUTH, Course(), found, END)
    assert (marks.dead_found, marks.chose_found, marks.dependent_found) == (1, 1, 0)


def test_finds_after_the_end_do_not_count() -> None:
    marks = outcome(TRUTH, Course(), {"lies/1": At(900, 250)}, END)
    assert marks.dependent_found == 0
    assert marks.days_without_help == 20


def test_a_world_without_anybody_has_nothing_to_count() -> None:
    marks = outcome(Truth({}, {}), Course(), {}, END)
    assert marks.dependent == 0
    assert marks.days_without_help == 0
    assert marks.to_90 == END
