"""The public table of speeds: who travels where, and how fast."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from stillhere.vocabulary.roads import VehicleClass

VEHICLES: Final = tuple(VehicleClass)
"""In the order of the columns of the table and of the bits of a mask."""
EVERYONE: Final = (1 << len(VEHICLES)) - 1
"""The mask of every vehicle."""


@dataclass(frozen=True, slots=True)
class Speeds:
    """What ``speeds.toml`` says.

    Attributes:
        kmh: Class of a road to the speed of each vehicle, in the order of `VEHICLES`.
        cap_kmh: Surface or grade of a track to the most on wheels.
        tonnes_tenths: Laden weight by vehicle.
        barriers: Kind of barrier to the mask of who passes.
        digest: Hex digest over the table.
    """

    kmh: Mapping[str, tuple[int, ...]]
    cap_kmh: Mapping[str, int]
    tonnes_tenths: Mapping[VehicleClass, int]
    barriers: Mapping[str, int]
    digest: str

    @classmethod
    def shipped(cls) -> "Speeds":
        """The table that comes with this version."""
        return _shipped()

    def passes(self, barrier: str) -> int:
        """The mask of who passes a barrier; of one not in the table, who walks."""
        return self.barriers.get(barrier, mask_of(VehicleClass.WALKING))


def mask_of(*vehicles: VehicleClass) -> int:
    """The mask in which these vehicles have their bits."""
    return sum(1 << VEHICLES.index(vehicle) for vehicle in set(vehicles))


@cache
def _shipped() -> Speeds:
    data = files("stillhere.places.roads").joinpath("speeds.toml").read_bytes()
    table = tomllib.loads(data.decode())
    order = [table["vehicles"].index(vehicle) for vehicle in VEHICLES]
    kmh = {name: tuple(row[n] for n in order) for name, row in table["kmh"].items()}
    barriers = {
        name: mask_of(*map(VehicleClass, who))
        for name, who in table["barriers"].items()
    }
    return Speeds(
        kmh=MappingProxyType(kmh),
        cap_kmh=MappingProxyType(table["cap_kmh"]),
        tonnes_tenths=MappingProxyType(
            {VehicleClass(k): v for k, v in table["tonnes_tenths"].items()}
        ),
        barriers=MappingProxyType(barriers),
        digest=blake2b(data.replace(b"\r\n", b"\n"), digest_size=16).hexdigest(),
    )
