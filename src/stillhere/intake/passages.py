"""What a clearance says of a way, and for whom, as written in four languages."""

from collections.abc import Mapping
from typing import Final

from stillhere.intake.words import finder
from stillhere.vocabulary.roads import Passage, VehicleClass

EVERYONE: Final = frozenset(VehicleClass)
_WHEELS: Final = EVERYONE - {VehicleClass.WALKING}
_SEVERAL: Final[Mapping[str, frozenset[VehicleClass]]] = {
    "everyone": EVERYONE,
    "wheels": _WHEELS,
}
_WORST: Final = (Passage.CONFIRMED, Passage.SUSPECTED, Passage.CLOSED, Passage.OPEN)


def vehicles_of(text: str) -> frozenset[VehicleClass]:
    """The vehicles a cell names; none where no word of it is known."""
    found = finder("vehicle_class").all(text)
    several = (_SEVERAL.get(name) or {VehicleClass(name)} for name in found)
    return frozenset().union(*several)


def passage_of(text: str) -> Passage:
    """What a cell says of a way.

    Open where it is empty, since it stands in a clearance. Where it says several things
    the worst counts, and what nobody understands is closed.
    """
    if not text.strip():
        return Passage.OPEN
    found = {Passage(value) for value in finder("passage").all(text)}
    return next((worst for worst in _WORST if worst in found), Passage.CLOSED)
