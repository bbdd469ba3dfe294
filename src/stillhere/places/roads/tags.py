"""What the tags of a way say: its class, who may pass, which way, how fast, how heavy.

Source: https://wiki.openstreetmap.org/wiki/Key:access, Key:oneway, Key:maxspeed,
Key:maxweight, Key:barrier (2026). What is private, for the forest or for residents is
passable here: teams go to doors, and whether they may is the clearance's to say.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from stillhere.places.roads.speeds import EVERYONE, VEHICLES, Speeds
from stillhere.vocabulary.roads import VehicleClass

Tags = Mapping[str, str]
_WHEELS: Final = ("access", "vehicle", "motor_vehicle")
_ACCESS: Final = {
    VehicleClass.WALKING: ("access", "foot"),
    VehicleClass.CAR: (*_WHEELS, "motorcar"),
    VehicleClass.BUS: (*_WHEELS, "psv", "bus"),
    VehicleClass.AMBULANCE: (*_WHEELS, "emergency"),
}
"""Keys from the general to the particular; the last that is there decides."""
_NO: Final = frozenset(("no", "use_sidepath"))
_ONWARD: Final = frozenset(("yes", "true", "1"))
_BACK: Final = frozenset(("-1", "reverse"))
_ROUND: Final = frozenset(("roundabout", "circular"))
_FAST: Final = frozenset(("motorway", "motorway_link"))
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_MILE_TENTHS: Final = 16
_NAMES: Final = frozenset(
    ("name", "old_name", "alt_name", "loc_name", "ref", "int_ref")
)


class RoadTags(NamedTuple):
    """What is kept of a way.

    Attributes:
        kind: Its class, a name of the table of speeds.
        mask: Who may pass, a bit per vehicle.
        oneway: 1 along its nodes, -1 against them, 0 both; those who walk go both ways.
        cap_kmh: Most on wheels by its sign and surface; 0 where none is stated.
        tonnes_tenths: Most weight; 0 where none is stated.
        names: Names in every language and numbers, each once, sorted.
    """

    kind: str
    mask: int
    oneway: int
    cap_kmh: int
    tonnes_tenths: int
    names: tuple[str, ...]


def read_way(tags: Tags, speeds: Speeds) -> RoadTags | None:
    """What a way is; None for one nobody travels on, such as a road being built."""
    kind = tags.get("highway", "")
    if kind not in speeds.kmh or kind == "barrier":
        return None
    weight = _tenths(tags.get("maxweight", ""))
    mask = sum(
        1 << bit
        for bit, vehicle in enumerate(VEHICLES)
        if speeds.kmh[kind][bit]
        and _allowed(tags, vehicle)
        and (not weight or speeds.tonnes_tenths[vehicle] <= weight)
    )
    if not mask:
        return None
    return RoadTags(kind, mask, _oneway(tags), _cap(tags, speeds), weight, _names(tags))


def read_barrier(tags: Tags, speeds: Speeds) -> int:
    """The mask of who passes a node; everyone where it bears no barrier."""
    barrier = tags.get("barrier", "")
    if not barrier or barrier == "no":
        return EVERYONE
    mask = speeds.passes(barrier)
    for bit, vehicle in enumerate(VEHICLES):
        stated = _stated(tags, vehicle)
        if stated in _NO:
            mask &= ~(1 << bit)
        elif stated in {"yes", "designated", "permissive"}:
            mask |= 1 << bit
    return mask


def _allowed(tags: Tags, vehicle: VehicleClass) -> bool:
    return _stated(tags, vehicle) not in _NO


def _stated(tags: Tags, vehicle: VehicleClass) -> str:
    stated = [tags[key] for key in _ACCESS[vehicle] if key in tags]
    return stated[-1] if stated else ""


def _oneway(tags: Tags) -> int:
    stated = tags.get("oneway", "")
    if stated in _ONWARD:
        return 1
    if stated in _BACK:
        return -1
    implied = tags.get("junction") in _ROUND or tags.get("highway") in _FAST
    return 1 if implied and stated != "no" else 0


def _cap(tags: Tags, speeds: Speeds) -> int:
    caps = [
        speeds.cap_kmh[tags[key]]
        for key in ("surface", "tracktype")
        if tags.get(key) in speeds.cap_kmh
    ]
    signed = _NUMBER.match(tags.get("maxspeed", ""))
    if signed:
        kmh = int(float(signed.group()))
        miles = "mph" in tags["maxspeed"]
        caps.append(kmh * _MILE_TENTHS // 10 if miles else kmh)
    return min((cap for cap in caps if cap > 0), default=0)


def _tenths(text: str) -> int:
    found = _NUMBER.match(text)
    return round(float(found.group()) * 10) if found else 0


def _names(tags: Tags) -> tuple[str, ...]:
    found = {
        part.strip()
        for key, value in tags.items()
        if key.partition(":")[0] in _NAMES
        for part in value.split(";")
    }
    return tuple(sorted(filter(None, found)))
