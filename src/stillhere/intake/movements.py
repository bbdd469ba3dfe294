"""Rows and entries about vehicles, trips and clearances."""

from stillhere.intake.columns import Cells, Plain, moment_reader, place_reader
from stillhere.intake.dates import read_moment
from stillhere.intake.values import first_number_of
from stillhere.reports.profile import Profile
from stillhere.reports.report import Report
from stillhere.reports.statements import (
    ClearanceStatement,
    TripStatement,
    VehicleStatement,
)
from stillhere.vocabulary.fields import Field

_VEHICLE = (
    ("vehicle", Field.VEHICLE),
    ("base", Field.SETTLEMENT),
    ("seats", Field.SEATS),
    ("stretchers", Field.STRETCHERS),
    ("wheelchairs", Field.WHEELCHAIRS),
)
_TRIP = (
    ("vehicle", Field.VEHICLE),
    ("origin", Field.ORIGIN),
    ("destination", Field.DESTINATION),
    ("note", Field.NOTE),
    ("people", Field.PEOPLE),
)
_CLEARANCE = (
    ("vehicles", Field.VEHICLE),
    ("state", Field.STATE),
    ("until", Field.UNTIL),
)


class VehicleReader:
    """Reads vehicles and what they carry; None without a plate or name."""

    def __init__(self, profile: Profile) -> None:
        self._texts = Plain.of(profile, _VEHICLE)
        self._moment = moment_reader(profile)

    def read(self, report: Report, cells: Cells) -> VehicleStatement | None:
        """The vehicle of one row."""
        texts = self._texts.read(cells)
        if "vehicle" not in texts:
            return None
        places = {
            name: first_number_of(texts.get(name, "")) or 0
            for name in ("seats", "stretchers", "wheelchairs")
        }
        return VehicleStatement(
            report.id,
            report.source,
            texts["vehicle"],
            base=texts.get("base", ""),
            date=self._moment(cells),
            **places,
        )


class TripReader:
    """Reads trips; None without a vehicle."""

    def __init__(self, profile: Profile) -> None:
        self._texts = Plain.of(profile, _TRIP)
        self._moment = moment_reader(profile)

    def read(self, report: Report, cells: Cells) -> TripStatement | None:
        """The trip of one row."""
        texts = self._texts.read(cells)
        people = first_number_of(texts.pop("people", ""))
        vehicle = texts.pop("vehicle", "")
        if not vehicle:
            return None
        return TripStatement(
            report.id,
            report.source,
            vehicle,
            people=people,
            date=self._moment(cells),
            **texts,
        )


class ClearanceReader:
    """Reads clearances; None without a place or a position."""

    def __init__(self, profile: Profile) -> None:
        self._texts = Plain.of(profile, _CLEARANCE)
        self._place = place_reader(profile)
        self._moment = moment_reader(profile)

    def read(self, report: Report, cells: Cells) -> ClearanceStatement | None:
        """The clearance of one row."""
        place = self._place(cells)
        if (
            not place
            and not (place.lat and place.lon)
            and not (place.x_km and place.y_km)
        ):
            return None
        texts = self._texts.read(cells)
        until = read_moment(texts.pop("until", ""))
        return ClearanceStatement(
            report.id,
            report.source,
            place,
            until=until,
            date=self._moment(cells),
            **texts,
        )
