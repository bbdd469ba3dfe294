"""The legs of a plan, and those that lie on a road."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stillhere.ledger import PlaceKey
from stillhere.plan.atlas import Atlas
from stillhere.plan.ways.measured import BASE
from stillhere.plan.ways.on_roads import RoadWays


@dataclass(frozen=True, slots=True)
class Leg:
    """A way that is planned.

    Attributes:
        team: Whose.
        begin: Number of the dwelling it sets out from, or `BASE`.
        end: Number of the dwelling it leads to, or `BASE`.
    """

    team: int
    begin: int
    end: int


def legs_of(team: int, stops: Iterable[PlaceKey], atlas: Atlas) -> tuple[Leg, ...]:
    """The legs of one team: from the base by its stops in order and back.

    None for a team without stops; stops that stand in no table of buildings are left out.
    """
    doors = [atlas.index[key] for key in stops if key in atlas.index]
    if not doors:
        return ()
    ends = [BASE, *doors, BASE]
    return tuple(Leg(team, a, b) for a, b in pairwise(ends))


def legs_through(
    ways: RoadWays, legs: Sequence[Leg], road: str
) -> tuple[Leg, ...] | None:
    """The legs a road lies on, in their order, while it is still open.

    Args:
        ways: As planned with, before the road was closed.
        legs: Planned ways.
        road: Name, number, way or stretch, see `RoadNames`.

    Returns:
        None where the road is not on the map. A leg that is as short without the road
        counts all the same. A leg that cannot be gone even now is not among them.
    """
    pieces = ways.ground.pieces(road)
    if pieces is None:
        return None
    if not legs:
        return ()
    begins, ends = [leg.begin for leg in legs], [leg.end for leg in legs]
    found = ways.through(begins, ends, pieces)
    return tuple(leg for leg, on in zip(legs, found.tolist(), strict=True) if on)


def teams_through(
    ways: RoadWays, legs: Sequence[Leg], road: str
) -> tuple[int, ...] | None:
    """Numbers of the teams whose sheets a road lies on; None where it is on no map."""
    found = legs_through(ways, legs, road)
    return None if found is None else tuple(sorted({leg.team for leg in found}))
