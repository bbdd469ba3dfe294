import csv
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.exercise.full import Course


@pytest.fixture(scope="module")
def course(folder: Path) -> Course:
    """The course of the full world on disk."""
    return Course.read(folder)


@pytest.fixture(scope="module")
def persons(folder: Path) -> dict[str, dict[str, str]]:
    """`truth/persons.csv` by person."""
    with (folder / "truth/persons.csv").open(encoding="utf-8", newline="") as file:
        return {row["person"]: row for row in csv.DictReader(file)}


def test_a_core_world_has_an_empty_course(small: Path) -> None:
    course = Course.read(small)
    assert course == Course()
    assert course.alive("P0000001", 1e6)
    assert course.call("+374 97 123456") == ()
    assert course.tells(["P0000001"], 0) == ()
    assert course.why_closed("Khankendi", 0) == ""


def test_people_who_weaken_are_alive_until_their_hour(
    course: Course, persons: dict[str, dict[str, str]]
) -> None:
    assert course.dies
    for person, hour in course.dies.items():
        assert persons[person]["state"] not in ("gone", "dead")
        assert course.alive(person, hour - 0.5)
        assert not course.alive(person, hour)


def test_an_answer_settles_everyone_of_the_household(
    course: Course, persons: dict[str, dict[str, str]]
) -> None:
    answered = 0
    for number, (at, households) in course.phones.items():
        assert course.call(number, at + 1) == ()
        if not at:
            assert households == ()
            continue
        assert course.call(f"+374 {number}", at) == course.call(number, at)
        for answer in course.call(number, at):
            answered += at == 1
            assert answer.safe
            people = (*answer.safe, *answer.not_with_us)
            assert {persons[p]["household"] for p in people} == {answer.household}
            assert {persons[p]["state"] for p in answer.safe} == {"gone"}
            assert "gone" not in {persons[p]["state"] for p in answer.not_with_us}
    assert answered / len(course.phones) == pytest.approx(0.6, abs=0.05)


def test_whoever_is_found_alive_tells_and_the_dead_do_not(
    course: Course, persons: dict[str, dict[str, str]]
) -> None:
    assert course.hints
    for teller, hints in course.hints.items():
        assert course.tells([teller, teller], -1) == tuple(dict.fromkeys(hints))
        for hint in hints:
            assert persons[hint.about]["where"] == hint.dwelling
        if teller in course.dies:
            assert course.tells([teller], course.dies[teller]) == ()


def test_a_closed_place_says_why(course: Course) -> None:
    assert course.closed
    for shut in course.closed:
        assert course.why_closed(shut.settlement, shut.from_hour) == shut.why
        assert course.why_closed(shut.settlement, shut.until_hour) == ""


def test_a_damaged_course_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "truth").mkdir()
    (tmp_path / "truth/course.csv").write_text("person,dies\nP1,3\n", encoding="utf-8")
    with pytest.raises(StillHereError, match="Nothing was judged"):
        Course.read(tmp_path)
