"""Tables to reports: the one place where a row gets its id."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from stillhere.errors import Finding
from stillhere.intake.propose import Proposal
from stillhere.intake.table import SetAside, Table
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


def import_table(
    table: Table,
    file: str,
    profile: Profile,
    key: OperationKey,
    stamp: Stamp,
    author: str,
) -> Import:
    """The reports of one table: that of its profile first, then one for every row.

    Args:
        table: Read.
        file: Name to keep as provenance.
        profile: What its columns mean, and its source.
        key: The operation's key.
        stamp: Of every report.
        author: Who made the profile; `PROPOSED` for nobody.
    """
    reports, provenance = import_rows(table, file, profile, key, stamp)
    own = make_report(
        key,
        ReportKind.PROFILE,
        profile.source,
        profile.to_fields(),
        stamp=replace(stamp, author=author, scopes=(Scope.OPERATIONS,)),
    )
    return Import(
        reports=(own, *reports),
        provenance=tuple(provenance),
        set_aside=table.set_aside,
        rows_read=table.rows_read,
        profiles=(profile,),
    )


def usual_stamp(profile: Profile) -> Stamp:
    """Operations alone; lists of the dead are for the dead alone."""
    dead = profile.kind is ReportKind.REMAINS or profile.event is PersonEvent.DEAD
    return Stamp(scopes=(Scope.THE_DEAD,)) if dead else Stamp()


def import_rows(
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
