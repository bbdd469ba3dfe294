"""Reports read back: each once, merged over its variants, in order of arrival.

Rows are fetched page by page, so that no question stays open while the caller works, and
what is appended meanwhile is not mixed in.
"""

from collections.abc import Iterable, Iterator

from stillhere.reports import Report
from stillhere.reports.report import merge_all
from stillhere.store import sql
from stillhere.store.engine import Connection
from stillhere.store.rows import Row, reports_of


def reports_since(connection: Connection, since: int) -> Iterator[Report]:
    """Reports with a row after `since`, each as merged over all its rows."""
    until = sql.last_seq(connection)
    varied = sql.varied(connection)
    done: set[bytes] = set()
    for start in range(since, until, sql.PAGE):
        rows = sql.page(connection, start, min(start + sql.PAGE, until))
        if varied:
            rows = [row for row in rows if row[1] not in varied or row[1] not in done]
            done.update(row[1] for row in rows if row[1] in varied)
            yield from _merged(connection, rows, varied)
        else:
            yield from reports_of(rows)


def _merged(
    connection: Connection, rows: list[Row], varied: set[bytes]
) -> Iterator[Report]:
    several = sorted({row[1] for row in rows if row[1] in varied})
    found = merge_all(reports_of(sql.rows_among(connection, several)))
    waiting = set(found)
    for report in reports_of(rows):
        if report.id not in found:
            yield report
        elif report.id in waiting:
            waiting.remove(report.id)
            yield found[report.id]


def reports_by_ids(connection: Connection, ids: Iterable[str]) -> list[Report]:
    """The reports with these ids in id order; unknown ids are left out."""
    names = sorted({bytes.fromhex(name) for name in ids})
    found: list[Report] = []
    for start in range(0, len(names), sql.PAGE):
        rows = sql.rows_among(connection, names[start : start + sql.PAGE])
        found.extend(merge_all(reports_of(rows)).values())
    return found
