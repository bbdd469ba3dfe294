"""Store: appending, reading back, opening.

The peer of appending is a bare `executemany` of ready rows into the same tables with the
same indexes and triggers in the same kind of SQLCipher file, one transaction like ours.
Rounds alternate, each on a fresh file; the median counts, for the ratio that of the
ratios round by round.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bench import Progress, Row
from bench._manifest import bus_manifest, seconds
from stillhere.reports import EXERCISE_KEY, Provenance, Report
from stillhere.store import Store, sql, unlock
from stillhere.store.connection import open_connection, writing
from stillhere.store.rows import Columns

REPORTS = 20_000
ROUNDS = 21
SMALL_ROUNDS = 25
TARGET = 0.72
PASSPHRASE = "a passphrase for measuring"  # noqa: S105 (protects nobody)


def run(progress: Progress) -> list[Row]:
    """Measure and return one row for each measure."""
    reports = bus_manifest(REPORTS)
    lines = [Provenance(r.id, "lists/bus.csv", "", n) for n, r in enumerate(reports, 2)]
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for label, given in (("", []), (" with provenance", lines)):
            progress(f"append{label}: {ROUNDS} rounds of {REPORTS:,} reports")
            rows.append(_append(home, label, reports, given))
        progress("read back, one by one, open")
        rows += _single(home, reports, lines)
    return rows


def _append(
    home: Path, label: str, reports: list[Report], lines: list[Provenance]
) -> Row:
    columns = Columns()
    heads = [columns.row(report, seq, 0) for seq, report in enumerate(reports, 1)]
    bodies = [(n, r.source_key, r.body) for n, r in enumerate(reports, 1)]
    places = [(n, 1, line.row, "") for n, line in enumerate(lines, 1)]
    tables = (
        (sql.INSERT_REPORT, heads),
        (sql.INSERT_BODY, bodies),
        (sql.INSERT_PROVENANCE, places),
    )
    ours, raw = [], []
    for number in range(ROUNDS):
        path = home / f"append{label}{number}.store"
        with Store.create(path, PASSPHRASE, EXERCISE_KEY) as store:
            ours.append(seconds(lambda s=store: s.append(reports, lines)))  # type: ignore[misc]
        path = home / f"raw{label}{number}.store"
        raw.append(_raw(path, tables))
    mine, peer = median(ours), median(raw)
    return {
        "measure": f"append of {REPORTS:,} ready reports{label}, reports/s",
        "value": round(REPORTS / mine),
        "peer": f"executemany {REPORTS / peer:,.0f}",
        "ratio": median(r / o for r, o in zip(raw, ours, strict=True)),
        "target": f"at least {TARGET}",
    }


def _raw(
    path: Path, tables: Sequence[tuple[str, Sequence[tuple[object, ...]]]]
) -> float:
    Store.create(path, PASSPHRASE, EXERCISE_KEY).close()
    connection = open_connection(path, unlock(path, PASSPHRASE))
    connection.execute("INSERT INTO files VALUES (1, 'lists/bus.csv', '')")

    def insert() -> None:
        with writing(connection):
            for statement, rows in tables:
                connection.executemany(statement, rows)

    taken = seconds(insert)
    connection.close()
    return taken


def _single(home: Path, reports: list[Report], lines: list[Provenance]) -> list[Row]:
    path = home / "town.store"
    with Store.create(path, PASSPHRASE, EXERCISE_KEY) as store:
        store.append(reports[:-SMALL_ROUNDS], lines[:-SMALL_ROUNDS])
        ones = [
            seconds(lambda r=report: store.append([r]))  # type: ignore[misc]
            for report in reports[-SMALL_ROUNDS:]
        ]
        read = median(seconds(lambda: list(store.reports())) for _ in range(5))
    unlocking = median(seconds(lambda: unlock(path, PASSPHRASE)) for _ in range(5))
    key = unlock(path, PASSPHRASE)
    opening = [
        seconds(lambda: open_connection(path, key).close()) for _ in range(SMALL_ROUNDS)
    ]
    return [
        {
            "measure": "append of one report, on the disk, ms",
            "value": 1e3 * median(ones),
        },
        {"measure": "reports read back, reports/s", "value": round(REPORTS / read)},
        {"measure": "unlock with the passphrase, ms", "value": 1e3 * unlocking},
        {"measure": "one more connection, ms", "value": 1e3 * median(opening)},
    ]
