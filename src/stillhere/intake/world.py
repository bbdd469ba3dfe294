"""The tables of a world folder: its operation, its buildings, its places.

These are no lists of people: they are loaded as tables beside the reports. Each file may
be missing; what is shipped holds instead.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from stillhere.errors import StillHereError
from stillhere.places import Gazetteer
from stillhere.places.tables import Joining, LoadedTable, join_tables
from stillhere.reports.key import EXERCISE_KEY, OperationKey
from stillhere.vocabulary.languages import Language

BUILDING_COLUMNS = (
    "building",
    "settlement",
    *(f"address_{language.value}" for language in Language),
    "x_km",
    "y_km",
    "flats",
)


@dataclass(frozen=True, slots=True)
class Operation:
    """What an operation declares of itself; the shipped values where it is silent.

    Attributes:
        region: Its name, as written.
        population: People of the region before; None where not declared.
        register_coverage: Share of them in the register, as decimal text; None likewise.
        key: The key of its ids; the public one of exercises where none is declared.
        time_zone: IANA name.
        hour_0: ISO time at which the search begins; None where not declared.
        as_of: ISO time of the picture; None where not declared.
    """

    region: str = ""
    population: int | None = None
    register_coverage: str | None = None
    key: OperationKey = EXERCISE_KEY
    time_zone: str = "Asia/Yerevan"
    hour_0: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Building:
    """One building of the operation's plane.

    Attributes:
        code: Its code; a dwelling is ``code/flat``, flats from 1.
        settlement: A name of its settlement, as written.
        addresses: Address in each language; blank ones left out.
        x_m, y_m: Metres east and north of the centre.
        flats: Number of dwellings, at least 1.
    """

    code: str
    settlement: str
    addresses: Mapping[Language, str]
    x_m: int
    y_m: int
    flats: int

    @property
    def x_km(self) -> float:
        """Kilometres east of the centre."""
        return self.x_m / 1000

    @property
    def y_km(self) -> float:
        """Kilometres north of the centre."""
        return self.y_m / 1000


@dataclass(frozen=True, slots=True)
class BuildingTable:
    """Buildings by code, in the order of their file."""

    by_code: Mapping[str, Building] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Building]:
        return iter(self.by_code.values())

    def __len__(self) -> int:
        return len(self.by_code)

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def __getitem__(self, code: str) -> Building:
        return self.by_code[code]

    @property
    def dwellings(self) -> int:
        """Flats of all buildings together."""
        return sum(building.flats for building in self)


@dataclass(frozen=True)
class World:
    """The tables of a world folder or of a store.

    Attributes:
        lists: The folder of its lists, for `read_folder`.
        operation: What the operation declares.
        buildings: Empty where there is no table.
        place_rows: Rows of ``places.csv`` for the gazetteer; empty where there is none.
        rules: Text of ``rules.toml``, by which identity links; empty for what is shipped.
        loaded: Tables of places from outside, as `places.tables.loading` read them.
        decided: What texts mean, as persons decided; see `Gazetteer`.
        road_fields: The roads of the operation as a report keeps them, for
            `RoadTable.from_fields`, which whoever only reads lists does without; None for
            none.
    """

    lists: Path
    operation: Operation
    buildings: BuildingTable
    place_rows: tuple[Mapping[str, str], ...] = ()
    rules: str = ""
    loaded: tuple[LoadedTable, ...] = ()
    decided: Mapping[str, str] = field(default_factory=dict)
    road_fields: Mapping[str, Any] | None = None

    @property
    def gazetteer(self) -> Gazetteer:
        """Its own places, the shipped ones and those of loaded tables, joined."""
        return self.places.gazetteer

    @cached_property
    def places(self) -> Joining:
        """The same, and how the loaded tables were joined to it."""
        own = Gazetteer.demo()
        if self.place_rows:
            own = own.merge(Gazetteer.load(self.place_rows))
        if self.decided:
            own = own.deciding(self.decided)
        return join_tables(own, self.loaded)


def read_world(folder: Path) -> World:
    """Read the tables of a world folder, or of its folder ``lists`` itself.

    Raises:
        StillHereError: There is no such folder, or one of the tables is damaged.
    """
    lists = folder / "lists" if (folder / "lists").is_dir() else folder
    if not lists.is_dir():
        raise StillHereError("intake/file-not-found", file=str(folder))
    return World(
        lists,
        read_operation(lists),
        _buildings(lists / "buildings.csv"),
        tuple(MappingProxyType(row) for _, row in _rows(lists / "places.csv")),
        read_rules(lists / "rules.toml"),
    )


def read_rules(path: Path) -> str:
    """The text of a file of rules; empty where there is no file.

    Raises:
        StillHereError: It is no text in UTF-8.
    """
    if not path.is_file():
        return ""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise _damaged(path, "it is no text in UTF-8") from error


def read_operation(lists: Path) -> Operation:
    """What ``operation.json`` in a folder of lists declares; the shipped without one.

    Raises:
        StillHereError: It is damaged, or its key is none.
    """
    path = lists / "operation.json"
    if not path.is_file():
        return Operation()
    try:
        declared: dict[str, Any] = json.loads(path.read_bytes(), parse_float=str)
        fields = {k: declared[k] for k in _DECLARED if declared.get(k) is not None}
        population = fields.get("population")
        if population is not None:
            fields["population"] = int(population)
        for name in ("register_coverage", "hour_0", "as_of", "region", "time_zone"):
            if name in fields:
                fields[name] = str(fields[name])
    except (ValueError, TypeError, AttributeError) as error:
        raise _damaged(path, "it is no JSON object of an operation") from error
    if "key" in fields:
        fields["key"] = OperationKey.from_hex(str(fields["key"]), path.name)
    return Operation(**fields)


_DECLARED = (
    "region",
    "population",
    "register_coverage",
    "key",
    "time_zone",
    "hour_0",
    "as_of",
)


def _buildings(path: Path) -> BuildingTable:
    found: dict[str, Building] = {}
    for line, row in _rows(path):
        try:
            building = _building(row)
        except (KeyError, ValueError, InvalidOperation, TypeError) as error:
            raise _damaged(path, f"line {line} is no building") from error
        if building.code in found:
            raise _damaged(path, f"line {line} repeats building {building.code}")
        found[building.code] = building
    return BuildingTable(MappingProxyType(found))


def _building(row: Mapping[str, str]) -> Building:
    addresses = {
        language: text
        for language in Language
        if (text := row.get(f"address_{language.value}", "").strip())
    }
    return Building(
        code=row["building"].strip(),
        settlement=row["settlement"].strip(),
        addresses=MappingProxyType(addresses),
        x_m=_metres(row["x_km"]),
        y_m=_metres(row["y_km"]),
        flats=max(1, int(row["flats"])),
    )


def _metres(kilometres: str) -> int:
    return round(Decimal(kilometres) * 1000)


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Rows of a UTF-8 table with the line each ends on; none where there is no file."""
    if not path.is_file():
        return []
    try:
        text = path.read_text(encoding="utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""), restval="")
        return [(reader.line_num, row) for row in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        raise _damaged(path, "it is no CSV in UTF-8") from error


def _damaged(path: Path, reason: str) -> StillHereError:
    return StillHereError("intake/world-table-damaged", file=path.name, reason=reason)
