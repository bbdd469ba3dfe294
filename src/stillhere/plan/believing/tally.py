"""What was weighed, door by door, and the belief it adds up to."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import numpy as np

from stillhere.ledger import MentionId, PersistentMap, PlaceKey
from stillhere.ledger.persistent import by_hex
from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.belief import Door, Doors, PlaceBelief
from stillhere.plan.believing.members import Home
from stillhere.plan.believing.scales import Weighed


class Tally:
    """Numbers per dwelling of the table, per other place, and per person.

    Attributes:
        columns: Per dwelling of the atlas: people expected, weighted, the chance of
            anybody, and knocks in vain, as in `Door`.
        people: Person to the chance to be at the door of their home, millionths.
    """

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self.columns = np.zeros((4, len(atlas)), dtype=np.int64)
        self.people: PersistentMap[int] = PersistentMap.of({}, by_hex)
        self._others: dict[PlaceKey, Door] = {}
        self._shares: dict[PlaceKey, dict[MentionId, int]] = {}

    def places(self) -> Iterable[PlaceKey]:
        """Places something was put at besides the dwellings of the table."""
        return {*self._shares, *self._others}

    def put(
        self, place: PlaceKey, homes: tuple[Home, ...], now: Weighed, knocks: int
    ) -> set[MentionId]:
        """Put what was weighed at a place; the people whose share there may be another."""
        number = self._atlas.index.get(place)
        if number is not None:
            numbers = (now.expected, now.weighted, now.chance, knocks)
            self.columns[:, number] = numbers
        elif now.chance:
            self._others[place] = Door(
                place, now.expected, now.weighted, now.chance, knocks
            )
        else:
            self._others.pop(place, None)
        moved = {*self._shares.pop(place, ())}
        if now.people:
            shares = self._shares[place] = {
                person: share
                for home, each in zip(homes, now.people, strict=True)
                for person, share in zip(home.people, each, strict=True)
            }
            moved.update(shares)
        return moved

    def share(
        self,
        people: Iterable[MentionId],
        places_of: Callable[[MentionId], Iterable[PlaceKey]],
    ) -> None:
        """Renew the chance of people: the largest of where they count.

        Args:
            people: Whose share somewhere may be another.
            places_of: Where somebody counts.
        """
        put: dict[MentionId, int] = {}
        drop = []
        everywhere, nowhere = self._shares, dict[MentionId, int]()
        for person in people:
            found = -1
            for place in places_of(person):
                found = max(found, everywhere.get(place, nowhere).get(person, -1))
            if found >= 0:
                put[person] = found
            elif person in self.people:
                drop.append(person)
        self.people = self.people.changed(put, drop)

    def share_all(self) -> None:
        """Renew the chance of everybody, where everything was put anew."""
        put: dict[MentionId, int] = {}
        for shares in self._shares.values():
            for person, share in shares.items():
                if share > put.get(person, -1):
                    put[person] = share
        self.people = PersistentMap.of(put, by_hex)

    def doors(self) -> Doors:
        """The doors as they are now."""
        others = {key: door for key, door in self._others.items() if "/" in key}
        return Doors(self._atlas, self.columns.copy(), others)

    def settlements(self) -> Mapping[PlaceKey, PlaceBelief]:
        """Sums by settlement; of the empty key, people of no known place."""
        sums = {key: row for key, row in self._of_the_table() if row[2]}
        for key, door in self._others.items():
            place = PlaceKey(key.partition("/")[0])
            row = sums.setdefault(place, [0, 0, 0, 0])
            row[0] += door.expected
            row[1] += door.weighted
            row[2] += "/" in key
            row[3] += 0 if "/" in key else door.expected
        return MappingProxyType({k: PlaceBelief(k, *sums[k]) for k in sorted(sums)})

    def _of_the_table(self) -> Iterable[tuple[PlaceKey, list[int]]]:
        expected, weighted, chance, _ = self.columns
        open_doors = (chance > 0).astype(np.int64)
        rows = zip(
            self._atlas.settlements,
            self._summed(expected),
            self._summed(weighted),
            self._summed(open_doors),
            strict=True,
        )
        for key, people, weight, doors in rows:
            yield key, [people, weight, doors, 0]

    def _summed(self, column: Ints) -> list[int]:
        sums = np.zeros(len(self._atlas.settlements), dtype=np.int64)
        np.add.at(sums, self._atlas.settlement, column)
        summed: list[int] = sums.tolist()
        return summed
