"""Files to reports: the one place where a row gets its id."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from stillhere.errors import Finding, StillHereError
from stillhere.intake.caps import Caps
from stillhere.intake.parser import Parsed, parse_files
from stillhere.intake.propose import Proposal, propose
from stillhere.intake.table import SetAside, Table, read_table
from stillhere.intake.world import read_operation
from stillhere.reports.canonical import RowWriter, clean_text
from stillhere.reports.key import OperationKey
from stillhere.reports.profile import Profile
from stillhere.reports.provenance import Provenance
from stillhere.reports.report import Report, Stamp, make_report, report_id
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.kinds import ReportKind, Scope
from stillhere.vocabulary.people import PersonEvent

PROPOSED = "proposed"
"""Author of a profile nobody has looked at."""
LIST_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")
WORLD_TABLES = ("operation.json", "buildings.csv", "places.csv")

Progress = Callable[[str, int, int], None]
"""Called with the file just read, how many are read and how many there are."""


@dataclass(frozen=True, slots=True)
class Import:
    """What came of reading one or more files; nothing of them is lost.

    Attributes:
        reports: One per row, and the profile of each source, in the order read.
        provenance: Where each row stands; two rows may share a report's id only if a
            file was named twice.
        findings: About files and tables; those about single rows are with the rows.
        set_aside: The rows that are no reports.
        rows_read: Filled lines that are not of a header.
        profiles: One per source.
        proposals: Those that were proposed here, with their reasons.
    """

    reports: tuple[Report, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    findings: tuple[Finding, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    rows_read: int = 0
    profiles: tuple[Profile, ...] = ()
    proposals: tuple[Proposal, ...] = ()


def read_file(  # noqa: PLR0913 (what a person can say about a file)
    path: Path,
    *,
    source: str | None = None,
    key: OperationKey,
    profile: Profile | None = None,
    stamp: Stamp | None = None,
    caps: Caps | None = None,
    file: str | None = None,
    as_of: str | None = None,
) -> Import:
    """Read one file into reports.

    Args:
        path: CSV, TSV, TXT, XLSX, XLSM, XLS or ODS.
        source: Name of the source; the name of the file where none is given. Sheets of
            a workbook with more than one add ``#`` and their name.
        key: The operation's key.
        profile: What the columns mean; proposed where none is given.
        stamp: What this node adds to every report; scopes are narrowed to the dead for
            lists of the dead where none is given.
        caps: What the file may cost.
        file: Name to keep as provenance and say in sentences.
        as_of: ISO date of the operation; its year dates the ages of undated lists.

    Returns:
        `rows_read` equals the reports that are rows plus those set aside.

    Raises:
        StillHereError: The file is missing, empty, damaged, unreadable or too large;
            nothing of it is read.
    """
    name = file or path.name
    for parsed in parse_files([(path, name)], caps):
        reading = _Reading(
            source or name, key, profile, stamp, caps or Caps(), year=_year(as_of)
        )
        return _of_file(parsed, reading)
    raise AssertionError(name)


def read_folder(  # noqa: PLR0913 (what a person can say about a folder)
    folder: Path,
    *,
    key: OperationKey,
    progress: Progress | None = None,
    profiles: Mapping[str, Profile] | None = None,
    stamp: Stamp | None = None,
    caps: Caps | None = None,
    as_of: str | None = None,
) -> Import:
    """Read every list of a folder and the folders in it, in the order of their names.

    A source is called by its path inside the folder. The tables of a world
    (`WORLD_TABLES`, read by `read_world`) and hidden files are left out. A file that
    cannot be read is a finding, and the others are read.

    Args:
        folder: With lists.
        key: The operation's key.
        progress: Told after every file.
        profiles: Known profiles by source; proposed for the others.
        stamp: As for `read_file`, for each file.
        caps: What each file may cost.
        as_of: As for `read_file`; the folder's ``operation.json`` where none is given.

    Raises:
        StillHereError: There is no such folder, or its ``operation.json`` is damaged.
    """
    if not folder.is_dir():
        raise StillHereError("intake/file-not-found", file=str(folder))
    lists, others = _files(folder)
    total = len(lists)
    year = _year(as_of or read_operation(folder).hour_0)
    imports = [Import(findings=tuple(others))]
    for done, parsed in enumerate(parse_files(lists, caps), start=1):
        profile = (profiles or {}).get(parsed.file)
        reading = _Reading(
            parsed.file, key, profile, stamp, caps or Caps(), profiles, year
        )
        try:
            imports.append(_of_file(parsed, reading))
        except StillHereError as error:
            finding = Finding.of(error.code, **error.values)
            imports.append(Import(findings=(finding,)))
        if progress is not None:
            progress(parsed.file, done, total)
    return join(imports)


def join(imports: Iterable[Import]) -> Import:
    """Several imports as one, in the order given."""
    several = list(imports)
    return Import(
        reports=tuple(r for i in several for r in i.reports),
        provenance=tuple(p for i in several for p in i.provenance),
        findings=tuple(f for i in several for f in i.findings),
        set_aside=tuple(s for i in several for s in i.set_aside),
        rows_read=sum(i.rows_read for i in several),
        profiles=tuple(p for i in several for p in i.profiles),
        proposals=tuple(p for i in several for p in i.proposals),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one file is to be read."""

    source: str
    key: OperationKey
    profile: Profile | None
    stamp: Stamp | None
    caps: Caps
    profiles: Mapping[str, Profile] | None = None
    year: str | None = None


