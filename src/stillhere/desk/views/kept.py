"""Where the backups stand, as pages say it."""

from dataclasses import dataclass

from stillhere.desk.clock import now
from stillhere.desk.operation.backups import Taken, the_backups
from stillhere.desk.saying import said


@dataclass(frozen=True, slots=True)
class BackupState:
    """What a page says of backups.

    Attributes:
        last: The latest that is whole; None before the first.
        late: Whether one is overdue.
        hours: Whole hours nothing has been backed up.
        failed: Why a later one failed, and when; empty where none did.
        failed_at: ISO time of that.
    """

    last: Taken | None
    late: bool
    hours: int
    failed: str = ""
    failed_at: str = ""


def backup_state() -> BackupState | None:
    """How it stands now; None where this program takes no backups."""
    backups = the_backups()
    if backups is None or not backups.possible:
        return None
    record, moment = backups.record, now()
    hours = int(record.age(moment).total_seconds() // 3600)
    failed = record.failed
    return BackupState(
        record.last,
        record.late(moment),
        hours,
        "" if failed is None else said(failed.error),
        "" if failed is None else failed.at,
    )
