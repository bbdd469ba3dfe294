"""An OpenStreetMap extract, read by osmium, becomes a table of roads.

The only module that knows osmium for roads; it is imported when a file is read.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stillhere.errors import StillHereError
from stillhere.places.roads.cutting import NOT_THERE, Cutter, RawWay
from stillhere.places.roads.speeds import EVERYONE, Speeds
from stillhere.places.roads.table import RoadTable
from stillhere.places.roads.tags import RoadTags, read_barrier, read_way
from stillhere.places.tables.source_files import source_file

if TYPE_CHECKING:
    from osmium.osm import Way

SUFFIXES: Final = (".osm.pbf", ".pbf", ".osm", ".osm.gz", ".osm.bz2")

Wanted = Callable[[float, float], bool]


@dataclass(slots=True)
class Raw:
    """What was read of an extract.

    Attributes:
        ways: In the order of the file.
        barriers: Node to the mask of who passes, where not everybody does.
        shared: How often ways come to a node; ends of a way count twice.
    """

    ways: list[RawWay] = field(default_factory=list)
    barriers: dict[int, int] = field(default_factory=dict)
    shared: Counter[int] = field(default_factory=Counter)

    def take(self, way: RawWay) -> None:
        """Take one way."""
        self.ways.append(way)
        self.shared.update(way.refs)
        self.shared.update((way.refs[0], way.refs[-1]))


def load_roads(
    path: Path,
    speeds: Speeds,
    *,
    wanted: Wanted | None = None,
    words: str = "",
    centre: tuple[float, float] | None = None,
) -> RoadTable:
    """Read every way somebody can travel on.

    Args:
        path: ``.osm.pbf`` or ``.osm``, also packed.
        speeds: Says which classes of roads there are and who passes a barrier.
        wanted: Whether a point is wanted; a way is kept where one of its nodes is.
        words: What was wanted, as text for the digest.
        centre: Where 0, 0 of the operation's plane lies; the middle of what was read
            where None.

    Raises:
        StillHereError: The file is missing, empty, broken or has no road wanted in it,
            or osmium is not installed.
    """
    file = source_file(path)
    if file.member or not path.name.lower().endswith(SUFFIXES):
        reason = "its name ends in none of " + ", ".join(SUFFIXES)
        raise StillHereError("places/no-extract", file=path.name, reason=reason)
    raw, dated = _read(path, speeds, wanted or (lambda _lat, _lon: True))
    if not raw.ways:
        raise StillHereError("places/no-roads-in-it", file=path.name)
    told = f"{file.digest()} {words} {centre} {speeds.digest}"
    digest = blake2b(told.encode(), digest_size=16).hexdigest()
    return Cutter(raw.ways, raw.barriers, raw.shared).table(
        path.name, digest, dated, centre
    )


def _read(path: Path, speeds: Speeds, wanted: Wanted) -> tuple[Raw, str]:
    try:
        import osmium  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise StillHereError("places/no-osmium", file=path.name) from error
    raw = Raw()
    keys = osmium.filter.KeyFilter("highway", "barrier")
    try:
        processor = osmium.FileProcessor(path).with_locations().with_filter(keys)
        dated = processor.header.get("osmosis_replication_timestamp", "")[:10]
        for found in processor:
            if isinstance(found, osmium.osm.Node):
                mask = read_barrier(dict(found.tags), speeds)
                if mask != EVERYONE:
                    raw.barriers[found.id] = mask
            elif isinstance(found, osmium.osm.Way):
                tags = read_way(dict(found.tags), speeds)
                if tags is not None:
                    _take(raw, found, tags, wanted)
    except (RuntimeError, osmium.InvalidLocationError) as error:
        reason = "osmium reads no extract in it"
        raise StillHereError(
            "places/no-extract", file=path.name, reason=reason
        ) from error
    return raw, dated


def _take(raw: Raw, way: "Way", tags: RoadTags, wanted: Wanted) -> None:
    refs: list[int] = []
    lats: list[int] = []
    lons: list[int] = []
    inside = False
    for node in way.nodes:
        there = node.location.valid()
        refs.append(node.ref)
        lats.append(node.y if there else NOT_THERE)
        lons.append(node.x if there else NOT_THERE)
        inside = inside or (there and wanted(node.lat, node.lon))
    if inside and len(refs) > 1:
        raw.take(RawWay(way.id, tags, refs, lats, lons))
