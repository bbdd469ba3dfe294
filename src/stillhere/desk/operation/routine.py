"""What the desk does by itself: a new date, places read anew, a nightly backup, the picture kept.

One thread looks every half minute what is due. All but the last are begun as jobs, so that
none meets a list that is being read in; keeping the picture holds nobody up.
"""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import connections

from stillhere.desk.clock import now, today
from stillhere.desk.operation import rereading, snapshots
from stillhere.desk.operation.backups import Backups, keep_backups
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.jobs import Job, the_jobs
from stillhere.desk.operation.live import Operation
from stillhere.errors import StillHereError
from stillhere.pipeline.readings import Progress

log = logging.getLogger(__name__)

FIRST_S, EVERY_S = 20.0, 30.0
"""After the start, when people begin to look, nothing else is begun."""

NIGHT = 2
"""Hour of the nightly backup, by the clock of this machine."""

NEVER = -1
"""Position at which nothing was looked at yet."""

_AGAIN = timedelta(hours=1)
"""Until what failed, a nightly backup or keeping the picture, is tried again."""


class Routine:
    """Looks what is due for one operation.

    Args:
        operation: The open one.
        backups: Its backups.
    """

    def __init__(self, operation: Operation, backups: Backups) -> None:
        self._operation = operation
        self._backups = backups
        self._position = operation.position
        self._places_at = NEVER
        self._running: dict[str, Job] = {}
        self._keep_from = ""
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="routine", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Begin nothing more, and wait for what it does itself."""
        self._stop.set()
        self._thread.join(seconds)

    def _run(self) -> None:
        self._trying(self._keep_first)
        wait_s = FIRST_S
        while not self._stop.wait(wait_s):
            wait_s = EVERY_S
            self._trying(self.look)

    def _keep_first(self) -> None:
        """A picture that was built anew is kept at once: the next start is quick."""
        if self._operation.kept < 0:
            self._keep(now())

    @staticmethod
    def _trying(look: Callable[[], None]) -> None:
        try:
            look()
        except StillHereError as error:
            log.warning("the routine could not look: %s", error.code)
        except Exception:
            log.exception("the routine could not look")
        finally:
            connections.close_all()

    def look(self) -> None:
        """Begin what is due and not under way."""
        operation, moment = self._operation, now()
        quiet = operation.position == self._position
        self._position = operation.position
        if not operation.exercise and today() > operation.picture.as_of[:10]:
            self._begin("date", lambda tell: operation.move(today(), tell))
        if quiet and self._places_due():
            self._begin("places", lambda tell: rereading.reread(operation, tell))
        if self._backup_due(moment):
            self._begin("backup", self._nightly, about=str(self._backups.folder))
        if quiet and snapshots.due(operation) and moment >= self._keep_from:
            self._keep(moment)

    def _places_due(self) -> bool:
        """Once nobody types any more: whoever decides on names decides on many."""
        if self._places_at == self._position:
            return False
        self._places_at = self._position
        return rereading.due(self._operation)

    def _keep(self, moment: str) -> None:
        """Keep the picture; where that fails, the next try has time."""
        later = datetime.fromisoformat(moment) + _AGAIN
        self._keep_from = later.isoformat(timespec="seconds")
        snapshots.keep(self._operation)
        self._keep_from = ""

    def _begin(
        self, kind: str, work: Callable[[Progress], Any], *, about: str = ""
    ) -> None:
        known = self._running.get(kind)
        if known is None or known.over:
            self._running[kind] = the_jobs().begin(kind, work, about=about)

    def _nightly(self, tell: Progress) -> Any:
        folder = self._backups.folder
        return (
            None if folder is None else self._backups.take(folder, tell, nightly=True)
        )

    def _backup_due(self, moment: str) -> bool:
        """Once after each night's hour, also where the machine was off at it."""
        record, folder = self._backups.record, self._backups.folder
        if folder is None or not self._backups.possible:
            return False
        here = datetime.fromisoformat(moment)
        failed = record.failed
        if failed is not None and here - datetime.fromisoformat(failed.at) < _AGAIN:
            return False
        night = here.replace(hour=NIGHT, minute=0, second=0)
        latest = night if night <= here else night - timedelta(days=1)
        return record.last is None or datetime.fromisoformat(record.last.at) < latest


_routine: list[Routine] = []


def begin(folder: Path | None) -> None:
    """Begin the routine of the open operation, with nightly backups into a folder."""
    operation = the_operation()
    _routine[:] = [Routine(operation, keep_backups(operation, folder))]
    _routine[0].start()


def stop(seconds: float) -> None:
    """End it; jobs it began go on."""
    for routine in _routine:
        routine.stop(seconds)
