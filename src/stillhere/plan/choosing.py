"""One choice: the best door from where a team is, now, among those still open."""

from typing import NamedTuple

import numpy as np

from stillhere.ledger import PlaceKey
from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.clearances import Clearances
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.travel import TravelLaw
from stillhere.plan.visits import Detection

_ROUNDED_S = 3
"""Ways are rounded down to whole seconds: to set off, to the door and back."""


class Spot(NamedTuple):
    """Where a team is: a point, its settlement and building (-1: none)."""

    x_m: int
    y_m: int
    settlement: int
    building: int


class Choice(NamedTuple):
    """A chosen door; `chance` that the knock finds anybody and `found` in millionths."""

    number: int
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
        self, columns: Ints, atlas: Atlas, clearances: Clearances, rules: PlanRules
    ) -> None:
        """Open every door where somebody is expected and teams may go.

        Args:
            columns: Per dwelling of the atlas, as in `Doors`; followed where `renew`
                is told so.
            atlas: Where the dwellings are.
            clearances: Settlements without one stay closed, and hazardous areas.
            rules: Weights and times.
        """
        self._columns, self._atlas, self._clearances = columns, atlas, clearances
        self._law = TravelLaw.of(rules)
        self._day_s = rules.number("time", "day_s")
        self._run = rules.number("time", "excursion_stops")
        self._run_stop_s = rules.number("time", "excursion_stop_s")
        self._q = Detection(rules).knocks_millionths()
        self._settlement = atlas.settlement
        self._x, self._y = atlas.x_m, atlas.y_m
        block, house = (
            rules.number("time", f"knock_{n}_s") for n in ("block", "house")
        )
        self._knock = np.where(atlas.block, block, house).astype(np.int64)
        self._cleared = clearances.doors(atlas)
        self._base = self._settlement_at(0, 0) if len(atlas) else -1
        self._back, self._centre_back = self._ways_back()
        self._members = [
            np.flatnonzero(self._settlement == n) for n in range(len(atlas.settlements))
        ]
        self._value = np.zeros(len(atlas), dtype=np.int64)
        self.renew(np.arange(len(atlas), dtype=np.int64))
        self.open_all()

    def open_all(self) -> None:
        """Begin a day: every door may be chosen once."""
        self._open = self._cleared & (self._value > 0)
        self._runs: list[Ints | None] = [None] * len(self._members)

    def renew(self, doors: Ints) -> None:
        """Take over what is believed of these doors now.

        Args:
            doors: Numbers of dwellings; one that was chosen today stays closed.
        """
        q = self._q[np.minimum(self._columns[3, doors], len(self._q) - 1)]
        self._value[doors] = self._columns[1, doors] * q // MILLION

    def recount(self, doors: Ints) -> None:
        """Take them over in the middle of a day, settlements being weighed up anew."""
        self.renew(doors)
        for settlement in np.unique(self._settlement[doors]).tolist():
            self._runs[settlement] = None

    def place_of(self, x_m: int, y_m: int) -> Spot:
        """The spot of a point."""
        return Spot(x_m, y_m, self._settlement_at(x_m, y_m), -1)

    def _settlement_at(self, x_m: int, y_m: int) -> int:
        centres = self._atlas.centres
        dx, dy = centres[:, 0] - x_m, centres[:, 1] - y_m
        return int(np.argmin(dx * dx + dy * dy))

    def _ways_back(self) -> tuple[Ints, Ints]:
        """Seconds to base from each door and centre; none in the settlement of the base.

        Rounded up, a second for each way: a plan must not count on less than it takes.
        """
        centres = self._atlas.centres
        doors = self._law.between_s(self._x, self._y) + _ROUNDED_S
        back = self._law.between_s(centres[:, 0], centres[:, 1]) + _ROUNDED_S
        if self._base >= 0:
            doors[self._settlement == self._base] = _ROUNDED_S
            back[self._base] = _ROUNDED_S
        return doors, back

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

    def choose_anywhere(self, at: Spot, clock_s: int) -> Choice | None:
        """The door where most are to be found, as if all were equally near."""
        doors = np.flatnonzero(self._open)
        dx, dy = self._x[doors] - at.x_m, self._y[doors] - at.y_m
        inside = self._settlement[doors] == at.settlement
        travel = self._law.between_s(dx, dy)
        travel[inside] = self._law.inside_s(dx[inside], dy[inside])
        travel[self._atlas.building[doors] == at.building] = self._law.next_flat_s
        ends = clock_s + travel + self._knock[doors] + self._back[doors]
        value = np.where(ends <= self._day_s, self._value[doors], -1)
        best = int(np.argmax(value)) if len(doors) else 0
        if not len(doors) or value[best] < 0:
            return None
        return self._take(int(doors[best]), int(travel[best]))

    def _best_here(self, at: Spot, clock_s: int) -> tuple[int | None, int, int]:
        """Best open door of this settlement, its index and the way to it."""
        doors = self._open_in(at.settlement)
        travel = self._law.inside_s(self._x[doors] - at.x_m, self._y[doors] - at.y_m)
        same = self._atlas.building[doors] == at.building
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
        fits = clock_s + effort + self._back[doors] <= self._day_s
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
            way, back = int(ways[n]), int(self._centre_back[n])
            left = self._day_s - clock_s - way - back
            stops = min(len(values), left // self._run_stop_s)
            if stops < 1:
                continue
            cost = way + max(0, back - int(self._centre_back[at.settlement]))
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
        expected, _, chance, knocks = self._columns[:, door].tolist()
        q = int(self._q[min(knocks, len(self._q) - 1)])
        return Choice(
            number=door,
            key=self._atlas.keys[door],
            place=self.spot(door),
            travel_s=travel_s,
            knock_s=int(self._knock[door]),
            leave_by_s=self._day_s - int(self._back[door]),
            chance=chance * q // MILLION,
            found=expected * q // MILLION,
        )

    def spot(self, door: int) -> Spot:
        """Where a team is that stands at a door."""
        return Spot(
            int(self._x[door]),
            int(self._y[door]),
            int(self._settlement[door]),
            int(self._atlas.building[door]),
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

    def without_clearance(self) -> tuple[PlaceKey, ...]:
        """Settlements nobody may go to."""
        return tuple(
            key for key in self._atlas.settlements if not self._clearances.allows(key)
        )
