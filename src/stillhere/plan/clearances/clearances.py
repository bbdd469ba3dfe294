"""Which settlements and doors teams may go to, for which vehicle. Unknown is closed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from stillhere.errors import Finding
from stillhere.ledger import Picture, PlaceKey
from stillhere.places.roads import Area, RoadNames
from stillhere.plan.atlas import Atlas
from stillhere.plan.clearances.hazards import Hazards, hazards
from stillhere.plan.clearances.holding import in_force, latest, said, stands, words
from stillhere.plan.clearances.moments import Moment, iso, moment_of
from stillhere.plan.clearances.night import night_of
from stillhere.plan.clearances.standing import Standing
from stillhere.plan.rules import PlanRules
from stillhere.reports import ReportId
from stillhere.vocabulary.roads import Passage, VehicleClass

_CAR = VehicleClass.CAR
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Clearances:
    """What is open at one time.

    Attributes:
        everything: The operation declares every road, village and track open (core and
            tutorial worlds of the exercise); closings and hazards hold all the same.
        places: Keys of settlements cars may go to, sorted.
        cites: Reports behind them, sorted.
        nightfall: Local ISO time at which every clearance of the day has run out.
        open: Words in force that open something, by date and report, each for the
            vehicles it is the latest for.
        given: Words of the day that opened something and have not ended, whatever was
            said after them.
        closed: Words that close something until it is opened by the same name.
        areas: Hazardous areas on the plane, margin included.
        hazards: Words on hazards, wherever they are.
        blocked: Settlements no word opens, with the vehicle.
        findings: Words that could not be read or placed, and what that means.
    """

    everything: bool = False
    places: tuple[PlaceKey, ...] = ()
    cites: tuple[ReportId, ...] = ()
    nightfall: str = ""
    open: tuple[Standing, ...] = ()
    given: tuple[Standing, ...] = ()
    closed: tuple[Standing, ...] = ()
    areas: tuple[Area, ...] = ()
    hazards: tuple[Standing, ...] = ()
    blocked: frozenset[tuple[PlaceKey, VehicleClass]] = frozenset()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def declared(cls) -> "Clearances":
        """Everything is open, because the operation says so."""
        return cls(everything=True)

    @classmethod
    def of(
        cls,
        picture: Picture,
        atlas: Atlas,
        at: str,
        *,
        roads: RoadNames | None = None,
        exercise: bool = False,
        rules: PlanRules | None = None,
    ) -> "Clearances":
        """Clearances in force, by the reports of the security officer.

        Args:
            picture: Holds the reports.
            atlas: Where the settlements are.
            at: ISO time; of a mere date, what is in force at some time of that day.
            roads: The roads of the operation, on which words are placed.
            exercise: As long as no word opens anything, everything is open but what is
                closed or hazardous.
            rules: Margins and the like; the shipped where None.
        """
        table = rules or PlanRules.shipped()
        now = moment_of(at) or Moment("", 0)
        every = words(picture, atlas)
        declared = exercise and not any(w.state is Passage.OPEN for w in every)
        if declared and not every:
            return cls.declared()
        spoken = [word for word in every if said(word, now)]
        night = night_of(now, atlas, table)
        last = latest(spoken)
        opened = [w for w in last if w.state is Passage.OPEN]
        holding = [w for w in opened if in_force(w, now, night)]
        closed = [w for w in last if w.state is Passage.CLOSED and stands(w, now)]
        risky = [w for w in spoken if w.state.hazardous]
        dangers = hazards(risky, atlas, roads, table)
        blocked = _closed_settlements(closed, roads) | dangers.settlements
        cars = {w.settlement for w in holding if not w.road and _CAR in w.vehicles}
        places = tuple(sorted(key for key in cars if (key, _CAR) not in blocked))
        return cls(
            everything=declared,
            places=places,
            cites=tuple(
                sorted({w.report for w in (*holding, *closed, *dangers.words)})
            ),
            nightfall=iso(now.day, night) if now.day else "",
            open=tuple(holding),
            given=tuple(
                word
                for word in spoken
                if word.state is Passage.OPEN and in_force(word, now, night)
            ),
            closed=tuple(closed),
            areas=dangers.areas,
            hazards=dangers.words,
            blocked=blocked,
            findings=tuple(_findings(spoken, opened, holding, closed, dangers, roads)),
        )

    def before_closing(self) -> "Clearances":
        """What would be open had nothing been closed since it was opened today."""
        cars = {w.settlement for w in self.given if not w.road and _CAR in w.vehicles}
        return Clearances(
            everything=self.everything,
            places=tuple(sorted(cars)),
            nightfall=self.nightfall,
            open=self.given,
            given=self.given,
        )

    def allows(self, settlement: PlaceKey, vehicle: VehicleClass = _CAR) -> bool:
        """Whether teams may go there with this vehicle."""
        if (settlement, vehicle) in self.blocked:
            return False
        if self.everything or (vehicle is _CAR and settlement in self.places):
            return True
        return any(
            word.settlement == settlement and not word.road
            for word in self.open
            if vehicle in word.vehicles
        )

    def day_s(self, start: str, wished_s: int) -> int:
        """Seconds of a day that begins at an hour and minute: no longer than to nightfall.

        As wished where everything is open, since nothing runs out then.
        """
        night = moment_of(self.nightfall)
        begins = moment_of(f"{self.nightfall[:10]}T{start}")
        if self.everything or night is None or begins is None:
            return wished_s
        return max(0, min(wished_s, night.first_s - begins.first_s))

    def doors(self, atlas: Atlas, vehicle: VehicleClass = _CAR) -> Mask:
        """Whether teams may go to each dwelling: cleared, and in no hazardous area."""
        cleared = [self.allows(key, vehicle) for key in atlas.settlements]
        found: Mask = np.array(cleared, np.bool_)[atlas.settlement]
        points = (atlas.x_m.astype(np.float64), atlas.y_m.astype(np.float64))
        for area in self.areas:
            found &= ~area.touches(points, points)
        return found


def _closed_settlements(
    closed: Iterable[Standing], roads: RoadNames | None
) -> frozenset[tuple[PlaceKey, VehicleClass]]:
    """Settlements closed as such, or by a road nobody can find on the map."""
    return frozenset(
        (word.settlement, vehicle)
        for word in closed
        if word.settlement and (not word.road or not _found(word, roads))
        for vehicle in word.vehicles
    )


def _found(word: Standing, roads: RoadNames | None) -> bool:
    return roads is not None and roads.pieces(word.road) is not None


def _findings(
    spoken: Sequence[Standing],
    opened: Sequence[Standing],
    holding: Sequence[Standing],
    closed: Sequence[Standing],
    dangers: Hazards,
    roads: RoadNames | None,
) -> Iterable[Finding]:
    ran_out = {w.settlement for w in opened if not w.road} - {
        w.settlement for w in holding if not w.road
    }
    if ran_out - {""}:
        yield Finding.of("plan/clearance-ran-out", places=len(ran_out - {""}))
    for text in sorted({word.unread for word in spoken if word.unread}):
        yield Finding.of("plan/vehicle-unknown", text=text)
    for word in (*holding, *closed, *dangers.unplaced):
        if word.road and roads is not None and not _found(word, roads):
            yield Finding.of("plan/road-not-found", text=word.road)
    if dangers.nowhere:
        yield Finding.of("plan/hazard-nowhere", hazards=len(dangers.nowhere))
