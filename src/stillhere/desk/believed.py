"""What is believed of the newest picture, kept level with it for whoever asks."""

from threading import Lock

from stillhere.desk.operation.live import Operation
from stillhere.intake import World
from stillhere.ledger import Picture, PlaceKey
from stillhere.plan import Atlas, Belief, PlanRules
from stillhere.plan.believing import Believer
from stillhere.plan.believing.explained import Explained, explain, explained


class Believed:
    """The belief of one picture and the table of doors it was worked out on.

    Who asks for the same picture meanwhile waits for the one who works it out.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._atlas: tuple[World, Atlas] | None = None
        self._believer: Believer | None = None
        self._held: tuple[Picture, Belief] | None = None

    def of(self, operation: Operation, picture: Picture) -> Belief:
        """The belief of a picture by the shipped rules.

        Cost: about a second for 63,000 people at first; then of what changed.
        """
        with self._lock:
            if self._held is None or self._held[0] is not picture:
                made = self._believe(self._laid_out(operation.world), picture)
                self._held = (picture, made)
            return self._held[1]

    def why(self, operation: Operation, picture: Picture, key: PlaceKey) -> Explained:
        """What is believed of one dwelling, and by what."""
        believed = self.of(operation, picture)
        rules = PlanRules.shipped()
        with self._lock:
            holder = self._believer
            if holder is None or self._held is None or self._held[0] is not picture:
                return explain(picture, self._laid_out(operation.world), rules, key)
            return explained(holder, believed, (picture, rules), key)

    def atlas(self, operation: Operation) -> Atlas:
        """Every door of the operation."""
        with self._lock:
            return self._laid_out(operation.world)

    def _believe(self, atlas: Atlas, picture: Picture) -> Belief:
        known, self._believer = self._believer, None
        if known is not None and known.can_follow(picture):
            known.follow(picture)
        else:
            known = Believer(picture, atlas, PlanRules.shipped())
        self._believer = known
        return known.belief()

    def _laid_out(self, world: World) -> Atlas:
        if self._atlas is None or self._atlas[0] is not world:
            self._atlas = (world, Atlas.of(world.buildings, world.gazetteer))
            self._believer = None
        return self._atlas[1]


_believed = Believed()


def belief_of(operation: Operation, picture: Picture) -> Belief:
    """What is believed of a picture of the operation of this process."""
    return _believed.of(operation, picture)


def why_believed(operation: Operation, picture: Picture, key: PlaceKey) -> Explained:
    """What is believed of one dwelling of the operation of this process, and by what."""
    return _believed.why(operation, picture, key)


def atlas_of(operation: Operation) -> Atlas:
    """Every door of the operation of this process, laid out once."""
    return _believed.atlas(operation)
