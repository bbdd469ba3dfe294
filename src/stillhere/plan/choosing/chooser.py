"""Which door a team goes to next: what is overdue, what is owed, then the index."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from stillhere.ledger import PlaceKey
from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.choosing.field import Best, Field
from stillhere.plan.choosing.moving import Spot
from stillhere.plan.clearances import Clearances
from stillhere.plan.duties import NO_DUTIES, Duties
from stillhere.plan.following import DueStop
from stillhere.plan.rules import PlanRules
from stillhere.plan.ways import RoadWays


class Choice(NamedTuple):
    """A chosen door; `chance` that the knock finds anybody and `found` in millionths.

    An `errand` is the follow-up visit the door is chosen for, before any new door.
    """

    number: int
    key: PlaceKey
    place: Spot
    travel_s: int
    knock_s: int
    leave_by_s: int
    chance: int
    found: int
    errand: DueStop | None = None


class Chooser:
    """Open doors and what they are worth; every choice closes one for the day.

    Attributes:
        field: The doors.
    """

    def __init__(
        self,
        columns: Ints,
        atlas: Atlas,
        clearances: Clearances,
        rules: PlanRules,
        duties: Duties = NO_DUTIES,
        ways: RoadWays | None = None,
    ) -> None:
        """Begin a day; the arguments are those of `Field`, and what the day begins with."""
        self.field = Field(columns, atlas, clearances, rules, ways)
        self._take_up(duties)

    def begin(self, clearances: Clearances, duties: Duties = NO_DUTIES) -> None:
        """Begin another day."""
        self.field.clear(clearances)
        self.field.open_all()
        self._take_up(duties)

    def _take_up(self, duties: Duties) -> None:
        atlas, cleared = self.field.atlas, self.field.cleared
        known = {key: n for n, key in enumerate(atlas.settlements)}
        self._owed = {known[key] for key in duties.owed if key in known}
        self._due = {d.number: d for d in duties.due if cleared[d.number]}
        ended = [atlas.index[key] for key in duties.ended if key in atlas.index]
        self.field.close(np.array([*ended, *self._due], dtype=np.int64))

    def choose(self, at: Spot, clock_s: int) -> Choice | None:
        """The next door, closed for everybody else from now; None when none fits."""
        return (
            self._overdue(at, clock_s)
            or self._owing(at, clock_s)
            or self._by_index(at, clock_s)
        )

    def choose_anywhere(self, at: Spot, clock_s: int) -> Choice | None:
        """The door where most are to be found, as if all were equally near."""
        doors = self.field.opened()
        travel = self.field.travel(at, doors)
        fits = self.field.fits(doors, travel, clock_s)
        if not fits.any():
            return None
        best = int(np.argmax(np.where(fits, self.field.worth(doors), -1)))
        return self._take(int(doors[best]), int(travel[best]))

    def _overdue(self, at: Spot, clock_s: int) -> Choice | None:
        """The nearest visit that is overdue by now."""
        numbers = [n for n, stop in sorted(self._due.items()) if stop.due_s <= clock_s]
        doors = np.array(numbers, dtype=np.int64)
        travel = self.field.travel(at, doors)
        fits = self.field.fits(doors, travel, clock_s)
        if not fits.any():
            return None
        nearest = int(np.argmin(np.where(fits, travel, self.field.day_s)))
        door = int(doors[nearest])
        chosen = self._take(door, int(travel[nearest]))
        return chosen._replace(errand=self._due.pop(door))

    def _owing(self, at: Spot, clock_s: int) -> Choice | None:
        """A door of the settlement that is worth most of those owed a visit."""
        if not self._owed:
            return None
        if at.settlement in self._owed:
            return self._taken(self.field.here(at, clock_s))
        return self._taken(self._away(at, clock_s, sorted(self._owed), above=-1))

    def _by_index(self, at: Spot, clock_s: int) -> Choice | None:
        """The best door here, or the first of a run elsewhere that beats it."""
        here = self.field.here(at, clock_s)
        above = here.rate if here else 0
        everywhere = range(len(self.field.members))
        return self._taken(self._away(at, clock_s, everywhere, above) or here)

    def _away(
        self, at: Spot, clock_s: int, among: Sequence[int], above: int
    ) -> Best | None:
        """The best door of the settlement with the highest rate in which one fits.

        Args:
            at: Where the team is.
            clock_s: Seconds into the day.
            among: Settlements; of equal ones the first.
            above: The rate it has to beat.
        """
        rates = self.field.excursions(at, clock_s)
        better = (n for n in among if rates[n] > above)
        for settlement in sorted(better, key=lambda n: -rates[n]):
            best = self.field.there(at, settlement, clock_s)
            if best is not None:
                return best
        return None

    def _taken(self, best: Best | None) -> Choice | None:
        return None if best is None else self._take(best.door, best.travel_s)

    def _take(self, door: int, travel_s: int) -> Choice:
        field = self.field
        field.take(door)
        place = field.spot(door)
        self._owed.discard(place.settlement)
        found, chance = field.told(door)
        return Choice(
            number=door,
            key=field.atlas.keys[door],
            place=place,
            travel_s=travel_s,
            knock_s=int(field.knock_s[door]),
            leave_by_s=field.day_s - int(field.back_s[door]),
            chance=chance,
            found=found,
        )

    def after(self, at: Spot) -> PlaceKey | None:
        """Settlement where most is left to find per hour for who has finished here."""
        settlements = self.field.atlas.settlements
        left = [self.field.left_in(n) for n in range(len(settlements))]
        if at.settlement >= 0 and left[at.settlement] > 0:
            return settlements[at.settlement]
        best = max(range(len(left)), key=lambda n: (left[n], -n), default=None)
        if best is None or left[best] == 0:
            return None
        return settlements[best]
