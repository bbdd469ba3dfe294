"""Who has which number in hand: known in memory, for a while."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from stillhere.plan import Caller, answered
from stillhere.vocabulary import WhoseNumber

if TYPE_CHECKING:
    from stillhere.desk.calling.at_hand import CallsAtHand
    from stillhere.desk.operation.live import Operation


class Clock:
    """Seconds that go by when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        """As in `time`."""
        return self.now


@pytest.fixture
def hand(desk: Path) -> Any:
    """The module, once the desk is set up."""
    del desk
    return import_module("stillhere.desk.calling.at_hand")


@pytest.fixture
def clock(hand: Any, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the calls at hand."""
    made = Clock()
    monkeypatch.setattr(hand, "time", made)
    return made


@pytest.fixture
def calls(hand: Any) -> "CallsAtHand":
    """Calls nobody has in hand yet."""
    made: CallsAtHand = hand.CallsAtHand()
    return made


@pytest.fixture
def operation(desk: Path) -> "Operation":
    """The open operation."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    return the_operation()


def test_a_number_in_hand_comes_back_after_a_while(
    operation: "Operation", calls: "CallsAtHand", hand: Any, clock: Clock
) -> None:
    first = calls.next(operation, "anna")
    assert first is not None
    second = calls.next(operation, "karen")
    assert second is not None
    assert second.id != first.id
    assert calls.others("karen") == {first.id}
    clock.now += hand.IN_HAND_S + 1
    assert calls.others("karen") == frozenset()
    assert calls.next(operation, "maro") == first


def test_what_is_left_for_later_is_offered_to_nobody_for_a_while(
    operation: "Operation", calls: "CallsAtHand", hand: Any, clock: Clock
) -> None:
    first = calls.next(operation, "anna")
    assert first is not None
    calls.leave(first.id)
    assert calls.next(operation, "anna") != first
    clock.now += hand.IN_HAND_S + 1
    assert first.id in {c.id for c in calls.all(operation)}
    assert first.id not in calls.others("anna")


def test_numbers_on_paper_are_left_alone_for_two_hours(
    operation: "Operation", calls: "CallsAtHand", hand: Any, clock: Clock
) -> None:
    printed = calls.several(operation, "anna", 2)
    assert len(printed) == 2
    assert calls.several(operation, "anna", 2) == printed
    found = calls.next(operation, "karen")
    assert found not in printed
    clock.now += hand.ON_PAPER_S + 1
    assert calls.next(operation, "maro") == printed[0]


def test_who_was_settled_meanwhile_is_not_called_about(
    operation: "Operation", calls: "CallsAtHand", hand: Any
) -> None:
    offered = calls.all(operation)
    call = next(c for c in offered if c.whose is WhoseNumber.HOUSEHOLD)
    caller = Caller(operation.picture, operation.key)
    assert hand.still_open(operation.picture, call)
    operation.enter(answered(call, call.people, "2023-10-09T09:00", caller))
    assert not hand.still_open(operation.picture, call)
    others = [calls.next(operation, f"operator {n}") for n in range(len(offered))]
    assert call not in others


def test_only_what_was_opened_and_not_made_yet_is_taken(
    operation: "Operation", calls: "CallsAtHand"
) -> None:
    first = calls.next(operation, "anna")
    assert first is not None
    assert calls.opened(first.id) == first
    calls.over(first.id)
    assert calls.opened(first.id) is None
    assert calls.open(operation, "nothing-0", "anna") is None
