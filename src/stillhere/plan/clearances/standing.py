"""One word of a security officer, read: of what, for whom, from when until when."""

import re
from dataclasses import dataclass
from typing import Final

from stillhere.intake.located import PlaceReader
from stillhere.intake.passages import EVERYONE, passage_of, vehicles_of
from stillhere.ledger import PlaceKey
from stillhere.plan.clearances.moments import Moment, moment_of
from stillhere.reports import ReportId
from stillhere.reports.statements import ClearanceStatement, WrittenPlace
from stillhere.vocabulary.roads import Passage, VehicleClass

UNSAID: Final = frozenset({VehicleClass.WALKING, VehicleClass.CAR})
"""Who may go where a clearance names no vehicle: not the heavy, not the full."""
_OUTLINE: Final = re.compile(r"POLYGON\s*\(\((.*?)\)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_SIGNS: Final = re.compile(r"[\W_]+")
_METRES: Final = 1000


@dataclass(frozen=True, slots=True)
class Standing:
    """What one report says.

    Attributes:
        report: Its id.
        settlement: It is of; empty where none is named.
        road: Name, number, way or stretch; empty for the settlement as a whole.
        vehicles: It is for.
        state: Open, closed, or how sure a hazard is.
        begins: When it was said; None where no day is stated.
        ends: Until when, as stated.
        plane: Metres east and north on the plane of the operation, where stated.
        degrees: Latitude and longitude, where stated.
        outline: Corners of an area, latitude and longitude.
        reach_m: Radius around the position, where stated.
        unread: What names a vehicle nobody knows; else empty.
    """

    report: ReportId
    settlement: PlaceKey
    road: str
    vehicles: frozenset[VehicleClass]
    state: Passage
    begins: Moment | None
    ends: Moment | None
    plane: tuple[int, int] | None = None
    degrees: tuple[float, float] | None = None
    outline: tuple[tuple[float, float], ...] = ()
    reach_m: int | None = None
    unread: str = ""

    @property
    def day(self) -> str:
        """The one day it is for: that on which it was said, else the last; or none."""
        stated = self.begins or self.ends
        return stated.day if stated else ""

    @property
    def thing(self) -> tuple[str, str]:
        """What it is of, equal for equal things."""
        return self.settlement, _SIGNS.sub("", self.road).casefold()

    @property
    def placed(self) -> bool:
        """Whether it says itself where it is."""
        return bool(self.plane or self.degrees or self.outline)


def standing_of(
    said: ClearanceStatement, reader: PlaceReader, source_date: str | None
) -> Standing:
    """Read what a report says.

    Args:
        said: As the list or entry stated it.
        reader: Knows settlements and their streets.
        source_date: Of the report, where the statement has no date.
    """
    state, vehicles = passage_of(said.state), vehicles_of(said.vehicles)
    unread = "" if vehicles or not said.vehicles.strip() else said.vehicles
    if state is not Passage.OPEN:
        vehicles = vehicles if state is Passage.CLOSED and vehicles else EVERYONE
    elif not vehicles and not unread:
        vehicles = UNSAID
    settlement, road = _what(said.place, reader)
    text = f"{said.place.address} {said.place.street}"
    return Standing(
        report=said.report,
        settlement=settlement,
        road=road,
        vehicles=vehicles,
        state=state,
        begins=moment_of(said.date or source_date),
        ends=moment_of(said.until),
        plane=_plane(said.place),
        degrees=_degrees(said.place),
        outline=_outline(text),
        reach_m=_whole(said.place.accuracy_m),
        unread=unread if state is Passage.OPEN else "",
    )


def _what(place: WrittenPlace, reader: PlaceReader) -> tuple[PlaceKey, str]:
    """The settlement, and the road where it is of one."""
    road = (f"{place.street} {place.house}".strip() or place.address).strip()
    found = reader.locate(place)
    known = found.settlement in reader.gazetteer
    if not road or _OUTLINE.search(road):
        return found.settlement, ""
    if not place.settlement and known and not (found.dwelling or found.street):
        return found.settlement, ""
    return (found.settlement if known or place.settlement else PlaceKey("")), road


def _plane(place: WrittenPlace) -> tuple[int, int] | None:
    at = (_number(place.x_km), _number(place.y_km))
    if at[0] is None or at[1] is None:
        return None
    return round(at[0] * _METRES), round(at[1] * _METRES)


def _degrees(place: WrittenPlace) -> tuple[float, float] | None:
    lat, lon = _number(place.lat), _number(place.lon)
    return None if lat is None or lon is None else (lat, lon)


def _outline(text: str) -> tuple[tuple[float, float], ...]:
    """Corners of a polygon as well-known text has them: longitude first."""
    found = _OUTLINE.search(text)
    if found is None:
        return ()
    pairs = [_NUMBER.findall(pair) for pair in found.group(1).split(",")]
    corners = [(float(p[1]), float(p[0])) for p in pairs if len(p) >= 2]
    return tuple(corners) if len(corners) > 2 else ()


def _whole(text: str) -> int | None:
    number = _number(text)
    return None if number is None or number < 0 else round(number)


def _number(text: str) -> float | None:
    found = _NUMBER.search(text.replace(",", "."))
    return float(found.group()) if found else None
