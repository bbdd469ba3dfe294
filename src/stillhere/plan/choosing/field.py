"""The doors of a day: which are open, what each is worth, and what it takes to go there."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.choosing.moving import Moving, OnRoads, Spot, Straight
from stillhere.plan.clearances import Clearances
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.travel import TravelLaw
from stillhere.plan.visits import Detection
from stillhere.plan.ways import RoadWays


class Best(NamedTuple):
    """A door, people to be found there per time (any unit), and the way to it."""

    door: int
    rate: int
    travel_s: int


class Field:
    """Dwellings by number, with what is believed of them now.

    Attributes:
        atlas: Where they are.
        day_s: Seconds of a day.
        knock_s, back_s: Per dwelling, seconds of a knock and of the way back to base.
        members: Per settlement, its dwellings.
    """

    def __init__(
        self,
        columns: Ints,
        atlas: Atlas,
        clearances: Clearances,
        rules: PlanRules,
        ways: RoadWays | None = None,
    ) -> None:
        """Open every door where somebody is expected and teams may go.

        Args:
            columns: Per dwelling of the atlas, as in `Doors`; followed where `renew`
                is told so.
            atlas: Where the dwellings are.
            clearances: Settlements without one stay closed, and hazardous areas.
            rules: Weights and times.
            ways: Roads that are cleared; straight lines where None.
        """
        self.atlas, self._columns = atlas, columns
        law = TravelLaw.of(rules)
        self._next_flat_s = law.next_flat_s
        self._moving: Moving = OnRoads(atlas, ways) if ways else Straight(atlas, law)
        self.day_s = rules.number("time", "day_s")
        self._run = rules.number("time", "excursion_stops")
        self._run_stop_s = rules.number("time", "excursion_stop_s")
        self._q = Detection(rules).knocks_millionths()
        self._x, self._y, self._settlement = atlas.x_m, atlas.y_m, atlas.settlement
        block, house = (
            rules.number("time", f"knock_{n}_s") for n in ("block", "house")
        )
        self.knock_s = np.where(atlas.block, np.int64(block), np.int64(house))
        self._base = self._settlement_at(0, 0) if len(atlas) else -1
        self.back_s, self._centre_back = self._moving.back_s(self._base)
        self.members = [
            np.flatnonzero(self._settlement == n) for n in range(len(atlas.settlements))
        ]
        self._value = np.zeros(len(atlas), dtype=np.int64)
        self._runs: list[Ints | None] = []
        self.clear(clearances)
        self.renew(np.arange(len(atlas), dtype=np.int64))
        self.open_all()

    def clear(self, clearances: Clearances) -> None:
        """Follow these clearances from the next day that is opened."""
        self.cleared = clearances.doors(self.atlas)

    def open_all(self) -> None:
        """Begin a day: every door may be chosen once."""
        self._open = self.cleared & (self._value > 0)
        self._forget_runs()

    def close(self, doors: Ints) -> None:
        """Nobody else chooses these doors today."""
        self._open[doors] = False
        self._forget_runs()

    def renew(self, doors: Ints) -> None:
        """Take over what is believed of these doors now; a closed one stays closed."""
        q = self._q[np.minimum(self._columns[3, doors], len(self._q) - 1)]
        self._value[doors] = self._columns[1, doors] * q // MILLION

    def recount(self, doors: Ints) -> None:
        """Take it over in the middle of a day, their settlements being weighed up anew."""
        self.renew(doors)
        for settlement in np.unique(self._settlement[doors]).tolist():
            self._runs[settlement] = None

    def take(self, door: int) -> None:
        """Close one door for everybody else."""
        self._open[door] = False
        self._runs[int(self._settlement[door])] = None

    def told(self, door: int) -> tuple[int, int]:
        """People to be found by the next knock, and its chance; millionths."""
        expected, _, chance, knocks = self._columns[:, door].tolist()
        q = int(self._q[min(knocks, len(self._q) - 1)])
        return expected * q // MILLION, chance * q // MILLION

    def spot(self, door: int) -> Spot:
        """Where a team is that stands at a door."""
        return Spot(
            int(self._x[door]),
            int(self._y[door]),
            int(self._settlement[door]),
            int(self.atlas.building[door]),
        )

    def place_of(self, x_m: int, y_m: int) -> Spot:
        """The spot of a point."""
        return Spot(x_m, y_m, self._settlement_at(x_m, y_m), -1)

    def travel(self, at: Spot, doors: Ints) -> Ints:
        """Seconds to doors anywhere."""
        inside = self._settlement[doors] == at.settlement
        travel = self._moving.between_s(at, doors)
        travel[inside] = self._moving.inside_s(at, doors[inside])
        travel[self.atlas.building[doors] == at.building] = self._next_flat_s
        return travel

    def opened(self, settlement: int | None = None) -> Ints:
        """Open doors, of one settlement or all."""
        if settlement is None:
            return np.flatnonzero(self._open)
        doors = self.members[settlement]
        return doors[self._open[doors]]

    def here(self, at: Spot, clock_s: int) -> Best | None:
        """Best open door of the settlement a team is in."""
        doors = self.opened(at.settlement)
        travel = self._moving.inside_s(at, doors)
        same = self.atlas.building[doors] == at.building
        travel[same] = self._next_flat_s
        return self._best(doors, travel, clock_s)

    def there(self, at: Spot, settlement: int, clock_s: int) -> Best | None:
        """Best open door of another settlement."""
        doors = self.opened(settlement)
        travel = self._moving.between_s(at, doors)
        return self._best(doors, travel, clock_s)

    def fits(self, doors: Ints, travel: Ints, clock_s: int) -> npt.NDArray[np.bool_]:
        """Whether a knock at each would end, with the way back, within the day."""
        ends = clock_s + travel + self.knock_s[doors] + self.back_s[doors]
        fitting: npt.NDArray[np.bool_] = ends <= self.day_s
        return fitting

    def excursions(self, at: Spot, clock_s: int) -> list[int]:
        """Per settlement, what its best run of doors finds per time; -1 where none fits.

        The way there counts, and by how much longer the way back to base gets.
        """
        ways = self._moving.centres_s(at).tolist()
        back = self._centre_back.tolist()
        own = back[at.settlement] if at.settlement >= 0 else 0
        found = [-1] * len(ways)
        for n, (way, home) in enumerate(zip(ways, back, strict=True)):
            values = self._run_of(n)
            left = self.day_s - clock_s - way - home
            stops = min(len(values), left // self._run_stop_s)
            if stops >= 1 and n != at.settlement:
                cost = way + max(0, home - own)
                times = cost + self._run_stop_s * np.arange(
                    1, stops + 1, dtype=np.int64
                )
                found[n] = int((values[:stops] // times).max())
        return found

    def left_in(self, settlement: int) -> int:
        """What the open doors of a settlement are worth together."""
        return int(self._value[self.opened(settlement)].sum())

    def _best(self, doors: Ints, travel: Ints, clock_s: int) -> Best | None:
        fits = self.fits(doors, travel, clock_s)
        if not fits.any():
            return None
        effort = travel + self.knock_s[doors]
        rates = np.where(fits, self._value[doors] // effort, -1)
        best = int(np.argmax(rates))
        return Best(int(doors[best]), int(rates[best]), int(travel[best]))

    def worth(self, doors: Ints) -> Ints:
        """What the next knock at each of these doors is worth."""
        found: Ints = self._value[doors]
        return found

    def _run_of(self, settlement: int) -> Ints:
        """Summed values of the best open doors of a settlement, best first."""
        run = self._runs[settlement]
        if run is None:
            values = np.sort(self._value[self.opened(settlement)])[::-1]
            run = self._runs[settlement] = np.cumsum(values[: self._run])
        return run

    def _forget_runs(self) -> None:
        self._runs = [None] * len(self.members)

    def _settlement_at(self, x_m: int, y_m: int) -> int:
        centres = self.atlas.centres
        dx, dy = centres[:, 0] - x_m, centres[:, 1] - y_m
        return int(np.argmin(dx * dx + dy * dy))
