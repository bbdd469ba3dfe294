"""Long work: one after the other in a thread of its own, found again from any page."""

import itertools
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import connections

from stillhere.desk.clock import now
from stillhere.errors import StillHereError
from stillhere.pipeline.readings import Progress
from stillhere.vocabulary import Scope

log = logging.getLogger(__name__)

KEPT = 50
"""Jobs that can still be looked at."""


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(slots=True)
class Job:
    """One piece of long work.

    Attributes:
        number: From 1 in this process.
        kind: What it does: ``import``, ``undo``, ``backup``, ``plan``, ``brief``,
            ``situation``, ``date``, ``places``.
        about: What it works on, for the page: a source, a folder.
        account: Who began it; empty for the program itself.
        scopes: What that may be used for: who may see none of it is not told `about`.
        state, stage, share: How far it is.
        outcome: What it returned, once done; where it has a `page`, a path, the page of
            the job leads there.
        error: Why it failed; None for a mistake of the program, whose kind is logged.
        began, ended: ISO times.
        untold: Whether its reader may not know what it works on, nor why it failed.
    """

    number: int
    kind: str
    about: str
    account: str
    scopes: tuple[Scope, ...] = (Scope.OPERATIONS,)
    state: JobState = JobState.WAITING
    stage: str = ""
    share: float = 0.0
    outcome: Any = None
    error: StillHereError | None = None
    began: str = ""
    ended: str = ""
    untold: bool = False

    def tell(self, stage: str, share: float) -> None:
        """Note how far it is."""
        self.stage, self.share = stage, share

    @property
    def running(self) -> bool:
        """Whether it waits or is at work."""
        return not self.over

    @property
    def over(self) -> bool:
        """Whether it has ended, well or not."""
        return self.state in {JobState.DONE, JobState.FAILED}


Work = Callable[[Progress], Any]


class Jobs:
    """The jobs of this process, newest last."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._jobs: dict[int, Job] = {}
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="job")
        self._guard = threading.Lock()

    def begin(
        self,
        kind: str,
        work: Work,
        *,
        about: str = "",
        account: str = "",
        scopes: tuple[Scope, ...] = (Scope.OPERATIONS,),
    ) -> Job:
        """Queue work; returns at once."""
        job = Job(next(self._numbers), kind, about, account, scopes)
        with self._guard:
            self._jobs[job.number] = job
            for old in list(self._jobs)[:-KEPT]:
                if self._jobs[old].over:
                    del self._jobs[old]
        self._worker.submit(self._run, job, work)
        return job

    def get(self, number: int) -> Job | None:
        """A job by its number; None for one that is not known any more."""
        return self._jobs.get(number)

    def listed(self) -> list[Job]:
        """Newest first."""
        with self._guard:
            return list(reversed(self._jobs.values()))

    def close(self, seconds: float) -> bool:
        """Drop what waits, and wait for what runs; False where it takes longer."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        until = time.monotonic() + seconds
        while any(job.state is JobState.RUNNING for job in self.listed()):
            if time.monotonic() > until:
                return False
            time.sleep(0.05)
        return True

    @staticmethod
    def _run(job: Job, work: Work) -> None:
        job.state, job.began = JobState.RUNNING, now()
        try:
            job.outcome = work(job.tell)
            job.state = JobState.DONE
        except StillHereError as error:
            job.error, job.state = error, JobState.FAILED
            log.warning("job %s failed: %s", job.kind, error.code)
        except Exception as error:
            job.state = JobState.FAILED
            log.error("job %s failed", job.kind, exc_info=error)  # noqa: TRY400
        finally:
            job.ended = now()
            connections.close_all()


_jobs: list[Jobs] = []


def the_jobs() -> Jobs:
    """The jobs of this process."""
    if not _jobs:
        _jobs.append(Jobs())
    return _jobs[0]
