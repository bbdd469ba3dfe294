"""A file that was parsed and not yet taken in: looked at, corrected, then accepted.

Parsing happens once. Another profile is another draft over the same tables, so that a
person sees at once what a correction does.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from stillhere.errors import Finding, StillHereError
from stillhere.intake.caps import Caps
from stillhere.intake.header import line_of
from stillhere.intake.imported import (
    PROPOSED,
    Import,
    import_rows,
    import_table,
    join,
    usual_stamp,
)
from stillhere.intake.parser import Parsed
from stillhere.intake.profile_check import check_headers, check_profile
from stillhere.intake.propose import Proposal, propose
from stillhere.intake.samples import Sample, sample_of
from stillhere.intake.sheet import Sheet
from stillhere.intake.table import Table, read_table
from stillhere.reports.canonical import clean_text
from stillhere.reports.key import OperationKey
from stillhere.reports.profile import Profile
from stillhere.reports.report import Stamp

_NUMBERED = re.compile(r"Column \d+")

SAMPLES = 5
"""Rows a person can take in at one glance."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a file before it is read.

    Attributes:
        key: The operation's key.
        profile: Of a file with one table, whatever its source is called.
        profiles: By source.
        as_of: ISO date of the operation; its year dates the ages of undated lists.
    """

    key: OperationKey
    profile: Profile | None = None
    profiles: Mapping[str, Profile] | None = None
    as_of: str | None = None

    @property
    def year(self) -> str | None:
        """The year of `as_of`."""
        moment = self.as_of
        return moment[:4] if moment and moment[:4].isdecimal() else None

    def of(self, source: str) -> Profile | None:
        """The profile of a source, if one is known."""
        known = self.profile or (self.profiles or {}).get(source)
        return None if known is None else replace(known, source=source)


@dataclass(frozen=True, slots=True)
class DraftTable:
    """One sheet of a draft, and how it would be read.

    Attributes:
        table: Header, rows and rows set aside.
        profile: How it would be read now.
        proposal: Why, where the program proposed it; None for a profile of a person.
        sheet: Every line as it was parsed.
    """

    table: Table = field(repr=False)
    profile: Profile
    proposal: Proposal | None = None
    sheet: Sheet | None = field(default=None, repr=False)

    @property
    def source(self) -> str:
        """Name of its source."""
        return self.profile.source

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What to look at before accepting it: of the table, then of the profile."""
        doubts = check_profile(self.profile, self.table)
        return (*self.table.findings, *self._unsure(), *doubts)

    @property
    def told(self) -> tuple[Finding, ...]:
        """What to say once it is read: of the table, then of its headers."""
        headers = check_headers(self.profile, self.table)
        return (*self.table.findings, *self._unsure(), *headers)

    def _unsure(self) -> tuple[Finding, ...]:
        if self.proposal is None or not self.proposal.unsure:
            return ()
        about = ", ".join(self.proposal.unsure)
        return (Finding.of("intake/profile-unsure", source=self.source, about=about),)


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that was parsed; nothing is stored of it.

    Attributes:
        file: Name to say and to keep as provenance.
        key: The operation's key.
        tables: One per sheet with rows, in the order of the file.
        year: Of the operation; it dates the ages of undated lists.
        columns: Most columns a table may have.
    """

    file: str
    key: OperationKey
    tables: tuple[DraftTable, ...]
    year: str | None = None
    columns: int = Caps().columns

    def table(self, source: str) -> DraftTable:
        """The table of a source.

        Raises:
            KeyError: The file has no table that is this source.
        """
        for table in self.tables:
            if table.source == source:
                return table
        raise KeyError(source)

    def read_as(self, profile: Profile) -> "Draft":
        """The same file with another profile for the table of its source.

        Raises:
            KeyError: The file has no table that is this source.
        """
        before = self.table(profile.source)
        return self._with(before, replace(before, profile=profile, proposal=None))

    def headed(self, source: str, line: int) -> "Draft":
        """The same file with the header of a table in another line; read anew.

        Args:
            source: Of the table.
            line: Where the header stands; 0 for a table without one.

        Raises:
            KeyError: The file has no table that is this source.
            StillHereError: The line has too many columns.
        """
        before = self.table(source)
        if before.sheet is None:
            return self
        table = read_table(before.sheet, self.file, self.columns, line)
        return self._with(before, _proposed(self, before.sheet, table, source))

    def _with(self, before: DraftTable, after: DraftTable) -> "Draft":
        tables = tuple(after if t is before else t for t in self.tables)
        return replace(self, tables=tables)

    def samples(self, source: str, count: int = SAMPLES) -> tuple[Sample, ...]:
        """The first rows of a table as they are written and as they are read.

        Raises:
            KeyError: The file has no table that is this source.
        """
        here = self.table(source)
        first = replace(here.table, rows=here.table.rows[:count])
        profile = here.profile
        stamp = usual_stamp(profile)
        reports, _ = import_rows(first, self.file, profile, self.key, stamp)
        return tuple(
            sample_of(report, line, cells, here.table.headers, profile)
            for report, (line, cells) in zip(reports, first.rows, strict=True)
        )

    def accept(
        self,
        author: str,
        stamp: Stamp | None = None,
        *,
        leave_out: Collection[str] = (),
    ) -> Import:
        """All rows as reports, read by profiles this person has confirmed.

        Args:
            author: Key of the person or node that looked at it.
            stamp: As for `read_file`; its author is replaced.
            leave_out: Sources of tables a person does not want read, such as a sheet
                of sums; nothing of them is in the result.
        """
        taken = [t for t in self.tables if t.source not in leave_out]
        confirmed = (
            DraftTable(t.table, replace(t.profile, confirmed=True)) for t in taken
        )
        return join(
            self._import(t, replace(stamp or usual_stamp(t.profile), author=author))
            for t in confirmed
        )

    def read(self, stamp: Stamp | None = None) -> Import:
        """All rows as reports, with nobody having looked at proposed profiles."""
        return join(
            self._import(t, stamp or usual_stamp(t.profile)) for t in self.tables
        )

    def _import(self, here: DraftTable, stamp: Stamp) -> Import:
        author = PROPOSED if here.proposal else stamp.author
        imported = import_table(
            here.table, self.file, here.profile, self.key, stamp, author
        )
        proposals = () if here.proposal is None else (here.proposal,)
        return replace(imported, findings=here.told, proposals=proposals)


def draft_of(parsed: Parsed, source: str, known: Known, caps: Caps) -> Draft:
    """The draft of a parsed file; sheets of several add ``#`` and their name to it.

    Raises:
        StillHereError: It could not be parsed, has a header that is too wide, or
            several sheets and one profile.
    """
    if parsed.error is not None:
        raise parsed.error
    several = len(parsed.sheets) > 1
    if several and known.profile is not None:
        raise StillHereError(
            "intake/profile-misses-table", file=parsed.file, tables=len(parsed.sheets)
        )
    names = [f"{source}#{s.name}" if several else source for s in parsed.sheets]
    empty = Draft(parsed.file, known.key, (), known.year, caps.columns)
    return replace(
        empty,
        tables=tuple(
            _known_or_proposed(empty, sheet, clean_text(name), known)
            for sheet, name in zip(parsed.sheets, names, strict=True)
        ),
    )


def _known_or_proposed(
    draft: Draft, sheet: Sheet, source: str, known: Known
) -> DraftTable:
    table = read_table(sheet, draft.file, draft.columns)
    profile = known.of(source)
    if profile is None:
        return _proposed(draft, sheet, table, source)
    line = _known_header(sheet, table, profile)
    if line is not None:
        table = read_table(sheet, draft.file, draft.columns, line)
    return DraftTable(table, profile, sheet=sheet)


def _known_header(sheet: Sheet, table: Table, profile: Profile) -> int | None:
    """The line that names the columns of a known profile, where another was found."""
    headers = [column.header for column in profile.columns]
    if not headers or set(headers) <= set(table.headers):
        return None
    named = [header for header in headers if not _NUMBERED.fullmatch(header)]
    return line_of(sheet, named) if named else 0


def _proposed(draft: Draft, sheet: Sheet, table: Table, source: str) -> DraftTable:
    proposal = propose(
        source,
        table.headers,
        [cells for _, cells in table.rows],
        titles=(*table.titles, draft.file, table.sheet),
        year=draft.year,
    )
    return DraftTable(table, proposal.profile, proposal, sheet)
