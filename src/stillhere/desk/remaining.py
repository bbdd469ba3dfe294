"""How many are still there, by the newest picture: worked out once for whoever asks."""

from dataclasses import dataclass
from threading import Lock

from stillhere.desk.believed import atlas_of, belief_of
from stillhere.desk.operation.live import Operation
from stillhere.ledger import Picture
from stillhere.plan import PlanRules
from stillhere.plan.still_here import StillHere, still_here


class Remaining:
    """The figure of one picture.

    Who asks for the same picture meanwhile waits for the one who works it out.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: tuple[Picture, StillHere] | None = None

    def of(self, operation: Operation, picture: Picture) -> StillHere:
        """The figure of a picture by the shipped rules.

        Cost: that of its belief and of a look at every person and door, once for each
        picture.
        """
        with self._lock:
            if self._held is None or self._held[0] is not picture:
                believed = belief_of(operation, picture)
                atlas = atlas_of(operation)
                made = still_here(picture, believed, atlas, PlanRules.shipped())
                self._held = (picture, made)
            return self._held[1]

    @property
    def latest(self) -> tuple[Picture, StillHere] | None:
        """The figure that was worked out last, and of which picture; never waits."""
        return self._held


_remaining = Remaining()


def remaining_of(operation: Operation, picture: Picture) -> StillHere:
    """How many are still there, for the operation of this process."""
    return _remaining.of(operation, picture)


@dataclass(frozen=True, slots=True)
class Latest:
    """The figure worked out last; `older` where reports have come since."""

    figure: StillHere
    older: bool


def remaining_latest(picture: Picture) -> Latest | None:
    """What the overview shows without working anything out.

    Args:
        picture: The newest.

    Returns:
        None where nobody has asked for the figure of this operation yet.
    """
    held = _remaining.latest
    if held is None or held[0].evidence is not picture.evidence:
        return None
    return Latest(held[1], held[0] is not picture)
