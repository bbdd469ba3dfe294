"""Codes of administrative areas and places in the forms OCHA publishes them.

Three forms are read: a column pair for each level (``ADM1_EN``, ``ADM1_PCODE``, also
``admin1Name_en``, ``admin1Pcode``), one row for each area with its level (``Admin Level``,
``P-Code``, ``Name``, ``Parent P-Code``), and places with a code and coordinates. A row of
HXL tags under the header is passed over.

Source: OCHA, common operational datasets; the global list of p-codes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from stillhere.places.place import Area, Place
from stillhere.places.tables.names import GatheredNames, clean

_LEVEL_CODE: Final = re.compile(r"adm(?:in)?_?(\d)_?pcode")
_LEVEL_NAME: Final = re.compile(
    r"adm(?:in)?_?(\d)_?(?:name)?_?(alt\d?|ref|[a-z]{2,3})?\d?_?([a-z]{2})?"
)
_CODE: Final = frozenset(
    ("p-code", "p_code", "pcode", "place_pcode", "settlement_pcode")
)
_LEVEL: Final = frozenset(("admin level", "admin_level", "adm_level", "level"))
_PARENT: Final = frozenset(("parent p-code", "parent_p_code", "parent_pcode", "parent"))
_LAT: Final = frozenset(("lat", "latitude", "y", "point_y", "center_lat"))
_LON: Final = frozenset(("lon", "long", "longitude", "x", "point_x", "center_lon"))
_NAME: Final = re.compile(
    r"(?:place_?|settlement_?)?name(?:_?([a-z]{2,3}))?|featurename(?:_?([a-z]{2,3}))?"
)
_DATE: Final = re.compile(r"date|valid.?(?:on|from)(?: date)?")
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Header:
    """Which column holds what; numbers of columns.

    Attributes:
        level_codes: Level to its code.
        level_names: Level to column and language.
        one: ``code``, ``level``, ``parent``, ``lat`` and ``lon`` to a column.
        names: Columns and languages of the name of the row itself.
        dates: Columns of dates.
    """

    level_codes: Mapping[int, int]
    level_names: Mapping[int, Sequence[tuple[int, str]]]
    one: Mapping[str, int]
    names: Sequence[tuple[int, str]]
    dates: Sequence[int]

    @property
    def by_row(self) -> bool:
        """Whether each row is one area or place under a code of its own."""
        has_place = {"lat", "lon"} <= self.one.keys()
        return (
            "code" in self.one
            and bool(self.names)
            and ("level" in self.one or has_place)
        )

    @property
    def readable(self) -> bool:
        """Whether there is anything to read by it."""
        return self.by_row or any(n in self.level_names for n in self.level_codes)


def header_of(cells: Sequence[str]) -> Header:
    """What the columns of a header hold; nothing for a line that is none."""
    codes: dict[int, int] = {}
    level_names: dict[int, list[tuple[int, str]]] = {}
    one: dict[str, int] = {}
    names: list[tuple[int, str]] = []
    dates: list[int] = []
    single = {
        "code": _CODE,
        "level": _LEVEL,
        "parent": _PARENT,
        "lat": _LAT,
        "lon": _LON,
    }
    for column, cell in enumerate(cells):
        title = cell.strip().lower()
        if found := _LEVEL_CODE.fullmatch(title):
            codes[int(found[1])] = column
        elif found := _LEVEL_NAME.fullmatch(title):
            language = found[3] or found[2] or ""
            level_names.setdefault(int(found[1]), []).append((column, language))
        elif found := _NAME.fullmatch(title):
            names.append((column, found[1] or found[2] or ""))
        elif _DATE.fullmatch(title):
            dates.append(column)
        for what, titles in single.items():
            if title in titles:
                one.setdefault(what, column)
    return Header(codes, level_names, one, names, dates)


@dataclass(slots=True)
class PcodeRows:
    """Areas and places as rows bring them; the same area comes with many rows."""

    names: dict[str, GatheredNames] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    inside: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    dated: str = ""

    def take(self, header: Header, rows: Sequence[Sequence[str]]) -> None:
        """Take the rows under a header."""
        for cells in rows:
            row = [cell.strip() for cell in cells] + [""] * 99
            if any(cell.startswith("#") for cell in cells[:3]):
                continue
            around = self._levels(header, row)
            if header.by_row:
                self._row(header, row, around)
            dates = (row[column][:10] for column in header.dates)
            self.dated = max(self.dated, *filter(_ISO.fullmatch, dates), "")

    def areas(self) -> Iterator[Area]:
        """Every area by level and code; the country itself is left out."""
        for code in sorted(self.levels, key=lambda code: (self.levels[code], code)):
            if self.levels[code] > 0:
                gathered = self.names[code]
                every = (*gathered.columns().values(), *gathered.others())
                names = tuple(n for n in dict.fromkeys(every) if n)
                parent = self.inside.get(code, "")
                known = parent if self.levels.get(parent, 0) > 0 else ""
                yield Area(code, self.levels[code], names, known)

    def _levels(self, header: Header, row: Sequence[str]) -> tuple[str, ...]:
        """Take the areas of a row, larger first; gives their codes."""
        around: list[str] = []
        for level in sorted(header.level_codes):
            code = row[header.level_codes[level]]
            if not code:
                break
            named = header.level_names.get(level, ())
            texts = [(row[column], language) for column, language in named]
            self._area(_coded(code), level, texts, around[-1] if around else "")
            around.append(_coded(code))
        return tuple(code for code in around if self.levels[code] > 0)

    def _area(
        self, code: str, level: int, texts: Sequence[tuple[str, str]], inside: str
    ) -> None:
        gathered = self.names.setdefault(code, GatheredNames())
        for text, language in texts:
            gathered.add(text, language)
        self.levels[code] = level
        if inside:
            self.inside[code] = inside

    def _row(self, header: Header, row: Sequence[str], around: tuple[str, ...]) -> None:
        code = row[header.one["code"]]
        texts = [(row[column], language) for column, language in header.names]
        if not code or not any(text for text, _ in texts):
            return
        at = [row[header.one[name]] for name in ("lat", "lon") if name in header.one]
        if len(at) == 2 and "level" not in header.one:
            self._place(code, texts, at, around)
            return
        level = row[header.one["level"]] if "level" in header.one else ""
        parent = row[header.one["parent"]] if "parent" in header.one else ""
        if level.isdigit():
            self._area(_coded(code), int(level), texts, parent and _coded(parent))

    def _place(
        self,
        code: str,
        texts: Sequence[tuple[str, str]],
        at: Sequence[str],
        around: tuple[str, ...],
    ) -> None:
        names = GatheredNames()
        for text, language in texts:
            names.add(text, language)
        try:
            lat, lon = (float(text) for text in at)
        except ValueError:
            return
        place = names.place(clean(code).lower(), "village", (lat, lon))
        self.places[code] = replace(
            place, codes=(_coded(code),), areas=tuple(sorted(around))
        )


def _coded(code: str) -> str:
    return f"pcode:{code}"
