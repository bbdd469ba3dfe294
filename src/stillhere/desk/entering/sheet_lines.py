"""A returned sheet, line by line: what is typed becomes visits.

A changed line takes the earlier reports back and states it anew; a line that is as it
was stored stores nothing. So a sheet can be sent as often as one likes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from stillhere.desk.entering.doors import door_fields
from stillhere.desk.entering.writing import Entry, Hand, written
from stillhere.desk.planning.handing import HandedSheet, HandedStop
from stillhere.intake import BuildingTable
from stillhere.ledger import Picture
from stillhere.reports import Json, Report, ReportId
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import PersonEvent, ReportKind, VisitHow, VisitResult
from stillhere.vocabulary.fields import Field

BETWEEN_NAMES = ";"
RETYPED = "typed in anew from the sheet"
"""Why a line is taken back: the words of the report, the same in every language."""


class Typed(NamedTuple):
    """One line as typed; a line without a result is not filled in."""

    result: str = ""
    people: str = ""
    names: str = ""
    time: str = ""
    note: str = ""

    @property
    def several(self) -> tuple[str, ...]:
        """The names one by one."""
        parts = (name.strip() for name in self.names.split(BETWEEN_NAMES))
        return tuple(name for name in parts if name)

    @property
    def settled(self) -> "Typed":
        """The line in the form it is compared in."""
        return self._replace(names=f"{BETWEEN_NAMES} ".join(self.several))


@dataclass(frozen=True, slots=True)
class StoredLine:
    """A line that is stored.

    Attributes:
        typed: As it was typed.
        reports: The visit, and further people met.
    """

    typed: Typed
    reports: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What lines of one sheet are written with."""

    sheet: HandedSheet
    buildings: BuildingTable
    hand: Hand
    at: str


def stored_line(picture: Picture, visits: Sequence[ReportId]) -> StoredLine:
    """The line of a stop, by the visits typed in for it; the last one is shown."""
    reports: list[ReportId] = []
    typed = Typed()
    for visit in sorted(visits):
        body = _body(picture, visit)
        others = [ReportId(name) for name in body.get("with", ())]
        reports += [visit, *others]
        typed = _as_typed(body, [_body(picture, name) for name in others])
    return StoredLine(typed, tuple(reports))


def _body(picture: Picture, report: ReportId) -> dict[str, Any]:
    found = picture.evidence.report(report)
    return {} if found is None else found.fields


def _as_typed(body: dict[str, Any], others: Sequence[dict[str, Any]]) -> Typed:
    names = [str(one[Field.NAME]) for one in (body, *others) if one.get(Field.NAME)]
    return Typed(
        result=str(body.get(Field.RESULT, "")),
        people=str(body.get(Field.PEOPLE, "")),
        names=f"{BETWEEN_NAMES} ".join(names),
        time=str(body.get(Field.TIME, "")),
        note=str(body.get(Field.NOTE, "")),
    )


def line_reports(
    stop: HandedStop, typed: Typed, stored: StoredLine | None, table: Table
) -> tuple[Report, ...]:
    """What a line adds to the reports: nothing where it is as it was stored.

    Args:
        stop: Of the line.
        typed: As it stands in the form now.
        stored: As it is stored; None where it is not.
        table: The sheet, and who types.
    """
    settled = typed.settled
    if settled.result == "":
        return () if stored is None else (_taken_back(stored, table),)
    if stored is not None and stored.typed.settled == settled:
        return ()
    back = () if stored is None else (_taken_back(stored, table),)
    return (*back, *_visit(stop, settled, table))


def _taken_back(stored: StoredLine, table: Table) -> Report:
    signed = Signed(table.hand.key, by=table.hand.author, at=table.at, why=RETYPED)
    return withdraw_reports(stored.reports, signed)


def _visit(stop: HandedStop, typed: Typed, table: Table) -> Iterator[Report]:
    """The visit, and everybody met after the first as a person of their own."""
    first, *others = typed.several or ("",)
    further = [_met(stop, name, typed, table) for name in others]
    fields = {
        **_where(stop, typed, table),
        Field.RESULT: typed.result,
        Field.HOW: _how(typed.result).value,
        Field.PEOPLE: typed.people,
        Field.NAME: first,
        Field.NOTE: typed.note,
    }
    beside: dict[str, Json] = {**_line(stop, table)}
    if further:
        beside["with"] = [report.id for report in further]
    yield _written(ReportKind.VISIT, fields, beside, table)
    yield from further


def _met(stop: HandedStop, name: str, typed: Typed, table: Table) -> Report:
    fields = {
        **_where(stop, typed, table),
        Field.NAME: name,
        Field.EVENT: PersonEvent.FOUND.value,
    }
    return _written(ReportKind.PERSON, fields, _line(stop, table), table)


def _where(stop: HandedStop, typed: Typed, table: Table) -> dict[Field, str]:
    door = door_fields(stop.key, table.buildings)
    place = {Field(name): text for name, text in door.items()}
    team = str(table.sheet.team)
    moment = {Field.DATE: table.sheet.day, Field.TIME: typed.time}
    return {**place, Field.TEAM: team, **moment}


def _line(stop: HandedStop, table: Table) -> dict[str, Json]:
    return {"sheet": table.sheet.code, "stop": stop.number}


def _how(result: str) -> VisitHow:
    """A team on a sheet knocks; empty is said only of what was entered."""
    return VisitHow.ENTERED if result == VisitResult.EMPTY else VisitHow.KNOCKED


def _written(
    kind: ReportKind, fields: dict[Field, str], beside: dict[str, Json], table: Table
) -> Report:
    source = f"team {table.sheet.team}"
    return written(Entry(kind, source, fields, beside=beside), table.hand)
