"""Files into tables: what each is, is seen from what stands in it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from stillhere.errors import StillHereError
from stillhere.places.geometry import distance_km
from stillhere.places.place import Place
from stillhere.places.tables import geonames, osm
from stillhere.places.tables.loaded import LoadedTable, TableForm
from stillhere.places.tables.pcodes import PcodeRows, header_of
from stillhere.places.tables.source_files import SourceFile, source_file

_WORKBOOKS: Final = (".xlsx", ".xlsm", ".xls", ".ods")
_HEADER_WITHIN: Final = 10
_ALTERNATES = "alternate names"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of the files.

    Attributes:
        form: Their form; seen from each file where None.
        languages: Codes such as ``hy``; names in others are left out. All where empty.
        around: Latitude, longitude and kilometres; places further off are left out.
    """

    form: TableForm | None = None
    languages: frozenset[str] = frozenset()
    around: tuple[float, float, float] | None = None

    def near(self, lat: float, lon: float) -> bool:
        """Whether a point is wanted."""
        if self.around is None:
            return True
        return distance_km(lat, lon, *self.around[:2]) <= self.around[2]

    @property
    def words(self) -> str:
        """All of it as one text, for the digest of a table."""
        return f"{sorted(self.languages)} {self.around}"


def load_tables(paths: Sequence[Path], wanted: Wanted) -> list[LoadedTable]:
    """Read files of tables; alternate names go to the GeoNames files beside them.

    Raises:
        StillHereError: A file cannot be read as what it is, or has nothing in it.
    """
    files = [(source_file(path), path) for path in paths]
    forms = [(file, _form(file, wanted)) for file, _ in files]
    others = [file for file, form in forms if form == _ALTERNATES]
    tables = []
    for file, form in forms:
        if form == TableForm.GEONAMES:
            tables.append(_geonames(file, others, wanted))
        elif form == TableForm.OSM:
            tables.append(_osm(file, wanted))
        elif form == TableForm.PCODES:
            tables.append(_pcodes(file, wanted))
    if others and not any(form == TableForm.GEONAMES for _, form in forms):
        raise StillHereError("places/alternates-alone", file=others[0].path.name)
    for table in tables:
        if table.is_empty:
            raise StillHereError("places/nothing-in-it", file=table.files[0])
    return tables


def _form(file: SourceFile, wanted: Wanted) -> str:
    """What a file is, by its name and its first line; alternate names always by it."""
    name = file.name.lower()
    if name.endswith(osm.SUFFIXES):
        seen: str = TableForm.OSM
    elif name.endswith(_WORKBOOKS):
        seen = TableForm.PCODES
    else:
        cells = next(file.tabbed(), []) if b"\t" in file.head() else []
        if geonames.looks_main(cells):
            seen = TableForm.GEONAMES
        elif geonames.looks_alternate(cells):
            seen = _ALTERNATES
        else:
            seen = wanted.form or TableForm.PCODES
    if wanted.form and seen not in {wanted.form, _ALTERNATES}:
        reason = f"it looks like {seen}"
        raise StillHereError("places/not-this-form", file=file.path.name, reason=reason)
    return seen


def _geonames(
    file: SourceFile, others: Sequence[SourceFile], wanted: Wanted
) -> LoadedTable:
    rows = geonames.main_rows(file)
    ids = frozenset(cells[0] for cells in rows)
    names = geonames.alternates(others, ids, wanted.languages)
    places = [geonames.place(c, names) for c in rows if c[6] == "P"]
    areas = [geonames.area(c, names) for c in rows if c[6] == "A"]
    return _table(
        TableForm.GEONAMES,
        [file, *others],
        wanted,
        dated=geonames.latest(rows),
        places=_kept(places, wanted),
        areas=tuple(sorted(areas, key=lambda a: (a.level, a.code))),
    )


def _pcodes(file: SourceFile, wanted: Wanted) -> LoadedTable:
    held = PcodeRows()
    readable = False
    for rows in _sheets(file):
        for number, cells in enumerate(rows[:_HEADER_WITHIN]):
            header = header_of(cells)
            if header.readable:
                held.take(header, rows[number + 1 :])
                readable = True
                break
    if not readable:
        raise StillHereError("places/no-columns", file=file.path.name)
    return _table(
        TableForm.PCODES,
        [file],
        wanted,
        dated=held.dated,
        places=_kept(held.places.values(), wanted),
        areas=tuple(held.areas()),
    )


def _sheets(file: SourceFile) -> list[list[list[str]]]:
    if not file.name.lower().endswith(_WORKBOOKS):
        return [file.rows()]
    try:
        with file.opened() as data:
            book = CalamineWorkbook.from_filelike(data)
            return [
                [[str(cell) for cell in row] for row in _rows(book, name)]
                for name in book.sheet_names
            ]
    except (CalamineError, ValueError, OSError) as error:
        reason = "it is no workbook without a password"
        raise StillHereError(
            "places/not-this-form", file=file.path.name, reason=reason
        ) from error


def _rows(book: CalamineWorkbook, sheet: str) -> list[list[object]]:
    return [list(row) for row in book.get_sheet_by_name(sheet).to_python()]


def _osm(file: SourceFile, wanted: Wanted) -> LoadedTable:
    extract = osm.Extract(wanted.languages)
    osm.read_extract(file.path, extract, wanted.near)
    places = _kept(extract.settled(), wanted)
    return _table(
        TableForm.OSM,
        [file],
        wanted,
        places=places,
        streets=tuple(extract.streets(places)),
    )


def _kept(places: Iterable[Place], wanted: Wanted) -> tuple[Place, ...]:
    near = (place for place in places if wanted.near(place.lat, place.lon))
    by_id: Callable[[Place], str] = lambda place: place.id  # noqa: E731 (a key)
    return tuple(sorted(near, key=by_id))


def _table(
    form: TableForm, files: Sequence[SourceFile], wanted: Wanted, **held: object
) -> LoadedTable:
    sums = blake2b(wanted.words.encode(), digest_size=16)
    for file in files:
        sums.update(file.digest().encode())
    stem = files[0].name.partition(".")[0]
    return LoadedTable(
        name=f"{form.value} {stem}",
        form=form,
        files=tuple(file.path.name for file in files),
        digest=sums.hexdigest(),
        **held,  # type: ignore[arg-type]
    )
