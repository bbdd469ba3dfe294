"""A country file of GeoNames and its alternate names.

Source: https://download.geonames.org/export/dump/readme.txt, columns of the main table
and of alternateNamesV2 as of 2026.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from stillhere.errors import StillHereError
from stillhere.places.keys import words
from stillhere.places.place import Area, Place
from stillhere.places.tables.names import GatheredNames, clean
from stillhere.places.tables.source_files import SourceFile

COLUMNS: Final = 19
ALTERNATE_COLUMNS: Final = (8, 10)
"""The older table has eight columns, V2 two dates more."""
_ID, _NAME, _ASCII, _OTHERS, _LAT, _LON, _CLASS, _CODE, _CC = range(9)
_ADMIN: Final = (10, 11, 12)
_POPULATION, _DATE = 14, 18
_NO_NAMES: Final = words(
    "link wkdt post iata icao faac tcid unlc phon piny abbr fr_1793"
)
_WIKIDATA: Final = "wkdt"
_NOT_ONE_PLACE: Final = frozenset({"PPLX", "PPLS"})
"""A part of a town, and several places under one name."""
_TOWNS: Final = frozenset({"PPLC", "PPLA", "PPLA2", "PPLG"})
_TOWN_PEOPLE: Final = 5000
_LEVELS: Final = {"ADM1": 1, "ADM2": 2, "ADM3": 3}

Alternates = Mapping[str, Sequence[tuple[str, str, bool, bool]]]
"""GeoNames id to language, name, whether preferred and whether old."""


def looks_main(cells: Sequence[str]) -> bool:
    """Whether a line has the columns of a country file."""
    return len(cells) == COLUMNS and cells[_ID].isdigit() and _is_number(cells[_LAT])


def looks_alternate(cells: Sequence[str]) -> bool:
    """Whether a line has the columns of a table of alternate names."""
    first = cells[:2]
    return len(cells) in ALTERNATE_COLUMNS and all(cell.isdigit() for cell in first)


def main_rows(file: SourceFile) -> list[list[str]]:
    """The settlements and districts of a country file.

    Raises:
        StillHereError: A line has other columns.
    """
    found = []
    for number, cells in enumerate(file.tabbed(), 1):
        if not looks_main(cells):
            values = {"file": file.path.name, "line": number, "columns": COLUMNS}
            raise StillHereError("places/columns", **values)
        settled = cells[_CLASS] == "P" and cells[_CODE] not in _NOT_ONE_PLACE
        if settled or (cells[_CLASS] == "A" and cells[_CODE] in _LEVELS):
            found.append(cells)
    return found


def alternates(
    files: Iterable[SourceFile], ids: frozenset[str], languages: frozenset[str]
) -> Alternates:
    """The names of some places; of all languages where none is given.

    A place whose names are all unwanted has none here, and stands here all the same.
    """
    found: dict[str, list[tuple[str, str, bool, bool]]] = {}
    for file in files:
        for cells in file.tabbed():
            if len(cells) < ALTERNATE_COLUMNS[0] or cells[1] not in ids:
                continue
            language, name = cells[2], cells[3]
            own = found.setdefault(cells[1], [])
            if _wanted(language, languages):
                own.append((language, name, cells[4] == "1", "1" in cells[6:8]))
    return found


def _wanted(language: str, languages: frozenset[str]) -> bool:
    if language == _WIKIDATA:
        return True
    if language in _NO_NAMES:
        return False
    return not languages or not language or language.partition("-")[0] in languages


def place(cells: Sequence[str], others: Alternates) -> Place:
    """The settlement of a line with its alternate names."""
    names, more = _names(cells, others.get(cells[_ID]))
    people = int(cells[_POPULATION] or 0)
    town = cells[_CODE] in _TOWNS or people >= _TOWN_PEOPLE
    at = (float(cells[_LAT]), float(cells[_LON]))
    bare = names.place(f"gn{cells[_ID]}", "town" if town else "village", at)
    codes = tuple(sorted((f"geonames:{cells[_ID]}", *more)))
    return replace(bare, codes=codes, areas=_areas(cells))


def area(cells: Sequence[str], others: Alternates) -> Area:
    """The district of a line; its own code is the last of its administrative codes."""
    names, _ = _names(cells, others.get(cells[_ID]))
    level = _LEVELS[cells[_CODE]]
    codes = _codes(cells)[:level]
    every = (*names.columns().values(), *names.others())
    return Area(
        code=codes[-1] if len(codes) == level else f"geonames:{cells[_ID]}",
        level=level,
        names=tuple(name for name in dict.fromkeys(every) if name),
        inside=codes[-2] if len(codes) == level > 1 else "",
    )


def _names(
    cells: Sequence[str], others: Sequence[tuple[str, str, bool, bool]] | None
) -> tuple[GatheredNames, list[str]]:
    """Names and codes; the column of the country file only repeats a table given."""
    names = GatheredNames()
    codes = []
    for language, name, preferred, old in others or ():
        if language == _WIKIDATA:
            codes.append(f"wikidata:{name}")
        else:
            names.add(name, language, preferred=preferred, old=old)
    if not names.columns()["name_en"]:
        names.add(cells[_NAME], "en")
    column = [] if others is not None else cells[_OTHERS].split(",")
    for name in (cells[_NAME], cells[_ASCII], *column):
        names.add(clean(name), old=True)
    return names, codes


def _codes(cells: Sequence[str]) -> list[str]:
    """Codes of the districts around a place, larger first; none after a blank one."""
    found, joined = [], cells[_CC]
    for column in _ADMIN:
        if not cells[column] or cells[column].strip("0") == "":
            break
        joined += f".{cells[column]}"
        found.append(f"geonames:{joined}")
    return found


def _areas(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(_codes(cells)))


def latest(rows: Iterable[Sequence[str]]) -> str:
    """The latest date of change in these lines; empty for none."""
    return max((cells[_DATE] for cells in rows), default="")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
