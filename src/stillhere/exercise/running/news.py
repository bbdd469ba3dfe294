"""Which reports a planner is handed on which morning.

Calls and tracing requests are known from the morning after their stated hour, and so is
what a full world states by the hour: visits, clearances, needs and services. Everything
else, and what states no hour, is known from the first. Source: exercise.md, point 11.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from stillhere.errors import Finding
from stillhere.exercise.hours import START
from stillhere.intake import Import, Operation, state
from stillhere.reports import Profile, Report
from stillhere.vocabulary import ReportKind

_ASKED = frozenset({ReportKind.CALL, ReportKind.TRACING})
_DATED = _ASKED | {
    *(ReportKind.VISIT, ReportKind.CLEARANCE),
    *(ReportKind.NEED, ReportKind.SERVICE),
}
_DAY = timedelta(days=1)
_FULL_DATE, _WITH_TIME = len("2023-10-04"), len("2023-10-04T08:00")


@dataclass(frozen=True, slots=True)
class News:
    """Reports by the first day they are known, each day in the order they were read."""

    days: Mapping[int, Sequence[Report]]
    findings: tuple[Finding, ...] = ()

    def at(self, day: int) -> Sequence[Report]:
        """Reports newly known at the start of a day."""
        return self.days.get(day, ())


NOTHING = News({})
"""For a policy that reads no lists."""


def news_of(imported: Import, operation: Operation) -> News:
    """Put everything read from the lists of a world on the day it becomes known."""
    hour_0, findings = hour_0_of(operation)
    profiles = {profile.source: profile for profile in imported.profiles}
    days: dict[int, list[Report]] = {}
    undated = 0
    for report in imported.reports:
        profile = profiles.get(report.source)
        known = 0
        kind = _kind(report, profile)
        if kind in _DATED:
            day = _day_of(_moment(report, profile), hour_0)
            undated += day is None and kind in _ASKED
            known = day or 0
        days.setdefault(known, []).append(report)
    if undated:
        findings += (Finding.of("exercise/calls-without-hour", count=undated),)
    return News(days, findings)


def _kind(report: Report, profile: Profile | None) -> ReportKind:
    """What it is about, as a row or as an entry."""
    if report.kind is ReportKind.ROW and profile is not None:
        return profile.kind
    return report.kind


def _moment(report: Report, profile: Profile | None) -> str | None:
    moment: str | None = getattr(state(report, profile), "date", None)
    return moment


def _day_of(stated: str | None, hour_0: datetime) -> int | None:
    """The first day it is known; None where no day is stated. A day ends at midnight."""
    if stated is None or len(stated) < _FULL_DATE:
        return None
    moment = datetime.fromisoformat(stated)
    if len(stated) < _WITH_TIME:
        moment += _DAY - timedelta(minutes=1)
    return max(0, (moment - hour_0) // _DAY + 1)


def hour_0_of(operation: Operation) -> tuple[datetime, tuple[Finding, ...]]:
    """Hour 0 by the clocks of the place, without its zone: lists state none.

    That of the exercise, and a finding, where the operation states none.
    """
    declared, findings = local_hour_0(operation)
    return declared.replace(tzinfo=None), findings


def local_hour_0(operation: Operation) -> tuple[datetime, tuple[Finding, ...]]:
    """The same with its zone, where one is stated."""
    findings: tuple[Finding, ...] = ()
    try:
        declared = datetime.fromisoformat(operation.hour_0 or "")
    except ValueError:
        declared = START
        findings = (Finding.of("exercise/hour-0-missing", hour_0=START.isoformat()),)
    if declared.tzinfo is not None:
        declared = _by_local_clocks(declared, operation.time_zone)
    return declared, findings


def _by_local_clocks(moment: datetime, zone: str) -> datetime:
    """The same moment in a time zone; as it is where the system knows no such zone."""
    try:
        return moment.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return moment
