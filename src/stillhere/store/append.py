"""Append: one batch in one transaction, whole or not at all.

A report met for the first time costs one look into a dictionary. One that is here
already is compared, and kept as a further variant only if a node stamped it differently.
Erasures take effect inside the same transaction, in whatever order reports arrive.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from stillhere.errors import Finding, StillHereError
from stillhere.reports import OperationKey, Provenance, Report, ReportId
from stillhere.reports.report import EMPTY, report_id
from stillhere.store import sql
from stillhere.store.engine import Connection
from stillhere.store.erasure import Erasures
from stillhere.store.rows import Columns, Row, stamp_columns
from stillhere.vocabulary.kinds import ReportKind

_CHUNK = 8192
_LOOKING_BACK = (ReportKind.ERASURE, ReportKind.CORRECTION)


@dataclass(frozen=True, slots=True)
class Appended:
    """What became of one batch; returned only once the disk has it.

    Attributes:
        new: Reports and variants stored.
        known: Reports that were here already, stamp and all.
        emptied: Rows an erasure of this batch, or an earlier one, took the text of.
        position: Number of the latest row of the store.
        findings: What the officer has to know; mostly empty.
    """

    new: int
    known: int
    emptied: int
    position: int
    findings: tuple[Finding, ...] = ()


class Batch:
    """The state of one `append`, inside its transaction."""

    def __init__(self, connection: Connection, key: OperationKey) -> None:
        self.new = self.known = 0
        self.emptied = 0
        self._connection = connection
        self._key = key
        self._seq = sql.last_seq(connection)
        self._fresh = self._seq == 0
        self._seqs: dict[ReportId, int] = {}
        self._held: dict[ReportId, list[Row]] = {}
        self._erasures = Erasures(connection)
        self._watchful = bool(self._erasures)
        self._columns = Columns()
        self._reports: list[Row] = []
        self._bodies: list[Row] = []

    @property
    def position(self) -> int:
        """Number of the latest row, those of this batch included."""
        return self._seq

    def add(self, reports: Iterable[Report]) -> None:
        """Store reports, chunk by chunk, then let erasures take effect."""
        stream = iter(reports)
        while chunk := list(islice(stream, _CHUNK)):
            self._look_up(chunk)
            for report in chunk:
                if report.id in self._seqs:
                    self._again(report)
                else:
                    self._keep(report, 0)
            self._flush()
        self.emptied = self._erasures.take_effect()

    def _look_up(self, chunk: Sequence[Report]) -> None:
        """Find which are here already; an empty store need not be asked."""
        self._held = {}
        if self._fresh:
            return
        ids = sorted({bytes.fromhex(report.id) for report in chunk})
        for row in sql.rows_among(self._connection, ids):
            name = ReportId(row[1].hex())
            self._held.setdefault(name, []).append(row)
            self._seqs.setdefault(name, row[0])

    def _keep(self, report: Report, variant: int) -> None:
        self.new += 1
        seq = self._seq = self._seq + 1
        self._seqs.setdefault(report.id, seq)
        self._reports.append(self._columns.row(report, seq, variant))
        if report.kind in _LOOKING_BACK:
            self._erasures.note(report)
        if (self._watchful or report.body == EMPTY) and self._to_stay_empty(report):
            self._bodies.append((seq, "", EMPTY))
        else:
            self._bodies.append((seq, report.source_key, report.body))

    def _to_stay_empty(self, report: Report) -> bool:
        if self._erasures.empties(report):
            return True
        if report.body != EMPTY or report.kind is ReportKind.ERASURE:
            return False
        # An emptied report tells of an erasure; one that never said anything does not.
        if report.id == self._id_of_nothing(report):
            return False
        self._erasures.erase(report.id, by=report.id)
        return True

    def _id_of_nothing(self, report: Report) -> ReportId:
        return report_id(self._key, report.kind, report.source, report.ordinal, EMPTY)

    def _again(self, report: Report) -> None:
        held = self._held.get(report.id)
        if held is None:
            self._flush()
            name = bytes.fromhex(report.id)
            held = sql.rows_among(self._connection, [name])
            self._held[report.id] = held
        empty = self._to_stay_empty(report)
        text = ("", EMPTY) if empty else (report.source_key, report.body)
        said = (*text, *stamp_columns(report.stamp))
        if any((*(text if empty else row[5:7]), *row[7:]) == said for row in held):
            self.known += 1
            return
        self._keep(report, len(held))
        held.append((self._seq, b"", "", "", 0, *said))

    def _flush(self) -> None:
        if self._reports:
            self._connection.executemany(sql.INSERT_REPORT, self._reports)
            self._connection.executemany(sql.INSERT_BODY, self._bodies)
            self._reports, self._bodies = [], []

    def add_provenance(self, lines: Iterable[Provenance], entry_date: str) -> None:
        """Store where reports were read; a line known already keeps its first date."""
        numbers = _Numbers(self._connection)
        if self._erasures:
            lines = (line for line in lines if not self._erasures.names(line.report))
        seqs = self._seqs
        rows = [
            (
                seqs.get(line.report) or self._seq_of(line),
                numbers[line.file, line.sheet],
                line.row,
                line.entry_date or entry_date,
            )
            for line in lines
        ]
        self._connection.executemany(sql.INSERT_PROVENANCE, rows)

    def _seq_of(self, line: Provenance) -> int:
        seq = sql.seq_of(self._connection, bytes.fromhex(line.report))
        if seq is None:
            code = "store/provenance-without-report"
            raise StillHereError(code, file=line.file, report=line.report)
        return seq


class _Numbers(dict[tuple[str, str], int]):
    """Numbers of files and sheets, asked of the database once each."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection

    def __missing__(self, place: tuple[str, str]) -> int:
        number = self[place] = sql.file_number(self._connection, *place)
        return number
