"""Open needs by settlement, followed from picture to picture instead of counted anew."""

from collections import Counter
from threading import Lock
from weakref import WeakKeyDictionary

from stillhere.desk.operation.live import Operation
from stillhere.ledger import PersistentMap, Picture, PlaceEntry, PlaceKey


class _Needs:
    """Open needs of one line of pictures; for any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._open: Counter[PlaceKey] = Counter()
        self._seen: PersistentMap[PlaceEntry] = PersistentMap.of({})

    def of(self, picture: Picture) -> Counter[PlaceKey]:
        """How many are open in each settlement and its dwellings."""
        with self._lock:
            for key in picture.places.differing(self._seen):
                self._count(self._seen.get(key), -1)
                self._count(picture.places.get(key), 1)
            self._seen = picture.places
            return Counter(self._open)

    def _count(self, place: PlaceEntry | None, sign: int) -> None:
        if place is not None and place.needs:
            number = sum(need.met is None for need in place.needs)
            self._open[place.settlement] += sign * number


_OF: "WeakKeyDictionary[Operation, _Needs]" = WeakKeyDictionary()
"""A cache: what it forgets is counted anew."""


def open_needs(operation: Operation, picture: Picture) -> Counter[PlaceKey]:
    """How many needs are open in each settlement, those of its dwellings included."""
    return _OF.setdefault(operation, _Needs()).of(picture)
