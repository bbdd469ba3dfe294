"""Tiny extracts, drawn on a grid of a tenth of a kilometre and written by osmium."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import osmium
from osmium.osm.mutable import Node, Way

from stillhere.places.geometry import LocalPlane
from stillhere.places.roads import RoadTable, Speeds
from stillhere.places.roads.extract import load_roads

CENTRE = (39.82, 46.75)
_PLANE = LocalPlane(*CENTRE)
Tags = Mapping[str, str]


def at(x_m: float, y_m: float) -> tuple[float, float]:
    """Latitude and longitude of a point of the plane, as an extract states them."""
    lat, lon = _PLANE.to_degrees(x_m / 1000, y_m / 1000)
    return round(lat, 7), round(lon, 7)


def drawn(
    path: Path,
    nodes: Mapping[int, tuple[float, float]],
    ways: Mapping[int, tuple[Sequence[int], Tags]],
    tagged: Mapping[int, Tags] | None = None,
) -> Path:
    """Write an extract.

    Args:
        path: Where to; its ending says the form.
        nodes: Number to metres east and north of the centre.
        ways: Number to nodes and tags; a way without tags is a residential street.
        tagged: Tags of nodes, such as a barrier.
    """
    marks = tagged or {}
    with osmium.SimpleWriter(str(path), overwrite=True) as writer:
        for code, (x, y) in sorted(nodes.items()):
            lat, lon = at(x, y)
            writer.add_node(
                Node(id=code, location=(lon, lat), tags=dict(marks.get(code, {})))
            )
        for code, (refs, tags) in sorted(ways.items()):
            writer.add_way(
                Way(
                    id=code,
                    nodes=list(refs),
                    tags=dict(tags) or {"highway": "residential"},
                )
            )
    return path


def roads(
    folder: Path,
    nodes: Mapping[int, tuple[float, float]],
    ways: Mapping[int, tuple[Sequence[int], Tags]],
    tagged: Mapping[int, Tags] | None = None,
) -> RoadTable:
    """The table of roads of an extract drawn like this."""
    path = drawn(folder / "drawn.osm.pbf", nodes, ways, tagged)
    return load_roads(path, Speeds.shipped(), centre=CENTRE)


def street(*refs: int, **tags: str) -> tuple[Sequence[int], Tags]:
    """A way through some nodes; `__` in a name of a tag stands for a colon."""
    told = {key.replace("__", ":"): value for key, value in tags.items()}
    return refs, {"highway": "residential", **told}


def line(numbers: Iterable[int], step_m: float = 100) -> dict[int, tuple[float, float]]:
    """Nodes in a row to the east."""
    return {code: (n * step_m, 0.0) for n, code in enumerate(numbers)}
