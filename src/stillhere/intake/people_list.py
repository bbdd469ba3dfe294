"""A list of people read for one question, row by row: no reports, nothing is kept.

Any file the program reads may be one. Its profile is proposed, as for a list that is
read to stay, with what a person says put first. Where the table holds several lists,
the order and the language of the names are told list by list.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from stillhere.errors import StillHereError
from stillhere.intake.caps import Caps
from stillhere.intake.dates import ages_of, read_birth
from stillhere.intake.needs import NAMES
from stillhere.intake.own_ids import OwnIds
from stillhere.intake.parser import Parsed, parse_files
from stillhere.intake.people_rows import PersonRow, taken_out
from stillhere.intake.propose import Proposal, propose
from stillhere.intake.sheet import Cells
from stillhere.intake.spelling import shuffled
from stillhere.intake.table import Table, read_table
from stillhere.reports.profile import Profile
from stillhere.vocabulary.fields import Field

_PEOPLE_ALL_THE_SAME = ("intake/row-too-wide", "intake/row-only-number")
"""Why a line can be set aside that is a row of the list for all that."""


@dataclass(frozen=True, slots=True)
class PeopleSheet:
    """One sheet with people.

    Attributes:
        sheet: Its name; empty for a text file.
        profile: How its rows are read.
        proposal: Why.
        ids: Where its rows have their own ids.
        headers: One name per column.
        cells: (line, cells) of its rows; `PeopleList.rows` takes them out.
    """

    sheet: str
    profile: Profile
    proposal: Proposal
    ids: OwnIds
    headers: tuple[str, ...]
    cells: list[tuple[int, Cells]] = field(repr=False)

    def __len__(self) -> int:
        return len(self.cells)


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A file of people, parsed and not yet read.

    Attributes:
        file: Name to say.
        sheets: Those with a column of names, in the order of the file.
        left_out: Names of the other sheets.
    """

    file: str
    sheets: tuple[PeopleSheet, ...]
    left_out: tuple[str, ...] = ()

    def __len__(self) -> int:
        return sum(len(sheet) for sheet in self.sheets)

    @property
    def ages_without_year(self) -> bool:
        """Whether a sheet states ages and nothing says when."""
        return any(s.profile.date is None and _states_ages(s) for s in self.sheets)

    def dated(self, year: str) -> "PeopleList":
        """The same list with its undated ages taken as of a year."""
        return replace(self, sheets=tuple(_dated(s, year) for s in self.sheets))

    def texts(self, fields: Collection[Field]) -> Iterator[str]:
        """Every filled cell with one of these meanings."""
        for sheet in self.sheets:
            columns = sheet.profile.columns
            places = [i for i, column in enumerate(columns) if column.field in fields]
            for _, cells in sheet.cells:
                yield from (cells[p] for p in places if p < len(cells) and cells[p])

    def rows(self, source: str) -> Iterator[PersonRow]:
        """Every row in the order of the file; the list is empty afterwards.

        Args:
            source: Name of the list in every statement.
        """
        seen: Counter[bytes] = Counter()
        for sheet in self.sheets:
            profile = replace(sheet.profile, source=source)
            yield from taken_out(profile, sheet.headers, sheet.cells, sheet.ids, seen)


def open_people(
    path: Path,
    stated: Mapping[str, Field] | None = None,
    caps: Caps | None = None,
) -> PeopleList:
    """Parse a file and propose how its people are read.

    Args:
        path: Any list the intake reads.
        stated: Header to meaning, where a person says so.
        caps: What the file may cost.

    Raises:
        StillHereError: It cannot be read, has no column of names, or not the columns a
            person speaks of.
    """
    (people,) = open_lists([(path, stated or {})], caps)
    return people


def open_lists(
    asked: Sequence[tuple[Path, Mapping[str, Field]]], caps: Caps | None = None
) -> Iterator[PeopleList]:
    """Several lists as `open_people` gives them, each parsed while one is looked at.

    Args:
        asked: Path of each, and what a person says of its columns.
        caps: What each file may cost.
    """
    files: list[tuple[Path | bytes, str]] = [(path, path.name) for path, _ in asked]
    said = (stated for _, stated in asked)
    for parsed, stated in zip(parse_files(files, caps), said, strict=True):
        yield _people_of(parsed, stated, caps or Caps())


def _people_of(parsed: Parsed, stated: Mapping[str, Field], caps: Caps) -> PeopleList:
    if parsed.error is not None:
        raise parsed.error
    tables = [read_table(s, parsed.file, caps.columns) for s in parsed.sheets]
    _check_stated(parsed.file, tables, stated)
    sheets, others = [], []
    for table in tables:
        found = _sheet(parsed.file, table, stated, several=len(tables) > 1)
        if any(found.profile.headers(name) for name in NAMES) and len(found):
            sheets.append(found)
        else:
            others.append(table.sheet)
    if not sheets:
        headers = ", ".join(h for t in tables for h in t.headers)
        raise StillHereError("intake/no-names", file=parsed.file, headers=headers)
    return PeopleList(parsed.file, tuple(sheets), tuple(others))


def _check_stated(
    file: str, tables: Sequence[Table], stated: Mapping[str, Field]
) -> None:
    there = {header: None for table in tables for header in table.headers}
    for header in stated:
        if header not in there:
            known = ", ".join(there)
            raise StillHereError(
                "intake/no-such-header", file=file, header=header, known=known
            )


def _sheet(
    file: str, table: Table, stated: Mapping[str, Field], *, several: bool
) -> PeopleSheet:
    rows = list(table.rows)
    rows += [
        (aside.row, list(aside.cells))
        for aside in table.set_aside
        if aside.finding.code in _PEOPLE_ALL_THE_SAME
    ]
    rows.sort(key=lambda row: row[0])
    proposal = propose(
        file,
        table.headers,
        shuffled(cells for _, cells in table.rows),
        titles=(*table.titles, table.sheet),
        people=True,
        stated=stated,
    )
    profile = proposal.profile
    ids = OwnIds.of(profile, table, rows, several=several)
    return PeopleSheet(table.sheet, profile, proposal, ids, table.headers, rows)


def _states_ages(sheet: PeopleSheet) -> bool:
    """Whether there is a column of ages, or one of births that holds some."""
    profile = sheet.profile
    if profile.headers(Field.AGE):
        return True
    births = (*profile.headers(Field.BIRTH_DATE), *profile.headers(Field.BIRTH_YEAR))
    places = [sheet.headers.index(header) for header in births]
    return any(
        read_birth(cells[place]) is None and ages_of(cells[place]) is not None
        for _, cells in sheet.cells
        for place in places
        if place < len(cells) and cells[place]
    )


def _dated(sheet: PeopleSheet, year: str) -> PeopleSheet:
    if sheet.profile.date is not None:
        return sheet
    return replace(sheet, profile=replace(sheet.profile, date=year))
