"""A plan is worked out in a job; a page asks for it and comes back until it is there."""

import threading
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from types import MappingProxyType

from stillhere.desk.operation.jobs import Job, the_jobs
from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.numbers import NumbersOf, numbers_to_call
from stillhere.desk.planning.register import held_doors
from stillhere.ledger import Picture, PlaceKey
from stillhere.pipeline.readings import Progress
from stillhere.plan import (
    Atlas,
    Belief,
    Clearances,
    Plan,
    PlanRules,
    belief,
    crew,
    next_stops,
)

HOUR_S = 3600
MOST_NUMBERS = 30
KEPT = 6
"""Plans that are kept: one is a few megabytes."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person wishes of a day.

    Attributes:
        teams: How many go out.
        hours: From setting off until everybody is back.
        start: Hour and minute of setting off.
        doors: Most doors of one sheet.
    """

    teams: int = 8
    hours: int = 8
    start: str = "08:00"
    doors: int = 40

    @property
    def rules(self) -> PlanRules:
        """The public table with the length of this day."""
        return PlanRules.shipped().changed("time", day_s=self.hours * HOUR_S)


@dataclass(frozen=True, eq=False)
class Worked:
    """A plan with what it was worked out from.

    Attributes:
        wishes: Of whoever asked.
        picture: It was made from.
        believed: Of that picture.
        atlas: Where the dwellings are.
        held: Doors left alone because they stand on a sheet that is out.
        plan: Stops of every team.
        numbers: Households to call before anybody sets off, the first `MOST_NUMBERS`.
    """

    wishes: Wishes
    picture: Picture
    believed: Belief
    atlas: Atlas
    held: frozenset[PlaceKey]
    plan: Plan
    numbers: tuple[NumbersOf, ...]


_Key = tuple[str, frozenset[PlaceKey], Wishes]


class Workshop:
    """The plans of this process, the newest last."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._made: dict[_Key, Worked] = {}
        self._jobs: dict[_Key, Job] = {}
        self._atlas: tuple[object, Atlas] | None = None

    def wanted(
        self, operation: Operation, wishes: Wishes, account: str
    ) -> Worked | Job:
        """The plan for the newest picture, or the job that is working on it.

        A job that failed is given once; asked again, it begins anew.
        """
        picture = operation.picture
        held = held_doors(picture, operation.today[:10])
        key = (picture.digest, held, wishes)
        with self._guard:
            made = self._made.get(key)
            if made is not None:
                return made
            job = self._jobs.pop(key, None)
            if job is None:
                job = the_jobs().begin(
                    "plan",
                    lambda tell: self._make(operation, picture, key, tell),
                    account=account,
                )
            if not job.over or job.outcome is not None:
                self._jobs[key] = job
        return job.outcome if isinstance(job.outcome, Worked) else job

    def older(self, wishes: Wishes) -> Worked | None:
        """The newest plan with these wishes, whatever picture it was made from."""
        with self._guard:
            made = list(self._made.values())
        return next((w for w in reversed(made) if w.wishes == wishes), None)

    def by_code(self, code: str) -> Worked | None:
        """A plan that was shown, by its code; None where it is kept no more."""
        with self._guard:
            made = list(self._made.values())
        return next((w for w in reversed(made) if w.plan.code == code), None)

    def newest(self) -> Worked | None:
        """The plan worked out last."""
        with self._guard:
            return next(reversed(self._made.values()), None)

    def forget(self) -> None:
        """Forget everything: another operation is open."""
        with self._guard:
            self._made.clear()
            self._jobs.clear()
            self._atlas = None

    def _make(
        self, operation: Operation, picture: Picture, key: _Key, tell: Progress
    ) -> Worked:
        _, held, wishes = key
        tell("laying out the doors", 0.0)
        atlas = self._atlas_of(operation)
        made = work_out(operation, picture, atlas, wishes, held, tell)
        with self._guard:
            self._made[key] = made
            self._jobs.pop(key, None)
            for old in list(self._made)[:-KEPT]:
                del self._made[old]
        return made

    def _atlas_of(self, operation: Operation) -> Atlas:
        world = operation.world
        if self._atlas is None or self._atlas[0] is not world:
            self._atlas = (world, Atlas.of(world.buildings, world.gazetteer))
        return self._atlas[1]


def work_out(
    operation: Operation,
    picture: Picture,
    atlas: Atlas,
    wishes: Wishes,
    held: frozenset[PlaceKey],
    tell: Progress,
) -> Worked:
    """Believe, leave out doors that are on sheets, order the rest."""
    rules = wishes.rules
    tell("weighing every door", 0.1)
    believed = belief(picture, atlas, rules)
    tell("ordering stops", 0.6)
    cleared = (
        Clearances.declared()
        if operation.exercise
        else Clearances.of(picture, atlas, operation.today)
    )
    plan = next_stops(
        picture,
        without(believed, held),
        atlas,
        crew(wishes.teams),
        cleared,
        rules,
        limit=wishes.doors,
    )
    tell("looking up numbers on file", 0.9)
    numbers = numbers_to_call(picture)[:MOST_NUMBERS]
    return Worked(wishes, picture, believed, atlas, held, plan, numbers)


def without(believed: Belief, held: AbstractSet[PlaceKey]) -> Belief:
    """A belief whose doors leave some out; sums over places stay."""
    if not held:
        return believed
    doors = {key: door for key, door in believed.doors.items() if key not in held}
    return replace(believed, doors=MappingProxyType(doors))


_workshop = Workshop()


def the_workshop() -> Workshop:
    """The plans of this process."""
    return _workshop
