"""Calls to numbers on file, answered by the truth of a full world.

Two people call all day. What a call takes is assumed, as the shipped rules of calls
assume it: a minute to dial, 2.5 for a talk and .75 for everybody asked about.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from stillhere.exercise.full import Answer, Course
from stillhere.exercise.running.policy import Dial, Reply
from stillhere.exercise.running.ways import DAY_MIN
from stillhere.reports import ReportId

CALLERS: Final = 2
_DIAL_MIN, _TALK_MIN, _PERSON_MIN = 1.0, 2.5, 0.75


@dataclass(slots=True)
class Switchboard:
    """Who answers when, and what the callers are told.

    Attributes:
        course: Of the world.
        who: Person in the truth by the report that names them; strangers are in none.
    """

    course: Course
    who: Mapping[ReportId, str]
    _tries: Counter[str] = field(default_factory=Counter)

    def call(self, dials: Iterable[Dial]) -> list[Reply]:
        """Make the calls of one day, in their order, until its time is used up."""
        left, replies = CALLERS * DAY_MIN, list[Reply]()
        for dial in dials:
            reply = self._reply(dial)
            left -= _minutes(dial, reply)
            if left < 0:
                break
            self._tries[dial.phone] += 1
            replies.append(reply)
        return replies

    def _reply(self, dial: Dial) -> Reply:
        said = self.course.call(dial.phone, self._tries[dial.phone] + 1)
        return Reply(
            dial.phone,
            bool(said),
            self._named(dial, said, "safe"),
            self._named(dial, said, "not_with_us"),
        )

    def _named(
        self, dial: Dial, said: Iterable[Answer], group: str
    ) -> tuple[ReportId, ...]:
        """Those asked about who are in one group of the households that answered."""
        persons = {person for answer in said for person in getattr(answer, group)}
        return tuple(r for r in dial.about if self.who.get(r) in persons)


def _minutes(dial: Dial, reply: Reply) -> float:
    if not reply.answered:
        return _DIAL_MIN
    return _DIAL_MIN + _TALK_MIN + _PERSON_MIN * len(dial.about)
