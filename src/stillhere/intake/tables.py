"""The tables of an operation inside a store: reports of the kind ``rules``.

A world folder has them as files beside its lists; a store keeps each as one report, so
that a backup and another node bring them along. The latest in force counts.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

from stillhere.intake.world import Building, BuildingTable, Operation, World
from stillhere.places import text_keys
from stillhere.places.tables import LoadedTable
from stillhere.reports import Book, Json, OperationKey, Report, Stamp, make_report
from stillhere.vocabulary import Language, ReportKind

OPERATION, BUILDINGS, PLACES = "operation", "buildings", "places"
IDENTITY = "identity"
LOADED = "places: "
"""How the name of a table of places from outside begins."""
ROADS = "roads"
"""The name of the table of roads; a later one takes its place."""
DECIDED = "names of places"
"""The source of decisions on what a text means."""
_DECLARED = (
    "region",
    "population",
    "register_coverage",
    "time_zone",
    "hour_0",
    "as_of",
)


def table_reports(
    world: World, key: OperationKey, now: str, known: World | None = None
) -> tuple[Report, ...]:
    """The tables of a world folder as reports; a table it does not have is left out.

    Args:
        world: As `read_world` gives it; its own key is never stored.
        key: Of the store the reports are for.
        now: ISO time; of two tables of one name the later counts.
        known: Tables in force; those that stay as they are need no report.
    """
    before = {} if known is None else _contents(known)
    return tuple(
        make_report(
            key,
            ReportKind.RULES,
            name,
            {"table": name, "content": content, "at": now},
            stamp=Stamp(source_date=now),
        )
        for name, content in _contents(world).items()
        if content and content != before.get(name)
    )


def loaded_report(table: LoadedTable, key: OperationKey, now: str) -> Report:
    """A loaded table of places as a report; a later one of its name takes its place."""
    return _table_report(f"{LOADED}{table.name}", table.to_fields(), key, now)


def roads_report(fields: dict[str, Json], key: OperationKey, now: str) -> Report:
    """The roads of an operation as a report, in the fields of their table.

    A later one takes its place.
    """
    return _table_report(ROADS, fields, key, now)


def _table_report(
    name: str, content: dict[str, Json], key: OperationKey, now: str
) -> Report:
    fields: dict[str, Json] = {"table": name, "content": content, "at": now}
    stamp = Stamp(source_date=now)
    return make_report(key, ReportKind.RULES, name, fields, stamp=stamp)


def decided_report(
    text: str, place: str, key: OperationKey, stamp: Stamp, why: str = ""
) -> Report:
    """What a text means, as a person decided; the latest in force counts.

    Args:
        text: As written in a list.
        place: Identifier or code of a place; empty for none of the tables.
        key: Of the store the report is for.
        stamp: Who decided, and when.
        why: The reason, in words; empty for none.
    """
    fields = {"text": text, "place": place, "at": stamp.source_date or "", "why": why}
    return make_report(key, ReportKind.RULES, DECIDED, fields, stamp=stamp)


def left_open_report(
    text: str, key: OperationKey, stamp: Stamp, why: str = ""
) -> Report:
    """That a person looked at a text and cannot say what it means; it changes nothing.

    Args:
        text: As written in a list.
        key: Of the store the report is for.
        stamp: Who decided, and when.
        why: The reason, in words; empty for none.
    """
    fields = {"open": text, "at": stamp.source_date or "", "why": why}
    return make_report(key, ReportKind.RULES, DECIDED, fields, stamp=stamp)


def _contents(world: World) -> dict[str, Json]:
    declared = {name: getattr(world.operation, name) for name in _DECLARED}
    return {
        OPERATION: {name: value for name, value in declared.items() if value},
        BUILDINGS: [_cells(building) for building in world.buildings],
        PLACES: [{k: v for k, v in row.items() if v} for row in world.place_rows],
        IDENTITY: [line for line in world.rules.splitlines() if line.strip()],
    }


def _cells(building: Building) -> Json:
    return {
        "code": building.code,
        "settlement": building.settlement,
        "addresses": {k.value: text for k, text in building.addresses.items()},
        "x_m": building.x_m,
        "y_m": building.y_m,
        "flats": building.flats,
    }


def world_of(reports: Iterable[Report], key: OperationKey, as_of: str) -> World:
    """The tables in force among reports; what is shipped where there are none."""
    held = [r for r in reports if r.kind.decides]
    book = Book(as_of)
    book.add(held)
    rules = [r for r in held if r.kind is ReportKind.RULES and book.in_force(r.id)]
    latest: dict[str, Any] = {}
    decided: dict[str, str] = {}
    for report in sorted(rules, key=lambda r: book.precedence(r.id)):
        fields = book.effective(report.id).fields
        if isinstance(fields.get("table"), str):
            latest[fields["table"]] = fields.get("content")
        elif isinstance(fields.get("text"), str):
            said = str(fields.get("place", ""))
            decided.update(dict.fromkeys(text_keys(fields["text"]), said))
    return World(
        lists=Path(),
        operation=Operation(**(latest.get(OPERATION) or {}), key=key),
        buildings=BuildingTable(dict(_buildings(latest.get(BUILDINGS) or ()))),
        place_rows=tuple(_filled(row) for row in latest.get(PLACES) or ()),
        rules="\n".join(str(line) for line in latest.get(IDENTITY) or ()),
        loaded=tuple(
            LoadedTable.from_fields(content)
            for name, content in sorted(latest.items())
            if name.startswith(LOADED)
        ),
        decided=decided,
        road_fields=latest.get(ROADS),
    )


def _buildings(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Building]]:
    for row in rows:
        addresses = {Language(k): text for k, text in row["addresses"].items()}
        values = {**row, "addresses": MappingProxyType(addresses)}
        yield row["code"], Building(**values)


_PLACE_COLUMNS = (
    *("place", "kind", "name_hy", "name_az", "name_ru", "name_en"),
    *("other_names", "lat", "lon", "invented"),
)


def _filled(row: dict[str, str]) -> dict[str, str]:
    """A row with its empty cells, which a body leaves out."""
    return {name: row.get(name, "") for name in (*_PLACE_COLUMNS, *row)}
