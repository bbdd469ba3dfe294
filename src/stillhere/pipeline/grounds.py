"""Settlements and dwellings, kept up to date from statements and from entries.

A settlement adds up its people and dwellings in plain integer sums, so that one change
in a town of fifty thousand costs one subtraction and one addition.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import ClassVar

from stillhere.intake.located import Located
from stillhere.ledger import MentionId, PlaceEntry, PlaceKey
from stillhere.ledger.ground import (
    LocalStatement,
    Totals,
    fold_place,
    of_dwelling,
    of_person,
)
from stillhere.pipeline.people import After, Before

_NONE = Totals()


@dataclass(slots=True)
class PlaceChange:
    """New and changed places by key, and keys of those no more."""

    places: dict[str, PlaceEntry] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)


class Grounds:
    """Places by key, advanced by statements and entries that come and go."""

    HELD: ClassVar[tuple[str, ...]] = (
        "_places",
        "_local",
        "_names",
        "_residents",
        "_sums",
    )
    """What it knows between two advances."""

    def __init__(self) -> None:
        self._places: dict[PlaceKey, PlaceEntry] = {}
        self._local: dict[PlaceKey, dict[str, LocalStatement]] = defaultdict(dict)
        self._names: dict[PlaceKey, Counter[str]] = defaultdict(Counter)
        self._residents: dict[PlaceKey, set[MentionId]] = defaultdict(set)
        self._sums: dict[PlaceKey, Totals] = defaultdict(Totals)
        self._dirty: set[PlaceKey] = set()

    def name(self, settlement: PlaceKey, written: str, sign: int) -> None:
        """Count one way of writing a settlement more (1) or less (-1)."""
        if not (settlement and written):
            return
        names = self._names[settlement]
        names[written] += sign
        if names[written] == (1 if sign > 0 else 0):
            self._dirty.add(settlement)
        if not names[written]:
            del names[written]

    def say(self, located: Located, statement: LocalStatement) -> None:
        """A statement on a place counts."""
        if located.key:
            self._local[located.key][statement.report] = statement
            self._touch(located.key)

    def unsay(self, located: Located, statement: LocalStatement) -> None:
        """A statement on a place no longer counts."""
        if located.key:
            self._local[located.key].pop(statement.report, None)
            self._touch(located.key)

    def _touch(self, key: PlaceKey) -> None:
        self._dirty.add(key)
        self._dirty.add(PlaceKey(key.partition("/")[0]))

    def house(self, before: Before, after: After) -> None:
        """An entry changed: where it counts, and as what."""
        for entry, sign in ((before, -1), (after, 1)):
            if entry is None or entry.home is None:
                continue
            home = entry.home
            for key in {home.settlement, home.dwelling} - {""}:
                self._sums[key] = self._sums[key].plus(of_person(entry), sign)
                self._dirty.add(key)
            if home.dwelling:
                move = self._residents[home.dwelling]
                (move.add if sign > 0 else move.discard)(entry.id)
                self._touch(home.dwelling)

    def advance(self) -> PlaceChange:
        """Fold the places that changed, dwellings before their settlements."""
        out = PlaceChange()
        dirty, self._dirty = sorted(self._dirty), set()
        for key in dirty:
            if "/" in key:
                self._refold_dwelling(key, out)
        for key in dirty:
            if "/" not in key:
                self._refold(key, out)
        return out

    def _refold_dwelling(self, key: PlaceKey, out: PlaceChange) -> None:
        settlement = PlaceKey(key.partition("/")[0])
        before = self._places.get(key)
        after = self._refold(key, out)
        if after is before:
            return
        for place, sign in ((before, -1), (after, 1)):
            if place is not None:
                added = of_dwelling(place)
                self._sums[settlement] = self._sums[settlement].plus(added, sign)

    def _refold(self, key: PlaceKey, out: PlaceChange) -> PlaceEntry | None:
        """The place as it is now; None where nothing is known of it any more."""
        local, residents = self._local[key], self._residents[key]
        names, sums = self._names[key], self._sums[key]
        before = self._places.get(key)
        if not (local or residents or names or sums != _NONE):
            if before is not None:
                del self._places[key]
                out.gone.add(key)
            return None
        statements = [local[report] for report in sorted(local)]
        place = fold_place(key, sorted(names), statements, sorted(residents), sums)
        if place == before:
            return before
        self._places[key] = out.places[key] = place
        return place
