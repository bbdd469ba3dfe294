"""Company: who stands beside a mention in its own list. Symmetric and pure.

Others of the same stated household or party, if it has at most twelve; else whoever sits
within four stated seats on the same vehicle. A window crowded beyond the limit (one seat
number on a thousand rows) is no company.
"""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.features import Features
from stillhere.identity.growing import Array, distinct
from stillhere.identity.keys import mix
from stillhere.identity.postings import Postings
from stillhere.identity.rules import IdentityRules


class Company:
    """Finds the company of mentions through postings of groups and seats."""

    def __init__(self, features: Features, rules: IdentityRules) -> None:
        self.features = features
        self.limit = rules["shape"]["company_limit"]
        self.window = rules["shape"]["window"]
        self.groups = Postings()
        self.seats = Postings()

    def fold(self) -> None:
        """Bring overlays that have grown large into their columns."""
        self.groups.fold()
        self.seats.fold()

    def keys(self, slots: Array) -> tuple[Array, Array]:
        """Group and seat key of each slot; 0 where none is stated."""
        seat = np.zeros(len(slots), np.uint64)
        seated = self._seated(slots)
        seat[seated] = self._seats(slots[seated], 0)
        return self.features.wide.view[slots, f.GROUP], seat

    def _seated(self, slots: Array) -> Array:
        """Positions of the slots that state a vehicle and a seat."""
        vehicle = self.features.wide.view[slots, f.VEHICLE]
        ordinal = self.features.lists.view[slots, f.ORDINAL]
        return np.flatnonzero((vehicle != 0) & (ordinal != f.NO_ORDINAL))

    def _seats(self, slots: Array, reach: int) -> Array:
        """Keys of the seats within reach of seated slots, (2 * reach + 1) columns."""
        vehicle = self.features.wide.view[slots, f.VEHICLE]
        ordinal = self.features.lists.view[slots, f.ORDINAL].astype(np.int64)
        around = ordinal[:, None] + np.arange(-reach, reach + 1)
        key = mix(30, np.repeat(vehicle, 2 * reach + 1), around.ravel())
        return key if reach == 0 else key.reshape(around.shape)

    def _grouped(self, slots: Array) -> Array:
        """Whether the stated group of each slot is company."""
        count = self.groups.count(self.features.wide.view[slots, f.GROUP])
        grouped: Array = (count >= 2) & (count <= self.limit)
        return grouped

    def _crowd(self, seats: Array) -> Array:
        """Mentions on each row of seat keys."""
        crowd: Array = self.seats.count(seats.ravel()).reshape(seats.shape).sum(axis=1)
        return crowd

    def of(self, slots: Array) -> tuple[Array, Array]:
        """The company of these slots.

        Returns:
            Positions into `slots`, and slots beside them; sorted, none twice.
        """
        owner, member = self.household(slots)
        rider, mate = self.near_seats(slots)
        if len(rider):
            owner = np.concatenate((owner, rider))
            member = np.concatenate((member, mate))
        packed = distinct((owner << 32) | member)
        return packed >> 32, packed & 0xFFFFFFFF

    def household(self, slots: Array) -> tuple[Array, Array]:
        """Who shares the stated household or party of these slots; as `of` gives it."""
        at = np.flatnonzero(self._grouped(slots))
        where, beside = self.groups.find(self.features.wide.view[slots[at], f.GROUP])
        owner, member = at[where].astype(np.int64), beside.astype(np.int64)
        apart = slots[owner] != member
        return owner[apart], member[apart]

    def near_seats(self, slots: Array) -> tuple[Array, Array]:
        """Who sits near these slots, of those with no such household.

        Returns:
            Positions into `slots`, and slots beside them; in any order.
        """
        riding = self._seated(slots)
        riding = riding[~self._grouped(slots[riding])]
        if not len(riding):
            none = np.empty(0, np.int64)
            return none, none
        owner, member = self._riders(slots, riding)
        apart = slots[owner] != member
        return owner[apart], member[apart]

    def _riders(self, slots: Array, riding: Array) -> tuple[Array, Array]:
        """Pairs of those on uncrowded seats near one another, outside any group."""
        seats = self._seats(slots[riding], self.window)
        free = self._crowd(seats) <= self.limit + 1
        riding, seats = riding[free], seats[free]
        where, beside = self.seats.find(seats.ravel())
        owner = riding[where // seats.shape[1]].astype(np.int64)
        mates = distinct(beside.astype(np.int64))
        fits = ~self._grouped(mates)
        fits &= self._crowd(self._seats(mates, self.window)) <= self.limit + 1
        kept = np.isin(beside, mates[fits])
        return owner[kept], beside[kept].astype(np.int64)

    def around(self, slots: Array, slack: int) -> Array:
        """Slots whose company may change when `slots` come or go, themselves included.

        Args:
            slots: The mentions that come or go, while they are in the postings.
            slack: How many come or go at once.
        """
        group = self.features.wide.view[slots, f.GROUP]
        small = self.groups.count(group) <= self.limit + slack
        _, members = self.groups.find(distinct(group[small]))
        core = distinct(np.concatenate((slots, members.astype(np.int64))))
        seated = core[self._seated(core)]
        if not len(seated):
            return core
        seats = distinct(self._seats(seated, 2 * self.window).ravel())
        sparse = seats[self.seats.count(seats) <= self.limit + 1 + slack]
        near = self.seats.find(sparse)[1].astype(np.int64)
        return distinct(np.concatenate((core, near)))
