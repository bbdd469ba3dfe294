"""Large plain CSV files of people, read as columns.

A file is plain if it is UTF-8, separated by commas, semicolons or tabs, every row as wide
as the first, no column says which of several lists a row is of, and births are stated as
dates or years. What each cell means
is proposed as for any list, from the first rows; every distinct cell, or set of cells that
are read together, is read once, by the reader every list is read by.
"""

import csv
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any, ClassVar, Final, TextIO, TypeVar

import numpy as np

from stillhere.identity import Coded, MentionColumns
from stillhere.identity.columns import NameHalves
from stillhere.identity.doors import written_door
from stillhere.identity.growing import Array
from stillhere.identity.keys import mix
from stillhere.identity.vocabulary import hash64
from stillhere.intake.columns import Cells, moment_reader
from stillhere.intake.dates import ages_of, read_birth
from stillhere.intake.own_ids import OwnIds
from stillhere.intake.people import BirthReader, PersonReader
from stillhere.intake.propose import Proposal, propose
from stillhere.pipeline.plain_cells import Pieces, is_plain
from stillhere.pipeline.plain_columns import quoted_columns, unquoted_columns
from stillhere.reports import Profile, ReportId
from stillhere.reports.canonical import clean_text
from stillhere.reports.statements import PersonStatement, WrittenName
from stillhere.vocabulary.fields import Field

V = TypeVar("V")

LARGE: Final = 24_000_000
"""Bytes from which on it is worth while."""

SAMPLE: Final = 20_000
"""Rows from which it is proposed what the columns mean."""

_WHOLE: Final = (Field.NAME,)
_GIVEN: Final = (Field.GIVEN_NAME, Field.PATRONYMIC)
_FAMILY: Final = (Field.FAMILY_NAME, Field.MAIDEN_NAME)
_PARTS: Final = {
    "births": (Field.BIRTH_DATE, Field.BIRTH_YEAR, Field.AGE, Field.DATE, Field.TIME),
    "sexes": (Field.SEX,),
    "places": (
        *(
            Field.SETTLEMENT,
            Field.ADDRESS,
            Field.STREET,
            Field.HOUSE,
            Field.BUILDING,
            Field.FLAT,
            Field.ORIGIN,
        ),
    ),
    "documents": (Field.DOCUMENT,),
    "phones": (Field.PHONE,),
    "groups": (Field.HOUSEHOLD, Field.PARTY, Field.HEAD),
    "seats": (Field.VEHICLE, Field.ORDINAL, Field.EVENT),
}
"""Meanings that are read together, for each column of `MentionColumns`."""

_TAKE: Final[Mapping[str, Callable[[PersonStatement], Any]]] = {
    "sexes": lambda m: m.sex,
    "places": written_door,
    "documents": lambda m: m.documents,
    "phones": lambda m: m.phones,
    "groups": lambda m: m.household or m.head,
    "seats": lambda m: (m.vehicle, m.ordinal, m.event),
}


@dataclass(frozen=True, slots=True, eq=False)
class PlainList:
    """A plain file, its cells coded column by column.

    Attributes:
        file: Its name.
        headers: One name per column.
        columns: As many; cells as written, but for spaces around them and the like.
        proposal: What they mean.
        sheet, left_out: As of a list of one sheet.
    """

    file: str
    headers: tuple[str, ...]
    columns: tuple[Coded[str], ...]
    proposal: Proposal
    sheet: ClassVar[str] = ""
    left_out: ClassVar[tuple[str, ...]] = ()

    def __len__(self) -> int:
        return len(self.columns[0].codes)

    @property
    def profile(self) -> Profile:
        """What the columns mean."""
        return self.proposal.profile

    @property
    def sheets(self) -> tuple["PlainList"]:
        """The one sheet there is."""
        return (self,)

    @property
    def ids(self) -> OwnIds:
        """Where its rows have their own ids."""
        for header in self.profile.headers(Field.KEY):
            place = self.headers.index(header)
            names = self.columns[place].values
            if len(names) == len(self) and "" not in names:
                return OwnIds(header, place)
        return OwnIds(None)

    def names(self) -> list[str]:
        """What the list calls its rows: its own id column, else the line."""
        place = self.ids.place
        if place < 0:
            return [str(line) for line in range(2, len(self) + 2)]
        names, codes = self.columns[place].values, self.columns[place].codes
        if (codes == np.arange(len(self))).all():
            return list(names)
        return [names[code] for code in codes.tolist()]

    def mentions(self, source: str) -> MentionColumns:
        """What its rows state."""
        profile = replace(self.profile, source=source)
        reader = PersonReader(profile)
        parts = {part: self._part(reader, profile, part) for part in _PARTS}
        return MentionColumns(source, self._ids(source), self._names(reader), **parts)

    def _names(self, reader: PersonReader) -> Coded[WrittenName] | NameHalves:
        """Names as written: whole, or the given and the family half each by itself."""
        if self.profile.headers(Field.NAME):
            return self._read((*_WHOLE, *_GIVEN, *_FAMILY), reader.name)
        halves = (self._read(fields, reader.name) for fields in (_GIVEN, _FAMILY))
        return NameHalves(*halves)

    def _part(self, reader: PersonReader, profile: Profile, part: str) -> Coded[Any]:
        if part == "births":
            births, moment = BirthReader(profile), moment_reader(profile)
            return self._read(
                _PARTS[part], lambda cells: births.read(cells, moment(cells))[0]
            )
        take, row, source = _TAKE[part], ReportId(""), profile.source
        return self._read(
            _PARTS[part], lambda cells: take(reader.stated(row, source, cells))
        )

    def _read(self, fields: Sequence[Field], read: Callable[[Cells], V]) -> Coded[V]:
        """What is read of the cells of some meanings, each set of cells once."""
        headers = [h for field in fields for h in self.profile.headers(field)]
        columns = [self.columns[self.headers.index(h)] for h in headers]
        rows, codes = _together(columns, len(self))
        filled = ({h: c for h, c in zip(headers, r, strict=True) if c} for r in rows)
        return Coded([read(cells) for cells in filled], codes)

    def _ids(self, source: str) -> Array:
        """Made of what a row says, not of where it stands; equal rows are numbered."""
        marks = [Pieces.of(c.values).hashes()[c.codes] for c in self.columns]
        high = mix(hash64(source) & 0xFFFF, *marks)
        low = mix(hash64(source) >> 32, *marks)
        order = np.argsort(high, kind="stable")
        again = np.flatnonzero(high[order[1:]] == high[order[:-1]]) + 1
        low[order[again]] += again.astype(np.uint64)
        return np.stack((high, low), axis=1)


