"""Which number to call first: unaccounted people settled per minute.

A call settles who is safe elsewhere, if it is answered. Further numbers near the same
people count for what the calls before them are expected to leave. No weight is in it:
how dependent somebody is decides which door is knocked at, not which phone rings.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field

from stillhere.ledger import MentionId, Picture
from stillhere.plan.belief import Belief
from stillhere.plan.calling.numbers import NumberOnFile, as_written, numbers_on_file
from stillhere.plan.calling.past import PastCalls, moment
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.reports import ReportId
from stillhere.vocabulary import WhoseNumber

_MINUTE = 60
_RULES = "calling"


@dataclass(frozen=True, slots=True)
class CallToMake:
    """One call; its number is in no log.

    Attributes:
        id: Of the number on file; no part of the number.
        phone: Digits with the country.
        written: The number as a report writes it.
        whose: Who is expected to answer.
        people: Whom it may settle, sorted.
        beside: People in whose reports the number stands, sorted.
        reports: Reports the number stands in, sorted.
        answered: Chance that it is answered, millionths.
        expected: People it is expected to settle, millionths, after the calls before it.
        seconds: What it is expected to take.
        tries: Times it was called and not answered.
    """

    id: str
    phone: str = field(repr=False)
    written: str = field(repr=False)
    whose: WhoseNumber
    people: tuple[MentionId, ...]
    beside: tuple[MentionId, ...]
    reports: tuple[ReportId, ...]
    answered: int
    expected: int
    seconds: int
    tries: int

    @property
    def per_minute(self) -> int:
        """People expected to be settled per minute, millionths."""
        return self.expected * _MINUTE // self.seconds


def calls_to_make(
    picture: Picture,
    believed: Belief,
    rules: PlanRules,
    at: str | None = None,
) -> tuple[CallToMake, ...]:
    """Every call that is worth making now, most people settled per minute first.

    Args:
        picture: What is known.
        believed: Of it, or of one shortly before.
        rules: Section ``calling``.
        at: ISO time of now; that of the picture where None.

    Returns:
        Ties by id. A number that was answered, was wrong or is not to be called again
        is not in it, nor one that was not answered a short while ago.
    """
    costs = _Costs(rules)
    past, now = PastCalls.of(picture), moment(at or picture.as_of)
    numbers = numbers_on_file(picture, rules.number(_RULES, "most_people"))
    chosen = [
        open_number
        for number in numbers
        if past.due(number.phone, now, rules.row(_RULES, "wait_h"))
        and (open_number := _Open.of(number, past, costs)).people
    ]
    left = _left(chosen, believed, rules.number(_RULES, "unknown_elsewhere"))
    return tuple(
        _call(picture, one, expected) for one, expected in _in_order(chosen, left)
    )


@dataclass(frozen=True, slots=True)
class _Open:
    """A number that may be called, and what a call would take and settle."""

    number: NumberOnFile
    people: tuple[MentionId, ...]
    tries: int
    answered: int
    settles: int
    seconds: int

    @classmethod
    def of(cls, number: NumberOnFile, past: PastCalls, costs: "_Costs") -> "_Open":
        people = number.people
        if number.whose is WhoseNumber.HOUSEHOLD:
            people = tuple(person for person in people if person not in past.told)
        tries = len(past.missed.get(number.phone, ()))
        answered, settles = costs.chances(number.whose, tries)
        seconds = costs.seconds(answered, len(people))
        return cls(number, people, tries, answered, settles, seconds)

    def expected(self, left: dict[MentionId, int]) -> int:
        return sum(left[person] for person in self.people) * self.settles // MILLION


class _Costs:
    """Chances and times of a call, by the rules."""

    def __init__(self, rules: PlanRules) -> None:
        self._numbers = {
            name: rules.number(_RULES, name)
            for name in (
                *("answered", "answered_enquirer", "heard", "again"),
                *("dial_s", "talk_s", "person_s"),
            )
        }

    def chances(self, whose: WhoseNumber, tries: int) -> tuple[int, int]:
        """That it is answered, and that it settles somebody safe elsewhere."""
        known = self._numbers
        household = whose is WhoseNumber.HOUSEHOLD
        answered = known["answered" if household else "answered_enquirer"]
        for _ in range(tries):
            answered = answered * known["again"] // MILLION
        return answered, answered if household else answered * known["heard"] // MILLION

    def seconds(self, answered: int, people: int) -> int:
        """Of the call, on average."""
        known = self._numbers
        talk = known["talk_s"] + people * known["person_s"]
        return known["dial_s"] + answered * talk // MILLION


def _left(
    chosen: Sequence[_Open], believed: Belief, unknown: int
) -> dict[MentionId, int]:
    """Per person, the chance to be safe elsewhere, millionths."""
    people = {person for one in chosen for person in one.people}
    here = believed.people
    return {p: MILLION - here[p] if p in here else unknown for p in people}


def _in_order(
    chosen: Sequence[_Open], left: dict[MentionId, int]
) -> list[tuple[_Open, int]]:
    """Greedy by people settled per minute: a value is reckoned anew when its turn comes.

    Nothing grows by calls before it, so a value that stands after reckoning is the best.
    """
    queue = [_place(one, left) for one in chosen]
    heapq.heapify(queue)
    by_id = {one.number.id: one for one in chosen}
    found = []
    while queue:
        rate, name = heapq.heappop(queue)
        one = by_id[name]
        fresh = _place(one, left)
        if not fresh[0]:
            continue
        if fresh[0] != rate:
            heapq.heappush(queue, fresh)
            continue
        found.append((one, one.expected(left)))
        for person in one.people:
            left[person] = left[person] * (MILLION - one.settles) // MILLION
    return found


def _place(one: _Open, left: dict[MentionId, int]) -> tuple[int, str]:
    return -(one.expected(left) * _MINUTE // one.seconds), one.number.id


def _call(picture: Picture, one: _Open, expected: int) -> CallToMake:
    number = one.number
    return CallToMake(
        id=number.id,
        phone=number.phone,
        written=as_written(picture, number),
        whose=number.whose,
        people=one.people,
        beside=number.beside,
        reports=number.reports,
        answered=one.answered,
        expected=expected,
        seconds=one.seconds,
        tries=one.tries,
    )
