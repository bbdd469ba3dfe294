"""What is needed at a place and at the doors of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from stillhere.desk.operation.live import Operation
from stillhere.desk.views.entering.words import address_words
from stillhere.ledger import NeedNote, PlaceEntry, PlaceKey


@dataclass(frozen=True, slots=True)
class Need:
    """A need and the door it is at; without one for the place itself."""

    note: NeedNote
    key: PlaceKey
    address: str


def needs_of(
    operation: Operation, here: PlaceEntry, places: Sequence[PlaceEntry]
) -> list[Need]:
    """Open needs first, each group by the date since when."""
    found = [(note, place) for place in places for note in place.needs]
    found.sort(key=lambda f: (f[0].met is not None, f[0].since or "", f[0].report))
    return [_need(operation, here, note, place) for note, place in found]


def _need(
    operation: Operation, here: PlaceEntry, note: NeedNote, place: PlaceEntry
) -> Need:
    elsewhere = place.key != here.key
    return Need(
        note, place.key, address_words(place.key, operation) if elsewhere else ""
    )
