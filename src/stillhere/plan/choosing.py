"""One choice: the best door from where a team is, now, among those still open."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stillhere.errors import Finding
from stillhere.ledger import PlaceKey
from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.belief import Belief
from stillhere.plan.clearances import Clearances
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.travel import TravelLaw
from stillhere.plan.visits import Detection


class Spot(NamedTuple):
    """Where a team is: a point, its settlement and building (-1: none)."""

    x_m: int
    y_m: int
    settlement: int
    building: int


class Choice(NamedTuple):
    """A chosen door; `chance` that the knock finds anybody and `found` in millionths."""

    key: PlaceKey
    place: Spot
    travel_s: int
    knock_s: int
    leave_by_s: int
    chance: int
    found: int


class Chooser:
    """Open doors and what they are worth; every choice closes one for the day."""

    def __init__(
        self, believed: Belief, atlas: Atlas, clearances: Clearances, rules: PlanRules
    ) -> None:
        self._atlas, self._believed, self._clearances = atlas, believed, clearances
        self._law = TravelLaw.of(rules)
        self._day_s = rules.number("time", "day_s")
        self._run = rules.number("time", "excursion_stops")
        self._run_stop_s = rules.number("time", "excursion_stop_s")
        detection = Detection(rules)
        numbers = [atlas.index[k] for k in believed.doors if k in atlas.index]
        doors = [believed.doors[atlas.keys[n]] for n in numbers]
        self._of = np.array(numbers, dtype=np.int64)
        q = [round(MILLION * detection.next_knock(door.knocks)) for door in doors]
        self._found = _scaled([door.expected for door in doors], q)
        self._chance = _scaled([door.chance for door in doors], q)
        self._value = _scaled([door.weighted for door in doors], q)
        self._settlement = atlas.settlement[self._of]
        self._x, self._y = atlas.x_m[self._of], atlas.y_m[self._of]
        block, house = (
            rules.number("time", f"knock_{n}_s") for n in ("block", "house")
        )
        self._knock = np.where(atlas.block[self._of], block, house).astype(np.int64)
        cleared = [clearances.allows(key) for key in atlas.settlements]
        self._open = np.array(cleared, dtype=np.bool_)[self._settlement]
        self._open &= self._value > 0
        self._base = self._settlement_at(0, 0) if len(atlas) else -1
        self._back = self._ways_back()
        self._members = [
            np.flatnonzero(self._settlement == n) for n in range(len(atlas.settlements))
        ]
        self._runs: list[Ints | None] = [None] * len(atlas.settlements)

    def place_of(self, x_m: int, y_m: int) -> Spot:
        """The spot of a point."""
        return Spot(x_m, y_m, self._settlement_at(x_m, y_m), -1)

    def _settlement_at(self, x_m: int, y_m: int) -> int:
        centres = self._atlas.centres
        dx, dy = centres[:, 0] - x_m, centres[:, 1] - y_m
        return int(np.argmin(dx * dx + dy * dy))

    def _ways_back(self) -> Ints:
        """Seconds from a settlement to base; none from the settlement of the base."""
        centres = self._atlas.centres
        back = self._law.between_s(centres[:, 0], centres[:, 1])
        if self._base >= 0:
            back[self._base] = 0
        return back

    def choose(self, at: Spot, clock_s: int) -> Choice | None:
        """The next door, closed for everybody else from now; None when none fits."""
        here, rate, travel = self._best_here(at, clock_s)
        there = self._best_elsewhere(at, clock_s, rate)
        if there is not None:
            door, way = self._first_there(at, there, clock_s)
            if door is not None:
                here, travel = door, way
        if here is None:
            return None
        return self._take(here, travel)

    def _best_here(self, at: Spot, clock_s: int) -> tuple[int | None, int, int]:
        """Best open door of this settlement, its index and the way to it."""
        doors = self._open_in(at.settlement)
        travel = self._law.inside_s(self._x[doors] - at.x_m, self._y[doors] - at.y_m)
        same = self._atlas.building[self._of[doors]] == at.building
        travel[same] = self._law.next_flat_s
        return self._best(doors, travel, clock_s)

    def _first_there(
        self, at: Spot, settlement: int, clock_s: int
    ) -> tuple[int | None, int]:
        """Best open door of another settlement and the way to it."""
        doors = self._open_in(settlement)
        travel = self._law.between_s(self._x[doors] - at.x_m, self._y[doors] - at.y_m)
        door, _, way = self._best(doors, travel, clock_s)
        return door, way

    def _best(
        self, doors: Ints, travel: Ints, clock_s: int
    ) -> tuple[int | None, int, int]:
        effort = travel + self._knock[doors]
        fits = clock_s + effort + self._back[self._settlement[doors]] <= self._day_s
        if not fits.any():
            return None, 0, 0
        index = np.where(fits, self._value[doors] // effort, -1)
        best = int(np.argmax(index))
        return int(doors[best]), int(index[best]), int(travel[best])

    def _best_elsewhere(self, at: Spot, clock_s: int, rate: int) -> int | None:
        """Another settlement whose best run of doors beats `rate`; None if none does."""
        best, best_rate = None, rate
        centres = self._atlas.centres
        dx, dy = centres[:, 0] - at.x_m, centres[:, 1] - at.y_m
        ways = self._law.between_s(dx, dy)
        for n in range(len(ways)):
            values = self._run_of(n)
            if n == at.settlement or not len(values):
                continue
            way, back = int(ways[n]), int(self._back[n])
            left = self._day_s - clock_s - way - back
            stops = min(len(values), left // self._run_stop_s)
            if stops < 1:
                continue
            cost = way + max(0, back - int(self._back[at.settlement]))
            times = cost + self._run_stop_s * np.arange(1, stops + 1, dtype=np.int64)
            run = int((values[:stops] // times).max())
            if run > best_rate:
                best, best_rate = n, run
        return best

    def _run_of(self, settlement: int) -> Ints:
        """Summed values of the best open doors of a settlement, best first."""
        run = self._runs[settlement]
        if run is None:
            values = np.sort(self._value[self._open_in(settlement)])[::-1]
            run = self._runs[settlement] = np.cumsum(values[: self._run])
        return run

    def _open_in(self, settlement: int) -> Ints:
        doors = self._members[settlement]
        return doors[self._open[doors]]

    def _take(self, door: int, travel_s: int) -> Choice:
        settlement = int(self._settlement[door])
        self._open[door] = False
        self._runs[settlement] = None
        number = int(self._of[door])
        building = int(self._atlas.building[number])
        return Choice(
            key=self._atlas.keys[number],
            place=Spot(int(self._x[door]), int(self._y[door]), settlement, building),
            travel_s=travel_s,
            knock_s=int(self._knock[door]),
            leave_by_s=self._day_s - int(self._back[settlement]),
            chance=int(self._chance[door]),
            found=int(self._found[door]),
        )

    def after(self, at: Spot) -> PlaceKey | None:
        """Settlement where most is left to find per hour for who has finished here."""
        left = [
            int(self._value[self._open_in(n)].sum()) for n in range(len(self._runs))
        ]
        if at.settlement >= 0 and left[at.settlement] > 0:
            return self._atlas.settlements[at.settlement]
        best = max(range(len(left)), key=lambda n: (left[n], -n), default=None)
        if best is None or left[best] == 0:
            return None
        return self._atlas.settlements[best]

    def findings(self) -> tuple[Finding, ...]:
        """Doors and people that are in no plan, and why."""
        found = []
        closed = [k for k in self._atlas.settlements if not self._clearances.allows(k)]
        if closed:
            doors = sum(
                self._believed.places[k].doors
                for k in closed
                if k in self._believed.places
            )
            found.append(
                Finding.of("plan/no-clearance", places=len(closed), dwellings=doors)
            )
        lost = len(self._believed.doors) - len(self._of)
        if lost:
            found.append(Finding.of("plan/not-on-the-map", dwellings=lost))
        return tuple(found)


def _scaled(amounts: list[int], shares: list[int]) -> Ints:
    """Products of amounts and shares in millionths."""
    product = np.array(amounts, dtype=np.int64) * np.array(shares, dtype=np.int64)
    scaled: npt.NDArray[np.int64] = product // MILLION
    return scaled
