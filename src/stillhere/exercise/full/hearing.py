"""What people found say, as the report a team makes of it."""

from stillhere.exercise.full.course import Hint
from stillhere.reports import OperationKey, Report, Stamp, make_report
from stillhere.vocabulary import ReportKind

HOW_KNOWN = "said by people found"


def told_report(hint: Hint, key: OperationKey, *, at: str, team: str) -> Report:
    """A call entry about the place and, where it was said, the name.

    The truth behind it (who and which dwelling) is left out.

    Args:
        hint: As `Course.tells` gives it.
        key: Of the operation.
        at: ISO date and time at which it was said.
        team: Source of the report.
    """
    fields = {
        "name": hint.name,
        "settlement": hint.settlement,
        "address": hint.address,
        "flat": hint.flat,
        "how_known": HOW_KNOWN,
        "date": at,
    }
    stamp = Stamp(source_date=at)
    return make_report(key, ReportKind.CALL, team, fields, stamp=stamp)
