"""One table of places as it was loaded, and its form as plain fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from stillhere.places.place import Area, Place, PlaceId


class TableForm(StrEnum):
    """The form of a table, which says who publishes it."""

    PCODES = "pcodes"
    """Codes and names of the common operational datasets of OCHA."""
    GEONAMES = "geonames"
    """A country file of GeoNames, with its alternate names."""
    OSM = "osm"
    """An extract of OpenStreetMap."""


LICENCES: Final = {
    TableForm.PCODES: ("as OCHA states for the dataset", "Codes: OCHA"),
    TableForm.GEONAMES: ("CC BY 4.0", "Places: GeoNames (CC BY 4.0)"),
    TableForm.OSM: ("ODbL 1.0", "© OpenStreetMap contributors (ODbL)"),
}
"""Licence of each form, and the words to show beside what comes from it."""

ORDER: Final = tuple(TableForm)
"""Which table a place is named after, where several have it: the first."""


@dataclass(frozen=True, slots=True)
class Street:
    """A street of a settlement with all its names.

    Attributes:
        settlement: Identifier of the settlement in its own table.
        names: Every name in any language, old ones too; each once, sorted.
        houses: House numbers stated in it, as written; each once, sorted.
    """

    settlement: PlaceId
    names: tuple[str, ...]
    houses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedTable:
    """What was read from the files of one table.

    Attributes:
        name: Its form and the name of its first file; loading one of the same name
            takes its place.
        form: Who publishes it.
        files: Names of the files it was read from.
        digest: Of their bytes and of what was wanted of them.
        dated: The latest date in them, ISO; empty where they state none.
        places: By identifier.
        areas: By level and code.
        streets: By settlement and name.
    """

    name: str
    form: TableForm
    files: tuple[str, ...]
    digest: str
    dated: str = ""
    places: tuple[Place, ...] = ()
    areas: tuple[Area, ...] = ()
    streets: tuple[Street, ...] = ()

    @property
    def licence(self) -> str:
        """Under which licence it is published."""
        return LICENCES[self.form][0]

    @property
    def attribution(self) -> str:
        """The words to show beside what comes from it."""
        return LICENCES[self.form][1]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read from it."""
        return not (self.places or self.areas or self.streets)

    def to_fields(self) -> dict[str, Any]:
        """Plain fields for a report; numbers as texts."""
        return {
            "name": self.name,
            "form": self.form.value,
            "files": list(self.files),
            "digest": self.digest,
            "dated": self.dated,
            "licence": self.licence,
            "attribution": self.attribution,
            "places": [_place_fields(place) for place in self.places],
            "areas": [_area_fields(area) for area in self.areas],
            "streets": [_street_fields(street) for street in self.streets],
        }

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> "LoadedTable":
        """The table again, from what `to_fields` gave."""
        return cls(
            name=fields["name"],
            form=TableForm(fields["form"]),
            files=tuple(fields["files"]),
            digest=fields["digest"],
            dated=fields.get("dated", ""),
            places=tuple(_place(row) for row in fields.get("places", ())),
            areas=tuple(_area(row) for row in fields.get("areas", ())),
            streets=tuple(_street(row) for row in fields.get("streets", ())),
        )


_NAMES: Final = ("name_hy", "name_az", "name_ru", "name_en")


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _place_fields(place: Place) -> dict[str, Any]:
    names = {name: getattr(place, name) for name in _NAMES}
    lists = {
        "other_names": list(place.other_names),
        "codes": list(place.codes),
        "areas": list(place.areas),
    }
    at = {"lat": f"{place.lat:.5f}", "lon": f"{place.lon:.5f}"}
    return _filled({"place": place.id, "kind": place.kind, **names, **at, **lists})


def _place(row: Mapping[str, Any]) -> Place:
    return Place(
        PlaceId(row["place"]),
        row.get("kind", ""),
        name_hy=row.get("name_hy", ""),
        name_az=row.get("name_az", ""),
        name_ru=row.get("name_ru", ""),
        name_en=row.get("name_en", ""),
        other_names=_texts(row, "other_names"),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        codes=_texts(row, "codes"),
        areas=_texts(row, "areas"),
    )


def _area_fields(area: Area) -> dict[str, Any]:
    names = list(area.names)
    return _filled(
        {"code": area.code, "level": area.level, "names": names, "inside": area.inside}
    )


def _area(row: Mapping[str, Any]) -> Area:
    names = _texts(row, "names")
    return Area(row["code"], row.get("level", 0), names, row.get("inside", ""))


def _street_fields(street: Street) -> dict[str, Any]:
    lists = {"names": list(street.names), "houses": list(street.houses)}
    return _filled({"settlement": street.settlement, **lists})


def _street(row: Mapping[str, Any]) -> Street:
    settlement = PlaceId(row["settlement"])
    return Street(settlement, _texts(row, "names"), _texts(row, "houses"))


def _texts(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    texts: Sequence[str] = row.get(name, ())
    return tuple(texts)
