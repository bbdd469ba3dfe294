"""Two lists from outside, linked: for each row of one the likeliest row of the other.

The right list is taken for the register: everyone stands in it once. Rows of the left
list are only compared with rows of the right one, so that several of them may be one
person. The same rows give the same pairs in whatever order they stand.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat

import numpy as np

from stillhere.identity import EMBEDDED, Engine, IdentityRules, Index, ListTraits
from stillhere.identity.counting.claims import claims_of
from stillhere.identity.counting.nobody import shift_of
from stillhere.identity.growing import Array
from stillhere.intake.located import PlaceReader
from stillhere.intake.people_list import PeopleList
from stillhere.pipeline.plain_lists import PlainList
from stillhere.pipeline.two_lists_best import PART, Best, best_of, candidates_of
from stillhere.reports.statements import PersonStatement

LEFT, RIGHT = "left", "right"
Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the left list and its best row of the right one.

    Attributes:
        left: Id of the row in its own list.
        right: Likewise; empty where it has no candidate.
        probability: That they are one person, in millionths; 0 without a candidate.
        evidence: Short name of each thing that speaks for or against it, and its
            weight in millibits; the sum is the weight of the pair.
    """

    left: str
    right: str
    probability: int
    evidence: tuple[tuple[str, int], ...] = ()


class Linked:
    """Two lists once they are linked.

    Attributes:
        left_ids, right_ids: Own ids of all rows, in the order of the lists.
    """

    def __init__(self, index: Index, left: "_Side", right: "_Side") -> None:
        self._index = index
        self._left, self._right = left, right
        self.left_ids, self.right_ids = left.names, right.names
        rows = left.row_of_slot()
        slots = left.slots(rows)
        self._nobody = shift_of(index.world, slots)
        self._claims = claims_of(index.world, slots, self._nobody)

    def pairs(self) -> Iterator[Pair]:
        """One for each row of the left list, in its order."""
        rows = self._left.row_of_slot()
        done = 0
        for part in np.array_split(rows, len(rows) // PART + 1):
            if not len(part):
                continue
            slots = self._left.slots(part)
            best = best_of(self._index.world, slots, self._claims, self._nobody)
            for row, pair in zip(part.tolist(), self._pairs(part, best), strict=True):
                if done < row:
                    yield from (Pair(name, "", 0) for name in self.left_ids[done:row])
                yield pair
                done = row + 1
        yield from (Pair(name, "", 0) for name in self.left_ids[done:])

    def _pairs(self, rows: Array, best: Best) -> Iterator[Pair]:
        told = np.flatnonzero(best.evidence.any(axis=1)).tolist()
        evidence: Iterable[tuple[tuple[str, int], ...]] = zip(
            *(zip(repeat(best.names[n]), best.evidence[n].tolist()) for n in told),
            strict=True,
        )
        found = zip(
            rows.tolist(),
            self._right.rows(best.slot).tolist(),
            best.chance.tolist(),
            evidence if told else repeat((), len(rows)),
            (best.evidence[told] != 0).all(axis=0).tolist(),
            strict=True,
        )
        left, right = self.left_ids, self.right_ids
        for one, other, chance, stated, whole in found:
            if other < 0:
                yield Pair(left[one], "", 0)
                continue
            speaks = stated if whole else tuple(e for e in stated if e[1])
            yield Pair(left[one], right[other], chance, speaks)

    def candidates(self) -> Iterator[tuple[str, str]]:
        """Own ids of every pair that was kept as possible, left list first."""
        rows = self._left.row_of_slot()
        for part in np.array_split(rows, len(rows) // PART + 1):
            one, two = candidates_of(self._index.world, self._left.slots(part))
            for a, b in zip(one.tolist(), two.tolist(), strict=True):
                yield (
                    self.left_ids[self._left.row(a)],
                    self.right_ids[self._right.row(b)],
                )


def link_lists(
    left: PeopleList | PlainList,
    right: PeopleList | PlainList,
    rules: IdentityRules,
    places: PlaceReader,
    progress: Progress | None = None,
    *,
    engine: Engine = EMBEDDED,
) -> Linked:
    """Link two lists, both of one kind; people lists are empty afterwards.

    How rare names are is counted in the right list, and how many left rows have nobody
    there is told from the rows themselves: two lists have no operation that states it.

    Args:
        left: Whose rows are looked for.
        right: Where they are looked for; each person stands in it once.
        rules: With the base of the population they are of.
        places: Turns written places into keys.
        progress: Told the stage and the share done.
        engine: Finds the pairs; they are the same whichever does.
    """
    traits = {
        LEFT: ListTraits(LEFT, once=True),
        RIGHT: ListTraits(RIGHT, once=True, register=True),
    }
    if isinstance(left, PlainList) and isinstance(right, PlainList):
        lists = ((right, RIGHT), (left, LEFT))
        columns = (plain.mentions(name) for plain, name in lists)
        index = Index.build_columns(
            columns, traits, rules, places, progress, engine=engine, counting=True
        )
        first = len(right)
        return Linked(index, _Side.whole(left, first), _Side.whole(right, 0))
    if isinstance(left, PlainList) or isinstance(right, PlainList):
        raise TypeError("a plain list is linked with a plain list")
    one, two = _Side(), _Side()

    def stream() -> Iterator[PersonStatement]:
        yield from two.read(right, RIGHT, 0)
        yield from one.read(left, LEFT, two.count)

    index = Index.build(
        stream(), traits, (), rules, places, progress, engine=engine, counting=True
    )
    return Linked(index, one, two)


class _Side:
    """Names of the rows of one list, and which of them the index holds."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.first = 0
        self._rows = array("i")

    @classmethod
    def whole(cls, plain: PlainList, first: int) -> "_Side":
        """A list all of whose rows the index holds, from this slot on."""
        side = cls()
        side.names, side.first = plain.names(), first
        side._rows = array("i", range(len(plain)))
        return side

    @property
    def count(self) -> int:
        """Rows that name somebody."""
        return len(self._rows)

    def read(
        self, people: PeopleList, source: str, first: int
    ) -> Iterator[PersonStatement]:
        """The people of a list; its rows are remembered as they go by."""
        self.first = first
        for number, row in enumerate(people.rows(source)):
            self.names.append(row.name)
            if row.person is not None:
                self._rows.append(number)
                yield row.person

    def row_of_slot(self) -> Array:
        """Rows that name somebody, in the order of their slots."""
        return (
            np.frombuffer(self._rows, np.int32) if self._rows else np.empty(0, np.int32)
        )

    def slots(self, rows: Array) -> Array:
        """Slots of rows that name somebody."""
        return np.searchsorted(self.row_of_slot(), rows).astype(np.int64) + self.first

    def rows(self, slots: Array) -> Array:
        """The rows of some slots; -1 for no slot."""
        here = slots >= 0
        rows = np.full(len(slots), -1, np.int64)
        rows[here] = self.row_of_slot()[slots[here] - self.first]
        return rows

    def row(self, slot: int) -> int:
        """The row of a slot."""
        return self._rows[slot - self.first]
