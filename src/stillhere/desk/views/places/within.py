"""What a settlement and its dwellings add up to, followed from picture to picture."""

from collections import defaultdict
from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

from stillhere.desk.operation.live import Operation
from stillhere.ledger import PersistentMap, Picture, PlaceEntry, PlaceKey


@dataclass(frozen=True, slots=True)
class Within:
    """Of a settlement with all its dwellings.

    Attributes:
        needs: How many are open.
        last_visit: Latest stated date of a visit; empty where none is.
    """

    needs: int = 0
    last_visit: str = ""


class _Grounds:
    """Places with needs or visits of one line of pictures; for any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside: dict[PlaceKey, dict[str, Within]] = defaultdict(dict)
        self._seen: PersistentMap[PlaceEntry] = PersistentMap.of({})

    def of(self, picture: Picture) -> dict[PlaceKey, Within]:
        """By settlement; one without needs and visits is absent."""
        with self._lock:
            for key in picture.places.differing(self._seen):
                self._follow(key, picture.places.get(key))
            self._seen = picture.places
            return {key: _joined(held) for key, held in self._inside.items() if held}

    def _follow(self, key: str, place: PlaceEntry | None) -> None:
        held = self._inside[PlaceKey(key.partition("/")[0])]
        if place is None or not (place.needs or place.visits):
            held.pop(key, None)
            return
        needs = sum(need.met is None for need in place.needs)
        held[key] = Within(needs, place.last_visit or "")


def _joined(held: dict[str, Within]) -> Within:
    places = held.values()
    return Within(sum(p.needs for p in places), max(p.last_visit for p in places))


_OF: "WeakKeyDictionary[Operation, _Grounds]" = WeakKeyDictionary()
"""A cache: what it forgets is counted anew."""


def within(operation: Operation, picture: Picture) -> dict[PlaceKey, Within]:
    """What every settlement with its dwellings adds up to; absent for nothing."""
    return _OF.setdefault(operation, _Grounds()).of(picture)
