"""How the roads of an operation are told, in words and as JSON, and where they lie."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from stillhere.cli.screen import heading, say, table
from stillhere.errors import StillHereError
from stillhere.intake import World
from stillhere.intake.buildings import Buildings
from stillhere.places import LocalPlane, PlaceId
from stillhere.places.roads import RoadTable, Speeds
from stillhere.places.roads.layout import Layout, Passable
from stillhere.places.roads.table import ATTRIBUTION, LICENCE
from stillhere.vocabulary.roads import VehicleClass


def centre_of(text: str) -> tuple[float, float] | None:
    """Latitude and longitude, as an option states them; None for none."""
    if not text:
        return None
    try:
        lat, lon = (float(part) for part in text.split(","))
    except ValueError as error:
        reason = "--centre is LAT,LON, such as 39.8178,46.7528."
        raise StillHereError("cli/usage", reason=reason) from error
    return lat, lon


@dataclass(frozen=True, slots=True)
class Middle:
    """Where 0, 0 of the operation's plane is taken to lie, and why.

    Attributes:
        at: Latitude and longitude; None for the middle of the extract.
        by: The settlement it was worked out from; empty where a person said it.
    """

    at: tuple[float, float] | None
    by: str = ""

    @classmethod
    def of(cls, world: World, said: tuple[float, float] | None) -> "Middle":
        """As a person said; else from the settlement with most dwellings."""
        if said is not None:
            return cls(said)
        doors: dict[str, list[tuple[int, int, int]]] = {}
        known = Buildings(world.buildings, world.gazetteer, {})
        for row in world.buildings:
            place = known.settlement(row)
            if place in world.gazetteer:
                doors.setdefault(place, []).append((row.x_m, row.y_m, row.flats))
        if not doors:
            return cls(None)
        most = max(doors, key=lambda place: (sum(d[2] for d in doors[place]), place))
        there = world.gazetteer[PlaceId(most)]
        x, y = (
            sum(door[axis] for door in doors[most]) / len(doors[most]) / 1000
            for axis in (0, 1)
        )
        at = LocalPlane(there.lat, there.lon).to_degrees(-x, -y)
        return cls((round(at[0], 5), round(at[1], 5)), " / ".join(there.names[:3]))

    def sentence(self, roads: RoadTable) -> str:
        """Where it lies, and what to do where that is wrong."""
        at = f"0, 0 of the table of buildings lies at {', '.join(roads.centre)}"
        if self.by:
            return (
                f"{at}, worked out from {self.by}; where that is wrong, say --centre."
            )
        if self.at is None:
            return (
                f"{at}, the middle of the extract; where that is wrong, say --centre."
            )
        return f"{at}."


def tell(roads: RoadTable, told: Mapping[str, Any]) -> None:
    """What was read, and what each vehicle can pass of it."""
    heading(f"Roads of {roads.file}")
    say(
        f"{len(roads.way_id):,} ways of {roads.metres / 1000:,.0f} km in "
        f"{len(roads):,} pieces{', of ' + roads.dated if roads.dated else ''}."
    )
    table(
        ("vehicle", "km", "chains", "junctions"),
        [
            (one["vehicle"], f"{one['km']:,}", one["chains"], one["junctions"])
            for one in told["vehicles"]
        ],
    )
    say("All of it is closed until a clearance opens it; see 'stillhere plan'.")
    say(f"{ATTRIBUTION}. Licence: {LICENCE}.")


def shape(roads: RoadTable) -> dict[str, Any]:
    """The roads for machines."""
    return {
        "file": roads.file,
        "digest": roads.digest,
        "dated": roads.dated,
        "centre": list(roads.centre),
        "ways": len(roads.way_id),
        "pieces": len(roads),
        "metres": roads.metres,
        "vehicles": _vehicles(roads),
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
    }


def _vehicles(roads: RoadTable) -> list[dict[str, Any]]:
    found = []
    for vehicle in VehicleClass:
        layout = Layout.of(roads, Passable.of(roads, vehicle, Speeds.shipped()))
        found.append(
            {
                "vehicle": vehicle.value,
                "km": int(layout.dm.sum()) // 10_000,
                "chains": len(layout.chains.begin),
                "junctions": layout.chains.nodes,
            }
        )
    return found
