"""From a file somebody sent to a draft, and what is here of it already."""

from collections.abc import Iterator
from dataclasses import dataclass

from stillhere.desk.operation.drafts import Kept, new_token, proposals_of
from stillhere.desk.operation.live import Operation
from stillhere.desk.operation.past import PATIENCE_S
from stillhere.desk.operation.starting import store_of
from stillhere.desk.unlocked import held
from stillhere.errors import Finding
from stillhere.intake import (
    Import,
    again,
    hold_erased,
    is_of,
    join,
    list_note,
    look,
    refuse_second_source,
    usual_stamp,
)
from stillhere.ledger import Picture
from stillhere.pipeline.evidence import evidence_of
from stillhere.reports import (
    Book,
    Profile,
    Provenance,
    Report,
    ReportId,
    Stamp,
)
from stillhere.reports.erasing import erased_folds
from stillhere.vocabulary import ReportKind


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as somebody sent it.

    Attributes:
        name: What their machine calls it.
        data: Its bytes.
        source: What its source is to be called; empty for what it was read as before,
            else its own name.
    """

    name: str
    data: bytes
    source: str = ""


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row that may speak of somebody whose reports were erased."""

    report: ReportId
    row: int
    sheet: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """What of a draft is here already.

    Attributes:
        findings: That all rows are known, that some were taken back.
        back: How many were taken back.
        held: Rows that wait for a decision.
        here: How many reports of this source count already.
        new: How many of its rows are not here yet.
    """

    findings: tuple[Finding, ...] = ()
    back: int = 0
    held: tuple[HeldRow, ...] = ()
    here: int = 0
    new: int = 0


def drafted(operation: Operation, sent: Sent, account: str) -> Kept:
    """Parse a file and propose how to read it; nothing is stored.

    Raises:
        StillHereError: It cannot be read, or was read as another source that counts.
    """
    note = list_note(sent.data)
    picture = operation.picture
    with store_of(held()) as store:
        before = store.recall(note)
        decisions = store.decisions()
    source = sent.source or before or sent.name
    if before not in {None, source}:
        with operation.evidence() as picture:
            book = evidence_of(picture).bench.book
            refuse_second_source(sent.name, source, before, book)
    draft = look(
        sent.data,
        sent.name,
        source=source,
        key=operation.key,
        profiles=_confirmed(decisions, picture.as_of),
        as_of=picture.as_of,
    )
    return Kept(
        token=new_token(),
        account=account,
        note=note,
        source=source,
        draft=draft,
        lines=draft.read().provenance,
        before=before,
        proposals=proposals_of(draft),
        scopes={t.source: usual_stamp(t.profile).scopes for t in draft.tables},
    )


def whole(kept: Kept, author: str) -> Import:
    """All rows of the sheets that are to be read, as reports."""
    sources = {table.source for table in kept.draft.tables}
    return join(
        kept.draft.accept(
            author,
            Stamp(scopes=kept.scopes[table.source]),
            leave_out=sources - {table.source},
        )
        for table in kept.taken
    )


def met(operation: Operation, kept: Kept) -> Met:
    """What of a draft is here already.

    Raises:
        StillHereError: `desk/names-busy` while a long import is under way.
    """
    sheets = {table.table.sheet for table in kept.taken}
    lines = tuple(line for line in kept.lines if line.sheet in sheets)
    with operation.evidence(PATIENCE_S) as picture:
        book = evidence_of(picture).bench.book
        found = (
            *again(Import(provenance=lines), book),
            *_headed_anew(kept, lines, picture),
        )
        back = sum(r.report in book.reports and book.withdrawn(r.report) for r in lines)
        new = sum(r.report not in book.reports for r in lines)
        folds = erased_folds(book.reports.values())
    held_rows = _held_rows(kept, folds, operation) if folds else ()
    return Met(found, back, held_rows, _of_source(kept, picture), new)


def _of_source(kept: Kept, picture: Picture) -> int:
    """How many reports of its source, and of the sheets of it, are in force."""
    sources = picture.sources.items()
    return sum(s.reports for name, s in sources if is_of(name, kept.source))


def _headed_anew(
    kept: Kept, lines: tuple[Provenance, ...], picture: Picture
) -> Iterator[Finding]:
    """That rows of the same bytes count already, read under another header."""
    known = evidence_of(picture).bench.book.reports
    counts = any(is_of(source, kept.source) for source in picture.sources)
    new = not any(line.report in known for line in lines)
    if kept.before == kept.source and counts and new:
        code = "desk/header-changed"
        yield Finding.of(code, file=kept.draft.file, source=kept.source)


def _confirmed(decisions: list[Report], as_of: str) -> dict[str, Profile]:
    """The profiles somebody has looked at, by source; read beside a long import."""
    book = Book(as_of)
    book.add(decisions)
    sources = {r.source for r in decisions if r.kind is ReportKind.PROFILE}
    known = ((source, book.profile(source)) for source in sources)
    return {s: p for s, p in known if p is not None and p.confirmed}


def _held_rows(
    kept: Kept, folds: frozenset[str], operation: Operation
) -> tuple[HeldRow, ...]:
    _, waiting = hold_erased(whole(kept, "desk"), folds, operation.key)
    cells = {
        (t.table.sheet, line): row for t in kept.taken for line, row in t.table.rows
    }
    return tuple(
        HeldRow(p.report, p.row, p.sheet, tuple(cells[p.sheet, p.row]))
        for p in waiting.provenance
    )