def _year(moment: str | None) -> str | None:
    return moment[:4] if moment and moment[:4].isdecimal() else None


def _files(folder: Path) -> tuple[list[tuple[Path, str]], list[Finding]]:
    lists: list[tuple[Path, str]] = []
    others: list[Finding] = []
    paths = ((p.relative_to(folder).as_posix(), p) for p in folder.rglob("*"))
    for name, path in sorted(paths):
        if not path.is_file() or any(part[0] in ".~" for part in name.split("/")):
            continue
        if name.lower().endswith(LIST_ENDINGS):
            if name not in WORLD_TABLES:
                lists.append((path, name))
        elif name not in WORLD_TABLES:
            others.append(Finding.of("intake/not-a-list", file=name))
    return lists, others


def _of_file(parsed: Parsed, reading: _Reading) -> Import:
    if parsed.error is not None:
        raise parsed.error
    sheets = parsed.sheets
    if len(sheets) > 1 and reading.profile is not None:
        raise StillHereError(
            "intake/profile-misses-table", file=parsed.file, tables=len(sheets)
        )
    tables = [read_table(s, parsed.file, reading.caps.columns) for s in sheets]
    parts = []
    for table in tables:
        source = reading.source
        if len(tables) > 1:
            source = f"{source}#{table.sheet}"
        parts.append(_of_table(table, parsed.file, clean_text(source), reading))
    return join(parts)


def _of_table(table: Table, file: str, source: str, reading: _Reading) -> Import:
    profile = reading.profile or (reading.profiles or {}).get(source)
    proposals: tuple[Proposal, ...] = ()
    findings = list(table.findings)
    if profile is None:
        proposal = propose(
            source,
            table.headers,
            [cells for _, cells in table.rows],
            titles=(*table.titles, file, table.sheet),
            year=reading.year,
        )
        proposals, profile = (proposal,), proposal.profile
        if proposal.unsure:
            about = ", ".join(proposal.unsure)
            findings.append(
                Finding.of("intake/profile-unsure", source=source, about=about)
            )
    else:
        profile = replace(profile, source=source)
        findings += _missing(profile, table)
    stamp = reading.stamp or _usual_stamp(profile)
    reports, provenance = _rows(table, file, profile, reading.key, stamp)
    author = PROPOSED if proposals else stamp.author
    own = make_report(
        reading.key,
        ReportKind.PROFILE,
        source,
        profile.to_fields(),
        stamp=replace(stamp, author=author, scopes=(Scope.OPERATIONS,)),
    )
    return Import(
        reports=(own, *reports),
        provenance=tuple(provenance),
        findings=tuple(findings),
        set_aside=table.set_aside,
        rows_read=table.rows_read,
        profiles=(profile,),
        proposals=proposals,
    )


def _missing(profile: Profile, table: Table) -> list[Finding]:
    here = set(table.headers)
    gone = [c.header for c in profile.columns if c.header not in here]
    if not gone:
        return []
    headers = ", ".join(gone)
    return [Finding.of("intake/header-missing", source=profile.source, headers=headers)]


def _usual_stamp(profile: Profile) -> Stamp:
    """Operations alone; lists of the dead are for the dead alone."""
    dead = profile.kind is ReportKind.REMAINS or profile.event is PersonEvent.DEAD
    return Stamp(scopes=(Scope.THE_DEAD,)) if dead else Stamp()


def _rows(
    table: Table, file: str, profile: Profile, key: OperationKey, stamp: Stamp
) -> tuple[list[Report], list[Provenance]]:
    """A report for every row; identical rows are counted over the whole source."""
    writer = RowWriter(table.headers)
    key_place = _place_of_key(profile, table.headers)
    counts: defaultdict[str, int] = defaultdict(int)
    reports: list[Report] = []
    provenance: list[Provenance] = []
    kind, source, sheet = ReportKind.ROW, profile.source, table.sheet
    for line, cells in table.rows:
        body = writer.body(cells)
        ordinal = counts[body]
        counts[body] = ordinal + 1
        id_ = report_id(key, kind, source, ordinal, body)
        named = "" if key_place is None else _cell(cells, key_place)
        reports.append(
            Report(id_, kind, source, ordinal, named or str(ordinal), body, stamp)
        )
        provenance.append(Provenance(id_, file, sheet, line))
    return reports, provenance


def _place_of_key(profile: Profile, headers: Sequence[str]) -> int | None:
    declared = profile.headers(Field.KEY)
    if not declared or declared[0] not in headers:
        return None
    return headers.index(declared[0])


def _cell(cells: Sequence[str], place: int) -> str:
    return clean_text(cells[place]) if place < len(cells) else ""
