"""Pages are written in a job; who asks gets the newest, or what there is meanwhile."""

import threading
import time
from dataclasses import dataclass
from enum import StrEnum

from stillhere.desk.believed import belief_of
from stillhere.desk.operation.jobs import Job, the_jobs
from stillhere.desk.operation.live import Operation
from stillhere.ledger import Picture
from stillhere.pipeline.readings import Progress
from stillhere.publish import Page, public_brief, situation_report

PATIENCE_S = 0.3
"""How long a request waits for a page before it shows how far it is."""

_LOOK_S = 0.01


class Kind(StrEnum):
    """Which page."""

    BRIEF = "brief"
    SITUATION = "situation"


@dataclass(frozen=True, eq=False)
class Made:
    """A page and the picture it was made from."""

    kind: Kind
    page: Page
    picture: Picture


class Press:
    """The pages of this process: of each kind the one written last."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._made: dict[Kind, Made] = {}
        self._jobs: dict[Kind, tuple[Picture, Job]] = {}

    def wanted(self, operation: Operation, kind: Kind, account: str) -> Made | Job:
        """The page of the newest picture, or the job that is writing it.

        A job that failed is given once; asked again, it begins anew.
        """
        job = self._begun(operation, operation.picture, kind, account)
        if isinstance(job, Made):
            return job
        until = time.monotonic() + PATIENCE_S
        while not job.over and time.monotonic() < until:
            time.sleep(_LOOK_S)
        return job.outcome if isinstance(job.outcome, Made) else job

    def newest(self, kind: Kind) -> Made | None:
        """The page written last, whatever picture it was made from."""
        with self._guard:
            return self._made.get(kind)

    def forget(self) -> None:
        """Forget everything: another operation is open."""
        with self._guard:
            self._made.clear()
            self._jobs.clear()

    def _begun(
        self, operation: Operation, picture: Picture, kind: Kind, account: str
    ) -> Made | Job:
        with self._guard:
            made = self._made.get(kind)
            if made is not None and made.picture is picture:
                return made
            known = self._jobs.pop(kind, None)
            if known is None or known[0] is not picture:
                job = the_jobs().begin(
                    kind.value,
                    lambda tell: self._make(operation, picture, kind, tell),
                    account=account,
                )
                known = (picture, job)
            if not known[1].over:
                self._jobs[kind] = known
            return known[1]

    def _make(
        self, operation: Operation, picture: Picture, kind: Kind, tell: Progress
    ) -> Made:
        made = Made(kind, written(operation, picture, kind, tell), picture)
        with self._guard:
            self._made[kind] = made
            known = self._jobs.get(kind)
            if known is not None and known[0] is picture:
                del self._jobs[kind]
        return made


def written(operation: Operation, picture: Picture, kind: Kind, tell: Progress) -> Page:
    """The page of a picture, in English; a draft until it is released."""
    gazetteer, region = operation.gazetteer, operation.region
    if kind is Kind.BRIEF:
        tell("writing the page", 0.0)
        return public_brief(picture, gazetteer, region)
    tell("weighing every door", 0.0)
    believed = belief_of(operation, picture)
    tell("writing the page", 0.5)
    return situation_report(picture, gazetteer, region, believed)


_press = Press()


def the_press() -> Press:
    """The pages of this process."""
    return _press
