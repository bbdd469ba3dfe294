"""Company: who stands beside a mention in its own list. Symmetric and pure.

Others of the same stated household or party, if it has at most twelve; else whoever sits
within four stated seats on the same vehicle. A window crowded beyond the limit (one seat
number on a thousand rows) is no company.
"""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.features import Features
from stillhere.identity.growing import Array
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

    def keys(self, slots: Array) -> tuple[Array, Array]:
        """Group and seat key of each slot; 0 where none is stated."""
        return self.features.wide.view[slots, f.GROUP], self._seat(slots, 0)

    def _seat(self, slots: Array, offset: int) -> Array:
        vehicle = self.features.wide.view[slots, f.VEHICLE]
        ordinal = self.features.lists.view[slots, f.ORDINAL].astype(np.int64)
        key = mix(30, vehicle, ordinal + offset)
        stated = (vehicle != 0) & (ordinal != f.NO_ORDINAL)
        seat: Array = np.where(stated, key, np.uint64(0))
        return seat

    def _grouped(self, slots: Array) -> Array:
        """Whether the stated group of each slot is company."""
        count = self.groups.count(self.features.wide.view[slots, f.GROUP])
        grouped: Array = (count >= 2) & (count <= self.limit)
        return grouped

    def _crowd(self, slots: Array) -> Array:
        """Mentions within the window of each slot, itself included; 0 without seat."""
        reach = range(-self.window, self.window + 1)
        crowd: Array = sum(
            (self.seats.count(self._seat(slots, step)) for step in reach),
            start=np.zeros(len(slots), np.int64),
        )
        return crowd

    def of(self, slots: Array) -> tuple[Array, Array]:
        """The company of these slots.

        Returns:
            Positions into `slots`, and slots beside them; sorted, none twice.
        """
        grouped = self._grouped(slots)
        at = np.flatnonzero(grouped)
        where, beside = self.groups.find(self.features.wide.view[slots[at], f.GROUP])
        parts = [(at[where], beside)]
        crowd = self._crowd(slots)
        riding = np.flatnonzero(~grouped & (crowd > 1) & (crowd <= self.limit + 1))
        if len(riding):
            parts.extend(self._riders(slots, riding))
        owner = np.concatenate([p for p, _ in parts]).astype(np.int64)
        member = np.concatenate([m for _, m in parts]).astype(np.int64)
        apart = slots[owner] != member
        packed = np.unique((owner[apart] << 32) | member[apart])
        return packed >> 32, packed & 0xFFFFFFFF

    def _riders(self, slots: Array, riding: Array) -> list[tuple[Array, Array]]:
        parts = []
        for step in range(-self.window, self.window + 1):
            where, beside = self.seats.find(self._seat(slots[riding], step))
            crowd = self._crowd(beside)
            fits = ~self._grouped(beside) & (crowd <= self.limit + 1)
            parts.append((riding[where[fits]], beside[fits]))
        return parts

    def around(self, slots: Array, slack: int) -> Array:
        """Slots whose company may change when `slots` come or go, themselves included.

        Args:
            slots: The mentions that come or go, while they are in the postings.
            slack: How many come or go at once.
        """
        group = self.features.wide.view[slots, f.GROUP]
        small = self.groups.count(group) <= self.limit + slack
        _, members = self.groups.find(np.unique(group[small]))
        core = np.unique(np.concatenate((slots, members.astype(np.int64))))
        found = [core]
        for step in range(-2 * self.window, 2 * self.window + 1):
            seat = np.unique(self._seat(core, step))
            sparse = seat[self.seats.count(seat) <= self.limit + 1 + slack]
            found.append(self.seats.find(sparse)[1].astype(np.int64))
        return np.unique(np.concatenate(found))
