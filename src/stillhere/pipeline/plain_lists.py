"""Large plain CSV files of people, read as columns.

A file is plain if it is UTF-8, separated by commas, semicolons or tabs, every row as wide
as the first, no column says which of several lists a row is of, and births are stated as
dates or years. What each cell means
is proposed as for any list, from the first rows; every distinct cell, or set of cells that
are read together, is read once, by the reader every list is read by.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar, Final, TextIO

import numpy as np

from stillhere.identity import Coded, MentionColumns
from stillhere.identity.features import written_door
from stillhere.identity.growing import Array
from stillhere.identity.keys import mix
from stillhere.identity.vocabulary import hash64
from stillhere.intake.dates import ages_of, read_birth
from stillhere.intake.own_ids import OwnIds
from stillhere.intake.people import PersonReader
from stillhere.intake.propose import Proposal, propose
from stillhere.reports import Profile, ReportId
from stillhere.reports.canonical import clean_text
from stillhere.reports.statements import PersonStatement
from stillhere.vocabulary.fields import Field

LARGE: Final = 24_000_000
"""Bytes from which on it is worth while."""

SAMPLE: Final = 20_000
"""Rows from which it is proposed what the columns mean."""

_ROWS = 20_000
_PARTS: Final = {
    "names": (
        Field.NAME,
        Field.GIVEN_NAME,
        Field.FAMILY_NAME,
        Field.PATRONYMIC,
        Field.MAIDEN_NAME,
    ),
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
    "births": lambda m: m.birth,
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
        return [names[code] for code in codes.tolist()]

    def mentions(self, source: str) -> MentionColumns:
        """What its rows state."""
        profile = replace(self.profile, source=source)
        reader = PersonReader(profile)
        parts = {part: self._part(reader, profile, part) for part in _PARTS}
        return MentionColumns(source, self._ids(source), **parts)

    def _part(self, reader: PersonReader, profile: Profile, part: str) -> Coded[Any]:
        headers = [h for field in _PARTS[part] for h in profile.headers(field)]
        columns = [self.columns[self.headers.index(h)] for h in headers]
        rows, codes = _together(columns, len(self))
        filled = ({h: c for h, c in zip(headers, r, strict=True) if c} for r in rows)
        if part == "names":
            return Coded([reader.name(cells) for cells in filled], codes)
        take = _TAKE[part]
        said = (reader.stated(ReportId(""), profile.source, c) for c in filled)
        return Coded([take(statement) for statement in said], codes)

    def _ids(self, source: str) -> Array:
        """Made of what a row says, not of where it stands; equal rows are numbered."""
        marks = [
            np.array([hash64(v) for v in c.values], np.uint64)[c.codes]
            for c in self.columns
        ]
        high = mix(hash64(source) & 0xFFFF, *marks)
        low = mix(hash64(source) >> 32, *marks)
        order = np.argsort(high, kind="stable")
        again = np.flatnonzero(high[order][1:] == high[order][:-1]) + 1
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
            return _read(path.name, file, stated or {})
    except (UnicodeDecodeError, csv.Error):
        return None


def _read(file: str, text: TextIO, stated: Mapping[str, Field]) -> PlainList | None:
    first = text.readline()
    separator = max(",;\t", key=first.count)
    headers = tuple(map(clean_text, next(csv.reader([first], delimiter=separator))))
    if len(set(headers)) < len(headers) or not all(headers):
        return None
    rows = csv.reader(text, delimiter=separator)
    sample = list(islice(rows, SAMPLE))
    if any(header not in headers for header in stated) or not sample:
        return None
    proposal = propose(file, headers, sample, people=True, stated=stated)
    profile = proposal.profile
    named = any(profile.headers(field) for field in _PARTS["names"])
    if not named or profile.headers(Field.LIST) or profile.headers(Field.AGE):
        return None
    columns = _coded(len(headers), _blocks(sample, rows))
    if columns is None:
        return None
    plain = PlainList(file, headers, columns, proposal)
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


def _blocks(
    sample: list[list[str]], rows: Iterator[list[str]]
) -> Iterator[list[list[str]]]:
    yield sample
    while block := list(islice(rows, _ROWS)):
        yield block


def _coded(
    width: int, blocks: Iterator[list[list[str]]]
) -> tuple[Coded[str], ...] | None:
    """Columns of cells; None where a row is wider or narrower than the first."""
    places: list[defaultdict[str, int]] = [defaultdict() for _ in range(width)]
    for known in places:
        known.default_factory = known.__len__
    codes: list[list[Array]] = [[] for _ in range(width)]
    for block in blocks:
        if any(len(row) != width for row in block):
            return None
        for known, found, cells in zip(
            places, codes, zip(*block, strict=True), strict=True
        ):
            found.append(
                np.fromiter(map(known.__getitem__, cells), np.int32, len(block))
            )
    return tuple(
        _cleaned(Coded(tuple(known), np.concatenate(found)))
        for known, found in zip(places, codes, strict=True)
    )


def _cleaned(column: Coded[str]) -> Coded[str]:
    """The same with every cell as `clean_text` gives it."""
    plain = "".join(column.values)
    if plain.isascii() and plain.isprintable() and " " not in plain:
        return column
    cleaned = Coded.of(map(clean_text, column.values))
    return Coded(cleaned.values, cleaned.codes[column.codes])


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
