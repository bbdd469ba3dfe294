"""A store on a server, copied into an encrypted file: one moment of it, row by row."""

from pathlib import Path
from typing import Any

from stillhere.reports import OperationKey
from stillhere.store import creation, sql
from stillhere.store.connection import Connection as FileConnection
from stillhere.store.connection import open_connection, settle, writing
from stillhere.store.keys import DataKey
from stillhere.store.postgres.session import Session

_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
_ROWS = {
    "meta": "SELECT name, value FROM meta WHERE left(name, 5) = 'note:'",
    "reports": "SELECT * FROM reports ORDER BY seq",
    "bodies": "SELECT * FROM bodies ORDER BY seq",
    "erased": "SELECT * FROM erased",
    "files": "SELECT * FROM files",
    "provenance": "SELECT * FROM provenance ORDER BY seq, file, line",
    "snapshots": "SELECT * FROM snapshots",
}
"""Tables in an order in which each finds those it refers to."""

_AT_ONCE = 512


def copy_into(session: Session, target: Path, passphrase: str) -> DataKey:
    """Make a store at `target` that holds what the server holds now."""
    with session.transaction():
        session.execute(_ONE_MOMENT)
        secret = sql.recall(session, "operation_key") or ""
        operation = sql.recall(session, "operation") or ""
        operation_key = OperationKey.from_hex(secret, session.place)
        key = creation.make(target, passphrase, operation_key, operation)
        connection = open_connection(target, key)
        try:
            with writing(connection):
                for table, question in _ROWS.items():
                    _copy(session, question, connection, table)
            settle(connection)
        finally:
            connection.close()
    return key


def _copy(session: Session, question: str, target: FileConnection, table: str) -> None:
    with session.raw.cursor(f"all_{table}", scrollable=False) as rows:
        rows.itersize = _AT_ONCE
        rows.execute(question, binary=True)
        columns = len(rows.description or ())
        marks = ", ".join("?" * columns)
        some: list[tuple[Any, ...]]
        while some := rows.fetchmany(_AT_ONCE):
            target.executemany(f"INSERT INTO {table} VALUES ({marks})", some)  # noqa: S608 (names from `_ROWS`)
