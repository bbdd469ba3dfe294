"""A draft becomes reports, and minutes of what came of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stillhere.desk.clock import now, precisely
from stillhere.desk.operation.drafted import whole
from stillhere.desk.operation.drafts import Kept, the_drafts
from stillhere.desk.operation.live import Entered, Operation
from stillhere.desk.operation.minutes import (
    Aside,
    Minutes,
    keep_minutes,
    minutes_of,
)
from stillhere.desk.operation.moves import Doing, moved
from stillhere.desk.operation.past import imports_of, name_of
from stillhere.desk.operation.undoing import IMPORT, LONG_S, WHY_BACK, Taken
from stillhere.errors import StillHereError
from stillhere.intake import (
    Import,
    PastImport,
    SetAside,
    again,
    hold_erased,
    refuse_second_source,
    taken_back,
)
from stillhere.pipeline.evidence import evidence_of
from stillhere.pipeline.readings import Progress
from stillhere.reports import Book, Report, ReportId, make_report
from stillhere.reports.erasing import erased_folds
from stillhere.reports.withdrawing import Signed, bring_back
from stillhere.vocabulary import ReportKind


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about a draft.

    Attributes:
        account: Sign-in name.
        back: Rows that were taken back count again.
        someone_else: Rows that waited for a decision and are about nobody erased.
    """

    account: str
    back: bool = False
    someone_else: frozenset[ReportId] = frozenset()

    @property
    def author(self) -> str:
        """As whom reports are entered."""
        return f"desk:{self.account}"


@dataclass(frozen=True, slots=True)
class _Ready:
    """What is to be entered."""

    imported: Import
    reports: list[Report]


def take(operation: Operation, kept: Kept, choice: Choice, tell: Progress) -> Taken:
    """Store a draft, fold it in and write the minutes; returns once all is visible.

    Raises:
        StillHereError: There is no row to store, the same bytes were read as another
            source meanwhile or for other purposes, or the store could not take them;
            nothing of them is stored, and the draft stays.
    """
    tell("reading the file", 0.0)
    imported = whole(kept, choice.author)
    with operation.writing() as store:
        with operation.evidence(LONG_S) as picture:
            book = evidence_of(picture).bench.book
            file, before = kept.draft.file, store.recall(kept.note)
            refuse_second_source(file, kept.source, before, book)
            _refuse_other_purpose(imported, file, book)
            ready = _ready(operation, imported, choice, book)
        if not ready.imported.provenance:
            raise StillHereError("desk/import-nothing", file=file)
        tell("storing", 0.0)
        entered = operation.enter(ready.reports, ready.imported.provenance, tell)
        store.remember(kept.note, kept.source)
        past = _past_of(operation, ready.imported)
        _note(operation, past, kept, ready.imported, entered, choice)
    the_drafts().drop(kept.token)
    return Taken.of(past)


def _refuse_other_purpose(imported: Import, file: str, book: Book) -> None:
    """Refuse rows that would be left without any purpose: copies of a row share theirs."""
    known = ((row, book.reports.get(row.id)) for row in imported.reports)
    rows = sum(
        old is not None
        and bool(old.stamp.scopes)
        and set(old.stamp.scopes).isdisjoint(row.stamp.scopes)
        for row, old in known
    )
    if rows:
        raise StillHereError("desk/import-other-purpose", file=file, rows=rows)


def _ready(
    operation: Operation, imported: Import, choice: Choice, book: Book
) -> _Ready:
    """What is stored: without rows that wait, with decisions and profiles that win."""
    parted, waiting = hold_erased(
        imported, erased_folds(book.reports.values()), operation.key
    )
    parted = _with(parted, waiting, choice.someone_else)
    parted = replace(parted, findings=(*parted.findings, *again(parted, book)))
    signed = Signed(operation.key, choice.author, precisely(), WHY_BACK)
    back = taken_back(parted, book) if choice.back else ()
    reports = [r for r in parted.reports if r.kind is not ReportKind.PROFILE]
    reports += _profiles(parted, signed, book)
    reports += bring_back(back, book, signed) if back else ()
    return _Ready(parted, reports)


def _with(parted: Import, waiting: Import, wanted: frozenset[ReportId]) -> Import:
    """With the rows of which somebody said that they are about someone else."""
    lines = tuple(p for p in waiting.provenance if p.report in wanted)
    places = {(p.sheet, p.row) for p in lines}
    return replace(
        parted,
        reports=(*parted.reports, *(r for r in waiting.reports if r.id in wanted)),
        provenance=(*parted.provenance, *lines),
        set_aside=tuple(
            row
            for row in parted.set_aside
            if not (_is_held(row) and (row.sheet, row.row) in places)
        ),
    )


def _profiles(imported: Import, signed: Signed, book: Book) -> Iterator[Report]:
    """The profiles that are not in force yet, each a decision of this moment.

    One that was in force before and was replaced since is decided anew.
    """
    for report in imported.reports:
        if report.kind is not ReportKind.PROFILE:
            continue
        (profile,) = (p for p in imported.profiles if p.source == report.source)
        if book.profile(report.source) == profile:
            continue
        fields = profile.to_fields()
        if report.id in book.reports:
            fields["at"] = signed.at
        stamp = replace(report.stamp, source_date=signed.at)
        yield make_report(
            signed.key, ReportKind.PROFILE, report.source, fields, stamp=stamp
        )


def _past_of(operation: Operation, imported: Import) -> PastImport:
    """The import these rows stand in: the new one, else the one that brought them."""
    line = imported.provenance[0]
    own = {p.report for p in imported.provenance}
    of_file = [p for p in imports_of(operation, LONG_S) if p.file == line.file]
    return next(p for p in of_file if not own.isdisjoint(p.reports))


def _note(
    operation: Operation,
    past: PastImport,
    kept: Kept,
    imported: Import,
    entered: Entered,
    choice: Choice,
) -> None:
    """Write the minutes; a list read again adds to those it has."""
    name = name_of(past)
    doing = Doing(IMPORT, now(), choice.account)
    with operation.writing() as store:
        known = minutes_of(store, name)
        minutes = Minutes(
            file=kept.draft.file,
            rows_read=imported.rows_read,
            new=entered.stored.new,
            known=entered.stored.known,
            findings=(*imported.findings, *entered.stored.findings),
            aside=tuple(_aside(row, kept) for row in imported.set_aside),
            moves=(*known.moves, moved(doing, entered.before, entered.after)),
        )
        keep_minutes(store, name, minutes)


def _aside(row: SetAside, kept: Kept) -> Aside:
    """A row that waits for a decision is not stored, so its cells are not either."""
    (table,) = (t for t in kept.taken if t.table.sheet == row.sheet)
    cells = () if _is_held(row) else row.cells
    return Aside(row.sheet, row.row, cells, row.finding, kept.scopes[table.source])


def _is_held(row: SetAside) -> bool:
    return row.finding.code == "intake/row-erased"
