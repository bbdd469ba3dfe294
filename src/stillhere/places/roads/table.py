"""The roads of an extract as one table of columns, and its form as plain fields.

A piece is a stretch of one way without a junction inside, at most some hundred metres
where the way has a node to cut at. Pieces are what is opened and closed; a graph for one
vehicle joins them to chains. All numbers are whole: degrees in ten-millionths, lengths in
decimetres.
"""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from stillhere.errors import StillHereError

Ints = npt.NDArray[np.int64]
DEGREE: Final = 10_000_000
"""Parts of a degree in which positions are kept, as OpenStreetMap keeps them."""
LICENCE: Final = "ODbL 1.0"
ATTRIBUTION: Final = "Roads: © OpenStreetMap contributors (ODbL)"
_COLUMNS: Final = (
    *("way_id", "way_kind", "way_mask", "way_oneway", "way_cap_kmh", "way_name"),
    *("piece_a", "piece_b", "piece_way", "piece_dm", "piece_point"),
    *("point_lat", "point_lon"),
)
_FORM: Final = 1
_FOUR_BYTES: Final = 2**31


@dataclass(frozen=True, eq=False)
class RoadTable:
    """Roads, tracks and paths as they were read from one extract.

    Attributes:
        file: Name of the file.
        digest: Of its bytes, of what was wanted of it and of the table of speeds.
        centre: Latitude and longitude of 0, 0 on the operation's plane, as decimal text.
        dated: Date the extract states, ISO; empty where it states none.
        kinds: Classes of roads that occur, by number.
        names: Names that occur, those of one way joined by a line feed, by number.
        way_id: OpenStreetMap's number of each way; 0 for what joins two at a barrier.
        way_kind, way_mask, way_oneway, way_cap_kmh, way_name: See `tags.RoadTags`.
        piece_a, piece_b: Numbers of the nodes at its ends; each runs as its way.
        piece_way: Number of its way.
        piece_dm: Its length.
        piece_point: Where its points begin in the two columns below; one more at the end.
        point_lat, point_lon: Its course, from a to b.
    """

    file: str
    digest: str
    centre: tuple[str, str]
    dated: str
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    way_id: Ints
    way_kind: Ints
    way_mask: Ints
    way_oneway: Ints
    way_cap_kmh: Ints
    way_name: Ints
    piece_a: Ints
    piece_b: Ints
    piece_way: Ints
    piece_dm: Ints
    piece_point: Ints
    point_lat: Ints
    point_lon: Ints

    def __len__(self) -> int:
        """Number of pieces."""
        return len(self.piece_dm)

    @property
    def nodes(self) -> int:
        """Number of nodes at the ends of pieces."""
        ends = (self.piece_a, self.piece_b)
        return 1 + max((int(end.max()) for end in ends if len(end)), default=-1)

    @property
    def metres(self) -> int:
        """Length of all of it."""
        return int(self.piece_dm.sum()) // 10

    def to_fields(self) -> dict[str, Any]:
        """Plain fields for a report: columns as differences, packed, as text."""
        return {
            "form": _FORM,
            "file": self.file,
            "digest": self.digest,
            "centre": list(self.centre),
            "dated": self.dated,
            "licence": LICENCE,
            "attribution": ATTRIBUTION,
            "kinds": list(self.kinds),
            "names": _packed_texts(self.names),
            "columns": {name: _packed(getattr(self, name)) for name in _COLUMNS},
        }

    @classmethod
    def from_fields(cls, stated: Mapping[str, Any]) -> "RoadTable":
        """The table again, from what `to_fields` gave.

        Raises:
            StillHereError: `places/roads-damaged`.
        """
        try:
            names = {_FORM: _COLUMNS}[int(stated["form"])]
            columns = {n: _unpacked(stated["columns"][n]) for n in names}
            table = cls(
                file=stated["file"],
                digest=stated["digest"],
                centre=(stated["centre"][0], stated["centre"][1]),
                dated=stated.get("dated", ""),
                kinds=tuple(stated["kinds"]),
                names=_unpacked_texts(stated["names"]),
                **columns,
            )
        except (KeyError, IndexError, TypeError, ValueError, zlib.error) as error:
            name = str(stated.get("file", ""))
            raise StillHereError("places/roads-damaged", file=name) from error
        return table.checked()

    def checked(self) -> "RoadTable":
        """The same table.

        Raises:
            StillHereError: `places/roads-damaged` where its columns do not fit together.
        """
        pieces = {f.name for f in fields(self) if f.name.startswith("piece_")}
        whole = {len(getattr(self, n)) for n in pieces - {"piece_point"}} == {len(self)}
        points = self.piece_point
        whole = whole and len(points) == len(self) + 1
        whole = whole and len(self.point_lat) == len(self.point_lon) == int(points[-1])
        if not whole or (len(self) and int(self.piece_way.max()) >= len(self.way_id)):
            raise StillHereError("places/roads-damaged", file=self.file)
        return self


def _packed(column: Ints) -> str:
    """Differences, in four bytes each where they fit, packed."""
    steps = np.diff(column, prepend=0)
    wide = "<i8" if len(steps) and np.abs(steps).max() >= _FOUR_BYTES else "<i4"
    return wide + b64encode(zlib.compress(steps.astype(wide).tobytes())).decode()


def _unpacked(text: str) -> Ints:
    wide, packed = text[:3], text[3:]
    if wide not in {"<i4", "<i8"}:
        raise ValueError(wide)
    steps = np.frombuffer(zlib.decompress(b64decode(packed)), dtype=wide)
    return np.cumsum(steps, dtype=np.int64)


def _packed_texts(texts: tuple[str, ...]) -> str:
    return b64encode(zlib.compress("\0".join(texts).encode())).decode()


def _unpacked_texts(text: str) -> tuple[str, ...]:
    return tuple(zlib.decompress(b64decode(text)).decode().split("\0"))
