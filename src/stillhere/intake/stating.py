"""What a report states: report and profile in, one statement out.

Pure, and the only place that knows which reader reads which kind. A reader is made once
per profile and remembered.
"""

import json
from functools import lru_cache
from typing import Protocol

from stillhere.errors import Finding
from stillhere.intake.calls import CallReader, TracingReader
from stillhere.intake.columns import Cells, as_text, entry_profile
from stillhere.intake.decisions import read_decision
from stillhere.intake.dialled import read_dialled
from stillhere.intake.movements import ClearanceReader, TripReader, VehicleReader
from stillhere.intake.needs import LACKS
from stillhere.intake.people import PersonReader, is_somebody
from stillhere.intake.surroundings import KINDS, SurroundingsReader
from stillhere.intake.visits import VisitReader
from stillhere.reports.profile import Profile
from stillhere.reports.report import Report
from stillhere.reports.statements import (
    CallStatement,
    PersonStatement,
    Statement,
    TracingRequest,
)
from stillhere.vocabulary.kinds import ReportKind


class Reader(Protocol):
    """What every family of readers offers."""

    def read(self, report: Report, cells: Cells) -> Statement | None:
        """The statement of one report with these fields."""


_FAMILIES = {
    ReportKind.PERSON: PersonReader,
    ReportKind.CALL: CallReader,
    ReportKind.TRACING: TracingReader,
    ReportKind.VISIT: VisitReader,
    ReportKind.VEHICLE: VehicleReader,
    ReportKind.TRIP: TripReader,
    ReportKind.CLEARANCE: ClearanceReader,
    **dict.fromkeys(KINDS, SurroundingsReader),
}
LIST_KINDS = tuple(kind for kind in ReportKind if kind in _FAMILIES)
"""Kinds of statement the row of a list can make, in the order of the code list."""

_BY_IDENTITY: dict[int, tuple[Profile, Reader | None]] = {}
"""A cache: keeps its profiles alive, so that an identity is never used twice."""
_MOST_KNOWN = 4096


def state(report: Report, profile: Profile | None) -> Statement | None:
    """The statement of one report.

    Args:
        report: As it is in force, corrections applied.
        profile: The profile of its source; needed for rows, ignored for others.

    Returns:
        None where the report states nothing that can be counted: `state_findings`
        then says why. The report itself is kept in every case.
    """
    cells = _fields(report)
    if not cells:
        return None
    if report.kind is not ReportKind.ROW:
        return _entry(report, cells)
    if profile is None:
        return None
    reader = _reader(profile)
    return _somebody(reader.read(report, cells)) if reader else None


def state_findings(report: Report, profile: Profile | None) -> tuple[Finding, ...]:
    """Why a report gives no statement; empty where it gives one, or cannot give one.

    Profiles, rules, plans and other decisions about the program state nothing of the
    world, and an erased body is no fault.
    """
    if report.body == "{}" or state(report, profile) is not None:
        return ()
    where = {"report": report.id, "source": report.source}
    kind = report.kind
    if kind is ReportKind.ROW:
        if profile is None:
            return (Finding.of("intake/row-without-profile", **where),)
        kind = profile.kind
    if not _fields(report):
        return (Finding.of("intake/body-unreadable", **where),)
    if kind in (ReportKind.PERSON, ReportKind.TRACING):
        return (Finding.of("intake/row-without-person", **where),)
    what = LACKS.get(kind)
    return (Finding.of("intake/row-without", what=what, **where),) if what else ()


def _reader(profile: Profile) -> Reader | None:
    """`reader_of` found by identity: hashing a profile costs more than reading a row."""
    known = _BY_IDENTITY.get(id(profile))
    if known is not None and known[0] is profile:
        return known[1]
    if len(_BY_IDENTITY) >= _MOST_KNOWN:
        _BY_IDENTITY.clear()
    reader = reader_of(profile)
    _BY_IDENTITY[id(profile)] = (profile, reader)
    return reader


@lru_cache(maxsize=4096)
def reader_of(profile: Profile) -> Reader | None:
    """The reader of a profile's rows; None for a kind rows cannot have."""
    family = _FAMILIES.get(profile.kind)
    return None if family is None else family(profile)


@lru_cache(maxsize=64)
def _entry_reader(kind: ReportKind) -> Reader | None:
    return reader_of(entry_profile(kind))


def _entry(report: Report, cells: Cells) -> Statement | None:
    if report.kind is ReportKind.DIALLED:
        return read_dialled(report, cells)
    reader = _entry_reader(report.kind)
    if reader is None:
        return read_decision(report, cells)
    return _somebody(reader.read(report, cells))


def _somebody(statement: Statement | None) -> Statement | None:
    """Leave out persons without name and document, and calls that tell of nothing."""
    if isinstance(statement, PersonStatement):
        return statement if is_somebody(statement) else None
    if isinstance(statement, TracingRequest):
        return statement if is_somebody(statement.sought) else None
    if isinstance(statement, CallStatement):
        told = statement.person or statement.place or statement.note
        return statement if told or statement.place.x_km else None
    return statement


def _fields(report: Report) -> Cells:
    """The body; nothing where it is erased or damaged."""
    try:
        parsed = json.loads(report.body)
    except ValueError:
        return {}
    if not isinstance(parsed, dict):
        return {}
    if report.kind is ReportKind.ROW:
        return parsed
    return {name: as_text(value) for name, value in parsed.items()}
