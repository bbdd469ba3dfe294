"""Vehicles, trips and clearances."""

from dataclasses import dataclass

from stillhere.reports.report import ReportId
from stillhere.reports.statements.people import WrittenPlace


@dataclass(frozen=True, slots=True)
class VehicleStatement:
    """A vehicle and what it can carry, in persons."""

    report: ReportId
    source: str
    vehicle: str
    seats: int = 0
    stretchers: int = 0
    wheelchairs: int = 0
    base: str = ""
    date: str | None = None


@dataclass(frozen=True, slots=True)
class TripStatement:
    """One trip of a vehicle: departed, arrived, persons on board as stated."""

    report: ReportId
    source: str
    vehicle: str
    people: int | None = None
    origin: str = ""
    destination: str = ""
    date: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClearanceStatement:
    """A road, village or track open for which vehicles until when (ISO time)."""

    report: ReportId
    source: str
    place: WrittenPlace
    vehicles: str = ""
    until: str | None = None
    state: str = ""
    date: str | None = None
