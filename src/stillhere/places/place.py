"""One place with all its names side by side, read from a row of a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NewType

from stillhere.errors import StillHereError

PlaceId = NewType("PlaceId", str)

LANGUAGES: Final = ("hy", "az", "ru", "en")
COLUMNS: Final = (
    *("place", "kind", "name_hy", "name_az", "name_ru", "name_en"),
    *("other_names", "lat", "lon", "invented"),
)
_YES: Final = frozenset(("yes", "true", "1"))


@dataclass(frozen=True, slots=True)
class Place:
    """A settlement or another place of the gazetteer.

    Every name stands beside the others and none comes first for ever: the reader's
    language decides. Nothing here says whose land a place is.

    Attributes:
        id: Stable identifier, a slug.
        kind: `town`, `village` or another word of the table.
        name_hy: Armenian name; empty where there is none.
        name_az: Azerbaijani name; empty where there is none.
        name_ru: Russian name; empty where there is none.
        name_en: English name; empty where there is none.
        other_names: All other names and spellings.
        lat: Latitude in degrees (WGS84).
        lon: Longitude in degrees (WGS84).
        invented: Whether the place was made up for an exercise.
        codes: What loaded tables call it, such as ``geonames:616051``, sorted.
        areas: Codes of the districts around it, sorted; humanitarian and statistical
            codes, no claim.
    """

    id: PlaceId
    kind: str
    name_hy: str
    name_az: str
    name_ru: str
    name_en: str
    other_names: tuple[str, ...]
    lat: float
    lon: float
    invented: bool = False
    codes: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    @property
    def stated(self) -> tuple[object, ...]:
        """What a digest is taken over; codes only where a loaded table gave some."""
        plain = (self.id, self.kind, *self._four, self.other_names, self.lat, self.lon)
        coded = (self.codes, self.areas) if self.codes or self.areas else ()
        return (*plain, self.invented, *coded)

    @property
    def _four(self) -> tuple[str, str, str, str]:
        return self.name_hy, self.name_az, self.name_ru, self.name_en

    @property
    def names(self) -> tuple[str, ...]:
        """All names, each once: Armenian, Azerbaijani, Russian, English, others."""
        every = dict.fromkeys((*self._four, *self.other_names))
        return tuple(name for name in every if name)

    def name(self, language: str) -> str:
        """Give the name in the reader's language, else English, else any.

        Args:
            language: `"hy"`, `"az"`, `"ru"` or `"en"`; another gives English.
        """
        wanted = getattr(self, f"name_{language}") if language in LANGUAGES else ""
        return wanted or self.name_en or self.names[0]


@dataclass(frozen=True, slots=True)
class Area:
    """A district or region: its codes and names, and no border.

    Attributes:
        code: The code by which places name it.
        level: 1 for the largest below a country, 2 and 3 for those inside.
        names: Every name, each once.
        inside: Code of the larger area around it; empty where not stated.
    """

    code: str
    level: int
    names: tuple[str, ...]
    inside: str = ""


def place_of(row: Mapping[str, str]) -> Place:
    """Read one row of a table of places, by its column names.

    Raises:
        StillHereError: A column is missing, the row has no name or no identifier,
            or a coordinate is no number on Earth.
    """
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
        place = Place(
            id=PlaceId(row["place"]),
            kind=row["kind"],
            name_hy=row["name_hy"],
            name_az=row["name_az"],
            name_ru=row["name_ru"],
            name_en=row["name_en"],
            other_names=tuple(filter(None, row["other_names"].split("|"))),
            lat=lat,
            lon=lon,
            invented=row["invented"].lower() in _YES,
        )
    except (KeyError, ValueError) as problem:
        raise _unreadable(row) from problem
    if not (place.id and place.names and -90 <= lat <= 90 and -180 <= lon <= 180):
        raise _unreadable(row)
    return place


def _unreadable(row: Mapping[str, str]) -> StillHereError:
    return StillHereError("places/row", place=row.get("place", "?"))
