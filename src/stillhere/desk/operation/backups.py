"""Backups taken while the desk runs: by night, and when somebody asks for one.

Each is read over a connection of its own, so that nobody who enters has to wait. What was
taken last, and what failed last, is noted in the store.
"""

import json
import logging
import shutil
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from stillhere.desk.clock import now
from stillhere.desk.operation.live import Operation
from stillhere.desk.operation.starting import store_of
from stillhere.desk.unlocked import held
from stillhere.errors import StillHereError
from stillhere.pipeline.readings import Progress
from stillhere.store.backup import MANIFEST

log = logging.getLogger(__name__)

KEPT = 14
"""Nightly backups that stay; older ones are removed."""

LATE = timedelta(hours=12)
"""After this long without a backup every page says so."""

_NOTE = "backups"


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup that is whole.

    Attributes:
        at: ISO time it was begun.
        place: Its own folder.
        reports: How many it holds.
        digest: Of its set of reports.
    """

    at: str
    place: str
    reports: int
    digest: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A backup that could not be taken.

    Attributes:
        at: ISO time.
        place: Where it should have gone.
        code, values: Of the error.
    """

    at: str
    place: str
    code: str
    values: dict[str, str]

    @property
    def error(self) -> StillHereError:
        """Why."""
        return StillHereError(self.code, **self.values)


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of backups.

    Attributes:
        since: ISO time from which on one should have been taken.
        last: The latest that is whole; None before the first.
        failed: A later one that failed; None where there is none.
        nightly: Folders of those taken by night that are still kept, oldest first.
    """

    since: str
    last: Taken | None = None
    failed: Failed | None = None
    nightly: tuple[str, ...] = ()

    def age(self, moment: str) -> timedelta:
        """How long nothing has been backed up."""
        since = self.last.at if self.last is not None else self.since
        return datetime.fromisoformat(moment) - datetime.fromisoformat(since)

    def late(self, moment: str) -> bool:
        """Whether that is too long."""
        return self.age(moment) > LATE


class Backups:
    """The backups of one operation.

    Args:
        operation: What is backed up.
        folder: Where those of the night go; None where there are none.
    """

    def __init__(self, operation: Operation, folder: Path | None) -> None:
        self._operation = operation
        self.folder = folder
        self._record = _read(operation)

    @property
    def record(self) -> Record:
        """What is known now."""
        return self._record

    @property
    def possible(self) -> bool:
        """Whether this program can take them: not of a database on a server."""
        return held().path is not None

    def take(self, folder: Path, tell: Progress, *, nightly: bool = False) -> Taken:
        """Take one into a new folder inside `folder`, and note how it went.

        Raises:
            StillHereError: It could not be taken; what stood there is as it was.
        """
        moment = now()
        try:
            taken = self._taken(folder, moment, tell)
        except StillHereError as error:
            failed = Failed(moment, str(folder), error.code, error.values)
            self._note(replace(self._record, failed=failed))
            raise
        self._note(replace(self._record, last=taken, failed=None))
        if nightly:
            tell("removing old copies", 0.0)
            self._thin(taken.place)
        return taken

    def _taken(self, folder: Path, moment: str, tell: Progress) -> Taken:
        if not self.possible:
            raise StillHereError("desk/backup-on-server")
        if folder != self.folder and not folder.is_dir():
            raise StillHereError("desk/backup-folder", path=folder)
        tell("copying", 0.0)
        with store_of(held()) as store:
            place = store.backup(folder)
        manifest = json.loads((place / MANIFEST).read_bytes())
        log.info("backup of %s reports taken", manifest["reports"])
        return Taken(moment, str(place), manifest["reports"], manifest["digest"])

    def _thin(self, newest: str) -> None:
        """Keep the latest nightly ones; a folder that is no backup is left alone."""
        all_of_them = [*self._record.nightly, newest]
        for old in map(Path, all_of_them[:-KEPT]):
            if (old / MANIFEST).is_file():
                shutil.rmtree(old, ignore_errors=True)
        self._note(replace(self._record, nightly=tuple(all_of_them[-KEPT:])))

    def _note(self, record: Record) -> None:
        """Remember it here, and in the store where the disk allows."""
        self._record = record
        text = json.dumps(asdict(record), ensure_ascii=False)
        try:
            with self._operation.writing() as store:
                store.remember(_NOTE, text)
        except StillHereError as error:
            log.warning("the note of a backup could not be stored: %s", error.code)


def _read(operation: Operation) -> Record:
    with operation.writing() as store:
        text = store.recall(_NOTE)
        if text is None:
            record = Record(since=now())
            store.remember(_NOTE, json.dumps(asdict(record)))
            return record
    kept = json.loads(text)
    last, failed = kept["last"], kept["failed"]
    return Record(
        since=kept["since"],
        last=None if last is None else Taken(**last),
        failed=None if failed is None else Failed(**failed),
        nightly=tuple(kept["nightly"]),
    )


_backups: list[Backups] = []


def keep_backups(operation: Operation, folder: Path | None) -> Backups:
    """Make these the backups of the process."""
    _backups[:] = [Backups(operation, folder)]
    return _backups[0]


def the_backups() -> Backups | None:
    """The backups of the process; None before the desk is served."""
    return _backups[0] if _backups else None
