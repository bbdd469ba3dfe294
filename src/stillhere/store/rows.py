"""A report as rows of the database, and back."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from stillhere.reports import Report, ReportId, Stamp
from stillhere.vocabulary.kinds import Basis, ReportKind, Scope

Row: TypeAlias = tuple[Any, ...]

_KINDS = {kind.value: kind for kind in ReportKind}


def stamp_columns(stamp: Stamp) -> Row:
    """What a node added, as six columns; scopes joined by commas."""
    return (
        stamp.author,
        stamp.basis.value,
        ",".join(scope.value for scope in stamp.scopes),
        stamp.source_date,
        stamp.derived_from,
        stamp.expires,
    )


def stamp_of(columns: Row) -> Stamp:
    """The stamp of six columns."""
    author, basis, scopes, source_date, derived_from, expires = columns
    named = scopes.split(",") if scopes else []
    return Stamp(
        author=author,
        basis=Basis(basis),
        scopes=tuple(Scope(name) for name in named),
        source_date=source_date,
        derived_from=derived_from,
        expires=expires,
    )


class Columns:
    """Kind and stamp of reports as columns; neighbours mostly share both."""

    def __init__(self) -> None:
        self._kind: ReportKind | None = None
        self._stamp: Stamp | None = None
        self._text = ""
        self._columns: Row = ()

    def row(self, report: Report, seq: int, variant: int) -> Row:
        """The row of table `reports`."""
        if report.kind is not self._kind:
            self._kind, self._text = report.kind, report.kind.value
        if report.stamp is not self._stamp:
            self._stamp, self._columns = report.stamp, stamp_columns(report.stamp)
        return (
            seq,
            bytes.fromhex(report.id),
            variant,
            self._text,
            report.source,
            report.ordinal,
            *self._columns,
        )


def reports_of(rows: Iterable[Row]) -> Iterator[Report]:
    """Reports of rows in the order of `sql.COLUMNS`, one for each row."""
    stamps: dict[Row, Stamp] = {}
    for row in rows:
        _, name, word, source, ordinal, source_key, body = row[:7]
        stamp = stamps.get(row[7:])
        if stamp is None:
            stamp = stamps[row[7:]] = stamp_of(row[7:])
        identity = ReportId(name.hex())
        kind = _KINDS[word]
        yield Report(identity, kind, source, ordinal, source_key, body, stamp)
