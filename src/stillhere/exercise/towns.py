"""The towns of the core world and their numbers (`docs/reference/exercise.md`)."""

from dataclasses import dataclass
from math import sqrt

from stillhere.errors import StillHereError


@dataclass(frozen=True, slots=True)
class TownPlan:
    """One town before it is built: kilometres, counts, centre of the region's plane."""

    houses: int
    blocks: int
    width_km: float
    height_km: float
    x_km: float = 0.0
    y_km: float = 0.0


@dataclass(frozen=True, slots=True)
class RegionPlan:
    """What a world is built from; counts already scaled."""

    name: str
    towns: tuple[TownPlan, ...]
    villages: int
    false_calls: int
    safe_sought: int


_KHANKENDI = TownPlan(5100, 900, 3.4, 2.8)
_SECOND = TownPlan(3180, 560, 2.7, 2.2, x_km=21.0, y_km=17.0)

_REGIONS = {
    "khankendi": RegionPlan("khankendi", (_KHANKENDI,), 25, 300, 1500),
    "region": RegionPlan("region", (_KHANKENDI, _SECOND), 90, 570, 2860),
}

TOWNS = ("tutorial", *_REGIONS)
"""Names that `make_world` knows."""


def region_plan(name: str, scale: float) -> RegionPlan:
    """The plan of a town at a scale: counts times `scale`, lengths times its root.

    Raises:
        StillHereError: The town is unknown, or the scale is not above zero.
    """
    if name not in _REGIONS:
        raise StillHereError("exercise/town-unknown", town=name, known=", ".join(TOWNS))
    if not 0 < scale <= 100:
        raise StillHereError("exercise/scale-not-usable", scale=scale)
    plan = _REGIONS[name]
    return RegionPlan(
        name,
        tuple(_scaled(town, scale) for town in plan.towns),
        max(1, round(plan.villages * scale)),
        max(1, round(plan.false_calls * scale)),
        max(1, round(plan.safe_sought * scale)),
    )


def _scaled(town: TownPlan, scale: float) -> TownPlan:
    side = sqrt(scale)
    return TownPlan(
        max(4, round(town.houses * scale)),
        max(2, round(town.blocks * scale)),
        town.width_km * side,
        town.height_km * side,
        town.x_km,
        town.y_km,
    )
