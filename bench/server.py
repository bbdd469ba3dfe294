"""Store on a server: appending and reading back on PostgreSQL.

Run with a throw-away server: `scripts/with_postgres.py make bench BENCH=server`. The peer
of appending is a bare COPY of ready rows into the same tables with the same indexes,
triggers and references, one transaction like ours. Rounds alternate, each on empty tables;
the median counts, for the ratio that of the ratios round by round. The throw-away server
does not wait for its disk, for either of the two.
"""

import os
from collections.abc import Sequence
from statistics import median

import psycopg

from bench import Progress, Row
from bench._manifest import bus_manifest, seconds
from stillhere.reports import EXERCISE_KEY, Provenance, Report
from stillhere.store import Store
from stillhere.store.rows import Columns

SETTING = "STILLHERE_TEST_POSTGRES"
REPORTS = 20_000
ROUNDS = 9
SMALL_ROUNDS = 25
Table = tuple[str, Sequence[tuple[object, ...]]]


def run(progress: Progress) -> list[Row]:
    """Measure and return one row for each measure; says so where no server is."""
    address = os.environ.get(SETTING)
    if not address:
        return [{"measure": "PostgreSQL", "value": f"not measured, no {SETTING}"}]
    reports = bus_manifest(REPORTS)
    lines = [Provenance(r.id, "lists/bus.csv", "", n) for n, r in enumerate(reports, 2)]
    progress(f"append: {ROUNDS} rounds of {REPORTS:,} reports with provenance")
    rows = [_append(address, reports, lines), *_single(address, reports)]
    _empty(address)
    return rows


def _append(address: str, reports: list[Report], lines: list[Provenance]) -> Row:
    columns = Columns()
    heads = [columns.row(report, seq, 0) for seq, report in enumerate(reports, 1)]
    tables: tuple[Table, ...] = (
        ("reports", heads),
        ("bodies", [(n, r.source_key, r.body) for n, r in enumerate(reports, 1)]),
        ("provenance", [(n, 1, line.row, "") for n, line in enumerate(lines, 1)]),
    )
    ours, raw = [], []
    for _ in range(ROUNDS):
        with _fresh(address) as store:
            ours.append(seconds(lambda s=store: s.append(reports, lines)))  # type: ignore[misc]
        _fresh(address).close()
        raw.append(_raw(address, tables))
    return {
        "measure": f"append of {REPORTS:,} ready reports with provenance, reports/s",
        "value": round(REPORTS / median(ours)),
        "peer": f"COPY {REPORTS / median(raw):,.0f}",
        "ratio": median(r / o for r, o in zip(raw, ours, strict=True)),
    }


def _fresh(address: str) -> Store:
    _empty(address)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA bench")
    return Store.create_at(_in_schema(address), EXERCISE_KEY)


def _empty(address: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("SET client_min_messages = warning")
        connection.execute("DROP SCHEMA IF EXISTS bench CASCADE")


def _in_schema(address: str) -> str:
    return f"{address}?options=-csearch_path%3Dbench"


def _raw(address: str, tables: Sequence[Table]) -> float:
    with psycopg.connect(_in_schema(address), autocommit=True) as connection:
        connection.execute("INSERT INTO files VALUES (1, 'lists/bus.csv', '')")

        def insert() -> None:
            with connection.transaction(), connection.cursor() as cursor:
                for table, rows in tables:
                    with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                        for row in rows:
                            copy.write_row(row)

        return seconds(insert)


def _single(address: str, reports: list[Report]) -> list[Row]:
    with _fresh(address) as store:
        store.append(reports[:-SMALL_ROUNDS])
        ones = [
            seconds(lambda r=report: store.append([r]))  # type: ignore[misc]
            for report in reports[-SMALL_ROUNDS:]
        ]
        read = median(seconds(lambda: list(store.reports())) for _ in range(5))
    return [
        {"measure": "append of one report, ms", "value": 1e3 * median(ones)},
        {"measure": "reports read back, reports/s", "value": round(REPORTS / read)},
    ]
