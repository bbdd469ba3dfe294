import pytest

from stillhere.exercise.contacts import phone_text
from stillhere.exercise.full.answering import (
    answered_at,
    luck,
    national,
    numbers_on_file,
)
from stillhere.exercise.full.assumed import assumed, count
from stillhere.exercise.list_register import register
from stillhere.exercise.list_tracing import tracing
from stillhere.exercise.streams import Stream
from stillhere.exercise.world import World


def test_a_number_is_one_in_every_way_of_writing_it(town: World) -> None:
    dice = town.dice(Stream.SKILLS)
    written = {phone_text("97123456", dice) for _ in range(99)}
    assert len(written) == 5
    assert {national(text) for text in written} == {"97123456"}


@pytest.mark.parametrize(
    "text", ["", "12", "2023-10-04", "Walnut Street 3", "AN123456"]
)
def test_other_cells_are_no_numbers(text: str) -> None:
    assert national(text) == ""


def test_six_of_ten_first_calls_are_answered() -> None:
    calls = [answered_at(7, f"97{n:06d}") for n in range(20_000)]
    first = sum(at == 1 for at in calls) / len(calls)
    assert first == pytest.approx(0.6, abs=0.01)
    second = sum(at == 2 for at in calls) / sum(at != 1 for at in calls)
    assert second == pytest.approx(assumed("answered", "again"), abs=0.02)
    assert max(calls) == count("answered", "calls")
    assert 0 < sum(at == 0 for at in calls) / len(calls) < 0.15


def test_who_answers_is_the_same_for_every_policy() -> None:
    assert luck(7, "97123456", 1) == luck(7, "97123456", 1)
    assert luck(7, "97123456", 1) != luck(8, "97123456", 1)
    assert 0 <= luck(7, "97123456", 2) < 1


def test_numbers_on_file_reach_their_households(town: World) -> None:
    book = register(town)
    found = numbers_on_file(town, [book, *tracing(town)])
    assert found == sorted(set(found))
    reached = {household for _, household in found}
    assert len(reached) / (0.93 * len(town.phones)) == pytest.approx(0.25, abs=0.02)
    for number, household in found[:200]:
        assert number == town.phones[household]
