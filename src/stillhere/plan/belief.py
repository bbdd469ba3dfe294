"""How many people may still be where: one number per door, and their sums.

Everything stored is a whole number of millionths. A belief is computed from a picture
and never fed back into it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from stillhere.ledger import MentionId, PlaceKey
from stillhere.plan.atlas import Atlas, Ints
from stillhere.reports import ReportId


class Door(NamedTuple):
    """What is believed of one dwelling.

    Attributes:
        key: Of the dwelling, as in the ledger.
        expected: People not yet met who are still there, millionths.
        weighted: The same, each counted by their weight in hundredths.
        chance: That anybody is, millionths.
        knocks: Knocks in vain so far.
    """

    key: PlaceKey
    expected: int
    weighted: int
    chance: int
    knocks: int


class Doors(Mapping[PlaceKey, Door]):
    """Doors with a chance above nothing, iterated by key.

    Attributes:
        atlas: The dwellings of the table.
        columns: Per dwelling: expected, weighted, chance and knocks, as in `Door`.
        others: Doors the table does not know.
    """

    __slots__ = ("_length", "atlas", "columns", "others")

    def __init__(
        self, atlas: Atlas, columns: Ints, others: Mapping[PlaceKey, Door]
    ) -> None:
        """The doors of a table and others; neither may be changed afterwards."""
        self.atlas = atlas
        self.columns = columns
        self.others = others
        self._length = int((columns[2] > 0).sum()) + len(others)

    def __getitem__(self, key: PlaceKey) -> Door:
        number = self.atlas.index.get(key)
        if number is None:
            return self.others[key]
        expected, weighted, chance, knocks = self.columns[:, number].tolist()
        if not chance:
            raise KeyError(key)
        return Door(key, expected, weighted, chance, knocks)

    def __iter__(self) -> Iterator[PlaceKey]:
        chance = self.columns[2].tolist()
        keys = self.atlas.keys
        known = (keys[number] for number in self.atlas.order if chance[number])
        if not self.others:
            return known
        return iter(sorted([*known, *self.others]))

    def __len__(self) -> int:
        return self._length


class PlaceBelief(NamedTuple):
    """Sums over one settlement; `unplaced` are people whose door is not known."""

    key: PlaceKey
    expected: int
    weighted: int
    doors: int
    unplaced: int


@dataclass(frozen=True, eq=False)
class Belief:
    """What is believed at a picture, by given rules.

    Attributes:
        picture, rules: Digests of what it was computed from.
        doors: Dwellings with a chance above nothing, by key.
        people: Person to the chance (millionths) to be at the door of their home.
        places: Settlements by key; the empty key holds people of no known place.
        calls: Calls that speak for somebody being there, per dwelling key, sorted.
    """

    picture: str
    rules: str
    doors: Doors
    people: Mapping[MentionId, int]
    places: Mapping[PlaceKey, PlaceBelief]
    calls: Mapping[PlaceKey, tuple[ReportId, ...]]

    @property
    def expected(self) -> int:
        """People expected to be still there in the whole region, millionths."""
        return sum(place.expected for place in self.places.values())

    def door(self, key: PlaceKey) -> Door:
        """What is believed of a dwelling; nobody expected where nothing is known."""
        return self.doors.get(key, Door(key, 0, 0, 0, 0))