def large_plain(
    asked: Sequence[tuple[Path, Mapping[str, Field]]],
) -> list[PlainList] | None:
    """Large files as columns; None where one of them is not large or not plain.

    Args:
        asked: Path of each, and what a person says of its columns.
    """
    if any(not p.is_file() or p.stat().st_size < LARGE for p, _ in asked):
        return None
    found = []
    for path, stated in asked:
        plain = read_plain(path, stated)
        if plain is None:
            return None
        found.append(plain)
    return found


def read_plain(
    path: Path, stated: Mapping[str, Field] | None = None
) -> PlainList | None:
    """A file of people as columns; None where it is not plain or names nobody.

    Args:
        path: Any file.
        stated: Header to meaning, where a person says so.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _read(path, file, stated or {})
    except (UnicodeDecodeError, csv.Error):
        return None


def _read(path: Path, text: TextIO, stated: Mapping[str, Field]) -> PlainList | None:
    first = text.readline()
    separator = max(",;\t", key=first.count)
    headers = tuple(map(clean_text, next(csv.reader([first], delimiter=separator))))
    if len(set(headers)) < len(headers) or not all(headers):
        return None
    rows = csv.reader(text, delimiter=separator)
    sample = list(islice(rows, SAMPLE))
    if any(header not in headers for header in stated) or not sample:
        return None
    proposal = propose(path.name, headers, sample, people=True, stated=stated)
    profile = proposal.profile
    named = any(profile.headers(field) for field in (*_WHOLE, *_GIVEN, *_FAMILY))
    if not named or profile.headers(Field.LIST) or profile.headers(Field.AGE):
        return None
    data = path.read_bytes().removeprefix(BOM_UTF8)
    columns = (
        unquoted_columns(data, separator, len(headers))
        if is_plain(data)
        else quoted_columns(len(headers), chain(sample, rows))
    )
    if columns is None:
        return None
    plain = PlainList(path.name, headers, columns, proposal)
    return None if _states_ages(plain) else plain


def _states_ages(plain: PlainList) -> bool:
    """Whether a column of births holds ages."""
    births = (Field.BIRTH_DATE, Field.BIRTH_YEAR)
    headers = [h for field in births for h in plain.profile.headers(field)]
    return any(
        read_birth(value) is None and ages_of(value) is not None
        for header in headers
        for value in plain.columns[plain.headers.index(header)].values
        if value
    )


def _together(
    columns: Sequence[Coded[str]], count: int
) -> tuple[list[tuple[str, ...]], Array]:
    """The distinct rows of several columns, and which each row is."""
    if not columns:
        return [()], np.zeros(count, np.int32)
    codes = columns[0].codes.astype(np.int64)
    for column in columns[1:]:
        _, codes = np.unique(codes, return_inverse=True)
        codes = codes * len(column.values) + column.codes
    _, first, codes = np.unique(codes, return_index=True, return_inverse=True)
    texts = [
        [column.values[code] for code in column.codes[first].tolist()]
        for column in columns
    ]
    return list(zip(*texts, strict=True)), codes.astype(np.int32)
