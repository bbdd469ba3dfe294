"""Reports as lines of a list: who says what of whom, when, and where it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from stillhere.desk.naming import PersonName, written_name
from stillhere.desk.views.unshown import may_see
from stillhere.desk.wording import in_words
from stillhere.ledger import Picture
from stillhere.ledger.described import line
from stillhere.reports import Provenance, Report, ReportId
from stillhere.reports.statements import (
    AnimalsStatement,
    AssuranceStatement,
    CallStatement,
    ClearanceStatement,
    CountStatement,
    DialledStatement,
    IntentionStatement,
    NeedStatement,
    PropertyStatement,
    RemainsStatement,
    ServiceStatement,
    Statement,
    TracingRequest,
    TripStatement,
    VehicleStatement,
    VisitStatement,
    WrittenPlace,
)
from stillhere.vocabulary import ReportKind

_KINDS: Mapping[type, ReportKind] = {
    AnimalsStatement: ReportKind.ANIMALS,
    AssuranceStatement: ReportKind.ASSURANCE,
    CallStatement: ReportKind.CALL,
    ClearanceStatement: ReportKind.CLEARANCE,
    CountStatement: ReportKind.COUNT,
    DialledStatement: ReportKind.DIALLED,
    IntentionStatement: ReportKind.INTENTION,
    NeedStatement: ReportKind.NEED,
    PropertyStatement: ReportKind.PROPERTY,
    RemainsStatement: ReportKind.REMAINS,
    ServiceStatement: ReportKind.SERVICE,
    TracingRequest: ReportKind.TRACING,
    TripStatement: ReportKind.TRIP,
    VehicleStatement: ReportKind.VEHICLE,
    VisitStatement: ReportKind.VISIT,
}
"""What a row of a list amounts to, by what it states."""


@dataclass(frozen=True, slots=True)
class Line:
    """One report in a list.

    Attributes:
        report: Its id.
        says: What it says, in words: an event of a person, else its kind.
        source: Who says so; empty where the reader may not see the report.
        date: ISO date or time of what is said; empty where none is stated.
        name: Of the person, as this report writes it; None where it names none.
        origin: Where it was read; None for what was typed in.
        person: Whether it is held to be somebody with a page.
        where: Place as written, for a report of a place; empty for one of a person.
    """

    report: ReportId
    says: str = ""
    source: str = ""
    date: str = ""
    name: PersonName | None = None
    origin: Provenance | None = None
    person: bool = False
    where: str = ""


def lines(
    request: HttpRequest, picture: Picture, reports: Iterable[ReportId]
) -> list[Line]:
    """The lines of some reports, in their order; nothing but an id of hidden ones."""
    return [_line(request, picture, report) for report in reports]


def _line(request: HttpRequest, picture: Picture, report: ReportId) -> Line:
    found = picture.evidence.report(report)
    if found is None or not may_see(request, found):
        return Line(report)
    person = picture.evidence.mention(report)
    statement = picture.evidence.statement(report)
    date = getattr(statement, "date", None) or found.stamp.source_date
    return Line(
        report=report,
        says=said_by(picture, found),
        source=found.source,
        date=date or "",
        name=written_name(person.name.text, person.name.language)
        if person is not None and person.name
        else None,
        origin=picture.evidence.provenance(report),
        person=person is not None,
        where=_where(statement) if person is None else "",
    )


def _where(statement: Statement | None) -> str:
    place = getattr(statement, "place", None)
    return line(place) if isinstance(place, WrittenPlace) else ""


def said_by(picture: Picture, report: Report) -> str:
    """What a report says, in a few words."""
    person = picture.evidence.mention(report.id)
    if person is not None:
        return in_words(person.event)
    statement = picture.evidence.statement(report.id)
    return in_words(_KINDS.get(type(statement), report.kind))
