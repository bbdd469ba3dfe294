"""What is forgotten alarms; what was said settles what was due."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.plan import PlanRules
from stillhere.plan.safety import Out, Outing, Told, Watched, Word, watched

RULES = PlanRules.shipped()


def at(clock: str) -> datetime:
    """A time of the day of the outing."""
    return datetime.fromisoformat(f"2023-10-05T{clock}")


DUE = tuple(map(at, ("10:00", "12:00", "14:00", "16:30")))
OUTING = Outing(3, 7, "0badcafe-03", "2023-10-05", at("08:00"), DUE)


def word(told: Told, clock: str, by: str = "desk:ani") -> Word:
    return Word(told, at(clock), by)


def heard(clock: str) -> Word:
    return word(Told.CHECKED_IN, clock)


def seen(now: str, *words: Word) -> Watched:
    return watched(OUTING, words, at(now), RULES)


@pytest.mark.parametrize(
    ("now", "out", "late"),
    [
        ("07:59", Out.NOT_YET, 0),
        ("08:00", Out.OUT, 0),
        ("10:00", Out.OUT, 0),
        ("10:01", Out.DUE, 1),
        ("10:14", Out.DUE, 14),
        ("10:15", Out.OVERDUE, 15),
        ("23:00", Out.OVERDUE, 780),
    ],
)
def test_a_team_nobody_heard_of_is_due_and_then_overdue(
    now: str, out: Out, late: int
) -> None:
    found = seen(now)
    assert (found.out, found.late_minutes, found.due) == (out, late, at("10:00"))


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("09:29", "10:00"),
        ("09:30", "12:00"),
        ("10:20", "12:00"),
        ("12:40", "14:00"),
        ("13:45", "16:30"),
        ("16:40", "16:30"),
    ],
)
def test_a_check_in_counts_for_what_was_due_and_is_due_soon(
    said: str, due: str
) -> None:
    assert seen(said, heard(said)).due == at(due)


def test_missed_check_ins_are_made_good_by_one() -> None:
    assert seen("14:20").late_minutes == 260
    assert seen("14:20", heard("14:19")).out is Out.OUT


def test_being_back_is_said_and_never_concluded_from_a_check_in() -> None:
    assert seen("17:00", heard("16:29")).out is Out.OVERDUE
    assert seen("17:00", heard("16:29")).back_due
    assert seen("17:00", word(Told.BACK, "16:29")).out is Out.BACK


def test_whoever_looks_into_one_silence_is_not_named_for_the_next() -> None:
    taken = word(Told.TAKEN_UP, "10:20", "desk:armen")
    assert seen("10:30", taken).taken_up == taken
    assert seen("10:30", taken).out is Out.OVERDUE
    assert seen("12:30", taken, heard("10:40")).taken_up is None


def test_a_clock_that_is_fast_silences_nothing_that_comes_later() -> None:
    assert seen("10:20", heard("15:00")).due == at("12:00")
    assert seen("12:20", heard("15:00")).due == at("14:00")
    assert seen("15:40", heard("15:00")).due == at("16:30")


TIMES = st.datetimes(at("06:00"), at("23:00"))
WORDS = st.builds(
    Word, st.sampled_from([Told.CHECKED_IN, Told.TAKEN_UP]), TIMES, st.just("desk:ani")
)


@given(st.lists(WORDS, max_size=6), TIMES, st.randoms(use_true_random=False))
def test_the_order_of_words_does_not_matter(
    words: list[Word], now: datetime, rng: object
) -> None:
    shuffled = [*words, *words]
    rng.shuffle(shuffled)  # type: ignore[attr-defined]  # a Random
    assert watched(OUTING, shuffled, now, RULES) == watched(OUTING, words, now, RULES)


@given(st.lists(WORDS, max_size=6), TIMES)
def test_a_team_that_is_not_said_to_be_back_is_overdue_in_the_end(
    words: list[Word], now: datetime
) -> None:
    del now
    assert watched(OUTING, words, at("23:59"), RULES).out is Out.OVERDUE
