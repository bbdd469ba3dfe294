"""A plan is worked out in a job; a page asks for it and comes back until it is there."""

import threading

from stillhere.desk.operation.jobs import Job, the_jobs
from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.concerned import concerned
from stillhere.desk.planning.day import Wishes, Worked, work_out
from stillhere.desk.planning.register import all_sheets, held_doors
from stillhere.ledger import Picture, PlaceKey
from stillhere.pipeline.readings import Progress
from stillhere.places.roads import RoadNames
from stillhere.plan import Atlas, Clearances
from stillhere.plan.ways import road_names

_MINUTE = len("2023-10-09T08:30")
KEPT = 6
"""Plans that are kept: one is a few megabytes."""

_Key = tuple[str, frozenset[PlaceKey], Wishes]


class Workshop:
    """The plans of this process, the newest last."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._made: dict[_Key, Worked] = {}
        self._jobs: dict[_Key, Job] = {}
        self._atlas: tuple[object, Atlas] | None = None
        self._roads: tuple[object, RoadNames | None] | None = None
        self._cleared: tuple[tuple[str, str], Clearances] | None = None
        self._concerned: tuple[tuple[str, str], tuple[int, ...]] | None = None

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
            if made is not None and not _run_out(made, operation.today):
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
            self._atlas = self._roads = self._cleared = self._concerned = None

    def cleared(self, operation: Operation) -> Clearances:
        """What is open at this minute, by the newest picture."""
        picture = operation.picture
        key = (picture.digest, operation.today[:_MINUTE])
        known = self._cleared
        if known is None or known[0] != key:
            found = Clearances.of(
                picture,
                self._atlas_of(operation),
                operation.today,
                roads=self._roads_of(operation),
                exercise=operation.exercise,
            )
            known = self._cleared = (key, found)
        return known[1]

    def concerned(self, operation: Operation) -> tuple[int, ...]:
        """Numbers of sheets of today that lead to or over what was closed since."""
        key = (operation.picture.digest, operation.today[:_MINUTE])
        known = self._concerned
        if known is None or known[0] != key:
            sheets = all_sheets(operation.picture)
            found = concerned(
                (sheet for sheet in sheets if sheet.day == operation.today[:10]),
                self._roads_of(operation),
                self._atlas_of(operation),
                self.cleared(operation),
            )
            known = self._concerned = (key, found)
        return known[1]

    def _make(
        self, operation: Operation, picture: Picture, key: _Key, tell: Progress
    ) -> Worked:
        _, held, wishes = key
        tell("laying out the doors", 0.0)
        atlas = self._atlas_of(operation)
        cleared = Clearances.of(
            picture,
            atlas,
            operation.today,
            roads=self._roads_of(operation),
            exercise=operation.exercise,
        )
        hour_0 = operation.world.operation.hour_0
        made = work_out(
            picture,
            atlas,
            cleared,
            wishes,
            held,
            tell,
            hour_0=hour_0,
            roads=self._roads_of(operation),
        )
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

    def _roads_of(self, operation: Operation) -> RoadNames | None:
        world = operation.world
        if self._roads is None or self._roads[0] is not world:
            self._roads = (world, road_names(world.road_fields))
        return self._roads[1]


def _run_out(made: Worked, today: str) -> bool:
    """Whether night has fallen on the clearances a plan was worked out by."""
    night = made.cleared.nightfall
    return bool(made.cleared.open) and today[: len(night)] >= night


_workshop = Workshop()


def the_workshop() -> Workshop:
    """The plans of this process."""
    return _workshop
